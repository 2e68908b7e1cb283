"""The script as a Word document: to be changed and printed where people work with Word."""

from __future__ import annotations

from smdeck.compiler.compiling import Compiled
from smdeck.desk.exporting import slide_pictures
from smdeck.handing.phrases import Phrases, phrases_for
from smdeck.handing.plan import PlannedSlide, talk_plan, time_of_day
from smdeck.handing.script import end_of, info_of, times_of
from smdeck.model.addresses import problem, uri
from smdeck.model.text import Paragraph, Run
from smdeck.preview.typefaces import CssColors, family_of
from smdeck.units import emu
from smdeck.write.archive import zipped
from smdeck.write.package import Relations
from smdeck.write.xml import HEADER, escape

WIDE = 720
"""How wide pictures of slides are, in pixels."""

SHOWN = 150.0
"""How wide they are shown, in points."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

_TYPES = (
    f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'  # noqa: E501
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'  # noqa: E501
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'  # noqa: E501
    '<Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>'  # noqa: E501
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'  # noqa: E501
    "</Types>"
)
_ROOT = (
    f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
    '<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="680" w:right="680" w:bottom="794" '
    'w:left="680" w:header="340" w:footer="340" w:gutter="0"/></w:sectPr>'
)
"""A5 upright, as the PDF; lengths are twentieths of a point."""

_LINE = 7031
"""How wide a line is on this page, in twentieths of a point."""

_RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="969696"/></w:pBdr>'
_DASHED = '<w:pBdr><w:left w:val="dashed" w:sz="12" w:space="6" w:color="{}"/></w:pBdr>'
"""Lines above each slide, and beside notes that can be left out; widths are eighths of a point."""


def script_docx(compiled: Compiled, start: str | None = None) -> bytes:
    """Return the script as the bytes of a .docx, the same for the same deck."""
    return _Document(compiled, start).made()


class _Document:
    """A document while it is written."""

    def __init__(self, compiled: Compiled, start: str | None) -> None:
        self.compiled, self.start = compiled, start
        self.lang = compiled.deck.lang
        self.said: Phrases = phrases_for(self.lang)
        self.mono = family_of(compiled.theme, "code")
        self.accent = CssColors(compiled.theme, "light").css("accent")[0][1:]
        self.relations = Relations()
        self.relations.add("styles", "styles.xml")
        self.relations.add("footer", "footer.xml")
        self.media: dict[str, bytes] = {}

    def made(self) -> bytes:
        """Return the document, zipped."""
        plan, title = talk_plan(self.compiled), self.compiled.deck.title.plain
        parts = [
            _paragraph("Title", _run(title)),
            _paragraph("Info", _run(times_of(self.compiled, plan, self.said, self.start))),
        ]
        for entry, picture in zip(plan.entries, slide_pictures(self.compiled, WIDE), strict=True):
            parts += self._entry(entry, picture)
        parts.append(_paragraph("Info", _run(end_of(plan, self.said, self.start), "<w:b/>")))
        document = (
            f'{HEADER}<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:wp="{_DRAWING}/'
            f'wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture">'
            f"<w:body>{''.join(parts)}{_PAGE}</w:body></w:document>"
        )
        members = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _ROOT,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": self.relations.xml("word"),
            "word/styles.xml": self._styles(),
            "word/footer.xml": _footer(title),
            "docProps/core.xml": self._properties(f"{self.said.script}: {title}"),
        }
        return zipped({**{name: text.encode() for name, text in members.items()}, **self.media})

    def _entry(self, entry: PlannedSlide, picture: bytes) -> list[str]:
        scene, name = entry.scene, f"word/media/{entry.number}.png"
        self.media[name] = picture
        cut = f" · {self.said.cut}" if entry.cut else ""
        when = _run(f"{time_of_day(entry.start, self.start)}  ", '<w:rStyle w:val="Clock"/>')
        said = entry.clicks or entry.notes
        parts = [_paragraph("Heading1", _run(scene.section))] if scene.section else []
        parts += [
            _paragraph("Heading2", when + _run(entry.title)),
            _paragraph(
                "Info", _run(f"{self.said.slide} {info_of(entry, self.said, self.lang)}{cut}")
            ),
            _paragraph("Picture", self._picture(entry), "" if said else _ALONE),
        ]
        if entry.clicks:
            told = "   ".join(f"[{n}] {words}" for n, words in enumerate(entry.clicks, 1))
            clicks = _run(f"{self.said.clicks}: {told}")
            parts.append(_paragraph("Info", clicks, "" if entry.notes else _ALONE))
        beside = _DASHED.format(self.accent) if entry.cut else ""
        return parts + [self._note(one, beside) for one in entry.notes]

    def _picture(self, entry: PlannedSlide) -> str:
        """Return the picture of a slide in a line; what it shows is told by the heading above."""
        theme = self.compiled.theme
        wide = emu(SHOWN)
        high = round(wide * theme.height / theme.width)
        id = self.relations.add("image", f"media/{entry.number}.png")
        name = escape(f"{self.said.slide} {entry.number}: {entry.title}")
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{entry.number}" name="{name}" descr="{name}"/>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{entry.number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _note(self, one: Paragraph, beside: str) -> str:
        words = "".join(self._note_run(run, one.code) for run in one.runs)
        if not one.depth:
            return _paragraph("Normal", words, beside)
        left = 340 * one.depth
        set_in = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="340"/>'  # noqa: E501
        return _paragraph("Normal", f"{_run(one.mark)}<w:r><w:tab/></w:r>{words}", beside + set_in)

    def _note_run(self, run: Run, code: bool) -> str:
        mono = escape(self.mono)
        form = f'<w:rFonts w:ascii="{mono}" w:hAnsi="{mono}" w:cs="{mono}"/>' * (run.code or code)
        form += "<w:b/>" * run.bold + "<w:i/>" * run.italic + "<w:strike/>" * run.strike
        link = run.link if run.link and not run.link.startswith("#") else None
        if not link or problem(link) is not None:
            return _run(run.text, form)
        id = self.relations.add("hyperlink", uri(link), True)
        return f'<w:hyperlink r:id="{id}">{_run(run.text, form + _LINK)}</w:hyperlink>'

    def _properties(self, title: str) -> str:
        return (
            f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(self.lang)}</dc:language>"
            "</cp:coreProperties>"
        )

    def _styles(self) -> str:
        """Return the styles: 14.5 points for notes, the theme's fonts, its colour for times."""
        theme = self.compiled.theme
        body, head = (escape(family_of(theme, name)) for name in ("body", "heading"))
        font = f'<w:rFonts w:ascii="{head}" w:hAnsi="{head}" w:cs="{head}"/>'
        return (
            f'{HEADER}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{body}" w:hAnsi="{body}" w:cs="{body}"/><w:sz w:val="29"/>'
            f'<w:lang w:val="{escape(self.lang)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
            '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            "</w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'  # noqa: E501
            + _style("Title", "Title", "", f"{font}<w:b/><w:sz w:val=\"40\"/>")
            + _style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="60"/><w:outlineLvl w:val="0"/>',  # noqa: E501
                     f'{font}<w:b/><w:color w:val="{self.accent}"/><w:sz w:val="32"/>')
            + _style("Heading2", "heading 2", f'<w:keepNext/>{_RULE}<w:spacing w:before="240" w:after="20"/><w:outlineLvl w:val="1"/>',  # noqa: E501
                     f'{font}<w:b/><w:sz w:val="28"/>')
            + _style("Info", "Info", '<w:keepNext/><w:spacing w:after="60"/>',
                     '<w:color w:val="5A5F66"/><w:sz w:val="20"/>')
            + _style("Footer", "footer",
                     f'<w:tabs><w:tab w:val="right" w:pos="{_LINE}"/></w:tabs><w:spacing w:after="0"/>',  # noqa: E501
                     '<w:color w:val="5A5F66"/><w:sz w:val="18"/>')
            + _style("Picture", "Picture", '<w:keepNext/><w:spacing w:after="120"/>', "")
            + f'<w:style w:type="character" w:styleId="Clock"><w:name w:val="Clock"/><w:rPr><w:b/>'
              f'<w:color w:val="{self.accent}"/><w:sz w:val="36"/></w:rPr></w:style></w:styles>'
        )  # fmt: skip


_ALONE = '<w:keepNext w:val="0"/>'
"""What a paragraph says with which the words of a slide end."""

_LINK = '<w:u w:val="single"/>'


def _footer(title: str) -> str:
    """Return the foot of all pages: the talk, and which page of how many it is."""
    number, of = (
        f'<w:fldSimple w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for field in ("PAGE", "NUMPAGES")
    )
    words = f"{_run(title)}<w:r><w:tab/></w:r>{number}{_run(' / ')}{of}"
    return f'{HEADER}<w:ftr xmlns:w="{_W}">{_paragraph("Footer", words)}</w:ftr>'


def _style(id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _paragraph(style: str, content: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>"


def _run(words: str, form: str = "") -> str:
    """Return words in a form; lines in them are broken."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{form}</w:rPr>' if form else ''}{lines}</w:r>"
