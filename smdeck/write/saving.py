"""Saving: bytes are written beside the target and moved into place, or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import time
from pathlib import Path

from smdeck.files import Access, is_file, is_folder, reason_of
from smdeck.patterns import pattern

if sys.platform != "win32":
    import fcntl

TEMPORARY = pattern(r"\.smdeck-[0-9a-f]{16}\.tmp")
"""The names of files that are not whole yet."""

ABANDONED = 3600.0
"""Seconds after which a temporary file is nobody's where locks don't say so."""

PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait before a move is tried again: on Windows a virus scanner holds a new file for a
moment, and nobody can move it."""

RESERVED = pattern(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.I)
"""Names that are devices on Windows, with any suffix
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


class TargetError(Exception):
    """A target that can't be written; `help` says what can be done."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def save(data: bytes, target: Path) -> None:
    """Write a file in one step: there is the old one or the new one, never half of it.

    A link stays one, and its file is written. An older file's permissions stay. The data is on
    the disk before the older file goes. What a killed build left in the folder is removed.

    Raises TargetError where the folder can't be written to, or where PowerPoint or LibreOffice
    has the target open.
    """
    check_target(target)
    final = Path(os.path.realpath(target))
    temporary: Path | None = None
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        remove_abandoned(final.parent)
        temporary, handle = _created(final.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _keep_permissions(temporary, final)
            os.fsync(file.fileno())
            if sys.platform != "win32":  # the lock of the open file lasts until it is moved
                _move(temporary, final)
        if sys.platform == "win32":  # where nothing moves that is open
            _move(temporary, final)
        _flush_folder(final.parent)
    except BaseException as error:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink()
        if isinstance(error, OSError):
            raise _refused(target, error) from error
        raise


def check_target(target: Path, access: Access | None = None) -> None:
    """Raise TargetError where a file can't be written, or is one that the talk is made from.

    That is a folder, no .pptx, a name that Windows keeps for a device, a file that is open in an
    office program, and one that `access` has read.
    """
    if is_folder(target):
        raise TargetError(f"`{target}` is a folder", "name a file, as talk.pptx")
    if target.suffix.lower() != ".pptx":
        raise TargetError(f"`{target}` does not end in .pptx", "name a file, as talk.pptx")
    if os.name == "nt" and is_reserved(target.name):
        raise TargetError(f"`{target.name}` is a device on Windows", "name another file with -o")
    if access:
        _check_inputs(target, access)
    final = Path(os.path.realpath(target))
    there = os.path.lexists(final)
    if there and not is_file(final):
        raise TargetError(f"`{target}` is no file but a device or a pipe", "name another file")
    _check_lock(target)
    if os.path.islink(target):  # noqa: PTH114 -- as `is_file`
        _check_lock(final)
    if there and not os.access(final, os.W_OK):
        raise TargetError(f"`{target}` is write-protected", "name another file with -o")


def is_reserved(name: str) -> bool:
    """Return whether Windows takes a name for a device, or drops the end of it."""
    return bool(RESERVED.fullmatch(name)) or name.endswith((".", " "))


def remove_abandoned(folder: Path) -> None:
    """Remove the temporary files of builds that were killed; those of running ones stay."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _remove_if_abandoned(Path(entry.path))


def _check_inputs(target: Path, access: Access) -> None:
    same = access.same_as(target)
    if same:
        raise TargetError(
            f"`{target}` is a file that the talk is made from",
            f"name another file with -o: `{same}` would be lost",
        )
    if access.allows(target.parent) and not access.allows(target):
        raise TargetError(
            f"`{target}` is a link that leads out of `{access.root}`", "name another file with -o"
        )


def _check_lock(target: Path) -> None:
    """Raise TargetError where PowerPoint or LibreOffice say by a file that they have it open."""
    for lock in (f"~${target.name}", f"~${target.name[2:]}", f".~lock.{target.name}#"):
        if is_file(target.parent / lock):
            raise TargetError(
                f"`{target}` is open in another program",
                f"close it there; if it is not open, delete `{target.parent / lock}`",
            )


def _created(folder: Path) -> tuple[Path, int]:
    """Return a new file and its open descriptor, locked as long as it is open."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = folder / f".smdeck-{os.urandom(8).hex()}.tmp"
        handle = os.open(path, flags, 0o666)
        if _lock(handle) is False or not path.exists():  # somebody took it for abandoned
            os.close(handle)
            continue
        return path, handle


def _lock(handle: int) -> bool | None:
    """Lock an open file and return whether that worked; None where there are no such locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False
    except OSError:
        return None  # some network file systems have none


def _remove_if_abandoned(temporary: Path) -> None:
    """Remove a temporary file that no process writes any more, while it is locked for us."""
    handle = os.open(temporary, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        locked = _lock(handle)
        if locked:
            temporary.unlink()
    finally:
        os.close(handle)
    if locked is None and time.time() - temporary.stat().st_mtime > ABANDONED:
        temporary.unlink()


def _keep_permissions(temporary: Path, final: Path) -> None:
    """Give a new file the permissions of the one that it replaces, and its owner where allowed."""
    with contextlib.suppress(OSError):
        old = final.stat()
        if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
            with contextlib.suppress(OSError):
                os.chown(temporary, old.st_uid, old.st_gid)
        temporary.chmod(stat.S_IMODE(old.st_mode) & 0o777)


def _move(temporary: Path, final: Path) -> None:
    for seconds in PATIENCE:
        try:
            temporary.replace(final)
            return
        except PermissionError:
            time.sleep(seconds)
    temporary.replace(final)


def _flush_folder(folder: Path) -> None:
    """Have the new name on the disk, where folders can be flushed."""
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _refused(target: Path, error: OSError) -> TargetError:
    return TargetError(
        f"`{target}` can't be written: {reason_of(error)}",
        "close it if it is open, or name another file with -o",
    )
