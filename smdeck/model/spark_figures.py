"""Figures of sparklines that are written as people write numbers: `"1,5"`, `"37 %"`."""

from __future__ import annotations

import re

from smdeck.figures.cells import Cell
from smdeck.figures.codes import GENERAL
from smdeck.figures.columns import Column, read_cells
from smdeck.figures.numbers import Evidence, Mark, Unread
from smdeck.figures.showing import shown
from smdeck.model.datafile import decimal_mark, report_ambiguous
from smdeck.model.fields import Reader
from smdeck.model.meant import number_help
from smdeck.source import Scalar


def read_figures(
    items: list[Scalar], name: str, reader: Reader, decimal: Mark | None = None
) -> list[float | None] | None:
    """Return the numbers of a list, read as those of a chart; None, with a finding for each entry
    that is none. `name` is what the list is called."""
    read = _read(items, reader, decimal)
    if isinstance(read, Column):
        return read.values
    item = items[read.row]
    if read.readings and "." in item.text:
        decimals, thousand = (shown(one, GENERAL, reader.language) for one in read.readings)
        reader.findings.warn(
            "ambiguous-number",
            f"`{item.text}` is read as {decimals}, and may be meant as {thousand}",
            item.place,
            f"write {round(read.readings[1])} for the thousand, or {read.readings[0]:g}",
        )
        return read_figures(items, name, reader, ".")
    if read.readings:
        report_ambiguous(item.text, read.readings, "", None, item.place, reader)
        return None
    for number, one in enumerate(items, 1):
        alone = _read([one], reader, decimal)
        if isinstance(alone, Unread) and not alone.readings:
            reader.findings.error(
                "wrong-type",
                f"entry {number} of {name} takes a number, here is `{one.text}`",
                one.place,
                _help(one.text),
            )
    return None


def _read(items: list[Scalar], reader: Reader, decimal: Mark | None) -> Column | Unread:
    cells = [Cell("" if one.is_null else one.text) for one in items]
    evidence = Evidence(decimal, (".", decimal_mark(reader.language)))
    (column,) = read_cells([cells], evidence)
    return column


def _help(text: str) -> str | None:
    """Return what helps with an entry that is no number."""
    parts = re.split(r"\s*[;|/]\s*|\s+", text.strip())
    if len(parts) > 1 and all(re.fullmatch(r"[+-]?\d+([.,]\d+)?", part) for part in parts):
        return f"write commas between numbers: `[{', '.join(p.replace(',', '.') for p in parts)}]`"
    return number_help(text, whole=False)
