"""Products: what can become of a compiled talk, beside the .pptx."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.files import Access


class Product(NamedTuple):
    """What is made of a talk, and how; both functions raise TargetError."""

    ending: str
    """What stands behind the deck's name, as `.pptx` or `-script.pdf`."""
    check: Callable[[Path, Access], None]
    """Looks for what keeps a target from being written before anything is made."""
    write: Callable[[Compiled, Path], int]
    """Writes it; returns how many pictures were made smaller."""
