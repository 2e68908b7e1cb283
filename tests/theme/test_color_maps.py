"""Colour maps: PowerPoint's two, and colours that mean the same with them and without."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from smdeck.findings import Findings
from smdeck.scene import Role
from smdeck.theme import Theme, find_theme, shipped_themes

BRANDS = Path(__file__).parent.parent / "brands"
BRAND_FILES = ("brand-posit.yml", "sehr-hell.yml", "dunkler-grund.yml", "zwei-farben.yml")


def themes() -> list[Theme]:
    """Return the themes that ship, and some derived from brand files."""
    names = [*shipped_themes(), *(str(BRANDS / file) for file in BRAND_FILES)]
    found = [find_theme(name, Path(), Findings()) for name in names]
    return [theme for theme in found if theme]


@pytest.fixture(scope="module", params=themes(), ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each of the themes."""
    found: Theme = request.param
    return found


def test_every_tone_has_one_of_powerpoints_two_maps(theme: Theme) -> None:
    for tone in theme.colors.tones:
        mapped = theme.color_map(tone)
        assert mapped["bg1"] in ("lt1", "dk1"), tone
        assert mapped["bg1"] != mapped["tx1"], tone


def test_a_background_is_painted_in_the_colour_of_its_tone(theme: Theme) -> None:
    for tone, (background, _) in theme.colors.backgrounds.items():
        named = theme.background_paint(tone).slot
        assert theme.color_map(tone).get(named, named) == background


def test_a_colour_without_the_map_is_the_colour_with_it(theme: Theme) -> None:
    for tone, roles in theme.colors.tones.items():
        for role in get_args(Role):
            named = theme.without_map(roles[role], tone)
            assert named.slot not in ("bg1", "tx1", "tx2")
            assert theme.seen(named, tone) == theme.rgb(role, tone), (tone, role)
