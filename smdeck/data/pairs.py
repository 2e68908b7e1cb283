"""Pairs: by how much a font moves two letters together or apart, read from its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

Rows: TypeAlias = dict[str, dict[str, float]]
"""For a first letter and a second one what their distance gets, in em; pairs that get nothing lack.
"""

_PAIRS, _EXTENDED = 2, 9
"""Types of lookups: adjustments of pairs, and those whose offsets are longer (OpenType, `GPOS`)."""

KERNED = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x1E9E, 0x1E9E), (0x2010, 0x205E))
"""The characters whose pairs are looked up: Latin and its punctuation."""


def kerning(font: Any) -> Rows:
    """Return the kerning of a font as fontTools has it: of its `GPOS` table, else of `kern`."""
    unit = 1 / font["head"].unitsPerEm
    glyphs = {
        chr(code): glyph
        for code, glyph in font.getBestCmap().items()
        if any(first <= code <= last for first, last in KERNED)
    }
    lookups = list(_lookups(font))
    found = (
        (_of_lookups(first, lookups, glyphs) if lookups else _of_table(first, font, glyphs))
        for first in glyphs.values()
    )
    return {
        char: {second: units * unit for second, units in row.items() if units}
        for char, row in zip(glyphs, found, strict=True)
        if any(row.values())
    }


def _lookups(font: Any) -> Iterator[list[Any]]:
    """Yield the tables of each lookup that kerns."""
    if "GPOS" not in font or not font["GPOS"].table.FeatureList:
        return
    table = font["GPOS"].table
    features = (one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag == "kern")
    numbers = {number for feature in features for number in feature.LookupListIndex}
    for number in sorted(numbers):
        tables = [
            inner.ExtSubTable if inner.LookupType == _EXTENDED else inner
            for inner in table.LookupList.Lookup[number].SubTable
        ]
        yield [inner for inner in tables if inner.LookupType == _PAIRS]


def _of_lookups(
    first: str, lookups: Iterable[list[Any]], glyphs: Mapping[str, str]
) -> dict[str, float]:
    """Return what each lookup adds behind a glyph, by the second character."""
    added = dict.fromkeys(glyphs, 0.0)
    for tables in lookups:
        # The first table that knows a pair has the last word, even if it says nothing.
        rows = [_row(table, first) for table in tables if first in table.Coverage.glyphs]
        for char, second in glyphs.items() if rows else ():
            known = (row(second) for row in rows)
            added[char] += next((units for units in known if units is not None), 0.0)
    return added


def _row(table: Any, first: str) -> Callable[[str], float | None]:
    """Return what a table adds between a glyph and others; None for a pair that it lacks."""
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        return {pair.SecondGlyph: getattr(pair.Value1, "XAdvance", 0) for pair in pairs}.get
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
    units = [getattr(record.Value1, "XAdvance", 0) for record in row]
    classes = table.ClassDef2.classDefs
    return lambda second: units[classes.get(second, 0)]


def _of_table(first: str, font: Any, glyphs: Mapping[str, str]) -> dict[str, float]:
    """Return the same of the older table `kern`."""
    tables = font["kern"].kernTables if "kern" in font else ()
    pairs = [table.kernTable for table in tables if hasattr(table, "kernTable")]
    return {
        char: sum(pair.get((first, second), 0) for pair in pairs) for char, second in glyphs.items()
    }
