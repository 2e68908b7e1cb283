"""Script and handout as pages for browsers, phones and tablets: each one file, without scripts."""

from __future__ import annotations

from pathlib import Path

from smdeck.compiler.compiling import Compiled
from smdeck.desk.exporting import fonts_css, notes_html, slide_drawings, whole_page
from smdeck.handing.handout import FRAMING, Form
from smdeck.handing.phrases import Phrases, phrases_for
from smdeck.handing.plan import PlannedSlide, TalkPlan, talk_plan, time_of_day
from smdeck.handing.script import end_of, info_of, times_of
from smdeck.model.text import Paragraph
from smdeck.preview.markup import element, escaped
from smdeck.preview.typefaces import CssColors

STYLE = Path(__file__).parent / "sheets.css"


def script_html(compiled: Compiled, start: str | None = None) -> str:
    """Return the script as a page, which a phone shows as well as a tablet on the lectern."""
    plan, said = talk_plan(compiled), phrases_for(compiled.deck.lang)
    title = compiled.deck.title.plain
    entries = "".join(
        _entry(entry, svg, said, compiled.deck.lang, start)
        for entry, svg in zip(plan.entries, _drawings(compiled, plan), strict=True)
    )
    times = element("p", escaped(times_of(compiled, plan, said, start)), class_="times")
    end = element("footer", element("strong", escaped(end_of(plan, said, start))))
    body = f"<main><h1>{escaped(title)}</h1>{times}{entries}{end}</main>"
    return whole_page(body, f"{said.script}: {title}", compiled.deck.lang, _style(compiled))


def _entry(entry: PlannedSlide, svg: str, said: Phrases, lang: str, start: str | None) -> str:
    scene = entry.scene
    part = element("h2", escaped(scene.section), class_="part") if scene.section else ""
    mark = element("span", escaped(said.cut), class_="mark") if entry.cut else ""
    head = (
        element("div", element("p", escaped(time_of_day(entry.start, start)), class_="clock")
                + element("p", escaped(info_of(entry, said, lang)), class_="info"))
        + element("div", f"<h3>{escaped(entry.title)}</h3>{mark}")
        + element("figure", svg)
    )  # fmt: skip
    items = "".join(element("li", escaped(told)) for told in entry.clicks)
    clicks = element("ol", items, class_="clicks", aria_label=said.clicks) if items else ""
    return part + element(
        "section",
        element("header", head) + clicks + _notes(entry.notes),
        class_="entry cut" if entry.cut else "entry",
        id=f"s{entry.number}",
    )


def handout_html(compiled: Compiled, form: Form = "pages") -> str:
    """Return the handout as a page: slides with their notes beside them, or an article."""
    plan, said = talk_plan(compiled), phrases_for(compiled.deck.lang)
    title = compiled.deck.title.plain
    parts = "".join(
        _article(entry, svg) if form == "article" else _sheet(entry, svg)
        for entry, svg in zip(plan.entries, _drawings(compiled, plan), strict=True)
    )
    subtitle = compiled.deck.subtitle
    below = element("p", escaped(subtitle.plain), class_="times") if subtitle else ""
    kind = "handout article" if form == "article" else "handout"
    body = f'<main class="{kind}"><h1>{escaped(title)}</h1>{below}{parts}</main>'
    return whole_page(body, f"{said.handout}: {title}", compiled.deck.lang, _style(compiled))


def _sheet(entry: PlannedSlide, svg: str) -> str:
    words = f"<h3>{escaped(entry.title)}</h3>" + element("figure", svg) + _notes(entry.said)
    return element("section", words, class_="entry", id=f"s{entry.number}")


def _article(entry: PlannedSlide, svg: str) -> str:
    """Return a slide as a part of an article; one of `FRAMING` without notes is left out."""
    id, framing = f"s{entry.number}", entry.slide.layout in FRAMING
    if entry.scene.section:
        return element("h2", escaped(entry.title), class_="chapter", id=id) + _notes(entry.said)
    if framing and (entry.number == 1 or not entry.said):
        return element("div", _notes(entry.said), id=id)
    words = f"<h3>{escaped(entry.title)}</h3>{_notes(entry.said)}"
    picture = "" if framing else element("figure", svg)
    return element("section", element("div", words, class_="words") + picture,
                   class_="entry", id=id)  # fmt: skip


def _notes(notes: tuple[Paragraph, ...]) -> str:
    aside = notes_html(notes)
    return aside.replace("<aside", '<div class="notes"').replace("</aside", "</div")


def _drawings(compiled: Compiled, plan: TalkPlan) -> list[str]:
    labels = {entry.scene.id: f"#s{entry.number}" for entry in plan.entries if entry.scene.id}
    return [svg for _, svg in slide_drawings(compiled, labels.get)]


def _style(compiled: Compiled) -> str:
    accent, _ = CssColors(compiled.theme, "light").css("accent")
    light, _ = CssColors(compiled.theme, "dark").css("accent")
    root = f":root{{--accent:{accent};--light:{light}}}\n"
    return fonts_css(compiled) + root + STYLE.read_text("utf-8")
