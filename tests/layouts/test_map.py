"""A map: regions are native shapes, coloured by their values; words say the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from standing import only

import smdeck
from smdeck.compiler.compiling import Compiled
from smdeck.data.maps import MAPS, map_named
from smdeck.findings import Finding
from smdeck.fit.fitting import every_node
from smdeck.scene import Group, Shape, TextBox

Compile = Callable[[str], Compiled]
FindingsOf = Callable[[str], list[Finding]]

SIZES = {"germany": 16, "austria": 9, "switzerland": 26, "europe": 44}


def deck(values: str, name: str = "germany", extra: str = "", lang: str = "de-DE") -> str:
    """Return a deck with one map."""
    return (
        f"title: Vortrag\nlang: {lang}\ntheme: vortrag\nslides:\n"
        f"  - {{layout: map, title: Wo wir sind, map: {name}, values: {{{values}}}{extra}}}\n"
    )


def drawn(compiled: Compile, text: str) -> tuple[Group, dict[str, Shape], list[TextBox]]:
    """Return the group of a map, its regions by name, and the texts of the slide."""
    scene = only(compiled(text))
    (group,) = (node for node in scene.nodes if isinstance(node, Group))
    regions = {one.name.split(":")[0]: one for one in group.children if isinstance(one, Shape)}
    texts = [one for one in every_node(scene.nodes) if isinstance(one, TextBox)]
    return group, regions, texts


def said(texts: list[TextBox]) -> list[str]:
    """Return the words of texts."""
    return [paragraph.plain for text in texts for paragraph in text.paragraphs]


def test_every_map_has_all_of_its_regions_within_its_frame() -> None:
    for name, count in SIZES.items():
        whole = map_named(name)
        assert whole and len(whole.regions) == count
        wide, high = whole.size
        for region in whole.regions.values():
            for left, top, across, down in (region.box, region.room):
                assert left >= 0 and left + across <= wide + 1, region.code
                assert top >= 0 and top + down <= high + 1, region.code


def test_maps_and_regions_are_found_in_two_languages_and_by_code() -> None:
    assert set(SIZES) == set(MAPS)
    assert map_named("Deutschland") == map_named("germany") == map_named("DE")
    germany = map_named("germany")
    assert germany
    for name in ("Bayern", "Bavaria", "DE-BY", "de-by", "BY", "freistaat bayern"):
        assert germany.find(name) == germany.regions["DE-BY"], name
    assert germany.find("Baden Wuerttemberg") == germany.regions["DE-BW"]
    assert germany.find("Tirol") is None


def test_regions_are_native_shapes_in_steps_of_colour(compiled: Compile) -> None:
    values = (
        "Bayern: 1, Hessen: 2, Sachsen: 3, Berlin: 4, Hamburg: 5, NRW: 6, Saarland: 7, Bremen: 8"
    )
    group, regions, texts = drawn(compiled, deck(values, extra=", highlight: Bavaria"))
    assert len(regions) == 16
    assert regions["Bayern"].fill == "highlight"
    named = ("Thüringen", "Hessen", "Sachsen", "Hamburg", "Bremen")
    fills = [regions[name].fill for name in named]
    assert len(set(fills)) == 5
    assert [one.alpha for one in fills] == sorted(one.alpha for one in fills)  # type: ignore[union-attr]
    assert group.alt.startswith("Karte: Bayern 1, Hessen 2")
    assert {"1 – 2", "3 – 4", "5 – 6", "7 – 8"} <= set(said(texts))


def test_every_value_stands_in_its_region_or_beside_the_map(compiled: Compile) -> None:
    _, regions, texts = drawn(compiled, deck("Bayern: 12, Berlin: 3, Bremen: 1"))
    label = next(text for text in texts if said([text]) == ["12"])
    assert regions["Bayern"].box.holds(label.box)
    assert "Berlin\u00a03 · Bremen\u00a01" in said(texts)


def test_values_are_those_of_a_file_and_regions_are_named(
    deck_file: Callable[[str], Path],
) -> None:
    """A region without room for its name stands beside the map, its value in it."""
    text = deck("", extra=", region_names: true, data: land.csv").replace(", values: {}", "")
    path = deck_file(text)
    (path.parent / "land.csv").write_text("Land;Anteil\nBayern;29 %\nHessen;35 %\nBerlin;58 %\n")
    slide = Presentation(str(smdeck.build(path).path)).slides[0]
    texts = {
        re.sub(r"\s", " ", shape.text_frame.text)
        for shape in (
            *slide.shapes,
            *next(one for one in slide.shapes if one.shape_type == 6).shapes,
        )
        if shape.has_text_frame
    }
    assert {"Bayern 29 %", "35 %"} <= texts and "Hessen 35 %" in " ".join(texts), texts


def test_values_and_names_are_written_in_the_language(compiled: Compile) -> None:
    values = "'DE-BY': '1234.5', DE-BE: 2"
    group, *_ = drawn(compiled, deck(values, extra=", unit: €", lang="en-GB"))
    assert group.alt == "Map: Bavaria €1,234.5, Berlin €2.0"


def test_a_map_is_not_mirrored_in_a_talk_from_right_to_left(
    compiled: Compile, built: Callable[[str], dict[str, bytes]]
) -> None:
    """The writer mirrors what is drawn: the map is drawn in a mirror, and comes out as it is."""
    values = "Bayern: 12, Hessen: 8"
    _, there, _ = drawn(compiled, deck(values))
    here = built(deck(values, lang="ar-EG").replace("Wo wir sind", "خريطة"))
    xml = here["ppt/slides/slide1.xml"].decode()
    (west, east) = (
        int(re.findall(rf'name="{name}.*?<a:xfrm flipH="1"><a:off x="(\d+)"', xml)[0])
        for name in ("Saarland", "Berlin")
    )
    assert east - west == there["Berlin"].box.x - there["Saarland"].box.x


@pytest.mark.parametrize(
    ("text", "code", "help"),
    [
        (deck("Bayren: 1"), "unknown-region", "did you mean `Bayern`?"),
        (deck("Tirol: 1"), "unknown-region", "it is on the map `austria`"),
        (deck("Bayern: 1", "Germny"), "unknown-map", "did you mean `germany`?"),
        (deck("Bayern: viel"), "wrong-value", "leave out a region without a value"),
        (deck("Bayern: 1", extra=", highlight: Hesen"), "unknown-region", "`Hessen`"),
    ],
)
def test_what_a_map_has_not_is_a_finding(
    text: str, code: str, help: str, findings_of: FindingsOf
) -> None:
    (finding,) = findings_of(text)
    assert finding.code == code
    assert help in (finding.help or "")


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("tone", ["light", "dark", "brand"])
def test_a_value_for_each_region_has_no_fault(
    name: str, tone: str, findings_of: FindingsOf
) -> None:
    """No label runs over a border or can't be read; that there are many words is known."""
    whole = map_named(name)
    assert whole
    values = ", ".join(f"{code}: {n % 20}" for n, code in enumerate([*whole.regions][:14]))
    found = findings_of(deck(values, name, f", tone: {tone}"))
    assert {finding.message for finding in found if finding.code != "words"} == set()
