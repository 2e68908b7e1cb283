"""Flow words: how large the nodes, edges' words and groups' names of a flowchart are at a size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from smdeck.compose.type import Type, ladder, style_of
from smdeck.fit.measure import SLACK, measured, typed
from smdeck.mermaid.flowchart import Flowchart
from smdeck.model.text import Paragraph, Run
from smdeck.page.diagrams.outlines import Span, around_words
from smdeck.scene import Style
from smdeck.theme import Theme
from smdeck.theme.theme import TextColors

NODE, LABEL, SMALL = Type("item", 32), Type("label", 24, 14), Type("label", 16, 14)
"""The sizes of words in nodes, of those at edges and over groups, and of words in many nodes."""

FEW, LARGE = 5, Type("item", 44, 32)
"""Up to so many nodes have larger words."""

SMALLEST = 18.0
"""Below this size words are only looked up, as those in charts."""

PLAIN = TextColors("text", "muted", "accent")


def node_style(theme: Theme, colors: TextColors, size: float) -> Style:
    """Return how words stand in a node at a size in points."""
    style = style_of(
        theme,
        "head",
        head=NODE,
        text=NODE,
        colors=colors,
        color="text",
        align="center",
        anchor="middle",
        leading=0.95,
    )
    return style._replace(sizes=((size,),))


def edge_label_style(
    theme: Theme, size: float, align: str = "center", anchor: str = "middle"
) -> Style:
    """Return how words stand at an edge at a size in points."""
    style = style_of(
        theme,
        "prose",
        head=LABEL,
        text=LABEL,
        colors=PLAIN,
        color="muted",
        align=align,
        anchor=anchor,
    )
    return style._replace(sizes=((size,) * len(style.sizes[0]),))


def sizes_of(theme: Theme, nodes: int = FEW + 1) -> tuple[float, ...]:
    """Return the sizes that words in so many nodes may have in points, the largest first."""
    usual, small = ladder(theme, NODE), (size for size in ladder(theme, SMALL) if size < SMALLEST)
    large = (size for size in ladder(theme, LARGE) if size > usual[0]) if nodes <= FEW else ()
    return (*large, *usual, *small)


def label_size(theme: Theme, size: float) -> float:
    """Return the size of words at edges, beside nodes whose words have a size."""
    steps = ladder(theme, LABEL)
    return next((step for step in steps if step <= 0.85 * size), steps[-1])


def paragraphs_of(words: str) -> list[Paragraph]:
    """Return words of a diagram as paragraphs: a line of the author's each."""
    return [Paragraph((Run(line),)) for line in words.split("\n")]


class LabelSize(NamedTuple):
    """How large words are in points, and whether one of them is wider than was allowed."""

    wide: float
    high: float
    lines: int


@lru_cache(maxsize=4096)
def measure(words: str, style: Style, theme: Theme, most: float) -> LabelSize:
    """Return how large words are in lines of `most` points, or of their longest word."""
    if not words:
        return LabelSize(0.0, 0.0, 0)
    texts = [typed(paragraph, theme, style.levels[0]) for paragraph in paragraphs_of(words)]
    size = style.sizes[0][0]
    tracking = theme.type.letter_spacing(size)
    longest = max(
        (word.width + tracking * len(word.text)) * size for text in texts for word in text.words
    )
    room = max(most, (longest + 0.5) / SLACK)
    found = measured(texts, style, style.sizes[0], room, theme)
    lines = sum(map(len, found.lines))
    low, high = (longest + 0.5) / SLACK, room
    for _ in range(7):  # as narrow as it can be in as many lines
        middle = (low + high) / 2
        narrower = measured(texts, style, style.sizes[0], middle, theme)
        if narrower.long_word or sum(map(len, narrower.lines)) > lines:
            low = middle
        else:
            high = middle
    found = measured(texts, style, style.sizes[0], high, theme)
    return LabelSize(high + 1, found.height, lines)


def node_sizes(
    flow: Flowchart, theme: Theme, size: float, most: Sequence[float], roomy: float
) -> list[Span]:
    """Return width and height of each node; `most` is how wide its words may be."""
    style = node_style(theme, PLAIN, size)
    found = []
    for node, limit in zip(flow.nodes.values(), most, strict=True):
        share = 0.62 if node.outline == "decision" else 0.8 if node.outline == "circle" else 1
        words = measure(node.words, style, theme, share * limit)
        wide, high = around_words(node.outline, words[:2], roomy)
        found.append((max(wide, 2.2 * size), high))
    return found
