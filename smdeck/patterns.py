"""Patterns: regular expressions that are compiled when they are used first.

Python takes up to a millisecond to compile one of ours, and a build of few slides uses few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the compiled pattern; from then on it is found without asking here."""
        method = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, method)
        return method


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled, and so found to be wrong, at its first use."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
