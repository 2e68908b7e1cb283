"""Films for tests: the boxes of an MP4 file, with no pictures in them."""

from __future__ import annotations

import struct


def film(codec: bytes = b"avc1", audio: bytes = b"mp4a", *, size: tuple[int, int] = (1280, 720),
         seconds: int = 90) -> bytes:  # fmt: skip
    """Return an MP4 file that says it holds a film of a codec, a size and a length."""
    head = _box(b"mvhd", bytes(12), struct.pack(">II", 1000, 1000 * seconds), bytes(80))
    tracks = (_track(codec, *size), _track(audio, 0, 0))
    return (
        _box(b"ftyp", b"isom", bytes(4)) + _box(b"mdat", bytes(64)) + _box(b"moov", head, *tracks)
    )


def _track(codec: bytes, width: int, height: int) -> bytes:
    head = _box(b"tkhd", bytes(76), struct.pack(">II", width << 16, height << 16))
    samples = _box(b"stsd", bytes(4), struct.pack(">I", 1), _box(codec, bytes(8)))
    return _box(b"trak", head, _box(b"mdia", samples))


def _box(kind: bytes, *inner: bytes) -> bytes:
    content = b"".join(inner)
    return struct.pack(">I", 8 + len(content)) + kind + content


def wave(seconds: int = 3, codec: int = 1) -> bytes:
    """Return a WAV file of silence, coded as a format tag says."""
    data = bytes(8000 * seconds)
    told = struct.pack("<HHIIHH", codec, 1, 8000, 8000, 1, 8)
    chunks = b"WAVEfmt " + struct.pack("<I", 16) + told + b"data" + struct.pack("<I", len(data))
    return b"RIFF" + struct.pack("<I", len(chunks) + len(data)) + chunks + data


def mp3(frames: int = 100, tags: int = 300) -> bytes:
    """Return an MP3 file of 128 kilobits a second, 44,100 Hz, behind so many bytes of tags."""
    head = b"ID3\x04\x00\x00" + bytes((0, 0, tags >> 7, tags & 127)) + bytes(tags)
    return head + (b"\xff\xfb\x90\x00" + bytes(413)) * frames
