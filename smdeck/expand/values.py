"""Values of variables: those that stand in the deck, and those of a file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.beside import beside
from smdeck.expand.files import DeckFiles
from smdeck.expand.variables import NAME, ScopeLayer
from smdeck.files import may_read, reason_of
from smdeck.findings import Findings, Place, Source
from smdeck.source.nodes import FORBIDDEN, Mapping, Node, Scalar, Sequence
from smdeck.source.parsing import report_character

if TYPE_CHECKING:
    from smdeck.figures.grid import SheetGrid

TABLES = (".csv", ".tsv")
MAX_BYTES = 10_000_000


def layers_of(node: Node | None, files: DeckFiles, findings: Findings) -> tuple[ScopeLayer, ...]:
    """Return what `vars` holds: names with values, files of them, or a list of both.

    Of several that have a name the last one holds, so it comes first.
    """
    if node is None:
        return ()
    if isinstance(node, Sequence):
        return tuple(
            layer for item in reversed(node.items) for layer in layers_of(item, files, findings)
        )
    if isinstance(node, Mapping):
        return (ScopeLayer(_named(node, findings)),)
    assert isinstance(node, Scalar)
    if node.is_null:
        return ()
    if Path(node.text).suffix.lower() in TABLES:
        return _of_table(node, findings)
    if Path(node.text).suffix.lower() not in (".yaml", ".yml"):
        findings.error(
            "wrong-type",
            "`vars` takes names with values, or a .yaml or .csv file",
            node.place,
            "write `vars: {stadt: Köln}`, or `vars: werte.yaml`",
        )
        return ()
    read = files.read(node)
    return (ScopeLayer(_named(read[1], findings)),) if read else ()


def _named(node: Mapping, findings: Findings) -> Mapping:
    """Return the values whose names a text can write; report the others."""
    for key, _ in node:
        if not NAME.fullmatch(key.text):
            findings.error(
                "wrong-value",
                f"a variable can't be called `{key.text}`",
                key.place,
                "its name takes letters, digits, hyphens and underscores",
            )
    return node


def _of_table(named: Scalar, findings: Findings) -> tuple[ScopeLayer, ...]:
    """Return the values of a .csv file: each row has a name, and what it stands for."""
    rows = read_table(named, findings, used_by=named.place)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for row in rows or ():
        name, *texts = row
        forbidden = next((FORBIDDEN.search(text.text) for text in texts), None)
        if forbidden:
            report_character(forbidden[0], texts[0].place, findings)
            return ()
        if not texts or any(text.text for text in texts[1:]) or not NAME.fullmatch(name.text):
            findings.error(
                "wrong-file",
                f"row {name.line + 1} of `{named.text}` is no name with one value",
                name.place,
                "a table of variables has two columns: `stadt;Köln`",
            )
            return ()
        if name.text in entries:
            message = f"the variable `{name.text}` stands in `{named.text}` twice"
            help = f"its first value is in row {entries[name.text][0].line + 1}"
            findings.error("duplicate-key", message, name.place, help)
            return ()
        entries[name.text] = name, texts[0]
    return (ScopeLayer(Mapping(*named.where, entries), is_markup=False),) if entries else ()


def read_table(
    named: Scalar,
    findings: Findings,
    relative: str = "its path is relative to the deck",
    used_by: Place | None = None,
) -> list[list[Scalar]] | None:
    """Return the rows of a .csv file that a deck names, each cell with its place; None if wrong.

    Columns are those of the first row: a row that ends before has empty cells.
    """
    path = beside(named.place.folder, named.text)
    if not may_read(path, named.text, named.place, findings, relative, what="table"):
        return None
    grid = _grid(path, named, findings)
    if grid is None:
        return None
    width = max((max(row.cells) + 1 for row in grid.rows), default=0)
    texts = {
        row.number: [row.cells[n].text if n in row.cells else "" for n in range(width)]
        for row in grid.rows
    }
    sign = grid.separator or ";"
    lines = (texts.get(number, ()) for number in range(1, max(texts, default=0) + 1))
    shown = "\n".join(sign.join(cells).replace("\n", " ") for cells in lines)
    source = Source(path.as_posix(), shown, used_by)
    rows = []
    for number, cells in texts.items():
        column, row = 0, []
        for cell in cells:
            where = source, number - 1, column, max(1, len(cell))
            row.append(Scalar(*where, text=cell, plain=False))
            column += len(cell) + len(sign)
        rows.append(row)
    return rows


def _grid(path: Path, named: Scalar, findings: Findings) -> SheetGrid | None:
    """Return the cells of a .csv file, or None with a finding."""
    from smdeck.figures.csvfile import read_csv
    from smdeck.figures.report import FileReference, Report, Unreadable

    place = named.place
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Unreadable(f"has more than {MAX_BYTES // 1_000_000} MB", None)
        return read_csv(data, Report(FileReference(named), findings))
    except Unreadable as error:
        findings.error(error.code, f"`{named.text}` {error.message}", place, error.help)
    except OSError as error:
        message = f"`{named.text}` can't be read: {reason_of(error)}"
        findings.error("unreadable-file", message, place)
    return None
