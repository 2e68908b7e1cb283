"""process: steps as chevrons, their texts below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._lengths import A_LINE, brief, longest_text, longest_word
from smdeck.layouts._page import Page, leveled
from smdeck.layouts._rows import mark
from smdeck.layouts._shapes import card_geometry
from smdeck.layouts._styles import heading
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline
from smdeck.scene import Box, Frame, Geometry, Level, Line, Role, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

WORD, LINE, LINES = {5: 14, 4: 18, 3: 24, 2: 40}, {4: 19, 3: 27, 2: 42}, {2: 2.6, 3: 1.7}
"""How many characters a step's word and a line of its text have, by the number of steps in a row;
and how many lines there are, by the number of rows."""

POINT, GAP = 22, 7
"""How far a chevron's point reaches, and the space between two chevrons, in points."""


class Process(Layout):
    """Steps in a row, the last one set off; more than five, or long words, have several rows."""

    names = {
        "de": "Ablauf", "en": "Process", "es": "Proceso",
        "fr": "Processus", "it": "Processo", "nl": "Proces", "pl": "Proces",
    }  # fmt: skip
    group = "items"
    sample = (4, 4, 4, 0, False, False)
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
    split: bool = SPLIT

    def variant(self) -> Variant:
        items, places = self.whole or self.items, self.places or len(self.items)
        each = _per_row(items, places)
        short = each == places and brief(items, A_LINE[places], 3)
        return (len(self.items), places, each, self.before, self.goes_on, short)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        count, places, per_row = (int(str(part)) for part in variant[:3])
        if theme.look.steps == "line":
            return _line_frames(theme, variant)
        frames = []
        chevrons = theme.look.steps == "chevrons"
        larger = variant[5] and per_row <= 4
        smaller = 2 if larger else 5 if per_row > 4 else 3 if per_row == places else 4
        texts = Style((Level("muted"),) * 3, theme.sizes("cell", 0, 0)[smaller:])
        for n, (step, words) in enumerate(_steps(theme, variant)):
            first, last = n % per_row == 0, n == count - 1 and not variant[4]
            adjust = (("adj", round(100_000 * emu(POINT) / min(step.w, step.h))),)
            geometry = Geometry("homePlate" if first else "chevron", adjust)
            if not chevrons:
                geometry = card_geometry(theme, step)
            label = Style(
                (Level("inverse", bold=True),), theme.sizes("cell")[1 if larger else 3 :],
                "left", "middle",
                (16.0, 2.0, 0.0, 2.0) if first or not chevrons else (5.0, 2.0, 0.0, 2.0),
            )  # fmt: skip
            fill: Role = "highlight" if last else "brand"
            frames.append(Frame(f"item {n + 1}", "body", step, label, fill, geometry=geometry))
            frames.append(Frame(f"text {n + 1}", "body", words, texts))
        return tuple(frames)

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        if theme.look.steps != "line":
            return ()
        steps = _line_steps(theme, variant)
        first, last = 1 + int(str(variant[3])), -1 if variant[4] else len(steps) - 1
        marks = [mark(theme, step.mark, first + n, n == last) for n, step in enumerate(steps)]
        return (*_lines(theme, steps), *marks)

    def draw(self, page: Page) -> None:
        for number, item in enumerate(self.items, 1):
            title = item.title and item.title.paragraphs
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


def _per_row(items: Sequence[Item], count: int) -> int:
    """Return how many steps a row has: fewer than usual for words that are long in German."""
    rows = 1 if count <= 5 else 2
    each, word, text = -(-count // rows), longest_word(items), longest_text(items)
    while rows < 3 and word > WORD[each]:
        rows += 1
        fewer = -(-count // rows)
        if fewer == 1 or text > LINE[fewer] * LINES[rows]:
            break
        each = fewer
    return each


def _steps(theme: Theme, variant: Variant) -> list[tuple[Box, Box]]:
    """Return the chevron and the words of each step."""
    count, places, per_row = (int(str(part)) for part in variant[:3])
    body, rows = theme.body, -(-places // per_row)
    height = emu({1: 148 if variant[5] else 104, 2: 64}.get(rows, 44))
    top = body.y + emu(44 if rows == 1 else 0)
    pitch = emu({2: 174}.get(rows, 114))
    point = emu(POINT) if theme.look.steps == "chevrons" else 0  # how far the next one reaches in
    width = (body.w + (per_row - 1) * (point - emu(GAP))) // per_row
    stride = width - point + emu(GAP)
    steps = []
    for n in range(count):
        row, column = divmod(n, per_row)
        step = Box(body.x + column * stride, top + row * pitch, width, height)
        left = step.x + (emu(16) if column == 0 or not point else point + emu(5))
        words_top = step.bottom + emu({1: 18, 2: 10}.get(rows, 8))
        below = emu(16 if rows == 2 else 12)  # the next row
        bottom = body.bottom if rows == 1 else top + (row + 1) * pitch - below
        words = Box(left, words_top, step.right - (point or emu(10)) - left, bottom - words_top)
        steps.append((step, words))
    return steps


class _LineStep(NamedTuple):
    """Where the number, the title and the text of a step on a line stand."""

    mark: Box
    title: Box
    text: Box


def _line_steps(theme: Theme, variant: Variant) -> list[_LineStep]:
    """Return the steps on one line or on several."""
    count, places, per_row = (int(str(part)) for part in variant[:3])
    lines = -(-places // per_row)
    rows = theme.body.rows(lines, emu(20 if lines <= 2 else 6))
    size = emu({1: 96 if variant[5] else 64, 2: 44}.get(lines, 30))
    head, top = (emu(52), emu(28)) if lines == 1 else (emu(34 if lines == 2 else 26), 0)
    below = emu(6 if lines <= 2 else 0)
    steps = []
    for n in range(count):
        row, column = divmod(n, per_row)
        cell = rows[row].inset(0, top).columns(per_row, emu(24))[column]
        title = Box(cell.x, cell.y + size + emu(10 if lines <= 2 else 2), cell.w, head)
        text = Box(cell.x, title.bottom + below, cell.w, cell.bottom - title.bottom - below)
        steps.append(_LineStep(Box(cell.x, cell.y, size, size), title, text))
    return steps


def _line_frames(theme: Theme, variant: Variant) -> tuple[Frame, ...]:
    frames, per_row = [], int(str(variant[2]))
    larger = 0 if variant[5] and per_row <= 4 else 2
    title = Style((heading(theme, spacing=1.0),), theme.sizes("cell")[larger:], anchor="bottom")
    smaller = (
        1 + larger if per_row <= 3 else 3 + larger
    )  # than titles, which narrow columns keep small
    texts = Style((Level("muted"),) * 3, theme.sizes("cell", 0, 0)[smaller:])
    for n, step in enumerate(_line_steps(theme, variant), 1):
        frames.append(Frame(f"item {n}", "body", step.title, title))
        frames.append(Frame(f"text {n}", "body", step.text, texts))
    return tuple(frames)


def _lines(theme: Theme, steps: list[_LineStep]) -> tuple[Shape, ...]:
    """Return the line from each step to the next one in its row, or to the end of its column."""
    shapes = []
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        start = step.mark.right + emu(6)
        if theme.look.numbers == "plain":  # the number alone is narrower than a mark
            start -= step.mark.w * 2 // 5
        same_row = following and following.mark.y == step.mark.y
        end = following.mark.x - emu(10) if following and same_row else step.title.right
        y = step.mark.middle[1]
        line = Line("line", max(theme.rule, 1.0))
        shapes.append(Shape(Box(start, y, end - start, 0), Geometry("line"), None, line))
    return tuple(shapes)
