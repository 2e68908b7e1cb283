"""Captions: the words of a film in WebVTT, which PowerPoint shows while it plays."""

from __future__ import annotations

import re
from typing import NamedTuple

from smdeck.patterns import pattern

_TIME = r"(?:(\d+):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_CUE = pattern(rf"\s*{_TIME}\s+-->\s+{_TIME}(.*)")
_ARROW = pattern(r"-->")


class Cues(NamedTuple):
    """What a file of captions holds."""

    text: str
    """The file in WebVTT."""
    end: float
    """When the last words go, in seconds."""


class NoCaptions(ValueError):
    """What is wrong with a file of captions: its message, and the line, from 1."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def captions_in(data: bytes) -> Cues:
    """Return the captions of a file in WebVTT or SubRip; the latter are written as WebVTT.

    Raises NoCaptions.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise NoCaptions("is not written in UTF-8") from None
    lines = text.split("\n")
    named = text.startswith("WEBVTT")
    begins, end = 0.0, 0.0
    for n, line in enumerate(lines):
        if not _ARROW.search(line):
            continue
        cue = _CUE.fullmatch(line)
        if not cue:
            raise NoCaptions(f"has no times in `{line.strip()}`", n + 1)
        begin, end_of_cue = _seconds(cue, 1), _seconds(cue, 5)
        if end_of_cue <= begin:
            raise NoCaptions(f"has words that go before they come: `{line.strip()}`", n + 1)
        if begin < begins:
            raise NoCaptions(f"goes back in time with `{line.strip()}`", n + 1)
        begins, end = begin, max(end, end_of_cue)
        lines[n] = re.sub(r"(\d),(\d{3})", r"\1.\2", line)
    if not end:
        raise NoCaptions("has no captions in WebVTT")
    return Cues("\n".join(lines) if named else "WEBVTT\n\n" + "\n".join(lines), end)


def _seconds(cue: re.Match[str], first: int) -> float:
    hours, minutes, seconds, thousandths = (int(cue[first + n] or 0) for n in range(4))
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000
