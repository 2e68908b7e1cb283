"""quote: somebody's words, in the quotation marks of the deck's language."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.compose.type import Anchor
from smdeck.findings import Findings
from smdeck.layouts._composed import Composed
from smdeck.layouts._page import Page, in_a_line
from smdeck.model.decode import key
from smdeck.model.quotes import marks_of, nested, without_outer_quotes
from smdeck.model.records import Image
from smdeck.model.text import Inline, Paragraph, Run


def ground(plan: Plan) -> None:
    """The words over the whole ground; on top a dot with a thread to the edge."""
    room = plan.ground()
    if plan.theme.look.marks == "disc":
        plan.thread((92, 92), (plan.slide.right, 92), "line", 4)
        plan.dot(92, 92, 48, "highlight")
        mark = Room(44, 44, 96, 96)
        plan.numeral(None, mark, 96, "“", ink="text", align="center", anchor="top")
        room = room.inset(0, 108, 0, 0)
    name, words = room.cut("bottom", 60, 20)
    _said(plan, words, name, 50)


def portrait(plan: Plan) -> None:
    """The portrait over the left third, the words beside it."""
    left = plan.x(6)
    room = plan.ground()
    if plan.theme.bleeds:
        plan.picture("picture", Room(0, 0, left - 44, plan.slide.h))
        plan.footed = False
        if plan.source:
            plan.source = plan.source._replace(x=left + 20, w=plan.x(13) - 16 - left - 20)
    else:
        plan.picture("picture", room._replace(w=left - 44 - room.x))
    words = room._replace(x=left + 20, w=room.right - left - 20)
    name, words = words.cut("bottom", 76, 24)
    plan.rule(name.inset(0, -12, 0, 0), "line", 1.5)
    _said(plan, words, name, 40)


def _said(plan: Plan, words: Room, name: Room, most: float) -> None:
    anchor: Anchor = "middle" if plan.has("image") else "bottom"
    plan.words(
        "quote",
        words,
        "prose",
        text=Type("quote", most),
        anchor=anchor,
        counts=False,
    )
    # Without a title the outline has whose words these are.
    named = "by" if plan.has("own title") else "title"
    if named == "by":
        head, name = name.cut("top", 0.5 * name.h)
        plan.title(head, Type("cell", 26, 18), anchor="bottom", leading=0.98)
        plan.words("by", name, "prose", text=Type("cell", 24, 18), ink="muted", counts=False)
    else:
        plan.title(name, Type("cell", 26, 18), anchor="top", leading=0.98)


class Quote(Composed):
    """A quotation on a ground of its own, in the quotation marks of the deck's language."""

    names = {
        "de": "Zitat", "en": "Quote", "es": "Cita",
        "fr": "Citation", "it": "Citazione", "nl": "Citaat", "pl": "Cytat",
    }  # fmt: skip
    group = "words"
    headed = False
    compositions = (
        Composition("portrait", portrait, needs="image", stage="ground", de="Porträt"),
        Composition("ground", ground, lacks="image", stage="ground", de="Fläche"),
    )
    usual = Choice("quote", "", "ground", given=frozenset({"quote", "by"}))
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

    def check(self, findings: Findings) -> None:
        if self.title is None and self.by is None:
            findings.error(
                "missing-field",
                "a `quote` slide needs the field `by` or `title`",
                self.origin.place,
                "say whose words these are; the slide's entry in the outline is made of it",
            )

    def given(self) -> frozenset[str]:
        return super().given() | ({"own title"} if self.title else set())

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        lang = self.talk.deck.lang
        if name == "quote":
            # The marks are text, both of them: so a reader hears where the words begin and end,
            # and whoever copies them has them whole.
            opening, closing, *_ = marks_of(lang)
            words = self.words(lang)
            return [[Paragraph((Run(opening), *words, Run(closing)))]]
        if name == "title" and self.title:
            return [self.title.paragraphs]
        return [[Paragraph(in_a_line(text.runs for text in (self.by, self.role) if text))]]

    def draw(self, page: Page) -> None:
        named = self.said("title")[0]
        place = self.title.place if self.title else self.at("by")
        page.text("title", named, place=place)
        if self.image:
            page.picture(self.image, "picture")
        page.text("quote", self.said("quote")[0], place=self.quote.place)
        if "by" in page.frames and self.by:
            page.text("by", self.said("by")[0], place=self.by.place)

    def words(self, lang: str) -> tuple[Run, ...]:
        """Return what is quoted, without marks around it and with the inner ones of a language."""
        return nested(without_outer_quotes(self.quote.runs), lang)
