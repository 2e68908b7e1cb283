"""break: until when, or for how many minutes, so that it can be read from the door."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.compose import Choice, Composition, Plan, Room, Type
from smdeck.findings import Findings
from smdeck.model.fields import key
from smdeck.model.records import TIME
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Composed
from smdeck.page.page import minutes_as_number
from smdeck.strings import Strings

MOST_DOTS = 30
"""For how many minutes there is a dot each."""

DOT = 14.0
"""The radius of a minute's dot in points."""


def ground(plan: Plan) -> None:
    """The time as large as the slide allows, a thread with a dot for each minute below it."""
    room = plan.ground()
    title, below = room.cut("top", 48, 0)
    plan.title(title, Type("title", 40, 28), anchor="top")
    foot, below = below.cut("bottom", 44, 4)
    dots = int(str(plan.choice.shape[0])) if plan.choice.shape else 0
    if dots:
        thread, below = below.cut("bottom", 44, 0)
        _dots(plan, thread, dots)
    plan.words(
        "time", below, "value", title=plan.figure(384, 64), anchor="middle", counts=False,
        leading=0.75,
    )  # fmt: skip
    left, right = foot.columns((2, 3), 24)
    plan.words("said", left, "prose", text=Type("cell", 30, 18), anchor="middle", counts=False)
    plan.words(
        "text", right if plan.has("said") else foot, "prose", text=Type("cell", 30, 18),
        color="accent", align="right" if plan.has("said") else "left", anchor="middle",
        counts=False,
    )  # fmt: skip
    plan.footed = False


def _dots(plan: Plan, room: Room, count: int) -> None:
    """Put a dot for each minute on a thread, the last one loud."""
    y, left, wide = room.center[1], room.x + DOT, room.w - 2 * DOT
    radius = min(DOT, 0.42 * wide / max(1, count - 1))
    plan.thread((left, y), (left + wide, y), "line", 3)
    for n in range(count):
        x = left + (wide * n / (count - 1) if count > 1 else 0)
        loud = n == count - 1
        plan.dot(x, y, radius, "highlight" if loud else "text")


class Break(Composed):
    """The time at which it goes on; a dot stands for each minute."""

    names = {
        "de": "Pause", "en": "Break", "es": "Pausa",
        "fr": "Pause", "it": "Pausa", "nl": "Pauze", "pl": "Przerwa",
    }  # fmt: skip
    group = "frame"
    compositions = (Composition("ground", ground, stage="ground", de="Fläche"),)
    usual = Choice(
        "break", "", "ground", given=frozenset({"time", "said", "text"}), shape=(15,)
    )  # fmt: skip
    example = """\
layout: break
until: "10:45"
minutes: 15
text: Kaffee, Wasser, Gespräche
"""

    until: str | None = key(
        "When it goes on, as `10:45`.",
        None,
        pattern=TIME,
        expects="a time such as `10:45`",
    )
    text: Inline | None = key("What there is meanwhile.", None)

    def usual_title(self, strings: Strings) -> str:
        return strings.pause_until if self.until else strings.pause

    def check(self, findings: Findings) -> None:
        if not self.until and not self.minutes:
            findings.error(
                "missing-field",
                "a `break` needs the field `until` or `minutes`",
                self.origin.place,
                'write `until: "10:45"`, or `minutes: 15`',
            )

    def given(self) -> frozenset[str]:
        said = {"said"} if self.until and self.minutes else set()
        return super().given() | {"time"} | said

    def shape(self) -> tuple[object, ...]:
        minutes = round(self.minutes or 0)
        return (minutes,) if 2 <= minutes <= MOST_DOTS else ()

    def said(self, name: str) -> Sequence[Sequence[Paragraph]]:
        strings, lang = self.context.strings, self.context.deck.lang
        minutes = self.minutes or 0.0
        one, many = strings.whole_minutes
        length = f"{minutes_as_number(minutes, lang)}\u00a0{one if minutes == 1 else many}"
        if name == "time":
            return [[Paragraph((Run(self.until or length),))]]
        if name == "said":
            return [[Paragraph((Run(f"{strings.pause}: {length}"),))]]
        return super().said(name)
