"""equation: formulas in LaTeX as PowerPoint's own."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import smdeck
from smdeck.compiler.compiling import Compiled
from smdeck.fit.equations import formula_rows, laid_out
from smdeck.model.math.reading import read_formula
from smdeck.model.math.tree import plain
from smdeck.scene import EquationBox

DeckOf = Callable[..., str]
Build = Callable[[str], dict[str, bytes]]
Compile = Callable[[str], Compiled]

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def slide(math: str) -> str:
    lines = "".join(f"  {line}\n" for line in math.split("\n"))
    return f"layout: equation\ntitle: Eine Formel\nmath: |\n{lines}"


@pytest.mark.parametrize(
    ("math", "tags", "said"),
    [
        (r"E = m c^2", "sSup", "E = mc^2"),
        (r"\frac{a + b}{2}", "f", "(a+b)/2"),
        (r"\sqrt[3]{x}", "rad deg", "3√x"),
        (r"\sum_{i=1}^n x_i", "nary sub sup sSub", "∑_(i = 1)^n x_i"),
        (r"\lim_{n \to \infty} a_n", "limLow", "lim_(n → ∞)a_n"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "d m mr", "(1, 2; 3, 4)"),
        (r"\left[ \bar{x} \right]", "d acc", "[x]"),
        (r"\binom{n}{k}", "d f", "(n über k)"),
        (r"\text{wenn } x \leq 0,5", "r", "wenn x ≤ 0,5"),
    ],
)
def test_formulas_are_office_math_and_words_for_others(
    math: str, tags: str, said: str, deck_of: DeckOf, built: Build
) -> None:
    xml = etree.fromstring(built(deck_of(slide(math)))["ppt/slides/slide1.xml"])
    formula = xml.find(f".//{M}oMath")
    assert formula is not None
    assert all(formula.find(f".//{M}{tag}") is not None for tag in tags.split())
    assert xml.find(".//{*}Fallback//{*}t") is not None
    formula_ = read_formula(math, lambda *_: None)
    assert plain(formula_).strip() == said


def test_formulas_are_as_large_as_the_slide_holds_them(deck_of: DeckOf, compiled: Compile) -> None:
    def size(math: str) -> float:
        nodes = compiled(deck_of(slide(math))).scenes[0].nodes
        return next(node.size for node in nodes if isinstance(node, EquationBox))

    few, many = size("a = b"), size("\n".join(["a = \\frac{b}{c}"] * 4))
    assert few > many >= 24


def test_a_dollar_in_a_text_is_a_dollar(deck_of: DeckOf, built: Build) -> None:
    text = "Es kostet 5 $, dann $5 und $7, dann $x$ mehr."
    deck = deck_of(f'layout: text\ntitle: Preise\ntext: "{text}"\n')
    xml = built(deck)["ppt/slides/slide1.xml"].decode()
    said = re.sub("<[^>]+>", "", xml).replace("\u00a0", " ")
    assert "5 $, dann $5 und $7, dann x mehr" in said  # `$x$` is a formula


def test_an_unknown_command_is_an_error_at_its_place(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    text = "title: T\nslides:\n  - layout: equation\n    title: T\n    math: a = \\fraq{1}{2}\n"
    deck.write_text(text, "utf-8")
    (finding,) = smdeck.check(deck)
    assert finding.code == "math" and finding.place
    assert (finding.place.line, finding.place.column, finding.place.length) == (5, 15, 5)


def test_whatever_is_written_is_a_formula_or_a_finding() -> None:
    pieces = [
        "\\frac", "{", "}", "a", "^", "_", "\\left(", "\\right)", "&", "\\\\", "\\begin{cases}",
        "\\end{cases}", "\\sum", "\\sqrt", "[", "]", "\\text{x}", "2", "=", "'", "\\", " ", "\\xyz",
    ]  # fmt: skip
    chance = random.Random(5)
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(chance.randint(1, 9)))
        said: list[str] = []

        def report(message: str, *_: object, said: list[str] = said) -> None:
            said.append(message)

        formula = read_formula(text, report)
        assert (formula is None) == bool(said), text
        if formula is not None:
            block = laid_out(formula)
            assert block.wide >= 0 and plain(formula) is not None
            assert formula_rows([formula])[2] >= 0
