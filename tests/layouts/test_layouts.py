"""Every layout: its example, its slide layout, and what few and many, short and long items do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from picture_making import put_named
from still_layouts import BARE, reveal_of

import smdeck
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.findings import Finding, Findings
from smdeck.fit.fitting import every_node
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import ListKind, keys
from smdeck.scene import Box, Picture, PlaceholderSpec, SceneNode, Shape, SlideScene, TextBox
from smdeck.theme import Theme

DeckOf = Callable[..., str]
FindingsOf = Callable[[str], list[Finding]]
Compile = Callable[[str], Compiled]
Build = Callable[[str], dict[str, bytes]]

SHORT = ("Dialog", "Nähe", "Blog", "Ziel", "Idee", "Film", "Netz", "Wort")
LONG = (
    "Kundenzufriedenheitsbefragung", "Geschwindigkeitsbegrenzung", "Datenschutzgrundverordnung",
    "Öffentlichkeitsarbeitsverantwortliche", "Suchmaschinenoptimierung",
    "Aufmerksamkeitsökonomie", "Gemeinschaftsgefühlsverstärker", "Verbindungsmöglichkeiten",
)  # fmt: skip
PICTURE = {"file": "bilder/publikum.png", "decorative": True}
NEEDED: dict[str, dict[str, Any]] = {
    "kpis": {"value": "12 %"}, "roadmap": {"lane": "Bahn", "start": "Q1"},
    "gallery": {"image": PICTURE}, "logos": {"image": PICTURE},
}  # fmt: skip
"""What every item of a layout has."""

LISTS = ("items", "series", "rows", "columns")


@cache
def example(name: str) -> dict[str, Any]:
    """Return the example of a layout as plain values."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    slide: dict[str, Any] = yaml.load(load_layout(name).example, loader)
    return slide


def deck(slide: dict[str, Any]) -> str:
    """Return a deck with one slide."""
    return talk(slide)


def talk(*slides: dict[str, Any]) -> str:
    """Return a deck with slides, whose titles may be the same."""
    head = {"title": "Vom Monolog zum Dialog", "footer": "Fuß", "allow": ["repeated-title"]}
    return json.dumps({**head, "slides": slides}, ensure_ascii=False, default=str)


def generated(name: str, count: int, words: tuple[str, ...], full: bool) -> dict[str, Any]:
    """Return a slide whose list holds so many items; `full` ones have all that it can show."""
    shows = keys(load_layout(name))["items"].shows
    items: list[dict[str, Any]] = []
    for n in range(count):
        word = words[n % len(words)]
        item: dict[str, Any] = {"title": word} if "title" in shows else {}
        item |= NEEDED.get(name, {})
        if full:
            values: dict[str, Any] = {
                "text": f"{word} und {words[(n + 1) % len(words)]}", "icon": "rocket",
                "items": [word, words[(n + 2) % len(words)]], "link": "https://example.com",
                "value": "12 %", "date": "2026", "featured": n == 0, "minutes": n + 1,
                "tie": "strong" if n % 2 else "weak", "done": n == 0,
            }  # fmt: skip
            item |= {key: value for key, value in values.items() if key in shows}
        if name == "matrix":  # its items are points, which have no texts
            point = {"x": 0.1 + 0.25 * (n % 4), "y": 0.2 + 0.3 * (n // 4)}
            item = {"title": word, **point, "featured": full and n == 0}
        items.append(item)
    slide = {**example(name), "items": items}
    if name == "image-text":
        slide.pop("text", None)
    return slide


def counts(name: str) -> list[int]:
    """Return the fewest and the most items that a layout takes, and numbers between."""
    key = keys(load_layout(name)).get("items")
    if key is None or not isinstance(key.kind, ListKind):
        return []
    least, most = int(key.least or 1), int(key.most or 7)
    return sorted({least, (least + most) // 2, most})


TOO_MUCH = {"overflow", "long-word", "words", "bullets", "body-size", "parted-word"}
"""The findings about a slide that holds too much."""

each_layout = pytest.mark.parametrize("name", layout_names())


@each_layout
def test_the_example_compiles_without_findings(
    name: str, deck_of: DeckOf, findings_of: FindingsOf
) -> None:
    assert findings_of(deck_of(load_layout(name).example)) == []


def test_native_layouts_have_the_names_of_the_layouts(gallery: dict[str, bytes]) -> None:
    """Each layout's own is there once, and its example stands on it, or on one called after it."""
    slide_layouts = native_names(gallery)
    assert len(set(slide_layouts.values())) == len(slide_layouts)
    for number, name in enumerate(layout_names(), 1):
        called = load_layout(name).names["de"]
        assert list(slide_layouts.values()).count(called) == 1, name
        rels = gallery[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
        target = re.search(r'Target="\.\./(slideLayouts/[^"]+)"', rels)
        assert target and slide_layouts[f"ppt/{target[1]}"].startswith(called), name


def test_the_names_of_native_layouts_follow_the_deck_s_language(
    deck_of: DeckOf, built: Build
) -> None:
    parts = built(deck_of(load_layout("bullets").example, head="title: Talk\nlang: en-GB\n"))
    names = set(native_names(parts).values())
    assert {load_layout(name).names["en"] for name in layout_names()} <= names


def native_names(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the names of the slide layouts by part."""
    found = {}
    for part, data in parts.items():
        if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", part):
            name = re.search(r'<p:cSld name="([^"]*)"', data.decode())
            assert name
            found[part] = name[1]
    return found


@each_layout
def test_every_layout_has_a_german_and_an_english_name(name: str) -> None:
    assert set(load_layout(name).names) >= {"de", "en"}
    assert (load_layout(name).__doc__ or "").strip().split("\n")[0].endswith(".")


def test_native_layouts_have_names_of_their_own() -> None:
    for lang in ("de", "en"):
        names = [load_layout(name).names[lang] for name in layout_names()]
        assert len(set(names)) == len(names)


@pytest.mark.slow
@each_layout
def test_any_items_are_built_or_give_findings(name: str, deck_file: Callable[[str], Path]) -> None:
    slides = [
        generated(name, count, words, full)
        for count in counts(name)
        for words in (SHORT, LONG)
        for full in (False, True)
    ]
    if not slides:
        return
    found = smdeck.check(deck_file(talk(*slides)))
    errors = [finding for finding in found if finding.severity == "error"]
    assert {finding.code for finding in errors} <= TOO_MUCH
    assert all(finding.place for finding in errors)
    refused = {finding.slide for finding in errors}
    sound = [slide for number, slide in enumerate(slides, 1) if number not in refused]
    if sound:
        built = smdeck.build(deck_file(talk(*sound)))
        assert built.slides == len(sound) or name == "sources"  # they go on


@each_layout
def test_short_items_always_fit(name: str, findings_of: FindingsOf) -> None:
    slides = [generated(name, count, SHORT, False) for count in counts(name)]
    found = findings_of(talk(*slides)) if slides else []
    assert [finding for finding in found if finding.code != "bullets"] == []


@each_layout
def test_too_few_and_too_many_items_are_a_finding(name: str, findings_of: FindingsOf) -> None:
    if not counts(name):
        return
    if keys(load_layout(name))["items"].required or name == "agenda":
        assert findings_of(deck(generated(name, 0, SHORT, False)))
    if name != "sources":  # they go on over further slides
        assert findings_of(deck(generated(name, 50, SHORT, False)))


def in_clicks(name: str) -> dict[str, Any]:
    """Return the example of a layout, which appears by clicks."""
    slide: dict[str, Any] = yaml.safe_load(f"{load_layout(name).example}\n{reveal_of(name)}")
    return slide


Scenes = Callable[[str], list[SlideScene]]


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    """Return a layout's scenes, made once."""
    folder = tmp_path_factory.mktemp("scenes")

    @cache
    def scenes_of(name: str) -> list[SlideScene]:
        return [scene_of(slide, folder) for slide in slides_of(name)]

    return scenes_of


def scene_of(slide: dict[str, Any], folder: Path) -> SlideScene:
    """Return the scene of a slide that has no errors."""
    text = deck(slide)
    put_named(text, folder)
    (folder / "deck.yaml").write_text(text, "utf-8")
    findings = Findings()
    compiled = compile_deck(folder / "deck.yaml", findings)
    assert compiled and not findings.errors, "\n".join(map(str, findings))
    return compiled.scenes[0]


def slides_of(name: str) -> list[dict[str, Any]]:
    """Return slides of a layout: its example, with and without clicks, and its smallest and
    largest lists of short items."""
    slides = [example(name), in_clicks(name)]
    slides += [generated(name, count, SHORT, False) for count in counts(name)]
    if "items" in keys(load_layout(name)) and name != "venn":  # circles hold no lists
        slides += [generated(name, count, SHORT, True) for count in counts(name)[:1]]
    return slides


@each_layout
def test_every_placeholder_lies_on_the_slide(name: str, scenes: Scenes, theme: Theme) -> None:
    slide = Box(0, 0, theme.width, theme.height)
    for scene in scenes(name):
        for placeholder in scene.slide_layout.placeholders:
            assert placeholder.ornament or _inside(placeholder.box, slide), placeholder.name


@each_layout
def test_no_placeholder_overlaps_another(name: str, scenes: Scenes) -> None:
    for scene in scenes(name):
        placeholders = [one for one in scene.slide_layout.placeholders if not one.ornament]
        for n, one in enumerate(placeholders):
            for other in placeholders[:n]:
                if not _picture_at_the_head(one, other) and "chart" not in (one.kind, other.kind):
                    assert _shared(_words(one), _words(other)) < CORNER, (one.name, other.name)


CORNER = 0.07
"""How much of a placeholder another may cover: the corners of round ones, whose words are in the
middle, and the air below large figures. A chart leaves the corner above short bars to words."""


def _shared(one: Box, other: Box) -> float:
    common = one.common(other)
    return common.w * common.h / min(one.w * one.h, other.w * other.h) if common else 0.0


def _words(spec: PlaceholderSpec) -> Box:
    """Return where the words of a placeholder stand."""
    return spec.geometry.text_box(spec.box)


def _picture_at_the_head(one: PlaceholderSpec, other: PlaceholderSpec) -> bool:
    """Return whether one placeholder is a picture inside of the tile that the other one fills."""
    picture, tile = (one, other) if one.kind == "pic" else (other, one)
    if picture.kind == "pic" and (picture.box.x, picture.box.y) == (0, 0):
        return True  # words stand on a picture that covers the slide
    return picture.kind == "pic" and tile.fill is not None and _inside(picture.box, tile.box)


def _inside(box: Box, outer: Box) -> bool:
    return (
        outer.x <= box.x and outer.y <= box.y
        and box.right <= outer.right and box.bottom <= outer.bottom
        and box.w > 0 and box.h > 0
    )  # fmt: skip


@each_layout
def test_the_title_is_read_first(name: str, scenes: Scenes) -> None:
    for scene in scenes(name):
        first = next(node for node in scene.nodes if not _covers(node, scene))
        assert isinstance(first, TextBox) and first.placeholder
        assert first.placeholder.kind in ("title", "ctrTitle")


def _covers(node: SceneNode, scene: SlideScene) -> bool:
    """Return whether a node is a picture behind the words of a slide, or the scrim on it."""
    return scene.slide_layout.layout == "image" and isinstance(node, Picture | Shape)


@each_layout
def test_footer_and_number_are_read_last(name: str, scenes: Scenes) -> None:
    for scene in scenes(name):
        kinds = [node.kind for node in scene.nodes if isinstance(node, TextBox)]
        foot = [kind for kind in kinds if kind in ("footer", "number")]
        assert foot == (["footer", "number"] if scene.slide_layout.footed else [])
        assert kinds[len(kinds) - len(foot) :] == foot


@each_layout
def test_every_text_has_sizes_of_the_scale(name: str, scenes: Scenes, compiled: Compile) -> None:
    theme = compiled(deck(example(name))).theme
    for scene in scenes(name):
        for node in every_node(scene.nodes):
            if isinstance(node, TextBox) and node.kind == "text":
                assert node.sizes and set(node.sizes) <= set(theme.type.scale), node.name


@each_layout
def test_every_layout_stands_in_every_tone(name: str, findings_of: FindingsOf) -> None:
    tones = ("light", "dark", "brand", "accent")
    assert findings_of(talk(*({**example(name), "tone": tone} for tone in tones))) == []


@each_layout
def test_every_click_shows_something(name: str, scenes: Scenes) -> None:
    scene = scenes(name)[1]
    shown = {id(node) for node in every_node(scene.nodes)}
    assert bool(scene.clicks) == (name not in BARE)
    for click in scene.clicks:
        assert any(click)
        assert all(id(node) in shown for node in click.nodes)
        for box, first, last in click.lines:
            assert id(box) in shown and 0 <= first <= last < len(box.paragraphs)
        for table, first, last in click.rows:
            assert id(table) in shown and 1 <= first <= last <= len(table.rows)
        assert all(id(part.chart) in shown for part in click.chart_parts)


def test_the_bits_of_the_usual_head_are_optional(findings_of: FindingsOf) -> None:
    plain = example("bullets")
    assert findings_of(deck({**plain, "subtitle": "Untertitel", "source": "Quelle"})) == []


def test_the_closing_slide_looks_like_the_title_slide(built: Build) -> None:
    parts = built(deck({"layout": "closing"}))
    closing, title = (
        next(
            (part, content.decode())
            for part, content in parts.items()
            if part.startswith("ppt/slideLayouts/s") and f'name="{name}"' in content.decode()
        )
        for name in ("Schlussfolie", "Titelfolie")
    )
    colors = re.compile("<p:clrMapOvr>.*</p:clrMapOvr>")
    assert colors.findall(closing[1]) == colors.findall(title[1])
    pictures = [
        re.findall(r'media/[^"]+', parts[part.replace("ts/", "ts/_rels/") + ".rels"].decode())
        for part, _ in (closing, title)
    ]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 2  # art as SVG and PNG: the usual theme has no logo
