"""Draws a layout while it is written, in a theme: its example, each of its compositions, and the
fewest and most items it takes.

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
import yaml

import smdeck
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import keys

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Write the pictures and return the exit code."""
    name, theme = (*arguments, "vortrag")[:2] if arguments else ("", "")
    if name not in layout_names():
        print(f"name a layout: {', '.join(layout_names())}", file=sys.stderr)
        return 2
    target = ROOT / "build" / "-".join([name, *arguments[1:2]])
    compositions = gallery.composition_slides(name)
    slides = [load_layout(name).example, *compositions.values(), *_few_and_many(name)]
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
    more = ", the fewest and the most items" if len(slides) > len(compositions) + 1 else ""
    print(f"{built.path}: the example, {len(compositions)} compositions{more}")
    return 0


def _few_and_many(name: str) -> list[str]:
    """Return the example with the fewest and with the most items, the last of them set off."""
    layout, slide = load_layout(name), yaml.safe_load(load_layout(name).example)
    field, items = keys(layout).get("items"), slide.get("items")
    if field is None or not isinstance(items, list):
        return []
    found = []
    for number in (int(field.least or 1), int(field.most or len(items))):
        some = [items[n % len(items)] for n in range(number)]
        if "featured" in field.shows and isinstance(some[-1], dict):
            some[-1] = {**some[-1], "featured": True}
        found.append(yaml.safe_dump({**slide, "items": some}, allow_unicode=True, sort_keys=False))
    return found


def _entry(slide: str) -> str:
    """Return a slide as an entry of a deck."""
    return "  - " + textwrap.indent(slide.strip(), "    ").lstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
