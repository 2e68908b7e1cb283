"""The handout: what the audience takes home, slides with notes or an article, as PDF."""

from __future__ import annotations

from typing import Literal

from smdeck.compiler.compiling import Compiled
from smdeck.handing.phrases import phrases_for
from smdeck.handing.plan import PlannedSlide, talk_plan
from smdeck.handing.prose import notes_typst
from smdeck.handing.sheets import sheet_head
from smdeck.handing.slides_pdf import slide_pages
from smdeck.handing.typefaces import Typefaces
from smdeck.handing.typesetting import pdf_of, pt, typst_string
from smdeck.preview.typefaces import family_of
from smdeck.units import points

Form = Literal["pages", "slides", "article"]
"""Two slides on a page with their notes beside them, slides as large as pages with their notes
below, or text with pictures in its margin."""

FRAMING = ("title", "agenda", "section", "questions", "closing", "break")
"""Layouts whose slides say nothing in an article that its headings and texts don't."""

PAGES = """\
#set page(
  paper: "a4", margin: (x: 16mm, top: 15mm, bottom: 17mm), numbering: "1",
  footer: context {
    set text(size: 8.5pt, fill: grey)
    grid(columns: (1fr, auto), talk, counter(page).display("1 / 1", both: true))
  },
)
"""

TWO = """\
#set par(leading: 0.55em, spacing: 0.8em)
#let half = 125mm
#let ruled(count) = for _ in range(count) {
  block(above: 9mm, below: 0mm, line(length: 100%, stroke: 0.4pt + luma(190)))
}
#let beside(w, body) = context {
  let set-in(size) = block(width: w, { set text(size: size); body })
  let fits = (10.5pt, 10pt, 9.5pt, 9pt, 8.5pt).filter(size => {
    measure(set-in(size)).height <= half
  })
  set-in(if fits.len() > 0 { fits.first() } else { 9pt })
}
#let sheet(label, level, title, picture, notes) = {
  [#heading(level: level, block(
    above: 0mm, below: 2.5mm, sticky: true, text(size: 11pt, weight: "bold", title),
  )) #label]
  grid(
    columns: (104mm, 1fr), column-gutter: 7mm,
    block(height: half - 6mm, { slide(104mm, picture); ruled(5) }),
    if notes == none { v(0mm); ruled(12) } else { beside(67mm, notes) },
  )
  v(4mm, weak: true)
}
"""

SLIDES = """\
#set page(width: wide, height: auto, margin: 0pt)
#set text(size: 15pt)
#set par(leading: 0.6em, spacing: 0.9em)
#let sheet(picture, notes) = {
  slide(wide, picture)
  if notes != none { pad(x: 48pt, top: 18pt, bottom: 30pt, notes) }
  pagebreak(weak: true)
}
"""

ARTICLE = """\
#set text(size: 10.5pt)
#set par(leading: 0.68em, spacing: 1em, justify: true)
#show heading.where(level: 1): it => block(above: 11mm, below: 5mm, sticky: true, width: 110mm,
  text(size: 17pt, fill: accent, hyphenate: false, it.body))
#show heading.where(level: 2): it => block(above: 0mm, below: 3.6mm, sticky: true,
  text(size: 12pt, hyphenate: false, it.body))
#let front(title) = [
  #show heading: it => block(width: 130mm, below: 5mm, text(
    size: 26pt, weight: "bold", hyphenate: false, it.body,
  ))
  #heading(level: 1, title)
]
#let part(label, title, picture, words) = block(above: 7mm, below: 0mm, grid(
  columns: (108mm, 1fr), column-gutter: 8mm,
  { [#heading(level: 2, title) #label]; words },
  if picture != none { slide(62mm, picture) },
))
#let chapter(label, title, words) = {
  [#heading(level: 1, title) #label]
  block(width: 108mm, words)
}
"""


def handout_pdf(compiled: Compiled, form: Form = "pages") -> bytes:
    """Return the handout as PDF."""
    fonts, plan = Typefaces(compiled.theme), talk_plan(compiled)
    said, title = phrases_for(compiled.deck.lang), compiled.deck.title.plain
    mono = fonts.of(family_of(compiled.theme, "code")).family
    pages = [page for _, page in slide_pages(compiled, fonts, bare=form != "slides")]
    drawn = zip(plan.entries, pages, strict=True)
    head = sheet_head(compiled, fonts, f"{said.handout}: {title}")
    if form == "slides":
        large = "".join(_large(entry, page, mono) for entry, page in drawn)
        wide = pt(points(compiled.theme.width))
        return pdf_of(f"{head}#let wide = {wide}\n{SLIDES}{large}", fonts)
    head += f"#let talk = {typst_string(title)}\n{PAGES}"
    if form == "article":
        parts = "".join(_article(entry, page, mono) for entry, page in drawn)
        return pdf_of(head + ARTICLE + _front(compiled) + parts, fonts)
    levels = _levels(plan.entries)
    sheets = "".join(
        _sheet(entry, page, mono, level) for (entry, page), level in zip(drawn, levels, strict=True)
    )
    return pdf_of(head + TWO + sheets, fonts)


def _levels(entries: tuple[PlannedSlide, ...]) -> list[int]:
    """Return the level of each slide's heading: sections, and what stands before them, have 1."""
    levels, within = [], False
    for entry in entries:
        within = within or bool(entry.scene.section)
        levels.append(2 if within and not entry.scene.section else 1)
    return levels


def _sheet(entry: PlannedSlide, page: str, mono: str, level: int) -> str:
    notes = notes_typst(entry.said, mono)
    beside = f"[\n{notes}]" if notes else "none"
    return (
        f"#sheet(<s{entry.number}>, {level}, {typst_string(entry.title)}, [\n{page}], {beside})\n"
    )


def _large(entry: PlannedSlide, page: str, mono: str) -> str:
    """Return a slide as a page with its notes below; its title is a heading by itself."""
    notes = notes_typst(entry.said, mono)
    below = f"[\n{notes}]" if notes else "none"
    return f"#sheet([\n{page}], {below})\n"


def _front(compiled: Compiled) -> str:
    """Return the head of an article: title, subtitle, who and where."""
    deck, who = compiled.deck, []
    if deck.speaker:
        who = [text.plain for text in (deck.speaker.name, deck.speaker.role) if text]
    if deck.event and deck.event.where:
        who.append(deck.event.where)
    lines = [f"#front({typst_string(deck.title.plain)})\n"]
    if deck.subtitle:
        lines.append(f"#text(size: 14pt, fill: accent, {typst_string(deck.subtitle.plain)})\n\n")
    if who:
        lines.append(f"#small({typst_string(' · '.join(who))})\n")
    return "".join([*lines, "#v(5mm)\n"])


def _article(entry: PlannedSlide, page: str, mono: str) -> str:
    """Return a slide as a part of an article; one of `FRAMING` without notes is left out."""
    notes = notes_typst(entry.said, mono)
    label, title = f"<s{entry.number}>", typst_string(entry.title)
    if entry.scene.section:
        return f"#chapter({label}, {title}, [\n{notes}])\n"
    framing = entry.slide.layout in FRAMING
    if framing and entry.number == 1:
        return f"#metadata(none) {label}\n#block(width: 108mm, [\n{notes}])\n"
    if framing and not notes:
        return f"#metadata(none) {label}\n"
    picture = "none" if framing else f"[\n{page}]"
    return f"#part({label}, {title}, {picture}, [\n{notes}])\n"
