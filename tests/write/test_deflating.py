"""Deflating in a second process: the same bytes, and no harm where it fails."""

from __future__ import annotations

import os
import signal
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import smdeck
from smdeck.write.deflating import Helper, deflated
from smdeck.write.presentation import LONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no helper but on Linux")

CONTENTS = [b"", b"a", b"slide " * 400, bytes(range(256)) * 20, os.urandom(70_000)]


@pytest.fixture
def one_processor() -> Iterator[None]:
    """Let this process, and those it starts, run on one processor alone."""
    usual = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(usual)})
    yield
    os.sched_setaffinity(0, usual)


def long_talk(folder: Path) -> Path:
    """Return a deck that is long enough for a helper."""
    slides = [f"  - title: Folie {n}\n    items: [eins, zwei]\n    notes: {n}" for n in range(LONG)]
    deck = folder / "lang.yaml"
    deck.write_text("title: Lang\nslides:\n" + "\n".join(slides) + "\n", "utf-8")
    return deck


def test_a_helper_deflates_as_this_process_does() -> None:
    helper = Helper()
    for content in CONTENTS:
        helper.give(content)
    answers = helper.answers()
    assert [answers[id(content)] for content in CONTENTS] == [deflated(one) for one in CONTENTS]
    assert [zlib.decompress(answers[id(one)], -15) for one in CONTENTS] == CONTENTS


def test_a_helper_takes_more_than_any_pipe_holds() -> None:
    helper = Helper()
    contents = [os.urandom(100_000) for _ in range(40)]
    for content in contents:
        helper.give(content)
    assert len(helper.answers()) == len(contents)


def test_no_process_is_left() -> None:
    helper = Helper()
    helper.give(b"a")
    helper.answers()
    with pytest.raises(ChildProcessError):
        os.waitpid(helper.process, 0)


def test_a_helper_that_is_killed_answers_nothing() -> None:
    helper = Helper()
    os.kill(helper.process, signal.SIGKILL)
    for _ in range(50):
        helper.give(os.urandom(100_000))
    assert helper.answers() == {}


def test_there_is_no_helper_on_one_processor(one_processor: None) -> None:
    assert Helper.start() is None


def test_a_long_talk_has_the_same_bytes_on_one_processor_and_on_all(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    deck = long_talk(tmp_path)
    many = smdeck.build(deck, tmp_path / "many.pptx").path.read_bytes()
    request.getfixturevalue("one_processor")
    one = smdeck.build(deck, tmp_path / "one.pptx").path.read_bytes()
    assert many == one
