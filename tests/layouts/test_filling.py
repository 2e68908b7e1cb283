"""Filling: few words stand larger, and long ones have wider columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smdeck.compiling import Compiled
from smdeck.layouts._lengths import longest_word
from smdeck.model.records import Item
from smdeck.scene import Box, SlideScene, TextBox

THEMES = ["vortrag", "buehne", "feuilleton", "plakat"]

LONG = "Wo spricht man schon über uns, und wer hört dabei zu? " * 2


def scene(
    compiled: Callable[[str], Compiled], theme: str, layout: str, titles: list[str], text: str
) -> SlideScene:
    """Return the scene of a slide whose items have one text."""
    icon = "icon: photo, " if layout in ("icon-grid", "cards") else ""
    items = ", ".join(f"{{{icon}title: {title}, text: '{text}'}}" for title in titles)
    head = f"title: Vortrag\ntheme: {theme}\nslides:\n"
    return compiled(f"{head}- {{layout: {layout}, title: A, items: [{items}]}}\n").scenes[0]


def words(of: SlideScene) -> list[Box]:
    """Return the boxes of the items' words."""
    return [frame.box for frame in of.native.frames if frame.name.startswith("item")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("layout", ["icon-grid", "process"])
def test_few_words_stand_below_larger_marks(
    layout: str, theme: str, compiled: Callable[[str], Compiled]
) -> None:
    few = words(scene(compiled, theme, layout, ["Zuhören", "Antworten"], "Wer spricht?"))
    many = words(scene(compiled, theme, layout, ["Zuhören", "Antworten"], LONG))
    below = layout == "icon-grid" or theme in ("buehne", "feuilleton")
    assert few[0].y > many[0].y if below else few[0].h > many[0].h
    assert len({(box.y, box.h) for box in few}) == 1


def test_tiles_with_few_words_are_lower_and_begin_at_the_same_height(
    compiled: Callable[[str], Compiled],
) -> None:
    titles = ["Zuhören", "Antworten", "Lernen"]
    few = words(scene(compiled, "vortrag", "cards", titles, "Wer spricht?"))
    many = words(scene(compiled, "vortrag", "cards", titles, LONG))
    assert few[0].h < many[0].h
    assert few[0].y == many[0].y
    assert few[0].h == few[1].h == few[2].h


def test_sides_of_a_comparison_are_as_high_as_the_longer_one_needs(
    compiled: Callable[[str], Compiled],
) -> None:
    heights = []
    for right in ("[eins]", "[eins, zwei, drei]", "[eins, zwei, drei, vier, fünf, sechs]"):
        deck = compiled(
            "title: Vortrag\nslides:\n- {layout: comparison, title: A, "
            f"left: {{title: L, items: [eins]}}, right: {{title: R, items: {right}}}}}\n"
        )
        left, tall = (deck.scenes[0].native.frames[n].box.h for n in (-3, -2))
        assert left == tall
        heights.append(tall)
    assert heights == sorted(set(heights))


@pytest.mark.parametrize(("word", "columns"), [("Zusammenarbeit", 4), ("Zusammenarbeiten", 2)])
def test_long_words_of_an_icon_grid_stand_in_two_columns(
    word: str, columns: int, compiled: Callable[[str], Compiled]
) -> None:
    boxes = words(scene(compiled, "vortrag", "icon-grid", [word, "A", "B", "C"], "kurz"))
    assert len({box.x for box in boxes}) == columns


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("count", [4, 5, 8])
@pytest.mark.parametrize("layout", ["icon-grid", "cards", "process"])
def test_long_words_have_as_wide_columns_as_they_need(
    layout: str, count: int, theme: str, compiled: Callable[[str], Compiled]
) -> None:
    word, count = "Aufmerksamkeitsökonomie", min(count, 6) if layout == "cards" else count
    slide = scene(compiled, theme, layout, [word] + ["Dialog"] * (count - 1), "Wer spricht?")
    short = scene(compiled, theme, layout, ["Dialog"] * count, "Wer spricht?")
    assert words(slide)[0].w >= words(short)[0].w
    assert words(slide)[0].w - words(slide)[-1].w <= 1  # the same, but for rounding


@pytest.mark.parametrize(
    ("layout", "count"),
    [("cards", 7), ("cards", 9), ("icon-grid", 9), ("process", 9), ("agenda", 11)],
)
def test_parts_of_a_split_slide_have_one_geometry(
    layout: str, count: int, compiled: Callable[[str], Compiled]
) -> None:
    items = ", ".join(f"{{title: Punkt {n}}}" for n in range(count))
    deck = compiled(
        "title: Vortrag\nslides:\n"
        f"- {{layout: {layout}, title: A, split: true, items: [{items}]}}\n"
    )
    first, second = map(words, deck.scenes)
    assert len(first) > len(second)
    assert first[: len(second)] == second


def test_a_word_is_as_long_as_its_longest_piece(compiled: Callable[[str], Compiled]) -> None:
    text = '"Donau|dampf|schiff", E-Mail-Adresse, "eins zwei"'
    deck = compiled(f"title: Vortrag\nslides:\n- {{title: A, items: [{text}]}}\n")
    items: list[Item] = deck.deck.slides[0].items  # type: ignore[attr-defined]
    assert [longest_word([item]) for item in items] == [6, 7, 4]


def body(compiled: Callable[[str], Compiled], theme: str, slide: str) -> tuple[float, float, float]:
    """Return where the words of a slide begin and end and how large they are.

    The former as shares of the body's height, the latter in shares of the title's size.
    """
    deck = compiled(f"title: Vortrag\ntheme: {theme}\nslides:\n- {{title: A, {slide}}}\n")
    boxes = [node for node in deck.scenes[0].nodes if isinstance(node, TextBox) and node.frame]
    words = [box for box in boxes if box.name not in ("title", "source")]
    area, middle = deck.theme.body, words[0].style.anchor == "middle"
    heights = [box.box.h if middle else 12700 * box.fitted.height for box in words]
    ends = [box.box.y + height for box, height in zip(words, heights, strict=True)]
    head = next(box for box in boxes if box.name == "title")
    return (
        (min(box.box.y for box in words) - area.y) / area.h,
        (max(ends) - area.y) / area.h,
        max(box.sizes[0] for box in words) / head.sizes[0],
    )


FEW = {
    "one point": "items: [Nur einer]",
    "one takeaway": "layout: takeaways, items: [Jeder wird Produzent.]",
    "a short text": "layout: text, text: Jeder wird Produzent.",
    "two points": "items: [Zuhören, Antworten]",
    "three points": "items: [Zuhören, Antworten, Lernen]",
    "two columns": "layout: two-columns, left: {items: [Hören, Sehen]}, right: {text: Antworten}",
    "two parts": "layout: agenda, items: [Zuhören, Antworten]",
    "two takeaways": "layout: takeaways, items: [Zuhören, Antworten]",
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("slide", FEW)
def test_few_words_reach_the_middle_of_the_slide_and_are_large(
    slide: str, theme: str, compiled: Callable[[str], Compiled]
) -> None:
    begins, ends, size = body(compiled, theme, FEW[slide])
    assert ends > 0.35
    assert ends - begins < 0.95
    assert begins + ends > 0.5  # their middle is not in the upper quarter
    assert size > 0.6


@pytest.mark.parametrize("theme", THEMES)
def test_few_points_are_one_step_larger_than_many(
    theme: str, compiled: Callable[[str], Compiled]
) -> None:
    slides = ("[A, B]", "[A, B, C, D]", "[A, B, C, D]")
    deck = compiled(
        f"title: Vortrag\ntheme: {theme}\nslides:\n"
        + "".join(f"- {{title: T{n}, items: {items}}}\n" for n, items in enumerate(slides))
    )
    few, many, _ = (
        next(n.sizes[0] for n in scene.nodes if isinstance(n, TextBox) and n.name == "items")
        for scene in deck.scenes
    )
    scale = deck.theme.scale
    assert scale.index(few) == scale.index(many) + 1


def test_a_short_last_word_of_a_point_does_not_stand_alone(
    compiled: Callable[[str], Compiled],
) -> None:
    start = "Wer zuhört und antwortet, lernt von allen, die im Saal"
    alone = 0
    for n in range(1, 30):  # from one line to two: somewhere in between the last word is left over
        point = f"{start} {'x' * n} ist"
        deck = compiled(f"title: Vortrag\nslides:\n- {{title: A, items: ['{point}', B, C]}}\n")
        nodes = deck.scenes[0].nodes
        box = next(n for n in nodes if isinstance(n, TextBox) and n.name == "items")
        lines, tied = box.fitted.lines[0], "\u00a0ist" in box.set_paragraphs[0].plain
        assert lines[-1].strip() != "ist"
        alone += tied
    assert 0 < alone < 30


def test_a_number_of_a_large_list_has_room_before_its_words(
    compiled: Callable[[str], Compiled],
) -> None:
    deck = compiled("title: Vortrag\nslides:\n- {layout: text, title: A, text: '1. Zuhören'}\n")
    nodes = deck.scenes[0].nodes
    box = next(n for n in nodes if isinstance(n, TextBox) and n.name == "text")
    digit = 0.56 * box.sizes[0]
    assert box.sizes[0] > 32
    assert box.style.levels[2].hanging > digit + 8
