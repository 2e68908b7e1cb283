"""Extras: what a template's small placeholders show where the deck has words for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smdeck.fit.fitting import holds_words
from smdeck.model.text import Paragraph
from smdeck.scene import TextBox

if TYPE_CHECKING:
    from smdeck.page.layout import Layout
    from smdeck.page.page import Page

NO_KICKER = ("title", "closing", "section")
"""The layouts that stand in no section, or say themselves which it is."""


def draw_kicker(page: Page, slide: Layout) -> None:
    """Put the title of the section above the title of a slide, where the template has a kicker."""
    section = page.context.current
    spec = page.placeholders.get("kicker")
    if spec and spec.of_template and section and slide.layout not in NO_KICKER:
        add(page, tried(page, "kicker", [Paragraph(section.title.runs)]))


def tried(page: Page, placeholder: str, text: Sequence[Paragraph]) -> TextBox | None:
    """Return a text in a placeholder of the template, not on the page yet; None where there is no
    such placeholder, or where the words don't fit it."""
    spec = page.placeholders.get(placeholder)
    if spec is None or spec.of_template is None or not text:
        return None
    box = page.text(placeholder, text)
    page.scene.nodes.pop()
    return box if box and holds_words(box, page.theme) else None


def add(page: Page, box: TextBox | None) -> None:
    """Put a text on the page that was tried."""
    if box:
        page.scene.nodes.append(box)
