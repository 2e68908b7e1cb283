"""The generated words in Polish."""

from smdeck.strings import Strings

STRINGS = Strings(
    lang="pl-PL",
    agenda="Plan prezentacji",
    questions="Pytania?",
    takeaways="Najważniejsze",
    closing="Dziękuję",
    source="Źródło:",
    minutes="min",
    opening="Wprowadzenie",
    strong_tie="silna więź",
    weak_tie="słaba więź",
    builds="krok po kroku",
    points="pkt",
    total="Suma",
    exercise="Ćwiczenie",
    result="Wynik:",
    whole_minutes=("minuta", "min"),
    vote="Zagłosuj teraz",
    pause="Przerwa",
    pause_until="Przerwa do",
    sources="Źródła",
    today="dziś",
    months=(
        "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru",
    ),
    tones={"light": "jasny", "dark": "ciemny", "brand": "marka", "accent": "akcent"},
    labels={
        "instance": "Na przykład",
        "back": "Wróć", "cut": "Można pominąć", "backup": "Rezerwa",
        "of": "z {count} gotowe", "done": "gotowe", "pros": "Za", "cons": "Przeciw",
        "strengths": "Mocne strony", "weaknesses": "Słabe strony", "opportunities": "Szanse",
        "threats": "Zagrożenia", "target": "Cel",
        "rise": "Wzrost", "fall": "Spadek", "level": "Stan", "base": "Podstawa",
        "link": "Połączenie", "area": "Pole",
    },
    prompts={
        "title": "Wpisz tytuł", "text": "Wpisz tekst", "picture": "Wstaw obraz",
        "chart": "Wstaw wykres", "table": "Wstaw tabelę", "source": "Podaj źródło", "number": "1",
    },
    shapes={
        "video": "Wideo", "sound": "Dźwięk", "bar": "Pasek", "spark": "Wykres przebiegu",
        "title": "Tytuł", "text": "Tekst", "picture": "Obraz", "chart": "Wykres",
        "table": "Tabela", "footer": "Stopka", "slide-number": "Numer slajdu", "date": "Data",
        "logo": "Logo", "art": "Tło", "icon": "Ikona", "disc": "Koło", "map": "Mapa", "tie": "Więź",
        "band": "Pasmo", "shape": "Kształt", "arrow": "Strzałka", "rule": "Linia",
        "image": "Obraz slajdu", "notes": "Notatki", "header": "Nagłówek", "qr": "Kod QR",
    },
    master=(
        "Edytuj style wzorca tekstu", "Drugi poziom", "Trzeci poziom", "Czwarty poziom",
        "Piąty poziom",
    ),
)  # fmt: skip
