"""Comparing: which slides of two talks belong together, and what is another on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from smdeck.changes.facts import ORNAMENT, ParagraphFacts, SlideFacts, TalkFacts

ALIKE = 0.5
"""From this share of equal words on, two slides are the same one, changed."""


class Change(NamedTuple):
    """One thing that is another: what, and how it was and is; None where it was or is not there."""

    what: str
    before: str | None
    after: str | None


class Changed(NamedTuple):
    """What became of a slide, or of the talk as a whole."""

    kind: Literal["added", "removed", "moved", "changed", "talk"]
    """A slide that is moved may have changes too."""
    title: str
    before: int | None
    """Its place in the first talk."""
    after: int | None
    changes: tuple[Change, ...] = ()


def compare(before: TalkFacts, after: TalkFacts) -> list[Changed]:
    """Return what differs between two talks, in the order of the second one."""
    whole = before.whole and after.whole
    found = []
    if whole:
        general = tuple(_properties(before.properties, after.properties))
        if general:
            title = after.properties.get("title", "")
            found.append(Changed("talk", title, None, None, general))
    pairs = matched(before.slides, after.slides)
    moved = _moved(pairs)
    partner = {new: old for old, new in pairs}
    kept = {old for old, _ in pairs}
    removed = [n for n in range(len(before.slides)) if n not in kept]
    for new, slide in enumerate(after.slides):
        if new not in partner:
            found.append(Changed("added", slide.title, None, slide.number))
            continue
        old = before.slides[partner[new]]
        changes = tuple(_slide_changes(old, slide, whole))
        if changes or new in moved:
            kind: Literal["moved", "changed"] = "moved" if new in moved else "changed"
            found.append(Changed(kind, slide.title, old.number, slide.number, changes))
    for n in removed:
        slide = before.slides[n]
        found.append(Changed("removed", slide.title, slide.number, None))
    return found


def matched(before: Sequence[SlideFacts], after: Sequence[SlideFacts]) -> list[tuple[int, int]]:
    """Return which slides belong together, as pairs of their numbers from 0.

    By their `id`, by all that they hold, by their title, and by most of their words, in this order.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def join(key: object, by_key: dict[object, list[int]], new: int) -> None:
        olds = [old for old in by_key.get(key, []) if old not in taken]
        if olds:
            old = min(olds, key=lambda n: abs(n - new))
            pairs[new] = old
            taken.add(old)

    for kind in ("id", "content", "title"):
        by_key: dict[object, list[int]] = {}
        for n, slide in enumerate(before):
            if n not in taken and (key := getattr(slide, kind)):
                by_key.setdefault(_hashable(key), []).append(n)
        for new, slide in enumerate(after):
            if new not in pairs and (key := getattr(slide, kind)):
                join(_hashable(key), by_key, new)
    _join_alike(before, after, pairs, taken)
    return sorted((old, new) for new, old in pairs.items())


def _join_alike(
    before: Sequence[SlideFacts],
    after: Sequence[SlideFacts],
    pairs: dict[int, int],
    taken: set[int],
) -> None:
    """Add the pairs of slides whose words are mostly the same, the likest first."""
    left = [(n, _bag(slide)) for n, slide in enumerate(before) if n not in taken]
    right = [(n, _bag(slide)) for n, slide in enumerate(after) if n not in pairs]
    likeness = sorted(
        (
            (-2 * len(one & other) / (len(one) + len(other)), abs(old - new), old, new)
            for old, one in left
            for new, other in right
            if one and other
        ),
    )
    for negative, _, old, new in likeness:
        if -negative >= ALIKE and old not in taken and new not in pairs:
            pairs[new] = old
            taken.add(old)


def _bag(slide: SlideFacts) -> set[str]:
    lines = (*slide.words, *slide.notes)
    return {word for line in lines for word in line.plain.split()} | {*slide.figures}


def _hashable(key: object) -> object:
    return repr(key) if isinstance(key, tuple) else key


def _moved(pairs: list[tuple[int, int]]) -> set[int]:
    """Return the numbers in the second talk of slides that stand in another order.

    As few as can be: all others are in order already, in a longest row (patience sorting).
    """
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for n, (_, new) in enumerate(pairs):
        at = bisect_left(tails, new)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [new]
        places[at : at + 1] = [n]
    still: set[int] = set()
    n = places[-1] if places else -1
    while n >= 0:
        still.add(pairs[n][1])
        n = before[n]
    return {new for _, new in pairs} - still


def _slide_changes(old: SlideFacts, new: SlideFacts, whole: bool) -> Iterator[Change]:
    if whole:
        yield from _properties(old.properties, new.properties)
        if old.id != new.id:
            yield Change("id", old.id, new.id)
    if old.hidden != new.hidden:
        yield Change("hidden", _truth(old.hidden), _truth(new.hidden))
    yield from _lines(old.words, new.words, whole)
    for name in dict.fromkeys((*old.figures, *new.figures)):
        one, other = old.figures.get(name), new.figures.get(name)
        if one and other:
            known = one.shown is not None and other.shown is not None
            was, is_ = (one.shown, other.shown) if known else (one.value, other.value)
        else:
            was, is_ = (figure and (figure.shown or figure.value) for figure in (one, other))
        if was != is_:
            yield Change(f"chart, {name}", was, is_)
    if whole:
        yield from _runs("picture", old.pictures, new.pictures)
    yield from _lines(old.notes, new.notes, whole)


def _truth(value: bool) -> str:
    return "yes" if value else "no"


def _properties(old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Change(name, old.get(name), new.get(name))


def _lines(
    old: Sequence[ParagraphFacts], new: Sequence[ParagraphFacts], whole: bool
) -> Iterator[Change]:
    """Yield the paragraphs that differ, by where they stand; a .pptx does not say that."""
    if not whole:
        yield from _runs("words", [one.plain for one in old], [one.plain for one in new])
        return
    for where in dict.fromkeys(line.where for line in (*old, *new) if line.where != ORNAMENT):
        yield from _runs(
            where,
            [line.marked for line in old if line.where == where],
            [line.marked for line in new if line.where == where],
        )


def _runs(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield the entries of two lists that differ: those in one place as one."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        count = max(b - a, d - c)
        for n in range(count):
            was = old[a + n] if a + n < b else None
            yield Change(what, was, new[c + n] if c + n < d else None)
