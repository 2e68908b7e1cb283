"""The gallery: slides of every layout and every composition, for decks, pages and pictures.

`decks/gallery.yaml` and the pages in `docs/layouts/` are written from them by make_reference.py,
the pictures by make_pictures.py.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import yaml

from smdeck.layouts import layout_names, load_layout
from smdeck.page.composed import Composed
from smdeck.reference import GROUPS

DOCS = Path(__file__).resolve().parent

HEAD = """\
# Alle Layouts, jedes mit seinem Beispiel. `make docs` schreibt diese Datei aus smdeck/layouts.
title: Alle Layouts
subtitle: Eine Folie für jedes
lang: de-DE
theme: vortrag
speaker:
  name: Social Media Vortrag
  role: Beratung
  email: kontakt@example.com
  url: https://example.com
  phone: "+49 221 000000"
event: {name: Galerie, place: Köln, date: 2026-12-03}
footer: Social Media Vortrag

slides:
"""

COMPOSITIONS_HEAD = HEAD.replace(
    "\nslides:", "allow: [repeated-title, image-resolution, words, bullets]\n\nslides:"
)
"""The same title stands on each composition of an example, and a picture for the right half of a
slide is shown over all of it."""


def names_by_group() -> list[str]:
    """Return the names of all layouts in the order in which the reference has them."""
    return [name for group in GROUPS for name in layout_names() if load_layout(name).group == group]


def gallery_deck(names: Sequence[str] = ()) -> str:
    """Return the text of `decks/gallery.yaml`: every layout's example, its name as the id; or that
    of some layouts alone."""
    return HEAD + _entries(
        load_layout(name).example.rstrip().replace("\n", f"\nid: {name}\n", 1)
        for name in names or names_by_group()
    )


def compositions_deck(names: Sequence[str]) -> str:
    """Return the text of a deck that shows every composition of layouts that has a picture once."""
    slides = [slide for name in names for slide in composition_slides(name).values()]
    return COMPOSITIONS_HEAD + _entries(slides)


def composition_slides(name: str) -> dict[str, str]:
    """Return a slide in YAML for each of several compositions of a layout, by their names."""
    layout = load_layout(name)
    if not issubclass(layout, Composed) or len(layout.compositions) < 2:
        return {}
    own = _own_examples().get(name, {})
    return {
        one.name: _asked(own.get(one.name, layout.example).rstrip(), one.name)
        for one in layout.compositions
    }


def picture_name(layout: str, composition: str) -> str:
    """Return the name of the picture of a composition, without its ending."""
    return f"{layout}--{composition.replace(' ', '-')}"


def _asked(slide: str, composition: str) -> str:
    """Return a slide that asks for a composition."""
    return slide.replace("\n", f"\ncomposition: {composition}\n", 1)


def _entries(slides: Iterable[str]) -> str:
    """Return slides as entries of a deck, a blank line between them."""
    entries = ("  - " + textwrap.indent(slide, "    ").lstrip() + "\n" for slide in slides)
    return "\n".join(entries)


@cache
def _own_examples() -> dict[str, dict[str, str]]:
    """Return the slides of compositions that the example of their layout can't show."""
    examples: dict[str, dict[str, str]] = yaml.safe_load(
        (DOCS / "examples.yaml").read_text("utf-8")
    )
    return examples
