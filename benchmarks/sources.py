"""The same slides, written in the language that each contender reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.content import Slide


def yaml_deck(slides: Sequence[Slide]) -> str:
    """Return the slides as an smdeck deck."""
    head = "title: Messung\nlang: de-DE\ntheme: vortrag\n\nslides:\n"
    return head + "\n".join(_yaml_slide(slide) for slide in slides)


def _yaml_slide(slide: Slide) -> str:
    items = "".join(f"      - {item}\n" for item in slide.items)
    return f"  - title: {slide.title}\n    items:\n{items}    notes: |\n      {slide.notes}\n"


def wordy_deck(slides: Sequence[Slide]) -> str:
    """Return an smdeck deck full of words: items with texts, one slide in nine in two parts.

    Nine slides of the deck are ten of the talk.
    """
    head = "title: Messung\nlang: de-DE\ntheme: vortrag\nallow: [words]\n\nslides:\n"
    return head + "".join(_wordy_slide(slide, n % 9 == 8) for n, slide in enumerate(slides))


def _wordy_slide(slide: Slide, split: bool) -> str:
    items = slide.items * 2 if split else slide.items[:3]
    text = slide.notes.partition(".")[0]
    written = "".join(f"      - title: {item}\n        text: {text}\n" for item in items)
    return f"  - title: {slide.title}\n    split: {str(split).lower()}\n    items:\n{written}"


def markdown_deck(slides: Sequence[Slide]) -> str:
    """Return the slides as pandoc reads them, without the title slide that a title would add."""
    return "---\nlang: de-DE\n---\n\n" + "\n".join(_markdown_slide(slide) for slide in slides)


def _markdown_slide(slide: Slide) -> str:
    items = "".join(f"- {item}\n" for item in slide.items)
    return f"# {slide.title}\n\n{items}\n::: notes\n\n{slide.notes}\n\n:::\n"


def json_deck(slides: Sequence[Slide]) -> str:
    """Return the slides for the drivers, which build them with a library."""
    return json.dumps([asdict(slide) for slide in slides], ensure_ascii=False)


WRITERS: dict[str, Callable[[Sequence[Slide]], str]] = {
    "deck.yaml": yaml_deck,
    "deck.md": markdown_deck,
    "deck.json": json_deck,
}


def write_sources(slides: Sequence[Slide], folder: Path) -> None:
    """Write the deck into `folder` once for each language."""
    folder.mkdir()
    for name, writer in WRITERS.items():
        (folder / name).write_text(writer(slides), encoding="utf-8")
