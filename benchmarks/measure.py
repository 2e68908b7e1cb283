"""One process, from its start to its end: wall time and peak memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_SECONDS = 600.0

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Containers often forbid Python to keep its bytecode. Nobody who installs a tool does, and
compiling the sources anew costs a process of many modules more than the work itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    peak_bytes: int
    file_bytes: int = 0


class RunError(Exception):
    """The process ended with an error, or did not write the deck that was asked for."""


def run_process(command: Sequence[str], cwd: Path) -> Run:
    """Return wall seconds and peak memory in bytes of `command`; raise `RunError` if it fails."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=cwd,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        limit = threading.Timer(TIMEOUT_SECONDS, child.kill)
        limit.start()
        # wait4 and not getrusage(RUSAGE_CHILDREN), which keeps the largest of all children.
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        limit.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            raise RunError(_reason(child.returncode, errors.read()))
    return Run(seconds, _bytes(usage.ru_maxrss))


def own_peak_bytes() -> int:
    """Return the peak memory of this process, below which no child's figure can fall.

    A child starts as a copy of this process, and Linux keeps the larger peak over `exec`.
    """
    return _bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _bytes(maxrss: int) -> int:
    # getrusage(2): kilobytes on Linux, bytes on macOS.
    return maxrss if sys.platform == "darwin" else maxrss * 1024


def _reason(code: int, errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return f"exit code {code}: {lines[-1] if lines else 'no message'}"
