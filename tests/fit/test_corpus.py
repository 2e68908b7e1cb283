"""A sample of the corpus: what fit lets through stays inside its box when LibreOffice sets it.

The whole corpus is `python -m benchmarks.corpus`; its figures stand in docs/fit.md.
"""

from __future__ import annotations

import os

import pytest
from rendering import in_turn

from benchmarks.corpus.__main__ import theme_figures
from benchmarks.corpus.judging import Figures
from benchmarks.corpus.slides import LAYOUTS, WORD_LIST
from smdeck.layouts import layout_names
from smdeck.theme import shipped_themes

SLIDES = 51
"""Slides under the theme of the house, each layout once; LibreOffice takes a second for twenty."""

AGREEMENT = 0.95
"""The least share of texts with as many lines as fit counted; a sample varies by 2 %."""


@pytest.fixture(scope="module")
def by_theme(office: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figures]:
    """What the corpus shows under each theme, set in one run."""
    if not WORD_LIST.is_file():
        assert os.environ.get("CI") != "true", "not installed: wngerman"
        pytest.skip("not installed: wngerman")
    folder = tmp_path_factory.mktemp("corpus")
    layouts = {theme: in_turn(theme, layout_names()) for theme in shipped_themes()}
    return dict(zip(layouts, theme_figures(layouts, SLIDES, office, folder, seed=11), strict=True))


@pytest.mark.office
@pytest.mark.parametrize("theme", shipped_themes())
def test_nothing_overflows_and_no_word_is_broken(theme: str, by_theme: dict[str, Figures]) -> None:
    found = by_theme[theme]
    assert found.counted > len(in_turn(theme, layout_names()))
    assert not found.misses
    assert not found.broken
    assert found.alarm_share <= 0.03
    assert found.agreement >= AGREEMENT, found.disagreeing


def test_the_corpus_has_every_layout() -> None:
    assert {*LAYOUTS} == {*layout_names()}
