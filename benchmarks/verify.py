"""A figure counts only if the deck is there: each title, bullet and note is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from benchmarks.content import Slide
from benchmarks.measure import RunError

TEXT = re.compile(r"<a:t(?: [^>]*)?>([^<]*)</a:t>")


def verify(out: Path, slides: Sequence[Slide]) -> int:
    """Return the size of `out` in bytes; raise `RunError` unless it holds all of `slides`."""
    try:
        with ZipFile(out) as package:
            _verify_count(package, "ppt/slides/slide", len(slides))
            _verify_count(package, "ppt/notesSlides/notesSlide", len(slides))
            for number, slide in enumerate(slides, start=1):
                shown = _text(package, f"ppt/slides/slide{number}.xml")
                spoken = _text(package, f"ppt/notesSlides/notesSlide{number}.xml")
                if not all(words in shown for words in (slide.title, *slide.items)):
                    raise RunError(f"slide {number} lacks its title or a bullet")
                if slide.notes not in spoken:
                    raise RunError(f"slide {number} lacks its notes")
    except (OSError, BadZipFile, KeyError) as error:
        raise RunError(f"no readable deck was written ({type(error).__name__})") from error
    return out.stat().st_size


def _verify_count(package: ZipFile, prefix: str, expected: int) -> None:
    found = sum(name.startswith(prefix) for name in package.namelist())
    if found != expected:
        raise RunError(f"{found} parts `{prefix}…` instead of {expected}")


def _text(package: ZipFile, part: str) -> str:
    """Return the words of a part; a space that no line breaks at counts as a space."""
    text = unescape("".join(TEXT.findall(package.read(part).decode("utf-8"))))
    return text.replace("\u00a0", " ")
