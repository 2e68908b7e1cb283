"""Formulas among words: `$E = mc^2$` as runs on one line, which any program shows.

PowerPoint sets their trees as Office Math; the runs are what is measured, and what others show.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from smdeck.model.markup import SUBSCRIPT, SUPERSCRIPT
from smdeck.model.math.reading import read_formula
from smdeck.model.math.tree import (
    Big,
    Fence,
    Formula,
    Fraction,
    MathGrid,
    MathRow,
    MathScript,
    Root,
    Sign,
    plain,
)
from smdeck.model.text import Run
from smdeck.patterns import pattern

_SPACE = "\u00a0"
"""Lines don't break inside of a formula."""

_WORDS = pattern(r"[^\W\d_]{2,}[^\W\d_ .,:;!?'’-]*(?:[ .,:;!?'’-]+[^\W\d_]*)*")
"""Words between dollar signs, and no formula: it has a sign, a digit or letters alone."""


def is_words(text: str) -> bool:
    """Return whether what stands between dollar signs is rather words than a formula."""
    return " " in text and _WORDS.fullmatch(text) is not None


_BINARY = "+−-±∓·×÷⋅"
"""Signs that have space around them where they stand between two things."""


@lru_cache(maxsize=256)
def formula_of(text: str) -> Formula | None:
    """Return a formula that was read before, and found to be right."""
    return read_formula(text, lambda *_: None)


def tall(formula: Formula | None) -> bool:
    """Return whether a formula is higher than a line of text whatever is done."""
    match formula:
        case MathGrid():
            return True
        case MathRow(items):
            return any(map(tall, items))
        case Fraction(above, below, _):
            return tall(above) or tall(below)
        case Fence(_, _, body) | Root(body):
            return tall(body)
        case MathScript(base) | Big(body=base):
            return tall(base)
    return False


def runs_of_formula(text: str, formula: Formula, form: Run) -> Iterator[Run]:
    """Yield a formula as runs on one line; each knows the formula that it is a piece of."""
    of = form._replace(math=text)
    for words, raised, italic in _pieces(formula):
        shown = words.replace(" ", _SPACE)
        if shown:
            baseline = {0: 0, 1: SUPERSCRIPT, -1: SUBSCRIPT}[raised]
            yield of._replace(text=shown, italic=italic, baseline=baseline)


def _pieces(formula: Formula | None, raised: int = 0) -> Iterator[tuple[str, int, bool]]:
    """Yield texts, each with whether it is raised (1) or lowered (-1), and whether it leans."""
    match formula:
        case Sign(_, kind):
            yield plain(formula), raised, kind == "letter"
        case MathRow(items):
            for before, item, after in zip((None, *items), items, (*items[1:], None), strict=False):
                space = _SPACE if raised == 0 and _stands_apart(before, item, after) else ""
                if space and _is_name(item):
                    yield from _pieces(item, raised)
                    yield space, raised, False
                elif space:
                    yield f"{space}{plain(item)}{space}", raised, False
                else:
                    yield from _pieces(item, raised)
        case MathScript(base, low, high):
            yield from _pieces(base, raised)
            yield from _pieces(low, -1)
            yield from _pieces(high, 1)
        case Big(sign, low, high, body):
            yield sign, raised, False
            yield from _pieces(low, -1)
            yield from _pieces(high, 1)
            yield " ", raised, False
            yield from _pieces(body, raised)
        case Fence(left, right, body):
            yield left, raised, False
            yield from _pieces(body, raised)
            yield right, raised, False
        case Fraction(above, below, True):
            yield from _bound(above, raised)
            yield "/", raised, False
            yield from _bound(below, raised)
        case Root(body, degree):
            yield from _pieces(degree, 1)
            yield "√", raised, False
            yield from _bound(body, raised)
        case _:
            yield plain(formula), raised, True


def _is_name(formula: Formula) -> bool:
    """Return whether a sign is the name of a function, as `ln`."""
    return isinstance(formula, Sign) and formula.kind == "upright" and formula.text.isalpha()


def _stands_apart(before: Formula | None, one: Formula, after: Formula | None) -> bool:
    """Return whether a sign has space around it, or a name behind it: `a + b`, `ln 2`."""
    if after is None or not isinstance(one, Sign):
        return False
    if _is_name(one):
        return len(one.text) > 1 and not isinstance(after, Fence) and plain(after)[:1] not in "([{"
    between = before is not None and not (
        isinstance(before, Sign) and before.kind in ("operator", "relation")
    )
    return one.text in _BINARY and between


def _bound(formula: Formula, raised: int) -> Iterator[tuple[str, int, bool]]:
    """Yield what stands in brackets on one line, where it is more than a sign."""
    single = len(plain(formula).strip()) < 2 or isinstance(formula, Fence | MathScript)
    if not single:
        yield "(", raised, False
    yield from _pieces(formula, raised)
    if not single:
        yield ")", raised, False
