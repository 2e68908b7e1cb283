"""The generated words in Dutch."""

from smdeck.strings import Strings

STRINGS = Strings(
    lang="nl-NL",
    agenda="Agenda",
    questions="Vragen?",
    takeaways="Om te onthouden",
    closing="Bedankt",
    source="Bron:",
    minutes="min",
    opening="Inleiding",
    strong_tie="sterke verbinding",
    weak_tie="zwakke verbinding",
    builds="stap voor stap",
    points="punten",
    total="Totaal",
    exercise="Oefening",
    result="Resultaat:",
    whole_minutes=("minuut", "minuten"),
    vote="Stem nu",
    pause="Pauze",
    pause_until="Pauze tot",
    sources="Bronnen",
    today="vandaag",
    months=(
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ),
    tones={"light": "licht", "dark": "donker", "brand": "merk", "accent": "accent"},
    labels={
        "instance": "Bijvoorbeeld",
        "back": "Terug", "cut": "Kan vervallen", "backup": "Reserve",
        "of": "van {count} klaar", "done": "klaar", "pros": "Voor", "cons": "Tegen",
        "strengths": "Sterktes", "weaknesses": "Zwaktes", "opportunities": "Kansen",
        "threats": "Bedreigingen", "target": "Doel",
        "rise": "Stijging", "fall": "Daling", "level": "Stand", "base": "Basis",
        "link": "Verbinding", "area": "Oppervlak",
    },
    prompts={
        "title": "Titel invoeren", "text": "Tekst invoeren", "picture": "Afbeelding invoegen",
        "chart": "Grafiek invoegen", "table": "Tabel invoegen", "source": "Bron invoeren",
        "number": "1",
    },
    shapes={
        "video": "Video", "sound": "Geluid", "bar": "Balk", "spark": "Sparkline",
        "title": "Titel", "text": "Tekst", "picture": "Afbeelding", "chart": "Grafiek",
        "table": "Tabel", "footer": "Voettekst", "slide-number": "Dianummer", "date": "Datum",
        "logo": "Logo", "art": "Achtergrond", "icon": "Pictogram", "disc": "Schijf",
        "map": "Kaart", "tie": "Verbinding", "band": "Band", "shape": "Vorm",
        "arrow": "Pijl", "rule": "Lijn",
        "image": "Dia-afbeelding", "notes": "Notities",
        "header": "Koptekst", "qr": "QR-code",
    },
    master=(
        "Tekststijl van het model bewerken", "Tweede niveau", "Derde niveau", "Vierde niveau",
        "Vijfde niveau",
    ),
)  # fmt: skip
