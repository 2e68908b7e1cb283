"""network: a hub and its ties, strong ones near and thick, weak ones far and dashed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from smdeck.fit import text_width
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._styles import label_style, prose_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.text import Block, Inline
from smdeck.scene import Box, Frame, Geometry, Level, Line, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

PILL, PADDING = 38, 16
"""The height of a node and the space beside its words, in points."""

CIRCLE = (
    "M500 0C776 0 1000 224 1000 500C1000 776 776 1000 500 1000"
    "C224 1000 0 776 0 500C0 224 224 0 500 0Z"
)
"""A circle in a square of 1,000 units; a preset ellipse has only eight connection sites."""


SIDES = ((500, 0), (0, 500), (500, 1000), (1000, 500))
"""The first four connection sites of the hub: LibreOffice takes them to be the sides, always."""


class Network(Layout):
    """A hub in the middle of its ties; every line stays glued to the shapes it joins."""

    names = {"de": "Netzwerk", "en": "Network"}
    group = "diagrams"
    example = """\
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
        levels = tuple(level._replace(strong="accent") for level in style.levels)
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
        """Put hub, nodes and ties on the page, the ties behind the shapes they join."""
        hub_box = area.centered(emu(HUB), emu(HUB))
        targets = [nearest_site(box, hub_box.middle) for box in placed]
        sites = tuple(_toward(hub_box, point) for _, point in targets)
        inset = 14.0
        label = Style(
            (Level("inverse", bold=True),),
            page.theme.sizes("cell")[2:],
            "center",
            "middle",
            (inset, inset, inset, inset),
        )
        outline = Geometry(path=CIRCLE, grid=(1000, 1000), sites=(*SIDES, *sites))
        first = len(page.scene.nodes)
        hub = page.shape(hub_box, outline, fill="highlight", text=self.center, style=label)
        pills = [
            self._pill(page, item, box, size) for item, box in zip(self.items, placed, strict=True)
        ]
        shapes = page.scene.nodes[first:]
        del page.scene.nodes[first:]
        for number, (item, pill) in enumerate(zip(self.items, pills, strict=True)):
            site, point = targets[number]
            x, y = sites[number]
            start = (hub_box.x + hub_box.w * x // 1000, hub_box.y + hub_box.h * y // 1000)
            strong = item.tie == "strong"
            line = Line("brand", 3.0) if strong else Line("muted", 1.25, dashed=True)
            tie = page.connect(hub, len(SIDES) + number, pill, site, line, (start, point))
            page.click(tie, pill)
        page.scene.nodes += shapes

    def _pill(self, page: Page, item: Item, box: Box, size: float) -> Shape:
        strong = item.tie == "strong"
        style = Style((Level("inverse" if strong else "text"),), ((size,),), "center", "middle")
        return page.shape(
            box,
            Geometry("roundRect", (("adj", 50_000),)),
            fill="brand" if strong else "card",
            line=None if strong else Line("calm", 1.25),
            text=item.title,
            style=style,
        )

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


TURNS = 12
"""How many turns of the ring are tried."""


def arrange(area: Box, widths: list[int], strong: list[bool]) -> list[Box] | None:
    """Return a box for each node around the middle of an area, or None where they don't fit.

    Strong nodes stand on an inner ellipse and weak ones on an outer. Of the arrangements that
    are tried the one is taken that leaves the most space between all of them.
    """
    hub = area.centered(emu(HUB + 28), emu(HUB + 28))
    mixed = any(strong) and not all(strong)
    best: tuple[float, list[Box]] | None = None
    for reach in (0.5, 0.58, 0.66, 0.8) if mixed else (0.8, 1.0):
        for shares in _turned(strong):
            placed = [
                _on_ellipse(area, width, share, reach if near or not mixed else 1.0)
                for width, share, near in zip(widths, shares, strong, strict=True)
            ]
            space = _space([*placed, hub])
            if space > 0 and (best is None or space > best[0]) and _clear(placed, hub):
                best = space, placed
        if best and best[0] >= emu(14):
            break
    return best[1] if best and best[0] >= emu(5) else None


def _turned(strong: list[bool]) -> Iterator[list[float]]:
    """Return shares of a full turn for the nodes: each its own direction, then ring by ring."""
    count, near = len(strong), sum(strong)
    slots = [n * near // count != (n + 1) * near // count for n in range(count)]
    inner = [n for n, is_near in enumerate(slots) if is_near]
    outer = [n for n, is_near in enumerate(slots) if not is_near]
    for turn in range(TURNS):
        near_slots, far_slots = iter(inner), iter(outer)
        yield [
            (next(near_slots if is_near else far_slots) + turn / TURNS) / count
            for is_near in strong
        ]
    for turn in range(TURNS * TURNS):
        first, second = divmod(turn, TURNS)
        places = {True: 0, False: 0}
        shares = []
        for is_near in strong:
            total, start = (near, first) if is_near else (count - near, second)
            shares.append((places[is_near] + start / TURNS) / total)
            places[is_near] += 1
        yield shares


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
