"""smdeck compiles YAML decks into branded, native, editable PowerPoint talks.

import smdeck

built = smdeck.build("decks/vortrag.yaml", "vortrag.pptx")
print(built.slides, built.minutes)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Built",
    "DeckError",
    "Finding",
    "Made",
    "Marked",
    "Place",
    "Version",
    "__version__",
    "build",
    "build_each",
    "check",
    "handout",
    "mark_translations",
    "pack",
    "plans",
    "script",
