"""The Python API: build a deck, or check it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from smdeck.compiling import Compiled, compile_deck
from smdeck.deck_file import STANDARD_INPUT, deck_in
from smdeck.files import Access, access
from smdeck.findings import DeckError, Finding, Findings, visible
from smdeck.source.reading import MAX_BYTES
from smdeck.theme.places import themes_folder

if TYPE_CHECKING:
    from smdeck.desk.exporting import Format
    from smdeck.write import TargetError


class Built(NamedTuple):
    """A .pptx that was written."""

    path: Path
    """The file."""
    slides: int
    """How many slides it has, hidden ones included."""
    minutes: float
    """How long the slides take that say so; hidden ones don't count."""
    seconds: float
    """How long the build took."""
    findings: list[Finding]
    """The warnings, by place."""
    scaled: int = 0
    """How many pictures had more pixels than a screen of 2560 × 1440 shows in their places."""


def build(
    deck: str | os.PathLike[str] | BinaryIO,
    out: str | os.PathLike[str] | None = None,
    *,
    format: Literal["pptx", "html", "svg", "png"] = "pptx",
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Compile a deck into a .pptx and return what was written.

    Another `format` is a page for browsers, or a folder of pictures, whose name is that of the
    deck with `-svg` or `-png`; hidden slides are not in them.

    `deck` is a file, a folder with one deck in it, or an open binary file, whose pictures are
    relative to the working directory. Without `out` the file stands beside the deck, with the
    suffix .pptx. `progress` is called now and then with the number of slides done and of all. The
    same deck, theme and pictures give the same bytes. With `strict`, warnings are errors. With
    `root`, nothing outside of that folder is read, links followed, but the themes that ship: for
    decks of other people.

    Raises DeckError with all findings when there is an error; then nothing is written, and an
    older file stays as it was. A file that the talk is made from is never written over. Any other
    exception is a fault of smdeck; the older file stays then, too.
    """
    start = time.perf_counter()
    findings = Findings()
    with access(_path(root), themes_folder()) as reading:
        source, compiled = _compiled(deck, findings, progress)
        target = Path(out) if out is not None else _beside(source, format)
        found = _judged(findings, strict) + _target_findings(target, format, reading)
        if compiled is None or any(finding.severity == "error" for finding in found):
            raise DeckError(found)
        scaled = _write(compiled, target, format)
    return Built(
        target,
        len(compiled.scenes),
        compiled.minutes,
        time.perf_counter() - start,
        findings.in_order(),
        scaled,
    )


def check(
    deck: str | os.PathLike[str] | BinaryIO,
    *,
    strict: bool = False,
    root: str | os.PathLike[str] | None = None,
) -> list[Finding]:
    """Return all findings of a deck, errors and warnings, by place; nothing is written.

    `deck`, `strict` and `root` are those of `build`.
    """
    findings = Findings()
    with access(_path(root), themes_folder()):
        _compiled(deck, findings, None)
    return _judged(findings, strict)


def _compiled(
    deck: str | os.PathLike[str] | BinaryIO,
    findings: Findings,
    progress: Callable[[int, int], None] | None,
) -> tuple[Path, Compiled | None]:
    """Return the file of a deck, and what it compiles to."""
    if not isinstance(deck, str | os.PathLike):
        source = Path(STANDARD_INPUT)
        return source, compile_deck(source, findings, progress, deck.read(MAX_BYTES + 1))
    file = deck_in(Path(deck), findings)
    if file is None:
        return Path(deck) / "deck.yaml", None
    return file, compile_deck(file, findings, progress)


def _beside(source: Path, format: Format) -> Path:
    """Return the target beside a deck."""
    if format == "pptx":
        return source.with_suffix(".pptx")
    from smdeck.desk.exporting import ENDINGS

    return source.with_name(source.stem + ENDINGS[format])


def _write(compiled: Compiled, target: Path, format: Format) -> int:
    """Write a talk, and return how many of its pictures are written smaller than their files."""
    from smdeck.write import TargetError, presentation_parts, save, scaled_pictures

    if format != "pptx":
        from smdeck.desk.exporting import export

        try:
            export(compiled, target, format)
        except TargetError as error:
            raise DeckError([_finding(error)]) from error
        return 0
    data = presentation_parts(compiled.natives, compiled.scenes, compiled.deck, compiled.theme)
    try:
        save(data, target)
    except TargetError as error:
        raise DeckError([_finding(error)]) from error
    return len(scaled_pictures(compiled.scenes, compiled.theme))


def _target_findings(target: Path, format: Format, reading: Access) -> list[Finding]:
    """Return what keeps a target from being written that can be known before it is."""
    from smdeck.write.saving import TargetError, check_target

    try:
        if format == "pptx":
            check_target(target, reading)
        else:
            from smdeck.desk.exporting import check_export

            check_export(target, format, reading)
    except TargetError as error:
        return [_finding(error)]
    return []


def _finding(error: TargetError) -> Finding:
    return Finding("target", visible(str(error)), None, visible(error.help))


def _judged(findings: Findings, strict: bool) -> list[Finding]:
    """Return the findings in order, warnings as errors where it is strict."""
    found = findings.in_order()
    return [finding._replace(severity="error") for finding in found] if strict else found


def _path(root: str | os.PathLike[str] | None) -> Path | None:
    return Path(root) if root is not None else None
