"""Bad decks: each case in `bad_decks/` is a deck with all that `smdeck build` says of it.

A case may also show what is just good enough: then nothing is said, or warnings alone.

`python tests/test_bad_decks.py` writes what is said now into the cases: read the difference.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from smdeck.checking import rule_codes
from smdeck.cli import cli

HERE = Path(__file__).parent / "bad_decks"
ROOT = HERE.parent.parent
BESIDE = HERE / "beside"
"""The files that stand beside every deck: pictures, data, themes."""

OLDER = b"the talk of last week"


class Case(NamedTuple):
    """A deck, a command over it, and the findings that it prints."""

    title: str
    deck: bytes
    command: str
    expected: str


def cases_of(file: Path) -> Iterator[Case]:
    """Yield the cases of a file: `=== title`, the deck, `$ smdeck …`, what it says."""
    for part in re.split(r"^=== ", file.read_text("utf-8"), flags=re.M)[1:]:
        title, _, rest = part.partition("\n")
        deck, command, expected = re.split(r"^\$ smdeck (.+)\n", rest, maxsplit=1, flags=re.M)
        yield Case(title, written_out(deck), command, expected.strip("\n"))


def written_out(deck: str) -> bytes:
    """Return a deck's bytes: `⟨text × 3⟩` is repeated, `⟨E4⟩` is the byte of that number."""
    repeated = re.sub(r"⟨([^⟩]+) × (\d+)⟩", lambda found: found[1] * int(found[2]), deck)
    pieces = re.split(r"⟨([0-9A-F]{2})⟩", repeated)
    return b"".join(
        bytes.fromhex(piece) if number % 2 else piece.encode()
        for number, piece in enumerate(pieces)
    )


CASES = {
    f"{file.stem}: {case.title}": case
    for file in sorted(HERE.glob("*.txt"))
    for case in cases_of(file)
}
FIRST = {name.split(":")[0]: name for name in reversed(CASES)}


def printed(text: str) -> list[tuple[str, int | None]]:
    """Return the code and line of each finding in a printed text."""
    found = re.findall(r"^(?:error|warning)\[(.+?)\].*(?:\n *--> .+:(\d+):\d+)?", text, re.M)
    return [(code, int(line) if line else None) for code, line in found]


@cache
def one_of_each_code() -> list[str]:
    """Return cases that show every code, in each subject."""
    shown: set[tuple[str, str]] = set()
    chosen = []
    for name, case in CASES.items():
        codes = {(name.split(":")[0], code) for code, _ in printed(case.expected)}
        if codes - shown:
            chosen.append(name)
        shown |= codes
    return chosen


@cache
def first_of_each_code() -> set[str]:
    """Return the first case that shows a code, for every code."""
    first: dict[str, str] = {}
    for name, case in CASES.items():
        for code, _ in printed(case.expected):
            first.setdefault(code, name)
    return set(first.values())


each_case = pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] * (name not in first_of_each_code()))
        for name in CASES
    ],
)
"""Those that show a code for the first time are quick enough for each edit."""


def stamps_in(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every path in a folder with its size and time, those of the deck's own files apart."""
    found = {}
    for path in folder.rglob("*"):
        if path.name not in ("deck.yaml", "deck.pptx"):
            told = path.stat()
            found[path.as_posix()] = told.st_size, told.st_mtime_ns
    return found


def lay_out(case: Case, folder: Path) -> None:
    """Put a case's deck into a folder, with what stands beside it and an older talk."""
    shutil.copytree(BESIDE, folder, dirs_exist_ok=True)
    put_deck(case, folder)


def put_deck(case: Case, folder: Path) -> None:
    """Put a case's deck and an older talk into a folder."""
    (folder / "deck.yaml").write_bytes(case.deck)
    (folder / "deck.pptx").write_bytes(OLDER)


class Beside(NamedTuple):
    """A folder with what stands beside every deck."""

    folder: Path
    stamps: dict[str, tuple[int, int]]
    """Its paths with what tells that one was written: size and time."""


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Beside:
    """The folder that the decks stand in one after the other; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("beside")
    shutil.copytree(BESIDE, folder, dirs_exist_ok=True)
    return Beside(folder, stamps_in(folder))


@each_case
def test_a_bad_deck_is_refused_with_all_its_findings(
    name: str, beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is printed as written in the case; no file is written or changed."""
    case = CASES[name]
    put_deck(case, beside.folder)
    monkeypatch.chdir(beside.folder)
    result = CliRunner().invoke(cli, case.command.split())
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.stderr.strip("\n") == case.expected
    assert result.stdout == "" or case.command.startswith("check")
    assert result.exit_code == ("error[" in case.expected)
    assert (Path("deck.yaml").read_bytes(), Path("deck.pptx").read_bytes()) == (case.deck, OLDER)
    assert stamps_in(beside.folder) == beside.stamps


@pytest.mark.slow
@pytest.mark.parametrize("name", one_of_each_code())
def test_check_reports_the_same_findings_as_data(
    name: str, beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check --format json` says what `build` says, but for targets: it has none."""
    case = CASES[name]
    put_deck(case, beside.folder)
    monkeypatch.chdir(beside.folder)
    options = re.findall(r"(--(?:root|variant|lang|set)) (\S+)", case.command)
    named = ["check", case.command.split()[1], "--format", "json"]
    result = CliRunner().invoke(cli, [*named, *(word for option in options for word in option)])
    findings = [(finding["code"], finding["line"]) for finding in json.loads(result.stdout)]
    assert findings == [found for found in printed(case.expected) if found[0] != "target"]


@pytest.mark.parametrize("subject", ["syntax", "pictures", "files"])
def test_a_process_of_its_own_says_the_same(subject: str, tmp_path: Path) -> None:
    """What holds inside this process holds for `python -m smdeck`."""
    case = CASES[FIRST[subject]]
    lay_out(case, tmp_path)
    command = [sys.executable, "-m", "smdeck", *case.command.split()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
    assert result.stderr.decode().strip().replace("\r\n", "\n") == case.expected
    assert (result.stdout, result.returncode) == (b"", 1)


def test_every_code_has_a_case() -> None:
    """Each code in the sources is shown by at least one case."""
    called = (
        r"(?:\b(?:error|warn|Finding|\w*Problem|Refused|_TooMuch|Unusable|UnusableFont)\(\s*"
        r'|\bcode(?:: str)? ?= ?)"([a-z-]+)"'
    )
    sources = (file.read_text("utf-8") for file in (ROOT / "smdeck").rglob("*.py"))
    codes = {code for source in sources for code in re.findall(called, source)} | {*rule_codes()}
    shown = {code for case in CASES.values() for code, _ in printed(case.expected)}
    assert len(codes) > 30
    # What git keeps can't be kept in what git keeps: tests/expand/test_using.py shows that one.
    assert codes - shown == {"outside-project"}


def test_messages_are_written_as_the_style_asks() -> None:
    """A message begins in lower case or with the author's words and ends without a full stop."""
    for case in CASES.values():
        for line in re.findall(r"^(?:error|warning)\[.+?\]: (.+)", case.expected, re.M):
            assert line[0].islower() or line[0] == "`" or line[0].isdigit(), line
            assert not line.endswith("."), line


def accept() -> None:
    """Write what smdeck says now into the cases."""
    for file in sorted(HERE.glob("*.txt")):
        text = file.read_text("utf-8")
        head, *parts = re.split(r"^=== ", text, flags=re.M)
        accepted = [head]
        for part, case in zip(parts, cases_of(file), strict=True):
            with tempfile.TemporaryDirectory() as folder:
                lay_out(case, Path(folder))
                os.chdir(folder)
                result = CliRunner().invoke(cli, case.command.split())
                os.chdir(ROOT)
            assert result.exception is None or isinstance(result.exception, SystemExit), case.title
            said = result.stderr.strip("\n")
            source = re.split(r"^\$ smdeck ", part, maxsplit=1, flags=re.M)[0]
            answer = f"{said}\n\n" if said else "\n"  # an empty line ends a case
            accepted.append(f"=== {source}$ smdeck {case.command}\n{answer}")
        file.write_text("".join(accepted).rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    accept()
