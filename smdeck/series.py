"""Series: one deck becomes a talk for each row of a table, on all processors."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from smdeck.api import Built, built_of, given
from smdeck.expand import Value
from smdeck.files import access
from smdeck.findings import DeckError, Finding, Findings, Source, listing, suggest
from smdeck.source import Scalar
from smdeck.theme.folders import themes_folder
from smdeck.version import Version

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|]+')
"""What file systems refuse in a name, or take for a path."""

_COLUMN = re.compile(r"\{([^{}]*)\}")

LONGEST_PART = 100
"""Characters of a value in the name of a file: file systems end at 255 bytes."""


class SeriesRow(NamedTuple):
    """A row of the table, and the file that is written for it."""

    number: int
    """Its number in the table, from 1."""
    rows: int
    """How many rows there are."""
    values: tuple[Value, ...]
    target: Path | None
    """None where a finding says why there is none."""
    wrong: tuple[Finding, ...] = ()


class Made(NamedTuple):
    """What became of a row."""

    number: int
    """The number of the row in the table, from 1."""
    rows: int
    """How many rows there are."""
    built: Built | None
    """The talk; None where there was an error."""
    findings: list[Finding]
    """What is wrong with it, and the warnings."""


def build_each(
    deck: str | os.PathLike[str],
    table: str | os.PathLike[str],
    out: str,
    *,
    variant: str | None = None,
    lang: str | None = None,
    values: Mapping[str, str] | None = None,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
) -> Iterator[Made]:
    """Build a talk for each row of a .csv table, and yield what became of it, in their order.

    The first row names variables and keys of the deck, as `client` or `event.place`. In `out`,
    names in braces stand for the cells of a row: `out/{client}.pptx`; what a file can't be called
    is left out, and no two rows are written to one file. A row with an error keeps no other from
    being built. `jobs` is how many processes work; None takes one for each processor. The other
    parameters are those of `build`.

    Raises DeckError at the first step where the table can't be read, or names of `out` are none
    of its columns.
    """
    rows = _rows(Path(table), out, root)
    building = partial(built_of, strict=strict, root=root, inputs=(Path(table),))
    made = partial(_made, building, os.fspath(deck), Version(variant, lang), given(values))
    workers = min(jobs or processors(), len(rows))
    if workers < 2:
        yield from map(made, rows)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, initializer=_leave_interrupts)
    try:
        yield from pool.map(made, rows)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """Leave it to the first process to break off: a talk that is being built is finished."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _made(
    build: Callable[..., Built],
    deck: str,
    version: Version,
    values: tuple[Value, ...],
    row: SeriesRow,
) -> Made:
    """Build the talk of a row; another process may do it."""
    if row.target is None:
        return Made(row.number, row.rows, None, [*row.wrong])
    try:
        built = build(deck, row.target, version, (*values, *row.values))
    except DeckError as error:
        return Made(row.number, row.rows, None, error.findings)
    return Made(row.number, row.rows, built, built.findings)


def _rows(table: Path, out: str, root: str | os.PathLike[str] | None) -> list[SeriesRow]:
    """Return the rows of a table, each with its file; raises DeckError."""
    from smdeck.expand.values import read_table

    findings = Findings()
    asked = Source("--each", table.as_posix())
    named = Scalar(asked, 0, column=0, length=len(asked.text), text=asked.text, plain=False)
    with access(root, themes_folder()):
        cells = read_table(named, findings, "it is looked for in the working directory")
    if cells is not None and len(cells) < 2:
        message = f"`{asked.text}` holds no rows" + (" below its names" if cells else "")
        help = "its first row names variables or keys of the deck, each other is a talk"
        findings.error("wrong-file", message, named.place, help)
    if findings.errors or cells is None:
        raise DeckError(findings.in_order())
    names, *others = cells
    _check_names(names, findings)
    _check_pattern(out, [name.text for name in names], findings)
    if findings.errors:
        raise DeckError(findings.in_order())
    return [*_with_targets(names, others, out)]


def _check_names(names: list[Scalar], findings: Findings) -> None:
    """Report columns that have no name, or one that can't be asked for."""
    from smdeck.expand.variables import NAME

    seen: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        if not NAME.fullmatch(name.text):
            message = f"column {number} can't be called `{name.text}`"
            if not name.text:
                message = f"column {number} has no name"
            help = "its name is that of a variable, or of a key of the deck, as `event.place`"
            findings.error("wrong-value", message, name.place, help)
        elif name.text in seen:
            message = f"two columns are called `{name.text}`"
            findings.error("duplicate-key", message, name.place, f"column {seen[name.text]} is too")
        seen.setdefault(name.text, number)


def _check_pattern(out: str, names: list[str], findings: Findings) -> None:
    """Report a target that is the same for all rows, or that names no column."""
    source = Source("--out", out)
    asked = list(_COLUMN.finditer(out))
    for found in asked:
        if found[1] not in names:
            message = f"the table has no column `{found[1]}`"
            help = suggest(found[1], names, f"it has {listing(names, 'and')}")
            place = source.place(found.start(), len(found[0]))
            findings.error("unknown-name", message, place, help)
    if not asked or not out.lower().endswith(".pptx"):
        message = f"`{out}` is no name for the talks of a table"
        help = f"name a column in it, as `out/{{{names[0]}}}.pptx`"
        findings.error("target", message, source.place(0, len(out)), help)


def _with_targets(names: list[Scalar], rows: list[list[Scalar]], out: str) -> Iterator[SeriesRow]:
    """Yield rows with their files: no two of them have one."""
    taken: dict[str, int] = {}
    for cells in rows:
        by_name = {name.text: cell for name, cell in zip(names, cells, strict=True)}
        number = cells[0].line + 1
        values = tuple(
            Value(name, cell, optional=True) for name, cell in zip(names, cells, strict=True)
        )
        parts = _COLUMN.split(out)  # text, column, text, column and so on
        asked = [by_name[name] for name in parts[1::2]]
        parts[1::2] = [safe(cell.text) for cell in asked]
        target = Path("".join(parts))
        key = unicodedata.normalize("NFC", os.path.realpath(target)).casefold()
        wrong: Finding | None = None
        if "" in parts[1::2]:
            at = parts[1::2].index("")
            name = _COLUMN.findall(out)[at]
            message = f"row {number} has no `{name}` that a file could be called by"
            wrong = Finding("target", message, asked[at].place, "fill in the cell")
        elif (first := taken.setdefault(key, number)) != number:
            message = f"rows {first} and {number} would both be written to `{target.as_posix()}`"
            help = "name a further column with -o, so that each row has a file of its own"
            wrong = Finding("target", message, asked[0].place, help)
        yield SeriesRow(
            number, len(rows), values, None if wrong else target, (wrong,) if wrong else ()
        )


def safe(text: str) -> str:
    """Return a text as a part of a file's name, on each system: `A/B: C` becomes `A-B- C`."""
    from smdeck.write.saving import is_reserved

    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip(" .")
    name = plain[:LONGEST_PART].strip(" .")
    return f"_{name}" if is_reserved(name) else name
