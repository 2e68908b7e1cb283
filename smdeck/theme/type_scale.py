"""The type scale: which sizes words have, and how far they are apart."""

# Without `from __future__ import annotations`: a NamedTuple would compile each of them by itself.

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from smdeck.findings import Findings

if TYPE_CHECKING:
    from smdeck.theme.records import RoleSizes, TypeFile

Sizes = Literal[
    "title", "display", "statement", "quote", "body", "cell", "label", "small", "number", "foot",
    "column", "item", "row", "meta", "numeral", "figure",
]  # fmt: skip
"""The kinds of text that the type scale knows."""

HOUSE: dict[str, tuple[float, float]] = {
    "title": (40, 28), "display": (80, 44), "statement": (176, 40), "quote": (48, 24),
    "body": (32, 18), "cell": (26, 18), "label": (24, 14), "small": (14, 12), "number": (620, 64),
    "foot": (10.5, 10.5), "column": (48, 34), "item": (44, 18), "row": (48, 20), "meta": (24, 18),
    "numeral": (124, 48), "figure": (384, 40),
}  # fmt: skip
"""The largest and smallest size of each kind of words that layouts are drawn for, in points."""

LECTURE = {"title": 22, "column": 24, "body": 16, "cell": 16, "item": 16, "row": 16}
"""The smallest sizes of words in a lecture, in points."""

LIKE = {
    "column": "title", "item": "body", "row": "body", "meta": "cell", "numeral": "body",
    "figure": "statement",
}  # fmt: skip
"""The kind whose sizes, beside those of `HOUSE`, decide those of one that a theme does not name."""

STEPS = 6
"""How many sizes a layout may count on: those that it steps down to are there, if all the same."""

TRACKED_FROM, DISPLAY_FROM = 32.0, 72.0
"""Large type is set tighter from this size up, and the largest from that, in points."""


class TypeScale(NamedTuple):
    """The sizes of type, in points."""

    scale: tuple[float, ...]
    bounds: Mapping[str, tuple[float, float]]
    """For each kind of text its largest and smallest size."""
    tracking: float = 0.0
    """What is added to each character of large type, in em."""
    display_tracking: float = 0.0
    """The same for the largest."""

    def sizes(self, kind: Sizes) -> tuple[tuple[float], ...]:
        """Return the sizes for a kind of text, largest first, each as that of the one level.

        The smallest is repeated where there are fewer than `STEPS`.
        """
        largest, smallest = self.bounds[kind]
        ladder = tuple((size,) for size in reversed(self.scale) if smallest <= size <= largest)
        return ladder + ladder[-1:] * (STEPS - len(ladder))

    def role_bounds(self, kind: str) -> tuple[float, float]:
        """Return the largest and smallest size of a kind of words, in points."""
        if kind in self.bounds:
            return self.bounds[kind]
        ratio, (largest, smallest) = self.role_ratio(kind), HOUSE[kind]
        return self.step_below(ratio * largest), self.step_below(ratio * smallest)

    def role_ratio(self, kind: str) -> float:
        """Return how large a kind of words is beside the house theme's."""
        known = kind if kind in self.bounds else LIKE[kind]
        return self.bounds[known][0] / HOUSE[known][0]

    def role_floor(self, kind: str) -> float:
        """Return how large the smallest size of a kind of words is beside the house theme's."""
        known = kind if kind in self.bounds else LIKE[kind]
        return self.bounds[known][1] / HOUSE[known][1]

    def step_below(self, size: float) -> float:
        """Return the largest size of the scale that is no larger than a size, in points."""
        return max((step for step in self.scale if step <= size), default=self.scale[0])

    def letter_spacing(self, size: float) -> float:
        """Return what is added to each character at a size, in em."""
        if size >= DISPLAY_FROM:
            return self.display_tracking
        return self.tracking if size >= TRACKED_FROM else 0.0

    def for_lecture(self) -> "TypeScale":
        """Return the smaller sizes of slides that are read again at a desk."""
        every = {**self.bounds, **{kind: self.role_bounds(kind) for kind in LIKE}}
        bounds = {
            kind: (largest, min(smallest, self.step_below(LECTURE.get(kind, smallest))))
            for kind, (largest, smallest) in every.items()
        }
        return self._replace(bounds=bounds)


def type_scale_of(file: "TypeFile", findings: Findings) -> TypeScale:
    """Return the type scale of a theme; one that does not ascend is an error."""
    scale = file.scale
    if not scale or scale != sorted(set(scale)):
        findings.error(
            "wrong-value",
            "the type scale is empty or does not ascend",
            file.at("scale"),
            "list all sizes in points, the smallest first",
        )
        return TypeScale(tuple(scale), {})
    bounds = {
        kind: _bounds(kind, sizes, file, findings)
        for kind in get_args(Sizes)
        if (sizes := getattr(file, kind)) is not None
    }
    spread = file.tracking if file.display_tracking is None else file.display_tracking
    return TypeScale(tuple(scale), bounds, file.tracking, spread)


def _bounds(
    kind: str, sizes: "RoleSizes", file: "TypeFile", findings: Findings
) -> tuple[float, float]:
    """Return the largest and smallest size of a kind of text; none on the scale is an error.

    Sizes of a theme that is extended give way to the scale that is put in its place.
    """

    def step(name: str) -> float:
        size: float = getattr(sizes, name)
        if size in file.scale:
            return size
        if sizes.at(name).source is not file.at("scale").source:
            return min(file.scale, key=lambda step: abs(step - size))
        findings.error(
            "wrong-value",
            f"the {name} size of `{kind}` is no step of the scale",
            sizes.at(name),
            "name a size of `scale`, or add it there",
        )
        return size

    largest, smallest = step("largest"), step("smallest")
    if largest < smallest:
        findings.error(
            "wrong-value",
            f"the largest size of `{kind}` is below its smallest",
            sizes.at("largest"),
        )
    return largest, smallest
