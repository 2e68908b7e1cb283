"""Fitting: texts take the largest size that fits, and a finding says how much is too much."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Finding, Findings, Place, Source
from smdeck.fit import fit, text_width
from smdeck.fit.columns import LOOSEST
from smdeck.fit.fitting import every_node
from smdeck.fit.measure import SLACK, Typed
from smdeck.fit.tables import GUTTER, PADDING_X
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import Box, Level, SlideLayout, SlideScene, Style, Table, TextBox
from smdeck.scene.nodes import Fitted, FittedTable
from smdeck.theme import Theme
from smdeck.units import emu, points

PLACE = Place(Source("deck.yaml", "text"), 1, 1)
LADDER = ((40.0,), (30.0,), (20.0,), (10.0,))
FindingsOf = Callable[[str], list[Finding]]


def text(words: str, width: float, height: float, group: str = "") -> TextBox:
    """Return a text in a box of that size in points."""
    style = Style((Level(),), LADDER)
    box = Box(0, 0, emu(width), emu(height))
    paragraphs = (Paragraph(tuple(runs_of(words))),)
    return TextBox(paragraphs, style, box, PLACE, "text", Fitted(), group=group)


def runs_of(words: str) -> list[Run]:
    """Return runs in which every newline is one of its own, as markup makes them."""
    return [Run(piece) for piece in re.split(r"(\n)", words)]


def fitted(theme: Theme, *nodes: TextBox | Table) -> Findings:
    """Fit nodes on one slide and return the findings."""
    findings = Findings()
    slide_layout = SlideLayout("text", "Text", None, "light", (), False, (), theme.foot, True)
    scene = SlideScene(slide_layout, PLACE)
    scene.nodes = list(nodes)
    fit(scene, theme, findings)
    return findings


@pytest.mark.parametrize(
    ("height", "size"), [(49, 40), (48, 40), (47, 30), (36, 30), (35, 20), (24, 20), (12, 10)]
)
def test_a_line_takes_the_largest_size_whose_height_fits(
    height: float, size: float, theme: Theme
) -> None:
    box = text("Dialog", 500, height)
    assert not fitted(theme, box)
    assert box.sizes == (size,)
    assert box.fitted.height == pytest.approx(1.2 * size)


def test_more_words_take_a_smaller_size(theme: Theme) -> None:
    sizes = []
    for words in (2, 8, 20, 60):
        box = text("Dialog " * words, 400, 100)
        fitted(theme, box)
        sizes.append(box.sizes[0])
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 40 and sizes[-1] < 20


def test_texts_of_a_group_share_the_size_of_the_fullest(theme: Theme) -> None:
    short, long = text("kurz", 300, 60, "cells"), text("ein langer Satz " * 5, 300, 60, "cells")
    alone = text("kurz", 300, 60)
    fitted(theme, short, long, alone)
    assert short.sizes == long.sizes
    assert alone.sizes == (40.0,) and short.sizes[0] < 40


def test_a_long_word_makes_a_text_smaller_before_it_is_a_finding(theme: Theme) -> None:
    box = text("Menschheitsgeschichte", 260, 500)
    assert not fitted(theme, box)
    assert box.sizes == (20.0,)


def test_a_word_that_fits_at_no_size_is_a_finding(theme: Theme) -> None:
    (finding,) = fitted(theme, text("Die Menschheitsgeschichte", 90, 500))
    assert finding.code == "long-word" and finding.severity == "error"
    assert "`Menschheitsgeschichte`" in finding.message and "10 pt" in finding.message
    assert finding.place == PLACE and finding.help


def test_a_text_that_is_too_long_says_by_how_much(theme: Theme) -> None:
    # at 10 pt a line is 12 pt high, and the box holds four of them
    (finding,) = fitted(theme, text("\n".join(["Zeile"] * 10), 300, 50))
    assert finding.code == "overflow" and finding.severity == "error"
    assert finding.message == (
        "the text takes 10 lines at 10 pt, the smallest size; its box holds 4"
    )
    assert finding.help == "cut 6 lines, about 30 characters, or split the slide"


def test_what_a_finding_asks_to_cut_is_enough(findings_of: FindingsOf) -> None:
    def findings(bullets: list[str]) -> list[Finding]:
        items = "".join(f"      - {bullet}\n" for bullet in bullets)
        return findings_of(f"title: a\nkind: handout\nslides:\n  - title: a\n    items:\n{items}")

    line = "Dialog auf Augenhöhe mit den Menschen im Social Web"
    bullets = [" ".join([line] * 6)] * 5
    (finding,) = findings(bullets)
    found = re.match(r"cut (\d+) lines?, about (\d+) characters", finding.help or "")
    assert finding.code == "overflow" and found
    characters = int(found[2])
    words = " ".join(bullets).split()
    while characters > 0:
        characters -= len(words.pop()) + 1
    kept = " ".join(words)
    per_bullet = len(" ".join([line] * 6)) + 1
    shortened = [kept[n : n + per_bullet].strip() for n in range(0, len(kept), per_bullet)]
    assert not findings(shortened)


def test_nothing_is_written_where_a_text_overflows(findings_of: FindingsOf) -> None:
    words = " ".join(["Gespräch"] * 400)
    findings = findings_of(f"title: a\nslides:\n  - title: a\n    items: [{words}]\n")
    assert [finding.code for finding in findings] == ["overflow"]
    assert findings[0].place and findings[0].place.line == 4


def table(
    rows: list[list[str]],
    width: float = 600,
    height: float = 300,
    align: Literal["left", "right"] = "left",
) -> Table:
    """Return a table whose first row is its header; width and height in points."""
    cells = [[Inline((Paragraph((Run(cell),)),), PLACE) for cell in row] for row in rows]
    return Table(
        cells[0], cells[1:], [align for _ in rows[0]], None, Box(0, 0, emu(width), emu(height)),
        "Tabelle", PLACE, (24.0, 20.0, 16.0), FittedTable(),
    )  # fmt: skip


TABLES = [
    [["A", "B"], ["1", "2"]],
    [["Kanal", "Stärke", "Inhalt"], ["Blog", "Tiefe und Auffindbarkeit " * 4, "Artikel"]],
    [["A"] * 7, ["Dialog"] * 7],
    [["", ""], ["", ""]],
]


@pytest.mark.parametrize(("rows", "share"), list(zip(TABLES, (0.6, 1.0, 1.0, 0.6), strict=True)))
@pytest.mark.parametrize("width", [599.99, 600, 733.3])
def test_the_columns_of_a_table_fill_its_width_exactly(
    rows: list[list[str]], share: float, width: float, theme: Theme
) -> None:
    """A table with many words is as wide as its box; one with few takes 60 % of it."""
    node = table(rows, width)
    assert not fitted(theme, node)
    assert sum(node.fitted.widths) == round(share * node.box.w)
    assert len(node.fitted.widths) == len(rows[0]) and min(node.fitted.widths) > 0
    assert len(node.fitted.heights) == len(rows)
    assert sum(node.fitted.heights) <= node.box.h


def test_a_column_with_more_words_is_wider(theme: Theme) -> None:
    node = table(TABLES[1])
    fitted(theme, node)
    assert (
        node.fitted.widths[1] > node.fitted.widths[0]
        and node.fitted.widths[1] > node.fitted.widths[2]
    )


def test_every_column_holds_its_longest_word(theme: Theme) -> None:
    rows = [["A", "B", "C"], ["Menschheitsgeschichte", "viele kurze Wörter " * 8, "x"]]
    node = table(rows)
    fitted(theme, node)
    word = text_width("Menschheitsgeschichte", node.fitted.size, theme, Level(bold=True))
    assert points(node.fitted.widths[0]) >= word + 2 * PADDING_X


def test_a_table_is_not_much_wider_than_its_words(theme: Theme) -> None:
    """Else the values of a row stand too far from its name."""
    rows = [["Kanal", "Stärke"], ["Gemeinschaft", "Nähe"]]
    wide, wider = table(rows, 700), table(rows, 750)
    assert not fitted(theme, wide, wider)
    assert wide.fitted.widths == wider.fitted.widths
    words = ("Gemeinschaft", "Stärke")
    needed = sum(
        text_width(word, wide.fitted.size, theme, Level(bold=True)) + 2 * PADDING_X
        for word in words
    )
    assert points(sum(wide.fitted.widths)) == pytest.approx(LOOSEST * needed, rel=0.03)


def test_figures_that_are_set_right_stand_clear_of_the_next_column(theme: Theme) -> None:
    rows = [["A", "B"], ["Menschheitsgeschichte", "viele kurze Wörter " * 8]]
    node = table(rows, align="right")
    fitted(theme, node)
    assert node.fitted.gutters == (GUTTER, 0)
    word = text_width("Menschheitsgeschichte", node.fitted.size, theme, Level(bold=True))
    assert points(node.fitted.widths[0]) >= word + 2 * PADDING_X + GUTTER


def test_a_table_with_more_rows_is_set_smaller(theme: Theme) -> None:
    small, large = table([["A", "B"]] * 9), table([["A", "B"]] * 4)
    fitted(theme, small, large)
    assert small.fitted.size < large.fitted.size == 24.0


def test_a_table_that_is_too_tall_says_by_how_much(theme: Theme) -> None:
    node = table([["A", "B"]] * 12)
    (finding,) = fitted(theme, node)
    assert finding.code == "overflow"
    # twelve rows of 1.2 · 16 + 8 pt are 326.4 pt; the box is 300 pt high
    assert finding.message == "the table is 1 row too tall at 16 pt, the smallest size"
    assert finding.help == "cut 1 row, or split the slide"


def test_a_table_with_long_cells_says_how_many_characters_to_cut(theme: Theme) -> None:
    words = "Marken begegnen Kunden auf Augenhöhe " * 8
    rows = [["Kanal", "Was er kann"], *[["Blog", "Tiefe"]] * 8]
    (finding,) = fitted(theme, table([*rows, ["Video", words]]))
    lines, characters = map(int, re.findall(r"\d+", str(finding.help)))
    assert finding.message == f"the table is {lines} lines too tall at 16 pt, the smallest size"
    assert not fitted(theme, table([*rows, ["Video", words[: -characters - 5]]]))
    assert fitted(theme, table([*rows, ["Video", words[: -characters // 2]]]))


def test_one_long_cell_does_not_take_all_the_room(theme: Theme) -> None:
    """The rows have as few lines as the width allows, and not only the row with most words."""
    usual = "Nähe, Tiefe und Auffindbarkeit"
    rows = [["Kanal", "Stärke", "Inhalt"], *[["Blog", usual, usual]] * 4,
            ["Blog", "kurz", "Beiträge, Bilder und Gruppen, " * 6]]  # fmt: skip
    node = table(rows, 600)
    assert not fitted(theme, node)
    tallest = [max(len(cell) for cell in row) for row in node.fitted.lines]
    size, (first, *others) = node.fitted.size, node.fitted.widths
    for share in range(10, 91):
        widths = [first, share * sum(others) // 100, (100 - share) * sum(others) // 100]
        other = [
            max(
                len(Typed(Inline.of(cell, PLACE).paragraphs[0], theme, Level(bold=c == 0 or r == 0))
                    .lines((points(widths[c]) - 2 * PADDING_X) * SLACK / size).lines)
                for c, cell in enumerate(row)
            )
            for r, row in enumerate(rows)
        ]  # fmt: skip
        assert sum(tallest) <= sum(other), share


def test_a_word_too_wide_for_a_table_is_a_finding(theme: Theme) -> None:
    (finding,) = fitted(theme, table([["A", "B"], ["Menschheitsgeschichte" * 4, "b"]]))
    assert finding.code == "long-word" and "Menschheitsgeschichte" in finding.message


def test_a_word_breaks_at_its_hint_with_a_hyphen_and_others_lose_theirs(theme: Theme) -> None:
    hinted = "Gesprächs\u00adfaden der Menschheits\u00adgeschichte"
    narrow = text_width("Menschheitsgesch", 40, theme, Level()) * 1.1
    broken, whole = text(hinted, narrow, 200), text(hinted, 900, 60)
    assert not fitted(theme, broken, whole)
    assert broken.fitted.sizes == whole.fitted.sizes == (40.0,)
    assert broken.set_paragraphs[0].plain == "Gesprächsfaden der\u00a0Menschheits-geschichte"
    assert whole.set_paragraphs[0].plain == "Gesprächsfaden der Menschheitsgeschichte"


def test_every_text_of_a_deck_fits_its_box(repository: Path) -> None:
    decks = (path for path in sorted(repository.glob("decks/*.yaml")) if "." not in path.stem)
    for path in decks:
        findings = Findings()
        deck = compile_deck(path, findings)
        assert deck and not findings.errors, "\n".join(map(str, findings))
        boxes = [n for scene in deck.scenes for n in every_node(scene.nodes)
                 if isinstance(n, TextBox) and n.kind == "text"]  # fmt: skip
        assert boxes
        for box in boxes:
            assert box.sizes and box.fitted.lines
            if box.style.columns == 1:
                assert box.fitted.height <= box.room[1] + 0.5, box
