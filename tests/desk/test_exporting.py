"""Exports: one page to send, and pictures of all slides; whole, and nothing elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from PIL import Image

import smdeck
from smdeck.cli import cli

DECK = """\
title: "Vom Monolog & <b>Dialog</b>"
slides:
  - {title: Eins, items: ["[zur zweiten](#zwei)", "[ins Netz](https://example.com/)"]}
  - {title: Zwei, id: zwei, items: [a, b], reveal: true, notes: "**Laut** `<script>alert(1)`"}
  - {title: Verborgen, items: [c], hidden: true}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The file of a deck of three slides, the last of them hidden."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    return path


def page(deck: Path) -> str:
    """Return the text of the page that is built of a deck."""
    return smdeck.build(deck, format="html").path.read_text("utf-8")


def test_a_page_holds_the_slides_that_are_shown_with_notes_and_links(deck: Path) -> None:
    text = page(deck)
    assert text.count('<section class="slide"') == 2 and "Verborgen" not in text
    assert '<a href="#2">' in text and 'href="https://example.com/"' in text
    assert "<strong>Laut</strong>" in text
    assert 'data-click="2"' in text and "data-at" not in text


def test_a_page_runs_its_own_script_alone_and_asks_for_nothing(deck: Path) -> None:
    text = page(deck)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy and "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    assert text.count("<script>") == 1 and "<script>alert" not in text
    assert "<title>Vom Monolog &amp; &lt;b&gt;Dialog&lt;/b&gt;</title>" in text
    loaded = re.findall(r'(?:src|xlink:href)="([^"]+)"|url\(([^)]+)\)', text)
    assert all((a or b).startswith("data:") for a, b in loaded)


def test_the_same_deck_gives_the_same_page(deck: Path) -> None:
    assert page(deck) == page(deck)


def test_svgs_stand_by_themselves(deck: Path) -> None:
    built = smdeck.build(deck, format="svg")
    assert built.path == deck.with_name("talk-svg")
    files = sorted(built.path.iterdir())
    assert [file.name for file in files] == ["01.svg", "02.svg"]
    for file in files:
        root = ElementTree.parse(file).getroot()
        assert root.attrib["viewBox"] == "0 0 960 540"


def test_pngs_show_the_slides(deck: Path) -> None:
    built = smdeck.build(deck, format="png")
    files = sorted(built.path.iterdir())
    assert [file.name for file in files] == ["01.png", "02.png"]
    with Image.open(files[0], formats=["PNG"]) as picture:
        assert picture.size == (1920, 1080)
        pixels = picture.convert("RGB")
        colors = pixels.crop((80, 60, 500, 160)).getcolors(1 << 20)
    assert colors and len(colors) > 20  # the words of the title


def test_a_font_that_the_computer_lacks_leaves_no_gaps_between_words(tmp_path: Path) -> None:
    """Bold words begin where they were measured, so those before them have to reach as far."""
    (tmp_path / "_brand.yml").write_text("typography: {base: Verdana}\n", "utf-8")
    deck = tmp_path / "schrift.yaml"
    deck.write_text(
        "title: A\ntheme: _brand.yml\nfooter: false\nslides:\n  - layout: text\n"
        "    title: Worte\n    text: Der Begriff **Social Media** beschreibt **viel**\n",
        "utf-8",
    )
    smdeck.build(deck, tmp_path / "out", format="png")
    with Image.open(tmp_path / "out" / "01.png", formats=["PNG"]) as picture:
        gray = picture.convert("L").crop((0, 300, 1920, 1000))
    columns = inked(gray)
    gaps = [len(run) for run in columns.strip().split("x") if run]
    assert len(gaps) > 2 and max(gaps) < 45  # pixels; a space of Verdana has 28


def inked(picture: Image.Image) -> str:
    """Return a letter for each column of a picture: `x` where it has ink, else a space."""
    dark = picture.point(lambda level: 255 if level < 160 else 0)
    bounds = [dark.crop((x, 0, x + 1, dark.height)).getbbox() for x in range(dark.width)]
    return "".join("x" if one else " " for one in bounds)


def test_pictures_set_words_from_right_to_left_at_the_right(tmp_path: Path) -> None:
    """Latin words, too, in a talk in Hebrew: they end where the title's margin is."""
    deck = tmp_path / "deck.yaml"
    slide = "  - {{layout: text, composition: body, title: {}, text: שלום}}\n"
    slides = "".join(map(slide.format, ("Forum", "שלום Forum")))
    deck.write_text(f"title: שלום\nlang: he-IL\ntheme: schlicht\nslides:\n{slides}", "utf-8")
    smdeck.build(deck, tmp_path / "out", format="png")
    for name in ("01.png", "02.png"):
        with Image.open(tmp_path / "out" / name, formats=["PNG"]) as picture:
            box = picture.convert("L").crop((0, 50, 1920, 190))
        columns = inked(box).rstrip()
        assert 1820 < len(columns) < 1840 and "x" not in columns[:1200], name


def test_pictures_of_a_longer_talk_are_gone_when_it_is_shorter(deck: Path) -> None:
    folder = smdeck.build(deck, format="svg").path
    deck.write_text("title: a\nslides: [{title: b, items: [c]}]\n", "utf-8")
    smdeck.build(deck, format="svg")
    assert [file.name for file in folder.iterdir()] == ["01.svg"]
    assert sorted(file.name for file in deck.parent.iterdir()) == ["talk-svg", "talk.yaml"]


def test_a_folder_with_other_files_is_left_alone(deck: Path) -> None:
    folder = deck.with_name("talk-svg")
    folder.mkdir()
    (folder / "eigenes.txt").write_text("von Hand", "utf-8")
    with pytest.raises(smdeck.DeckError, match=r"holds other files: `eigenes\.txt`"):
        smdeck.build(deck, format="svg")
    assert [file.name for file in folder.iterdir()] == ["eigenes.txt"]


@pytest.mark.parametrize("kind", ["html", "svg", "png"])
def test_an_error_leaves_older_output_untouched(kind: str, deck: Path) -> None:
    older = deck.with_name({"html": "talk.html"}.get(kind, f"talk-{kind}"))
    older.write_text("older", "utf-8")
    deck.write_text("title: a\nslides: [{titel: b}]\n", "utf-8")
    result = CliRunner().invoke(cli, ["build", str(deck), "--format", kind])
    assert result.exit_code == 1 and older.read_text("utf-8") == "older"


def test_a_page_never_replaces_what_it_is_made_from(deck: Path) -> None:
    with pytest.raises(smdeck.DeckError, match="is a file that the talk is made from"):
        smdeck.build(deck, deck, format="html")
    assert deck.read_text("utf-8") == DECK


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["--format", "html"], "talk.html"),
        (["--format", "html", "-o", "neu.html"], "neu.html"),
        (["--format", "html", "-o", "aus/"], "aus/talk.html"),
        (["--format", "svg", "-o", "aus/"], "aus/talk-svg/01.svg"),
    ],
)
def test_the_command_names_targets_as_for_presentations(
    arguments: list[str], written: str, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deck.parent)
    result = CliRunner().invoke(cli, ["build", "talk.yaml", *arguments])
    assert result.exit_code == 0, result.stderr
    assert (deck.parent / written).is_file()


@pytest.mark.parametrize(
    ("kind", "out", "said"),
    [
        ("html", "neu.pptx", "neither a .html nor a folder; for a file write neu.html"),
        ("svg", "neu", "is no folder; for a new one write neu/"),
    ],
)
def test_targets_of_another_kind_are_wrong_usage(
    kind: str, out: str, said: str, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deck.parent)
    result = CliRunner().invoke(cli, ["build", "talk.yaml", "--format", kind, "-o", out])
    assert result.exit_code == 2 and said in result.stderr


def test_fonts_that_may_not_travel_stay_at_home(
    tmp_path: Path, repository: Path, deck: Path
) -> None:
    def built(embed: str) -> str:
        folder = tmp_path / "themes" / f"eigen{embed}"
        folder.mkdir(parents=True)
        font = (repository / "tests" / "fonts" / "Gelasio-Regular.ttf").read_bytes()
        (folder / "gelasio.ttf").write_bytes(font)
        (folder / "theme.yaml").write_text(
            "meta: {name: Eigen}\nextends: vortrag\n"
            "typography:\n  fonts: [{source: file, family: Gelasio, files: [gelasio.ttf]}]\n"
            f"  base: Gelasio\ndefaults: {{smdeck: {{fonts: {{embed: {embed}}}}}}}\n",
            "utf-8",
        )
        deck.write_text(f"theme: eigen{embed}\n{DECK}", "utf-8")
        return page(deck)

    assert "@font-face" in built("true")
    assert "@font-face" not in built("false")
