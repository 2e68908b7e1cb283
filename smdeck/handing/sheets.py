"""Sheets: what scripts and handouts have in common as pages of Typst."""

from __future__ import annotations

from smdeck.compiler.compiling import Compiled
from smdeck.handing.slide_pages import PRELUDE
from smdeck.handing.typefaces import Typefaces
from smdeck.handing.typesetting import document, pt, typst_string
from smdeck.preview.typefaces import CssColors, family_of
from smdeck.scene import Paint
from smdeck.units import points

SHEET = """\
#let note-item(depth, mark, body) = block(inset: (left: (depth - 1) * 1.2em), grid(
  columns: (1.2em, 1fr), mark, body,
))
#let grey = luma(90)
#let small(body) = text(size: 0.72em, fill: grey, body)
"""


def sheet_head(compiled: Compiled, fonts: Typefaces, title: str) -> str:
    """Return the head of a document of sheets, whose slides `slide(width, body)` shows.

    Words of slides are set from their baselines, those of sheets as usual.
    """
    deck, theme = compiled.deck, compiled.theme
    speaker = deck.speaker.name.plain if deck.speaker and deck.speaker.name else ""
    wide, high = points(theme.width), points(theme.height)
    body, heading = (fonts.of(family_of(theme, name)).family for name in ("body", "heading"))
    accent, _ = CssColors(theme, "light").css("accent")
    background, _ = CssColors(theme, "light").css(Paint("bg1"))
    of_slides = "\n".join(line for line in PRELUDE.splitlines() if not line.startswith("#set"))
    return (
        f"{document(title, speaker, deck.lang)}{of_slides}\n{SHEET}"
        f"#let body-font = {typst_string(body)}\n#let head-font = {typst_string(heading)}\n"
        f'#let accent = rgb("{accent}")\n#let paper = rgb("{background}")\n'
        f"#let slide(width, body) = box(width: width, height: width * {high / wide:.5f}, "
        "clip: true, stroke: 0.5pt + luma(200), place(top + left, scale(width / "
        f"{pt(wide)} * 100%, origin: top + left, reflow: false, block(width: {pt(wide)}, "
        f'height: {pt(high)}, {{ set text(top-edge: "baseline", bottom-edge: "baseline", '
        "hyphenate: false); set par(spacing: 0pt, leading: 0pt, justify: false); body })))) \n"
        "#set text(font: body-font, hyphenate: true)\n"
        "#show heading: set text(font: head-font)\n"
    )
