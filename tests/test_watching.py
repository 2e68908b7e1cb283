"""Watching: what is built or checked again, and how a target that is open is passed by."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from smdeck.cli import cli
from smdeck.watching import Watch

pytestmark = pytest.mark.slow

DECK = "title: Vom Monolog\nslides:\n  - {title: a, items: [b]}\n"
PATIENCE = 20.0
"""Seconds after which something that should happen has not."""


class Running:
    """A command that goes on, and what it has printed so far."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.output = folder / "output.txt"
        with self.output.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "smdeck", *arguments],
                stdout=file, stderr=subprocess.STDOUT, cwd=folder,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )  # fmt: skip

    def says(self, pattern: str, times: int = 1) -> str:
        """Wait until something is printed so many times, and return all that is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.output.read_text("utf-8")
            if len(re.findall(pattern, text)) >= times:
                return text
            assert self.process.poll() is None, text
            time.sleep(0.02)
        raise AssertionError(f"no `{pattern}` in: {text}")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start a command in the folder of a deck; it is ended after the test."""
    (tmp_path / "talk.yaml").write_text(DECK, "utf-8")
    started = []

    def start(*arguments: str) -> Running:
        started.append(Running(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


Run = Callable[..., Running]


def test_a_deck_is_built_again_when_it_changes(run: Run, tmp_path: Path) -> None:
    build = run("build", "talk.yaml", "--watch")
    build.says("watching")
    before = (tmp_path / "talk.pptx").stat().st_mtime_ns
    (tmp_path / "talk.yaml").write_text(DECK + "  - {title: c, items: [d]}\n", "utf-8")
    assert "2 slides" in build.says("2 slides")
    build.says("watching", 2)
    assert (tmp_path / "talk.pptx").stat().st_mtime_ns > before


def test_an_error_keeps_the_loop_and_the_older_file(run: Run, tmp_path: Path) -> None:
    build = run("build", "talk.yaml", "--watch")
    build.says("watching")
    before = (tmp_path / "talk.pptx").read_bytes()
    (tmp_path / "talk.yaml").write_text("title: a\nslides: [{titel: x", "utf-8")
    build.says(r"error\[")
    build.says("watching", 2)
    assert (tmp_path / "talk.pptx").read_bytes() == before
    (tmp_path / "talk.yaml").write_text(DECK, "utf-8")
    build.says("1 slide,", 2)


def test_a_missing_picture_that_comes_is_seen(run: Run, tmp_path: Path, repository: Path) -> None:
    slide = "  - {layout: image-text, title: a, text: b, image: {file: bild.png, alt: Ein Bild}}\n"
    (tmp_path / "talk.yaml").write_text("title: a\nslides:\n" + slide, "utf-8")
    check = run("check", "talk.yaml", "--watch")
    check.says(r"error\[missing-file\]")
    check.says("watching")
    picture = (repository / "decks" / "bilder" / "wohnzimmer.png").read_bytes()
    (tmp_path / "bild.png").write_bytes(picture)
    assert "missing-file" not in check.says("watching", 2).split("watching")[1]


def test_a_target_that_is_open_elsewhere_does_not_stop_the_loop(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk-2.pptx").write_text("somebody's own", "utf-8")
    (tmp_path / ".~lock.talk.pptx#").touch()
    build = run("build", "talk.yaml", "--watch")
    build.says("watching")
    (tmp_path / "talk.yaml").write_text(DECK + "  - {title: c, items: [d]}\n", "utf-8")
    text = build.says("watching", 2)
    assert text.count("talk-3.pptx is written in its place") == 2
    assert (tmp_path / "talk-2.pptx").read_text("utf-8") == "somebody's own"
    assert not (tmp_path / "talk.pptx").exists() and not (tmp_path / "talk-4.pptx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_it(run: Run) -> None:
    check = run("check", "talk.yaml", "--watch")
    check.says("watching")
    check.process.send_signal(signal.SIGINT)
    assert check.process.wait(PATIENCE) == 130
    assert "Traceback" not in check.output.read_text("utf-8")


def test_standard_input_can_not_be_watched() -> None:
    result = CliRunner().invoke(cli, ["check", "-", "--watch"], input=DECK)
    assert result.exit_code == 2 and "standard input" in result.stderr


def test_a_change_while_something_is_read_is_a_change(tmp_path: Path) -> None:
    from smdeck.files import read_bytes

    file, watch = tmp_path / "a.csv", Watch()
    file.write_text("1", "utf-8")
    for _ in range(2):
        with watch.reading():
            read_bytes(file, 10)
    assert not watch.changed()
    with watch.reading():
        read_bytes(file, 10)
        file.write_text("23", "utf-8")
    assert watch.changed()
