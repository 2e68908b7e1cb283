"""The floor: slide XML as strings straight into a zip, with no checks, layout or model.

Nothing in Python that writes the same slides and compresses them can be much faster.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = " ".join(
    (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
    )
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument"
COLORS = ["dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"]
COLOR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" '
    + " ".join(f'{name}="{name}"' for name in COLORS[4:])
    + "/>"
)
KEEP_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
TITLE_BOX = (548640, 411480, 11094720, 1097280)
BODY_BOX = (548640, 1737360, 11094720, 4480560)
NOTES_BOX = (685800, 4400550, 5486400, 3600450)


def main(source: str, out: str) -> None:
    """Write the deck in `source` (JSON) as `out`."""
    deck = json.loads(Path(source).read_text(encoding="utf-8"))
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, xml in _parts(deck):
            package.writestr(name, DECLARATION + xml)


def _parts(deck: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", _content_types(len(deck))
    yield "_rels/.rels", _relationships(("officeDocument", "ppt/presentation.xml"))
    yield from _frame(len(deck))
    for number, slide in enumerate(deck, start=1):
        yield from _slide(number, slide)


def _slide(number: int, slide: dict[str, str]) -> Iterator[tuple[str, str]]:
    name = f"slide{number}.xml"
    notes = f"notesSlide{number}.xml"
    body = "".join(_paragraph(item) for item in slide["items"])
    shapes = _shape(2, 'type="title"', _paragraph(slide["title"])) + _shape(3, 'idx="1"', body)
    yield f"ppt/slides/{name}", _page("sld", shapes, KEEP_COLORS)
    yield (
        f"ppt/slides/_rels/{name}.rels",
        _relationships(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("notesSlide", f"../notesSlides/{notes}"),
        ),
    )
    text = _shape(2, 'type="body" idx="1"', _paragraph(slide["notes"]))
    yield f"ppt/notesSlides/{notes}", _page("notes", text, KEEP_COLORS)
    yield (
        f"ppt/notesSlides/_rels/{notes}.rels",
        _relationships(
            ("notesMaster", "../notesMasters/notesMaster1.xml"),
            ("slide", f"../slides/{name}"),
        ),
    )


def _frame(count: int) -> Iterator[tuple[str, str]]:
    """Yield what every deck needs once: presentation, master, layout, notes master, themes."""
    yield "ppt/presentation.xml", _presentation(count)
    yield (
        "ppt/_rels/presentation.xml.rels",
        _relationships(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            *(("slide", f"slides/slide{n}.xml") for n in range(1, count + 1)),
        ),
    )
    shapes = _shape(2, 'type="title"', _paragraph("Titel"), TITLE_BOX)
    shapes += _shape(3, 'type="body" idx="1"', _paragraph("Text"), BODY_BOX)
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    yield (
        "ppt/slideMasters/slideMaster1.xml",
        _page("sldMaster", shapes, COLOR_MAP + layouts + _text_styles()),
    )
    yield (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        _relationships(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
        ),
    )
    shapes = _shape(2, 'type="title"', _paragraph("Titel")) + _shape(
        3, 'idx="1"', _paragraph("Text")
    )
    yield "ppt/slideLayouts/slideLayout1.xml", _page("sldLayout", shapes, KEEP_COLORS)
    yield (
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        _relationships(("slideMaster", "../slideMasters/slideMaster1.xml")),
    )
    shapes = _shape(2, 'type="body" idx="1"', _paragraph("Notizen"), NOTES_BOX)
    yield "ppt/notesMasters/notesMaster1.xml", _page("notesMaster", shapes, COLOR_MAP)
    yield (
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        _relationships(("theme", "../theme/theme2.xml")),
    )
    yield "ppt/presProps.xml", f"<p:presentationPr {NAMESPACES}/>"
    yield "ppt/viewProps.xml", f"<p:viewPr {NAMESPACES}/>"
    yield "ppt/theme/theme1.xml", _theme()
    yield "ppt/theme/theme2.xml", _theme()


def _page(tag: str, shapes: str, rest: str) -> str:
    return (
        f"<p:{tag} {NAMESPACES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"
        f"{rest}</p:{tag}>"
    )


def _shape(
    number: int, placeholder: str, paragraphs: str, box: tuple[int, int, int, int] | None = None
) -> str:
    properties = "<p:spPr/>"
    if box:
        x, y, width, height = box
        properties = (
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Platzhalter {number}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {placeholder}/></p:nvPr></p:nvSpPr>'
        f"{properties}<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _paragraph(text: str) -> str:
    words = escape(text, quote=False)
    return f'<a:p><a:r><a:rPr lang="de-DE"/><a:t>{words}</a:t></a:r></a:p>'


def _presentation(count: int) -> str:
    slides = "".join(f'<p:sldId id="{256 + n}" r:id="rId{6 + n}"/>' for n in range(count))
    return (
        f"<p:presentation {NAMESPACES}>"
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'


def _content_types(count: int) -> str:
    ml = f"{CONTENT}.presentationml"
    parts = [
        ("ppt/presentation.xml", f"{ml}.presentation.main+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{ml}.slideMaster+xml"),
        ("ppt/slideLayouts/slideLayout1.xml", f"{ml}.slideLayout+xml"),
        ("ppt/notesMasters/notesMaster1.xml", f"{ml}.notesMaster+xml"),
        ("ppt/presProps.xml", f"{ml}.presProps+xml"),
        ("ppt/viewProps.xml", f"{ml}.viewProps+xml"),
        ("ppt/theme/theme1.xml", f"{CONTENT}.theme+xml"),
        ("ppt/theme/theme2.xml", f"{CONTENT}.theme+xml"),
    ]
    for n in range(1, count + 1):
        parts.append((f"ppt/slides/slide{n}.xml", f"{ml}.slide+xml"))
        parts.append((f"ppt/notesSlides/notesSlide{n}.xml", f"{ml}.notesSlide+xml"))
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{t}"/>' for name, t in parts)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _text_styles() -> str:
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    title = f'<a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="3500">{fill}</a:defRPr></a:lvl1pPr>'
    body = (
        '<a:lvl1pPr marL="342900" indent="-342900"><a:buChar char="•"/>'
        f'<a:defRPr sz="2800">{fill}</a:defRPr></a:lvl1pPr>'
    )
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        "<p:otherStyle/></p:txStyles>"
    )


def _theme() -> str:
    values = "12262E FBF8F3 0F4C5C D8D3C8 0F4C5C C2401C 3A9E94 B7791F F4B942 BFC9C9 0F4C5C 12262E"
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(COLORS, values.split(), strict=True)
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {NAMESPACES} name="Messung"><a:themeElements>'
        f'<a:clrScheme name="Messung">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Messung"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Messung"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
