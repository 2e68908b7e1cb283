"""Script, handout and kit: what stands in them, and that they are the same each time."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner

import smdeck
from smdeck.cli import cli

DECK = """\
title: Wege in den Dialog
minutes: 20
slides:
  - {layout: title, minutes: 1.5, notes: Guten Tag.}
  - {layout: section, title: Zuhören, minutes: 1}
  - layout: icon-grid
    title: Drei Wege
    reveal: true
    items: [{icon: ear, title: Hören}, {icon: messages, title: Fragen}, {icon: repeat, title: Üben}]
    notes: |
      Zuerst **langsam** lesen, siehe [Beispiel](https://example.com/a_b).

      - 1 * 2
      - zweitens
  - {layout: statement, title: Nur auf Nachfrage, hidden: true, minutes: 9}
  - {layout: contact, title: Sprechen wir, items: [kontakt@example.com], url: "https://example.com"}
"""

MARKDOWN = """\
# Wege in den Dialog

Skript · 9:50 – 9:52 · Zeit: 20 min

### 9:50 · Wege in den Dialog

Folie 1 · 1,5 min

Guten Tag.

## Zuhören

### 9:51 · Zuhören

Folie 2 · 1 min

### 9:52 · Drei Wege

Folie 3 · ≈ 0,1 min

Klicks: [1] Hören [2] Fragen [3] Üben

Zuerst **langsam** lesen, siehe [Beispiel](https://example.com/a_b).

- 1 \\* 2
- zweitens

### 9:52 · Sprechen wir

Folie 4

**Ende 9:52**
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    file = tmp_path / "wege.yaml"
    file.write_text(DECK, "utf-8")
    return file


def test_the_script_as_markdown_is_all_of_it(deck: Path) -> None:
    made = smdeck.script(deck, format="md", start="9:50")
    assert made.path.name == "wege-script.md"
    text = made.path.read_text("utf-8")
    assert text.replace("\xa0", " ") == MARKDOWN


def test_the_script_as_pdf_is_tagged_and_has_the_clock(deck: Path) -> None:
    data = smdeck.script(deck).path.read_bytes()
    talk = pymupdf.open(stream=data)
    assert b"pdfuaid:part" in data
    words = " ".join(" ".join(page.get_text() for page in talk).split())
    for told in (
        "0:00",
        "1:30",
        "2:30",
        "Ende 2:35",
        "≈ 0,1 min",
        "Drei Wege",
        "langsam",
        "Fragen",
    ):
        assert told in words, told
    assert "Nur auf Nachfrage" not in words
    assert all(page.rect.width < 421 for page in talk)  # A5, for one hand
    sizes = {
        round(span["size"], 1)
        for block in talk[0].get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if "Guten" in span["text"]
    }
    assert sizes == {14.5}


def test_two_slides_stand_on_a_page_of_a_handout(deck: Path) -> None:
    data = smdeck.handout(deck).path.read_bytes()
    talk = pymupdf.open(stream=data)
    assert b"pdfuaid:part" in data
    assert [[title for _, title, page in talk.get_toc() if page == n] for n in (1, 2)] == [
        ["Wege in den Dialog", "Zuhören"],
        ["Drei Wege", "Sprechen wir"],
    ]
    assert {link["uri"] for link in talk[1].get_links() if "uri" in link} >= {
        "https://example.com/a_b"
    }


def test_slides_with_their_notes_below_keep_bookmarks_and_links(deck: Path) -> None:
    data = smdeck.handout(deck, form="slides").path.read_bytes()
    talk = pymupdf.open(stream=data)
    assert b"pdfuaid:part" in data
    assert [title for _, title, _ in talk.get_toc()] == [
        "Wege in den Dialog", "Zuhören", "Drei Wege", "Sprechen wir"
    ]  # fmt: skip
    said = next(block for block in talk[0].get_text("blocks") if "Guten Tag." in block[4])
    assert said[1] > 540  # below the slide, whose size it has
    assert talk[0].rect.width == 960 and talk[0].rect.height > 560


def test_an_article_has_headings_text_and_pictures(deck: Path) -> None:
    data = smdeck.handout(deck, form="article").path.read_bytes()
    talk = pymupdf.open(stream=data)
    assert b"pdfuaid:part" in data
    titles = [entry[:2] for entry in talk.get_toc()]
    assert titles == [
        [1, "Wege in den Dialog"],
        [1, "Zuhören"],
        [2, "Drei Wege"],
        [2, "Sprechen wir"],
    ]
    assert "Guten Tag." in talk[0].get_text()


def test_pages_for_browsers_run_nothing(deck: Path) -> None:
    hostile = deck.with_name("fremd.yaml")
    hostile.write_text(
        "title: '`<script>alert(1)</script>`'\nslides:\n"
        "  - {layout: title, notes: '`<img src=x onerror=alert(2)>`'}\n",
        "utf-8",
    )
    for file in (deck, hostile):
        for made in (smdeck.script(file, format="html"), smdeck.handout(file, format="html")):
            page = made.path.read_text("utf-8")
            assert "<script" not in page and "<img" not in page
            assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "0:00" in smdeck.script(deck, format="html").path.read_text("utf-8")


def test_a_kit_holds_all_and_is_the_same_each_time(deck: Path, tmp_path: Path) -> None:
    data = smdeck.pack(deck).path.read_bytes()
    files = zipfile.ZipFile(io.BytesIO(data))
    assert files.namelist() == [
        "checkliste.html", "wege.pptx", "wege.pdf", "wege-script.pdf", "SHA256SUMS",
    ]  # fmt: skip
    for line in files.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert sha256(files.read(name)).hexdigest() == digest
    page = files.read("checkliste.html").decode()
    for told in ("16:9", "6 Mal weiter", "QR-Code (Folie 4)", "geöffnet werden (Folie 4)",
                 "Referentenansicht", "0:00 – 2:35 (20 min)"):  # fmt: skip
        assert told in page, told
    assert smdeck.pack(deck, tmp_path / "neu" / "wege.zip").path.read_bytes() == data


def test_fonts_go_along_where_their_licence_lets_them(
    deck: Path, repository: Path, tmp_path: Path
) -> None:
    from fontTools.ttLib import TTFont

    found = next(Path("/usr/share/fonts").rglob("LiberationSans-Regular.ttf"), None)
    if found is None:
        pytest.skip("Liberation Sans is not installed")
    for family, rights in (("Frei", 0), ("Eng", 8)):
        with TTFont(found) as font:
            font["OS/2"].fsType = rights
            for name in font["name"].names:
                if name.nameID in (1, 4, 16):
                    name.string = family
            font.save(tmp_path / f"{family}.ttf")
    (tmp_path / "theme.yaml").write_text(
        "extends: schlicht\ntypography:\n  fonts:\n"
        "    - {family: Frei, source: file, files: [Frei.ttf]}\n"
        "    - {family: Eng, source: file, files: [Eng.ttf]}\n"
        "  base: Eng\n  headings: Frei\n",
        "utf-8",
    )
    deck.write_text(f"theme: .\n{DECK}", "utf-8")
    files = zipfile.ZipFile(smdeck.pack(deck).path)
    assert [name for name in files.namelist() if name.startswith("fonts/")] == ["fonts/Frei.ttf"]
    page = files.read("checkliste.html").decode()
    assert "installieren: Frei" in page and "laufen Texte anders: Eng" in page


def test_the_commands_say_what_they_made(deck: Path, tmp_path: Path) -> None:
    run = CliRunner()
    done = run.invoke(cli, ["script", str(deck), "--format", "md", "-o", f"{tmp_path}/out/"])
    assert done.exit_code == 0
    assert f"→ {tmp_path}/out/wege-script.md: 5 slides" in done.stdout
    late = run.invoke(cli, ["script", str(deck), "--start", "25:00"])
    assert late.exit_code == 2 and "--start takes a time as 9:30" in late.stderr
    other = run.invoke(cli, ["pack", str(deck), "-o", "wege.rar"])
    assert other.exit_code == 2 and "does not end in .zip" in other.stderr
    over = run.invoke(cli, ["handout", str(deck), "--format", "html", "-o", str(tmp_path)])
    assert over.exit_code == 0 and (tmp_path / "wege-handout.html").is_file()


def test_what_is_for_the_speaker_alone_is_no_part_of_a_handout(deck: Path) -> None:
    deck.write_text(
        'title: A\nclock: "10:00"\nslides:\n'
        '  - {layout: title, minutes: 2, notes: "Hallo.\\n\\n> Pause machen"}\n'
        "  - {layout: statement, title: Viel, cut: true, minutes: 3}\n"
        "  - {layout: statement, title: Mehr, backup: true}\n",
        "utf-8",
    )
    script = smdeck.script(deck, format="md").path.read_text("utf-8")
    assert "### 10:02 · Viel\n\nFolie 2 · 3 min · **entfällt bei Verzug**" in script
    assert "Pause machen" in script and "### – · Mehr" in script and "Minute" not in script
    for form in ("pages", "article"):
        page = smdeck.handout(deck, format="html", form=form).path.read_text("utf-8")
        assert "Hallo." in page and "Pause machen" not in page


def test_the_script_as_a_word_document(deck: Path) -> None:
    from lxml import etree
    from sdk_validator import VALIDATOR, complaints

    made = smdeck.script(deck, format="docx").path
    files = zipfile.ZipFile(made)
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    document = etree.fromstring(files.read("word/document.xml"))
    told = []
    for paragraph in document.iter(f"{word}p"):
        style = paragraph.find(f"{word}pPr/{word}pStyle")
        words = "".join(paragraph.itertext())
        told.append((style.get(f"{word}val") if style is not None else "", words))
    assert ("Title", "Wege in den Dialog") in told
    assert ("Heading1", "Zuhören") in told
    assert ("Heading2", "2:30  Drei Wege") in told
    assert ("Info", "Klicks: [1] Hören   [2] Fragen   [3] Üben") in told
    assert ("", "•1 * 2") in told
    assert "NUMPAGES" in files.read("word/footer.xml").decode()
    assert [name for name in files.namelist() if name.endswith(".png")] == [
        f"word/media/{n}.png" for n in (1, 2, 3, 4)
    ]
    assert "https://example.com/a_b" in files.read("word/_rels/document.xml.rels").decode()
    assert smdeck.script(deck, format="docx").path.read_bytes() == made.read_bytes()
    if VALIDATOR.exists():
        assert not complaints(VALIDATOR, made)
