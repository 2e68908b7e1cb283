"""What every layout is: a record of its keys, a slide layout, and a way to draw the slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from smdeck.compose.choice import WHOLE, SlidePart
from smdeck.compose.plan import head_rooms
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Image, Item
from smdeck.model.records import Slide
from smdeck.model.text import Inline
from smdeck.page.styles import small_style, subtitle_style, title_style
from smdeck.scene import Box, PlaceholderSpec, SlideLayout
from smdeck.source import Node
from smdeck.strings import Strings
from smdeck.theme import Theme

if TYPE_CHECKING:
    from smdeck.page.page import DrawContext, Page, TalkSection
    from smdeck.page.slide_layouts import SlideLayouts

SPLIT = key("Whether more than fits a slide goes on over further ones.", False)
"""The key of those layouts whose items can be shared out over several slides."""


class Layout(Slide):
    """A layout; subclasses add their keys."""

    names: ClassVar[dict[str, str]]
    """The name of the slide layout by language."""
    group: ClassVar[str]
    """Where the reference lists it: frame, words, items, diagrams, data or pictures."""
    example: ClassVar[str]
    """A slide in YAML: documentation, gallery and test in one."""
    layout_type: ClassVar[str | None] = None
    """PowerPoint's type of the slide layout where one fits (ECMA-376 Part 1, 19.7.15)."""
    headed: ClassVar[bool] = True
    """Whether title and subtitle are put on its page as on all others."""

    collects: ClassVar[bool] = False
    """Whether it shows what stands on other slides."""

    written: Node
    """The slide in the file; its `origin` has the keys as they are meant."""
    pictures: tuple[Image, ...] = ()
    """The slide's images, wherever they stand."""

    context: DrawContext
    """What it may know beyond itself, once the deck is outlined."""
    section: TalkSection | None = None
    """The section that it stands in."""
    moves: bool = False
    """Whether what stands on it moves from slide to slide: `transition: morph`."""
    ahead: Layout | None = None
    """The section that it comes before: an agenda that returns shows what is next."""
    part: SlidePart = WHOLE
    """Which part it is of a slide that was split."""
    all_items: Sequence[Item] = ()
    """All items of the slide that this is a part of: its parts have one geometry."""

    @classmethod
    def name_in(cls, lang: str) -> str:
        """Return its name in a language, or the English one."""
        return cls.names.get(lang[:2], cls.names["en"])

    def renew(self) -> None:
        """Forget what was found for the slide that this is a copy of."""

    def starts(self, name: str) -> tuple[float, ...]:
        """Return the sizes that words of a name are known to fit at, or () if they are measured
        only when they are fitted."""
        return ()

    def usual_title(self, strings: Strings) -> str | None:
        """Return the title of a slide that gives none."""
        return None

    def complete(self, sections: list[Item]) -> bool:
        """Take what the slide lacks from the deck's sections; return whether it can be drawn."""
        return True

    def collect(self, slides: Sequence[Layout]) -> bool:
        """Take what the slide lacks from all slides of the talk, where it `collects`; return
        whether it can be drawn."""
        return True

    def sides(self) -> Sequence[str]:
        """Return its columns or blocks, by the names in its plans: each can appear as a whole."""
        return ()

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

    def slide_layout(self, slide_layouts: SlideLayouts, tone: str) -> SlideLayout:
        """Return the slide layout that it stands on."""
        raise NotImplementedError


def head_placeholders(theme: Theme, subtitled: bool) -> tuple[PlaceholderSpec, ...]:
    """Return the placeholders of the usual head."""
    box = theme.title_box
    if not subtitled:
        return (PlaceholderSpec("title", "title", box, title_style(theme), prompt="title"),)
    title, subtitle = head_rooms(theme)
    return (
        PlaceholderSpec("title", "title", title.box, title_style(theme), prompt="title"),
        PlaceholderSpec("subtitle", "body", subtitle.box, subtitle_style(theme)),
    )


def source_placeholder(theme: Theme, box: Box | None = None) -> PlaceholderSpec:
    """Return the placeholder of a slide's source, where the theme has it if no box is given."""
    return PlaceholderSpec(
        "source", "body", box or theme.source_box, small_style(theme), prompt="source"
    )
