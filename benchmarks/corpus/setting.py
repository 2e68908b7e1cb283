"""Setting: LibreOffice sets the slides as they were written, and says where each line stands.

Every text of a slide gets a colour of its own before, so that each line of the page is known to be
of one text, wherever it ended up; autofit is taken out, so that nothing is shrunk. Pictures, which
take most of the time and move no line, are a pixel each.
"""

from __future__ import annotations

import atexit
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
from lxml import etree
from PIL import Image
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


FONTS = str(Path(__file__).resolve().parent.parent.parent / "tests" / "fonts" / "fonts.conf")
"""The computer's fonts, and Gelasio, which has the widths of Georgia."""


class Line(NamedTuple):
    """A line of a page: its words, and where its letters stand, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Owner = tuple[int, int, int]
"""Whose words a colour marks: the shape's id, and row and column in a table (0, 0 elsewhere)."""


Lines = list[dict[Owner, list[Line]]]
"""For each slide the lines of its texts, from the top down."""


def set_lines(decks: list[bytes], office: str, folder: Path) -> list[Lines]:
    """Return the lines of each .pptx, set in one run: LibreOffice takes a second to start."""
    files, owners = [], []
    for number, deck in enumerate(decks):
        marked, of_deck = _marked(deck)
        files.append(folder / f"corpus-{number}.pptx")
        files[-1].write_bytes(marked)
        owners.append(of_deck)
    subprocess.run(
        [office, f"-env:UserInstallation={Path(_profile()).as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=900, env={**os.environ, "FONTCONFIG_FILE": FONTS},
    )  # fmt: skip
    return [_shown(file, of_deck) for file, of_deck in zip(files, owners, strict=True)]


def _shown(file: Path, owners: list[dict[int, Owner]]) -> Lines:
    """Return the lines of a .pptx, beside which its PDF stands."""
    with pymupdf.open(file.with_suffix(".pdf")) as document:
        return [_lines(page, of_slide) for page, of_slide in zip(document, owners, strict=True)]


@cache
def _profile() -> str:
    """Return the folder of LibreOffice's settings, which takes it a while to make."""
    folder = tempfile.mkdtemp(prefix="smdeck-corpus-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _marked(deck: bytes) -> tuple[bytes, list[dict[int, Owner]]]:
    """Return a .pptx whose texts are coloured one by one, and whose each colour is."""
    presentation = Presentation(io.BytesIO(_unfitted(deck)))
    owners = []
    for slide in presentation.slides:
        owners.append(dict(_mark(slide._element)))
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue(), owners


def _unfitted(deck: bytes) -> bytes:
    """Return a .pptx without autofit in layouts and slides, whose pictures are a pixel each."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = re.sub(rb"<a:normAutofit[^>]*/>", b"<a:noAutofit/>", old.read(name))
            new.writestr(name, _pixel() if name.endswith(".png") else data)
    return out.getvalue()


@cache
def _pixel() -> bytes:
    """Return a picture of one pixel."""
    out = io.BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    return out.getvalue()


def _mark(slide: Any) -> Iterator[tuple[int, Owner]]:
    number = 0
    for body in slide.iter(f"{P}txBody", f"{A}txBody"):
        owner = _owner(body)
        if owner is None or not any(text.text for text in body.iter(f"{A}t")):
            continue
        number += 1
        color = 0x100000 + number
        for properties in body.iter(f"{A}rPr"):
            for old in properties.findall(f"{A}solidFill"):
                properties.remove(old)
            for link in properties.findall(f"{A}hlinkClick"):
                properties.remove(link)  # LibreOffice colours links by itself
            fill = etree.Element(f"{A}solidFill")
            etree.SubElement(fill, f"{A}srgbClr", val=f"{color:06X}")
            properties.insert(0, fill)
        yield color, owner


def _owner(body: Any) -> Owner | None:
    shape = body.getparent()
    row = column = 0
    if shape.tag == f"{A}tc":
        line = shape.getparent()
        row, column = line.getparent().findall(f"{A}tr").index(line), list(line).index(shape)
    while shape is not None and shape.tag not in (f"{P}sp", f"{P}graphicFrame"):
        shape = shape.getparent()
    return None if shape is None else (int(next(shape.iter(f"{P}cNvPr")).get("id")), row, column)


ABOVE, BELOW = 0.75, 0.22
"""How far letters without accents reach from the baseline, in em."""

LETTER = ABOVE + BELOW
"""The height of a line's letters in em."""


class Letter(NamedTuple):
    """A letter of a page: its edges, its baseline and its size, in points."""

    left: float
    right: float
    baseline: float
    size: float
    char: str


GUTTER = 1.2
"""Letters that stand further apart, in em, are of two columns."""


def _lines(page: pymupdf.Page, owners: dict[int, Owner]) -> dict[Owner, list[Line]]:
    rows: dict[Owner, list[list[Letter]]] = {}
    # Neither ligatures, nor a clip: words that run off the page count too.
    for block in page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                owner = owners.get(span["color"])
                if owner:
                    _add(rows.setdefault(owner, []), [
                        Letter(one["bbox"][0], one["bbox"][2], one["origin"][1], span["size"],
                               one["c"])
                        for one in span["chars"]
                    ])  # fmt: skip
    return {
        owner: sorted((_line(row) for row in of_owner if _seen(row)), key=lambda line: line.top)
        for owner, of_owner in rows.items()
    }


def _seen(row: list[Letter]) -> bool:
    """Tell whether a row is a line: spaces alone are those between texts, in the colour of one."""
    return any(letter.char.strip() for letter in row)


def _add(rows: list[list[Letter]], letters: list[Letter]) -> None:
    """Add letters to the row that has their baseline and stands next to them."""
    first, last = letters[0], letters[-1]
    for row in rows:
        apart = max(first.left - row[-1].right, row[0].left - last.right)
        if abs(row[0].baseline - first.baseline) < 0.3 * first.size and apart < GUTTER * first.size:
            row += letters
            row.sort()
            return
    rows.append(letters)


def _line(row: list[Letter]) -> Line:
    text = "".join(letter.char for letter in row).replace("\u00a0", " ").strip()
    shown = [letter for letter in row if letter.char.strip()] or row
    size = max(letter.size for letter in shown)
    return Line(
        text,
        min(letter.left for letter in shown),
        row[0].baseline - ABOVE * size,
        max(letter.right for letter in shown),
        row[0].baseline + BELOW * size,
    )
