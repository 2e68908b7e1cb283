"""Broken files: whatever the bytes of a data file are, a table or a finding comes of them."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from sheets_by_hand import Case, formats, read, sheet, workbook, zipped

CSV = (
    'Bericht;;\n\nOrt;"Gäste\nje Tag";2025\nKöln;1.234,5;10 %\n"Bonn ""Süd""";12,5;\n\n'
    "Summe;99;\nQuelle: eigene Zählung;;\n"
)

BOOK = workbook(
    '<cols><col min="4" max="4" hidden="1"/></cols>'
    + sheet(
        ["Gäste nach Ort"],
        ["Ort", 2024, None, "Stand"],
        [None, "Plan", "Ist"],
        ["Kiel", '<c s="1"><v>46022</v></c>', '<c t="b"><v>1</v></c>', '<c s="1"><v>46023</v></c>'],
        ['<c t="s"><v>0</v></c>', "<c><f>1+1</f><v>2</v></c>", 7, 1e-7],
        after='<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/></mergeCells>',
    ),
    sheet(["Zwei"]),
    styles=formats("DD.MM.YYYY", "[h]:mm"),
    strings=("<r><t>U</t></r><r><t>lm</t></r>",),
)

BITS = (
    *(
        b"",
        b"\0",
        b'"',
        b";",
        b",",
        b"\n",
        b"\r",
        b"<",
        b">",
        b"/>",
        b"&#0;",
        b"&a;",
        b"-1",
        b"1e999",
    ),
    *(b"99999999999", b"A1:XFD1048576", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"r=", b't="s"', b"NaN"),
    *(b'hidden="1"', b"<row>", b"</c>", b"<c><v>5</v></c>", b"PK\3\4", b"_xD800_"),
)
"""What is put into a file to break it."""


def broken(content: bytes, chance: random.Random) -> bytes:
    """Return bytes that are changed in one to six places."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        kind = chance.randrange(4)
        if kind == 0 and changed:
            changed[place % len(changed)] = chance.randrange(256)
        elif kind == 1:
            del changed[place : place + chance.choice((1, 2, 9, 200))]
        elif kind == 2:
            changed[place:place] = changed[place : place + chance.choice((3, 40, 400))]
        else:
            changed[place : place + chance.choice((0, 1, 4))] = chance.choice(BITS)
    return bytes(changed)


def broken_part(content: bytes, chance: random.Random) -> bytes:
    """Return a workbook with one part that is broken, or gone, and a zip that is whole."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([*parts, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"])
    part = parts.pop(name)
    assert isinstance(part, bytes)
    if chance.random() > 0.05:
        parts[name] = broken(part, chance)
    return zipped(parts)


KINDS: dict[str, tuple[Callable[[bytes, random.Random], bytes], bytes, str]] = {
    "a text": (broken, CSV.encode(), "a.csv"),
    "a text of Windows": (broken, CSV.encode("cp1252"), "a.csv"),
    "a wide text": (broken, CSV.encode("utf-16"), "a.csv"),
    "a zip": (broken, BOOK, "a.xlsx"),
    "a workbook": (broken_part, BOOK, "a.xlsx"),
}


def outcomes(folder: Path, times: int, seed: int) -> Iterator[tuple[str, float]]:
    """Yield what becomes of broken files, `a table` or a code, and the seconds that it takes."""
    chance = random.Random(seed)
    for breaking, content, name in KINDS.values():
        for _ in range(times):
            case = Case("", breaking(content, chance), None, name=name)
            begin = time.process_time()
            table, findings = read(folder, case)
            assert (table is None) == bool(findings.errors), case.content
            for row in table.rows if table else ():
                assert table and len(row) == len(table.columns)
            yield (
                findings.errors[0].code if table is None else "a table",
                time.process_time() - begin,
            )


def test_a_broken_file_is_a_table_or_a_finding(tmp_path: Path) -> None:
    found = list(outcomes(tmp_path, times=40, seed=9))
    assert {"a table", "unreadable-file", "data-file", "encoding"} <= {
        outcome for outcome, _ in found
    }
    assert max(seconds for _, seconds in found) < 2
