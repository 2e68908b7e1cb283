"""Families: under which name the widths of a font are known, and how near they are to its own."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parent.parent / "data"

ALIASES = {
    "arimo": "Arial", "liberation sans": "Arial", "nimbus sans": "Arial", "helvetica": "Arial",
    "nimbus sans l": "Arial", "tex gyre heros": "Arial", "liberation sans narrow": "Arial Narrow",
    "helvetica narrow": "Arial Narrow", "carlito": "Calibri", "caladea": "Cambria",
    "tinos": "Times New Roman", "liberation serif": "Times New Roman", "times": "Times New Roman",
    "nimbus roman": "Times New Roman", "cousine": "Courier New", "liberation mono": "Courier New",
    "courier": "Courier New", "gelasio": "Georgia", "selawik": "Segoe UI",
    "urw gothic": "Century Gothic", "tex gyre adventor": "Century Gothic",
    "itc avant garde gothic": "Century Gothic", "avant garde": "Century Gothic",
    "palatino": "Palatino Linotype", "book antiqua": "Palatino Linotype",
    "p052": "Palatino Linotype", "trebuchet": "Trebuchet MS", "source sans pro": "Source Sans 3",
    "source serif pro": "Source Serif 4", "muli": "Mulish", "noto sans display": "Noto Sans",
}  # fmt: skip
"""Fonts of the same widths, or the same font under an older name: by what each is known."""

ESTIMATED = {
    "aptos": ("Arial", 1.02, 1.03), "aptos narrow": ("Arial Narrow", 1.1, 1.1),
    "aptos mono": ("Courier New", 1.0, 1.0), "aptos serif": ("Georgia", 1.03, 1.0),
    "arial black": ("Arial", 1.3, 1.25), "arial nova": ("Arial", 1.0, 1.0),
    "avenir": ("Arial", 1.05, 1.05), "avenir next": ("Arial", 1.05, 1.05),
    "bahnschrift": ("Arial", 1.02, 1.02), "candara": ("Arial", 1.0, 1.0),
    "consolas": ("Courier New", 1.0, 1.0), "constantia": ("Georgia", 1.0, 1.0),
    "corbel": ("Arial", 1.0, 1.0), "franklin gothic": ("Arial", 1.0, 1.05),
    "frutiger": ("Segoe UI", 1.05, 1.05), "futura": ("Century Gothic", 1.0, 1.0),
    "garamond": ("Times New Roman", 1.0, 1.0), "gill sans": ("Arial", 1.0, 1.05),
    "gill sans mt": ("Arial", 1.0, 1.05), "gotham": ("Montserrat", 1.03, 1.03),
    "helvetica neue": ("Arial", 1.02, 1.02), "lucida grande": ("Verdana", 1.0, 1.0),
    "lucida sans": ("Verdana", 1.0, 1.0), "myriad pro": ("Segoe UI", 1.0, 1.0),
    "proxima nova": ("Montserrat", 1.0, 1.0), "tw cen mt": ("Arial", 1.0, 1.0),
    "univers": ("Arial", 1.03, 1.03),
}  # fmt: skip
"""Fonts that no free one has the widths of: what they are like, and how much wider regular and bold
are taken to be. They lie at or above what pages set in them show."""

UNKNOWN = 1.25
"""How much wider than its like a font is taken to be that nothing is known of. Of 30 well-known web
fonts taken so, the widest has one word in a hundred that is wider; most are narrower."""

_KINDS = (
    (("mono", "code", "courier"), "Courier New"),
    (("condensed", "narrow"), "Arial Narrow"),
    (("serif", "slab", "garamond", "times", "antiqua", "baskerville", "bodoni"), "Georgia"),
)
"""What the name of a font tells of it; `sans` in it outweighs `serif`."""

_WEIGHT = (
    r"[ -]?(thin|hairline|extra ?light|ultra ?light|semi ?light|light|book|roman|regular|normal"
    r"|text|display|medium"
    r"|(?P<heavy>semi ?bold|demi ?bold|demi|extra ?bold|ultra ?bold|bold|heavy|black))$"
)
"""What stands behind the name of a family in those of its weights and sizes."""


class Known(NamedTuple):
    """A family whose widths ship, and how it stands to the one asked for."""

    family: str
    regular: float = 1.0
    bold: float = 1.0
    heavy: bool = False
    """Whether the font asked for is a bold weight under a name of its own."""
    exact: bool = True
    """Whether the widths are its own; else they are taken to be so much wider."""


def ships(family: str) -> bool:
    """Return whether the widths of a family ship with smdeck under its own name."""
    return widths_file(family).is_file()


def widths_file(family: str) -> Path:
    """Return the file of a family's widths."""
    return DATA / "metrics" / f"{family.lower().replace(' ', '-')}.json"


def kerning_file(family: str) -> Path:
    """Return the file of a family's kerning, which only some have."""
    return DATA / "kerning" / widths_file(family).name


@lru_cache(maxsize=256)
def known_as(family: str) -> Known:
    """Return the family by which a font is measured.

    Its own, one of the same widths, the family of a weight such as `Montserrat SemiBold`, one that
    it is like, and where nothing is known the like of its kind, taken to be wider.
    """
    name = family.casefold().strip()
    found = _named(name)
    if found:
        return found
    weight = re.search(_WEIGHT, name)
    if weight and weight.start():
        base = known_as(name[: weight.start()])
        if base.exact or base.regular < UNKNOWN:
            return base._replace(heavy=base.heavy or weight["heavy"] is not None)
    for parts, like in _KINDS if "sans" not in name else _KINDS[:2]:
        if any(part in name for part in parts):
            return Known(like, UNKNOWN, UNKNOWN, exact=False)
    return Known("Arial", UNKNOWN, UNKNOWN, exact=False)


def _named(name: str) -> Known | None:
    if ships(name):
        return Known(name)
    if name in ALIASES:
        return Known(ALIASES[name])
    if name in ESTIMATED:
        return Known(*ESTIMATED[name], exact=False)
    return None
