"""A session: the last good slides stay, and only what has changed is sent."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from test_bad_decks import BESIDE, CASES, HERE, one_of_each_code

from smdeck.desk.session import Session, Viewer

HEAD = "title: Vom Monolog\nfooter: false\nslides:\n"
ONE, TWO = "  - {title: Eins, items: [a, b]}\n", "  - {title: Zwei, items: [c]}\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The file of a deck of two slides."""
    path = tmp_path / "talk.yaml"
    path.write_text(HEAD + ONE + TWO, "utf-8")
    return path


def sent(reader: Viewer) -> dict[str, Any]:
    """Return what a page is sent next."""
    update = reader.update(5)
    assert update
    data: dict[str, Any] = json.loads(update.data)
    return data


def titles(session: Session) -> list[str]:
    """Return the titles that are shown."""
    return [card["title"] for card in session.state.cards.values()]


def test_a_page_is_sent_everything_at_first_and_then_what_changed(deck: Path) -> None:
    session = Session(deck)
    reader = Viewer(session)
    first = sent(reader)
    assert len(first["order"]) == len(first["cards"]) == len(first["drawings"]) == 2
    deck.write_text(HEAD + ONE + TWO.replace("[c]", "[d]"), "utf-8")
    session.refresh()
    second = sent(reader)
    assert len(second["order"]) == 2
    assert len(second["cards"]) == len(second["drawings"]) == 1
    assert ">d<" in next(iter(second["drawings"].values()))


def test_lines_that_move_send_no_drawing_again(deck: Path) -> None:
    session = Session(deck)
    reader = Viewer(session)
    sent(reader)
    deck.write_text("# ein Satz davor\n" + HEAD + ONE + TWO, "utf-8")
    session.refresh()
    again = sent(reader)
    assert not again["drawings"] and len(again["cards"]) == 2
    assert {card["at"][1] for card in again["cards"].values()} == {5, 6}


def test_an_error_in_the_yaml_keeps_the_last_good_slides(deck: Path) -> None:
    session = Session(deck)
    deck.write_text(HEAD + ONE + "  - {title: 'Zwei\n", "utf-8")
    session.refresh()
    assert titles(session) == ["Eins", "Zwei"]
    assert session.state.head["failed"] and session.state.head["title"] == "Vom Monolog"
    (finding, *_) = session.state.head["findings"]
    assert finding["severity"] == "error" and finding["help"]
    assert finding["at"][0] == deck.resolve().as_posix()
    deck.write_text(HEAD + ONE + TWO, "utf-8")
    session.refresh()
    assert not session.state.head["failed"] and not session.state.head["findings"]


def test_a_slide_that_can_not_be_drawn_stays_as_it_was(deck: Path) -> None:
    session = Session(deck)
    deck.write_text(HEAD + ONE.replace("{", "{layout: nichts, ") + TWO, "utf-8")
    session.refresh()
    first, second = session.state.cards.values()
    assert first["stale"] and first["title"] == "Eins" and first["drawing"]
    assert "stale" not in second
    assert [finding["slide"] for finding in session.state.head["findings"]] == [1]


def test_a_broken_slide_that_is_put_in_is_not_shown_as_another(deck: Path) -> None:
    session = Session(deck)
    deck.write_text(HEAD + "  - {layout: nichts}\n" + ONE + TWO, "utf-8")
    session.refresh()
    first, *others = session.state.cards.values()
    assert first["stale"] and not first["drawing"]
    assert [card["title"] for card in others] == ["Eins", "Zwei"]


def test_a_slide_that_never_was_right_has_a_place_of_its_own(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_text(HEAD + "  - {layout: nichts}\n" + TWO, "utf-8")
    first, second = Session(deck).state.cards.values()
    assert first["stale"] and not first["drawing"]
    assert second["title"] == "Zwei" and second["number"] == 2


def test_a_deck_with_errors_that_can_be_drawn_is_drawn(deck: Path) -> None:
    deck.write_text(HEAD + ONE.replace("a, b", ", ".join(["viel zu viel Text " * 20] * 5)), "utf-8")
    state = Session(deck).state
    assert len(state.drawings) == 1 and not state.head["failed"]
    assert "overflow" in {finding["code"] for finding in state.head["findings"]}


def test_a_fault_of_smdeck_is_told_and_the_slides_stay(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(deck)

    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("smdeck.desk.session.compile_node", broken)
    session.refresh()
    assert titles(session) == ["Eins", "Zwei"]
    assert "internal error: ZeroDivisionError" in session.state.head["fault"]


def test_notes_minutes_and_sections_travel_along(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    slide = (
        "  - {layout: section, title: Teil, minutes: 2, notes: '**Laut** sagen\n\n      - eins'}\n"
    )
    deck.write_text(HEAD + slide, "utf-8")
    (card,) = Session(deck).state.cards.values()
    assert (card["section"], card["minutes"], card["spoken"]) == ("Teil", 2, 3)
    assert card["notes"][0]["runs"] == [["Laut", "b"], [" sagen", ""]]
    assert card["notes"][1]["mark"] == "•"


def test_fonts_of_a_theme_travel_to_the_page(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "themes" / "eigen"
    folder.mkdir(parents=True)
    font = (repository / "tests" / "fonts" / "Gelasio-Regular.ttf").read_bytes()
    (folder / "gelasio.ttf").write_bytes(font)
    (folder / "theme.yaml").write_text(
        "meta: {name: Eigen}\nextends: vortrag\n"
        "typography:\n  fonts: [{source: file, family: Gelasio, files: [gelasio.ttf]}]\n"
        "  base: Gelasio\n",
        "utf-8",
    )
    deck = tmp_path / "talk.yaml"
    deck.write_text("theme: eigen\n" + HEAD + ONE, "utf-8")
    session = Session(deck)
    sheet = session.media.get(session.state.head["fonts"])
    assert sheet and b"font-family:'Gelasio'" in sheet.data
    name = sheet.data.split(b"url(")[1].split(b")")[0].decode()
    held = session.media.get(name)
    assert held and held.data == font


@pytest.mark.parametrize("name", ["fehlt.png", "kaputt.png", "../fern.png"])
def test_a_picture_that_can_not_be_shown_is_a_box_with_its_name(
    name: str, tmp_path: Path, repository: Path
) -> None:
    inside = tmp_path / "innen"
    inside.mkdir()
    (inside / "kaputt.png").write_bytes(b"\x89PNG")
    picture = (repository / "decks" / "bilder" / "wohnzimmer.png").read_bytes()
    (tmp_path / "fern.png").write_bytes(picture)
    deck = inside / "talk.yaml"
    slide = f"layout: image-text, title: a, text: b, image: {{file: {name}, alt: Ein Bild}}"
    deck.write_text(f"{HEAD}  - {{{slide}}}\n", "utf-8")
    session = Session(deck, inside)
    (svg,) = session.state.drawings.values()
    assert f">{Path(name).name}<" in svg and "<image" not in svg
    assert any(finding["severity"] == "error" for finding in session.state.head["findings"])


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(HERE.glob("*.txt")), ids=lambda file: str(file.stem))
def test_no_bad_deck_is_too_much_for_the_preview(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that show a finding for the first time: all that a deck can have is among them."""
    shutil.copytree(BESIDE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in one_of_each_code():
        case = CASES[name]
        if name.partition(":")[0] != file.stem:
            continue
        (tmp_path / "deck.yaml").write_bytes(case.deck)
        state = Session(tmp_path / "deck.yaml").state
        assert state.head["fault"] is None, case.title
        for svg in state.drawings.values():
            ElementTree.fromstring(svg)


def test_another_version_and_theme_can_be_chosen(deck: Path) -> None:
    from smdeck.desk.choosing import Chosen

    deck.write_text(
        "lang: [de-DE, en-GB]\nvariants: {kurz: {minutes: 5}}\nminutes: 9\n" + HEAD
        + "  - {title: {de: Eins, en: One}, items: [{de: ja, en: yes}]}\n"
        + "  - {title: {de: Zwei, en: Two}, items: [{de: so, en: thus}], except: [kurz]}\n",
        "utf-8",
    )  # fmt: skip
    session = Session(deck)
    there = session.state.head["choices"]
    assert there["variant"]["all"] == ["", "kurz"]
    assert there["lang"] == {"all": ["", "en"], "chosen": "", "usual": "de-DE"}
    assert "plakat" in there["theme"]["all"]
    before = next(iter(session.state.drawings.values()))
    session.choose(Chosen("kurz", "en", "plakat"))
    session.refresh()
    assert titles(session) == ["One"]
    head = session.state.head
    assert head["minutes"] == 5 and head["choices"]["theme"]["chosen"] == "plakat"
    assert before not in session.state.drawings.values()
    (card,) = session.state.cards.values()
    assert len(head["grid"]["columns"]) == 12
    assert any(full for *_, full in card["rooms"])
    session.choose(Chosen(theme="gibt-es-nicht"))
    session.refresh()
    assert session.state.head["failed"] and titles(session) == ["One"]
    assert session.state.head["choices"]["theme"]["chosen"] == "gibt-es-nicht"
