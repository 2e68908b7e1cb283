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
    "versions",
]

if TYPE_CHECKING:
    from smdeck.api import Built, build, check, plans, versions
    from smdeck.findings import DeckError, Finding, Place
    from smdeck.handing.making import handout, pack, script
    from smdeck.series import Made, build_each
    from smdeck.translating import Marked, mark_translations
    from smdeck.version import Version

_HOMES = {
    "Built": "smdeck.api",
    "build": "smdeck.api",
    "check": "smdeck.api",
    "plans": "smdeck.api",
    "versions": "smdeck.api",
    "Version": "smdeck.version",
    "handout": "smdeck.handing.making",
    "pack": "smdeck.handing.making",
    "script": "smdeck.handing.making",
    "Made": "smdeck.series",
    "build_each": "smdeck.series",
    "Marked": "smdeck.translating",
    "mark_translations": "smdeck.translating",
    "DeckError": "smdeck.findings",
    "Finding": "smdeck.findings",
    "Place": "smdeck.findings",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `smdeck --help` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
