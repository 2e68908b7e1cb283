"""Paints: every colour of a slide with what it is used for, as a brand's house rules ask it."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Iterator
from typing import NamedTuple

from smdeck.checking.backdrop import Worded
from smdeck.checking.deck import CheckedDeck, CheckedSlide
from smdeck.checking.looks import looks_of
from smdeck.findings import Place
from smdeck.fit.fitting import every_node
from smdeck.scene import Chart, Connector, Icon, Paint, Shape, Table, TextBox
from smdeck.theme.color import RGB


class Used(NamedTuple):
    """A colour of the theme on a slide."""

    what: str
    """What has it, as a finding says it."""
    use: str
    """`ground`, `text`, `shape` or `chart`."""
    color: RGB
    """As the theme has it."""
    altered: bool
    """Whether it is shown lighter, darker or transparent."""
    place: Place | None


def uses(talk: CheckedDeck, slide: CheckedSlide) -> Iterator[Used]:
    """Yield the colours of a slide's background, words, shapes and charts."""
    theme, tone = talk.theme, slide.tone

    def used(what: str, use: str, paint: Paint, place: Place | None = slide.place) -> Used:
        altered = bool(paint.lighter or paint.darker or paint.alpha < 100)
        return Used(what, use, theme.slot_color(paint.slot, tone), altered, place)

    def of_shape(shape: Shape) -> Iterator[Used]:
        """Yield the fill of a shape, scrims over pictures aside, and its line."""
        if shape.fill and not shape.fade:
            yield used("a shape", "shape", shape.fill_paint(theme.paint(shape.fill, tone)))
        if shape.line:
            yield used("a line", "shape", theme.paint(shape.line.role, tone))

    def of_words(node: Worded) -> Iterator[Used]:
        place = slide.at(node) if isinstance(node, TextBox) else slide.place
        for words in looks_of(node, slide, theme):
            if isinstance(words.paint, Paint):
                yield used(words.what, "text", words.paint, place)
            else:
                yield Used(words.what, "text", words.paint, False, place)
        for style in node.styles if isinstance(node, Chart) else ():
            yield used(f"`{style.name}` in the chart", "chart", style.paint, place)

    yield Used("the background", "ground", theme.slot_color("bg1", tone), False, slide.place)
    for shape in slide.scene.slide_layout.decor:
        yield from of_shape(shape)
    for spec in slide.scene.slide_layout.placeholders:
        if spec.fill:
            yield used("a tile", "shape", theme.paint(spec.fill, tone))
    for node in every_node(slide.scene.nodes):
        if isinstance(node, Shape):
            yield from of_shape(node)
        elif isinstance(node, Icon):
            yield used("an icon", "shape", theme.paint(node.fill, tone))
        elif isinstance(node, Connector):
            yield used("a tie", "shape", theme.paint(node.line.role, tone))
        elif isinstance(node, TextBox | Table | Chart):
            yield from of_words(node)
