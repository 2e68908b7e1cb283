"""network: a hub and its ties, strong ones near and thick, weak ones far and dashed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from smdeck.fit import text_width
from smdeck.layouts._layout import Layout, Variant
from smdeck.layouts._page import Page
from smdeck.layouts._shapes import pill_geometry
from smdeck.layouts._styles import label_style, prose_style
from smdeck.model.decode import key
from smdeck.model.records import Item
from smdeck.model.scripts import unbroken
from smdeck.model.text import Block, Inline
from smdeck.scene import Box, Frame, Geometry, Level, Line, Shape, Style
from smdeck.theme import Theme
from smdeck.units import emu

PILL, PADDING = 38, 16
"""The height of a node and the space beside its words, in points."""

SHARES = (3.3, 9.7)
"""How text and diagram share the width."""

CIRCLE = (
    "M500 0C776 0 1000 224 1000 500C1000 776 776 1000 500 1000"
    "C224 1000 0 776 0 500C0 224 224 0 500 0Z"
)
"""A circle in a square of 1,000 units; a preset ellipse has only eight connection sites."""


SIDES = ((500, 0), (0, 500), (500, 1000), (1000, 500))
"""The first four connection sites of the hub: LibreOffice takes them to be the sides, always."""


class Network(Layout):
    """A hub in the middle of its ties; every line stays glued to the shapes it joins."""

    names = {
        "de": "Netzwerk", "en": "Network", "es": "Red",
        "fr": "Réseau", "it": "Rete", "nl": "Netwerk", "pl": "Sieć",
    }  # fmt: skip
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
        words = theme.body.columns(SHARES, emu(28))[0]
        style = prose_style(theme)
        levels = tuple(level._replace(strong="accent") for level in style.levels)
        return (Frame("text", "body", words, Style(levels, theme.sizes("cell", 0, 0)[1:])),)

    def draw(self, page: Page) -> None:
        if self.text:
            page.text("text", self.text)
        else:
            self._legend(page)
        theme = page.theme
        area = theme.body.columns(SHARES, emu(28))[1]
        area = Box(area.x, area.y - emu(16), area.w, area.h + emu(16))
        strong = [item.tie == "strong" for item in self.items]
        hub = area.centered(*(2 * (emu(self._hub_size(theme)),)))
        for (size,) in theme.sizes("label")[1:]:
            widths = [self._width(item, size, theme) for item in self.items]
            placed = arrange(area, hub, widths, strong)
            if placed is not None:
                self._shapes(page, hub, placed, size)
                return
        page.talk.findings.error(
            "overflow",
            f"{len(self.items)} nodes of these lengths don't fit around the centre",
            self.at("items"),
            "use shorter names, or fewer of them",
        )

    def _hub_size(self, theme: Theme) -> float:
        """Return the diameter of the hub in points: as wide as its longest word needs."""
        level = Level(bold=True)
        smallest = theme.sizes("cell")[-1][0]
        words = unbroken(self.center.plain)
        widest = max((text_width(word, smallest, theme, level) for word in words), default=0.0)
        return min(HUB[1], max(HUB[0], widest / 0.95 + 2 * HUB_INSET + 2))

    def _width(self, item: Item, size: float, theme: Theme) -> int:
        text = item.title.plain if item.title else ""
        return emu(max(text_width(text, size, theme, Level()) / 0.95 + 2 * PADDING, 64))

    def _shapes(self, page: Page, hub_box: Box, placed: list[Box], size: float) -> None:
        """Put hub, nodes and ties on the page, the ties behind the shapes they join."""
        targets = [facing_site(box, hub_box.middle) for box in placed]
        sites = tuple(_toward(hub_box, point) for _, point in targets)
        inset = HUB_INSET
        label = Style(
            (Level(page.theme.inks("highlight", page.scene.tone).text, bold=True),),
            page.theme.sizes("cell")[1:],
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
        ink = page.theme.inks("brand" if strong else "card", page.scene.tone).text
        style = Style((Level(ink),), ((size,),), "center", "middle")
        return page.shape(
            box,
            pill_geometry(page.theme),
            fill="brand" if strong else "card",
            line=None if strong else _outline(page.theme),
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
            y = box.y + emu(8 + 40 * n)
            page.shape(Box(box.x, y + emu(18), emu(40), 0), Geometry("line"), line=line)
            label = Box(box.x + emu(54), y, box.w - emu(54), emu(36))
            page.label(label, words, style, group="legend")


def _outline(theme: Theme) -> Line:
    """Return the line around a weak tie's node: calm, or that of the theme's frames."""
    if theme.look.cards == "framed":
        return Line("line", max(1.25, theme.rule / 2))
    return Line("calm", 1.25)


HUB = (108.0, 150.0)
"""The smallest and the largest diameter of the hub in points."""

HUB_INSET = 10.0
"""The space between the hub's outline and its words, in points."""

NEAR, FAR = 40.0, 54.0
"""How long every strong tie is, and at least a weak one, in points."""

TURNS = 24
"""How many turns of the nodes around the hub are tried."""


def arrange(area: Box, hub: Box, widths: list[int], strong: list[bool]) -> list[Box] | None:
    """Return a box for each node around a hub in an area, or None where they don't fit.

    Strong ties are all of one length and weak ones longer, as long as the area allows. Each node
    has a direction of its own; of the turns that are tried the one is taken that leaves the most
    space. Many nodes, which find none, stand in two stacks beside the hub.
    """
    best: tuple[float, list[Box]] | None = None
    for directions in _directions(strong, widths):
        placed = [
            _near(hub, width, angle) if near else _far(area, width, angle)
            for width, angle, near in zip(widths, directions, strong, strict=True)
        ]
        weak = [box for box, near in zip(placed, strong, strict=True) if not near]
        if any(_tie_length(hub, box) < emu(FAR) for box in weak):
            continue
        space = _space([*placed, hub])
        if space > (best[0] if best else emu(6)) and _clear(placed, hub):
            best = space, placed
    return best[1] if best else _stacks(area, hub, widths, strong)


def _directions(strong: list[bool], widths: list[int]) -> Iterator[list[float]]:
    """Return angles for the nodes, strong ones spread among the others, turned bit by bit.

    Beside the hub there is least room, so that the shortest names stand there.
    """
    total, near = len(strong), sum(strong)
    slots = [n * near // total != (n + 1) * near // total for n in range(total)]
    for turn in range(TURNS):
        angles = [2 * math.pi * (n + turn / TURNS) / total - math.pi / 2 for n in range(total)]
        directions = [0.0] * total
        for is_near in (True, False):
            free = sorted(
                (angle for angle, slot in zip(angles, slots, strict=True) if slot == is_near),
                key=lambda angle: round(abs(math.cos(angle)), 6),
            )
            members = sorted(
                (n for n in range(total) if strong[n] == is_near), key=lambda n: -widths[n]
            )
            for n, angle in zip(members, free, strict=True):
                directions[n] = angle
        yield directions


def _near(hub: Box, width: int, angle: float) -> Box:
    """Return a node's box in a direction, a strong tie away from the hub."""
    reach = hub.w / 2 + emu(NEAR)
    across, down = reach * math.cos(angle), reach * math.sin(angle)
    x, y = hub.middle[0] + across, hub.middle[1] + down
    height = emu(PILL)
    if abs(down) > 0.6 * abs(across):  # it meets the upper or lower edge
        return Box(round(x - width / 2), round(y if down > 0 else y - height), width, height)
    return Box(round(x if across > 0 else x - width), round(y - height / 2), width, height)


def _far(area: Box, width: int, angle: float) -> Box:
    """Return a node's box in a direction, as far as the area allows."""
    height = emu(PILL)
    x = area.middle[0] + (area.w - width) / 2 * math.cos(angle)
    y = area.middle[1] + (area.h - height) / 2 * math.sin(angle)
    return Box(round(x - width / 2), round(y - height / 2), width, height)


def _tie_length(hub: Box, box: Box) -> float:
    """Return how long the tie from the hub's outline to a node is, in EMU."""
    return math.dist(facing_site(box, hub.middle)[1], hub.middle) - hub.w / 2


def _stacks(area: Box, hub: Box, widths: list[int], strong: list[bool]) -> list[Box] | None:
    """Return the nodes in a stack on each side, strong ones in the middle and nearer."""
    order = sorted(range(len(widths)), key=lambda n: not strong[n])
    boxes: dict[int, Box] = {}
    for side in (0, 1):
        members = order[side::2]
        pitch = min(area.h // max(1, len(members)), emu(PILL + 26))
        if pitch < emu(PILL + 5):
            return None
        rows = sorted(range(len(members)), key=lambda row: abs(row - (len(members) - 1) / 2))
        top = area.middle[1] - pitch * len(members) // 2 + (pitch - emu(PILL)) // 2
        for n, row in zip(members, rows, strict=True):
            gap = emu(NEAR if strong[n] else 1.6 * NEAR + 10)
            x = hub.right + gap if side == 0 else hub.x - gap - widths[n]
            boxes[n] = Box(x, top + row * pitch, widths[n], emu(PILL))
    placed = [boxes[n] for n in range(len(widths))]
    inside = all(area.x <= box.x and box.right <= area.right for box in placed)
    return placed if inside and _space([*placed, hub]) > 0 else None


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
        _, end = facing_site(box, start)
        for m, other in enumerate(boxes):
            if m != n and _crosses(start, end, other):
                return False
    return True


def _crosses(start: tuple[int, int], end: tuple[int, int], box: Box) -> bool:
    steps, margin = 24, emu(4)
    box = box.inset(-margin, -margin, -margin, -margin)
    return any(
        box.x <= start[0] + (end[0] - start[0]) * n / steps <= box.right
        and box.y <= start[1] + (end[1] - start[1]) * n / steps <= box.bottom
        for n in range(4, steps)
    )


def facing_site(box: Box, point: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    """Return the connection site of a node that faces a point.

    A rounded rectangle's sites are 0 top, 1 left, 2 bottom, 3 right (presetShapeDefinitions of
    ECMA-376).
    """
    x, y = box.middle
    above, below = box.bottom <= point[1], box.y >= point[1]
    inner = (x, box.bottom if above else box.y)
    if (above or below) and abs(inner[1] - point[1]) > 0.6 * abs(x - point[0]):
        return (2 if above else 0), inner
    return (3, (box.right, y)) if x < point[0] else (1, (box.x, y))


def _toward(box: Box, point: tuple[int, int]) -> tuple[int, int]:
    """Return where a circle in a box is left toward a point, in a grid of 1,000 units."""
    x, y = box.middle
    angle = math.atan2(point[1] - y, point[0] - x)
    return round(500 + 500 * math.cos(angle)), round(500 + 500 * math.sin(angle))
