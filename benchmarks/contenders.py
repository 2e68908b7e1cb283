"""Who is measured: how each contender is called, its version, and what it is spared."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUADRATIC_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Contender:
    """A program that turns the deck into a .pptx."""

    name: str
    version: str | None
    """None when it is not installed."""
    source: str
    """The file name of the language it reads, see `sources.WRITERS`."""
    command: Callable[[str, str], list[str]]
    """From the source and the output to the command line."""
    largest: int | None = None
    """The most slides it is asked for; None for no limit."""

    def takes(self, size: int) -> bool:
        """Return whether the contender is run for `size` slides."""
        return self.version is not None and (self.largest is None or size <= self.largest)


def contenders() -> list[Contender]:
    """Return all contenders, smdeck first, whether installed or not."""
    return [_smdeck(), _pptxgenjs(), _pandoc(), _python_pptx(), _floor()]


def smdeck_script() -> str | None:
    """Return the console script beside this interpreter, else the one on the search path."""
    beside = Path(sys.executable).with_name("smdeck")
    return str(beside) if beside.is_file() else shutil.which("smdeck")


def distribution_version(name: str) -> str | None:
    """Return the version of an installed Python distribution, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _smdeck() -> Contender:
    script = smdeck_script()
    version = (distribution_version("smdeck") or "of unknown version") if script else None
    return Contender(
        "smdeck", version, "deck.yaml", lambda deck, out: [str(script), "build", deck, "-o", out]
    )


def _pptxgenjs() -> Contender:
    driver = str(HERE / "pptxgenjs.mjs")
    return Contender(
        "PptxGenJS",
        _pptxgenjs_version(),
        "deck.json",
        lambda deck, out: ["node", driver, deck, out],
    )


def _pptxgenjs_version() -> str | None:
    package = HERE / "node_modules" / "pptxgenjs" / "package.json"
    node = _first_line("node", "--version")
    if node is None or not package.is_file():
        return None
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    return f"{version} (Node.js {node.removeprefix('v')})"


def _pandoc() -> Contender:
    line = _first_line("pandoc", "--version")
    return Contender(
        "pandoc",
        line.split()[-1] if line else None,
        "deck.md",
        lambda deck, out: ["pandoc", deck, "-o", out],
        largest=QUADRATIC_LIMIT,
    )


def _python_pptx() -> Contender:
    driver = str(HERE / "object_model.py")
    return Contender(
        "python-pptx",
        distribution_version("python-pptx"),
        "deck.json",
        lambda deck, out: [sys.executable, driver, deck, out],
        largest=QUADRATIC_LIMIT,
    )


def _floor() -> Contender:
    driver = str(HERE / "floor.py")
    return Contender(
        "floor",
        platform.python_version(),
        "deck.json",
        lambda deck, out: [sys.executable, driver, deck, out],
    )


def _first_line(*command: str) -> str | None:
    """Return the first line that a program prints, or None when there is no such program."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[0] if done.returncode == 0 and done.stdout else None
