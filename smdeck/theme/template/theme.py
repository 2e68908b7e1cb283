"""A template as a theme: its colours by role in each of its tones, its fonts, sizes and room."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from smdeck.scene.box import Box
from smdeck.scene.style import Paint, Role, Slot, Style
from smdeck.scene.template import TITLES, TemplateLayout, TemplatePlaceholder
from smdeck.theme.color import RGB, contrast
from smdeck.theme.grid import Grid, SlidePage
from smdeck.theme.look import Look
from smdeck.theme.template.backdrop import share_of
from smdeck.theme.template.colors import MappedColors, override
from smdeck.theme.template.package import find
from smdeck.theme.template.reading import Template
from smdeck.theme.template.roles import READABLE, TEXT_SLOTS, VISIBLE, roles_on
from smdeck.theme.theme import Theme
from smdeck.theme.type_scale import Sizes, TypeScale
from smdeck.theme.values import Fonts, ThemeColors
from smdeck.units import emu, points

SCALE = (
    10.0, 10.5, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 18.0, 20.0, 22.0, 24.0, 26.0, 28.0, 32.0, 36.0,
    40.0, 44.0, 48.0, 54.0, 60.0, 66.0, 72.0, 80.0, 96.0, 115.0, 138.0, 166.0,
)  # fmt: skip
"""The sizes of what is composed, in points on our canvas."""

BOUNDS: dict[Sizes, tuple[float, float]] = {
    "title": (36, 22), "display": (48, 26), "statement": (72, 32), "quote": (36, 22),
    "body": (28, 18), "cell": (26, 16), "label": (20, 13), "small": (13, 10),
    "number": (138, 80), "foot": (12, 10),
}  # fmt: skip
"""The largest and the smallest size of each kind of text that is composed."""

ALIKE = 60
"""Up to this difference in each channel, of 255, two backgrounds look alike."""

COVERED = 0.7
"""A background is changed where so much of the slide takes the new colour: art would fight it."""

_SAME_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


class TemplateTheme(Theme):
    """The theme that a template is. A tone is the background of one of its layouts.

    What rooms after this one do otherwise for a template, they ask of these.
    """

    bleeds = composes_freely = even_backdrops = False
    owns_master = owns_foot = False
    mirrors = takes_client = False

    def __init__(self, template: Template, name: str, layout_tones: dict[str, str]) -> None:
        plain = template.plain
        fonts = template.fonts(plain.part)
        slots = template.slots(plain.part)
        width, height = (round(side / template.scale) for side in template.size)
        scale = tuple(_rounded(size, template.scale) for size in SCALE)
        bounds: dict[str, tuple[float, float]] = {
            kind: (_rounded(high, template.scale), _rounded(low, template.scale))
            for kind, (high, low) in BOUNDS.items()
        }
        super().__init__(
            name,
            colors=ThemeColors(slots, {}, tones={}, backgrounds={}, by_layout=layout_tones),
            fonts=Fonts(*fonts),
            type=TypeScale(scale, bounds),
            page=SlidePage(
                _grid(template, height), width, height, margin=template.body.x, gap=emu(20)
            ),
            look=_look(template),
        )
        self.template: Template = template
        self.enlarged = template.scale
        own = template.table_style
        self.table_style = own[0] if own else None
        self.table_parts = own[1].parts if own else None
        self.table_fills = own[1].filled if own else False
        self.color_maps: dict[str, str] = {}
        self.own_slots: dict[str, dict[Slot, RGB]] = {}
        self._behind: dict[str, RGB] = {}
        self._tx1: dict[str, Slot] = {}
        self._colors: dict[str, MappedColors] = {}
        self._register("light", plain, template.colors(plain.part))

    @cached_property
    def area(self) -> Box:
        """What layouts without the usual head may fill: without the title where that stands on a
        background of its own."""
        title, body = self.title_box, self.body
        part = self.template.plain.part
        above = title.bottom <= body.y + emu(4)
        if not above or self.template.backdrop(part, title) != self.template.backdrop(part, body):
            return body
        return Box(body.x, title.y, body.w, body.bottom - title.y)

    def backdrop_picture(self, layout: TemplateLayout) -> Any:
        """Return what a layout paints behind all else, as a small picture."""
        return self.template.picture(layout.part)

    def color_map(self, tone: str) -> dict[str, Slot]:
        """Return what the master or the layout of a tone maps background, text and links to."""
        usual = super().color_map(tone)
        return {**usual, **{name: self._colors[tone].map.get(name, usual[name]) for name in usual}}

    def composed_tone(self, tone: str) -> str:
        base = self.template.bases.get(tone)
        return self.tone_on(base, "light") if base else self.tone_on(self.template.plain, tone)

    def tone_on(self, layout: TemplateLayout, asked: str) -> str:
        """Return the tone of slides on a layout: its own, or the one asked for where its art
        allows it."""
        name = f"{layout.part} {asked}"
        if name not in self.colors.tones:
            colors = self._mapped(layout, asked) if asked != "light" else None
            if colors is None and asked != "light":
                return self.tone_on(layout, "light")
            self._register(name, layout, colors or self.template.colors(layout.part), bool(colors))
        return name

    def tone_at(self, layout: TemplateLayout, box: Box) -> str:
        """Return the tone of words in a box on a layout's own background."""
        name = f"{layout.part} {box.x} {box.y}"
        if name not in self.colors.tones:
            self._register(name, layout, self.template.colors(layout.part), box=box)
        return name

    def slot_color(self, slot: Slot, tone: str) -> RGB:
        """Return the colour of a slot; `bg1` is what lies behind the words of a tone."""
        if slot == "bg1":
            return self._behind[tone]
        second = self._colors[tone].map.get("tx2") or "dk2"
        return self.own_slots[tone][
            {"tx1": self.colors.backgrounds[tone][1], "tx2": second}.get(slot, slot)
        ]

    def colors_behind(
        self, tone: str, layout: TemplateLayout | None, box: Box
    ) -> list[tuple[float, RGB]]:
        """Return the colours of a layout's background and art in a box, each with its share."""
        part = (layout or self.template.plain).part
        return self.template.colors_behind(part, box, self._colors[tone])

    def color_of(self, tone: str, layout: TemplateLayout, placeholder: TemplatePlaceholder) -> RGB:
        """Return the colour that a placeholder has by itself in a tone."""
        return self.template.color_of(layout.part, placeholder, self._colors[tone])

    def shows_links(self, tone: str) -> bool:
        """Return whether the theme's colour of links can be read in a tone."""
        return contrast(self.own_slots[tone]["hlink"], self._behind[tone]) >= READABLE

    def table_header(self) -> Slot:
        """Return the colour of the headers of tables: the second of words, where it can be read."""
        second = self.slot_color("tx2", "light")
        return "tx2" if contrast(second, self._behind["light"]) >= VISIBLE else "tx1"

    def text_color(self, tone: str) -> Slot | None:
        """Return the colour of words where what `tx1` is mapped to can't be read."""
        readable = contrast(self.own_slots[tone][self._tx1[tone]], self._behind[tone]) >= READABLE
        return None if readable else self.colors.tones[tone]["text"].slot

    def _register(
        self,
        name: str,
        layout: TemplateLayout,
        colors: MappedColors,
        mapped: bool = False,
        box: Box | None = None,
    ) -> None:
        template, part = self.template, layout.part
        content = [one.box for one in layout.content]
        composed = layout is template.plain or layout in template.bases.values()
        if box is None:
            box = self.body if composed or not content else max(content, key=_area)
        behind = template.backdrop(part, box, colors)
        look = template.look(part, colors, "obj", "body", "subTitle")
        slots = dict(colors.slots)
        roles: dict[Role, Paint] = roles_on(behind, look.color if look else None, slots)
        self._behind[name], self.own_slots[name], self._colors[name] = behind, slots, colors
        self._tx1[name] = colors.text
        if _distance(slots[colors.map.get("bg1") or "lt1"], behind) > ALIKE:  # art lies behind
            near: Slot = min(TEXT_SLOTS, key=lambda slot: _distance(slots[slot], behind))
            roles["ground"] = Paint(near)
        self.colors.tones[name] = roles
        self.colors.backgrounds[name] = (colors.map.get("bg1", "lt1"), roles["text"].slot)
        own = override(template.trees[part]) is not None
        self.color_maps[name] = _map_xml(colors) if mapped or own else _SAME_MAP

    def _mapped(self, layout: TemplateLayout, asked: str) -> MappedColors | None:
        """Return a layout's colours in another tone, or None where its looks forbid it."""
        usual = self.template.colors(layout.part)
        slots = usual.slots
        background: Slot = {"brand": "accent1", "accent": "accent2"}.get(asked, "dk2")  # type: ignore[assignment]
        if asked == "dark" and contrast(slots["dk2"], slots["lt1"]) < 7:
            background = "dk1"
        text: Slot = max(("lt1", "dk1"), key=lambda slot: contrast(slots[slot], slots[background]))
        second: Slot = "lt2" if text == "lt1" else "dk2"
        changed = {"bg1": background, "tx1": text, "bg2": background, "tx2": second}
        colors = MappedColors(slots, {**usual.map, **changed})
        picture = self.template.picture(layout.part, colors)
        title = self.template.look(layout.part, colors, *TITLES)
        color = title.color if title and title.color else slots[text]
        if (
            self._has_pictures(layout)
            or share_of(picture, slots[background]) < COVERED
            or contrast(color, slots[background]) < VISIBLE
            or contrast(slots[text], slots[background]) < READABLE
        ):
            return None
        return colors

    def _has_pictures(self, layout: TemplateLayout) -> bool:
        """Return whether a layout shows pictures, such as a logo: drawn for its tone alone."""
        trees = [self.template.trees[part] for part in (layout.part, layout.master)]
        return any(
            find(tree, f".//{name}") is not None for tree in trees for name in ("a:blip", "p:pic")
        )


def _look(template: Template) -> Look:
    """Return how what is composed is set: as the template sets its titles."""
    assert template.plain.title and template.plain.title.style
    style = template.plain.title.style
    return Look(
        headings="bold" if style.levels[0].bold else "regular",
        align="center" if style.align == "center" else "left",
        measure=MEASURE,
    )


MEASURE = 720.0
"""How wide the words of what is composed without the usual head may run, in points of 960."""


def _distance(one: RGB, other: RGB) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _area(box: Box) -> int:
    return box.w * box.h


def _rounded(size: float, scale: float) -> float:
    """Return a size on our canvas that is whole half points on the template's slides."""
    return round(2 * size * scale) / 2 / scale


def _map_xml(colors: MappedColors) -> str:
    attributes = " ".join(f'{name}="{slot}"' for name, slot in colors.map.items())
    return f"<p:clrMapOvr><a:overrideClrMapping {attributes}/></p:clrMapOvr>"


def _grid(template: Template, height: int) -> Grid:
    """Return where title, content, source and foot stand; the source takes the last line of the
    content."""
    title, body = template.plain.title, template.clear(template.body)
    assert title
    if body.h < LEAST_BODY * height:  # art leaves too little: words stand on it
        body = template.body
    head = title.box
    if not template.headed:
        head, body = body._replace(h=OWN_HEAD), body.inset(0, OWN_HEAD + emu(12))
    elif title.style and head.h < _two_lines(title.style):
        head = head._replace(h=max(head.h, min(_two_lines(title.style), body.y - head.y)))
    line = emu(20)
    source = Box(body.x, body.bottom - line, body.w, line)
    body = body._replace(h=body.h - line - emu(6)) if points(body.h) > 200 else body
    subtitle = head.bottom + emu(40) - body.y
    if head.h < emu(76) and 0 < subtitle < emu(52):
        body = body.inset(0, subtitle)
    foot = template.foot or Box(body.x, height, body.w, 0)
    return Grid(title=head, body=body, source=source, foot=foot)


LEAST_BODY = 0.42
"""How much of the slide's height content needs."""

OWN_HEAD = emu(72)
"""The height of the titles of slides on a template whose layouts have none above content."""


def _two_lines(style: Style) -> int:
    """Return how high two lines of a title are at its smallest size, in EMU."""
    _, top, _, bottom = style.insets
    return emu(top + bottom + 2.4 * style.sizes[-1][0] * style.levels[0].spacing + 1)
