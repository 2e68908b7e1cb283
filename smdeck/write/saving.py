"""Saving: bytes are written beside the target and moved into place, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


class TargetError(Exception):
    """A target that can't be written; `help` says what can be done."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def save(data: bytes, target: Path) -> None:
    """Write a file in one step: there is the old one or the new one, never half of it.

    Raises TargetError where the folder can't be written to, or where PowerPoint or LibreOffice
    has the target open.
    """
    check_target(target)
    temporary = target.parent / f".smdeck-{os.getpid()}-{target.name}.tmp"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise _refused(target, error) from error
        raise


def check_target(target: Path) -> None:
    """Raise TargetError where the target is a folder, or open in an office program."""
    if target.is_dir():
        raise TargetError(f"`{target}` is a folder", "name a file, as talk.pptx")
    for lock in (f"~${target.name}", f"~${target.name[2:]}", f".~lock.{target.name}#"):
        if (target.parent / lock).is_file():
            raise TargetError(
                f"`{target}` is open in another program",
                f"close it there; if it is not open, delete `{target.parent / lock}`",
            )
    if target.exists() and not os.access(target, os.W_OK):
        raise TargetError(f"`{target}` is write-protected", "name another file with -o")


def _refused(target: Path, error: OSError) -> TargetError:
    return TargetError(
        f"`{target}` can't be written: {error.strerror or error}",
        "close it if it is open, or name another file with -o",
    )
