"""equation: one formula or several, as PowerPoint's own, as large as the slide holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import Reader, key
from smdeck.model.text import Block, Inline
from smdeck.page import Composed, Page
from smdeck.scene import EquationBox as Drawn
from smdeck.source import Scalar

if TYPE_CHECKING:
    from smdeck.model.math.tree import Formula

LARGEST, SMALLEST = 80.0, 24.0
"""The sizes of letters in formulas, in points of the house theme."""


def sheet(plan: Plan) -> None:
    """The formula on a plane from edge to edge, what its signs stand for below; the plane is high
    where that is short."""
    room = _room(plan)
    plan.plane(Room(0, room.y - 14, plan.slide.w, room.h + 28), "surface")
    if plan.has("text"):
        below = plan.body.cut("top", room.bottom + 34 - plan.body.y)[1]
        plan.words("text", below, "prose", text=Type("body", 28, 20), counts=False, lines=6)


SHARES = 0.74, 0.56
"""The shares of the body that the formula has above its text, the larger one first."""


def _room(plan: Plan) -> Room:
    """Return the room for the formula."""
    share = SHARES[plan.choice.step] if plan.has("text") else 0.84
    return plan.body.cut("top", share * plan.body.h)[0].inset(0, 14, 0, 0)


class Equation(Composed):
    """A formula in LaTeX, native and editable; what its signs stand for below."""

    names = {
        "de": "Formel", "en": "Equation", "es": "Ecuación",
        "fr": "Équation", "it": "Equazione", "nl": "Formule", "pl": "Równanie",
    }  # fmt: skip
    group = "data"
    compositions = (Composition("sheet", sheet, de="Blatt", steps=({},) * len(SHARES)),)
    usual = Choice("equation", "", "sheet", given=frozenset({"text"}))
    example = r"""layout: equation
title: Der Nutzen eines Netzes wächst mit dem Quadrat
math: V(n) = \frac{n (n - 1)}{2} \approx \frac{n^2}{2}
text: "*n* Menschen haben so viele Verbindungen untereinander."
"""

    title: Inline = key("The slide's message.")
    math: str = key("The formula in LaTeX; each line is one of its own.")
    text: Block | None = key("What its signs stand for.", None)

    formulas: tuple[Formula, ...] = ()
    """The formulas, once they are read."""

    def decoded(self, reader: Reader) -> None:
        """Read the formulas."""
        node = self.origin.get("math")
        if not isinstance(node, Scalar):
            return
        found, start = [], 0
        for line in self.math.split("\n"):
            if line.strip(" $"):
                found.append(_read(line, start, node, reader.findings))
            start += len(line) + 1
        self.formulas = tuple(formula for formula in found if formula is not None)

    def given(self) -> frozenset[str]:
        return super().given() & {"subtitle", "source", "text"}

    def extra(self, page: Page, plan: Plan) -> None:
        from smdeck.fit.equations import formula_rows

        if not self.formulas:
            return
        room, theme = _room(plan), page.theme
        _, wide, high = formula_rows(self.formulas)
        ratio = theme.type.role_ratio("body")
        sizes = [
            one
            for one in theme.type.scale
            if SMALLEST * ratio - 0.5 <= one <= LARGEST * ratio + 0.5
        ]
        smallest = sizes[0] if sizes else SMALLEST
        fitting = [one for one in sizes if wide * one <= 0.95 * room.w and high * one <= room.h]
        if not fitting:
            self._report_too_much(page, (wide * smallest, high * smallest), room, smallest)
            return
        size = fitting[-1]
        colors = plan.text_colors_at(room)
        name = self.name_in(page.strings.lang)
        drawn = Drawn(self.formulas, room.box, size, colors.text, name, self.at("math"))
        page.scene.nodes.insert(1, drawn)
        page.click(drawn)

    def _report_too_much(
        self, page: Page, takes: tuple[float, float], room: Room, size: float
    ) -> None:
        """Report a formula that is too wide or too high at the smallest size."""
        wide = takes[0] > 0.95 * room.w
        taken, has = (takes[0], 0.95 * room.w) if wide else (takes[1], room.h)
        page.context.findings.error(
            "overflow",
            f"the formula is too {'wide' if wide else 'high'}: at {size:g} pt, the smallest size, "
            f"it takes {taken:.0f} pt, its box has {has:.0f}",
            self.at("math"),
            "write it in several lines, or split the slide" if wide else "split the slide",
        )


def _read(line: str, start: int, node: Scalar, findings: Findings) -> Formula | None:
    """Return the formula of a line; dollars around it are left out."""
    text = line.strip()
    before = line.index(text)
    while len(text) > 1 and text[0] == text[-1] == "$":
        text, before = text[1:-1], before + 1

    def report(message: str, at: int, words: str, help: str | None) -> None:
        findings.error("math", message, node.place_of(words, start + before + at), help)

    from smdeck.model.math.reading import read_formula

    return read_formula(text, report)
