"""Roles: what each of a template's colours is for, so that all on a backdrop can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smdeck.scene.style import Paint, Role, Slot
from smdeck.theme.color import RGB, contrast, painted
from smdeck.theme.color_blindness import closest

FILLS: tuple[Slot, ...] = ("accent1", "dk2", "accent2", "accent3", "dk1", "lt1")
"""What large shapes may have, the first that serves."""

ACCENTS: tuple[Slot, ...] = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
TEXT_SLOTS: tuple[Slot, ...] = ("dk1", "lt1", "dk2", "lt2")

LETTERS: tuple[Slot, ...] = ("lt1", "dk1")

READABLE, VISIBLE = 4.9, 3.3
"""The contrast of words, and of shapes and large words: a tenth more than WCAG asks (2.2, criteria
1.4.3 and 1.4.11), since backdrops of templates are seldom even."""

APART = 1.5
"""The contrast of large shapes to their backdrop, on which nothing depends."""

TOLD = 10.5
"""How far colours of charts are apart in CIEDE2000: see the rule `chart-confusable`."""

MOST = 35
"""A brand's colour that is changed by more is another one, in percent."""

STEPS = (0, 15, 25, 35, 50, 60, 75)
"""How much darker or lighter a colour is made until it can be seen, in percent."""


def roles_on(backdrop: RGB, asked: RGB | None, slots: Mapping[Slot, RGB]) -> dict[Role, Paint]:
    """Return the paint of each role on a backdrop; `asked` is what the template sets words in."""
    text = _text_color(backdrop, asked, slots)
    accent = _first(_shades(ACCENTS, slots, backdrop), slots, backdrop, READABLE) or text
    brand, inverse = _fills(slots, backdrop, READABLE)
    highlight = _highlight(slots, backdrop, inverse, brand)
    on_brand = painted(slots[brand.slot], brand, backdrop)
    stands_out = _first(
        [Paint(slot) for slot in reversed(ACCENTS)], slots, on_brand, READABLE
    )  # fmt: skip
    roles: dict[Role, Paint] = {
        "ground": Paint("bg1"),
        "text": text,
        "heading": text,
        "muted": _muted(text, slots, backdrop),
        "accent": accent,
        "highlight": highlight,
        "brand": brand,
        "inverse": inverse,
        "inverse_accent": stands_out or inverse,
        "surface": Paint(text.slot, alpha=9),
        "card": Paint(text.slot, alpha=5),
        "line": Paint(text.slot, alpha=24),
        "calm": Paint(text.slot, alpha=36),
        "contrast": brand,
        "step_1": brand,
        "step_2": brand,
        "step_3": brand,
        "step_4": brand,
    }
    for number, paint in enumerate(_series(slots, backdrop), 1):
        roles[f"series_{number}"] = paint  # type: ignore[index]
    return roles


def _text_color(backdrop: RGB, asked: RGB | None, slots: Mapping[Slot, RGB]) -> Paint:
    """Return the colour of words: the one asked for, or the theme's that can be read best."""
    if asked is not None and contrast(asked, backdrop) >= READABLE:
        for slot in (*TEXT_SLOTS, *ACCENTS):
            if slots[slot] == asked:
                return Paint(slot)
    best = max(TEXT_SLOTS, key=lambda slot: contrast(slots[slot], backdrop))
    return _as_readable(best, slots, backdrop)


def _as_readable(best: Slot, slots: Mapping[Slot, RGB], backdrop: RGB) -> Paint:
    """Return a colour for words; on a backdrop of middling light, where no colour of the theme can
    be read, the nearest darker or lighter one that can."""
    if contrast(slots[best], backdrop) >= READABLE:
        return Paint(best)
    shades = _shades(TEXT_SLOTS, slots, backdrop)
    return _first(shades, slots, backdrop, READABLE) or shades[-1]._replace(
        darker=100 if shades[-1].darker else 0, lighter=0 if shades[-1].darker else 100
    )


def _muted(text: Paint, slots: Mapping[Slot, RGB], backdrop: RGB) -> Paint:
    """Return words that step back, as far as they can still be read."""
    options = [Paint(text.slot, alpha=alpha) for alpha in (78, 86, 94)]
    return _first(options, slots, backdrop, READABLE) or text


def _fills(slots: Mapping[Slot, RGB], backdrop: RGB, ratio: float) -> tuple[Paint, Paint]:
    """Return the brand's colour for large shapes, and that of words on it."""
    for slot in FILLS:
        for words in LETTERS:
            for paint in _shades((slot,), slots, backdrop):
                shown = painted(slots[paint.slot], paint, backdrop)
                changed = max(paint.darker, paint.lighter)
                readable = contrast(slots[words], shown) >= ratio
                if readable and contrast(shown, backdrop) >= APART and changed <= MOST:
                    return paint, Paint(words)
    text = max(TEXT_SLOTS, key=lambda slot: contrast(slots[slot], backdrop))
    words = max(TEXT_SLOTS, key=lambda slot: contrast(slots[slot], slots[text]))
    return Paint(text), _as_readable(words, slots, slots[text])


def _highlight(slots: Mapping[Slot, RGB], backdrop: RGB, inverse: Paint, brand: Paint) -> Paint:
    """Return the colour of shapes that stand out: words on it have that of words on the brand."""
    order = [slot for slot in (*ACCENTS[1:], ACCENTS[0]) if slot != brand.slot]
    for paint in _shades(order, slots, backdrop):
        shown = painted(slots[paint.slot], paint, backdrop)
        if contrast(shown, backdrop) >= VISIBLE and contrast(slots[inverse.slot], shown) >= VISIBLE:
            return paint
    return brand


def _series(slots: Mapping[Slot, RGB], backdrop: RGB) -> list[Paint]:
    """Return the colours of charts: the accents, as much shifted as they need to be seen, and to
    be told apart where that can be."""
    series: list[Paint] = []
    taken: list[RGB] = []
    for slot in ACCENTS:
        shades = _shades((slot,), slots, backdrop)
        seen = {paint: painted(slots[slot], paint, backdrop) for paint in shades}
        visible = [one for one in shades if contrast(seen[one], backdrop) >= VISIBLE] or shades[-1:]
        apart = (
            one for one in visible if all(closest(seen[one], other)[0] >= TOLD for other in taken)
        )
        series.append(next(apart, visible[0]))
        taken.append(seen[series[-1]])
    return series


def _shades(order: Iterable[Slot], slots: Mapping[Slot, RGB], backdrop: RGB) -> list[Paint]:
    """Return colours as they are, then ever more darker or lighter, away from the backdrop."""
    light = contrast(backdrop, (0, 0, 0)) > contrast(backdrop, (255, 255, 255))
    names = list(order)
    return [
        Paint(slot, darker=step) if light else Paint(slot, lighter=step)
        for step in STEPS
        for slot in names
    ]


def _first(
    paints: Iterable[Paint], slots: Mapping[Slot, RGB], backdrop: RGB, ratio: float
) -> Paint | None:
    """Return the first paint whose contrast to the backdrop is high enough."""
    for paint in paints:
        if contrast(painted(slots[paint.slot], paint, backdrop), backdrop) >= ratio:
            return paint
    return None
