"""The nodes of a scene: text, shape, icon, picture, chart, table, connector and group."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Sequence
from math import floor, log10
from typing import Literal, NamedTuple, TypeAlias

from smdeck.findings import Place
from smdeck.model.chart import ChartData
from smdeck.model.items import Image
from smdeck.model.text import Inline, Paragraph
from smdeck.scene.box import Box
from smdeck.scene.equation import EquationBox
from smdeck.scene.playback import Playback
from smdeck.scene.spark import Spark
from smdeck.scene.style import Fade, Line, Paint, Role, Style
from smdeck.scene.template import TemplatePlaceholder
from smdeck.units import points

Preset = Literal[
    "rect", "roundRect", "ellipse", "homePlate", "chevron", "rightArrow", "downArrow", "line"
]
"""Shapes that PowerPoint draws itself (ECMA-376 Part 1, 20.1.10.56)."""


class Geometry(NamedTuple):
    """The outline of a shape: one of PowerPoint's own, or paths of our own."""

    preset: Preset = "rect"
    adjust: tuple[tuple[str, int], ...] = ()
    """Values of the preset's handles, in 1/100,000 (PowerPoint's unit)."""
    path: str | None = None
    """In place of a preset: moves, lines, curves and closes (M L C Z) in `grid` units."""
    grid: tuple[int, int] = (2400, 2400)
    sites: tuple[tuple[int, int], ...] = ()
    """Where connectors can be glued to a path, in its grid."""
    ragged: bool = False
    """Whether its box says little of where it is, as that of a region of a map."""

    def text_box(self, box: Box) -> Box:
        """Return where PowerPoint sets words inside the shape, before the text's own insets.

        These are the text rectangles of ECMA-376's presetShapeDefinitions.
        """
        shorter = min(box.w, box.h)
        share = self.adjust[0][1] / 100_000 if self.adjust else None
        match self.preset if self.path is None else "rect":
            case "roundRect":
                edge = round(0.29289 * shorter * (0.16667 if share is None else share))
                return box.inset(edge, edge, edge, edge)
            case "ellipse":
                across, down = round(0.14645 * box.w), round(0.14645 * box.h)
                return box.inset(across, down, across, down)
            case "homePlate":
                return box.inset(0, 0, round(shorter * (0.5 if share is None else share) / 2))
            case "chevron":
                point = round(shorter * (0.5 if share is None else share))
                return box.inset(point, 0, point)
        return box


class PlaceholderSpec(NamedTuple):
    """A placeholder of a slide layout: where a text, picture, chart or table stands."""

    name: str
    kind: Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "chart", "tbl"]
    box: Box
    style: Style | None = None
    fill: Role | None = None
    """What the tile behind the placeholder is filled with, where there is one."""
    line: Line | None = None
    geometry: Geometry = Geometry()
    """The outline of the tile. The tile is a shape of the layout, not the placeholder itself:
    LibreOffice and others draw every placeholder as a rectangle."""
    prompt: str = "text"
    """Which of the generated words invites to fill it (see `strings/`)."""
    ornament: bool = False
    """Whether its words only decorate, and need not be read."""
    of_template: TemplatePlaceholder | None = None
    """The placeholder of a company's template that it is; None for one of our own."""

    @property
    def inherited(self) -> bool:
        """Whether a template's layout says where it stands and how its words are set."""
        return self.of_template is not None and self.of_template.box == self.box


class Fitted:
    """How a text is set: what fit adds to its box."""

    __slots__ = ("extents", "height", "lines", "paragraphs", "sizes", "start")

    def __init__(self, sizes: tuple[float, ...] = (), start: tuple[float, ...] = ()) -> None:
        self.start = start
        """The sizes that the words are known to fit at, if they are: larger ones are not tried."""
        self.sizes = sizes
        """The size of each level in points."""
        self.paragraphs: tuple[Paragraph, ...] = ()
        """The paragraphs where fit has tied words together, else nothing."""
        self.lines: tuple[tuple[str, ...], ...] = ()
        """The lines of each paragraph."""
        self.height = 0.0
        """The height of all lines in points."""
        self.extents: tuple[Box, ...] | None = None
        """A box around the letters of each line, once a rule has asked where they stand."""


class FittedTable:
    """How a table is set: what fit adds to it."""

    __slots__ = ("cells", "gutters", "heights", "lines", "padding", "side", "size", "widths")

    def __init__(self) -> None:
        self.size = 0.0
        """The size of its words in points."""
        self.padding = 0.0
        """The space above and below the words of a cell in points."""
        self.side = 0.0
        """The space left and right of them."""
        self.gutters: tuple[float, ...] = ()
        """The space that each column leaves on its right beside the usual, in points."""
        self.widths: tuple[int, ...] = ()
        """The width of each column in EMU."""
        self.heights: tuple[int, ...] = ()
        """The height of each row in EMU, the header first."""
        self.lines: tuple[tuple[tuple[str, ...], ...], ...] = ()
        """The lines of each cell, row by row, the header first."""
        self.cells: tuple[tuple[Paragraph, ...], ...] = ()
        """The words of each cell, row by row, with a hyphen where a word breaks at a hint."""


class TextBox(NamedTuple):
    """A text in a placeholder of the layout, or in a box of its own."""

    paragraphs: tuple[Paragraph, ...]
    style: Style
    box: Box
    place: Place | None
    name: str
    fitted: Fitted
    """What fit finds."""
    placeholder: PlaceholderSpec | None = None
    group: str = ""
    """Texts of one group on a slide share one size."""
    inside: Geometry | None = None
    """The outline of the shape or placeholder that the text stands in."""
    link: str | None = None
    """Where a click on the whole box leads."""
    kind: Literal["text", "number", "footer", "date", "today", "menu", "ornament", "standing"] = (
        "text"
    )
    """What it is for; an ornament only decorates, and need not be read (WCAG 2.2, 1.4.3)."""

    @property
    def set_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs as they are set, once the text is fitted."""
        return self.fitted.paragraphs or self.paragraphs

    @property
    def sizes(self) -> tuple[float, ...]:
        """The size of each level in points, once the text is fitted."""
        return self.fitted.sizes

    @property
    def inner(self) -> Box:
        """Where words may stand, before the insets."""
        return self.inside.text_box(self.box) if self.inside else self.box

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that are left for the words, in points."""
        box = self.inner
        left, top, right, bottom = self.style.insets
        return points(box.w) - left - right, points(box.h) - top - bottom

    @property
    def of_template(self) -> TemplatePlaceholder | None:
        """The placeholder of a company's template that it stands in, if it is one."""
        return self.placeholder.of_template if self.placeholder else None


class Shape(NamedTuple):
    """A filled or outlined shape, with or without words."""

    box: Box
    geometry: Geometry = Geometry()
    fill: Role | Paint | None = None
    line: Line | None = None
    text: TextBox | None = None
    name: str = "Form"
    link: str | None = None
    alpha: int = 100
    """How opaque its fill is, in percent of what the theme says of its role."""
    fade: Fade | None = None
    """How its fill fades, if it does."""

    def site(self, number: int) -> tuple[int, int]:
        """Return where a connection site of its outline is, in EMU."""
        (wide, high), (x, y) = self.geometry.grid, self.geometry.sites[number]
        return self.box.x + self.box.w * x // wide, self.box.y + self.box.h * y // high

    def fill_paint(self, paint: Paint) -> Paint:
        """Return the colour of its fill, given that of its role."""
        return paint._replace(alpha=paint.alpha * self.alpha // 100) if self.alpha < 100 else paint


class Icon(NamedTuple):
    """An icon by name, drawn as a native shape."""

    icon: str
    box: Box
    fill: Role
    name: str
    outline: str = ""
    """Its path in the grid of icons, where it is the theme's own."""


class Picture(NamedTuple):
    """A picture from a file, cropped to its box around its focus point."""

    image: Image
    box: Box
    name: str
    placeholder: PlaceholderSpec | None = None
    link: str | None = None
    """Where a click on it leads."""
    film: Playback | None = None
    """The film or sound that it stands for until that plays."""
    mask: Geometry | None = None
    """Its outline, where it is not that of its placeholder."""

    @property
    def outline(self) -> Geometry:
        """The outline that is seen of it."""
        return self.mask or (self.placeholder.geometry if self.placeholder else Geometry())

    @property
    def crop(self) -> tuple[float, float, float, float]:
        """The shares cut off at left, top, right and bottom to fill the box.

        The focus stays as near the middle as can be.
        """
        if self.image.size is None:  # there is a finding
            return 0.0, 0.0, 0.0, 0.0
        width, height = self.image.size
        ratio, wanted = width / height, self.box.w / self.box.h
        focus = self.image.focus or self.image.usual_focus
        if ratio > wanted:
            left, right = _cut(1 - wanted / ratio, focus[0])
            return left, 0.0, right, 0.0
        top, bottom = _cut(1 - ratio / wanted, focus[1])
        return 0.0, top, 0.0, bottom


def _cut(share: float, focus: float) -> tuple[float, float]:
    """Return what to cut before and after a point, so that it is as near the middle as can be."""
    before = min(share, max(0.0, focus - (1 - share) / 2))
    return before, share - before


LabelledBy = Literal["label", "name", "legend"]
"""How a series of a chart is known: by name and value that stand at it, by its name alone, or only
by its colour, which a legend explains."""


class SeriesStyle(NamedTuple):
    """How a series or slice of a chart looks, and how it is told from the others."""

    name: str
    role: Role
    paint: Paint
    """Its colour: the role's, or a shade where several are calm."""
    labelled_by: LabelledBy
    words: Role
    """The colour of words that stand on it."""


NameSide = Literal["ctr", "r", "l", "t", "b"]
"""Where the name of a bubble stands: in it, at its right or left, above or below it."""


class BubbleAxis(NamedTuple):
    """The axis of a chart of bubbles."""

    low: float
    step: float
    high: float

    @property
    def ticks(self) -> list[float]:
        """The numbers that it shows."""
        count = round((self.high - self.low) / self.step)
        digits = 9 - floor(log10(self.step))  # those behind are of computing, not of the step
        return [round(self.low + n * self.step, digits) for n in range(count + 1)]

    def share(self, value: float) -> float:
        """Return where a value lies, 0 at its low end and 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


class BubbleField(NamedTuple):
    """How bubbles are set."""

    axes: tuple[BubbleAxis, BubbleAxis]
    """What is across and what is up."""
    share: float
    """How large the largest bubble is, as a share of what office programs give it."""
    sides: tuple[NameSide, ...]
    """Where the name of each stands."""

    @property
    def across(self) -> BubbleAxis:
        """The axis to the right."""
        return self.axes[0]

    @property
    def up(self) -> BubbleAxis:
        """The upright axis."""
        return self.axes[1]


class FittedChart(NamedTuple):
    """How a chart is set; all lengths in points."""

    size: float
    """The size of the names of categories, the smallest of its words."""
    values: float
    """The size of values, and of names at the ends of lines."""
    loud: float
    """The size of the value that is set off."""
    plot: tuple[float, float, float, float] | None = None
    """Where bars and lines stand in the chart: left, top, width, height; None where office programs
    place them."""
    top: float | None = None
    """Where a hidden axis ends: its only step, unless it has a `unit`."""
    gap: float = 0.5
    """The space between bars as a share of a bar."""
    level: bool = True
    """Whether the names of categories stand level whatever happens."""
    room: float = 0.0
    """The space for names at the ends of lines or before ranges, or for the words of a target; 0
    where there are none."""
    inside: bool = False
    """Whether values stand at the foot of their bars, where no line of a target crosses them."""
    tucked: frozenset[tuple[int, int]] = frozenset()
    """The bars whose values stand within their ends, where a target's line goes through them
    otherwise: by the numbers of series and category."""
    legend: bool = False
    """Whether a legend names lines, although there is room at their ends."""
    step: float | None = None
    """The step of an axis whose numbers are shown; None where office programs choose one."""
    few: bool = False
    """Whether each point of a line has its value, in place of an axis."""
    totals: tuple[float | None, ...] = ()
    """The sum of each stack, where they are shown."""
    names_beside: tuple[float, ...] = ()
    """How high the names of series stand beside the last column, as shares of the plot."""
    arrow_over: bool = False
    """Whether the arrow of a difference goes over the columns, not into the side of one."""
    segments: tuple[tuple[float, ...], ...] = ()
    """The size of the value in each segment of a stack, series by series; 0 where it has none."""
    low: float = 0.0
    """Where a hidden axis begins."""
    unit: float | None = None
    """The step of a hidden axis that has several."""
    head: float = 0.0
    """The space for words of bands above the plot, or of what the areas of bubbles say."""
    axis2: tuple[float, float] | None = None
    """The step of the scale on the right, and where it ends."""
    told: frozenset[int] | None = None
    """The categories whose values are shown; None for all."""
    panel: Literal["", "all", "ends"] = ""
    """Whether it is one of small charts on a scale that all share, and names all of its categories
    or those at its ends."""
    bubbles: BubbleField | None = None
    """How bubbles are set, where there are some."""
    axis_names: tuple[float, float] = (0.0, 0.0)
    """How wide the names are of what bubbles show across and up."""


class Chart(NamedTuple):
    """A native chart."""

    data: ChartData
    box: Box
    name: str
    styles: tuple[SeriesStyle, ...]
    """The slices of a round chart, else the series."""
    fitted: FittedChart
    placeholder: PlaceholderSpec | None = None
    keyed: bool = False
    """Whether the slide names the slices of a ring, with their values."""
    total: str = ""
    """What the sums of its stacks are called."""
    free: Box | None = None
    """The part of its box that its bars leave free for words."""
    calm_words: Role = "text"
    """The colour of words that stand on what steps back."""

    @property
    def size(self) -> float:
        """The size of the smallest words in points."""
        return min(self.fitted.size, self.fitted.values)


class Table(NamedTuple):
    """A native table; the style is that of its cells."""

    columns: Sequence[Inline]
    rows: list[list[Inline]]
    align: Sequence[Literal["left", "center", "right"]]
    highlight: int | None
    box: Box
    name: str
    place: Place
    sizes: tuple[float, ...]
    """The sizes to choose from, largest first, in points."""
    fitted: FittedTable
    """What fit finds."""
    placeholder: PlaceholderSpec | None = None
    whole: list[list[Inline]] | tuple[()] = ()
    """The rows of all parts of a table that is split: its columns are as wide as these ask for."""
    strong: frozenset[int] = frozenset()
    """The columns whose cells are bold."""
    bars: frozenset[int] = frozenset()
    """The columns whose values have a bar beside them."""
    ratings: frozenset[int] = frozenset()
    """The columns of marks, some of them filled."""
    sparks: frozenset[int] = frozenset()
    """The columns of sparklines."""
    larger: tuple[float, ...] = ()
    """Sizes beyond those, for cells that then have one line each."""


class Connector(NamedTuple):
    """A line that stays glued to two shapes; sites are numbers of their connection points."""

    start: Shape
    start_site: int
    end: Shape
    end_site: int
    line: Line
    ends: tuple[tuple[int, int], tuple[int, int]]
    name: str
    bend: Literal["", "middle", "corner", "across"] = ""
    """How it gets there: straight; down, across and down again; down and then to the right; or
    across, down and across again."""
    way: tuple[tuple[int, int], ...] = ()
    """In place of a bend: one corner, or two half way."""

    @property
    def corners(self) -> tuple[tuple[int, int], ...]:
        """Where it bends on its way: nowhere if its ends are all but in one line."""
        if self.way:
            return self.way
        (x1, y1), (x2, y2) = self.ends
        if abs(y1 - y2 if self.bend == "across" else x1 - x2) <= STRAIGHT:
            return ()
        x, y = (x1 + x2) // 2, (y1 + y2) // 2
        match self.bend:
            case "middle":
                return (x1, y), (x2, y)
            case "corner":
                return ((x1, y2),)
            case "across":
                return (x, y1), (x, y2)
        return ()


STRAIGHT = 6_350
"""How far the ends of a tie may be beside each other, in EMU, to be joined by a straight line."""


class Group(NamedTuple):
    """Nodes that are moved as one."""

    children: "list[SceneNode]"
    name: str
    alt: str = ""
    """What it shows, for those who don't see it."""


SceneNode: TypeAlias = (
    TextBox | Shape | Icon | EquationBox | Picture | Chart | Spark | Table | Connector | Group
)
