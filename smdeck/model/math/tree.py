"""The tree of a formula: signs, and what stands above, below and around them."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from typing import Literal, NamedTuple, TypeAlias


class Sign(NamedTuple):
    """A letter, number, operator, name of a function, or words."""

    text: str
    kind: Literal["letter", "number", "operator", "relation", "upright", "words", "space"]


class MathRow(NamedTuple):
    """Things side by side."""

    items: "tuple[Formula, ...]"


class Fraction(NamedTuple):
    """One thing over another; a binomial has no bar."""

    above: "Formula"
    below: "Formula"
    bar: bool = True


class Root(NamedTuple):
    """A root, of a degree or the square one."""

    body: "Formula"
    degree: "Formula | None" = None


class MathScript(NamedTuple):
    """A thing with something raised, lowered, or both."""

    base: "Formula"
    low: "Formula | None" = None
    high: "Formula | None" = None


class Big(NamedTuple):
    """A sum, product or integral with its limits, and what it goes over."""

    sign: str
    low: "Formula | None" = None
    high: "Formula | None" = None
    body: "Formula | None" = None


class Fence(NamedTuple):
    """A thing in brackets as high as itself; "" is no bracket."""

    left: str
    right: str
    body: "Formula"


class MathGrid(NamedTuple):
    """Rows of cells, as a matrix or a case distinction has them."""

    rows: "tuple[tuple[Formula, ...], ...]"
    left: bool = False
    """Whether cells begin at the left."""


class Accent(NamedTuple):
    """A thing with a sign over it; `¯` is a bar as wide as itself."""

    sign: str
    body: "Formula"


Formula: TypeAlias = Sign | MathRow | Fraction | Root | MathScript | Big | Fence | MathGrid | Accent


def plain(formula: Formula | None) -> str:
    """Return a formula on one line, for programs that show none."""
    match formula:
        case None:
            return ""
        case Sign(text, kind):
            return f" {text} " if kind == "relation" else text
        case MathRow(items):
            return "".join(map(plain, items))
        case Fraction(above, below, bar):
            return f"{_bound(above)}{'/' if bar else ' über '}{_bound(below)}"
        case Root(body, degree):
            return f"{plain(degree)}√{_bound(body)}"
        case MathScript(base, low, high):
            return plain(base) + _scripts(low, high)
        case Big(sign, low, high, body):
            return f"{sign}{_scripts(low, high)} {plain(body)}"
        case Fence(left, right, body):
            return f"{left}{plain(body)}{right}"
        case MathGrid(rows):
            return "; ".join(", ".join(map(plain, row)) for row in rows)
        case Accent(_, body):
            return plain(body)


def _bound(formula: Formula) -> str:
    said = plain(formula)
    return said if len(said.strip()) < 2 or isinstance(formula, Fence) else f"({said})"


def _scripts(low: Formula | None, high: Formula | None) -> str:
    said = f"_{_bound(low)}" if low else ""
    return said + (f"^{_bound(high)}" if high else "")


def pieces(formula: Formula | None, raised: int = 0) -> list[tuple[str, int]]:
    """Return a formula on one line as texts, each with whether it is raised (1) or lowered (-1)."""
    match formula:
        case MathRow(items):
            return [piece for item in items for piece in pieces(item, raised)]
        case MathScript(base, low, high):
            scripts = [(plain(low).strip(), -1), (plain(high).strip(), 1)]
            return [*pieces(base, raised), *(one for one in scripts if one[0])]
        case Big(sign, low, high, body):
            limits = [(plain(low).strip(), -1), (plain(high).strip(), 1)]
            return [(sign, raised), *(one for one in limits if one[0]), (" ", 0), *pieces(body)]
        case Fence(left, right, body):
            return [(left, raised), *pieces(body, raised), (right, raised)]
    return [(plain(formula), raised)]
