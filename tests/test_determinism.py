"""The same deck gives the same bytes, whenever, wherever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from rendering import DECKS, EVERY_KEY, EVERY_KEY_DECK, REAL

import smdeck

PACKAGE = Path(smdeck.__file__).parent.parent


@dataclass(frozen=True)
class Surroundings:
    """What differs from one build to the next and must not show."""

    zone: str
    seed: str
    language: str
    elsewhere: bool
    """Whether the deck is named by its full path, from another folder."""


FIRST = Surroundings("UTC", "1", "C.UTF-8", elsewhere=False)
SECOND = Surroundings("Asia/Tokyo", "2024", "de_DE.UTF-8", elsewhere=True)


@pytest.fixture(params=[*REAL, EVERY_KEY])
def deck(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A deck with pictures, and most of them with charts."""
    folder = tmp_path / "decks"
    shutil.copytree(DECKS, folder)
    path = folder / f"{request.param}.yaml"
    if request.param == EVERY_KEY:
        path.write_text(EVERY_KEY_DECK, "utf-8")
    return path


def built_in(surroundings: Surroundings, deck: Path, out: Path) -> bytes:
    """Return the file that a process of its own builds."""
    folder = out.parent if surroundings.elsewhere else deck.parent
    named = str(deck) if surroundings.elsewhere else deck.name
    subprocess.run(
        [sys.executable, "-m", "smdeck", "build", named, "-o", str(out)],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(PACKAGE),
            "TZ": surroundings.zone,
            "PYTHONHASHSEED": surroundings.seed,
            "LC_ALL": surroundings.language,
        },
        check=True,
        capture_output=True,
        timeout=60,
    )
    return out.read_bytes()


def test_other_surroundings_give_the_same_bytes(deck: Path, tmp_path: Path) -> None:
    """Time zone, hash seed, locale, working folder, the clock and the target make no difference."""
    first = tmp_path / "one.pptx"
    before = built_in(FIRST, deck, first)
    time.sleep(2)  # the dates in a zip archive count in steps of two seconds
    second = tmp_path / "elsewhere" / "two.pptx"
    second.parent.mkdir()
    assert built_in(SECOND, deck, second) == before, differing(first, second)


def test_a_copy_of_the_deck_gives_the_same_bytes(deck: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Kopie mit Leerzeichen"
    shutil.copytree(deck.parent, copy)
    one = smdeck.build(deck, tmp_path / "one.pptx").path
    two = smdeck.build(copy / deck.name).path
    assert one.read_bytes() == two.read_bytes(), differing(one, two)


def test_building_twice_in_one_process_gives_the_same_bytes(deck: Path, tmp_path: Path) -> None:
    """Nothing that a build keeps in memory shows in the next one."""
    one = smdeck.build(deck, tmp_path / "one.pptx").path
    for other in sorted(deck.parent.glob("w*.yaml")):
        smdeck.build(other, tmp_path / "other.pptx")
    two = smdeck.build(deck, tmp_path / "two.pptx").path
    assert one.read_bytes() == two.read_bytes(), differing(one, two)


def differing(one: Path, two: Path) -> str:
    """Return which parts of two files differ."""
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(two) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        changed = [
            name
            for name in names
            if name not in first.namelist()
            or name not in second.namelist()
            or first.read(name) != second.read(name)
        ]
    return f"different: {', '.join(changed) or 'the archives, not their parts'}"
