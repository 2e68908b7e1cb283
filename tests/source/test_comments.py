"""Comments: one that begins at a word cuts off a text, which is said; others are as they are."""

from __future__ import annotations

from smdeck.findings import Findings
from smdeck.source.reading import read_text

GLUED = {
    "title: Platz #1 in Bayern": "#1 in Bayern",
    "title: #1 in Bayern": "#1 in Bayern",
    'title: "Platz" #1': "#1",
    "items:\n  - Platz #1\n  - zwei": "#1",
    "items:\n  - #eins": "#eins",
    "items: [Platz #1, zwei]": "#1, zwei]",
    "items: [a,\n  Platz #1\n  , b]": "#1",
    "slide: {title: Platz #1\n  }": "#1",
    "title: eins\n  zwei #drei": "#drei",
    "primary: #ff0000": "#ff0000",
    "title: Platz\t#1": "#1",
    "title: eins\r\nsource: Heft #4\r\n": "#4",
    "title: Platz # 1": None,
    "title: Platz  # einer": None,
    "title: eins\n#zwei\n": None,
    "  #eins\ntitle: eins": None,
    "title: eins\nslides: #hier\n  - layout: title": None,
    "layout: chart #todo": None,
    "slides:\n  - layout: chart  #todo": None,
    "title: 'Platz #1'": None,
    'title: "Platz #1"': None,
    "title: |\n  Platz #1": None,
    "title: >  #so\n  Platz #1": None,
    "title: C#": None,
    "title: a#b": None,
    "#!kopf\ntitle: eins": None,
}
"""YAML with the comment that is warned of, or None."""


def test_comments_at_words_are_warned_of_and_no_others() -> None:
    missed = {}
    for text, words in GLUED.items():
        findings = Findings()
        read_text(text, "deck.yaml", findings)
        found = [one for one in findings if one.code == "glued-comment"]
        said = [one.message.split("`")[1] for one in found]
        begins = [
            one.place.source.line(one.place.line)[one.place.column - 1]
            for one in found
            if one.place
        ]
        if said != ([words] if words else []) or begins != ["#"] * len(said):
            missed[text] = found
    assert not missed


def test_the_help_quotes_the_whole_text() -> None:
    findings = Findings()
    read_text("items: [Platz #1 in Bayern, zwei]", "deck.yaml", findings)
    assert any('"Platz #1 in Bayern"' in (one.help or "") for one in findings)
