"""Texts of one kind have one size over the deck, unless a slide needs less or `fit: slide`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Findings
from smdeck.scene import TextBox

SHORT = "  - {title: Kurz, items: [Eins, Zwei, Drei, Vier]}\n"
MIDDLE = "  - title: Mittel\n    items:\n" + "".join(
    f"      - {n}. Ein Gedanke, der auf eine Zeile dieser Folie passt\n" for n in range(5)
)
LONG = "  - title: Lang\n    items:\n" + "".join(
    f"      - {n}. Ein Gedanke, der sich über mehr als eine Zeile dieser Folie erstreckt, weil er "
    "ausführlich ist\n"
    for n in range(5)
)


def sizes(deck_file: Callable[[str], Path], slides: str, fit: str) -> list[float]:
    """Return the size of the bullets on each slide, in points."""
    findings = Findings()
    path = deck_file(
        f"title: Größen\nkind: handout\nallow: [repeated-title]\nfit: {fit}\nslides:\n{slides}"
    )
    compiled = compile_deck(path, findings)
    assert compiled and not findings
    return [
        node.sizes[0]
        for scene in compiled.scenes
        for node in scene.nodes
        if isinstance(node, TextBox) and node.name in ("items", "item")
    ]


@pytest.mark.parametrize(
    ("slides", "expected"),
    [(SHORT * 3 + LONG, "most take the larger"), (LONG * 3 + MIDDLE, "most take the smaller")],
)
def test_the_size_that_most_slides_take_is_the_largest(
    deck_file: Callable[[str], Path], slides: str, expected: str
) -> None:
    free, even = sizes(deck_file, slides, "slide"), sizes(deck_file, slides, "deck")
    large, small = max(free), min(free)
    assert large > small
    if expected == "most take the larger":
        assert even == free
    else:
        assert {*even} == {small}


def test_a_title_keeps_its_last_word_from_standing_alone(
    deck_file: Callable[[str], Path],
) -> None:
    title = "Früher verloren wir uns, heute bleiben wir auf dem Laufenden"
    compiled = compile_deck(
        deck_file(f'title: T\nslides:\n  - {{title: "{title}", items: [a]}}\n'), Findings()
    )
    assert compiled
    box = compiled.scenes[0].nodes[0]
    assert isinstance(box, TextBox)
    assert len(box.fitted.lines[0]) == 2
    assert box.set_paragraphs[0].plain.endswith("dem\u00a0Laufenden")


def test_words_that_belong_together_are_not_parted_in_the_title_of_a_talk(
    deck_file: Callable[[str], Path],
) -> None:
    compiled = compile_deck(
        deck_file("title: Was ist Social Media?\nslides: [{layout: title}]\n"), Findings()
    )
    assert compiled
    box = compiled.scenes[0].nodes[0]
    assert isinstance(box, TextBox)
    assert box.fitted.lines[0] == ("Was ist", "Social\u00a0Media?")


def texts(compiled: Compiled | None, name: str) -> list[TextBox]:
    """Return the texts whose names begin so."""
    assert compiled
    nodes = [node for scene in compiled.scenes for node in scene.nodes]
    return [node for node in nodes if isinstance(node, TextBox) and node.name.startswith(name)]


def test_a_title_of_few_words_is_smaller_rather_than_end_in_one_alone(
    deck_file: Callable[[str], Path],
) -> None:
    """`Sie` would stand alone on the second line, which is filled as far as the first allows."""
    slide = "{layout: questions, title: Wie antworten Sie}"
    path = deck_file(f"title: T\ntheme: feuilleton\nslides:\n- {slide}\n")
    (title,) = texts(compile_deck(path, Findings()), "title")
    assert title.fitted.lines[0][-1] != "Sie"


def test_titles_in_a_row_have_as_many_lines_where_a_little_smaller_words_do(
    deck_file: Callable[[str], Path],
) -> None:
    items = "\n".join(
        f"  - {{icon: world, title: {title}, text: Geringe Barrieren für jede Privatperson}}"
        for title in ("Austausch", "Mitgestaltung", "Offener Zugang", "Reichweite")
    )
    path = deck_file(f"title: T\nslides:\n- layout: icon-grid\n  title: A\n  items:\n{items}\n")
    cells = texts(compile_deck(path, Findings()), "item")
    assert len({cell.sizes for cell in cells}) == 1
    assert [len(cell.fitted.lines[0]) for cell in cells] == [1, 1, 1, 1]
