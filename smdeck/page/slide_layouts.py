"""Slide layouts: one for each smdeck layout, and those variants that a deck's slides use."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smdeck.scene import Box, Geometry, LayoutPicture, Shape, SlideLayout
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.artwork import Art
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.compose.choice import Choice
    from smdeck.compose.plan import Plan
    from smdeck.page.branding import Branding
    from smdeck.page.composed import Composed
    from smdeck.page.layout import Layout
    from smdeck.page.standing import StandingLine


class SlideLayouts:
    """The slide layouts of a file; slides of one layout, variant and tone share one."""

    declines = False
    """Whether a slide that does not fit may be drawn on another slide layout."""

    def __init__(self, theme: Theme, strings: Strings) -> None:
        self.theme, self.strings = theme, strings
        self.branding: Branding | None = None
        self.standing: StandingLine | None = None
        self.declined = 0
        """Whether the next slide is composed, although a layout of the template matches: 1 in the
        look of that where it is a cover, 2 on the plainest."""
        self._known: dict[tuple[Choice, str, bool], SlideLayout] = {}
        self._taken: Counter[str] = Counter()

    def add_usual(self, layout: type[Composed]) -> None:
        """Add the slide layout that a file has even where no slide uses it."""
        tone = self.theme.usual_tone(layout.usual.layout)
        self.of(layout, layout.usual._replace(tone=tone), tone, True)

    def of(
        self,
        layout: type[Composed],
        choice: Choice,
        tone: str,
        tiled: bool,
        sourced: bool = False,
    ) -> SlideLayout:
        """Return the slide layout of a choice in a tone.

        A `tiled` one draws what belongs to items itself; `sourced` slides show a source.
        """
        key = choice, tone, tiled
        slide_layout = self._known.get(key)
        if slide_layout is None:
            slide_layout = self._known[key] = self._made(layout, choice, tone, tiled)
        return slide_layout

    def decline(self, slide: Layout, slide_layout: SlideLayout) -> bool:
        """Return whether there is another slide layout for a slide whose words do not fit one."""
        return False

    def all(self) -> list[SlideLayout]:
        """Return the slide layouts in the order they were added."""
        return list(dict.fromkeys(self._known.values()))

    def _made(self, layout: type[Composed], choice: Choice, tone: str, tiled: bool) -> SlideLayout:
        plan = layout.plan(self.theme, choice)
        if not tiled and all(one.item is None for one in plan.shapes):
            return self.of(layout, choice, tone, True)
        placeholders = layout.placeholders(self.theme, choice)
        decor = tuple(one.shape for one in plan.shapes if tiled or one.item is None)
        headed, footed, foot = plan.headed, plan.footed, plan.foot.box if plan.foot else None
        if foot and not self.theme.foot_moves:
            covers = [spec.box for spec in placeholders if spec.kind == "pic"]
            if self.theme.foot_bar is None:
                covers += [shape.box for shape in decor if shape.fill and not shape.fade]
            footed, foot = not any(box.overlaps(self.theme.foot) for box in covers), None
        furniture = [
            Shape(Box(*map(emu, piece.box)), Geometry(), piece.fill)
            for piece in self.theme.branding.furniture
            if (headed if piece.part == "head" else footed and foot is None)
        ]
        name = choice.layout
        usual = tone == self.theme.usual_tone(name) and choice == layout.usual._replace(
            tone=choice.tone
        )
        slide_layout = SlideLayout(
            name,
            self._name(layout, choice, tone, tiled),
            type=layout.layout_type if usual and tiled else None,
            tone=tone,
            placeholders=placeholders,
            footed=footed or foot is not None,
            decor=(*furniture, *decor),
            foot=foot or self.theme.foot,
            tiled=tiled,
        )
        slide_layout.art = self._art(slide_layout, self._art_of(plan, choice))
        if self.branding:
            self.branding.put_on(slide_layout)
        if self.standing:
            self.standing.put_on(slide_layout)
        return slide_layout

    def _art_of(self, plan: Plan, choice: Choice) -> Art | None:
        """Return the theme's art for a slide layout, where it stands in this composition."""
        art = self.theme.branding.art
        if plan.art and f"{choice.layout} {choice.composition}" not in art:
            name, room = plan.art
            column = art[name]
            return Art(column.file, room.box if column.box.x == 0 else column.box)
        return self.theme.art_of(choice.layout, choice.composition)

    def _art(self, slide_layout: SlideLayout, art: Art | None) -> LayoutPicture | None:
        """Return the theme's art on a slide layout: it is drawn for one tone, and for words."""
        if art is None and slide_layout.footed:
            art = self.theme.branding.art.get("usual")
        usual = slide_layout.tone == self.theme.usual_tone(slide_layout.layout)
        if (
            art is None
            or not usual
            or any(spec.kind == "pic" for spec in slide_layout.placeholders)
        ):
            return None
        return LayoutPicture(art.file, art.box, self.strings.shapes["art"])

    def _name(self, layout: type[Composed], choice: Choice, tone: str, tiled: bool) -> str:
        """Return a name in the deck's language that no other slide layout has."""
        called = layout.display_name(choice, self.strings)
        if tone != self.theme.usual_tone(choice.layout):
            called += f" ({self.strings.tones[tone]})"
        if not tiled:
            called += f" ({self.strings.builds})"
        self._taken[called] += 1
        return called if self._taken[called] == 1 else f"{called} – {self._taken[called]}"


def slide_layouts_on(theme: Theme, strings: Strings) -> SlideLayouts:
    """Return the slide layouts for a theme: our own, or those of the template that it is."""
    if theme.template is None:
        return SlideLayouts(theme, strings)
    from smdeck.page.template_layouts import TemplateLayouts

    return TemplateLayouts(theme, strings)
