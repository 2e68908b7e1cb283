"""Words: the lines of texts as SVG, each as wide as it was measured."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from smdeck.fit.measure import SMALL
from smdeck.model.addresses import problem, uri
from smdeck.model.text import Run
from smdeck.preview.lines import SetLine, SetRun, TextToSet, set_lines
from smdeck.preview.markup import element, escaped
from smdeck.preview.typefaces import AnyColor, CssColors, css_family, is_exact
from smdeck.scene import CAME_FROM, Level, Paint, Slot
from smdeck.theme import Theme

OF_RUNS = ("text_decoration", "baseline_shift")
"""What a line does not take over from its first run."""

USUAL: dict[str, str | float] = {
    "font_weight": "normal", "font_style": "normal", "fill_opacity": 1, "letter_spacing": 0,
}  # fmt: skip
"""What a run says that has nothing of what the first run of its line has."""

ANCHORS = {"left": "start", "center": "middle", "right": "end"}


class WordsLook(NamedTuple):
    """What words look like beside their style: theme and tone, and where their links lead."""

    theme: Theme
    tone: str
    rtl: bool
    linked: Callable[[str], str | None] | None
    """Returns the address of a slide by its `id`; without it there are no links."""


@lru_cache(maxsize=16_384)
def text_svg(text: TextToSet, look: WordsLook, text_color: Slot | None) -> tuple[str, ...]:
    """Return the paragraphs of a text, each with its lines.

    `text_color` is the colour of words where that of their placeholder can't be read. What is drawn
    is kept: from one edit to the next, most texts of a deck stay.
    """
    drawn = [""] * len(text.paragraphs)
    for line in set_lines(text, look.theme, rtl=look.rtl):
        drawn[line.paragraph] += line_svg(line, look, Paint(text_color) if text_color else None)
    return tuple(drawn)


def line_svg(line: SetLine, look: WordsLook, color: AnyColor | None = None) -> str:
    """Return a line with its bullet; `color` is that of words which nothing sets off, if it is not
    that of their level."""
    words = _words(line.runs, line.left, line, look, color)
    if not line.mark:
        return words
    bullet = line.level.bullet_color
    return _words((line.mark,), line.mark_left, line, look, bullet) + words


def linked_svg(drawn: str, target: str, look: WordsLook) -> str:
    """Return a drawing that leads somewhere, if that is a place to go to at all."""
    if look.linked is None:
        return drawn
    if target.startswith("#"):
        address = look.linked(target[1:])
        return element("a", drawn, href=address) if address else drawn
    if target == CAME_FROM or problem(target) is not None:
        return drawn
    return element("a", drawn, href=uri(target), rel="noopener noreferrer", target="_blank")


def _words(
    runs: tuple[SetRun, ...],
    left: float,
    line: SetLine,
    look: WordsLook,
    color: AnyColor | None,
) -> str:
    """Return words on a line, from a place on."""
    if not runs:
        return ""
    first, width = runs[0], sum(run.advance for run in runs)
    exact = width and all(is_exact(look.theme, run.family, run.text) for run in runs)
    anchor = "start" if exact or line.rtl else ANCHORS[line.align]
    x = left + {"start": width * line.rtl, "middle": width / 2, "end": width}[anchor]
    colors = CssColors(look.theme, look.tone)
    common = form_of(first, line.level, look, colors, color)
    apart = len(runs) > 1 and exact and not line.rtl
    pieces, at = [], x
    for run in runs:
        form = common if run is first else form_of(run, line.level, look, colors, color)
        changed: dict[str, str | float | None] = {
            name: USUAL[name] if value is None else value
            for name, value in form.items()
            if value != (None if name in OF_RUNS else common[name])
        }
        at += run.lead
        if apart:  # several forms are stretched one by one: not all programs stretch them at once
            changed |= {"x": at, **_stretched(run.width)}
        words = escaped(run.text)
        piece = element("tspan", words, **changed) if changed else words
        pieces.append(linked_svg(piece, run.run.link, look) if run.run.link else piece)
        at += run.width
    return element(
        "text",
        "".join(pieces),
        x=None if apart else x,
        y=line.baseline,
        **{name: value for name, value in common.items() if name not in OF_RUNS},
        text_anchor=None if anchor == "start" else anchor,
        direction="rtl" if line.rtl else None,
        **(_stretched(width) if exact and len(runs) == 1 else {}),
    )


def _stretched(width: float) -> dict[str, str | float | None]:
    """Return the attributes of words that are as wide as they were measured, whatever the font."""
    return {"textLength": width, "lengthAdjust": "spacingAndGlyphs"}


def form_of(
    run: SetRun, level: Level, look: WordsLook, colors: CssColors, color: AnyColor | None
) -> dict[str, str | float | None]:
    """Return how words look, as attributes of SVG; a `color` is that of words not set off."""
    css, opacity = colors.css(_color(run.run, level, look, color))
    lines = [("underline", run.run.link), ("line-through", run.run.strike)]
    return {
        "font_family": css_family(run.family),
        "font_size": run.size,
        "font_weight": "bold" if run.bold else None,
        "font_style": "italic" if run.italic else None,
        "fill": css,
        "fill_opacity": opacity,
        "letter_spacing": run.tracking or None,
        "text_decoration": " ".join(name for name, on in lines if on) or None,
        "baseline_shift": run.run.baseline / 100 * run.size / SMALL or None,
    }


def _color(run: Run, level: Level, look: WordsLook, color: AnyColor | None) -> AnyColor:
    """Return the colour of words: that of links is the tone's, where it can be read and the
    words have none of their own."""
    if run.link and not run.tint and level.shows_links and look.theme.shows_links(look.tone):
        return Paint(look.theme.link(look.tone))
    role = level.color_of(run.bold, run.code, run.tint)
    return color if color and role == level.color else role
