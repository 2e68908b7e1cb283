"""SVG elements as strings: every text is escaped here, and lengths are points."""

from __future__ import annotations

import re
from functools import cache

from smdeck.scene import Box
from smdeck.units import points

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has no place for (section 2.2), and DEL."""

Attribute = str | float | None


def element(tag: str, content: str = "", /, **attributes: Attribute) -> str:
    """Return an element; `content` is markup, and what is None of the attributes is left out.

    An underscore in the name of an attribute stands for a hyphen, two stand for a colon; one at
    its end, where Python has the word for itself, is dropped.
    """
    written = "".join(
        f' {_name(name)}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


@cache
def _name(name: str) -> str:
    """Return the name of an attribute as XML has it; a few of SVG's have capitals inside."""
    return name.rstrip("_").replace("__", ":").replace("_", "-")


def escaped(value: str | float) -> str:
    """Return a text or a number as it stands in an element or in double quotes."""
    if not isinstance(value, str):
        return number(value)
    text = _FORBIDDEN.sub("\ufffd", value).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


def number(value: float) -> str:
    """Return a number with two decimals at most: a hundredth of a point is no pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def box_attributes(box: Box) -> dict[str, float]:
    """Return the attributes that say where a box stands."""
    return {"x": points(box.x), "y": points(box.y), "width": points(box.w), "height": points(box.h)}
