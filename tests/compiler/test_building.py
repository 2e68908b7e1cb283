"""A build in its usual form is what click makes of the same arguments."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from smdeck.cli import cli
from smdeck.compiler.building import Build, usual_build
from smdeck.deck_file import each_once
from smdeck.version import Version

pytestmark = pytest.mark.slow

DECK = "title: a\nslides: [{title: b, items: [c]}]\n"


def by_click(arguments: list[str]) -> Build:
    """Return what click makes of the arguments of `build`; raises UsageError."""
    context = cli.commands["build"].make_context("build", list(arguments))
    params = context.params
    asked = {name: params.pop(name) for name in ("decks", "out", "root", "strict", "kind")}
    assert not any(params.values())
    builds = tuple((deck, Version()) for deck in each_once(asked["decks"]))
    return Build(builds, asked["out"], asked["root"], asked["strict"], format=asked["kind"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.yaml"],
        ["a.yaml", "b.yaml", "-o", "out/"],
        ["-o", "x.pptx", "a.yaml"],
        ["--strict", "a.yaml", "--out", "x.pptx"],
        ["a.yaml", "--strict", "b.yaml", "--strict"],
        ["Vortrag Köln.yaml", "-o", "Ä ö.pptx"],
    ],
)
def test_usual_arguments_are_read_as_by_click(arguments: list[str]) -> None:
    assert usual_build(arguments) == by_click(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--help"], ["-h"], ["a.yaml", "-ox.pptx"], ["a.yaml", "--out=x.pptx"],
        ["a.yaml", "-o"], ["a.yaml", "-o", "x.pptx", "-o", "y.pptx"], ["a.yaml", "--root", "."],
        ["-"], ["--", "a.yaml"], ["a.yaml", "--stric"], [""], ["*.yaml"], ["~/a.yaml"],
        ["a.yaml", "-o", "--strict"],
    ],
)  # fmt: skip
def test_all_other_arguments_are_left_to_click(arguments: list[str]) -> None:
    assert usual_build(arguments) is None


def test_chance_finds_no_arguments_that_are_read_otherwise() -> None:
    words = ["a.yaml", "b", "-o", "--out", "--strict", "x.pptx", "-", "--", "", "--root", "ü/"]
    chance, usual = random.Random(1), 0
    for _ in range(3_000):
        arguments = chance.choices(words, k=chance.randint(0, 5))
        asked = usual_build(arguments)
        if asked is not None:
            usual += 1
            assert asked == by_click(arguments), arguments
    assert usual > 100


def test_a_shell_that_completes_words_is_answered_by_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SMDECK_COMPLETE", "bash_complete")
    assert usual_build(["a.yaml"]) is None


def ran(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    """Run the command line as a process; return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "smdeck", *arguments],
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_a_usual_build_says_and_writes_what_click_would(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DECK, "utf-8")
    code, said, wrong = ran("build", "a.yaml", "-o", "one.pptx", cwd=tmp_path)
    again = ran("build", "a.yaml", "-otwo.pptx", cwd=tmp_path)
    assert (code, wrong) == (0, "") == (again[0], again[2])
    assert said.split(",")[0] == again[1].split(",")[0].replace("two", "one")
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


def test_findings_of_a_usual_build_are_told_as_by_click(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DECK.replace("items", "itmes"), "utf-8")
    usual = ran("build", "a.yaml", "-o", "x.pptx", cwd=tmp_path)
    assert usual == ran("build", "a.yaml", "-ox.pptx", cwd=tmp_path)
    assert usual[0] == 1 and "did you mean `items`?" in usual[2]


def test_a_target_that_can_t_be_is_told_by_click(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DECK, "utf-8")
    usual = ran("build", "a.yaml", "-o", "x.pdf", cwd=tmp_path)
    assert usual == ran("build", "a.yaml", "-ox.pdf", cwd=tmp_path)
    assert usual[0] == 2 and "Usage: " in usual[2] and "neither a .pptx nor a folder" in usual[2]
