"""Sources: the two sides of a comparison, as decks, presentations and older states in git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from smdeck.changes.facts import TalkFacts, deck_facts
from smdeck.compiler.compiling import Compiled, compile_node
from smdeck.desk.cards import numbered_slides
from smdeck.files import access, reason_of
from smdeck.findings import Finding, Findings, FindingsError
from smdeck.source import read, read_data

PRESENTATIONS = (".pptx", ".pptm", ".potx")


class UnreadableSide(FindingsError):
    """A side that can't be read: its findings say why."""


class ComparedSide(NamedTuple):
    """One side: its name, what it says, and its slides where they can be drawn."""

    name: str
    facts: TalkFacts
    compiled: Compiled | None


@contextmanager
def opened(name: str) -> Iterator[ComparedSide]:
    """Open a side by its name: a deck, a .pptx, or `REVISION:path` of the repository around.

    What belongs to it is there as long as it is open. Raises Unreadable.
    """
    path = Path(name)
    revision, colon, inside = name.partition(":")
    if path.exists() or not colon or len(revision) < 2:
        yield _side(name, path)
        return
    with tempfile.TemporaryDirectory(prefix="smdeck-") as folder:
        yield _side(name, _checked_out(revision, inside, Path(folder)))


def side_of_git(path: Path, file: str) -> ComparedSide:
    """Return what git hands to a program that shows differences: an older state of a path.

    Pictures and data are those that are beside the path now.
    """
    if file == "/dev/null":
        return ComparedSide(path.name, TalkFacts([], {}), None)
    return _deck(path.name, path, Path(file).read_bytes())


def _side(name: str, path: Path) -> ComparedSide:
    if path.suffix.lower() not in PRESENTATIONS:
        return _deck(name, path)
    from smdeck.changes.presentation import presentation_facts
    from smdeck.theme.template.package import TemplateError

    try:
        return ComparedSide(name, presentation_facts(path), None)
    except TemplateError as error:
        raise UnreadableSide([Finding("unreadable-file", str(error), None, error.help)]) from error
    except OSError as error:
        said = f"`{name}` can't be read: {reason_of(error)}"
        raise UnreadableSide([Finding("unreadable-file", said)]) from error


def _deck(name: str, path: Path, data: bytes | None = None) -> ComparedSide:
    from smdeck.deck_file import deck_in

    findings = Findings()
    with access():
        file = deck_in(path, findings)
        node = None
        if file:
            node = read(file, findings) if data is None else read_data(data, file.name, findings)
        compiled = compile_node(node, file, findings) if file and node else None
    if compiled is None:
        raise UnreadableSide(findings.in_order())
    drawn = {number for number, _, _ in numbered_slides(compiled)}
    lost = [one for one in findings.errors if one.slide and one.slide not in drawn]
    if lost:  # else they would be told as removed
        raise UnreadableSide(lost)
    return ComparedSide(name, deck_facts(compiled), compiled)


def _checked_out(revision: str, inside: str, folder: Path) -> Path:
    """Return a file as it was in a revision, with all that was beside it, in a folder."""
    try:
        top = Path(_git(Path(), "rev-parse", "--show-toplevel").decode().strip())
        archive = _git(top, "archive", "--format=tar", "--end-of-options", revision)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", b"") or b""
        said = told.decode("utf-8", "replace").strip().partition("\n")[0] or str(error)
        raise UnreadableSide(
            [Finding("unreadable-file", f"git does not give `{revision}`: {said}")]
        ) from error
    _unpack(archive, folder)
    if inside.startswith(("./", "../")):
        return folder / (Path.cwd() / inside).resolve().relative_to(top.resolve())
    return folder / inside


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files of an archive of git's into a folder; links and all else are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            path = folder / member.name
            if content and ".." not in path.parts:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, check=True, timeout=120
    ).stdout
