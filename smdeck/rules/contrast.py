"""Contrast: words that can't be told from what lies behind them.

**What it does:** compares the colour of all words with what the audience sees behind them: the ground, a tile or card, the shape or bar they stand in,
the row of a table, and art and pictures, pixel by pixel under each line. Less than 4.5:1 is an error, for large words (18 pt, or bold and 14 pt) less than 3:1
(WCAG 2.2, success criterion 1.4.3). Up to a twentieth of what lies behind a line may be worse. On a company's template this is a
warning, and its foot is not looked at: colours and art are the company's.

**Why it is bad:** a projector in a bright room washes colours out. What is hard to read at the desk is gone there.

**What to do:** colours are the theme's: change the one that the help names, for the ground that it names, or take another `tone`. Where art lies
behind, use fewer words, or move the art.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from smdeck.checking.backdrop import Ground, Worded, grounds
from smdeck.checking.deck import CheckedDeck, CheckedSlide, Issue, called, once
from smdeck.checking.rule import Limits, rounded_down
from smdeck.findings import Place
from smdeck.fit.measure import at_level
from smdeck.scene import Chart, Paint, Table, TextBox
from smdeck.theme import Theme
from smdeck.theme.color import RGB, contrast, hex_digits, painted

LEVELS = ("error", "warning")
LEAST = {"error": 4.5, "large": 3.0}
UNIT = ":1"

LARGE, LARGE_BOLD = 18, 14
"""The sizes of large words in points (WCAG 2.2, definition of large scale)."""

LABELS_INSIDE = ("stacked-column", "doughnut")
"""Charts whose values stand on their segments."""

TOLERATED = 0.05
"""The share of what lies behind a line that may be worse than the rest: the edge of a shape."""


class Words(NamedTuple):
    """Words of one look."""

    what: str
    """What they are, as a finding says it."""
    role: str
    """The role of their colour, or the name of the theme colour that they have."""
    paint: Paint | RGB
    large: bool
    on: RGB | None = None
    """What they stand on, where that is not what lies behind the whole."""


Form: TypeAlias = tuple[int, bool, bool, bool, str | None]
"""The level of words, and whether they are bold, code, and a link."""


class Seen(NamedTuple):
    """Words on what lies behind them: the contrast ratio and both colours."""

    ratio: float
    words: RGB
    behind: RGB


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield the words that are hard to read, once for each colour and ground."""
    yield from once("contrast", _found(talk, limits))


def _found(talk: CheckedDeck, limits: Limits) -> Iterator[tuple[object, CheckedSlide, Issue]]:
    fine: set[object] = set()
    for slide in talk.fitting:
        for node, behind in grounds(slide, talk.theme):
            if isinstance(node, TextBox) and node.kind == "ornament":
                continue
            if not talk.theme.owns_foot and isinstance(node, TextBox) and node.kind != "text":
                continue
            alike = _alike(node, slide, behind)
            if alike in fine:
                continue
            pale = False
            for words in _looks(node, slide, talk.theme):
                seen = _worst(words, slide.tone, behind, talk.theme)
                least = limits["large" if words.large else "error"]
                if seen.ratio < least:
                    pale = True
                    cause = node.name, words, seen.words, seen.behind
                    yield cause, slide, _issue(slide, node, words, seen, least)
            if not pale and alike:
                fine.add(alike)


def _alike(node: Worded, slide: CheckedSlide, behind: list[Ground]) -> object:
    """Return what texts have in common that look alike on the same; None for others."""
    if not isinstance(node, TextBox):
        return None
    return (
        id(node.style),
        id(node.frame),
        node.sizes,
        frozenset(_forms(node)),
        slide.tone,
        tuple(behind),
    )


def _forms(text: TextBox) -> set[Form]:
    return {
        (paragraph.level, run.bold, run.code, run.link is not None, run.tint)
        for paragraph in text.set_paragraphs
        for run in paragraph.runs
    }


def _issue(slide: CheckedSlide, node: Worded, words: Words, seen: Seen, least: float) -> Issue:
    filled = isinstance(node, TextBox) and node.frame and node.frame.placeholder
    of_template = filled or slide.scene.native.composed  # whose art its author can't change
    return slide.issue(
        "warning" if of_template else "error",
        f"the contrast of {words.what} to what lies behind is {rounded_down(seen.ratio)}:1, "
        f"less than {least:g}:1",
        _place(slide, node),
        f"`{words.role}` is #{hex_digits(seen.words)} on #{hex_digits(seen.behind)} here: "
        f"change that in the {'template' if of_template else 'theme'}, or take another `tone`",
    )


def _place(slide: CheckedSlide, node: Worded) -> Place:
    if isinstance(node, TextBox):
        return slide.at(node)
    return node.place if isinstance(node, Table) else node.data.origin.place


def _looks(node: Worded, slide: CheckedSlide, theme: Theme) -> Iterable[Words]:
    """Return the looks of words, each once."""
    if isinstance(node, TextBox):
        return [_look(node, form, slide, theme) for form in _forms(node)]
    if isinstance(node, Table):
        return _looks_of_table(node, slide.tone, theme)
    return _looks_of_chart(node, slide.tone, theme)


def _look(text: TextBox, form: Form, slide: CheckedSlide, theme: Theme) -> Words:
    """Return the look of words of one form."""
    number, bold, code, linked, tint = form
    level, size = at_level(text.style, text.sizes or text.style.sizes[0], number)
    large = size >= (LARGE_BOLD if level.bold or bold else LARGE)
    name, role = called(text), level.color_of(bold, code, tint)
    if linked and level.shows_links and theme.shows_links(slide.tone):
        return Words(f"a link in the {name}", "hlink", Paint(theme.link(slide.tone)), large)
    own = _own_color(text, slide, theme)
    if own and role == level.color:
        return Words(f"the {name}", "its own colour", own, large)
    paint = theme.paint(role, slide.tone)
    if role == "heading" and paint == theme.paint("text", slide.tone):
        role = "text"  # the theme has no colour of its own for headings
    return Words(f"the {name}", role, paint, large)


def _own_color(text: TextBox, slide: CheckedSlide, theme: Theme) -> Paint | RGB | None:
    """Return the colour that a placeholder of a company's template has or is given."""
    placeholder, layout = text.frame and text.frame.placeholder, slide.scene.native.base
    if placeholder is None or layout is None:
        return None
    ink = placeholder.ink
    return Paint(ink) if ink else theme.color_of(slide.tone, layout, placeholder)


def _looks_of_table(table: Table, tone: str, theme: Theme) -> Iterator[Words]:
    if theme.table_fills:
        return  # the style was looked at when the template was read
    size, ink = table.fitted.size, theme.ink(tone)
    if ink or theme.table_style is None:
        header = ink or theme.table_header()
        yield Words("the header of the table", header, Paint(header), size >= LARGE_BOLD)
    yield Words("the table", "text", theme.paint("text", tone), size >= LARGE)
    if table.highlight:
        row = theme.look.row
        inks, on = theme.inks(row, tone), theme.rgb(row, tone)
        for role in (inks.text, inks.accent) if len(table.strong) > 1 else (inks.text,):
            paint = theme.paint(role, tone)
            yield Words("the row that is set off", role, paint, size >= LARGE_BOLD, on)
    if any(run.bold for row in table.rows for cell in row for run in cell.runs):
        paint = theme.paint("accent", tone)
        yield Words("a bold word of the table", "accent", paint, size >= LARGE_BOLD)


def _looks_of_chart(chart: Chart, tone: str, theme: Theme) -> Iterator[Words]:
    """Yield the words beside the bars, and those in them, which are bold."""
    yield Words("the words of the chart", "text", theme.paint("text", tone), chart.size >= LARGE)
    if chart.data.type in LABELS_INSIDE:
        for mark in chart.marks:
            what, paint = f"the values in `{mark.name}`", theme.paint(mark.words, tone)
            on = theme.seen(mark.paint, tone)
            yield Words(what, mark.words, paint, chart.size >= LARGE_BOLD, on)


def _worst(words: Words, tone: str, lines: Iterable[Ground], theme: Theme) -> Seen:
    """Return the least contrast of words to what lies behind any of their lines."""
    grounds = [((1.0, words.on),)] if words.on else lines
    return min(_on(words.paint, tone, ground, theme) for ground in grounds)


@lru_cache(maxsize=4096)
def _on(paint: Paint | RGB, tone: str, ground: Ground, theme: Theme) -> Seen:
    """Return the contrast of words that all but the tolerated part of a ground reaches."""
    seen = []
    for share, behind in ground:
        words = (
            painted(theme.slot_color(paint.slot, tone), paint, behind)
            if isinstance(paint, Paint)
            else paint
        )
        seen.append((Seen(contrast(words, behind), words, behind), share))
    worse = 0.0
    for one, share in sorted(seen):
        worse += share
        if worse > TOLERATED:
            return one
    return max(seen)[0]
