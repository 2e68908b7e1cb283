"""Composed: a layout that is nothing but its keys and its compositions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from smdeck.compose.choosing import Chooser, Tried, choose, plan_of
from smdeck.compose.paragraphs import bullet_paragraphs, figured, item_paragraphs, leveled, titled
from smdeck.compose.plan import Choice, Composition, Plan
from smdeck.compose.room import Room
from smdeck.findings import Place
from smdeck.layouts._layout import Layout, Variant, head_frames, source_frame
from smdeck.layouts._page import Page
from smdeck.layouts._pieces import draw_pieces
from smdeck.layouts._shapes import disc
from smdeck.model.decode import key, keys
from smdeck.model.records import Item, Slide
from smdeck.model.text import Paragraph, Run, Text
from smdeck.scene import Box, Frame, NativeLayout, Node, Shape
from smdeck.theme import Theme
from smdeck.words import Words

if TYPE_CHECKING:
    from smdeck.layouts._native import Natives

OF_ITEMS = ("title", "text", "date", "value", "icon", "image", "minutes", "items", "link")
"""What of items decides a composition."""

HEAD = ("title", "subtitle", "source")
"""The words that each slide may have: they are put on the page for all layouts."""


class Composed(Layout):
    """A layout whose content stands in one of several compositions."""

    compositions: ClassVar[tuple[Composition, ...]]
    """From the boldest to the densest."""
    usual: ClassVar[Choice]
    """The choice that each file has a native layout of, for slides that are added by hand."""
    marks_last: ClassVar[bool] = False
    """Whether the last item is set off where none is featured."""
    by_paragraph: ClassVar[tuple[str, ...]] = ("items", "left", "right")
    """The words whose paragraphs appear one by one."""
    staged = True

    composition: str | None = key(
        "The composition to take, whatever the words; `smdeck layouts NAME` lists them.", None
    )

    chosen: Tried | None = None
    tried: tuple[Tried, ...] = ()
    """What was tried, for `--explain`."""

    # What a layout may say otherwise.

    def count(self) -> int:
        """Return how many items there are."""
        return len(getattr(self, "items", ()))

    def given(self) -> frozenset[str]:
        """Return what the slide has that decides a composition: its keys, those of its items."""
        own = {name for name in _own_keys(type(self)) if getattr(self, name)}
        items = getattr(self, "whole", ()) or getattr(self, "items", ())
        of_items = {f"item {name}" for name in OF_ITEMS if any(getattr(i, name) for i in items)}
        source = {"source"} if self.sources else set()
        return frozenset(own | of_items | source)

    def shape(self) -> tuple[object, ...]:
        """Return what else decides the geometry, as the shares of columns."""
        return ()

    def marked(self) -> int:
        """Return the items that are set off, as bits."""
        items: Sequence[Item] = getattr(self, "items", ())
        bits = sum(1 << n for n, item in enumerate(items) if item.featured)
        if not bits and self.marks_last and items and not self.goes_on:
            bits = 1 << (len(items) - 1)
        return bits

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        """Return the texts of a name as paragraphs: one text, or that of each item."""
        if name == "item":
            return [item_paragraphs(item) for item in self._items]
        if name == "item title":
            return [[titled(item)] if item.title else [] for item in self._items]
        if name == "item value":
            return [figured(item.value) if item.value else [] for item in self._items]
        if name.startswith("item "):
            return [_leveled(getattr(item, name[5:])) for item in self._items]
        if name == "items":
            return [bullet_paragraphs(self._items)]
        if name == "title":
            usual = self.usual_title(self.talk.words)
            return [self.title.paragraphs if self.title else [Paragraph((Run(usual or ""),))]]
        return [_leveled(getattr(self, name))]

    def extra(self, page: Page, plan: Plan) -> None:
        """Draw what no plan holds, as codes and ties."""

    # What is the same for all.

    @property
    def _items(self) -> Sequence[Item]:
        items: Sequence[Item] = getattr(self, "items", ())
        return items

    def chooser(self, theme: Theme, tone: str) -> Chooser:
        """Return what tries the compositions for this slide."""
        base = Choice(
            self.layout, tone, "", 0, self.count(), self.places, self.before, self.goes_on,
            self.given(), self.marked(), self.shape(),
        )  # fmt: skip
        return Chooser(theme, Room.of(theme.body), self.said, self.allowed(theme), base)

    def allowed(self, theme: Theme) -> Sequence[Composition]:
        """Return the compositions that may be taken under a theme."""
        asked = [one for one in self.compositions if one.name == self.composition]
        if asked:
            return asked
        if theme.template:
            calm = [one for one in self.compositions if one.stage == "head"] or self.compositions
            return sorted(calm, key=lambda one: not one.plain)
        own = [one for one in self.compositions if not one.template_only]
        return theme.preferred(self.layout, own)

    def kind(self) -> object:
        """Return what slides must share to be composed alike in a deck; parts of one always are."""
        if self.places:
            return id(self.origin)
        return self.layout, self.count(), self.composition, self.given(), self.shape()

    def native(self, natives: Natives, tone: str) -> NativeLayout:
        if self.chosen is None or self.chosen.choice.tone != tone:
            self.chosen = self.chooser(natives.theme, tone).best()
        variant = tuple(self.chosen.choice)
        tiled, sourced = not self.reveal, bool(self.sources)
        return natives.of(self.layout, type(self), variant, tone, tiled, sourced)

    @classmethod
    def usual_variant(cls, tone: str) -> Variant:
        return tuple(cls.usual._replace(tone=tone))

    @classmethod
    def plan(cls, theme: Theme, variant: Variant) -> Plan:
        """Return where everything stands in a choice."""
        choice = Choice(*variant)  # type: ignore[arg-type]
        one = next(one for one in cls.compositions if one.name == choice.composition)
        return plan_of(theme, Room.of(theme.body), choice, one)

    @classmethod
    def frames(cls, theme: Theme, full_variant: Variant) -> tuple[Frame, ...]:
        plan = cls.plan(theme, full_variant)
        head = head_frames(theme, plan.has("subtitle")) if plan.headed else ()
        source = () if plan.source is None else (source_frame(theme, plan.source.box),)
        return (*head, *plan.frames, *source)

    @classmethod
    def drawn_by(cls, theme: Theme, full_variant: Variant, tiled: bool) -> tuple[Shape, ...]:
        """Return what the native layout draws: what belongs to items only where these stand."""
        shapes = cls.plan(theme, full_variant).shapes
        return tuple(one.shape for one in shapes if tiled or one.item is None)

    @classmethod
    def stands(cls, theme: Theme, full_variant: Variant) -> tuple[bool, bool, Box | None]:
        """Return whether it has the usual head, whether a foot, and where if not as usual."""
        plan = cls.plan(theme, full_variant)
        return plan.headed, plan.footed, plan.foot.box if plan.foot else None

    @classmethod
    def variant_name(cls, words: Words, full_variant: Variant, called: str) -> str:
        """Return what PowerPoint calls a native layout: how many items, and the composition."""
        choice = Choice(*full_variant)  # type: ignore[arg-type]
        one = next(one for one in cls.compositions if one.name == choice.composition)
        if choice == cls.usual._replace(tone=choice.tone):
            return called
        count = choice.places or choice.items
        many = f" {count}" if count else ""
        way = one.de if words.lang.startswith("de") and one.de else one.name
        return (
            f"{called}{many}, {way[0].upper()}{way[1:]}"
            if len(cls.compositions) > 1
            else called + many
        )

    def drawn_plan(self, page: Page) -> Plan:
        """Return the plan that the slide is drawn by."""
        assert self.chosen
        return self.plan(page.theme, tuple(self.chosen.choice))

    def draw(self, page: Page) -> None:
        plan = self.drawn_plan(page)
        for words in plan.words_of:
            if not words.each and words.name not in HEAD and words.name in page.frames:
                said = self.said(words.name)[0]
                place = self._place_of(words.name)
                box = page.text(
                    words.name, said, group=words.group, place=place, ornament=words.ornament
                )
                if words.name in self.by_paragraph:
                    page.click_paragraphs(box)
        for held in plan.held:
            if held.item is None:
                self.hold(page, held.name)
        shown = [self._draw_item(page, plan, n) for n in range(plan.count)]
        pieces = draw_pieces(self, page, plan) if plan.pieces else {}
        for n, nodes in enumerate(shown):
            if nodes := [*nodes, *pieces.get(n, ())]:
                page.click(*nodes)
        self.extra(page, plan)

    def icon_of(self, item: Item) -> str | None:
        """Return the icon in the disc of an item."""
        return item.icon

    def name_of(self, item: int) -> str:
        """Return what the shape of an item is called that has no words itself."""
        title = self._items[item].title if item < len(self._items) else None
        return title.plain if title else ""

    def alt(self) -> str:
        """Return what a diagram shows, in words; nothing where it is none."""
        return ""

    def hold(self, page: Page, name: str) -> None:
        """Put a picture, chart or table of the slide's where the plan has room for it."""
        page.picture(self.image, name)  # type: ignore[attr-defined]

    def _draw_item(self, page: Page, plan: Plan, n: int) -> list[Node]:
        """Put an item on the page and return what appears with it."""
        shown: list[Node | None] = []
        if self.reveal:
            shown += [page.put(one.shape) for one in plan.shapes if one.item == n]
        item = self._items[n] if n < len(self._items) else None
        for held in plan.held:
            if held.item == n and item and item.image:
                link = item.link if held.whole else None
                shown.append(page.picture(item.image, held.name, held.whole, link))
        for one in plan.discs:
            if one.item == n and item:
                shown.append(
                    disc(page, self.icon_of(item), one.room.box, one.fill, item.at("icon"))
                )
        for words in plan.words_of:
            if words.each and not words.loose and n < len(words.rooms):
                shown.append(self._item_words(page, words.name, n, item, words.boxed, words.group))
        return [node for node in shown if node is not None]

    def _item_words(
        self, page: Page, name: str, n: int, item: Item | None, boxed: bool, group: str
    ) -> Node | None:
        said = self.said(name)
        if n >= len(said) or not said[n]:
            return None
        link, paragraphs = None, said[n]
        if item and item.link and boxed:
            # On a tile the box leads there: the colour of links is made for the slide's ground.
            link = item.link
            paragraphs = [
                paragraph._replace(
                    runs=tuple(
                        run._replace(link=None) if run.link == link else run
                        for run in paragraph.runs
                    )
                )
                for paragraph in paragraphs
            ]
        place = item.place if item else None
        return page.text(f"{name} {n + 1}", paragraphs, group=group, place=place, link=link)

    def _place_of(self, name: str) -> Place | None:
        if name == "items" and self._items:
            first: Place = self._items[0].place
            return first
        text = getattr(self, name, None)
        return text.place if isinstance(text, Text) else None


def _leveled(text: Text | None) -> tuple[Paragraph, ...]:
    return leveled(text.paragraphs) if text else ()


_OWN: dict[type, tuple[str, ...]] = {}


def _own_keys(layout: type[Layout]) -> tuple[str, ...]:
    """Return the keys of a layout that not every slide has, and the subtitle."""
    known = _OWN.get(layout)
    if known is None:
        common = {*keys(Slide), "items", "composition", "split"} - {"subtitle"}
        known = _OWN[layout] = tuple(name for name in keys(layout) if name not in common)
    return known


def compose_all(slides: Sequence[Layout], theme: Theme) -> None:
    """Let the slides of a deck choose their compositions together."""
    composed = [slide for slide in slides if isinstance(slide, Composed)]
    choosers = [
        (slide.kind(), slide.chooser(theme, theme.tone_of(slide.layout, slide.tone)))
        for slide in composed
    ]
    for slide, (_, chooser), one in zip(composed, choosers, choose(choosers), strict=True):
        slide.chosen, slide.tried = one, chooser.all_tried
