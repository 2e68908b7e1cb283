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

pytestmark = pytest.mark.slow

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


@pytest.fixture
def decks(tmp_path: Path) -> list[Path]:
    """Decks with pictures, and most of them with charts."""
    folder = tmp_path / "decks"
    shutil.copytree(DECKS, folder)
    (folder / f"{EVERY_KEY}.yaml").write_text(EVERY_KEY_DECK, "utf-8")
    return [folder / f"{name}.yaml" for name in (*REAL, EVERY_KEY)]


def built_in(surroundings: Surroundings, decks: list[Path], out: Path) -> list[Path]:
    """Return the files that a process of its own builds from decks."""
    out.mkdir()
    folder = out.parent if surroundings.elsewhere else decks[0].parent
    named = [str(deck) if surroundings.elsewhere else deck.name for deck in decks]
    subprocess.run(
        [sys.executable, "-m", "smdeck", "build", *named, "-o", str(out)],
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
        timeout=180,
    )
    return [out / deck.with_suffix(".pptx").name for deck in decks]


def test_other_surroundings_give_the_same_bytes(decks: list[Path], tmp_path: Path) -> None:
    """Time zone, hash seed, locale, working folder, the clock and the target make no difference.

    What a build keeps in memory makes none either: the other process builds the decks the other
    way round.
    """
    first = built_in(FIRST, decks, tmp_path / "one")
    time.sleep(2)  # the dates in a zip archive count in steps of two seconds
    (tmp_path / "elsewhere").mkdir()
    second = built_in(SECOND, decks[::-1], tmp_path / "elsewhere" / "two")[::-1]
    assert not unlike(first, second)


def test_a_copy_of_the_deck_gives_the_same_bytes(decks: list[Path], tmp_path: Path) -> None:
    """Nor does what the same process built before."""
    copy = tmp_path / "Kopie mit Leerzeichen"
    shutil.copytree(decks[0].parent, copy)
    one = [smdeck.build(deck).path for deck in decks]
    two = [smdeck.build(copy / deck.name).path for deck in decks[::-1]]
    assert not unlike(one, two[::-1])


def unlike(some: list[Path], others: list[Path]) -> list[str]:
    """Return the files of some that differ from those of others, with the parts that do."""
    return [
        f"{one.name}: {differing(one, two)}"
        for one, two in zip(some, others, strict=True)
        if one.read_bytes() != two.read_bytes()
    ]


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
