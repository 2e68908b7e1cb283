"""The words that smdeck itself writes on slides and into files, in the deck's language."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The generated words of one language."""

    lang: str
    agenda: str
    questions: str
    takeaways: str
    closing: str
    source: str
    minutes: str
    opening: str
    """The name of the section before the first `section` slide."""
    quotes: tuple[str, str]
    strong_tie: str
    weak_tie: str
    builds: str
    """What sets apart a native layout whose slides draw their own tiles, to let them appear."""
    tones: dict[str, str]
    prompts: dict[str, str]
    shapes: dict[str, str]
    master: tuple[str, ...]
    months: tuple[str, ...]
    day_month: str

    def date(self, text: str) -> str:
        """Return a date as 2026-12-03 in words; other texts stay as they are."""
        import datetime

        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return text
        month = self.months[day.month - 1]
        return self.day_month.format(day=day.day, month=month, year=day.year)


_GERMAN = Words(
    lang="de-DE",
    agenda="Agenda",
    questions="Fragen?",
    takeaways="Das Wichtigste",
    closing="Vielen Dank",
    source="Quelle",
    minutes="min",
    opening="Einstieg",
    quotes=("„", "“"),
    strong_tie="starke Verbindung",
    weak_tie="schwache Verbindung",
    builds="Schritt für Schritt",
    tones={"light": "hell", "dark": "dunkel", "brand": "Marke", "accent": "Akzent"},
    prompts={
        "title": "Titel eingeben", "text": "Text eingeben", "picture": "Bild einfügen",
        "chart": "Diagramm einfügen", "table": "Tabelle einfügen", "source": "Quelle eingeben",
        "number": "1",
    },
    shapes={
        "title": "Titel", "text": "Text", "picture": "Bild", "chart": "Diagramm",
        "table": "Tabelle", "footer": "Fußzeile", "slide-number": "Foliennummer", "date": "Datum",
        "logo": "Logo", "art": "Hintergrund", "icon": "Symbol", "disc": "Kreis",
        "tie": "Verbindung",
        "shape": "Form", "arrow": "Pfeil", "rule": "Linie", "mark": "Anführungszeichen",
        "image": "Folienbild", "notes": "Notizen", "header": "Kopfzeile", "qr": "QR-Code",
    },
    master=(
        "Mastertextformat bearbeiten", "Zweite Ebene", "Dritte Ebene", "Vierte Ebene",
        "Fünfte Ebene",
    ),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
    day_month="{day}. {month} {year}",
)  # fmt: skip

_ENGLISH = Words(
    lang="en-US",
    agenda="Agenda",
    questions="Questions?",
    takeaways="Key takeaways",
    closing="Thank you",
    source="Source",
    minutes="min",
    opening="Opening",
    quotes=("“", "”"),
    strong_tie="strong tie",
    weak_tie="weak tie",
    builds="step by step",
    tones={"light": "light", "dark": "dark", "brand": "brand", "accent": "accent"},
    prompts={
        "title": "Enter a title", "text": "Enter text", "picture": "Insert a picture",
        "chart": "Insert a chart", "table": "Insert a table", "source": "Enter the source",
        "number": "1",
    },
    shapes={
        "title": "Title", "text": "Text", "picture": "Picture", "chart": "Chart", "table": "Table",
        "footer": "Footer", "slide-number": "Slide number", "date": "Date", "logo": "Logo",
        "art": "Background", "icon": "Icon", "disc": "Disc", "tie": "Tie", "shape": "Shape",
        "arrow": "Arrow", "rule": "Rule", "mark": "Quotation mark", "image": "Slide image",
        "notes": "Notes", "header": "Header", "qr": "QR code",
    },
    master=("Edit the master text", "Second level", "Third level", "Fourth level", "Fifth level"),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    day_month="{month} {day}, {year}",
)  # fmt: skip

LANGUAGES = {"de": _GERMAN, "en": _ENGLISH}
"""The languages that smdeck has words for, by their first subtag."""


def words_for(lang: str) -> Words:
    """Return the words for a BCP 47 tag; English where there are none for the language."""
    return LANGUAGES.get(lang.split("-")[0], _ENGLISH)
