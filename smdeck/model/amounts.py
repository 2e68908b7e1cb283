"""Amounts: numbers that stand beside the data of a chart, read by the same marks as these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeAlias

from smdeck.model.fields import Reader
from smdeck.model.kinds import Expanded, NumberKind
from smdeck.source import Node, Scalar

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.figures.numbers import Figure, Manner, Unread
    from smdeck.model.chart_bands import Band
    from smdeck.model.chart_more import Spread, Target

    Amount: TypeAlias = float  # it is one wherever it is read
else:

    class Amount(Expanded):
        """A number beside the data of a chart; until these are read, the text that writes it."""

        words: ClassVar[str] = "a number"
        described: ClassVar[dict[str, Any]] = {"type": ["number", "string"]}

        def decode(self, node: Node, name: str, reader: Reader) -> Any:
            from smdeck.figures.numbers import scan

            if isinstance(node, Scalar) and scan(node.text):
                return node
            return NumberKind().decode(node, name, reader)


def settle_amounts(chart: Any, reader: Reader) -> bool:
    """Read the numbers that stand beside the data of a chart; return whether all could be."""
    amounts = Amounts(chart, reader)
    target: Target | None = chart.target
    spread: Spread | None = chart.spread
    good = True
    if target:
        read = amounts.read("`target`", [target.value])
        good = read is not None and good
        (target.value,) = read or (0.0,)
    if spread:
        read = amounts.read("`spread`", spread.values)
        good = read is not None and good
        spread.values = read or []
    for band in chart.bands:
        good = _settle_band(band, amounts) and good
    return good


def _settle_band(band: Band, amounts: Amounts) -> bool:
    """Read the ends of a band that are values; return whether they could be."""
    from smdeck.figures.numbers import scan
    from smdeck.model.chart_bands import category_position

    names = [name for name in (band.from_, band.to) if name is not None]
    band.amounts = {}
    if all(category_position(name, amounts.chart.data) is not None for name in names):
        return True
    mapping = band.origin
    nodes = [node for key in ("from", "to") if isinstance(node := mapping.get(key), Scalar)]
    nodes = [node for node in nodes if scan(node.text)]
    read = amounts.read("a band", nodes)
    if read is not None:
        band.amounts = {node.text: value for node, value in zip(nodes, read, strict=True)}
    return read is not None


class Amounts(NamedTuple):
    """What reads the numbers beside the data of a chart."""

    chart: Any
    reader: Reader

    def read(self, called: str, nodes: Sequence[Any]) -> list[float] | None:
        """Return numbers on the scale of the values; None, with a finding, where one is in doubt.

        What is a number already stays as it is.
        """
        scalars = [node for node in nodes if isinstance(node, Scalar)]
        read = self._figures(scalars)
        if read is None:
            return None
        found = iter(zip(scalars, read, strict=True))
        values = [
            self._scaled(called, *next(found)) if isinstance(node, Scalar) else float(node)
            for node in nodes
        ]
        good = [value for value in values if value is not None]
        return good if len(good) == len(values) else None

    def _figures(self, nodes: list[Scalar]) -> list[Figure] | None:
        """Return the figures of texts, with a warning where one that is plain may be thousands."""
        from smdeck.figures.numbers import Unread

        texts = [node.text for node in nodes]
        read = self._manner(all(node.plain for node in nodes)).read(texts)
        if not isinstance(read, Unread):
            return [figure for figure in read if figure]
        return self._in_doubt(nodes, read)

    def _manner(self, plain: bool) -> Manner:
        """Return how the numbers are written: beside a file, what the deck has without quotes may
        have YAML's decimal point, unless the author says how the numbers are written."""
        from smdeck.figures.numbers import Evidence, Manner

        manner = self.chart.data.manner
        if not plain or manner.evidence.said or not _is_of_file(self.chart.data.origin):
            return manner  # type: ignore[no-any-return]
        marks = {"."} | {hint for hint in manner.evidence.hints if hint}
        shown = manner.read(["1.000"])
        if isinstance(shown, list) and shown[0] and shown[0].value > 1:
            marks.add(",")
        return Manner((), Evidence(None, tuple(sorted(marks))))  # type: ignore[arg-type]

    def _in_doubt(self, nodes: list[Scalar], unread: Unread) -> list[Figure] | None:
        """Report a number that may be thousands; return all read with YAML's decimal point where
        that is what it shows."""
        from smdeck.figures.numbers import Evidence, Manner
        from smdeck.model.doubt import taken_as_yaml

        item, readings = nodes[unread.row], unread.readings
        assert readings
        settled = _settled(self.chart.data.origin)
        if not taken_as_yaml(item, readings, self.reader, _clear(readings[0]), settled):
            return None
        read = Manner((), Evidence(".")).read([node.text for node in nodes])
        return [figure for figure in read if figure] if isinstance(read, list) else None

    def _scaled(self, called: str, node: Scalar, figure: Figure) -> float | None:
        """Return a number on the scale of the values, which may be shares of one; None, with a
        finding, where its unit is another."""
        from decimal import Decimal

        from smdeck.figures.numbers import same_unit

        unit, shares = self._unit()
        if not figure.unit or (figure.unit == "%" and same_unit(unit, "%")):
            exact = Decimal(repr(figure.value))
            return float(exact / 100) if shares and figure.unit else figure.value
        if same_unit(unit, figure.unit) or (not unit and figure.unit not in ("%", "‰")):
            return figure.value
        has = f"have the unit `{unit}`" if unit else f"have no `{figure.unit}`"
        self.reader.findings.error(
            "mixed-units",
            f"{called} has the unit `{figure.unit}`, and the values {has}",
            node.place,
            "write the number alone, as the values are"
            if unit
            else f'write the number as the values are, or `unit: "{figure.unit}"` beside `data`',
        )
        return None

    def _unit(self) -> tuple[str, bool]:
        """Return the unit of the values, and whether they are shares of one shown as percent."""
        from smdeck.figures.codes import percent_signs

        chart = self.chart
        styles = [column.style for column in chart.data.columns.values()]
        if any(style.share for style in styles):
            return "%", True
        sign = next((style.sign for style in styles if style.sign), "")
        if chart.format and "%" in percent_signs(chart.format) and sign != "%":
            return "%", True
        return sign or chart.unit or "", False


def _clear(value: float) -> str:
    """Return how a number is written whose point can't part thousands."""
    return f"{value:g}" if f"{value:.3f}"[-1] == "0" else f"{value:.4f}"


def _is_of_file(node: Any) -> bool:
    return isinstance(node, Scalar) or bool(node.get("file"))


def _settled(node: Any) -> str | None:
    """Return how an author says the decimal mark of the data; `{}` stands for the mark."""
    if not _is_of_file(node):
        return 'data: {decimal: "{}", categories: …, series: …}'
    name = node.text if isinstance(node, Scalar) else node.get("file").text
    return f'data: {{file: {name}, decimal: "{{}}"}}'
