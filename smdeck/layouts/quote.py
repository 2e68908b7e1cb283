"""quote: somebody's words, in the quotation marks of the deck's language."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.items import Image
from smdeck.model.quotes import marks_of, quoted
from smdeck.model.text import Inline, Paragraph
from smdeck.page import Composed, Page
from smdeck.page.page import in_a_line
from smdeck.strings import Strings

SHORT = Type("statement", 96, 64)
"""The sizes of a quotation of a few words, which is set like a statement."""


SIZES = ({"short": 1.0}, {"short": 0.0})
"""A quotation of a few words is tried first, since only that fits at its sizes."""


def ground(plan: Plan, short: float) -> None:
    """The words over the whole slide; on top a dot with a thread to the edge.

    The words have their quotation marks; the dot alone repeats the one that opens them.
    """
    room = plan.ground()
    if plan.threaded and plan.theme.look.align == "left":
        plan.thread((92, 92), (plan.slide.right, 92), "line", 4)
        plan.dot(92, 92, 48, "highlight")
        mark = Room(44, 65, 96, 96)  # the mark hangs at the top of its line
        said = str(plan.choice.shape[0])
        low = {"„": 53, "«": 27, "»": 27}.get(said, 0)  # by so much others hang from above
        mark = mark._replace(y=mark.y - low)
        plan.numeral(None, mark, 96, said, color="text", align="center", anchor="top")
        room = room.inset(0, 108, 0, 0)
    elif plan.theme.look.align == "center":
        room = room.inset(0, 32, 0, 0)
    name, words = room.cut("bottom", 60, 20)
    _said(plan, words, name, SHORT if short else Type("quote", 50))


def hung(plan: Plan, short: float) -> None:
    """A beam beside the words, which leave a column free on the left, a rule above their author."""
    room = plan.ground()
    free, words = room.cut("left", 176, 28)
    name, words = words.cut("bottom", 60, 14)
    beam = Room(free.right - 12, words.y + 44, 12, words.h - 44)
    plan.plane(beam, "accent")
    plan.rule(name, "text")
    said = SHORT if short else Type("quote", 50)
    _said(plan, words.inset(0, 36, 0, 0), name.inset(0, 12, 0, 0), said)


def strip(plan: Plan, short: float) -> None:
    """A strip along the left edge, a beam above the words, a rule above their author."""
    plan.plane(Room(0, 0, 60, plan.slide.h), plan.theme.look.loud)
    left = 112.0
    right = plan.x(13) - 16
    room = Room(left, 36, right - left, plan.sourced(left, right, 496) - 36)
    beam, words = room.cut("top", 60, 12)
    plan.plane(beam._replace(y=beam.bottom - 14, w=72, h=8), "accent")
    name, words = words.cut("bottom", 64, 12)
    plan.rule(name, "text")
    said = SHORT if short else Type("quote", 50)
    _said(plan, words, name.inset(0, 12, 0, 0), said)
    plan.footed = False


def block(plan: Plan, short: float) -> None:
    """The words in a block that speaks, their author below its tail."""
    card = Room(plan.x(1), 40, plan.w(12), 366)
    plan.speech(card, "brand", drop=84, at=0.08, wide=90)
    right = plan.x(13) - 16
    name = Room(236, 426, right - 236, plan.sourced(236, right, 496) - 426)
    said = SHORT if short else Type("quote", 56)
    _said(plan, card.inset(36, 16, 32, 16), name, said)
    plan.footed = False


def portrait(plan: Plan, short: float) -> None:
    """The portrait over the left third, the words beside it."""
    left = plan.x(6)
    room = plan.ground()
    if plan.theme.bleeds:
        plan.picture("picture", Room(0, 0, left - 44, plan.slide.h), fills=True)
        plan.footed = False
        plan.sourced(left + 20, plan.x(13) - 16, 0)
    else:
        plan.picture("picture", room._replace(w=left - 44 - room.x))
    words = room._replace(x=left + 20, w=room.right - left - 20)
    name, words = words.cut("bottom", 76, 34)
    plan.rule(name.inset(0, -12, 0, 0), "line", 1.5)
    _said(plan, words, name, Type("statement", 72, 48) if short else Type("quote", 40))


def _said(plan: Plan, words: Room, name: Room, type: Type) -> None:
    look = plan.theme.look
    align = look.align if not plan.has("image") else "left"
    middle = plan.has("image") or look.align == "center" or look.cards == "speech"
    anchor: Anchor = "middle" if middle else "top" if look.marks in ("tile", "medal") else "bottom"
    plan.words(
        "quote",
        words,
        "quote",
        text=type,
        align=align,
        anchor=anchor,
        counts=False,
    )
    # Without a title the outline has whose words these are.
    named = "by" if plan.has("own title") else "title"
    if named == "by":
        head, name = name.cut("top", 0.5 * name.h)
        plan.title(head, Type("cell", 26, 18), align=align, anchor="bottom", leading=0.98)
        plan.words(
            "by", name, "prose", text=Type("cell", 24, 18), color="muted", align=align, counts=False
        )
        return
    if plan.has("role"):
        name, role = name.rows((5, 4), 0)
        plan.words(
            "role", role, "prose", text=Type("cell", 22, 16), color="muted", align=align,
            counts=False,
        )  # fmt: skip
    plan.title(name, Type("cell", 26, 18), align=align, leading=0.98)


class Quote(Composed):
    """A quotation on a background of its own, in the quotation marks of the deck's language."""

    names = {
        "de": "Zitat", "en": "Quote", "es": "Cita",
        "fr": "Citation", "it": "Citazione", "nl": "Citaat", "pl": "Cytat",
    }  # fmt: skip
    group = "words"
    headed = False
    compositions = (
        Composition("portrait", portrait, needs="image", stage="ground", steps=SIZES, de="Porträt"),
        Composition("ground", ground, lacks=("image",), stage="ground", steps=SIZES, de="Fläche"),
        Composition(
            "hung", hung, lacks=("image",), stage="ground", steps=SIZES, de="hängend", asked=True
        ),
        Composition(
            "strip", strip, lacks=("image",), stage="ground", steps=SIZES, de="Streifen", asked=True
        ),
        Composition(
            "block", block, lacks=("image",), stage="ground", steps=SIZES, de="Block", asked=True
        ),
    )
    usual = Choice("quote", "", "ground", 1, given=frozenset({"quote", "by"}), shape=("„",))
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

    def usual_title(self, strings: Strings) -> str | None:
        """Return whose words these are: in a script and an outline, that stands for the slide."""
        return self.by.plain if self.by else None

    def given(self) -> frozenset[str]:
        return super().given() | ({"own title"} if self.title else set())

    def shape(self) -> tuple[object, ...]:
        return (marks_of(self.context.deck.lang).opening.strip(),)

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        lang = self.context.deck.lang
        if name == "quote":
            return [[Paragraph(quoted(self.quote.runs, lang))]]
        if name == "title" and self.title:
            return [self.title.paragraphs]
        if name == "role" and self.role:
            return [self.role.paragraphs]
        return [self._named(self.title is None)]

    def _named(self, alone: bool) -> list[Paragraph]:
        """Return whose words they are, with the role unless it stands for itself."""
        texts = (self.by,) if alone else (self.by, self.role)
        return [Paragraph(in_a_line(text.runs for text in texts if text))]

    def draw(self, page: Page) -> None:
        apart = "role" in page.placeholders
        named = self.title.paragraphs if self.title else self._named(apart)
        place = self.title.place if self.title else self.at("by")
        page.text("title", named, place=place)
        if self.image:
            page.picture(self.image, "picture", fills=True)
        page.text("quote", self.said("quote")[0], place=self.quote.place)
        if apart and self.role:
            page.text("role", self.role.paragraphs, place=self.role.place)
        if "by" in page.placeholders and self.by:
            page.text("by", self.said("by")[0], place=self.by.place)
