"""The theme: what layouts, fit and write ask about colours, fonts, sizes and the grid."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from smdeck.scene.box import Box
from smdeck.scene.style import Paint, Role, Slot
from smdeck.scene.template import TemplateLayout, TemplatePlaceholder
from smdeck.theme.artwork import Art, LogoElsewhere
from smdeck.theme.color import LARGE_CONTRAST, RGB, TEXT_CONTRAST, contrast, painted
from smdeck.theme.grid import SlidePage
from smdeck.theme.look import Furniture, Look
from smdeck.theme.type_scale import TypeScale
from smdeck.theme.values import Asks, BrandElements, Fonts, Taste, ThemeColors
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.theme.template.reading import Template

COUNTERPARTS = {"closing": "title"}
"""Layouts that take tone, art and logo of another where the theme says nothing for them."""


V = TypeVar("V")

COUNTER: dict[Slot, Slot] = {"lt1": "dk1", "dk1": "lt1"}
"""The colours that `bg1` is mapped to, each with the other: PowerPoint offers no map but these two
(of 411 masters and layouts of its own with a map, one has another). A background of any other
colour is painted in it."""


def background_slot(background: Slot) -> Slot:
    """Return what names a background's colour in its own tone: `bg1` where it is mapped to it."""
    return "bg1" if background in COUNTER else background


class TextColors(NamedTuple):
    """The roles of words on what lies behind them."""

    text: Role
    muted: Role
    accent: Role
    headings: Role | None = None
    """That of words in the font of headings, where the theme may have one for them."""

    @property
    def heading(self) -> Role:
        """The role of words in the font of headings."""
        return self.headings or self.text


class Theme:
    """A compiled theme. Lengths are in EMU, sizes of type in points."""

    template: Template | None = None
    """The company's own template that the theme is, if it is one."""
    bleeds = True
    """Whether pictures may run off the edges of a slide."""
    composes_freely = True
    """Whether slides take any composition, and not only those that are like layouts it has."""
    owns_master = True
    """Whether all that placeholders inherit is written by smdeck, and so is known."""
    owns_foot = True
    """Whether place and colours of footer and slide number are smdeck's to answer for."""
    even_backdrops = True
    """Whether what lies behind words is known by its shapes, and not by pixels alone."""
    mirrors = True
    """Whether it can be turned around for words from right to left."""
    takes_client = True
    """Whether a client's logo has a place on its layouts."""
    enlarged = 1.0
    """How much larger slides are written than they are drawn: see `template.reading.CANVAS`."""
    table_style: str | None = None
    """The table style of a template's own."""
    table_parts: dict[str, tuple[RGB, RGB]] | None = None
    """Words and fill of each part of that style."""
    table_fills = False
    """Whether that style fills cells, and so has the words that can be read in them."""
    color_maps: Mapping[str, str] = MappingProxyType({})
    """The `p:clrMapOvr` of each tone, where it is not made of `backgrounds`."""

    def __init__(
        self,
        name: str,
        *,
        colors: ThemeColors,
        fonts: Fonts,
        type: TypeScale,
        page: SlidePage,
        look: Look,
        branding: BrandElements | None = None,
        taste: Taste | None = None,
        asks: Asks | None = None,
        ships: bool = False,
    ) -> None:
        self._text_colors: dict[tuple[Role | None, str], TextColors] = {}
        self.name = name
        self.colors, self.fonts, self.type, self.page = colors, fonts, type, page
        self.look, self.branding = look, branding or BrandElements()
        self.taste, self.asks = taste or Taste(), asks or Asks()
        self.ships = ships
        """Whether it is one of smdeck's own, whose logos are known to be right."""

    @property
    def width(self) -> int:
        """The width of a slide."""
        return self.page.width

    @property
    def height(self) -> int:
        """The height of a slide."""
        return self.page.height

    def is_bold(self, bold: bool) -> bool:
        """Return whether words are bold that are so in their style, or not."""
        return bold or self.look.body == "bold"

    @property
    def title_box(self) -> Box:
        """Where titles of slides stand: room for two lines."""
        return self.page.grid.title

    @property
    def body(self) -> Box:
        """Where the content of slides stands: at one height on all slides."""
        return self.page.grid.body

    @property
    def source_box(self) -> Box:
        """Where the source of a slide stands, above its foot."""
        return self.page.grid.source

    @property
    def foot(self) -> Box:
        """Where footer and slide number stand."""
        return self.page.grid.foot

    @cached_property
    def area(self) -> Box:
        """What content may fill: from the title's top to the end of source and foot."""
        top, bottom = self.title_box.y, max(self.source_box.bottom, self.foot.bottom)
        return Box(self.page.margin, top, self.width - 2 * self.page.margin, bottom - top)

    def for_lecture(self) -> Theme:
        """Return the theme with the smaller sizes of slides that are read again at a desk."""
        theme = copy(self)
        theme.type = self.type.for_lecture()
        return theme

    def tone_of(self, layout: str, asked: str | None) -> str:
        """Return the tone of a slide: the one asked for, or the layout's."""
        return asked or self.usual_tone(layout)

    def usual_tone(self, layout: str) -> str:
        """Return the tone that slides of a layout are in by themselves."""
        return _said_for(layout, self.colors.by_layout) or self.colors.base

    def composed_tone(self, tone: str) -> str:
        """Return the tone that a composed slide of a tone is in."""
        return tone

    def art_of(self, layout: str, composition: str) -> Art | None:
        """Return the background art of a layout: that of a composition, or of all."""
        art = self.branding.art
        return art.get(f"{layout} {composition}") or _said_for(layout, art)

    @cached_property
    def foot_bar(self) -> Furniture | None:
        """The bar of the theme's furniture that the foot stands on, if it stands on one."""
        bars = (one for one in self.branding.furniture if Box(*map(emu, one.box)).holds(self.foot))
        return next(bars, None)

    def foot_role(self, tone: str) -> Role:
        """Return the role of the words of the foot in a tone."""
        return self.text_colors(self.foot_bar.fill, tone).text if self.foot_bar else "muted"

    @property
    def foot_moves(self) -> bool:
        """Whether the foot may stand elsewhere: at the bottom, and not on a bar of its own."""
        return self.foot_bar is None and self.foot.y > self.body.y

    def shows_logo(self, layout: str) -> bool:
        """Return whether a layout shows the logo."""
        shown = {*self.branding.layouts, *self.branding.elsewhere}
        return not shown.isdisjoint((layout, COUNTERPARTS.get(layout)))

    def logo_on(self, layout: str) -> LogoElsewhere:
        """Return what a layout has otherwise of the logo."""
        return _said_for(layout, self.branding.elsewhere) or LogoElsewhere(None, None, {})

    def paint(self, role: Role | Paint, tone: str) -> Paint:
        """Return the theme colour of a role in a tone; a colour is its own."""
        return role if isinstance(role, Paint) else self.colors.tones[tone][role]

    def background_paint(self, tone: str) -> Paint:
        """Return the colour of a tone's background, as a background names it."""
        return Paint(background_slot(self.colors.backgrounds[tone][0]))

    def color_map(self, tone: str) -> dict[str, Slot]:
        """Return what a tone maps background, text and links to (ECMA-376 Part 1, 19.3.1.6)."""
        background, text = self.colors.backgrounds[tone]
        dark = self.is_dark(tone)
        if background not in COUNTER:
            background = COUNTER.get(text, "dk1" if dark else "lt1")
        link = self.link(tone)
        return {
            "bg1": background,
            "tx1": text,
            "bg2": "dk2" if dark else "lt2",
            "tx2": "lt2" if dark else "dk2",
            "hlink": link,
            "folHlink": "folHlink" if link == "hlink" else link,
        }

    def without_map(self, paint: Paint, tone: str) -> Paint:
        """Return a colour of a tone by the name that it has in every other tone too."""
        if paint.slot not in ("bg1", "tx1", "tx2"):
            return paint
        return paint._replace(slot=self.color_map(tone)[paint.slot])

    def slot_color(self, slot: Slot, tone: str) -> RGB:
        """Return the colour of a slot: `bg1` is the background's, `tx1` and `tx2` as mapped."""
        background, text = self.colors.backgrounds[tone]
        if slot == "tx2":
            return self.colors.slots["lt2" if self.is_dark(tone) else "dk2"]
        return self.colors.slots[{"bg1": background, "tx1": text}.get(slot, slot)]

    def rgb(self, role: Role | Paint, tone: str, on: RGB | None = None) -> RGB:
        """Return what a role looks like in a tone, or on another colour that lies behind."""
        return self.seen(self.paint(role, tone), tone, on)

    def text_colors(self, fill: Role | None, tone: str) -> TextColors:
        """Return the roles of words on a fill; None is the background (WCAG 2.2, 1.4.3)."""
        known = self._text_colors.get((fill, tone))
        if known is None:
            known = self._text_colors[fill, tone] = self._found_text_colors(fill, tone)
        return known

    def _found_text_colors(self, fill: Role | None, tone: str) -> TextColors:
        if fill is None:
            return TextColors("text", "muted", "accent", "heading")
        behind = self.rgb(fill, tone)

        def reached(role: Role) -> float:
            return contrast(self.rgb(role, tone, behind), behind)

        if fill in ("surface", "card", "line", "calm") and reached("text") >= TEXT_CONTRAST:
            accent: Role = "accent" if reached("accent") >= LARGE_CONTRAST else "text"
            muted: Role = "muted" if reached("muted") >= TEXT_CONTRAST else "text"
            heading: Role = "heading" if reached("heading") >= TEXT_CONTRAST else "text"
            return TextColors("text", muted, accent, heading)
        words: tuple[Role, ...] = ("inverse", "text", "ground")
        text = next(
            (role for role in words if reached(role) >= TEXT_CONTRAST), max(words, key=reached)
        )
        loud: tuple[Role, ...] = ("inverse_accent", "accent")
        accent = next((role for role in loud if reached(role) >= LARGE_CONTRAST), text)
        return TextColors(text, text, accent)

    def seen(self, paint: Paint, tone: str, on: RGB | None = None) -> RGB:
        """Return what a theme colour looks like in a tone, or on another colour behind it."""
        behind = on or self.slot_color("bg1", tone)
        return painted(self.slot_color(paint.slot, tone), paint, behind)

    def colors_behind(
        self, tone: str, layout: TemplateLayout | None, box: Box
    ) -> list[tuple[float, RGB]]:
        """Return the colours of a background in a box, with shares; `layout` is a template's."""
        return [(1.0, self.slot_color("bg1", tone))]

    def color_of(
        self, tone: str, layout: TemplateLayout, placeholder: TemplatePlaceholder
    ) -> RGB | None:
        """Return the colour that a placeholder of a template has by itself in a tone."""
        return None

    def link(self, tone: str) -> Slot:
        """Return the colour of links: in light tones the theme's own, else that of the accent,
        or of the text where the accent is not a theme colour as it is."""
        if tone == "light":
            return "hlink"
        accent = self.paint("accent", tone)
        plain = accent == Paint(accent.slot) and accent.slot != "tx1"
        return accent.slot if plain else self.colors.backgrounds[tone][1]

    def backdrop_picture(self, layout: TemplateLayout) -> Any:
        """Return the picture of what a template's layout paints behind all else; None without."""
        return None

    def shows_links(self, tone: str) -> bool:
        """Return whether the colour of links can be read in a tone, which maps one that can."""
        return True

    def table_header(self) -> Slot:
        """Return the colour of the headers of tables."""
        return "tx2"

    @property
    def duotone(self) -> tuple[Slot, Slot]:
        """The colours of photographs in two tones, the dark one first."""
        background, text = self.colors.backgrounds["light"]
        return (text, background) if not self.is_dark("light") else (background, text)

    def row_fill(self, row: int, highlight: int | None) -> Role | None:
        """Return the role of the colour that a row of a table is filled with; 0 is its header."""
        if row and row == highlight:
            return self.look.row
        if row == 0:
            return self.look.table_header
        return "surface" if self.look.table_bands and row % 2 else None

    def text_color(self, tone: str) -> Slot | None:
        """Return the colour of words that name none where `tx1` can't be read, as on art."""
        return None

    def is_dark(self, tone: str) -> bool:
        """Return whether the background of a tone is darker than its text."""
        return sum(self.slot_color("bg1", tone)) < sum(self.slot_color("tx1", tone))


def _said_for(layout: str, said: Mapping[str, V]) -> V | None:
    """Return what a theme says for a layout, or for the one that it is like."""
    return said.get(layout) or said.get(COUNTERPARTS.get(layout, ""))
