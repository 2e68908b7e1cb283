"""Lines of code: what is written, which of them are set off, and in which language they are."""

from __future__ import annotations

from typing import Any, Protocol

from smdeck.findings import Findings, Place, count, nearest

TAB = 4
"""How many spaces a tab stands for."""

HIGHLIGHT = r"\d+(-\d+)?(, *\d+(-\d+)?)*"
"""Lines that are set off, as `5-6, 9`."""

Span = tuple[int, int]
"""The first and the last of lines that follow each other, from 1."""


class HasCode(Protocol):
    """What has lines of code: a slide, or a block on one."""

    code: Any
    language: str | None
    highlight: str | None

    def at(self, name: str) -> Place:
        """Return the place of a key's value."""


def lines_of(code: str) -> list[str]:
    """Return the lines of code, without empty ones around them."""
    return code.expandtabs(TAB).strip("\n").rstrip().split("\n")


def marked_lines(highlight: str | None) -> list[int]:
    """Return the numbers of the lines that are set off, in order."""
    spans = spans_of(highlight)
    return sorted({line for first, last in spans for line in range(first, last + 1)})


def spans_of(lines: str | None) -> list[Span]:
    """Return the lines that are named, as `1-3, 4`, in the order in which they are named."""
    spans = []
    for part in (lines or "").split(","):
        first, _, last = part.strip().partition("-")
        if first:
            spans.append((int(first), int(last or first)))
    return spans


def blocks_of(lines: list[str]) -> list[Span]:
    """Return the lines between empty ones; each line where there are none of these."""
    blocks: list[Span] = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if blocks and blocks[-1][1] == n - 1:
            blocks[-1] = blocks[-1][0], n
        else:
            blocks.append((n, n))
    return blocks if len(blocks) > 1 else [(n, n) for n in range(1, len(lines) + 1)]


def check_code(of: HasCode, findings: Findings) -> None:
    """Report lines to set off that there are not, and a language that nobody knows."""
    lines = lines_of(of.code)
    beyond = [line for line in marked_lines(of.highlight) if not 1 <= line <= len(lines)]
    if beyond:
        findings.error(
            "unknown-highlight",
            f"there is no line {beyond[0]}: the code has {count(len(lines), 'line')}",
            of.at("highlight"),
            "it names lines, the first of which is 1",
        )
    if of.language and lexer_of(of.language) is None:
        findings.error(
            "wrong-value",
            f"there is no language `{of.language}` that code could be coloured for",
            of.at("language"),
            _language_help(of.language),
        )


def check_steps(of: HasCode, spans: list[Span], findings: Findings) -> None:
    """Report steps of lines that there are not, that run backwards, or that show a line twice."""
    lines, seen = lines_of(of.code), set[int]()
    for first, last in spans:
        wrong = next((line for line in (first, last) if not 1 <= line <= len(lines)), None)
        again = next((line for line in range(first, last + 1) if line in seen), None)
        help = "it names lines, the first of which is 1"
        if wrong is not None:
            said = f"there is no line {wrong}: the code has {count(len(lines), 'line')}"
        elif last < first:
            said = f"the step `{first}-{last}` ends before it begins"
        elif again is not None:
            said, help = f"line {again} appears in two steps", "name each line once"
        else:
            seen |= {*range(first, last + 1)}
            continue
        findings.error("wrong-value", said, of.at("steps"), help)
        return


def lexer_of(language: str) -> Any:
    """Return what takes code of a language to pieces, or None where there is no such language."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _language_help(language: str) -> str:
    from pygments.lexers import get_all_lexers

    known = [alias for _, aliases, _, _ in get_all_lexers() for alias in aliases]
    near = nearest(language.lower(), known)
    return f"did you mean `{near}`?" if near else "leave it out, and the code has one colour"
