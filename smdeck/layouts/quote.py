"""quote: somebody's words, below an accent bar or beside a portrait."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.layouts._alone import length_of
from smdeck.layouts._layout import Layout, Variant, source_frame
from smdeck.layouts._page import Page, in_a_line
from smdeck.layouts._shapes import bar
from smdeck.layouts._styles import heading
from smdeck.model.decode import key
from smdeck.model.quotes import marks_of, nested, without_outer_quotes
from smdeck.model.records import Image
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Frame, Level, Shape, Style
from smdeck.theme import Theme
from smdeck.theme.theme import Sizes

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
    sample = ("words", False)
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
    image: Image | None = key("A portrait, beside the words.", None)

    def variant(self) -> Variant:
        few = length_of(self.quote.paragraphs) == "few"
        return ("picture" if self.image else "words", few and not self.image)

    @classmethod
    def regions(cls, theme: Theme, variant: Variant) -> tuple[Frame, ...]:
        wide = "picture" in variant
        left, width = (300.0, 616.8) if wide else (43.2, 873.6)
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
        top = _lowered(variant)
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

    @classmethod
    def decor(cls, theme: Theme, variant: Variant) -> tuple[Shape, ...]:
        if "picture" in variant:
            return ()
        return (bar(theme, theme.place(43.2, 58 + _lowered(variant), 873.6, 6)),)

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
        # The marks are text, both of them, and nothing beside them is drawn: so a reader hears
        # where the words begin and end, and whoever copies them has them whole.
        marked = (Run(opening, bold=True), *self.words(lang), Run(closing, bold=True))
        names = in_a_line(text.runs for text in (self.by, self.role) if text)
        # Without a title the outline has whose words these are, and so has the head of the slide.
        page.text("title", self.title or [Paragraph(names)], place=self.at("by"))
        if self.image:
            page.picture(self.image, "picture")
        words = [Paragraph(marked)]
        if self.title and names:
            words.append(Paragraph(names, 1))
        group = "alone" if self.variant()[1] else ""
        page.text("quote", words, group=group, place=self.quote.place)

    def words(self, lang: str) -> tuple[Run, ...]:
        """Return what is quoted, without marks around it and with the inner ones of a language."""
        return nested(without_outer_quotes(self.quote.runs), lang)


def _lowered(variant: Variant) -> float:
    """Return how much lower than others the words of a variant stand, in points."""
    return LOWER if variant[1] else 0.0
