"""Nodes know where they stand, whatever the encoding, the line ends and the YAML parser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from node_places import places

from smdeck.findings import Findings, Source
from smdeck.layouts import layout_names, load_layout
from smdeck.source import Mapping, Scalar, Sequence, parsing, read, read_text


def node_of(text: str) -> Mapping:
    """Return the mapping of a text that has no findings."""
    findings = Findings()
    node = read_text(text, "deck.yaml", findings)
    assert node is not None and not findings, findings
    return node


def parsed(text: str) -> object:
    """Return the places of all that PyYAML finds in a text that has no findings."""
    findings = Findings()
    node = parsing.parsed(Source("deck.yaml", text), findings)
    assert node is not None and not findings, findings
    return places(node)


def finding_of(text: str) -> tuple[str, int, int]:
    """Return code, line and column of the one finding of a text."""
    findings = Findings()
    assert read_text(text, "deck.yaml", findings) is None or findings
    (finding,) = findings
    assert finding.place
    return finding.code, finding.place.line, finding.place.column


BLOCK = """\
title: Vom Monolog
slides:
  - layout: section
    title:  "Zwei Worte"
"""


def test_a_key_and_its_value_know_line_column_and_length() -> None:
    key, value = node_of(BLOCK).entries["title"]
    assert (key.place.line, key.place.column, key.place.length) == (1, 1, 5)
    assert (value.place.line, value.place.column, value.place.length) == (1, 8, 11)


def test_a_value_in_quotes_is_as_long_as_it_is_written() -> None:
    slides = node_of(BLOCK).get("slides")
    assert isinstance(slides, Sequence)
    (slide,) = slides.items
    assert isinstance(slide, Mapping)
    value = slide.get("title")
    assert isinstance(value, Scalar) and value.text == "Zwei Worte"
    assert (value.place.line, value.place.column, value.place.length) == (4, 13, 12)


def test_a_list_and_a_mapping_in_flow_form_know_their_members() -> None:
    items = node_of("items: [eins, {title: zwei}]\n").get("items")
    assert isinstance(items, Sequence)
    assert (items.place.column, items.place.length) == (8, 21)
    first, second = items.items
    assert (first.place.column, first.place.length) == (9, 4)
    assert isinstance(second, Mapping)
    key, value = second.entries["title"]
    assert (key.place.column, value.place.column) == (16, 23)


def test_a_block_that_spans_lines_is_marked_where_it_begins() -> None:
    notes = node_of("notes: |\n  Guten Tag.\n\n  Willkommen.\n").get("notes")
    assert isinstance(notes, Scalar)
    assert notes.text == "Guten Tag.\n\nWillkommen.\n"
    assert (notes.place.line, notes.place.column, notes.place.length) == (1, 8, 1)


def test_columns_count_characters_not_bytes() -> None:
    value = node_of('größe: "Süß → 😀"  # Rest\n').get("größe")
    assert value is not None
    assert (value.place.column, value.place.length) == (8, 9)


def test_nothing_is_interpreted() -> None:
    node = node_of("a: no\nb: 012\nc: 1:30\nd: 2026-12-03\ne:\nf: ~\n")
    texts = {key.text: value.text for key, value in node if isinstance(value, Scalar)}
    assert texts == {"a": "no", "b": "012", "c": "1:30", "d": "2026-12-03", "e": "", "f": "~"}
    empty, tilde, quoted = node_of("a:\nb: ~\nc: ''\n").entries.values()
    assert [isinstance(v, Scalar) and v.is_null for _, v in (empty, tilde, quoted)] == [
        True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_unicode_encoding_gives_the_same_nodes(tmp_path: Path, encoding: str) -> None:
    text = "title: Größe\nslides: [ä]\n"
    path = tmp_path / "deck.yaml"
    path.write_bytes(text.encode(encoding))
    findings = Findings()
    node = read(path, findings)
    assert node and not findings
    assert places(node) == places(node_of(text))


def test_utf_16_in_the_other_byte_order_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"\xfe\xff" + "title: Größe\n".encode("utf-16-be"))
    node = read(path, Findings())
    assert node and places(node) == places(node_of("title: Größe\n"))


def test_another_encoding_is_a_finding_at_its_first_foreign_character(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes("title: ok\nname: Größe\n".encode("latin-1"))
    findings = Findings()
    assert read(path, findings) is None
    (finding,) = findings
    assert finding.code == "encoding" and finding.place
    assert (finding.place.line, finding.place.column) == (2, 9)


def test_windows_line_ends_move_nothing() -> None:
    assert places(node_of(BLOCK.replace("\n", "\r\n"))) == places(node_of(BLOCK))
    assert finding_of("title: a\r\ntitle: b\r\n") == ("duplicate-key", 2, 1)


SAMPLES = [
    BLOCK,
    "a: [1, {b: c, d: [e, f]}, 'g']\nh: >-\n  i\n  j\nk: |\n  l\n",
    "anchor: &x {a: 1}\nagain: *x\n",
    'größe: \'ä ö\'\n"q": "\\u00e4"\n? long key\n: value\n',
    "empty:\nlist:\n- a\n-\n- - b\n  - c\n",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_libyaml_and_the_parser_in_python_give_the_same_nodes(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_libyaml = parsed(text)
    monkeypatch.setattr(parsing, "Loader", yaml.BaseLoader)
    assert parsed(text) == with_libyaml


def test_both_parsers_read_all_decks_themes_and_examples_alike(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [path.read_text("utf-8") for path in sorted(repository.glob("decks/*.yaml"))]
    texts += [path.read_text("utf-8") for path in sorted(repository.glob("themes/*/theme.yaml"))]
    texts += [load_layout(name).example for name in layout_names()]
    with_libyaml = [parsed(text) for text in texts]
    monkeypatch.setattr(parsing, "Loader", yaml.BaseLoader)
    assert [parsed(text) for text in texts] == with_libyaml


BROKEN = {
    "title: a\ntitle: b\n": ("duplicate-key", 2, 1),
    "title: Dialog: so geht es\n": ("yaml-syntax", 1, 14),
    "title: *x\n": ("yaml-syntax", 1, 8),
    "title: a\n---\ntitle: b\n": ("several-documents", 2, 1),
    "": ("empty-file", 1, 1),
    "# nur ein Kommentar\n": ("empty-file", 1, 1),
    "- a\n": ("wrong-type", 1, 1),
    "title: !!python/object:os.system x\n": ("unknown-tag", 1, 8),
    "a: &a [*a]\n": ("alias-cycle", 1, 4),
    "title: a\x07b\n": ("control-character", 1, 9),
}


@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_deck_is_a_finding_with_its_place(
    text: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "Loader", getattr(yaml, loader))
    assert finding_of(text) == BROKEN[text]


def test_an_alias_bomb_is_a_finding() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    code, line, _ = finding_of("\n".join(lines) + "\n")
    assert code == "alias-bomb" and line == 1


@pytest.mark.parametrize(
    "text", ["'a: ' + '[' * 100_000", "'a: ' + '{a: ' * 100_000", "'a:\\n  ' + '- ' * 100_000"]
)
def test_a_hundred_thousand_brackets_are_a_finding_and_no_crash(text: str) -> None:
    code = (
        "from smdeck.findings import Findings\n"
        "from smdeck.source import read_text\n"
        "findings = Findings()\n"
        f"assert read_text({text}, 'deck.yaml', findings) is None\n"
        "print(*(finding.code for finding in findings))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "too-deep"


def test_many_brackets_in_a_text_are_no_nesting() -> None:
    node = node_of("a: |\n  " + "[" * 500 + "\n")
    assert node.get("a")


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "vortrag.yaml").write_text("title: a\n")
    findings = Findings()
    assert read(tmp_path / "vortarg.yaml", findings) is None
    (finding,) = findings
    assert finding.code == "missing-file"
    assert finding.help == "did you mean `vortrag.yaml`?"
