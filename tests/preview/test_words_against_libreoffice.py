"""Words stand in our drawings where LibreOffice sets them, in every layout of every theme."""

from __future__ import annotations

import statistics

import pytest
from comparing import NEAR, compared, ends_alike, lines_of
from shared_talks import SharedTalks, in_batches

pytestmark = pytest.mark.office

SHARE = 0.995
"""The share of words that are near; others stand behind a change of size or in a font that the
computer lacks (docs/preview.md)."""


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
    near = [word for word in words if word.far <= NEAR]
    assert len(near) / len(words) >= SHARE, [word for word in words if word.far > NEAR]
    assert statistics.median(word.far for word in words) < 0.5
