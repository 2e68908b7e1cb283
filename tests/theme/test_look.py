"""The look: each choice of a theme changes what is drawn, and the file stays sound."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from package_checks import problems
from rendering import DECKS, gallery

import smdeck
from smdeck.findings import Findings
from smdeck.theme.compiling import compile_theme

CHOICES = {
    # what stands under `defaults.smdeck`, and the layouts that look another way by it
    "look: {headings: regular}": {"Titel und Inhalt", "Aussage"},
    "look: {leading: 0.8}": {"Titel und Inhalt", "Titelfolie"},
    "look: {align: center}": {"Titelfolie", "Abschnitt", "Aussage", "Fragen"},
    "look: {measure: 700}": {"Titelfolie", "Abschnitt", "Fragen"},
    "look: {cards: framed}": {"Karten", "Vergleich", "Agenda"},
    "look: {cards: ruled}": {"Karten", "Vergleich"},
    "look: {numbers: marked}": {"Agenda", "Fazit"},
    "look: {steps: blocks}": {"Ablauf"},
    "look: {steps: line}": {"Ablauf"},
    "look: {bar: [90, 2]}": {"Aussage", "Diagramm"},
    "furniture: [{box: [0, 0, 960, 9], fill: brand}]": {"Agenda", "Aussage"},
    "furniture: [{box: [0, 0, 960, 9], part: head}]": {"Agenda"},
    "base: dark": {"Agenda", "Titel und Inhalt"},
    "grid: {title: [43, 60, 870, 80], body: [43, 160, 870, 300], source: [43, 480, 870, 18],"
    " foot: [43, 20, 870, 18]}": {"Titel und Inhalt", "Aussage", "Titelfolie"},
}

MARKS = {"disc": 'prst="ellipse"', "square": 'prst="rect"', "plain": None}


def themed(folder: Path, repository: Path, setting: str) -> Path:
    """Write the house theme with a setting more, beside a gallery of all layouts."""
    theme = folder / "themes" / "haus"
    theme.mkdir(parents=True)
    for file in (repository / "themes" / "vortrag").iterdir():
        (theme / file.name).write_bytes(file.read_bytes())
    with (theme / "theme.yaml").open("a", encoding="utf-8") as written:
        written.write(f"    {setting}\n")
    (folder / "bilder").symlink_to(DECKS / "bilder")
    deck = folder / "deck.yaml"
    deck.write_text(gallery("").replace("theme: vortrag", "theme: haus"), "utf-8")
    return deck


def layouts_of(file: Path) -> dict[str, str]:
    """Return the XML of each native layout by its name."""
    with zipfile.ZipFile(file) as parts:
        texts = [
            parts.read(name).decode()
            for name in parts.namelist()
            if name.startswith("ppt/slideLayouts/slideLayout")
        ]
    return {text.split('<p:cSld name="')[1].split('"')[0]: text for text in texts}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> dict[str, str]:
    """The native layouts of the house theme as it is."""
    folder = tmp_path_factory.mktemp("usual")
    return layouts_of(smdeck.build(themed(folder, repository, "")).path)


@pytest.mark.parametrize("setting", CHOICES)
def test_a_choice_changes_its_layouts(
    setting: str, usual: dict[str, str], tmp_path: Path, repository: Path
) -> None:
    built = smdeck.build(themed(tmp_path, repository, setting))
    assert not built.findings
    assert problems(built.path, audit=False) == []
    changed = {name for name, xml in layouts_of(built.path).items() if usual.get(name) != xml}
    assert changed >= CHOICES[setting]


@pytest.mark.parametrize("mark", MARKS)
def test_icons_stand_in_the_mark_of_the_theme(mark: str, tmp_path: Path, repository: Path) -> None:
    built = smdeck.build(themed(tmp_path, repository, f"look: {{marks: {mark}}}"))
    with zipfile.ZipFile(built.path) as parts:
        (grid,) = [
            text
            for name in parts.namelist()
            if name.startswith("ppt/slides/slide")
            if "Vier Bausteine" in (text := parts.read(name).decode())
        ]
    shapes = [shape for shape in grid.split("<p:sp>") if 'name="Kreis' in shape]
    assert len(shapes) == (4 if MARKS[mark] else 0)
    assert all(str(MARKS[mark]) in shape for shape in shapes)
    assert grid.count("<a:custGeom>") == 4


@pytest.mark.parametrize(
    "setting", ["look: {cards: round}", "base: black", "furniture: [{box: [0, 0]}]",
                "look: {leading: 3}", "grid: {title: [0, 0, 1, 1]}"],
)  # fmt: skip
def test_what_is_no_choice_is_a_finding(setting: str, tmp_path: Path, repository: Path) -> None:
    deck = themed(tmp_path, repository, setting)
    findings = Findings()
    compile_theme(deck.parent / "themes" / "haus" / "theme.yaml", findings)
    assert [finding for finding in findings.in_order() if finding.place]
