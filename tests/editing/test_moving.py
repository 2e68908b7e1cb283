"""Moving into the notes: the words go there, and everything else stays as it is."""

from __future__ import annotations

import pytest
import yaml

from smdeck.editing.moving import applied, move_at

HEAD = "title: A\nslides:\n"

CASES = {
    "an entry of a list": (
        "  - title: Eins\n    items:\n      - Hier\n      - Zwei  # zwei\n    # Ende\n",
        2, 10,
        "  - title: Eins\n    items:\n      - Zwei  # zwei\n    notes: |\n      Hier\n    # Ende\n",
    ),
    "an entry with title, text and points": (
        "  - items:\n      - title: So\n        text: Hier\n        items: [a, b]\n      - Zwei\n",
        1, 9,
        "  - items:\n      - Zwei\n    notes: |\n      So: Hier\n      - a\n      - b\n",
    ),
    "a text in braces": (
        '  - items:\n      - {title: So, text: "Hier: da", icon: ear}\n    notes: Vorher.\n',
        1, 30,
        "  - items:\n      - {title: So, icon: ear}\n"
        "    notes: |\n      Vorher.\n\n      Hier: da\n",
    ),
    "a slide in braces": (
        "  - {title: So, text: Hier}\n  - {title: Z}\n", 0, 25,
        '  - {title: So, notes: "Hier"}\n  - {title: Z}\n',
    ),
    "a text of several lines, with no line break behind it": (
        "  - title: So\n    text: |\n      Ein Satz.\n\n      Hier.", 2, 8,
        "  - title: So\n    notes: |\n      Ein Satz.\n\n      Hier.\n",
    ),
    "the last entry of a slide that has too much": (
        "  - title: So\n    items: [eins, zwei, drei]\n", 0, None,
        "  - title: So\n    items: [eins, zwei]\n    notes: |\n      drei\n",
    ),
}  # fmt: skip
"""Slides, where the cursor stands (line in the slides, column), and what comes of them."""


@pytest.mark.parametrize("name", CASES)
def test_words_go_into_the_notes(name: str) -> None:
    before, line, column, after = CASES[name]
    move = move_at(HEAD + before, line + 2, column)
    assert move is not None
    assert applied(HEAD + before, move.edits).removeprefix(HEAD) == after
    assert yaml.safe_load(HEAD + after)


def test_what_can_not_be_moved_is_not_offered() -> None:
    for slides, line, column in (
        ("  - title: So\n    items: [eins]\n", 1, 14),  # nothing would be left
        ("  - title: So\n", 0, 10),
        ("  - title: So\n    text: Hier\n    notes: {de: So, en: So}\n", 1, 12),
        ("  - title: So\n    text: [\n", 1, 10),
        ("  - notes: Hier\n    title: So\n", 0, 12),
    ):
        assert move_at(HEAD + slides, line + 2, column) is None, slides
