"""sources: where the talk's facts and pictures are from, slide by slide."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Anchor, Choice, Composition, Plan, Room, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.model.text import Block, Inline, Paragraph, Run
from smdeck.page import Composed, Layout
from smdeck.strings import Strings

PITCH = 95.0
"""How high an entry is at the most, in points."""

NUMBER = 58.0
"""The room for the number of a slide, in points."""


FEW = 4
"""Up to how many entries share the height of the body, their words larger."""

LARGE: dict[int, tuple[float, float]] = {1: (56, 34), 2: (46, 30), 3: (40, 28), 4: (34, 26)}
"""The sizes of what is shown and of where it is from, where there are so few."""


def entries(plan: Plan, columns: float) -> None:
    """Rows in one or two columns, column by column: the slide's number, what is shown, its
    source."""
    across = int(columns)
    deep = -(-plan.count // across)
    few = across == 1 and plan.count <= FEW
    high = plan.body.h / deep if few else min(PITCH, plan.body.h / deep)
    numbers: list[Room] = []
    words: list[Room] = []
    for column in plan.body.columns(across):
        cells = column._replace(h=high * deep).rows(deep, 0)
        for cell in cells[: plan.count - len(words)]:
            plan.rule(cell, "line", 1.5, len(words))
            lead = 2.1 * LARGE[plan.count][0] if few else NUMBER
            number, rest = cell.inset(0, 10, 0, 4).cut("left", lead)
            numbers.append(number)
            words.append(rest if plan.has("item value") else cell.inset(0, 10, 0, 4))
    _said(plan, numbers, words, few)


def _said(plan: Plan, numbers: list[Room], words: list[Room], few: bool) -> None:
    head, text = LARGE[plan.count] if few else (24.0, 20.0)
    anchor: Anchor = "middle" if few else "top"
    plan.words(
        "item value", numbers, "head", color="accent", counts=False, anchor=anchor,
        title=Type("row", 1.1 * head, 18) if few else Type("item", 30, 18),
    )  # fmt: skip
    plan.words(
        "item", words, title=Type("row" if few else "item", head, 18),
        text=Type("body" if few else "cell", text, 18), counts=False, lines=4, anchor=anchor,
    )  # fmt: skip


class Sources(Composed):
    """The sources of slides and the credits of pictures, with the numbers of their slides."""

    names = {
        "de": "Quellen", "en": "Sources", "es": "Fuentes",
        "fr": "Sources", "it": "Fonti", "nl": "Bronnen", "pl": "Źródła",
    }  # fmt: skip
    group = "frame"
    collects = True
    compositions = (
        Composition("rows", entries, (1, 4), de="Zeilen", steps=({"columns": 1.0},)),
        Composition("columns", entries, (2, 12), de="Spalten", steps=({"columns": 2.0},)),
    )
    usual = Choice(
        "sources", "", "columns", 0, 8,
        given=frozenset({"item value", "item title", "item text"}),
    )  # fmt: skip
    example = """\
layout: sources
items:
  - {value: 2, title: "Was ist Social Media?", text: "Text der Website, Abschnitt 1"}
  - {value: 5, title: Einst versprach das Fernsehen, text: "Text der Website, Abschnitt 2"}
  - {value: 13, title: Rückmeldungen je Medium, text: Beispielwerte}
"""

    items: list[Item] = key(
        "The sources; default: every `source` and `credit` of the deck, with the number of its "
        "slide.",
        list,
        most=12,
        shows="value title text link",
    )
    split: bool = key("Whether more than fits a slide goes on over further ones.", True)

    def usual_title(self, strings: Strings) -> str:
        return strings.sources

    def collect(self, slides: Sequence[Layout]) -> bool:
        """Take the sources of slides where none are written; return whether there are any."""
        if not self.items:
            self.items = [
                self._entry(number, slide)
                for number, slide in enumerate(slides, 1)
                if slide.sources and not slide.part.before
            ]
        return bool(self.items)

    def _entry(self, number: int, slide: Layout) -> Item:
        title = slide.title or slide.usual_title(self.context.strings) or ""
        place = slide.origin.place
        runs: list[Run] = []
        for text in slide.sources:
            runs += [*([Run(" · ")] if runs else ()), *text.runs]
        return Item(
            origin=slide.origin,
            title=Inline.of(title, place) if isinstance(title, str) else title,
            text=Block((Paragraph(tuple(runs)),), place),
            value=Inline.of(str(number), place),
        )
