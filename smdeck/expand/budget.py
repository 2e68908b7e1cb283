"""The budget: how much files and variables may bring into a deck, as each may be used often."""

from __future__ import annotations

from smdeck.source.parsing import MAX_REPEATED_CHARACTERS
from smdeck.source.reading import MAX_VALUES

MAX_LOOKUPS = 10
"""How many variables may stand for one another in a row, and how many files use one another."""


MAX_SLIDES = 50_000
"""How many slides all files together may hold that are used; a deck has 10,000 at most."""


class TooMuch(Exception):
    """More than any talk can mean; the message says what, `code` is that of the finding."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Budget:
    """What was taken over so far."""

    def __init__(self) -> None:
        self.values = self.characters = 0

    def take(self, characters: int = 0) -> None:
        """Count a value and its characters; raises TooMuch."""
        self.values += 1
        self.characters += characters
        if self.values > MAX_VALUES:
            raise TooMuch("too-large", f"files and variables bring more than {MAX_VALUES:,} values")
        if self.characters > MAX_REPEATED_CHARACTERS:
            much = f"{MAX_REPEATED_CHARACTERS:,} characters"
            raise TooMuch("too-large", f"variables bring more than {much}")
