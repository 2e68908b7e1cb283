"""Kinds of pictures: what a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Literal, get_args

from smdeck.pictures.reading import Unusable

Raster = Literal["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"]
Kind = Literal[Raster, "SVG"]

RASTERS: tuple[Raster, ...] = get_args(Raster)
"""The formats that are read, as Pillow calls them. Each call of Pillow names the one that it
expects: left to itself it tries some forty, and starts Ghostscript for one of them."""

LISTED = "PNG, JPEG, GIF, WebP, BMP, TIFF or SVG"

LARGEST_SVG = 10 * 2**20
"""The most bytes of an SVG."""

_BEGINNINGS: tuple[tuple[bytes, Raster], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)

_CONVERT = "save it as PNG or JPEG"
_VECTORS = "save it as SVG, or as PNG with 2560 pixels of width"

_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (rb"%PDF", "a PDF file", _VECTORS),
    (rb"%!|\xc5\xd0\xd3\xc6", "an EPS file", _VECTORS),
    (rb"....ftypavi[fs]", "an AVIF picture", _CONVERT),
    (rb"....ftyp(?:hei|hev|mif1|msf1)", "a HEIC picture", "open it and save it as JPEG"),
    (rb"....ftyp", "a film", "show a still of it, or an animated GIF"),
    (rb"\x1a\x45\xdf\xa3", "a film", "show a still of it, or an animated GIF"),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "a JPEG XL picture", _CONVERT),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG 2000 picture", _CONVERT),
    (rb"8BPS", "a Photoshop file", _CONVERT),
    (rb"\0\0[\x01\x02]\0", "an icon file", _CONVERT),
    (rb"\x01\0\0\0.{36} EMF", "an EMF file", _VECTORS),
    (rb"\xd7\xcd\xc6\x9a", "a WMF file", _VECTORS),
    (rb"PK\x03\x04", "a packed file", "name a picture that was taken out of it"),
    (rb"\xd0\xcf\x11\xe0", "a file of Office", "save the picture in it as PNG"),
    (rb"version https://git-lfs", "a pointer of Git LFS", "fetch the file with `git lfs pull`"),
    (rb"\s*(?i:<!doctype html|<html)", "a web page", "save the picture itself, not its page"),
)
"""What else stands where a picture should: how it begins, what it is called, what helps."""

_GZIP = b"\x1f\x8b"
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def picture_kind(data: bytes) -> Kind:
    """Return what the bytes of a picture are; raises Unusable where they are no picture."""
    if not data:
        raise Unusable("unreadable-file", "is empty")
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if _is_svg(data):
        return "SVG"
    for pattern, called, help in _OTHERS:
        if re.match(pattern, data, re.S):
            raise Unusable("wrong-file", f"is {called}, which can't be shown", help)
    raise Unusable("wrong-file", "is no picture that can be shown", f"it takes {LISTED}")


def unpacked(data: bytes) -> bytes:
    """Return the SVG that is packed in an .svgz file, and all else as it is; raises Unusable."""
    if data[:2] != _GZIP:
        return data
    import gzip  # seldom needed, and slow to import

    try:
        plain = gzip.GzipFile(fileobj=BytesIO(data)).read(LARGEST_SVG + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unusable("unreadable-file", "is packed, and damaged") from error
    if not _is_svg(plain):
        raise Unusable("wrong-file", "is a packed file, which can't be shown", f"it takes {LISTED}")
    return plain


def _is_svg(data: bytes) -> bool:
    """Return whether a file is an SVG, by the first element that is called so."""
    begins = data[: 2**14]
    if begins[:2] in _UTF16:
        begins = begins[2:].replace(b"\0", b"")
    begins = begins.removeprefix(b"\xef\xbb\xbf").lstrip()
    found = begins[:1] == b"<" and _ROOT.search(begins)
    return bool(found) and not re.match(rb"(?i)<!doctype html|<html", begins)
