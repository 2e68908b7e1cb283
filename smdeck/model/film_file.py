"""Film file: a film or sound beside the deck, its captions and its times, checked when read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from smdeck.beside import beside
from smdeck.files import may_read, read_bytes
from smdeck.findings import Place
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.text import Inline
from smdeck.source import Node, Scalar

if TYPE_CHECKING:
    from smdeck.pictures.captions import Cues
    from smdeck.pictures.films import Film


class Subtitles(Record):
    """The words of a film while it plays: a file, or why there is none."""

    words: ClassVar[str] = "the name of a file, or `none` with what is heard instead"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    file: str | None = key("The file in WebVTT or SubRip, relative to the deck.", None)
    none: Inline | None = key("What is heard where nobody speaks, as `Only music`.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return what a lone name of a file stands for; `none` says no reason, and is reported."""
        if not isinstance(node, Scalar):
            return NotImplemented
        if node.text.strip().casefold() in _NONE:
            help = "write what is heard instead, as `captions: {none: Nur Musik}`"
            reader.findings.error(
                "missing-value", "`captions: none` does not say why", node.place, help
            )
            return FAILED
        return cls(origin=node, file=node.text)

    def decoded(self, reader: Reader) -> None:
        """Report captions that are there and are not."""
        if bool(self.file) == bool(self.none and not self.none.blank):
            reader.findings.error(
                "missing-field" if not self.file else "unshown-key",
                "captions are a `file`, or `none` with what is heard"
                + (", and not both" if self.file else ""),
                self.origin.place,
                "remove one of them" if self.file else "add `file`: a .vtt beside the deck",
            )


_NONE = {"none", "no", "false", "keine", "kein", "nein", "off", "aus", "ohne"}

MAIL, MOST = 20_000_000, 500_000_000
"""What most mailboxes take, and what a talk carries, in bytes."""

MOST_CAPTIONS = 5_000_000
"""The largest file of captions that is read, in bytes: that of many days."""

_TIME = r"(?:\d{1,2}:){0,2}\d{1,4}(?:[.,]\d{1,3})?"
SPAN = rf"{_TIME} *[-–] *(?:{_TIME})?"
"""A part of a film: two times, each in seconds or in minutes and seconds as `1:05`."""

_AS_FILM = "`ffmpeg -i FILE -c:v libx264 -pix_fmt yuv420p -c:a aac film.mp4`"
_AS_SOUND = "`ffmpeg -i FILE -c:a aac ton.m4a`"


def span_of(
    written: str | None, seconds: float, place: Place, reader: Reader
) -> tuple[float, float]:
    """Return where a film of so many seconds begins and ends, all of it where that is wrong."""
    if not written:
        return 0.0, seconds
    first, last = (one.strip() for one in written.replace("–", "-").split("-"))
    begin, end = _seconds(first), _seconds(last) if last else seconds
    if begin < end and (not seconds or end <= seconds + 0.5):
        return begin, min(end, seconds or end)
    whole = "{}:{:02}".format(*divmod(round(seconds), 60))
    empty = end <= begin < seconds
    said = "leaves nothing of it" if empty else f"goes on after its end at {whole}"
    help = "name the earlier time first" if empty else f"name times from 0:00 to {whole}"
    reader.findings.error("wrong-value", f"`trim: {written}` {said}", place, help)
    return 0.0, seconds


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def film_of(name: str, place: Place, reader: Reader) -> tuple[Path, Film] | None:
    """Return a film or sound beside the deck, and what it says of itself; None with findings."""
    from smdeck.pictures.films import film_in

    path = beside(reader.folder, name)
    if not may_read(path, name, place, reader.findings, what="film"):
        return None
    size = path.stat().st_size
    if size > MOST:
        reader.findings.error(
            "too-large",
            f"`{name}` has {size // 1_000_000} megabytes, a talk carries up to {MOST // 1_000_000}",
            place,
            "save it with a lower resolution, or name its page on the web: `url`",
        )
        return None
    if size > MAIL:
        reader.findings.warn(
            "video-format",
            f"`{name}` has {size // 1_000_000} megabytes: too much for most mailboxes",
            place,
            "save it with a lower resolution, 720p is enough for a hall",
        )
    film = film_in(path)
    if film is not None and not isinstance(film, str) and not film.unplayed:
        return path, film
    _report(film, name, place, reader)
    return None


def _report(film: Film | str | None, name: str, place: Place, reader: Reader) -> None:
    sound = isinstance(film, str) and film in ("Ogg", "FLAC", "AIFF")
    if film is None:
        said = "is no film or sound that PowerPoint plays, or a damaged one"
    elif isinstance(film, str):
        said = f"is a file of {film}, which not every PowerPoint plays"
    else:
        said, sound = f"holds {film.unplayed}, which not every PowerPoint plays", film.sound
    how = f"M4A: {_AS_SOUND}" if sound else f"MP4 with H.264 and AAC: {_AS_FILM}"
    reader.findings.error("video-format", f"`{name}` {said}", place, f"save it as {how}")


def captions_of(name: str, place: Place, reader: Reader, seconds: float) -> Cues | None:
    """Return the captions of a film that takes so many seconds; None with findings."""
    from smdeck.pictures.captions import NoCaptions, captions_in

    path = beside(reader.folder, name)
    if not may_read(path, name, place, reader.findings, what="captions"):
        return None
    try:
        cues = captions_in(read_bytes(path, MOST_CAPTIONS))
    except OSError as error:
        said = getattr(error, "said", "can't be read")
        reader.findings.error("captions", f"`{name}` {said}", place)
    except NoCaptions as wrong:
        line = f", line {wrong.line}" if wrong.line else ""
        reader.findings.error(
            "captions",
            f"`{name}`{line} {wrong}",
            place,
            "write it in WebVTT: `WEBVTT`, a blank line, `00:01.000 --> 00:04.000`, the words",
        )
    else:
        if seconds and cues.end > seconds + 1:
            reader.findings.warn(
                "captions",
                f"`{name}` goes on until {cues.end:.0f} s, the film ends after {seconds:.0f} s",
                place,
                "take the captions of this film",
            )
        return cues
    return None
