"""Other scripts: what the file says of their fonts and of where their lines break."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from smdeck.fit.line_breaks import break_opportunities

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

Built = Callable[[str], dict[str, bytes]]


def part(built: Built, lang: str, name: str) -> Any:
    deck = f"title: a\nlang: {lang}\nslides: [{{title: b, items: [c]}}]\n"
    return etree.fromstring(built(deck)[f"ppt/{name}.xml"])


def test_the_theme_names_fonts_for_scripts_that_its_own_lack(built: Built) -> None:
    theme = part(built, "de-DE", "theme/theme1")
    for kind in ("majorFont", "minorFont"):
        font = theme.find(f".//{A}{kind}")
        named = {one.get("script"): one.get("typeface") for one in font.iter(f"{A}font")}
        assert {"Jpan", "Hang", "Hans", "Hant", "Arab", "Hebr", "Thai"} <= named.keys()
        assert all(named.values())
        # An empty name lets PowerPoint take the font of the text's script (ECMA-376, 20.1.4.1.24).
        assert [font.find(f"{A}{name}").get("typeface") for name in ("ea", "cs")] == ["", ""]


def test_japanese_lines_break_in_powerpoint_where_they_were_measured(built: Built) -> None:
    presentation = part(built, "ja-JP", "presentation")
    order = [child.tag for child in presentation]
    rules = presentation.find(f"{P}kinsoku")
    assert order.index(f"{P}notesSz") < order.index(rules.tag) < order.index(f"{P}defaultTextStyle")
    for mark in rules.get("invalStChars"):
        assert 1 not in break_opportunities(f"語{mark}"), mark
    for mark in rules.get("invalEndChars"):
        assert 1 not in break_opportunities(f"{mark}語"), mark
    assert part(built, "zh-CN", "presentation").find(f"{P}kinsoku") is None


def test_korean_lines_break_at_spaces_only(built: Built) -> None:
    for lang, breaks in (("ko-KR", {"0"}), ("ja-JP", {"1"}), ("de-DE", {"1"})):
        master = part(built, lang, "slideMasters/slideMaster1")
        levels = [level for n in range(1, 10) for level in master.iter(f"{A}lvl{n}pPr")]
        assert {level.get("eaLnBrk") for level in levels} == breaks
