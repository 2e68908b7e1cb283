"""Texts as DrawingML: list styles of placeholders, paragraphs and runs."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from smdeck.model.text import Paragraph, Run
from smdeck.scene import Level, Paint, Style, TextBox
from smdeck.scene.style import Slot
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.xml import color_xml, escape, fill_xml

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}


class Links(Protocol):
    """How the links of a slide become relationships."""

    def click(self, target: str, *, own_color: bool = False) -> str:
        """Return the `a:hlinkClick` for an address or the `#id` of a slide.

        The words keep their `own_color` where that of links would not be readable.
        """


class Typesetter:
    """Writes texts for one theme, language and ground."""

    def __init__(self, theme: Theme, tone: str, lang: str) -> None:
        self.theme, self.tone, self.lang = theme, tone, lang
        self._own_links = not theme.shows_links(tone)
        self._run = f'<a:r><a:rPr lang="{lang}"/><a:t>'
        self._plain_end = "</a:t></a:r></a:p>"

    def paint(self, role: str) -> Paint:
        """Return the theme colour of a role on this ground."""
        return self.theme.tones[self.tone][role]  # type: ignore[index]

    def list_style(self, style: Style, sizes: tuple[float, ...]) -> str:
        """Return the `a:lstStyle` that sets every level of a style at sizes in points."""
        return list_style(self.theme, self.tone, style, sizes)

    def paragraphs(
        self, box: TextBox, links: Links, inherited: tuple[float, ...] | None = None
    ) -> str:
        """Return the paragraphs of a text.

        `inherited` are the sizes that the placeholder has from its layout: a size stands on the
        slide only where it differs from that.
        """
        levels, sizes = box.style.levels, box.sizes
        if box.kind != "text":
            return self._field(box)
        ink = box.frame.placeholder.ink if box.frame and box.frame.placeholder else None
        written = []
        for paragraph in box.set_paragraphs:
            index = min(paragraph.level, len(levels) - 1)
            size = sizes[min(index, len(sizes) - 1)]
            same = inherited is None or size == inherited[min(index, len(inherited) - 1)]
            runs = paragraph.runs
            properties = f'<a:pPr lvl="{index}"/>' if index else ""
            if levels[index].bullet and box.frame and box.frame.fill:
                # As on the layout. LibreOffice gives all placeholders of a slide the bullets of
                # the last one, and on tiles these are made for another ground.
                color = color_xml(self.paint(levels[index].bullet_color))
                properties = f'<a:pPr lvl="{index}"><a:buClr>{color}</a:buClr></a:pPr>'
            if same and len(runs) == 1 and _is_plain(runs[0]) and not ink:
                written.append(
                    f"<a:p>{properties}{self._run}{escape(runs[0].text)}{self._plain_end}"
                )
                continue
            attributes = "" if same else self._size(size)
            inner = "".join(self.run(run, attributes, levels[index], links, ink) for run in runs)
            written.append(f"<a:p>{properties}{inner}</a:p>")
        return "".join(written)

    def _size(self, size: float) -> str:
        spacing = round(self.theme.letter_spacing(size) * size * 100)
        return f' sz="{round(size * 100)}" spc="{spacing}"'

    def run(
        self, run: Run, attributes: str, level: Level, links: Links, ink: Slot | None = None
    ) -> str:
        """Return a run; `attributes` are those of its `a:rPr` beside language and emphasis.

        `ink` is its colour where that of its placeholder can't be read.
        """
        if run.text == "\n":
            return f'<a:br><a:rPr lang="{self.lang}"{attributes}/></a:br>'
        if run.bold:
            attributes += ' b="1"'
        if run.italic:
            attributes += ' i="1"'
        inner = fill_xml(Paint(ink)) if ink else ""
        color = level.color_of(run.bold, run.code)
        if color != level.color:
            inner = fill_xml(self.paint(color))
        if run.link:
            inner += links.click(run.link, own_color=self._own_links or level.color == "inverse")
        properties = f'<a:rPr lang="{self.lang}"{attributes}'
        properties += f">{inner}</a:rPr>" if inner else "/>"
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"

    def _field(self, box: TextBox) -> str:
        text = box.paragraphs[0].plain
        if box.kind == "footer":
            if box.sizes and self.theme.template:
                # A size of its own even where it is the layout's: without any attribute
                # LibreOffice shows the footer of a layout whose own is empty in another font.
                size = f' sz="{round(box.sizes[0] * 100)}"'
                return f'<a:p><a:r><a:rPr lang="{self.lang}"{size}/><a:t>{escape(text)}{self._plain_end}'
            return f"<a:p>{self._run}{escape(text)}{self._plain_end}"
        return (
            f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="{self.lang}"/><a:t>{escape(text)}</a:t></a:fld></a:p>'
        )


def _is_plain(run: Run) -> bool:
    return not (run.bold or run.italic or run.code or run.link or run.text == "\n")


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
    """Return the `a:lstStyle` of a style on a ground, its sizes in points."""
    levels = "".join(
        level_xml(
            theme, tone, level, sizes[min(n, len(sizes) - 1)], f"a:lvl{n + 1}pPr", style.align
        )
        for n, level in enumerate(style.levels)
    )
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def level_xml(
    theme: Theme, tone: str, level: Level, size: float, tag: str, align: str = "left"
) -> str:
    """Return the paragraph properties of one level at a size in points."""
    left, hanging = emu(level.left), emu(level.hanging)
    spacing = round(theme.letter_spacing(size) * size * 100)
    font = "+mj-lt" if level.font == "heading" else "+mn-lt"
    kind = font[:3]
    return (
        f'<{tag} marL="{left}" indent="{-hanging}" algn="{_ALIGNS[align]}" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(level.spacing * 100_000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f"{_bullet_xml(theme, tone, level)}"
        f'<a:defRPr sz="{round(size * 100)}" b="{int(level.bold)}" kern="1200" spc="{spacing}">'
        f"{fill_xml(theme.tones[tone][level.color])}"
        f'<a:latin typeface="{font}"/><a:ea typeface="{kind}-ea"/><a:cs typeface="{kind}-cs"/>'
        f"</a:defRPr></{tag}>"
    )


_ARIAL = '<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
"""The font of bullets, with what PowerPoint says of it wherever it names it."""


def _bullet_xml(theme: Theme, tone: str, level: Level) -> str:
    if level.bullet is None:
        return "<a:buNone/>"
    color = f"<a:buClr>{color_xml(theme.tones[tone][level.bullet_color])}</a:buClr>"
    if theme.template:  # whose master may have smaller ones
        color += '<a:buSzPct val="100000"/>'
    if level.bullet == "1.":
        # `arabicPlain` is 1, 2, 3 without a full stop, as designers set large numbers.
        return f'{color}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain" startAt="1"/>'
    return f'{color}{_ARIAL}<a:buChar char="{escape(level.bullet)}"/>'


def plain_paragraphs(paragraphs: tuple[Paragraph, ...], lang: str) -> str:
    """Return paragraphs for the notes page: bold and italic, lists with their markers."""
    written = []
    for paragraph in paragraphs:
        properties = ""
        if paragraph.marker:
            indent = 171_450 * (paragraph.level + 1)
            bullet = (
                '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
                if paragraph.marker == "number"
                else '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
            )
            properties = f'<a:pPr marL="{indent}" indent="-171450">{bullet}</a:pPr>'
        runs = "".join(
            f'<a:br><a:rPr lang="{lang}"/></a:br>'
            if run.text == "\n"
            else f'<a:r><a:rPr lang="{lang}"{_emphasis(run)}/><a:t>{escape(_with_address(run))}</a:t></a:r>'
            for run in paragraph.runs
        )
        written.append(f"<a:p>{properties}{runs}</a:p>")
    return "".join(written)


def _emphasis(run: Run) -> str:
    return ' b="1"' * run.bold + ' i="1"' * run.italic


def _with_address(run: Run) -> str:
    """Return a run's text with the address of its link: notes are printed and read aloud."""
    if run.link and not run.link.startswith("#") and run.link != run.text:
        return f"{run.text} ({run.link})"
    return run.text
