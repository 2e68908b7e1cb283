"""Damaged files: what is made of good ones, and what smdeck makes of them.

`python tests/damage.py pictures svgs fonts --number 500` builds decks with damaged files, each
in a process of its own, and prints a table. A file may be refused with findings, or built into a
talk that others can read; all else is a fault, and so are more than 2 seconds and 500 megabytes.

Another kind of file is one more row of `KINDS`: its good files, and the deck that shows one.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from picture_making import exif, flat, photograph, profile, svg, written
from PIL import Image
from pptx import Presentation

import smdeck
from smdeck.theme.places import themes_folder

LONGEST, LARGEST = 2.0, 500.0
"""The most that a build may take: seconds, and megabytes of memory."""

HANGS = 30
"""After so many seconds a build is ended."""

FONTS = Path(__file__).parent / "fonts"


class Kind(NamedTuple):
    """A kind of file that is damaged."""

    seeds: Callable[[], list[bytes]]
    """Returns good files."""
    lay_out: Callable[[Path, bytes], Path]
    """Puts one into an empty folder, with a deck that shows it; returns the deck."""


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


def pictures() -> list[bytes]:
    """Return pictures of all formats, some with all metadata."""
    frames = [flat().convert("P"), photograph().convert("P")]
    film = {"save_all": True, "append_images": frames[1:]}
    return [
        written(flat(), "PNG"),
        written(photograph(300, 200), "PNG", exif=exif(6), icc_profile=profile()),
        written(flat(mode="P"), "PNG"),
        written(Image.new("I;16", (60, 40), 30000), "PNG"),
        written(frames[0], "PNG", **film),
        written(photograph(300, 200), "JPEG", exif=exif(6), comment=b"x", icc_profile=profile()),
        written(photograph(300, 200), "JPEG", progressive=True),
        written(flat(mode="CMYK"), "JPEG"),
        written(flat(), "MPO", save_all=True, append_images=[flat()], exif=exif(8)),
        written(frames[0], "GIF", **film, comment=b"x"),
        written(photograph(), "WEBP", exif=exif(6), icc_profile=profile()),
        written(flat(mode="RGBA"), "WEBP", lossless=True),
        written(flat(), "WEBP", save_all=True, append_images=[photograph()]),
        written(flat(), "BMP"),
        written(flat(mode="P"), "BMP"),
        written(photograph(), "TIFF", exif=exif(6), icc_profile=profile()),
        written(flat(), "TIFF", compression="tiff_lzw"),
        written(flat(mode="CMYK"), "TIFF"),
        written(flat(mode="1"), "TIFF", compression="group4"),
        written(flat(), "TIFF", compression="jpeg"),
    ]


def svgs() -> list[bytes]:
    """Return SVGs: logos and art of the themes, and one with much that an SVG can have."""
    files = sorted(themes_folder().glob("*/*.svg"))
    rich = svg(
        '<style>.a{fill:red}</style><defs><linearGradient id="g"><stop offset="0"/><stop '
        'offset="1" stop-color="#fff"/></linearGradient><filter id="f"><feGaussianBlur '
        'stdDeviation="1"/></filter></defs><g id="x"><rect width="20" height="9" class="a"/></g>'
        '<use xlink:href="#x" y="9"/><path d="M0 0L9 9" stroke="url(#g)" filter="url(#f)"/>'
        '<text x="2" y="20" font-family="Arial">Wörter &amp; Zahlen</text>'
    )
    return [rich, *[file.read_bytes() for file in files[:8]]]


def fonts() -> list[bytes]:
    """Return the fonts of the tests."""
    return [file.read_bytes() for file in sorted(FONTS.glob("*.ttf"))]


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


KINDS = {
    "pictures": Kind(pictures, with_picture),
    "svgs": Kind(svgs, with_picture),
    "fonts": Kind(fonts, with_font),
}


# -- damage ---------------------------------------------------------------------------------


def cut_off(data: bytearray, chance: random.Random) -> None:
    """Leave the end out."""
    del data[chance.randrange(len(data)) :]


def flip(data: bytearray, chance: random.Random) -> None:
    """Change some bits, most of them near the beginning, where headers are."""
    for _ in range(chance.choice([1, 4, 40])):
        data[int(len(data) * chance.random() ** 3)] ^= 1 << chance.randrange(8)


def extreme(data: bytearray, chance: random.Random) -> None:
    """Write a number that is larger or smaller than any that is meant."""
    number = chance.choice([b"\0" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f"])
    at = int(len(data) * chance.random() ** 3)
    size = chance.choice([1, 2, 4])
    data[at : at + size] = number[:size]


def blank(data: bytearray, chance: random.Random) -> None:
    """Write over a stretch."""
    at = chance.randrange(len(data))
    length = min(chance.choice([8, 64, 512]), len(data) - at)
    data[at : at + length] = bytes([chance.randrange(256)]) * length


def double(data: bytearray, chance: random.Random) -> None:
    """Have a stretch twice."""
    at, length = chance.randrange(len(data)), chance.choice([4, 64, 1024])
    data[at:at] = data[at : at + length]


def leave_out(data: bytearray, chance: random.Random) -> None:
    """Leave a stretch out."""
    at = chance.randrange(len(data))
    del data[at : at + chance.choice([1, 4, 64])]


def swap(data: bytearray, chance: random.Random) -> None:
    """Let two stretches change places."""
    length = min(64, len(data) // 2)
    one, other = (chance.randrange(len(data) - length + 1) for _ in range(2))
    data[one : one + length], data[other : other + length] = (
        data[other : other + length],
        data[one : one + length],
    )


DAMAGES = (cut_off, flip, flip, extreme, extreme, blank, double, leave_out, swap)


def damaged(seeds: list[bytes], number: int) -> bytes:
    """Return a good file after one to three accidents; the same number, the same file."""
    chance = random.Random(number)
    data = bytearray(seeds[number % len(seeds)])
    for _ in range(chance.randint(1, 3)):
        if data:
            chance.choice(DAMAGES)(data, chance)
    return bytes(data)


# -- judging --------------------------------------------------------------------------------


def judged(deck: Path) -> str:
    """Build a deck and return `built` or `refused`, or what is wrong with what happens."""
    try:
        built = smdeck.build(deck)
    except smdeck.DeckError as error:
        bad = [one for one in error.findings if "\n" in one.message or one.place is None]
        return f"a finding without a place: {bad[0]}" if bad else "refused"
    except BaseException:
        return traceback.format_exc()
    try:
        read_again(built.path)
    except Exception:
        return f"an unreadable talk: {traceback.format_exc()}"
    return "built"


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


def tried_apart(kind: Kind, data: bytes) -> Outcome:
    """Return what becomes of a file in a process of its own, with the memory that it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        child = os.fork()
        if child == 0:
            signal.alarm(HANGS)
            (folder / "work").mkdir()
            outcome = tried(kind, data, folder / "work")
            (folder / "outcome.json").write_text(json.dumps(outcome))
            os._exit(0)
        _, status, usage = os.wait4(child, 0)
        megabytes = usage.ru_maxrss / 2 ** (20 if sys.platform == "darwin" else 10)
        seconds = usage.ru_utime + usage.ru_stime
        if status:
            return Outcome(f"the process ended with {status}", seconds, megabytes)
        verdict = json.loads((folder / "outcome.json").read_text())[0]
        return Outcome(verdict, seconds, megabytes)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print a table of what becomes of damaged files; return 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND")
    parser.add_argument("--number", type=int, default=500, help="how many files of each kind")
    parser.add_argument("--first", type=int, default=0, help="the number of the first file")
    options = parser.parse_args(list(arguments) if arguments is not None else None)
    faults = 0
    print("| damaged files | refused | built | faults | longest | most memory |")
    print("|---|---|---|---|---|---|")
    for name in options.kinds:
        seeds, outcomes = KINDS[name].seeds(), []
        for number in range(options.first, options.first + options.number):
            outcome = tried_apart(KINDS[name], damaged(seeds, number))
            outcomes.append(outcome)
            if outcome.is_fault:
                print(f"{name} {number}: {outcome}", file=sys.stderr)
        counts = Counter(outcome.verdict for outcome in outcomes)
        bad = sum(outcome.is_fault for outcome in outcomes)
        faults += bad
        print(
            f"| {len(outcomes)} {name} | {counts['refused']} | {counts['built']} | {bad} | "
            f"{max(one.seconds for one in outcomes):.1f} s | "
            f"{max(one.megabytes for one in outcomes):.0f} MB |",
            flush=True,
        )
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
