"""LibreOffice: talks as the PDFs that it makes of them, several in one run.

It takes a second to start, and most of the rest of its time to shrink large pictures: they are
shrunk before, each once.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from PIL import Image

SECONDS = 240
"""How long a run may take."""

FINE_ENOUGH = 640
"""How many pixels long or high a picture stays at least: tests look at pages of a thousand."""


def _pdf(**options: tuple[str, str]) -> str:
    """Return how LibreOffice is asked for a PDF."""
    written = {name: {"type": kind, "value": value} for name, (kind, value) in options.items()}
    return f"pdf:impress_pdf_Export:{json.dumps(written)}"


TO_PDF = _pdf(
    ReduceImageResolution=("boolean", "true"),
    MaxImageResolution=("long", "75"),
    UseTaggedPDF=("boolean", "false"),
    ExportBookmarks=("boolean", "false"),
    ExportNotes=("boolean", "false"),
)
"""Pages, and nothing that nobody looks at."""

ENVIRONMENT = {
    **os.environ,
    "FONTCONFIG_FILE": str(Path(__file__).parent / "fonts" / "fonts.conf"),
    "MALLOC_TOP_PAD_": str(64 * 2**20),
    "MALLOC_MMAP_THRESHOLD_": str(2**30),
    "MALLOC_TRIM_THRESHOLD_": str(2**31 - 1),
}
"""Lets LibreOffice find the fonts that the tests bring, and keep the memory that it has had once:

it gives that back and asks for it again for a sixth of its time.
"""


class Named(Protocol):
    """A file with the name that it is known by."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def path(self) -> Path:
        """The .pptx."""


def render(soffice: str, talks: Iterable[Named], folder: Path) -> dict[str, Path]:
    """Return a PDF for each talk in a folder."""
    small = folder / "small"
    small.mkdir(parents=True, exist_ok=True)
    files = {talk.name: _with_small_pictures(talk.path, small) for talk in talks}
    convert(soffice, TO_PDF, files.values(), folder)
    return {name: folder / f"{file.stem}.pdf" for name, file in files.items()}


def convert(soffice: str, kind: str, files: Iterable[Path], folder: Path) -> None:
    """Convert files in one run, into a folder.

    Each process of the tests has one profile, which takes a while to make.
    """
    subprocess.run(
        [
            *(soffice, f"-env:UserInstallation={Path(_profile()).as_uri()}", "--headless"),
            *("--convert-to", kind, "--outdir", str(folder), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
        env=ENVIRONMENT,
    )


@cache
def _profile() -> str:
    folder = tempfile.mkdtemp(prefix="smdeck-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _with_small_pictures(file: Path, folder: Path) -> Path:
    """Return a copy of a .pptx in a folder, whose pictures are no finer than tests look at."""
    target = folder / file.name
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, _small(content) if name.endswith(".png") else content)
    return target


@lru_cache(maxsize=64)
def _small(picture: bytes) -> bytes:
    """Return a picture with as many pixels as are fine enough, itself where it has no more."""
    with Image.open(io.BytesIO(picture)) as image:
        by = max(image.size) // FINE_ENOUGH
        if by < 2:
            return picture
        clear = "A" in image.mode or "transparency" in image.info
        out = io.BytesIO()
        image.convert("RGBA" if clear else "RGB").reduce(by).save(out, "PNG", compress_level=1)
        return out.getvalue()
