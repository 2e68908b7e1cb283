"""What a theme says of rules: numbers of its own, and findings that are on purpose under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smdeck.findings import Place
from smdeck.source import Mapping
from smdeck.theme.house import House
from smdeck.theme.values import Asks, RuleNumber

if TYPE_CHECKING:
    from smdeck.theme.house_records import HouseSettings


def asked(
    settings: HouseSettings, house: House, named: tuple[tuple[str, str, Place], ...] = ()
) -> Asks:
    """Return what a theme asks of decks; `named` are the layouts that its file names."""
    return Asks(_rule_numbers(settings), _allowed(settings), _avoided_words(settings), house, named)


def _rule_numbers(settings: HouseSettings) -> tuple[RuleNumber, ...]:
    """Return the numbers of rules that the theme sets, each with the place of its name."""
    written = settings.origin.get("rules")
    return tuple(
        RuleNumber(code.text, name.text, settings.rules[code.text][name.text], name.place)
        for code, numbers in (written if isinstance(written, Mapping) else ())
        for name, _ in (numbers if isinstance(numbers, Mapping) else ())
    )


def _allowed(settings: HouseSettings) -> tuple[tuple[str, Place], ...]:
    """Return the codes of findings that the theme allows, each with its place."""
    items = settings.origin.listed("allow")
    return tuple((code, item.place) for code, item in zip(settings.allow, items, strict=True))


def _avoided_words(settings: HouseSettings) -> dict[str, str]:
    """Return the words that the brand does without, each with what it says instead."""
    strings = settings.words
    return {**dict.fromkeys(strings.never, ""), **strings.avoid} if strings else {}
