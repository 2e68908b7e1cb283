"""Whole talks as LibreOffice shows them: every word is on its page and inside its frame."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
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
    build,
    frames,
    lines,
    rendered_once,
    squeezed,
)

import smdeck
from smdeck.checking.extents import line_boxes
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Findings
from smdeck.fit.fitting import every_node
from smdeck.scene import Box, Chart, SlideScene, Table, TextBox
from smdeck.theme import Theme

pytestmark = pytest.mark.office

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

GROUND_SHARE = 0.999
"""From this share of equal pixels on, a page is blank."""


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Talk]:
    """Every deck that can be built."""
    folder, built = tmp_path_factory.mktemp("decks"), {}
    for name in NAMES:
        with contextlib.suppress(smdeck.DeckError):  # its own tests fail, those of others don't
            built[name] = build(name, folder)
    return built


@pytest.fixture(scope="session")
def pdfs(
    office: str,
    talks: dict[str, Talk],
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> dict[str, Path]:
    """Every deck as a PDF, rendered once even where several workers run the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return rendered_once(office, talks.values(), shared / "pdfs")


@pytest.fixture(params=NAMES)
def talk(request: pytest.FixtureRequest, talks: dict[str, Talk]) -> Talk:
    """One deck after the other."""
    name: str = request.param
    assert name in talks, f"`{name}` can't be built"
    return talks[name]


@pytest.fixture
def pages(talk: Talk, pdfs: dict[str, Path]) -> Iterator[list[tuple[int, Any, Any]]]:
    """The number, the slide and the rendered page of every slide that is not hidden."""
    shown = [
        (number, slide)
        for number, slide in enumerate(talk.presentation().slides, 1)
        if slide._element.get("show") != "0"
    ]
    with pymupdf.open(pdfs[talk.name]) as document:
        assert len(document) == len(shown), "there is a page for each slide that is not hidden"
        yield [(number, slide, document[n]) for n, (number, slide) in enumerate(shown)]


Color = tuple[int, int, int]
Pages = list[tuple[int, Any, Any]]


def test_every_visible_slide_is_a_page_with_something_on_it(pages: Pages) -> None:
    for number, _, page in pages:
        pixmap = page.get_pixmap(dpi=36)
        commonest, _ = pixmap.color_topusage()
        assert commonest < GROUND_SHARE, f"slide {number} is blank"
        assert page.get_text().strip(), f"slide {number} has no words"


def test_every_title_is_on_its_page(pages: Pages) -> None:
    for number, slide, page in pages:
        title = squeezed(slide.shapes.title.text_frame.text)
        assert title in squeezed(page.get_text()), f"slide {number}"


def test_every_word_is_on_its_page_and_broken_at_a_hyphen_at_most(pages: Pages) -> None:
    broken = []
    for number, slide, page in pages:
        shown = [squeezed(line.text) for line in lines(page)]
        for frame in frames(slide):
            for word in filter(None, re.split(PARTS, frame.text or "")):
                if not any(squeezed(word) in line for line in shown):
                    broken.append(f"slide {number}: {word} in {frame.name}")
    assert not broken, "\n".join(broken)


def test_no_words_stand_outside_the_page(pages: Pages) -> None:
    outside = [
        f"slide {number}: {line.text} {line.area}"
        for number, _, page in pages
        for line in lines(page)
        if not Area(*page.rect).holds(line.area)
    ]
    assert not outside, "\n".join(outside)


def test_footer_and_number_stand_at_their_places(pages: Pages) -> None:
    wrong = []
    for number, slide, page in pages:
        for shape in slide.placeholders:
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                place, text = area_of(shape), squeezed(shape.text_frame.text)
                inside = [line.text for line in lines(page) if place.holds(line.area, INK_SLACK)]
                if squeezed("".join(inside)) != text:
                    wrong.append(f"slide {number}: {text} is not in {place}, but {inside}")
                if kind == PP_PLACEHOLDER.SLIDE_NUMBER:
                    assert text == str(number)
    assert not wrong, "\n".join(wrong)


def test_all_ink_stays_inside_its_frame(pages: Pages) -> None:
    """A line belongs to a shape that has its words; one of these shapes has to hold its ink."""
    wrong = []
    for number, slide, page in pages:
        every = frames(slide)
        for line in lines(page):
            owners = _owners(line, every)
            if not owners:
                wrong.append(f"slide {number}: {line.text} belongs to no shape")
            elif not any(frame.area.holds(line.area, INK_SLACK) for frame in owners):
                places = ", ".join(f"{frame.name} {frame.area}" for frame in owners)
                wrong.append(f"slide {number}: {line.text} {line.area} is outside of {places}")
    assert not wrong, "\n".join(wrong)


def test_all_words_have_the_size_that_was_meant(pages: Pages) -> None:
    """What a placeholder inherits shows, and no program has to shrink a text to fit its box."""
    wrong = []
    for number, slide, page in pages:
        every = frames(slide)
        for line in lines(page):
            owners = [frame for frame in _owners(line, every) if frame.area.holds(line.middle)]
            sizes = {size for frame in owners for size in frame.sizes}
            known = owners and all(frame.sizes for frame in owners)
            if known and not any(_same(line.size, size) for size in sizes):
                meant = ", ".join(f"{size:g}" for size in sorted(sizes))
                wrong.append(f"slide {number}: {line.text} has {line.size:.1f} pt, not {meant}")
    assert not wrong, "\n".join(wrong)


def test_every_word_can_be_read(pages: Pages) -> None:
    """The contrast to what is behind a word is that of WCAG 2.2, success criterion 1.4.3."""
    pale = [f"slide {number}: {word}" for number, _, page in pages for word in pale_words(page)]
    assert not pale, "\n".join(pale)


def test_words_stand_where_the_rules_look_for_them(talk: Talk, pages: Pages) -> None:
    """Rules on contrast, edges and overlaps ask `line_boxes`; a line may break at another word."""
    compiled = compile_deck(talk.source, Findings())
    assert compiled
    scenes = [scene for scene in compiled.scenes if not scene.hidden]
    found, missed = 0, []
    for (number, _, page), scene in zip(pages, scenes, strict=True):
        places = list(_places(scene, compiled.theme))
        for line in lines(page):
            slack = ALONG * (line.area.right - line.area.left)
            found += 1
            if not any(place.holds(_core(line, slack), INK_SLACK) for place in places):
                missed.append(f"slide {number}: {line.text} {line.area}")
    assert len(missed) <= ELSEWHERE * found, "\n".join(missed)


def _places(scene: SlideScene, theme: Theme) -> Iterator[Area]:
    """Yield where the rules think that words stand."""
    decor = [shape.text for shape in scene.native.decor if shape.text]
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


def _same(shown: float, meant: float) -> bool:
    return abs(shown - meant) <= ROUNDING * meant


def _owners(line: Line, every: list[Frame]) -> list[Frame]:
    """Return the shapes that have the words of a line, with or without a bullet or a number."""
    text = squeezed(line.text).lstrip("•▪–")
    return _with(text, every) or _with(text.lstrip("0123456789"), every)


def _with(text: str, every: list[Frame]) -> list[Frame]:
    return [frame for frame in every if frame.text is None or text in frame.squeezed]
