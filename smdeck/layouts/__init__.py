"""Layouts: each file is one layout, with its keys, its native regions and how it is drawn.

A new file is found by its name, with hyphens for underscores.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from smdeck.page import Composed

__all__ = ["layout_names", "load_layout"]


@cache
def layout_names() -> tuple[str, ...]:
    """Return the names of all layouts, sorted."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(file.stem.replace("_", "-") for file in files))


@cache
def load_layout(name: str) -> type[Composed]:
    """Return the layout of a name; KeyError where there is none."""
    if name not in layout_names():
        raise KeyError(name)
    module = importlib.import_module(f"smdeck.layouts.{name.replace('-', '_')}")
    for value in vars(module).values():
        own = isinstance(value, type) and value.__module__ == module.__name__
        if own and issubclass(value, Composed):
            return value  # type: ignore[no-any-return]
    raise KeyError(name)
