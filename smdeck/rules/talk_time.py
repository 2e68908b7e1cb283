"""Talk time: more slides or more notes than the talk has minutes.

**What it does:** where the deck has `minutes`, warns when its slides take longer by their own minutes, or by their notes where they say none, or all notes do; notes are read at 110 words a
minute, or at the deck's `pace`. It does so for a `section` with a `slot`, too, and for a break that the `clock` comes to after its end. Hidden slides and those kept for questions don't count.

**Why it is bad:** who runs out of time skips the end, where the message is.

```yaml
title: Kurz
minutes: 5
slides:
  - {layout: statement, title: Alle antworten, minutes: 4}
  - {layout: statement, title: Alle hören zu, minutes: 3}
```

**What to do:** cut slides, give them less time, or hide what is there for questions (`hidden: true`).
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.checking.deck import CheckedDeck, Issue
from smdeck.checking.rule import Limits
from smdeck.model.schedule import Schedule, Slot, late, minutes_shown, schedule


def check(talk: CheckedDeck, limits: Limits) -> Iterator[Issue]:
    """Yield by how much slides or notes exceed the time of the talk or of a part of it."""
    plan = schedule([slide.record for slide in talk.slides], talk.deck)
    numbers = [slide.number for slide in talk.slides]
    yield from _whole(plan, talk)
    yield from _parts(plan, numbers)
    for slot in plan.slots:
        if talk.deck.clock and (minutes := late(slot, talk.deck.clock)):
            yield Issue(
                "warning",
                f"the talk comes to this break {minutes_shown(minutes)} min after its end",
                slot.slide.at("until"),
                "let it end later, or cut slides before it",
                numbers[slot.number - 1],
            )


def _whole(plan: Schedule, talk: CheckedDeck) -> Iterator[Issue]:
    """Yield by how much all slides, or all notes, take longer than the talk may."""
    told = [("slides take", plan.minutes)] if any(s.by == "minutes" for s in plan.slots) else []
    for what, taken in (*told, (f"notes of {plan.words} words take", plan.said)):
        if plan.allowed and taken > plan.allowed:
            more = minutes_shown(taken - plan.allowed)
            yield Issue(
                "warning",
                f"the {what} {minutes_shown(taken)} min, {more} more than the talk has",
                talk.deck.at("minutes"),
                "cut slides, or say less on each" + _without(plan, taken - plan.allowed),
            )


def _without(plan: Schedule, more: float) -> str:
    """Return whether it helps to leave out what the author marked for that."""
    if not plan.cut:
        return ""
    enough = "enough" if plan.saved >= more else "too little"
    return f"; those marked `cut` take {minutes_shown(plan.saved)} min, which is {enough}"


def _parts(plan: Schedule, numbers: list[int]) -> Iterator[Issue]:
    """Yield by how much a part takes longer than its slot."""
    parts: list[list[Slot]] = []
    for slot in plan.slots:
        if slot.slide.layout == "section":
            parts.append([])
        if parts:
            parts[-1].append(slot)
    for first, *others in parts:
        allowed: float | None = getattr(first.slide, "slot", None)
        taken = (others[-1] if others else first).end - first.start
        if allowed is not None and taken > allowed:
            yield Issue(
                "warning",
                f"the slides of this part take {minutes_shown(taken)} min, "
                f"{minutes_shown(taken - allowed)} more than its `slot`",
                first.slide.at("slot"),
                "cut slides, say less on each, or give it more time",
                numbers[first.number - 1],
            )
