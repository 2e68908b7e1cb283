"""Looks: which colours the words of a slide have, and how large they are, each look once."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from smdeck.checking.backdrop import Worded
from smdeck.checking.deck import CheckedSlide, display_name
from smdeck.fit.measure import at_level
from smdeck.scene import Chart, Paint, Table, TextBox
from smdeck.theme import Theme
from smdeck.theme.color import RGB

LARGE, LARGE_BOLD = 18, 14
"""The sizes of large words in points (WCAG 2.2, definition of large scale)."""

LABELS_INSIDE = ("stacked-column", "doughnut")
"""Charts whose values stand on their segments."""


class TextLook(NamedTuple):
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


def forms_of(text: TextBox) -> Iterable[Form]:
    """Return the forms of the words of a text, each once, as they come."""
    return dict.fromkeys(
        (paragraph.level, run.bold, run.code, run.link is not None, run.tint)
        for paragraph in text.set_paragraphs
        for run in paragraph.runs
    )


def looks_of(node: Worded, slide: CheckedSlide, theme: Theme) -> Iterable[TextLook]:
    """Return the looks of words, each once."""
    if isinstance(node, TextBox):
        return [_look(node, form, slide, theme) for form in forms_of(node)]
    if isinstance(node, Table):
        return _looks_of_table(node, slide.tone, theme)
    return _looks_of_chart(node, slide.tone, theme)


def _look(text: TextBox, form: Form, slide: CheckedSlide, theme: Theme) -> TextLook:
    """Return the look of words of one form."""
    number, bold, code, linked, tint = form
    level, size = at_level(text.style, text.sizes or text.style.sizes[0], number)
    large = size >= (LARGE_BOLD if level.bold or bold else LARGE)
    name, role = display_name(text), level.color_of(bold, code, tint)
    if linked and level.shows_links and theme.shows_links(slide.tone):
        return TextLook(f"a link in the {name}", "hlink", Paint(theme.link(slide.tone)), large)
    own = _own_color(text, slide, theme)
    if own and role == level.color:
        return TextLook(f"the {name}", "its own colour", own, large)
    paint = theme.paint(role, slide.tone)
    if role == "heading" and paint == theme.paint("text", slide.tone):
        role = "text"  # the theme has no colour of its own for headings
    return TextLook(f"the {name}", role, paint, large)


def _own_color(text: TextBox, slide: CheckedSlide, theme: Theme) -> Paint | RGB | None:
    """Return the colour that a placeholder of a company's template has or is given."""
    placeholder, layout = text.of_template, slide.scene.slide_layout.base
    if placeholder is None or layout is None:
        return None
    text_color = placeholder.text_color
    return Paint(text_color) if text_color else theme.color_of(slide.tone, layout, placeholder)


def _looks_of_table(table: Table, tone: str, theme: Theme) -> Iterator[TextLook]:
    if theme.table_fills:
        return  # the style was looked at when the template was read
    size, text_color = table.fitted.size, theme.text_color(tone)
    if theme.look.table_header:
        fill = theme.look.table_header
        role = theme.text_colors(fill, tone).text
        large, on = size >= LARGE_BOLD, theme.rgb(fill, tone)
        yield TextLook("the header of the table", role, theme.paint(role, tone), large, on)
    elif text_color or theme.table_style is None:
        header = text_color or theme.table_header()
        yield TextLook("the header of the table", header, Paint(header), size >= LARGE_BOLD)
    yield TextLook("the table", "text", theme.paint("text", tone), size >= LARGE)
    if table.highlight:
        row = theme.look.row
        colors, on = theme.text_colors(row, tone), theme.rgb(row, tone)
        for role in (colors.text, colors.accent) if len(table.strong) > 1 else (colors.text,):
            paint = theme.paint(role, tone)
            yield TextLook("the row that is set off", role, paint, size >= LARGE_BOLD, on)
    if any(run.bold for row in table.rows for cell in row for run in cell.runs):
        paint = theme.paint("accent", tone)
        yield TextLook("a bold word of the table", "accent", paint, size >= LARGE_BOLD)


def _looks_of_chart(chart: Chart, tone: str, theme: Theme) -> Iterator[TextLook]:
    """Yield the words beside the bars, and those in them, which are bold."""
    yield TextLook("the words of the chart", "text", theme.paint("text", tone), chart.size >= LARGE)
    if chart.data.type in LABELS_INSIDE:
        for style in chart.styles:
            what, paint = f"the values in `{style.name}`", theme.paint(style.words, tone)
            on = theme.seen(style.paint, tone)
            yield TextLook(what, style.words, paint, chart.size >= LARGE_BOLD, on)
