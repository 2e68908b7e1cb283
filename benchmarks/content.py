"""German slides of natural length, the same on every machine and in every run."""

from __future__ import annotations

from dataclasses import dataclass

SUBJECTS = (
    "Der Dialog", "Eine Nachricht", "Das Netzwerk", "Die Redaktion",
    "Der Beitrag", "Eine Marke", "Das Video", "Die Zielgruppe",
    "Der Kommentar", "Eine Kampagne", "Das Profil", "Die Gemeinschaft",
    "Der Redaktionsplan", "Eine Empfehlung", "Das Gespräch", "Die Plattform",
)  # fmt: skip
CLAIMS = (
    "schafft Vertrauen", "braucht Geduld", "lebt von Nähe", "gewinnt durch Offenheit",
    "wirkt ohne Werbung", "ersetzt den Monolog", "verbindet Fremde", "verändert den Alltag",
    "beginnt mit Zuhören", "verdient klare Regeln", "kostet erstaunlich wenig",
    "erreicht neue Menschen", "zeigt Haltung", "fördert das Mitmachen",
    "stärkt schwache Verbindungen", "spart viele Sitzungen",
)  # fmt: skip
PLACES = (
    "im Mittelstand", "im Verein", "in der Verwaltung", "im Handel",
    "an der Hochschule", "in der Pflege", "im Handwerk", "im Museum",
    "in der Gastronomie", "im Tourismus", "in der Landwirtschaft", "im Verlag",
    "in der Energiewirtschaft", "im Sport", "in der Nachbarschaft", "im Maschinenbau",
)  # fmt: skip
ACTORS = (
    "Die Befragten", "Viele Mitglieder", "Junge Familien", "Erfahrene Fachkräfte",
    "Kleine Betriebe", "Ehrenamtliche", "Stammgäste", "Neue Kolleginnen",
    "Örtliche Vereine", "Lehrkräfte", "Studierende", "Pressestellen",
    "Unsere Nachbarn",
)  # fmt: skip
ACTIONS = (
    "teilen eigene Bilder", "stellen öffentlich Fragen", "lesen kurze Berichte",
    "beantworten Kommentare", "empfehlen gute Beiträge", "schreiben ehrliche Bewertungen",
    "suchen praktische Hinweise", "veröffentlichen kleine Videos", "erzählen vom Alltag",
    "prüfen fremde Behauptungen", "besuchen mehrere Plattformen",
)  # fmt: skip
MOMENTS = (
    "am selben Tag", "meist am Abend", "ohne lange Abstimmung",
    "häufiger als früher", "auch nach Feierabend", "in wenigen Minuten",
    "gern gemeinsam",
)  # fmt: skip
OPENINGS = (
    "Zuerst eine Frage an den Saal richten und auf zwei Antworten warten.",
    "Hier langsam sprechen und das Beispiel aus der eigenen Arbeit erzählen.",
    "An dieser Stelle an die Umfrage vom Anfang des Vortrags erinnern.",
    "Den wichtigsten Satz der Folie vorlesen und danach kurz schweigen.",
    "Die Zahlen nur nennen, wenn jemand im Publikum danach fragt.",
)
CLOSINGS = (
    "Zum Schluss auf die nächste Folie überleiten.",
    "Wer mag, meldet sich nach der Pause dazu.",
    "Das Handblatt enthält die Quellen zum Nachlesen.",
)

DISTINCT_TITLES = len(SUBJECTS) * len(CLAIMS) * len(PLACES)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title, four bullets and a paragraph of notes, all without markup."""

    title: str
    items: tuple[str, ...]
    notes: str


def slides(count: int) -> list[Slide]:
    """Return `count` slides; no two titles are equal among the first `DISTINCT_TITLES`."""
    return [Slide(_title(n), tuple(_items(n)), _notes(n)) for n in range(count)]


def _title(n: int) -> str:
    subject = SUBJECTS[n % len(SUBJECTS)]
    claim = CLAIMS[(n + n // 16) % len(CLAIMS)]
    place = PLACES[(n + n // 16 + n // 256) % len(PLACES)]
    return f"{subject} {claim} {place}"


def _items(n: int) -> list[str]:
    return [_sentence(4 * n + position) for position in range(4)]


def _sentence(k: int) -> str:
    # The lists' lengths have no common factor, so the sentences repeat late (after 1001), and
    # the year makes them repeat later still.
    actor, action = ACTORS[k % len(ACTORS)], ACTIONS[k % len(ACTIONS)]
    moment = MOMENTS[k % len(MOMENTS)] if k % 5 else f"seit {2003 + k % 23}"
    return f"{actor} {action} {moment}"


def _notes(n: int) -> str:
    opening, closing = OPENINGS[n % len(OPENINGS)], CLOSINGS[n % len(CLOSINGS)]
    evidence = f"{_sentence(3 * n + 1)}, das belegen {40 + n % 311} Gespräche aus dem Frühjahr."
    return f"{opening} {evidence} {closing}"
