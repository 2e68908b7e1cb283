"""Defaults: a theme is read with all that it extends, and what it leaves out is derived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from smdeck.files import may_read
from smdeck.findings import Findings, suggest
from smdeck.model.decode import decode, keys
from smdeck.model.fields import Failed, Reader
from smdeck.source import Mapping, Node, Scalar, Sequence, read
from smdeck.theme.brand import canonical
from smdeck.theme.color import RGB, css_color
from smdeck.theme.folders import outside_theme, shipped_themes, theme_file
from smdeck.theme.fonts import BOLD_FROM, weight_of
from smdeck.theme.house import Usage, usage_of
from smdeck.theme.house_records import UsageFile
from smdeck.theme.records import Color, TypeFile
from smdeck.theme.remaking import anchored, changed, made_mapping, merged, without

LOGO = {"height": 27, "layouts": ["title", "closing", "contact"]}
"""Where the logo of a brand stands that says nothing of slides."""

TONES = ("light", "dark", "brand", "accent")

_OF_LOOK = ("style", "line-height")
"""What a brand says of headings, and a theme as its look."""

LEADING = 1.2
"""PowerPoint's line height in em, of which its line spacing is a share."""

LEAST_LEADING, MOST_LEADING = 0.8, 1.1
"""How near and how far the lines of headings are set; pages in the web have more room."""


def completed(file: Path, node: Mapping, findings: Findings) -> Mapping | None:
    """Return a theme with all settings; None with findings where it extends what can't be read."""
    whole = _extended(file, node, findings, (file.resolve(),))
    if whole is None or findings.errors:
        return None
    settings = _settings(whole)
    for part in _left_out(whole, settings):
        settings = merged(made_mapping(part, whole.get("color") or whole), settings)
    usual = {"color": {}, "typography": {"base": {"family": _first_font(whole)}}}
    every = {"defaults": {"smdeck": settings}}
    whole = changed(
        merged(made_mapping(usual, whole), whole),
        typography=lambda node: changed(node, headings=lambda face: _without(face, _OF_LOOK)),
    )
    return merged(whole, made_mapping(every, whole))


def _left_out(whole: Mapping, settings: Mapping) -> Iterator[dict[str, Any]]:
    """Return the settings that a theme leaves out: usual ones, and those that its colours give."""
    if "logo" in whole.entries and settings.get("logo") is None:
        yield {"logo": LOGO}
    look = _look_of_headings(whole)
    if look:
        yield {"look": look}
    needed = [name for name, key in keys(TypeFile).items() if key.required]
    if _lacks(settings.get("type"), needed):
        from smdeck.theme.derived import derived_type

        yield {"type": derived_type()}
    if settings.get("colors") is None or _lacks(settings.get("tones"), TONES):
        yield _derived(whole, settings)


def _first_font(whole: Mapping) -> str:
    """Return the family of a theme that names none for the body."""
    for path in (("headings",), ("headings", "family")):
        named = _at(whole, "typography", *path)
        if isinstance(named, Scalar):
            return named.text
    fonts = _at(whole, "typography", "fonts")
    first = fonts.items[0] if isinstance(fonts, Sequence) and fonts.items else None
    family = first.get("family") if isinstance(first, Mapping) else None
    return family.text if isinstance(family, Scalar) else "Arial"


def _look_of_headings(whole: Mapping) -> dict[str, Any]:
    """Return what a brand says of its headings, in the keys of a theme's look."""
    look: dict[str, Any] = {}
    weight, style, height = (
        node.text if isinstance(node, Scalar) else ""
        for key in ("weight", "style", "line-height")
        for node in [_at(whole, "typography", "headings", key)]
    )
    number = weight_of(weight)
    if number is not None and number < BOLD_FROM:
        look["headings"] = "regular"
    if style in ("italic", "oblique"):
        look["italic"] = True
    share = _leading(height)
    if share is not None:
        look["leading"] = round(min(MOST_LEADING, max(LEAST_LEADING, share / LEADING)), 2)
    return look


def _without(node: Node, names: Iterable[str]) -> Node:
    return without(node, names) if isinstance(node, Mapping) else node


def _leading(height: str) -> float | None:
    """Return a line height of a style sheet in em, or None for one that is none."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(%|em|rem)?\s*", height)
    return float(found[1]) / (100 if found[2] == "%" else 1) if found else None


def _at(node: Node | None, *path: str) -> Node | None:
    """Return the node at a path of keys, or None."""
    for name in path:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def _lacks(node: Node | None, names: Iterable[str]) -> bool:
    return not isinstance(node, Mapping) or any(node.get(name) is None for name in names)


def resolved_palette(color: Color, findings: Findings) -> dict[str, RGB]:
    """Return the colours by name; a name may stand for another name."""
    named = {
        **color.palette,
        **{
            name: value
            for name in ("foreground", "background", "primary", "secondary")
            if (value := getattr(color, name)) is not None
        },
    }
    listed = color.origin.get("palette") if isinstance(color.origin, Mapping) else None
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


def _extended(
    file: Path, node: Mapping, findings: Findings, seen: tuple[Path, ...]
) -> Mapping | None:
    """Return a theme in its one form, on top of the theme that it extends."""
    base = node.get("extends")
    own = canonical(without(node, ("extends",)), file.parent, findings)
    if base is None:
        return own
    if not isinstance(base, Scalar):
        findings.error("wrong-type", "`extends` takes the name or path of a theme", base.place)
        return None
    found = theme_file(base.text, file.parent)
    outside = outside_theme(base.text, file.parent)
    if found is None and outside is not None:
        may_read(outside, base.text, base.place, findings)  # says so
        return None
    if found is None or found.suffix.lower() not in (".yaml", ".yml"):
        findings.error(
            "unknown-theme",
            f"there is no theme `{base.text}` to extend",
            base.place,
            suggest(base.text, shipped_themes(), "name a theme that ships, or the path of one"),
        )
        return None
    if found.resolve() in seen:
        findings.error(
            "theme-cycle",
            f"`{base.text}` extends the theme that extends it",
            base.place,
            "remove `extends` in one of the two",
        )
        return None
    below = read(found, findings)
    if below is None:
        return None
    whole = _extended(found, below, findings, (*seen, found.resolve()))
    if whole is None:
        return None
    return merged(anchored(whole, found.parent.resolve()), own)


def _derived(whole: Mapping, settings: Mapping) -> dict[str, Any]:
    """Return the settings that follow from a theme's colours."""
    from smdeck.theme.brand_palette import brand_palette
    from smdeck.theme.derived import (
        derived_colors,
        derived_layouts,
        derived_tones,
        sets_off_by_weight,
    )

    color, palette = whole.get("color"), {}
    if isinstance(color, Mapping):
        unheard = Findings()  # what is wrong with the colours is found again when they are read
        record = decode(Color, color, Reader(unheard, Path()), "the colours")
        if not isinstance(record, Failed):
            palette = resolved_palette(record, unheard)
    of = brand_palette(palette, _usage(settings, palette))
    derived: dict[str, Any] = {}
    if settings.get("colors") is None and settings.get("tones") is None:
        derived |= {
            "base": "dark" if of.dark_by_itself else "light",
            "layouts": derived_layouts(of),
        }
    if settings.get("colors") is None:
        derived["colors"] = derived_colors(of)
        if sets_off_by_weight(of):
            derived["look"] = {"headings": "regular"}
    tones = settings.get("tones")
    missing = {
        name: tone
        for name, tone in derived_tones(of).items()
        if not isinstance(tones, Mapping) or tones.get(name) is None
    }
    return {**derived, "tones": missing}


def _usage(settings: Mapping, palette: dict[str, RGB]) -> Usage:
    """Return how the brand's colours may be used; what is wrong with that is said later."""
    node, unheard = settings.get("usage"), Findings()
    if not isinstance(node, Mapping):
        return Usage()
    record = decode(UsageFile, node, Reader(unheard, Path()), "`usage`")
    return Usage() if isinstance(record, Failed) else usage_of(record, palette, unheard)


def _settings(whole: Mapping) -> Mapping:
    defaults = whole.get("defaults")
    settings = defaults.get("smdeck") if isinstance(defaults, Mapping) else None
    return settings if isinstance(settings, Mapping) else made_mapping({}, whole)
