"""Writes the advance widths of the safe fonts, read from free fonts of the same metrics.

    python -m smdeck.data.make_metrics FOLDER… [--check]

The folders hold the TTF files of Liberation, Carlito, Caladea and Gelasio. All four are free to
use and to measure; only their numbers are kept, no outlines. `--check` writes nothing and exits
with 1 where a file is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TWINS = {
    # a font that presenting computers have: the stem of the files of its metric twin
    "Arial": "LiberationSans",
    "Arial Narrow": "LiberationSansNarrow",
    "Times New Roman": "LiberationSerif",
    "Courier New": "LiberationMono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Georgia": "Gelasio",
}

STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}

RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD), (0x37E, 0x3CE),
    (0x400, 0x45F), (0x1E80, 0x1E9E), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0x2100, 0x215F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718),
    (0xFB00, 0xFB04),
)  # fmt: skip
"""The characters whose widths are kept: European scripts, punctuation, arrows and signs."""

TARGET = Path(__file__).parent / "metrics"


def main() -> int:
    """Write the metrics, or check them; return the exit code."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    files = {
        file.stem.replace("_", "-"): file
        for folder in arguments
        for file in sorted(Path(folder).rglob("*.ttf"))
    }
    stale = False
    for family, twin in TWINS.items():
        text = _text(family, twin, files)
        target = TARGET / f"{family.lower().replace(' ', '-')}.json"
        if "--check" not in sys.argv:
            target.write_text(text, "utf-8")
        elif not target.is_file() or target.read_text("utf-8") != text:
            print(f"stale: {target.name}", file=sys.stderr)
            stale = True
    return int(stale)


def _text(family: str, twin: str, files: dict[str, Path]) -> str:
    styles = {style: _widths(_file(f"{twin}-{suffix}", files)) for style, suffix in STYLES.items()}
    record = {"family": family, "twin": twin, "unit": "1/1000 em", "styles": styles}
    return json.dumps(record, separators=(",", ":")).replace('"styles":', '\n"styles":') + "\n"


def _file(stem: str, files: dict[str, Path]) -> Path:
    """Return the file of a stem; some packages add the weight to it, as in Gelasio-400Regular."""
    family, style = stem.rsplit("-", 1)
    weight = {"Regular": "400", "Bold": "700", "Italic": "400", "BoldItalic": "700"}[style]
    names = (
        stem,
        f"{family}-{weight}{style}",
        f"{family}-{weight}{style.replace('Bold', 'Bold-')}",
    )
    for name in (*names, f"{family}-{weight}Regular-Italic", f"{family}-{weight}Bold-Italic"):
        if name in files:
            return files[name]
    raise SystemExit(f"{stem}.ttf is in none of the folders")


def _widths(path: Path) -> list[list[object]]:
    """Return [first code point, widths in 1/1000 em] for each run of characters of a font."""
    from fontTools.ttLib import TTFont

    font = TTFont(path, lazy=True)
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    unit = 1000 / font["head"].unitsPerEm
    runs: list[list[object]] = []
    current: list[float] = []
    for first, last in RANGES:
        for code in range(first, last + 2):
            if code <= last and code in glyphs:
                if not current:
                    runs.append([code, current])
                current.append(round(advances[glyphs[code]][0] * unit, 1))
            else:
                current = []
    return [[first, _whole(widths)] for first, widths in runs]  # type: ignore[arg-type]


def _whole(widths: list[float]) -> list[float]:
    return [int(width) if width == int(width) else width for width in widths]


if __name__ == "__main__":
    sys.exit(main())
