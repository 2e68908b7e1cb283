"""Rules: what each file says of itself, and how numbers and slides are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rendering import in_turn

import smdeck
from smdeck.checking import Rule, rule_codes, rules
from smdeck.checking.deck import is_title
from smdeck.compiler.compiling import compile_deck
from smdeck.findings import Finding, Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.scene import TextBox
from smdeck.theme import shipped_themes

ROOT = Path(__file__).parents[2]
DECKS = [deck for deck in sorted((ROOT / "decks").glob("*.yaml")) if "." not in deck.stem]

HEADINGS = ("What it does", "Why it is bad", "What to do")
TABLE = (ROOT / "tests" / "bad_decks" / "rules.txt").read_text("utf-8")
CASES = re.findall(r"^=== (.+)\n(?:.*\n)*?\$ smdeck .*\n((?:(?!===).*\n?)*)", TABLE, re.M)
"""The title of each case of the table of rules, and what is printed."""

each_rule = pytest.mark.parametrize("rule", rules(), ids=rule_codes())


@each_rule
def test_a_rule_s_docstring_is_its_page(rule: Rule) -> None:
    assert re.match(r"[A-Z][\w -]+: .+\.\n\n", rule.page)
    assert tuple(re.findall(r"^\*\*(.+?):\*\* \S", rule.page, re.M)) == HEADINGS
    assert rule.levels and set(rule.levels) <= {"error", "warning"}
    assert rule.code.replace("-", " ") == rule.page.split(":")[0].lower()


@each_rule
def test_the_numbers_of_errors_are_looser_than_those_of_warnings(rule: Rule) -> None:
    for name, value in rule.limits.items():
        error = rule.limits.get(name.replace("warning", "error"), value)
        assert value <= error if rule.bound == "most" else value >= error


@each_rule
def test_each_level_of_a_rule_has_a_deck_that_breaks_it_and_one_just_inside(rule: Rule) -> None:
    """A case is just inside what its title says: `(just keeps words)`, `(just no error of …)`."""
    found = {title: re.findall(rf"^(\w+)\[{rule.code}\]", said, re.M) for title, said in CASES}
    assert {level for levels in found.values() for level in levels} == set(rule.levels)
    kept = [levels for title, levels in found.items() if f"(just keeps {rule.code})" in title]
    assert kept and not any(kept)
    if len(rule.levels) == 2:
        no_error = f"(just no error of {rule.code})"
        warned = [set(levels) for title, levels in found.items() if no_error in title]
        assert warned and all(levels == {"warning"} for levels in warned)


def test_no_case_says_to_keep_a_rule_that_there_is_not() -> None:
    named = re.findall(r"\(just (?:keeps|no error of) (.+)\)$", TABLE, re.M)
    assert len(named) >= len(rule_codes()) and set(named) <= set(rule_codes())


@pytest.mark.parametrize("layout", layout_names())
def test_a_layout_has_a_title_or_asks_for_one(layout: str, tmp_path: Path) -> None:
    """So only layouts of a template can lack one."""
    slide = re.sub(r"^(title|by):.*\n(?:  .*\n)?", "", load_layout(layout).example, flags=re.M)
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: V\nslides:\n  - " + slide.replace("\n", "\n    ").rstrip(), "utf-8")
    (tmp_path / "bilder").symlink_to(ROOT / "decks" / "bilder")
    findings = Findings()
    compiled = compile_deck(deck, findings)
    scenes = compiled.scenes if compiled else []
    texts = [node for scene in scenes for node in scene.nodes if isinstance(node, TextBox)]
    assert any(is_title(text) and text.paragraphs for text in texts) or "missing-field" in {
        finding.code for finding in findings
    }


def test_a_finding_has_the_number_of_its_slide(tmp_path: Path) -> None:
    """Slides that can't be drawn count, and keys of the deck stand on none."""
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: Vortrag\n"
        "slides:\n"
        "  - {layout: statement, title: Alle antworten}\n"
        "  - {layout: statement, titel: Alle fragen}\n"
        "  - layout: statement\n"
        "    title: Alle antworten\n"
        "    notes: TODO\n"
        "minutes: wenige\n",
        "utf-8",
    )
    found = [(finding.code, finding.slide) for finding in smdeck.check(deck)]
    assert found == [
        ("unknown-field", 2), ("repeated-title", 3), ("leftovers", 3), ("wrong-type", None),
    ]  # fmt: skip


def test_short_bullets_set_large_in_narrow_columns_are_no_paragraphs(tmp_path: Path) -> None:
    """How often a composition breaks 60 letters is not the author's doing."""
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: Vortrag\n"
        "theme: vortrag\n"
        "slides:\n"
        "  - title: Der Beitrag wirkt ohne Werbung an der Hochschule\n"
        "    items:\n"
        "      - Erfahrene Fachkräfte schreiben ehrliche Bewertungen ohne lange Abstimmung\n"
        "      - Kleine Betriebe suchen Hinweise häufiger als früher\n"
        "      - Ehrenamtliche veröffentlichen kleine Videos nach Feierabend\n"
        "      - Stammgäste erzählen vom Alltag in wenigen Minuten\n",
        "utf-8",
    )
    compiled = compile_deck(deck, findings := Findings())
    assert compiled and not findings
    texts = [node for node in compiled.scenes[0].nodes if isinstance(node, TextBox)]
    assert max(len(lines) for text in texts for lines in text.fitted.lines) == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deck", "theme"),
    [(deck, theme) for theme in shipped_themes() for deck in in_turn(theme, DECKS)],
    ids=lambda one: one if isinstance(one, str) else one.stem,
)
def test_the_decks_have_no_findings_under_any_theme(deck: Path, theme: str, tmp_path: Path) -> None:
    for beside in deck.parent.iterdir():  # pictures, translations, and the decks that one uses
        (tmp_path / beside.name).symlink_to(beside)
    copied = tmp_path / deck.name
    text = copied.read_text("utf-8")
    copied.unlink()
    copied.write_text(re.sub(r"^theme: .*", f"theme: {theme}", text, flags=re.M), "utf-8")
    assert smdeck.check(copied, strict=True) == []


@pytest.mark.parametrize(
    "words",
    ["Lorem ipsum", "dolor sit amet", "Klicken Sie, um", "Klicken Sie auf Titel", "Click to add",
     "IconBox Titel", "Icon Box Titel", "Titel hier eingeben", "Untertitel einfügen",
     "Name hinzufügen", "Insert title here", "your text here", "Ihr Text hier", "Mustertext",
     "Blindtext", "PLATZHALTERTEXT", "TODO", "TBD", "FIXME", "XXXX", "???"],
)  # fmt: skip
def test_every_leftover_is_found_in_a_note(
    words: str, findings_of: Callable[[str], list[Finding]]
) -> None:
    deck = f'title: T\nslides: [{{title: Ein Satz, items: [eins, zwei], notes: "Da: {words}"}}]\n'
    assert "leftovers" in [finding.code for finding in findings_of(deck)]
