"""Typography: plain typing becomes the quotation marks, dashes and spaces of the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiler.compiling import Compiled
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
    "Gesprächs|faden|rolle, GESPRÄCHS|FÄDEN": "Gesprächs~faden~rolle, GESPRÄCHS~FÄDEN",
    "Budget|Plan|Ist und true|false, nein|ja": "Budget|Plan|Ist und true|false, nein|ja",
    "Konzeption|Umsetzung": "Konzeption|Umsetzung",
    "9:00-10:30 Uhr, 9:00 - 10:30": "9:00–10:30_Uhr, 9:00_– 10:30",
    "12.-14. Mai, §§ 5-7, Version 1.2.-3": "12.–14._Mai, §§_5–7, Version 1.2.-3",
    "1:10:100-1:5, 089-123-45": "1:10:100-1:5, 089-123-45",
    '`"so - und"...`': '"so - und"...',
    "z.B. hier, i.d.R. u.a. im e.V.": "z._B. hier, i._d._R._u._a. im e._V.",
    "Z. B. in den U.S.A.": "Z._B. in den U.S.A.",
    "20 €, € 20, 5 CHF, EUR 9": "20_€, €_20, 5_CHF, EUR_9",
    "5 km/h, 20 m², 21 °C, 3 kWh, 16 GB": "5_km/h, 20_m², 21_°C, 3_kWh, 16_GB",
    "90 Min., 2 Std., 3 Mio. Euro": "90_Min., 2_Std., 3_Mio. Euro",
    "5 Menschen, 3 mal": "5 Menschen, 3 mal",
    "Nr. 5, S. 12, Abb. 3, §§ 5 ff.": "Nr._5, S._12, Abb._3, §§_5 ff.",
    "auf S. Und dann": "auf S. Und dann",
    "24. November, 1. Sept. 2026": "24._November, 1._Sept. 2026",
    "Dr. Weber und Prof. Klein": "Dr._Weber und Prof._Klein",
    "10 000 und 1 234 567 Leute": "10_000 und 1_234_567 Leute",
    "im Jahr 2010 100 Leute": "im Jahr 2010 100 Leute",
    "20 bis 30 %": "20_bis 30_%",
    "Ruf +49 89 123456 an": "Ruf +49_89_123456 an",
    "2010-2020 und 10-20 %": "2010–2020 und 10–20_%",
    "ISO 9001-2015, am 2026-11-24": "ISO 9001-2015, am 2026-11-24",
    "**Ja** - und *nein* ...": "Ja_– und nein_…",
    "**10** % von **Nr.** 5": "10_% von Nr._5",
    "https://a.example/x|yyy...'z.B.' 5 km": "https://a.example/x|yyy...'z.B.' 5_km",
    "m.a.mueller@example.com": "m.a.mueller@example.com",
    "`10 %` und `z.B.`": "10 % und z.B.",
    "„schon“ – gesetzt…": "„schon“_– gesetzt…",
}

ENGLISH = {
    "No. 5 on p. 12, Fig. 3": "No._5 on p._12, Fig._3",
    "5 km in 20 min at 8 p.m.": "5_km in 20_min at 8_p.m.",
    "3 May or May 3": "3_May or May 3",
    "Mr. Fox - so - e.g. this": "Mr._Fox_– so_– e.g. this",
    "10 000 people, 5 %": "10_000 people, 5_%",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_plain_typing_becomes_english_typography(text: str) -> None:
    assert shown(text, "en-GB") == ENGLISH[text]


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
