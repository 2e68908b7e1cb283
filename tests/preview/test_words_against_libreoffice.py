"""Words stand in our drawings where LibreOffice sets them, in every layout of every theme."""

from __future__ import annotations

import statistics

import pytest
from comparing import NEAR, compared, ends_alike, lines_of
from shared_talks import SharedTalks, in_batches

pytestmark = pytest.mark.office

ELSEWHERE = 1
"""How many words may stand farther off: one of a font that the computer lacks (docs/preview.md)."""


GALLERIES = ("gallery-tones", "gallery-tones@feuilleton")
"""Every layout in two families of fonts."""


@pytest.mark.parametrize("name", in_batches(GALLERIES))
def test_words_stand_where_libreoffice_sets_them(
    name: str, office: str, talks: SharedTalks
) -> None:
    with talks.pages(name, office) as pages:
        words = compared(talks.talk(name).compiled, pages)
    assert len(words) > 400
    assert all(word.dx is not None for word in words)
    assert [line for line in lines_of(words) if not ends_alike(line)] == []
    far = [word for word in words if word.far > NEAR]
    assert len(far) <= ELSEWHERE, far
    assert statistics.median(word.far for word in words) < 0.5
