"""Packs the icons: outlines in blocks, and the words that find them, small and quick to read.

`icons.bin` has a line of JSON (its source, the grid, how many icons are in a block, how long blocks
are, the short names of networks), then, each deflated, the names of all icons and blocks of their
outlines: their commands, and their points as ways from point to point, which deflate to three
fifths.
`icon-tags.bin` has Tabler's words, which searching alone reads.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from smdeck.data.icons import DATA, GRID

EACH = 16
"""How many outlines stand in a block: to draw one icon, one block is inflated."""

TAGS = Path(__file__).with_name("icon-tags.bin")
WORDS = Path(__file__).with_name("icon-words.json")


def packed(package: Path, paths: dict[str, str]) -> dict[Path, bytes]:
    """Return the bytes of the files of data, for Tabler's package and the outlines by name."""
    names = sorted(paths)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    lines = [shortened(paths[name]) for name in names]
    chunks = [_deflated(names)]
    chunks += [_deflated(lines[at : at + EACH]) for at in range(0, len(lines), EACH)]
    head = {
        "source": f"Tabler Icons {version}, MIT", "grid": GRID, "each": EACH,
        "short": networks(set(paths)), "sizes": [len(chunk) for chunk in chunks],
    }  # fmt: skip
    return {
        DATA: json.dumps(head).encode() + b"\n" + b"".join(chunks),
        TAGS: _deflated(tag_lines(package, set(paths))),
    }


def networks(names: set[str]) -> dict[str, str]:
    """Return the icons of networks by their bare names.

    An icon that has such a name itself keeps it: `x` closes things, the network is `brand-x`.
    """
    chosen = json.loads(WORDS.read_text(encoding="utf-8"))["networks"]
    return {name: f"brand-{name}" for name in sorted(chosen) if name not in names}


def tag_lines(package: Path, names: set[str]) -> list[str]:
    """Return the name of each icon with Tabler's words for it, divided by tabs."""
    listed: dict[str, dict[str, Any]] = json.loads(
        (package / "icons.json").read_text(encoding="utf-8")
    )
    lines = []
    for name, icon in sorted(listed.items()):
        words = [str(tag).replace("-", " ").casefold() for tag in icon["tags"]]
        own = {name, *name.split("-")}
        more = sorted({word for word in words if word not in own and "\t" not in word})
        if name in names and more:
            lines.append("\t".join([name, *more]))
    return lines


def shortened(path: str) -> str:
    """Return the commands of an outline, and its points, each as its way from the one before."""
    commands = "".join(re.findall("[MLCZ]", path))
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    ways = []
    x = y = 0
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        ways.append(f"{across - x} {down - y}")
        x, y = across, down
    return " ".join([commands, *ways])


def _deflated(lines: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(lines).encode(), 9)
