"""Changes: each one that is made to a talk is named, and a rebuild has none."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from rendering import EVERY_KEY, REAL, build

import smdeck
from smdeck.cli import cli

pytestmark = pytest.mark.slow

TALK = """\
title: Vom Monolog zum Dialog
minutes: 20
footer: Jahrestagung
slides:
  - layout: title
  - layout: section
    title: Wer spricht
  - id: sender
    title: Viele Sender
    items: [Print und Funk, Foren und Blogs, Soziale Netze]
    notes: Erst fragen, dann zeigen.
    minutes: 2
  - layout: chart
    title: Wer antwortet
    type: column
    unit: "%"
    source: Beispielwerte
    data: {categories: [Print, Netz], series: {Anteil: [24, 71]}}
  - layout: table
    title: Was es kostet
    columns: [Weg, Preis]
    rows: [[Anzeige, 300 €], [Beitrag, 20 €]]
    source: Beispielwerte
  - layout: image-text
    title: Im Wohnzimmer
    text: Das Netz macht es möglich.
    image: {file: bild.png, alt: Ein Zimmer}
  - layout: icon-grid
    title: Vier Wege
    items:
      - {icon: message, title: Fragen}
      - {icon: heart, title: Danken}
  - layout: statement
    title: Dialog ist **kein** Sendeplatz
  - layout: quote
    quote: Wer fragt, führt ein Gespräch.
    by: Erika Muster
"""

SEEDED = [
    ("title: Vom Monolog zum Dialog", "title: Vom Sender zum Dialog", "talk", "title"),
    ("minutes: 20", "minutes: 25", "talk", "minutes"),
    ("footer: Jahrestagung", "footer: Klausur", "talk", "footer"),
    ("minutes: 20", "minutes: 20\ntheme: buehne", "talk", "theme"),
    ("minutes: 20", "minutes: 20\nlang: de-AT", "talk", "lang"),
    ("minutes: 20", "minutes: 20\ntransition: fade", "talk", "transition"),
    ("title: Wer spricht", "title: Wer redet", "changed", "title"),
    ("Foren und Blogs", "Foren und Gruppen", "changed", "item"),
    (", Soziale Netze]", "]", "changed", "item"),
    ("Soziale Netze]", "Soziale Netze, Podcasts]", "changed", "item"),
    ("[Print und Funk, Foren und Blogs", "[Foren und Blogs, Print und Funk", "changed", "item"),
    ("Erst fragen, dann zeigen.", "Erst zeigen, dann fragen.", "changed", "notes"),
    ("    notes: Erst fragen, dann zeigen.\n", "", "changed", "notes"),
    ("minutes: 2\n  ", "minutes: 3\n  ", "changed", "minutes"),
    ("id: sender", "id: viele", "changed", "id"),
    ("[24, 71]", "[24, 72]", "changed", "chart, Anteil, Netz"),
    ("[24, 71]", "[24.5, 71]", "changed", "chart, Anteil, Print"),
    ('unit: "%"', 'unit: "€"', "changed", "chart, Anteil, Print"),
    ("type: column", "type: bar", "changed", "type of chart"),
    ("[Print, Netz]", "[Presse, Netz]", "changed", "chart, Anteil, Presse"),
    ("300 €", "350 €", "changed", "table"),
    (", [Beitrag, 20 €]", ", [Beitrag, 20 €], [Film, 900 €]", "changed", "table"),
    ("alt: Ein Zimmer", "alt: Ein Raum", "changed", "picture"),
    ("icon: heart", "icon: star", "changed", "picture"),
    ("layout: icon-grid", "layout: cards", "changed", "layout"),
    ("**kein**", "kein", "changed", "title"),
    ("title: Vier Wege", "title: Vier Wege\n    tone: dark", "changed", "tone"),
    ("title: Vier Wege", "title: Vier Wege\n    hidden: true", "changed", "hidden"),
    ("title: Vier Wege", "title: Vier Wege\n    reveal: true", "changed", "clicks"),
    ("title: Vier Wege", "title: Vier Wege\n    transition: push", "changed", "transition"),
    ("Danken}", "Danken, text: Immer}", "changed", "item"),
    ("by: Erika Muster", "by: Erich Muster", "changed", "title"),
    ("source: Beispielwerte\n    data", "source: Schätzwerte\n    data", "changed", "source"),
]
"""What is written in place of what, and as what it is told."""


@pytest.fixture
def write(tmp_path: Path, repository: Path) -> Callable[[str, str], Path]:
    """Write a deck into a folder that has its picture, and return its path."""
    picture = (repository / "decks" / "bilder" / "wohnzimmer.png").read_bytes()
    (tmp_path / "bild.png").write_bytes(picture)

    def deck(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return deck


Write = Callable[[str, str], Path]


def run(*arguments: str | Path) -> Result:
    """Run `smdeck diff` and return its result."""
    return CliRunner().invoke(cli, ["diff", *map(str, arguments)])


def changes(*arguments: str | Path) -> list[dict[str, object]]:
    """Return what differs, as data."""
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(("old", "new", "kind", "what"), SEEDED)
def test_a_change_is_named(old: str, new: str, kind: str, what: str, write: Write) -> None:
    assert old in TALK
    found = changes(write("a.yaml", TALK), write("b.yaml", TALK.replace(old, new, 1)))
    assert [one["kind"] for one in found if one["kind"] == kind], found
    told = [entry for one in found for entry in one["changes"]]  # type: ignore[attr-defined]
    named = [entry for entry in told if entry["what"] == what]
    assert named and all(entry["before"] != entry["after"] for entry in named)
    assert len(found) <= 2  # the title of the talk stands on its first slide too


def test_slides_that_are_added_removed_and_moved_are_told(write: Write) -> None:
    head, *slides = re.split(r"^(?=  - )", TALK, flags=re.M)
    new = "  - {title: Neu und anders, items: [Ganz neue Worte]}\n"
    other = [slides[0], *slides[2:4], slides[1], *slides[4:7], new, slides[8]]
    found = changes(write("a.yaml", TALK), write("b.yaml", head + "".join(other)))
    told = {(one["kind"], one["before"], one["after"]) for one in found}
    assert told == {("moved", 2, 4), ("added", None, 8), ("removed", 8, None)}


def test_a_moved_and_changed_slide_is_one(write: Write) -> None:
    head, *slides = re.split(r"^(?=  - )", TALK, flags=re.M)
    moved = slides[2].replace("Foren und Blogs", "Foren und Gruppen")
    other = [*slides[:2], *slides[3:], moved]
    (found,) = changes(write("a.yaml", TALK), write("b.yaml", head + "".join(other)))
    assert (found["kind"], found["before"], found["after"]) == ("moved", 3, 9)
    told = {"what": "item", "before": "Foren und Blogs", "after": "Foren und Gruppen"}
    assert found["changes"] == [told]


def test_a_picture_whose_file_changes_is_a_change(write: Write, repository: Path) -> None:
    before = write("a.yaml", TALK)
    other = (repository / "decks" / "bilder" / "bruecke.png").read_bytes()
    (before.parent / "anders.png").write_bytes(other)
    after = write("b.yaml", TALK.replace("bild.png", "anders.png"))
    (found,) = changes(before, after)
    assert [change["what"] for change in found["changes"]] == ["picture"]  # type: ignore[attr-defined]


def test_order_of_keys_comments_and_style_are_no_change(write: Write) -> None:
    other = TALK.replace("slides:", "# ein Satz\nslides:").replace(
        "    title: Wer spricht\n", '    title: "Wer spricht"\n'
    )
    result = run(write("a.yaml", TALK), write("b.yaml", other), "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("name", [*REAL, "gallery", "gallery-reveal", EVERY_KEY])
def test_a_deck_and_its_presentation_do_not_differ(name: str, tmp_path: Path) -> None:
    talk = build(name, tmp_path)
    assert changes(talk.source, talk.path) == []


def test_a_deck_and_an_older_presentation_differ(write: Write) -> None:
    older = smdeck.build(write("a.yaml", TALK)).path
    newer = TALK.replace("Foren und Blogs", "Foren und Gruppen").replace("71", "72")
    newer = newer.replace("300 €", "350 €").replace("Erst fragen", "Zuerst fragen")
    found = changes(older, write("b.yaml", newer))
    told = [
        (change["before"], change["after"])
        for one in found
        for change in one["changes"]  # type: ignore[attr-defined]
    ]
    assert told == [
        ("Foren und Blogs", "Foren und Gruppen"),
        ("Erst fragen, dann zeigen.", "Zuerst fragen, dann zeigen."),
        ("71", "72"),
        ("Anzeige | 300 €", "Anzeige | 350 €"),
    ]


def test_text_is_made_for_people(write: Write) -> None:
    result = run(write("a.yaml", TALK), write("b.yaml", TALK.replace("71", "72")))
    assert result.stdout == (
        "slide 4 changed: Wer antwortet\n"
        "  chart, Anteil, Netz: 71\u00a0% → 72\u00a0%\n\n1 slide changed\n"
    )
    assert run(*map(str, (write("a.yaml", TALK), write("b.yaml", TALK.replace("71", "72")))),
               "--exit-code").exit_code == 1  # fmt: skip


def test_a_page_shows_both_pictures(write: Write, tmp_path: Path) -> None:
    hostile = TALK.replace("Foren und Blogs", "'<script>alert(1)</script>'")
    page = tmp_path / "diff.html"
    paths = write("a.yaml", TALK), write("b.yaml", hostile)
    assert run(*paths, "--format", "html", "-o", page).exit_code == 0
    text = page.read_text("utf-8")
    assert text.count("<svg xmlns") == 2 and "<script" not in text
    assert "<del>Foren und Blogs</del>" in text
    body = text[text.index("<body>") : text.index("</html>")]
    ElementTree.fromstring(body)


def test_states_in_git_can_be_compared(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*arguments: str) -> str:
        known = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        return subprocess.run(
            ["git", *known, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout

    write("talk.yaml", TALK)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "erster Stand")
    write("talk.yaml", TALK.replace("71", "72"))
    monkeypatch.chdir(tmp_path)
    (found,) = changes("HEAD:talk.yaml", "talk.yaml")
    assert found["title"] == "Wer antwortet"
    (found,) = changes("HEAD:./talk.yaml", "talk.yaml")
    assert found["after"] == 4
    assert "git does not give `anders`" in run("anders:talk.yaml", "talk.yaml").stderr
    older = tmp_path / "older"
    older.write_text(git("show", "HEAD:talk.yaml"), "utf-8")
    result = run("talk.yaml", older, "abc", "100644", "talk.yaml", "def", "100644")
    assert "slide 4 changed: Wer antwortet" in result.stdout
    (tmp_path / "a.yml").write_text("a: 1\n", "utf-8")
    (tmp_path / "b.yml").write_text("a: 2\n", "utf-8")
    other = run("c.yml", tmp_path / "a.yml", "x", "y", tmp_path / "b.yml", "x", "y")
    assert other.exit_code == 0 and "-a: 1\n+a: 2\n" in other.stdout
    added = run("talk.yaml", "/dev/null", ".", ".", "talk.yaml", "def", "100644")
    assert "9 slides added" in added.stdout


@pytest.mark.parametrize("name", ["fehlt.yaml", "kaputt.yaml", "kaputt.pptx", "fehlt.pptx"])
def test_a_side_that_can_not_be_read_says_why(name: str, write: Write, tmp_path: Path) -> None:
    (tmp_path / "kaputt.yaml").write_text("title: 'a", "utf-8")
    (tmp_path / "kaputt.pptx").write_bytes(b"PK\x03\x04 nichts")
    result = run(write("a.yaml", TALK), tmp_path / name)
    assert result.exit_code == 1 and result.stderr.startswith("error[")


def test_one_talk_alone_is_wrong_usage(write: Write) -> None:
    result = run(write("a.yaml", TALK))
    assert result.exit_code == 2 and "name two talks" in result.stderr


def test_a_slide_that_can_not_be_drawn_is_not_told_as_removed(write: Write) -> None:
    other = TALK.replace("layout: section", "layout: abschnitte")
    result = run(write("a.yaml", TALK), write("b.yaml", other))
    assert result.exit_code == 1 and "error[unknown-layout]" in result.stderr
    assert not result.stdout
