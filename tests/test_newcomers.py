"""Newcomers: what people type who have not read the reference, and are understood all the same.

What is refused, and what is said then, stands in `bad_decks/newcomers.txt`.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import smdeck
from smdeck.data.synonyms import (
    _ADVICE,
    _KEYS,
    _LAYOUTS,
    _VALUES,
    EXAMPLES,
    key_meant,
    layout_meant,
)
from smdeck.layouts import layout_names, load_layout
from smdeck.model.address_forms import shortened
from smdeck.model.addresses import problem
from smdeck.model.decode import keys
from smdeck.reference import deck_schema

ROOT = Path(__file__).parent.parent


def words_of(slides: str, folder: Path, deck: str = "") -> list[str]:
    """Return the text of each slide of a deck that is built without an error, notes last."""
    file = folder / "deck.yaml"
    file.write_text(f"title: Vortrag\n{deck}slides:\n{slides}", "utf-8")
    smdeck.build(file)
    with zipfile.ZipFile(file.with_suffix(".pptx")) as package:
        parts = [n for n in package.namelist() if re.match(r"ppt/(slides|notesSlides)/\w+\.xml", n)]
        texts = [package.read(name).decode() for name in sorted(parts, key=lambda n: "notes" in n)]
    paragraphs = [re.findall(r"<a:p>.*?</a:p>", text, re.S) for text in texts]
    return ["\n".join("".join(re.findall(r"<a:t>(.*?)</a:t>", p)) for p in ps) for ps in paragraphs]


def test_an_entry_with_a_colon_is_a_text_as_it_is_typed(tmp_path: Path) -> None:
    (slide,) = words_of(
        "  - layout: bullets\n    title: Offen\n    items:\n"
        "      - DSGVO: klären\n      - 9 Uhr: Begrüßung\n      - Datum: 3. Mai\n"
        "      - Ursachen: [Rost]\n",
        tmp_path,
    )
    assert "DSGVO: klären\n9 Uhr: Begrüßung\nDatum: 3. Mai\nUrsachen\nRost" in slide.replace(
        "\u00a0", " "
    )


def test_a_cell_with_a_colon_is_a_text_as_it_is_typed(tmp_path: Path) -> None:
    (slide,) = words_of(
        "  - layout: table\n    title: Offen\n    columns: [Wann, Was]\n    rows:\n"
        "      - - Beginn: 9 Uhr\n        - Begrüßung\n",
        tmp_path,
    )
    assert "Beginn: 9" in slide


@pytest.mark.parametrize("layout", ["text", "notes"])
def test_a_list_is_a_text_of_bullets(layout: str, tmp_path: Path) -> None:
    points = "\n      - Erst begrüßen\n      - Frage: Wer kennt das?\n"
    slide = f"  - layout: text\n    title: Ablauf\n    text: {points}"
    if layout == "notes":
        slide = f"  - layout: section\n    title: Ablauf\n    notes: {points}"
    words = words_of(slide, tmp_path)[-1 if layout == "notes" else 0]
    assert re.search("Erst begrüßen\n.*Frage: Wer kennt das?", words)


def test_names_alone_are_speaker_event_and_client(tmp_path: Path) -> None:
    names = "speaker: Kim Muster\nevent: Tag der Technik\nclient: Beispielkunde AG\n"
    (slide,) = words_of("  - layout: title\n", tmp_path, names)
    assert "Kim Muster" in slide and "Tag der Technik" in slide


def test_columns_are_lists_or_texts_alone(tmp_path: Path) -> None:
    (slide,) = words_of(
        "  - {layout: two-columns, title: Zwei, left: [Eins, Zwei], right: Ein Satz}\n", tmp_path
    )
    assert "Eins\nZwei" in slide and "Ein Satz" in slide


def test_a_footer_can_be_switched_off_and_on(tmp_path: Path) -> None:
    slide = "  - {layout: bullets, title: Eins, items: [Zwei]}\n"
    assert "Vortrag" not in words_of(slide, tmp_path, "footer: false\n")[0]
    assert "Vortrag" in words_of(slide, tmp_path, "footer: true\n")[0]
    assert "false" in words_of(slide, tmp_path, 'footer: "false"\n')[0]


def test_a_picture_may_be_named_with_the_slashes_of_windows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "decks" / "bilder", tmp_path / "bilder")
    words_of(
        "  - layout: image-text\n    title: Ein Bild\n    text: Worte\n"
        "    image: {file: bilder\\publikum.png, alt: Eine Person spricht auf einer Bühne}\n",
        tmp_path,
    )


@pytest.mark.parametrize("theme", ["vortrag", "plakat", "feuilleton", "buehne"])
def test_sources_and_credits_are_shown_wherever_pictures_are(theme: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "decks" / "bilder", tmp_path / "bilder")
    image = "{file: bilder/publikum.png, alt: Eine Person auf einer Bühne, credit: Foto von Kim}"
    slides = (
        f"  - {{layout: title, image: {image}}}\n"
        f"  - {{layout: quote, quote: Ein Satz, by: Kim, source: Ein Buch, image: {image}}}\n"
        f"  - {{layout: bullets, title: Punkte, items: [Eins], image: {image}}}\n"
        f"  - {{layout: image-text, title: Bild, text: Worte, image: {image}}}\n"
        f"  - {{layout: cards, title: Karten, items: [{{title: Eins, image: {image}}}, Zwei]}}\n"
        f"  - {{layout: two-columns, title: Seiten, left: {{image: {image}}}, right: Ein Satz}}\n"
        "  - {layout: quote, quote: Noch ein Satz, by: Kim, source: Ein Buch}\n"
        "  - {layout: statement, title: Alle antworten, source: Ein Buch}\n"
    )
    words = words_of(slides, tmp_path, f"theme: {theme}\n")
    assert ["Foto von Kim" in slide for slide in words] == [True] * 6 + [False] * 2
    assert ["Ein Buch" in slide for slide in words] == [n in (1, 6, 7) for n in range(8)]


def test_a_qr_code_holds_all_of_an_address_and_its_host_stands_below(tmp_path: Path) -> None:
    for length in (1, 300, 2_300, 2_800):
        url = f"https://www.example.com/anmeldung?q={'a' * length}"
        (slide,) = words_of(f"  - {{layout: contact, title: Fragen, url: '{url}'}}\n", tmp_path)
        assert "example.com" in slide and ("anmeldung" in slide) == (length == 1)
        relations = zipfile.ZipFile(tmp_path / "deck.pptx").read("ppt/slides/_rels/slide1.xml.rels")
        assert url in relations.decode().replace("&amp;", "&")
    (slide,) = words_of(
        f"  - {{layout: contact, title: Fragen, url: '{url}', label: Zur Anmeldung}}\n", tmp_path
    )
    assert "Zur Anmeldung" in slide and "example.com" not in slide


def test_an_address_is_shortened_to_what_says_whose_it_is() -> None:
    url = "https://www.verwaltung.abteilung.beispielstadt.example.com/formular?nr=12"
    shown = [shortened(url, lambda text: len(text) <= 80)]
    shown.append(shortened(url, lambda text: len(text) <= 52))
    shown.append(shortened(url, lambda text: len(text) <= 46))
    shown.append(shortened(url, lambda text: len(text) <= 34))
    assert shown == [
        "www.verwaltung.abteilung.beispielstadt.example.com/formular?nr=12",
        "www.verwaltung.abteilung.beispielstadt.example.com",
        "verwaltung.abteilung.beispielstadt.example.com",
        "…beispielstadt.example.com",
    ]


def test_addresses_that_lead_somewhere_are_whole() -> None:
    good = [
        "https://example.com", "http://example.com:8080/a?b#c", "https://kim@example.com/",
        "https://bücher.example/größe", "http://[::1]:80/", "http://localhost/", "tel:+4989123456",
        "mailto:a@example.com,b@example.com", "mailto:a@example.com?subject=Hallo%20Welt",
    ]  # fmt: skip
    bad = [
        "https://", "https:///a", "https://exam ple.com", "https://example.com:abc/",
        "http://[::1/", "mailto:", "mailto:kim", "tel:", "https://example.com/a b",
    ]  # fmt: skip
    assert [address for address in good if problem(address)] == []
    assert [address for address in bad if not problem(address)] == []


def branches(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each list or mapping inside a tree with each of its keys."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], list | dict):
            yield from branches(tree[key])


def spoiled(example: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a slide with one mistake, for each of its keys once in its value, once in its name."""
    done = set()
    for number in range(len(list(branches(example)))):
        for mistake in ("value", "key"):
            slide = copy.deepcopy(example)
            tree, key = list(branches(slide))[number]
            if (mistake, key) in done:
                continue
            done.add((mistake, key))
            if mistake == "value" and key != "layout":
                tree[key] = {"falsch": {"falsch": 1}}
            elif mistake == "key" and isinstance(tree, dict) and key.islower():
                pairs = [(f"{name}x" if name == key else name, of) for name, of in tree.items()]
                tree.clear()
                tree.update(pairs)
            else:
                continue
            yield f"{mistake} of {key}", slide


@pytest.mark.slow
def test_one_mistake_is_one_finding(tmp_path: Path) -> None:
    """Whatever is wrong on a slide, nothing else is reported because of it.

    Each layout has a deck, with a slide on a line of its own for each mistake.
    """
    shutil.copytree(ROOT / "decks" / "bilder", tmp_path / "bilder")
    deck = tmp_path / "deck.yaml"
    sections = [f"- {{layout: section, title: {title}}}" for title in ("Anfang", "Ende")]
    head = ["title: Vortrag", "speaker: Kim", "slides:"]
    cascades = []
    for name in layout_names():
        mistakes = dict(spoiled(yaml.safe_load(load_layout(name).example)))
        slides = [f"- {json.dumps(slide, default=str)}" for slide in mistakes.values()]
        deck.write_text("\n".join([*head, *slides, *sections]), "utf-8")
        found: dict[int, list[str]] = {}
        for finding in smdeck.check(deck):
            if finding.severity == "error":
                line = finding.place.line if finding.place else 0
                found.setdefault(line, []).append(finding.message)
        wanted = dict(enumerate(mistakes, len(head) + 1))
        cascades += [
            (name, wanted.get(line, ""), found.get(line, []))
            for line in sorted({*found, *wanted})
            if len(found.get(line, [])) != 1 or line not in wanted
        ]
    assert cascades == []


def test_words_stand_for_what_there_is() -> None:
    """Every row of the synonyms is about a key, a layout or a value of the deck language."""
    schema = str(deck_schema())
    unknown = [
        name
        for rows in (_KEYS, _VALUES)
        for name in (row.partition(":")[0] for row in rows.strip().splitlines())
        if f"'{name}'" not in schema
    ]
    assert unknown == []
    named = {name for row in _LAYOUTS.strip().splitlines() for name in row.split(":")[0].split()}
    assert set(layout_names()) <= named
    assert all(": " in row for row in _ADVICE.strip().splitlines())


def test_the_example_of_a_layout_has_its_keys() -> None:
    for name in layout_names():
        slide = yaml.safe_load(EXAMPLES[name])
        assert slide["layout"] == name
        assert set(slide) <= {*keys(load_layout(name))}, name


def test_the_schema_knows_the_short_forms() -> None:
    """An editor marks nothing that is built, and marks a key with a typing error."""
    schema = Draft202012Validator(deck_schema())
    deck = yaml.safe_load(
        "title: Vortrag\nspeaker: Kim\nevent: Tag\nclient: Kunde\nfooter: false\nslides:\n"
        "  - layout: bullets\n    title: Offen\n    notes: [Eins, Zwei]\n    items:\n"
        "      - DSGVO: klären\n      - Ursachen: [Rost, Kosten: hoch]\n"
        "  - {layout: two-columns, title: Zwei, left: [Eins], right: Ein Satz}\n"
        "  - {layout: contact, title: Fragen, url: 'https://example.com', label: Anmeldung}\n"
    )
    assert [error.message for error in schema.iter_errors(deck)] == []
    deck["slides"][0]["items"].append({"titel": "x"})
    assert [error.json_path for error in schema.iter_errors(deck)] == ["$.slides[0].items[2]"]


def test_intents_lead_to_layouts_and_words_to_keys() -> None:
    layouts = layout_names()
    meant = {
        "Zeitstrahl": "timeline", "Gegenüberstellung": "comparison", "Dankesfolie": "closing",
        "Team-Foto": "team", "KPI": "kpis", "two_columns": "two-columns",
        "Kapitelfolie": "section", "SWOT": "swot", "Titelseite": "title", "Unsinn": None,
    }  # fmt: skip
    assert {word: layout_meant(word, layouts) for word in meant} == meant
    assert layout_meant("Zeitstrahl", (*layouts, "timeline")) == "timeline"
    assert key_meant("Überschrift", ("title", "text")) == "title"
    assert key_meant("Quelle", ("file", "alt")) == "file"
    assert key_meant("Quelle", ("title",)) is None


def test_a_text_in_quotes_may_have_lines_that_look_like_keys(tmp_path: Path) -> None:
    (slide,) = words_of(
        '  - layout: text\n    title: Danke\n    text: "- Slides: https://example.com\n\n'
        '      - Text: unser Blog"\n',
        tmp_path,
    )
    assert "Slides: https://example.com" in slide
    assert "Text: unser Blog" in slide
