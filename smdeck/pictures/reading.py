"""Reading a picture's file: an ordinary file of an ordinary size, or a reason why not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from smdeck.files import reason_of

LARGEST_FILE = 100 * 2**20
"""The most bytes of a picture. The largest photographs of cameras have about 80 megabytes."""


class Unusable(Exception):
    """A picture that can't be shown: the code of the finding, why, and what helps."""

    def __init__(self, code: str, said: str, help: str | None = None) -> None:
        super().__init__(code, said, help)
        self.code, self.said, self.help = code, said, help


def read_picture(path: Path) -> bytes:
    """Return the bytes of a file; raises Unusable, and FileNotFoundError where there is none.

    A named pipe or a device would wait for ever or give bytes without end, so what is no file
    is not even opened.
    """
    try:
        said = os.stat(path)  # noqa: PTH116 -- unlike Path's, it bears any name
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileNotFoundError(path) from error
    except OSError as error:  # a name that is too long, a folder that is locked
        raise Unusable("unreadable-file", f"can't be read: {reason_of(error)}") from error
    if stat.S_ISDIR(said.st_mode):
        raise Unusable("unreadable-file", "is a folder", "name a picture in it")
    if not stat.S_ISREG(said.st_mode):
        raise Unusable("unreadable-file", "is no file but a device or a pipe")
    if said.st_size > LARGEST_FILE:
        raise Unusable(
            "unreadable-file",
            f"has {said.st_size // 2**20} megabytes, more than {LARGEST_FILE // 2**20}",
            "save it smaller: a slide shows no more than 2560 × 1440 pixels",
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable("unreadable-file", f"can't be read: {reason_of(error)}") from error
