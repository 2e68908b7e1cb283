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
