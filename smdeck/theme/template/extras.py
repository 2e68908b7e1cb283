"""Extras: what small placeholders beside title and content are for, as a kicker or a source.

What they are called decides, or what they ask for, in some languages; else where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

from smdeck.patterns import pattern
from smdeck.scene.template import TemplateLayout, TemplatePlaceholder

Extra = Literal["kicker", "subtitle", "source", "date", "speaker", "number", "picture"]
"""What a placeholder beside title and content may be for; slides have one of that name."""

EXTRAS: tuple[Extra, ...] = get_args(Extra)

KEPT = ("kicker", "subtitle", "source")
"""Those that slides have too which are composed on a layout."""


def _words(text: str) -> re.Pattern[str]:
    return pattern(rf"(?:{text})", re.IGNORECASE)


_NAMES: dict[Extra, re.Pattern[str]] = {
    "kicker": _words(
        r"kicker|eyebrow|overline|topline|dachzeile|rubrik|surtitre|antetítulo|occhiello"
        r"|section name|chapter name|kapitelname|kopfzeile"
    ),
    "subtitle": _words(
        r"sub.?(?:head|title|heading|line)|unter(?:titel|zeile|überschrift)|sous.?titre"
        r"|subtítulo|sottotitolo|ondertitel|podtytuł"
    ),
    "source": _words(r"source|quellen?\b|fußnote|fussnote|footnote|bron\b|fonte\b|fuente|źródło"),
    "speaker": _words(
        r"speaker|presenter|author|autor|referent|vortragende|sprecher|auteur|relatore|spreker"
        r"|verfasser|presented by|\bname\b"
    ),
    "date": _words(r"dat(?:e|um|a)\b|fecha"),
    "number": _words(
        r"(?:section|chapter|kapitel).?(?:number|no\.?|nummer|nr)|\bnummer\b|\bnumber\b"
    ),
}
"""What they are called, or ask for, in some languages."""

NUMBER = 60.0
"""Words that are so large, in points on our canvas, are the number of a section."""

HIGHEST = 0.16
"""How much of the slide's height a line of words has at the most."""

LOW = 0.8
"""What begins below so much of the slide's height is at its foot."""

SMALL = 20.0
"""Sources are set at this size at the most, in points on our canvas."""

PICTURES = ("pic", "clipArt", "media")


def extras(
    layout: TemplateLayout, spare: Iterable[TemplatePlaceholder], size: tuple[int, int], cover: bool
) -> dict[str, TemplatePlaceholder]:
    """Return what the placeholders to spare of a layout are for, as far as that is plain.

    `size` is the slide's on our canvas; a `cover` has a speaker and a date, and no kicker.
    """
    found: dict[str, TemplatePlaceholder] = {}
    unnamed = []
    for one in spare:
        extra = _called(one)
        if extra is None:
            unnamed.append(one)
        elif _may_be(extra, cover, one) and extra not in found:
            found[extra] = one
    for one in unnamed:
        extra = _placed(one, layout, size, cover)
        if extra and extra not in found:
            found[extra] = one
    return found


def _called(one: TemplatePlaceholder) -> Extra | None:
    """Return what a placeholder is for by its name, or else by what it asks for."""
    if one.type in PICTURES:
        return "picture"
    if one.type not in ("body", "subTitle"):
        return None
    for text in (one.name, one.prompt):
        for extra, words in _NAMES.items():
            if words.search(text[:80]):
                return extra
    return None


def _may_be(extra: Extra, cover: bool, one: TemplatePlaceholder) -> bool:
    """Return whether such a placeholder is filled on a cover, or on other slides."""
    if extra in ("picture", "speaker", "date"):
        return cover
    if extra == "number":
        return not cover and _is_large(one)
    return not (cover and extra in ("kicker", "source"))


def _placed(
    one: TemplatePlaceholder, layout: TemplateLayout, size: tuple[int, int], cover: bool
) -> Extra | None:
    """Return what a line of words is for by where it stands beside the title."""
    title = layout.title
    if one.type != "body" or title is None or one.box.h > HIGHEST * size[1]:
        return "number" if not cover and one.type == "body" and _is_large(one) else None
    box, head = one.box, title.box
    across = min(box.right, head.right) - max(box.x, head.x) > 0.5 * min(box.w, head.w)
    if cover or not across or head.y > size[1] // 2:
        return None
    if box.bottom <= head.y + head.h // 4:
        return "kicker"
    if box.y >= head.y + head.h // 2 and box.bottom <= 0.4 * size[1]:
        return "subtitle"
    small = one.style is not None and one.style.sizes[0][0] <= SMALL
    return "source" if box.y >= LOW * size[1] and small else None


def _is_large(one: TemplatePlaceholder) -> bool:
    return one.style is not None and one.style.sizes[0][0] >= NUMBER
