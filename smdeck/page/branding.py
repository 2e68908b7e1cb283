"""The brand on slide layouts: the theme's logo in its corner, the client's beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from smdeck.findings import Findings, Place
from smdeck.fit.measure import text_width
from smdeck.model.people import Client
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Box, Fitted, LayoutPicture, Level, Shape, SlideLayout, Slot, Style, TextBox
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.artwork import Logo
from smdeck.theme.logo_pixels import logo_pixels
from smdeck.theme.logos import read_logo
from smdeck.theme.theme import COUNTERPARTS
from smdeck.units import emu, points

SHARED = ("title", *COUNTERPARTS)
"""The layouts that show the client."""

ALONE = emu(27)
"""How high the client's logo is where the theme has none."""

EDGE = emu(38)
"""How far from the slide's edge a logo stands."""

SEEN = 0.5
"""The share of a logo's pixels that a background must show; else it stands on a plate."""

CLEAR = 0.25
"""The space that nothing else may enter around a logo, as a share of its height."""

APART = 0.7
"""The space on each side of the line between two logos, as a share of their height."""

WIDEST, NARROWEST = 8.0, 1 / 3
"""The widths of logos by their heights; others are too small to be read in a line."""

COARSE = 144
"""The resolution in dpi from which single pixels are not seen."""


class BrandPiece(NamedTuple):
    """A logo at its size, or the client's name; `pad` is what its plate needs on each side."""

    width: int
    height: int
    logo: LayoutPicture | None = None
    text: Shape | None = None
    pad: int = 0


class Branding:
    """Puts the logos on slide layouts, and says what is wrong with them."""

    def __init__(
        self,
        theme: Theme,
        strings: Strings,
        client: Client | None,
        folder: Path,
        findings: Findings,
    ) -> None:
        self.theme, self.strings, self.client, self.findings = theme, strings, client, findings
        self.logos = _client_logos(client, folder, findings) if client else {}
        self.height = theme.branding.height if theme.branding.logos else ALONE
        self._said: set[tuple[object, ...]] = set()
        if client and not theme.takes_client:
            findings.warn(
                "unshown-key",
                "a talk on a company's template can't show the `client`",
                client.origin.place,
                "put the logo on the template's title layout, or name the client in `event`",
            )
            self.client = None

    def put_on(self, slide_layout: SlideLayout) -> None:
        """Put on a slide layout the logos that it shows."""
        own = self._own(slide_layout) if self.theme.shows_logo(slide_layout.layout) else None
        partner = self._partner(slide_layout, own) if own else None
        shared = self.client and slide_layout.layout in SHARED
        client = self._client(slide_layout, own) if shared else None
        pieces = [piece for piece in (own, partner, client) if piece]
        if not pieces:
            return
        elsewhere = self.theme.logo_on(slide_layout.layout).position
        vertical, side = (elsewhere or self.theme.branding.position).split("-")
        height = max(piece.height for piece in pieces)
        top = EDGE if vertical == "top" else self.theme.height - EDGE - height
        gap = round(APART * height)
        widths = [piece.width + 2 * piece.pad for piece in pieces]
        x = self.theme.page.margin
        if side == "right":
            pieces.reverse()
            widths.reverse()
            x = self.theme.width - x - sum(widths) - 2 * gap * (len(pieces) - 1)
        placed = Box(x, top, sum(widths) + 2 * gap * (len(pieces) - 1), height)
        logos, decor = [], []
        for number, (piece, width) in enumerate(zip(pieces, widths, strict=True)):
            if number:
                rule = Box(x + gap, top, emu(0.75), height)
                decor.append(Shape(rule, fill="muted"))
                x += 2 * gap
            box = Box(x + piece.pad, top + (height - piece.height) // 2, piece.width, piece.height)
            if piece.logo:
                logos.append(piece.logo._replace(box=box, plate=_plate(piece, box)))
            elif piece.text and piece.text.text:
                text = piece.text.text._replace(box=box)
                decor.append(piece.text._replace(box=box, text=text))
            x += width
        slide_layout.logos = tuple(logos)
        slide_layout.decor = (*slide_layout.decor, *decor)
        self._check_room(slide_layout, placed)

    def _own(self, slide_layout: SlideLayout) -> BrandPiece | None:
        place = self.theme.logo_on(slide_layout.layout)
        logos = dict(place.logos) or self.theme.branding.logos
        if not logos:
            return None
        name = f"{self.strings.shapes['logo']} {self.theme.name}"
        height = place.height or self.height
        return self._piece(
            logos, slide_layout.tone, name=name, most=None, ships=self.theme.ships, usual=height
        )

    def _partner(self, slide_layout: SlideLayout, own: BrandPiece) -> BrandPiece | None:
        """Return the partner's logo, which is no larger than that of the brand."""
        partner = self.theme.branding.partner
        if partner is None or not partner.logos:
            return None
        name = f"{self.strings.shapes['logo']} {partner.name}"
        most = 2 * own.width, own.height
        return self._piece(dict(partner.logos), slide_layout.tone, name, most, self.theme.ships)

    def _client(self, slide_layout: SlideLayout, own: BrandPiece | None) -> BrandPiece:
        assert self.client
        height = own.height if own else self.height
        if self.logos:
            logo = self.client.logo
            name = (logo and logo.alt) or f"{self.strings.shapes['logo']} {self.client.name.plain}"
            most = (own.width, own.height) if own else (5 * height, height)
            return self._piece(self.logos, slide_layout.tone, name, most, False)
        name = self.client.name.plain
        level = Level("text", bold=True)
        sizes = [size for size, *_ in self.theme.type.sizes("label") if emu(1.2 * size) <= height]
        size = max(sizes, default=points(height) / 1.2)
        width = emu(text_width(name, size, self.theme, level) * 1.03 + 1)
        style = Style((level,), ((size,),), anchor="middle")
        box = Box(0, 0, width, height)
        text = TextBox(
            (Paragraph((Run(name),)),),
            style,
            box=box,
            place=self.client.origin.place,
            name=name,
            fitted=Fitted((size,)),
        )
        return BrandPiece(width, height, text=Shape(box, text=text, name=name))

    def _piece(
        self,
        logos: Mapping[str, Logo],
        tone: str,
        name: str,
        most: tuple[int, int] | None,
        ships: bool,
        usual: int = 0,
    ) -> BrandPiece:
        """Return the variant of a logo for a background, at the theme's height or within a size.

        That of a theme that ships is known to be seen and to fill its file.
        """
        by_light = ("dark", "light") if self.theme.is_dark(tone) else ("light", "dark")
        kinds = (tone, *by_light) if tone in ("brand", "accent") else by_light
        variants = [logos[kind] for kind in kinds if kind in logos]
        background = self.theme.slot_color("bg1", tone)
        logo, plate, ratio, crop = variants[0], None, variants[0].ratio, None
        if not ships:
            seen = [one for one in variants if logo_pixels(one.file).seen_on(background) >= SEEN]
            logo = seen[0] if seen else logo
            shown = logo_pixels(logo.file)
            ratio, crop = shown.ratio, shown.margins if any(shown.margins) else None
            if not seen:
                plate = self._plate_for(logo)
        height = usual or self.height
        width = round(height * ratio)
        if most:
            width = min(round(most[1] * ratio), most[0])
            height = min(most[1], round(width / ratio))
        if not ships:
            self._check(logo, ratio, height)
            if plate and logos is self.theme.branding.logos:
                self.warn(
                    "vanishing-logo",
                    f"`{logo.file.name}` can't be seen in the tone `{tone}`",
                    logo.place,
                    "it stands on a plate there; give the theme a logo for that tone",
                )
        pad = round(CLEAR * height) if plate else 0
        picture = LayoutPicture(logo.file, Box(0, 0, width, height), name, crop)
        if plate:
            picture = picture._replace(plate=(picture.box, plate))
        return BrandPiece(width, height, picture, pad=pad)

    def _plate_for(self, logo: Logo) -> Slot:
        """Return the theme colour that a logo is seen on: light, as most are made for, or dark."""
        light, dark = (self.theme.colors.backgrounds[tone][0] for tone in ("light", "dark"))
        seen = logo_pixels(logo.file).seen_on(self.theme.colors.slots[light]) >= SEEN
        return light if seen else dark

    def _check(self, logo: Logo, ratio: float, height: int) -> None:
        """Report a logo that is too coarse, too wide or too narrow for its place."""
        pixels = logo_pixels(logo.file).height
        inches = points(height) / 72
        if pixels and pixels / inches < COARSE:
            self.warn(
                "coarse-logo",
                f"`{logo.file.name}` has {pixels / inches:.0f} dpi where it stands",
                logo.place,
                f"use an SVG, or a picture {round(inches * COARSE)} pixels high or more",
            )
        if not NARROWEST <= ratio <= WIDEST:
            shape = f"{ratio:.0f} times as wide as high"
            if ratio < 1:
                shape = f"{1 / ratio:.0f} times as high as wide"
            self.warn(
                "odd-logo",
                f"`{logo.file.name}` is {shape}",
                logo.place,
                "it will be hard to read; use a more compact form of the logo",
            )

    def _check_room(self, slide_layout: SlideLayout, placed: Box) -> None:
        """Report a layout whose texts or pictures come too near to its logos."""
        zone = placed.outset(round(self.theme.branding.clear * placed.h))
        boxes = [(spec.name, spec.box) for spec in slide_layout.placeholders]
        if slide_layout.footed:
            boxes.append(("footer", slide_layout.foot))
        near = [name for name, box in boxes if zone.overlaps(box)]
        if near:
            own = self.theme.logo_on(slide_layout.layout).logos
            logos = dict(own) or self.theme.branding.logos or self.logos
            place = self.client.origin.place if self.client else None
            self.warn(
                "crowded-logo",
                f"the logo comes too near to the {near[0]} of `{slide_layout.layout}`",
                next(iter(logos.values())).place if logos else place,
                "choose another `position`, a smaller `height`, or fewer `layouts`",
            )

    def warn(self, code: str, message: str, place: Place | None, help: str) -> None:
        """Say a thing once, however many layouts it is true for."""
        if (code, message) not in self._said:
            self._said.add((code, message))
            self.findings.warn(code, message, place, help)


def _plate(piece: BrandPiece, box: Box) -> tuple[Box, Slot] | None:
    """Return the plate of a logo that stands at a box."""
    if piece.logo is None or piece.logo.plate is None:
        return None
    return box.outset(piece.pad), piece.logo.plate[1]


def _client_logos(client: Client, folder: Path, findings: Findings) -> dict[str, Logo]:
    """Return the client's logo for light and for dark backgrounds, as far as there is one."""
    logos: dict[str, Logo] = {}
    for kind in ("light", "dark", "file") if client.logo else ():
        name = getattr(client.logo, kind)
        if name:
            logo = read_logo(folder, name, client.logo.at(kind), findings)  # type: ignore[union-attr]
            if logo:
                logos["light" if kind == "file" else kind] = logo
    return logos
