"""The generated words in Dutch."""

from smdeck.words import Words

WORDS = Words(
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
    today="vandaag",
    months=(
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ),
    tones={"light": "licht", "dark": "donker", "brand": "merk", "accent": "accent"},
    prompts={
        "title": "Titel invoeren", "text": "Tekst invoeren", "picture": "Afbeelding invoegen",
        "chart": "Grafiek invoegen", "table": "Tabel invoegen", "source": "Bron invoeren",
        "number": "1",
    },
    shapes={
        "title": "Titel", "text": "Tekst", "picture": "Afbeelding", "chart": "Grafiek",
        "table": "Tabel", "footer": "Voettekst", "slide-number": "Dianummer", "date": "Datum",
        "logo": "Logo", "art": "Achtergrond", "icon": "Pictogram", "disc": "Schijf",
        "tie": "Verbinding", "shape": "Vorm", "arrow": "Pijl", "rule": "Lijn",
        "image": "Dia-afbeelding", "notes": "Notities",
        "header": "Koptekst", "qr": "QR-code",
    },
    master=(
        "Tekststijl van het model bewerken", "Tweede niveau", "Derde niveau", "Vierde niveau",
        "Vijfde niveau",
    ),
)  # fmt: skip
