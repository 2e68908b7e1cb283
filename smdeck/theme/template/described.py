"""Described: what each placeholder of a template's layouts shows, for people who read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from smdeck.scene.template import FOOT, TemplateLayout, TemplatePlaceholder
from smdeck.theme.template.extras import KEPT, extras
from smdeck.theme.template.matching import CALLED, TemplateRole
from smdeck.theme.template.reading import Template
from smdeck.theme.template.serving import KEYS, PURPOSES, labels

FOOT_SHOWS = {"ftr": "footer", "dt": "dated", "sldNum": "slide number"}
"""What placeholders of the foot show."""


class Described(NamedTuple):
    """A placeholder, what it is called, and the keys of slides that it shows."""

    placeholder: TemplatePlaceholder
    label: str
    shows: tuple[str, ...]


def described(template: Template, layout: TemplateLayout) -> list[Described]:
    """Return the placeholders of a layout in their order, each with what it shows."""
    called = {id(one): label for label, one in labels(layout).items()}
    found: dict[int, list[str]] = {}
    for name in PURPOSES:
        for match in template.match(name):
            if match.layout is layout:
                for key, one in keyed(name, match.placeholders.items()):
                    shown = found.setdefault(id(one), [])
                    shown += [key] * (key not in shown)
    if layout in (template.plain, *template.bases.values()) and layout.title:
        found.setdefault(id(layout.title), ["title"])
        for name, one in extras(layout, layout.content, template.canvas, False).items():
            if name in KEPT:
                found.setdefault(id(one), ["section" if name == "kicker" else name])
    return [
        Described(
            one,
            called.get(id(one), one.name),
            (FOOT_SHOWS[one.type],)
            if one.type in FOOT_SHOWS
            else tuple(found.get(id(one), ())) if one.type not in FOOT else (),
        )
        for one in layout.placeholders
    ]  # fmt: skip


def keyed(
    name: str, placeholders: Iterable[tuple[str, TemplatePlaceholder]]
) -> list[tuple[str, TemplatePlaceholder]]:
    """Return placeholders with the key that fills each, as a theme names it for a layout."""
    keys: dict[str, str] = {}
    for key, purpose in KEYS[name].items():
        keys.setdefault(purpose, key)
    return [(keys[purpose], one) for purpose, one in placeholders if purpose in keys]


def ranking(template: Template, role: TemplateRole) -> str:
    """Return the layout that serves in a role with its score, and the runner-up."""
    return ", then ".join(
        f"`{one.match.layout.name}` {one.score:.1f}" for one in template.scores[role][:2]
    )


def rankings(template: Template) -> list[tuple[str, str]]:
    """Return each role that is served, as it is called, with what serves it."""
    return [(CALLED[role], ranking(template, role)) for role in template.scores]


def lacking(template: Template) -> list[str]:
    """Return what no layout of the template serves."""
    return [called for role, called in CALLED.items() if role not in template.matches]
