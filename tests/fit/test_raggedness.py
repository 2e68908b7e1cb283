"""Lines of titles that look left over: a size smaller they are tidy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from standing import only, texts, written

from smdeck.compiler.compiling import Compiled
from smdeck.fit.raggedness import is_ragged
from smdeck.units import points

Compile = Callable[[str], Compiled]


def house(deck: str) -> str:
    """Return a deck under the theme of the house."""
    return deck.replace("\n", "\ntheme: vortrag\n", 1)


@pytest.mark.parametrize(
    ("lines", "ragged"),
    [
        ("Drei Aufgaben, um schwache Verbindungen|zu pflegen", True),
        ("Ein Dialog|hört|nicht auf", True),
        ("Warum|Social Media|Marketing?", False),
        ("Zuhören|zuerst.", False),
        ("Die Antwort in drei Sätzen", False),
    ],
)
def test_a_line_is_next_to_nothing_beside_the_others(lines: str, ragged: bool) -> None:
    assert is_ragged(tuple(lines.split("|"))) == ragged


def test_a_title_that_nearly_fits_its_line_is_set_on_it(compiled: Compile) -> None:
    title = "Drei Aufgaben, um schwache Verbindungen zu pflegen"
    scene = only(compiled(house(written("cards", "a", "b", "c", title=title))))
    assert texts(scene)["title"].box.fitted.lines == ((title,),)


@pytest.mark.parametrize("layout", ["title", "questions", "closing"])
def test_words_end_before_the_art_that_stands_beside_them(layout: str, compiled: Compile) -> None:
    talk = compiled(house(written(layout, title="Führen wir das Gespräch jetzt weiter")))
    art = talk.theme.branding.art
    beside = art.get(f"{layout} art") or art[layout]
    said = texts(only(talk)).values()
    assert max(one.room.right for one in said) < points(beside.box.x)


def test_rows_of_points_have_about_as_many_lines(compiled: Compile) -> None:
    """Two sizes smaller, none of them takes three lines beside others of one or two."""
    points = [
        "'**Austausch:** Menschen teilen Inhalte und kommentieren sie'",
        "'**Mitgestaltung:** Aus Lesern werden Autoren und Filmer'",
        "'**Plattformen:** Alle treffen sich am selben digitalen Ort'",
        "'**Reichweite:** Eine spitze Meinung findet Millionen'",
        "'**Geringe Barrieren:** Wer eine Idee hat, kann sie zeigen'",
        "'**Dialog:** Jede Nachricht kann eine Antwort bekommen'",
    ]
    said = texts(only(compiled(house(written("bullets", *points)))))
    items = [one.box.fitted.lines for name, one in said.items() if name.startswith("item")]
    assert len(items) == len(points)
    assert {len(lines) for (lines,) in items} == {2}
