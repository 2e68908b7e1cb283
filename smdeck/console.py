"""The console: what is printed ends cleanly, whatever becomes of it on the way."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Callable, Iterable
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smdeck.findings import Finding

INTERRUPTED = 130
"""The exit code of what the user broke off: 128 and the number of the signal."""

_PLAIN = str.maketrans(
    {"→": "->", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
     "×": "x", "≥": ">=", "≤": "<=", "\u00a0": " "}
)  # fmt: skip
"""What stands for typography where an encoding has none, as in those of older consoles."""

_lost: dict[str, OSError] = {}
"""The streams that take no more, by name, and why."""


def prepare() -> None:
    """Let standard output and error take every character, whatever their encoding."""
    codecs.register_error("smdeck-plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="smdeck-plain")


def ended(command: Callable[[], int]) -> int:
    """Run a command as a process of its own and return its exit code.

    Whatever happens is said in lines for people; SMDECK_DEBUG=1 lets exceptions through.
    """
    prepare()
    try:
        return finish(command())
    except SystemExit as end:
        return finish(end.code if isinstance(end.code, int) else int(end.code is not None))
    except KeyboardInterrupt:
        say("", err=True)
        return finish(INTERRUPTED)
    except Exception as error:
        if os.environ.get("SMDECK_DEBUG"):
            import traceback

            say(traceback.format_exc(), err=True)
        from smdeck.internal_error import CODE, report

        say(report(error, sys.argv[1:]), err=True)
        return finish(CODE)


def say(words: str, *, err: bool = False, nl: bool = True) -> None:
    """Print words; where nobody takes them any more, go on without."""
    name = "stderr" if err else "stdout"
    stream = getattr(sys, name)
    if name in _lost or stream is None:
        return
    try:
        if "\033" in words:  # a colour, which is for a terminal alone
            import click

            click.echo(words, file=stream, nl=nl)  # named: else click chooses UTF-8 for ASCII
        else:
            stream.write(f"{words}\n" if nl else words)
            stream.flush()
    except OSError as error:  # the reader went away, or the disk is full
        _lost[name] = error
        _silence(stream)


def show(findings: Iterable[Finding]) -> None:
    """Print findings on standard error, their heads in the colour of what they are."""
    for finding in findings:
        import click

        color = "red" if finding.severity == "error" else "yellow"
        head = click.style(finding.head, fg=color, bold=True)
        say(f"{head}{str(finding).removeprefix(finding.head)}\n", err=True)


def say_json(data: object) -> None:
    """Print data as JSON, in ASCII where the output is not in UTF-8.

    Control characters above 127 are escaped too: JSON allows them, and terminals obey them.
    """
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    utf8 = codecs.lookup(encoding).name == "utf-8"
    text = json.dumps(data, ensure_ascii=not utf8, indent=2)
    say(text.translate({code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}))


def finish(code: int) -> int:
    """Print what is not printed yet, and return the exit code: 1 where output was lost.

    A reader that went away, as `head` does, has what it wanted: that is no failure.
    """
    for name in ("stdout", "stderr"):
        stream: IO[Any] | None = getattr(sys, name)
        try:
            if stream is not None and name not in _lost:
                stream.flush()
        except (OSError, ValueError) as error:
            _lost[name] = error if isinstance(error, OSError) else OSError(str(error))
            _silence(stream)
    lost = _lost.get("stdout")
    if lost is None or isinstance(lost, BrokenPipeError):
        return code
    say(f"standard output can't be written: {(lost.strerror or str(lost)).lower()}", err=True)
    return code or 1


def _silence(stream: IO[Any] | None) -> None:
    """Lead a stream that failed to nowhere, so that what it still holds fails no more."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        pass


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the characters that an encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = error.object[error.start : error.end].translate(_PLAIN)
    return words.encode("ascii", "backslashreplace").decode("ascii"), error.end
