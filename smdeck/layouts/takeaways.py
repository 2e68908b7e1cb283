"""takeaways: what should stay, numbered and large."""

from __future__ import annotations

from smdeck.compose import Choice, Composition, Plan, Type
from smdeck.model.fields import key
from smdeck.model.items import Item
from smdeck.page import SPLIT, Composed
from smdeck.strings import Strings


def rows(plan: Plan, most: float) -> None:
    """Rows over the whole slide, their numbers as large as the rows allow."""
    bottom = 475 if plan.has("source") else 500
    top = plan.body.y - 8
    body = plan.body._replace(y=top, h=bottom - top)
    rows = body.rows(plan.count, 0)
    size = min(most, 0.86 * rows[0].h)
    wide = max(74.0, 1.2 * size)
    words = []
    for n, row in enumerate(rows):
        if n:
            plan.rule(row, "line", 1.5, n)
        number, rest = row.cut("left", wide)
        plan.numeral(n, number, size)
        words.append(rest.inset(0, 4, 0, 4))
    plan.words("item", words, title=Type("row", 46, 24), anchor="middle")


def sentence(plan: Plan) -> None:
    """One sentence below the title, very large."""
    plan.words(
        "item",
        [plan.body],
        title=Type("statement", 112, 32),
        text=Type("body"),
        anchor="bottom",
        align=plan.theme.look.align,
    )


class Takeaways(Composed):
    """One to five sentences to take home."""

    names = {
        "de": "Fazit", "en": "Takeaways", "es": "Conclusiones",
        "fr": "À retenir", "it": "In sintesi", "nl": "Conclusies", "pl": "Wnioski",
    }  # fmt: skip
    group = "frame"
    compositions = (
        Composition("sentence", sentence, (1, 1), de="Satz"),
        Composition("rows", rows, (2, 5), de="Zeilen", steps=({"most": 124.0}, {"most": 66.0})),
    )
    usual = Choice("takeaways", "", "rows", 0, 3)
    example = """\
layout: takeaways
items:
  - Social Media ist Dialog, kein Sendeplatz.
  - Schwache Verbindungen lassen sich zum ersten Mal aufrecht erhalten.
  - Marken begegnen Kunden auf Augenhöhe.
"""

    items: list[Item] = key("What should stay.", least=1, most=5, shows="title text link")
    split: bool = SPLIT

    def usual_title(self, strings: Strings) -> str:
        return strings.takeaways
