"""Writes the advance widths of well-known fonts, read from free fonts of the same metrics, and
the kerning of the safe ones.

    python -m smdeck.data.make_metrics FOLDER… [--check]

The folders hold the TTF files of Liberation, Carlito, Caladea and Gelasio; those of Selawik (UFO),
Wine's Tahoma, URW's base fonts and the tables of PDF::API2; and the npm packages of web fonts,
`@expo-google-fonts/NAME`. All are free to use and to measure; only their numbers are kept, no
outlines. What is in none of the folders stays as it is. `--check` writes nothing and exits with 1
where a file is stale.
"""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from pathlib import Path

from smdeck.data.pairs import Rows, kerning

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

OTHERS: dict[str, tuple[str, dict[str, str]]] = {
    # a font that presenting computers have: whose widths it has, and the files of these
    "Segoe UI": (
        "Selawik", {"regular": "Selawik-Regular.ufo", "bold": "Selawik-Bold.ufo"}
    ),
    "Tahoma": ("Wine's Tahoma", {"regular": "tahoma.ttf", "bold": "tahomabd.ttf"}),
    "Century Gothic": (
        "URW Gothic", {"regular": "URWGothic-Book.otf", "bold": "URWGothic-Demi.otf"}
    ),
    "Palatino Linotype": ("P052", {"regular": "P052-Roman.otf", "bold": "P052-Bold.otf"}),
    "Verdana": (
        "Verdana in PDF::API2", {"regular": "verdana.pm", "bold": "verdanabold.pm"}
    ),
    "Trebuchet MS": (
        "Trebuchet in PDF::API2", {"regular": "trebuchet.pm", "bold": "trebuchetbold.pm"}
    ),
}  # fmt: skip
"""Fonts whose italics are measured as upright."""

WEB_CUTS = {"regular": ("400Regular", "Regular"), "bold": ("700Bold", "600SemiBold", "Bold")}
"""How the files of web fonts end, by style; the first that there is."""

STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}

RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD), (0x37E, 0x3CE),
    (0x400, 0x45F), (0x1E80, 0x1E9E), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0x2100, 0x215F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718),
    (0xFB00, 0xFB04),
)  # fmt: skip
"""The characters whose widths are kept: European scripts, punctuation, arrows and signs."""

TARGET, KERNING = Path(__file__).parent / "metrics", Path(__file__).parent / "kerning"


def main() -> int:
    """Write the metrics, or check them; return the exit code."""
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--check"]
    stale = False
    twins = _twins(folders)
    texts = {TARGET / _named(family): _text(family, *known) for family, known in twins.items()}
    kerning = {KERNING / _named(family): _kerning(files) for family, (_, files) in twins.items()}
    texts |= {target: text for target, text in kerning.items() if text}
    others = {**_others(folders), **_web(folders)}
    texts |= {TARGET / _named(family): text for family, text in others.items()}
    for target, text in sorted(texts.items()):
        if "--check" not in sys.argv:
            target.write_text(text, "utf-8")
        elif not target.is_file() or target.read_text("utf-8") != text:
            print(f"stale: {target.parent.name}/{target.name}", file=sys.stderr)
            stale = True
    return int(stale)


def _named(family: str) -> str:
    return f"{family.lower().replace(' ', '-')}.json"


def _twins(folders: list[Path]) -> dict[str, tuple[str, dict[str, Path]]]:
    """Return the twins of the safe fonts with the files of their four styles, where these are."""
    files = {
        file.stem.replace("_", "-"): file
        for folder in folders
        for file in sorted(folder.rglob("*.ttf"))
    }
    twins = {}
    for family, twin in TWINS.items():
        with suppress(FileNotFoundError):
            found = {style: _file(f"{twin}-{end}", files) for style, end in STYLES.items()}
            twins[family] = twin, found
    return twins


def _others(folders: list[Path]) -> dict[str, str]:
    """Return the texts of fonts whose widths are in files of other kinds."""
    texts = {}
    for family, (twin, names) in OTHERS.items():
        found = {
            style: next(
                iter(sorted(file for folder in folders for file in folder.rglob(name))), None
            )
            for style, name in names.items()
        }
        files = {style: file for style, file in found.items() if file}
        if len(files) == len(names):
            texts[family] = _text(family, twin, files)
    return texts


def _web(folders: list[Path]) -> dict[str, str]:
    """Return the texts of the web fonts whose npm packages are there."""
    texts = {}
    for folder in folders:
        for said in sorted(folder.glob("**/@expo-google-fonts/*/metadata.json")):
            family = json.loads(said.read_text("utf-8"))["family"]
            files = {file.stem.partition("_")[2]: file for file in said.parent.rglob("*.ttf")}
            found = {
                style: next((files[name] for name in names if name in files), None)
                for style, names in WEB_CUTS.items()
            }
            cuts = {style: file for style, file in found.items() if file}
            if "regular" in cuts and family not in TWINS:
                texts[family] = _text(family, f"{family} itself", cuts)
    return texts


def _text(family: str, twin: str, files: dict[str, Path]) -> str:
    styles = {style: _widths(file) for style, file in files.items()}
    record = {"family": family, "twin": twin, "unit": "1/1000 em", "styles": styles}
    text = json.dumps(record, separators=(",", ":"), ensure_ascii=False)
    return text.replace('"styles":', '\n"styles":') + "\n"


def _kerning(files: dict[str, Path]) -> str:
    """Return the text of a font's kerning, `{first letters: {1/1000 em: second ones}}` for each
    style; "" where it has none."""
    styles = {}
    for style, file in files.items():
        alike: dict[str, str] = {}
        for first, row in sorted(_rows(file).items()):
            seconds: dict[int, str] = {}
            for second, em in sorted(row.items()):
                seconds[round(1000 * em)] = seconds.get(round(1000 * em), "") + second
            said = json.dumps(
                dict(sorted(seconds.items())), separators=(",", ":"), ensure_ascii=False
            )
            alike[said] = alike.get(said, "") + first
        styles[style] = {firsts: json.loads(said) for said, firsts in alike.items()}
    if not any(styles.values()):
        return ""
    text = json.dumps(styles, separators=(",", ":"), ensure_ascii=False)
    return re.sub(r'("(?:regular|bold|italic|bold-italic)":\{)', r"\n\1", text) + "\n"


def _rows(path: Path) -> Rows:
    """Return the kerning of an OpenType font in em."""
    from fontTools.ttLib import TTFont

    return kerning(TTFont(path, lazy=True))


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
    raise FileNotFoundError(f"{stem}.ttf is in none of the folders")


def _widths(path: Path) -> list[list[object]]:
    """Return [first code point, widths in 1/1000 em] for each run of characters of a font."""
    advances = {".ufo": _of_ufo, ".pm": _of_table}.get(path.suffix, _of_font)(path)
    runs: list[list[object]] = []
    current: list[float] = []
    for first, last in RANGES:
        for code in range(first, last + 2):
            if code <= last and code in advances:
                if not current:
                    runs.append([code, current])
                current.append(round(advances[code], 1))
            else:
                current = []
    return [[first, _whole(widths)] for first, widths in runs]  # type: ignore[arg-type]


def _of_font(path: Path) -> dict[int, float]:
    """Return the widths of an OpenType font in 1/1000 em by code point."""
    from fontTools.ttLib import TTFont

    font = TTFont(path, lazy=True)
    advances = font["hmtx"]
    unit = 1000 / font["head"].unitsPerEm
    return {code: advances[glyph][0] * unit for code, glyph in font.getBestCmap().items()}


def _of_ufo(path: Path) -> dict[int, float]:
    """Return the same of a font's source, a folder with a file for each glyph."""
    info = (path / "fontinfo.plist").read_text("utf-8")
    found = re.search(r"<key>unitsPerEm</key>\s*<integer>(\d+)", info)
    assert found
    advances = {}
    for glyph in sorted((path / "glyphs").glob("*.glif")):
        text = glyph.read_text("utf-8")
        width = re.search(r'<advance width="([\d.]+)"', text)
        for code in re.findall(r'<unicode hex="(\w+)"', text):
            advances[int(code, 16)] = float(width[1]) * 1000 / int(found[1]) if width else 0.0
    return advances


def _of_table(path: Path) -> dict[int, float]:
    """Return the same of a table of widths by the names of glyphs."""
    from fontTools.agl import toUnicode

    text = path.read_text("utf-8")
    rows = re.findall(r"'(\w+)' => '(\d+)'", text[text.index("'wx' =>") :])
    names = {toUnicode(name): float(width) for name, width in rows}
    return {ord(name): width for name, width in names.items() if len(name) == 1}


def _whole(widths: list[float]) -> list[float]:
    return [int(width) if width == int(width) else width for width in widths]


if __name__ == "__main__":
    sys.exit(main())
