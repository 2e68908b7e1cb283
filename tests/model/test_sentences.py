"""Sentences: a text is parted at their ends, and put together again."""

from __future__ import annotations

import pytest

from smdeck.model.sentences import joined, sentences
from smdeck.model.text import Paragraph, Run, Text


def text(*paragraphs: str) -> Text:
    """Return a text of plain paragraphs."""
    return Text(tuple(Paragraph((Run(one),)) for one in paragraphs), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Ein Satz. Noch einer! Und einer?", ["Ein Satz.", "Noch einer!", "Und einer?"]),
        ("Texte, z. B. Bilder und Filme. Ende.", ["Texte, z. B. Bilder und Filme.", "Ende."]),
        ("Bilder usw. Das ist alles.", ["Bilder usw. Das ist alles."]),
        ("Das kostet 3.50 Euro. Mehr nicht.", ["Das kostet 3.50 Euro.", "Mehr nicht."]),
        ("„Er sagt es.“ Dann geht er.", ["„Er sagt es.“", "Dann geht er."]),
        ("Am 3. Dezember beginnt es", ["Am 3. Dezember beginnt es"]),
    ],
)
def test_a_sentence_ends_where_it_does(said: str, parts: list[str]) -> None:
    found = sentences(text(said))
    assert ["".join(run.text for run in one.runs) for one in found] == parts


def test_bold_words_stay_bold_and_in_their_sentence() -> None:
    paragraph = Paragraph((Run("Eins ist "), Run("hier. Zwei", bold=True), Run(" auch.")))
    first, second = sentences(Text((paragraph,), None))  # type: ignore[arg-type]
    assert first.runs == (Run("Eins ist "), Run("hier.", bold=True))
    assert second.runs == (Run("Zwei", bold=True), Run(" auch."))


def test_all_sentences_together_are_the_text_again() -> None:
    whole = text("Ein Satz. Noch einer.", "Ein Absatz. Und Schluss.")
    again = joined(whole, sentences(whole))
    assert again.plain == whole.plain


def test_items_of_lists_stay_whole() -> None:
    item = Paragraph((Run("Erstens. Zweitens."),), depth=1, marker="bullet")
    assert len(sentences(Text((item,), None))) == 1  # type: ignore[arg-type]
