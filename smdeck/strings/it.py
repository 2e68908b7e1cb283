"""The generated words in Italian."""

from smdeck.strings import Strings

STRINGS = Strings(
    lang="it-IT",
    agenda="Programma",
    questions="Domande?",
    takeaways="In sintesi",
    closing="Grazie",
    source="Fonte:",
    minutes="min",
    opening="Introduzione",
    strong_tie="legame forte",
    weak_tie="legame debole",
    builds="passo per passo",
    points="punti",
    total="Totale",
    exercise="Esercizio",
    result="Risultato:",
    whole_minutes=("minuto", "minuti"),
    vote="Vota ora",
    pause="Pausa",
    pause_until="Pausa fino alle",
    sources="Fonti",
    today="oggi",
    months=(
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ),
    tones={"light": "chiaro", "dark": "scuro", "brand": "marchio", "accent": "accento"},
    labels={
        "instance": "Per esempio",
        "back": "Indietro", "cut": "Si può saltare", "backup": "Riserva",
        "of": "su {count} fatti", "done": "fatto", "pros": "Pro", "cons": "Contro",
        "strengths": "Punti di forza", "weaknesses": "Punti deboli",
        "opportunities": "Opportunità", "threats": "Minacce", "target": "Obiettivo",
        "rise": "Aumento", "fall": "Calo", "level": "Livello", "base": "Base",
        "link": "Collegamento", "area": "Area",
    },
    prompts={
        "title": "Inserire un titolo", "text": "Inserire il testo",
        "picture": "Inserire un’immagine", "chart": "Inserire un grafico",
        "table": "Inserire una tabella", "source": "Inserire la fonte", "number": "1",
    },
    shapes={
        "video": "Video", "sound": "Audio", "bar": "Barra", "spark": "Sparkline",
        "title": "Titolo", "text": "Testo", "picture": "Immagine", "chart": "Grafico",
        "table": "Tabella", "footer": "Piè di pagina", "slide-number": "Numero diapositiva",
        "date": "Data", "logo": "Logo", "art": "Sfondo", "icon": "Icona", "disc": "Disco",
        "map": "Mappa", "tie": "Legame", "band": "Fascia", "shape": "Forma",
        "arrow": "Freccia", "rule": "Filetto",
        "image": "Immagine diapositiva", "notes": "Note",
        "header": "Intestazione", "qr": "Codice QR",
    },
    master=(
        "Modificare gli stili del testo dello schema", "Secondo livello", "Terzo livello",
        "Quarto livello", "Quinto livello",
    ),
)  # fmt: skip
