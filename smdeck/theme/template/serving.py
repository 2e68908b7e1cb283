"""Serving: which placeholders of a template show what of smdeck's layouts.

A layout of the template serves by its roles, as matching finds them, or as a theme says itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from smdeck.findings import Findings, Place, listing, suggest
from smdeck.scene.template import TemplateLayout, TemplatePlaceholder
from smdeck.theme.template.extras import EXTRAS, PICTURES
from smdeck.theme.template.matching import Match, Size, TemplateRole, scored

PURPOSES: dict[str, tuple[tuple[TemplateRole, dict[str, str]], ...]] = {
    "title": (("title", {"title": "title", "subtitle": "subtitle"}),),
    "closing": (("title", {"title": "title", "text": "subtitle"}),),
    "section": (
        ("section", {"title": "title", "subtitle": "subtitle"}),
        ("title", {"title": "title", "subtitle": "subtitle"}),
    ),
    "bullets": (("content", {"title": "title", "items": "content"}),),
    "table": (("content", {"title": "title", "table": "content"}),),
    "chart": (("content", {"title": "title", "chart": "content"}),),
    "two-columns": (
        ("two", {"title": "title", "left": "left", "right": "right"}),
        ("headed two", {name: name for name in
                        ("title", "left title", "left", "right title", "right")}),
    ),
    "three-columns": (("three", {name: name for name in ("title", "left", "middle", "right")}),),
    "image-text": (("picture", {"title": "title", "picture": "picture", "body": "body"}),),
}  # fmt: skip
"""For each layout of smdeck that a template can serve: the roles that may, the best first, and
for each purpose of a placeholder on its slides what that is for in the role."""

COVERS = ("title", "closing", "section")
"""The layouts that look as the template's covers do, even where they are composed."""

DISPENSABLE = ("number", "speaker")
"""Purposes that a template's layout may lack: the layouts of smdeck do without."""

_USUAL = {"title": "title", "subtitle": "subtitle", "source": "source", "section": "kicker"}

KEYS: dict[str, dict[str, str]] = {
    "title": {"title": "title", "subtitle": "subtitle", "speaker": "speaker", "event": "event",
              "date": "date", "image": "picture"},
    "closing": {"title": "title", "text": "text", "speaker": "speaker"},
    "section": {"title": "title", "subtitle": "subtitle", "number": "number", "source": "source"},
    "bullets": {**_USUAL, "items": "items"},
    "table": {**_USUAL, "table": "table"},
    "chart": {**_USUAL, "chart": "chart"},
    "two-columns": {**_USUAL, "left": "left", "right": "right", "left title": "left title",
                    "right title": "right title"},
    "three-columns": {**_USUAL, "left": "left", "middle": "middle", "right": "right"},
    "image-text": {**_USUAL, "image": "picture", "items": "body", "text": "body"},
}  # fmt: skip
"""What a theme may fill placeholders with, for each layout of smdeck, and the purpose of each.

`section` is the title of the section that a slide stands in."""

NEEDED: dict[str, tuple[str, ...]] = {
    "title": ("subtitle",),
    "closing": ("text",),
    "bullets": ("items",),
    "table": ("table",),
    "chart": ("chart",),
    "two-columns": ("left", "right"),
    "three-columns": ("left", "middle", "right"),
    "image-text": ("picture", "body"),
}
"""The purposes that a slide can't do without, beside its title."""

_PICTURES, _OBJECTS = ("picture",), ("table", "chart")
"""The purposes of pictures, and of what only a placeholder for anything or for that kind holds."""


def match_of(
    layout: str,
    matches: Mapping[TemplateRole, Match],
    roles: Iterable[tuple[TemplateRole, dict[str, str]]] = (),
) -> list[Match]:
    """Return what may serve a layout of smdeck's, with the placeholders by purpose."""
    found = []
    for role, names in roles or PURPOSES.get(layout, ()):
        match = matches.get(role)
        if match is None:
            continue
        placeholders = {
            own: match.placeholders[name]
            for own, name in names.items()
            if name in match.placeholders
        }
        extra = {name: one for name, one in match.placeholders.items() if name in EXTRAS}
        if layout == "closing":  # it has no date, and its speaker is how to be reached
            extra = {}
        taken = {id(one) for one in placeholders.values()}
        placeholders |= {name: one for name, one in extra.items() if id(one) not in taken}
        found.append(Match(match.layout, placeholders))
        if layout == "section":
            break  # what that one lacks is composed in its look
    return found


def assigned(name: str, layout: TemplateLayout, size: Size) -> Match | None:
    """Return a layout that a theme names for one of smdeck's, or None where it has too few.

    Its placeholders are what matching takes them for, or else taken from the left, then the top.
    """
    for role, names in PURPOSES[name]:
        found = scored(role, [layout], size)
        if found:
            return match_of(name, {role: found[0].match}, [(role, names)])[0]
    return _in_order(name, layout)


def _in_order(name: str, layout: TemplateLayout) -> Match | None:
    """Return a layout's placeholders by purpose, in the order in which they stand."""
    content = sorted(layout.content, key=lambda one: (one.box.x, one.box.y))
    pictures = [one for one in content if one.type in PICTURES]
    words = [one for one in content if one.type not in PICTURES]
    for _, names in reversed(PURPOSES[name]):
        free = {"picture": list(pictures), "title": [layout.title] if layout.title else []}
        placeholders: dict[str, TemplatePlaceholder] = {}
        rest = list(words)
        for purpose in names:
            found = free.get(purpose, rest)
            if found:
                placeholders[purpose] = found.pop(0)
        if names.keys() - placeholders.keys() <= {"subtitle", "text"}:
            return Match(layout, placeholders)
    return None


def labels(layout: TemplateLayout) -> dict[str, TemplatePlaceholder]:
    """Return the placeholders of a layout by what a theme calls them: their names, and their
    number behind it where several have one name."""
    own = [*([layout.title] if layout.title else []), *layout.content]
    names = Counter(one.name for one in own)
    return {one.name if names[one.name] == 1 else f"{one.name} #{one.number}": one for one in own}


Fill = Mapping[str, tuple[str, Place]]
"""What a theme fills placeholders with, by their labels, each with its place."""


def filled(
    name: str, layout: TemplateLayout, fill: Fill, place: Place, findings: Findings
) -> Match | None:
    """Return a layout filled as a theme says, or None with findings that say why it can't be."""
    before, known, keys = len(findings), labels(layout), KEYS[name]
    placeholders: dict[str, TemplatePlaceholder] = {}
    for label, (key, at) in fill.items():
        one, purpose = known.get(label), keys.get(key)
        if one is None:
            findings.error(
                "unknown-placeholder",
                f"`{layout.name}` has no placeholder `{label}`",
                at,
                suggest(label, known, f"it has {listing(known, 'and')}"),
            )
        if purpose is None:
            findings.error(
                "wrong-value",
                f"`{key}` is nothing that `{name}` fills a placeholder with",
                at,
                _key_meant(key, keys),
            )
        if one is None or purpose is None:
            continue
        if purpose in placeholders and placeholders[purpose] is not one:
            findings.error(
                "wrong-value",
                f"two placeholders of `{name}` are filled with `{key}`",
                at,
                "leave one of them out: it stays off the slide",
            )
        elif problem := _unheld(one, key, purpose):
            findings.error("column-content", problem, at, _holding(known, key, purpose))
        placeholders[purpose] = one
    if layout.title:
        placeholders.setdefault("title", layout.title)
    if not findings.failed_since(before):
        _check_complete(name, layout, placeholders, place, findings)
    return None if findings.failed_since(before) else Match(layout, placeholders)


def _check_complete(
    name: str,
    layout: TemplateLayout,
    placeholders: dict[str, TemplatePlaceholder],
    place: Place,
    found: Findings,
) -> None:
    """Report what a slide needs and no placeholder is filled with."""
    if "title" not in placeholders:
        found.error(
            "unusable-template",
            f"the layout `{layout.name}` has no placeholder for a title, as `{name}` needs",
            place,
            "add one in PowerPoint's slide master view, or name another layout",
        )
    lacks = [purpose for purpose in NEEDED.get(name, ()) if purpose not in placeholders]
    if lacks:
        keys = [key for key, purpose in KEYS[name].items() if purpose == lacks[0]]
        found.error(
            "missing-field",
            f"no placeholder of `{layout.name}` is filled with {listing(keys)}, as `{name}` needs",
            place,
            f"it has {listing(labels(layout), 'and')}",
        )


def _unheld(one: TemplatePlaceholder, key: str, purpose: str) -> str:
    """Return why a placeholder can't hold what it is filled with, or nothing where it can."""
    if can_hold(one, purpose):
        return ""
    made = "for a picture" if one.type in PICTURES else "for words"
    made = {"chart": "for a chart", "tbl": "for a table", "dgm": "for a diagram"}.get(
        one.type, made
    )
    return f"the placeholder `{one.name}` is {made} and can't hold `{key}`"


def can_hold(one: TemplatePlaceholder, purpose: str) -> bool:
    """Return whether a placeholder can hold what one for a purpose does."""
    if purpose in _PICTURES:
        return one.type in (*PICTURES, "obj")
    if purpose in _OBJECTS:
        return one.type in ("obj", {"table": "tbl", "chart": "chart"}[purpose])
    return one.style is not None


def _holding(known: Mapping[str, TemplatePlaceholder], key: str, purpose: str) -> str | None:
    """Return which placeholders could hold it instead."""
    able = [label for label, one in known.items() if can_hold(one, purpose) and purpose != "title"]
    return f"{listing(able)} can" if able else "no placeholder of this layout can"


def _key_meant(key: str, keys: Iterable[str]) -> str:
    """Return what is meant by a key that there is not."""
    from smdeck.data.synonyms import key_meant

    meant = key_meant(key, tuple(keys))
    if meant:
        return f"did you mean `{meant}`?"
    return suggest(key, keys) or f"it takes {listing(keys, 'and')}"
