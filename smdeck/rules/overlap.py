"""Overlap: words that run into other words, or that something else covers in part.

**What it does:** looks where the words of a text really stand, line by line, and what else stands there: other words, icons, pictures, charts, tables, shapes.
Words wholly inside of a shape or picture that lies behind them stand on it, and do not overlap. Boxes may overlap as long as their words do not.

**Why it is bad:** two things at one place, and neither can be read. It looks like an accident.

**What to do:** where texts stand is up to the theme: part the boxes of its `grid`, or the placeholders of the template. A shorter text helps this
slide alone. The words of a chart, of its bands as of the names of its lines, stand where its figures are: shorten or leave out one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, display_name, merge_repeats
from smdeck.checking.extents import extent, line_boxes, words_box
from smdeck.checking.rule import Limits
from smdeck.fit.fitting import every_node
from smdeck.scene import Box, Chart, Icon, Picture, Shape, SlideLayout, Table, TextBox
from smdeck.scene.outlined import fills_box, is_outlined, reaches
from smdeck.theme import Theme
from smdeck.units import emu

TOLERATED = emu(2)
"""How far boxes around letters may reach into something: most letters are smaller than that."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield what words of the slides run into, once for each two things of a layout."""
    yield from merge_repeats("overlap", _found(talk))


def _found(talk: CheckedDeck) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    for slide in talk.fitting:
        for text, name in _overlaps(slide, talk.theme):
            verb = "run" if text.name == "items" else "runs"
            said = f"the {display_name(text)} {verb} into the {name}"
            issue = slide.issue("warning", said, slide.at(text), _help(text))
            yield (slide.scene.slide_layout.name, text.name, name), slide, issue


OF_CHARTS = ("band", "series", "rows", "ends", "scales", "target")
"""The groups of words that a chart puts where its figures are, which no theme moves."""


def _help(text: TextBox) -> str:
    if text.placeholder is None and text.group in OF_CHARTS:
        return "it stands where the figures of the chart are: use fewer words, or leave one out"
    return "use fewer words, or part them in the theme's `grid` or the template"


def _overlaps(slide: CheckedSlide, theme: Theme) -> Iterator[tuple[TextBox, str]]:
    """Yield the texts of a slide with the names of what they run into."""
    slide_layout, nodes = slide.scene.slide_layout, slide.scene.nodes
    if _is_apart(slide_layout) and all(
        isinstance(node, TextBox) and (node.placeholder or node.kind != "text") for node in nodes
    ):
        return
    boxes = [node for node in nodes if isinstance(node, TextBox)]
    if len(boxes) == len(nodes):
        yield from _of_words([box for box in boxes if box.kind == "text"], slide_layout, theme)
        return
    drawn: list[tuple[str, Box]] = []
    texts: list[TextBox] = []
    covering: set[int] = set()  # the texts of shapes that cover whatever lies below these
    outlined: list[Shape] = []
    for node in every_node(nodes):
        if isinstance(node, Shape) and node.text and node.fill and node.alpha == 100:
            covering.add(id(node.text))
        if isinstance(node, TextBox) and node.kind == "text":
            lower = (*_below(slide_layout, node.box), *drawn)
            below = () if id(node) in covering else lower
            yield from ((node, name) for name, box in below if _stands_on(node, box, theme))
            yield from ((node, one.name) for one in outlined if _runs_over(node, one, theme))
            yield from ((node, display_name(other)) for other in texts if _meet(node, other, theme))
            texts.append(node)
        elif isinstance(node, Shape) and node.fill and is_outlined(node):
            yield from ((one, node.name) for one in texts if _lies_over(node, one, theme))
            outlined.append(node)
        elif isinstance(node, Icon | Picture | Chart | Table) or (
            isinstance(node, Shape) and node.fill
        ):
            free = node.free if isinstance(node, Chart) else None
            yield from (
                (one, node.name)
                for one in texts
                if _covers(node.box, one, theme) and not (free and free.holds(extent(one, theme)))
            )
            drawn.append((node.name, node.box))


def _of_words(
    texts: Sequence[TextBox], slide_layout: SlideLayout, theme: Theme
) -> Iterator[tuple[TextBox, str]]:
    """Yield the texts of a slide that has nothing else, with the names of what they run into."""
    for number, below, before in _near(slide_layout, tuple([text.box for text in texts])):
        text = texts[number]
        yield from ((text, name) for name, box in below if _stands_on(text, box, theme))
        yield from ((text, display_name(texts[n])) for n in before if _meet(text, texts[n], theme))


@lru_cache(maxsize=1024)
def _near(
    slide_layout: SlideLayout, boxes: tuple[Box, ...]
) -> tuple[tuple[int, tuple[tuple[str, Box], ...], tuple[int, ...]], ...]:
    """Return which of the boxes of a slide's texts lie on what a slide layout draws, or on boxes
    before them: the number of each, the former and the numbers of the latter."""
    found = []
    for n, box in enumerate(boxes):
        below = _below(slide_layout, box)
        before = tuple(m for m in range(n) if boxes[m].overlaps(box))
        if below or before:
            found.append((n, below, before))
    return tuple(found)


@lru_cache(maxsize=256)
def _is_apart(slide_layout: SlideLayout) -> bool:
    """Return whether nothing of a layout overlaps: its texts do not either, wherever they end."""
    boxes = [spec.box for spec in slide_layout.placeholders]
    pairs = combinations((*boxes, slide_layout.foot), 2)
    drawn = [box for _, box in _of_layout(slide_layout)]
    return not any(one.overlaps(other) for one, other in pairs) and all(
        box.holds(one) or not box.overlaps(one) for box in drawn for one in boxes
    )


@lru_cache(maxsize=4096)
def _below(slide_layout: SlideLayout, box: Box) -> tuple[tuple[str, Box], ...]:
    """Return what a slide layout draws where a box is: most words of a deck stand in few boxes."""
    return tuple((name, one) for name, one in _of_layout(slide_layout) if one.overlaps(box))


def _of_layout(slide_layout: SlideLayout) -> list[tuple[str, Box]]:
    """Return what a slide layout draws beside its art: logos, bars and tiles."""
    drawn = [(logo.name, logo.box) for logo in slide_layout.logos]
    drawn += [(shape.name, shape.box) for shape in slide_layout.decor if shape.fill]
    if slide_layout.tiled:
        drawn += [
            (f"tile {spec.name}", spec.box) for spec in slide_layout.placeholders if spec.fill
        ]
    return drawn


def _stands_on(text: TextBox, box: Box, theme: Theme) -> bool:
    """Return whether words run over the edge of what lies below them."""
    if not box.overlaps(text.box) or box.holds(words_box(text)):
        return False
    if box.x <= text.box.x and box.right >= text.box.right:  # a band behind some of its lines
        return any(_much(box, line) and not box.holds(line) for line in line_boxes(text, theme))
    return _covers(box, text, theme) and not box.holds(extent(text, theme))


def _covers(box: Box, text: TextBox, theme: Theme) -> bool:
    """Return whether a box shares more with the letters of a text than is tolerated."""
    return box.overlaps(words_box(text)) and any(
        _much(box, line) for line in line_boxes(text, theme)
    )


def _runs_over(text: TextBox, shape: Shape, theme: Theme) -> bool:
    """Return whether words run over the edges of a shape with ragged edges below them."""
    return any(
        reaches(shape, line) and not fills_box(shape, line)
        for line in line_boxes(text, theme)
        if shape.box.overlaps(line)
    )


def _lies_over(shape: Shape, text: TextBox, theme: Theme) -> bool:
    """Return whether a shape with ragged edges covers words below it."""
    return any(reaches(shape, line) for line in line_boxes(text, theme) if shape.box.overlaps(line))


def _meet(one: TextBox, other: TextBox, theme: Theme) -> bool:
    """Return whether the letters of two texts share a place."""
    return one.box.overlaps(other.box) and any(
        _covers(line, other, theme) for line in line_boxes(one, theme)
    )


def _much(one: Box, other: Box) -> bool:
    shared = one.common(other)
    return shared is not None and min(shared.w, shared.h) > TOLERATED
