"""The XML of charts: series, figures, labels and axes (ECMA-376 Part 1, 21.2).

What every chart of PowerPoint's own has stands here, in the order of the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from smdeck.write.xml import escape

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def plain(text: str) -> str:
    """Return a text as it stands in an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# -- figures ----------------------------------------------------------------------------------


def column_of(number: int) -> str:
    """Return the letter of a series' column: the first one holds the categories."""
    return chr(ord("B") + number)


def named(ref: str, name: str) -> str:
    """Return the name of a series or of an axis, which stands in a cell of the workbook."""
    return f"<c:tx>{_texts(ref, [plain(name)])}</c:tx>"


def _texts(ref: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{text}</c:v></c:pt>' for n, text in enumerate(texts))
    return (
        f"<c:strRef><c:f>Sheet1!{ref}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def numbers(
    tag: str, ref: str, code: str, values: Sequence[object], codes: Sequence[str] = ()
) -> str:
    """Return numbers in cells of the workbook; `codes` are their formats where these differ."""
    own = [
        f' formatCode="{escape(codes[n])}"' if codes and codes[n] != code else ""
        for n in range(len(values))
    ]
    points = "".join(
        f'<c:pt idx="{n}"{own[n]}><c:v>{value}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{tag}><c:numRef><c:f>Sheet1!{ref}</c:f><c:numCache><c:formatCode>{plain(code)}"
        f'</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def category_texts(names: Sequence[str]) -> str:
    """Return the categories of a chart, which the first column of its workbook holds."""
    return f"<c:cat>{_texts(f'$A$2:$A${len(names) + 1}', list(map(plain, names)))}</c:cat>"


def column_values(number: int, code: str, values: Sequence[object]) -> str:
    """Return the values of a series in its column of the workbook."""
    column = column_of(number)
    return numbers("val", f"${column}$2:${column}${len(values) + 1}", code, values)


# -- labels -----------------------------------------------------------------------------------


def shown(*, value: int = 0, category: int = 0, series: int = 0) -> str:
    """Return what a label shows."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="{category}"/>'
        f'<c:showSerName val="{series}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


NOTHING, VALUE = shown(), shown(value=1)

LEADERS = '<c:showLeaderLines val="1"/>'

_EXTENSION = (
    '<c:extLst><c:ext xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart" '
    'uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}">{}</c:ext></c:extLst>'
)
NO_LEADERS = _EXTENSION.format('<c15:showLeaderLines val="0"/>')
"""No lines between values that were moved and their marks ([MS-ODRAWXML] 2.24.3.34)."""

FIELDS = _EXTENSION.format("<c15:dlblFieldTable/>")
"""What a label with fields says of them ([MS-ODRAWXML] 2.24.3.30)."""

UNDRAWN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def point_label(number: int, look: str, position: str, says: str = VALUE) -> str:
    """Return the label of one point: `look` is its place, its words and how they are set."""
    stands = f'<c:dLblPos val="{position}"/>' if position else ""
    return f'<c:dLbl><c:idx val="{number}"/>{look}{stands}{says}</c:dLbl>'


def no_label(number: int) -> str:
    """Return that a point has no label."""
    return f'<c:dLbl><c:idx val="{number}"/><c:delete val="1"/></c:dLbl>'


def moved_by(x: str, y: float) -> str:
    """Return by which shares of the chart a label is moved."""
    at = f'<c:x val="{x}"/><c:y val="{y:.4f}"/>'
    return f"<c:layout><c:manualLayout>{at}</c:manualLayout></c:layout>"


def point(number: int, shape: str = "", marker: str = "", before: str = "") -> str:
    """Return one point that looks otherwise than its series."""
    return f'<c:dPt><c:idx val="{number}"/>{before}{marker}<c:bubble3D val="0"/>{shape}</c:dPt>'


# -- series -----------------------------------------------------------------------------------


@dataclass
class Series:
    """A series while it is written."""

    number: int
    told: str
    """Its name."""
    shape: str
    """How it is filled and lined, and how its points are marked."""
    figures: str
    """Its categories and values."""
    points: dict[int, str] = field(default_factory=dict)
    """The points that look otherwise."""
    labels: dict[int, str] = field(default_factory=dict)
    """The labels of single points."""
    usual: str | None = None
    """What the labels of all other points say; None where no point has one."""
    more: str = ""
    """A trend, error bars."""
    end: str = ""
    order: int | None = None
    """Where it stands among the others, if not by its number."""

    @property
    def xml(self) -> str:
        """The `c:ser`."""
        order = self.number if self.order is None else self.order
        labels = "".join(label for _, label in sorted(self.labels.items()))
        if labels or self.usual is not None:
            usual = NOTHING + LEADERS if self.usual is None else self.usual
            labels = f"<c:dLbls>{labels}{usual}</c:dLbls>"
        return (
            f'<c:ser><c:idx val="{self.number}"/><c:order val="{order}"/>{self.told}{self.shape}'
            f"{''.join(self.points.values())}{labels}{self.more}{self.figures}{self.end}</c:ser>"
        )


def joined(series: Iterable[Series]) -> str:
    """Return series one after the other."""
    return "".join(one.xml for one in series)


# -- axes -------------------------------------------------------------------------------------


class ChartAxis(NamedTuple):
    """An axis: its numbers, and what is shown of it."""

    position: str
    hidden: bool = False
    orientation: str = ""
    low: float | None = None
    high: float | None = None
    rules: str = ""
    """The lines across the plot."""
    title: str = ""
    code: str = ""
    """The number format, as `number_format` has it."""
    ticks: str = "none"
    labels: str = "nextTo"
    shape: str = ""
    words: str = ""
    crosses: str = "autoZero"
    end: str = ""
    """What only some kinds of axes have."""
    unit: float | None = None

    def xml(self, tag: str, own: str, other: str) -> str:
        """Return the axis of a kind, with its number and that of the one it crosses."""
        scale = f'<c:orientation val="{self.orientation}"/>' if self.orientation else ""
        scale += "" if self.high is None else f'<c:max val="{float(self.high)!r}"/>'
        scale += "" if self.low is None else f'<c:min val="{float(self.low)!r}"/>'
        step = "" if self.unit is None else f'<c:majorUnit val="{float(self.unit)!r}"/>'
        return (
            f'<c:{tag}><c:axId val="{own}"/>'
            + (f"<c:scaling>{scale}</c:scaling>" if scale else "<c:scaling/>")
            + ("<c:delete/>" if self.hidden else '<c:delete val="0"/>')
            + f'<c:axPos val="{self.position}"/>{self.rules}{self.title}{self.code}'
            f'<c:majorTickMark val="{self.ticks}"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="{self.labels}"/>{self.shape}{self.words}<c:crossAx val="{other}"/>'
            f'<c:crosses val="{self.crosses}"/>{self.end}{step}</c:{tag}>'
        )


AS_SOURCE = '<c:numFmt formatCode="General" sourceLinked="1"/>'
FROM_EDGE_TO_EDGE = '<c:crossBetween val="midCat"/>'


def number_format(code: str) -> str:
    """Return the format of an axis' numbers."""
    return f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'


def rules(line: str) -> str:
    """Return the lines across a plot."""
    return f"<c:majorGridlines><c:spPr>{line}</c:spPr></c:majorGridlines>"


def axis_numbers(axes: Iterable[str]) -> str:
    """Return the axes that a plot stands on."""
    return "".join(f'<c:axId val="{one}"/>' for one in axes)


def line_plot(series: str, axes: Iterable[str], more: str = "") -> str:
    """Return a plot of lines on some axes."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{more}{axis_numbers(axes)}</c:lineChart>'
    )
