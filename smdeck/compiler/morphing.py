"""Morphing: what is the same on neighbouring slides has one name, by which PowerPoint moves it.

PowerPoint pairs shapes whose names begin with `!!` and are equal. The same words, icon, picture,
chart, node or tie has such a name on both slides: a row of an agenda becomes the title of its
section, a card opens, a network grows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from smdeck.page import Layout
from smdeck.scene import (
    Chart,
    Connector,
    Group,
    Icon,
    Picture,
    SceneNode,
    Shape,
    SlideScene,
    Table,
    TextBox,
)

LONGEST = 60
"""How many characters of its words a name has."""


def let_move(slides: Sequence[Layout], usual: str) -> None:
    """Tell slides that are morphed from or to: their diagrams are no groups, which move as one."""
    shown = [slide for slide in slides if not slide.hidden]
    for before, after in pairwise(shown):
        if (after.transition or usual) == "morph":
            before.moves = after.moves = True


def name_pairs(scenes: Sequence[SlideScene]) -> None:
    """Name what slides have in common with the one before, where that becomes the other."""
    shown = [scene for scene in scenes if not scene.hidden]
    for before, after in pairwise(shown):
        if after.transition != "morph":
            continue
        first, second = _identities(before), _identities(after)
        for name in first.keys() & second.keys():
            before.moving[id(first[name])] = name
            after.moving[id(second[name])] = name


def _identities(scene: SlideScene) -> dict[str, SceneNode]:
    """Return the nodes of a slide by what they are; the second of a kind has its number."""
    found: dict[str, SceneNode] = {}
    known: Counter[str] = Counter()
    for node, what in _named(scene):
        known[what] += 1
        found[f"!!{what}" + f" {known[what]}" * (known[what] > 1)] = node
    return found


def _named(scene: SlideScene) -> Iterator[tuple[SceneNode, str]]:
    """Yield the nodes of a slide that may be found on another one, each with what it is."""
    for node in scene.nodes:
        match node:
            case TextBox() if node.kind in ("text", "ornament"):
                yield node, _short("words", node.paragraphs[0].plain)
            case Shape():
                said = node.text.paragraphs[0].plain if node.text else node.name
                yield node, _short("shape", said)
            case Icon():
                yield node, f"icon {node.icon}"
            case Picture():
                yield node, _short("picture", node.image.file)
            case Chart():
                data = node.data.data
                yield node, _short("chart", ", ".join([*data.series, *data.points]))
            case Table():
                yield node, _short("table", ", ".join(one.plain for one in node.columns))
            case Connector() | Group():
                yield node, _short("part", node.name)


def _short(kind: str, words: str) -> str:
    return f"{kind} {' '.join(words.split())[:LONGEST]}"
