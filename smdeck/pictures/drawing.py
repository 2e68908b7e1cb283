"""Drawing SVGs: the PNG of one, made by resvg where it can harm nothing.

resvg draws by recursion and can't be interrupted. It gets a stack of its own, large enough for the
deepest drawing that is let through on every system; what may take long is drawn by a process that
can be ended.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import threading
from pathlib import Path
from typing import Any

STACK = 64 * 2**20
"""The stack for drawing in bytes. On one of 4 megabytes 128 nested groups end the process."""

LIGHT = 6
"""The weight that is drawn at once: a layer as large as the picture takes a tenth of a second."""

LONGEST = 1.5
"""How many seconds drawing may take in the other process: with all else that is done for a picture
they stay below two."""

DPI = 96
"""How many pixels an inch has (CSS Values 4, 6.2); without it millimetres are nothing."""

MEMORY = 2 * 2**30
"""How much memory the other process may take, in bytes, where the system can limit it."""


def draw(
    text: str, width: int, height: int, words: bool, weight: int, fonts: tuple[Path, ...] = ()
) -> bytes:
    """Return the PNG of an SVG in pixels; `words` says that it needs the computer's fonts.

    `fonts` are files that it needs beside them. Raises ValueError where it can't be drawn,
    TimeoutError where that takes too long.
    """
    options: dict[str, Any] = {
        "width": width, "height": height, "skip_system_fonts": not words, "dpi": DPI,
    }  # fmt: skip
    if fonts:
        options["font_files"] = [str(file) for file in fonts]
    if weight <= LIGHT or not _has_interpreter():
        return _on_large_stack(text, options)
    return _apart(text, options)


def _has_interpreter() -> bool:
    """Return whether another Python can be started; in a frozen program it can't."""
    name = os.path.basename(sys.executable or "").lower()  # noqa: PTH119
    return name.startswith(("python", "pypy")) and not getattr(sys, "frozen", False)


def _on_large_stack(text: str, options: dict[str, Any]) -> bytes:
    import resvg_py

    drawn: list[bytes] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            drawn.append(resvg_py.svg_to_bytes(svg_string=text, **options))
        except Exception as error:
            failed.append(error)

    with _LOCK:  # the size of stacks is one for the whole process
        before = threading.stack_size(STACK)
        try:
            thread = threading.Thread(target=work)
            thread.start()
        finally:
            threading.stack_size(before)
    thread.join()
    if failed:
        raise ValueError(str(failed[0])) from failed[0]
    return drawn[0]


_LOCK = threading.Lock()


def _apart(text: str, options: dict[str, Any]) -> bytes:
    """Return the PNG that another process draws."""
    import subprocess

    head = json.dumps(options).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-P", __file__],
            input=struct.pack("<I", len(head)) + head + text.encode(),
            capture_output=True,
            timeout=LONGEST,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise ValueError("it can't be drawn")
    return done.stdout


def _serve() -> None:
    """Draw the SVG of the standard input: the whole of the other process."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no such limits
    given = sys.stdin.buffer.read()
    (length,) = struct.unpack_from("<I", given)
    options = json.loads(given[4 : 4 + length])
    sys.stdout.buffer.write(_on_large_stack(given[4 + length :].decode(), options))


if __name__ == "__main__":
    _serve()
