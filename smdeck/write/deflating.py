"""Deflating: members of the archive made small, in a long talk by a second process that works while
the first one writes on.

zlib lets go of the interpreter while it deflates, but the members of a talk are small: it has done
with one in 20 µs, and two threads spend more than they save on handing the interpreter back and
forth (on two idle processors they took as long as one). So the second one is a process: this file,
run as a program. A fork would have to copy each page of memory that is written to thereafter.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from contextlib import suppress

TYPE_CHECKING = False  # the program that this file is begins without the time that typing takes
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

LEVEL = 3
"""Deflate's level: an eighth less time than the usual 6, for 2 % more bytes of a thousand slides."""

SMALL = 1000
"""Up to so many bytes a window of 1 KB holds all of a member."""

AHEAD = 1 << 20
"""How many bytes may wait for the second process: what is written while it starts, 15 ms."""

_SIZE = struct.Struct("<I")


def deflated(content: bytes) -> bytes:
    """Return a content deflated."""
    # A compressor clears its memory first: for a small part that is most of its time.
    window, memory = (-15, 8) if len(content) > SMALL else (-10, 3)
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, window, memory)
    return packer.compress(content) + packer.flush()


def keep_freed_memory() -> None:
    """Let glibc keep the memory of a compressor for the next one.

    It gives that back to the system and fetches it anew each time, which takes longer than to
    deflate a small member, until a large block was freed once (mallopt(3), `M_TRIM_THRESHOLD`).
    """
    bytes(1 << 24)


class Helper:
    """A second process that deflates what it is given, and answers when that is all.

    It ends by itself where this process ends before.
    """

    @classmethod
    def start(cls) -> Helper | None:
        """Return a helper; None where no second processor is free for it, or no way to start it."""
        from pathlib import Path

        try:
            python = Path(sys.executable).name.startswith("python")  # and no program around it
            return cls() if python and len(os.sched_getaffinity(0)) > 1 else None
        except (AttributeError, OSError, TypeError):
            return None  # no Linux, no more processes, or no Python that could be started

    def __init__(self) -> None:
        import fcntl

        self.given: list[bytes] = []
        """The contents that it deflates."""
        theirs, ours = os.pipe()
        self._answers, answering = os.pipe()
        try:
            with suppress(OSError):  # more than this system lets a pipe hold
                fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, AHEAD)
            self.process = os.posix_spawn(
                sys.executable,
                [sys.executable, "-I", "-S", __file__],
                os.environ,
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, theirs, 0),
                    (os.POSIX_SPAWN_DUP2, answering, 1),
                    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                ],
            )
        except OSError:
            os.close(ours)
            os.close(self._answers)
            raise
        finally:
            os.close(theirs)
            os.close(answering)
        self._pipe = os.fdopen(ours, "wb", 1 << 16)

    def give(self, content: bytes) -> None:
        """Let a content be deflated."""
        self.given.append(content)
        with suppress(BrokenPipeError):  # it was killed, and will not answer
            self._pipe.write(_SIZE.pack(len(content)))
            self._pipe.write(content)

    def answers(self) -> Mapping[int, bytes]:
        """Return each content deflated, by the `id` of the content; none where the process failed.

        The process has ended then.
        """
        with suppress(BrokenPipeError):
            self._pipe.close()
        with os.fdopen(self._answers, "rb") as pipe:
            try:
                answers = list(_contents(pipe))
            except EOFError:
                answers = []
        os.waitpid(self.process, 0)
        if len(answers) != len(self.given):
            return {}
        return {id(content): data for content, data in zip(self.given, answers, strict=True)}


def _contents(pipe: BinaryIO) -> Iterator[bytes]:
    """Yield what comes, each behind its size; raise EOFError where the end of one is missing."""
    while head := pipe.read(_SIZE.size):
        (size,) = _SIZE.unpack(head.ljust(_SIZE.size))
        content = pipe.read(size)
        if len(head) + len(content) < _SIZE.size + size:
            raise EOFError
        yield content


def _serve() -> None:
    """Deflate all that comes, and write it in the same order when there is no more."""
    keep_freed_memory()
    answers = [deflated(content) for content in _contents(sys.stdin.buffer)]
    for data in answers:
        sys.stdout.buffer.write(_SIZE.pack(len(data)) + data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
