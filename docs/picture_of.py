"""Draws a layout while it is written: its example, and each of its compositions, in a theme.

    python docs/picture_of.py LAYOUT [THEME]

writes the pictures into build/LAYOUT, or build/LAYOUT-THEME, without any office program, and
prints where they are.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path

import gallery

import smdeck
from smdeck.layouts import layout_names, load_layout

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Write the pictures and return the exit code."""
    name, theme = (*arguments, "vortrag")[:2] if arguments else ("", "")
    if name not in layout_names():
        print(f"name a layout: {', '.join(layout_names())}", file=sys.stderr)
        return 2
    target = ROOT / "build" / "-".join([name, *arguments[1:2]])
    slides = [load_layout(name).example, *gallery.composition_slides(name).values()]
    with tempfile.TemporaryDirectory() as scratch:
        deck = Path(scratch) / "layout.yaml"
        shutil.copytree(ROOT / "decks" / "bilder", deck.parent / "bilder")
        head = gallery.COMPOSITIONS_HEAD.replace("theme: vortrag", f"theme: {theme}")
        deck.write_text(head + "".join(map(_entry, slides)), "utf-8")
        try:
            built = smdeck.build(deck, target, format="png")
        except smdeck.DeckError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"{built.path}: the example and {len(slides) - 1} compositions")
    return 0


def _entry(slide: str) -> str:
    """Return a slide as an entry of a deck."""
    return "  - " + textwrap.indent(slide.strip(), "    ").lstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
