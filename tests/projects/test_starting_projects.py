"""A project that is started builds at once, without a finding, and nothing is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import smdeck
from smdeck.cli import cli
from smdeck.projects.starting import KINDS, LANGUAGES, project_files, start_project

pytestmark = pytest.mark.slow


def test_every_project_builds_without_findings(tmp_path: Path) -> None:
    import jsonschema

    schemas: set[str] = set()
    for kind in KINDS:
        for lang in LANGUAGES:
            folder = tmp_path / f"{kind}-{lang}"
            deck, *others = start_project(folder, kind, lang)
            found = [str(one) for one in smdeck.check(folder, strict=True)]
            assert not found, f"{kind} in {lang}: {found}"
            first = deck.read_text("utf-8").splitlines()[0]
            assert first == "# yaml-language-server: $schema=deck.schema.json"
            schemas.add((folder / "deck.schema.json").read_text("utf-8"))
            assert all(file.is_file() for file in others)
    for schema in schemas:
        jsonschema.Draft202012Validator.check_schema(json.loads(schema))


def test_decks_of_projects_are_in_one_style(tmp_path: Path) -> None:
    from smdeck.formatting import formatted

    for kind in KINDS:
        for lang in LANGUAGES:
            name, text = next(iter(project_files(kind, lang).items()))
            assert formatted(text, name) == text


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "vortrag.yaml").write_text("title: Bleibt\n", "utf-8")
    result = CliRunner().invoke(cli, ["new", str(tmp_path)])
    assert result.exit_code == 1
    assert "`vortrag.yaml` is there already" in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["vortrag.yaml"]


def test_what_it_says_is_how_it_goes_on(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["new", str(tmp_path / "a" / "b"), "--kind", "pitch"])
    assert result.exit_code == 0
    assert result.stdout.endswith("a/b/pitch.yaml` shows it\n")
    assert (tmp_path / "a" / "b" / ".github" / "workflows" / "decks.yml").is_file()
