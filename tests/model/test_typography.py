"""Typography: plain typing becomes the quotation marks, dashes and spaces of the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiling import Compiled
from smdeck.model.markup import inline
from smdeck.model.text import Run
from smdeck.model.typography import NBSP, SOFT_HYPHEN, needs_typesetting, typeset


def shown(text: str, lang: str = "de-DE") -> str:
    """Return a text with the typography of a language; `_` is a no-break space, `~` a hint."""
    plain = "".join(run.text for run in typeset(inline(text), lang))
    return plain.replace(NBSP, "_").replace(SOFT_HYPHEN, "~")


GERMAN = {
    'Er sagt "Ja" dazu': "Er sagt „Ja“ dazu",
    '"Ja", und ("Nein")': "„Ja“, und („Nein“)",
    "ein 'Wort' mehr": "ein ‚Wort‘ mehr",
    "so geht's": "so geht’s",
    "Ein \"Satz mit 'Wort' darin\"": "Ein „Satz mit ‚Wort‘ darin“",
    "Erst hier - dann dort": "Erst hier_– dann dort",
    "Erst hier – dann dort": "Erst hier_– dann dort",
    "Social-Media-Plan": "Social-Media-Plan",
    "und so weiter...": "und so weiter…",
    "10 % und 5 km": "10_% und 5_km",
    "z. B. hier, d.h. dort": "z._B. hier, d._h. dort",
    "am 3. Dezember 2026": "am 3._Dezember 2026",
    "am 3. Tag": "am 3. Tag",
    "Nr. 5 nach § 3": "Nr._5 nach §_3",
    "Gesprächs|fäden": "Gesprächs~fäden",
    "1|2 und a | b": "1|2 und a | b",
    '`"so - und"...`': '"so - und"...',
    "„schon“ – gesetzt…": "„schon“_– gesetzt…",
}


@pytest.mark.parametrize("text", GERMAN)
def test_plain_typing_becomes_german_typography(text: str) -> None:
    assert shown(text) == GERMAN[text]


@pytest.mark.parametrize(
    ("lang", "quoted"),
    [("en-GB", "“Ja”"), ("de-AT", "„Ja“"), ("it", "«Ja»"), ("xx", "“Ja”")],
)
def test_quotation_marks_are_those_of_the_language(lang: str, quoted: str) -> None:
    assert shown('"Ja"', lang) == quoted


def test_a_quotation_may_go_through_bold_words() -> None:
    assert shown('"**Ja**, und mehr" und **"Nein"**') == "„Ja, und mehr“ und „Nein“"


@pytest.mark.parametrize("text", GERMAN)
def test_what_is_set_once_is_not_changed_again(text: str) -> None:
    once = typeset(inline(text), "de-DE")
    assert typeset(once, "de-DE") == once


@pytest.mark.parametrize("text", GERMAN)
def test_a_text_that_needs_nothing_stays_as_it_is(text: str) -> None:
    if not needs_typesetting(text):
        assert typeset((Run(text),), "de-DE") == (Run(text),)


@pytest.mark.parametrize(("switch", "title"), [("true", "„a“…"), ("false", '"a"...')])
def test_typography_can_be_switched_off(
    switch: str, title: str, compiled: Callable[[str], Compiled]
) -> None:
    text = "title: '\"a\"...'\ntypography: " + switch + "\nslides: [{layout: title}]\n"
    assert compiled(text).deck.title.plain == title
