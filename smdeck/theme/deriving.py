"""Deriving: what a brand file leaves out of a theme follows from the colours that it has.

A colour of the brand is shown as it is, or not at all: where words in it can't be read they take
another one, where words on it can't be read these are dark instead of light. What the brand lacks
is a tint or a shade of its first colour, or of its words. Contrast is that of WCAG 2.2 (success
criteria 1.4.3 and 1.4.11): 4.5:1 for words, 3:1 for large ones and for shapes that say something.
Emphasised words are large on slides; the rule `contrast` looks at each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from smdeck.scene.style import Paint
from smdeck.theme.brand import HEADINGS, LINK
from smdeck.theme.color import RGB, contrast, hex_digits, painted
from smdeck.theme.vision import closest, difference

WORDS, LARGE, SEEN = 4.5, 3.0, 1.3
"""The contrasts of words, of large words and shapes that say something, and of those that are only
to be seen: areas with words of their own on them, such as a yellow on white."""

GREY_SEEN = 1.8
"""The last of these for a grey, which nothing but its lightness sets off."""

READS_WELL = 7.0
"""The contrast from which a colour may be the ground of whole slides of words."""

APART = 14.0
"""Colours nearer than this in CIEDE2000 are one colour to the audience."""

TOLD = 10.5
"""How far colours of charts are to be apart: see the rule `chart-confusable`."""

COLORFUL = 0.2
"""From this difference of the channels on, of 1, a colour is more than grey."""

NEUTRAL_BLUE: RGB = (0x2B, 0x5F, 0x8C)
"""The first colour of a brand that names none."""

DARK_WORDS: RGB = (0x1C, 0x1F, 0x24)
LIGHT_WORDS: RGB = (0xF4, 0xF2, 0xEE)
"""The words of a brand that names none."""

STATUS = ("success", "info", "warning", "danger")
"""Colours that say how something went: they decorate nothing, and so no chart either."""

BRANDED = ("primary", "secondary", "tertiary")

OF_PAGES = (*STATUS, "foreground", "background", "light", "dark", HEADINGS, LINK)
"""Names of colours that charts don't take."""

SCALE = [
    10.5, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 34, 36, 40, 44, 48, 54, 60, 66, 72, 80, 96, 115,
    138, 166, 200,
]  # fmt: skip

BOUNDS = {
    "title": (34, 28), "display": (54, 36), "statement": (80, 40), "quote": (40, 24),
    "body": (32, 18), "cell": (28, 18), "label": (20, 14), "small": (14, 12),
    "number": (166, 96), "foot": (10.5, 10.5),
}  # fmt: skip
"""The largest and the smallest size of each kind of text, in points."""


def derived_type() -> dict[str, Any]:
    """Return the type scale of a theme that names none."""
    kinds = {
        kind: {"largest": largest, "smallest": smallest}
        for kind, (largest, smallest) in BOUNDS.items()
    }
    return {"scale": list(SCALE), **kinds, "tracking": -0.01}


class Shade(NamedTuple):
    """A colour as it is, or as PowerPoint's colour picker changes it, in percent."""

    color: RGB
    lighter: int = 0
    darker: int = 0
    alpha: int = 100

    def on(self, ground: RGB) -> RGB:
        """Return what it looks like on a ground."""
        return painted(self.color, Paint("dk1", self.lighter, self.darker, self.alpha), ground)

    def reach(self, behind: Iterable[RGB]) -> float:
        """Return its least contrast to what lies behind."""
        return min(contrast(self.on(ground), ground) for ground in behind)

    def written(self) -> dict[str, Any]:
        """Return it in the keys of a theme."""
        changes = {"lighter": self.lighter, "darker": self.darker}
        alpha = {"alpha": self.alpha} if self.alpha < 100 else {}
        kept = {name: share for name, share in changes.items() if share}
        return {"color": _hex(self.color), **kept, **alpha}


class Palette(NamedTuple):
    """The colours that a derived theme is made of."""

    ink: RGB
    paper: RGB
    night: RGB
    """The ground of dark slides."""
    night_words: RGB
    primary: RGB
    second: RGB
    """The second colour: the brand's, or a shade of the first."""
    loud: tuple[RGB, ...]
    """The brand's colours that may set words off, the first that serves is taken."""
    loud_at_night: tuple[RGB, ...]
    """The same on dark grounds, those first that the brand has for them."""
    further: tuple[RGB, ...]
    """Further colours of the brand, for charts."""
    surface: RGB
    headings: tuple[RGB | None, RGB | None]
    """The colour of headings on light and on dark grounds."""
    link: RGB | None
    dark_by_itself: bool
    """Whether the brand's own ground is the dark one."""


def brand_palette(named: Mapping[str, RGB]) -> Palette:
    """Return the colours of a theme for a brand's resolved colours."""
    ground = named.get("background", (255, 255, 255))
    words = named.get("foreground") or _words_on(ground, named)
    if contrast(words, ground) < WORDS:
        words = DARK_WORDS if contrast(DARK_WORDS, ground) >= WORDS else LIGHT_WORDS
    dark_by_itself = _light(ground) < _light(words)
    paper, ink = (words, ground) if dark_by_itself else (ground, words)
    further = tuple(_further(named))
    primary = named.get("primary") or next(iter(further), NEUTRAL_BLUE)
    second = _second(primary, named.get("secondary"), ink, paper)
    loud = [
        named.get(name, primary)
        for name in ("secondary", "primary", "tertiary")
        if name in named or name == "primary"
    ]
    at_night = [named[f"{name}-dark"] for name in BRANDED if f"{name}-dark" in named]
    loud = [color for color in loud if _is_colorful(color)]
    own = (named.get("secondary", primary), named.get("tertiary", primary), *further)
    night, night_words = _night(named, ink, paper, dark_by_itself)
    return Palette(
        ink=ink,
        paper=paper,
        night=night,
        night_words=night_words,
        primary=primary,
        second=second,
        loud=tuple(dict.fromkeys(loud)),
        loud_at_night=tuple(dict.fromkeys((*at_night, *loud))),
        further=tuple(color for color in dict.fromkeys(own) if color != primary),
        surface=_surface(named, primary, ink, paper),
        headings=(named.get(HEADINGS), named.get(f"{HEADINGS}-dark", named.get(HEADINGS))),
        link=named.get(LINK),
        dark_by_itself=dark_by_itself,
    )


def derived_colors(of: Palette) -> dict[str, str]:
    """Return the twelve colours of the PowerPoint theme, as hex: the brand's as they are."""
    readable = contrast(of.primary, of.paper) >= WORDS
    slots = {
        "dk1": of.ink, "lt1": of.paper, "lt2": of.surface,
        "dk2": of.primary if readable else of.ink,  # the headers of tables are set in it
        **{f"accent{n}": color for n, color in enumerate(_accents(of), 1)},
        "hlink": _link(of), "folHlink": of.second if _reads(of.second, of.paper) else of.ink,
    }  # fmt: skip
    return {slot: _hex(color) for slot, color in slots.items()}


def derived_tones(of: Palette) -> dict[str, Any]:
    """Return the roles of colours on the four grounds."""
    grounds = {
        "light": (of.paper, of.ink),
        "dark": (of.night, of.night_words),
        "brand": (of.primary, _words_of(of, of.primary)),
        "accent": (of.second, _words_of(of, of.second)),
    }
    return {name: _tone(of, *both, name == "light") for name, both in grounds.items()}


def derived_layouts(of: Palette) -> dict[str, str]:
    """Return the grounds of layouts that do not stand on the usual one."""
    calm = "brand" if of.dark_by_itself else "dark"
    return {"title": "brand", "closing": "brand", "section": "accent", "quote": calm,
            "questions": calm, "contact": "brand"}  # fmt: skip


def sets_off_by_weight(of: Palette) -> bool:
    """Return whether emphasised words have no colour of their own on the usual ground."""
    if of.dark_by_itself:
        return _accent(of, of.night, [of.night], of.night_words, False) == Shade(of.night_words)
    return _accent(of, of.paper, [of.paper], of.ink, True) == Shade(of.ink)


# -- the palette ------------------------------------------------------------------------------


def _words_on(ground: RGB, named: Mapping[str, RGB]) -> RGB:
    """Return the words of a brand that names none: its darkest or lightest grey, if it has one."""
    greys = [color for color in named.values() if not _is_colorful(color)]
    best = max(greys, key=lambda color: contrast(color, ground), default=ground)
    if contrast(best, ground) >= 11:
        return best
    return DARK_WORDS if _light(ground) > 0.5 else LIGHT_WORDS


def _night(named: Mapping[str, RGB], ink: RGB, paper: RGB, dark_by_itself: bool) -> tuple[RGB, RGB]:
    """Return the ground of dark slides and its words: the brand's own for that, else ink."""
    if dark_by_itself:
        return ink, paper
    words = named.get("foreground-dark", paper)
    liked = [named[name] for name in ("background-dark", "dark") if name in named]
    for ground in (*liked, ink, *sorted(named.values(), key=_light)):
        for on_it in (words, paper):
            if contrast(ground, on_it) >= READS_WELL and _light(ground) < 0.45:
                return ground, on_it
    return ink, paper


def _second(primary: RGB, given: RGB | None, ink: RGB, paper: RGB) -> RGB:
    """Return the brand's second colour; where it has none of its own, a shade of the first."""
    if given and difference(given, primary) >= APART and contrast(given, paper) >= 1.1:
        return given
    options = [Shade(primary, darker=35), Shade(primary, lighter=40), Shade(primary, darker=20)]
    if _light(primary) < 0.16:
        options.sort(key=lambda shade: shade.darker)
    shown = [shade.on(paper) for shade in options]
    apart = [color for color in shown if min(difference(color, one) for one in (ink, primary)) > 8]
    return (apart or shown)[0]


def _further(named: Mapping[str, RGB]) -> Iterator[RGB]:
    """Return the colourful ones of a palette, each once; no status, and none for dark grounds."""
    status = {named[name] for name in STATUS if name in named}
    semantic = {named[name] for name in BRANDED if name in named}
    found: list[RGB] = []
    for name, color in named.items():
        of_page = name in OF_PAGES or name.endswith("-dark") or color in status - semantic
        if of_page or not _is_colorful(color) or color in found:
            continue
        if all(difference(color, other) > APART / 2 for other in found):
            found.append(color)
            yield color


def _surface(named: Mapping[str, RGB], primary: RGB, ink: RGB, paper: RGB) -> RGB:
    """Return calm areas: the brand's `light`, if it is one, else a tint of the first colour."""
    light = named.get("light")
    if light and light != paper and contrast(light, ink) >= READS_WELL and _light(light) > 0.8:
        return light
    of = primary if _is_colorful(primary) else ink
    red, green, blue = (round(a * 0.91 + b * 0.09) for a, b in zip(paper, of, strict=True))
    return red, green, blue


def _accents(of: Palette) -> list[RGB]:
    """Return the six accents: the brand's colours first, then tints and shades of the first.

    Whatever a ground is painted in, and words of it are set in, must be among them.
    """
    needed = [of.night, of.night_words, *(color for color in of.headings if color)]
    own = [of.primary, of.second, *needed, *of.loud_at_night, *of.further]
    known = {of.ink, of.paper, of.surface}
    accents = [color for color in dict.fromkeys(own) if color not in known]
    for base in (of.primary, of.second):
        for shade in (Shade(base, lighter=40), Shade(base, darker=25), Shade(base, lighter=60),
                      Shade(base, darker=50), Shade(base, lighter=20)):  # fmt: skip
            color = shade.on(of.paper)
            if len(accents) < 6 and color not in accents and color not in known:
                accents.append(color)
    while len(accents) < 6:  # of black and white there are no more
        accents.append(of.ink)
    if of.primary in known:
        accents.insert(0, of.primary)
    return accents[:6]


def _link(of: Palette) -> RGB:
    """Return the colour of links: the brand's, if it can be read at any size."""
    liked = [color for color in (of.link, *of.loud, of.primary, of.second) if color]
    return next((color for color in liked if _reads(color, of.paper)), of.ink)


# -- the roles on a ground --------------------------------------------------------------------


def _words_of(of: Palette, ground: RGB) -> RGB:
    """Return the words on a ground in a brand's colour: the light ones wherever they are read."""
    for words in (of.paper, of.ink):
        if contrast(words, ground) >= WORDS:
            return words
    return max((of.paper, of.ink), key=lambda words: contrast(words, ground))


def _tone(of: Palette, ground: RGB, text: RGB, is_light: bool) -> dict[str, Any]:
    """Return the roles on one ground."""
    words = _readable(text, ground)
    dark_words = _light(words.on(ground)) < _light(ground)
    # Away from the words: on a coloured ground a wash of their own colour would take contrast.
    wash = max((of.paper, of.ink), key=lambda color: abs(_light(color) - _light(words.on(ground))))
    surface = Shade(of.surface) if is_light else Shade(wash, alpha=14)
    card = Shade(of.paper, lighter=80) if is_light else Shade(wash, alpha=8)
    if not is_light and ground == of.night:
        surface, card = Shade(text, alpha=12), Shade(text, alpha=7)
    behind = [ground, surface.on(ground), card.on(ground)]
    brand, highlight, inverse = _areas(of, ground, text, is_light)
    heading = of.headings[0 if dark_words else 1]
    accent = _accent(of, ground, behind, text, is_light)
    on_brand = [Shade(color) for color in _known(of, (*of.loud_at_night, of.second))]
    seen = brand.on(ground)
    stands_out = next((one for one in on_brand if one.reach([seen]) >= WORDS), inverse)
    line, calm = (
        (Shade(of.surface, darker=8), Shade(of.surface, darker=18))
        if is_light
        else (Shade(text, alpha=26), Shade(text, alpha=40))
    )
    roles = {
        "ground": Shade(ground),
        "text": words,
        "muted": _muted(words, behind),
        "accent": accent if accent != Shade(text) else words,
        "highlight": highlight,
        "brand": brand,
        "inverse": inverse,
        "inverse_accent": stands_out,
        "surface": surface,
        "card": card,
        "line": line,
        "calm": calm,
    }
    if heading and Shade(heading).reach(behind) >= LARGE:
        roles["heading"] = Shade(heading)
    series = [shade.written() for shade in _series(of, ground, text)]
    return {**{role: shade.written() for role, shade in roles.items()}, "series": series}


def _readable(color: RGB, ground: RGB) -> Shade:
    """Return words as they are, or black or white where that takes them to be read."""
    for shade in (Shade(color), Shade(color, darker=100), Shade(color, lighter=100)):
        if shade.reach([ground]) >= WORDS:
            return shade
    return Shade(color)


def _muted(words: Shade, behind: list[RGB]) -> Shade:
    """Return the words' colour, as transparent as it can be read."""
    for alpha in (80, 86, 92, 96):
        shade = words._replace(alpha=alpha)
        if shade.reach(behind) >= WORDS + 0.1:
            return shade
    return words


def _accent(of: Palette, ground: RGB, behind: list[RGB], text: RGB, is_light: bool) -> Shade:
    """Return the colour of words that stand out; that of all words, where none can."""
    liked = [Shade(one) for one in _known(of, of.loud if is_light else of.loud_at_night)]
    told = [one for one in liked if difference(one.color, text) >= APART]
    for ratio in (WORDS, LARGE):
        for shade in told:
            if shade.reach([ground]) >= ratio and shade.reach(behind) >= LARGE:
                return shade
    if not is_light:  # a tint of the first colour, as the colour picker makes them
        tints = [Shade(color, lighter=share) for share in (40, 60, 75, 85) for color in of.loud[:1]]
        for shade in tints:
            if shade.reach(behind) >= WORDS and difference(shade.on(ground), text) >= APART:
                return shade
    return Shade(text)


def _areas(of: Palette, ground: RGB, text: RGB, is_light: bool) -> tuple[Shade, Shade, Shade]:
    """Return the colours of large shapes, of shapes that stand out, and of words on both."""
    own: list[Shade] = []  # on a ground in a brand's colour, areas have that of words
    if is_light:
        own = [Shade(of.primary), Shade(of.second)]
    elif ground == of.night:
        own = [Shade(color) for color in _known(of, (*of.loud_at_night, of.primary, of.second))]
    words = [Shade(color) for color in (of.paper, of.ink) if is_light or color != ground]
    words = [*words, *(Shade(one) for one in (ground, text))]
    words += [Shade(of.ink, darker=100), Shade(of.paper, lighter=100)]
    loud = [
        Shade(color)
        for color in _known(of, of.loud_at_night)
        if color != of.primary and difference(color, text) >= APART
    ]
    shades = [
        Shade(of.primary, **{way: share})
        for share in (25, 40, 60, 15, 50, 75)
        for way in ("darker", "lighter")
    ]
    for brand in (*own, Shade(text)):
        seen = brand.on(ground)
        if contrast(seen, ground) < (SEEN if _is_colorful(seen) else GREY_SEEN):
            continue
        for inverse in words:
            if inverse.reach([seen]) < WORDS:
                continue
            for highlight in (*loud, *shades, *own, Shade(text)):
                shown = highlight.on(ground)
                apart = difference(shown, seen) >= APART / 2
                if apart and contrast(shown, ground) >= LARGE and inverse.reach([shown]) >= LARGE:
                    return brand, highlight, inverse
    brand = Shade(text)
    return brand, brand, max(words, key=lambda shade: shade.reach([text]))


def _series(of: Palette, ground: RGB, text: RGB) -> list[Shade]:
    """Return six colours that can be seen on a ground: the brand's own as they are, as far as they
    are told apart, by colour-blind people too; then tints, shades and greys, each the one that
    looks least like those before it."""
    own = [Shade(color) for color in _known(of, (of.primary, *of.further, of.second))]
    greys = [Shade(text, alpha=alpha) for alpha in (100, 85, 75, 65, 55, 45)]
    made = [
        Shade(color, **{way: share})
        for color in dict.fromkeys((of.primary, of.second))
        for share in (15, 25, 40, 50, 60, 75, 85)
        for way in ("darker", "lighter")
    ]
    chosen: list[Shade] = []
    for shade in own:
        told = _distance(shade.on(ground), [one.on(ground) for one in chosen]) >= TOLD
        if told and len(chosen) < 6 and shade.reach([ground]) >= LARGE:
            chosen.append(shade)
    left = [one for one in (*made, *greys) if one.reach([ground]) >= LARGE]
    if len(left) < 6:  # on a ground of middle lightness few can be seen: the best of the rest
        rest = [one for one in (*made, *greys) if one not in left]
        left += sorted(rest, key=lambda one: -one.reach([ground]))[: 6 - len(left)]
    while len(chosen) < 6:
        taken = [one.on(ground) for one in chosen]
        best = max(left, key=lambda shade: _distance(shade.on(ground), taken))
        left.remove(best)
        chosen.append(best)
    return chosen


def _known(of: Palette, colors: Iterable[RGB]) -> list[RGB]:
    """Return those of some colours that are among the twelve of the PowerPoint theme, each once."""
    known = {of.ink, of.paper, of.surface, *_accents(of)}
    return [color for color in dict.fromkeys(colors) if color in known]


def _distance(color: RGB, others: Iterable[RGB]) -> float:
    """Return how far a colour is from the nearest of others, in all ways of seeing."""
    return min((closest(color, other)[0] for other in others), default=100.0)


def _reads(color: RGB, ground: RGB) -> bool:
    return contrast(color, ground) >= WORDS


def _is_colorful(color: RGB) -> bool:
    return (max(color) - min(color)) / 255 > COLORFUL


def _hex(color: RGB) -> str:
    return f"#{hex_digits(color)}"


def _light(color: RGB) -> float:
    """Return how light a colour is, from 0 to 1, as the eye weighs its channels."""
    red, green, blue = color
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
