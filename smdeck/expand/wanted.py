"""Wanted: which version of a deck is built, and what is set from outside of it."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.source.nodes import Scalar

BASE = "base"
"""How the deck as it stands is called beside its variants."""


class Value(NamedTuple):
    """What is set from outside: by `--set`, or by a row of a table."""

    name: Scalar
    """A variable, or the path of a key of the deck, as `event.place`."""
    text: Scalar
    """What it stands for; shown as it is, without markup."""
    optional: bool = False
    """Whether it may go unused, as a column of a table may."""


class Wanted(NamedTuple):
    """A version of a deck."""

    variant: str | None = None
    """The name of a variant; None for the deck as it stands."""
    lang: str | None = None
    """One of the languages of the deck; None for the first, or that of the variant."""
    values: tuple[Value, ...] = ()
    """What is set from outside; the last of one name holds."""


AS_IT_STANDS = Wanted()
"""The deck without a variant, in its first language."""
