"""The rule: what a file in this folder has to say, and how rules are found."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.findings import Severity

Limits: TypeAlias = Mapping[str, float]
"""The numbers of a rule by name: its own, or what the theme makes of them."""

Bound = Literal["most", "least"]

LEVELS: tuple[Severity, ...] = ("error", "warning")
"""How much a finding weighs, the graver first."""


class Rule(NamedTuple):
    """A rule, as its file describes it."""

    code: str
    page: str
    """What it does, why, an example and what to do, in Markdown: the file's docstring."""
    levels: tuple[str, ...]
    """`error`, `warning` or both; a rule that says nothing of it warns."""
    limits: Limits
    """Its numbers by name; a theme may tighten them."""
    unit: str
    """What its numbers count, as it is written after them; those of lines are named so."""
    bound: Bound
    """Whether the numbers are the most or the least that goes unnoticed."""
    check: Callable[[CheckedDeck, Limits], Iterator[Issue]]
    """Yields what breaks the rule."""


@cache
def rule_codes() -> tuple[str, ...]:
    """Return the codes of all rules: the names of the files, hyphens for underscores."""
    names = (entry.name for entry in os.scandir(Path(__file__).parents[1] / "rules"))
    found = (name[:-3] for name in names if name.endswith(".py") and name[0] != "_")
    return tuple(sorted(name.replace("_", "-") for name in found))


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, by code."""
    return tuple(map(_load, rule_codes()))


def _load(code: str) -> Rule:
    module = importlib.import_module(f"smdeck.rules.{code.replace('-', '_')}")
    said = vars(module)
    bound: Bound = "most" if "MOST" in said else "least"
    limits: Limits = said.get("MOST") or said.get("LEAST") or {}
    named = (level for level in LEVELS if any(level in name for name in limits))
    levels = said.get("LEVELS") or tuple(named) or ("warning",)
    page = (module.__doc__ or "").strip()
    return Rule(
        code,
        page,
        levels=levels,
        limits=limits,
        unit=said.get("UNIT", ""),
        bound=bound,
        check=said["check"],
    )


def above(value: float, limits: Limits) -> Severity | None:
    """Return the level of a value that is more than a limit, or None."""
    return next((one for one in LEVELS if one in limits and value > limits[one]), None)


def below(value: float, limits: Limits) -> Severity | None:
    """Return the level of a value that is less than a limit, or None."""
    return next((one for one in LEVELS if one in limits and value < limits[one]), None)


def rounded_down(value: float) -> str:
    """Return a number with one digit, which never reads as if it were enough: 4.49 is not 4.5."""
    return f"{int(10 * value) / 10:g}"
