"""The wheel: installed from it, smdeck works without its checkout and carries all it needs."""

from __future__ import annotations

import email
import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from package_checks import problems

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parent.parent

SMALL_DECK = """\
title: Vom Rad gebaut
subtitle: Ohne das Verzeichnis, aus dem es kam
lang: de-DE
theme: vortrag
slides:
  - layout: title
  - layout: icon-grid
    title: Zwei Symbole
    items:
      - {icon: messages, title: Austausch}
      - {icon: world, title: Reichweite}
  - layout: chart
    title: Ein Diagramm
    type: bar
    data: {categories: [Print, Social Web], series: {Antworten: [2, 38]}}
    source: Beispielzahlen
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    isolated = importlib.util.find_spec("hatchling") is None
    options = () if isolated else ("--no-build-isolation",)
    _pip("wheel", "--no-deps", *options, "--wheel-dir", str(folder), str(REPOSITORY))
    (wheel,) = folder.glob("smdeck-*.whl")
    return wheel


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that smdeck is installed in, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-deps", "--no-index", "--no-compile", "--target", str(folder), str(wheel))
    return folder


def _pip(*arguments: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    done = subprocess.run(
        [sys.executable, "-m", "pip", *arguments, *quiet],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_every_file_of_the_package_and_of_the_themes_is_inside(names: list[str]) -> None:
    wanted = {
        path.relative_to(root).as_posix()
        for root, folder in ((REPOSITORY, "smdeck"), (REPOSITORY, "themes"))
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {f"smdeck/{name}" if name.startswith("themes/") else name for name in wanted}
    assert inside - set(names) == set()


@pytest.mark.parametrize(
    "name",
    [
        "smdeck/py.typed",
        "smdeck/data/icons.bin",
        "smdeck/data/icon-tags.bin",
        "smdeck/data/icon-german.json",
        "smdeck/data/icon-words.json",
        "smdeck/data/icons-LICENSE.txt",
        "smdeck/data/metrics/calibri.json",
        "smdeck/themes/vortrag/theme.yaml",
        "smdeck/themes/vortrag/logo.png",
        "smdeck/themes/vortrag/logo.svg",
    ],
)
def test_what_a_build_and_a_type_checker_need_is_inside(names: list[str], name: str) -> None:
    assert name in names


def test_the_licences_are_inside(wheel: Path, names: list[str]) -> None:
    """Those of smdeck and of the data in it, where the metadata says they are."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(name))
        files = metadata.get_all("License-File", [])
        named = {"LICENSE", "icons-LICENSE.txt", "open-xml-LICENSE.txt"}
        assert {Path(file).name for file in files} == named
        folder = Path(name).parent / "licenses"
        for file in files:
            assert archive.read((folder / file).as_posix()).strip()


def test_nothing_else_is_inside(names: list[str]) -> None:
    """No tests, decks, caches or generated files: only the package and what describes it."""
    foreign = [name for name in names if not name.startswith(("smdeck/", "smdeck-"))]
    cached = [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".pptx"))]
    tests = [name for name in names if "test" in Path(name).name]
    assert (foreign, cached, tests) == ([], [], [])


def test_each_file_is_inside_once(names: list[str]) -> None:
    assert len(names) == len(set(names))


def test_the_installed_package_builds_a_deck(installed: Path, tmp_path: Path) -> None:
    deck = tmp_path / "klein.yaml"
    deck.write_text(SMALL_DECK, "utf-8")
    done = _python(installed, tmp_path, "-m", "smdeck", "build", deck.name)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.startswith("klein.yaml → klein.pptx: 3 slides")
    assert problems(tmp_path / "klein.pptx", audit=False) == []


def test_it_is_the_installed_package_that_ran(installed: Path, tmp_path: Path) -> None:
    done = _python(installed, tmp_path, "-c", "import smdeck; print(smdeck.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)


def _python(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=60,
    )
