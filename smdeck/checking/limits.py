"""Limits: the numbers of the rules, as far as a theme tightens them."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from smdeck.checking.rule import Limits, Rule, rules
from smdeck.findings import Findings, listing, suggest
from smdeck.model.records import Deck
from smdeck.theme import Theme


def limits_of(rules: Iterable[Rule], theme: Theme, findings: Findings) -> dict[str, Limits]:
    """Return the numbers of each rule by code; a number of the theme that can't be is a finding.

    A theme may tighten every number. A warning it may loosen as well, as far as the error of the
    same rule: what a brand's people can read in their rooms they know best.
    """
    by_code = {rule.code: rule for rule in rules}
    limits: dict[str, Limits] = {code: rule.limits for code, rule in by_code.items()}
    for entry in theme.asks.rules:
        rule = by_code.get(entry.code)
        if rule is None or not rule.limits:
            with_numbers = [code for code, rule in by_code.items() if rule.limits]
            findings.error(
                "unknown-rule",
                f"the rule `{entry.code}` has no numbers"
                if rule
                else f"there is no rule `{entry.code}`",
                entry.place,
                suggest(entry.code, with_numbers, f"rules with numbers: {listing(with_numbers)}"),
            )
        elif entry.name not in rule.limits:
            findings.error(
                "unknown-field",
                f"the rule `{rule.code}` has no number `{entry.name}`",
                entry.place,
                suggest(entry.name, rule.limits, f"it has {listing(rule.limits, 'and')}"),
            )
        elif entry.value < 0:
            findings.error(
                "wrong-value",
                f"`{entry.name}` of the rule `{rule.code}` takes numbers of at least 0, "
                f"here is {entry.value:g}",
                entry.place,
            )
        elif _is_looser(entry.value, _loosest(rule, entry.name), rule):
            loosest = _loosest(rule, entry.name)
            findings.error(
                "wrong-value",
                f"`{entry.name}` of the rule `{rule.code}` takes at {rule.bound} {loosest:g}, "
                f"here is {entry.value:g}",
                entry.place,
                "a theme may tighten a rule; a deck or a slide may `allow` its findings",
            )
        else:
            limits[rule.code] = {**limits[rule.code], entry.name: entry.value}
    return limits


def bullets_at_once(deck: Deck, theme: Theme) -> int:
    """Return how many bullets a slide may show without a finding, 1 at least."""
    if deck.kind == "handout":
        return sys.maxsize
    return max(1, int(limits_of(rules(), theme, Findings())["bullets"]["warning"]))


def words_at_once(deck: Deck, theme: Theme) -> float:
    """Return how many words a slide may have without an error."""
    if deck.kind in ("handout", "lecture"):
        return sys.maxsize
    return limits_of(rules(), theme, Findings())["words"]["error"]


def _loosest(rule: Rule, name: str) -> float:
    """Return the loosest that a number may be: an error stays, a warning may become one."""
    return rule.limits.get(name.replace("warning", "error"), rule.limits[name])


def _is_looser(value: float, limit: float, rule: Rule) -> bool:
    return value > limit if rule.bound == "most" else value < limit
