"""Whole talks as LibreOffice shows them: every word is on its page and inside its frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from contrasts import pale_words
from pptx.enum.shapes import PP_PLACEHOLDER
from rendering import (
    EMU_PER_POINT,
    NAMES,
    Area,
    Frame,
    Line,
    Talk,
    area_of,
    frames,
    lines,
    squeezed,
)
from shared_talks import LOOK_ALIKE, SharedTalks, in_batches

from smdeck.checking.extents import line_boxes
from smdeck.fit.fitting import every_node
from smdeck.scene import Box, Chart, SlideScene, Table, TextBox
from smdeck.theme import Theme

INK_SLACK = 3.0
"""How many points the ink of a text may stand outside its frame: letters are no rectangles."""

ROUNDING = 0.02
"""Up to this share a size may differ from the one that was meant."""

ALONG = 0.02
"""The share of its length by which a line may reach out of its place at each end."""

ELSEWHERE = 0.06
"""The share of lines that may break at another word than was measured, with those below them."""

PARTS = r"(?<=[-–—])|[\s\u00ad]"
"""Where a line may end: at a space and after a hyphen or dash."""

BACKGROUND_SHARE = 0.999
"""From this share of equal pixels on, a page is blank."""


@dataclass
class Shown:
    """A slide and the page that shows it."""

    slide: Any
    page: Any

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of text on the page."""
        return lines(self.page, lambda text: bool(self.owners(text)))

    @cached_property
    def frames(self) -> list[Frame]:
        """The shapes with words of the slide."""
        return frames(self.slide)

    def owners(self, text: str) -> list[Frame]:
        """Return the shapes that have the words of a line, with or without bullet or number."""
        text = squeezed(text).lstrip("•▪–")
        rest = text.lstrip("0123456789")
        number = text.removesuffix(rest)
        if rest and any(frame.squeezed == number for frame in self.frames):
            return self._with(text)  # the number beside the words is a text of its own
        return self._with(text) or self._with(rest)

    def _with(self, text: str) -> list[Frame]:
        return [frame for frame in self.frames if frame.text is None or text in frame.squeezed]


@pytest.mark.office
@pytest.mark.parametrize("name", in_batches(name for name in NAMES if name not in LOOK_ALIKE))
def test_a_talk_is_shown_as_it_is_meant(office: str, name: str, talks: SharedTalks) -> None:
    talk = talks.talk(name)
    slides = list(enumerate(talk.presentation().slides, 1))
    visible = [(number, slide) for number, slide in slides if slide._element.get("show") != "0"]
    looks = (
        *(blank, lacking, broken, outside_the_page, foot_elsewhere, outside_its_frame),
        *(another_size, pale),
    )
    with talks.pages(name, office) as document:
        assert len(document) == len(visible), "there is a page for each slide that is not hidden"
        shown = [Shown(slide, page) for (_, slide), page in zip(visible, document, strict=True)]
        wrong = [
            f"slide {number}: {fault}"
            for (number, _), one in zip(visible, shown, strict=True)
            for look in looks
            for fault in look(one)
        ]
        assert not wrong, "\n".join(wrong)
        _lines_stand_where_the_rules_look_for_them(talk, shown)


# --- What may be wrong with a slide --------------------------------------------------------------


def blank(shown: Shown) -> Iterator[str]:
    """Yield that a page has nothing on it."""
    commonest, _ = shown.page.get_pixmap(dpi=36).color_topusage()
    if commonest >= BACKGROUND_SHARE or not shown.lines:
        yield "it is blank, or without words"


def lacking(shown: Shown) -> Iterator[str]:
    """Yield that the title is not on its page."""
    title = squeezed(shown.slide.shapes.title.text_frame.text)
    if title not in squeezed(shown.page.get_text()):
        yield f"its title is not on the page: {title}"


def broken(shown: Shown) -> Iterator[str]:
    """Yield the words that are not on the page, or broken elsewhere than at a hyphen."""
    every = [squeezed(line.text) for line in shown.lines]
    for frame in shown.frames:
        for word in filter(None, re.split(PARTS, frame.text or "")):
            if not any(squeezed(word) in line for line in every) and not _is_number(word):
                yield f"{word} of {frame.name} is broken, or missing"


def _is_number(word: str) -> bool:
    """Return whether a word may be an ornament, which is not looked at."""
    return word.isdigit()


def outside_the_page(shown: Shown) -> Iterator[str]:
    """Yield the lines that run off the page."""
    for line in shown.lines:
        if not Area(*shown.page.rect).holds(line.area):
            yield f"{line.text} {line.area} runs off the page"


def foot_elsewhere(shown: Shown) -> Iterator[str]:
    """Yield footers and numbers of slides that are not at their places."""
    for shape in shown.slide.placeholders:
        if shape.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            place, text = area_of(shape), squeezed(shape.text_frame.text)
            inside = [line.text for line in shown.lines if place.holds(line.area, INK_SLACK)]
            if squeezed("".join(inside)) != text:
                yield f"{text} is not in {place}, but {inside}"


def outside_its_frame(shown: Shown) -> Iterator[str]:
    """Yield lines of which no shape that has their words holds the ink."""
    for line in shown.lines:
        owners = shown.owners(line.text)
        if not owners:
            yield f"{line.text} belongs to no shape"
        elif not any(frame.area.holds(line.area, INK_SLACK) for frame in owners):
            places = ", ".join(f"{frame.name} {frame.area}" for frame in owners)
            yield f"{line.text} {line.area} is outside of {places}"


def another_size(shown: Shown) -> Iterator[str]:
    """Yield lines of another size than was meant.

    What a placeholder inherits shows, and no program has to shrink a text to fit its box.
    """
    for line in shown.lines:
        owners = [frame for frame in shown.owners(line.text) if frame.area.holds(line.middle)]
        sizes = {size for frame in owners for size in frame.sizes}
        known = owners and all(frame.sizes for frame in owners)
        if known and not any(abs(line.size - size) <= ROUNDING * size for size in sizes):
            meant = ", ".join(f"{size:g}" for size in sorted(sizes))
            yield f"{line.text} has {line.size:.1f} pt, not {meant}"


def pale(shown: Shown) -> Iterator[str]:
    """Yield the words that can't be read (WCAG 2.2, success criterion 1.4.3)."""
    yield from pale_words(shown.page)


# --- Where the rules look for words --------------------------------------------------------------


def _lines_stand_where_the_rules_look_for_them(talk: Talk, shown: list[Shown]) -> None:
    """Rules on contrast, edges and overlaps ask `line_boxes`; a line may break at another word."""
    compiled = talk.compiled
    scenes = [scene for scene in compiled.scenes if not scene.hidden]
    found, missed = 0, []
    for one, scene in zip(shown, scenes, strict=True):
        places = list(_places(scene, compiled.theme))
        for line in one.lines:
            slack = ALONG * (line.area.right - line.area.left)
            found += 1
            if not any(place.holds(_core(line, slack), INK_SLACK) for place in places):
                missed.append(f"{line.text} {line.area}")
    assert len(missed) <= ELSEWHERE * found, "\n".join(missed)


def _places(scene: SlideScene, theme: Theme) -> Iterator[Area]:
    """Yield where the rules think that words stand."""
    decor = [shape.text for shape in scene.slide_layout.decor if shape.text]
    for node in (*every_node(scene.nodes), *decor):
        if isinstance(node, TextBox):
            yield from (_area(box) for box in line_boxes(node, theme))
        elif isinstance(node, Table | Chart):
            yield _area(node.box)


def _area(box: Box) -> Area:
    edges = box.x, box.y, box.right, box.bottom
    return Area(*(edge / EMU_PER_POINT for edge in edges))


def _core(line: Line, slack: float) -> Area:
    """Return a line's extent along, and its middle."""
    y = line.middle.top
    return Area(line.area.left + slack, y, line.area.right - slack, y)
