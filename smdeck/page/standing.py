"""The standing line: how confidential a talk is and what the law asks for, on each of its slides.

It is drawn by the slide layout, and once more by slides whose pictures or tiles would cover it.
"""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.findings import Findings, listing, suggest
from smdeck.fit.measure import text_width
from smdeck.model.records import Deck
from smdeck.model.text import Paragraph, Run
from smdeck.scene import (
    Box,
    Fitted,
    Geometry,
    Level,
    Role,
    Shape,
    SlideLayout,
    SlideScene,
    Style,
    TextBox,
)
from smdeck.scene.template import TemplatePlaceholder
from smdeck.theme import Theme
from smdeck.theme.color import TEXT_CONTRAST, contrast
from smdeck.units import emu, points

HIGH, BELOW = 13.0, 3.5
"""How high the line is, and how far it stands from the slide's lower edge, in points."""

EVEN = 0.9
"""The share of one colour from which on art is even enough for words."""

PAD = 5.0
"""How much wider on each side the plate is that it stands on, in points."""


def standing_words(deck: Deck, theme: Theme, findings: Findings) -> str:
    """Return the words of the line: the level of the talk, then the legal line; "" for none."""
    house = theme.asks.house
    level = deck.classification or (house.levels[0] if house.levels else "")
    if deck.classification and deck.classification not in house.levels:
        help = "the theme names none: `classification: {levels: […]}` under `defaults.smdeck`"
        if house.levels:
            known = sorted(house.levels)
            help = suggest(deck.classification, known, f"levels: {listing(known)}") or help
        findings.error(
            "unknown-classification",
            f"the brand has no level `{deck.classification}`",
            deck.at("classification"),
            help,
        )
    return " · ".join(part for part in (level, house.legal) if part)


class StandingLine:
    """Puts the line on slide layouts, and on slides that cover it there."""

    def __init__(self, words: str, theme: Theme, findings: Findings) -> None:
        self.words, self.theme = words, theme
        size = theme.type.sizes("foot")[-1][0]
        self.size = size
        self.wide = emu(text_width(words, size, theme, Level()) * 1.1 + 1) if words else 0
        if self.wide > theme.width - 2 * theme.page.margin:
            findings.error(
                "overflow",
                f"the line on every slide is {points(self.wide):.0f} pt long, and has room for "
                f"{points(theme.width - 2 * theme.page.margin):.0f}",
                theme.asks.house.legal_place,
                "say it in fewer words",
            )

    def shape(self, slide_layout: SlideLayout, behind: Sequence[tuple[Box, Role | None]]) -> Shape:
        """Return the line as a slide layout has it: on a plate, unless all of it lies on the
        background or on one area, given what `behind` it is painted, the last on top."""
        zone = self.box(emu(PAD))
        over = [one for one in behind if one[0].overlaps(zone)]
        top = over[-1] if over else None
        plated = top is not None and not (top[0].holds(zone) and top[1])
        color: Role = "muted"
        if top and not plated and top[1] != "ground":
            color = self.theme.text_colors(top[1], slide_layout.tone).text
        elif top is None and slide_layout.base:
            found = self._on_art(slide_layout, zone)
            plated, color = found is None, found or "muted"
        theme = self.theme
        style = Style(
            (Level(color),), ((self.size,),),
            anchor="middle", insets=(PAD, 0, PAD, 0) if plated else (0, 0, 0, 0),
        )  # fmt: skip
        box = self.box(emu(PAD) if plated else 0)
        fitted = Fitted((self.size,))
        fitted.lines = ((self.words,),)
        text = TextBox(
            (Paragraph((Run(self.words),)),), style, box=box, place=theme.asks.house.legal_place,
            name="standing line", fitted=fitted, kind="standing",
        )  # fmt: skip
        fill: Role | None = "ground" if plated else None
        return Shape(box, Geometry(), fill, text=text, name=self.words)

    def box(self, pad: int = 0) -> Box:
        """Return where the line stands, with a margin on both sides."""
        theme = self.theme
        top = theme.height - emu(HIGH + BELOW)
        return Box(theme.page.margin - pad, top, self.wide + 2 * pad, emu(HIGH))

    def _on_art(self, slide_layout: SlideLayout, zone: Box) -> Role | None:
        """Return the role of words that are read on a template's own art; None on uneven art."""
        share, color = max(self.theme.colors_behind(slide_layout.tone, slide_layout.base, zone))
        roles: tuple[Role, ...] = ("muted", "text", "ground", "inverse")
        if share < EVEN:
            return None
        readable = (
            role for role in roles
            if contrast(self.theme.rgb(role, slide_layout.tone, color), color) >= TEXT_CONTRAST
        )  # fmt: skip
        return next(readable, None)

    def put_on(self, slide_layout: SlideLayout) -> None:
        """Put the line on a slide layout of our own."""
        if not self.words:
            return
        behind: list[tuple[Box, Role | None]] = (
            [(slide_layout.art.box, None)] if slide_layout.art else []
        )
        behind += [(shape.box, _role(shape)) for shape in slide_layout.decor if shape.fill]
        behind += [(spec.box, spec.fill) for spec in slide_layout.placeholders if spec.fill]
        slide_layout.decor = (*slide_layout.decor, self.shape(slide_layout, behind))

    def in_footer(self, footer: str, placeholder: TemplatePlaceholder) -> str:
        """Return the words of a template's footer: with the line before them, as far as there is
        room for both, else the line, else the footer alone."""
        style = placeholder.style
        if not self.words or style is None:
            return footer
        level, size = style.levels[0], style.sizes[0][0]
        left, _, right, _ = style.insets
        room = 0.95 * (points(placeholder.box.w) - left - right)
        for words in (f"{self.words} · {footer}" if footer else self.words, self.words):
            if text_width(words, size, self.theme, level) <= room:
                return words
        return footer

    def put_over(self, scene: SlideScene) -> None:
        """Put the line on a slide whose own pictures, shapes or tiles lie over it."""
        if not self.words or scene.footer.startswith(self.words):
            return
        zone = self.box(emu(PAD))
        covers = [
            (box, _role(node) if isinstance(node, Shape) else None)
            for node in scene.nodes
            if not isinstance(node, TextBox) and (box := getattr(node, "box", zone)).overlaps(zone)
        ]
        if (
            covers or scene.slide_layout.base
        ):  # whose layouts are the company's, drawn by nobody else
            scene.nodes.append(self.shape(scene.slide_layout, covers))


def _role(shape: Shape) -> Role | None:
    """Return the role of an even fill."""
    whole = shape.alpha == 100 and not shape.fade and shape.geometry == Geometry()
    return shape.fill if whole and isinstance(shape.fill, str) else None
