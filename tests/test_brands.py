"""Brand files as they come: examples of the brand.yml standard and hard cases can be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pymupdf
import pytest
from contrasts import pale_words
from package_checks import problems
from rendering import DECKS, Talk, gallery, rendered_once

import smdeck

BRANDS = tuple(sorted((Path(__file__).parent / "brands").glob("*.yml")))

LEFT_OUT = ("missing-file", "not-fetched", "not-used")
"""What a brand file names and its owner has: the examples come without their logos and fonts."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Talk]:
    """A slide of every layout under each brand."""
    folder = tmp_path_factory.mktemp("brands")
    shutil.copytree(DECKS / "bilder", folder / "bilder")
    talks = {}
    for brand in BRANDS:
        deck = folder / f"{brand.stem}.yaml"
        text = gallery("").replace("theme: vortrag\n", f"theme: {brand.as_posix()}\n", 1)
        deck.write_text(text, "utf-8")
        talks[brand.stem] = Talk(brand.stem, deck, smdeck.build(deck))
    return talks


@pytest.mark.parametrize("brand", [brand.stem for brand in BRANDS])
def test_a_brand_file_works_unchanged(brand: str, built: dict[str, Talk]) -> None:
    talk = built[brand]
    codes = {finding.code for finding in talk.built.findings}
    assert codes <= {*LEFT_OUT, "fonts"}
    assert not problems(talk.path)


@pytest.mark.office
def test_every_word_can_be_read_on_the_rendered_slides(
    office: str, built: dict[str, Talk], tmp_path: Path
) -> None:
    pdfs = rendered_once(office, built.values(), tmp_path / "pdfs")
    pale = []
    for brand, pdf in pdfs.items():
        with pymupdf.open(pdf) as document:
            pale += [
                f"{brand}, slide {number}: {word}"
                for number, page in enumerate(document, 1)
                for word in pale_words(page)
            ]
    assert not pale, "\n".join(pale)
