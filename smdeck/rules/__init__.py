"""Rules: what PowerPoint would show and an audience could not use, as findings over the scenes.

One rule, one file: its name with hyphens is the finding's code, and nothing else registers it.
"""

from smdeck.rules._allow import leave_out_allowed, number_slides
from smdeck.rules._checking import check
from smdeck.rules._limits import bullets_at_once, words_at_once
from smdeck.rules._rule import Rule, rule_codes, rules
from smdeck.rules._talk import PROSE, word_count, words_on

__all__ = [
    "PROSE",
    "Rule",
    "bullets_at_once",
    "check",
    "leave_out_allowed",
    "number_slides",
    "rule_codes",
    "rules",
    "word_count",
    "words_at_once",
    "words_on",
]
