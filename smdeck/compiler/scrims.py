"""Scrims: what darkens a picture behind words is only as strong as these need it.

How strong that is depends on the picture and on where words stand, so it is known when they are
set. The scrim of a layout is the strongest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from smdeck.checking.backdrop import backdrops
from smdeck.checking.deck import CheckedSlide
from smdeck.checking.limits import limits_of
from smdeck.checking.looks import looks_of
from smdeck.checking.rule import rules
from smdeck.findings import Findings
from smdeck.page import Layout
from smdeck.rules.contrast import worst
from smdeck.scene import Fade, Picture, SceneNode, Shape, SlideScene
from smdeck.theme import Theme

STRENGTHS = (0.4, 0.55, 0.7, 0.85)
"""The shares of a scrim's strength that are tried, the faintest first."""

COMFORT = 1.4
"""How many times the contrast that the rule asks for words have on a scrim made fainter."""


def ease_scrims(slides: Sequence[Layout], scenes: Sequence[SlideScene], theme: Theme) -> None:
    """Make the scrims over pictures as faint as words on them allow."""
    least = None
    for slide, scene in zip(slides, scenes, strict=True):
        at = _scrim_at(scene)
        if at is None:
            continue
        least = least or limits_of(rules(), theme, Findings())["contrast"]
        _ease(slide, scene, at, theme, (COMFORT * least["large"], COMFORT * least["error"]))


def _scrim_at(scene: SlideScene) -> int | None:
    """Return where among a slide's nodes the scrim stands: a shape that fades, over a picture."""
    for number, (below, node) in enumerate(pairwise(scene.nodes), 1):
        if isinstance(node, Shape) and node.fade and isinstance(below, Picture):
            return number if below.image.size and below.box.holds(node.box) else None
    return None


def _ease(
    slide: Layout, scene: SlideScene, at: int, theme: Theme, least: tuple[float, float]
) -> None:
    """Make the scrim of a slide as faint as it may be, for large words and for others."""
    strongest = scene.nodes[at]
    assert isinstance(strongest, Shape)
    assert strongest.fade
    for share in STRENGTHS:
        stops = tuple((place, round(share * much, 2)) for place, much in strongest.fade.stops)
        scene.nodes[at] = strongest._replace(fade=Fade(stops, strongest.fade.way))
        if _is_readable(CheckedSlide(0, slide, scene, set()), theme, least):
            _click_on(scene, strongest, scene.nodes[at])
            return
    scene.nodes[at] = strongest


def _click_on(scene: SlideScene, before: SceneNode, node: SceneNode) -> None:
    """Have a node appear where the one did that it takes the place of."""
    scene.clicks = [
        click._replace(nodes=tuple(node if one is before else one for one in click.nodes))
        for click in scene.clicks
    ]


def _is_readable(slide: CheckedSlide, theme: Theme, least: tuple[float, float]) -> bool:
    """Return whether all words have the contrast that they need to what lies behind them."""
    large, small = least
    return all(
        worst(words, slide.tone, behind, theme).ratio >= (large if words.large else small)
        for node, behind in backdrops(slide, theme)
        for words in looks_of(node, slide, theme)
    )
