"""Maps on a page: regions as native shapes in steps of colour, values in them, and the legend."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from smdeck.compose import Room
from smdeck.data.maps import MAPS, Map, MapRegion, map_named
from smdeck.findings import Findings, Place, listing, suggest
from smdeck.fit.measure import text_width
from smdeck.model.fields import Reader
from smdeck.model.scripts import written_rtl
from smdeck.page.page import Page
from smdeck.scene import Geometry, Level, Line, Paint, Role, SceneNode, Shape, Style
from smdeck.scene.outlined import fills_box
from smdeck.theme.color import LARGE_CONTRAST, contrast

if TYPE_CHECKING:
    from smdeck.figures.columns import FigureColumn
    from smdeck.model.figures import Figures

LINE_HEIGHT = 1.2
"""The height of a line as a share of its size."""

PLAIN = 11
TINTS = {1: (100,), 2: (45, 100), 3: (32, 52, 100), 4: (28, 48, 78, 100)}
"""How much of the brand's colour land without a value has, in percent, and each step of values, by
how many there are."""

NBSP = "\u00a0"

LABELS = (24.0, 20.0, 18.0, 16.0, 14.0)
"""The sizes of values on a map in points, the largest first."""


class Legend(NamedTuple):
    """What the legend is made of, in points."""

    row: float = 28.0
    swatch: float = 20.0
    others: float = 78.0
    """The room for values that no region has room for."""

    def high(self, steps: int) -> float:
        """Return how high it is."""
        return steps * self.row + self.others


LEGEND = Legend()


class MapValues(NamedTuple):
    """A map with the values of its regions."""

    whole: Map
    values: dict[str, float]
    """The values by the codes of regions."""
    shown: dict[str, str]
    """The values as they are shown."""

    @classmethod
    def read(cls, slide: Any, place_of: Callable[[str], Place], reader: Reader) -> MapValues | None:
        """Return the map of a slide with its values; None, with findings, where there is none."""
        whole = map_named(slide.map)
        if whole is None:
            others = [one for name, names in MAPS.items() for one in (name, names[0])]
            reader.findings.error(
                "unknown-map",
                f"there is no map `{slide.map}`",
                slide.at("map"),
                suggest(slide.map, others, f"there are {', '.join(f'`{one}`' for one in MAPS)}"),
            )
            return None
        column = _of_file(slide, reader) if slide.data else _column(slide, place_of, reader)
        names = slide.data.categories if slide.data else slide.values
        regions = [_region(whole, name, place_of, reader) for name in names]
        if column is None or not all(regions):
            return None
        return cls._of(whole, slide, regions, column, reader.language)

    @classmethod
    def _of(
        cls,
        whole: Map,
        slide: Any,
        regions: Sequence[MapRegion | None],
        column: FigureColumn,
        lang: str,
    ) -> MapValues:
        from smdeck.figures.showing import shown

        code = column.style.asked(slide.decimals, slide.unit, None).code_in(lang)
        pairs = zip(regions, column.values, strict=True)
        values = {one.code: value for one, value in pairs if one and value is not None}
        return cls(whole, values, {one: shown(value, code, lang) for one, value in values.items()})


def _of_file(slide: Any, reader: Reader) -> FigureColumn | None:
    """Return the values of regions in a file; None, with findings, where it has none."""
    figures: Figures = slide.data
    if not figures.take(False, reader):
        return None
    if figures.points or len(figures.columns) != 1:
        reader.findings.error(
            "chart-data",
            f"a map shows one value for each region, here are {len(figures.columns)} columns",
            slide.at("data"),
            "name the two to show: `data: {file: …, columns: [Land, Wert]}`",
        )
        return None
    (column,) = figures.columns.values()
    return column


def _column(slide: Any, place_of: Callable[[str], Place], reader: Reader) -> FigureColumn | None:
    """Return the values of a slide as figures; None, with a finding, where one is none."""
    from smdeck.figures.cells import Cell
    from smdeck.figures.columns import read_cells
    from smdeck.figures.numbers import Unread
    from smdeck.model.doubt import as_in_yaml

    cells = [Cell(text) for text in slide.values.values()]
    (column,) = read_cells([cells], as_in_yaml(reader.language))
    if not isinstance(column, Unread):
        return column
    name, text = list(slide.values.items())[column.row]
    reader.findings.error(
        "wrong-value",
        f"`{name}` is a number, not `{text}`",
        place_of(name),
        "leave out a region without a value: it stays plain",
    )
    return None


def _region(
    whole: Map, name: str, place_of: Callable[[str], Place], reader: Reader
) -> MapRegion | None:
    """Return the region that a name is for; None, with a finding, where the map has none."""
    region = whole.find(name)
    if region is None:
        report_unknown(whole, name, place_of(name), reader.findings)
    return region


def report_unknown(whole: Map, name: str, place: Place, findings: Findings) -> None:
    """Report a region that a map has not: which may be meant, or which map has it."""
    others = [one for one in MAPS if (found := map_named(one)) and found.find(name)]
    first = next(iter(whole.regions.values()))
    usual = f"regions are named as `{first.names[0]}`, `{first.names[1]}` or `{first.code}`"
    help = f"it is on the map {listing(others)}" if others else usual
    findings.error(
        "unknown-region",
        f"the map has no region `{name}`",
        place,
        help if others else suggest(name, whole.all_names(), usual),
    )


def steps_of(drawn: MapValues, most: int) -> list[list[float]]:
    """Return the values in steps from the lowest to the highest, about as many in each."""
    values = sorted(set(drawn.values.values()))
    count = min(most, len(values))
    edges = [round(n * len(values) / count) for n in range(count + 1)] if count else []
    return [values[start:end] for start, end in pairwise(edges)]


def draw_map(
    page: Page, drawn: MapValues, field: Room, legend: Room, highlight: str | None, most: int,
    *, names: bool = False,
) -> None:  # fmt: skip
    """Put a map into a field, as a group with its values in words, and its legend into a room;
    regions have their `names` where there is room."""
    drawing = _MapDrawing(page, drawn, field, steps_of(drawn, most), highlight, named=names)
    nodes = [node for code in _by_size(drawn.whole) for node in drawing.region(code)]
    words = ", ".join(f"{drawing.name(code)} {text}" for code, text in drawn.shown.items())
    page.group(nodes, page.strings.shapes["map"], f"{page.strings.shapes['map']}: {words}")
    drawing.legend(legend)


def _by_size(whole: Map) -> list[str]:
    """Return the codes of regions, those first that others lie within."""
    regions = whole.regions.values()
    return [one.code for one in sorted(regions, key=lambda one: -one.box[2] * one.box[3])]


class _MapDrawing:
    """A map while it is drawn."""

    def __init__(
        self, page: Page, drawn: MapValues, field: Room, steps: list[list[float]],
        highlight: str | None, *, named: bool,
    ) -> None:  # fmt: skip
        self.named = named
        self.page, self.drawn, self.steps = page, drawn, steps
        found = drawn.whole.find(highlight) if highlight else None
        self.loud = found.code if found else None
        wide, high = drawn.whole.size
        self.scale = min(field.w / wide, field.h / high)
        self.left = field.x + (field.w - wide * self.scale) / 2
        self.top = field.y + (field.h - high * self.scale) / 2
        self.paints = _paints(page, len(steps))
        self.mirrored = written_rtl(page.context.deck.lang)
        self.unlabelled: list[str] = []

    def name(self, code: str) -> str:
        """Return what a region is called in the language of the deck."""
        german = self.page.strings.lang.startswith("de")
        return self.drawn.whole.regions[code].display_name(german)

    def region(self, code: str) -> list[SceneNode]:
        """Return the shape of a region, and its value in it where there is room."""
        region, text = self.drawn.whole.regions[code], self.drawn.shown.get(code)
        fill = self._fill(code)
        name = self.name(code) if text is None else f"{self.name(code)}: {text}"
        shape = self.page.shape(
            self._room(region.box).box,
            self._outline(region),
            fill=fill,
            line=Line("ground", 1.0),
            name=name,
        )
        center = self._room(region.room).center
        label = None
        if self.named:
            told = [self.name(code), *([] if text is None else [text])]
            label = self._label(shape, center, told, fill)
        if label is None and text is not None:
            if self.named:  # by its name beside the map, by its value in it
                self.unlabelled.append(code)
            label = self._label(shape, center, [text], fill)
            if label is None and not self.named:
                self.unlabelled.append(code)
        return [shape, label] if label else [shape]

    def _fill(self, code: str) -> Role | Paint:
        if code == self.loud:
            return "highlight"
        if code not in self.drawn.values:
            return _tint(self.page, PLAIN)
        value = self.drawn.values[code]
        return self.paints[next(n for n, step in enumerate(self.steps) if value in step)]

    def _room(self, box: Sequence[int]) -> Room:
        x, y, w, h = (one * self.scale for one in box)
        if self.mirrored:
            x = self.drawn.whole.size[0] * self.scale - x - w
        return Room(self.left + x, self.top + y, w, h)

    def _outline(self, region: MapRegion) -> Geometry:
        """Return the outline of a region.

        What is written from right to left is mirrored, where a map may not be: it is drawn in a
        mirror, and has a site, so that it is flipped as well.
        """
        grid = region.box[2:]
        if not self.mirrored:
            return Geometry(path=region.path, grid=grid, ragged=True)
        path = re.sub(r"(\d+) (\d+)", lambda at: f"{grid[0] - int(at[1])} {at[2]}", region.path)
        return Geometry(path=path, grid=grid, sites=((0, 0),), ragged=True)

    def _label(
        self,
        shape: Shape,
        center: tuple[float, float],
        lines: Sequence[str],
        fill: Role | Paint,
    ) -> SceneNode | None:
        """Return a value, or a name and a value below it, in the largest size that the region has
        room for, if there is one."""
        color = _text_color(self.page, fill)
        level = Level(color or "text", bold=True)
        for size in LABELS if color else ():
            theme = self.page.theme
            wide = max(text_width(line, size, theme, level) for line in lines) + 4
            high = LINE_HEIGHT * size * len(lines)
            at = Room(center[0] - wide / 2, center[1] - high / 2, wide, high)
            if fills_box(shape, at.box):
                style = Style((level,), ((size,),), "center", "middle")
                return self.page.label(at.box, "\n".join(lines), style, name=" ".join(lines))
        return None

    def legend(self, room: Room) -> None:
        """Put a row for each step of colour, and below them what no region has room for."""
        page, rows = self.page, room.cut("top", len(self.steps) * LEGEND.row)[0]
        level = Level("text")
        for n, row in enumerate(rows.rows(len(self.steps), 0) if self.steps else ()):
            dot = Room(row.x, row.center[1] - LEGEND.swatch / 2, LEGEND.swatch, LEGEND.swatch)
            page.shape(dot.box, Geometry(), fill=self.paints[n], name=page.strings.shapes["disc"])
            words = Room(dot.right + 12, row.y, row.right - dot.right - 12, row.h)
            style = Style((level,), ((18.0,), (16.0,)), "left", "middle")
            page.label(words.box, self._range(self.steps[n]), style, group="legend")
        if self.unlabelled:
            left = [one for one in self.drawn.shown if one in self.unlabelled]
            text = " · ".join(self._said(one) for one in left)
            below = Room(room.x, rows.bottom + 8, room.w, room.bottom - rows.bottom - 8)
            style = Style((Level("muted"),), ((16.0,), (14.0,)))
            page.label(below.box, text, style, group="values")

    def _said(self, code: str) -> str:
        """Return the name and the value of a region, which stay on one line."""
        return f"{self.name(code)} {self.drawn.shown[code]}".replace(" ", NBSP)

    def _range(self, step: list[float]) -> str:
        shown = {value: self.drawn.shown[code] for code, value in self.drawn.values.items()}
        first, last = shown[step[0]], shown[step[-1]]
        return first if first == last else f"{first} – {last}"


def _paints(page: Page, count: int) -> list[Paint]:
    """Return the colours of the steps: the brand's, ever less of it on the background."""
    return [_tint(page, share) for share in TINTS.get(count, ())]


def _tint(page: Page, share: int) -> Paint:
    """Return so many percent of the brand's colour on the background."""
    brand = page.theme.paint("brand", page.scene.tone)
    return brand._replace(alpha=brand.alpha * share // 100)


def _text_color(page: Page, fill: Role | Paint) -> Role | None:
    """Return the colour of words on a fill that is read best; None where none can be read."""
    theme, tone = page.theme, page.scene.tone
    behind = theme.rgb(fill, tone)
    roles: tuple[Role, ...] = ("inverse", "text", "ground")
    reached = {role: contrast(theme.rgb(role, tone), behind) for role in roles}
    best = max(roles, key=reached.__getitem__)
    return best if reached[best] >= LARGE_CONTRAST else None
