"""Native layouts: one for each smdeck layout, and those variants that a deck's slides use."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smdeck.scene import Box, Geometry, Mark, NativeLayout, Shape
from smdeck.theme import Theme
from smdeck.theme.theme import Art
from smdeck.units import emu
from smdeck.words import Words

if TYPE_CHECKING:
    from smdeck.layouts._brand import Branding
    from smdeck.layouts._layout import Layout, Variant


class Natives:
    """The native layouts of a file; slides of one layout, variant and ground share one."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self.theme, self.words = theme, words
        self.branding: Branding | None = None
        self.declined = False
        """Whether the next slide is composed, although a layout of the template matches."""
        self._known: dict[tuple[str, Variant, str, bool], NativeLayout] = {}
        self._taken: Counter[str] = Counter()

    def add_usual(self, name: str, layout: type[Layout]) -> None:
        """Add the native layout that a file has even where no slide uses it."""
        tone = self.theme.tone_of(name, None)
        self.of(name, layout, layout.usual_variant(tone), tone, True)

    def of(
        self,
        name: str,
        layout: type[Layout],
        variant: Variant,
        tone: str,
        tiled: bool,
        sourced: bool = False,
    ) -> NativeLayout:
        """Return the native layout of a full variant on a ground.

        `sourced` slides show a source: all of our own layouts have room for one.
        """
        key = name, variant, tone, tiled
        native = self._known.get(key)
        if native is None:
            native = self._known[key] = self._made(name, layout, variant, tone, tiled)
        return native

    def decline(self, slide: Layout) -> bool:
        """Return whether there is another native layout for a slide whose words do not fit."""
        return False

    def all(self) -> list[NativeLayout]:
        """Return the native layouts in the order they were added."""
        return list(dict.fromkeys(self._known.values()))

    def _made(
        self, name: str, layout: type[Layout], variant: Variant, tone: str, tiled: bool
    ) -> NativeLayout:
        frames = layout.frames(self.theme, variant)
        decor = layout.drawn_by(self.theme, variant, tiled)
        alike = not tiled and decor == layout.drawn_by(self.theme, variant, True)
        if alike and not any(frame.fill for frame in frames):
            return self.of(name, layout, variant, tone, True)
        headed, footed, foot = layout.stands(self.theme, variant)
        if foot and not self.theme.foot_moves:
            covers = [frame.box for frame in frames if frame.kind == "pic"]
            if self.theme.foot_bar is None:
                covers += [shape.box for shape in decor if shape.fill and not shape.fade]
            footed, foot = not any(box.overlaps(self.theme.foot) for box in covers), None
        furniture = [
            Shape(Box(*map(emu, piece.box)), Geometry(), piece.fill)
            for piece in self.theme.furniture
            if (headed if piece.part == "head" else footed and foot is None)
        ]
        usual = tone == self.theme.tone_of(name, None) and variant == layout.usual_variant(tone)
        native = NativeLayout(
            name,
            self._name(name, layout, variant, tone, tiled),
            layout.native_type if usual and tiled else None,
            tone,
            frames,
            footed or foot is not None,
            (*furniture, *decor),
            foot or self.theme.foot,
            tiled,
        )
        native.art = self._art(native, layout.art_of(self.theme, variant, name))
        if self.branding:
            self.branding.put_on(native)
        return native

    def _art(self, native: NativeLayout, art: Art | None) -> Mark | None:
        """Return the theme's art on a native layout: it is drawn for one ground, and for words."""
        if art is None and native.footed:
            art = self.theme.art.get("usual")
        usual = native.tone == self.theme.tone_of(native.layout, None)
        if art is None or not usual or any(frame.kind == "pic" for frame in native.frames):
            return None
        return Mark(art.file, art.box, self.words.shapes["art"])

    def _name(
        self, name: str, layout: type[Layout], variant: Variant, tone: str, tiled: bool
    ) -> str:
        """Return a name in the deck's language, a variant's with what sets it apart."""
        called = layout.names.get(self.words.lang[:2]) or layout.names["en"]
        called = layout.variant_name(self.words, variant, called)
        if tone != self.theme.tone_of(name, None):
            called += f" ({self.words.tones[tone]})"
        if not tiled:
            called += f" ({self.words.builds})"
        self._taken[called] += 1
        return called if self._taken[called] == 1 else f"{called} – {self._taken[called]}"


def natives_on(theme: Theme, words: Words) -> Natives:
    """Return the native layouts for a theme: our own, or those of the template that it is."""
    if theme.template is None:
        return Natives(theme, words)
    from smdeck.layouts._template import TemplateNatives

    return TemplateNatives(theme, words)
