"""What every layout is: a record of its keys, native regions, and a way to draw them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from smdeck.findings import Findings
from smdeck.layouts._styles import small_style, subtitle_style, title_style
from smdeck.model.decode import key
from smdeck.model.records import Image, Item, Slide
from smdeck.model.text import Inline
from smdeck.scene import Box, Frame, NativeLayout, Shape
from smdeck.source import Node
from smdeck.theme import Theme
from smdeck.theme.theme import Art
from smdeck.units import emu
from smdeck.words import Words

if TYPE_CHECKING:
    from smdeck.layouts._native import Natives
    from smdeck.layouts._page import Page, Part, Talk

Variant: TypeAlias = tuple[object, ...]
"""What decides the regions of a layout, as the number of its items. Equal variants share a
native layout, so it holds nothing that depends on the words."""


SPLIT = key("Whether more than fits a slide goes on over further ones.", False)
"""The key of those layouts whose items can be shared out over several slides."""


class Layout(Slide):
    """A layout; subclasses add their keys."""

    names: ClassVar[dict[str, str]]
    """The name of the native layout by language."""
    group: ClassVar[str]
    """Where the reference lists it: frame, words, items, diagrams, data or pictures."""
    example: ClassVar[str]
    """A slide in YAML: documentation, gallery and test in one."""
    sample: ClassVar[Variant] = ()
    """The variant that every file has, for slides that are added by hand."""
    native_type: ClassVar[str | None] = None
    """PowerPoint's type of the native layout where one fits (ECMA-376 Part 1, 19.7.15)."""
    headed: ClassVar[bool] = True
    """Whether it has the usual head: the title at the top, a subtitle and a source."""
    staged: ClassVar[bool] = False
    """Whether what the native layout draws appears with the items where these come by click."""
    footed: ClassVar[bool] = True
    """Whether it shows footer and slide number."""

    collects: ClassVar[bool] = False
    """Whether it shows what stands on other slides."""

    written: Node
    """The slide in the file; its `origin` has the keys as they are meant."""
    pictures: tuple[Image, ...] = ()
    """The slide's images, wherever they stand."""

    talk: Talk
    """What it may know beyond itself, once the deck is outlined."""
    part: Part | None = None
    """The section that it stands in."""
    before: int = 0
    """How many of the items stand on earlier parts of a slide that was split."""
    goes_on: bool = False
    """Whether another part of the slide follows."""
    whole: Sequence[Item] = ()
    """All items of the slide that this is a part of: its parts have one geometry."""
    places: int = 0
    """How many items the fullest of its parts has, or 0 where it is no part."""

    def renew(self) -> None:
        """Forget what was found for the slide that this is a copy of."""

    def variant(self) -> Variant:
        """Return what decides the regions of this slide."""
        return ()

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        """Return the frames beside those of the usual head."""
        raise NotImplementedError

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        """Return what the native layout itself draws, as rules and numbers of rows."""
        return ()

    @classmethod
    def foot(cls, theme: Theme, variant: Variant) -> Box | None:
        """Return where footer and slide number stand if not where the theme has them."""
        return None

    def starts(self, name: str) -> tuple[float, ...]:
        """Return the sizes that words of a name are known to fit at, or () if they are measured
        only when they are fitted."""
        return ()

    def usual_title(self, words: Words) -> str | None:
        """Return the title of a slide that gives none."""
        return None

    def complete(self, sections: list[Item]) -> bool:
        """Take what the slide lacks from the deck's sections; return whether it can be drawn."""
        return True

    def collect(self, slides: Sequence[Layout]) -> bool:
        """Take what the slide lacks from all slides of the talk, where it `collects`; return
        whether it can be drawn."""
        return True

    def check(self, findings: Findings) -> None:
        """Report what no single key shows: values that contradict each other."""

    def draw(self, page: Page) -> None:
        """Put the slide's content on the page; the usual head is drawn already."""
        raise NotImplementedError

    @property
    def sources(self) -> tuple[Inline, ...]:
        """What its source says: the slide's own, and the credits of its pictures."""
        credits = [image.credit for image in self.pictures if image.credit]
        return (*([self.source] if self.source else []), *credits)

    def native(self, natives: Natives, tone: str) -> NativeLayout:
        """Return the native layout that it stands on."""
        variant, tiled = self.full_variant(), not self.reveal
        return natives.of(self.layout, type(self), variant, tone, tiled, bool(self.sources))

    def full_variant(self) -> Variant:
        """Return the variant with what the usual head adds to it."""
        return (bool(self.subtitle), *self.variant())

    @classmethod
    def usual_variant(cls, tone: str) -> Variant:
        """Return the full variant that each file has."""
        return (False, *cls.sample)

    @classmethod
    def drawn_by(cls, theme: Theme, full_variant: Variant, tiled: bool) -> tuple[Shape, ...]:
        """Return what the native layout draws itself."""
        return cls.decor(theme, full_variant[1:]) if tiled or not cls.staged else ()

    @classmethod
    def stands(cls, theme: Theme, full_variant: Variant) -> tuple[bool, bool, Box | None]:
        """Return whether it has the usual head, whether a foot, and where if not as usual."""
        foot = cls.foot(theme, full_variant[1:])
        return cls.headed, cls.footed and foot is None, foot

    @classmethod
    def art_of(cls, theme: Theme, full_variant: Variant, name: str) -> Art | None:
        """Return the theme's art for a native layout of this name."""
        return theme.art_of(name)

    @classmethod
    def variant_name(cls, words: Words, full_variant: Variant, called: str) -> str:
        """Return what PowerPoint calls a native layout."""
        own = full_variant[1:]
        numbers = [str(part) for part in own if type(part) is int and part > 1]
        return f"{called} {numbers[0]}" if numbers and own != cls.sample else called

    @classmethod
    def frames(cls, theme: Theme, full_variant: Variant) -> tuple[Frame, ...]:
        """Return all frames of the native layout for a variant."""
        subtitled, *variant = full_variant
        regions = cls.regions(theme, tuple(variant))
        if not cls.headed:
            return regions
        return (*head_frames(theme, bool(subtitled)), *regions, source_frame(theme))


def head_frames(theme: Theme, subtitled: bool) -> tuple[Frame, ...]:
    box = theme.title_box
    if not subtitled:
        return (Frame("title", "title", box, title_style(theme), prompt="title"),)
    subtitle = Box(box.x, box.y + emu(46), box.w, emu(32))
    if box.h < emu(70):  # a title of one line
        subtitle = Box(box.x, box.bottom, box.w, emu(26))
    title = Box(box.x, box.y, box.w, subtitle.y - box.y)
    return (
        Frame("title", "title", title, title_style(theme), prompt="title"),
        Frame("subtitle", "body", subtitle, subtitle_style(theme)),
    )


def source_frame(theme: Theme, box: Box | None = None) -> Frame:
    """Return the frame of a slide's source, where the theme has it if no box is given."""
    return Frame("source", "body", box or theme.source_box, small_style(theme), prompt="source")
