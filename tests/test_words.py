"""Generated words: each language has all of them, and nothing of another one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
from smdeck.layouts import layout_names, load_layout
from smdeck.scene import TextBox
from smdeck.strings import LANGUAGES, strings_for


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_every_word(lang: str) -> None:
    words, german = strings_for(lang), strings_for("de")
    assert words.lang.split("-")[0] == lang
    assert all(word for word in words)
    for name in ("tones", "labels", "prompts", "shapes"):
        assert getattr(words, name).keys() == getattr(german, name).keys()
    assert len(words.master) == 5
    for name in layout_names():
        assert load_layout(name).names[lang]


def test_regions_and_dialects_take_the_words_of_their_language() -> None:
    assert strings_for("fr-CA") is strings_for("fr")
    assert strings_for("gsw-CH") is strings_for("de")
    assert strings_for("da-DK") is strings_for("en")


def shown(compiled: Callable[[str], Compiled], lang: str) -> list[str]:
    """Return the texts of a talk whose slides have no titles of their own."""
    deck = f"""
title: Probe
lang: {lang}
footer: Probe
event: {{name: Probe, date: 2026-12-03}}
slides:
  - {{layout: title}}
  - {{layout: agenda}}
  - {{layout: section, title: A}}
  - {{layout: section, title: B}}
  - {{layout: statement, title: C}}
  - {{layout: takeaways, items: [A, B]}}
  - {{layout: questions}}
  - {{layout: closing}}
"""
    texts = [
        paragraph.plain
        for scene in compiled(deck).scenes
        for node in scene.nodes
        if isinstance(node, TextBox) and node.kind == "text"
        for paragraph in node.paragraphs
    ]
    return [text.replace("\u00a0", "_").replace("\u202f", "~") for text in texts]


SHOWN = {
    "fr-FR": "Probe · 3_décembre 2026|Ordre du jour|À retenir|Questions~?|Merci de votre attention",
    "it-IT": "Probe · 3_dicembre 2026|Programma|In sintesi|Domande?|Grazie",
    "es-ES": "Probe · 3_de diciembre de 2026|Agenda|Lo esencial|¿Preguntas?|Muchas gracias",
    "nl-NL": "Probe · 3_december 2026|Agenda|Om te onthouden|Vragen?|Bedankt",
    "pl-PL": "Probe · 3_grudnia 2026|Plan prezentacji|Najważniejsze|Pytania?|Dziękuję",
    "en-GB": "Probe · 3_December 2026|Agenda|Key takeaways|Questions?|Thank you",
    "de-AT": "Probe · 3._Dezember 2026|Agenda|Das Wichtigste|Fragen?|Vielen Dank",
    "da-DK": "Probe · 3. december 2026|Agenda|Key takeaways|Questions?|Thank you",
}


@pytest.mark.parametrize("lang", SHOWN)
def test_titles_and_dates_are_in_the_language_of_the_talk(
    lang: str, compiled: Callable[[str], Compiled]
) -> None:
    texts = shown(compiled, lang)
    assert [text for text in SHOWN[lang].split("|") if text not in texts] == []


def test_a_source_has_the_space_of_french_before_its_colon(
    compiled: Callable[[str], Compiled],
) -> None:
    deck = "title: a\nlang: LANG\nslides: [{title: b, items: [c], source: Probe}]\n"
    for lang, source in (("fr-FR", "Source\u00a0: Probe"), ("de-DE", "Quelle: Probe")):
        nodes = compiled(deck.replace("LANG", lang)).scenes[0].nodes
        assert source in [node.paragraphs[0].plain for node in nodes if isinstance(node, TextBox)]
