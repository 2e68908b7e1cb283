"""Sounds: what WAV and MP3 files say of themselves, and the kinds of files that no slide plays."""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

WAVES = {1: "pcm", 3: "pcm", 0xFFFE: "pcm", 2: "adpcm", 0x11: "adpcm", 0x55: ".mp3"}
"""How a WAV file may be coded, by its format tag."""

RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Kilobits a second of MPEG 1 layer III, by their index (ISO/IEC 11172-3, 2.4.2.3)."""

LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""The same of MPEG 2 layer III (ISO/IEC 13818-3, 2.4.2.3)."""

SAMPLES = (44_100, 48_000, 32_000)
"""Samples a second of MPEG 1, by their index; MPEG 2 has half of them, MPEG 2.5 a quarter."""

_OTHERS = (
    (b"\x1aE\xdf\xa3", "WebM or Matroska"), (b"OggS", "Ogg"), (b"fLaC", "FLAC"),
    (b"FLV", "Flash"), (b"\x30\x26\xb2\x75", "Windows Media"), (b"FORM", "AIFF"),
    (b"\x00\x00\x01\xba", "MPEG 2"),
)  # fmt: skip


class Sound(NamedTuple):
    """A sound: how it is coded, and its length in seconds."""

    codec: str
    suffix: str
    seconds: float


def other_kind(head: bytes) -> str | None:
    """Return what people call a file of films or sounds that no slide plays, by its first bytes."""
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "AVI"
    return next((name for mark, name in _OTHERS if head.startswith(mark)), None)


def sound_in(file: BinaryIO, size: int) -> Sound | None:
    """Return what a file says of the sound in it; None where it is neither WAV nor MP3."""
    head = file.read(12)
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return _wave(file)
    begin = 0
    if head[:3] == b"ID3":  # tags stand before the sound; seven bits of each byte of their length
        begin = 10 + sum((byte & 0x7F) << 7 * n for n, byte in enumerate(reversed(head[6:10])))
    file.seek(begin)
    return _frames(file.read(8_192), size - begin)


def _wave(file: BinaryIO) -> Sound | None:
    codec, rate = "", 0
    while len(chunk := file.read(8)) == 8:
        kind, size = chunk[:4], int.from_bytes(chunk[4:], "little")
        if kind == b"data":
            return Sound(codec, ".wav", size / rate) if codec and rate else None
        if kind == b"fmt ":
            told = file.read(min(size, 64))
            codec = WAVES.get(int.from_bytes(told[:2], "little"), "unknown")
            rate = int.from_bytes(told[8:12], "little")
            size -= len(told)
        file.seek(size + size % 2, 1)
    return None


def _frames(data: bytes, size: int) -> Sound | None:
    """Return the MP3 that begins with a frame, its length by the rate of that, or by what a
    file with a changing rate says (the frames that it has, under `Xing` or `Info`)."""
    at = data.find(b"\xff")
    while 0 <= at < len(data) - 4:
        version, layer = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3
        index, samples = data[at + 2] >> 4, data[at + 2] >> 2 & 3
        if data[at + 1] >= 0xE0 and version != 1 and layer == 1 and 0 < index < 15 and samples < 3:
            per_second = SAMPLES[samples] >> (0, 0, 1, 0)[version] if version else 0
            per_second = per_second or SAMPLES[samples] >> 2
            counted = next((at for at in map(data.find, (b"Xing", b"Info")) if at > 0), 0)
            if counted and data[counted + 7] & 1:
                frames = int.from_bytes(data[counted + 8 : counted + 12])
                return Sound(".mp3", ".mp3", frames * (1152 if version == 3 else 576) / per_second)
            rate = (RATES if version == 3 else LOW_RATES)[index]
            return Sound(".mp3", ".mp3", size / (125 * rate))
        at = data.find(b"\xff", at + 1)
    return None
