"""two-columns: two blocks side by side, each with its title."""

from __future__ import annotations

from smdeck.compose import Choice, Composition
from smdeck.model.blocks import Column
from smdeck.model.fields import key
from smdeck.model.text import Inline
from smdeck.page import SPLIT
from smdeck.page.columns import Columns, bars, column, listed

SHARES = (1.0, 1.5, 0.67, 2.0, 0.5, 1.0)
"""How wide the right column is, as a share of the left one, where no ratio is asked for: as wide,
or wider or narrower where that alone holds the words. The last is what findings tell of."""


class TwoColumns(Columns):
    """Two columns, each with a title and its own kind of content."""

    names = {
        "de": "Zwei Inhalte", "en": "Two content", "es": "Dos contenidos",
        "fr": "Deux contenus", "it": "Due contenuti", "nl": "Twee objecten",
        "pl": "Dwa elementy zawartości",
    }  # fmt: skip
    group = "words"
    layout_type = "twoObj"
    compositions = (
        Composition(
            "column", column, needs="object", stage="column", de="Spalte",
            steps=({"lower": 190.0}, {"lower": 280.0}),
        ),
        Composition(
            "bars", bars, de="Balken",
            steps=({"most": 48.0, "large": 1.0}, {"most": 48.0}, {"most": 36.0}, {"most": 28.0}),
        ),
        Composition(
            "list", listed, plain=True, de="Liste",
            steps=tuple({"right": share} for share in SHARES),
        ),
    )  # fmt: skip
    usual = Choice(
        "two-columns", "", "list", given=frozenset({"left", "right", "left items", "right items"}),
        shape=("1:1", 3, 3),
    )  # fmt: skip
    example = """\
layout: two-columns
title: Starke Verbindungen bleiben, schwache kommen hinzu
ratio: "3:2"
left:
  title: Heute
  items:
    - Facebook, Twitter oder Pinterest
    - Unaufdringlich auf dem Laufenden
right:
  title: Früher
  text: Brieffreundschaften zerbrachen nach einiger Zeit.
"""

    title: Inline = key("The slide's message.")
    left: Column = key("The left column.")
    right: Column = key("The right column.")
    ratio: str = key(
        "How the width is shared; columns that hold unlike amounts may differ unasked.",
        "1:1",
        pattern=r"[1-9]:[1-9]",
        expects="a ratio such as `3:2`",
    )
    split: bool = SPLIT

    def given(self) -> frozenset[str]:
        return super().given() | (self.beside() if self.ratio == "1:1" else set())
