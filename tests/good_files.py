"""Good files of all kinds that are damaged: pictures, fonts, decks, data, templates, themes."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from company import company
from openpyxl.styles import Font
from picture_making import exif, flat, photograph, profile, svg, written
from PIL import Image
from rendering import EVERY_KEY_DECK, GALLERY_HEAD
from whole_gallery import whole_gallery

from smdeck.theme.folders import themes_folder

TESTS = Path(__file__).parent
FONTS = TESTS / "fonts"
DECKS = TESTS.parent / "decks"
BESIDE = TESTS / "bad_decks" / "beside"

SLIDES_OF_A_DECK = 3
"""Long decks are taken apart: what is wrong with one slide is as wrong in a short deck."""


def pictures() -> list[bytes]:
    """Return pictures of all formats, some with all metadata."""
    frames = [flat().convert("P"), photograph().convert("P")]
    film = {"save_all": True, "append_images": frames[1:]}
    return [
        written(flat(), "PNG"),
        written(photograph(300, 200), "PNG", exif=exif(6), icc_profile=profile()),
        written(flat(mode="P"), "PNG"),
        written(Image.new("I;16", (60, 40), 30000), "PNG"),
        written(frames[0], "PNG", **film),
        written(photograph(300, 200), "JPEG", exif=exif(6), comment=b"x", icc_profile=profile()),
        written(photograph(300, 200), "JPEG", progressive=True),
        written(flat(mode="CMYK"), "JPEG"),
        written(flat(), "MPO", save_all=True, append_images=[flat()], exif=exif(8)),
        written(frames[0], "GIF", **film, comment=b"x"),
        written(photograph(), "WEBP", exif=exif(6), icc_profile=profile()),
        written(flat(mode="RGBA"), "WEBP", lossless=True),
        written(flat(), "WEBP", save_all=True, append_images=[photograph()]),
        written(flat(), "BMP"),
        written(flat(mode="P"), "BMP"),
        written(photograph(), "TIFF", exif=exif(6), icc_profile=profile()),
        written(flat(), "TIFF", compression="tiff_lzw"),
        written(flat(mode="CMYK"), "TIFF"),
        written(flat(mode="1"), "TIFF", compression="group4"),
        written(flat(), "TIFF", compression="jpeg"),
    ]


def svgs() -> list[bytes]:
    """Return SVGs: logos and art of the themes, and one with much that an SVG can have."""
    files = sorted(themes_folder().glob("*/*.svg"))
    rich = svg(
        '<style>.a{fill:red}</style><defs><linearGradient id="g"><stop offset="0"/><stop '
        'offset="1" stop-color="#fff"/></linearGradient><filter id="f"><feGaussianBlur '
        'stdDeviation="1"/></filter></defs><g id="x"><rect width="20" height="9" class="a"/></g>'
        '<use xlink:href="#x" y="9"/><path d="M0 0L9 9" stroke="url(#g)" filter="url(#f)"/>'
        '<text x="2" y="20" font-family="Arial">Wörter &amp; Zahlen</text>'
    )
    return [rich, *[file.read_bytes() for file in files[:8]]]


def fonts() -> list[bytes]:
    """Return the fonts of the tests."""
    return [file.read_bytes() for file in sorted(FONTS.glob("*.ttf"))]


# -- decks ----------------------------------------------------------------------------------

SPECIAL = """\
title: Was sonst noch vorkommt
lang: de-DE
theme: buehne
speaker: {name: Ada, email: ada@example.com}
slides:
  - title: Eine lange Liste
    split: true
    items: &liste [eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf]
  - title: Dieselbe noch einmal
    split: true
    items: *liste
  - layout: table
    title: Eine Tabelle aus einer Datei
    split: true
    file: umsatz.csv
  - layout: chart
    title: Ein Diagramm aus einer Datei
    type: column
    data: {file: umsatz.csv, rows: 1-}
    unit: €
    decimals: 1
  - layout: chart
    title: Gegen die Zeit
    type: line
    data: {categories: [2025-01-01, 2025-02-01, 2025-04-01], series: {A: [1, ~, "3,5"]}}
    format: "0.0%"
  - layout: process
    title: Schritte
    items: [{title: Erst, text: das}, {title: Dann, text: dies}, Ende]
  - layout: image-text
    title: Zeichnung
    image: {file: logo.svg, decorative: true}
    text: "Formel $E = mc^2$, H~2~O und `code`"
  - layout: text
    title: Text
    text: |
      Ein Absatz <br> mit [Verweis](https://example.com "Titel"), <https://example.com>.

      - ein Punkt: `code`
        - tiefer
      - noch **einer**
  - layout: contact
    id: ende
    title: Danke
    url: https://example.com
    notes: |
      # Notizen
      - mit **Punkten**
"""
"""What other decks don't have: files, aliases, parts, dates, odd markup."""

RIGHT_TO_LEFT = """\
title: مرحبا بالعالم
lang: ar
theme: plakat
slides:
  - {layout: title}
  - title: ثلاث نقاط
    items: [أولا, "ثانيا mit **Latein**", {title: ثالثا, text: "1.234,5"}]
  - layout: table
    title: جدول
    columns: [أ, ب]
    rows: [[1, 2], [3, "٤٥"]]
  - layout: chart
    title: رسم
    type: bar
    data: {categories: [نعم, لا], series: {س: [60, 40]}}
    notes: ملاحظات
  - layout: two-columns
    title: عمودان
    left: {title: يمين, items: [واحد, اثنان]}
    right: {title: يسار, text: نص}
"""


def decks() -> list[bytes]:
    """Return short decks: those of this repository and of the tests, all layouts, bad decks."""
    long = [file.read_text("utf-8") for file in sorted(DECKS.glob("*.yaml"))]
    long += [EVERY_KEY_DECK, (TESTS / "decks" / "few-and-many.yaml").read_text("utf-8")]
    long += [SPECIAL, RIGHT_TO_LEFT]
    long += [whole_gallery(theme) for theme in ("feuilleton", "firma.potx")]
    return [part.encode() for deck in long for part in taken_apart(deck)]


def taken_apart(deck: str) -> Iterator[str]:
    """Yield a deck as several of a few slides each."""
    head, slides, body = deck.partition("slides:\n")
    pieces = re.split(r"^(?=  - )", body, flags=re.M)[1:]
    for first in range(0, len(pieces), SLIDES_OF_A_DECK):
        yield head + slides + "".join(pieces[first : first + SLIDES_OF_A_DECK])


# -- data -----------------------------------------------------------------------------------

TABLES = (
    "Ort;Gäste;Anteil\nKöln;1.234,5;10 %\nBonn;12,5;\nKiel;7;90 %\n",
    'sep=;\nBericht;;\n\nOrt;"Gäste\nje Tag";2025\n"Bonn ""Süd""";12,5 €;3\nUlm;1;2\n\nSumme;99;\n',
    'Ort,2024,2025\nKöln,"1,234.5",(3)\nBonn,2,−4\n',
    "Ort\tStand\tWert\nKöln\t2025-03-01\t1e-7\nBonn\t1.3.2025\t12'500\n",
    "x|y\n1|2\n3|4,5\n",
)


def csvs() -> list[bytes]:
    """Return tables as text, with all separators, in several encodings."""
    encodings = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
    return [table.encode(code, "replace") for table in TABLES for code in encodings]


def workbooks() -> list[bytes]:
    """Return a plain workbook, one with most of what a sheet can have, and one with a chart."""
    plain: Any = openpyxl.Workbook()
    rich: Any = openpyxl.Workbook()
    rows = [["Ort", "Plan", "Ist"], ["Köln", 10, 12.5], ["Ulm", 7, None], ["Kiel", -3, 1e-7]]
    for row in rows:
        plain.active.append(row)
    sheet = rich.active
    sheet.title = "Zahlen & mehr"
    sheet.append(["Bericht"])
    sheet.append(["Ort", 2024, None, "Stand", "Frei"])
    sheet.append([None, "Plan", "Ist"])
    sheet.append(["Köln", 0.25, 12.5, datetime.date(2025, 3, 1), True])
    sheet.append(["Ulm", 7, "=B5*2", datetime.datetime(2025, 3, 1, 12, 30), False])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B2:C2")
    sheet["B4"].number_format, sheet["C4"].number_format = "0.0%", '#,##0.00 "€"'
    sheet["D4"].number_format, sheet["D5"].number_format = "DD.MM.YYYY", "[h]:mm"
    sheet["A4"].font = Font(bold=True)
    sheet.column_dimensions["E"].hidden = sheet.row_dimensions[5].hidden = True
    rich.create_sheet("Zwei").append(["verborgen"])
    rich["Zwei"].sheet_state = "hidden"
    saved = []
    for book in (plain, rich):
        book.save(data := io.BytesIO())
        saved.append(data.getvalue())
    return saved


# -- themes ---------------------------------------------------------------------------------


def templates() -> list[bytes]:
    """Return company templates: plain, with samples, masters, a picture, of another size."""
    return [
        company(),
        company(samples=4),
        company(masters=2, size=(960, 540)),
        company(footers=False, picture=True),
        (BESIDE / "firma.potx").read_bytes(),
    ]


def brands() -> list[bytes]:
    """Return brand files, of the standard's examples and of hard cases."""
    return [file.read_bytes() for file in sorted((TESTS / "brands").glob("*.yml"))]


def themes() -> list[bytes]:
    """Return the themes that ship."""
    return [file.read_bytes() for file in sorted(themes_folder().glob("*/theme.yaml"))]


SHOWN = (
    GALLERY_HEAD
    + """\
  - {layout: title}
  - {layout: section, title: Teil eins}
  - {title: Punkte, items: [eins, {title: zwei, text: mehr, items: [drei]}], source: Ein Buch}
  - layout: two-columns
    title: Spalten
    left: {title: A, items: [eins, zwei]}
    right: {title: B, table: {columns: [Art, Zahl], rows: [[klein, 1], [groß, 2]]}}
  - layout: chart
    title: Säulen
    type: column
    data: {categories: [Ja, Nein], series: {A: [1, 2], B: [2, 1]}}
    notes: Eine Notiz
  - {layout: statement, title: Ein **Satz**., tone: dark}
  - layout: image-text
    title: Bild
    image: {file: bilder/bruecke.png, alt: Eine Brücke, credit: Foto Bert}
    text: Ein Satz mit [Verweis](https://example.com).
  - {layout: contact, title: Danke, url: https://example.com}
"""
)
"""A deck of few slides that show most of a theme."""
