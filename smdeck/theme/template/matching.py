"""Matching: which layouts of a template serve which of smdeck's, by a score.

What counts is PowerPoint's type of a layout, its placeholders with their places and sizes, its name
in any of some languages, and how often the template's own samples stand on it. A placeholder to
spare costs a little, and stays empty: it is not on the slide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from smdeck.scene.box import Box
from smdeck.scene.template import TemplateLayout, TemplatePlaceholder
from smdeck.theme.template.extras import EXTRAS, NUMBER, PICTURES, extras

TemplateRole = Literal[
    "title", "section", "content", "two", "headed two", "three", "picture", "plain"
]
"""What a layout of a template can serve as."""

TEMPLATE_ROLES: tuple[TemplateRole, ...] = get_args(TemplateRole)

CALLED: dict[TemplateRole, str] = {
    "title": "the title",
    "section": "sections",
    "content": "content",
    "two": "two columns",
    "headed two": "two columns with titles",
    "three": "three columns",
    "picture": "words beside a picture",
    "plain": "a title alone",
}
"""What each of them is called."""

TYPES: dict[TemplateRole, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "content": ("obj", "tx"),
    "two": ("twoObj",),
    "headed two": ("twoTxTwoObj",),
    "three": (),
    "picture": ("picTx",),
    "plain": ("titleOnly",),
}
"""PowerPoint's own type of such a layout: it decides between layouts that fit alike."""

NAMES: dict[TemplateRole, tuple[str, ...]] = {
    "title": ("title slide", "titelfolie", "titelblatt", "deckblatt", "startfolie", "cover",
              "couverture", "portada", "copertina", "voorblad"),
    "section": ("section", "sektion", "kapitel", "abschnitt", "trenn", "zwischen", "divider",
                "devider", "chapter", "chapitre", "sección", "sezione", "hoofdstuk", "rozdział"),
    "content": ("content", "inhalt", "contenu", "contenido", "contenuto", "inhoud"),
    "plain": ("title only", "nur titel", "titre seul", "solo el título", "solo titolo"),
}  # fmt: skip
"""What layouts are called in some languages, in small letters: a hint, and no more."""

SPARE, SPARE_WORDS, MOST_SPARE = 0.05, 0.08, 3
"""A placeholder, and one of words, that covers less of the slide may be to spare, as a kicker or a
line below the title; with more than so many the layout is made for something else."""

WORDS = ("obj", "body")

LARGE = 0.2
"""A placeholder for the content of a slide covers at least this share of it."""

COLUMNS = ("left", "middle", "right")
"""What three columns are called."""

ASIDE = 0.12
"""Words beside a picture cover at least this share of the slide; less is a caption."""


class Match(NamedTuple):
    """A layout of the template in the place of one of smdeck's."""

    layout: TemplateLayout
    placeholders: dict[str, TemplatePlaceholder]
    """The placeholder for each purpose: those that the role needs, and extras."""


Size = tuple[int, int]
"""Width and height of a slide on our canvas, in EMU."""


class Scored(NamedTuple):
    """A layout that can serve in a role, and how well it does."""

    score: float
    match: Match


def scored(
    role: TemplateRole,
    layouts: Iterable[TemplateLayout],
    size: Size,
    uses: Mapping[str, int] | None = None,
) -> list[Scored]:
    """Return the layouts that can serve in a role, the best first; of equals the first.

    `uses` is how many of the template's samples stand on a layout, by its part.
    """
    found, area = [], size[0] * size[1]
    for layout in layouts:
        placeholders = fits(role, layout, area)
        if placeholders is not None and not _is_covered(role, placeholders):
            own = {id(one) for one in placeholders.values()}
            spare = [one for one in layout.content if id(one) not in own]
            more = extras(layout, spare, size, role == "title")
            placeholders = {**more, **placeholders}
            filled = {id(one) for one in placeholders.values()}
            empty = [one for one in spare if id(one) not in filled]
            score = _score(
                role,
                layout,
                placeholders=placeholders,
                empty=empty,
                area=area,
                uses=(uses or {}).get(layout.part, 0),
            )
            found.append(Scored(score, Match(layout, placeholders)))
    return sorted(found, key=lambda one: -one.score)


def _is_covered(role: TemplateRole, placeholders: Mapping[str, TemplatePlaceholder]) -> bool:
    """Return whether the title of a layout stands over its content."""
    title = placeholders["title"].box
    return role not in ("title", "section", "plain") and any(
        _shared_height(title, one.box) > title.h // 4
        for name, one in placeholders.items()
        if name != "title"
    )


def _shared_height(one: Box, other: Box) -> int:
    """Return how high the part is that two boxes share."""
    return min(one.bottom, other.bottom) - max(one.y, other.y) if one.overlaps(other) else 0


def _score(
    role: TemplateRole,
    layout: TemplateLayout,
    placeholders: Mapping[str, TemplatePlaceholder],
    empty: list[TemplatePlaceholder],
    area: int,
    uses: int,
) -> float:
    """Return how well a layout serves in a role that it can serve."""
    score = 5.0 * (layout.type in TYPES[role])
    score += 2.0 * _is_called(layout, role)
    score += min(1.5, 0.5 * uses)
    if role == "title":
        score += 1.0 * (layout.first("ctrTitle") is not None)
        score += 1.0 * (layout.first("subTitle") is not None)
    if role in ("title", "section"):
        score += 1.0 * ("subtitle" in placeholders)
    if role == "content":
        score += 2.0 * _share(placeholders["content"], area)
    score -= sum(SELDOM for name in placeholders if name in EXTRAS and name not in OWN)
    if role == "title" and "picture" in placeholders:
        empty = [*empty, placeholders["picture"]]
    return score - sum(1.0 + 4 * _share(one, area) for one in empty)


SELDOM = 0.3
"""What an extra costs that not every slide has words for."""

OWN = ("subtitle", "picture")
"""Extras that cost nothing, or as much as one to spare: a cover's picture is seldom there."""


def fits(
    role: TemplateRole, layout: TemplateLayout, area: int
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholder for each purpose where a layout can serve in a role, else None."""
    title = layout.title
    if title is None:
        return None
    placeholders = {"title": title}
    content = sorted(layout.content, key=lambda one: (one.box.x, one.box.y))
    if role == "title":
        return _cover(layout, placeholders, content, area)
    if role == "section":
        return _section(layout, placeholders, content, area)
    large = [one for one in content if not _is_spare(one, area)]
    if len(content) - len(large) > MOST_SPARE:
        return None
    pictures = [one for one in large if one.type in PICTURES]
    words = [one for one in large if one.type in WORDS]
    if role == "plain":
        cover = layout.type in TYPES["title"] or title.type == "ctrTitle"
        return placeholders if not large and not cover else None
    if role == "picture":
        return _beside_picture(placeholders, pictures, words, large, area)
    if pictures:
        return None
    if role == "content":
        return _content(layout, placeholders, large, area)
    if role == "two":
        headed = _headed(placeholders, [one for one in content if one.type in WORDS], area)
        beside = len(large) == len(words) == 2 and _beside(large[0], large[1], area)
        if headed or not beside:
            return None
        return {**placeholders, "left": large[0], "right": large[1]}
    if role == "three":
        alike = len(large) == len(words) == 3 and all(
            _beside(one, other, area) for one, other in pairwise(large)
        )
        return {**placeholders, **dict(zip(COLUMNS, large, strict=True))} if alike else None
    heads = [one for one in content if one.type in WORDS]
    return _headed(placeholders, heads, area) if len(heads) == len(content) else None


def _is_called(layout: TemplateLayout, role: TemplateRole) -> bool:
    """Return whether the name of a layout says that it is made for a role."""
    name = layout.name.casefold()
    return any(word in name for word in NAMES.get(role, ()))


def _cover(
    layout: TemplateLayout,
    placeholders: dict[str, TemplatePlaceholder],
    content: list[TemplatePlaceholder],
    area: int,
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholders of the title of a talk: its subtitle, or words that serve as one."""
    subtitle = layout.first("subTitle")
    called = layout.type in TYPES["title"] or layout.first("ctrTitle") is not None
    if subtitle is None and called:
        words = [one for one in content if one.type == "body"]
        below = [one for one in words if one.box.y >= placeholders["title"].box.y]
        subtitle = max(below or words, key=lambda one: one.box.w * one.box.h, default=None)
    others = [one for one in content if one is not subtitle and one.type not in PICTURES]
    if any(_share(one, area) > ASIDE for one in others):
        return None
    if subtitle is None:
        return placeholders if called else None
    return {**placeholders, "subtitle": subtitle}


def _section(
    layout: TemplateLayout,
    placeholders: dict[str, TemplatePlaceholder],
    content: list[TemplatePlaceholder],
    area: int,
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholders of a section: title and a short text, whatever pictures there are."""
    title = placeholders["title"]
    words = [one for one in content if one.type not in PICTURES and not _is_number(one)]
    called = layout.type == "secHead" or _is_called(layout, "section")
    if layout.type == "vertTx" or (len(content) > 1 and not called):
        return None
    if not words:
        return placeholders if called else None
    text = max(words, key=lambda one: one.box.w * one.box.h)
    if not called and _is_spare(text, area):  # a kicker, or a line below the title
        return None
    small = called or _share(text, area) < LARGE
    above = text.box.bottom <= title.box.y + title.box.h // 4
    return {**placeholders, "subtitle": text} if text.type == "body" and (small or above) else None


def _content(
    layout: TemplateLayout,
    placeholders: dict[str, TemplatePlaceholder],
    large: list[TemplatePlaceholder],
    area: int,
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholders of a title with one large placeholder below it."""
    section = layout.type == "secHead" or _is_called(layout, "section")
    if len(large) != 1 or large[0].type not in WORDS or section:
        return None
    title, content = placeholders["title"], large[0]
    lower = content.box.y >= title.box.y + title.box.h // 2
    return (
        {**placeholders, "content": content} if lower and _share(content, area) >= LARGE else None
    )


def _headed(
    placeholders: dict[str, TemplatePlaceholder], content: list[TemplatePlaceholder], area: int
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholders of two columns, each with a title of its own."""
    if len(content) != 4:
        return None
    left_head, left, right_head, right = content
    paired = _aligned(left_head, left) and _aligned(right_head, right)
    if not paired or not _beside(left, right, area) or left_head.box.h > left.box.h // 2:
        return None
    return {**placeholders, "left title": left_head, "left": left,
            "right title": right_head, "right": right}  # fmt: skip


def _beside_picture(
    placeholders: dict[str, TemplatePlaceholder],
    pictures: list[TemplatePlaceholder],
    words: list[TemplatePlaceholder],
    content: list[TemplatePlaceholder],
    area: int,
) -> dict[str, TemplatePlaceholder] | None:
    """Return the placeholders of a picture with words beside it; words below are its caption."""
    if len(pictures) != 1 or len(words) != 1 or len(content) != 2:
        return None
    picture, body = pictures[0], words[0]
    beside = body.box.right <= picture.box.x or picture.box.right <= body.box.x
    if not beside or _share(body, area) < ASIDE or _share(picture, area) < ASIDE:
        return None
    return {**placeholders, "picture": picture, "body": body}


def _share(one: TemplatePlaceholder, area: int) -> float:
    return one.box.w * one.box.h / area


def _is_spare(one: TemplatePlaceholder, area: int) -> bool:
    """Return whether a placeholder is so small that a slide can do without it."""
    return _share(one, area) < (SPARE_WORDS if one.type == "body" else SPARE)


def _is_number(one: TemplatePlaceholder) -> bool:
    return one.style is not None and one.style.sizes[0][0] >= NUMBER


def _aligned(above: TemplatePlaceholder, below: TemplatePlaceholder) -> bool:
    return abs(above.box.x - below.box.x) < below.box.w // 10 and above.box.y < below.box.y


def _beside(left: TemplatePlaceholder, right: TemplatePlaceholder, area: int) -> bool:
    """Return whether two placeholders stand beside each other, of one height and in full."""
    same = abs(left.box.y - right.box.y) < left.box.h // 8
    alike = abs(left.box.h - right.box.h) < left.box.h // 8
    large = _share(left, area) + _share(right, area) >= LARGE
    return same and alike and large and left.box.right <= right.box.x + left.box.w // 20
