"""The talk as rules see it: the slides with their fitted scenes, the deck's record, the theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from smdeck.findings import Place, Severity, count
from smdeck.fit.fitting import every_node
from smdeck.model.records import Deck
from smdeck.model.records import Slide as SlideRecord
from smdeck.model.scripts import word_count
from smdeck.model.text import Paragraph
from smdeck.scene import Chart, Picture, SlideScene, Table, TextBox
from smdeck.theme import Theme

PROSE = ("text", "sources")
"""Layouts whose slides are pages to read: nobody counts their words."""


class Issue(NamedTuple):
    """What breaks a rule: the level, the message, the place, what helps, the slide's number."""

    level: Severity
    message: str
    place: Place | None
    help: str | None = None
    slide: int | None = None


class CheckedSlide:
    """A slide as it will be shown."""

    def __init__(
        self, number: int, record: SlideRecord, scene: SlideScene, unfit: set[Place | None]
    ) -> None:
        self.number = number
        """Its number in the deck, from 1."""
        self.record = record
        self.scene = scene
        self.tone = scene.tone
        """The tone that it is in."""
        self.every_text: list[TextBox] = []
        """All its texts, those inside of shapes, footer and slide number too."""
        self.pictures: list[Picture] = []
        self.charts: list[Chart] = []
        self.tables: list[Table] = []
        for node in every_node(scene.nodes):
            if isinstance(node, TextBox):
                if node.kind != "ornament":
                    self.every_text.append(node)
            elif isinstance(node, Picture):
                self.pictures.append(node)
            elif isinstance(node, Chart):
                self.charts.append(node)
            elif isinstance(node, Table):
                self.tables.append(node)
        self.texts = [text for text in self.every_text if text.kind == "text"]
        """All its texts without footer and slide number."""
        too_long = [text for text in self.texts if unfit and _is_in(unfit, text)]
        self.overflows = bool(too_long)
        """Whether a text does not fit: then how much to cut is said already."""
        body = [text for text in self.texts if not is_title(text)]
        self.holds_body = not too_long or (bool(body) and all(map(is_title, too_long)))
        """Whether its texts fit, or all but a title: that hides nothing that is wrong below it."""

    @property
    def layout(self) -> str:
        """The name of its layout."""
        return self.record.layout

    @property
    def place(self) -> Place:
        """Where it stands in the deck."""
        return self.record.origin.place

    @property
    def title(self) -> TextBox | None:
        """Its title, where a placeholder for titles is filled."""
        return next((text for text in self.texts if is_title(text)), None)

    def issue(
        self, level: Severity, message: str, place: Place | None = None, help: str | None = None
    ) -> Issue:
        """Return what breaks a rule on this slide; without a place, the slide's own."""
        return Issue(level, message, place or self.place, help, self.number)

    def at(self, text: TextBox, paragraph: Paragraph | None = None) -> Place:
        """Return where a text or its paragraph stands, if it is this slide's, or else the slide."""
        place = (paragraph and paragraph.place) or text.place
        own = place and place.source == self.place.source and place.line >= self.place.line
        return place if place and own else self.place


class CheckedDeck:
    """The whole talk."""

    def __init__(
        self,
        deck: Deck,
        theme: Theme,
        slides: Iterable[tuple[int, SlideRecord, SlideScene]],
        unfit: set[Place | None],
    ) -> None:
        self.deck = deck
        self.theme = theme
        self.slides = [CheckedSlide(*slide, unfit) for slide in slides]

    @cached_property
    def shown(self) -> list[CheckedSlide]:
        """The slides that are not hidden."""
        return [slide for slide in self.slides if not slide.record.hidden]

    @cached_property
    def fitting(self) -> list[CheckedSlide]:
        """The slides that are shown and hold their words."""
        return [slide for slide in self.shown if not slide.overflows]

    def judged(self, level: Severity) -> Severity:
        """Return how much it weighs that a slide holds too much: a lecture's is read again."""
        return "warning" if self.deck.kind == "lecture" else level

    @cached_property
    def presented(self) -> list[CheckedSlide]:
        """The slides looked at while somebody speaks, none of a handout; titles may be too long."""
        if self.deck.kind == "handout":
            return []
        return [slide for slide in self.shown if slide.holds_body]


def _is_in(places: set[Place | None], text: TextBox) -> bool:
    """Return whether a text or a line of it stands at one of the places."""
    return any(place in places for place in (text.place, *(one.place for one in text.paragraphs)))


def merge_repeats(
    code: str, found: Iterable[tuple[Hashable, CheckedSlide, Issue]]
) -> Iterator[Issue]:
    """Yield issues that have one cause, as a colour of the theme, once: on the first such slide.

    Each comes with its cause and its slide. Slides that allow the rule have issues of their own.
    """
    first: dict[Hashable, Issue] = {}
    others: Counter[Hashable] = Counter()
    for cause, slide, issue in found:
        if code in (slide.record.allow or ()):
            yield issue
        elif cause in first:
            others[cause] += first[cause].slide != issue.slide
        else:
            first[cause] = issue
    for cause, issue in first.items():
        more = others[cause]
        said = f", also on {count(more, 'more slide')}" if more else ""
        yield issue._replace(message=issue.message + said)


def display_name(text: TextBox) -> str:
    """Return what a text is called in a finding."""
    sides = {
        "left": "left column", "middle": "middle column", "right": "right column",
        "slide-number": "slide number",
    }  # fmt: skip
    return sides.get(text.name, text.name)


def is_title(text: TextBox) -> bool:
    """Return whether a text is the title of its slide."""
    return text.placeholder is not None and text.placeholder.kind in ("title", "ctrTitle")


def is_headline(text: TextBox, theme: Theme) -> bool:
    """Return whether a text is a title above a slide's content, and not itself the content.

    The titles of the talk, its sections and a statement are set larger than that.
    """
    largest = max(theme.type.bounds["title"][0], theme.type.role_bounds("column")[0])
    return is_title(text) and text.style.sizes[0][0] <= largest


def is_prose(text: TextBox) -> bool:
    """Return whether a text is bullets or paragraphs, and not the title and words of a tile."""
    levels = text.style.levels
    if text.placeholder is None or is_title(text) or len(levels) < 3:
        return False
    if text.placeholder.fill or text.placeholder.name[-1].isdigit():  # of a tile or of a row
        return False
    return levels[0].font != "heading"


def number_of_words(texts: Iterable[TextBox]) -> int:
    """Return how many words a slide has, those of its source left out."""
    return sum(
        word_count(paragraph.plain)
        for text in texts
        if text.name != "source" and text.style.levels[0].font != "code"
        for paragraph in text.paragraphs
    )


def number_of_fitted_words(scene: SlideScene) -> int:
    """Return how many words a fitted slide has, those of its source and foot left out."""
    texts = (node for node in every_node(scene.nodes) if isinstance(node, TextBox))
    return number_of_words(text for text in texts if text.kind == "text")
