"""Lines of code: what is written, which of them are set off, and in which language they are."""

from __future__ import annotations

from typing import Any, Protocol

from smdeck.findings import Findings, Place, count, nearest

TAB = 4
"""How many spaces a tab stands for."""

HIGHLIGHT = r"\d+(-\d+)?(, *\d+(-\d+)?)*"
"""Lines that are set off, as `5-6, 9`."""


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
    marked: set[int] = set()
    for part in (highlight or "").split(","):
        first, _, last = part.strip().partition("-")
        if first:
            marked |= {*range(int(first), int(last or first) + 1)}
    return sorted(marked)


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
