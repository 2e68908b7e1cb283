"""Words stand in our drawings where LibreOffice sets them, in every layout of every theme."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest
from comparing import NEAR, compared, compiled_talk
from rendering import HOUSE, build, render

pytestmark = pytest.mark.office

SHARE = 0.93
"""The share of words that are near; others stand on lines that LibreOffice ends elsewhere."""


@pytest.mark.parametrize("theme", [HOUSE, "feuilleton"])  # two families of fonts
def test_words_stand_where_libreoffice_sets_them(theme: str, office: str, tmp_path: Path) -> None:
    talk = build("gallery" if theme == HOUSE else f"gallery-tones@{theme}", tmp_path)
    pdf = render(office, [talk], tmp_path / "pdfs")[talk.name]
    words = compared(compiled_talk(talk), pdf)
    assert len(words) > 400
    assert all(word.dx is not None for word in words)
    near = [word for word in words if word.far <= NEAR]
    assert len(near) / len(words) >= SHARE, [word for word in words if word.far > NEAR]
    assert statistics.median(word.far for word in words) < 0.5
