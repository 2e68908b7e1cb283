"""Saving: a file is written whole or not at all, and what stands in the way has a name."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import smdeck
from smdeck import DeckError
from smdeck.layouts import layout_names, load_layout

pytestmark = pytest.mark.slow

DECK = "title: Vom Monolog\nslides: [{title: a, items: [b]}]\n"


@pytest.fixture
def deck(deck_file: Callable[[str], Path]) -> Path:
    """The file of a small deck."""
    return deck_file(DECK)


def refused(deck: Path, target: Path) -> str:
    """Build where the target can't be written, and return the message."""
    before = everything(deck.parent)
    with pytest.raises(DeckError) as error:
        smdeck.build(deck, target)
    (finding,) = error.value.findings
    assert finding.code == "target" and finding.help
    assert everything(deck.parent) == before
    return finding.message


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return all files below a folder with their content, and all folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_the_file_stands_beside_the_deck(deck: Path) -> None:
    built = smdeck.build(deck)
    assert built.path == deck.with_suffix(".pptx")
    assert built.path.read_bytes()[:2] == b"PK"


def test_a_missing_folder_is_made(deck: Path) -> None:
    target = deck.parent / "neu" / "tief" / "vortrag.pptx"
    assert smdeck.build(deck, target).path == target
    assert [path.name for path in target.parent.iterdir()] == ["vortrag.pptx"]


def test_no_temporary_file_is_left(deck: Path) -> None:
    target = deck.parent / "fertig" / "vortrag.pptx"
    smdeck.build(deck, target)
    smdeck.build(deck, target)
    assert [path.name for path in target.parent.iterdir()] == ["vortrag.pptx"]


def test_an_older_file_is_replaced(deck: Path) -> None:
    target = deck.parent / "vortrag.pptx"
    target.write_bytes(b"alt")
    smdeck.build(deck, target)
    assert target.read_bytes()[:2] == b"PK"


def test_the_file_may_be_read_as_any_other(deck: Path) -> None:
    other = deck.parent / "other"
    other.touch()
    built = smdeck.build(deck)
    assert stat.S_IMODE(built.path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_a_deck_with_an_error_leaves_the_older_file(deck: Path) -> None:
    target = deck.with_suffix(".pptx")
    target.write_bytes(b"alt")
    deck.write_text(DECK + "titel: b\n", "utf-8")
    with pytest.raises(DeckError):
        smdeck.build(deck)
    assert target.read_bytes() == b"alt"


def test_a_folder_is_no_target(deck: Path) -> None:
    folder = deck.parent / "ordner.pptx"
    folder.mkdir()
    assert "is a folder" in refused(deck, folder)


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("vortrag.pptx", "~$vortrag.pptx"),
        ("vortrag.pptx", "~$rtrag.pptx"),
        ("vortrag.pptx", ".~lock.vortrag.pptx#"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_left_alone(name: str, lock: str, deck: Path) -> None:
    target = deck.parent / name
    target.write_bytes(b"alt")
    (deck.parent / lock).write_bytes(b"Erika Muster")
    assert "is open in another program" in refused(deck, target)


def test_a_lock_of_another_file_does_not_matter(deck: Path) -> None:
    (deck.parent / "~$anderer.pptx").touch()
    (deck.parent / ".~lock.anderer.pptx#").touch()
    assert smdeck.build(deck).path.is_file()


def test_a_folder_below_a_file_can_not_be_made(deck: Path) -> None:
    (deck.parent / "datei").write_text("x")
    assert "can't be written" in refused(deck, deck.parent / "datei" / "vortrag.pptx")


def refused_as_a_user(deck: Path, target: Path) -> str:
    """Build in a process that may write no more than others, even if the tests run as root."""
    before = everything(deck.parent)
    command = [sys.executable, "-m", "smdeck", "build", str(deck), "-o", str(target)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and "error[target]" in run.stderr
    assert everything(deck.parent) == before
    return run.stderr


def test_a_write_protected_file_is_left_alone(deck: Path) -> None:
    target = deck.parent / "vortrag.pptx"
    target.write_bytes(b"alt")
    target.chmod(0o444)
    assert "write-protected" in refused_as_a_user(deck, target)


def test_a_write_protected_folder_is_left_alone(deck: Path) -> None:
    folder = deck.parent / "fest"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        assert "can't be written" in refused_as_a_user(deck, folder / "vortrag.pptx")
    finally:
        folder.chmod(0o755)


def test_two_builds_are_the_same_to_the_byte(
    deck_file: Callable[[str], Path], deck_of: Callable[..., str]
) -> None:
    path = deck_file(deck_of(*(load_layout(name).example for name in layout_names())))
    one = smdeck.build(path, path.parent / "eins.pptx").path.read_bytes()
    two = smdeck.build(path, path.parent / "zwei" / "anders.pptx").path.read_bytes()
    assert one == two
