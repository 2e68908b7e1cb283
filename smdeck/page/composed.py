"""Composed: a layout that is nothing but its keys and its compositions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, ClassVar

from smdeck.compose.choice import Choice, Composition
from smdeck.compose.choosing import Chooser, Tried, choose, plan_of
from smdeck.compose.paragraphs import bullet_paragraphs, figured, item_paragraphs, leveled, titled
from smdeck.compose.placed import PlacedWords
from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.findings import Findings, Place, listing, suggest
from smdeck.model.decode import keys
from smdeck.model.fields import Record, key
from smdeck.model.items import Image, Item
from smdeck.model.records import Slide
from smdeck.model.text import Paragraph, Run, Text
from smdeck.page.layout import Layout, head_placeholders, source_placeholder
from smdeck.page.page import Page
from smdeck.page.pieces import draw_pieces
from smdeck.page.shapes import disc
from smdeck.scene import PlaceholderSpec, SceneNode, Shape, SlideLayout
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.values import Taste

if TYPE_CHECKING:
    from smdeck.page.slide_layouts import SlideLayouts

OF_ITEMS = ("title", "text", "date", "value", "icon", "image", "minutes", "items", "link")
"""What of items decides a composition."""

HEAD = ("title", "subtitle", "source")
"""The words that each slide may have: they are put on the page for all layouts."""


class Composed(Layout):
    """A layout whose content stands in one of several compositions."""

    compositions: ClassVar[tuple[Composition, ...]]
    """From the boldest to the densest."""
    usual: ClassVar[Choice]
    """The choice that each file has a slide layout of, for slides that are added by hand."""
    marks_last: ClassVar[bool] = False
    """Whether the last item is set off where none is featured."""
    by_paragraph: ClassVar[tuple[str, ...]] = ("items", "left", "right")
    """The words whose paragraphs appear one by one."""
    whole_words: ClassVar[tuple[str, ...]] = ("takeaway",)
    """The words that appear as a whole."""

    composition: str | None = key(
        "The composition to take, whatever the words; `smdeck layouts NAME` lists them.", None
    )

    parts: bool = False
    """Whether its long words may be parted: no composition holds them whole."""
    chosen: Tried | None = None
    known: dict[str, Sequence[Sequence[Paragraph]]] | None = None
    """The texts that were asked for, by name."""
    tried: tuple[Tried, ...] = ()
    """What was tried, for `--explain`."""

    # What a layout may say otherwise.

    def count(self) -> int:
        """Return how many items there are."""
        return len(getattr(self, "items", ()))

    def given(self) -> frozenset[str]:
        """Return what the slide has that decides a composition: its keys, those of its items."""
        own = {name for name in _own_keys(type(self)) if getattr(self, name)}
        items = self.all_items or getattr(self, "items", ())
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
        if not bits and self.marks_last and items and not self.part.goes_on:
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
            usual = self.usual_title(self.context.strings)
            return [self.title.paragraphs if self.title else [Paragraph((Run(usual or ""),))]]
        return [_leveled(getattr(self, name))]

    def pictured(self, name: str, item: int | None) -> Image | None:
        """Return the picture that stands in the place of a name: the slide's, or an item's."""
        if item is not None:
            return self._items[item].image if item < len(self._items) else None
        image: Image | None = getattr(self, "image", None)
        return image

    def icon_named(self, name: str) -> tuple[str | None, Place]:
        """Return an icon of the slide by the name that the plan has for it, and its place."""
        return None, self.origin.place

    def of_item(self, page: Page, plan: Plan, n: int) -> Sequence[SceneNode | None]:
        """Draw what no plan holds of an item, and return it: it appears with the item."""
        return ()

    def extra(self, page: Page, plan: Plan) -> None:
        """Draw what no plan holds, as codes and ties."""

    # What is the same for all.

    def starts(self, name: str) -> tuple[float, ...]:
        return self.chosen.sizes.get(name, ()) if self.chosen else ()

    def renew(self) -> None:
        self.chosen, self.tried, self.known = None, (), None

    def texts(self, name: str) -> Sequence[Sequence[Paragraph]]:
        """Return what `said` returns, which is made once."""
        if self.known is None:
            self.known = {}
        if name not in self.known:
            said = self.said(name)
            if self.parts:
                from smdeck.compose.parting import with_break_points

                said = [with_break_points(text, self.context.deck.lang) for text in said]
            self.known[name] = said
        return self.known[name]

    @property
    def _items(self) -> Sequence[Item]:
        items: Sequence[Item] = getattr(self, "items", ())
        return items

    def chooser(self, theme: Theme, tone: str, declined: bool = False) -> Chooser:
        """Return what tries the compositions for this slide; `declined` by a template's layout."""
        base = Choice(
            self.layout,
            theme.composed_tone(tone),
            composition="",
            items=self.count(),
            part=self.part,
            given=self.given(),
            marked=self.marked(),
            shape=self.shape(),
        )
        ways = self.allowed(theme, declined)
        return Chooser(
            theme,
            Room.of(theme.body),
            said=self.texts,
            compositions=ways,
            base=base,
            pictured=self.pictured,
        )

    def allowed(self, theme: Theme, declined: bool) -> Sequence[Composition]:
        """Return the compositions that may be taken under a theme.

        A template takes those that are like layouts of its own, if words fit these.
        """
        many, given = self.part.slots or self.count(), self.given()
        asked = [
            one
            for one in self.compositions
            if self.composition and one.is_named(self.composition) and one.takes_what(many, given)
        ]
        if asked:
            return asked
        if not theme.composes_freely:
            fitting = [one for one in self.compositions if one.takes_what(many, given)]
            plain = [one for one in fitting if one.plain]
            calm = [one for one in fitting if one.stage == "head"]
            kin = (plain if not declined else calm) or calm
            return kin or preferred(theme.taste, self.layout, fitting) or self.compositions
        own = [one for one in self.compositions if not one.template_only]
        return preferred(theme.taste, self.layout, own)

    def kind(self) -> object:
        """Return what slides must share to be composed alike in a deck; parts of one always are."""
        if self.part.slots:
            return id(self.origin)
        return self.layout, self.count(), self.composition, self.given(), self.shape()

    def slide_layout(self, slide_layouts: SlideLayouts, tone: str) -> SlideLayout:
        if self.chosen is None or self.chosen.choice.tone != slide_layouts.theme.composed_tone(
            tone
        ):
            self.chosen = self.chooser(slide_layouts.theme, tone).best()
        if slide_layouts.declined:
            self.chosen = self.chooser(slide_layouts.theme, tone, declined=True).best()
        return slide_layouts.of(
            type(self), self.chosen.choice, tone, not self.reveal, bool(self.sources)
        )

    @classmethod
    def plan(cls, theme: Theme, choice: Choice) -> Plan:
        """Return where everything stands in a choice."""
        return plan_of(theme, Room.of(theme.body), choice, cls.composition_of(choice))

    @classmethod
    def composition_of(cls, choice: Choice) -> Composition:
        """Return the composition of a choice."""
        return next(one for one in cls.compositions if one.name == choice.composition)

    @classmethod
    def placeholders(cls, theme: Theme, choice: Choice) -> tuple[PlaceholderSpec, ...]:
        """Return all placeholders of the slide layout of a choice: those of the usual head, if it
        has one, of its words, pictures, charts and tables, and of a source."""
        plan = cls.plan(theme, choice)
        head = head_placeholders(theme, plan.has("subtitle")) if plan.headed else ()
        if plan.source is None or not plan.has("source"):
            return (*head, *plan.placeholders)
        return (*head, *plan.placeholders, source_placeholder(theme, plan.source.box))

    @classmethod
    def display_name(cls, choice: Choice, strings: Strings) -> str:
        """Return what PowerPoint calls a slide layout: how many items, and the composition."""
        called = cls.name_in(strings.lang)
        if choice == cls.usual._replace(tone=choice.tone):
            return called
        count = choice.part.slots or choice.items
        many = f" {count}" if count else ""
        one = cls.composition_of(choice)
        way = one.de if strings.lang.startswith("de") and one.de else one.name
        shown = f", {way[0].upper()}{way[1:]}" if len(cls.compositions) > 1 else ""
        return f"{called}{many}{shown}"

    def drawn_plan(self, page: Page) -> Plan:
        """Return the plan that the slide is drawn by."""
        assert self.chosen
        return self.plan(page.theme, self.chosen.choice)

    def draw(self, page: Page) -> None:
        plan = self.drawn_plan(page)
        for words in plan.words_of:
            if not words.each and words.name not in HEAD and words.name in page.placeholders:
                said = self.texts(words.name)[0]
                place = self._place_of(words.name)
                box = page.text(
                    words.name,
                    said,
                    group=words.group,
                    place=place,
                    start=self.starts(words.name),
                )
                if words.name in self.by_paragraph:
                    page.click_paragraphs(box)
                elif words.name in self.whole_words:
                    page.click(box)
        for held in plan.held:
            if held.item is None:
                self.hold(page, held.name, held.fills)
        for one in plan.discs:
            if one.item is None:
                icon, place = self.icon_named(one.name)
                disc(page, icon, one, place)
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

    def hold(self, page: Page, name: str, fills: bool = False) -> None:
        """Put a picture, chart or table of the slide's where the plan has room for it."""
        image = self.pictured(name, None)
        if image:
            page.picture(image, name, fills=fills)

    def _draw_item(self, page: Page, plan: Plan, n: int) -> list[SceneNode]:
        """Put an item on the page and return what appears with it."""
        shown: list[SceneNode | None] = []
        if self.reveal:
            shapes = [one.shape for one in plan.shapes if one.item == n]
            for shape, name in zip(shapes, _shape_names(shapes, n, page.strings), strict=True):
                shown.append(page.put(shape if shape.text else shape._replace(name=name)))
        item = self._items[n] if n < len(self._items) else None
        for held in plan.held:
            if held.item == n and item and item.image:
                link = item.link if held.whole else None
                shown.append(
                    page.picture(
                        item.image, held.name, fills=held.fills, share=held.whole, link=link
                    )
                )
        for one in plan.discs:
            if one.item == n and item and (item.icon or not one.bare):
                shown.append(disc(page, self.icon_of(item), one, item.at("icon")))
        shown += self.of_item(page, plan, n)
        for words in plan.words_of:
            if words.each and not words.loose and n < len(words.rooms):
                shown.append(self._item_words(page, words, n, item))
        return [node for node in shown if node is not None]

    def _item_words(
        self, page: Page, words: PlacedWords, n: int, item: Item | None
    ) -> SceneNode | None:
        assert self.chosen
        said = self.texts(words.name)
        if n >= len(said) or not said[n]:
            return None
        link, paragraphs = None, said[n]
        if item and item.link and words.boxed:
            # On a tile the box leads there: the colour of links is made for the slide's tone.
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
        return page.text(
            f"{words.name} {n + 1}",
            paragraphs,
            group=words.group,
            place=place,
            link=link,
            start=self.starts(words.name),
        )

    def _place_of(self, name: str) -> Place | None:
        """Return where words stand in the deck: those of a key, of its list, of its column."""
        value = getattr(self, name.partition(" ")[0], None)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Text):
            return value.place
        return value.origin.place if isinstance(value, Record) else None


def _leveled(text: Text | None) -> tuple[Paragraph, ...]:
    return leveled(text.paragraphs) if text else ()


KINDS = {"line": "rule", "ellipse": "disc"}
"""What the selection pane calls shapes by their outline; the others are shapes."""


def _shape_names(shapes: Sequence[Shape], item: int, strings: Strings) -> Iterator[str]:
    """Yield what the shapes of an item are called: by what they are, each name once."""
    kinds: Counter[str] = Counter()
    for shape in shapes:
        kind = "shape" if shape.geometry.path else KINDS.get(shape.geometry.preset, "shape")
        kinds[kind] += 1
        more = f".{kinds[kind]}" if kinds[kind] > 1 else ""
        yield f"{strings.shapes[kind]} {item + 1}{more}"


_OWN: dict[type, tuple[str, ...]] = {}


def _own_keys(layout: type[Layout]) -> tuple[str, ...]:
    """Return the keys of a layout that not every slide has, and the subtitle."""
    known = _OWN.get(layout)
    if known is None:
        common = {*keys(Slide), "items", "composition", "split"} - {"subtitle"}
        known = _OWN[layout] = tuple(name for name in keys(layout) if name not in common)
    return known


def compose_all(slides: Sequence[Layout], theme: Theme, findings: Findings) -> None:
    """Let the slides of a deck choose their compositions together; report those asked in vain."""
    composed = [slide for slide in slides if isinstance(slide, Composed)]
    for slide in composed:
        if slide.composition:
            _check_asked(slide, slide.composition, findings)
    choosers = [
        (slide.kind(), slide.chooser(theme, theme.tone_of(slide.layout, slide.tone)))
        for slide in composed
    ]
    for slide, (_, chooser), one in zip(composed, choosers, choose(choosers), strict=True):
        slide.chosen, slide.tried = one, chooser.all_tried
        if one.badness == inf:
            _try_parted(slide, theme)


def _try_parted(slide: Composed, theme: Theme) -> None:
    """Let a slide that nothing holds have its long words parted, if that helps."""
    slide.parts, slide.known = True, None
    chooser = slide.chooser(theme, theme.tone_of(slide.layout, slide.tone))
    best = chooser.best()
    if best.badness == inf:
        slide.parts, slide.known = False, None
    else:
        slide.chosen, slide.tried = best, chooser.all_tried


def _check_asked(slide: Composed, name: str, findings: Findings) -> None:
    """Report a composition that the layout does not have, or that can't show the slide."""
    asked = next((one for one in slide.compositions if one.is_named(name)), None)
    fitting = [
        one.name
        for one in slide.compositions
        if one.takes_what(slide.part.slots or slide.count(), slide.given())
    ]
    if asked is None:
        names = [one.name for one in slide.compositions]
        known = [*names, *(one.de for one in slide.compositions if one.de)]
        findings.error(
            "unknown-composition",
            f"`{slide.layout}` has no composition `{name}`",
            slide.at("composition"),
            suggest(name, known, f"it has {listing(names, 'and')}"),
        )
    elif asked.name not in fitting:
        findings.error(
            "unknown-composition",
            f"the composition `{name}` can't show what is on this `{slide.layout}` slide",
            slide.at("composition"),
            f"{listing(fitting)} can" if fitting else "leave the line out",
        )


def preferred(
    taste: Taste, layout: str, compositions: Sequence[Composition]
) -> Sequence[Composition]:
    """Return the compositions of a layout in the order in which a theme's taste tries them.

    Those that it avoids come last; those only for themes that ask are left out.
    """
    first, last = taste.prefer.get(layout, ()), taste.avoid.get(layout, ())
    kept = [one for one in compositions if not one.asked or one.name in first]

    def place(one: Composition) -> tuple[bool, int]:
        return one.name in last, first.index(one.name) if one.name in first else len(first)

    return sorted(kept, key=place) if first or last else kept
