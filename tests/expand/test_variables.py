"""Variables: what stands for a name is what stands on the slide, sign by sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import smdeck
from smdeck.compiler.compiling import Compiled, compile_node
from smdeck.expand import Value, Wanted
from smdeck.expand.variables import literal_markup
from smdeck.findings import Findings, Source
from smdeck.model.markup import blocks, inline
from smdeck.source import Scalar, read

ODD = (
    *("Stern *& Co* KG", "a_b_c", "1. FC", "- 5", "+49 <b>", "[x](y)", "50 ~ 60 $", "`code`"),
    *("C:\\temp\\x", "\\\\server\\x", "a\\*b", "A&amp;B", "12) Ende", "# eins", "2^3^"),
    *("**Alle**", "100 %", "x|y", "$a*b*c$", "<br>", "https://example.com/a_b_c?d=1&e=2"),
)
"""Names and figures that hold what is markup elsewhere."""


@pytest.mark.parametrize("text", ODD)
def test_what_is_escaped_is_shown_as_it_is(text: str) -> None:
    assert "".join(run.text for run in inline(literal_markup(text))) == text
    (paragraph,) = blocks(literal_markup(text))
    assert (paragraph.plain, paragraph.marker) == (text, None)
    assert all(run.bold == run.italic == False and not run.link for run in paragraph.runs)  # noqa: E712


def of_values(path: Path, **values: str) -> Compiled:
    """Return what a deck compiles to with values from outside; without findings."""
    findings = Findings()
    given = tuple(
        Value(
            Scalar(Source("--set", name), 0, 0, 1, name, True),
            Scalar(Source("--set", text), 0, 0, 1, text, False),
        )
        for name, text in values.items()
    )
    node = read(path, findings)
    assert node
    compiled = compile_node(node, path, findings, wanted=Wanted(values=given))
    assert compiled and not findings.errors, "\n".join(map(str, findings))
    return compiled


@pytest.mark.parametrize("text", ODD)
def test_what_comes_from_outside_has_no_markup(text: str, deck_file: Callable[[str], Path]) -> None:
    deck = deck_file(
        "title: Für ${kunde}\ntypography: false\nslides:\n"
        "  - {layout: statement, title: '${kunde}', notes: '${kunde}'}\n"
    )
    compiled = of_values(deck, kunde=text)
    (slide,) = compiled.deck.slides
    assert compiled.deck.title.plain == f"Für {text}"
    assert slide.title and slide.title.plain == text
    assert slide.notes and slide.notes.plain == text


def test_a_key_that_is_set_has_no_markup_either(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file("title: Vortrag\nslides: [{layout: title}]\n")
    compiled = of_values(deck, title="Das *Haus* & Co", **{"event.place": "Null"})
    assert compiled.deck.title.plain == "Das *Haus* & Co"
    assert compiled.deck.event and compiled.deck.event.place
    assert compiled.deck.event.place.plain == "Null"


def test_an_author_s_variables_have_markup(compiled: Callable[[str], Compiled]) -> None:
    deck = compiled(
        "title: Vortrag\nvars: {alle: '**Alle**', satz: '${alle} antworten'}\n"
        "slides: [{layout: statement, title: '${satz}.'}]\n"
    )
    title = deck.deck.slides[0].title
    assert title and title.plain == "Alle antworten."
    assert [run.text for run in title.runs if run.bold] == ["Alle"]


def test_a_variable_alone_is_its_value_whatever_that_is(
    compiled: Callable[[str], Compiled],
) -> None:
    deck = compiled(
        "title: Vortrag\nvars: {punkte: [Eins, {title: Zwei, text: 'aus ${stadt}'}], stadt: Köln,\n"
        "       dauer: 3, ja: true}\n"
        "slides: [{title: Punkte, items: '${punkte}', minutes: '${dauer}', reveal: '${ja}'}]\n"
    )
    (slide,) = deck.deck.slides
    items = slide.items  # type: ignore[attr-defined]
    assert [item.title.plain for item in items] == ["Eins", "Zwei"]
    assert items[1].text.plain == "aus Köln"
    assert (slide.minutes, bool(slide.reveal)) == (3, True)


def test_the_signs_themselves_are_written_with_two(compiled: Callable[[str], Compiled]) -> None:
    deck = compiled(
        "title: Vortrag\nslides: [{layout: statement, title: 'Eine Variable: $${name}'}]\n"
    )
    title = deck.deck.slides[0].title
    assert title and title.plain == "Eine Variable: ${name}"


def test_values_come_from_files_and_the_last_one_holds(
    deck_file: Callable[[str], Path], tmp_path: Path
) -> None:
    (tmp_path / "werte.yaml").write_text("stadt: '**Köln**'\nkunde: {name: Muster KG}\n", "utf-8")
    (tmp_path / "werte.csv").write_text('wer;"Stern *& Co*"\nstadt;Ulm\n', "utf-8")
    text = (
        "title: Vortrag\ntypography: false\nvars: [werte.csv, werte.yaml, {wann: heute}]\n"
        "slides: [{layout: statement, title: '${wer}, ${stadt}, ${kunde.name}, ${wann}'}]\n"
    )
    slide = of_values(deck_file(text)).deck.slides[0]
    assert slide.title and slide.title.plain == "Stern *& Co*, Köln, Muster KG, heute"


def test_keys_may_hold_variables(compiled: Callable[[str], Compiled]) -> None:
    deck = compiled(
        "title: Vortrag\nvars: {stadt: Köln}\n"
        "slides: [{title: Punkte, items: ['In ${stadt}': [Dom, Rhein]]}]\n"
    )
    (item,) = deck.deck.slides[0].items  # type: ignore[attr-defined]
    assert item.title.plain == "In Köln"


def test_a_deck_without_any_of_it_imports_nothing_more(tmp_path: Path) -> None:
    import subprocess
    import sys

    deck = tmp_path / "vortrag.yaml"
    deck.write_text("title: a\nslides: [{title: b, items: [c]}]\n", "utf-8")
    statement = f"import sys, smdeck; smdeck.build({str(deck)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", statement], capture_output=True, text=True)
    loaded = [name for name in done.stdout.split() if name.startswith("smdeck.expand.")]
    assert loaded == ["smdeck.expand.wanted"]


def test_the_same_values_give_the_same_bytes(deck_file: Callable[[str], Path]) -> None:
    deck = deck_file("title: Für ${kunde}\nslides: [{layout: title}]\n")
    one = smdeck.build(deck, values={"kunde": "Muster KG"}).path.read_bytes()
    assert smdeck.build(deck, values={"kunde": "Muster KG"}).path.read_bytes() == one
