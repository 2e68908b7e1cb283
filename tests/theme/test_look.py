"""The look: each choice of a theme changes what is drawn, and the file stays sound."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from package_checks import problems

import smdeck
from smdeck.compose import Composition
from smdeck.findings import Findings
from smdeck.layouts import load_layout
from smdeck.page.composed import Composed, preferred
from smdeck.theme import find_theme, shipped_themes
from smdeck.theme.resolving import compile_theme

pytestmark = pytest.mark.slow

CHOICES = {
    # what stands under `defaults.smdeck`, and the layouts that look another way by it
    "look: {headings: regular}": {"Titel und Inhalt", "Aussage"},
    "look: {body: bold}": {"Titel und Inhalt", "Karten"},
    "look: {leading: 0.8}": {"Titel und Inhalt"},
    "look: {display_leading: 0.9}": {"Titelfolie", "Aussage"},
    "look: {display_anchor: top}": {"Titelfolie"},
    "look: {align: center}": {"Titelfolie", "Abschnitt", "Aussage", "Fragen"},
    "look: {titles: center}": {"Titel und Inhalt", "Karten"},
    "look: {measure: 300}": {"Titelfolie"},
    "look: {cards: framed}": {"Karten"},
    "look: {cards: ruled}": {"Karten"},
    "look: {cards: speech}": {"Karten"},
    "look: {cards: beam}": {"Karten"},
    "look: {cards: filled, card_edge: 4}": {"Karten"},
    "look: {step_edge: 3, step_ink: highlight}": {"Ablauf"},
    "look: {numbers: plain}": {"Agenda"},
    "look: {numerals: regular}": {"Agenda", "Ablauf"},
    "look: {bullets: square}": {"Titel und Inhalt"},
    "look: {thread: 0}": {"Agenda", "Symbole"},
    "look: {column: rule}": {"Agenda"},
    "look: {plane: contrast}": {"Agenda"},
    "look: {loud: contrast}": {"Vergleich"},
    "prefer: {quote: [hung]}": {"Zitat, Hängend"},
    "avoid: {agenda: [stations]}": set(),
    "type: {display_tracking: -0.05}": {"Titelfolie", "Aussage"},
    "furniture: [{box: [0, 0, 960, 9], fill: brand}]": {"Titel und Inhalt", "Aussage"},
    "furniture: [{box: [0, 0, 960, 9], part: head}]": {"Titel und Inhalt"},
    "base: dark": {"Agenda", "Titel und Inhalt"},
    "grid: {title: [43, 60, 870, 80], body: [43, 160, 870, 300], source: [43, 480, 870, 18],"
    " foot: [43, 20, 870, 18]}": {"Titel und Inhalt"},
}

MARKS = {
    "disc": 'prst="ellipse"', "square": 'prst="rect"', "tile": 'prst="rect"',
    "ring": 'prst="ellipse"', "medal": None, "plain": None,
}  # fmt: skip
"""The outline that every shape behind an icon has; None where there are others, or none at all."""

BEHIND = {"disc": 4, "square": 4, "tile": 4, "ring": 8, "medal": 8, "plain": 0}
"""How many shapes stand behind four icons: a ring glows, a medal has a shadow."""


DECK = """\
theme: haus
lang: de
title: Was ist Social Media?
slides:
  - {layout: title}
  - layout: quote
    quote: >-
      Der Benutzer, bisher meist nur Konsument, wird selber zum Produzenten und
      förmlich aus seiner medialen Unmündigkeit befreit.
    by: Beispielwerk
  - layout: icon-grid
    title: Vier Bausteine
    items:
      - {icon: message-circle, title: Nachrichten, text: Direkt und öffentlich}
      - {icon: messages, title: Kommentare, text: Aus Lesern werden Partner}
      - {icon: photo, title: Inhalte, text: "Text, Bild und Film"}
      - {icon: world, title: Plattformen, text: Offen für alle}
"""
"""Every file has the usual slide layout of each kind: so few slides show all of them."""


def themed(folder: Path, setting: str) -> Path:
    """Write a theme that is the house theme but for a setting, and a deck that has it."""
    theme = folder / "themes" / "haus"
    theme.mkdir(parents=True)
    settings = f"defaults:\n  smdeck:\n    {setting}\n" if setting else ""
    (theme / "theme.yaml").write_text(f"extends: vortrag\n{settings}", "utf-8")
    deck = folder / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    return deck


def layouts_of(file: Path) -> dict[str, str]:
    """Return the XML of each slide layout by its name."""
    with zipfile.ZipFile(file) as parts:
        texts = [
            parts.read(name).decode()
            for name in parts.namelist()
            if name.startswith("ppt/slideLayouts/slideLayout")
        ]
    return {text.split('<p:cSld name="')[1].split('"')[0]: text for text in texts}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The slide layouts of the house theme as it is."""
    folder = tmp_path_factory.mktemp("usual")
    return layouts_of(smdeck.build(themed(folder, "")).path)


@pytest.mark.parametrize("setting", CHOICES)
def test_a_choice_changes_its_layouts(setting: str, usual: dict[str, str], tmp_path: Path) -> None:
    built = smdeck.build(themed(tmp_path, setting))
    assert not built.findings
    assert problems(built.path, audit=False) == []
    changed = {name for name, xml in layouts_of(built.path).items() if usual.get(name) != xml}
    assert changed >= CHOICES[setting]


@pytest.mark.parametrize("mark", MARKS)
def test_icons_stand_in_the_mark_of_the_theme(mark: str, tmp_path: Path) -> None:
    built = smdeck.build(themed(tmp_path, f"look: {{marks: {mark}}}"))
    with zipfile.ZipFile(built.path) as parts:
        (grid,) = [
            text
            for name in parts.namelist()
            if name.startswith("ppt/slides/slide")
            if "Vier Bausteine" in (text := parts.read(name).decode())
        ]
    shapes = [shape for shape in grid.split("<p:sp>") if 'name="Kreis' in shape]
    assert len(shapes) == BEHIND[mark]
    if MARKS[mark]:
        assert all(str(MARKS[mark]) in shape for shape in shapes)


@pytest.mark.parametrize("name", shipped_themes())
def test_themes_name_layouts_and_compositions_that_there_are(name: str) -> None:
    theme = find_theme(name, Path(), Findings())
    assert theme
    for layout, names in [*theme.taste.prefer.items(), *theme.taste.avoid.items()]:
        there = {one.name for one in compositions_of(layout)}
        assert {*names} <= there, layout
    for key in theme.branding.art:
        layout, _, composition = key.partition(" ")
        if layout not in ("usual", "column"):
            there = {one.name for one in compositions_of(layout)}
            assert not composition or composition in there, key


def compositions_of(name: str) -> tuple[Composition, ...]:
    """Return the compositions of a layout."""
    layout = load_layout(name)
    assert issubclass(layout, Composed)
    return layout.compositions


@pytest.mark.parametrize("layout", ["section", "icon-grid", "quote", "bullets"])
def test_what_a_theme_must_ask_for_is_not_taken_by_others(layout: str) -> None:
    house = find_theme("vortrag", Path(), Findings())
    assert house
    compositions = compositions_of(layout)
    taken = preferred(house.taste, layout, compositions)
    assert {one.name for one in compositions} - {one.name for one in taken}
    assert not any(one.asked for one in taken)


def test_what_a_theme_prefers_comes_first_and_what_it_avoids_last() -> None:
    poster, plain = (find_theme(name, Path(), Findings()) for name in ("plakat", "schlicht"))
    assert poster and plain
    compositions = compositions_of("icon-grid")
    assert preferred(poster.taste, "icon-grid", compositions)[0].name == "band"
    names = [one.name for one in preferred(plain.taste, "icon-grid", compositions)]
    assert (names[0], names[-1]) == ("tiles", "thread")


def test_a_fill_that_grows_fainter_has_two_stops_of_one_colour(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "theme: buehne\nlang: de\ntitle: Licht\nslides:\n"
        "  - {layout: cards, title: Zwei Lampen, items: [{title: Eins, icon: rocket, text: Hell},"
        " {title: Zwei, icon: world, text: Auch hell}, {title: Drei, icon: mail, text: Hell}]}\n",
        "utf-8",
    )
    built = smdeck.build(deck)
    cards = layouts_of(built.path)["Karten"]
    stops = cards.split("<a:gsLst>")[1].split("</a:gsLst>")[0]
    assert stops.count("<a:gs ") == 2
    assert len({stop.split('"')[0] for stop in stops.split('schemeClr val="')[1:]}) == 1
    assert problems(built.path, audit=False) == []


def test_bold_words_lean_where_the_theme_sets_off_so(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "theme: feuilleton\nlang: de\ntitle: Worte\nslides:\n"
        '  - {layout: statement, title: "Aus Monologen werden **Dialoge.**"}\n',
        "utf-8",
    )
    with zipfile.ZipFile(smdeck.build(deck).path) as parts:
        slide = parts.read("ppt/slides/slide1.xml").decode()
    run = slide.split("Dialoge.")[0].rsplit("<a:r>", 1)[1]
    assert 'i="1"' in run
    assert 'b="1"' not in run


@pytest.mark.parametrize(
    "setting", ["look: {cards: round}", "base: black", "furniture: [{box: [0, 0]}]",
                "look: {leading: 3}", "grid: {title: [0, 0, 1, 1]}"],
)  # fmt: skip
def test_what_is_no_choice_is_a_finding(setting: str, tmp_path: Path) -> None:
    deck = themed(tmp_path, setting)
    findings = Findings()
    compile_theme(deck.parent / "themes" / "haus" / "theme.yaml", findings)
    assert [finding for finding in findings.in_order() if finding.place]
