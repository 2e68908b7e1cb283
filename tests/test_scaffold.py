"""A theme that is started from a brand file builds at once, and nothing is written over."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import smdeck
from smdeck.cli import cli

BRAND = Path(__file__).parent / "brands" / "zwei-farben.yml"


def started(folder: Path, brand: Path) -> int:
    """Run the command and return its exit code."""
    return CliRunner().invoke(cli, ["new-theme", str(folder), "--from", str(brand)]).exit_code


def test_a_started_theme_builds_at_once(tmp_path: Path) -> None:
    assert started(tmp_path / "marke", BRAND) == 0
    text = (tmp_path / "marke" / "theme.yaml").read_text("utf-8")
    assert text.startswith(BRAND.read_text("utf-8").rstrip())
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: Vortrag\ntheme: marke\nslides: [{layout: title}]\n", "utf-8")
    assert smdeck.build(deck).slides == 1


@pytest.mark.parametrize("folder", ["marke", "marken/neu/erste", "."])
def test_what_it_says_is_how_a_deck_takes_the_theme(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(cli, ["new-theme", folder, "--from", str(BRAND)]).stdout
    (line,) = re.findall(r"`(theme: .+)`", said)
    Path("deck.yaml").write_text(f"title: Vortrag\n{line}\nslides: [{{layout: title}}]\n", "utf-8")
    assert smdeck.build("deck.yaml").slides == 1


def test_the_files_that_a_brand_names_come_along(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "alt").mkdir()
    shutil.copyfile(repository / "themes" / "vortrag" / "logo.svg", tmp_path / "alt" / "logo.svg")
    brand = tmp_path / "alt" / "_brand.yml"
    brand.write_text('color: {primary: "#0F4C5C"}\nlogo: logo.svg\n', "utf-8")
    assert started(tmp_path / "neu", brand) == 0
    assert (tmp_path / "neu" / "logo.svg").is_file()


def test_a_theme_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("meta: {name: Bleibt}\n", "utf-8")
    assert started(tmp_path, BRAND) == 1
    assert (tmp_path / "theme.yaml").read_text("utf-8") == "meta: {name: Bleibt}\n"


def test_a_brand_file_that_makes_no_theme_starts_none(tmp_path: Path) -> None:
    brand = tmp_path / "_brand.yml"
    brand.write_text("color: {primery: rot}\n", "utf-8")
    assert started(tmp_path / "neu", brand) == 1
    assert started(tmp_path / "neu", tmp_path / "weg.yml") == 1
    assert not (tmp_path / "neu").exists()


def test_a_brand_file_s_own_folder_becomes_a_theme(tmp_path: Path, repository: Path) -> None:
    logo = (repository / "themes" / "vortrag" / "logo.svg").read_bytes()
    (tmp_path / "logo.svg").write_bytes(logo)
    brand = tmp_path / "_brand.yml"
    brand.write_text('color: {primary: "#0F4C5C"}\nlogo: logo.svg\n', "utf-8")
    assert started(tmp_path, brand) == 0
    assert (tmp_path / "theme.yaml").is_file()
    assert (tmp_path / "logo.svg").read_bytes() == logo


def test_a_file_in_the_folder_is_not_written_over(tmp_path: Path) -> None:
    for folder, logo in (("alt", "neu"), ("neu", "alt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "regeln.txt").write_text(logo, "utf-8")
    brand = tmp_path / "alt" / "_brand.yml"
    brand.write_text('color: {primary: "#0F4C5C"}\ndefaults: {web: {a: regeln.txt}}\n', "utf-8")
    assert started(tmp_path / "neu", brand) == 0
    assert (tmp_path / "neu" / "regeln.txt").read_text("utf-8") == "alt"


def test_long_texts_of_a_brand_file_are_no_files(tmp_path: Path) -> None:
    brand = tmp_path / "_brand.yml"
    rules = ".karte {color: red; } " * 30
    brand.write_text(
        f'color: {{primary: "#0F4C5C"}}\ndefaults: {{web: {{rules: "{rules}"}}}}\n', "utf-8"
    )
    assert started(tmp_path / "neu", brand) == 0


def test_a_file_is_no_folder_for_a_theme(tmp_path: Path) -> None:
    (tmp_path / "marke").write_text("", "utf-8")
    result = CliRunner().invoke(cli, ["new-theme", str(tmp_path / "marke"), "--from", str(BRAND)])
    assert result.exit_code == 1
    assert "is a file" in result.output


def test_a_brand_file_in_the_encoding_of_windows_starts_a_theme(tmp_path: Path) -> None:
    brand = tmp_path / "_brand.yml"
    brand.write_text('color: {primary: "#0F4C5C"}\n', "utf-16")
    assert started(tmp_path / "neu", brand) == 0
    assert "#0F4C5C" in (tmp_path / "neu" / "theme.yaml").read_text("utf-8")


def test_a_folder_that_can_not_be_made_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", "utf-8")
    folder = str(tmp_path / "datei" / "marke")
    result = CliRunner().invoke(cli, ["new-theme", folder, "--from", str(BRAND)])
    assert result.exit_code == 1 and "can't be written" in result.output
