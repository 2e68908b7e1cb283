"""Tones: the theme colour of each role in each tone.

What a file says of a tone and what is derived for it are colours of one kind. A role that neither
has is as in the light tone; then each becomes the slot that its colour has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_args

from smdeck.findings import Findings, Place
from smdeck.scene.style import Role, Slot
from smdeck.theme.color import RGB, Shade, hex_digits
from smdeck.theme.house import Usage
from smdeck.theme.records import PaintFile, ThemeFile, ToneFile
from smdeck.theme.scheme import SLOTS, TONES, Scheme, color_named
from smdeck.theme.theme import background_slot
from smdeck.theme.values import ThemeColors

ROLES: tuple[Role, ...] = get_args(Role)
SERIES = tuple(role for role in ROLES if role.startswith("series_"))
STEPS = tuple(role for role in ROLES if role.startswith("step_"))

PALER = 6
"""How much more of the background shows through each step than through the next, in percent."""


class ToneColor(NamedTuple):
    """The colour of a role, and for findings what it is called and where."""

    shade: Shade
    name: str
    place: Place


Roles = Mapping[Role, ToneColor]


def theme_colors(
    record: ThemeFile, scheme: Scheme, usage: Usage, findings: Findings
) -> ThemeColors:
    """Return the colours of a theme, those of each role in each tone."""
    settings = record.defaults.smdeck
    said = {name: _said(name, record, scheme, findings) for name in TONES}
    tones, backgrounds = {}, {}
    for name, tone in said.items():
        whole, light = _whole(tone, said["light"], usage), name == "light"
        background = _slot(tone["ground"], scheme.slots, findings)
        text = _slot(tone["text"], scheme.slots, findings)
        own = {background: background_slot(background), text: "tx1"}
        backgrounds[name] = background, text
        tones[name] = {
            role: color.shade.paint(own.get(slot, slot))
            for role, color in whole.items()
            for slot in [_slot(color, scheme.slots, findings, links=light)]
        }
    return ThemeColors(
        scheme.slots,
        scheme.palette,
        tones=tones,
        backgrounds=backgrounds,
        by_layout={**scheme.layouts, **settings.layouts},
        base=settings.base if settings.origin.get("base") else scheme.base,
    )


def _said(name: str, record: ThemeFile, scheme: Scheme, findings: Findings) -> Roles:
    """Return the roles that a theme's file gives colours in a tone, or that are derived."""
    tones = record.defaults.smdeck.tones
    file: ToneFile | None = getattr(tones, name, None)
    if file is None:
        place = record.color.origin.place
        return {
            role: ToneColor(shade, f"#{hex_digits(shade.color)}", place)
            for role, shade in scheme.tones[name].items()
        }
    if name == "light" and not file.series:
        findings.error(
            "missing-field",
            "the light tone of a theme needs `series`, the colours of charts",
            file.origin.place,
            "list six colours there; other tones without `series` have the same",
        )
    files: dict[Role, PaintFile] = {
        **{role: one for role in ROLES if (one := getattr(file, role, None)) is not None},
        **dict(zip(SERIES, file.series, strict=False)),
        **dict(zip(STEPS, file.steps, strict=False)),
    }
    return {role: _read(one, scheme, findings) for role, one in files.items()}


def _read(file: PaintFile, scheme: Scheme, findings: Findings) -> ToneColor:
    """Return a colour as a file says it; another one with a finding where there is none."""
    place = file.origin.place
    color = color_named(file.color, scheme.palette, place, findings) or scheme.slots["dk1"]
    return ToneColor(Shade(color, file.lighter, file.darker, file.alpha), file.color, place)


def _whole(tone: Roles, light: Roles, usage: Usage) -> Roles:
    """Return all roles in a tone; what it does not say is as in the light one, mostly."""
    usual = {role: light.get(role, light["text"]) for role in ROLES}
    if tone is not light:
        usual["contrast"] = tone.get("surface", usual["surface"])
    brand = tone.get("brand", usual["brand"])
    for paler, step in enumerate(reversed(STEPS)):
        less = 0 if brand.shade.color in usage.unaltered else paler * PALER
        shade = brand.shade._replace(alpha=brand.shade.alpha - less)
        usual[step] = brand._replace(shade=shade)
    return {**usual, "heading": tone["text"], **tone}


def _slot(
    color: ToneColor, slots: Mapping[Slot, RGB], findings: Findings, links: bool = True
) -> Slot:
    """Return the slot that a colour has: the first, where the brand calls it by several names.

    Links have other colours in all tones but the light one: without `links` theirs is none.
    """
    rgb = color.shade.color
    for slot in SLOTS if links else SLOTS[:-2]:
        if slots[slot] == rgb:
            return slot
    findings.error(
        "wrong-color",
        f"`{color.name}` is none of the theme's twelve colours",
        color.place,
        "give it a place in `colors`, or modify one that is there"
        if links or rgb not in (slots["hlink"], slots["folHlink"])
        else "links have another colour in this tone: give it one of `accent1` to `accent6`",
    )
    return "dk1"
