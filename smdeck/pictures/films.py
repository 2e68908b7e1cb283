"""Films and sounds: what a file says of itself, an MP4 by its boxes (ISO/IEC 14496-12)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, NamedTuple

from smdeck.pictures.sounds import other_kind, sound_in

PLAYED = {"avc1", "avc3", "mp4v", "mp4a", ".mp3", "pcm", "text", "tx3g", "tmcd"}
"""The codecs that every PowerPoint plays: H.264, MPEG-4 and AAC, and tracks that it passes over."""

HEARD = {"mp4a", ".mp3", "pcm"}
"""The codecs of sound among them."""

NAMED = {
    "hvc1": "HEVC (H.265)", "hev1": "HEVC (H.265)", "av01": "AV1", "vp08": "VP8", "vp09": "VP9",
    "Opus": "Opus", "ap4h": "ProRes", "apch": "ProRes", "apcn": "ProRes", "ac-3": "Dolby Digital",
}  # fmt: skip
"""What people call other codecs."""

MOST_INDEX = 64_000_000
"""The largest index of a film that is read, in bytes: that of many hours."""


class Film(NamedTuple):
    """A film: its codecs, its size in pixels and its length in seconds, as far as they are said."""

    codecs: tuple[str, ...]
    width: float = 0.0
    height: float = 0.0
    seconds: float = 0.0
    suffix: str = ".mp4"
    """That of the kind of file that it is, whatever its name says."""

    @property
    def sound(self) -> bool:
        """Whether there is nothing to see."""
        return not self.height

    @property
    def heard(self) -> bool:
        """Whether a film has a sound track."""
        return not self.sound and any(codec in HEARD for codec in self.codecs)

    @property
    def unplayed(self) -> str | None:
        """A codec that not every PowerPoint plays, by the name that people know; None for none."""
        wrong = next((codec for codec in self.codecs if codec not in PLAYED), None)
        return NAMED.get(wrong, wrong) if wrong else None


def film_in(path: Path) -> Film | str | None:
    """Return what a file says of the film or sound in it; of one that no slide plays what people
    call its kind, or None where it is nothing of all this, or damaged."""
    with path.open("rb") as file:
        head = file.read(12)
        file.seek(0)
        if other := other_kind(head):
            return other
        try:
            if head[4:8] == b"ftyp":
                index = _index(file)
                return _film(index, head[8:12]) if index else None
            sound = sound_in(file, path.stat().st_size)
        except (IndexError, ValueError, ArithmeticError):
            return None
    return Film((sound.codec,), seconds=sound.seconds, suffix=sound.suffix) if sound else None


def _index(file: BinaryIO) -> bytes | None:
    """Return the box with the index of a film, wherever in the file it stands."""
    while len(head := file.read(8)) == 8:
        size, kind, skipped = int.from_bytes(head[:4]), head[4:], 8
        if size == 1:
            size, skipped = int.from_bytes(file.read(8)), 16
        if kind == b"moov":
            length = size - skipped
            return file.read(length) if 0 < length <= MOST_INDEX else None
        if size < skipped:
            return None  # 0 stands for the rest of the file, or it is damaged
        file.seek(size - skipped, 1)
    return None


def _film(index: bytes, brand: bytes) -> Film | None:
    codecs, width, height = [], 0.0, 0.0
    for at in _found(index, b"stsd"):
        codecs.append(index[at + 16 : at + 20].decode("latin-1"))
    for at in _found(index, b"tkhd"):
        end = at - 4 + int.from_bytes(index[at - 4 : at])
        across, down = (int.from_bytes(index[end - n : end - n + 4]) / 65536 for n in (8, 4))
        if across and down and not width:
            width, height = across, down
    seconds = 0.0
    for at in _found(index, b"mvhd"):
        wide = 8 if index[at + 4] == 1 else 4
        start = at + 8 + 2 * wide
        scale = int.from_bytes(index[start : start + 4])
        seconds = int.from_bytes(index[start + 4 : start + 4 + wide]) / scale
    suffix = ".mov" if brand == b"qt  " else ".mp4" if height else ".m4a"
    return Film(tuple(codecs), width, height, seconds, suffix) if codecs else None


def _found(index: bytes, kind: bytes) -> list[int]:
    """Return where the boxes of a kind have their name."""
    positions, at = [], index.find(kind)
    while at >= 0:
        positions.append(at)
        at = index.find(kind, at + 4)
    return positions
