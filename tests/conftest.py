"""What many tests begin with: the shipped theme, small decks, and the parts of built files."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from picture_making import put_named
from still_layouts import reveal_of

import smdeck
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Finding, Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.theme import Theme, find_theme

if TYPE_CHECKING:
    from shared_talks import SharedTalks

# Dozens of processes are started here, and each would compile all that it imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# pymupdf loads a model that finds tables and headlines as soon as it is imported: we read words.
sys.modules["pymupdf.layout"] = None  # type: ignore[assignment]

REPOSITORY = Path(__file__).resolve().parent.parent

HEAD = """\
title: Vom Monolog zum Dialog
speaker: {name: Erika Muster, email: kontakt@example.com, url: https://example.com}
event: {name: Jahrestagung, place: Köln, date: 2026-12-03}
"""


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The theme that ships."""
    findings = Findings()
    found = find_theme("vortrag", Path(), findings)
    assert found, findings
    return found


@pytest.fixture(scope="session")
def deck_of() -> Callable[..., str]:
    """Return the text of a deck for slides in YAML; each is a mapping without indentation."""

    def deck(*slides: str, head: str = HEAD) -> str:
        entries = "".join("  - " + textwrap.indent(slide.strip(), "    ")[4:] + "\n"
                          for slide in slides)  # fmt: skip
        return f"{head}slides:\n{entries}"

    return deck


@pytest.fixture
def deck_file(tmp_path: Path) -> Callable[[str], Path]:
    """Write a deck into a folder that has a picture, and return its path."""

    return lambda text: _written(text, tmp_path)


def _written(text: str, folder: Path) -> Path:
    """Write a deck beside the pictures that the examples of layouts show; return its path."""
    put_named(text, folder)
    path = folder / "vortrag.yaml"
    path.write_text(text, "utf-8")
    return path


def _parts(deck: Path) -> dict[str, bytes]:
    """Build a deck and return the parts of the file by name."""
    built = smdeck.build(deck)
    with zipfile.ZipFile(io.BytesIO(built.path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def findings_of(deck_file: Callable[[str], Path]) -> Callable[[str], list[Finding]]:
    """Return the findings of a deck's text."""
    return lambda text: smdeck.check(deck_file(text))


@pytest.fixture
def compiled(deck_file: Callable[[str], Path]) -> Callable[[str], Compiled]:
    """Compile a deck's text that has no errors."""

    def compile_text(text: str) -> Compiled:
        findings = Findings()
        result = compile_deck(deck_file(text), findings)
        assert result and not findings.errors, "\n".join(map(str, findings))
        return result

    return compile_text


@pytest.fixture
def built(deck_file: Callable[[str], Path]) -> Callable[[str], dict[str, bytes]]:
    """Build a deck's text and return the parts of the file by name."""
    return lambda text: _parts(deck_file(text))


@pytest.fixture(scope="session")
def gallery(
    deck_of: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The parts of a deck with the example of every layout, and with each once more in clicks."""
    slides = [load_layout(name).example for name in layout_names()]
    slides += [
        f"{slide}\n{reveal_of(name)}notes: Notiz\n"
        for name, slide in zip(layout_names(), slides, strict=True)
    ]
    return _parts(_written(deck_of(*slides), tmp_path_factory.mktemp("gallery")))


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> SharedTalks:
    """The talks that many tests look at."""
    from shared_talks import SharedTalks

    return SharedTalks(lambda name: tmp_path_factory.mktemp(name))


@pytest.fixture(scope="session")
def office() -> str:
    """The path of LibreOffice; a test that needs it is skipped where it is not installed.

    Continuous integration sets CI to "true": there, a missing program fails the test.
    """
    missing = [name for name in ("soffice", "pdftoppm") if shutil.which(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return str(shutil.which("soffice"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Have processes share out the tests as `sharing_out.py` says."""
    from sharing_out import SharingOut

    return SharingOut(config, log)


def pytest_collection_finish() -> None:
    """Have the garbage collector leave the tests themselves alone, and come less often.

    It would walk over thousands of them for every few hundred objects of a deck. It still comes
    often enough for a process to stay below a gigabyte.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 4)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption(
        "--write-golden",
        action="store_true",
        dest="write_golden",
        help="write the golden files of tests/write anew",
    )
