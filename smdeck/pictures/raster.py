"""Pictures of pixels: decoded in full within limits, upright, in the colours of a screen."""

from __future__ import annotations

import os
import struct
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from smdeck.findings import count
from smdeck.pictures.kinds import Raster, picture_kind
from smdeck.pictures.metadata import cleaned
from smdeck.pictures.reading import Unusable

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS, MOST_OF_JPEG, MOST_OF_WEBP = 50_000_000, 120_000_000, 25_000_000
"""The most pixels of a picture: each takes four bytes, twice for a moment. A JPEG is decoded
smaller than it is, unless it loads in steps; a WebP is decoded on three canvases. A file of some
kilobytes may claim to have thousands of millions."""

MOST_IN_FILM = 250_000_000
"""The most pixels of all frames of an animated GIF together."""

ORIENTATION = 0x0112
"""The Exif tag of how a camera was held; 1 is upright, from 5 on it lay on its side."""

_TURNS = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
          6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90"}  # fmt: skip
"""What makes a picture upright, by its orientation (Exif 2.32, tag 0x0112)."""

P = ParamSpec("P")
R = TypeVar("R")


class Facts(NamedTuple):
    """What decoding a picture tells."""

    size: tuple[int, int]
    """Width and height in pixels as it is shown: upright."""
    orientation: int
    """How the camera was held, from 1 to 8."""
    frames: int
    """The frames of a film, the pages of a scan."""
    for_screens: bool
    """Whether its colours are those of screens, and not of printing presses."""
    drawn: bool = False
    """Whether it is a drawing, a screenshot or a logo, and no photograph."""
    paper: bool = False
    """Whether it is drawn on white or on nothing, as diagrams are: no background of its own."""


def _decoding(function: Callable[P, R]) -> Callable[P, R]:
    """Have a function raise Unusable, whatever a decoder raises.

    There is no list of what Pillow raises for damaged files: among 1,500 of them were struct.error,
    KeyError, OverflowError and SystemError.
    """

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with warnings.catch_warnings(action="ignore"), _quiet("TIFF" in args):
                return function(*args, **kwargs)
        except Unusable:
            raise
        except Exception as error:
            raise Unusable("unreadable-file", "is no readable picture") from error

    return guarded


@contextmanager
def _quiet(asked: bool) -> Iterator[None]:
    """Keep libtiff from printing: it writes what it finds wrong to the error output itself."""
    try:
        kept = os.dup(2) if asked else None
    except OSError:  # there is no error output
        kept = None
    if kept is None:
        yield
        return
    with _PRINTING, Path(os.devnull).open("wb") as nowhere:
        if sys.stderr:
            sys.stderr.flush()
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


_PRINTING = threading.RLock()
"""The error output is one for the whole process."""


@_decoding
def picture_facts(data: bytes, kind: Raster) -> Facts:
    """Return what there is to know of a picture, once all of it is decoded; raises Unusable."""
    frames = _frames(data, kind)
    clean, exif = cleaned(data, kind)
    with _opened(clean, kind) as image:
        if kind == "GIF":
            _decode_film(image, frames)
        size = image.size
        image.draft(None, (1, 1))  # a JPEG is read in full, but need not be computed in full
        image.load()
        if kind == "TIFF":
            return Facts(image.size, 1, frames, _is_for_screens(image))  # loading has turned it
        orientation = _orientation(exif or image.info.get("exif", b""))
        upright = size[::-1] if orientation >= 5 else size
        drawn = _is_drawn(image, kind)
        paper = drawn and _on_paper(image)
        return Facts(
            upright,
            orientation,
            frames=frames,
            for_screens=_is_for_screens(image),
            drawn=drawn,
            paper=paper,
        )


FEW_COLORS = 1 << 14
"""Up to so many colours a picture is drawn: photographs have more by far."""


def _is_drawn(image: Image.Image, kind: Raster) -> bool:
    """Return whether a picture has the few colours, or the transparency, of what is drawn."""
    if kind == "JPEG" or image.mode[:1] in ("I", "F"):  # no colours can be counted in 16 bits
        return False
    return image.mode in ("1", "P", "PA", "LA", "RGBA") or image.getcolors(FEW_COLORS) is not None


WHITE, CLEAR, PAPER = 235, 30, 0.6
"""From which value a channel is white, up to which alpha nothing is seen; and the share of the edge
that is one or the other where a picture has no background: diagrams and screenshots of pages had
0.77 and more of it, illustrations none."""


def _on_paper(image: Image.Image) -> bool:
    """Return whether the edge of a picture is mostly white or transparent."""
    right, bottom = image.width - 1, image.height - 1
    edges = (
        (0, 0, image.width, 1), (0, bottom, image.width, image.height),
        (0, 0, 1, image.height), (right, 0, image.width, image.height),
    )  # fmt: skip
    empty = 0
    for edge in edges:
        pixels = _for_screens(image.crop(edge)).convert("RGBA").tobytes()
        for at in range(0, len(pixels), 4):
            empty += pixels[at + 3] <= CLEAR or min(pixels[at : at + 3]) >= WHITE
    return empty >= PAPER * 2 * (image.width + image.height)


@_decoding
def decoded_pixels(
    data: bytes, kind: Raster, orientation: int = 1, least: tuple[int, int] | None = None
) -> Image.Image:
    """Return the first frame upright, in sRGB, as `L`, `RGB` or `RGBA`; raises Unusable.

    With `least`, a width and height, it may come smaller than it is, yet not below them.
    """
    from PIL import Image

    with _opened(cleaned(data, kind).data, kind) as image:
        stored = least[::-1] if least and orientation >= 5 else least
        if stored and kind == "JPEG":
            image.draft(None, stored)
        image.load()
        plain = _for_screens(_reduced(image, stored) if stored else image)
    turn = _TURNS.get(orientation)
    upright = plain.transpose(Image.Transpose[turn]) if turn else plain
    upright.info.clear()  # or it would be written again
    return upright


def _reduced(image: Image.Image, least: tuple[int, int]) -> Image.Image:
    """Return a picture at most some times as large as needed: the rest takes less memory then."""
    factor = min(image.width // least[0], image.height // least[1]) // 2
    if factor < 2 or image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        return image
    smaller = image.reduce(factor)
    smaller.info = image.info
    return smaller


def _opened(data: bytes, kind: Raster) -> Image.Image:
    """Return a picture of one kind, of which only the header is read; raises Unusable."""
    from PIL import Image

    most = MOST_OF_WEBP if kind == "WEBP" else MOST_PIXELS
    try:
        image = Image.open(BytesIO(data), formats=[kind])
    except Image.DecompressionBombError:  # Pillow has a limit of its own, which may be lower
        image = None
    if image and kind == "JPEG" and not image.info.get("progressive"):
        most = MOST_OF_JPEG
    if image is None or image.width * image.height > most:
        raise Unusable(
            "unreadable-file",
            f"has more than {most // 10**6} million pixels",
            "save it smaller: a slide shows no more than 2560 × 1440 pixels",
        )
    return image


def _frames(data: bytes, kind: Raster) -> int:
    """Return how many frames or pages a file has. Those of a JPEG are previews of telephones."""
    if kind == "JPEG":
        return 1
    with _opened(data, kind) as image:
        return int(getattr(image, "n_frames", 1))


def _decode_film(image: Image.Image, frames: int) -> None:
    """Decode all frames, which PowerPoint will play."""
    width, height = image.size
    if width * height * frames > MOST_IN_FILM:
        raise Unusable(
            "unreadable-file",
            f"has {count(frames, 'frame')} of {width} × {height} pixels",
            f"save fewer or smaller ones: together up to {MOST_IN_FILM // 10**6} megapixels",
        )
    for frame in range(frames):
        image.seek(frame)
        image.load()
    image.seek(0)


def _orientation(exif: bytes) -> int:
    """Return how the camera was held, 1 where nothing readable says so."""
    from PIL import Image

    try:
        said = Image.Exif()
        said.load(exif)
        turned = said.get(ORIENTATION, 1)
    except Exception:  # see `_decoding`; a damaged note about a picture is no damaged picture
        return 1
    return turned if turned in range(1, 9) else 1


def without_metadata(data: bytes) -> bytes:
    """Return a picture of a template as it is stored, but for its metadata.

    What is no PNG, JPEG or GIF, or can't be read, stays as it is. So does the way that a camera was
    held: programs differ on whether they turn a JPEG for that.
    """
    try:
        kind = picture_kind(data)
        clean, exif = cleaned(data, kind)
    except Unusable:
        return data
    turned = _orientation(exif) if exif and kind == "JPEG" else 1
    return clean if turned == 1 else clean[:2] + _exif_of(turned) + clean[2:]


def _exif_of(orientation: int) -> bytes:
    """Return the segment of a JPEG that says how the camera was held, and nothing else."""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, orientation, 0)
    tags = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", 8 + len(tags)) + b"Exif\0\0" + tags


def _is_for_screens(image: Image.Image) -> bool:
    return image.mode not in ("CMYK", "YCbCr", "LAB", "HSV")


def _for_screens(image: Image.Image) -> Image.Image:
    """Return a picture as `L`, `RGB` or `RGBA` of eight bits, its colours those of screens."""
    if image.mode[:1] in ("I", "F"):
        return _of_eight_bits(image)
    if image.mode in ("LA", "PA", "La", "RGBa", "RGBA") or "transparency" in image.info:
        profile = image.info.get("icc_profile")
        whole = image if image.mode == "RGBA" else image.convert("RGBA")
        if whole.getchannel("A").getextrema() == (255, 255):
            return _in_srgb(whole.convert("RGB"), profile)
        if not profile:
            return whole
        colors = _in_srgb(whole.convert("RGB"), profile)
        colors.putalpha(whole.getchannel("A"))
        return colors
    profile = image.info.get("icc_profile")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return _in_srgb(image.convert("RGB") if image.mode == "P" else image, profile)


def _of_eight_bits(image: Image.Image) -> Image.Image:
    """Return greys of 16 or 32 bits, or of floating point, in eight bits."""
    plain = image.convert("F")
    if image.mode.startswith("I;16"):
        darkest, lightest = 0.0, 65535.0
    else:
        darkest, lightest = plain.getextrema()  # type: ignore[assignment]
        if image.mode == "I" and darkest >= 0 and lightest <= 65535:
            darkest, lightest = 0.0, 65535.0  # older Pillow reads 16 bits as 32
    scale = 255 / (lightest - darkest) if lightest > darkest else 0.0
    return plain.point(lambda value: value * scale - darkest * scale).convert("L")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture as `RGB`, by its colour profile where it has one that can be read."""
    from PIL import ImageCms

    screen = ImageCms.createProfile("sRGB")
    try:
        if image.mode == "LAB":
            own: object = ImageCms.createProfile("LAB")
        elif profile and image.mode in ("RGB", "CMYK"):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
        else:
            return image.convert("RGB")
        turned = ImageCms.profileToProfile(image, own, screen, outputMode="RGB")  # type: ignore[arg-type]
        return turned or image.convert("RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")  # a damaged profile: the colours are nearly right without
