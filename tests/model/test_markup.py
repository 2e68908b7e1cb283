"""Markup: what stands in a text is shown as CommonMark says, and the rest as it was typed."""

from __future__ import annotations

import pytest

from smdeck.model.markup import MarkupProblem, blocks, inline
from smdeck.model.text import Run


def shown(text: str) -> list[str]:
    """Return the runs of a text, each with a letter for each of its forms."""
    return [_form(run) for run in inline(text)]


def _form(run: Run) -> str:
    forms = "b" * run.bold + "i" * run.italic + "c" * run.code
    return f"{forms}:{run.text}" + (f" → {run.link}" if run.link else "")


def paragraphs(text: str) -> list[tuple[int, str | None, str]]:
    """Return level, marker and text of the paragraphs of a block."""
    return [(p.level, p.marker, p.plain) for p in blocks(text)]


INLINE = {
    "nur Text": [":nur Text"],
    "**fett**": ["b:fett"],
    "*kursiv* und _kursiv_": ["i:kursiv", ": und ", "i:kursiv"],
    "***beides***": ["bi:beides"],
    "**fett *und* kursiv**": ["b:fett ", "bi:und", "b: kursiv"],
    "`code` und `**`": ["c:code", ": und ", "c:**"],
    "un**glaub**lich": [":un", "b:glaub", ":lich"],
    "schlange_im_wort": [":schlange_im_wort"],
    "**Achtung:**bitte (**jetzt**)": ["b:Achtung:", ":bitte (", "b:jetzt", ":)"],
    "次は**これ。**です": [":次は", "b:これ。", ":です"],
    "x**Media:**y (**neu**)": [":x", "b:Media:", ":y (", "b:neu", ":)"],
    r"\\server\daten\_neu und C:\_alt\#1": [r":\\server\daten\_neu und C:\_alt\#1"],
    r"**C:\a\_b**, \\ und \*so\*": [r"b:C:\a\_b", r":, \ und *so*"],
    "[hier](https://example.com)": [":hier → https://example.com"],
    "**[fett](#folie)**": ["b:fett → #folie"],
    "[Post](mailto:a@example.com)": [":Post → mailto:a@example.com"],
    "<https://example.com>": [":https://example.com → https://example.com"],
    "<a@example.com>": [":a@example.com → mailto:a@example.com"],
    "eine Zeile\nund noch eine": [":eine Zeile und noch eine"],
    "eine Zeile  \nneue Zeile": [":eine Zeile", ":\n", ":neue Zeile"],
    "eine Zeile\\\nneue Zeile": [":eine Zeile", ":\n", ":neue Zeile"],
    r"\*kein Stern\* und \[keine Klammer\]": [":*kein Stern* und [keine Klammer]"],
    r"C:\Ordner": [r":C:\Ordner"],
    "&auml; &amp; &unbekannt; &": [":ä & &unbekannt; &"],
    "1 < 2 & 3 > 2": [":1 < 2 & 3 > 2"],
    "<b>bleibt</b> und <i>": [":<b>bleibt</b> und <i>"],
    "Zeile<br>neue Zeile": [":Zeile", ":\n", ":neue Zeile"],
    "# kein Titel": [":# kein Titel"],
    "5 * 3 * 2": [":5 * 3 * 2"],
    "„**Zitat**“": [":„", "b:Zitat", ":“"],
    "[nur Klammern] und [a][b]": [":[nur Klammern] und [a][b]"],
    "  umgeben  ": [":umgeben"],
}


@pytest.mark.parametrize("text", INLINE)
def test_an_inline_text_becomes_runs(text: str) -> None:
    assert shown(text) == INLINE[text]


def problems(text: str) -> list[MarkupProblem]:
    """Return what is said of the markup of a text."""
    found: list[MarkupProblem] = []
    inline(text, found)
    return found


@pytest.mark.parametrize("target", ["ftp://example.com", "javascript:alert(1)", "folie"])
def test_words_stand_alone_where_a_slide_can_not_link(target: str) -> None:
    (problem,) = problems(f"[hier]({target})")
    assert shown(f"[hier]({target})") == [":hier"]
    assert (problem.code, problem.severity) == ("link-left-out", "warning")
    assert f"`{target}`" in problem.message
    assert "https://" in problem.help


def test_a_link_without_an_address_is_refused() -> None:
    assert [one.severity for one in problems("[hier]()")] == ["error"]


def test_a_picture_inside_a_text_is_refused_with_help() -> None:
    (problem,) = problems("ein ![Bild](bild.png)")
    assert problem.severity == "error"
    assert "`image`" in problem.help


BLOCKS: dict[str, list[tuple[int, str | None, str]]] = {
    "": [],
    "Ein Absatz": [(0, None, "Ein Absatz")],
    "Ein\nAbsatz": [(0, None, "Ein Absatz")],
    "Eins\n\nZwei": [(0, None, "Eins"), (0, None, "Zwei")],
    "- a\n- b": [(0, "bullet", "a"), (0, "bullet", "b")],
    "* a\n* b": [(0, "bullet", "a"), (0, "bullet", "b")],
    "- a\n  - b\n- c": [(0, "bullet", "a"), (1, "bullet", "b"), (0, "bullet", "c")],
    "1. a\n2. b": [(0, "number", "a"), (0, "number", "b")],
    "1. a\n   - b\n2. c": [(0, "number", "a"), (1, "bullet", "b"), (0, "number", "c")],
    "Dazu:\n- a\n\nDann": [(0, None, "Dazu:"), (0, "bullet", "a"), (0, None, "Dann")],
    "- **fett** und\n  weiter": [(0, "bullet", "fett und weiter")],
    "# kein Titel": [(0, None, "# kein Titel")],
    "> kein Zitat": [(0, None, "> kein Zitat")],
    "<div>bleibt</div>": [(0, None, "<div>bleibt</div>")],
    "Am 3. Dezember": [(0, None, "Am 3. Dezember")],
}


@pytest.mark.parametrize("text", BLOCKS)
def test_a_block_becomes_paragraphs_and_lists(text: str) -> None:
    assert paragraphs(text) == BLOCKS[text]


def test_runs_of_a_block_keep_their_form() -> None:
    (bullet,) = blocks("- **fett** und [hier](https://example.com)")
    assert [_form(run) for run in bullet.runs] == [
        "b:fett", ": und ", ":hier → https://example.com",
    ]  # fmt: skip


@pytest.mark.parametrize("extra", ["", " und **fett**"])
def test_two_spaces_at_the_end_of_a_line_break_it_in_a_block_too(extra: str) -> None:
    (paragraph,) = blocks(f"eine Zeile  \nneue Zeile{extra}")
    assert paragraph.plain.startswith("eine Zeile\nneue Zeile")


def test_a_second_paragraph_of_a_list_item_gets_no_bullet_of_its_own() -> None:
    first, second = blocks("- Punkt\n\n  Erläuterung dazu")
    assert first.marker == "bullet"
    assert second.marker is None
