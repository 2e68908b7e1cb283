"""The generated words in German."""

from smdeck.strings import Strings

STRINGS = Strings(
    lang="de-DE",
    agenda="Agenda",
    questions="Fragen?",
    takeaways="Das Wichtigste",
    closing="Vielen Dank",
    source="Quelle:",
    minutes="min",
    opening="Einstieg",
    strong_tie="starke Verbindung",
    weak_tie="schwache Verbindung",
    builds="Schritt für Schritt",
    points="Punkte",
    total="Summe",
    exercise="Übung",
    result="Ergebnis:",
    whole_minutes=("Minute", "Minuten"),
    vote="Jetzt abstimmen",
    pause="Pause",
    pause_until="Pause bis",
    sources="Quellen",
    today="heute",
    months=(
        "Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dez",
    ),
    tones={"light": "hell", "dark": "dunkel", "brand": "Marke", "accent": "Akzent"},
    labels={
        "instance": "Zum Beispiel",
        "back": "Zurück", "cut": "Kann entfallen", "backup": "Reserve",
        "of": "von {count} erledigt", "done": "erledigt", "pros": "Dafür", "cons": "Dagegen",
        "strengths": "Stärken", "weaknesses": "Schwächen", "opportunities": "Chancen",
        "threats": "Risiken", "target": "Ziel",
        "rise": "Anstieg", "fall": "Rückgang", "level": "Stand", "base": "Sockel",
        "link": "Verbindung", "area": "Fläche",
    },
    prompts={
        "title": "Titel eingeben", "text": "Text eingeben", "picture": "Bild einfügen",
        "chart": "Diagramm einfügen", "table": "Tabelle einfügen", "source": "Quelle eingeben",
        "number": "1",
    },
    shapes={
        "video": "Video", "sound": "Ton", "bar": "Balken", "spark": "Verlauf",
        "title": "Titel", "text": "Text", "picture": "Bild", "chart": "Diagramm",
        "table": "Tabelle", "footer": "Fußzeile", "slide-number": "Foliennummer", "date": "Datum",
        "logo": "Logo", "art": "Hintergrund", "icon": "Symbol", "disc": "Kreis",
        "map": "Karte", "tie": "Verbindung",
        "band": "Band", "shape": "Form", "arrow": "Pfeil", "rule": "Linie",
        "image": "Folienbild", "notes": "Notizen", "header": "Kopfzeile", "qr": "QR-Code",
    },
    master=(
        "Mastertextformat bearbeiten", "Zweite Ebene", "Dritte Ebene", "Vierte Ebene",
        "Fünfte Ebene",
    ),
)  # fmt: skip
