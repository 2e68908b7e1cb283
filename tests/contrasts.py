"""Contrasts of words on rendered pages: what the audience sees, not what the theme says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PIL import Image
from rendering import Line, words

Color = tuple[int, int, int]

CONTRAST_ROUNDING = 0.1
"""How far a ratio may be off because the colours of pixels are whole numbers."""

PIXELS_PER_POINT = 2

PLAIN_SHARE = 0.94
"""From this share of equal pixels on, there are no letters to see: the thinnest cover more."""


def pale_words(page: Any) -> Iterator[str]:
    """Return the words of a page that miss WCAG 2.2, success criterion 1.4.3, and by how much."""
    pixmap = page.get_pixmap(dpi=72 * PIXELS_PER_POINT)
    picture = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    for word in words(page):
        if not any(map(str.isalnum, word.text)):
            continue  # LibreOffice gives all bullets the colour of the layout's last ones
        large = word.size >= 18 or (word.bold and word.size >= 14)
        ratio = contrast(word.color, _backdrop(picture, word))
        if ratio < (3.0 if large else 4.5) - CONTRAST_ROUNDING:
            yield f"{word.text} has a contrast of {ratio:.1f}"
        elif _is_plain(picture, word):
            yield f"{word.text} can't be told from its backdrop"


def _backdrop(picture: Image.Image, word: Line) -> Color:
    """Return the colour behind a word: the commonest pixel in the rows above and below it."""
    top = word.area.top - 0.06 * word.size  # clear of the bar of a T
    pixels: Counter[Color] = Counter()
    for edge in (top, word.area.bottom):
        row = round(edge * PIXELS_PER_POINT)
        pixels += _pixels(picture, word, row, row + 1)
    return pixels.most_common(1)[0][0]


def _is_plain(picture: Image.Image, word: Line) -> bool:
    """Return whether the pixels of a word are almost all of one colour: it has no letters."""
    top, bottom = (round(edge * PIXELS_PER_POINT) for edge in (word.area.top, word.area.bottom))
    depth = (bottom - top) // 4  # below the line of most letters
    pixels = _pixels(picture, word, top + 1, max(bottom - depth, top + 2))
    return pixels.most_common(1)[0][1] > PLAIN_SHARE * pixels.total()


def _pixels(picture: Image.Image, word: Line, top: int, bottom: int) -> Counter[Color]:
    """Count the colours in some rows of a picture, as wide as a word."""
    left, right = (round(edge * PIXELS_PER_POINT) for edge in (word.area.left, word.area.right))
    top = min(max(top, 0), picture.height - 1)
    bottom = min(max(bottom, top + 1), picture.height)
    part = picture.crop((max(left, 0), top, min(right, picture.width), bottom))
    colors: Any = part.getcolors(part.width * part.height)
    return Counter({color: count for count, color in colors})


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    shares = (channel / 255 for channel in color)
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
