"""Numbers in doubt: what can be read in two ways, as `1.250`, and commas that may part numbers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from smdeck.findings import Findings, Place
from smdeck.model.fields import Reader
from smdeck.source import Scalar

if TYPE_CHECKING:  # what figures need is imported where there are some
    from smdeck.figures.numbers import DecimalMark, Evidence


def decimal_mark(lang: str) -> DecimalMark | None:
    """Return the decimal mark of a language, where it is a comma or a point."""
    from smdeck.figures.conventions import conventions

    mark = conventions(lang).decimal
    return mark if mark in (",", ".") else None  # type: ignore[return-value]


def as_in_yaml(lang: str, said: DecimalMark | None = None) -> Evidence:
    """Return what tells how numbers are written that stand in a deck: as YAML has them, or as its
    language does, unless their author says how."""
    from smdeck.figures.numbers import Evidence

    return Evidence(said, (".", decimal_mark(lang)))


def report_ambiguous(
    text: str,
    readings: tuple[float, float],
    place: Place,
    reader: Reader,
    *,
    where: str = "",
    settled: str | None = None,
) -> None:
    """Report a number that can be read in two ways, as `ambiguity` says."""
    message, help = ambiguity(text, readings, where, settled, reader.language)
    reader.findings.error("ambiguous-number", message, place, help)


def ambiguity(
    text: str, readings: tuple[float, float], where: str, settled: str | None, language: str
) -> tuple[str, str]:
    """Return what is said of a number that can be read in two ways, and what helps.

    `settled` is what the author may write, `{}` in it stands for the decimal mark; without it,
    the number itself has to be written another way.
    """
    as_decimal, as_thousands = _shown(readings, language)
    mark: DecimalMark = "," if "," in text else "."
    other: DecimalMark = "." if mark == "," else ","
    message = f"`{text}`{where} may be {as_thousands} or {as_decimal}"
    if settled is None:
        return message, f"write {as_thousands}, or {as_decimal}"
    return message, (
        f"write `{settled.replace('{}', other)}` for {as_thousands}, or "
        f'`decimal: "{mark}"` there for {as_decimal}'
    )


def taken_as_yaml(
    item: Scalar,
    readings: tuple[float, float],
    reader: Reader,
    as_decimal: str,
    settled: str | None = None,
) -> bool:
    """Tell of a number of a deck that can be read in two ways; return whether it is still read.

    One with a point is read as YAML has it, with a warning that says how it is written
    `as_decimal` for certain. Any other is an error.
    """
    if "." not in item.text:
        report_ambiguous(item.text, readings, item.place, reader, settled=settled)
        return False
    decimal, thousand = _shown(readings, reader.language)
    reader.findings.warn(
        "ambiguous-number",
        f"`{item.text}` is read as {decimal}, and may be meant as {thousand}",
        item.place,
        f"write {round(readings[1])} for the thousand, or {as_decimal}",
    )
    return True


def _shown(readings: tuple[float, float], language: str) -> tuple[str, str]:
    """Return the two numbers that one may be, in a language."""
    from smdeck.figures.codes import GENERAL
    from smdeck.figures.showing import shown

    decimal, thousand = (shown(one, GENERAL, language) for one in readings)
    return decimal, thousand


def report_parted(items: list[Scalar], findings: Findings) -> bool:
    """Report numbers of a list that decimal commas seem to part, as `[1,5, 2,5]`; return whether.

    Some commas have a space behind them there, and others none, never two of these in a row.
    """
    pairs = list(pairwise(items))
    glued = [_glued(one, other) for one, other in pairs]
    if not any(glued) or all(glued) or any(both == (True, True) for both in pairwise(glued)):
        return False
    texts = [items[0].text]
    for (_, other), tight in zip(pairs, glued, strict=True):
        if tight:
            texts[-1] += f".{other.text}"
        else:
            texts.append(other.text)
    apart = ", ".join(one.text for one in items)
    first = glued.index(True)
    findings.error(
        "ambiguous-number",
        f"`{items[first].text},{items[first + 1].text}` may be one number or two",
        items[first].place,
        f"write `[{', '.join(texts)}]`, or with a space after each comma `[{apart}]`",
    )
    return True


def _glued(one: Scalar, other: Scalar) -> bool:
    """Return whether two whole numbers have a comma between them, and no space."""
    if not (re.fullmatch(r"[+-]?\d+", one.text) and re.fullmatch(r"\d+", other.text)):
        return False
    line = other.source.line(other.line + 1)
    return one.line == other.line and line[one.column + one.length : other.column] == ","
