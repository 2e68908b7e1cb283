"""Checking: what the rules stand on, and the run of all of them over a deck."""

from smdeck.checking.allow import leave_out_allowed, number_slides
from smdeck.checking.check import check
from smdeck.checking.deck import PROSE, number_of_fitted_words
from smdeck.checking.limits import bullets_at_once, words_at_once
from smdeck.checking.rule import Rule, rule_codes, rules

__all__ = [
    "PROSE",
    "Rule",
    "bullets_at_once",
    "check",
    "leave_out_allowed",
    "number_of_fitted_words",
    "number_slides",
    "rule_codes",
    "rules",
    "words_at_once",
]
