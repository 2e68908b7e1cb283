"""Checking: every rule looks at the talk, with the numbers that the theme sets."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.checking.deck import CheckedDeck
from smdeck.checking.limits import limits_of
from smdeck.checking.rule import rules
from smdeck.findings import Findings
from smdeck.model.records import Deck, Slide
from smdeck.scene import SlideScene
from smdeck.theme import Theme


def check(
    deck: Deck,
    theme: Theme,
    slides: Iterable[tuple[int, Slide, SlideScene]],
    findings: Findings,
) -> None:
    """Add what breaks a rule to the findings; slides come with their numbers, records, scenes."""
    unfit = {finding.place for finding in findings if finding.code in ("overflow", "long-word")}
    unfit.discard(None)
    talk = CheckedDeck(deck, theme, slides, unfit)
    numbers = limits_of(rules(), theme, findings)
    for rule in rules():
        for issue in rule.check(talk, numbers[rule.code]):
            report = findings.error if issue.level == "error" else findings.warn
            report(rule.code, issue.message, issue.place, issue.help, issue.slide)
