"""Pieces: shapes of a plan that stand on the slides themselves, with the ties glued to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smdeck.compose.placed import SlideShape, Tie
from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.fit.measure import SLACK, text_width
from smdeck.model.text import Paragraph
from smdeck.page.page import Page
from smdeck.scene import SceneNode, Shape, Style
from smdeck.theme import Theme

if TYPE_CHECKING:
    from smdeck.page.composed import Composed


def draw_pieces(layout: Composed, page: Page, plan: Plan) -> dict[int, list[SceneNode]]:
    """Put the pieces and ties of a plan on the page, ties behind, and return those of each item.

    A diagram is one group, unless its items appear one by one.
    """
    before = len(page.scene.nodes)
    drawn = {piece.name: _piece(layout, page, plan, piece) for piece in plan.pieces}
    ties = [(tie, _tie(page, tie, drawn)) for tie in plan.ties]
    pieces = page.scene.nodes[before : before + len(drawn)]
    page.scene.nodes[before:] = [*(node for _, node in ties), *pieces]
    shown: dict[int, list[SceneNode]] = {}
    for tie, node in ties:
        if tie.item is not None:
            shown.setdefault(tie.item, []).append(node)
    for piece in plan.pieces:
        if piece.item is not None and (part := drawn[piece.name]):
            shown.setdefault(piece.item, []).append(part)
    alt = layout.alt()
    if alt and not (layout.reveal or layout.moves):
        page.group(page.scene.nodes[before:], layout.name_in(page.strings.lang), alt)
    return shown


def _piece(layout: Composed, page: Page, plan: Plan, piece: SlideShape) -> SceneNode | None:
    """Put a piece on the page: a shape with or without words, or words alone."""
    said: Sequence[Paragraph] = ()
    style, group, called, name = None, "", "", ""
    if piece.words:
        words = next(one for one in plan.words_of if one.name == piece.words[0])
        n = piece.words[1]
        said, group = layout.said(words.name)[n], words.group
        called = words.name.split()[0]
        style = _inset(words.styles[n], words.rooms[n], piece)
        name = " ".join(paragraph.plain for paragraph in said)
        if piece.hugs:
            if not said:
                return None
            piece = _hugging(piece, said, style, page.theme)
    if not said and piece.item is not None:
        name = layout.name_of(piece.item)
    place = next((paragraph.place for paragraph in said if paragraph.place), None)
    if piece.fill:
        return page.shape(
            piece.room.box, piece.geometry, fill=piece.fill, text=said, style=style, group=group,
            name=name or page.strings.shapes["shape"], fade=piece.fade, place=place, called=called,
        )  # fmt: skip
    if not said or not style:
        return None
    return page.label(piece.room.box, said, style, group=group, name=called, place=place)


def _inset(style: Style, room: Room, piece: SlideShape) -> Style:
    """Return a style whose insets leave the words of a piece their room."""
    inner = Room.of(piece.geometry.text_box(piece.room.box))
    return style._replace(
        insets=(
            room.x - inner.x, room.y - inner.y, inner.right - room.right,
            inner.bottom - room.bottom,
        )
    )  # fmt: skip


def _hugging(
    piece: SlideShape, said: Sequence[Paragraph], style: Style, theme: Theme
) -> SlideShape:
    """Return a piece as wide as its words at their largest, if it is not wider than its room."""
    level, size = style.levels[0], style.sizes[0][0]
    words = max(text_width(paragraph.plain, size, theme, level) for paragraph in said) / SLACK
    wide = style.insets[0] + words + style.insets[2] + 1
    return piece._replace(room=piece.room._replace(w=min(wide, piece.room.w)))


def _tie(page: Page, tie: Tie, drawn: dict[str, SceneNode | None]) -> SceneNode:
    start, end = drawn[tie.start[0]], drawn[tie.end[0]]
    assert isinstance(start, Shape)
    assert isinstance(end, Shape)
    return page.connect((start, tie.start[1]), (end, tie.end[1]), tie.line, bend=tie.bend)
