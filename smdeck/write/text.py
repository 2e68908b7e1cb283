"""Texts as DrawingML: list styles of placeholders, paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from smdeck.model.scripts import begins_rtl, stays_ltr
from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level, Paint, Style, TextBox
from smdeck.scene.style import Role, Slot
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.foot import FEET, date_xml, number_xml
from smdeck.write.links import Links
from smdeck.write.xml import color_xml, escape, fill_xml, run_xml

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}


LTR_MARK = "\u200e"


class RunStyle(NamedTuple):
    """What the runs of a paragraph have in common."""

    level: Level
    links: Links
    color: Slot | None = None
    """Their colour where that of their placeholder can't be read."""
    fill: str = ""
    """A fill of their own."""


class Typesetter:
    """Writes texts for one theme, language and tone; `rtl` says that the deck is mirrored."""

    def __init__(self, theme: Theme, tone: str, lang: str, *, rtl: bool = False) -> None:
        self.theme, self.tone, self.lang, self.rtl = theme, tone, lang, rtl
        self.maths = False
        """Whether formulas among words are written as Office Math, and not as words."""
        self._own_links = not theme.shows_links(tone)
        self._run = f'<a:r><a:rPr lang="{lang}"/><a:t>'
        self._plain_end = "</a:t></a:r></a:p>"

    def paint(self, role: Role | Paint) -> Paint:
        """Return the theme colour of a role in this tone."""
        return self.theme.paint(role, self.tone)

    def list_style(self, style: Style, sizes: tuple[float, ...]) -> str:
        """Return the `a:lstStyle` that sets every level of a style at sizes in points."""
        return list_style(self.theme, self.tone, style, sizes)

    def paragraphs(
        self, box: TextBox, links: Links, inherited: tuple[float, ...] | None = None,
        own_bullets: bool = False,
    ) -> str:  # fmt: skip
        """Return the paragraphs of a text; with `own_bullets` they say the colour of theirs.

        `inherited` are the sizes that the placeholder has from its layout: a size stands on the
        slide only where it differs from that.
        """
        style, sizes = box.style, box.sizes
        if box.kind in FEET:
            return self._field(box)
        color = box.of_template.text_color if box.of_template else None
        last, alike = len(style.levels) - 1, inherited is None or inherited == sizes
        written = []
        for paragraph, start in numbered(box.set_paragraphs):
            index = min(paragraph.level, last)
            same = alike or _at(sizes, index) == _at(inherited or sizes, index)
            runs = self.in_order(paragraph).runs if self.rtl else paragraph.runs
            properties = self._properties(box, paragraph, index, start, own_bullets)
            if same and len(runs) == 1 and runs[0].plain and not color and not paragraph.code:
                words = escape(runs[0].text)
                written.append(f"<a:p>{properties}{self._run}{words}{self._plain_end}")
                continue
            size = _at(sizes, index)
            attributes = "" if same else self._size(size)
            run_style = RunStyle(style.level_of(paragraph), links, color)
            inner = self.inline(runs, attributes, run_style, size)
            written.append(f"<a:p>{properties}{inner}</a:p>")
        return "".join(written)

    def inline(
        self, runs: Sequence[Run], attributes: str, style: RunStyle, size: float = 0.0
    ) -> str:
        """Return runs, those of formulas as Office Math where these are written; smaller ones have
        their share of a `size` in points."""
        if self.maths and any(run.math for run in runs):
            return self._with_maths(runs, attributes, style)
        return "".join(
            self._one(
                run,
                self._size(size * (1 - run.smaller / 100)) if run.smaller and size else attributes,
                style,
            )
            for run in runs
        )

    def _with_maths(self, runs: Sequence[Run], attributes: str, style: RunStyle) -> str:
        """Return runs with their formulas as Office Math."""
        from smdeck.model.math.inline import formula_of
        from smdeck.write.equations import MathWriter

        pieces = []
        for math, group in groupby(runs, key=lambda run: run.math):
            formula = formula_of(math) if math else None
            if formula is None:
                pieces += [self._one(run, attributes, style) for run in group]
                continue
            fill = self._fill(next(group), style)
            writer = MathWriter(self.lang, attributes, fill, inline=True)
            pieces.append(writer.among_words(formula))
        return "".join(pieces)

    def _fill(self, run: Run, style: RunStyle) -> str:
        """Return the fill of a run, "" for that of its level."""
        role = style.level.color_of(run.bold, run.code, run.tint)
        if role != style.level.color and not style.fill:
            return fill_xml(self.paint(role))
        return style.fill or (fill_xml(Paint(style.color)) if style.color else "")

    def direction(self, paragraph: Paragraph, align: str) -> str:
        """Return the attributes of a paragraph from right to left, or nothing.

        PowerPoint finds no direction by itself: a paragraph that begins with a Hebrew or Arabic
        letter is told to run so in any deck, and every one in a deck that does.
        """
        if not self.rtl and not begins_rtl(paragraph.plain):
            return ""
        side = {"left": "r", "right": "l"}.get(align, "ctr")
        return f' algn="{side}" rtl="1"'

    def in_order(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph whose signs and figures keep their order in a deck from right to left.

        `SEO!` and `+49 89 12` among Arabic words get marks of no width at both ends, which keep the
        exclamation mark behind, and the parts of the number in a row (UAX #9, W7 and N1).
        """
        if not self.rtl or not stays_ltr(paragraph.plain):
            return paragraph
        first, *rest = paragraph.runs
        runs = [first._replace(text=f"{LTR_MARK}{first.text}"), *rest]
        runs[-1] = runs[-1]._replace(text=f"{runs[-1].text}{LTR_MARK}")
        return paragraph._replace(runs=tuple(runs))

    def _properties(
        self, box: TextBox, paragraph: Paragraph, index: int, start: int, own_bullets: bool
    ) -> str:
        """Return the `a:pPr` of a paragraph: what it has otherwise than its level.

        A numbered one counts from `start`.
        """
        level, of_level = box.style.level_of(paragraph), box.style.levels[index]
        lvl = f' lvl="{index}"' if index else ""
        direction = self.direction(paragraph, box.style.align)
        mirrored = box.style.mirrored and not direction
        lvl += direction
        if mirrored:  # the template is for words from right to left: margins change sides
            lvl += f' marL="{emu(level.left)}" marR="0" indent="{-emu(level.hanging)}"'
            lvl += f' algn="{_ALIGNS[box.style.align]}" rtl="0"'
        own = box.placeholder and (own_bullets or box.placeholder.fill)
        if level is of_level and start == 1 and not own:  # most of them
            return f"<a:pPr{lvl}/>" if lvl else ""
        shifted = level.left != of_level.left or level.hanging != of_level.hanging
        if shifted and not mirrored:
            lvl += f' marL="{emu(level.left)}" indent="{-emu(level.hanging)}"'
        bullet = ""
        if level.bullet == "1." and (start != 1 or of_level.bullet != "1."):
            bullet = _marker_xml(level, start)
        elif level.bullet is None and of_level.bullet:
            bullet = "<a:buNone/>"
        elif level.bullet != of_level.bullet:
            bullet = _marker_xml(level)
        if level.bullet and own:
            # As on the layout. LibreOffice gives all placeholders of a slide the bullets of
            # the last one, and on tiles and planes these are made for another background.
            bullet = f"<a:buClr>{color_xml(self.paint(level.bullet_color))}</a:buClr>{bullet}"
        if bullet:
            return f"<a:pPr{lvl}>{bullet}</a:pPr>"
        return f"<a:pPr{lvl}/>" if lvl else ""

    def further_levels(self, box: TextBox) -> str:
        """Return the `a:lstStyle` of a placeholder: the levels that its layout's doesn't have."""
        known = (
            len(box.placeholder.style.levels) if box.placeholder and box.placeholder.style else 0
        )
        if len(box.style.levels) <= known:
            return "<a:lstStyle/>"
        further = "".join(
            level_xml(
                self.theme,
                self.tone,
                level=box.style.levels[n],
                size=_at(box.sizes, n),
                tag=f"a:lvl{n + 1}pPr",
                align=box.style.align,
            )
            for n in range(known, len(box.style.levels))
        )
        return f"<a:lstStyle>{further}</a:lstStyle>"

    def _size(self, size: float) -> str:
        spacing = round(self.theme.type.letter_spacing(size) * size * 100)
        return f' sz="{round(size * 100)}" spc="{spacing}"'

    def _one(self, run: Run, attributes: str, style: RunStyle) -> str:
        """Return a run; `attributes` are those of its `a:rPr` beside language and emphasis."""
        if run.text == "\n":
            return f'<a:br><a:rPr lang="{self.lang}"{attributes}/></a:br>'
        if "\n" in run.text:  # of a cell of a file, or of words without their markup
            pieces = (run._replace(text=text) for text in re.split("(\n)", run.text) if text)
            return "".join([self._one(piece, attributes, style) for piece in pieces])
        leans = self.theme.look.emphasis == "italic"
        if run.bold and not leans:
            attributes += ' b="1"'
        if run.italic or (run.bold and leans):
            attributes += ' i="1"'
        attributes += _effects(run)
        inner = self._fill(run, style)
        if run.code or style.level.font == "code":
            inner += _font_xml(self.theme.fonts.code)
        if run.link:
            own_color = self._own_links or not style.level.shows_links or bool(style.fill)
            inner += style.links.click(run.link, own_color=own_color)
        properties = f'<a:rPr lang="{self.lang}"{attributes}'
        properties += f">{inner}</a:rPr>" if inner else "/>"
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"

    def _field(self, box: TextBox) -> str:
        text = self.in_order(box.paragraphs[0]).plain.replace("\n", " ")
        if box.kind == "footer":
            if box.sizes and not self.theme.owns_master:
                # A size of its own even where it is the layout's: without any attribute
                # LibreOffice shows the footer of a layout whose own is empty in another font.
                size = f' sz="{round(box.sizes[0] * 100)}"'
                return f'<a:p><a:r><a:rPr lang="{self.lang}"{size}/><a:t>{escape(text)}{self._plain_end}'
            return f"<a:p>{self._run}{escape(text)}{self._plain_end}"
        if box.kind in ("date", "today"):
            return date_xml(text, self.lang, box.kind == "today")
        return number_xml(text, self.lang)


def _at(sizes: tuple[float, ...], index: int) -> float:
    """Return the size of a level in points: levels below the last size have that."""
    return sizes[min(index, len(sizes) - 1)]


def numbered(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """Yield paragraphs, numbered ones with what PowerPoint counts their list from.

    It counts paragraphs of one level on as long as nothing of that level or above stands between.
    """
    going: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        if paragraph.number is None and not going:  # most of them
            yield paragraph, 1
            continue
        if going:
            going = {level: of for level, of in going.items() if level <= paragraph.level}
        if paragraph.marker != "number" or paragraph.number is None:
            going.pop(paragraph.level, None)
            yield paragraph, 1
            continue
        start, following = going.get(paragraph.level, (0, 0))
        if paragraph.number != following:
            start = paragraph.number
        going[paragraph.level] = start, paragraph.number + 1
        yield paragraph, start


def _effects(run: Run) -> str:
    """Return the attributes of words that are struck, raised or lowered."""
    if not run.strike and not run.baseline:
        return ""
    baseline = f' baseline="{1000 * run.baseline}"' if run.baseline else ""
    return ' strike="sngStrike"' * run.strike + baseline


@cache
def _font_xml(family: str) -> str:
    """Return the font of code: the theme of a file has no place for a third one.

    49 says that all of its characters are of one width (`lfPitchAndFamily` of Windows), so that
    another monospaced font stands in where it is missing.
    """
    name = escape(family)
    return "".join(
        f'<a:{kind} typeface="{name}" pitchFamily="49" charset="0"/>' for kind in ("latin", "cs")
    )


@cache
def body_properties(style: Style, shrink: bool = True) -> str:
    """Return the `a:bodyPr` of a style: insets, anchor, columns, shrinking on later edits."""
    left, top, right, bottom = (emu(inset) for inset in style.insets)
    columns = f' numCol="{style.columns}" spcCol="{emu(style.gap)}"' if style.columns > 1 else ""
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" '
        f'bIns="{bottom}"{columns} rtlCol="0" anchor="{_ANCHORS[style.anchor]}">'
        f"{'<a:normAutofit/>' if shrink else ''}</a:bodyPr>"
    )


@cache
def list_style(theme: Theme, tone: str, style: Style, sizes: tuple[float, ...]) -> str:
    """Return the `a:lstStyle` of a style in a tone, its sizes in points."""
    levels = "".join(
        level_xml(
            theme, tone, level=level, size=_at(sizes, n), tag=f"a:lvl{n + 1}pPr", align=style.align
        )
        for n, level in enumerate(style.levels)
    )
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def level_xml(
    theme: Theme, tone: str, level: Level, size: float, tag: str, align: str = "left"
) -> str:
    """Return the paragraph properties of one level at a size in points."""
    left, hanging = emu(level.left), emu(level.hanging)
    spacing = round(theme.type.letter_spacing(size) * size * 100)
    font = "+mj-lt" if level.font == "heading" else "+mn-lt"
    kind = font[:3]
    fonts = (
        _font_xml(theme.fonts.code)
        if level.font == "code"
        else f'<a:latin typeface="{font}"/><a:ea typeface="{kind}-ea"/><a:cs typeface="{kind}-cs"/>'
    )
    italic = ' i="1"' if theme.look.italic and level.font == "heading" else ""
    case = ' cap="all"' if level.capitals else ""
    return (
        f'<{tag} marL="{left}" indent="{-hanging}" algn="{_ALIGNS[align]}" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(level.spacing * 100_000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f"{_bullet_xml(theme, tone, level)}"
        f'<a:defRPr sz="{round(size * 100)}" b="{int(theme.is_bold(level.bold))}"{italic}{case} kern="1200" spc="{spacing}">'
        f"{fill_xml(theme.colors.tones[tone][level.color])}{fonts}</a:defRPr></{tag}>"
    )


_ARIAL = '<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
"""The font of bullets, with what PowerPoint says of it wherever it names it."""


def _bullet_xml(theme: Theme, tone: str, level: Level) -> str:
    if level.bullet is None:
        return "<a:buNone/>"
    color = f"<a:buClr>{color_xml(theme.colors.tones[tone][level.bullet_color])}</a:buClr>"
    if (
        not theme.owns_master or level.bullet_size != 100
    ):  # a template's master may have smaller ones
        color += f'<a:buSzPct val="{1000 * level.bullet_size}"/>'
    return color + _marker_xml(level)


def _marker_xml(level: Level, start: int = 1) -> str:
    """Return the bullet of a level, or its numbers from `start`."""
    if level.bullet == "1.":
        # `arabicPlain` is 1, 2, 3 without a full stop, as designers set large numbers.
        auto = f'<a:buAutoNum type="arabicPlain" startAt="{start}"/>'
        return f'<a:buFont typeface="+mj-lt"/>{auto}'
    return f'{_ARIAL}<a:buChar char="{escape(level.bullet or "")}"/>'


def plain_paragraphs(
    paragraphs: tuple[Paragraph, ...], lang: str, links: Links, code_font: str
) -> str:
    """Return paragraphs for the notes page: their emphasis, links, and lists with their markers."""
    written = []
    listed = (one._replace(level=min(one.depth, 8)) if one.depth else one for one in paragraphs)
    for paragraph, start in numbered(listed):
        runs = "".join(_plain_run(run, paragraph, lang, links, code_font) for run in paragraph.runs)
        written.append(f"<a:p>{_plain_properties(paragraph, start)}{runs}</a:p>")
    return "".join(written)


def _plain_properties(paragraph: Paragraph, start: int) -> str:
    """Return the `a:pPr` of a paragraph of the notes, 18 pt further in for each list around it."""
    if not paragraph.depth:
        return ""
    bullet = "<a:buNone/>"
    if paragraph.marker == "number":
        bullet = (
            f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{start}"/>'
        )
    elif paragraph.marker:
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    margin, indent = 228_600 * paragraph.depth, -228_600 if paragraph.marker else 0
    place = f'marL="{margin}" lvl="{paragraph.level}" indent="{indent}"'
    return f"<a:pPr {place}>{bullet}</a:pPr>"


def _plain_run(run: Run, paragraph: Paragraph, lang: str, links: Links, code_font: str) -> str:
    if run.plain and not paragraph.code:  # most of them
        return run_xml(run.text, lang)
    if run.text == "\n":
        return f'<a:br><a:rPr lang="{lang}"/></a:br>'
    attributes = ' b="1"' * run.bold + ' i="1"' * run.italic + _effects(run)
    inner = _font_xml(code_font) if run.code or paragraph.code else ""
    if run.link and not run.link.startswith("#"):
        inner += links.click(run.link)
    properties = f'<a:rPr lang="{lang}"{attributes}'
    properties += f">{inner}</a:rPr>" if inner else "/>"
    return f"<a:r>{properties}<a:t>{escape(_with_address(run))}</a:t></a:r>"


def _with_address(run: Run) -> str:
    """Return a run's text with the address of its link: notes are printed and read aloud."""
    if run.link and not run.link.startswith("#") and run.link != run.text:
        return f"{run.text} ({run.link})"
    return run.text
