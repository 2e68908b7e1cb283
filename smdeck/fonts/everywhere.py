"""Fonts that are everywhere: those that PowerPoint brings."""

from __future__ import annotations

EVERYWHERE = frozenset(
    [
        "Arial",
        "Arial Black",
        "Arial Narrow",
        "Calibri",
        "Calibri Light",
        "Cambria",
        "Candara",
        "Century Gothic",
        "Comic Sans MS",
        "Consolas",
        "Constantia",
        "Corbel",
        "Courier New",
        "Franklin Gothic Book",
        "Franklin Gothic Medium",
        "Garamond",
        "Georgia",
        "Gill Sans MT",
        "Impact",
        "Palatino Linotype",
        "Rockwell",
        "Symbol",
        "Tahoma",
        "Times New Roman",
        "Trebuchet MS",
        "Tw Cen MT",
        "Verdana",
        "Aptos",
        "Aptos Display",
    ]
)
"""Fonts that Microsoft 365 brings on Windows and on the Mac ("Fonts included with Office for Mac"
and "Cloud fonts in Office", support.microsoft.com)."""

NAMED_WEIGHTS = {
    "Aptos": {300: "Aptos Light", 600: "Aptos SemiBold", 800: "Aptos ExtraBold",
              900: "Aptos Black"},
    "Arial": {900: "Arial Black"},
    "Bahnschrift": {300: "Bahnschrift Light", 600: "Bahnschrift SemiBold"},
    "Calibri": {300: "Calibri Light"},
    "Franklin Gothic": {400: "Franklin Gothic Book", 500: "Franklin Gothic Medium",
                        600: "Franklin Gothic Demi", 800: "Franklin Gothic Heavy"},
    "Segoe UI": {300: "Segoe UI Light", 350: "Segoe UI Semilight", 600: "Segoe UI Semibold",
                 900: "Segoe UI Black"},
}  # fmt: skip
"""Weights other than regular and bold that Windows and Office have as fonts of their own
("Windows 11 font list", learn.microsoft.com, and "Cloud fonts in Office")."""
