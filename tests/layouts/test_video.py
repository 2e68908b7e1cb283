"""Videos: films that play on the slide, and what keeps them from it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from films import film
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

import smdeck

SLIDE = """\
title: T
slides:
  - layout: video
    title: Ein Film
    file: film.mp4
    poster: {file: bilder/wohnzimmer.png, alt: Ein Zimmer}
"""


def deck_with(deck_file: Callable[[str], Path], data: bytes | None, more: str = "") -> Path:
    deck = deck_file(SLIDE + more)
    if data is not None:
        (deck.parent / "film.mp4").write_bytes(data)
    return deck


def film_on(deck: Path) -> Any:
    slide = Presentation(str(smdeck.build(deck).path)).slides[0]
    return next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.MEDIA)


def test_a_film_stands_in_its_own_proportions_and_travels_in_the_file(
    deck_file: Callable[[str], Path],
) -> None:
    data = film(size=(1920, 800))
    deck = deck_with(deck_file, data)
    shape = film_on(deck)
    assert shape.width / shape.height == pytest.approx(1920 / 800, rel=0.01)
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        assert package.read("ppt/media/media1.mp4") == data
        xml = package.read("ppt/slides/slide1.xml").decode()
    assert 'action="ppaction://media"' in xml and 'descr="Ein Zimmer"' in xml
    (shown,) = re.findall(r'<p:cMediaNode.*?<p:spTgt spid="(\d+)"/>', xml)
    assert int(shown) == shape.shape_id


def test_its_length_stands_beside_it(deck_file: Callable[[str], Path]) -> None:
    slide = Presentation(str(smdeck.build(deck_with(deck_file, film())).path)).slides[0]
    assert "▶ 1:30" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, "missing-file", "film.mp4"),
        (b"\x1aE\xdf\xa3 webm", "video-format", "no MP4"),
        (film()[:60], "video-format", "damaged"),
        (b"", "video-format", "damaged"),
        (film(b"vp09"), "video-format", "VP9"),
        (film(b"hvc1"), "video-format", "HEVC"),
        (film(audio=b"Opus"), "video-format", "Opus"),
    ],
)
def test_what_powerpoint_cannot_play_is_an_error(
    data: bytes | None, code: str, said: str, deck_file: Callable[[str], Path]
) -> None:
    (finding,) = smdeck.check(deck_with(deck_file, data))
    assert (finding.severity, finding.code) == ("error", code)
    assert said in finding.message


def test_a_film_too_large_for_mail_is_a_warning_and_one_for_any_talk_an_error(
    deck_file: Callable[[str], Path],
) -> None:
    deck = deck_with(deck_file, film())
    with (deck.parent / "film.mp4").open("r+b") as file:
        file.truncate(21_000_000)
    (finding,) = smdeck.check(deck)
    assert (finding.severity, finding.code) == ("warning", "video-format")
    with (deck.parent / "film.mp4").open("r+b") as file:
        file.truncate(501_000_000)
    (finding,) = smdeck.check(deck)
    assert (finding.severity, finding.code) == ("error", "too-large")


def test_damaged_indexes_are_no_films(tmp_path: Path) -> None:
    """Every file with one byte changed is a film, or none: reading it never fails."""
    from smdeck.pictures.films import film_in

    good = film()
    for at in range(0, len(good), 3):
        (tmp_path / "film.mp4").write_bytes(good[:at] + b"\xff" + good[at + 1 :])
        film_in(tmp_path / "film.mp4")
