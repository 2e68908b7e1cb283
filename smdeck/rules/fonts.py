"""Fonts: a font that the presenting computer may lack.

**What it does:** warns once of a theme whose fonts do not come with PowerPoint on Windows and on the Mac, and don't travel inside the file either
(`fonts: {embed: true}` in the theme).

**Why it is bad:** PowerPoint then takes another font without a word. Lines break elsewhere, and what was fitted here runs over there.

**What to do:** take a font that is there everywhere, as Arial, Calibri, Georgia or Verdana, let the theme embed its own, or see to it that
it is installed, and write `allow: [fonts]` into the theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.findings import listing
from smdeck.fonts.everywhere import EVERYWHERE

ROLES = ("heading", "body", "code")
"""The fonts of a level that the theme names."""


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the theme's fonts that are not everywhere."""
    theme = talk.theme
    there = {font.casefold() for font in (*EVERYWHERE, *theme.fonts.embedded)}
    used = dict.fromkeys([theme.fonts.headings, theme.fonts.body, *_of_placeholders(talk)])
    if theme.fonts.code.casefold() not in there and _has_code(talk):
        used[theme.fonts.code] = None
    missing = [font for font in used if font.casefold() not in there]
    if missing:
        yield Issue(
            "warning",
            f"the theme sets its words in {listing(missing, 'and')}, which not every computer has",
            talk.deck.at("theme"),
            "let the theme embed it, install it where you present, or take another theme",
        )


def _of_placeholders(talk: CheckedDeck) -> list[str]:
    """Return the families that placeholders of a company's template name beside its theme's."""
    if talk.theme.owns_master:
        return []
    levels = (level for slide in talk.slides for text in slide.texts for level in text.style.levels)
    return [font for font in dict.fromkeys(level.font for level in levels) if font not in ROLES]


def _has_code(talk: CheckedDeck) -> bool:
    """Return whether a slide shows code."""
    return any(
        paragraph.code or any(run.code for run in paragraph.runs)
        for slide in talk.slides
        for text in slide.texts
        for paragraph in text.paragraphs
    )
