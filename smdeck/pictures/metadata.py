"""Metadata: what a picture tells beside its pixels, taken out without touching them.

Photographs know where they were taken, with which camera and when; drawing programs write names of
users and folders. None of it is seen on a slide, all of it would travel with the talk. What says
how pixels are to be shown stays: colour profile, gamma, resolution, transparency.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from smdeck.pictures.reading import Unusable


class Cleaned(NamedTuple):
    """A picture without its metadata."""

    data: bytes
    exif: bytes = b""
    """The Exif block that it had: it may say that the picture lies on its side."""


def cleaned(data: bytes, kind: str) -> Cleaned:
    """Return a PNG, JPEG or GIF without metadata, others as they are; raises Unusable."""
    clean = {"PNG": _clean_png, "JPEG": _clean_jpeg, "GIF": _clean_gif}.get(kind)
    try:
        return clean(data) if clean else Cleaned(data)
    except (IndexError, struct.error, ZeroDivisionError) as error:
        raise Unusable("unreadable-file", "is no readable picture: it is cut off") from error


_SHOWING = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP",
            b"cICP", b"pHYs", b"sBIT", b"bKGD"}  # fmt: skip
"""The chunks of a PNG that say how it looks (PNG 3, 11). Frames of an animation are left out:
PowerPoint shows the still picture that such a file holds for programs that know no better."""


def _clean_png(data: bytes) -> Cleaned:
    kept, exif, at = [data[:8]], b"", 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        at += 12 + length
        if name == b"eXIf":
            exif = chunk[8:-4]
        if name in _SHOWING and (name[:1].isupper() or _is_whole(chunk)):
            kept.append(chunk)
        if name == b"IEND":
            break
    return Cleaned(b"".join(kept), exif)


def _is_whole(chunk: bytes) -> bool:
    """Return whether a chunk is as its check sum says; viewers differ on those that aren't."""
    return zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:], "big")


SOS, EOI, COM = 0xDA, 0xD9, 0xFE
HUFFMAN_FRAMES = (0xC0, 0xC1, 0xC2)
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers of a JPEG without a segment (ITU-T T.81, table B.1)."""


def _clean_jpeg(data: bytes) -> Cleaned:
    """Return a JPEG up to its end, without the second picture that telephones put behind it."""
    kept, exif, at = [data[:2]], b"", 2
    blocks = compressed = 0
    while at + 1 < len(data):
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1  # fill bytes
        marker = data[at + 1]
        if data[at] != 0xFF:
            at += 1  # damaged; decoders look for the next marker as well
            continue
        if marker == EOI:
            break
        if marker in _ALONE or marker == 0:
            at += 2
            continue
        segment = data[at : at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")]
        at += max(4, len(segment))
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0" and not exif:
            exif = segment[10:]
        if marker == 0xE0:
            segment = _without_thumbnail(segment)
        if (not 0xE0 <= marker <= 0xEF and marker != COM) or _says_colors(marker, segment):
            kept.append(segment)
        if marker in HUFFMAN_FRAMES:
            blocks = _blocks(segment)
        if marker == SOS:
            end = _end_of_scan(data, at)
            kept.append(data[at:end])
            compressed += end - at
            at = end
    if at + 1 >= len(data) or 8 * compressed < blocks:
        raise Unusable("unreadable-file", "is no readable picture: it is cut off")
    return Cleaned(b"".join([*kept, b"\xff\xd9"]), exif)


def _blocks(frame: bytes) -> int:
    """Return how many blocks of 8 × 8 a frame has; each takes one bit at the least (T.81, B.2.2).

    Decoders paint grey what is missing, and say nothing.
    """
    height, width, parts = struct.unpack_from(">HHB", frame, 5)
    samplings = [(frame[11 + 3 * n] >> 4, frame[11 + 3 * n] & 15) for n in range(parts)]
    across, down = (max(pair[n] for pair in samplings) for n in (0, 1))
    return sum((width * h // (8 * across)) * (height * v // (8 * down)) for h, v in samplings)


def _says_colors(marker: int, segment: bytes) -> bool:
    """Return whether a segment for applications says how the pixels are to be shown."""
    return (
        (marker == 0xE0 and segment[4:9] == b"JFIF\0")
        or (marker == 0xE2 and segment[4:16] == b"ICC_PROFILE\0")
        or (marker == 0xEE and segment[4:9] == b"Adobe")
    )


def _without_thumbnail(segment: bytes) -> bytes:
    """Return a JFIF segment without its small preview, which may show what was cut off since."""
    return segment[:2] + b"\0\x10" + segment[4:16] + b"\0\0" if len(segment) > 18 else segment


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker after compressed pixels stands."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or data[at + 1] in _ALONE or data[at + 1] == 0xFF:
            at += 1 if data[at + 1] == 0xFF else 2
        else:
            return at


_FRAME, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_GRAPHIC_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _clean_gif(data: bytes) -> Cleaned:
    """Return a GIF without comments and metadata of applications; it loops as before."""
    at = 13 + _palette(data[10])
    kept = [data[:at]]
    while at < len(data) and data[at] != _TRAILER:
        start = at
        if data[at] == _FRAME:
            at = _after_blocks(data, at + 11 + _palette(data[at + 9]))
            kept.append(data[start:at])
        elif data[at] == _EXTENSION:
            label, named = data[at + 1], data[at + 3 : at + 14]
            at = _after_blocks(data, at + 2)
            if label == _GRAPHIC_CONTROL or (label == _APPLICATION and named in _LOOPS):
                kept.append(data[start:at])
        else:
            at += 1  # padding; viewers skip it
    return Cleaned(b"".join([*kept, b"\x3b"]))


def _palette(flags: int) -> int:
    """Return how many bytes a colour table takes (GIF 89a, 18 and 20)."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """Return where a chain of sub-blocks is over: behind the empty one."""
    while data[at]:
        at += 1 + data[at]
    return at + 1
