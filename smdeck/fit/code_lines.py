"""Lines of code: whether a room holds them as they are, since none of them may be broken."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.findings import Findings, Place, count
from smdeck.fit.measure import SLACK, text_width
from smdeck.scene import Level
from smdeck.theme import Theme

CODE = Level(font="code")
"""How code is set."""


def code_problems(
    lines: Sequence[str],
    size: float,
    pitch: float,
    room: tuple[float, float],
    theme: Theme,
    place: Place,
    findings: Findings,
) -> bool:
    """Report lines that are too many or too long for a room; return whether there are some.

    The room is width and height in points, `size` the smallest that the lines may have, and
    `pitch` their distance at that size.
    """
    width, height = room
    holds, before = int((height + 0.5) / pitch), len(findings)
    if len(lines) > holds:
        findings.error(
            "overflow",
            f"the code has {count(len(lines), 'line')}; at {size:g} pt, the smallest "
            f"size, its box holds {holds}",
            place,
            f"cut {count(len(lines) - holds, 'line')}, or split the slide",
        )
    columns = int(SLACK * width / text_width("0", size, theme, CODE))
    long = [n for n, line in enumerate(lines, 1) if len(line) > columns]
    if long:
        longest = max(long, key=lambda n: len(lines[n - 1]))
        named = ", ".join(str(n) for n in long[:4])
        findings.error(
            "overflow",
            f"line{'s' * (len(long) > 1)} {named} of the code "
            f"{'are' if len(long) > 1 else 'is'} too long: line {longest} has "
            f"{len(lines[longest - 1])} characters, at {size:g} pt a line holds {columns}",
            place,
            f"cut {len(lines[longest - 1]) - columns} characters, or break the line",
        )
    return len(findings) > before
