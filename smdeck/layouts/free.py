"""free: blocks on the grid of the slide, each where its author puts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, combinations_with_replacement

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.blocks import BlockLook, put_block, put_title
from smdeck.findings import Findings
from smdeck.model.blocks import GRID_COLUMNS, GRID_ROWS, Column, Placed
from smdeck.model.fields import key
from smdeck.model.text import Inline
from smdeck.page import Page
from smdeck.page.blocks import Blocks
from smdeck.page.qr import report_long

GAP = 16.0
"""The space between blocks, in points."""

Spot = tuple[int, int, int, int]
"""The first and the last column of a block, its first and its last row."""


def grid(plan: Plan) -> None:
    """Each block over its cells of the grid, its title above what it holds."""
    for name, spot in _spots(plan):
        room = _room(plan, spot)
        if plan.has(f"{name} title"):
            high = 40.0 if room.h >= 150 else 30.0
            head, room = room.cut("top", high, 4)
            put_title(
                plan,
                name,
                room=head,
                type=Type("item", 28, 18),
                color="accent",
                group=f"heads {high:g}",
            )
        look = BlockLook(
            Type("body", 30, 18), Type("body", 28), figure=320, air=4.0,
            group=f" {room.w:.0f} {room.h:.0f}", words=" words",
        )  # fmt: skip
        put_block(plan, name, room, look)


def _spots(plan: Plan) -> Iterable[tuple[str, Spot]]:
    return zip(map(_called, range(len(plan.choice.shape))), plan.choice.shape, strict=True)  # type: ignore[arg-type]


def _called(number: int) -> str:
    """Return what the block of a number, from 0, is called in a plan."""
    return f"block {number + 1}"


def _room(plan: Plan, spot: Spot) -> Room:
    """Return the room that cells of the grid make."""
    left, right, top, bottom = spot
    columns, rows = plan.body.columns(GRID_COLUMNS, GAP), plan.body.rows(GRID_ROWS, GAP)
    x, y = columns[left - 1].x, rows[top - 1].y
    return Room(x, y, columns[right - 1].right - x, rows[bottom - 1].bottom - y)


class Free(Blocks):
    """Blocks of any kind on the grid of the slide, where no other layout fits."""

    names = {
        "de": "Freie Folie", "en": "Free", "es": "Libre",
        "fr": "Libre", "it": "Libero", "nl": "Vrij", "pl": "Dowolny",
    }  # fmt: skip
    group = "open"
    compositions = (Composition("grid", grid, plain=True, de="Raster"),)
    usual = Choice(
        "free", "", "grid", shape=((1, 7, 1, 8), (8, 12, 1, 8)),
        given=frozenset({
            "block 1", "block 1 items", "block 1 words",
            "block 2", "block 2 text", "block 2 words",
        }),
    )  # fmt: skip
    example = """\
layout: free
title: Was aus einer Frage geworden ist
source: Beispielwerte
blocks:
  - at: {columns: 1-4, rows: 1-4}
    value: 64
    label: Antworten in einer Woche
  - at: {columns: 1-4, rows: 5-8}
    quote: Endlich fragt mich jemand.
    by: aus einem Kommentar
  - at: {columns: 5-12}
    title: Woher die Antworten kamen
    chart:
      type: bar
      data: {categories: [Newsletter, Blog, Forum], series: {Antworten: [9, 17, 38]}}
      highlight: Forum
"""

    title: Inline = key("The slide's message.")
    blocks: list[Placed] = key(
        "What stands on it, each with `at` and one content.", least=1, most=12
    )

    def blocks_named(self) -> Mapping[str, Column]:
        """Return the blocks as they are written."""
        return {_called(n): block for n, block in enumerate(self.blocks)}

    def count(self) -> int:
        return len(self.blocks)

    def given(self) -> frozenset[str]:
        return super().given() | {f"{name} words" for name in self.blocks_named()}

    def shape(self) -> tuple[object, ...]:
        return tuple((*block.at_.across, *block.at_.down) for block in self.blocks)

    def check(self, findings: Findings) -> None:
        for block in self.blocks:
            block.check(findings, "a block")
            report_long(block.link, block.at("link"), findings, "link")
        for m, n in self._covering():
            findings.error(
                "blocks-overlap",
                f"block {n} covers block {m}, which has {self.blocks[m - 1].at_.shown}",
                self.blocks[n - 1].at("at"),
                _free_help(self.blocks, n - 1),
            )

    def _covering(self) -> list[tuple[int, int]]:
        """Return the numbers of blocks that share cells, two by two."""
        pairs = combinations(enumerate(self.blocks, 1), 2)
        return [(m, n) for (m, one), (n, other) in pairs if one.at_.cells & other.at_.cells]

    def draw(self, page: Page) -> None:
        if not self._covering():  # else there is a finding, and nothing more to say
            super().draw(page)


def _free_help(blocks: Sequence[Placed], number: int) -> str:
    """Return where there is room for a block that covers others: the largest that is free."""
    taken = frozenset().union(*(one.at_.cells for n, one in enumerate(blocks) if n != number))
    free = max(
        (
            ((right - left + 1) * (bottom - top + 1), -top, -left, right, bottom)
            for left, right in combinations_with_replacement(range(1, GRID_COLUMNS + 1), 2)
            for top, bottom in combinations_with_replacement(range(1, GRID_ROWS + 1), 2)
            if taken.isdisjoint(
                (column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)
            )
        ),
        default=None,
    )
    if free is None:
        return "make the others smaller: they take the whole grid"
    _, top, left, right, bottom = free
    return f"`at: {{columns: {-left}-{right}, rows: {-top}-{bottom}}}` is free"
