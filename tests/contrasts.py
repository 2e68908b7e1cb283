"""Contrasts of words on rendered pages: what the audience sees, not what the theme says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

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
    for word in words(page):
        if not any(map(str.isalnum, word.text)):
            continue  # LibreOffice gives all bullets the colour of the layout's last ones
        large = word.size >= 18 or (word.bold and word.size >= 14)
        ratio = contrast(word.color, _ground(pixmap, word))
        if ratio < (3.0 if large else 4.5) - CONTRAST_ROUNDING:
            yield f"{word.text} has a contrast of {ratio:.1f}"
        elif _is_plain(pixmap, word):
            yield f"{word.text} can't be told from its ground"


def _ground(pixmap: Any, word: Line) -> Color:
    """Return the colour behind a word: the commonest pixel in the rows above and below it."""
    top = word.area.top - 0.06 * word.size  # clear of the bar of a T
    rows = (round(edge * PIXELS_PER_POINT) for edge in (top, word.area.bottom))
    red, green, blue = _pixels(pixmap, word, rows).most_common(1)[0][0]
    return red, green, blue


def _is_plain(pixmap: Any, word: Line) -> bool:
    """Return whether the pixels of a word are almost all of one colour: it has no letters."""
    top, bottom = (round(edge * PIXELS_PER_POINT) for edge in (word.area.top, word.area.bottom))
    depth = (bottom - top) // 4  # below the line of most letters
    pixels = _pixels(pixmap, word, range(top + 1, bottom - depth, 3))
    return pixels.most_common(1)[0][1] > PLAIN_SHARE * pixels.total()


def _pixels(pixmap: Any, word: Line, rows: Iterable[int]) -> Counter[bytes]:
    """Count the colours in some rows of a picture, as wide as a word."""
    left, right = (round(edge * PIXELS_PER_POINT) for edge in (word.area.left, word.area.right))
    start, end = 3 * max(left, 0), 3 * min(right, pixmap.width)
    pixels: Counter[bytes] = Counter()
    for row in rows:
        first = min(max(row, 0), pixmap.height - 1) * pixmap.stride
        line = bytes(pixmap.samples_mv[first + start : first + end])
        pixels.update(line[at : at + 3] for at in range(0, len(line), 3))
    return pixels


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
