"""network: a hub and its ties, strong ones near and thick, weak ones far and dashed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from smdeck.fit import text_width
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import label_style, prose_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Block, Inline
from smdeck.scene import Box, Connector, Frame, Geometry, Level, Line, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

PILL, PADDING = 38, 16
"""The height of a node and the space beside its words, in points."""

CIRCLE = (
    "M500 0C776 0 1000 224 1000 500C1000 776 776 1000 500 1000"
    "C224 1000 0 776 0 500C0 224 224 0 500 0Z"
)
"""A circle in a square of 1,000 units; a preset ellipse has only eight connection sites."""


@dataclass(kw_only=True, slots=True)
class Network(Layout):
    """A hub in the middle of its ties; every line stays glued to the shapes it joins."""

    names: ClassVar[dict[str, str]] = {"de": "Netzwerk", "en": "Network"}
    group: ClassVar[str] = "diagrams"
    example: ClassVar[str] = """\
layout: network
title: Die Stärke schwacher Verbindungen
center: Marke
text: |
  **Starke** bleiben erhalten.

  **Schwache** kommen in hoher Zahl hinzu.
items:
  - {title: Familie, tie: strong}
  - {title: Enge Freunde, tie: strong}
  - {title: Kollegin, tie: strong}
  - Schulfreund
  - Brieffreundin
  - Nachbarn
  - Kunde
"""

    title: Inline = key("The slide's message.")
    center: Inline = key("Who or what the ties lead to.")
    items: list[Item] = key(
        "The nodes; `tie: strong` ones stand near.", least=3, most=16, shows="title tie"
    )
    text: Block | None = key("What the picture means, beside it.", None)

    def variant(self) -> Variant:
        return ()

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        words = theme.body.columns((4, 9), emu(30))[0]
        style = prose_style(theme)
        levels = tuple(replace(level, strong="accent") for level in style.levels)
        return (Frame("text", "body", words, Style(levels, theme.sizes("cell", 0, 0)[1:])),)

    def draw(self, page: Page) -> None:
        if self.text:
            page.text("text", self.text)
        else:
            self._legend(page)
        theme = page.theme
        area = theme.body.columns((4, 9), emu(30))[1]
        area = Box(area.x, area.y - emu(14), area.w, area.h + emu(14))
        for (size,) in theme.sizes("label")[1:]:
            widths = [
                emu(text_width(item.title.plain, size, theme, Level()) / 0.95 + 2 * PADDING)
                if item.title else emu(40)
                for item in self.items
            ]  # fmt: skip
            placed = arrange(area, widths, [item.tie == "strong" for item in self.items])
            if placed is not None:
                break
        if placed is None:
            page.talk.findings.error(
                "overflow",
                f"{len(self.items)} nodes of these lengths don't fit around the centre",
                self.at("items"),
                "use shorter names, or fewer of them",
            )
            return
        self._shapes(page, area, placed, size)

    def _shapes(self, page: Page, area: Box, placed: list[Box], size: float) -> None:
        theme = page.theme
        hub_box = area.centered(emu(HUB), emu(HUB))
        targets = [nearest_site(box, hub_box.middle) for box in placed]
        sites = tuple(_toward(hub_box, point) for _, point in targets)
        hub = Shape(
            hub_box, Geometry(path=CIRCLE, grid=(1000, 1000), sites=sites), "highlight",
            name=self.center.plain,
        )  # fmt: skip
        ties, pills = [], []
        for number, (item, box, (site, point)) in enumerate(
            zip(self.items, placed, targets, strict=True)
        ):
            strong = item.tie == "strong"
            style = Style((Level("inverse" if strong else "text"),), ((size,),), "center", "middle")
            pill = page.shape(
                box, Geometry("roundRect", (("adj", 50_000),)),
                fill="brand" if strong else "card",
                line=None if strong else Line("calm", 1.25),
                text=item.title, style=style,
            )  # fmt: skip
            x, y = sites[number]
            start = (hub_box.x + hub_box.w * x // 1000, hub_box.y + hub_box.h * y // 1000)
            line = Line("brand", 3.0) if strong else Line("muted", 1.25, dashed=True)
            tie = page.connect(hub, number, pill, site, line, (start, point))
            pills.append(pill)
            ties.append(tie)
        self._order(page, ties, pills)
        label = Style(
            (Level("inverse", bold=True),), theme.sizes("cell")[2:], "center", "middle",
            (14.0, 14.0, 14.0, 14.0),
        )  # fmt: skip
        placed_hub = page.shape(
            hub.box, hub.geometry, fill="highlight", text=self.center, style=label
        )
        for tie, pill in zip(ties, pills, strict=True):
            tie.start = placed_hub
            page.click(tie, pill)

    def _order(self, page: Page, ties: list[Connector], pills: list[Shape]) -> None:
        """Put the ties behind the nodes."""
        behind = {id(tie) for tie in ties}
        rest = [node for node in page.scene.nodes if id(node) not in behind]
        first = min(n for n, node in enumerate(rest) if node is pills[0])
        page.scene.nodes = [*rest[:first], *ties, *rest[first:]]

    def _legend(self, page: Page) -> None:
        """Say in words what thick and dashed mean, where the slide has no text that does."""
        kinds = {item.tie for item in self.items}
        if len(kinds) < 2:
            return
        box = page.frames["text"].box
        style = label_style(page.theme, "muted", align="left")
        for n, (words, line) in enumerate(
            (
                (page.words.strong_tie, Line("brand", 3.0)),
                (page.words.weak_tie, Line("muted", 1.25, dashed=True)),
            )
        ):
            y = box.y + emu(8 + 34 * n)
            page.shape(Box(box.x, y + emu(13), emu(40), 0), Geometry("line"), line=line)
            label = Box(box.x + emu(54), y, box.w - emu(54), emu(26))
            page.label(label, words, style, group="legend")


HUB = 108
"""The diameter of the hub in points."""


def arrange(area: Box, widths: list[int], strong: list[bool]) -> list[Box] | None:
    """Return a box for each node around the middle of an area, or None where they don't fit.

    Strong nodes stand on an inner ellipse and weak ones on an outer. Of a few turns of each
    against the other, the one is taken that leaves the most space between all of them.
    """
    near = [n for n, is_strong in enumerate(strong) if is_strong]
    far = [n for n, is_strong in enumerate(strong) if not is_strong]
    hub = area.centered(emu(HUB + 28), emu(HUB + 28))
    best: tuple[float, list[Box]] | None = None
    for reach in (0.5, 0.62, 0.8) if far else (0.8, 1.0):
        for inner in range(6 if near else 1):
            for outer in range(8 if far else 1):
                boxes: dict[int, Box] = {}
                for ring, scale, turn in ((near, reach, inner / 6), (far, 1.0, outer / 8)):
                    for position, n in enumerate(ring):
                        share = (position + turn) / len(ring)
                        boxes[n] = _on_ellipse(area, widths[n], share, scale)
                placed = [boxes[n] for n in range(len(widths))]
                space = _space([*placed, hub])
                if space > 0 and (best is None or space > best[0]) and _clear(placed, hub):
                    best = space, placed
        if best and best[0] >= emu(16):
            break
    return best[1] if best and best[0] >= emu(6) else None


def _on_ellipse(area: Box, width: int, share: float, scale: float) -> Box:
    height = emu(PILL)
    angle = 2 * math.pi * share - math.pi / 2
    x, y = area.middle
    across, down = (area.w - width) / 2, (area.h - height) / 2
    center = (x + scale * across * math.cos(angle), y + scale * down * math.sin(angle))
    return Box(round(center[0] - width / 2), round(center[1] - height / 2), width, height)


def _space(boxes: list[Box]) -> float:
    """Return the smallest gap between any two boxes; 0 or less where two overlap."""
    smallest = math.inf
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            across = max(one.x - other.right, other.x - one.right)
            down = max(one.y - other.bottom, other.y - one.bottom)
            smallest = min(smallest, max(across, down))
            if smallest <= 0:
                return smallest
    return smallest


def _clear(boxes: list[Box], hub: Box) -> bool:
    """Return whether no tie runs through another node."""
    start = hub.middle
    for n, box in enumerate(boxes):
        _, end = nearest_site(box, start)
        for m, other in enumerate(boxes):
            if m != n and _crosses(start, end, other):
                return False
    return True


def _crosses(start: tuple[int, int], end: tuple[int, int], box: Box) -> bool:
    steps = 24
    return any(
        box.x <= start[0] + (end[0] - start[0]) * n / steps <= box.right
        and box.y <= start[1] + (end[1] - start[1]) * n / steps <= box.bottom
        for n in range(4, steps)
    )


def nearest_site(box: Box, point: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    """Return the connection site of a rounded rectangle that is nearest to a point.

    Its sites are 0 top, 1 left, 2 bottom, 3 right (presetShapeDefinitions of ECMA-376).
    """
    x, y = box.middle
    sites = ((x, box.y), (box.x, y), (x, box.bottom), (box.right, y))
    return min(enumerate(sites), key=lambda site: math.dist(site[1], point))


def _toward(box: Box, point: tuple[int, int]) -> tuple[int, int]:
    """Return where a circle in a box is left toward a point, in a grid of 1,000 units."""
    x, y = box.middle
    angle = math.atan2(point[1] - y, point[0] - x)
    return round(500 + 500 * math.cos(angle)), round(500 + 500 * math.sin(angle))
