"""Phrases: the words that stand in a script, a handout and the list for a venue."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.strings import language_of_strings


class Phrases(NamedTuple):
    """The words of one language."""

    script: str
    handout: str
    slide: str
    clicks: str
    end: str
    slot: str
    """What stands before the minutes that the talk may take."""
    cut: str
    """What marks a slide that is skipped when time runs out."""
    hidden: str
    minutes: str = "min"


PHRASES = {
    "de": Phrases("Skript", "Handout", "Folie", "Klicks", "Ende", "Zeit", "entfällt bei Verzug",
                  "ausgeblendet"),
    "en": Phrases("Script", "Handout", "Slide", "Clicks", "End", "Slot", "skip when late",
                  "hidden"),
    "es": Phrases("Guion", "Apuntes", "Diapositiva", "Clics", "Fin", "Tiempo",
                  "omitir si falta tiempo", "oculta"),
    "fr": Phrases("Script", "Document", "Diapo", "Clics", "Fin", "Durée",
                  "à sauter en cas de retard", "masquée"),
    "it": Phrases("Copione", "Dispensa", "Diapositiva", "Clic", "Fine", "Tempo",
                  "da saltare in ritardo", "nascosta"),
    "nl": Phrases("Script", "Hand-out", "Dia", "Klikken", "Einde", "Tijd", "vervalt bij vertraging",
                  "verborgen"),
    "pl": Phrases("Skrypt", "Materiały", "Slajd", "Kliknięcia", "Koniec", "Czas",
                  "pomiń przy opóźnieniu", "ukryty"),
}  # fmt: skip


def phrases_for(lang: str) -> Phrases:
    """Return the phrases for a BCP 47 tag; English where there are none for the language."""
    return PHRASES[language_of_strings(lang) or "en"]
