"""Slide layouts on a company's template: its own where they serve, else ours on its plainest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.page.slide_layouts import SlideLayouts
from smdeck.page.template_covers import on_cover
from smdeck.scene import Box, PlaceholderSpec, SlideLayout, TemplateLayout, TemplatePlaceholder
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.template.extras import KEPT, extras
from smdeck.theme.template.reading import Template
from smdeck.theme.template.serving import COVERS, DISPENSABLE, PURPOSES
from smdeck.theme.template.theme import TemplateTheme
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.compose.choice import Choice
    from smdeck.page.composed import Composed
    from smdeck.page.layout import Layout

ALONE = ("statement", "quote", "questions")
"""Layouts of a few words, whose dots and threads only decorate."""

NEAR = 14
"""How far such ornaments stand from a template's art at the least, in points."""

BESIDE_BY = 0.12
"""By how much of its own width a column of the template may differ from the one asked for."""


class TemplateLayouts(SlideLayouts):
    """The slide layouts of a file that starts from a template."""

    declines = True

    def __init__(self, theme: Theme, strings: Strings) -> None:
        super().__init__(theme, strings)
        assert isinstance(theme, TemplateTheme)
        self.on: TemplateTheme = theme
        self.template: Template = theme.template
        self._served: dict[tuple[object, ...], SlideLayout] = {}

    def add_usual(self, layout: type[Composed]) -> None:
        """Add nothing: the template has layouts for slides that are added by hand."""

    def of(
        self,
        layout: type[Composed],
        choice: Choice,
        tone: str,
        tiled: bool,
        sourced: bool = False,
    ) -> SlideLayout:
        """Return the slide layout of a choice; in a tone where the template allows it."""
        sourced = sourced or "source" in choice.given
        key = choice, tone, tiled, sourced, self.declined
        slide_layout = self._served.get(key)
        if slide_layout is None:
            if not self.declined:
                slide_layout = self._matched(layout, choice, tone, sourced)
            if slide_layout is None:
                slide_layout = self._made(layout, choice, tone, tiled)
            self._served[key] = slide_layout
        self.declined = 0
        return slide_layout

    def decline(self, slide: Layout, slide_layout: SlideLayout) -> bool:
        """Let a slide stand on another layout than one that its words do not fit: composed on a
        cover, if it is one, and else on the plainest."""
        cover = slide.layout in COVERS
        looks_own = slide_layout.base not in (self.template.plain, *self.template.bases.values())
        self.declined = 0
        if slide.layout in PURPOSES and not slide_layout.composed:
            self.declined = 1 if cover else 2
        elif cover and looks_own:
            self.declined = 2
        return bool(self.declined)

    def all(self) -> list[SlideLayout]:
        """Return the slide layouts in the order they were added."""
        return list(dict.fromkeys(self._served.values()))

    def named(self, layout: TemplateLayout) -> SlideLayout:
        """Return a layout of the template as it is, its placeholders by their own names."""
        key = ("", layout.part)
        slide_layout = self._served.get(key)
        if slide_layout is None:
            placeholders = {one.name: one for one in layout.content}
            if layout.title:
                placeholders["title"] = layout.title
            slide_layout = self._served[key] = self._as_it_is(layout.name, layout, placeholders)
        return slide_layout

    def _matched(
        self, layout: type[Composed], choice: Choice, tone: str, sourced: bool
    ) -> SlideLayout | None:
        """Return the template's layout that shows all that a slide has, or None."""
        name = choice.layout
        if tone not in ("light", self.theme.usual_tone(name)):
            return None
        asked = {spec.name: spec for spec in layout.placeholders(self.theme, choice)}
        for match in self.template.match(name):
            spoken = match.placeholders.keys() & {"subtitle", "text"}  # with the speaker below
            needed = [
                spec
                for spec in asked
                if (spec not in DISPENSABLE or (spec == "speaker" and not spoken))
                and (spec != "source" or sourced)
            ]
            if all(
                spec in match.placeholders and _holds(match.placeholders[spec], asked[spec])
                for spec in needed
            ) and _shared(match.placeholders, asked):
                return self._as_it_is(name, match.layout, match.placeholders)
        return None

    def _as_it_is(
        self, name: str, layout: TemplateLayout, placeholders: dict[str, TemplatePlaceholder]
    ) -> SlideLayout:
        return SlideLayout(
            name,
            layout.name,
            type=layout.type,
            tone=self.on.tone_on(layout, "light"),
            placeholders=tuple(
                _inherited(purpose, self.template.readable(layout, one))
                for purpose, one in placeholders.items()
            ),
            footed=True,
            decor=(),
            foot=self.theme.foot,
            tiled=True,
            base=layout,
        )

    def _made(self, layout: type[Composed], choice: Choice, tone: str, tiled: bool) -> SlideLayout:
        """Return a layout composed on one of the template's: its title and foot are kept."""
        slide_layout = super()._made(layout, choice, tone, tiled)
        if slide_layout.composed:  # it is one that is drawn alike for slides that build up
            return slide_layout
        slide_layout.decor = tuple(  # the standing line is in the footer, or on the slide
            one for one in slide_layout.decor if not one.text or one.text.kind != "standing"
        )
        cover = self._cover_of(choice.layout, tone) if self.declined < 2 else None
        if cover and self._on_cover(slide_layout, cover):
            return slide_layout
        own = self.template.bases.get(tone)
        base = own or self.template.plain
        assert base.title
        slide_layout.base, slide_layout.composed = base, True
        slide_layout.tone = self.on.composed_tone(tone)
        slide_layout.placeholders = tuple(
            self._title_of(base, spec) or spec for spec in slide_layout.placeholders
        )
        if choice.layout in ALONE:
            clear = all(self._is_clear(one.box, base) for one in slide_layout.decor)
            slide_layout.decor = slide_layout.decor if clear else ()
        if layout.headed and base.title.style and self.template.headed:
            slide_layout.placeholders = tuple(
                self._aligned(base, spec) for spec in slide_layout.placeholders
            )
            if slide_layout.tone == self.on.tone_on(base, "light"):
                slide_layout.placeholders = self._with_extras(base, slide_layout.placeholders)
        return slide_layout

    def _is_clear(self, box: Box, base: TemplateLayout) -> bool:
        """Return whether an ornament and the space around it are free of the template's art."""
        around = box.inset(*(-emu(NEAR),) * 4)
        whole = around.common(Box(0, 0, self.theme.width, self.theme.height)) or box
        return self.template.clear(whole, base) == whole

    def _aligned(self, base: TemplateLayout, spec: PlaceholderSpec) -> PlaceholderSpec:
        """Return a subtitle aligned as the words of the title above it, and below the bar that
        these may stand on; other placeholders as they are."""
        title = base.title and base.title.style
        if spec.name != "subtitle" or spec.style is None or title is None:
            return spec
        left, _, right, _ = map(emu, title.insets)
        box = spec.box.inset(left, 0, right)
        free = box._replace(h=max(box.h, self.theme.body.y - box.y))
        clear = self.template.clear(free, base)
        if clear.h >= box.h:
            box = box._replace(y=clear.y)
        return spec._replace(box=box, style=spec.style._replace(align=title.align))

    def _with_extras(
        self, base: TemplateLayout, placeholders: tuple[PlaceholderSpec, ...]
    ) -> tuple[PlaceholderSpec, ...]:
        """Return the placeholders of a composed layout; kicker, subtitle and source are those of
        its base where it has them."""
        own = {
            name: _inherited(name, self.template.readable(base, one))
            for name, one in extras(base, base.content, self.template.canvas, False).items()
            if name in KEPT and one.style and not one.box.overlaps(self.theme.body)
        }
        kicker = [own["kicker"]] if "kicker" in own else []
        return (*(own.get(spec.name, spec) for spec in placeholders), *kicker)

    def _cover_of(self, name: str, tone: str) -> TemplateLayout | None:
        """Return the layout of the template whose look a cover has, composed or not."""
        if name not in COVERS or tone not in ("light", self.theme.usual_tone(name)):
            return None
        matches = self.template.match(name)
        return matches[0].layout if matches else None

    def _on_cover(self, slide_layout: SlideLayout, base: TemplateLayout) -> bool:
        """Compose a slide layout on a cover of the template; return whether it has room."""
        assert base.title
        title = _inherited("title", self.template.readable(base, base.title))
        cover = on_cover(self.template, base, title, slide_layout.placeholders)
        if cover is None:
            return False
        slide_layout.base, slide_layout.composed, slide_layout.placeholders = (
            base,
            True,
            cover.placeholders,
        )
        slide_layout.decor, slide_layout.footed = (), False
        slide_layout.tone = self.on.tone_at(base, cover.box)
        return True

    def _title_of(self, base: TemplateLayout, spec: PlaceholderSpec) -> PlaceholderSpec | None:
        """Return the title as the template has it, where a placeholder stands in the usual head.

        One that stands elsewhere on its layout, as at the slide's foot, moves there.
        """
        if not self.template.headed:
            return None  # its titles are made for slides that hold nothing else
        usual = self.theme.title_box
        if spec.name != "title" or (spec.box.x, spec.box.y) != (usual.x, usual.y):
            return None
        assert base.title
        inherited = _inherited("title", self.template.readable(base, base.title))
        return inherited if spec.box == base.title.box else inherited._replace(box=spec.box)


def _inherited(name: str, placeholder: TemplatePlaceholder) -> PlaceholderSpec:
    """Return a placeholder of the template as one of a slide layout."""
    kind = placeholder.type
    return PlaceholderSpec(name, kind, placeholder.box, placeholder.style, of_template=placeholder)  # type: ignore[arg-type]


def _holds(found: TemplatePlaceholder, spec: PlaceholderSpec) -> bool:
    """Return whether one of the template can hold what a placeholder is for, marked as it asks."""
    if spec.style is None:
        return found.type in ("obj", spec.kind)
    if found.style is None:
        return False
    alone = spec.name == "items"  # a single point may be marked as the template marks it
    if alone or spec.kind in ("title", "ctrTitle", "subTitle") or len(spec.style.levels) == 1:
        return True
    return bool(spec.style.levels[0].bullet) == bool(found.style.levels[0].bullet)


def _shared(
    placeholders: dict[str, TemplatePlaceholder], asked: dict[str, PlaceholderSpec]
) -> bool:
    """Return whether columns share the width as a slide asks for it."""
    if "left" not in asked or "right" not in asked or "left" not in placeholders:
        return True
    return all(
        _alike(
            placeholders["left"].box.w / placeholders[other].box.w,
            asked["left"].box.w / asked[other].box.w,
        )
        for other in ("middle", "right")
        if other in asked
    )


def _alike(one: float, other: float) -> bool:
    return abs(one / other - 1) < BESIDE_BY
