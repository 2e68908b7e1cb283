"""quote: somebody's words, with a large quotation mark or a portrait."""

from __future__ import annotations

import re

from smdeck.findings import Findings
from smdeck.layouts._alone import length_of
from smdeck.layouts._layout import Layout, Variant, source_frame
from smdeck.layouts._page import Page, in_a_line
from smdeck.layouts._styles import heading
from smdeck.model.decode import key
from smdeck.model.quotes import marks_of, nested, without_outer_quotes
from smdeck.model.records import Image
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Frame, Geometry, Level, Style
from smdeck.theme import Theme
from smdeck.theme.theme import Sizes

COMMA = (
    "M980 40C1500 40 1900 420 1900 1000C1900 1760 1320 2300 480 2390L400 2080"
    "C960 1960 1290 1670 1320 1290C1220 1350 1100 1380 960 1380C560 1380 260 1100 260 720"
    "C260 330 570 40 980 40Z"
)
"""A quotation mark as the comma it once was, in a square of 2,400 units."""

LOWER = 72
"""How much lower than others a few words stand, in points."""


class Quote(Layout):
    """A quotation on a ground of its own, in the quotation marks of the deck's language."""

    names = {
        "de": "Zitat", "en": "Quote", "es": "Cita",
        "fr": "Citation", "it": "Citazione", "nl": "Citaat", "pl": "Cytat",
    }  # fmt: skip
    group = "words"
    headed = False
    sample = ("mark", False)
    example = """\
layout: quote
quote: >-
  Einst versprach das Fernsehen, Marken kämen in das Wohnzimmer der Verbraucher.
  Tatsächlich aber macht **das Social Web** dies erst möglich.
by: Warum Social Media Marketing?
"""

    quote: Inline = key(
        "The words; quotation marks around them are set anyway. The bold part is set off."
    )
    by: Inline | None = key("Who said or wrote it.", None)
    role: Inline | None = key("Who that is.", None)
    image: Image | None = key("A portrait, in place of the large mark.", None)

    def variant(self) -> Variant:
        few = length_of(self.quote.paragraphs) == "few"
        return ("picture" if self.image else "mark", few and not self.image)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        wide = "picture" in variant
        left, width = (300.0, 616.8) if wide else (171.0, 745.8)
        head = Style(
            (heading(theme, "accent", spacing=1.0),), theme.sizes("label")[:3],
            anchor="bottom",
        )  # fmt: skip
        words = Level(strong="accent", font="heading", spacing=1.05)
        levels = (words, Level("muted", before=22))
        few, small = bool(variant[1]), theme.sizes("label")[0][0]
        kinds: tuple[Sizes, ...] = ("display", "quote") if few else ("quote",)
        large = {size for kind in kinds for size, *_ in theme.sizes(kind)}
        sizes = tuple((size, small) for size in sorted(large, reverse=True))
        top = LOWER if few else 0
        title = theme.place(left, 62 + top, width, 34)
        quote = theme.place(left, 112 + top, width, 356 - top)
        frames = (
            Frame("title", "title", title, head, prompt="title"),
            Frame("quote", "body", quote, Style(levels, sizes)),
            source_frame(theme),
        )
        if not wide:
            return frames
        portrait = theme.place(43.2, 118, 218, 274)
        return (*frames, Frame("picture", "pic", portrait, prompt="picture"))

    def check(self, findings: Findings) -> None:
        if self.title is None and self.by is None:
            findings.error(
                "missing-field",
                "a `quote` slide needs the field `by` or `title`",
                self.origin.place,
                "say whose words these are; the slide's entry in the outline is made of it",
            )

    def draw(self, page: Page) -> None:
        lang = page.talk.deck.lang
        opening, closing, *_ = marks_of(lang)
        runs = nested(without_outer_quotes(self.quote.runs), lang)
        # Both marks are text, whatever is drawn beside it: so a reader hears where the words end,
        # and whoever copies them has them whole.
        begins = Run(opening, bold=bool(runs and runs[0].bold))
        ends = Run(closing, bold=bool(runs and runs[-1].bold))
        names = in_a_line(text.runs for text in (self.by, self.role) if text)
        # Without a title the outline has whose words these are, and so has the head of the slide.
        page.text("title", self.title or [Paragraph(names)], place=self.at("by"))
        if self.image:
            page.picture(self.image, "picture")
        else:
            self._marks(page, opening)
        words = [Paragraph((begins, *runs, ends))]
        if self.title and names:
            words.append(Paragraph(names, 1))
        group = "alone" if self.variant()[1] else ""
        page.text("quote", words, group=group, place=self.quote.place)

    def _marks(self, page: Page, opening: str) -> None:
        path = COMMA if opening.strip() in "„”»«" else turned(COMMA)
        top = LOWER if self.variant()[1] else 0
        for n in range(2):
            place = page.theme.place(43.2 + n * 44, 120 + top, 50, 50)
            box = place._replace(h=place.w)
            page.shape(box, Geometry(path=path), fill="highlight", name=page.words.shapes["mark"])


def turned(path: str, grid: int = 2400) -> str:
    """Return a path turned by half a circle in its square."""
    return re.sub(r"\d+", lambda number: str(grid - int(number[0])), path)
