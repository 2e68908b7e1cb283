"""What is read line by line is read as PyYAML reads it, or left to PyYAML."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from node_places import places

from smdeck.findings import Findings, Source
from smdeck.layouts import layout_names, load_layout
from smdeck.source.parsing import parsed
from smdeck.source.reading import MAX_VALUES
from smdeck.source.usual import DEEPEST, read_usual

USUAL = [
    'title: Vom Monolog\nslides:\n  - layout: section\n    title:  "Zwei Worte"\n',
    "a: [1, {b: c, d: [e, f]}, 'g', -5, ä ö]  # so\nh: {}\ni: []\n",
    "a:\n- b: c\n  d: e\n-   f\n- g h: i\nj: k\n",
    "notes: |\n  Eins # kein Kommentar\n\n    zwei: drei\n  - vier\n\n\n# fünf\nb: c\n",
    "a: >-\n  Eins\n  zwei\nb: >\n  drei\nc: |-\n  vier\n",
    "# Kommentar\n\na: b  # auch einer\n\n  # noch einer\nc: 'd'   \ne: -0.5\nf: https://a.b/c:d\n",
    "größe: Köln – Süd\r\nZwei Worte: ja\r\n",
    "a:\n    b:\n      c: d\n    e: f\ng: ~\n",
]
UNUSUAL = [
    *("a:\n", "a: b\n  c\n", "a: b: c\n", "a: &x b\n", "a: *x\n", "a: !x b\n", "a: b", "- a\n"),
    *("a: b\na: c\n", "a: {b: c, b: d}\n", "a: 'it''s'\n", 'a: "\\u00e4"\n', "a: [b,\n  c]\n"),
    *(
        "a: [b, ]\n",
        "a: {b}\n",
        "a: [b: c]\n",
        "a: Platz #1\n",
        "a:\tb\n",
        "a: b\x07\n",
        "? a\n: b\n",
    ),
    *("a: |\n\n  b\n", "a: |\n    b\n  c\n", "a: |2\n   b\n", "a: >\n  b\n\n  c\n", "---\na: b\n"),
    *(
        "a: b\n...\n",
        "a:\n  b: c\n d: e\n",
        "a:\n  - b\n c: d\n",
        "a: - b\n",
        "'a': b\n",
        "a: @b\n",
    ),
    *("a: 'b' c\n", "a: [b] c\n", "a:\n  b\n", "- a\nb: c\n", "a: b\n- c\n", " a: b\n", "%a: b\n"),
    *("a: {{b}}\n", "a: b:\n", "a: `b`\n", "a:\n  -\n    b: c\n", "a: b\u2028c\n", "a: \ufeffb\n"),
]


def is_usual(text: str) -> bool:
    """Return whether a text is read line by line; then it must be what PyYAML makes of it."""
    source, findings = Source("deck.yaml", text), Findings()
    usual = read_usual(source, MAX_VALUES)
    if usual is None:
        return False
    node = parsed(source, findings)
    assert node is not None and not findings, (text, findings)
    assert places(usual) == places(node), text
    return True


@pytest.mark.parametrize("text", USUAL)
def test_what_is_usual_is_read_as_by_the_parser(text: str) -> None:
    assert is_usual(text)


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_unusual_is_left_to_the_parser(text: str) -> None:
    assert not is_usual(text)


def test_all_decks_and_themes_are_usual(repository: Path) -> None:
    files = [*repository.glob("decks/*.yaml"), *repository.glob("themes/*/theme.yaml")]
    files.remove(repository / "decks" / "gallery.yaml")  # shows what is seldom, too
    assert [file.name for file in files if not is_usual(file.read_text("utf-8"))] == []


def test_the_examples_of_most_layouts_are_usual() -> None:
    examples = [load_layout(name).example for name in layout_names()]
    assert sum(map(is_usual, examples)) > 0.8 * len(examples)


def test_more_values_and_levels_than_a_deck_has_are_left_to_the_parser() -> None:
    text = "a: [b, c]\n"
    assert read_usual(Source("deck.yaml", text), 5) and not read_usual(Source("deck.yaml", text), 4)
    deep = "".join(f"{' ' * n}a:\n" for n in range(DEEPEST)) + f"{' ' * DEEPEST}a: b\n"
    assert not is_usual(deep) and is_usual(deep.split("\n", 1)[1].replace("\n ", "\n")[1:])


PIECES = (
    *(
        "- ",
        "  ",
        " ",
        "\n",
        "\n  ",
        ": ",
        ":",
        "#",
        " # c",
        "'",
        '"',
        "|",
        "|-",
        ">",
        "[",
        "]",
        "{",
        "}",
    ),
    *(
        ",",
        "&a",
        "*",
        "!t ",
        "-",
        "? ",
        "%",
        "\t",
        "\\",
        "x: y",
        "- x",
        "1",
        "-1",
        "...",
        "---",
        "\u00a0",
    ),
    *("@", "`", "=", "<<: x", "\r\n", "~", "é", "„"),
)


def spoiled(lines: list[str], chance: random.Random) -> str:
    """Return the beginning of a deck with up to three accidents."""
    lines = lines[: chance.randint(3, 40)]
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        n = chance.randrange(len(lines))
        at = chance.randint(0, len(lines[n]))
        match chance.randrange(5):
            case 0:
                lines.insert(n, chance.choice(lines))
            case 1:
                lines[n] = " " * chance.randint(1, 3) + lines[n]
            case 2:
                lines[n] = lines[n][chance.randint(0, 3) :]
            case 3:
                lines[n] = lines[n][:at] + chance.choice(PIECES) + lines[n][at:]
            case _:
                lines[n] = lines[n][:at]
    return "\n".join(lines) + "\n"


def test_spoiled_decks_are_read_as_by_the_parser_or_left_to_it(repository: Path) -> None:
    files = sorted([*repository.glob("decks/*.yaml"), *repository.glob("themes/*/theme.yaml")])
    texts = [file.read_text("utf-8").split("\n") for file in files]
    texts += [text.split("\n") for text in USUAL]
    chance = random.Random(7)
    usual = sum(is_usual(spoiled(chance.choice(texts), chance)) for _ in range(2_000))
    assert usual > 300
