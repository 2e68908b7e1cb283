"""Choosing: the words are measured in the compositions of a layout, and the least bad is taken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

from smdeck.compose.choice import Choice, Composition
from smdeck.compose.cover import Cover, cover, emptiest, share
from smdeck.compose.placed import PlacedWords
from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.fit.measure import LINE_HEIGHT, SLACK, Measured, Typed, measured, typed
from smdeck.model.items import Image
from smdeck.model.text import Paragraph
from smdeck.scene import Style
from smdeck.theme import Theme

TOLERANCE = 48
"""With how much badness, its place aside, a composition is taken before denser ones are tried."""

LOYALTY, STEADY = 20, 40
"""How much worse than its own best a slide takes the composition that its like in the deck have,
and how much worse only the step of its composition."""

CLOSER = 0.92
"""How much narrower than their letters words may be set: by tracking, and spaces that end lines."""

BROKEN = 60.0
"""How bad it is that a line of code goes on in another."""

Said = Callable[[str], Sequence[Sequence[Paragraph]]]
"""Returns the texts of a name as paragraphs: one, or one of each item."""


class Tried(NamedTuple):
    """A composition with words in it."""

    badness: float
    quality: float
    """The badness without what its place in the list adds."""
    choice: Choice
    sizes: dict[str, tuple[float, ...]]
    """The sizes of words by their name, in points."""
    parts: str = ""
    """What the badness is made of, for `--explain`."""

    @property
    def way(self) -> tuple[str, int]:
        """The composition and its step."""
        return self.choice.composition, self.choice.step


_plans: dict[tuple[Theme, Room, Choice], Plan] = {}

KEPT = 4096
"""How many plans are kept from deck to deck."""


def plan_of(theme: Theme, room: Room, choice: Choice, composition: Composition) -> Plan:
    """Return the plan of a choice; it is drawn once."""
    key = theme, room, choice
    plan = _plans.get(key)
    if plan is None:
        if len(_plans) > KEPT:
            _plans.clear()
        plan = _plans[key] = Plan(theme, room, choice)
        composition.draw(plan, **composition.steps[choice.step])
        plan.end()
        if choice.step:
            before = plan_of(theme, room, choice._replace(step=choice.step - 1), composition)
            plan.as_before = plan.is_like(before)
    return plan


class Chooser:
    """Tries the compositions of one slide."""

    def __init__(
        self,
        theme: Theme,
        room: Room,
        said: Said,
        compositions: Sequence[Composition],
        base: Choice,
        pictured: Callable[[str, int | None], Image | None] = lambda name, item: None,
    ) -> None:
        self.theme, self.room, self.base = theme, room, base
        self._said, self._pictured = said, pictured
        slots = base.part.slots or base.items
        given = base.given
        self.compositions = [one for one in compositions if one.takes_what(slots, given)] or list(
            compositions[-1:]
        )
        self._texts: dict[str, Sequence[Sequence[Paragraph]]] = {}
        self._typed: dict[tuple[str, int], tuple[Style, list[list[Typed]]]] = {}
        """The texts by their names and the identity of their styles, which are kept with them: to
        compare what is in a style takes longer than to look up the texts."""
        self._tried: dict[tuple[str, int], Tried | None] = {}

    def best(self) -> Tried:
        """Return the first composition that is good, or the least bad one."""
        best: Tried | None = None
        for composition in self.compositions:
            for step in range(len(composition.steps)):
                if step and self._is_as_before(composition, step):
                    continue
                tried = self.tried(composition.name, step)
                if tried and (best is None or tried.badness < best.badness):
                    best = tried
                if tried and tried.quality <= TOLERANCE:
                    return tried
        return best or self._last()

    def _is_as_before(self, composition: Composition, step: int) -> bool:
        """Return whether a step makes no other room for so many items than the one before it."""
        choice = self.base._replace(composition=composition.name, step=step)
        return plan_of(self.theme, self.room, choice, composition).as_before

    def _last(self) -> Tried:
        """Return the densest composition: fit says what is too much."""
        one = self.compositions[-1]
        choice = self.base._replace(composition=one.name, step=len(one.steps) - 1)
        return Tried(inf, inf, choice, {})

    @property
    def all_tried(self) -> tuple[Tried, ...]:
        """What was tried and holds the words."""
        return tuple(tried for tried in self._tried.values() if tried)

    def rank_of(self, name: str) -> int:
        """Return where a composition stands among those that the slide may have."""
        return [one.name for one in self.compositions].index(name)

    def tried(self, name: str, step: int) -> Tried | None:
        """Return a composition with the slide's words in it; None if they do not fit."""
        key = name, step
        if key not in self._tried:
            self._tried[key] = self._try(name, step)
        return self._tried[key]

    def _try(self, name: str, step: int) -> Tried | None:
        at = next((n for n, one in enumerate(self.compositions) if one.name == name), None)
        if at is None:
            return None
        composition = self.compositions[at]
        choice = self.base._replace(composition=name, step=step)
        plan = plan_of(self.theme, self.room, choice, composition)
        starts = []
        for words in plan.words_of:  # cheap bounds for all before lines are broken for any
            start = self._bound(words)
            if start is None:
                return None
            starts.append(start)
        sizes, lines, order, small, ragged = {}, [], 10.0 * at + 3.0 * step, 0.0, 0.0
        for words, start in zip(plan.words_of, starts, strict=True):
            found = self._largest(words, start)
            if found is None:
                return None
            size, results = found
            sizes[words.name] = size
            small += _smallness(words, size)
            ragged += _ragged(words, results)
            ragged += BROKEN * _broken_code(self.texts(words), results)
            lines += self._cover(words, size, results)
        rows = cover(lines, self._shown(plan))
        filled, hole = share(rows), emptiest(rows)
        empty, cut = _emptiness(filled, hole), self._cut(plan)
        quality = small + ragged + empty + cut
        parts = (
            f"small {small:.0f}, ragged {ragged:.0f}, empty {empty:.0f}, cut {cut:.0f};"
            f" {filled:.0%} filled, largest hole {hole:.0%}"
        )
        return Tried(order + quality, quality, choice, sizes, parts)

    def _shown(self, plan: Plan) -> Cover:
        """Return what the shapes of a plan cover: of a picture that is whole in the body what it
        fills of its room; at the edges of a slide a surface is behind it."""
        held, changed = [one.room for one in plan.held], False
        for n, one in enumerate(plan.held):
            image = self._pictured(one.name, one.item) if one.kind == "pic" else None
            x, y, w, h = one.room
            inside = x > 0 and y > 0 and one.room.right < plan.slide.right
            if image and image.size and image.whole and inside and not (one.fills or one.whole):
                scale = min(w / image.size[0], h / image.size[1])
                held[n] = Room(x, y, scale * image.size[0], scale * image.size[1])
                changed = True
        return plan.covered(held) if changed else plan.cover

    def _cut(self, plan: Plan) -> float:
        """Return how bad it is how much of pictures is cut off, or of their places left empty: 50
        for a half that is cut off, 100 for 75 %; for 75 % left empty more than is good."""
        bad = 0.0
        for one in plan.held:
            image = self._pictured(one.name, one.item) if one.kind == "pic" else None
            if image and image.size:
                ratio = image.size[0] / image.size[1] / (one.room.w / one.room.h)
                lost = 1 - min(ratio, 1 / ratio)
                whole = image.fit == "contain" if one.fills else image.whole
                weight, from_ = (150, 0.4) if whole else (200, 0.25)
                bad = max(bad, weight * max(0.0, lost - from_))
        return bad

    def _bound(self, words: PlacedWords) -> int | None:
        """Return the first size that words may have by width and area; None if there is none."""
        texts, ladder = self.texts(words), words.styles[0].sizes
        for n, sizes in enumerate(ladder):
            if words.styles[0].columns > 1 or all(
                _may_fit(text, room, words.styles[0], sizes)
                for text, room in zip(texts, words.rooms, strict=False)
            ):
                return n
        return None

    def _largest(
        self, words: PlacedWords, start: int
    ) -> tuple[tuple[float, ...], list[Measured]] | None:
        """Return the largest sizes at which words fit, and how they are set; where a smaller one
        leaves lines of code whole, that one."""
        texts, style = self.texts(words), words.styles[0]
        placed = list(zip(texts, words.rooms, strict=False))
        broken: tuple[tuple[float, ...], list[Measured]] | None = None
        tightest = 0  # the text that did not fit at the size before: it most likely decides again
        for sizes in style.sizes[start:]:
            results: list[Measured | None] = [None] * len(placed)
            for n in (tightest, *range(len(placed))):
                if n < len(placed) and results[n] is None:
                    text, room = placed[n]
                    results[n] = self._held(words, text, room, sizes)
                    if results[n] is None:
                        tightest = n
                        break
            else:
                found = [result for result in results if result]
                if not _broken_code(texts, found):
                    return sizes, found
                broken = broken or (sizes, found)
        return broken

    def _held(
        self, words: PlacedWords, text: list[Typed], room: Room, sizes: tuple[float, ...]
    ) -> Measured | None:
        """Return a text as it is set at sizes, or None if its room does not hold it."""
        style = words.styles[0]
        column = room.h if style.columns > 1 else None
        result = measured(
            text, style, sizes=sizes, width=room.w, theme=self.theme, column_height=column
        )
        if column is None:
            too_high = result.height > room.h + 0.5
        else:
            too_high = len(result.column_heights) > style.columns
        too_long = words.name == "title" and len(result.lines[0]) > words.lines
        return None if result.long_word or too_high or too_long else result

    def texts(self, words: PlacedWords) -> list[list[Typed]]:
        """Return words as they are typed: one text, or that of each item."""
        style = words.styles[0]
        key = words.name, id(style)
        known = self._typed.get(key)
        if known is None:
            said = self._texts.get(words.name)
            if said is None:
                said = self._texts[words.name] = self._said(words.name)
            texts = [[typed(p, self.theme, style.level_of(p)) for p in text] for text in said]
            known = self._typed[key] = style, texts
        return known[1]

    def _cover(
        self, words: PlacedWords, sizes: tuple[float, ...], results: list[Measured]
    ) -> list[Room]:
        """Return about where the lines of words stand, paragraph by paragraph."""
        rooms, style = [], words.styles[0]
        shares = {"left": 0.0, "center": 0.5, "right": 1.0}
        down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[style.anchor]
        for texts, room, own, result in zip(
            self.texts(words), words.rooms, words.styles, results, strict=False
        ):
            share = shares[own.align]
            y = room.y + down * (room.h - result.height)
            for text, lines in zip(texts, result.lines, strict=True):
                number = min(text.paragraph.level, len(sizes) - 1)
                size, level = sizes[number], style.levels[min(number, len(style.levels) - 1)]
                whole = text.width if len(lines) == 1 else 1.1 * text.width / len(lines)
                width = min(size * whole + level.left, room.w)
                height = len(lines) * LINE_HEIGHT * size * level.spacing
                x = room.x + share * (room.w - width)
                rooms.append(Room(x, y + 0.15 * size, width, height - 0.2 * size))
                y += height + level.before
        return rooms


def _may_fit(text: Sequence[Typed], room: Room, style: Style, sizes: tuple[float, ...]) -> bool:
    """Return whether a text may fit a room by the width of its words and the area it takes."""
    height, width = 0.0, room.w * SLACK
    for paragraph in text:
        number = min(paragraph.paragraph.level, len(style.levels) - 1)
        level, size = style.levels[number], sizes[min(number, len(sizes) - 1)]
        em = (width - level.left) / size
        lines = 1
        if CLOSER * paragraph.width > em:
            if CLOSER * paragraph.longest > em:
                return False
            lines = max(1, -int(-CLOSER * paragraph.width // em))
        before = level.before if height else 0
        height += lines * LINE_HEIGHT * size * level.spacing + before
    return height <= room.h + 0.5


def _broken_code(texts: list[list[Typed]], results: list[Measured]) -> int:
    """Return how often lines of code, which say something by where they end, go on in another."""
    if not any(one.paragraph.code for text in texts for one in text):
        return 0
    return sum(
        len(lines) - 1 - one.text.count("\n")
        for text, result in zip(texts, results, strict=False)
        for one, lines in zip(text, result.lines, strict=True)
        if one.paragraph.code
    )


def _smallness(words: PlacedWords, sizes: tuple[float, ...]) -> float:
    """Return how bad it is that words are smaller than wanted: 0, 10 at 84 %, 100 at half."""
    if words.wanted is None:
        return 0.0
    title, text = words.wanted
    first = 160 * max(0.0, 1 - sizes[0] / title) ** 2 if title > text else 0.0
    below = sizes[-1] if len(sizes) > 1 else text if title > text else sizes[0]
    return first + 900 * max(0.0, 1 - below / text) ** 2


def _ragged(words: PlacedWords, results: list[Measured]) -> float:
    """Return how bad the lines are: heads of unlike length, words alone, words broken."""
    headed = words.wanted is not None and words.wanted[0] > words.wanted[1]
    bad = 0.0
    if headed and words.each:
        heads = {len(result.lines[0]) for result in results if result.lines}
        bad += 15.0 * (len(heads) > 1 and words.heads < 3)
        bad += 40.0 * max(0, max(heads, default=1) - words.heads)
        bad += 200.0 * max(0, max(heads, default=1) - words.heads - 2)
    if words.each:
        texts = [lines for result in results for lines in result.lines[headed:]]
        bad += 25.0 * max(0, max(map(len, texts), default=0) - words.lines)
    for result in results:
        for lines in result.lines:
            if len(lines) > 1 and " " not in lines[-1] and len(lines[-1]) < 0.5 * len(lines[-2]):
                bad += 2.0
        bad += 12.0 * sum(map(len, result.hints))
    return bad


def _emptiness(filled: float, empty: float) -> float:
    """Return how bad it is that a slide is not used: 49 for a hole of 22 %, 25 at 35 % of cells."""
    return (100 * max(0.0, empty - 0.15)) ** 2 + 0.25 * (100 * max(0.0, 0.45 - filled)) ** 2


def choose(choosers: Sequence[tuple[object, Chooser]]) -> list[Tried]:
    """Return what each slide of a deck takes; with each chooser stands its kind.

    What most slides of a kind take, the others take too where it is bolder than what they have and
    not much worse: the deck may lift a slide, but never lowers one. Parts of one slide, whose kind
    is a number, all take what is best for them together.
    """
    taken = [chooser.best() for _, chooser in choosers]
    kinds: dict[object, list[int]] = defaultdict(list)
    for n, (kind, _) in enumerate(choosers):
        kinds[kind].append(n)
    for kind, members in kinds.items():
        counted = Counter(taken[n].way for n in members)
        if len(counted) < 2:
            continue
        usual = max(counted, key=lambda way: (counted[way], -members[0]))
        if isinstance(kind, int):
            usual = min(
                counted, key=lambda way: sum(_badness(choosers[n][1], way) for n in members)
            )
        for n in members:
            chooser, own = choosers[n][1], taken[n]
            other = chooser.tried(*usual)
            if other is None:
                continue
            bolder = chooser.rank_of(usual[0]) < chooser.rank_of(own.way[0])
            same = own.way[0] == usual[0]
            if (
                isinstance(kind, int)
                or (same and other.quality <= own.quality + STEADY)
                or (bolder and other.quality <= TOLERANCE + LOYALTY)
            ):
                taken[n] = other
    return taken


def _badness(chooser: Chooser, way: tuple[str, int]) -> float:
    tried = chooser.tried(*way)
    return tried.badness if tried else 10_000
