"""Wheels: whether each dependency can be installed without a compiler, on each system and Python.

`python -m benchmarks.wheels` asks pip, which downloads what it would install, and prints the table
of `docs/windows.md`. It takes some minutes and exits with 1 where a wheel is missing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

SYSTEMS = {
    "Windows x86-64": ["win_amd64"],
    "macOS arm64": ["macosx_14_0_arm64", "macosx_11_0_arm64"],
    "macOS x86-64": ["macosx_14_0_x86_64", "macosx_10_13_x86_64"],
    "Linux x86-64": ["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    "Linux aarch64": ["manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"],
}
"""What pip calls the systems on which people present, newest first."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14")

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def dependencies() -> list[str]:
    """Return what the package needs, as pip reads it."""
    return list(tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"])


def missing(platforms: list[str], python: str) -> str:
    """Return what pip says where it finds no wheels, or "" where it finds all."""
    options = [f"--platform={platform}" for platform in platforms]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
             "--only-binary=:all:", f"--python-version={python}", "--implementation=cp",
             f"--dest={folder}", *options, *dependencies()],
            capture_output=True, text=True,
        )  # fmt: skip
    said = (done.stderr or "failed").strip().splitlines()
    return "" if done.returncode == 0 else said[-1]


def main() -> int:
    """Print which systems have all wheels; return 1 where one is missing, else 0."""
    print("|", " | ".join(["", *(f"Python {python}" for python in PYTHONS)]), "|")
    print("|---" * (1 + len(PYTHONS)) + "|")
    problems = []
    for system, platforms in SYSTEMS.items():
        said = {python: missing(platforms, python) for python in PYTHONS}
        print("|", " | ".join([system, *("–" if one else "✓" for one in said.values())]), "|")
        problems += [f"{system}, Python {python}: {one}" for python, one in said.items() if one]
    print(*problems, sep="\n", file=sys.stderr)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
