"""The figures of a chart as python-pptx takes them, and the workbook that it carries.

Names stay texts in the workbook, whatever they begin with: `=Summe` is no formula and an address no
link. Numbers have the formats of the chart's labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

from smdeck.model.chart import ChartData

TEXTS_ARE_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def chart_figures(
    chart: ChartData, beside: Sequence[tuple[str, Sequence[float | None]]]
) -> CategoryChartData | XyChartData:
    """Return the figures of a chart with the workbook that holds them, and in columns behind them
    what stands `beside`, by names: the sums of its stacks, its target."""
    data = chart.data
    if chart.type == "scatter":
        points = _Points(chart.codes)
        for name, pairs in data.points.items():
            series = points.add_series(name)
            for x, y in pairs:
                series.add_data_point(x, y)
        return points
    figures = _Categories(chart.codes, beside)
    figures.categories = data.dates or data.categories
    if data.dates:
        figures.categories.number_format = data.date_code
    until = len(data.categories)
    if chart.forecast and chart.type == "line":  # what is expected has columns of its own
        until = data.categories.index(data.as_shown(chart.forecast))
    for name, row in data.series.items():
        figures.add_series(name, [value if n < until else None for n, value in enumerate(row)])
    return figures


def step_figures(
    categories: Sequence[str],
    rows: Sequence[tuple[str, Sequence[float | None]]],
    codes: dict[str, str],
) -> CategoryChartData:
    """Return series as a chart draws them, which are not the ones that are written in the deck."""
    figures = _Categories(codes, ())
    figures.categories = categories
    for name, values in rows:
        figures.add_series(name, values)
    return figures


@contextmanager
def sheet_of(file: IO[bytes]) -> Iterator[tuple[Workbook, Any]]:
    """Give a workbook that is written into a file, and its only sheet."""
    workbook = Workbook(file, TEXTS_ARE_TEXTS)
    yield workbook, workbook.add_worksheet()
    workbook.close()


class _CategoryWriter(CategoryWorkbookWriter):  # type: ignore[misc]
    """Writes categories and series, each series in its number format."""

    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Any:
        return sheet_of(xlsx_file)

    def _write_series(self, workbook: Workbook, worksheet: Any) -> None:
        for column, series in enumerate(self._chart_data, 1):
            code = workbook.add_format({"num_format": self._chart_data.codes[series.name]})
            worksheet.write(0, column, series.name)
            worksheet.write_column(1, column, series.values, code)
        for column_beside, (name, values) in enumerate(self._chart_data.beside, column + 1):
            worksheet.write(0, column_beside, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    worksheet.write_number(row, column_beside, value, code)


class _PointWriter(XyWorkbookWriter):  # type: ignore[misc]
    """Writes the points of each series below one another, y in the number format."""

    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Any:
        return sheet_of(xlsx_file)

    def _populate_worksheet(self, workbook: Workbook, worksheet: Any) -> None:
        for series in self._chart_data:
            code = workbook.add_format({"num_format": self._chart_data.codes[series.name]})
            top = self.series_table_row_offset(series)
            worksheet.write_column(top + 1, 0, series.x_values)
            worksheet.write(top, 1, series.name)
            worksheet.write_column(top + 1, 1, series.y_values, code)


class _Categories(CategoryChartData):  # type: ignore[misc]
    def __init__(
        self, codes: dict[str, str], beside: Sequence[tuple[str, Sequence[float | None]]]
    ) -> None:
        super().__init__()
        self.codes, self.beside = codes, beside

    @property
    def _workbook_writer(self) -> _CategoryWriter:
        return _CategoryWriter(self)


class _Points(XyChartData):  # type: ignore[misc]
    def __init__(self, codes: dict[str, str]) -> None:
        super().__init__()
        self.codes = codes

    @property
    def _workbook_writer(self) -> _PointWriter:
        return _PointWriter(self)
