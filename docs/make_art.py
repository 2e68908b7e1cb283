"""Renders the slides of the art direction beside their drawings, for `docs/art.md`.

    python docs/make_art.py DRAWINGS

takes the drawings (ID.png) from a folder, builds the decks in docs/art, whose slides have the same
ids and words, and writes a pair of pictures for each into docs/images/art, and `docs/art.md` with
what `docs/art/remarks.yaml` says of them. It needs LibreOffice and poppler.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import yaml
from make_pictures import rendered, save
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
ART = ROOT / "docs" / "art"
PAIRS = ROOT / "docs" / "images" / "art"

WIDTH, GAP = 400, 8
"""The width of each of the two pictures, and the space between them, in pixels."""

PAIR_BYTES = 60_000


def main(drawings: Path) -> int:
    """Write all pairs and the page; return the exit code."""
    remarks = yaml.safe_load((ART / "remarks.yaml").read_text("utf-8"))
    PAIRS.mkdir(parents=True, exist_ok=True)
    page = [(ART / "head.md").read_text("utf-8").rstrip(), ""]
    for deck in sorted(ART.glob("*.yaml")):
        if deck.stem == "remarks":
            continue
        written = yaml.load(deck.read_text("utf-8"), yaml.CSafeLoader)
        with tempfile.TemporaryDirectory() as scratch:
            slides = rendered(deck, Path(scratch), WIDTH)
        page += [f"## {deck.stem}", ""]
        for slide, entry in zip(slides, written["slides"], strict=True):
            name = str(entry["id"])
            drawing = drawings / f"{name}.png"
            if drawing.exists():
                save(pair(drawing, slide), PAIRS / f"{name}.png", PAIR_BYTES)
                told = remarks.get(name, "as drawn")
                page += [f"**{name}**: {told}", "", f"![{name}](images/art/{name}.png)", ""]
    (ROOT / "docs" / "art.md").write_text("\n".join(page), "utf-8")
    return 0


def pair(drawing: Path, slide: Image.Image) -> Image.Image:
    """Return the drawing on the left and the slide on the right."""
    left = Image.open(drawing, formats=["PNG"]).convert("RGB")
    height = round(left.height * WIDTH / left.width)
    both = Image.new("RGB", (2 * WIDTH + GAP, height), (255, 255, 255))
    both.paste(left.resize((WIDTH, height), Image.Resampling.LANCZOS), (0, 0))
    both.paste(
        slide.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS), (WIDTH + GAP, 0)
    )
    return both


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
