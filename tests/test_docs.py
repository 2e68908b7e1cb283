"""The docs: what they say is what smdeck does."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

import smdeck
from smdeck.checking import rule_codes
from smdeck.layouts import layout_names
from smdeck.model.chart_types import ChartType
from smdeck.model.decode import keys
from smdeck.model.fields import Record
from smdeck.model.records import Deck, Slide

ROOT = Path(__file__).resolve().parent.parent
HOW_TOS = (ROOT / "docs" / "how-to").glob("*.md")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *HOW_TOS])
COMPOSITIONS = sorted((ROOT / "docs" / "layouts").glob("*.md"))
FINDINGS = (ROOT / "docs" / "findings.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", FINDINGS, re.M | re.S))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def blocks(text: str, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def examples() -> Iterator[tuple[str, str]]:
    """Return the code and the deck of each example of a finding."""
    for code, section in SECTIONS.items():
        for block in blocks(section, "yaml"):
            yield code, block


def written(text: str, folder: Path) -> Path:
    """Write a deck, or a slide as a deck, into a folder beside the pictures of the decks."""
    if re.match("layout:", text):
        text = "title: Ein Beispiel\nslides:\n  - " + textwrap.indent(text, "    ").lstrip()
    shutil.copytree(ROOT / "decks" / "bilder", folder / "bilder", dirs_exist_ok=True)
    beside = ROOT / "tests" / "bad_decks" / "beside"
    for file in (*beside.glob("*.p[op]t*"), *beside.glob("*.csv")):
        if file.is_file():
            shutil.copy(file, folder)
    for name in ("wortwahl", "markenbuch"):
        shutil.copytree(beside / "themes" / name, folder / "themes" / name, dirs_exist_ok=True)
    with Image.open(folder / "bilder" / "publikum.png") as picture:
        picture.resize((320, 360)).save(folder / "bilder" / "vorschau.png")
    Image.new("L", (1920, 1080), 92).save(folder / "bilder" / "bruecke.jpg")
    deck = folder / "deck.yaml"
    deck.write_text(text, "utf-8")
    return deck


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    plain = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def test_the_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "docs" / "make_reference.py"), "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_every_layout_has_a_picture() -> None:
    pictures = {file.stem for file in (ROOT / "docs" / "images" / "layouts").glob("*.png")}
    assert pictures == set(layout_names())


def test_every_composition_has_a_picture_on_its_page() -> None:
    shown = {
        target
        for page in COMPOSITIONS
        for target in re.findall(r"/(compositions/.+)\.png\)", page.read_text("utf-8"))
    }
    images = ROOT / "docs" / "images"
    pictures = {f"compositions/{file.stem}" for file in (images / "compositions").glob("*.png")}
    missing = {target for target in shown if target not in pictures}
    assert shown
    assert not missing, "run `make pictures`"


@pytest.mark.slow
def test_the_slides_of_the_pages_of_compositions_show_what_they_say(tmp_path: Path) -> None:
    """All in one deck: none has a finding, so each shows the composition that it asks for."""
    slides = [block for page in COMPOSITIONS for block in blocks(page.read_text("utf-8"), "yaml")]
    entries = ("  - " + textwrap.indent(slide, "    ").lstrip() for slide in slides)
    head = "title: Alle\ntheme: vortrag\nspeaker: Kim Muster\nslides:\n"
    deck = written(head + "\n".join(entries), tmp_path)
    found = [
        f"slide {finding.slide}: {finding.message}"
        for finding in smdeck.check(deck)
        if finding.code not in OF_A_WHOLE_TALK
    ]
    assert len(slides) > 100
    assert found == []


def test_the_page_of_charts_has_each_of_them_with_its_picture(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "charts.md").read_text("utf-8")
    names = re.findall(r"^## (\S+)", page, re.MULTILINE)
    entries = ("  - " + textwrap.indent(one, "    ").lstrip() for one in blocks(page, "yaml"))
    deck = written("title: Alle\nslides:\n" + "\n".join(entries), tmp_path)
    pictures = {file.stem for file in (ROOT / "docs" / "images" / "charts").glob("*.png")}
    assert {*get_args(ChartType)} <= {*names}
    assert {*names} == pictures, "run `python docs/make_pictures.py --only charts`"
    assert [f.message for f in smdeck.check(deck) if f.code not in OF_A_WHOLE_TALK] == []


OF_A_WHOLE_TALK = {"repeated-title", "words", "bullets", "image-resolution"}
"""What is found where many slides have one title, or a picture covers more than its example is
made for."""


def test_every_code_in_the_sources_is_explained_and_no_other() -> None:
    called = (
        r"(?:\b(?:error|warn|Finding|\w*Problem|Refused|_TooMuch|Unusable|UnusableFont)\(\s*"
        r'|\bcode(?:: str)? ?= ?)"([a-z-]+)"'
    )
    sources = (file.read_text("utf-8") for file in (ROOT / "smdeck").rglob("*.py"))
    codes = {code for text in sources for code in re.findall(called, text)} | {*rule_codes()}
    assert codes == set(SECTIONS)
    assert all("**What to do:**" in section for section in SECTIONS.values())


@pytest.mark.slow
@pytest.mark.parametrize(("code", "text"), list(examples()))
def test_the_example_of_a_finding_has_that_finding(code: str, text: str, tmp_path: Path) -> None:
    assert code in {finding.code for finding in smdeck.check(written(text, tmp_path))}


def test_the_first_deck_of_the_readme_builds(tmp_path: Path) -> None:
    deck = written(blocks(README, "yaml")[0], tmp_path)
    assert smdeck.build(deck).findings == []


def test_the_finding_of_the_readme_is_printed_as_it_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the finding of the first deck with its last layout misspelt."""
    (shown,) = re.findall(r"^error\[.*?(?=^```)", README, re.M | re.S)
    deck = written(blocks(README, "yaml")[0].replace("icon-grid", "icon-gird"), tmp_path)
    deck.rename(tmp_path / "dialog.yaml")
    monkeypatch.chdir(tmp_path)
    assert [str(finding) for finding in smdeck.check("dialog.yaml")] == [shown.strip()]


@pytest.mark.parametrize(("row", "record"), [("deck", Deck), ("every slide", Slide)])
def test_the_language_in_brief_names_every_key(row: str, record: type[Record]) -> None:
    page = (ROOT / "docs" / "language.md").read_text("utf-8")
    (line,) = re.findall(rf"^\| {row} \| (.*)$", page, re.M)
    assert set(keys(record)) == set(re.findall(r"`(\w+)`", line))


@pytest.mark.parametrize("name", ["language.md", "reuse.md"])
def test_whole_decks_of_a_page_have_no_findings(name: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / name).read_text("utf-8")
    decks = [
        block
        for block in blocks(page, "yaml")
        if re.search(r"^title:.*^slides:", block, re.M | re.S)
    ]
    assert decks
    for deck in decks:
        assert smdeck.check(written(deck, tmp_path)) == []


@each_page
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, section = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if section:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.M)
            assert section in map(anchor, headings), target


@each_page
def test_every_make_target_of_a_page_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = re.findall(r"(?:`|^\$ |^)make ([a-z]+)", page.read_text("utf-8"), re.M)
    assert set(named) <= targets


def test_the_walks_lead_through_rooms_that_are_there() -> None:
    """Each step of `Three walks` names a file, and functions and classes that it defines."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    walks = text.partition("## Three walks")[2].partition("\n## ")[0]
    named = re.findall(r"`([\w/]+\.py)`((?: `[\w.]+`)*)", walks)
    assert len(named) > 20
    for file, names in named:
        source = (ROOT / "smdeck" / file).read_text("utf-8")
        for name in re.findall(r"`([\w.]+)`", names):
            own = name.rpartition(".")[2]
            assert re.search(rf"^ *(def|class) {own}\b", source, re.M), (file, name)
