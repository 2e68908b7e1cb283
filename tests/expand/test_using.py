"""Uses: slides of other files are taken over as they are there, but for what is said otherwise."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import smdeck

PARTS = """\
title: Bausteine
vars: {stadt: Köln, gruss: "Hallo ${stadt}"}
defaults: {statement: {tone: dark}}
speaker: {name: Robin Beispiel}
slides:
  - {layout: section, id: eins, title: Eins}
  - {layout: statement, id: a, title: "Alle in ${stadt} antworten", notes: "${gruss}"}
  - layout: image-text
    id: bild
    title: Ein Bild
    image: {file: bilder/b.png, alt: Grau}
    text: Ja
  - {layout: section, id: zwei, title: Zwei}
  - {layout: bullets, id: punkte, title: Punkte, items: [Eins, {title: Zwei, text: Mehr}]}
"""


@pytest.fixture
def titles_of(tmp_path: Path, repository: Path) -> Callable[..., list[str]]:
    """Return the titles of the slides of a deck that may use `teile/bausteine.yaml`."""
    (tmp_path / "teile" / "bilder").mkdir(parents=True)
    shutil.copy(repository / "decks/bilder/publikum.png", tmp_path / "teile/bilder/b.png")
    (tmp_path / "teile" / "bausteine.yaml").write_text(PARTS, "utf-8")

    def titles(slides: str, head: str = "", **wanted: Any) -> list[str]:
        deck = tmp_path / "deck.yaml"
        deck.write_text(f"title: Vortrag\n{head}slides:\n{slides}", "utf-8")
        built = smdeck.build(deck, **wanted)
        shown: Any = Presentation(str(built.path)).slides
        return [slide.shapes.title.text.replace("\u00a0", " ") for slide in shown]

    return titles


Titles = Callable[..., list[str]]


def test_a_file_brings_all_its_slides(titles_of: Titles) -> None:
    assert titles_of("  - use: teile/bausteine.yaml\n") == [
        *("Eins", "Alle in Köln antworten", "Ein Bild", "Zwei", "Punkte"),
    ]


def test_the_id_of_a_section_brings_it_whole_or_alone(titles_of: Titles) -> None:
    use = "  - use: teile/bausteine.yaml#eins\n"
    assert titles_of(use) == ["Eins", "Alle in Köln antworten", "Ein Bild"]
    assert titles_of(f"{use}    whole: false\n    title: Anfang\n") == ["Anfang"]


def test_several_are_used_in_the_order_in_which_they_are_named(titles_of: Titles) -> None:
    uses = "[teile/bausteine.yaml#punkte, teile/bausteine.yaml#a]"
    assert titles_of(f"  - use: {uses}\n") == ["Punkte", "Alle in Köln antworten"]


def test_keys_beside_a_use_are_those_of_the_slide(titles_of: Titles, tmp_path: Path) -> None:
    """A key takes the place of a whole value, a path reaches inside, `~` takes away."""
    slide = """\
  - use: teile/bausteine.yaml#punkte
    title: Andere Punkte
    items.2.title: Zweitens
    items.2.text: ~
    notes: So sage ich es
"""
    assert titles_of(slide) == ["Andere Punkte"]
    (shown,) = Presentation(str(tmp_path / "deck.pptx")).slides
    texts = "\n".join(one.text_frame.text for one in shown.shapes if one.has_text_frame)
    assert "Zweitens" in texts and "Mehr" not in texts
    assert shown.notes_slide.notes_text_frame.text == "So sage ich es"


def test_the_deck_s_variables_hold_in_the_files_that_it_uses(titles_of: Titles) -> None:
    """A value beside the use holds for its slides alone, one from outside holds everywhere."""
    use = "  - use: teile/bausteine.yaml#a\n"
    given = f'{use}    vars: {{stadt: "${{event.place}} am Rhein"}}\n    id: b\n'
    head = "event: {place: Bonn}\nvars: {stadt: Ulm}\n"
    assert titles_of(use + given, head) == [
        *("Alle in Ulm antworten", "Alle in Bonn am Rhein antworten"),
    ]
    set_ = titles_of(use, head, values={"stadt": "Trier"})
    assert set_ == ["Alle in Trier antworten"]


def test_a_used_file_falls_back_on_its_own_keys(titles_of: Titles, tmp_path: Path) -> None:
    slide = "  - {id: wer, layout: statement, title: 'Ich bin ${speaker.name}'}\n"
    parts = tmp_path / "teile" / "bausteine.yaml"
    parts.write_text(PARTS + slide, "utf-8")
    use = "  - use: teile/bausteine.yaml#wer\n"
    assert titles_of(use) == ["Ich bin Robin Beispiel"]
    assert titles_of(use, "speaker: {name: Kim Muster}\n") == ["Ich bin Kim Muster"]


def test_defaults_are_those_of_the_file_that_a_slide_is_written_in(
    titles_of: Titles, tmp_path: Path
) -> None:
    """A deck's `unit: "%"` would make other figures of those of a file that it uses."""
    head = "defaults: {bullets: {notes: Meine Notiz}, statement: {tone: brand}}\n"
    own = "  - {layout: bullets, title: Eigene, items: [Eins]}\n"
    own += "  - {layout: statement, title: Eigene Aussage}\n"
    own += "  - {layout: statement, title: Helle Aussage, tone: light}\n"
    uses = "  - use: [teile/bausteine.yaml#punkte, teile/bausteine.yaml#a]\n"
    titles_of(own + uses, head)
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    assert [slide.has_notes_slide for slide in slides] == [True, False, False, False, True]
    layouts = [slides[n].slide_layout.name for n in (1, 2, 4)]
    assert (layouts[0], layouts[2]) == ("Aussage (Marke)", "Aussage (dunkel)")
    assert "(" not in layouts[1]


def test_files_use_files(titles_of: Titles, tmp_path: Path) -> None:
    (tmp_path / "mitte.yaml").write_text(
        "slides:\n  - use: teile/bausteine.yaml#a\n    id: b\n    title: Mitte\n", "utf-8"
    )
    assert titles_of("  - use: mitte.yaml#b\n    notes: Oben\n") == ["Mitte"]


def test_a_finding_tells_the_whole_chain(titles_of: Titles, tmp_path: Path) -> None:
    (tmp_path / "mitte.yaml").write_text("slides:\n  - use: teile/bausteine.yaml#a\n", "utf-8")
    parts = tmp_path / "teile" / "bausteine.yaml"
    parts.write_text(PARTS.replace("id: a, title", "id: a, titel"), "utf-8")
    with pytest.raises(smdeck.DeckError) as caught:
        titles_of("  - {layout: title}\n  - use: mitte.yaml\n")
    (finding,) = caught.value.findings
    assert (finding.code, finding.slide) == ("unknown-field", 2)
    assert finding.place and finding.place.source.name == parts.as_posix()
    lines = str(finding).splitlines()
    used = [line.rpartition("/")[2] for line in lines if "used by" in line]
    assert used == ["mitte.yaml:2:10", "deck.yaml:4:10"]


def test_a_file_that_is_used_is_never_written_over(titles_of: Titles, tmp_path: Path) -> None:
    target = tmp_path / "teile" / "bausteine.pptx"
    target.symlink_to("bausteine.yaml")
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: Vortrag\nslides:\n  - use: teile/bausteine.yaml#a\n", "utf-8")
    with pytest.raises(smdeck.DeckError) as caught:
        smdeck.build(deck, target)
    assert [finding.code for finding in caught.value.findings] == ["target"]
    assert (tmp_path / "teile" / "bausteine.yaml").read_text("utf-8") == PARTS


def test_nothing_outside_of_the_root_is_used(titles_of: Titles, tmp_path: Path) -> None:
    inner = tmp_path / "innen"
    inner.mkdir()
    (inner / "werte.csv").symlink_to(tmp_path / "werte.csv")
    (tmp_path / "werte.csv").write_text("stadt;Köln\n", "utf-8")
    deck = inner / "deck.yaml"
    deck.write_text(
        "title: Vortrag\nvars: werte.csv\nslides:\n  - use: ../teile/bausteine.yaml\n", "utf-8"
    )
    found = smdeck.check(deck, root=inner)
    assert [finding.code for finding in found] == ["outside-root", "outside-root"]
    assert not smdeck.check(deck, root=tmp_path)


def test_a_file_outside_of_the_project_is_told_of(tmp_path: Path) -> None:
    """The project is what git keeps; where it keeps nothing, only paths of one computer are."""
    block = "title: B\nslides:\n  - {layout: statement, id: eins, title: Eins}\n"
    (tmp_path / "fern.yaml").write_text(block)
    talk = tmp_path / "projekt" / "vortrag"
    talk.mkdir(parents=True)
    (tmp_path / "projekt" / "nah.yaml").write_text(block)
    deck = talk / "deck.yaml"

    def told(*names: str) -> list[str]:
        slides = "".join(f"  - use: {name}\n" for name in names)
        deck.write_text(f"title: T\nslides:\n{slides}")
        found = [one for one in smdeck.check(deck) if one.code == "outside-project"]
        assert all(one.place and one.place.line == 3 + n for n, one in enumerate(found))
        return [re.sub("`/[^`]*`", "a path", one.message) for one in found]

    outside = (tmp_path / "fern.yaml").as_posix()
    assert told("../nah.yaml") == told("../../fern.yaml") == []
    assert told(outside) == ["a path lies outside of the deck's folder"]
    (tmp_path / "projekt" / ".git").mkdir()
    assert told("../nah.yaml") == []
    assert told("../../fern.yaml", outside) == [
        "`../../fern.yaml` lies outside of the project `projekt`",
        "a path lies outside of the project `projekt`",
    ]
    inside = (tmp_path / "projekt" / "nah.yaml").as_posix()
    assert told(inside) == ["a path is a place on this computer alone"]
