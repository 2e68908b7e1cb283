"""Blocks on a page: what a layout that shows some has of them, and how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smdeck.compose import Plan, Room
from smdeck.compose.blocks import ICON
from smdeck.compose.paragraphs import bullet_paragraphs, figured, item_paragraphs, leveled
from smdeck.findings import Place
from smdeck.fit.measure import LINE_HEIGHT
from smdeck.model.blocks import Column
from smdeck.model.code_lines import spans_of
from smdeck.model.fields import Reader
from smdeck.model.items import Image
from smdeck.model.quotes import quoted
from smdeck.model.reveal import Reveal
from smdeck.model.text import Paragraph, Run
from smdeck.page.code_colors import colored, tints
from smdeck.page.composed import Composed
from smdeck.page.page import Page
from smdeck.scene import Click, Lines, PlaceholderSpec, SceneNode, TextBox
from smdeck.theme import Theme


class DrawnBlock(NamedTuple):
    """What stands on a page of a block, beside its title."""

    text: TextBox | None
    """Bullets or paragraphs, which appear one by one."""
    rows: list[SceneNode]
    """The words of its items, where each has a row of its own."""
    whole: list[SceneNode]
    """What appears as a whole."""
    code: TextBox | None = None
    """Lines of code that appear step by step."""


class Blocks(Composed):
    """A layout that shows blocks, each of which has a name in its plans."""

    def blocks_named(self) -> Mapping[str, Column]:
        """Return the blocks in reading order, by their names in a plan."""
        raise NotImplementedError

    only_steps: bool = False
    """Whether nothing appears by clicks but lines of code."""

    def decoded(self, reader: Reader) -> None:
        """Let lines of code that are named as steps appear by click, and nothing else where the
        slide says nothing of it."""
        if self.reveal is None and any(block.steps for block in self.blocks_named().values()):
            self.reveal, self.only_steps = Reveal(self.origin), True

    def sides(self) -> Sequence[str]:
        """Return what can appear as a whole, by the names in its plans."""
        return tuple(self.blocks_named())

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
        return [words_of(block, part, self.context.deck.lang)]

    def _lines(self, block: Column) -> list[Paragraph]:
        """Return the lines of a block of code; where some are set off, the others step back."""
        from smdeck.model.code_lines import lines_of, marked_lines

        theme = self.context.theme
        tone = theme.composed_tone(theme.tone_of(self.layout, self.tone))
        code, marked = "\n".join(lines_of(block.code or "")), marked_lines(block.highlight)
        lines = colored(code, block.language, tints(theme, tone, "surface"))
        if marked:
            lines = [
                [_set_off(run, n in marked, theme, tone) for run in runs]
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
        named = self.blocks_named()
        shown = [self._draw_block(page, plan, *one) for one in named.items()]
        for block, column in zip(shown, named.values(), strict=True):
            if block.code and self.reveal:
                page.scene.clicks += _line_clicks(block.code, column)
            if not self.only_steps:
                page.click_paragraphs(block.text)
                if block.whole:
                    page.click(*block.whole)
        if self.only_steps:
            return
        for n in range(max(len(block.rows) for block in shown)):
            page.click(*(block.rows[n] for block in shown if n < len(block.rows)))

    def _draw_block(self, page: Page, plan: Plan, name: str, block: Column) -> DrawnBlock:
        """Put a block on the page: its title with its icon, then what it holds."""
        drawn = DrawnBlock(None, [], [])
        if block.icon and f"{name} title" in page.placeholders:
            _draw_icon(page, page.placeholders[f"{name} title"], block)
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
            elif words.name == f"{name} code" and block.steps:
                drawn = drawn._replace(code=box)
            elif box and words.name != f"{name} title":
                drawn.whole.append(box)
        before = len(page.scene.nodes)
        fills = any(held.name == name and held.fills for held in plan.held)
        self.hold(page, name, fills)
        if f"{name} code" in plan.kept:
            _draw_code(page, plan.kept[f"{name} code"], block)
        drawn.whole.extend(page.scene.nodes[before:])
        return drawn

    def _rows(self, page: Page, name: str, group: str, block: Column) -> list[SceneNode]:
        """Put the items of a block into rows of their own."""
        start, said = self.starts(name), self.texts(name)
        boxes = [
            page.text(f"{name} {n}", text, group=group, place=item.place, start=start)
            for n, (item, text) in enumerate(zip(block.items, said, strict=True), 1)
        ]
        return [box for box in boxes if box]

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        block, _ = self.named(name)
        if block is None or name not in page.placeholders:
            return
        if block.image:
            page.picture(block.image, name, fills=fills)
        elif block.chart:
            page.chart(block.chart, name)
        elif block.table:
            page.table(block.table, name)


def _line_clicks(box: TextBox, block: Column) -> list[Click]:
    """Return the clicks that bring the lines of a block of code, step by step."""
    spans = spans_of(block.steps)
    return [Click(lines=(Lines(box, first - 1, last - 1),)) for first, last in spans]


def _too_much(page: Page, placeholder: str, block: Column) -> bool:
    """Report lines of code that their room does not hold; return whether there are some."""
    from smdeck.fit.code_lines import code_problems
    from smdeck.model.code_lines import lines_of

    style, room = page.placeholders[placeholder].style, Room.of(page.placeholders[placeholder].box)
    assert style
    size = style.sizes[-1][0]
    pitch = LINE_HEIGHT * size * style.levels[0].spacing
    return code_problems(
        lines_of(block.code or ""),
        size,
        pitch=pitch,
        room=(room.w, room.h),
        theme=page.theme,
        place=block.at("code"),
        findings=page.context.findings,
    )


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
    from smdeck.model.address_forms import short_address

    url = block.link or ""
    runs = block.label.runs if block.label else (Run(short_address(url)),)
    return tuple(run._replace(link=run.link or url) for run in runs)


def _set_off(run: Run, marked: bool, theme: Theme, tone: str) -> Run:
    """Return a run of a line that is set off, or of one that steps back; where a theme has nothing
    muted, those that are set off have its accent."""
    quiet, loud, _ = tints(theme, tone, "surface")
    if theme.rgb(quiet, tone) != theme.rgb("text", tone):
        return run._replace(bold=True) if marked else run._replace(tint=quiet)
    return run._replace(bold=True, tint=loud) if marked else run._replace(tint=None)


def _draw_icon(page: Page, head: PlaceholderSpec, block: Column) -> None:
    """Put the icon of a block beside its title, in the colour of that."""
    assert head.style and block.icon
    room = Room.of(head.box)
    size = min(ICON, room.h)
    left = room.x - size - (14 if size == ICON else 8)
    at = Room(left, room.center[1] - size / 2, size, size)
    page.icon(block.icon, at.box, head.style.levels[0].color, block.at("icon"))


def _draw_code(page: Page, room: Room, block: Column) -> None:
    """Put the QR code of an address into the room on its card."""
    from smdeck.page.qr import put_code, qr_holds

    if block.link and qr_holds(block.link):
        dark = page.theme.is_dark(page.scene.tone)
        put_code(page, block.link, room.box, "ground" if dark else "text")
