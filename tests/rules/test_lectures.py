"""Lectures: slides that are read again may hold more, in smaller type."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.findings import Finding

FindingsOf = Callable[[str], list[Finding]]
WORDS = " ".join(["Worte"] * 20)


def deck(kind: str, items: int) -> str:
    """Return a deck with a list of long points."""
    points = ", ".join(f'"{n} {WORDS}"' for n in range(items))
    return f"title: a\nkind: {kind}\nslides:\n  - {{title: b, items: [{points}]}}\n"


@pytest.mark.parametrize("kind", ["talk", "workshop"])
def test_too_many_words_are_an_error_of_a_talk(kind: str, findings_of: FindingsOf) -> None:
    found = findings_of(deck(kind, 5))
    assert ("words", "error") in {(one.code, one.severity) for one in found}


def test_they_are_a_warning_of_a_lecture(findings_of: FindingsOf) -> None:
    found = findings_of(deck("lecture", 5))
    assert ("words", "warning") in {(one.code, one.severity) for one in found}
    assert not [one for one in found if one.severity == "error"]
