"""Renders the pictures of the docs: two talks, one talk under all themes, every layout's example,
every composition, every chart of docs/charts.md, and the page of the preview.

    python docs/make_pictures.py [--only talks|themes|layouts|compositions|charts|preview] [FOLDER]
    python docs/make_pictures.py --layout NAME

writes into docs/images, or into FOLDER; with `--layout` the pictures of one layout alone. It
needs `soffice` (LibreOffice), and `pdftoppm` (poppler) or the Python package pymupdf; for the
preview Chromium and the package playwright.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path

import gallery
from PIL import Image

import smdeck
from smdeck.layouts import layout_names

ROOT = Path(__file__).resolve().parent.parent
TALKS = ("vortrag", "was-ist-social-media")
PARTS = ("talks", "themes", "layouts", "compositions", "charts", "preview")

THEMES = ("schlicht", "vortrag", "buehne", "feuilleton", "plakat")
THEMED = (1, 18, 5, 8, 12, 7, 10, 16, 27, 11)
"""The slides of the first talk that show the themes side by side, by their numbers."""
THEME_BYTES = 900_000

COLUMNS, SLIDE, GAP = 3, 480, 12
"""A contact sheet: its columns, the width of a slide and the space between slides in pixels."""
SHEET_BYTES = 600_000

LAYOUT_WIDTH, LAYOUT_BYTES = 640, 60_000
"""The width of a layout's picture in pixels, and the most bytes it may have."""

COMPOSITION_WIDTH, COMPOSITION_BYTES = 400, 16_000
"""The width of a composition's picture in pixels, and the most bytes it may have."""

FOUND = "Eine gute Idee kann Millionen erreichen", "TODO eine Zahl suchen"
"""What is put in place of words for the picture of the preview, so that something is found."""

OVERSAMPLING = 2
"""Slides are rendered so many times larger and scaled down, for smooth edges."""


def main(arguments: Sequence[str]) -> int:
    """Write all pictures and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--layout", choices=layout_names(), metavar="NAME")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "images")
    asked = parser.parse_args(arguments)
    for name in ("layouts", "compositions", "charts"):
        (asked.folder / name).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smdeck-pictures-") as scratch:
        if asked.layout:
            for draw in (_layouts, _compositions):
                draw(asked.folder, Path(scratch), [asked.layout])
            return 0
        for part in [asked.only] if asked.only else PARTS:
            MAKERS[part](asked.folder, Path(scratch))
    return 0


def _talks(target: Path, scratch: Path) -> None:
    for talk in TALKS:
        slides = rendered(ROOT / "decks" / f"{talk}.yaml", scratch / talk, SLIDE)
        save(contact_sheet(slides), target / f"{talk}.png", SHEET_BYTES)


def _preview(target: Path, scratch: Path) -> None:
    """Save the page of the preview, with a slide on which something is found."""
    from playwright.sync_api import sync_playwright

    from smdeck.desk.server import Server
    from smdeck.desk.session import Session

    folder = scratch / "preview"
    shutil.copytree(ROOT / "decks", folder)
    for deck in folder.glob("*.yaml"):  # one deck uses others
        deck.write_text(deck.read_text("utf-8").replace(*FOUND, 1), "utf-8")
    server = Server(Session(folder / f"{TALKS[0]}.yaml"))
    server.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto(f"{server.address}#7")
        page.locator("#findings li").wait_for()
        page.wait_for_timeout(300)
        page.screenshot(path=scratch / "preview.png")
        browser.close()
    server.shutdown()
    save(Image.open(scratch / "preview.png", formats=["PNG"]), target / "preview.png", SHEET_BYTES)


def _themes(target: Path, scratch: Path) -> None:
    """Save one talk under each theme that ships, a column for each."""
    text = (ROOT / "decks" / f"{TALKS[0]}.yaml").read_text("utf-8")
    columns = []
    for theme in THEMES:
        folder = scratch / f"theme-{theme}"
        shutil.copytree(ROOT / "decks", folder)  # one deck uses others
        deck = folder / f"{theme}.yaml"
        deck.write_text(text.replace("theme: vortrag\n", f"theme: {theme}\n"), "utf-8")
        slides = rendered(deck, folder, SLIDE)
        columns.append([slides[number - 1] for number in THEMED])
    rows = [slide for row in zip(*columns, strict=True) for slide in row]
    sheet = contact_sheet(rows, len(THEMES), "#D9D9D9")
    save(sheet, target / "themes.png", THEME_BYTES)


def _layouts(target: Path, scratch: Path, names: Sequence[str] = ()) -> None:
    """Save the example of every layout, or of some."""
    names = names or gallery.names_by_group()
    deck = _written(gallery.gallery_deck(names), scratch / "gallery")
    slides = rendered(deck, deck.parent, LAYOUT_WIDTH)
    for name, slide in zip(names, slides, strict=True):
        save(slide, target / "layouts" / f"{name}.png", LAYOUT_BYTES)


def _compositions(target: Path, scratch: Path, layouts: Sequence[str] = ()) -> None:
    """Save every composition of every layout, or of some, with the slide that its page shows."""
    layouts = layouts or gallery.names_by_group()
    names = [
        gallery.picture_name(layout, composition)
        for layout in layouts
        for composition in gallery.composition_slides(layout)
    ]
    if not names:  # a layout of one composition
        return
    deck = _written(gallery.compositions_deck(layouts), scratch / "compositions")
    for name, slide in zip(names, rendered(deck, deck.parent, COMPOSITION_WIDTH), strict=True):
        save(slide, target / "compositions" / f"{name}.png", COMPOSITION_BYTES)


def _charts(target: Path, scratch: Path) -> None:
    """Save every chart of the page of charts, by the heading that it stands below."""
    page = (ROOT / "docs" / "charts.md").read_text("utf-8")
    found = re.findall(r"^## (\S+)\n.*?```yaml\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    entries = ("  - " + textwrap.indent(slide, "    ").lstrip() for _, slide in found)
    head = "title: Alle\ntheme: vortrag\nspeaker: Kim Muster\nslides:\n"
    deck = _written(head + "".join(entries), scratch / "charts")
    slides = rendered(deck, deck.parent, COMPOSITION_WIDTH)
    for (name, _), slide in zip(found, slides, strict=True):
        save(slide, target / "charts" / f"{name}.png", COMPOSITION_BYTES)


def _written(text: str, folder: Path) -> Path:
    """Write a deck into a new folder beside the pictures of the decks, and return its file."""
    shutil.copytree(ROOT / "decks" / "bilder", folder / "bilder")
    deck = folder / f"{folder.name}.yaml"
    deck.write_text(text, "utf-8")
    return deck


def rendered(deck: Path, folder: Path, width: int, variant: str | None = None) -> list[Image.Image]:
    """Build a deck in a folder and return its slides as pictures of a width in pixels."""
    folder.mkdir(exist_ok=True)
    built = smdeck.build(deck, folder / f"{deck.stem}.pptx", variant=variant)
    profile = f"-env:UserInstallation=file://{folder.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    # Georgia is shown as Gelasio, which has its metrics and ships with the tests.
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts" / "fonts.conf")}
    subprocess.run(
        [*command, str(built.path)], check=True, capture_output=True, timeout=300, env=environment
    )
    pages = _pages(built.path.with_suffix(".pdf"), OVERSAMPLING * width)
    return [_scaled(page, width) for page in pages]


def contact_sheet(
    slides: list[Image.Image], columns: int = COLUMNS, background: str = "white"
) -> Image.Image:
    """Return the slides in rows on a background."""
    rows = -(-len(slides) // columns)
    height = slides[0].height
    size = (columns * (SLIDE + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, background)
    for number, slide in enumerate(slides):
        row, column = divmod(number, columns)
        sheet.paste(slide, (GAP + column * (SLIDE + GAP), GAP + row * (height + GAP)))
    return sheet


def save(picture: Image.Image, target: Path, most: int) -> None:
    """Save a picture with a palette of as many colours as its size in bytes allows."""
    for colors in (256, 128, 96, 64, 48, 32, 24, 16):
        reduced = picture.quantize(  # small areas keep their colour: icons, bars
            colors, method=Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE
        )
        reduced.save(target, optimize=True)
        size = target.stat().st_size
        if size <= most:
            break
    print(f"{target}: {size // 1000} kB, {colors} colours")


def _pages(pdf: Path, width: int) -> list[Image.Image]:
    """Return the pages of a PDF as pictures of a width in pixels."""
    if shutil.which("pdftoppm"):
        scale = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
        stem = pdf.with_suffix("")
        subprocess.run(["pdftoppm", *scale, "-png", str(pdf), str(stem)], check=True)
        files = sorted(pdf.parent.glob(f"{stem.name}-*.png"))
        return [Image.open(file, formats=["PNG"]).convert("RGB") for file in files]
    import pymupdf

    pictures = []
    with pymupdf.open(pdf) as document:
        for page in document:
            zoom = width / page.rect.width
            drawn = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), alpha=False)
            size = (drawn.width, drawn.height)
            pictures.append(Image.frombytes("RGB", size, drawn.samples))
    return pictures


def _scaled(page: Image.Image, width: int) -> Image.Image:
    height = round(page.height * width / page.width)
    return page.resize((width, height), Image.Resampling.LANCZOS)


MAKERS = {
    "talks": _talks, "themes": _themes, "layouts": _layouts, "compositions": _compositions,
    "charts": _charts, "preview": _preview,
}  # fmt: skip
"""What makes each part of the pictures."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
