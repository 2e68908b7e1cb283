"""process: steps as chevrons, their texts below."""

from __future__ import annotations

from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page, leveled
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline, Paragraph
from smdeck.scene import Box, Frame, Geometry, Level, Role, Style
from smdeck.theme import Theme
from smdeck.units import emu

POINT, GAP = 22, 7
"""How far a chevron's point reaches, and the space between two chevrons, in points."""


class Process(Layout):
    """Steps in a row, the last one set off; more than five stand in two rows."""

    names = {"de": "Ablauf", "en": "Process"}
    group = "items"
    sample = (4,)
    example = """\
layout: process
title: In vier Schritten in den Dialog
items:
  - {title: Zuhören, text: "Wo spricht man schon über uns?"}
  - {title: Ziele setzen, text: "Was soll anders werden?"}
  - {title: Inhalte planen, text: "Themen, Formate, Rhythmus"}
  - {title: Auswerten, text: "Was wirkt, bleibt"}
"""

    title: Inline = key("The slide's message.")
    items: list[Item] = key("The steps.", least=2, most=8, shows="title text link")

    def variant(self) -> Variant:
        return (len(self.items),)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        count = int(str(variant[0]))
        frames = []
        texts = Style((Level("muted"),) * 3, theme.sizes("cell", 0, 0)[3:])
        for n, (step, words) in enumerate(_steps(theme, count)):
            first, last = n in (0, _per_row(count)), n == count - 1
            adjust = (("adj", round(100_000 * emu(POINT) / min(step.w, step.h))),)
            geometry = Geometry("homePlate" if first else "chevron", adjust)
            label = Style(
                (Level("inverse", bold=True),), theme.sizes("cell")[3:],
                "left", "middle",
                (16.0, 2.0, 0.0, 2.0) if first else (5.0, 2.0, 0.0, 2.0),
            )  # fmt: skip
            fill: Role = "highlight" if last else "brand"
            frames.append(Frame(f"item {n + 1}", "body", step, label, fill, geometry=geometry))
            frames.append(Frame(f"text {n + 1}", "body", words, texts))
        return tuple(frames)

    def draw(self, page: Page) -> None:
        for number, item in enumerate(self.items, 1):
            title = [Paragraph(item.title.runs)] if item.title else None
            step = page.text(
                f"item {number}", title, group="steps", place=item.place, link=item.link
            )
            words = None
            if item.text:
                words = page.text(
                    f"text {number}",
                    leveled(item.text.paragraphs),
                    group="texts",
                    place=item.text.place,
                )
            page.click(step, words)


def _per_row(count: int) -> int:
    return count if count <= 5 else -(-count // 2)


def _steps(theme: Theme, count: int) -> list[tuple[Box, Box]]:
    """Return the chevron and the words of each step."""
    body, per_row = theme.body, _per_row(count)
    rows = 1 if count <= 5 else 2
    height = emu(104 if rows == 1 else 64)
    top = body.y + emu(44 if rows == 1 else 0)
    pitch = emu(174)
    width = (body.w + (per_row - 1) * (emu(POINT) - emu(GAP))) // per_row
    stride = width - emu(POINT) + emu(GAP)
    steps = []
    for n in range(count):
        row, column = divmod(n, per_row)
        step = Box(body.x + column * stride, top + row * pitch, width, height)
        left = step.x + (emu(16) if column == 0 else emu(POINT) + emu(5))
        words_top = step.bottom + emu(18 if rows == 1 else 10)
        bottom = body.bottom if rows == 1 else top + (row + 1) * pitch - emu(16)
        words = Box(left, words_top, step.right - emu(POINT) - left, bottom - words_top)
        steps.append((step, words))
    return steps
