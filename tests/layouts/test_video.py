"""Videos: films and sounds that play on the slide, and what keeps them from it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from films import film, mp3, wave
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

import smdeck

PLAYER = "https://www.youtube.com/embed/abcdefghijk?feature=oembed"

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
    assert "► 1:30" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, "missing-file", "film.mp4"),
        (b"\x1aE\xdf\xa3 webm", "video-format", "a file of WebM"),
        (b"OggS" + bytes(90), "video-format", "a file of Ogg"),
        (wave(codec=99), "video-format", "unknown"),
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


@pytest.mark.parametrize(
    ("data", "suffix", "length"),
    [
        pytest.param(wave(5), ".wav", "► 0:05", id="wav"),
        pytest.param(mp3(400), ".mp3", "► 0:10", id="mp3"),
        pytest.param(film(b"mp4a", size=(0, 0)), ".m4a", "► 1:30", id="m4a"),
    ],
)
def test_a_sound_is_one_by_its_content(
    data: bytes, suffix: str, length: str, deck_file: Callable[[str], Path]
) -> None:
    built = smdeck.build(deck_with(deck_file, data)).path
    with zipfile.ZipFile(built) as package:
        assert package.read(f"ppt/media/media1{suffix}") == data
        xml = package.read("ppt/slides/slide1.xml").decode()
    assert "<a:audioFile " in xml and "<p:audio>" in xml and "<p:video>" not in xml
    texts = [
        one.text_frame.text for one in Presentation(built).slides[0].shapes if one.has_text_frame
    ]
    assert length in texts


def test_it_begins_with_its_slide_in_a_part_without_sound_and_with_captions(
    deck_file: Callable[[str], Path],
) -> None:
    more = "    start: auto\n    loop: true\n    mute: true\n    trim: 0:05-1:00\n"
    more += "    captions: worte.srt\n"
    deck = deck_with(deck_file, film(), more)
    (deck.parent / "worte.srt").write_text("1\n00:00:01,500 --> 00:00:04,000\nGuten Tag, alle!\n")
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        xml = package.read("ppt/slides/slide1.xml").decode()
        captions = package.read("ppt/media/media2.vtt").decode()
        relations = package.read("ppt/slides/_rels/slide1.xml.rels").decode()
        types = package.read("[Content_Types].xml").decode()
    assert captions.startswith("WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nGuten Tag, alle!")
    assert '<p14:trim st="5000" end="30000"/>' in xml
    assert '<p:cMediaNode vol="80000" mute="1"><p:cTn id="7" repeatCount="indefinite"' in xml
    assert 'cmd="playFrom(0.0)"' in xml and 'dur="55000"' in xml
    (track,) = re.findall(r'<p173:track [^>]*label="Deutsch" lang="de-DE" r:embed="(\w+)"', xml)
    assert (
        f'Id="{track}" Type="http://schemas.microsoft.com/office/2017/04/relationships/track"'
        in relations
    )
    assert 'Extension="vtt" ContentType="text/vtt"' in types


def test_numbers_in_time_are_unlike_where_a_film_begins_by_itself(
    deck_file: Callable[[str], Path],
) -> None:
    """What PowerPoint repairs: a number in `p:timing` that is there twice."""
    deck = deck_with(
        deck_file, film(), "    start: auto\n    text: Ein Satz mehr.\n    reveal: {by: whole}\n"
    )
    with zipfile.ZipFile(smdeck.build(deck).path) as package:
        xml = package.read("ppt/slides/slide1.xml").decode()
    assert xml.count("<p:timing>") == 1
    numbers = re.findall(r'<p:cTn id="(\d+)"', xml)
    assert len(numbers) == len(set(numbers))
    assert xml.index("playFrom") < xml.index('presetClass="entr"')


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://youtu.be/abcdefghijk?t=4", PLAYER),
        ("https://www.youtube.com/watch?list=x&v=abcdefghijk", PLAYER),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456"),
        ("https://example.com/film/17", None),
    ],
)  # fmt: skip
def test_a_film_on_the_web_has_a_code_and_plays_where_powerpoint_plays_it(
    url: str, player: str | None, deck_file: Callable[[str], Path]
) -> None:
    deck = deck_file(SLIDE.replace("file: film.mp4", f"url: {url}"))
    slide = Presentation(str(smdeck.build(deck).path)).slides[0]
    videos = [one for one in slide.part.rels.values() if one.reltype.endswith("/video")]
    assert [one.target_ref for one in videos] == ([player] if player else [])
    assert any(one.name == "QR-Code" for one in slide.shapes)
    linked = {
        one.target_ref for one in slide.part.rels.values() if one.reltype.endswith("hyperlink")
    }
    assert linked == {url}


@pytest.mark.parametrize(
    ("more", "file", "said"),
    [
        ("    trim: 1:40-\n", "", "goes on after its end at 1:30"),
        ("    trim: 0:40-0:10\n", "", "leaves nothing of it"),
        ("    trim: bald\n", "", "takes a part of it such as"),
        ("    captions: worte.vtt\n", "Hallo", "has no captions in WebVTT"),
        ("    captions: worte.vtt\n", "WEBVTT\n\n00:1 --> 00:2\n", "line 3 has no times"),
        ("    captions: worte.vtt\n", "WEBVTT\n\n00:02.000 --> 00:01.000\nA\n", "before they come"),
        ("    captions: fehlt.vtt\n", "", "there is no file"),
        ("    url: https://example.com/film\n", "", "and not both"),
    ],
)  # fmt: skip
def test_what_cannot_be_played_so_is_an_error(
    more: str, file: str, said: str, deck_file: Callable[[str], Path]
) -> None:
    deck = deck_with(deck_file, film(), more)
    if file:
        (deck.parent / "worte.vtt").write_text(file)
    errors = [one for one in smdeck.check(deck) if one.severity == "error"]
    assert [said in one.message for one in errors] == [True], errors


def test_what_only_a_file_has_is_an_error_of_a_film_on_the_web(
    deck_file: Callable[[str], Path],
) -> None:
    deck = deck_file(
        SLIDE.replace("file: film.mp4", "url: https://youtu.be/abcdefghijk\n    loop: true")
    )
    assert [one.message for one in smdeck.check(deck)] == ["`loop` needs a `file`"]


def test_a_film_too_large_for_mail_is_a_warning_and_one_for_any_talk_an_error(
    deck_file: Callable[[str], Path],
) -> None:
    deck = deck_with(deck_file, film(), "    mute: true\n")
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

    for good in (film(), wave(1)[:60], mp3(2, 4)):
        for at in range(0, len(good), 3):
            (tmp_path / "film.mp4").write_bytes(good[:at] + b"\xff" + good[at + 1 :])
            film_in(tmp_path / "film.mp4")


@pytest.mark.parametrize(
    ("data", "more", "found"),
    [
        (film(), "", ["missing-captions"]),
        (film(), "    mute: true\n", []),
        (film(), "    captions: {none: Nur Musik}\n", []),
        (film(), "    start: auto\n    loop: true\n", []),
        (film(audio=b"avc1"), "", []),
        (wave(), "", []),
    ],
)
def test_a_film_with_sound_has_captions_or_says_why_it_has_none(
    data: bytes, more: str, found: list[str], deck_file: Callable[[str], Path]
) -> None:
    """Silent films, sounds alone, and what runs in the room's background are left in peace."""
    assert [one.code for one in smdeck.check(deck_with(deck_file, data, more))] == found
