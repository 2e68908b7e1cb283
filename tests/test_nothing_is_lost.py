"""Nothing is lost: each kind of text, in each key that takes one, is in the file or a finding.

Each layout has a deck, with a slide for each of its keys and each text. What can't be shown is a
finding on its slide; of all others, words, figures and the numbers of lists are looked up in what
was written.
"""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from lxml import etree
from picture_making import put_named

import smdeck
from smdeck.compiler.compiling import compile_node
from smdeck.compiler.drafting import Drafting
from smdeck.files import access
from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.model import decode, fields, kinds
from smdeck.model.blocks import OF, Column
from smdeck.model.records import Deck, Slide
from smdeck.source import read
from smdeck.write import presentation_parts

pytestmark = pytest.mark.slow

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

PLAIN = [
    "2*3*4 = 24, a*b*c",
    "snake_case_name",
    "Kolleg*innen, Bürger*innen",
    "<5 & >3",
    "$5 and $6",
    r"C:\neu",
    "Platz #1 in Bayern",
    "1.234,5 und 12,5 %",
    "- Punkt",
    "=SUMME(A1)",
    "+49 89 1234",
    "um 10:30 Uhr",
    "a ** b",
    "~5 bis ~10",
]
"""Texts that stand as they are typed, without a finding."""

SHOWN = {
    "**fett** und *kursiv*": "fett und kursiv",
    "un**glaub**lich": "unglaublich",
    "H~2~O, x^2^, ~~alt~~": "H2O, x2, alt",
    "`a  b` und `**`": "a  b und **",
    "[Seite](https://example.com/?a=1&b=2)": "Seite",
    "<https://example.com>": "https://example.com",
    "eins<br>zwei": "eins\nzwei",
    "eins  \nzwei": "eins\nzwei",
    r"\*kein\* Stern": "*kein* Stern",
    "$v = m^2$": "v = m2",
    "&lt;u&gt; &auml;": "<u> ä",
}
"""Markup that slides have."""

WARNED = {
    "[Datei](daten.csv)": "Datei",
    "[Netz](example.org)": "Netz",
    "[Chat](xmpp:a@example.com)": "Chat",
    "<u>neu</u>": "<u>neu</u>",
    "Wort[^1]": "Wort[^1]",
    "## Teil": "## Teil",
    "> Zitat": "> Zitat",
    "[x] fertig": "[x] fertig",
    ":smile: da": ":smile: da",
    "==neu==": "==neu==",
    "Wort {.rot}": "Wort {.rot}",
    "[[Ort]]": "[[Ort]]",
    r"\frac{1}{2}": r"\frac{1}{2}",
    "**offen": "**offen",
    "\ufffd fehlt": "\ufffd fehlt",
}
"""Markup that slides don't have: it stands as it is typed, or loses its link, with a warning."""

REFUSED = [
    "![Bild](a.png)",
    "<!-- weg -->",
    "[a](https://)",
    "[a](https://exam ple.com)",
    "[a](https://example.com:abc)",
    "a &#12; b",
    "a &#xFFFE; b",
    "a\x01b",
]
"""Texts that no slide can show: errors."""

BLOCKS = {
    "Eins\n\nZwei": "Eins|Zwei",
    "- a\n  - b\n    - c\n- d": "a|b|c|d",
    "3. drei\n4. vier\n\nAlso\n\n5. fünf": "3 drei|4 vier|Also|5 fünf",
    "1. a\n   1. b\n   2. c\n2. d": "1 a|1 b|2 c|2 d",
    "1. a\n\n   mehr\n\n2. b": "1 a|mehr|2 b",
    "1. a\n   - b\n2. c\n\n- d\n\n1. e": "1 a|b|2 c|d|1 e",
    "0. null\n1. eins": "0. null|1 eins",
    "3. Mai ist Start": "3. Mai ist Start",
    "```\na  b\n  *c*\n```": "a  b\n  *c*",
    "Vor\n\n    a  b\n      #c\n\nNach": "Vor|a  b\n  #c|Nach",
}
"""Texts of paragraphs and lists, the numbers of items before their words."""

BLOCKS_WARNED = {
    "# Teil": "# Teil",
    "Vor\n\n---\n\nNach": "Vor|---|Nach",
    "- [ ] offen": "[ ] offen",
    "Wort\n: Sinn": "Wort : Sinn",
    "[a]: https://example.com": "[a]: https://example.com",
    "Teil\n===": "Teil ===",
    "```mermaid\ngraph\n```": "graph",
}

BLOCKS_REFUSED = ["| A | B |\n|---|---|\n| 1 | 2 |", "A | B\n--|--\n1 | 2"]


class Case(NamedTuple):
    """A text in a key of a layout, and what is wanted of it."""

    at: str
    text: str
    shown: str | None
    """None for what is refused."""
    warned: bool
    slide: dict[str, Any]


class Place(NamedTuple):
    """A key that takes a text, by the path to it."""

    path: tuple[str | int, ...]
    block: bool


def places(record: type[fields.Record], value: Any, path: tuple[str | int, ...]) -> Iterator[Place]:
    """Yield the keys of a record that take texts; those of the first member stand for a list."""
    for key in decode.keys(record).values():
        if key.name not in ("allow", "layout", "id", "link", "comment"):  # written when asked
            yield from _places_of(key.kind, value.get(key.name), (*path, key.name), key.shows)


def _places_of(
    kind: Any, value: Any, path: tuple[str | int, ...], shows: tuple[str, ...] = ()
) -> Iterator[Place]:
    match kind:
        case kinds.TextKind():
            yield Place(path, kind.block)
        case decode.ListKind() if isinstance(value, list) and value:
            for place in _places_of(kind.member, value[0], (*path, 0)):
                inside = place.path[len(path) + 1 :]
                if not shows or not inside or inside[0] in shows:
                    yield place
        case decode.RecordKind() if value is not None and kind.type.__name__ != "ChartData":
            given = value if isinstance(value, dict) else {"title": value}
            yield from places(kind.type, given, path)


def written_at(slide: dict[str, Any], place: Place, text: str) -> dict[str, Any]:
    """Return a slide with a text at a place; an item in short is written out for it."""
    changed: Any = copy.deepcopy(slide)
    node = changed
    for step in place.path[:-1]:
        if not isinstance(node[step], (dict, list)):
            node[step] = {"title": node[step]}
        node = node[step]
    of_column = len(place.path) > 1 and place.path[-1] in (*Column.contents, *OF)
    if of_column:  # a column holds one of them, and what belongs to it
        for other in {*Column.contents, *OF, "stacked"} & {*node}:
            del node[other]
        node.update(dict.fromkeys(OF.get(str(place.path[-1]), ())[:1], "Wort"))
    node[place.path[-1]] = text
    return changed  # type: ignore[no-any-return]


def cases() -> Iterator[Case]:
    """Yield slides for the texts in each key of each layout."""
    number = 0
    for name in layout_names():
        slide = yaml.load(load_layout(name).example, yaml.BaseLoader)
        slide.setdefault("title", "Ein Titel")
        for place in places(load_layout(name), slide, ()):
            number += 1
            at = f"{name}: {'.'.join(map(str, place.path))}"
            for text, shown, warned in texts_for(place, None if name in FULLY else number):
                if text == "> Zitat" and place.path == ("notes",):  # a stage direction
                    shown, warned = "[Zitat]", False
                yield Case(at, text, shown, warned, written_at(slide, place, text))


FULLY = ("bullets", "table", "text")
"""The layouts whose keys are given each text by itself; on others, some of them share a slide."""


def texts_for(place: Place, number: int | None) -> Iterator[tuple[str, str | None, bool]]:
    """Yield texts for a key, each with what it shows, and whether it is warned of.

    The key of a `number` is given all the markup that slides show, some of it in one text, and in
    turn some paragraphs and lists, and some of what slides don't show.
    """
    step = 1 if number is None else 5
    plain = [text for text in PLAIN if not place.block or text != "- Punkt"]
    for group in zip_longest(*[iter(plain)] * step):
        yield "; ".join(filter(None, group)), "|".join(filter(None, group)), False
    for pairs in zip_longest(*[iter(SHOWN.items())] * step):
        given = [pair for pair in pairs if pair]
        yield "; ".join(text for text, _ in given), "|".join(shown for _, shown in given), False
    yield from ((text, shown, True) for text, shown in some(WARNED.items(), number, 2))
    yield from ((text, None, True) for text in some(REFUSED, number, 1))
    if place.block:
        yield from ((text, shown, False) for text, shown in some(BLOCKS.items(), number, 4))
        yield from ((text, shown, True) for text, shown in some(BLOCKS_WARNED.items(), number, 2))
        yield from ((text, None, True) for text in some(BLOCKS_REFUSED, number, 1))


def some(members: Iterable[Any], number: int | None, count: int) -> list[Any]:
    """Return `count` members from one on that a number chooses; all where there is none."""
    known = list(members)
    if number is None:
        return known
    return [known[(number * count + n) % len(known)] for n in range(count)]


def shown_in(package: zipfile.ZipFile, number: int) -> list[str]:
    """Return the paragraphs of slide `number` and its notes, those numbered with their numbers."""
    slide = etree.fromstring(package.read(f"ppt/slides/slide{number}.xml"))
    layout = _related(package, f"ppt/slides/_rels/slide{number}.xml.rels", "slideLayout")
    slide_layout = _levels_by_index(package.read(layout))
    shown: list[str] = []
    for body in [*slide.iter(f"{P}txBody"), *slide.iter(f"{A}txBody")]:
        holder = body.getparent().find(f".//{P}ph")
        index = None if holder is None else holder.get("idx", "0")
        shown += _paragraphs(body, {**slide_layout.get(index, {}), **_levels(body)})
    notes = f"ppt/notesSlides/notesSlide{number}.xml"
    if notes in package.namelist():
        for body in etree.fromstring(package.read(notes)).iter(f"{P}txBody"):
            shown += _paragraphs(body, {})
    return shown


def _related(package: zipfile.ZipFile, part: str, kind: str) -> str:
    rows = etree.fromstring(package.read(part))
    target = next(row.get("Target") for row in rows if row.get("Type").endswith(f"/{kind}"))
    return str(target).replace("..", "ppt")


@cache
def _levels_by_index(layout: bytes) -> dict[str | None, dict[int, int]]:
    return {
        shape.find(f".//{P}ph").get("idx", "0"): _levels(shape.find(f"{P}txBody"))
        for shape in etree.fromstring(layout).iter(f"{P}sp")
        if shape.find(f".//{P}ph") is not None
    }


def _levels(body: etree._Element) -> dict[int, int]:
    """Return the levels of a body's list style that are numbered, with what they begin with."""
    levels = {}
    for level in body.find(f"{A}lstStyle"):
        number = level.find(f"{A}buAutoNum")
        if number is not None:
            levels[int(level.tag[-4]) - 1] = int(number.get("startAt", "1"))
    return levels


def _paragraphs(body: etree._Element, levels: dict[int, int]) -> Iterator[str]:
    """Yield the words of paragraphs, with their numbers as PowerPoint counts them."""
    going: dict[int, tuple[int, int]] = {}
    for paragraph in body.iter(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level, own, none = 0, None, None
        if properties is not None:
            level = int(properties.get("lvl", "0"))
            own, none = properties.find(f"{A}buAutoNum"), properties.find(f"{A}buNone")
            none = none if none is not None else properties.find(f"{A}buChar")
        start = int(own.get("startAt", "1")) if own is not None else levels.get(level)
        going = {at: count for at, count in going.items() if at <= level}
        words = _words(paragraph)
        if start is None or none is not None:
            going.pop(level, None)
            yield words
            continue
        before = going.get(level)
        number = before[1] + 1 if before and before[0] == start else start
        going[level] = start, number
        yield f"{number} {words}"


def _words(paragraph: etree._Element) -> str:
    pieces = (
        "\n" if run.tag == f"{A}br" else run.text or "" for run in paragraph.iter(f"{A}br", f"{A}t")
    )
    return re.sub("[\u00a0\u202f]", " ", "".join(pieces))


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return one line for each text that was lost, after all of them were built."""
    folder = tmp_path_factory.mktemp("nothing-is-lost")
    put_named("".join(load_layout(name).example for name in layout_names()), folder)
    by_layout: dict[str, list[Case]] = {}
    for case in cases():
        by_layout.setdefault(case.slide["layout"], []).append(case)
    return [lost for some in by_layout.values() for lost in _lost(some, folder)]


def _lost(all_cases: list[Case], folder: Path) -> Iterator[str]:
    draft = _drafted(all_cases, folder / "all.yaml")
    built = []
    for case, findings, numbers in zip(all_cases, draft.said, draft.numbers, strict=True):
        errors = [finding for finding in findings if finding.severity == "error"]
        if case.shown is None and not errors:
            yield f"{case.at}: {case.text!r} is not refused"
        elif case.warned and not findings:
            yield f"{case.at}: {case.text!r} is not warned of"
        elif not errors:
            built.append((case, numbers))
    if len(built) < 0.45 * sum(case.shown is not None for case in all_cases):
        yield f"{all_cases[0].at}: only {len(built)} slides could be built"
    for case, numbers in built:
        shown = [text for number in numbers for text in shown_in(draft.package, number)]
        for words in str(case.shown).split("|"):
            if not any(words in paragraph for paragraph in shown):
                yield f"{case.at}: {case.text!r} lost {words!r}; there is {shown}"


class Draft(NamedTuple):
    """A file with all cases; slides with errors have others in their places, or are marked."""

    said: list[list[smdeck.Finding]]
    """The findings of each case that are about its text."""
    numbers: list[list[int]]
    """The slides of each case: some go on over further ones."""
    package: zipfile.ZipFile


def _drafted(all_cases: list[Case], file: Path) -> Draft:
    """Return a draft of all cases."""
    said: list[list[smdeck.Finding]] = [[] for _ in all_cases]
    findings = Findings()
    with access():
        node = read(_deck(all_cases, file), findings)
        assert node, findings
        compiled = compile_node(node, file, findings, drafting=Drafting())
        assert compiled, findings
        deck, scenes = compiled.deck, compiled.scenes
        data = presentation_parts(compiled.slide_layouts, scenes, deck, compiled.theme)
    for finding in findings:
        assert finding.place, finding
        if finding.slide and (finding.severity == "error" or finding.code in ABOUT_TEXTS):
            said[finding.slide - 1].append(finding)
    lines = [place.line for place in compiled.slide_places]
    numbers: list[list[int]] = [[] for _ in all_cases]
    for number, scene in enumerate(scenes, 1):
        numbers[lines.index(scene.place.line)].append(number)
    return Draft(said, numbers, zipfile.ZipFile(io.BytesIO(data)))


ABOUT_TEXTS = ("markup-as-typed", "link-left-out", "odd-character")


def _deck(all_cases: list[Case], file: Path) -> Path:
    """Write a deck of slides; JSON is YAML, too."""
    deck = {
        "title": "Texte",
        "typography": False,
        "slides": [case.slide for case in all_cases],
    }
    file.write_text(json.dumps(deck, ensure_ascii=False, indent=1), "utf-8")
    return file


def test_every_text_is_shown_or_a_finding(tried: list[str]) -> None:
    assert not tried, f"{len(tried)} of them:\n" + "\n".join(tried[:40])


def test_texts_of_the_deck_are_shown_too(tmp_path: Path) -> None:
    """Title, speaker and event stand on the title slide; each is a text like those of slides."""
    lost = []
    for text, shown in [(text, shown) for text, shown in SHOWN.items() if "\n" not in shown]:
        deck = {
            "title": f"Titel {text}",
            "subtitle": f"Unter {text}",
            "speaker": {"name": f"Name {text}", "role": f"Rolle {text}"},
            "event": {"name": f"Tag {text}", "place": f"Ort {text}"},
            "typography": False,
            "slides": [{"layout": "title"}],
        }
        file = tmp_path / "deck.yaml"
        file.write_text(json.dumps(deck, ensure_ascii=False), "utf-8")
        smdeck.build(file, tmp_path / "deck.pptx")
        with zipfile.ZipFile(tmp_path / "deck.pptx") as package:
            found = " ".join(shown_in(package, 1)).replace("\n", " ")
        words = shown.replace("\n", " ")
        lost += [
            f"{name} {words}: {found}"
            for name in ("Titel", "Unter", "Name", "Rolle", "Tag", "Ort")
            if f"{name} {words}" not in found
        ]
    assert not lost, "\n".join(lost)


def test_all_text_keys_are_tried() -> None:
    tried = {case.at.split(": ")[1].split(".")[-1] for case in cases()}
    known = {
        key.name
        for record in (Slide, Deck)
        for key in decode.keys(record).values()
        if isinstance(key.kind, kinds.TextKind)
    }
    assert known - {"footer", "comment"} <= tried
