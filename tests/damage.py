"""Damaged files: what is made of good ones, and what smdeck makes of them.

`python tests/damage.py` builds decks with damaged files, some at a time in a process, and prints
the table of `docs/robustness.md`; `python tests/damage.py fonts --number 50` some of one kind. A
file may be refused with findings, or built into a talk that others can read; all else is a fault,
and so are more than 2 seconds and 500 megabytes. The Open XML SDK's validator, where it is
installed (`make validator`), reads a share of the talks, since it takes half a second for each.

Another kind of file is one more row of `KINDS`: its good files, what happens to them, and the deck
that shows one.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import accidents
import good_files
import yaml
from good_files import BESIDE, DECKS, SHOWN
from PIL import Image
from pptx import Presentation
from sdk_validator import VALIDATOR, complaints

import smdeck
from smdeck.theme.folders import themes_folder

LONGEST, LARGEST = 2.0, 500.0
"""The most that a build may take: seconds, and megabytes of memory."""

CODE = "[a-z]+(-[a-z]+)*"
"""How the code of a finding is written."""

WARM = 20
"""So many good files are tried first, to import all that they need."""

AT_ONCE = 50
"""So many files are tried in one process: each new one takes as long as three files."""

HANGS = 30
"""After so many seconds a build is ended."""


class Kind(NamedTuple):
    """A kind of file that is damaged."""

    seeds: Callable[[], list[bytes]]
    """Returns good files."""
    damage: Callable[[bytes, random.Random], bytes]
    """What happens to one."""
    lay_out: Callable[[Path, bytes], Path]
    """Puts one into an empty folder, with a deck that shows it; returns the deck."""
    number: int
    """How many are tried where nothing else is said."""
    every: int
    """Each talk of so many is read by the SDK's validator, too."""


class Outcome(NamedTuple):
    """What became of a damaged file."""

    verdict: str
    """`built`, `refused`, or what is wrong."""
    seconds: float = 0.0
    """The time of the processor, which does not depend on what else is running."""
    megabytes: float = 0.0

    @property
    def is_fault(self) -> bool:
        """Whether it is neither a talk nor findings, or took too much."""
        good = self.verdict in ("built", "refused")
        return not good or self.seconds > LONGEST or self.megabytes > LARGEST


def with_picture(folder: Path, data: bytes) -> Path:
    """Put a picture into a folder, on a slide and as a client's logo."""
    name = "bild.svg" if b"<svg" in data[:400] else "bild.png"
    (folder / name).write_bytes(data)
    deck = folder / "deck.yaml"
    deck.write_text(
        f"title: T\ntheme: feuilleton\nclient: {{name: Kunde, logo: {name}}}\nslides:\n"
        "  - {layout: title}\n  - layout: image-text\n    title: Ein Bild\n    text: Ein Satz.\n"
        f"    image: {{file: {name}, alt: Rot über Blau, credit: Eigenes Bild}}\n",
        "utf-8",
    )
    return deck


def with_font(folder: Path, data: bytes) -> Path:
    """Put a font into a theme that sets its titles in it, and has it travel inside the talk."""
    theme = folder / "themes" / "eigen"
    shutil.copytree(themes_folder() / "feuilleton", theme)
    (theme / "schrift.ttf").write_bytes(data)
    text = (theme / "theme.yaml").read_text("utf-8")
    brought = "  fonts:\n    - {family: Haus, source: file, files: [{path: schrift.ttf}]}\n"
    text = text.replace("headings: Georgia", "headings: Haus")
    text = text.replace("typography:\n", f"typography:\n{brought}")
    text = text.replace("    look:\n", "    fonts: {embed: true}\n    look:\n")
    (theme / "theme.yaml").write_text(text, "utf-8")
    deck = folder / "deck.yaml"
    deck.write_text("title: T\ntheme: eigen\nslides: [{title: A, items: [eins, zwei]}]\n", "utf-8")
    return deck


def as_deck(folder: Path, data: bytes) -> Path:
    """Put a deck into a folder, beside the pictures, data and themes that it names."""
    for file in (*BESIDE.iterdir(), *DECKS.iterdir()):
        used = file.parent == DECKS and b"use:" in data  # which has pictures in turn
        if used or file.name.encode() in data:
            (folder / file.name).symlink_to(file)
    deck = folder / "deck.yaml"
    deck.write_bytes(data)
    return deck


def with_data(folder: Path, data: bytes) -> Path:
    """Put data into a folder, for a chart and a table."""
    name = "daten.xlsx" if data[:2] == b"PK" else "daten.csv"
    (folder / name).write_bytes(data)
    deck = folder / "deck.yaml"
    deck.write_text(
        "title: T\nslides:\n"
        f"  - {{layout: chart, title: Ein Diagramm, type: column, data: {name}}}\n"
        f"  - {{layout: table, title: Eine Tabelle, file: {name}, split: true}}\n",
        "utf-8",
    )
    return deck


def with_table(folder: Path, data: bytes) -> Path:
    """Put data into a folder, for a table alone, which takes more than a chart."""
    deck = with_data(folder, data)
    lines = deck.read_text("utf-8").splitlines(keepends=True)
    deck.write_text("".join(line for line in lines if "chart" not in line), "utf-8")
    return deck


def with_template(folder: Path, data: bytes) -> Path:
    """Put a template into a folder, with a deck that stands on it."""
    return _under(folder, "firma.potx", data)


def with_brand(folder: Path, data: bytes) -> Path:
    """Put a brand file into a folder, with a deck in its colours."""
    return _under(folder, "marke.yml", data)


def with_theme(folder: Path, data: bytes) -> Path:
    """Put a `theme.yaml` into a folder, beside the logos and art of all themes that ship."""
    theme = folder / "themes" / "eigen"
    theme.mkdir(parents=True)
    for file in themes_folder().glob("*/*"):
        if file.is_file() and file.name != "theme.yaml" and not (theme / file.name).exists():
            (theme / file.name).symlink_to(file)
    return _under(folder, "themes/eigen/theme.yaml", data, "eigen")


def _under(folder: Path, file: str, data: bytes, name: str | None = None) -> Path:
    """Put a file of a theme into a folder, with a deck under it."""
    (folder / file).write_bytes(data)
    (folder / "bilder").symlink_to(DECKS / "bilder")
    deck = folder / "deck.yaml"
    deck.write_text(SHOWN.replace("theme: vortrag", f"theme: {name or file}"), "utf-8")
    return deck


@cache
def trees(kind: str) -> list[Any]:
    """Return the data of good YAML files of a kind, of which others get parts."""
    return [
        yaml.safe_load(text) for text in {"decks": good_files.decks, "themes": good_files.themes,
                                          "brands": good_files.brands}[kind]()
    ]  # fmt: skip


def to_yaml_of(kind: str) -> Callable[[bytes, random.Random], bytes]:
    """Return what happens to YAML files of a kind; to few of them, as to any other file."""

    def damage(data: bytes, chance: random.Random) -> bytes:
        if chance.random() < 0.05:
            return accidents.to_bytes(data, chance)
        changed = accidents.to_yaml(data.decode("utf-8"), trees(kind), chance)
        return changed.encode("utf-8", "surrogatepass")

    return damage


KINDS = {
    "decks": Kind(good_files.decks, to_yaml_of("decks"), as_deck, 20_000, 40),
    "pictures": Kind(good_files.pictures, accidents.to_bytes, with_picture, 1500, 10),
    "svgs": Kind(good_files.svgs, accidents.to_bytes, with_picture, 300, 2),
    "fonts": Kind(good_files.fonts, accidents.to_bytes, with_font, 400, 10),
    "workbooks": Kind(good_files.workbooks, accidents.to_zip, with_data, 300, 2),
    "workbooks as tables": Kind(good_files.workbooks, accidents.to_zip, with_table, 300, 2),
    "CSVs": Kind(good_files.csvs, accidents.to_text, with_data, 300, 2),
    "CSVs as tables": Kind(good_files.csvs, accidents.to_text, with_table, 300, 2),
    "templates": Kind(good_files.templates, accidents.to_zip, with_template, 200, 1),
    "brands": Kind(good_files.brands, to_yaml_of("brands"), with_brand, 300, 4),
    "themes": Kind(good_files.themes, to_yaml_of("themes"), with_theme, 1000, 10),
}


def damaged(kind: Kind, seeds: list[bytes], number: int) -> bytes:
    """Return a good file after accidents; the same number, the same file."""
    return kind.damage(seeds[number % len(seeds)], random.Random(number))


# -- judging --------------------------------------------------------------------------------


def judged(deck: Path) -> str:
    """Build a deck and return `built` or `refused`, or what is wrong with what happens."""
    try:
        built = smdeck.build(deck)
    except smdeck.DeckError as error:
        odd = [finding for finding in error.findings if not is_well_formed(finding)]
        return f"an odd finding: {odd[0]!r}" if odd else "refused"
    except BaseException:
        return traceback.format_exc()
    odd = [finding for finding in built.findings if not is_well_formed(finding)]
    if odd:
        return f"an odd finding: {odd[0]!r}"
    try:
        read_again(built.path)
    except Exception:
        return f"an unreadable talk: {traceback.format_exc()}"
    return "built"


def is_well_formed(finding: smdeck.Finding) -> bool:
    """Return whether a finding has a code, a message of one line, and a place in its file."""
    place = finding.place
    if place is None or "\n" in finding.message or not re.fullmatch(CODE, finding.code):
        return False
    line = place.source.line(place.line)
    told = str(finding).startswith(f"{finding.severity}[{finding.code}]: ")
    return told and 1 <= place.column <= len(line) + 1


def read_again(talk: Path) -> None:
    """Read a talk with python-pptx, and all its pictures with Pillow; raises what these raise."""
    for slide in Presentation(str(talk)).slides:
        for shape in slide.shapes:
            _ = shape.has_text_frame and shape.text_frame.text
    with zipfile.ZipFile(talk) as file:
        for name in file.namelist():
            if name.endswith((".png", ".jpg", ".gif")):
                kind = {"png": "PNG", "jpg": "JPEG", "gif": "GIF"}[name[-3:]]
                with Image.open(io.BytesIO(file.read(name)), formats=[kind]) as image:
                    image.load()


def tried(kind: Kind, data: bytes, folder: Path) -> Outcome:
    """Return what becomes of a file in this process."""
    return Outcome(judged(kind.lay_out(folder, data)))


def tried_apart(kind: Kind, files: list[bytes], validator: Path | None = None) -> list[Outcome]:
    """Return what becomes of files in a process of its own, with the memory that it took.

    A file that ends the process is a fault, and the others are tried in a new one. A validator
    reads the talks as well, if there is one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        child = os.fork()
        if child == 0:
            _try_all(kind, files, folder)
        _, status, _ = os.wait4(child, 0)
        told = (folder / "outcomes").read_text("utf-8").splitlines()
        outcomes = [Outcome(*json.loads(line)) for line in told]
        if validator:
            talks = [folder / str(n) / "deck.pptx" for n in range(len(outcomes))]
            outcomes = [
                one._replace(verdict="\n".join(complaints(validator, talk)) or one.verdict)
                if one.verdict == "built"
                else one
                for one, talk in zip(outcomes, talks, strict=True)
            ]
    if len(outcomes) < len(files):
        outcomes.append(Outcome(f"the process ended with {status}"))
        outcomes += tried_apart(kind, files[len(outcomes) :], validator)
    return outcomes


def _try_all(kind: Kind, files: list[bytes], folder: Path) -> NoReturn:
    """Try files one after the other, tell what becomes of each, and end this process."""
    import resource  # not on Windows

    with (folder / "outcomes").open("w", encoding="utf-8") as told:
        for number, data in enumerate(files):
            work = folder / str(number)
            work.mkdir()
            signal.alarm(HANGS)
            start = sum(os.times()[:4])  # its own, and of what it started
            outcome = tried(kind, data, work)
            seconds = sum(os.times()[:4]) - start
            size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            megabytes = size / 2 ** (20 if sys.platform == "darwin" else 10)
            told.write(json.dumps(outcome._replace(seconds=seconds, megabytes=megabytes)) + "\n")
            told.flush()
    os._exit(0)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print a table of what becomes of damaged files; return 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND")
    parser.add_argument("--number", type=int, help="how many files of each kind")
    parser.add_argument("--first", type=int, default=0, help="the number of the first file")
    options = parser.parse_args(list(arguments) if arguments is not None else None)
    faults = 0
    print("| damaged files | refused | built | validated | faults | longest | most memory |")
    print("|---|---|---|---|---|---|---|")
    for name in options.kinds:
        end = options.first + (options.number or KINDS[name].number)
        faults += _row(name, range(options.first, end))
    return min(faults, 1)


def _row(name: str, numbers: range) -> int:
    """Try files of a kind, print a row of the table, and return how many are faults."""
    kind = KINDS[name]
    seeds, outcomes, validated = kind.seeds(), [], 0
    for seed in seeds[:: 1 + len(seeds) // WARM]:
        with tempfile.TemporaryDirectory() as folder:  # what is imported and kept here, each has
            tried(kind, seed, Path(folder))
    gc.freeze()  # else the first collection of each copy writes to all that it shares
    for first in range(numbers.start, numbers.stop, AT_ONCE):
        some = range(first, min(first + AT_ONCE, numbers.stop))
        for number, outcome, was_read in _some(kind, seeds, some):
            outcomes.append(outcome)
            validated += was_read and outcome.verdict == "built"
            if outcome.is_fault:
                print(f"{name} {number}:", *outcome, file=sys.stderr, flush=True)
    counts = Counter(outcome.verdict for outcome in outcomes)
    bad = sum(outcome.is_fault for outcome in outcomes)
    print(
        f"| {len(outcomes)} {name} | {counts['refused']} | {counts['built']} | {validated} | "
        f"{bad} | {max(one.seconds for one in outcomes):.1f} s | "
        f"{max(one.megabytes for one in outcomes):.0f} MB |",
        flush=True,
    )
    return bad


def _some(kind: Kind, seeds: list[bytes], numbers: range) -> Iterator[tuple[int, Outcome, bool]]:
    """Yield what becomes of some files, by their numbers, and whether the validator reads talks."""
    is_read = [VALIDATOR.is_file() and number % kind.every == 0 for number in numbers]
    for read in (True, False):
        part = [number for number, one in zip(numbers, is_read, strict=True) if one is read]
        files = [damaged(kind, seeds, number) for number in part]
        outcomes = tried_apart(kind, files, VALIDATOR if read else None) if files else []
        yield from ((number, one, read) for number, one in zip(part, outcomes, strict=True))


if __name__ == "__main__":
    sys.exit(main())
