"""The colour scheme: the brand's colours by name, and the twelve of PowerPoint's theme."""

from __future__ import annotations

from collections.abc import Mapping as Names
from types import MappingProxyType
from typing import NamedTuple, get_args

from smdeck.findings import Findings, Place, listing, suggest
from smdeck.model.records import Tone
from smdeck.scene.style import Role, Slot
from smdeck.source import Mapping
from smdeck.theme.brand import SEMANTIC
from smdeck.theme.color import RGB, Shade, css_color, parse_hex
from smdeck.theme.house import Usage, usage_of
from smdeck.theme.records import Color, SmdeckDefaults, ThemeFile

SLOTS: tuple[Slot, ...] = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
"""The colours of a PowerPoint theme, in the order of its file (ECMA-376 Part 1, 20.1.6.2)."""

TONES: tuple[str, ...] = get_args(Tone)


class Scheme(NamedTuple):
    """The colours that a theme has, and those of roles as far as they follow from them."""

    palette: dict[str, RGB]
    """The brand's own colours by name."""
    slots: dict[Slot, RGB]
    """The twelve of PowerPoint's theme."""
    tones: Names[str, Names[Role, Shade]] = MappingProxyType({})
    """The derived roles in each tone."""
    base: str = "light"
    """The usual tone."""
    layouts: Names[str, str] = MappingProxyType({})
    """The tones of layouts that are not in the usual one."""
    by_weight: bool = False
    """Whether emphasised words have no colour of their own in the usual tone, and so are bold."""


def scheme_of(record: ThemeFile, findings: Findings) -> Scheme:
    """Return the colours of a theme: those that its file gives, and what follows from them."""
    settings = record.defaults.smdeck
    palette, tones = palette_of(record.color, findings), settings.tones
    slots = None
    if settings.origin.get("colors") is not None:
        slots = _slots(settings, palette, findings)
        if tones and all(getattr(tones, name) for name in TONES):
            return Scheme(palette, slots)
    from smdeck.theme.brand_palette import brand_palette
    from smdeck.theme.derived import derived_scheme

    unheard = Findings()  # of `usage`: said where it is read with the names of all colours
    usage = usage_of(settings.usage, palette, unheard) if settings.usage else Usage()
    derived = derived_scheme(palette, brand_palette(palette, usage))
    if slots is not None:
        return Scheme(palette, slots, derived.tones)
    return derived if tones is None else derived._replace(base="light", layouts={})


def palette_of(color: Color, findings: Findings) -> dict[str, RGB]:
    """Return the colours by name; a name may stand for another name."""
    semantic = {name: getattr(color, name) for name in SEMANTIC}
    named = {**color.palette, **{name: one for name, one in semantic.items() if one is not None}}
    listed = color.origin.get("palette")
    written = listed.entries if isinstance(listed, Mapping) else {}
    palette: dict[str, RGB] = {}
    for name in named:
        value, seen = named[name], {name}
        while value in named and value not in seen:
            seen.add(value)
            value = named[value]
        rgb = css_color(value)
        if rgb is None:
            findings.error(
                "wrong-color",
                f"`{value}` is no colour",
                written[name][1].place if name in color.palette else color.at(name),
                suggest(
                    value,
                    [one for one in named if one != name],
                    "write it as #RRGGBB, or name a colour of the palette",
                ),
            )
        else:
            palette[name] = rgb
    return palette


def color_named(
    name: str, palette: Names[str, RGB], place: Place, findings: Findings
) -> RGB | None:
    """Return the colour of a palette's name, or of hex digits; None with a finding for others."""
    color = palette.get(name) or parse_hex(name)
    if color is None:
        findings.error(
            "wrong-color",
            f"`{name}` is no colour of the palette",
            place,
            suggest(name, palette, f"it has {listing(palette)}"),
        )
    return color


def _slots(
    settings: SmdeckDefaults, palette: Names[str, RGB], findings: Findings
) -> dict[Slot, RGB]:
    """Return the twelve colours as a theme's file gives them."""
    written = settings.origin.get("colors")
    entries = written.entries if isinstance(written, Mapping) else {}
    slots: dict[Slot, RGB] = {}
    for slot in SLOTS:
        if slot not in settings.colors:
            findings.error(
                "missing-field", f"the colours of a theme need `{slot}`", settings.at("colors")
            )
            continue
        place = entries[slot][1].place
        color = color_named(settings.colors[slot], palette, place, findings)
        if color:
            slots[slot] = color
    for name in settings.colors:
        if name not in SLOTS:
            findings.error(
                "unknown-field",
                f"a theme has no colour `{name}`",
                entries[name][0].place,
                suggest(name, SLOTS, f"it has {listing(SLOTS)}"),
            )
    return slots
