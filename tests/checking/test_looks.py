"""Looks: the forms of words, in the order in which they come: findings stand in no other."""

from __future__ import annotations

from collections.abc import Callable

from smdeck.checking.looks import forms_of
from smdeck.compiler.compiling import Compiled
from smdeck.scene import TextBox


def test_forms_come_as_the_words_do(
    compiled: Callable[[str], Compiled], deck_of: Callable[..., str]
) -> None:
    words = "Erst **fett**, dann `Code`, [ein Verweis](https://example.com) und **[beides](#a)**."
    talk = compiled(deck_of(f'layout: text\nid: a\ntitle: T\ntext: "{words}"'))
    (text,) = [n for n in talk.scenes[0].nodes if isinstance(n, TextBox) and n.name == "text"]
    told = [(bold, code, linked) for _, bold, code, linked, _ in forms_of(text)]
    assert told == [
        (False, False, False),
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (True, False, True),
    ]
