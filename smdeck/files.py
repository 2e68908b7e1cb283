"""Files: which of them a build may read, and which it has read, so that none is written over.

All files that a deck or a theme names pass `may_read` or `read_bytes`. A build opens an `Access`
with `access`; what is read within belongs to it, in this thread and in no other.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from smdeck.beside import files_in, not_beside
from smdeck.findings import Findings, Place, suggest_file

Identity = tuple[int, int]
"""Device and number of a file: the same under each of its names, and through links."""

_KINDS = {
    stat.S_IFDIR: "is a folder",
    stat.S_IFIFO: "is a pipe, not a file",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file",
    stat.S_IFBLK: "is a device, not a file",
}
"""What is said of that which is no file: reading a pipe waits for ever, and a device has no end."""


class Refused(OSError):
    """A file that may not or can't be read: `said` goes on after its name, `code` is that of it."""

    def __init__(self, code: str, said: str, help: str | None = None) -> None:
        super().__init__(said)
        self.code, self.said, self.help = code, said, help


class Access:
    """What a build may read, and what it has read."""

    def __init__(
        self, root: str | os.PathLike[str] | None = None, trusted: Path | None = None
    ) -> None:
        self.root = _real(root) if root is not None else None
        """The folder outside of which nothing may be read; None for no limit."""
        self.trusted = _real(trusted) if trusted is not None else None
        """A folder that may be read all the same: that of the themes that ship."""
        self.inputs: dict[Identity, Path] = {}
        """The files that were read."""
        self.asked: set[Path] = set()
        """All that was asked for, even where there is nothing."""

    def allows(self, path: Path) -> bool:
        """Return whether a path leads to a place that may be read, links followed."""
        if self.root is None:
            return True
        real = _real(path)
        return _is_below(real, self.root) or bool(self.trusted and _is_below(real, self.trusted))

    def same_as(self, path: Path) -> Path | None:
        """Return the name under which a file was read, or None where it was not."""
        try:
            return self.inputs.get(_identity(os.stat(path)))  # noqa: PTH116 -- as in `examine`
        except (OSError, ValueError):
            return None


_current: ContextVar[Access] = ContextVar("access")


@contextmanager
def access(
    root: str | os.PathLike[str] | None = None, trusted: Path | None = None
) -> Iterator[Access]:
    """Let what is read within belong to one build.

    What it asked for, what is around it has asked for too: whoever watches files for changes.
    """
    around, opened = _current.get(None), Access(root, trusted)
    before = _current.set(opened)
    try:
        yield opened
    finally:
        _current.reset(before)
        if around:
            around.asked |= opened.asked


@contextmanager
def collecting() -> Iterator[Access]:
    """Let what is read within be known by itself, under the limits that hold already.

    Whoever keeps the result of reading files keeps what was `asked` for as well, reads again where
    a `stamp` has changed, and says with `examine` that these are inputs when it is used again.
    """
    around = _current.get(None)
    with access() as within:
        if around:
            within.root, within.trusted = around.root, around.trusted
        yield within


def current_root() -> str | None:
    """Return the folder outside of which nothing may be read now, or None."""
    around = _current.get(None)
    return around.root if around else None


def is_outside(path: Path) -> bool:
    """Return whether a path leads out of the folder that may be read."""
    around = _current.get(None)
    return around is not None and not around.allows(path)


def is_missing(path: Path) -> bool:
    """Return whether there is no file at a path; what may not be looked at is not missing."""
    _note(path)
    return not is_outside(path) and not is_file(path)


def stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes with a file: which it is, its kind, size and time; None for none."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- as in `examine`
    except (OSError, ValueError):
        return None
    return *_identity(found), found.st_mode, found.st_size, found.st_mtime_ns


def is_file(path: Path) -> bool:
    """Return whether there is a file; unlike Path's, this bears names of any length."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Return whether there is a folder; unlike Path's, this bears names of any length."""
    return os.path.isdir(path)  # noqa: PTH112


def examine(path: Path) -> None:
    """Take note of a file that is about to be read.

    Raises FileNotFoundError, or Refused where it lies outside of the root, is no file, or can't be
    read.
    """
    _note(path)
    if is_outside(path):
        raise Refused(
            "outside-root",
            "lies outside of the folder that may be read",
            "copy it into the folder of `--root`, or name another one there",
        )
    try:
        found = os.stat(path)  # noqa: PTH116 -- unlike Path's, it is the same on each Python
    except ValueError:  # a NUL in the name
        raise FileNotFoundError(path) from None
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError) or _is_too_long(error):
            raise FileNotFoundError(path) from None
        raise Refused("unreadable-file", f"can't be read: {reason_of(error)}") from error
    kind = _KINDS.get(stat.S_IFMT(found.st_mode))
    if kind:
        raise Refused("unreadable-file", kind, _instead(kind))
    if not os.access(path, os.R_OK):
        raise Refused("unreadable-file", "can't be read: permission denied", "ask for its rights")
    around = _current.get(None)
    if around:
        around.inputs[_identity(found)] = path


def examine_picture(path: Path) -> None:
    """Take note of a picture as `examine` does.

    An SVG brings the PNG of its name, which older programs show in its stead.
    """
    examine(path)
    png = path.with_suffix(".png")
    if path.suffix.lower() == ".svg" and not is_missing(png):
        examine(png)


def read_bytes(path: Path, most: int) -> bytes:
    """Return what a file holds, of `most` bytes at most.

    Raises as `examine`, Refused where it holds more, and OSError where reading fails.
    """
    examine(path)
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        help = "a talk is made of several decks, or of less"
        raise Refused("too-large", f"holds more than {most // 1_000_000} megabytes", help)
    return data


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a name beside a file; what is written there takes its place, whole or not at all."""
    temporary = target.with_name(f".smdeck-{os.urandom(8).hex()}.tmp")
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def may_read(
    path: Path,
    name: str,
    place: Place | None,
    findings: Findings,
    relative: str = "its path is relative to the deck",
    what: str = "file",
) -> bool:
    """Return whether a file may be read that is called `name`; else a finding says why not.

    `what` is what it is to be: a picture, a data file.
    """
    try:
        examine(path)
        return True
    except FileNotFoundError:
        if place and place.source.used_by:
            relative = "its path is relative to the file that names it"
        near = suggest_file(path.name, files_in(path.parent), relative)
        help = not_beside(name, what) or near
        findings.error("missing-file", f"there is no file `{name}`", place, help)
    except Refused as refused:
        findings.error(refused.code, f"`{name}` {refused.said}", place, refused.help)
    return False


def _note(path: Path) -> None:
    around = _current.get(None)
    if around:
        around.asked.add(path)


def _instead(kind: str) -> str | None:
    if "pipe" in kind:
        return "save it as a file; a deck can also come from standard input: `smdeck build -`"
    return "name a file in it" if "folder" in kind else None


def reason_of(error: OSError) -> str:
    """Return why the system refuses something, as it stands in a message."""
    return (error.strerror or str(error)).lower()


def _is_too_long(error: OSError) -> bool:
    """Return whether a file system has no names so long, so that there can be no such file."""
    import errno

    return error.errno in (errno.ENAMETOOLONG, errno.EINVAL)


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino


def _real(path: str | os.PathLike[str]) -> str:
    """Return a path in full, without links, in the spelling by which it is compared."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):  # a NUL in the name: it leads nowhere
        return ""


def _is_below(real: str, folder: str) -> bool:
    """Return whether a path is a folder or lies in it."""
    try:
        return os.path.commonpath((real, folder)) == folder
    except ValueError:  # another drive
        return False
