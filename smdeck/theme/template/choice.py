"""Choice: which of a template's layouts serve, and which one others are composed on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smdeck.scene.template import TemplateLayout
from smdeck.theme.color import contrast
from smdeck.theme.template.backdrop import backdrop, uniformity
from smdeck.theme.template.matching import TEMPLATE_ROLES, scored
from smdeck.theme.template.package import tag
from smdeck.theme.template.roles import TEXT_SLOTS

if TYPE_CHECKING:
    from smdeck.theme.template.reading import Template

HEAD = 0.42
"""A title that ends within so much of the slide's height leaves room for content below it."""

WIDE = (0.6, 0.36)
"""How much of the slide's width a title has, at best and at least, that is above content."""

LARGEST = 72.0
"""Titles that are larger, in points on our canvas, have a slide to themselves."""


def choose(template: Template) -> TemplateLayout:
    """Let a template know which layout serves each part; return the one to compose on.

    Titles are of the master that the first sample stands on, all else of the one that most others
    do, or that leaves most room on an even backdrop.
    """
    by_master: dict[str, list[TemplateLayout]] = {master: [] for master in template.masters}
    for layout in template.layouts:
        by_master[layout.master].append(layout)
    samples = _sample_layouts(template)
    uses = Counter(samples)
    shown = [template.master_of[layout] for layout in samples] or template.masters[:1]
    opening = content = shown[0]
    if len(template.masters) > 1:
        later = shown[1:] or [opening]
        content = max(
            later, key=lambda master: (later.count(master), _room(template, by_master[master]))
        )
    for role in TEMPLATE_ROLES:
        first = opening if role in ("title", "section") else content
        for master in (first, content, *template.masters):
            found = scored(role, by_master[master], template.canvas, uses)
            if found:
                template.matches[role] = found[0].match
                template.scores[role] = found
                break
    return _plainest(template)


def _room(template: Template, layouts: list[TemplateLayout]) -> float:
    """Return how much of the slide is for content, the less the less even its backdrop is."""
    found = scored("content", layouts, template.canvas)
    if not found:
        return 0.0
    layout, placeholders = found[0].match
    box = placeholders["content"].box
    even = uniformity(template.picture(layout.part), template.share(box))
    return round(even, 1) * box.w * box.h / (template.canvas[0] * template.canvas[1])


def _plainest(template: Template) -> TemplateLayout:
    """Return the layout that others are composed on: a plain one with the usual head.

    Where none has that, the one whose backdrop is the most even.
    """
    found = [
        one.match.layout
        for part in ("plain", "content", "two")
        for one in template.scores.get(part, ())
    ]
    content = template.matches.get("content")
    if content:  # titles stay where they are from slide to slide
        like = [one for one in found if _heads_alike(one, content.layout, template.canvas)]
        found = [*like, *(one for one in found if one not in like)]
    found += [layout for layout in template.layouts if layout.title]
    for wide in WIDE:
        for layout in found:
            if has_head(layout, template.canvas, wide):
                return layout
    return max(found, key=lambda layout: _calm(template, layout))


def _heads_alike(one: TemplateLayout, other: TemplateLayout, canvas: tuple[int, int]) -> bool:
    """Return whether the titles of two layouts begin and end at nearly the same place."""
    if one.master != other.master or one.title is None or other.title is None:
        return False
    mine, its = one.title.box, other.title.box
    return (
        abs(mine.x - its.x) <= canvas[0] // 30 and abs(mine.bottom - its.bottom) <= canvas[1] // 10
    )


def _calm(template: Template, layout: TemplateLayout) -> tuple[float, float]:
    """Return how even the backdrop of a layout is, and how well its theme's words read there."""
    whole = (0.0, 0.0, 1.0, 1.0)
    picture, slots = template.picture(layout.part), template.slots(layout.part)
    behind = backdrop(picture, whole)
    best = max(contrast(slots[slot], behind) for slot in TEXT_SLOTS)
    return round(uniformity(picture, whole), 1), min(best, 7.0)


def has_head(layout: TemplateLayout, canvas: tuple[int, int], wide: float = 0.0) -> bool:
    """Return whether a layout has a title of at least such a share of the slide's width, above, and
    of a size for titles of slides."""
    title = layout.title
    if title is None or title.style is None:
        return False
    box = title.box
    above = box.y >= 0 and box.bottom <= HEAD * canvas[1]
    return above and box.w >= (wide or WIDE[-1]) * canvas[0] and title.style.sizes[0][0] <= LARGEST


def _sample_layouts(template: Template) -> list[str]:
    """Return the layouts of the sample slides, in their order."""
    package, root = template.package, template.root
    relations = package.relations(template.presentation)
    return [
        layout
        for node in root.iterfind("p:sldIdLst/p:sldId", root.nsmap)
        for relation in [relations.get(node.get(tag("r:id")))]
        for layout in (package.related(relation.target, "slideLayout") if relation else ())
        if layout in template.master_of
    ]
