"""process: steps as chevrons, their texts below."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.layouts._layout import SPLIT, Layout, Variant
from smdeck.layouts._lengths import brief
from smdeck.layouts._page import Page, leveled
from smdeck.layouts._rows import mark
from smdeck.layouts._shapes import card_geometry
from smdeck.layouts._styles import heading
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Inline, Paragraph
from smdeck.scene import Box, Frame, Geometry, Level, Line, Role, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

POINT, GAP = 22, 7
"""How far a chevron's point reaches, and the space between two chevrons, in points."""


class Process(Layout):
    """Steps in a row, the last one set off; more than five stand in two rows."""

    names = {"de": "Ablauf", "en": "Process"}
    group = "items"
    sample = (4, 0, False, False)
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
        count = len(self.items)
        return (count, self.before, self.goes_on, count <= 5 and brief(self.items, count, 3))

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        count, short = int(str(variant[0])), bool(variant[3])
        if theme.look.steps == "line":
            return _line_frames(theme, count, short)
        frames = []
        chevrons = theme.look.steps == "chevrons"
        larger = short and count <= 4
        texts = Style((Level("muted"),) * 3, theme.sizes("cell", 0, 0)[2 if larger else 3 :])
        for n, (step, words) in enumerate(_steps(theme, count, short)):
            first, last = n in (0, _per_row(count)), n == count - 1 and not variant[2]
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
        count, short = int(str(variant[0])), bool(variant[3])
        if theme.look.steps != "line":
            return ()
        steps, last = _line_steps(theme, count, short), -1 if variant[2] else count - 1
        first = 1 + int(str(variant[1]))
        marks = [mark(theme, step.mark, first + n, n == last) for n, step in enumerate(steps)]
        return (*_lines(theme, steps), *marks)

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


def _steps(theme: Theme, count: int, short: bool) -> list[tuple[Box, Box]]:
    """Return the chevron and the words of each step."""
    body, per_row = theme.body, _per_row(count)
    rows = 1 if count <= 5 else 2
    height = emu(64 if rows == 2 else 148 if short else 104)
    top = body.y + emu(44 if rows == 1 else 0)
    pitch = emu(174)
    point = emu(POINT) if theme.look.steps == "chevrons" else 0  # how far the next one reaches in
    width = (body.w + (per_row - 1) * (point - emu(GAP))) // per_row
    stride = width - point + emu(GAP)
    steps = []
    for n in range(count):
        row, column = divmod(n, per_row)
        step = Box(body.x + column * stride, top + row * pitch, width, height)
        left = step.x + (emu(16) if column == 0 or not point else point + emu(5))
        words_top = step.bottom + emu(18 if rows == 1 else 10)
        bottom = body.bottom if rows == 1 else top + (row + 1) * pitch - emu(16)
        words = Box(left, words_top, step.right - (point or emu(10)) - left, bottom - words_top)
        steps.append((step, words))
    return steps


class _LineStep(NamedTuple):
    """Where the number, the title and the text of a step on a line stand."""

    mark: Box
    title: Box
    text: Box


def _line_steps(theme: Theme, count: int, short: bool) -> list[_LineStep]:
    """Return the steps on one line, or on two where they are more than five."""
    per_row = _per_row(count)
    rows = theme.body.rows(1 if count <= 5 else 2, emu(20))
    size, head = (emu(96 if short else 64), emu(64)) if count <= 5 else (emu(44), emu(34))
    top = emu(28 if count <= 5 else 0)
    steps = []
    for n in range(count):
        row, column = divmod(n, per_row)
        cell = rows[row].inset(0, top).columns(per_row, emu(24))[column]
        title = Box(cell.x, cell.y + size + emu(16), cell.w, head)
        text = Box(cell.x, title.bottom + emu(6), cell.w, cell.bottom - title.bottom - emu(6))
        steps.append(_LineStep(Box(cell.x, cell.y, size, size), title, text))
    return steps


def _line_frames(theme: Theme, count: int, short: bool) -> tuple[Frame, ...]:
    frames = []
    larger = 0 if short and count <= 4 else 2
    title = Style((heading(theme, spacing=1.0),), theme.sizes("cell")[larger:], anchor="bottom")
    smaller = (
        1 + larger if count <= 3 else 3 + larger
    )  # than titles, which narrow columns keep small
    texts = Style((Level("muted"),) * 3, theme.sizes("cell", 0, 0)[smaller:])
    for n, step in enumerate(_line_steps(theme, count, short), 1):
        frames.append(Frame(f"item {n}", "body", step.title, title))
        frames.append(Frame(f"text {n}", "body", step.text, texts))
    return tuple(frames)


def _lines(theme: Theme, steps: list[_LineStep]) -> tuple[Shape, ...]:
    """Return the line from each step to the next one in its row, or to the end of its column."""
    shapes = []
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        start = step.mark.right + emu(6)
        same_row = following and following.mark.y == step.mark.y
        end = following.mark.x - emu(10) if following and same_row else step.title.right
        y = step.mark.middle[1]
        line = Line("line", max(theme.rule, 1.0))
        shapes.append(Shape(Box(start, y, end - start, 0), Geometry("line"), None, line))
    return tuple(shapes)
