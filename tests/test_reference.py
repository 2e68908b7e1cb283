"""The reference: made from the records, so that it can't lag behind them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import keys
from smdeck.model.records import Slide
from smdeck.reference import GROUPS, deck_schema, layout_list, layout_page, theme_page
from smdeck.theme import Theme, find_theme, shipped_themes
from smdeck.theme.folders import themes_folder


def test_every_layout_is_listed_in_its_group_with_a_sentence() -> None:
    lines = layout_list().splitlines()
    listed = [line for line in lines if line.startswith("  ")]
    assert len(listed) == len(layout_names())
    assert all(line.endswith(".") for line in listed)
    groups = [line for line in lines if not line.startswith("  ")]
    assert groups == [group for group in GROUPS if group in groups]
    assert {load_layout(name).group for name in layout_names()} == set(groups)


@pytest.mark.parametrize("name", layout_names())
def test_a_page_names_every_key_of_its_layout(name: str) -> None:
    page = layout_page(name)
    for key in keys(load_layout(name)).values():
        if key.name not in keys(Slide):
            assert f"\n  {key.name}{'*' * key.required}" in page, key.name
            assert key.doc.split()[0] in page
    assert all(len(line) <= 100 for line in page.splitlines())


@pytest.mark.parametrize("name", layout_names())
def test_a_page_ends_with_the_example(name: str) -> None:
    example = load_layout(name).example.rstrip().splitlines()
    assert [line[2:] for line in layout_page(name).splitlines()[-len(example) :]] == example


def test_a_theme_s_page_shows_every_role_of_every_tone(theme: Theme) -> None:
    page = theme_page(theme)
    for tone, roles in theme.colors.tones.items():
        assert f"\n{tone}\n" in page
        for role in roles:
            assert f"\n  {role} " in page


@pytest.mark.parametrize("name", shipped_themes())
def test_a_shipped_theme_has_every_contrast_that_its_roles_need(name: str) -> None:
    theme = find_theme(name, Path(), Findings())
    assert theme is not None
    assert "✗" not in theme_page(theme)


def test_a_theme_s_page_marks_what_can_t_be_read(tmp_path: Path) -> None:
    source = (themes_folder() / "buehne" / "theme.yaml").read_text("utf-8")
    shutil.copytree(themes_folder() / "buehne", tmp_path / "blass")
    muted = re.sub(r"(?m)^( +)muted: .*$", r"\1muted: {color: background}", source)
    assert muted != source
    muted = re.sub(r"(?m)^  (base|headings): .*$", r"  \1: Unbekannt Sans", muted)
    (tmp_path / "blass" / "theme.yaml").write_text(muted, "utf-8")
    findings = Findings()
    theme = find_theme("blass", tmp_path, findings)
    assert theme is not None, [finding.message for finding in findings]
    page = theme_page(theme)
    assert re.search(r"\n  muted .* ✗ needs 4\.5:1\n", page)
    assert "Unbekannt Sans: not on this computer; taken to be 1.25 times as wide as Arial" in page


def test_the_schema_knows_every_layout() -> None:
    schema = deck_schema()
    slide = schema["$defs"]["Slide"]
    assert slide["properties"]["layout"]["enum"] == list(layout_names())
    assert {f"slide-{name}" for name in layout_names()} <= set(schema["$defs"])


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    schema = deck_schema()

    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if "$ref" in value else []
            return own + [ref for inner in value.values() for ref in references(inner)]
        if isinstance(value, list):
            return [ref for inner in value for ref in references(inner)]
        return []

    for reference in references(schema):
        assert reference.removeprefix("#/$defs/") in schema["$defs"], reference
