"""Remarks: what people write in a cell beside its number, or where there is none."""

from __future__ import annotations

import re

from smdeck.figures.numbers import scan

_MISSING = re.compile(
    r"[-–—.…:/•]{1,3}|n\.? ?/? ?[av]\.?|k\. ?a\.?|#n/?[av]|nan|null|none|x|\(keine angabe\)", re.I
)
"""How people and statistical offices write that there is no figure (Destatis, Eurostat)."""

_NOTE = r"[*†‡§]+\)?|[¹²³⁰-⁹]+⁾?| (?:\d{1,2}|[a-z])\)| \([a-z]{1,2}\)| (?![ap]m)[a-z]{1,2}"
"""A mark of a footnote or, at Eurostat, a flag: `12,5*`, `1.234 ¹⁾`, `13.1 b`."""

_MEASURE = (
    r"(?:T|Tsd\.?|Mio\.?|Mrd\.?|k|M|bn)?\s?(?:€|EUR|CHF|\$|£)?(?:/\S{1,4})?"
    r"|[kMGTcmµ]?(?:m[²³]?|g|l|Wh|W|Hz|B|A|V|J|s)|km/h|ha|t|h|min|[Ss]td\.?|Min\.?|°C?|px|pt"
)
"""A unit that is more than a currency: `12.5 kg`, `3,5 Mrd. €`."""

_WITH_NOTE = re.compile(rf"(.*\d)(\s*(?:{_NOTE}))")
_WITH_MEASURE = re.compile(rf"(.*\d)(\s*(?:{_MEASURE}))")


def is_gap(text: str) -> bool:
    """Tell whether a text stands for a figure that there is none of, as `–` or `n/a`."""
    return bool(_MISSING.fullmatch(text.strip()))


def without_remark(text: str, *, units: bool = True) -> tuple[str, str]:
    """Return the number of a cell, and what stands behind it as it is typed.

    `12,5*` has a number and a mark, `k. A.` no number, and a number alone nothing behind it: its
    percent sign or currency is part of it. Other `units` may be left where they are.
    """
    if is_gap(text):
        return "", text
    for form in (_WITH_NOTE, *([_WITH_MEASURE] if units else [])):
        found = None if scan(text) else form.fullmatch(text)
        if found:
            return found[1], found[2]
    return text, ""
