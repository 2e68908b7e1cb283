"""Brand files as they come: examples of the brand.yml standard and hard cases can be read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pymupdf
import pytest
from contrasts import pale_words
from libreoffice import render
from package_checks import problems
from rendering import DECKS, Talk, gallery

import smdeck
from smdeck.findings import Findings
from smdeck.theme import find_theme

pytestmark = pytest.mark.slow

BRANDS = tuple(sorted((Path(__file__).parent / "brands").glob("*.yml")))

LEFT_OUT = ("missing-file", "not-fetched", "not-used")
"""What a brand file names and its owner has: the examples come without their logos and fonts."""


RENDERED = ("dunkler-grund", "zwei-farben")
"""Those that are looked at on the page too: their fonts are on any computer that renders."""


def built_under(brand: Path, folder: Path) -> Talk:
    """Return a slide of every layout under a brand, of every second one under the examples of the
    standard, which are to be read and are no hard cases."""
    shutil.copytree(DECKS / "bilder", folder / "bilder")
    deck = folder / f"{brand.stem}.yaml"
    head, *slides = re.split(r"^(?=  - )", gallery(), flags=re.M)
    text = head.replace("theme: vortrag\n", f"theme: {brand.as_posix()}\n", 1)
    some = slides[::2] if brand.stem.startswith("brand-") else slides
    deck.write_text(text + "".join(some), "utf-8")
    return Talk(brand.stem, deck, smdeck.build(deck))


Under = Callable[[Path], Talk]


@pytest.fixture(scope="module")
def under(tmp_path_factory: pytest.TempPathFactory) -> Under:
    """Return a slide of every layout under a brand, built once."""
    return cache(lambda brand: built_under(brand, tmp_path_factory.mktemp(brand.stem)))


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.stem)
def test_a_brand_file_works_unchanged(brand: Path, under: Under) -> None:
    talk = under(brand)
    codes = {finding.code for finding in talk.built.findings}
    assert codes <= {*LEFT_OUT, "fonts"}
    theme = find_theme(str(brand), brand.parent, Findings())
    assert theme and not problems(talk.path, audit=False, code_font=theme.fonts.code)


@pytest.mark.office
def test_every_word_can_be_read_on_the_rendered_slides(
    office: str, under: Under, tmp_path: Path
) -> None:
    talks = [under(brand) for brand in BRANDS if brand.stem in RENDERED]
    assert len(talks) == len(RENDERED)
    pale = []
    for name, pdf in render(office, talks, tmp_path / "pdfs").items():
        with pymupdf.open(pdf) as document:
            for number, page in enumerate(document, 1):
                pale += [f"{name}, slide {number}: {word}" for word in pale_words(page)]
    assert not pale, "\n".join(pale)
