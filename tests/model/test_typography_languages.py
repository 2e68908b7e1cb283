"""Typography of other languages: quotation marks, apostrophes and primes, French spaces."""

from __future__ import annotations

from collections.abc import Callable

from smdeck.compiler.compiling import Compiled
from smdeck.model.markup import inline
from smdeck.model.quotes import nested, without_outer_quotes
from smdeck.model.text import Run
from smdeck.model.typography import typeset
from smdeck.scene import TextBox


def shown(text: str, lang: str) -> str:
    """Return a text as a language sets it: `_` is a no-break space, `~` a narrow one."""
    once = typeset(inline(text), lang)
    assert typeset(once, lang) == once, "what is set once is not changed again"
    plain = "".join(run.text for run in once)
    return plain.replace("\u00a0", "_").replace("\u202f", "~")


APOSTROPHES_AND_PRIMES = {
    "5'10\" groß, '90er Jahre": "5′10″ groß, ’90er Jahre",
    "Rock 'n' Roll, gibt's": "Rock ’n’ Roll, gibt’s",
    "die 'Rock 'n' Roll'-Jahre": "die ‚Rock ’n’ Roll‘-Jahre",
    "'68 und '05, die '20er": "’68 und ’05, die ’20er",
    "'ne Idee, 's geht, 'rein, 'raus": "’ne Idee, ’s geht, ’rein, ’raus",
    "ein 27\"-Monitor, 12'' breit": "ein 27″-Monitor, 12″ breit",
    '"Der 27" Monitor" und "12"': "„Der 27″ Monitor“ und „12“",
    '"Er ist 5\'10" groß"': "„Er ist 5′10″ groß“",
    "40°26'46\" Nord": "40°26′46″ Nord",
    "10'000 und 1'000'000": "10’000 und 1’000’000",
    "'5' oder '12'": "‚5‘ oder ‚12‘",
    "'Text ohne Ende": "’Text ohne Ende",
    '"Text ohne Ende': "„Text ohne Ende",
    "Hans' Auto, Max' Rad": "Hans’ Auto, Max’ Rad",
    '"Er sagte "Ja" dazu"': "„Er sagte ‚Ja‘ dazu“",
    "\"'Ja', sagt sie\"": "„‚Ja‘, sagt sie“",
    '"Ja": **\'Nein\'**, ("doch")': "„Ja“: ‚Nein‘, („doch“)",
    '"`code`" und "Wort"': "„code“ und „Wort“",
}

LANGUAGES = {
    ("de-AT", "\"Ja 'nein'\""): "„Ja ‚nein‘“",
    ("de-CH", "\"Ja 'nein'\""): "«Ja ‹nein›»",
    ("de-LI", '"Ja"'): "«Ja»",
    ("en-GB", "\"Yes 'no'\", the '90s, 'tis, it's"): "“Yes ‘no’”, the ’90s, ’tis, it’s",
    ("en-US", "the dogs' tails, 'em, 'cause"): "the dogs’ tails, ’em, ’cause",
    ("fr-FR", "\"Oui 'non'\"; l'art: vrai?! Si !"): "«_Oui “non”_»~; l’art_: vrai~?! Si~!",
    ("fr-FR", "«mot» à 12:30, https://a.fr/?a;b: c"): "«_mot_» à 12:30, https://a.fr/?a;b: c",
    ("fr-FR", "« **mot** » : `a ? b`"): "«_mot_»_: a ? b",
    ("fr-FR", "le 3 décembre, p. 5, 10 %"): "le 3_décembre, p._5, 10_%",
    ("fr-CH", '"Oui": non !'): "«~Oui~»~: non~!",
    ("fr-CA", '"Oui": non !'): "«_Oui_»_: non!",
    ("it-IT", "\"Sì 'no'\", l'anno '68, il '900"): "«Sì “no”», l’anno ’68, il ’900",
    ("it-CH", '"Sì"'): "«Sì»",
    ("es-ES", '¿"Qué"? "Sí \'no\'", 3 de mayo'): "¿«Qué»? «Sí “no”», 3_de mayo",
    ("es-MX", '"Sí"'): "“Sí”",
    ("nl-NL", "'s avonds in 't huis: \"ja 'nee'\""): "’s avonds in ’t huis: “ja ‘nee’”",
    ("pl-PL", "\"Tak 'nie'\", 3 grudnia, ul. Długa"): "„Tak «nie»”, 3_grudnia, ul._Długa",
    ("pt-PT", '"Sim"'): "«Sim»",
    ("pt-BR", '"Sim"'): "“Sim”",
    ("da-DK", '"Ja"'): "“Ja”",
    ("sv-SE", "\"Ja 'nej'\""): "”Ja ’nej’”",
    ("nb-NO", '"Ja"'): "«Ja»",
    ("fi-FI", '"Joo"'): "”Joo”",
    ("cs-CZ", "\"Ano 'ne'\""): "„Ano ‚ne‘“",
    ("hu-HU", "\"Igen 'nem'\""): "„Igen »nem«”",
    ("ro-RO", '"Da"'): "„Da”",
    ("ru-RU", "\"Да 'нет'\""): "«Да „нет“»",
    ("el-GR", '"Ναι"'): "«Ναι»",
    ("ja-JP", '彼は"はい"と言った'): "彼は「はい」と言った",
    ("zh-CN", '他说"好"。'): "他说“好”。",
    ("zh-TW", '他說"好"'): "他說「好」",
    ("he-IL", "צה\"ל: ג'ירפה"): "צה״ל: ג׳ירפה",
    ("xx", '"Ja"'): "“Ja”",
}


def test_apostrophes_and_primes_are_told_from_quotation_marks() -> None:
    found = {text: shown(text, "de-DE") for text in APOSTROPHES_AND_PRIMES}
    assert found == APOSTROPHES_AND_PRIMES


def test_each_language_has_its_marks_and_spaces() -> None:
    assert {case: shown(case[1], case[0]) for case in LANGUAGES} == LANGUAGES


OUTER = {
    "„Ein Satz.“": "Ein Satz.",
    '"Ein Satz."': "Ein Satz.",
    "»Ein Satz.«": "Ein Satz.",
    "«\u00a0Un mot\u00a0»": "Un mot",
    "“One ‘two’”": "One ‘two’",
    "‘It’s me’": "It’s me",
    "„Ein Satz“.": "Ein Satz.",
    "「はい」": "はい",
    "„A“ und „B“": "„A“ und „B“",
    '"A" und "B"': '"A" und "B"',
    "„Wort“ steht vorn": "„Wort“ steht vorn",
    "“": "“",
}


def test_quotation_marks_around_a_whole_text_are_taken_off() -> None:
    plain = {
        text: "".join(run.text for run in without_outer_quotes((Run(text),))) for text in OUTER
    }
    assert plain == OUTER


def test_the_marks_go_and_emphasis_stays() -> None:
    runs = (Run("„Ein "), Run("Satz", bold=True), Run(".“"))
    assert without_outer_quotes(runs) == (Run("Ein "), Run("Satz", bold=True), Run("."))


def test_marks_inside_a_quotation_are_inner_ones() -> None:
    assert nested((Run("Er sagte „Ja“"),), "de-DE") == (Run("Er sagte ‚Ja‘"),)


def quotation(compiled: Callable[[str], Compiled], lang: str, quote: str) -> str:
    """Return the words of a slide `quote`, with its marks."""
    deck = f"title: Probe\nlang: {lang}\nslides: [{{layout: quote, quote: {quote}, by: Wir}}]\n"
    nodes = compiled(deck).scenes[0].nodes
    return (
        next(n for n in nodes if isinstance(n, TextBox) and n.name == "quote").paragraphs[0].plain
    )


def test_a_quote_has_its_marks_once(compiled: Callable[[str], Compiled]) -> None:
    assert quotation(compiled, "de-DE", "'\"Ein Satz.\"'") == "„Ein Satz.“"
    assert quotation(compiled, "de-DE", "'Sie sagt \"Ja\".'") == "„Sie sagt ‚Ja‘.“"
    assert (
        quotation(compiled, "fr-FR", "'Il dit: oui ?'") == "«\u00a0Il dit\u00a0: oui\u202f?\u00a0»"
    )
    assert quotation(compiled, "de-CH", "Ja") == "«Ja»"
