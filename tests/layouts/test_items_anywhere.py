"""Items mean the same everywhere: another layout shows what they have, or says which does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import smdeck
from smdeck.data.synonyms import layout_meant
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import keys
from smdeck.model.items import Item

VALUES: dict[str, Any] = {
    "title": "Kopf", "text": "Ein Satz", "icon": "heart", "value": "47 %", "unit": "kg",
    "decimals": 1, "format": "0.0", "date": "März 2031", "link": "https://example.com",
    "items": ["Eins", "Zwei"],
    "image": {"file": "bilder/publikum.png", "alt": "Ein Saal mit Menschen"}, "featured": True,
    "tie": "strong", "minutes": 7, "trend": "up", "done": True, "lane": "Bahn", "start": "Q1",
    "end": "Q2", "x": 0.3, "y": 0.4, "spark": [3, 5, 4],
}  # fmt: skip
"""A value for each key of an item."""

OF_OTHERS = {"unit": "value", "decimals": "value", "format": "value"}
"""Keys that another one needs beside it."""


def shown_by(layout: str) -> tuple[str, ...]:
    return keys(load_layout(layout))["items"].shows


@pytest.mark.slow
def test_items_of_one_layout_in_each_other_lose_nothing_in_silence(
    deck_file: Callable[[str], Path],
) -> None:
    """For all pairs: what the new layout can't show is an error that names those which can."""
    assert {*VALUES, "only", "except"} == set(keys(Item))
    layouts = [name for name in layout_names() if "items" in keys(load_layout(name))]
    slides, wanted = [], []
    for layout in layouts:
        for name in (one for one in VALUES if one not in shown_by(layout)):
            beside = OF_OTHERS.get(name, "title")
            item = {beside: VALUES[beside], name: VALUES[name]}
            slides.append({**yaml.safe_load(load_layout(layout).example), "items": [item] * 3})
            wanted.append((layout, name))
    text = yaml.safe_dump({"title": "T", "slides": slides}, allow_unicode=True, width=1000)
    found = smdeck.check(deck_file(text))
    wrong = []
    for number, (layout, name) in enumerate(wanted, 1):
        message = f"`{layout}` can't show the `{name}` of an item"
        helps = [
            one.help for one in found if one.slide == number and one.message.startswith(message)
        ]
        others = re.findall("`([a-z-]+)`", helps[0] or "") if helps else []
        if not others or not all(name in shown_by(one) for one in others):
            wrong.append((layout, name, helps[:1]))
    assert wrong == []


INTENTS = """
kpi=kpis Kennzahlen=kpis scorecard=kpis Team-Foto=team team-photo=team Zeitstrahl=timeline
Lebenslauf=timeline milestones=timeline Gegenüberstellung=comparison before-after=comparison
Trichter=funnel Strategiehaus=pyramid Organigramm=org-chart Stärken-Schwächen=swot Landkarte=map
Umfrage=poll Einstiegsfrage=poll Quellcode=code Formel=equation testimonials=quote Zitat=quote
Tagesordnung=agenda table-of-contents=agenda Podcast=video Hörprobe=video audio=video Film=video
Vollbild=image photo-grid=gallery Kundenlogos=logos partner=logos key-takeaways=takeaways
Danke=closing Q&A=questions Kaffeepause=break Übung=exercise icebreaker=exercise
Hausaufgaben=exercise Visitenkarte=contact Preise=cards Persona=cards Preistabelle=table
Balkendiagramm=chart waterfall=chart Histogramm=chart Flussdiagramm=diagram mindmap=network
Kreislauf=cycle gantt-chart=roadmap Ausblick=roadmap Schnittmenge=venn Risikomatrix=matrix
eisenhower-matrix=matrix empathy-map=matrix Pro-Contra=pros-cons Vor-und-Nachteile=pros-cons
Checkliste=checklist next-steps=checklist Schritte=process customer-journey=process
Kapitel=section Titelfolie=title hero-number=big-number drei-spalten=three-columns
Steckbrief=speaker about-me=speaker references=sources waffle=hundred Vision=statement
Kernbotschaft=statement Business-Model-Canvas=free Bildschirmfoto=image-text
"""
"""What people call slides, in German and in English, and the layout for each."""


def test_a_layout_is_found_by_what_it_is_for() -> None:
    pairs = [pair.split("=") for pair in INTENTS.split()]
    assert len(pairs) > 60
    known = layout_names()
    missed = [(word, layout_meant(word, known)) for word, layout in pairs
              if layout_meant(word, known) != layout and word.lower() not in known]  # fmt: skip
    assert missed == []
