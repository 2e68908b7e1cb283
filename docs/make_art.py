"""Renders the slides of the art direction beside their drawings, for `docs/art.md`.

    python docs/make_art.py DRAWINGS [NAME …]

takes the drawings from a folder (ID.png, and themes/THEME-ID.png), builds the decks in docs/art,
whose slides have the same ids and words, and writes a pair of pictures for each into
docs/images/art, and `docs/art.md` with what `docs/art/remarks.yaml` says of them. With names only
the pictures of those themes are made anew. It needs LibreOffice and poppler.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from make_pictures import rendered, save
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
ART = ROOT / "docs" / "art"
PAIRS = ROOT / "docs" / "images" / "art"

WIDTH, GAP = 400, 8
"""The width of each of the two pictures, and the space between them, in pixels."""

PAIR_BYTES = 36_000


class Set(NamedTuple):
    """The slides that were drawn under a theme, and the deck that has them."""

    theme: str
    deck: Path
    variant: str | None
    slides: list[dict[str, Any]]

    def name(self, slide: dict[str, Any]) -> str:
        """Return what the picture of a slide is called, below the folder of the drawings."""
        return f"{self.theme}-{slide['id']}" if self.variant else str(slide["id"])


def sets() -> Iterator[Set]:
    """Yield the slides of the house theme, then those of the variants of the other deck."""
    for name in ("vortrag", "themes"):
        deck = ART / f"{name}.yaml"
        written = yaml.load(deck.read_text("utf-8"), yaml.CSafeLoader)
        slides = [slide for slide in written["slides"] if not slide.get("hidden")]
        for variant in written.get("variants", [None]):
            yield Set(variant or name, deck, variant, slides)


def main(drawings: Path, only: list[str]) -> int:
    """Write all pairs and the page; return the exit code."""
    remarks = yaml.safe_load((ART / "remarks.yaml").read_text("utf-8"))
    PAIRS.mkdir(parents=True, exist_ok=True)
    page = [(ART / "head.md").read_text("utf-8").rstrip(), ""]
    for drawn in sets():
        if not only or drawn.theme in only:
            _write_pairs(drawn, drawings)
        page += [f"## {drawn.theme}", ""]
        for slide in drawn.slides:
            name = drawn.name(slide)
            told = remarks.get(name, "as drawn")
            page += [f"**{name}**: {told}", "", f"![{name}](images/art/{name}.png)", ""]
    (ROOT / "docs" / "art.md").write_text("\n".join(page), "utf-8")
    return 0


def _write_pairs(drawn: Set, drawings: Path) -> None:
    """Save the pictures of a theme."""
    with tempfile.TemporaryDirectory() as scratch:
        slides = rendered(drawn.deck, Path(scratch), WIDTH, drawn.variant)
    folder = drawings / "themes" if drawn.variant else drawings
    for slide, entry in zip(slides, drawn.slides, strict=True):
        name = drawn.name(entry)
        save(pair(folder / f"{name}.png", slide), PAIRS / f"{name}.png", PAIR_BYTES)


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
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
