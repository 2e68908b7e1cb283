"""The maker of the art of the themes that ship: SVGs in their colours, and the PNG of each.

    python docs/make_theme_art.py [THEME…]

`schlicht` has bars whose widths double, `feuilleton` balls of halftone, `buehne` beams of light,
curtains and the heads of the audience, `plakat` large discs. Lengths are points on a slide of
960 × 540.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from math import hypot, sqrt
from pathlib import Path

from smdeck.findings import Findings
from smdeck.pictures.drawing import draw as png_of
from smdeck.source import Mapping as Node
from smdeck.source import Scalar, read
from smdeck.theme.folders import themes_folder

Box = tuple[float, float, float, float]
Colors = Mapping[str, str]
"""The palette of a theme as hex colours."""

SLIDE: Box = (0, 0, 960, 540)

BARS = (1.5, 3, 6, 12, 24, 48, 96)
"""The widths of the bars of `schlicht`: each is twice as wide as the one before."""


class Drawing:
    """An SVG that grows element by element."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self._drawn: list[str] = []
        self._fades = 0

    def add(self, element: str) -> None:
        """Draw an element over what is there."""
        self._drawn.append(element)

    def rect(self, x: float, y: float, w: float, h: float, fill: str) -> None:
        """Draw a rectangle."""
        self.add(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}"/>')

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a disc."""
        self.add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"/>')

    def pool(self, x: float, y: float, wide: float, fill: str, alpha: float) -> None:
        """Draw the pool of light that a beam ends in."""
        self.add(
            f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide / 2:g}" ry="{0.045 * wide:g}" '
            f'fill="{fill}" fill-opacity="{alpha}"/>'
        )

    def path(self, path: str, fill: str) -> None:
        """Draw an outline."""
        self.add(f'<path d="{path}" fill="{fill}"/>')

    def fade(
        self, fill: str, start: float, end: float, way: str = "down", other: str | None = None
    ) -> str:
        """Return the name of a fill of two stops, from one opacity and colour to the other."""
        self._fades += 1
        ends = 'x1="0" y1="0" x2="1" y2="0"' if way == "right" else 'x1="0" y1="0" x2="0" y2="1"'
        self.add(
            f'<defs><linearGradient id="f{self._fades}" {ends}>'
            f'<stop offset="0" stop-color="{fill}" stop-opacity="{start}"/>'
            f'<stop offset="1" stop-color="{other or fill}" stop-opacity="{end}"/>'
            "</linearGradient></defs>"
        )
        return f"url(#f{self._fades})"

    @property
    def svg(self) -> str:
        """The whole file."""
        x, y, w, h = self.box
        view = f"{x:g} {y:g} {w:g} {h:g}"
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
        return "\n".join([head, *self._drawn, "</svg>", ""])


# schlicht


def bars(drawing: Drawing, x: float, y: float, high: float, fill: str, gap: float) -> float:
    """Draw the bars from the left, and return where the next one would begin."""
    for wide in BARS:
        drawing.rect(x, y, wide, high, fill)
        x += wide + gap
    return x


def schlicht_title(drawing: Drawing, colors: Colors) -> None:
    """Draw bars of full height that run off the right edge."""
    end = bars(drawing, 548, 0, 540, colors["blau"], 18)
    drawing.rect(end, 0, 960 - end, 540, colors["blau"])


def schlicht_strip(drawing: Drawing, colors: Colors) -> None:
    """Draw a strip of bars that goes on to the right margin."""
    end = bars(drawing, 44, 44, 34, colors["blau"], 10.4)
    drawing.rect(end, 44, 192, 34, colors["blau"])
    drawing.rect(end + 202.4, 44, 916 - end - 202.4, 34, colors["blau"])


def schlicht_column(drawing: Drawing, colors: Colors) -> None:
    """Draw a plane with bars at its foot."""
    drawing.rect(0, 0, 382, 540, colors["nebel"])
    bars(drawing, 44, 360, 132, colors["blau"], 12)


# feuilleton


def ball(
    drawing: Drawing, x: float, y: float, radius: float, fill: str, pitch: float, light: float = -1
) -> None:
    """Draw a ball of dots on a grid at 45°; the light falls from the left, or right with 1."""
    step, dots = pitch / sqrt(2), []
    reach = int(radius / step) + 2
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            dx, dy = i * step, j * step
            away = hypot(dx, dy)
            if (i + j) % 2 or away > radius - 0.15 * pitch:
                continue
            height = sqrt(max(0.0, 1 - (away / radius) ** 2))
            lit = 0.45 * light * dx / radius - 0.55 * dy / radius + 0.7 * height
            size = 0.72 * pitch * (0.12 + 0.54 * (1 - min(1.0, max(0.0, lit))))
            dots.append(
                f"M{x + dx - size:.1f} {y + dy:.1f}a{size:.2f} {size:.2f} 0 1 0 {2 * size:.2f} 0"
                f"a{size:.2f} {size:.2f} 0 1 0 {-2 * size:.2f} 0z"
            )
    drawing.path("".join(dots), fill)


def screen(drawing: Drawing, x: float, y: float, radius: float, fill: str, pitch: float) -> None:
    """Draw a ball of lines, thicker towards its foot."""
    for n in range(int(2 * radius / pitch)):
        down = -radius + pitch * (n + 0.5)
        half, weight = sqrt(radius**2 - down**2), 0.8 + 2.6 * (down + radius) / (2 * radius)
        drawing.rect(round(x - half, 1), round(y + down, 1), round(2 * half, 1), weight, fill)


def masthead(drawing: Drawing, colors: Colors) -> None:
    """Draw the two rules at the head of a front page."""
    drawing.rect(60, 34, 840, 4, colors["tinte"])
    drawing.rect(60, 41.6, 840, 0.75, colors["tinte"])


def feuilleton_title(drawing: Drawing, colors: Colors) -> None:
    """Draw a large ball and a small one behind its shoulder, below the masthead."""
    ball(drawing, 742, 332, 214, colors["bordeaux"], 14)
    screen(drawing, 894, 168, 66, colors["flasche"], 6)
    masthead(drawing, colors)


def feuilleton_section(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball that rises at the foot on the right."""
    ball(drawing, 900, 560, 150, colors["bordeaux"], 13)


def feuilleton_statement(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball that leaves at the top on the right, in a shade of the background."""
    ball(drawing, 880, 34, 120, colors["salbei"], 11)


def feuilleton_column(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball and a small one behind its shoulder, in the column of the title."""
    ball(drawing, 150, 402, 84, colors["bordeaux"], 9)
    screen(drawing, 218, 350, 36, colors["flasche"], 5)


def feuilleton_quote(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball that leaves at the foot on the left."""
    ball(drawing, 40, 520, 170, colors["bordeaux"], 12, 1)


def feuilleton_contact(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball that rises at the foot, below the masthead."""
    ball(drawing, 510, 628, 134, colors["bordeaux"], 11, 1)  # below an address of any length
    masthead(drawing, colors)


def feuilleton_questions(drawing: Drawing, colors: Colors) -> None:
    """Draw a ball and a small one beside the words."""
    ball(drawing, 740, 300, 190, colors["salbei"], 13)
    screen(drawing, 880, 150, 56, colors["leinen"], 6)


# buehne

HARDWARE, HEAD, TRUSS = "#4A4760", "#2A2140", "#2B2937"


def beam(
    drawing: Drawing, top: Box, fill: str, start: float, end: float, pool: float = 0.0
) -> None:
    """Draw a beam from above: where and how wide it begins (x, y, w), how wide it ends at a height
    below; `top` is x, y, width there and the width at the foot; it ends at y 470 to 540."""
    x, y, narrow, wide = top
    foot = 500.0
    corners = f"M{x - narrow / 2:g} {y:g}H{x + narrow / 2:g}L{x + wide / 2:g} {foot:g}"
    drawing.path(f"{corners}H{x - wide / 2:g}Z", drawing.fade(fill, start, end))
    if pool:
        drawing.pool(x, foot, wide, fill, pool)


def lamp(drawing: Drawing, x: float, fill: str, large: float = 1.6) -> None:
    """Draw a lamp that hangs from the upper edge."""
    k = large
    drawing.rect(x - 2 * k, 16 - 14 * k, 4 * k, 10 * k, HARDWARE)
    left, right = x - 8 * k, x + 8 * k
    drawing.path(
        f"M{left:g} {16 - 6 * k:g}H{right:g}L{x + 12 * k:g} {16 + 10 * k:g}H{x - 12 * k:g}Z",
        HARDWARE,
    )
    drawing.add(
        f'<ellipse cx="{x:g}" cy="{16 + 10 * k:g}" rx="{12 * k:g}" ry="{3.4 * k:g}" fill="{fill}"/>'
    )


def heads(
    drawing: Drawing, seed: int, lit: Mapping[int, str], y: float = 526, radius: float = 6.6,
    pitch: float = 28, fill: str = HEAD,
) -> None:  # fmt: skip
    """Draw a row of the audience, seen from behind; the heads `lit` have a colour."""
    chance = random.Random(seed)
    x, n = -10.0, 0
    while x < 975:
        r = radius * chance.uniform(0.9, 1.1)
        top = y + chance.uniform(-1.6, 1.6) * radius / 6
        color = lit.get(n, fill)
        drawing.path(
            f"M{x - 2 * r:.1f} {top + 60:.1f}V{top + 2.9 * r:.1f}"
            f"C{x - 2 * r:.1f} {top + 1.7 * r:.1f} {x - 1.1 * r:.1f} {top + 1.25 * r:.1f} "
            f"{x:.1f} {top + 1.25 * r:.1f}"
            f"C{x + 1.1 * r:.1f} {top + 1.25 * r:.1f} {x + 2 * r:.1f} {top + 1.7 * r:.1f} "
            f"{x + 2 * r:.1f} {top + 2.9 * r:.1f}V{top + 60:.1f}Z",
            color,
        )
        drawing.disc(x, top, r, color)
        x += pitch * chance.uniform(0.9, 1.1)
        n += 1


def curtain(drawing: Drawing, x: float, wide: float, folds: int) -> None:
    """Draw a curtain of so many folds over the whole height."""
    half = wide / folds / 2
    for n in range(folds):
        left = x + 2 * n * half
        rising = drawing.fade("#1E0D38", 1, 1, "right", "#4A2680")
        drawing.rect(round(left, 2), 0, round(half + 0.3, 2), 540, rising)
        falling = drawing.fade("#4A2680", 1, 1, "right", "#1E0D38")
        drawing.rect(round(left + half, 2), 0, round(half + 0.3, 2), 540, falling)


def buehne_title(drawing: Drawing, colors: Colors) -> None:
    """Draw three beams that meet on the stage, before two rows of the audience."""
    for x, end, wide, name, start in (
        (150, 600, 470, "flieder", 0.66), (810, 360, 436, "tuerkis", 0.46),
        (480, 480, 560, "limette", 0.3),
    ):  # fmt: skip
        fill = drawing.fade(colors[name], start, 0.09)
        drawing.path(f"M{x - 17} -30H{x + 17}L{end + wide / 2:g} 450H{end - wide / 2:g}Z", fill)
    drawing.pool(480, 450, 720, colors["limette"], 0.2)
    drawing.rect(0, 0, 960, 5, TRUSS)
    for x, name in ((150, "flieder"), (810, "tuerkis"), (480, "limette")):
        lamp(drawing, x, colors[name])
    heads(drawing, 5, {}, 511, 9, 34, "#1C1530")
    lit = {2: "limette", 9: "magenta", 15: "tuerkis", 18: "flieder"}
    heads(drawing, 9, _lit(colors, lit), 524, 13, 46, "#352958")


def _lit(colors: Colors, names: Mapping[int, str]) -> dict[int, str]:
    return {n: colors[name] for n, name in names.items()}


def buehne_section(drawing: Drawing, colors: Colors) -> None:
    """Draw one beam in the middle, before a row of the audience."""
    drawing.rect(0, 0, 960, 5, TRUSS)
    for x in (147, 813):
        lamp(drawing, x, "#6B6880", 1.5)
    beam(drawing, (480, 30, 34, 720), colors["limette"], 0.36, 0.12, 0.2)
    lamp(drawing, 480, colors["limette"], 1.5)
    heads(drawing, 7, _lit(colors, {9: "limette", 10: "limette"}), 518, 9, 32, "#170A2C")


def buehne_statement(drawing: Drawing, colors: Colors) -> None:
    """Draw two beams that cross from below, over the heads of the audience."""
    left = drawing.fade(colors["magenta"], 0.02, 0.5)
    drawing.path("M-10 540L40 540L560 0L170 0Z", left)
    right = drawing.fade(colors["flieder"], 0.02, 0.5)
    drawing.path("M970 540L920 540L400 0L790 0Z", right)
    lit = {3: "magenta", 17: "limette", 30: "flieder"}
    heads(drawing, 11, _lit(colors, lit))


def buehne_quote(drawing: Drawing, colors: Colors) -> None:
    """Draw one wide beam, over the heads of the audience."""
    beam(drawing, (480, -10, 40, 900), colors["magenta"], 0.44, 0.05)
    heads(drawing, 16, _lit(colors, {15: "magenta", 18: "limette"}))


def buehne_lines(drawing: Drawing, colors: Colors) -> None:
    """Draw an open curtain and one beam on the stage."""
    curtain(drawing, 0, 74, 2)
    curtain(drawing, 886, 74, 2)
    beam(drawing, (480, -10, 30, 760), colors["flieder"], 0.44, 0.04, 0.26)
    heads(drawing, 4, _lit(colors, {17: "limette"}))


def buehne_column(drawing: Drawing, colors: Colors) -> None:
    """Draw a curtain behind a title."""
    curtain(drawing, 0, 308, 7)
    drawing.rect(0, 0, 308, 540, drawing.fade(colors["nacht"], 0.1, 0.62))


def buehne_row(drawing: Drawing, colors: Colors) -> None:
    """Draw the heads of the audience along the lower edge."""
    lit = {6: "limette", 14: "magenta", 24: "flieder"}
    heads(drawing, 6, _lit(colors, lit))


def buehne_contact(drawing: Drawing, colors: Colors) -> None:
    """Draw a beam on the code, before a row of the audience."""
    beam(drawing, (738, -10, 44, 560), colors["limette"], 0.6, 0.08)
    lit = {4: "limette", 11: "magenta", 20: "tuerkis"}
    heads(drawing, 18, _lit(colors, lit), 518, 9, 32, "#170A2C")


# plakat


def plakat_title(drawing: Drawing, colors: Colors) -> None:
    """Draw a white disc that leaves at the top."""
    drawing.disc(806, 120, 250, colors["weiss"])


def plakat_quote(drawing: Drawing, colors: Colors) -> None:
    """Draw a disc that leaves at the foot on the right."""
    drawing.disc(900, 520, 190, colors["kobalt"])


Draw = Callable[[Drawing, Colors], None]

ART: dict[str, dict[str, tuple[Box, Draw]]] = {
    "schlicht": {
        "titel": ((548, 0, 412, 540), schlicht_title),
        "aussage": ((44, 44, 872, 34), schlicht_strip),
        "spalte": ((0, 0, 382, 540), schlicht_column),
    },
    "feuilleton": {
        "titel": (SLIDE, feuilleton_title),
        "abschnitt": (SLIDE, feuilleton_section),
        "aussage": (SLIDE, feuilleton_statement),
        "spalte": ((60, 310, 200, 180), feuilleton_column),
        "zitat": (SLIDE, feuilleton_quote),
        "kontakt": (SLIDE, feuilleton_contact),
        "fragen": (SLIDE, feuilleton_questions),
    },
    "buehne": {
        "titel": (SLIDE, buehne_title),
        "abschnitt": (SLIDE, buehne_section),
        "aussage": (SLIDE, buehne_statement),
        "zitat": (SLIDE, buehne_quote),
        "punkte": (SLIDE, buehne_lines),
        "spalte": ((0, 0, 308, 540), buehne_column),
        "reihe": ((0, 508, 960, 32), buehne_row),
        "kontakt": (SLIDE, buehne_contact),
        "fragen": (SLIDE, buehne_quote),
    },
    "plakat": {"titel": (SLIDE, plakat_title), "zitat": (SLIDE, plakat_quote)},
}


def main(names: list[str]) -> None:
    """Write the art of the themes named, or of all."""
    for name in names or ART:
        folder = themes_folder() / name
        colors = palette_of(folder / "theme.yaml")
        for file, (box, draw) in ART[name].items():
            drawing = Drawing(box)
            draw(drawing, colors)
            (folder / f"{file}.svg").write_text(drawing.svg, "utf-8", newline="\n")
            png = png_of(drawing.svg, round(SCALE * box[2]), round(SCALE * box[3]), False, 0)
            (folder / f"{file}.png").write_bytes(png)


def palette_of(file: Path) -> dict[str, str]:
    """Return the colours that a theme names, as hex colours: its art may not be there yet."""
    node = read(file, Findings())
    color = node.get("color") if node else None
    palette = color.get("palette") if isinstance(color, Node) else None
    assert isinstance(palette, Node)
    return {
        name: value.text
        for name, (_, value) in palette.entries.items()
        if isinstance(value, Scalar)
    }


SCALE = 1.6
"""The pixels of a PNG for each point."""

if __name__ == "__main__":
    main(sys.argv[1:])
