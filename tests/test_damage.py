"""A share of the damaged files that `python tests/damage.py` makes, the same ones each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from damage import KINDS, damaged, tried

pytestmark = pytest.mark.slow

SHARES = {"decks": 40, "pictures": 16}
"""How many of a kind are tried; of each other kind it is `SHARE`."""
SHARE = 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_gives_findings_or_a_talk_that_can_be_read(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Never anything else, and nothing is printed by the libraries that read it."""
    seeds = KINDS[kind].seeds()
    faults = {}
    for number in range(SHARES.get(kind, SHARE)):
        folder = tmp_path / str(number)
        folder.mkdir()
        outcome = tried(KINDS[kind], damaged(KINDS[kind], seeds, number), folder)
        if outcome.verdict not in ("built", "refused"):
            faults[number] = outcome.verdict
    assert faults == {}
    assert capfd.readouterr() == ("", "")
