"""Writes which font with known widths is nearest to well-known web fonts, and how much wider.

    python -m smdeck.fit.make_nearest FOLDER [--check]

The folder holds the unpacked npm packages @expo-google-fonts/NAME of the families; only numbers
are kept. Measured are the German words of the decks' notes: the nearest font is the one whose
ratio to the measured one varies least from word to word, and the factor is the ratio that 98 of
100 words and the digits stay below, so that a line is next to never measured too short, nor a large
number. `--check` writes nothing and exits with 1 where the file is stale.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from smdeck.data.make_metrics import TWINS
from smdeck.fit.metrics import NEAREST, FontStyle, Metrics, metrics

CUTS: dict[FontStyle, tuple[str, ...]] = {
    "regular": ("400Regular", "Regular"),
    "bold": ("700Bold", "600SemiBold", "Bold"),
}
DECKS = Path(__file__).resolve().parent.parent.parent / "decks"
SAFE = 0.98
DIGITS = "0123456789"


def main() -> int:
    """Write the table, or check it; return the exit code."""
    folder = Path(next(argument for argument in sys.argv[1:] if argument != "--check"))
    words = _words()
    rows = {}
    for package in sorted(folder.glob("*/package/metadata.json")):
        family = json.loads(package.read_text("utf-8"))["family"]
        cuts = {style: _cut(package.parent, names) for style, names in CUTS.items()}
        if cuts["regular"]:
            rows[family] = _row(cuts, words)
    lines = ",\n".join(f" {json.dumps(family)}: {json.dumps(rows[family])}" for family in rows)
    text = f"{{\n{lines}\n}}\n"
    if "--check" not in sys.argv:
        NEAREST.write_text(text, "utf-8")
        return 0
    return int(not NEAREST.is_file() or NEAREST.read_text("utf-8") != text)


def _row(cuts: dict[FontStyle, Path | None], words: list[str]) -> list[object]:
    """Return the nearest font with known widths, and the factors for regular and bold words."""
    best: tuple[float, str, list[float]] | None = None
    for family in TWINS:
        factors, spread = [], 0.0
        for style, file in cuts.items():
            known = metrics(family, style)
            own = metrics(family, style, file) if file else known
            ratios = sorted(_ratio(own, known, word) for word in words)
            middle = ratios[len(ratios) // 2]
            safe = max(ratios[round(SAFE * len(ratios))], _ratio(own, known, DIGITS))
            factors.append(round(safe, 3))
            spread += safe / middle
        if best is None or spread < best[0]:
            best = spread, family, factors
    assert best
    return [best[1], *best[2]]


def _ratio(own: Metrics, known: Metrics, word: str) -> float:
    return own.width(word) / known.width(word)


def _cut(package: Path, names: tuple[str, ...]) -> Path | None:
    files = {file.stem.partition("_")[2]: file for file in package.rglob("*.ttf")}
    return next((files[name] for name in names if name in files), None)


def _words() -> list[str]:
    """Return the words of the decks of four letters and more, each once."""
    text = " ".join(path.read_text("utf-8") for path in sorted(DECKS.glob("*.yaml")))
    return sorted({word for word in re.findall(r"[A-Za-zÄÖÜäöüß]+", text) if len(word) >= 4})


if __name__ == "__main__":
    sys.exit(main())
