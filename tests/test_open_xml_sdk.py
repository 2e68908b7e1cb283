"""The Open XML SDK's own validator, which knows what Office refuses, finds nothing to say."""

from __future__ import annotations

import os
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from company import company
from package_checks import problems
from rendering import DECKS, HOUSE, REAL, TONES, build, gallery
from sdk_validator import VALIDATOR, complaints
from shared_talks import BATCHES, LOOK_ALIKE, SharedTalks, in_batches
from sharing_out import of_batch
from whole_gallery import WHOLE

import smdeck

pytestmark = pytest.mark.slow

INSTALL = "make validator"


@pytest.fixture(scope="session")
def validator() -> Path:
    """The SDK's validator; a test that needs it is skipped where it is not installed.

    Continuous integration sets CI to "true": there, a missing program fails the test.
    """
    if os.access(VALIDATOR, os.X_OK):
        return VALIDATOR
    said = f"the Open XML SDK's validator is not installed: {INSTALL}"
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)


def complaints_about(validator: Path, files: list[Path]) -> list[str]:
    """Return what it says of all files, asked about as many at once as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        answers = threads.map(lambda file: complaints(validator, file), files)
        return [line for lines in answers for line in lines]


@pytest.mark.parametrize("batch", [of_batch(name, name) for name in BATCHES])
def test_every_deck_is_valid(validator: Path, batch: str, talks: SharedTalks) -> None:
    """One batch is all that can be on a slide, in every tone, in clicks and out of them: of the
    real decks, whose slides are no others, the longest is looked at.

    The other themes show every layout in the tones in turn: what they write differs in values.
    """
    names = [HOUSE] if batch == "real decks" else BATCHES[batch]
    files = [talks.talk(name).path for name in names if name not in LOOK_ALIKE]
    assert complaints_about(validator, files) == []


@pytest.mark.parametrize("name", in_batches([WHOLE]))
def test_our_own_checks_find_nothing_either(name: str, talks: SharedTalks) -> None:
    assert problems(talks.talk(name).path, audit=False) == []


def test_talks_on_templates_are_valid(validator: Path, tmp_path: Path) -> None:
    files = []
    for number, template in enumerate((company(), company(masters=2, size=(720, 405)))):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "firma.potx").write_bytes(template)
        shutil.copytree(DECKS / "bilder", folder / "bilder")
        deck = folder / "deck.yaml"
        deck.write_text(gallery(*TONES).replace("theme: vortrag", "theme: firma.potx"), "utf-8")
        files.append(smdeck.build(deck).path)
    assert complaints_about(validator, files) == []


def test_the_validator_sees_what_is_wrong(validator: Path, tmp_path: Path) -> None:
    """Else a validator that says nothing would say it of broken files too."""
    sound = build(REAL[0], tmp_path).path
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "ppt/slides/slide1.xml":
                content = content.replace(b"<p:cSld>", b"<p:cSld nonsense='1'>", 1)
            target.writestr(name, content)
    assert "nonsense" in "".join(complaints(validator, broken))
