"""two-columns: what stands side by side may be as small as it may be below one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.findings import Finding

DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]


def slide(lines: int) -> str:
    """Return a slide with points at the left and lines of code at the right."""
    code = "".join(f"      wort_{n} = woerter[{n}]\n" for n in range(lines))
    left = "left: [Filtern, Entfernen]\n"
    return f"layout: two-columns\ntitle: Wörter\n{left}right:\n  text: |\n    ```\n{code}    ```\n"


@pytest.mark.parametrize(("lines", "codes"), [(16, set()), (24, {"overflow"})])
def test_code_beside_points_has_lines_as_many_as_18_pt_hold(
    lines: int, codes: set[str], deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    found = findings_of(deck_of(slide(lines)))
    assert {finding.code for finding in found if finding.severity == "error"} == codes
