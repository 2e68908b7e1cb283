"""The command `plan`: when each slide of a version comes, and what is left of its time."""

from __future__ import annotations

from smdeck.compiler.compiling import Compiled
from smdeck.findings import count
from smdeck.model.schedule import Schedule, Slot, minutes_shown, schedule, time_of


def plan_as_text(compiled: Compiled) -> list[str]:
    """Return the plan of a talk, a line for each slide, and what it comes to."""
    deck, plan = compiled.deck, schedule(compiled.drawn, compiled.deck)
    titles = [scene.title for scene in compiled.scenes]
    lines = [_line(slot, titles[slot.number - 1], deck.clock) for slot in plan.slots]
    return [*lines, _sum(plan)]


def _line(slot: Slot, title: str, start: str | None) -> str:
    """Return a slide's line: when it comes, for how long, what says so, and its title."""
    when = f"{time_of(start, slot.start):>5}" if start else f"{minutes_shown(slot.start):>6}"
    taken = minutes_shown(slot.minutes) if slot.minutes else "–"
    by = "notes" if slot.by == "notes" else ""
    marks = " (cut)" if slot.slide.cut else ""
    named = title or slot.slide.layout
    return f"  {when}  {taken:>5}  {by:5}  {slot.number:>3}  {named}{marks}"


def _sum(plan: Schedule) -> str:
    """Return how long all of it takes, against what there is."""
    said = f"  {minutes_shown(plan.minutes)} min"
    if plan.allowed:
        left = plan.allowed - plan.minutes
        said += f" of {minutes_shown(plan.allowed)}, "
        said += f"{minutes_shown(left)} left" if left >= 0 else f"{minutes_shown(-left)} too much"
    if plan.cut:
        said += f"; without the {count(len(plan.cut), 'slide')} marked `cut`: "
        said += f"{minutes_shown(plan.minutes - plan.saved)} min"
    untold = [slot for slot in plan.slots if not slot.by]
    if untold:
        said += f"; {count(len(untold), 'slide')} with neither `minutes` nor notes"
    return said
