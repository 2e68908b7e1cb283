"""The how-tos, the start pages, the action and the hooks: who follows them gets what they say."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from smdeck.cli import cli

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
HOW_TOS = sorted((ROOT / "docs" / "how-to").glob("*.md"))
PAGES = [*HOW_TOS, ROOT / "docs" / "deutsch.md", ROOT / "docs" / "first-talk.md"]

LOOKING = {"preview"}
"""Commands that go on until somebody ends them."""


def written(page: str, folder: Path) -> None:
    """Write the files that a page shows, each below a line with its name."""
    shown = re.findall(r"^( *)`([\w.-]+)`:\n\n\1```\w*\n(.*?)^\1```$", page, re.M | re.S)
    for _, name, text in shown:
        (folder / name).write_text(textwrap.dedent(text), "utf-8")


def commands(page: str) -> list[list[str]]:
    """Return the commands of smdeck that a page tells one to type."""
    typed = re.findall(r"^ *\$ (smdeck .*|cd .*)$", page, re.M)
    return [words for words in map(shlex.split, typed) if words[1] not in LOOKING]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_how_to_says_works_without_a_finding(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page.read_text("utf-8")
    shutil.copy(ROOT / "tests" / "bad_decks" / "beside" / "firma.potx", tmp_path)
    monkeypatch.chdir(tmp_path)
    written(text, tmp_path)
    done = commands(text)
    wrong = []
    for command, *words in done:
        if command == "cd":
            monkeypatch.chdir(words[0])
            written(text, Path())
            continue
        result = CliRunner().invoke(cli, words)
        if result.exit_code or "warning[" in result.output or "error[" in result.output:
            wrong.append(f"{shlex.join(words)}: {result.output}")
    assert done
    assert wrong == []


@pytest.fixture
def path_with_smdeck(tmp_path: Path) -> str:
    """Return a PATH on which `smdeck` is this one."""
    command = tmp_path / "bin" / "smdeck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smdeck "$@"\n', "utf-8")
    command.chmod(0o755)
    return f"{command.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.skipif(os.name == "nt", reason="the steps of the action are bash")
def test_the_action_checks_and_builds_what_it_is_told(
    tmp_path: Path, path_with_smdeck: str
) -> None:
    """Its own steps, with its inputs as GitHub hands them over."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = {step.get("name"): step for step in action["runs"]["steps"]}
    given = {name: str(told["default"]) for name, told in action["inputs"].items()}

    def run(name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        named = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
        values = {
            key: named.sub(lambda found: {**given, **inputs}[found[1]], value)
            for key, value in steps[name]["env"].items()
        }
        return subprocess.run(
            ["bash", "-e", "-c", steps[name]["run"]], cwd=tmp_path, capture_output=True, text=True,
            env={**os.environ, **values, "PATH": path_with_smdeck, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    decks = tmp_path / "decks"
    decks.mkdir()
    for name in ("a", "b"):
        (decks / f"{name}.yaml").write_text(
            f"title: {name}\nslides: [{{layout: statement, title: Nur ein Satz}}]\n", "utf-8"
        )
    assert run("Check", decks="decks/*.yaml", strict="true").returncode == 0
    assert run("Build", decks="decks/*.yaml", build="out/").returncode == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a.pptx", "b.pptx"]
    hostile = run("Check", decks="$(touch hit) `touch hit`; touch hit")
    assert hostile.returncode != 0 and not (tmp_path / "hit").exists()
    (decks / "b.yaml").write_text("title: B\nslides: [{layout: statment, title: So}]\n", "utf-8")
    wrong = run("Check", decks="decks/*.yaml")
    assert wrong.returncode == 1
    assert "::error file=decks/b.yaml,line=2" in wrong.stdout + wrong.stderr


def test_the_hooks_run_commands_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with one deck, as pre-commit runs them; the deck may be the file that is new."""
    monkeypatch.chdir(tmp_path)
    deck = tmp_path / "vortrag.yaml"
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for layout, expected in (("statement", [0, 0]), ("statment", [1, 0])):
        deck.write_text(f"title: A\nslides:\n  - {{layout: {layout}, title: So}}\n", "utf-8")
        ran = [[*hook["entry"].split()[1:], *hook["args"]] for hook in hooks]
        assert [CliRunner().invoke(cli, words).exit_code for words in ran] == expected
        assert all(re.search(hook["files"], deck.name) for hook in hooks)
