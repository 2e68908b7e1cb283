"""Slide pages: fitted scenes as pages of Typst, with words that can be read, copied and followed.

What is no words is a drawing, as the preview has it; words stand over it line by line where they
were measured, as headings, paragraphs, links and cells of tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from itertools import groupby

from smdeck.handing.typefaces import Typefaces
from smdeck.handing.typesetting import pt, typst_string
from smdeck.model.addresses import problem, uri
from smdeck.preview import Pictures, SlideDrawing
from smdeck.preview.charts import chart_svg
from smdeck.preview.lines import SetLine, SetRun, TextToSet, set_lines
from smdeck.preview.markup import element, number
from smdeck.preview.tables import cells_of
from smdeck.preview.typefaces import AnyColor, is_exact
from smdeck.preview.words import form_of
from smdeck.scene import (
    Box,
    Chart,
    Group,
    Paint,
    Picture,
    SceneNode,
    Shape,
    SlideScene,
    Table,
    TextBox,
)
from smdeck.theme import Theme
from smdeck.units import points

PRELUDE = """\
#set page(margin: 0pt, fill: none)
#set text(top-edge: "baseline", bottom-edge: "baseline", hyphenate: false)
#set par(spacing: 0pt)
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let drawn(svg, x, y, w, h, alt) = {
  let shown = image(bytes(svg), format: "svg", width: w, height: h, alt: alt)
  at(x, y, if alt == none { pdf.artifact(shown) } else { shown })
}
#let measured(w, exact, side, body) = box(width: w, context {
  let m = measure(body).width
  if exact and m > 0pt {
    scale(x: w / m * 100%, origin: left, reflow: false, box(width: m + 1pt, body))
  } else {
    let wide = calc.max(m, w) + 1pt
    let back = if side == left { 0pt } else if side == right { w - wide } else { (w - wide) / 2 }
    move(dx: back, box(width: wide, align(side, body)))
  }
})
#let led(to, size, body) = box(height: 0pt, move(dy: -0.8 * size,
  link(to, box(height: size, move(dy: 0.8 * size, body)))
))
#let lines(x, y, w, pitch, body) = at(x, y, block(width: w, {
  set par(leading: pitch)
  body
}))
#let items(..all) = at(0pt, 0pt, block(width: 0pt, {
  set strong(delta: 0)
  terms(tight: true, separator: [], indent: 0pt, hanging-indent: 0pt, spacing: 0pt, ..all)
}))
#let titled(level, plain, body) = [
  #show heading: it => body
  #heading(level: level, plain)
]
#let nothing = bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")
#let area(x, y, w, h, to, told) = at(x, y, link(to,
  image(nothing, format: "svg", width: w, height: h, fit: "stretch", alt: told)
))
"""
"""What all pages use: `lines` are `pitch` apart, `measured` is one as wide as it is to be, `items`
are those of a list, each with its label. Lines have no height, but `led`, words that lead anywhere,
are as high as they look to a click. `titled` is a heading that looks like something else; an `area`
leads somewhere, and says what it is by a picture that is not seen."""

_SIDES = {"left": "left", "center": "center", "right": "right"}
_DEFINED = re.compile(r"<defs>(.*)</defs>", re.S)
_TOLD = re.compile(r"<desc>(.*?)</desc>", re.S)
_MARKER = "\0"
"""Stands around the number of what is set by Typst, in a drawing; no text of it can hold one."""


class PrintedSlide(SlideDrawing):
    """One slide while it is made into a page."""

    def __init__(
        self,
        scene: SlideScene,
        theme: Theme,
        lang: str,
        pictures: Pictures,
        linked: Callable[[str], str | None],
        fonts: Typefaces,
        level: int,
    ) -> None:
        super().__init__(scene, theme, lang=lang, pictures=pictures, linked=None, css="")
        self.fonts, self.level = fonts, level
        self.target = linked
        self.pieces: list[str] = []
        self.titled = False

    def page(self, label: str) -> str:
        """Return the page; `label` is where links lead, "" where that is elsewhere."""
        parts = self.content().split(_MARKER)
        drawn = [
            self._drawing(part) if n % 2 == 0 else self.pieces[int(part)]
            for n, part in enumerate(parts)
        ]
        title = _plainly(self.scene.title)
        if title and self.level and not self.titled:  # a bookmark all the same
            drawn.insert(0, f"#place(hide(heading(level: {self.level}, {typst_string(title)})))\n")
        target = f"#at(0pt, 0pt)[#metadata(none) <{label}>]\n" if label else ""
        return target + "".join(drawn)

    def _keep(self, code: str) -> str:
        """Keep what Typst sets, and return what stands for it in the drawing."""
        self.pieces.append(code)
        return f"{_MARKER}{len(self.pieces) - 1}{_MARKER}"

    # -- drawings ---------------------------------------------------------------------------

    def _drawing(self, drawn: str, box: Box | None = None, alt: str | None = None) -> str:
        """Return a part of a drawing as a picture: of the whole slide, or of a box on it."""
        if not drawn:
            return ""
        box = box or Box(0, 0, self.theme.width, self.theme.height)
        x, y, w, h = (points(length) for length in box)
        used = [d for n, d in enumerate(self.definitions) if f"url(#{n})" in drawn]
        svg = element(
            "svg",
            (element("defs", "".join(used)) if used else "") + drawn,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=" ".join(map(number, (x, y, w, h))),
        )
        told = "none" if alt is None else typst_string(alt)
        place = ", ".join(map(pt, (x, y, w, h)))
        return f"#drawn({typst_string(svg)}, {place}, {told})\n"

    def _marked(self, drawn: str, *_: object) -> str:
        return drawn

    def _inside(self, node: SceneNode) -> str:
        match node:
            case Group():
                return "".join(self._node(child) for child in node.children)
            case Chart():
                box = self._seen(node.box)
                svg = chart_svg(node, box, self.colors, self.lang, rtl=self.rtl)
                told = _TOLD.search(svg)
                alt = f"{node.name}: {unescape(told[1])}" if told else node.name
                return self._keep(self._drawing(_TOLD.sub("", svg), box, alt))
        return super()._inside(node)

    def _shape(self, node: Shape) -> str:
        return super()._shape(node) + self._area(node.box, node.link, node.name)

    def _picture(self, node: Picture) -> str:
        drawn = super()._picture(node)
        image = node.image
        if image.size is not None and not image.decorative and image.alt:
            drawn = self._keep(self._drawing(drawn, self._seen(node.box), image.alt))
        return drawn + self._area(node.box, node.link, image.alt or node.name)

    def _area(self, box: Box, target: str | None, told: str) -> str:
        """Return a part of the slide that leads somewhere, if it does; `told` says what it is."""
        to = self._to(target) if target else None
        if to is None:
            return ""
        place = ", ".join(pt(points(length)) for length in self._seen(box))
        return self._keep(f"#area({place}, {to}, {typst_string(_plainly(told))})\n")

    def _to(self, target: str) -> str | None:
        """Return where a link leads, as Typst has it; None where that is nowhere."""
        if target.startswith("#"):
            label = self.target(target[1:])
            return f"<{label}>" if label else None
        return typst_string(uri(target)) if problem(target) is None else None

    # -- words ------------------------------------------------------------------------------

    def _text(self, node: TextBox) -> str:
        text_color = node.of_template.text_color if node.of_template else None
        color = Paint(text_color) if text_color else None
        every = set_lines(TextToSet.of(node), self.theme, rtl=self.rtl)
        if not every:
            return self._area(node.box, node.link, node.name)
        paragraphs = [list(lines) for _, lines in groupby(every, lambda line: line.paragraph)]
        if node.placeholder and node.placeholder.kind in ("title", "ctrTitle") and not self.titled:
            self.titled = True
            plain = typst_string(
                _plainly(self.scene.title or " ".join(line.words for line in every))
            )
            words = "".join(self._paragraph(lines, color, "block") for lines in paragraphs)
            code = f"#titled({self.level}, {plain}, [\n{words}])\n" if self.level else words
        elif node.kind != "text":
            words = "".join(self._paragraph(lines, color, "block") for lines in paragraphs)
            code = f"#pdf.artifact[\n{words}]\n"
        else:
            code = "".join(
                self._list(list(some), color)
                if marked
                else "".join(self._paragraph(lines, color) for lines in some)
                for marked, some in groupby(paragraphs, lambda lines: bool(lines[0].mark))
            )
        words = " ".join(line.words.strip() for line in every)
        return self._keep(code) + self._area(node.box, node.link, words)

    def _list(self, paragraphs: Iterable[list[SetLine]], color: AnyColor | None) -> str:
        """Return paragraphs with marks as the items of a list."""
        items = [
            f"terms.item([{self._label(lines[0])}], "
            f"[{self._paragraph([line._replace(mark=None) for line in lines], color)}])"
            for lines in paragraphs
        ]
        return f"#items({', '.join(items)})\n"

    def _label(self, line: SetLine) -> str:
        """Return the mark of a paragraph, by itself: a reader is told of it as a label."""
        assert line.mark
        mark = self._run(line.mark, line, line.level.bullet_color)
        place = ", ".join(map(pt, (line.mark_left, line.baseline, line.mark.width, 0.0)))
        return f"#lines({place}, box(width: {pt(line.mark.width)}, {mark}))"

    def _paragraph(self, every: list[SetLine], color: AnyColor | None, kind: str = "par") -> str:
        """Return the lines of a paragraph, those of each column by themselves."""
        return "".join(self._lines(part, color, kind) for part in _evenly(every))

    def _lines(self, every: Sequence[SetLine], color: AnyColor | None, kind: str) -> str:
        first = every[0]
        left = min(min(one.left, one.mark_left if one.mark else one.left) for one in every)
        pitch = every[1].baseline - first.baseline if len(every) > 1 else 0.0
        width = max(one.left + one.width for one in every) - left + points(self.theme.width)
        set_ones = " + linebreak() + ".join(self._line(one, left, color) for one in every)
        place = ", ".join(map(pt, (left, first.baseline, width, pitch)))
        # Typst sets from the side that is read from; here all lines know their places.
        return f"#lines({place}, {kind}({{ set align(left); {set_ones} }}))\n"

    def _line(self, line: SetLine, left: float, color: AnyColor | None) -> str:
        """Return a line with its mark, from a place on."""
        code, at = "", left
        if line.mark:
            mark = self._run(line.mark, line, line.level.bullet_color)
            code = f"h({pt(line.mark_left - at)}) + box(width: {pt(line.mark.width)}, {mark}) + "
            at = line.mark_left + line.mark.width
        return f"{code}h({pt(line.left - at)}) + {self._words(line, color)}"

    def _words(self, line: SetLine, color: AnyColor | None) -> str:
        runs = _without_indent(line.runs)
        if not runs:
            return 'text("")'
        indent = line.width - sum(run.advance for run in runs)
        exact = all(is_exact(self.theme, run.family, run.text) for run in runs)
        side = "right" if line.rtl else _SIDES[line.align]
        # Typst, too, leaves the spacing behind the last letter of a run out: it needs no lead.
        body = " + ".join(self._run(run, line, color) for run in runs)
        shift = f"h({pt(indent)}) + " if indent else ""
        wide = pt(line.width - indent)
        return f"{shift}measured({wide}, {'true' if exact else 'false'}, {side}, {body})"

    def _run(self, run: SetRun, line: SetLine, color: AnyColor | None) -> str:
        """Return words in one form."""
        form = form_of(run, line.level, self.look, self.colors, color)
        face = self.fonts.of(run.family)
        weight = 700 if run.bold and (face.weight or 0) < 600 else face.weight or 400
        opacity = form["fill_opacity"]
        alpha = "" if opacity is None else f"{round(float(opacity) * 255):02x}"
        said = [f"size: {pt(run.size)}", f"font: {typst_string(face.family)}", f"weight: {weight}"]
        said.append(f'fill: rgb("{form["fill"]}{alpha}")')
        if run.italic:
            said.append('style: "italic"')
        if face.stretch != 100:
            said.append(f"stretch: {face.stretch}%")
        if form["letter_spacing"]:
            said.append(f"tracking: {pt(float(form['letter_spacing']))}")
        if form["baseline_shift"]:
            said.append(f"baseline: {pt(-float(form['baseline_shift']))}")
        words = f"text({', '.join(said)}, {typst_string(run.text)})"
        if run.run.strike:
            words = f"strike({words})"
        to = self._to(run.run.link) if run.run.link else None
        return f"led({to}, {pt(run.size)}, underline({words}))" if to else words

    # -- tables -----------------------------------------------------------------------------

    def _table(self, node: Table) -> str:
        drawn = self._behind_table(node)
        fitted = node.fitted
        left = self._seen(node.box._replace(w=sum(fitted.widths))).x
        widths = ", ".join(pt(points(width)) for width in fitted.widths)
        heights = ", ".join(pt(points(height)) for height in fitted.heights)
        rows: dict[int, list[str]] = {}
        for cell in cells_of(node, self.theme, self.scene.tone, rtl=self.rtl):
            x, y = points(cell.box.x), points(cell.box.y)
            moved = [
                line._replace(left=line.left - x, baseline=line.baseline - y) for line in cell.lines
            ]
            words = self._paragraph(moved, cell.text_color, "block") if moved else ""
            rows.setdefault(cell.row, []).append(f"[{words}]")
        head, *body = (", ".join(cells) for cells in rows.values())
        inner = ", ".join([f"table.header({head})", *body])
        place = f"{pt(points(left))}, {pt(points(node.box.y))}"
        code = (
            f"#at({place}, table(columns: ({widths},), rows: ({heights},), stroke: none, "
            f"inset: 0pt, align: left + top, {inner}))\n"
        )
        return drawn + self._keep(code)

    def _behind_table(self, node: Table) -> str:
        """Return fills, rules and bars of a table, without its words."""
        whole = super()._table(node)
        return re.sub(r"<text\b.*?</text>", "", whole, flags=re.S)


def _plainly(title: str) -> str:
    """Return a title as a bookmark has it: on one line, with spaces where words may not part."""
    return " ".join(title.split())


def _evenly(every: list[SetLine]) -> Iterable[list[SetLine]]:
    """Yield lines that are as far apart from each other as the first two are."""
    part: list[SetLine] = []
    for line in every:
        if len(part) > 1:
            pitch = part[1].baseline - part[0].baseline
            if abs(line.baseline - part[-1].baseline - pitch) > 0.01:
                yield part
                part = []
        elif part and line.baseline <= part[0].baseline:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _without_indent(runs: tuple[SetRun, ...]) -> tuple[SetRun, ...]:
    """Return runs without the spaces before the first word, as in code: Typst drops them."""
    if not runs or not runs[0].text[:1].isspace():
        return runs
    first = runs[0]
    words = first.text.lstrip()
    if not words:
        return _without_indent(runs[1:])
    width = first.width * len(words) / len(first.text)
    return (first._replace(text=words, width=width), *runs[1:])
