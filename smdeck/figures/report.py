"""Reports: what is wrong with a data file, said at the place of the deck that names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from smdeck.findings import Findings, count
from smdeck.source import Scalar

SHOWN = 3
"""How many faults of one kind are told one by one."""


class FileReference(NamedTuple):
    """What a deck names: a file, and which part of it. Each stands where findings point to."""

    file: Scalar
    sheet: Scalar | None = None
    """The name of a worksheet; None takes the first one that is visible."""
    columns: tuple[Scalar, ...] = ()
    """The columns by name or letter, in the order in which they are shown; none takes all."""
    rows: Scalar | None = None
    """The numbers of the file's rows, as `2-9`; None takes all."""


class Unreadable(Exception):
    """A fault after which nothing more can be read from a file.

    The message speaks of the file as "it"; `help` says what helps, `code` is that of the finding.
    """

    def __init__(
        self, message: str, help: str | None = None, *, code: str = "unreadable-file"
    ) -> None:
        super().__init__(message)
        self.message, self.help, self.code = message, help, code


class Report:
    """Where the readers of a data file say what they find."""

    def __init__(self, wanted: FileReference, findings: Findings) -> None:
        self.wanted = wanted
        self.called = f"`{wanted.file.text}`"
        """How messages call the file: as the deck writes it."""
        self.failed = False
        """Whether an error was reported."""
        self._findings = findings

    def error(
        self,
        message: str,
        help: str | None = None,
        *,
        code: str = "data-file",
        at: Scalar | None = None,
    ) -> None:
        """Report an error at the file, or at what else of the deck is to blame."""
        self.failed = True
        self._findings.error(code, message, (at or self.wanted.file).place, help)

    def warn(self, message: str, help: str | None = None, *, code: str = "data-file") -> None:
        """Report a warning at the file."""
        self._findings.warn(code, message, self.wanted.file.place, help)


def numbers(rows: Iterable[int]) -> str:
    """Return "row 3", "rows 3 and 5", "rows 3 to 7", "rows 3, 5 and 4 more"."""
    listed = list(rows)
    if len(listed) == 1:
        return f"row {listed[0]}"
    if len(listed) > 2 and listed[-1] - listed[0] == len(listed) - 1:
        return f"rows {listed[0]} to {listed[-1]}"
    shown = [str(row) for row in listed[:SHOWN]]
    last = count(len(listed) - SHOWN, "more", "more") if len(listed) > SHOWN else shown.pop()
    return f"rows {', '.join(shown)} and {last}"
