"""The door to picture files: what one is, what of it is written, and how it looks."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smdeck.beside import files_in, not_beside, save_as
from smdeck.files import Refused, examine_picture
from smdeck.findings import Findings, Place, count, suggest_file
from smdeck.fonts.installed import missing_families
from smdeck.pictures.encoding import encoded, is_photograph, scaled, too_large
from smdeck.pictures.kinds import Kind, picture_kind, unpacked
from smdeck.pictures.metadata import cleaned
from smdeck.pictures.raster import decoded_pixels, picture_facts
from smdeck.pictures.reading import Unusable, read_picture
from smdeck.pictures.shipped import Prepared, beside

if TYPE_CHECKING:
    from PIL import Image

    from smdeck.pictures.svg import SvgDrawing

DRAWN = 1600
"""The larger side of the PNG that is drawn of an SVG, in pixels: 120 dpi over a whole slide."""

SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif"}
"""The kinds that are written as they are, but for their metadata."""

KNOWN = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".svgz")
"""Suffixes of pictures. They matter only where there is no file to look into."""


class PictureFile(NamedTuple):
    """What there is to know of a picture's file."""

    path: Path
    kind: Kind
    size: tuple[float, float]
    """Width and height as it is shown: in pixels, of an SVG in its own units."""
    orientation: int = 1
    """How the camera was held, from 1 to 8 (Exif 2.32, tag 0x0112)."""
    frames: int = 1
    """The frames of a film, the pages of a scan."""
    for_screens: bool = True
    """Whether its colours are those of screens, and not of printing presses."""
    weight: int = 0
    """How many bytes the file has."""
    drawn: bool = False
    """Whether it is a drawing, a screenshot or a logo, and no photograph."""
    paper: bool = False
    """Whether it is drawn on white or on nothing, as diagrams are: no background of its own."""
    fonts: tuple[tuple[str, ...], ...] = ()
    """The families that the words of an SVG ask for: lists of which one is enough."""
    lost_words: str = ""
    """Words of an SVG that are written as HTML, and so not drawn."""

    @property
    def is_svg(self) -> bool:
        """Whether it has no pixels of its own."""
        return self.kind == "SVG"


def inspect(path: Path) -> PictureFile:
    """Return what a picture's file is, once all of it is decoded or drawn.

    Raises Unusable, and FileNotFoundError where there is no file. A file is looked at once,
    until it changes.
    """
    return _inspect(path, _stamp(path))


def prepared(path: Path, needed: tuple[int, int] | None = None) -> Prepared:
    """Return what is written of a picture: a PNG, JPEG or GIF without metadata, and upright.

    `needed` are the width and height in pixels that can be seen of the whole picture; without them
    it keeps its size. Raises Unusable.
    """
    file = inspect(path)
    if file.is_svg:
        svg = _read_drawing(path, _stamp(path)).text.encode()
        if png := beside(path):
            return prepared(png)._replace(svg=svg)
        return Prepared(_drawn(path, _stamp(path)), ".png", svg)
    assert file.kind != "SVG"
    data = read_picture(path)
    shrinks = needed is not None and is_scaled(path, needed)
    if file.kind in SUFFIXES and file.orientation == 1 and file.for_screens and not shrinks:
        return Prepared(cleaned(data, file.kind).data, SUFFIXES[file.kind])
    least = needed if shrinks else None
    pixels = decoded_pixels(data, file.kind, file.orientation, least)
    as_jpeg = file.kind == "JPEG" or (
        (shrinks or file.kind not in SUFFIXES) and is_photograph(pixels)
    )
    if least:
        pixels = scaled(pixels, least)
    return Prepared(*encoded(pixels, as_jpeg))


def is_scaled(path: Path, needed: tuple[int, int]) -> bool:
    """Return whether a picture is written smaller than its file; a film never is."""
    file = inspect(path)
    is_film = file.kind == "GIF" and file.frames > 1
    return not file.is_svg and not is_film and too_large(file.size, file.weight, needed)


def shown_image(path: Path, least: tuple[int, int] | None = None) -> Image.Image:
    """Return what the audience sees of a picture, upright, as `RGBA`; raises Unusable.

    `least` is a size that is fine enough for what is looked at.
    """
    file = inspect(path)
    if not file.is_svg:
        data = read_picture(path)
    elif png := beside(path):
        return shown_image(png, least)
    else:
        return image_of(_drawn(path, _stamp(path)))
    assert file.kind != "SVG"
    return decoded_pixels(data, file.kind, file.orientation, least).convert("RGBA")


def image_of(data: bytes, least: tuple[int, int] | None = None) -> Image.Image:
    """Return the picture of some bytes as `RGBA`, for what is no file; raises Unusable."""
    kind = picture_kind(data)
    if kind == "SVG":
        raise Unusable("wrong-file", "is an SVG, which is drawn from files alone")
    return decoded_pixels(data, kind, least=least).convert("RGBA")


def checked_picture(
    path: Path, name: str, place: Place, findings: Findings, what: str, relative: str
) -> PictureFile | None:
    """Return what a picture's file is, with warnings; None with an error where it can't be shown.

    `name` is what its author calls it, `what` that it is a picture or a logo, and `relative` what
    its path is relative to.
    """
    try:
        examine_picture(path)
        file = inspect(path)
    except Refused as refused:
        findings.error(refused.code, f"`{name}` {refused.said}", place, refused.help)
        return None
    except FileNotFoundError:
        away = not_beside(name, what)
        if not away and path.suffix.lower() not in KNOWN:
            said = f"`{name}` is no picture that can be shown"
            findings.error("wrong-file", said, place, save_as(path))
            return None
        near = suggest_file(path.name, files_in(path.parent), f"its path is relative to {relative}")
        said = f"`{name}` is no file beside {relative}" if away else f"there is no file `{name}`"
        findings.error("missing-file", said, place, away or near)
        return None
    except Unusable as problem:
        findings.error(problem.code, f"`{name}` {problem.said}", place, problem.help)
        return None
    _warn(file, name, place, findings)
    return file


def _warn(file: PictureFile, name: str, place: Place, findings: Findings) -> None:
    """Report what of a picture is not shown as its author sees it."""
    if file.frames > 1 and file.kind != "GIF":
        pages = file.kind == "TIFF"
        findings.warn(
            "still-picture",
            f"only the first of the {count(file.frames, 'page' if pages else 'frame')} of "
            f"`{name}` is shown",
            place,
            "save the page that is meant as a picture of its own"
            if pages
            else "save it as an animated GIF, which PowerPoint plays",
        )
    if file.lost_words:
        findings.warn(
            "html-labels",
            f"the words `{file.lost_words}` of `{name}` are HTML, which PowerPoint does not show",
            place,
            "export the SVG with words as text: in Mermaid with `htmlLabels: false`, in draw.io "
            "without Formatted Text; or save it as PNG",
        )
    for families in missing_families(file.fonts):
        findings.warn(
            "svg-font",
            f"`{name}` has words in `{families[0]}`, a font that this computer lacks",
            place,
            "turn its words into paths where you draw it, or install the font; now another font "
            "stands in, whose words are of other widths",
        )


def _stamp(path: Path) -> tuple[int, int]:
    """Return what changes with a file; raises as `read_picture` does."""
    try:
        said = os.stat(path)  # noqa: PTH116 -- unlike Path's, it bears any name
    except (OSError, ValueError):
        read_picture(path)  # says what is wrong
        raise
    return said.st_mtime_ns, said.st_size


@lru_cache(maxsize=512)
def _inspect(path: Path, stamp: tuple[int, int]) -> PictureFile:
    data = unpacked(read_picture(path))
    kind = picture_kind(data)
    if kind != "SVG":
        facts = picture_facts(data, kind)
        return PictureFile(path, kind, *facts[:4], len(data), facts.drawn, facts.paper)
    drawing = _read_drawing(path, stamp)
    if png := beside(path):
        _check_beside(png)
    else:
        _drawn(path, stamp)
    fonts, lost = drawing.fonts, drawing.lost_words
    return PictureFile(
        path, kind, drawing.size, drawn=True, paper=True, fonts=fonts, lost_words=lost
    )


def _check_beside(png: Path) -> None:
    """Raise Unusable where the PNG that stands for an SVG is none."""
    try:
        file = inspect(png)
    except Unusable as problem:
        said = f"needs another `{png.name}`, which {problem.said}"
        raise Unusable(problem.code, said, problem.help) from problem
    if file.is_svg:
        raise Unusable("unreadable-file", f"needs another `{png.name}`, which is no PNG")


def read_drawing(svg: Path) -> SvgDrawing:
    """Return what an SVG draws, without what could reach beyond the file; raises Unusable."""
    return _read_drawing(svg, _stamp(svg))


@lru_cache(maxsize=8)
def _read_drawing(svg: Path, stamp: tuple[int, int]) -> SvgDrawing:
    from smdeck.pictures.svg import read_svg

    return read_svg(unpacked(read_picture(svg)))


@lru_cache(maxsize=64)
def _drawn(svg: Path, stamp: tuple[int, int]) -> bytes:
    """Return the PNG drawn of an SVG; raises Unusable."""
    from smdeck.pictures.drawing import LONGEST, draw

    drawing = _read_drawing(svg, stamp)
    width, height = drawing.size
    scale = DRAWN / max(width, height)
    pixels = max(1, round(width * scale)), max(1, round(height * scale))
    try:
        # Only words need the computer's fonts; without them each computer draws the same.
        return draw(drawing.text, *pixels, drawing.words, drawing.weight)
    except TimeoutError as error:
        raise Unusable(
            "unreadable-file",
            f"is an SVG that takes more than {LONGEST:g} seconds to draw",
            "save it as PNG, or draw it with fewer blurs, masks and patterns",
        ) from error
    except ValueError as error:
        raise Unusable("unreadable-file", f"is no readable SVG: {error}") from error
