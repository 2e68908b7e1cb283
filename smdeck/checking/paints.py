"""Paints: every colour of a slide with what it is used for, as a brand's house rules ask it."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Iterator
from typing import NamedTuple

from smdeck.checking.deck import CheckedDeck, CheckedSlide
from smdeck.checking.looks import looks_of
from smdeck.findings import Place
from smdeck.fit.fitting import every_node
from smdeck.scene import Chart, Connector, Icon, Paint, Shape, Table, TextBox
from smdeck.theme import Theme
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
    yield Used("the background", "ground", theme.slot_color("bg1", tone), False, slide.place)
    slide_layout = slide.scene.slide_layout
    for shape in slide_layout.decor:
        yield from _of_shape(shape, slide, theme)
    for spec in slide_layout.placeholders:
        if spec.fill:
            paint = theme.paint(spec.fill, tone)
            yield _used("a tile", "shape", paint=paint, slide=slide, theme=theme, place=slide.place)
    for node in every_node(slide.scene.nodes):
        if isinstance(node, Shape):
            yield from _of_shape(node, slide, theme)
        elif isinstance(node, Icon):
            paint = theme.paint(node.fill, tone)
            yield _used(
                "an icon", "shape", paint=paint, slide=slide, theme=theme, place=slide.place
            )
        elif isinstance(node, Connector):
            paint = theme.paint(node.line.role, tone)
            yield _used("a tie", "shape", paint=paint, slide=slide, theme=theme, place=slide.place)
        elif isinstance(node, TextBox | Table | Chart):
            yield from _of_words(node, slide, theme)


def _of_words(node: TextBox | Table | Chart, slide: CheckedSlide, theme: Theme) -> Iterator[Used]:
    place = slide.at(node) if isinstance(node, TextBox) else slide.place
    for words in looks_of(node, slide, theme):
        if isinstance(words.paint, Paint):
            yield _used(
                words.what, "text", paint=words.paint, slide=slide, theme=theme, place=place
            )
        else:
            yield Used(words.what, "text", words.paint, False, place)
    for mark in node.marks if isinstance(node, Chart) else ():
        yield _used(
            f"`{mark.name}` in the chart",
            "chart",
            paint=mark.paint,
            slide=slide,
            theme=theme,
            place=place,
        )


def _of_shape(shape: Shape, slide: CheckedSlide, theme: Theme) -> Iterator[Used]:
    """Yield the fill of a shape, scrims over pictures aside, and its line."""
    if shape.fill and not shape.fade:
        paint = shape.fill_paint(theme.paint(shape.fill, slide.tone))
        yield _used("a shape", "shape", paint=paint, slide=slide, theme=theme, place=slide.place)
    if shape.line:
        paint = theme.paint(shape.line.role, slide.tone)
        yield _used("a line", "shape", paint=paint, slide=slide, theme=theme, place=slide.place)


def _used(
    what: str, use: str, paint: Paint, slide: CheckedSlide, theme: Theme, place: Place | None
) -> Used:
    altered = bool(paint.lighter or paint.darker or paint.alpha < 100)
    return Used(what, use, theme.slot_color(paint.slot, slide.tone), altered, place)
