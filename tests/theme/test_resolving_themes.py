"""Compiling a theme: names are resolved, files are found, and what is wrong has a place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import smdeck
from smdeck.findings import Finding, Findings
from smdeck.theme import Theme, find_theme, shipped_themes
from smdeck.theme.folders import themes_folder
from smdeck.theme.resolving import compile_theme

Edit = Callable[..., Path]


@pytest.fixture
def edited(tmp_path: Path, repository: Path) -> Edit:
    """Copy the shipped theme with one piece of its file replaced, and return its file."""

    def edit(old: str = "", new: str = "") -> Path:
        folder = tmp_path / "themes" / "haus"
        folder.mkdir(parents=True)
        for file in (repository / "themes" / "vortrag").iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        text = (folder / "theme.yaml").read_text("utf-8")
        assert old in text
        (folder / "theme.yaml").write_text(text.replace(old, new, 1), "utf-8")
        return folder / "theme.yaml"

    return edit


def findings_of(file: Path) -> list[Finding]:
    """Return the findings of a theme's file; one with errors is no theme."""
    findings = Findings()
    theme = compile_theme(file, findings)
    assert (theme is None) == bool(findings.errors)
    return findings.in_order()


BROKEN = {
    # what the theme's file says: what it is made to say, code, message, what stands at the place
    "an unknown colour": (
        "accent6: ochre", "accent6: oker", "wrong-color", "`oker` is no colour of the palette",
        "oker",
    ),
    "an unknown colour of a role": (
        "accent: coral-deep\n        highlight", "accent: corall\n        highlight",
        "wrong-color", "`corall` is no colour of the palette", "corall",
    ),
    "a colour that is none": (
        'ink: "#12262E"', 'ink: "#12262"', "wrong-color", "`#12262` is no colour", "",
    ),
    "a missing slot": (
        "      accent6: ochre\n", "", "missing-field", "the colours of a theme need `accent6`", "",
    ),
    "an unknown slot": (
        "accent6: ochre", "accent6: ochre\n      accent7: ink", "unknown-field",
        "a theme has no colour `accent7`", "",
    ),
    "a missing logo": (
        "light: logo.svg", "light: lgo.svg", "missing-file", "there is no file `lgo.svg`",
        "lgo.svg",
    ),
    "missing art": (
        "file: title.svg", "file: titel.svg", "missing-file", "there is no file `titel.svg`",
        "titel.svg",
    ),
    "a misspelt key": (
        "    radius: 28", "    raduis: 28", "unknown-field", "no field `raduis`", "raduis",
    ),
    "a missing key": (
        "        ground: paper\n", "", "missing-field", "needs the field `ground`", "",
    ),
    "a size that is too small": (
        "small: {largest: 14, smallest: 12}", "small: {largest: 14, smallest: 2}",
        "wrong-value", "`smallest` takes a number of at least 6, here is `2`", "2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_theme_is_a_finding_with_its_place(case: str, edited: Edit) -> None:
    old, new, code, message, at = BROKEN[case]
    findings = findings_of(edited(old, new))
    finding = next(finding for finding in findings if finding.code == code)
    assert message in finding.message
    assert finding.place
    assert finding.place.source.name.endswith("themes/haus/theme.yaml")
    if at:
        line = finding.place.source.line(finding.place.line)
        start = finding.place.column - 1
        assert line[start : start + finding.place.length] == at


def test_an_unknown_colour_suggests_the_nearest(edited: Edit) -> None:
    (finding, *_) = findings_of(edited("dk2: petrol\n", "dk2: petrl\n"))
    assert finding.help == "did you mean `petrol`?"


SHORT = {
    "five series": (
        "[sun, coral, teal, {color: sand, darker: 15}, {color: sand, darker: 45}, paper]",
        "[sun, coral, teal, sand, paper]",
    ),
    "a box of three numbers": ("box: [560, 0, 400, 540]", "box: [560, 0, 400]"),
    "a box of five numbers": ("box: [560, 0, 400, 540]", "box: [560, 0, 400, 540, 1]"),
    "a scale that does not ascend": ("scale: [10.5, 12, ", "scale: [12, 10.5, "),
    "a largest size that is below the smallest": (
        "body: {largest: 32, smallest: 18}", "body: {largest: 18, smallest: 32}",
    ),
    "a size that is no step of the scale": (
        "body: {largest: 32, smallest: 18}", "body: {largest: 31, smallest: 31}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SHORT)
def test_figures_that_make_no_theme_are_a_finding(case: str, edited: Edit) -> None:
    assert findings_of(edited(*SHORT[case]))


def test_names_of_colours_may_stand_for_others(edited: Edit) -> None:
    file = edited('ink: "#12262E"', 'tinte: "#12262E"\n    ink: tinte')
    findings = Findings()
    theme = compile_theme(file, findings)
    assert theme, findings
    assert theme.colors.palette["ink"] == theme.colors.palette["tinte"] == (18, 38, 46)


def test_names_that_lead_in_a_circle_are_a_finding(edited: Edit) -> None:
    findings = findings_of(edited('ink: "#12262E"', "tinte: ink\n    ink: tinte"))
    assert {finding.code for finding in findings} == {"wrong-color"}


def test_the_shipped_theme_is_found_by_its_name() -> None:
    assert "vortrag" in shipped_themes()
    findings = Findings()
    theme = find_theme("vortrag", Path(), findings)
    assert theme and theme.name == "Vortrag" and not findings


def test_a_theme_beside_the_deck_comes_before_a_shipped_one(edited: Edit) -> None:
    folder = edited("name: Vortrag", "name: Haus").parent
    for name, at in (("haus", folder.parent.parent), ("themes/haus", folder.parent.parent),
                     (str(folder), Path())):  # fmt: skip
        theme = find_theme(name, at, Findings())
        assert theme and theme.name == "Haus"


def test_a_theme_that_changed_is_read_again(edited: Edit) -> None:
    file = edited("name: Vortrag", "name: Eins")
    one = find_theme(str(file.parent), Path(), Findings())
    file.write_text(file.read_text("utf-8").replace("name: Eins", "name: Zwei"), "utf-8")
    os.utime(file, ns=(1, 1))
    two = find_theme(str(file.parent), Path(), Findings())
    assert one and two and (one.name, two.name) == ("Eins", "Zwei")


def test_an_unknown_theme_suggests_one_at_the_place_that_names_it(
    deck_file: Callable[[str], Path],
) -> None:
    import smdeck

    (finding,) = smdeck.check(
        deck_file("title: a\ntheme: vortag\nslides: [{title: a, items: [b]}]\n")
    )
    assert finding.message == "there is no theme `vortag`"
    assert finding.help == "did you mean `vortrag`?"
    assert finding.place and (finding.place.line, finding.place.column) == (2, 8)


def test_every_kind_of_text_has_sizes_from_large_to_small(theme: Theme) -> None:
    from typing import get_args

    from smdeck.theme.type_scale import Sizes

    for kind in get_args(Sizes):
        sizes = theme.type.sizes(kind)
        assert sizes and sizes == tuple(sorted(sizes, reverse=True)), kind
        assert (sizes[0][0], sizes[-1][0]) == theme.type.bounds[kind]


def test_the_words_of_the_body_can_be_read_from_the_last_row(theme: Theme) -> None:
    for kind in ("title", "statement", "quote", "body", "cell"):
        assert theme.type.bounds[kind][1] >= 18, kind


ODD_LOGOS = (
    *(
        "[a]",
        "{medium: [a]}",
        "{medium: {light: [a]}}",
        "{medium: {path: [x]}}",
        "{medium: {x: y}}",
    ),
    *("{images: {a: [b]}, medium: a}", "{images: {a: {path: {}}}, medium: a}"),
    "{medium: {dark: {light: x}}}",
)


def test_a_logo_of_a_brand_that_is_no_path_is_one_finding(tmp_path: Path) -> None:
    """But one for the other tone alone, which is none for this."""
    (tmp_path / "deck.yaml").write_text("title: T\ntheme: b.yml\nslides: [{layout: title}]\n")
    said = []
    for logo in ODD_LOGOS:
        (tmp_path / "b.yml").write_text(
            f"meta: {{name: A}}\ncolor: {{primary: '#0B5D3B'}}\nlogo: {logo}\n"
        )
        said.append([finding.code for finding in smdeck.check(tmp_path / "deck.yaml")])
    assert said == [["wrong-type"]] * 7 + [[]]


def test_a_layout_of_a_theme_stands_in_a_tone_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "themes" / "eigen").mkdir(parents=True)
    (tmp_path / "themes" / "eigen" / "theme.yaml").write_text(
        "extends: vortrag\nmeta: {name: A}\ndefaults: {smdeck: {layouts: {title: DARK}}}\n"
    )
    (tmp_path / "deck.yaml").write_text("title: T\ntheme: eigen\nslides: [{layout: title}]\n")
    found = smdeck.check(tmp_path / "deck.yaml")
    assert [finding.code for finding in found] == ["wrong-value"]
    assert "`DARK`" in found[0].message


def test_a_light_tone_without_colours_for_charts_is_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "firma"
    shutil.copytree(themes_folder() / "vortrag", folder)
    file = folder / "theme.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if line.strip().startswith("series: ["))
    file.write_text("".join(lines[:first] + lines[first + 1 :]), "utf-8")
    findings = Findings()
    assert find_theme("firma", tmp_path, findings) is None
    assert [one.code for one in findings] == ["missing-field"]
    assert findings[0].place and findings[0].place.source.name.endswith("theme.yaml")
