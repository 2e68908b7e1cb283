"""Figures of sparklines that are written as people write numbers: `"1,5"`, `"37 %"`, or as a text
with all of them, `3,5; 4; 8`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from smdeck.figures.cells import Cell
from smdeck.figures.columns import FigureColumn, read_cells
from smdeck.figures.numbers import DecimalMark, Evidence, Figure, Unread, mixed_units, read_columns
from smdeck.model.doubt import as_in_yaml, report_ambiguous, taken_as_yaml
from smdeck.model.fields import Reader
from smdeck.model.meant import number_help
from smdeck.source import Scalar

if TYPE_CHECKING:
    from smdeck.findings import Place
    from smdeck.model.table import TableData

GAP = "~"
"""What is written where a number is missing."""

_ROOM = re.compile(r"[ \t\n]+")
"""What parts numbers; a no-break space parts thousands."""


def read_figures(
    items: list[Scalar], name: str, reader: Reader, decimal: DecimalMark | None = None
) -> list[float | None] | None:
    """Return the numbers of a list, read as those of a chart; None, with a finding for each entry
    that is none. `name` is what the list is called."""
    read = _read(items, reader, decimal)
    if isinstance(read, FigureColumn):
        return None if _has_two_units(read.figures, name, items[0].place, reader) else read.values
    item = items[read.row]
    if read.readings:
        taken = taken_as_yaml(item, read.readings, reader, f"{read.readings[0]:g}")
        return read_figures(items, name, reader, ".") if taken else None
    for number, one in enumerate(items, 1):
        alone = _read([one], reader, decimal)
        if isinstance(alone, Unread) and not alone.readings:
            reader.wrong(one, f"entry {number} of {name}", "a number", _help(one.text))
    return None


def _read(
    items: list[Scalar], reader: Reader, decimal: DecimalMark | None
) -> FigureColumn | Unread:
    cells = [Cell("" if one.is_null else one.text) for one in items]
    (column,) = read_cells([cells], as_in_yaml(reader.language, decimal))
    return column


def _help(text: str) -> str | None:
    """Return what helps with an entry that is no number."""
    parts = re.split(r"\s*[;|/]\s*|\s+", text.strip())
    if len(parts) > 1 and all(re.fullmatch(r"[+-]?\d+([.,]\d+)?", part) for part in parts):
        return f"write commas between numbers: `[{', '.join(p.replace(',', '.') for p in parts)}]`"
    return number_help(text, whole=False)


def parts_of(text: str) -> list[str]:
    """Return the numbers of a text as they are typed, apart by `;` or spaces; "" is a gap."""
    stripped = text.strip()
    if re.search("[;|]", stripped):
        parts = re.split(r"[;|]", stripped)
    else:
        parts = _ROOM.split(stripped)
        parts = parts if len(parts) > 1 else stripped.split()
    return ["" if part.strip() == GAP else part.strip() for part in parts]


def in_thousands(text: str) -> list[str] | None:
    """Return the numbers of a text whose spaces may part thousands, as `12 500 13 000 14 500`;
    None where they can't."""
    parts = _ROOM.split(text.strip())
    if ";" in text or "|" in text or not all(re.fullmatch(r"\d{1,3}", part) for part in parts):
        return None
    short = [len(part) < 3 for part in parts]
    grouped = any(len(part) == 3 and part[0] == "0" for part in parts)
    if not grouped and not any(short):
        return None  # 120 130 140
    numbers = [parts[0]]
    for part, before, is_short in zip(parts[1:], short, short[1:], strict=False):
        if is_short and before:
            return None  # no three digits follow the first of both
        if is_short or (not before and part[0] != "0" and not _goes_on(numbers[-1])):
            numbers.append(part)
        else:
            numbers[-1] += f" {part}"
    if short[-1] or (not grouped and len(numbers) < 3):
        return None
    if not grouped and sum(short) == 1 and not any(len(part) == 1 for part in parts):
        return None  # 95 105 110 120
    return numbers


def _goes_on(number: str) -> bool:
    """Return whether three digits more would belong to a number."""
    return " " not in number and len(number) < 3


class SparkTexts:
    """The texts of a column of sparklines on their way to numbers."""

    def __init__(
        self, typed: list[str], places: list[Place], called: str, table: TableData, reader: Reader
    ) -> None:
        assert table.manner
        self.typed, self.places, self.called = typed, places, called
        self.manner = table.manner
        self.settled = table.file.settled("file") if table.file else None
        self.reader, self.findings = reader, reader.findings

    def read(self) -> list[list[float | None]] | None:
        """Return the numbers of each text; None, with a finding, where they are in doubt."""
        odd = [self._has_odd_spaces(*one) for one in zip(self.typed, self.places, strict=True)]
        if any(odd):
            return None
        parted = [parts_of(text) for text in self.typed]
        numbers = [part for parts in parted for part in parts]
        read = read_columns([numbers, *self.manner.columns], self.manner.evidence)[0]
        if isinstance(read, Unread):
            self._refuse(read, parted)
            return None
        figures = iter(read)
        rows = [[next(figures) for _ in parts] for parts in parted]
        told = zip(rows, self.places, strict=True)
        mixed = [_has_two_units(row, self.called, place, self.reader) for row, place in told]
        if any(mixed):
            return None
        return [[_value(figure) for figure in row] for row in rows]

    def _has_odd_spaces(self, text: str, place: Place) -> bool:
        """Report spaces that may part numbers or their thousands; return whether there are."""
        numbers = in_thousands(text)
        if numbers is None:
            return False
        self.findings.error(
            "ambiguous-number",
            f"the spaces in `{text}` may part numbers, or their thousands",
            place,
            f"write `{'; '.join(one.replace(' ', '') for one in numbers)}`, or "
            f"`{'; '.join(_ROOM.split(text.strip()))}`",
        )
        return True

    def _refuse(self, unread: Unread, parted: list[list[str]]) -> None:
        """Report a number of a text that is none, or may be two."""
        owners = [n for n, parts in enumerate(parted) for _ in parts]
        typed, place = self.typed[owners[unread.row]], self.places[owners[unread.row]]
        text = [part for parts in parted for part in parts][unread.row]
        if unread.readings:
            where, settled = f" in {self.called}", self.settled
            report_ambiguous(
                text, unread.readings, place, self.reader, where=where, settled=settled
            )
            return
        self.findings.error(
            "wrong-type",
            f"{self.called} takes numbers, here is `{typed}`",
            place,
            "write them as `[3, 5, 4, 8]`; in a file, apart by spaces or `;`",
        )


def _has_two_units(
    figures: Sequence[Figure | None], name: str, place: Place, reader: Reader
) -> bool:
    """Report numbers of two units, as a share beside `37 %`; return whether there are such."""
    units = mixed_units(figures)
    if units is None:
        return False
    one, other = (f"in `{unit}`" if unit else "without a unit" for unit in units)
    reader.findings.error(
        "mixed-units",
        f"{name} has numbers {one} and {other}",
        place,
        "write all of them in one unit, or without any",
    )
    return True


def _value(figure: Figure | None) -> float | None:
    return figure.value if figure else None


def listed(text: str, language: str) -> str | None:
    """Return how a deck writes the list that a text of numbers stands for, in each of the ways in
    which it may be read; None where it is none."""
    thousands = in_thousands(text)
    if thousands and len(thousands) < 3:
        return None
    ways = [parts_of(text), *([thousands] if thousands else [])]
    marks: tuple[DecimalMark, DecimalMark] = (",", ".")
    read = [read_columns([way], Evidence(mark))[0] for way in ways for mark in marks]
    written = [_as_list(one) for one in read if not isinstance(one, Unread)]
    told = [f"`{one}`" for one in dict.fromkeys(written) if one.count(",") >= 2]
    return ", or as ".join(told) or None


def _as_list(figures: list[Figure | None]) -> str:
    return f"[{', '.join('~' if one is None else f'{one.value:.15g}' for one in figures)}]"
