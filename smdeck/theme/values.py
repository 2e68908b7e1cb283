"""What a theme is made of: colours, fonts, branding, taste, and what it asks of decks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from smdeck.findings import Place
from smdeck.scene.style import Paint, Role, Slot
from smdeck.theme.artwork import Art, Logo, LogoElsewhere, LogoPosition, Partner
from smdeck.theme.color import RGB
from smdeck.theme.house import House
from smdeck.theme.look import Furniture

CODE_FONT = "Courier New"
"""The font of code where the theme names none: it comes with every Office, and is measured."""


class ThemeColors(NamedTuple):
    """The colours of a theme, by slot of PowerPoint's and by role and tone."""

    slots: dict[Slot, RGB]
    palette: dict[str, RGB]
    """The brand's own colours by name."""
    tones: dict[str, dict[Role, Paint]]
    """For each tone, the theme colour of each role; `bg1` and `tx1` are the tone's own, as far as
    they are mapped to it."""
    backgrounds: dict[str, tuple[Slot, Slot]]
    """For each tone, the theme colours of its background and its text."""
    by_layout: Mapping[str, str]
    """The tone of layouts that have one of their own."""
    base: str = "light"
    """The tone of slides whose layout names none; the master has it too."""


class Fonts(NamedTuple):
    """The families of a theme, and their files."""

    headings: str
    body: str
    code: str = CODE_FONT
    files: Mapping[str, Mapping[str, Path]] = MappingProxyType({})
    """For each family of the theme's own: `regular`, `bold`, … and their TTF files."""
    embedded: Mapping[str, Mapping[str, Path]] = MappingProxyType({})
    """Those of the files that travel inside the .pptx."""


class BrandElements(NamedTuple):
    """What stands on slides for the brand: logos, art, furniture, how pictures are shown."""

    logos: Mapping[str, Logo] = MappingProxyType({})
    """The logo for `light` and for `dark` backgrounds, or for one tone."""
    height: int = 0
    """The height of the logo in EMU."""
    layouts: tuple[str, ...] = ()
    """The layouts that show it."""
    position: LogoPosition = "top-left"
    elsewhere: Mapping[str, LogoElsewhere] = MappingProxyType({})
    """Layouts that show the logo otherwise."""
    clear: float = 0.25
    """The space that nothing else may enter around a logo, as a share of its height."""
    partner: Partner | None = None
    art: Mapping[str, Art] = MappingProxyType({})
    furniture: tuple[Furniture, ...] = ()
    photographs: Literal["as-they-are", "grey", "duotone"] = "as-they-are"
    """How photographs are shown."""
    icons: Mapping[str, Path] = MappingProxyType({})
    """The theme's own icons by name."""


class Taste(NamedTuple):
    """What else designers decide."""

    radius: int = 0
    """The radius of corners in EMU."""
    rule: float = 1.5
    """The weight of rules in points."""
    prefer: Mapping[str, Sequence[str]] = MappingProxyType({})
    """For each layout the compositions that are tried first."""
    avoid: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Those that are tried last."""


class RuleNumber(NamedTuple):
    """A number of a rule that a theme sets, and where it does."""

    code: str
    name: str
    value: float
    place: Place


class Asks(NamedTuple):
    """What a theme asks of decks."""

    rules: tuple[RuleNumber, ...] = ()
    """The numbers of rules that the theme sets."""
    allow: tuple[tuple[str, Place], ...] = ()
    """The codes of findings that are on purpose under this theme, each with its place."""
    avoided_words: Mapping[str, str] = MappingProxyType({})
    """Words that the brand does without, each with what it says instead."""
    house: House = House()
    """What the brand asks of all its talks."""
    layouts_named: tuple[tuple[str, str, Place], ...] = ()
    """The layouts that its file names, each with its place; whether there are such is not known."""
