"""Colours: what PowerPoint makes of them, and whether the last row can read what they paint."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from smdeck.findings import Findings
from smdeck.scene.style import Paint, Role
from smdeck.theme import Theme, find_theme, shipped_themes
from smdeck.theme.color import RGB, contrast, css_color, hex_digits, painted, parse_hex
from smdeck.theme.color_blindness import closest

WHITE, BLACK, GREY = (255, 255, 255), (0, 0, 0), (128, 128, 128)
THEMES = tuple(shipped_themes())

BRANDS = [str(file) for file in (Path(__file__).parent.parent / "brands").glob("*.yml")]
TONES = ("light", "dark", "brand", "accent")
BEHIND: tuple[Role, ...] = ("ground", "card", "surface")
SERIES: tuple[Role, ...] = (
    "series_1", "series_2", "series_3", "series_4", "series_5", "series_6",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "color"),
    [("#0F4C5C", (15, 76, 92)), ("#fff", WHITE), ("#1a2", (17, 170, 34)), ("0F4C5C", None),
     ("#12", None), ("#GGGGGG", None), ("petrol", None), ("#0F4C5C ", None)],
)  # fmt: skip
def test_hex_colours_are_parsed(text: str, color: RGB | None) -> None:
    assert parse_hex(text) == color


@pytest.mark.parametrize(
    ("text", "color"),
    [("#0F4C5C", (15, 76, 92)), ("teal", (0, 128, 128)), ("rgb(200, 30, 60)", (200, 30, 60)),
     ("tael", None)],
)  # fmt: skip
def test_colours_of_a_brand_may_be_written_as_in_css(text: str, color: RGB | None) -> None:
    assert css_color(text) == color


def test_a_colour_is_written_as_six_digits() -> None:
    assert hex_digits((15, 76, 92)) == "0F4C5C"


# Worked out by hand: luminance L in HSL becomes L · (1 - share) + share when lighter, and
# L · (1 - share) when darker; alpha mixes each channel with what lies behind.
PAINTED = [
    (WHITE, Paint("lt1"), BLACK, WHITE),
    (GREY, Paint("dk1", lighter=50), WHITE, (192, 192, 192)),  # (0.502 · 0.5 + 0.5) · 255 = 191.5
    (GREY, Paint("dk1", darker=50), WHITE, (64, 64, 64)),
    ((255, 0, 0), Paint("accent1", lighter=40), WHITE, (255, 102, 102)),  # L 0.5 → 0.7
    ((255, 0, 0), Paint("accent1", darker=40), WHITE, (153, 0, 0)),  # L 0.5 → 0.3
    (BLACK, Paint("dk1", alpha=20), WHITE, (204, 204, 204)),
    ((200, 100, 0), Paint("accent1", alpha=50), (0, 100, 200), (100, 100, 100)),
    (BLACK, Paint("dk1", lighter=100), BLACK, WHITE),
    (WHITE, Paint("lt1", darker=100), WHITE, BLACK),
    (BLACK, Paint("dk1", alpha=0), (1, 2, 3), (1, 2, 3)),
]


@pytest.mark.parametrize(("color", "paint", "backdrop", "expected"), PAINTED)
def test_a_painted_colour_is_what_powerpoint_shows(
    color: RGB, paint: Paint, backdrop: RGB, expected: RGB
) -> None:
    shown = painted(color, paint, backdrop)
    assert all(abs(a - b) <= 1 for a, b in zip(shown, expected, strict=True)), shown


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_everyone_tells_the_six_chart_colours_of_a_shipped_theme_apart(
    name: str, tone: str
) -> None:
    theme = find_theme(name, Path(), Findings())
    assert theme
    colors = [theme.rgb(role, tone) for role in SERIES]
    assert min(contrast(color, theme.rgb("ground", tone)) for color in colors) >= 3
    assert min(closest(one, other)[0] for one, other in combinations(colors, 2)) >= 10


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(GREY, GREY) == 1
    # the grey that is known as the lightest to pass 4.5:1 on white
    assert contrast((118, 118, 118), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.fixture(scope="module", params=[*THEMES, *BRANDS], ids=lambda name: Path(name).stem)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Every theme that ships, and what is derived from each brand file."""
    found = find_theme(request.param, Path(), Findings())
    assert found
    return found


def pale(
    theme: Theme, roles: tuple[Role, ...], behind: Role, least: float
) -> list[tuple[str, Role, Role, float]]:
    """Return tones and roles that don't stand out enough from another role on the background."""
    found = []
    for tone in TONES:
        under = theme.rgb(behind, tone)
        for role in roles:
            reached = contrast(theme.rgb(role, tone, under), under)
            if reached < least:
                found.append((tone, role, behind, reached))
    return found


@pytest.mark.parametrize("behind", BEHIND)
def test_words_can_be_read_wherever_they_stand(behind: Role, theme: Theme) -> None:
    assert pale(theme, ("text", "muted"), behind, 4.5) == []
    # emphasised words are large; those of the themes that ship can be read at any size
    at_any_size = theme.ships and behind == "ground"
    assert pale(theme, ("accent", "heading"), behind, 4.5 if at_any_size else 3) == []


def test_words_on_the_brand_can_be_read(theme: Theme) -> None:
    assert pale(theme, ("inverse", "inverse_accent"), "brand", 4.5) == []


def test_large_words_on_the_highlight_can_be_read(theme: Theme) -> None:
    assert pale(theme, ("inverse",), "highlight", 3) == []


def test_the_colours_of_charts_stand_out_in_every_tone(theme: Theme) -> None:
    assert pale(theme, SERIES, "ground", 3) == []


def test_shapes_that_stand_out_differ_from_the_background(theme: Theme) -> None:
    assert pale(theme, ("highlight",), "ground", 3) == []
    # an area with words on it is to be seen: a brand's own colour is shown as it is
    assert pale(theme, ("brand",), "ground", 3 if theme.ships else 1.3) == []


@pytest.mark.parametrize("tone", TONES)
def test_every_role_has_a_colour_in_every_tone(tone: str, theme: Theme) -> None:
    assert set(theme.colors.tones[tone]) == set(get_args(Role))
    assert theme.rgb("ground", tone) == theme.colors.slots[theme.colors.backgrounds[tone][0]]
    assert theme.paint("text", tone).slot == "tx1"


@pytest.mark.parametrize("tone", TONES)
def test_the_colours_of_a_chart_differ_from_one_another(tone: str, theme: Theme) -> None:
    colors = {theme.rgb(role, tone) for role in SERIES}
    assert len(colors) == 6


def test_what_is_set_off_differs_from_what_is_calm_on_every_tone() -> None:
    """Counted dots, a highlighted bar: with one colour for both they would not be seen."""
    alike = []
    for name in THEMES:
        theme = find_theme(name, Path(), Findings())
        assert theme
        for tone in TONES:
            background = theme.rgb("ground", tone)
            if theme.rgb("highlight", tone, background) == theme.rgb("calm", tone, background):
                alike.append(f"{name}, {tone}")
    assert not alike
