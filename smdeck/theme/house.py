"""The house rules: what a brand's department says, compiled, and asked by drawing and by rules."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Mapping as Names
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from smdeck.beside import files_in
from smdeck.files import may_read
from smdeck.findings import Findings, Place, listing, suggest
from smdeck.scene.style import Slot
from smdeck.source import Mapping
from smdeck.theme.color import RGB
from smdeck.theme.house_records import HouseSettings, UsageFile


class Usage(NamedTuple):
    """How the brand's colours may be used; each comes with the name that the brand gave it."""

    only: Names[RGB, tuple[str, ...]] = MappingProxyType({})
    """All that a colour may be."""
    never_on: frozenset[tuple[RGB, RGB]] = frozenset()
    """Colours of words, each with one that they never stand on."""
    unaltered: frozenset[RGB] = frozenset()
    """Colours that are never lighter, darker or transparent."""
    names: Names[RGB, str] = MappingProxyType({})

    def allows(self, color: RGB, use: str) -> bool:
        """Return whether a colour may be used for something."""
        return use in self.only.get(color, (use,))

    def allows_pair(self, words: RGB, backdrop: RGB) -> bool:
        """Return whether words of a colour may stand on another."""
        return (words, backdrop) not in self.never_on


class House(NamedTuple):
    """What a brand asks of all its talks, words and the numbers of rules aside."""

    usage: Usage = Usage()
    icons_only: frozenset[str] | None = None
    """The only icons that are used; None allows all."""
    charts_avoided: Names[str, str] = MappingProxyType({})
    """Types of charts that the brand does without, each with the one that it takes."""
    most_series: int | None = None
    levels: tuple[str, ...] = ()
    """How confidential a talk may be, its usual level first."""
    legal: str = ""
    legal_place: Place | None = None
    closing: Mapping | None = None
    """The slide that each talk ends with, as it is written."""


def house_of(
    settings: HouseSettings,
    slots: Names[Slot, RGB],
    palette: Names[str, RGB],
    findings: Findings,
) -> House:
    """Return the house rules of a theme; it names colours of its palette, and of its slots."""
    colors = {**{str(slot): color for slot, color in slots.items()}, **palette}
    icons, charts = settings.icons, settings.charts
    return House(
        usage=usage_of(settings.usage, colors, findings) if settings.usage else Usage(),
        icons_only=frozenset(icons.only) if icons and icons.only is not None else None,
        charts_avoided=_charts_avoided(settings, findings),
        most_series=charts.series if charts else None,
        levels=_levels(settings, findings),
        legal=settings.legal or "",
        legal_place=settings.at("legal") if settings.legal else None,
        closing=settings.closing,  # type: ignore[arg-type]
    )


def icon_files(settings: HouseSettings, folder: Path, findings: Findings) -> dict[str, Path]:
    """Return the icons of a theme's own folder by name; a folder without any is an error."""
    if settings.icons is None or settings.icons.folder is None:
        return {}
    inside = folder / settings.icons.folder
    place = settings.icons.at("folder")
    files = [name for name in files_in(inside) if name.lower().endswith(".svg")]
    if not files:
        findings.error(
            "missing-file",
            f"there is no icon in the folder `{settings.icons.folder}`",
            place,
            "it holds SVG files; its path is relative to the theme",
        )
    return {
        name.rpartition(".")[0]: inside / name
        for name in sorted(files)
        if may_read(inside / name, name, place, findings, "its path is relative to the theme")
    }


def usage_of(file: UsageFile, colors: Names[str, RGB], findings: Findings) -> Usage:
    """Return how colours may be used; a name that stands for none is an error."""
    names: dict[RGB, str] = {}

    def told(name: str, place: Place) -> RGB | None:
        color = colors.get(name)
        if color is None:
            findings.error(
                "wrong-color",
                f"`{name}` is no colour of the theme",
                place,
                suggest(name, list(colors), f"it has {listing(list(colors))}"),
            )
            return None
        names.setdefault(color, name)
        return color

    def each(key: str) -> list[tuple[RGB, str, Place]]:
        node = file.origin.get(key)
        written = [one for one, _ in node] if isinstance(node, Mapping) else []
        found = ((told(one.text, one.place), one) for one in written)
        return [(color, one.text, one.place) for color, one in found if color is not None]

    only = {color: tuple(file.only[name]) for color, name, _ in each("only")}
    pairs = [
        (color, backdrop)
        for color, name, place in each("never_on")
        for one in file.never_on[name]
        if (backdrop := told(one, place)) is not None
    ]
    items = file.origin.listed("unaltered")
    unaltered = [told(name, item.place) for name, item in zip(file.unaltered, items, strict=True)]
    return Usage(
        only, frozenset(pairs), frozenset(one for one in unaltered if one is not None), names
    )


def _charts_avoided(settings: HouseSettings, findings: Findings) -> dict[str, str]:
    """Return the types of charts that the brand avoids; a type that there is not is an error."""
    from typing import get_args

    from smdeck.model.chart_types import ChartType

    if settings.charts is None:
        return {}
    known, place = get_args(ChartType), settings.charts.at("avoid")
    for name in (*settings.charts.avoid, *settings.charts.avoid.values()):
        if name not in known:
            findings.error(
                "wrong-value",
                f"there is no type of charts `{name}`",
                place,
                suggest(name, known, f"types: {', '.join(known)}"),
            )
    return dict(settings.charts.avoid)


def _levels(settings: HouseSettings, findings: Findings) -> tuple[str, ...]:
    """Return how confidential a talk may be, the usual level first."""
    file = settings.classification
    if file is None:
        return ()
    usual = file.usual or file.levels[0]
    if usual not in file.levels:
        findings.error(
            "wrong-value",
            f"`{usual}` is none of the levels",
            file.at("usual"),
            suggest(usual, file.levels, f"levels: {listing(file.levels)}"),
        )
    return (usual, *(one for one in file.levels if one != usual))
