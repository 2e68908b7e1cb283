"""Blocks in plans and on pages: the one way that columns and the grid of a slide show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from smdeck.compose import Plan, Room, Type
from smdeck.compose.paragraphs import bullet_paragraphs, figured, item_paragraphs, leveled
from smdeck.compose.type import Anchor
from smdeck.findings import Place
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.blocks import Column
from smdeck.model.quotes import quoted
from smdeck.model.records import Image
from smdeck.model.text import Paragraph, Run
from smdeck.page.composed import Composed
from smdeck.page.page import Page
from smdeck.scene import Frame, Node, Role, TextBox

ICON = 40.0
"""The side of an icon beside the title of a block, in points."""

WIDE = 2.2
"""How much wider than high a room is where what belongs together stands side by side."""

HIGH = 230.0
"""From which height on a quotation has its mark above it, and all figures their words below, in
points."""

CODE, QUIET = 240.0, 0.09
"""The side of the card of a QR code at the most, in points, and the share of it around the code."""


ADDRESS = 220.0
"""How much room beside a QR code is enough for its address, in points."""


class Look(NamedTuple):
    """How the words of blocks are set, so that those in rooms of one size share theirs."""

    text: Type = Type("body", 30, 18)
    points: Type = Type("body", 28)
    figure: float = 176.0
    quote: float = 40.0
    ink: Literal["text", "accent"] = "accent"
    """The colour of figures."""
    air: float = 10.0
    """The space above words, in points."""
    group: str = ""
    words: str = ""
    """What the name of bullets and paragraphs has beyond that of their block."""


def content_of(plan: Plan, name: str) -> str:
    """Return which content the block of a name has."""
    return next(kind for kind in Column.contents if plan.has(f"{name} {kind}"))


def put_block(plan: Plan, name: str, room: Room, look: Look) -> None:
    """Put the content of a block into a room of a plan."""
    _PUT[content_of(plan, name)](plan, name, room, look)


def put_title(
    plan: Plan, name: str, room: Room, type: Type, ink: Literal["muted", "accent"], group: str
) -> None:
    """Put the title of a block into a room, beside its icon if it has one."""
    left = min(ICON, room.h) + (14 if room.h >= ICON else 8) if plan.has(f"{name} icon") else 0
    plan.words(
        f"{name} title", room.inset(left, 0, 0, 0), "head", title=type, ink=ink, anchor="middle",
        group=group,
    )  # fmt: skip


def _items(plan: Plan, name: str, room: Room, look: Look) -> None:
    plan.words(
        name + look.words, room.inset(0, look.air, 0, 0), "bullets", text=look.points, holds="obj",
        group=f"columns{look.group}",
    )  # fmt: skip


def _text(plan: Plan, name: str, room: Room, look: Look) -> None:
    plan.words(
        name + look.words, room.inset(0, look.air, 0, 0), "prose", text=look.text, holds="obj",
        group=f"text{look.group}",
    )  # fmt: skip


def _image(plan: Plan, name: str, room: Room, look: Look) -> None:
    plan.picture(name, room)


def _chart(plan: Plan, name: str, room: Room, look: Look) -> None:
    plan.holds(name, "chart", room)


def _table(plan: Plan, name: str, room: Room, look: Look) -> None:
    plan.holds(name, "tbl", room)


def _value(plan: Plan, name: str, room: Room, look: Look) -> None:
    """Put a figure there, what it counts below it, or beside it where the room is flat."""
    figure, words = room, room
    above: Anchor = "middle"
    below: Anchor = "top"
    if plan.has(f"{name} label"):
        if room.w > WIDE * room.h and room.h < HIGH:
            figure, words = room.columns((2, 3), 20)
            below = "middle"
        else:
            figure, words = room.cut("top", 0.58 * room.h, 8)
            above = "bottom"
    most = min(look.figure, figure.h) / plan.theme.role_ratio("figure")
    plan.words(
        f"{name} value", figure, "value", title=Type("figure", most, 32),
        ink=look.ink, anchor=above, counts=False, group=f"figures{look.group}",
    )  # fmt: skip
    plan.words(
        f"{name} label", words, "prose", text=look.text, anchor=below, counts=False,
        group=f"labels{look.group}",
    )  # fmt: skip


def _quote(plan: Plan, name: str, room: Room, look: Look) -> None:
    """Put somebody's words there, whose they are below a rule, a mark above where there is room."""
    if room.h >= HIGH:
        mark, room = room.inset(0, look.air, 0, 0).cut("top", 64, 12)
        if plan.threaded:
            plan.dot(mark.x + 32, mark.center[1], 32, "highlight")
            plan.numeral(
                None, mark._replace(w=64), 64, "“", ink="text", align="center", anchor="top"
            )
        else:
            plan.numeral(None, mark._replace(h=110), 130, "”", anchor="top")
    if plan.has(f"{name} by"):
        foot, room = room.cut("bottom", min(58, 0.34 * room.h), 8)
        plan.rule(foot)
        plan.words(
            f"{name} by", foot.inset(0, 8, 0, 0), "prose", text=Type("cell", 24, 16), ink="muted",
            counts=False, group=f"by{look.group}",
        )  # fmt: skip
    plan.words(
        f"{name} quote", room, "quote", text=Type("quote", look.quote, 20), anchor="middle",
        counts=False, group=f"quotes{look.group}",
    )  # fmt: skip


def _code(plan: Plan, name: str, room: Room, look: Look) -> None:
    """Put lines of code on a surface of their own."""
    plan.draw(room, plan.outline(room), "surface")
    plan.words(
        f"{name} code", room.inset(18, 14, 12, 12), "code", text=Type("body", 26), anchor="middle",
        counts=False,
        group=f"code{look.group}",
    )  # fmt: skip


def _link(plan: Plan, name: str, room: Room, look: Look) -> None:
    """Leave a card for a QR code there, the address below it, or beside it where it is flat."""
    flat = room.w - (room.h - look.air) > ADDRESS
    foot = 0.0 if flat else 10 + min(58.0, max(24.0, 0.2 * room.h))
    side = min(CODE, room.h - look.air - foot, room.w)
    if flat:
        card, words = room.inset(0, look.air, 0, 0).cut("left", side, 24)
        card = card._replace(h=side)
    else:
        card, words = room.inset(0, look.air, 0, 0).cut("top", side, 10)
        card = card._replace(w=side)
    lies_on = code_card(plan)
    if plan.theme.rgb(lies_on, plan.tone) != plan.theme.rgb("ground", plan.tone):
        plan.draw(card, plan.outline(card), lies_on)
        card = card.inset(*4 * (QUIET * side,))
    plan.kept[f"{name} code"] = card
    plan.words(
        f"{name} address", words, "head", title=Type("cell", 28, 16), ink="accent", counts=False,
        anchor="middle" if flat else "top", group=f"addresses{look.group}",
    )  # fmt: skip


def code_card(plan: Plan) -> Role:
    """Return what a QR code lies on: something light, as readers expect."""
    if plan.theme.is_dark(plan.tone):
        return "text"
    return "card" if plan.theme.paint("card", plan.tone).alpha == 100 else "ground"


_PUT: dict[str, Callable[[Plan, str, Room, Look], None]] = {
    "items": _items, "text": _text, "image": _image, "chart": _chart, "table": _table,
    "value": _value, "quote": _quote, "code": _code, "link": _link,
}  # fmt: skip


class Drawn(NamedTuple):
    """What stands on a page of a block, beside its title."""

    text: TextBox | None
    """Bullets or paragraphs, which appear one by one."""
    rows: list[Node]
    """The words of its items, where each has a row of its own."""
    whole: list[Node]
    """What appears as a whole."""


class Blocks(Composed):
    """A layout that shows blocks, each of which has a name in its plans."""

    def blocks_named(self) -> Mapping[str, Column]:
        """Return the blocks in reading order, by their names in a plan."""
        raise NotImplementedError

    def given(self) -> frozenset[str]:
        own = {"subtitle"} if self.subtitle else set()
        if self.sources:
            own.add("source")
        for name, block in self.blocks_named().items():
            own |= {name, *(f"{name} {kind}" for kind in given_of(block))}
        return frozenset(own)

    def named(self, name: str) -> tuple[Column | None, str]:
        """Return the block that words or a room belong to by their name, and which of it they
        are."""
        for own, block in self.blocks_named().items():
            if name == own or name.startswith(f"{own} "):
                return block, name[len(own) + 1 :]
        return None, name

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        block, part = self.named(name)
        if block is None:
            return super().said(name)
        if part == "item":
            return [item_paragraphs(item) for item in block.items]
        if part == "code":
            return [self._lines(block)]
        return [words_of(block, part, self.talk.deck.lang)]

    def _lines(self, block: Column) -> list[Paragraph]:
        """Return the lines of a block of code; where some are set off, the others step back."""
        from smdeck.model.code_lines import lines_of, marked_lines
        from smdeck.page.code_colors import colored, tints

        theme = self.talk.theme
        tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
        code, marked = "\n".join(lines_of(block.code or "")), marked_lines(block.highlight)
        lines = colored(code, block.language, tints(theme, tone, "surface"))
        if marked:
            lines = [
                [
                    run._replace(bold=True) if n in marked else run._replace(tint="muted")
                    for run in runs
                ]
                for n, runs in enumerate(lines, 1)
            ]
        return [Paragraph(tuple(runs) or (Run(" "),), code=True) for runs in lines]

    def pictured(self, name: str, item: int | None) -> Image | None:
        block, _ = self.named(name)
        return block.image if block else None

    def _place_of(self, name: str) -> Place | None:
        block, part = self.named(name)
        if block is None:
            return super()._place_of(name)
        return block.at(part) if part in Column.declared else block.origin.place

    def draw(self, page: Page) -> None:
        plan = self.drawn_plan(page)
        shown = [self._draw_block(page, plan, *one) for one in self.blocks_named().items()]
        for block in shown:
            page.click_paragraphs(block.text)
            if block.whole:
                page.click(*block.whole)
        for n in range(max(len(block.rows) for block in shown)):
            page.click(*(block.rows[n] for block in shown if n < len(block.rows)))

    def _draw_block(self, page: Page, plan: Plan, name: str, block: Column) -> Drawn:
        """Put a block on the page: its title with its icon, then what it holds."""
        drawn = Drawn(None, [], [])
        if block.icon and f"{name} title" in page.frames:
            _draw_icon(page, page.frames[f"{name} title"], block)
        for words in plan.words_of:
            if self.named(words.name)[0] is not block:
                continue
            if words.each:
                drawn.rows.extend(self._rows(page, words.name, words.group, block))
                continue
            place, start = self._place_of(words.name), self.starts(words.name)
            said = self.texts(words.name)[0]
            if words.name == f"{name} code" and _too_much(page, words.name, block):
                continue
            box = page.text(words.name, said, group=words.group, place=place, start=start)
            if words.name in (name, f"{name} words"):
                drawn = drawn._replace(text=box)
            elif box and words.name != f"{name} title":
                drawn.whole.append(box)
        before = len(page.scene.nodes)
        self.hold(page, name)
        if f"{name} code" in plan.kept:
            _draw_code(page, plan.kept[f"{name} code"], block)
        drawn.whole.extend(page.scene.nodes[before:])
        return drawn

    def _rows(self, page: Page, name: str, group: str, block: Column) -> list[Node]:
        """Put the items of a block into rows of their own."""
        start, said = self.starts(name), self.texts(name)
        boxes = [
            page.text(f"{name} {n}", text, group=group, place=item.place, start=start)
            for n, (item, text) in enumerate(zip(block.items, said, strict=True), 1)
        ]
        return [box for box in boxes if box]

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        block, _ = self.named(name)
        if block is None or name not in page.frames:
            return
        if block.image:
            page.picture(block.image, name)
        elif block.chart:
            page.chart(block.chart, name)
        elif block.table:
            page.table(block.table, name)


def _too_much(page: Page, frame: str, block: Column) -> bool:
    """Report lines of code that their room does not hold; return whether there are some."""
    from smdeck.fit.code_lines import code_problems
    from smdeck.model.code_lines import lines_of

    style, room = page.frames[frame].style, Room.of(page.frames[frame].box)
    assert style
    size = style.sizes[-1][0]
    pitch = LINE_HEIGHT * size * style.levels[0].spacing
    return code_problems(
        lines_of(block.code or ""), size, pitch, (room.w, room.h), page.theme, block.at("code"),
        page.talk.findings,
    )  # fmt: skip


def given_of(block: Column) -> set[str]:
    """Return what of a block decides how it is composed."""
    own = {name for name in ("title", "icon", "label", "by") if getattr(block, name)}
    own |= {block.content or "items"}
    if block.link:
        own = {*own, "address"} - {"label"}
    return own


def words_of(block: Column, part: str, lang: str) -> Sequence[Paragraph]:
    """Return the words of a part of a block, in a language; without a part, those it holds."""
    match part:
        case "title" | "label" | "by":
            text = getattr(block, part)
            return text.paragraphs if text else ()
        case "value":
            return figured(block.value) if block.value else ()
        case "quote":
            return [Paragraph(quoted(block.quote.runs, lang))] if block.quote else ()
        case "address":
            return [Paragraph(_address(block))]
    return leveled(block.text.paragraphs) if block.text else bullet_paragraphs(block.items)


def _address(block: Column) -> tuple[Run, ...]:
    """Return the words for an address, each of which leads there."""
    from smdeck.model.address_forms import shortened
    from smdeck.page.page import READ

    url = block.link or ""
    runs = (
        block.label.runs if block.label else (Run(shortened(url, lambda text: len(text) <= READ)),)
    )
    return tuple(run._replace(link=run.link or url) for run in runs)


def _draw_icon(page: Page, head: Frame, block: Column) -> None:
    """Put the icon of a block beside its title, in the colour of that."""
    assert head.style
    room = Room.of(head.box)
    size = min(ICON, room.h)
    left = room.x - size - (14 if size == ICON else 8)
    at = Room(left, room.center[1] - size / 2, size, size)
    page.icon(block.icon, at.box, head.style.levels[0].color, block.at("icon"))


def _draw_code(page: Page, room: Room, block: Column) -> None:
    """Put the QR code of an address into the room on its card."""
    from smdeck.model.addresses import uri
    from smdeck.page.qr import holds, qr_geometry

    if not block.link or not holds(block.link):
        return
    dark = page.theme.is_dark(page.scene.tone)
    page.shape(
        room.box, qr_geometry(uri(block.link)),
        fill="ground" if dark else "text", name=page.words.shapes["qr"], link=block.link,
    )  # fmt: skip
