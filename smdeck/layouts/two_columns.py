"""two-columns: items, text, a picture, a chart or a table side by side."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.layouts._columns import (
    column_frames,
    column_kind,
    column_problems,
    draw_column,
    few_words,
)
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import LOWER
from smdeck.model.decode import key
from smdeck.model.records import Column
from smdeck.model.text import Inline
from smdeck.scene import Frame
from smdeck.theme import Theme
from smdeck.units import emu


class TwoColumns(Layout):
    """Two columns, each with a title and its own kind of content."""

    names = {
        "de": "Zwei Inhalte", "en": "Two content", "es": "Dos contenidos",
        "fr": "Deux contenus", "it": "Due contenuti", "nl": "Twee objecten",
        "pl": "Dwa elementy zawartości",
    }  # fmt: skip
    group = "words"
    native_type = "twoObj"
    sample = ("1:1", "items", "items", False)
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
        "How the width is shared.", "1:1", pattern=r"[1-9]:[1-9]", expects="a ratio such as `3:2`"
    )

    def variant(self) -> Variant:
        sides = self.left, self.right
        few = all(few_words(side, 24 if self.ratio == "1:1" else 15) for side in sides)
        return (self.ratio, *map(column_kind, sides), few)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        ratio, left, right = (str(part) for part in variant[:3])
        few = bool(variant[3])
        shares = [float(part) for part in ratio.split(":")]
        words = {kind.rstrip("+*") for kind in (left, right)} <= {"items", "text"}
        body = theme.body.inset(0, emu(LOWER)) if few and words else theme.body
        boxes = body.columns(shares, emu(40))
        headed = "+" in left + right
        return (
            *column_frames(theme, boxes[0], left, "left", headed, few),
            *column_frames(theme, boxes[1], right, "right", headed, few),
        )

    def check(self, findings: Findings) -> None:
        column_problems(self.left, findings)
        column_problems(self.right, findings)

    def draw(self, page: Page) -> None:
        few = bool(self.variant()[3])
        draw_column(page, self.left, "left", few)
        draw_column(page, self.right, "right", few)
