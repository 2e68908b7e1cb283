"""Chart colours: which one each series or slice has, and how it is told from the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from smdeck.findings import Findings
from smdeck.fit.measure import text_width
from smdeck.model.chart import ChartData
from smdeck.model.scripts import unbroken
from smdeck.scene import Box, Level, Paint, Role, SeriesStyle
from smdeck.scene.nodes import LabelledBy
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.color import contrast
from smdeck.theme.color_blindness import closest
from smdeck.units import points

SERIES: tuple[Role, ...] = (
    "series_1", "series_2", "series_3", "series_4", "series_5", "series_6",
)  # fmt: skip

VISIBLE, APART = 3.1, 10.5
"""What calm neighbours reach in contrast and difference: a little more than the rules ask."""


NAMES = Level(font="body", bold=True)
"""How the names of slices are set."""


def series_styles(
    data: ChartData, theme: Theme, tone: str, strings: Strings, named: bool = False
) -> tuple[SeriesStyle, ...]:
    """Return the slices of a round chart, else the series, in their order; `named` are series that
    have their names at their ends."""
    if data.type == "waterfall":
        return _steps(data, theme, tone, strings.labels)
    if data.type == "range":
        return _ends(data, theme, tone)
    if data.type == "bubble":
        return _bubbles(data, theme, tone)
    figures = data.data
    if round_chart := data.type in ("pie", "doughnut"):
        names = figures.categories
    else:
        names = [*figures.series, *figures.points]
    labelled_by = _labelled_by(data, len(names), named)
    shades = {"label": 0, "name": 1, "legend": len(names) - 1}[labelled_by]
    if data.type in ("stacked-column", "area"):
        shades = len(names) - 1  # they touch each other
    calm = _calm(theme, tone, shades)
    on_brand = data.type == "stacked-column" and len(names) == 2 and _apart(theme, tone)
    styles: list[SeriesStyle] = []
    for number, name in enumerate(names):
        role = SERIES[number % len(SERIES)]
        if data.highlight in names:
            role = "highlight" if name == data.highlight else "calm"
        elif data.highlight and len(names) == 1 and not round_chart and labelled_by == "label":
            role = "highlight"  # one of its bars is, and the others step back
        paint = theme.paint(role, tone)
        if role == "calm" and on_brand:
            role, paint = "brand", theme.paint("brand", tone)  # what the loud part stands on
        elif role == "calm" and calm:
            paint = calm[sum(style.role == "calm" for style in styles) % shades]
        styles.append(
            SeriesStyle(name, role, paint, labelled_by, text_color_on(paint, theme, tone))
        )
    return tuple(styles)


def _steps(
    data: ChartData, theme: Theme, tone: str, labels: dict[str, str]
) -> tuple[SeriesStyle, ...]:
    """Return the kinds of a waterfall's steps. Levels have the brand's colour unless that is loud;
    a fall is loud unless one step is set off."""
    rise, fall, strongest = _calm(theme, tone, 3)
    loud: tuple[str, Role, Paint] = ("fall", "highlight", theme.paint("highlight", tone))
    strong = _strong(theme, tone, (rise, fall)) or ("calm", strongest)
    told: list[tuple[str, Role, Paint]] = [
        ("level", *strong),
        ("rise", "calm", rise),
        ("fall", "calm", fall) if data.highlight else loud,
    ]
    return tuple(
        SeriesStyle(labels[name], role, paint, "label", text_color_on(paint, theme, tone))
        for name, role, paint in told
    )


def _ends(data: ChartData, theme: Theme, tone: str) -> tuple[SeriesStyle, ...]:
    """Return the two ends of ranges, in the brand's colour or that of words, calm where one row is
    set off, and loud what is set off as a whole. Their dots lie on their lines: nothing shines
    through."""
    calm = _solid(theme, tone)
    strong = _strong(theme, tone, (calm,))
    return _but_one(
        data, list(data.data.series), labelled_by="name", strong=strong, calm=calm, theme=theme,
        tone=tone,
    )  # fmt: skip


def _bubbles(data: ChartData, theme: Theme, tone: str) -> tuple[SeriesStyle, ...]:
    """Return the bubbles: in the brand's colour or that of words, or all calm but one."""
    calm = _solid(theme, tone)
    strong = _strong(theme, tone, ())
    return _but_one(
        data, list(data.data.categories), labelled_by="label", strong=strong, calm=calm,
        theme=theme, tone=tone,
    )  # fmt: skip


def _but_one(
    data: ChartData,
    names: Sequence[str],
    labelled_by: LabelledBy,
    strong: tuple[Role, Paint] | None,
    calm: Paint,
    theme: Theme,
    tone: str,
) -> tuple[SeriesStyle, ...]:
    """Return series that are all strong, or calm where one category is set off; loud what is."""
    base = strong if strong and data.highlight not in data.data.categories else ("calm", calm)
    styles = []
    for name in names:
        loud: tuple[Role, Paint] = ("highlight", theme.paint("highlight", tone))
        role, paint = loud if name == data.highlight else base
        styles.append(
            SeriesStyle(name, role, paint, labelled_by, text_color_on(paint, theme, tone))
        )
    return tuple(styles)


def panel_style(data: ChartData, name: str, theme: Theme, tone: str) -> SeriesStyle:
    """Return the only series of a small chart: loud where it is the one that is set off, calm where
    another one is."""
    role: Role = "series_1"
    paint = theme.paint(role, tone)
    if name == data.highlight or data.highlight in data.data.categories:
        role, paint = "highlight", theme.paint("highlight", tone)
    elif data.highlight:
        role, paint = "calm", _calm(theme, tone, 1)[0]
    return SeriesStyle(name, role, paint, "label", text_color_on(paint, theme, tone))


@lru_cache(maxsize=64)
def _solid(theme: Theme, tone: str) -> Paint:
    """Return a colour that steps back and that nothing shines through: the palest shade of the
    brand's colour, of the theme's black or of its white that can be seen."""
    background, loud = theme.rgb("ground", tone), theme.rgb("highlight", tone)
    found = []
    for base in (theme.paint("brand", tone), Paint("dk1"), Paint("lt1")):
        for share in range(0, 80, 10):
            for paint in (base._replace(lighter=share), base._replace(darker=share)):
                color = theme.seen(paint, tone)
                if contrast(color, background) >= VISIBLE and closest(color, loud)[0] >= APART:
                    found.append((contrast(color, background), paint))
    return min(found)[1] if found else theme.paint("text", tone)


def _strong(theme: Theme, tone: str, beside: tuple[Paint, ...]) -> tuple[Role, Paint] | None:
    """Return a colour that holds its own beside what is loud, calm and the background: the
    brand's, or that of words."""
    others = [theme.rgb("highlight", tone), *(theme.seen(paint, tone) for paint in beside)]
    background = theme.rgb("ground", tone)
    candidates: tuple[Role, Role] = ("brand", "text")
    for role in candidates:
        paint = theme.paint(role, tone)
        color = theme.seen(paint, tone)
        apart = all(closest(color, other)[0] >= APART for other in others)
        if apart and contrast(color, background) >= VISIBLE:
            return role, paint
    return None


def _apart(theme: Theme, tone: str) -> bool:
    """Return whether everybody can tell the brand's colour from what is loud."""
    brand, loud = theme.rgb("brand", tone), theme.rgb("highlight", tone)
    return closest(brand, loud)[0] >= APART


def text_color_on(paint: Paint, theme: Theme, tone: str) -> Role:
    """Return which of the background's two colours can be read better on a colour."""
    behind = theme.seen(paint, tone)
    candidates: tuple[Role, Role] = ("ground", "text")
    return max(candidates, key=lambda role: contrast(theme.rgb(role, tone), behind))


LABEL_SHARE = 0.2
"""The share of a pie chart's width that the label of a slice may take: both PowerPoint and
LibreOffice break its words beyond that."""

NARROWEST = 1.2
"""How wide a column and how high a bar is at least, in em of the chart's words."""


def name_problems(data: ChartData, box: Box, theme: Theme, size: float, findings: Findings) -> None:
    """Report names of categories that a chart has no room for."""
    across, down = points(box.w), points(box.h)
    names = data.data.categories
    if data.type == "pie":
        words = [word for name in names for word in unbroken(name)]
        longest = max(words, key=lambda word: text_width(word, size, theme, NAMES), default="")
        if text_width(longest, size, theme, NAMES) > LABEL_SHARE * across:
            findings.error(
                "long-word",
                f"in the chart the word `{longest}` is wider than its label at {size:g} pt",
                data.at("data"),
                "use a shorter word, or `bar`, which has more room for names",
            )
    length = {
        "bar": down, "column": across, "stacked-column": across, "waterfall": across,
    }.get(data.type)  # fmt: skip
    size = theme.type.role_bounds("label")[1]
    if length and len(names) * NARROWEST * size > length:
        findings.error(
            "overflow",
            f"the chart has {len(names)} categories; its box holds "
            f"{int(length / (NARROWEST * size))}",
            data.at("data"),
            "put the smallest together, use `line`, or split the slide",
        )


def _labelled_by(data: ChartData, count: int, named: bool) -> LabelledBy:
    """Return how the series of a chart are told apart."""
    if data.type == "pie":
        return "label"
    if count > 1:
        return "name" if named else "legend"
    return "label" if data.type in ("bar", "column", "stacked-column") else "name"


@lru_cache(maxsize=64)
def _calm(theme: Theme, tone: str, count: int) -> tuple[Paint, ...]:
    """Return colours that step back, and yet can be seen and told apart, lightest first.

    The last one comes again where there are no more of them.
    """
    background = theme.rgb("ground", tone)
    taken = [theme.rgb("highlight", tone)]
    chosen: list[Paint] = []
    for paint in _stronger(theme.paint("calm", tone)):
        if len(chosen) == count:
            break
        color = theme.seen(paint, tone)
        if contrast(color, background) >= VISIBLE and all(
            closest(color, other)[0] >= APART for other in taken
        ):
            chosen.append(paint)
            taken.append(color)
    return tuple(chosen + (chosen[-1:] or [paint]) * (count - len(chosen)))


def _stronger(calm: Paint) -> Iterator[Paint]:
    """Yield ever less transparent shades of what is calm, or of the words: made darker, a calm
    colour would turn bright. At last come those between the theme's black and white: on a middling
    background the way to either is short."""
    wash = calm if calm.alpha < 100 else Paint("tx1", alpha=30)
    yield from (wash._replace(alpha=alpha) for alpha in range(wash.alpha, 101, 2))
    for share in range(0, 60, 10):
        yield from (Paint("dk1", lighter=share), Paint("dk1", darker=share))
        yield from (Paint("lt1", darker=share), Paint("lt1", lighter=share))
