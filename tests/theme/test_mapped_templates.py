"""What a theme says of a template's layouts, and what small placeholders of it show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from company import Parts, edited, packed, plain_parts
from pptx import Presentation
from pptx.presentation import Presentation as Opened
from test_matching import CONTENT, COVER, SECTION, added, placeholder

import smdeck
from smdeck.cli import cli
from smdeck.findings import Findings
from smdeck.theme.lookup import find_theme

pytestmark = pytest.mark.slow


def line(number: int, box: tuple[int, int, int, int], name: str) -> str:
    """Return a placeholder for small words, without a bullet."""
    small = (
        '<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="1200"/></a:lvl1pPr>'
        "</a:lstStyle>"
    )
    return placeholder("body", number, box, name).replace("<a:lstStyle/>", small)


KICKER = line(31, (36, 2, 648, 24), "Dachzeile")
SUBHEAD = line(34, (36, 108, 648, 26), "Textplatzhalter 7")
SOURCE = line(35, (36, 480, 400, 24), "Quelle")
WHO = line(36, (54, 440, 600, 44), "Referent")
DATE = line(32, (54, 490, 300, 26), "Datum")
PHOTO = placeholder("pic", 33, (0, 0, 720, 120), "Bild")

DECK = """\
title: Der Vortrag
subtitle: Ein Beispiel
theme: {theme}
speaker: Kim Muster
event: {{name: Beispieltag, date: 2026-12-03}}
slides:
  - layout: title
  - layout: section
    title: Grundlagen
  - title: Was zählt
    subtitle: In drei Punkten
    source: Beispielzahlen
    items: [Eins, Zwei, Drei]
"""


def built(folder: Path, data: bytes, theme: str = "", deck: str = DECK) -> Opened:
    """Return the talk of a deck on a template, or on a theme that starts from it."""
    (folder / "firma.potx").write_bytes(data)
    if theme:
        (folder / "firma").mkdir(exist_ok=True)
        (folder / "firma" / "theme.yaml").write_text(theme)
    named = "firma" if theme else "firma.potx"
    (folder / "deck.yaml").write_text(deck.format(theme=named))
    return Presentation(str(smdeck.build(folder / "deck.yaml").path))


def words(slide: object) -> dict[str, str]:
    """Return the words of a slide by the names that its layout's placeholders have."""
    names = {
        one.placeholder_format.idx: one.name
        for one in slide.slide_layout.placeholders  # type: ignore[attr-defined]
    }
    return {
        names[one.placeholder_format.idx]: one.text_frame.text
        for one in slide.placeholders  # type: ignore[attr-defined]
        if one.has_text_frame
    }


def on_blue(parts: Parts, layout: str) -> None:
    """Give a layout a background of its own."""
    blue = (
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="0B2545"/></a:solidFill><a:effectLst/></p:bgPr>'
        "</p:bg><p:spTree>"
    )
    edited(parts, layout, lambda text: text.replace("<p:spTree>", blue, 1))


def with_extras() -> Parts:
    parts = plain_parts()
    added(parts, CONTENT, KICKER, SUBHEAD, SOURCE)
    added(parts, COVER, WHO, DATE, PHOTO)
    return parts


def test_small_placeholders_show_what_the_deck_has_words_for(tmp_path: Path) -> None:
    title, section, points = built(tmp_path, packed(with_extras())).slides
    assert title.slide_layout.name == "Titelfolie"
    shown = words(title)
    assert (shown["Referent"], shown["Datum"]) == (
        "Kim Muster\nBeispieltag",
        "3.\u00a0Dezember 2026",
    )
    assert "Kim Muster" not in shown["Subtitle 2"]
    assert "Grundlagen" in words(section).values()
    shown = words(points)
    assert points.slide_layout.name == "Titel und Inhalt"
    assert shown["Dachzeile"] == "Grundlagen"
    assert shown["Textplatzhalter 7"] == "In drei Punkten"
    assert shown["Quelle"].endswith("Beispielzahlen")


def test_a_kicker_that_is_too_small_for_the_section_stays_empty(tmp_path: Path) -> None:
    parts = plain_parts()
    added(parts, CONTENT, line(31, (36, 2, 60, 24), "Dachzeile"))
    deck = DECK.replace("Grundlagen", "Grundlagen der Zusammenarbeit")
    *_, points = built(tmp_path, packed(parts), deck=deck).slides
    assert "Dachzeile" not in words(points)


def test_a_theme_says_what_fills_placeholders(tmp_path: Path) -> None:
    theme = """\
template:
  file: ../firma.potx
  layouts:
    bullets:
      use: Titel und Inhalt
      fill: {Dachzeile: subtitle, Content Placeholder 2: items, Quelle: source}
"""
    *_, points = built(tmp_path, packed(with_extras()), theme).slides
    shown = words(points)
    assert shown["Dachzeile"] == "In drei Punkten"
    assert "Textplatzhalter 7" not in shown
    assert shown["Content Placeholder 2"].startswith("Eins")


WRONG = [
    ("layouts: {bulets: Nur Titel}", "`bulets` is no layout that a template can serve"),
    ("layouts: {bullets: {use: Titel und Inhlt}}", "no layout `Titel und Inhlt`"),
    (
        "layouts: {bullets: {use: Titel und Inhalt, fill: {Dachzeil: subtitle}}}",
        "has no placeholder `Dachzeil`",
    ),
    (
        "layouts: {bullets: {use: Titel und Inhalt, fill: {Dachzeile: Punkte}}}",
        "`Punkte` is nothing that `bullets` fills a placeholder with",
    ),
    (
        "layouts: {bullets: {use: Titel und Inhalt, fill: {Dachzeile: subtitle}}}",
        "no placeholder of `Titel und Inhalt` is filled with `items`",
    ),
    (
        "layouts: {chart: {use: Titel und Inhalt, fill: {Dachzeile: chart}}}",
        "the placeholder `Dachzeile` is for words and can't hold `chart`",
    ),
    (
        "layouts: {title: {use: Titelfolie, fill: {Bild: subtitle}}}",
        "the placeholder `Bild` is for a picture and can't hold `subtitle`",
    ),
    (
        "layouts: {bullets: {use: Titel und Inhalt, fill: {Dachzeile: items, Quelle: items}}}",
        "two placeholders of `bullets` are filled with `items`",
    ),
    ("layouts: {bullets: Leer}", "the layout `Leer` lacks placeholders that `bullets` needs"),
    ("base: Leer", "nothing can be composed on `Leer`"),
    ("base: {dark: Nachts}", "no layout `Nachts`"),
    ("base: {dunkel: Nur Titel}", "has no field `dunkel`"),
]


def test_what_can_not_be_followed_is_an_error_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "firma.potx").write_bytes(packed(with_extras()))
    unlike = []
    for number, (line, message) in enumerate(WRONG):
        folder = tmp_path / str(number)
        folder.mkdir()
        theme = f"template:\n  file: ../firma.potx\n  {line}\n"
        (folder / "theme.yaml").write_text(theme)
        findings = Findings()
        find_theme(str(number), tmp_path, findings)
        said = [one for one in findings.errors if message in one.message]
        if len(findings.errors) != 1 or not said or not said[0].help or not said[0].place:
            unlike.append((line, [str(one) for one in findings.errors]))
    assert not unlike


def test_a_theme_may_have_a_layout_composed(tmp_path: Path) -> None:
    firm = tmp_path / "firma"
    firm.mkdir()
    (firm / "firma.potx").write_bytes(packed(plain_parts()))
    (firm / "theme.yaml").write_text(
        "template: {file: firma.potx, layouts: {bullets: composed}}\n", "utf-8"
    )
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: T\ntheme: firma\nslides:\n  - {title: A, items: [b, c]}\n", "utf-8")
    (slide,) = Presentation(str(smdeck.build(deck).path)).slides
    assert slide.slide_layout.name not in ("Title and Content", "Titel und Inhalt")


def test_slides_are_composed_on_the_layout_that_a_theme_names_for_their_tone(
    tmp_path: Path,
) -> None:
    parts = plain_parts()
    on_blue(parts, SECTION)
    theme = "template: {file: ../firma.potx, base: {light: Titel und Inhalt, dark: Zwischentitel}}"
    deck = """\
title: T
theme: {theme}
slides:
  - layout: kpis
    title: Zahlen
    items: [{{value: "3", title: Wege}}, {{value: "5", title: Orte}}]
  - {{layout: statement, title: Ein Satz., tone: dark}}
"""
    light, dark = built(tmp_path, packed(parts), theme, deck).slides
    assert b"0B2545" not in light.slide_layout.part.blob
    assert b"0B2545" in dark.slide_layout.part.blob


def test_a_theme_that_is_spelled_out_builds_the_same_talk(tmp_path: Path) -> None:
    (tmp_path / "firma.potx").write_bytes(packed(with_extras()))
    run = CliRunner().invoke(
        cli, ["new-theme", str(tmp_path / "marke"), "--from", str(tmp_path / "firma.potx")]
    )
    assert run.exit_code == 0, run.output
    text = (tmp_path / "marke" / "theme.yaml").read_text()
    assert "use: Titel und Inhalt" in text
    assert "Dachzeile: section" in text
    assert "# as content: " in text
    talks = []
    for theme in ("firma.potx", "marke"):
        (tmp_path / "deck.yaml").write_text(DECK.format(theme=theme))
        talk = Presentation(str(smdeck.build(tmp_path / "deck.yaml").path))
        talks.append([slide.part.blob for slide in talk.slides])
    assert talks[0] == talks[1]


def test_the_page_of_a_template_draws_each_layout_with_what_it_shows(tmp_path: Path) -> None:
    (tmp_path / "firma.potx").write_bytes(packed(with_extras()))
    page = tmp_path / "seite.html"
    run = CliRunner().invoke(cli, ["themes", str(tmp_path / "firma.potx"), "-o", str(page)])
    assert run.exit_code == 0, run.output
    html = page.read_text()
    assert html.count("<svg") == html.count("<figure") == 7
    assert re.search(r"items · table · chart</tspan><tspan[^>]*>Content Placeholder 2", html)
    assert re.search(r"section</tspan><tspan[^>]*>Dachzeile", html)
    assert "data:image/png;base64," in html
    assert CliRunner().invoke(cli, ["themes", "vortrag", "--open"]).exit_code == 2


def without_words(parts: Parts, layout: str) -> None:
    """Take the text below its title from a layout."""
    shape = r'<p:sp>(?:(?!</p:sp>).)*?<p:ph type="(?:body|subTitle)".*?</p:sp>'
    edited(parts, layout, lambda text: re.sub(shape, "", text, flags=re.S))


def test_a_section_of_a_title_alone_stands_on_the_template_s_own(tmp_path: Path) -> None:
    parts = plain_parts()
    without_words(parts, SECTION)
    *_, section, _ = built(tmp_path, packed(parts)).slides
    assert section.slide_layout.name == "Zwischentitel"


@pytest.mark.parametrize("layout", [COVER, SECTION])
def test_what_a_cover_has_no_place_for_is_composed_in_its_look(layout: str, tmp_path: Path) -> None:
    parts = plain_parts()
    without_words(parts, layout)
    on_blue(parts, layout)
    deck = DECK.replace("title: Grundlagen", "title: Grundlagen\n    subtitle: Womit alles beginnt")
    title, section, _ = built(tmp_path, packed(parts), deck=deck).slides
    slide = title if layout == COVER else section
    assert b"0B2545" in slide.slide_layout.part.blob
    said = " ".join(shape.text_frame.text for shape in slide.placeholders)
    assert ("Ein Beispiel" if layout == COVER else "Womit alles beginnt") in said
    spots = sorted((one.top, one.top + one.height) for one in slide.placeholders)
    assert all(spots[n][1] <= spots[n + 1][0] + 12_700 for n in range(len(spots) - 1))


def test_a_talk_from_left_to_right_runs_so_on_a_template_from_right_to_left(
    tmp_path: Path,
) -> None:
    parts = plain_parts()
    edited(
        parts, "ppt/slideMasters/slideMaster1.xml",
        lambda text: re.sub(r'(<a:lvl\dpPr )marL="(\d+)"', r'\1marR="\2"', text).replace(
            'rtl="0"', 'rtl="1"'
        ).replace('algn="l"', 'algn="r"'),
    )  # fmt: skip
    *_, points = built(
        tmp_path,
        packed(parts),
        deck=DECK.replace("    subtitle: In drei Punkten\n    source: Beispielzahlen\n", ""),
    ).slides
    body = next(one for one in points.placeholders if one.text_frame.text.startswith("Eins"))
    properties = body.text_frame.paragraphs[0]._p.pPr
    assert (properties.get("rtl"), properties.get("algn")) == ("0", "l")
    assert int(properties.get("marL")) == -int(properties.get("indent")) > 0


def test_a_title_that_makes_room_for_a_subtitle_has_its_size_on_the_slide(tmp_path: Path) -> None:
    parts = plain_parts()
    edited(parts, "ppt/slideMasters/slideMaster1.xml", lambda text: text.replace("4400", "4800"))
    *_, points = built(tmp_path, packed(parts)).slides
    (run,) = points.shapes.title.text_frame.paragraphs[0].runs
    assert points.slide_layout.name != "Titel und Inhalt"
    assert run.font.size is not None
    assert run.font.size.pt * 1.2 < points.shapes.title.height.pt


def test_titles_that_have_a_slide_to_themselves_make_room_for_content(tmp_path: Path) -> None:
    parts = plain_parts()
    low = '<a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/>'
    edited(
        parts, r"ppt/slide(?:Layouts|Masters)/\w+\.xml",
        lambda text: re.sub(
            r'(<p:ph type="title".*?<p:spPr)(?:/>|>.*?</p:spPr>)',
            rf"\1><a:xfrm>{low}</a:xfrm></p:spPr>", text, count=1, flags=re.S,
        ),
    )  # fmt: skip
    deck = """\
title: T
theme: {theme}
slides:
  - {{layout: cards, title: Drei Wege, items: [{{title: A, text: B}}, {{title: C, text: D}}]}}
"""
    (slide,) = built(tmp_path, packed(parts), deck=deck).slides
    head, *others = sorted(slide.placeholders, key=lambda one: one.top)
    assert head.placeholder_format.type.name == "TITLE"
    assert all(one.top >= head.top + head.height for one in others)
