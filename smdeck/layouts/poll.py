"""poll: a question with its answers to choose from, and a code that leads to the vote."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.address_forms import short_address
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.kinds import WebAddress
from smdeck.model.schedule import VOTE
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed, Page
from smdeck.page.qr import put_code, qr_holds, report_long
from smdeck.scene import Role

LETTERS = "ABCDEF"

FEW = 3
"""Up to how many answers have larger letters."""

CODE, QUIET = 260.0, 26.0
"""The side of the card with the code, and the space around the code in it, in points."""


def plane(plan: Plan) -> None:
    """The question and its answers over two thirds, the code on a plane on the right."""
    edge = plan.x(9)
    plan.plane(Room(edge, 0, plan.slide.right - edge, plan.slide.h), "brand")
    inner = Room(edge + 32, 44, plan.x(13) - 16 - edge - 32, plan.slide.h - 80)
    side = min(CODE, inner.w)
    if lies_on(plan) == "inverse":
        card = Room(inner.x, inner.y, side, side)
        plan.draw(card, plan.outline(card), "inverse")
    words = inner.cut("top", side, 16)[1]
    call, address = words.cut("top", 100, 4)
    plan.words(
        "vote",
        call,
        "head",
        title=Type("item", 44, 24),
        counts=False,
        colors=plan.text_colors("brand"),
    )
    plan.words(
        "address", address, "head", title=Type("cell", 28, 16), color="accent", counts=False,
        colors=plan.text_colors("brand"),
    )  # fmt: skip
    left = Room(
        plan.x(1), plan.under(32), edge - 32 - plan.x(1), plan.slide.h - 44 - plan.under(32)
    )
    bottom = 475 if plan.has("source") else left.bottom
    question, below = left._replace(h=bottom - left.y).cut(
        "top", 132 if plan.has("subtitle") else 104, 12
    )
    plan.title(plan.subtitled(question, 32), Type("title", 44, 28), leading=0.88)
    _answers(plan, below)
    plan.foot_between(left.x, left.right)


def lies_on(plan: Plan) -> Role:
    """Return what the code lies on: the lighter one of the plane and a card, as readers expect."""
    return plan.lightest("brand", "inverse")


def beside(plan: Plan) -> None:
    """Below the usual title: the answers in rows, the code in a column beside them."""
    column, answers = plan.body.cut("right", CODE, 32)
    code, words = column.cut("top", CODE, 8)
    plan.draw(code, plan.outline(code), lies_on(plan))
    call, address = words.cut("top", 0.5 * words.h, 4)
    plan.words("vote", call, "head", title=Type("item", 32, 20), counts=False)
    plan.words("address", address, "head", title=Type("cell", 26, 14), color="accent", counts=False)
    _answers(plan, answers)


def rows(plan: Plan) -> None:
    """The answers in rows over the body."""
    _answers(plan, plan.body)


def _answers(plan: Plan, room: Room) -> None:
    """Put a row for each answer there, its letter at its head."""
    high = min(180.0, room.h / plan.count)
    words = []
    for n, row in enumerate(room._replace(h=high * plan.count).rows(plan.count, 0)):
        radius = min(40.0 if plan.count <= FEW else 34.0, 0.4 * row.h)
        letter, rest = row.cut("left", 80.0 if plan.count <= FEW else 68.0, 20)
        if n:
            plan.rule(rest, item=n)
        plan.numeral(
            n, letter.disc(radius, 0.5), 1.06 * radius, LETTERS[n], fill="highlight"
            if plan.marked(n) else "brand", color="text",
        )  # fmt: skip
        words.append(rest.inset(0, 2, 0, 2))
    plan.words("item", words, title=Type("item", 44, 22), text=Type("cell", 24), anchor="middle")


class Poll(Composed):
    """A question to the room; two to six answers to choose from."""

    names = {
        "de": "Umfrage", "en": "Poll", "es": "Encuesta",
        "fr": "Sondage", "it": "Sondaggio", "nl": "Peiling", "pl": "Ankieta",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition("plane", plane, needs="code", stage="ground", de="Fläche"),
        Composition("beside", beside, needs="code", de="daneben"),
        Composition("rows", rows, lacks=("code",), plain=True, de="Zeilen"),
    )
    usual = Choice(
        "poll", "", "plane", 0, 4, given=frozenset({"code", "vote", "address", "item title"})
    )
    example = """\
layout: poll
title: Wo reden Ihre Kunden heute über Sie?
items: [In Netzwerken, In Bewertungen, Am Telefon, Ich weiß es nicht]
url: https://example.com/frage
"""

    title: Inline = key("The question.")
    items: list[Item] = key(
        "The answers to choose from.", least=2, most=6, shows="title text link featured"
    )
    url: WebAddress | None = key("The address of the vote, as a QR code and in words.", None)
    label: Inline | None = key("The words for the address; default: the address, shortened.", None)

    @property
    def beside_words(self) -> float:
        """The time for the vote."""
        return VOTE

    def check(self, findings: Findings) -> None:
        if self.label and not self.url:
            help = "add `url`: the address of the vote"
            findings.error("missing-field", "a `label` needs a `url`", self.at("label"), help)
        report_long(self.url, self.at("url"), findings)

    def given(self) -> frozenset[str]:
        code = {"code", "vote", "address"} if self.url else set()
        return super().given() | code

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        if name == "vote":
            return [[Paragraph((Run(self.context.strings.vote),))]]
        if name == "address" and self.url:
            return [[Paragraph(self.label.runs if self.label else (Run(short_address(self.url)),))]]
        return super().said(name)

    def extra(self, page: Page, plan: Plan) -> None:
        if not self.url or not qr_holds(self.url):
            return
        vote = Room.of(page.placeholders["vote"].box)
        side = min(CODE, vote.w)
        gap = 16 if plan.choice.composition == "plane" else 8
        card = Room(vote.x, vote.y - gap - side, side, side)
        fill: Role = "brand" if lies_on(plan) == "inverse" else plan.text_colors("brand").text
        code = card.inset(QUIET, QUIET, QUIET, QUIET)
        put_code(page, self.url, code.box, fill)
