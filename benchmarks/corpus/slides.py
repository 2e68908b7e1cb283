"""The slides of the corpus: every layout that bears text, filled from one word to far too much."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent.parent
WORD_LIST = Path("/usr/share/dict/ngerman")
"""The German words of Debian's package wngerman."""

LENGTHS = ((1, 1), (2, 4), (5, 12), (13, 30), (31, 90))
"""From so many to so many words: one word, a title, a sentence, sentences, far too much."""

WEIGHTS = (2, 6, 5, 2, 1)
"""How often each of the lengths is taken."""

COMPOUND = 18
"""A word of so many letters counts as a long compound."""

Slide = dict[str, Any]


class Words:
    """Texts in German: runs of words from the decks' notes, with words of the list between them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.prose = _prose()
        listed = [
            word
            for word in WORD_LIST.read_text("utf-8").split()
            if word.isalpha() and 3 <= len(word) <= 32
        ]
        self.words = [word for word in listed if len(word) < COMPOUND]
        self.compounds = [word for word in listed if len(word) >= COMPOUND]

    def text(self, least: int = 0, most: int = 4) -> str:
        """Return a text of a length between two of `LENGTHS`."""
        number = self.chance.choices(range(least, most + 1), WEIGHTS[least : most + 1])[0]
        count = self.chance.randint(*LENGTHS[number])
        start = self.chance.randrange(len(self.prose) - count)
        words = self.prose[start : start + count]
        for n in range(count):
            if self.chance.random() < 0.15:
                words[n] = self.chance.choice(self.words)
            elif self.chance.random() < 0.04:
                words[n] = self.compound()
        if count > 3 and self.chance.random() < 0.3:
            n = self.chance.randrange(count)
            mark = self.chance.choice(("**", "*", "`"))
            word = words[n].replace("|", "") if mark == "`" else words[n]  # code has no hints
            words[n] = f"{mark}{word}{mark}"
        return " ".join(words)

    def compound(self) -> str:
        """Return a long word; a third of them have a hint where they may break."""
        word = self.chance.choice(self.compounds)
        if self.chance.random() < 1 / 3:
            middle = self.chance.randint(6, len(word) - 6)
            word = f"{word[:middle]}|{word[middle:]}"
        return word

    def items(self, fewest: int, most: int, *keys: str, longest: int = 3) -> list[Any]:
        """Return items with a title and some of the keys."""
        made: list[Any] = []
        for _ in range(self.chance.randint(fewest, most)):
            item: dict[str, Any] = {"title": self.text(0, min(longest, 2))}
            if "text" in keys and self.chance.random() < 0.7:
                item["text"] = self.text(0, longest)
            if "icon" in keys and self.chance.random() < 0.8:
                item["icon"] = "rocket"
            if "items" in keys and self.chance.random() < 0.2:
                item["items"] = [self.text(0, 1) for _ in range(self.chance.randint(1, 3))]
            if "tie" in keys:
                item["tie"] = self.chance.choice(("strong", "weak"))
            made.append(item)
        return made


def _prose() -> list[str]:
    """Return the words of the decks' notes, in their order."""
    words: list[str] = []
    decks = sorted((REPOSITORY / "decks").glob("*.yaml"))
    for path in (deck for deck in decks if "." not in deck.stem):  # translations are not German
        for slide in yaml.safe_load(path.read_text("utf-8"))["slides"]:
            notes = re.sub(r"\$\{[\w.]+\}", "", slide.get("notes") or "")
            words += re.sub(r"[*_\[\]<>&`\\#|]|\n\s*[-+] ", " ", notes).split()
    return words


def _column(words: Words) -> Slide:
    content: Slide = {"title": words.text(0, 1)} if words.chance.random() < 0.7 else {}
    if words.chance.random() < 0.3:
        return {**content, "text": words.text(1, 4)}
    return {**content, "items": words.items(1, 5, "text", longest=2)}


def _table(words: Words) -> Slide:
    columns = words.chance.randint(2, 5)
    rows = words.chance.randint(1, 8)
    return {
        "columns": [words.text(0, 0) for _ in range(columns)],
        "rows": [[words.text(0, 1) for _ in range(columns)] for _ in range(rows)],
    }


PICTURE = {"file": "bilder/bruecke.png", "alt": "Eine Brücke"}
CHART = {
    "type": "column",
    "data": {"categories": ["Früher", "Heute"], "series": {"Beispiel": [20, 180]}},
}

LOGO = {"file": "bilder/logo-duo.png", "alt": "Ein Zeichen"}
PORTRAIT = {"file": "bilder/portraet-1.png", "alt": "Ein Gesicht"}
FILM = {"file": "bilder/workshop.mp4", "poster": PICTURE}
PERIODS = ("Q1", "Q2", "Q3", "Q4")
CODE = """\
def answer(question):
    for reader in readers:
        if reader.knows(question):
            return reader.words
"""


def _pictured(words: Words, fewest: int, most: int, *keys: str) -> list[Any]:
    """Return items with a picture each."""
    made = words.items(fewest, most, *keys, longest=1)
    return [{**item, "title": words.text(0, 0), "image": PORTRAIT} for item in made]


def _points(words: Words) -> Slide:
    """Return up to twelve points with names of few words, apart from each other."""
    count = words.chance.randint(2, 9)
    return {
        "x": "Aufwand",
        "y": "Wirkung",
        "quadrants": [words.text(0, 0) for _ in range(4)],
        "items": [
            {"title": words.text(0, 0), "x": 0.12 + n % 3 * 0.36, "y": 0.12 + n // 3 * 0.36}
            for n in range(count)
        ],
    }


def _chart_of_people(words: Words) -> Slide:
    def group() -> Slide:
        return {
            "title": words.text(0, 0),
            "items": [words.text(0, 0) for _ in range(words.chance.randint(1, 3))],
        }

    return {"root": words.text(0, 0), "items": [group() for _ in range(words.chance.randint(2, 4))]}


def _lanes(words: Words) -> Slide:
    items = []
    for _ in range(words.chance.randint(1, 4)):
        lane = words.text(0, 0)
        start = words.chance.randint(0, 2)
        end = words.chance.randint(start, 3)
        title = words.text(0, 1)
        items.append({"lane": lane, "title": title, "start": PERIODS[start], "end": PERIODS[end]})
    return {"periods": list(PERIODS), "items": items}


def _fields(words: Words) -> Slide:
    names = ("strengths", "weaknesses", "opportunities", "threats")
    return {name: [words.text(0, 1) for _ in range(words.chance.randint(1, 4))] for name in names}


def _side(words: Words) -> Slide:
    return {"items": [words.text(0, 2) for _ in range(words.chance.randint(1, 5))]}


def _blocks(words: Words) -> Slide:
    """Return blocks on the grid: a figure, a quotation, a text."""
    return {
        "blocks": [
            {"at": {"columns": "1-4", "rows": "1-4"}, "value": 64, "label": words.text(0, 1)},
            {"at": {"columns": "1-4", "rows": "5-8"}, "quote": words.text(0, 1)},
            {"at": {"columns": "5-12"}, "title": words.text(0, 1), "text": words.text(1, 3)},
        ]
    }


def _flow(words: Words) -> Slide:
    """Return a chart of a few stations in a row, with words of one line."""
    names = [re.sub(r"[^\w -]", "", words.text(0, 0)) for _ in range(words.chance.randint(2, 5))]
    ties = "".join(f'  n{k}["{name or k}"] --> n{k + 1}\n' for k, name in enumerate(names[:-1]))
    return {"mermaid": f'flowchart LR\n{ties}  n{len(names) - 1}["{names[-1] or "Ende"}"]\n'}


LAYOUTS: dict[str, Callable[[Words], Slide]] = {
    "agenda": lambda w: {"items": w.items(2, 10, longest=1)},
    "big-number": lambda w: {"value": "68 %", "text": w.text(0, 3)},
    "break": lambda w: {"minutes": 15, "text": w.text(0, 1)},
    "bullets": lambda w: {"items": w.items(1, 7, "text", "items")},
    "cards": lambda w: {"items": w.items(1, 6, "text", "icon", "items")},
    "chart": lambda w: {**CHART, "takeaway": w.text(0, 3)},
    "checklist": lambda w: {"items": [w.text(0, 1) for _ in range(w.chance.randint(2, 6))]},
    "closing": lambda w: {"text": w.text(0, 3)},
    "code": lambda w: {"language": "python", "code": CODE},
    "comparison": lambda w: {"left": _column(w), "right": _column(w)},
    "contact": lambda w: {"text": w.text(0, 3), "url": "https://example.com/vortrag"},
    "definition": lambda w: {"text": w.text(1, 3), "instance": w.text(0, 2)},
    "cycle": lambda w: {"center": w.text(0, 0), "items": w.items(3, 8, "text", longest=1)},
    "diagram": _flow,
    "equation": lambda w: {"math": r"E = \frac{m v^2}{2}", "text": w.text(0, 2)},
    "exercise": lambda w: {
        "task": w.text(1, 2), "minutes": 10, "team": w.text(0, 0), "result": w.text(0, 2)
    },
    "free": _blocks,
    "funnel": lambda w: {
        "items": [{**item, "value": "1.200"} for item in w.items(3, 6, longest=1)]
    },
    "gallery": lambda w: {"items": _pictured(w, 2, 6), "text": w.text(0, 2)},
    "hundred": lambda w: {"value": 37, "text": w.text(0, 2)},
    "icon-grid": lambda w: {"items": w.items(2, 8, "text", "icon")},
    "image": lambda w: {"image": PICTURE, "text": w.text(0, 2)},
    "image-text": lambda w: {"image": PICTURE, "text": w.text(0, 4)},
    "kpis": lambda w: {"items": [{**i, "value": "64"} for i in w.items(2, 6, longest=1)]},
    "logos": lambda w: {"items": [{"image": LOGO} for _ in range(w.chance.randint(2, 16))]},
    "map": lambda w: {
        "map": "germany", "values": {"Hamburg": 61, "Hessen": 35}, "text": w.text(0, 2)
    },
    "matrix": _points,
    "network": lambda w: {
        "center": w.text(0, 0), "items": w.items(3, 12, "tie", longest=0), "text": w.text(0, 3)
    },
    "org-chart": _chart_of_people,
    "poll": lambda w: {
        "items": [w.text(0, 1) for _ in range(w.chance.randint(2, 6))],
        "url": "https://example.com/frage",
    },
    "process": lambda w: {"items": w.items(2, 8, "text", longest=2)},
    "pros-cons": lambda w: {"pros": _side(w), "cons": _side(w)},
    "pyramid": lambda w: {"items": w.items(3, 6, "text", longest=1)},
    "questions": lambda w: {"text": w.text(0, 3)},
    "quote": lambda w: {"quote": w.text(1, 4), "by": w.text(0, 1)},
    "roadmap": _lanes,
    "section": lambda w: {"subtitle": w.text(0, 2)},
    "sources": lambda w: {"items": w.items(2, 10, "text", longest=2)},
    "speaker": lambda w: {
        "title": w.text(0, 0), "role": w.text(0, 1), "image": PORTRAIT,
        "items": w.items(1, 4, longest=1),
    },
    "statement": lambda w: {"by": w.text(0, 1)},
    "swot": _fields,
    "table": _table,
    "takeaways": lambda w: {"items": w.items(1, 5, "text")},
    "team": lambda w: {"items": _pictured(w, 2, 8, "text")},
    "text": lambda w: {"text": "\n\n".join(w.text(1, 4) for _ in range(w.chance.randint(1, 3)))},
    "three-columns": lambda w: {side: _column(w) for side in ("left", "middle", "right")},
    "timeline": lambda w: {
        "items": [{**item, "date": "1952"} for item in w.items(2, 8, "text", longest=1)]
    },
    "title": lambda w: {"subtitle": w.text(0, 2)},
    "two-columns": lambda w: {"left": _column(w), "right": _column(w)},
    "venn": lambda w: {
        "overlap": w.text(0, 0), "items": [w.text(0, 0) for _ in range(w.chance.randint(2, 3))]
    },
    "video": lambda w: {**FILM, "text": w.text(0, 2)},
}  # fmt: skip
"""How each layout is filled; titles are added to all."""


def corpus(count: int, theme: str, layouts: tuple[str, ...], seed: int = 2) -> Slide:
    """Return a deck of so many slides under a theme, the layouts in turn; always the same ones."""
    words = Words(seed)
    names = [name for name in layouts if name in LAYOUTS]
    slides: list[Slide] = []
    for n in range(count):
        name = names[n % len(names)]
        slides.append({"layout": name, "title": words.text(0, 2), **LAYOUTS[name](words)})
    return {"title": "Korpus", "theme": theme, "footer": "Korpus", "slides": slides}
