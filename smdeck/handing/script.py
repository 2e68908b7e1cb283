"""The script: what the speaker holds, with the clock running, as PDF, page or Markdown."""

from __future__ import annotations

from smdeck.compiler.compiling import Compiled
from smdeck.handing.phrases import Phrases, phrases_for
from smdeck.handing.plan import PlannedSlide, TalkPlan, short, talk_plan, time_of_day
from smdeck.handing.prose import escaped_markdown, notes_markdown, notes_typst
from smdeck.handing.sheets import sheet_head
from smdeck.handing.slides_pdf import slide_pages
from smdeck.handing.typefaces import Typefaces
from smdeck.handing.typesetting import pdf_of, typst_string
from smdeck.preview.typefaces import family_of

PAGES = """\
#set page(
  paper: "a5", margin: (x: 10mm, top: 10mm, bottom: 14mm), numbering: "1",
  footer: context {
    set text(size: 9pt, fill: grey)
    grid(columns: (1fr, auto), talk, counter(page).display("1 / 1", both: true))
  },
)
#set text(size: 14.5pt)
#set par(leading: 0.58em, spacing: 0.85em)
#let chip(body) = box(
  stroke: 0.8pt + accent, radius: 3pt, inset: (x: 4pt, y: 2.5pt),
  text(size: 9.5pt, weight: "bold", fill: accent, body),
)
#let click(n, body) = box({
  box(circle(radius: 5.5pt, fill: accent, align(center + horizon, text(
    size: 8.5pt, weight: "bold", fill: white, top-edge: "cap-height", bottom-edge: "baseline",
    str(n),
  ))), baseline: 13%)
  h(4pt)
  text(size: 11pt, body)
})
#let part(name) = block(above: 16pt, below: 10pt, sticky: true, width: 100%, fill: accent,
  inset: (x: 6pt, y: 5pt), text(size: 12pt, weight: "bold", fill: white, name))
#let entry(label, level, time, info, title, cut, clicks, picture, notes) = {
  block(above: 14pt, below: 9pt, sticky: true, breakable: false, width: 100%, {
    line(length: 100%, stroke: 0.8pt + luma(150))
    v(-4pt)
    grid(
      columns: (23mm, 1fr, 40mm), column-gutter: 3mm,
      {
        text(font: head-font, size: 23pt, weight: "bold", fill: accent, time)
        linebreak()
        text(size: 9.5pt, fill: grey, info)
      },
      {
        set par(leading: 0.42em)
        set text(hyphenate: false)
        [#heading(level: level, text(size: 14pt, title)) #label]
        if cut != none { v(-2pt); chip(cut) }
      },
      slide(40mm, picture),
    )
  })
  if clicks.len() > 0 {
    block(above: 0pt, below: 10pt, sticky: true, par(leading: 0.5em, clicks.join(h(9pt))))
  }
  if cut == none { notes } else {
    block(stroke: (left: (paint: accent, thickness: 1.5pt, dash: "dashed")), inset: (left: 8pt),
      notes)
  }
  block(above: 0pt, below: 0pt, height: 0pt)  // ends what sticks together
}
"""
"""The pages: A5 for one hand, words of 14.5 points for the length of an arm."""


def script_pdf(compiled: Compiled, start: str | None = None) -> bytes:
    """Return the script as PDF; it `start`s at a time such as 10:00, or at 0."""
    fonts, plan = Typefaces(compiled.theme), talk_plan(compiled)
    said = phrases_for(compiled.deck.lang)
    mono = fonts.of(family_of(compiled.theme, "code")).family
    lang = compiled.deck.lang
    title, last = compiled.deck.title.plain, end_of(plan, said, start)
    pages = [page for _, page in slide_pages(compiled, fonts, bare=True)]
    entries = "".join(
        _typst(entry, page, said=said, lang=lang, start=start, mono=mono)
        for entry, page in zip(plan.entries, pages, strict=True)
    )
    head = sheet_head(compiled, fonts, f"{said.script}: {title}")
    top = (
        f"#let talk = {typst_string(title)}\n{PAGES}"
        f"#heading(level: 1, text(size: 20pt, {typst_string(title)}))\n"
        f"#small[#text({typst_string(times_of(compiled, plan, said, start))})]\n"
    )
    end = f"#place(bottom + center, dy: 7.4mm, strong(text(size: 11pt, {typst_string(last)})))\n"
    return pdf_of(head + top + entries + end, fonts)


def _typst(
    entry: PlannedSlide, page: str, said: Phrases, lang: str, start: str | None, mono: str
) -> str:
    scene = entry.scene
    part = f"#part({typst_string(scene.section)})\n" if scene.section else ""
    clicks = "".join(f"click({n}, {typst_string(told)})," for n, told in enumerate(entry.clicks, 1))
    notes = notes_typst(entry.notes, mono)
    cut = typst_string(said.cut) if entry.cut else "none"
    return (
        f"{part}#entry(<s{entry.number}>, 2, {typst_string(time_of_day(entry.start, start))}, "
        f"{typst_string(info_of(entry, said, lang))}, {typst_string(entry.title)}, {cut}, "
        f"({clicks}), [\n{page}], [\n{notes}])\n"
    )


def info_of(entry: PlannedSlide, said: Phrases, lang: str) -> str:
    """Return which slide it is, and how long it takes."""
    about = "≈ " if entry.estimated else ""
    minutes = f" · {about}{short(entry.minutes, lang)} {said.minutes}" if entry.minutes else ""
    return f"{entry.number}{minutes}"


def times_of(compiled: Compiled, plan: TalkPlan, said: Phrases, start: str | None) -> str:
    """Return when the talk begins and ends, and how long it may take."""
    slot = plan.slot
    parts = [said.script, f"{time_of_day(0, start)} – {time_of_day(plan.minutes, start)}"]
    return " · ".join(
        [*parts, f"{said.slot}: {short(slot, compiled.deck.lang)} {said.minutes}"]
        if slot
        else parts
    )


def end_of(plan: TalkPlan, said: Phrases, start: str | None) -> str:
    """Return when the talk ends."""
    return f"{said.end} {time_of_day(plan.minutes, start)}"


def script_markdown(compiled: Compiled, start: str | None = None) -> str:
    """Return the script as Markdown: times, titles, clicks and notes."""
    lang = compiled.deck.lang
    plan, said = talk_plan(compiled), phrases_for(lang)
    blocks = [f"# {escaped_markdown(compiled.deck.title.plain)}",
              times_of(compiled, plan, said, start)]  # fmt: skip
    for entry in plan.entries:
        if entry.scene.section:
            blocks.append(f"## {escaped_markdown(entry.scene.section)}")
        cut = f" · **{said.cut}**" if entry.cut else ""
        blocks.append(f"### {time_of_day(entry.start, start)} · {escaped_markdown(entry.title)}")
        blocks.append(f"{said.slide} {info_of(entry, said, lang)}{cut}")
        if entry.clicks:
            clicks = " ".join(
                f"[{n}] {escaped_markdown(told)}" for n, told in enumerate(entry.clicks, 1)
            )
            blocks.append(f"{said.clicks}: {clicks}")
        blocks.append(notes_markdown(entry.notes))
    blocks.append(f"**{end_of(plan, said, start)}**")
    return "\n\n".join(filter(None, blocks)) + "\n"
