"""three-columns: three blocks side by side, each with its title."""

from __future__ import annotations

from smdeck.compose import Choice, Composition
from smdeck.model.blocks import Column
from smdeck.model.fields import key
from smdeck.model.text import Inline
from smdeck.page.columns import Columns, bars, listed


class ThreeColumns(Columns):
    """Three columns, each with a title and its own kind of content."""

    names = {
        "de": "Drei Inhalte", "en": "Three content", "es": "Tres contenidos",
        "fr": "Trois contenus", "it": "Tre contenuti", "nl": "Drie objecten",
        "pl": "Trzy elementy zawartości",
    }  # fmt: skip
    group = "words"
    compositions = (
        Composition(
            "bars", bars, de="Balken",
            steps=({"most": 44.0}, {"most": 34.0}, {"most": 28.0}),
        ),
        Composition("list", listed, plain=True, de="Liste"),
    )  # fmt: skip
    usual = Choice(
        "three-columns", "", "list", shape=("1:1:1", 3, 3, 3),
        given=frozenset({
            "left", "middle", "right", "left items", "middle items", "right items",
        }),
    )  # fmt: skip
    example = """\
layout: three-columns
title: Ein Beitrag, drei Blicke darauf
source: Beispielwerte
left:
  title: Reichweite
  value: 64 %
  label: haben ihn gesehen
middle:
  title: Stimme
  quote: Endlich antwortet mir jemand.
  by: aus einem Kommentar
right:
  title: Mitreden
  link: https://example.com/frage
"""

    title: Inline = key("The slide's message.")
    left: Column = key("The left column.")
    middle: Column = key("The column in the middle.")
    right: Column = key("The right column.")
    ratio: str = key(
        "How the width is shared.",
        "1:1:1",
        pattern=r"[1-9]:[1-9]:[1-9]",
        expects="a ratio such as `2:1:1`",
    )
