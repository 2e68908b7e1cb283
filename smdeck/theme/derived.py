"""Derived colours: what a brand file leaves out of a theme follows from the colours that it has.

A colour of the brand is shown as it is, or not at all: where words in it can't be read they take
another one, where words on it can't be read these are dark instead of light. What the brand lacks
is a tint or a shade of its first colour, or of its words. Contrast is that of WCAG 2.2 (success
criteria 1.4.3 and 1.4.11): 4.5:1 for words, 3:1 for large ones and for shapes that say something.
Emphasised words are large on slides; the rule `contrast` looks at each.
"""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.scene.style import Role, Slot
from smdeck.theme.brand_palette import (
    APART,
    SEEN,
    Palette,
    is_colorful,
    lightness,
)
from smdeck.theme.color import LARGE_CONTRAST, RGB, TEXT_CONTRAST, Shade, contrast
from smdeck.theme.color_blindness import closest, difference
from smdeck.theme.scheme import SLOTS, Scheme
from smdeck.theme.tones import SERIES

GREY_SEEN = 1.8
"""The same for a grey, which nothing but its lightness sets off."""

TOLD = 10.5
"""How far colours of charts are to be apart: see the rule `chart-confusable`."""


def derived_scheme(palette: dict[str, RGB], of: Palette) -> Scheme:
    """Return all that follows from the colours of a brand."""
    calm = "brand" if of.dark_by_itself else "dark"
    return Scheme(
        palette,
        _slots(of),
        _tones(of),
        base="dark" if of.dark_by_itself else "light",
        layouts={
            "title": "brand", "closing": "brand", "section": "accent", "quote": calm,
            "questions": calm, "contact": "brand",
        },
        by_weight=_by_weight(of),
    )  # fmt: skip


def _slots(of: Palette) -> dict[Slot, RGB]:
    """Return the twelve colours of the PowerPoint theme."""
    headers = of.primary if _reads(of.primary, of.paper) else of.text  # those of tables, set in dk2
    visited = of.second if _reads(of.second, of.paper) else of.text
    colors = of.text, of.paper, headers, of.surface, *_accents(of), _link(of), visited
    return dict(zip(SLOTS, colors, strict=True))


def _tones(of: Palette) -> dict[str, dict[Role, Shade]]:
    """Return the roles of colours in the four tones."""
    backgrounds = {
        "light": (of.paper, of.text),
        "dark": (of.night, of.night_words),
        **{
            name: (background, _words_of(of, background))
            for name, liked in (("brand", of.primary), ("accent", of.second))
            for background in of.kept((liked, of.primary, of.second, of.night), "ground")[:1]
            or [of.text]
        },
    }
    return {name: _tone(of, *both, name == "light") for name, both in backgrounds.items()}


def _by_weight(of: Palette) -> bool:
    """Return whether emphasised words have no colour of their own in the usual tone."""
    dark = of.dark_by_itself
    background, words = (of.night, of.night_words) if dark else (of.paper, of.text)
    return _accent(of, background, [background], words, not dark) == Shade(words)


def _accents(of: Palette) -> list[RGB]:
    """Return the six accents: the brand's colours first, then tints and shades of the first.

    Whatever a background is painted in, and words of it are set in, must be among them.
    """
    needed = [of.night, of.night_words, *(color for color in of.headings if color)]
    own = [of.primary, of.second, *needed, *of.loud_at_night, *of.further]
    known = {of.text, of.paper, of.surface}
    accents = [color for color in dict.fromkeys(own) if color not in known]
    for base in (of.primary, of.second):
        for shade in (Shade(base, lighter=40), Shade(base, darker=25), Shade(base, lighter=60),
                      Shade(base, darker=50), Shade(base, lighter=20)):  # fmt: skip
            color = shade.on(of.paper)
            if not of.made([shade]):
                continue
            if len(accents) < 6 and color not in accents and color not in known:
                accents.append(color)
    while len(accents) < 6:  # of black and white there are no more
        accents.append(of.text)
    if of.primary in known:
        accents.insert(0, of.primary)
    return accents[:6]


def _link(of: Palette) -> RGB:
    """Return the colour of links: the brand's, if it can be read at any size."""
    liked = of.kept((one for one in (of.link, *of.loud, of.primary, of.second) if one), "text")
    return next((color for color in liked if _reads(color, of.paper)), of.text)


# -- the roles in a tone --------------------------------------------------------------------------


def _words_of(of: Palette, background: RGB) -> RGB:
    """Return the words on a brand's colour: the light ones wherever they are read."""
    for words in (of.paper, of.text):
        if contrast(words, background) >= TEXT_CONTRAST and of.usage.allows_pair(words, background):
            return words
    return max((of.paper, of.text), key=lambda words: contrast(words, background))


def _tone(of: Palette, background: RGB, text: RGB, is_light: bool) -> dict[Role, Shade]:
    """Return the roles in one tone."""
    words = _readable(text, background)
    calm = _calm(of, background, text, words.on(background), is_light)
    behind = [background, calm["surface"].on(background), calm["card"].on(background)]
    brand, highlight, inverse = _areas(of, background, text, is_light)
    accent = _accent(of, background, behind, text, is_light)
    on_brand = [Shade(color) for color in _known(of, (*of.loud_at_night, of.second))]
    seen = brand.on(background)
    roles: dict[Role, Shade] = {
        "ground": Shade(background),
        "text": words,
        "muted": _muted(words, behind),
        "accent": accent if accent != Shade(text) else words,
        "highlight": highlight,
        "brand": brand,
        "inverse": inverse,
        "inverse_accent": next(
            (one for one in on_brand if one.reach([seen]) >= TEXT_CONTRAST), inverse
        ),
        **calm,
        **dict(zip(SERIES, _series(of, background, text), strict=True)),
    }
    heading = _heading(of, behind, words)
    return {**roles, "heading": heading} if heading else roles


def _calm(of: Palette, background: RGB, text: RGB, words: RGB, is_light: bool) -> dict[Role, Shade]:
    """Return what steps back in a tone: areas and lines."""
    if is_light:
        surface, card = Shade(of.surface), Shade(of.paper, lighter=80)
        line, calm = Shade(of.surface, darker=8), Shade(of.surface, darker=18)
        return {"surface": surface, "card": card, "line": line, "calm": calm}
    surface, card = Shade(text, alpha=12), Shade(text, alpha=7)
    line, calm = Shade(text, alpha=26), Shade(text, alpha=40)
    if background != of.night:  # where a wash of the words' own colour would take contrast
        wash = max((of.paper, of.text), key=lambda color: abs(lightness(color) - lightness(words)))
        surface, card = Shade(wash, alpha=14), Shade(wash, alpha=8)
    return {"surface": surface, "card": card, "line": line, "calm": calm}


def _heading(of: Palette, behind: list[RGB], words: Shade) -> Shade | None:
    """Return the colour of headings, if the brand has one that serves as that of words does."""
    background = behind[0]
    dark_words = lightness(words.on(background)) < lightness(background)
    heading = of.headings[0 if dark_words else 1]
    if not heading or (lightness(heading) < lightness(background)) != dark_words:
        return None
    allowed = all(of.usage.allows_pair(heading, one) for one in behind)
    return Shade(heading) if allowed and Shade(heading).reach(behind) >= LARGE_CONTRAST else None


def _readable(color: RGB, background: RGB) -> Shade:
    """Return words as they are, or black or white where that takes them to be read."""
    for shade in (Shade(color), Shade(color, darker=100), Shade(color, lighter=100)):
        if shade.reach([background]) >= TEXT_CONTRAST:
            return shade
    return Shade(color)


def _muted(words: Shade, behind: list[RGB]) -> Shade:
    """Return the words' colour, as transparent as it can be read."""
    for alpha in (80, 86, 92, 96):
        shade = words._replace(alpha=alpha)
        if shade.reach(behind) >= TEXT_CONTRAST + 0.1:
            return shade
    return words


def _accent(of: Palette, background: RGB, behind: list[RGB], text: RGB, is_light: bool) -> Shade:
    """Return the colour of words that stand out; that of all words, where none can."""
    liked = [Shade(one) for one in _known(of, of.loud if is_light else of.loud_at_night)]
    told = [
        one for one in liked
        if difference(one.color, text) >= APART and of.usage.allows_pair(one.color, background)
    ]  # fmt: skip
    vivid = is_colorful(background) and not is_light  # on which a second colour only flickers
    for ratio in (TEXT_CONTRAST,) if vivid else (TEXT_CONTRAST, LARGE_CONTRAST):
        for shade in told:
            if shade.reach([background]) >= ratio and shade.reach(behind) >= LARGE_CONTRAST:
                return shade
    if not is_light:  # a tint of the first colour, as the colour picker makes them
        tints = [Shade(color, lighter=share) for share in (40, 60, 75, 85) for color in of.loud[:1]]
        for shade in of.made(tints):
            if (
                shade.reach(behind) >= TEXT_CONTRAST
                and difference(shade.on(background), text) >= APART
            ):
                return shade
    return Shade(text)


def _areas(of: Palette, background: RGB, text: RGB, is_light: bool) -> tuple[Shade, Shade, Shade]:
    """Return the colours of large shapes, of shapes that stand out, and of words on both."""
    own: list[Shade] = []  # on a background in a brand's colour, areas have that of words
    if is_light:
        own = [Shade(color) for color in of.kept((of.primary, of.second), "shape")]
    elif background == of.night:
        areas = of.kept((*of.loud_at_night, of.primary, of.second), "shape")
        own = [Shade(color) for color in _known(of, areas)]
    words = [Shade(color) for color in (of.paper, of.text) if is_light or color != background]
    words = [*words, *(Shade(one) for one in (background, text))]
    words += [Shade(of.text, darker=100), Shade(of.paper, lighter=100)]
    loud = [
        Shade(color)
        for color in of.kept(_known(of, of.loud_at_night), "shape")
        if color != of.primary and difference(color, text) >= APART
    ]
    shades = of.made(
        Shade(of.primary, **{way: share})
        for share in (25, 40, 60, 15, 50, 75)
        for way in ("darker", "lighter")
    )
    for brand in (*own, Shade(text)):
        seen = brand.on(background)
        if contrast(seen, background) < (SEEN if is_colorful(seen) else GREY_SEEN):
            continue
        for inverse in words:
            if inverse.reach([seen]) < TEXT_CONTRAST:
                continue
            for highlight in (*loud, *shades, *own, Shade(text)):
                shown = highlight.on(background)
                apart = difference(shown, seen) >= APART / 2
                if (
                    apart
                    and contrast(shown, background) >= LARGE_CONTRAST
                    and inverse.reach([shown]) >= LARGE_CONTRAST
                ):
                    return brand, highlight, inverse
    brand = Shade(text)
    return brand, brand, max(words, key=lambda shade: shade.reach([text]))


def _series(of: Palette, background: RGB, text: RGB) -> list[Shade]:
    """Return six colours that can be seen on a background: the brand's own as they are, as far as
    they are told apart, by colour-blind people too; then tints, shades and greys, each the one
    that looks least like those before it."""
    colors = of.kept((of.primary, *of.further, of.second), "chart")
    own = [Shade(color) for color in _known(of, colors)]
    greys = [Shade(text, alpha=alpha) for alpha in (100, 85, 75, 65, 55, 45)]
    made = of.made(
        Shade(color, **{way: share})
        for color in dict.fromkeys(of.kept((of.primary, of.second), "chart"))
        for share in (15, 25, 40, 50, 60, 75, 85)
        for way in ("darker", "lighter")
    )
    chosen: list[Shade] = []
    for shade in own:
        told = _distance(shade.on(background), [one.on(background) for one in chosen]) >= TOLD
        if told and len(chosen) < 6 and shade.reach([background]) >= LARGE_CONTRAST:
            chosen.append(shade)
    left = [one for one in (*made, *greys) if one.reach([background]) >= LARGE_CONTRAST]
    if len(left) < 6:  # on a background of middle lightness few can be seen: the best of the rest
        rest = [one for one in (*made, *greys) if one not in left]
        left += sorted(rest, key=lambda one: -one.reach([background]))[: 6 - len(left)]
    while len(chosen) < 6:
        taken = [one.on(background) for one in chosen]
        best = max(left, key=lambda shade: _distance(shade.on(background), taken))
        left.remove(best)
        chosen.append(best)
    return chosen


def _known(of: Palette, colors: Iterable[RGB]) -> list[RGB]:
    """Return those of some colours that are among the twelve of the PowerPoint theme, each once."""
    known = {of.text, of.paper, of.surface, *_accents(of)}
    return [color for color in dict.fromkeys(colors) if color in known]


def _distance(color: RGB, others: Iterable[RGB]) -> float:
    """Return how far a colour is from the nearest of others, in all ways of seeing."""
    return min((closest(color, other)[0] for other in others), default=100.0)


def _reads(color: RGB, background: RGB) -> bool:
    return contrast(color, background) >= TEXT_CONTRAST
