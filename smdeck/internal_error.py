"""Internal errors: what nobody foresaw is told in a few lines that can be reported."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from types import TracebackType

from smdeck import __version__
from smdeck.findings import Place, visible

PACKAGE = Path(__file__).resolve().parent

CODE = 3
"""The exit code."""


def report(error: BaseException, arguments: list[str]) -> str:
    """Return what is said of an exception that nobody foresaw: what, where, and what to do."""
    kind = type(error).__name__
    said = visible(" ".join(str(error).split()))
    lines = [f"internal error: {kind}{': ' + said[:200] if said else ''}"]
    lines.append(f"  at {_location(error)}")
    place = _place(error.__traceback__)
    if place:
        lines.append(f"  on what stands at {place}")
    system = f"{platform.system()} {platform.machine()}"
    lines.append(f"  smdeck {__version__}, Python {platform.python_version()}, {system}")
    lines.append(f"  command: {visible(' '.join(['smdeck', *arguments]))}")
    lines.append(
        "  = help: this is a fault of smdeck, not of the deck; report these lines with the deck. "
        "SMDECK_DEBUG=1 shows more"
    )
    return "\n".join(lines)


def _location(error: BaseException) -> str:
    """Return the innermost line of smdeck, and that of a library below it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PACKAGE in Path(frame.filename).parents]
    lines = (f"{_short(frame.filename)}:{frame.lineno}" for frame in (*own[-1:], *frames[-1:]))
    return ", ".join(dict.fromkeys(lines))


def _short(filename: str) -> str:
    """Return the end of a path, from the package on: the rest says where somebody works."""
    parts = Path(filename).parts
    for folder in ("smdeck", "site-packages"):
        if folder in parts:
            at = len(parts) - 1 - parts[::-1].index(folder)
            return "/".join(parts[at + (folder != "smdeck") :])
    return "/".join(parts[-2:])


def _place(trace: TracebackType | None) -> Place | None:
    """Return the place in a deck or theme that was worked on, if any value on the way has one."""
    found = None
    while trace:
        for name in ("node", "slide", "item", "scene"):
            value = trace.tb_frame.f_locals.get(name)
            place = getattr(value, "place", None) or getattr(
                getattr(value, "origin", None), "place", None
            )
            found = place if isinstance(place, Place) else found
        trace = trace.tb_next
    return found
