"""A good package has no problems; each seeded mistake is named by its sentence."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from package_checks import problems, texts

Parts = dict[str, bytes]
Mistake = Callable[[Parts], None]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = f'{A} xmlns:r="{OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
C = f'{A} xmlns:r="{OFFICE}" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"
SLIDE, DATA_SLIDE = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
CHART, WORKBOOK = "ppt/charts/chart1.xml", "ppt/embeddings/workbook1.xlsx"
CORE, TYPES = "docProps/core.xml", "[Content_Types].xml"


# --- A small good package ----------------------------------------------------------------------


def good() -> Parts:
    """Return the parts of two slides with everything on them that the checks look at."""
    xml = {
        TYPES: content_types(),
        "_rels/.rels": rels("officeDocument ppt/presentation.xml", f"core-properties {CORE}"),
        CORE: CORE_XML,
        PRESENTATION: PRESENTATION_XML,
        of(PRESENTATION): rels(
            "slideMaster slideMasters/slideMaster1.xml",
            "notesMaster notesMasters/notesMaster1.xml",
            "slide slides/slide1.xml",
            "slide slides/slide2.xml",
            "theme theme/theme1.xml",
            "presProps presProps.xml",
            "viewProps viewProps.xml",
        ),
        "ppt/presProps.xml": f"<p:presentationPr {P}/>",
        "ppt/viewProps.xml": f"<p:viewPr {P}/>",
        MASTER: MASTER_XML,
        of(MASTER): rels(
            "slideLayout ../slideLayouts/slideLayout1.xml", "theme ../theme/theme1.xml"
        ),
        LAYOUT: LAYOUT_XML,
        of(LAYOUT): rels("slideMaster ../slideMasters/slideMaster1.xml"),
        NOTES_MASTER: NOTES_MASTER_XML,
        of(NOTES_MASTER): rels("theme ../theme/theme2.xml"),
        NOTES: NOTES_XML,
        of(NOTES): rels(
            "notesMaster ../notesMasters/notesMaster1.xml", "slide ../slides/slide1.xml"
        ),
        SLIDE: SLIDE_XML,
        of(SLIDE): rels(
            "slideLayout ../slideLayouts/slideLayout1.xml",
            "notesSlide ../notesSlides/notesSlide1.xml",
            "image ../media/image1.png",
        ),
        DATA_SLIDE: DATA_SLIDE_XML,
        of(DATA_SLIDE): rels(
            "slideLayout ../slideLayouts/slideLayout1.xml", "chart ../charts/chart1.xml"
        ),
        CHART: CHART_XML,
        of(CHART): rels("package ../embeddings/workbook1.xlsx"),
        "ppt/theme/theme1.xml": THEME_XML,
        "ppt/theme/theme2.xml": THEME_XML,
    }
    parts = {name: text.encode() for name, text in xml.items()}
    return parts | {"ppt/media/image1.png": PIXEL, WORKBOOK: workbook()}


def of(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def rels(*links: str) -> str:
    """Return a .rels part with rId1, rId2 … for links such as "theme ../theme/theme1.xml"."""
    lines = ""
    for number, (kind, target) in enumerate((link.split() for link in links), 1):
        space = f"{PACKAGE}/relationships/metadata" if kind == "core-properties" else OFFICE
        lines += f'<Relationship Id="rId{number}" Type="{space}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def content_types() -> str:
    office = "application/vnd.openxmlformats-officedocument"
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "xlsx": f"{office}.spreadsheetml.sheet",
    }
    overrides = {
        CORE: "application/vnd.openxmlformats-package.core-properties+xml",
        PRESENTATION: f"{office}.presentationml.presentation.main+xml",
        MASTER: f"{office}.presentationml.slideMaster+xml",
        LAYOUT: f"{office}.presentationml.slideLayout+xml",
        NOTES_MASTER: f"{office}.presentationml.notesMaster+xml",
        NOTES: f"{office}.presentationml.notesSlide+xml",
        SLIDE: f"{office}.presentationml.slide+xml",
        DATA_SLIDE: f"{office}.presentationml.slide+xml",
        CHART: f"{office}.drawingml.chart+xml",
        "ppt/presProps.xml": f"{office}.presentationml.presProps+xml",
        "ppt/viewProps.xml": f"{office}.presentationml.viewProps+xml",
        "ppt/theme/theme1.xml": f"{office}.theme+xml",
        "ppt/theme/theme2.xml": f"{office}.theme+xml",
    }
    items = [f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in defaults.items()]
    items += [f'<Override PartName="/{k}" ContentType="{v}"/>' for k, v in overrides.items()]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(items)}</Types>'


def workbook(year: int = 1980) -> bytes:
    """Return the archive of a workbook whose entries are dated in `year`."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml", (year, 1, 1, 0, 0, 0)), "<workbook/>")
    return buffer.getvalue()


def properties(shape_id: int, name: str, ph: str = "", wrapper: str = "Sp", descr: str = "") -> str:
    described = f' descr="{descr}"' if descr else ""
    return (
        f'<p:nv{wrapper}Pr><p:cNvPr id="{shape_id}" name="{name}"{described}/>'
        f"<p:cNv{wrapper}Pr/><p:nvPr>{ph}</p:nvPr></p:nv{wrapper}Pr>"
    )


def shape(shape_id: int, name: str, ph: str, *paragraphs: str) -> str:
    body = "".join(f"<a:p>{paragraph}</a:p>" for paragraph in paragraphs)
    text = f"<p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody>"
    return f"<p:sp>{properties(shape_id, name, ph)}<p:spPr/>{text}</p:sp>"


def run(text: str) -> str:
    return f'<a:r><a:rPr lang="de-DE"/><a:t>{text}</a:t></a:r>'


def sheet(*shapes: str) -> str:
    return (
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/>{''.join(shapes)}</p:spTree></p:cSld>"
    )


def row(*cells: str) -> str:
    text = "<a:txBody><a:bodyPr/><a:p>{}</a:p></a:txBody><a:tcPr/></a:tc>"
    body = "".join(f"<a:tc>{text.format(run(cell))}" for cell in cells)
    return f'<a:tr h="370840">{body}</a:tr>'


def frame(shape_id: int, name: str, ph: str, kind: str, content: str) -> str:
    uri = f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
    box = '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="914400"/></p:xfrm>'
    nv = properties(shape_id, name, ph, "GraphicFrame")
    return f"<p:graphicFrame>{nv}{box}{graphic}</p:graphicFrame>"


TITLE_PH, BODY_PH = '<p:ph type="title"/>', '<p:ph idx="1"/>'
SAME_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
BOX = (
    '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
)
PICTURE = (
    f"<p:pic>{properties(4, 'Bild', wrapper='Pic', descr='Ein Netz')}"
    '<p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    f"{BOX}</p:pic>"
)
CONNECTOR = (
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="5" name="Linie"/><p:cNvCxnSpPr><a:stCxn id="2" idx="0"/>'
    f'<a:endCxn id="4" idx="0"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>{BOX}</p:cxnSp>'
)
TRANSITION = (
    f'<mc:AlternateContent {MC}><mc:Choice {P14} Requires="p14"><p:transition p14:dur="700">'
    "<p:fade/></p:transition></mc:Choice><mc:Fallback><p:transition><p:fade/></p:transition>"
    "</mc:Fallback></mc:AlternateContent>"
)
TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    '<p:childTnLst><p:set><p:cBhvr><p:cTn id="2" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="3">'
    '<p:txEl><p:pRg st="1" end="1"/></p:txEl></p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>'
    'style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to>'
    "</p:set></p:childTnLst></p:cTn></p:par></p:tnLst>"
    '<p:bldLst><p:bldP spid="3" grpId="0" build="p"/></p:bldLst></p:timing>'
)
SLIDE_TREE = sheet(
    shape(2, "Titel", TITLE_PH, run("Dialoge")),
    shape(3, "Inhalt", BODY_PH, run("Nachrichten"), run("Kommentare")),
    PICTURE,
    CONNECTOR,
)
SLIDE_XML = f"<p:sld {P}>{SLIDE_TREE}{SAME_COLOURS}{TRANSITION}{TIMING}</p:sld>"
TABLE = (
    '<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="914400"/><a:gridCol w="914400"/></a:tblGrid>'
    f"{row('Netz', 'Nutzer')}{row('Forum', 'Viele')}</a:tbl>"
)
CHART_LINK = f'<c:chart {C} r:id="rId2"/>'
DATA_SLIDE_TREE = sheet(
    shape(2, "Titel", TITLE_PH, run("Zahlen")),
    frame(3, "Diagramm", BODY_PH, "chart", CHART_LINK),
    frame(4, "Tabelle", "", "table", TABLE),
)
DATA_SLIDE_XML = f"<p:sld {P}>{DATA_SLIDE_TREE}{SAME_COLOURS}</p:sld>"
LAYOUT_TREE = sheet(
    shape(2, "Titel", TITLE_PH, run("Titel")), shape(3, "Inhalt", BODY_PH, run("Text"))
)
LAYOUT_XML = f'<p:sldLayout {P} type="obj">{LAYOUT_TREE}{SAME_COLOURS}</p:sldLayout>'
MASTER_TREE = sheet(
    shape(2, "Titel", TITLE_PH, run("Titel")),
    shape(3, "Inhalt", '<p:ph type="body" idx="1"/>', run("Text")),
)
MASTER_XML = (
    f"<p:sldMaster {P}>{MASTER_TREE}{COLOUR_MAP}<p:sldLayoutIdLst>"
    '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
)
NOTES_PH = '<p:ph type="body" idx="1"/>'
NOTES_MASTER_TREE = sheet(shape(2, "Notizen", NOTES_PH, run("Text")))
NOTES_MASTER_XML = f"<p:notesMaster {P}>{NOTES_MASTER_TREE}{COLOUR_MAP}</p:notesMaster>"
NOTES_TREE = sheet(shape(2, "Notizen", NOTES_PH, run("Langsam sprechen")))
NOTES_XML = f"<p:notes {P}>{NOTES_TREE}{SAME_COLOURS}</p:notes>"
SECTIONS = (
    f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst {P14}>'
    '<p14:section name="Anfang" id="{01210892-9B9C-5796-B670-305DE8A3A70F}"><p14:sldIdLst>'
    '<p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst>"
)
NOTES_MASTER_LIST = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
PRESENTATION_XML = (
    f'<p:presentation {P}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
    f"</p:sldMasterIdLst>{NOTES_MASTER_LIST}<p:sldIdLst>"
    '<p:sldId id="256" r:id="rId3"/><p:sldId id="257" r:id="rId4"/></p:sldIdLst>'
    '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
    f"{SECTIONS}</p:presentation>"
)
EXTERNAL_DATA = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
CHART_XML = (
    f"<c:chartSpace {C}><c:chart><c:plotArea><c:layout/><c:barChart>"
    '<c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
    '<c:tx><c:strRef><c:f>A!$B$1</c:f><c:strCache><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>Reichweite</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    '<c:cat><c:strRef><c:f>A!$A$2</c:f><c:strCache><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>Video</c:v></c:pt></c:strCache></c:strRef></c:cat>'
    "<c:val><c:numRef><c:f>A!$B$2</c:f><c:numCache><c:formatCode>0</c:formatCode>"
    '<c:ptCount val="1"/><c:pt idx="0"><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
    '<c:axId val="11"/><c:axId val="12"/></c:barChart>'
    '<c:catAx><c:axId val="11"/><c:scaling/><c:axPos val="b"/><c:crossAx val="12"/></c:catAx>'
    '<c:valAx><c:axId val="12"/><c:scaling/><c:axPos val="l"/><c:crossAx val="11"/></c:valAx>'
    f"</c:plotArea></c:chart>{EXTERNAL_DATA}</c:chartSpace>"
)
CORE_XML = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Dialoge</dc:title>'
    "<dc:creator>Rednerin</dc:creator></cp:coreProperties>"
)
COLOUR_NAMES = ["dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink"]
SCHEME_COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="12262E"/></a:{name}>' for name in [*COLOUR_NAMES, "folHlink"]
)
FACE = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
THEME_XML = (
    f'<a:theme {A} name="Klein"><a:themeElements><a:clrScheme name="Klein">{SCHEME_COLOURS}'
    f'</a:clrScheme><a:fontScheme name="Klein"><a:majorFont>{FACE}</a:majorFont>'
    f'<a:minorFont>{FACE}</a:minorFont></a:fontScheme><a:fmtScheme name="Klein">'
    f"<a:fillStyleLst>{FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{f'<a:ln>{FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)


# --- Mistakes ----------------------------------------------------------------------------------


def swap(part: str, old: str, new: str) -> Mistake:
    """Return the mistake of `new` standing in `part` instead of the first `old`."""

    def make(parts: Parts) -> None:
        assert old.encode() in parts[part], f"{old} is not in {part}"
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return make


def drop(part: str, text: str) -> Mistake:
    """Return the mistake of `text` missing in `part`."""
    return swap(part, text, "")


def link(part: str, relationship: str) -> Mistake:
    """Return the mistake of one more relationship of `part`, such as "rId9 image x.png"."""
    rid, kind, target = relationship.split()
    item = f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return swap(of(part) if part else "_rels/.rels", "</Rel", f"{item}</Rel")


def put(part: str, content: bytes) -> Mistake:
    """Return the mistake of `part` being there with this content."""
    return lambda parts: parts.update({part: content})


def both(first: Mistake, second: Mistake) -> Mistake:
    def make(parts: Parts) -> None:
        first(parts)
        second(parts)

    return make


def in_layout(ph: str) -> Mistake:
    return swap(LAYOUT, "</p:spTree>", shape(9, "Neu", ph, run("Text")) + "</p:spTree>")


def on_slide(xml: str) -> Mistake:
    return swap(SLIDE, "</p:spTree>", f"{xml}</p:spTree>")


def save(path: Path, parts: Parts, year: int = 1980) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return path


OVERRIDE = (
    '<Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.{}"/>'
)
SLIDE_TYPE = OVERRIDE.format(DATA_SLIDE, "presentationml.slide+xml")
GHOST_TYPE = OVERRIDE.format("ppt/slides/slide9.xml", "presentationml.slide+xml")
FIRST_CELL = "<a:tc><a:txBody><a:bodyPr/><a:p>" + run("Netz")
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
MARKED = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

PACKAGE_MISTAKES = [
    (drop(TYPES, SLIDE_TYPE), f"{DATA_SLIDE}: has no content-type override"),
    (
        drop(TYPES, '<Default Extension="png" ContentType="image/png"/>'),
        "ppt/media/image1.png: has no content type",
    ),
    (
        swap(TYPES, "</Types>", f"{GHOST_TYPE}</Types>"),
        "ppt/slides/slide9.xml: has a content type, but is not there",
    ),
    (
        swap(TYPES, "</Types>", f"{SLIDE_TYPE}</Types>"),
        f"{TYPES}: `{DATA_SLIDE}` is listed more than once",
    ),
    (
        swap(TYPES, "presentationml.notesSlide+xml", "presentationml.slide+xml"),
        f"{NOTES}: its content type `application/vnd.openxmlformats-officedocument.presentationml"
        ".slide+xml` is not that of a notesSlide",
    ),
    (
        swap(SLIDE, "</p:sld>", "</p:slide>"),
        f"{SLIDE}: is not well-formed XML",
    ),
    (
        swap(of(SLIDE), "image1.png", "image9.png"),
        f"{SLIDE}: rId3 leads to ppt/media/image9.png, which is not there",
    ),
    (
        link(SLIDE, "rId3 image ../media/image1.png"),
        f"{SLIDE}: has more than one relationship rId3",
    ),
    (put("ppt/media/image2.png", PIXEL), "ppt/media/image2.png: is an orphan, nothing leads to it"),
    (
        put(of("ppt/slides/slide9.xml"), rels().encode()),
        "ppt/slides/slide9.xml: has relationships, but is not there",
    ),
    (
        swap(SLIDE, 'r:embed="rId3"', 'r:embed="rId9"'),
        f"{SLIDE}: r:embed=rId9 has no relationship",
    ),
    (
        link(SLIDE, "rId9 image ../media/image1.png"),
        f"{SLIDE}: relationship rId9 (image) is never used",
    ),
    (
        link(SLIDE, "rId9 slideLayout ../slideLayouts/slideLayout1.xml"),
        f"{SLIDE}: has 2 slideLayout relationships",
    ),
    (swap(SLIDE, 'Requires="p14"', 'Requires="p15"'), f"{SLIDE}: the prefix `p15` is required"),
    (put(WORKBOOK, workbook(2026)), f"{WORKBOOK}: 1 entries are not dated 1980-01-01"),
    (put(WORKBOOK, b"not a zip"), f"{WORKBOOK}: is not a workbook"),
]

PRESENTATION_MISTAKES = [
    (
        swap(MASTER, '"2147483649"', '"2147483648"'),
        f"{MASTER}: the id 2147483648 is used more than once among masters and layouts",
    ),
    (
        swap(MASTER, '"2147483649"', '"300"'),
        f"{MASTER}: the master or layout id 300 is below 2147483648",
    ),
    (
        swap(PRESENTATION, 'p:sldId id="257"', 'p:sldId id="256"'),
        f"{PRESENTATION}: the slide id 256 is used more than once",
    ),
    (
        swap(PRESENTATION, 'p:sldId id="257"', 'p:sldId id="255"'),
        f"{PRESENTATION}: the slide id 255 is not between 256 and 2147483647",
    ),
    (
        swap(PRESENTATION, 'p14:sldId id="257"', 'p14:sldId id="299"'),
        f"{PRESENTATION}: a section names slide 299, which is not there",
    ),
    (
        drop(PRESENTATION, '<p14:sldId id="257"/>'),
        f"{PRESENTATION}: slide 257 is in no section",
    ),
    (
        swap(PRESENTATION, "</p14:sldIdLst>", '<p14:sldId id="256"/></p14:sldIdLst>'),
        f"{PRESENTATION}: slide 256 is in more than one section",
    ),
    (
        drop(PRESENTATION, NOTES_MASTER_LIST),
        f"{PRESENTATION}: does not list the notes master {NOTES_MASTER}",
    ),
    (
        swap(of(NOTES), f"{OFFICE}/notesMaster", f"{OFFICE}/tags"),
        f"{NOTES}: has no notesMaster relationship",
    ),
    (swap(of(NOTES), f"{OFFICE}/slide", f"{OFFICE}/tags"), f"{NOTES}: has no slide relationship"),
    (
        swap(of(NOTES), "slide1.xml", "slide2.xml"),
        f"{NOTES}: belongs to {DATA_SLIDE}, which does not lead back to it",
    ),
    (
        swap(of(NOTES_MASTER), f"{OFFICE}/theme", f"{OFFICE}/tags"),
        f"{NOTES_MASTER}: has no theme relationship",
    ),
    (
        swap(of(NOTES_MASTER), "theme2.xml", "theme1.xml"),
        f"{NOTES_MASTER}: shares ppt/theme/theme1.xml with a slide master",
    ),
]

JUMP = (
    '<a:r><a:rPr lang="de-DE"><a:hlinkClick r:id="rId3" action="ppaction://hlinksldjump"/></a:rPr>'
    "<a:t>Sprung</a:t></a:r>"
)

SLIDE_MISTAKES = [
    (
        swap(SLIDE, 'id="4" name="Bild"', 'id="3" name="Bild"'),
        f"{SLIDE}: the shape id 3 is used more than once",
    ),
    (
        swap(SLIDE, 'spTgt spid="3"', 'spTgt spid="9"'),
        f"{SLIDE}: timing (spTgt) points at shape 9, which is not there",
    ),
    (
        swap(SLIDE, 'bldP spid="3"', 'bldP spid="9"'),
        f"{SLIDE}: timing (bldP) points at shape 9, which is not there",
    ),
    (
        swap(SLIDE, 'st="1" end="1"', 'st="1" end="2"'),
        f"{SLIDE}: timing points at paragraphs 1 to 2 of shape 3, which has 2",
    ),
    (
        swap(SLIDE, 'cTn id="2"', 'cTn id="1"'),
        f"{SLIDE}: the timing id 1 is used more than once",
    ),
    (in_layout('<p:ph type="pic" idx="1"/>'), f"{LAYOUT}: more than one placeholder has the idx 1"),
    (
        on_slide(shape(9, "Neu", '<p:ph type="body" idx="1"/>', run("Neu"))),
        f"{SLIDE}: more than one placeholder has the idx 1",
    ),
    (swap(SLIDE, BODY_PH, '<p:ph idx="7"/>'), f"{SLIDE}: `Inhalt` (obj, idx 7) is not in {LAYOUT}"),
    (
        swap(SLIDE, BODY_PH, '<p:ph type="body" idx="1"/>'),
        f"{SLIDE}: `Inhalt` (body, idx 1) is not in {LAYOUT}",
    ),
    (
        both(drop(SLIDE, run("Nachrichten")), drop(SLIDE, run("Kommentare"))),
        f"{SLIDE}: the placeholder `Inhalt` is empty",
    ),
    (drop(DATA_SLIDE, CHART_LINK), f"{DATA_SLIDE}: the placeholder `Diagramm` is empty"),
    (drop(SLIDE, run("Dialoge")), f"{SLIDE}: has no title"),
    (drop(SLIDE, TITLE_PH), f"{SLIDE}: has no title"),
    (
        swap(SLIDE, 'endCxn id="4"', 'endCxn id="9"'),
        f"{SLIDE}: the connector in `Linie` is glued to shape 9, which is not there",
    ),
    (
        swap(SLIDE, '<a:endCxn id="4" idx="0"/>', '<a:endCxn id="4" idx="4"/>'),
        f"{SLIDE}: the connector in `Linie` is glued to site 4 of shape 4, which has 4",
    ),
    (
        swap(SLIDE, "<a:p>", f"<a:p>{JUMP}"),
        f"{SLIDE}: a jump to a slide in `Titel` leads to none",
    ),
    (
        swap(SLIDE, 'cx="914400"', 'cx="-914400"'),
        f"{SLIDE}: a size is negative in `Bild`",
    ),
    (
        drop(SLIDE, '<p:bldP spid="3" grpId="0" build="p"/>'),
        f"{SLIDE}: the paragraphs of shape 3 appear without a build",
    ),
    (drop(SLIDE, ' descr="Ein Netz"'), f"{SLIDE}: the picture `Bild` has no alt text"),
    (
        swap(SLIDE, 'descr="Ein Netz"/>', f'descr="Ein Netz">{MARKED}</p:cNvPr>'),
        f"{SLIDE}: `Bild` is decorative and has alt text",
    ),
    (
        swap(SLIDE, 'name="Inhalt"', 'name="Inhalt" descr="Text"'),
        f"{SLIDE}: `Inhalt` has text and alt text",
    ),
    (
        swap(SLIDE, f"{TRANSITION}{TIMING}", f"{TIMING}{TRANSITION}"),
        f"{SLIDE}: the children of p:sld stand in the order cSld, clrMapOvr, timing, transition",
    ),
    (
        swap(SLIDE, TIMING, f"{TIMING}{TIMING}"),
        f"{SLIDE}: the children of p:sld stand in the order cSld, clrMapOvr, transition, timing, t",
    ),
]

BRAND_MISTAKES = [
    (swap(SLIDE, ' lang="de-DE"', ""), f"{SLIDE}: text without lang in `Titel`"),
    (swap(SLIDE, '<a:rPr lang="de-DE"/>', ""), f"{SLIDE}: text without lang in `Titel`"),
    (
        swap(
            NOTES, run("Langsam sprechen"), '<a:fld id="{0}" type="slidenum"><a:t>1</a:t></a:fld>'
        ),
        f"{NOTES}: text without lang in `Notizen`",
    ),
    (
        swap(SLIDE, run("Kommentare"), "<a:endParaRPr/>"),
        f"{SLIDE}: empty paragraph without lang in `Inhalt`",
    ),
    *(
        (
            swap(part, "</a:p>", f'<a:endParaRPr lang="de-DE">{RED}</a:endParaRPr></a:p>'),
            f"{part}: hard-coded colour srgbClr FF0000 in `{name}`",
        )
        for part, name in [
            (SLIDE, "Titel"),
            (LAYOUT, "Titel"),
            (MASTER, "Titel"),
            (NOTES, "Notizen"),
        ]
    ),
    (
        swap(CHART, "<c:cat>", f"<c:spPr>{RED}</c:spPr><c:cat>"),
        f"{CHART}: hard-coded colour srgbClr FF0000",
    ),
    (
        swap(
            SLIDE, "<p:spPr/>", '<p:spPr><a:solidFill><a:prstClr val="red"/></a:solidFill></p:spPr>'
        ),
        f"{SLIDE}: hard-coded colour prstClr red in `Titel`",
    ),
    (
        swap(SLIDE, ' lang="de-DE"/>', ' lang="de-DE"><a:latin typeface="Arial"/></a:rPr>'),
        f"{SLIDE}: hard-coded font `Arial` in `Titel`",
    ),
    (
        swap(SLIDE, "<a:p>", '<a:p><a:pPr><a:buFont typeface="Comic Sans MS"/></a:pPr>'),
        f"{SLIDE}: hard-coded font `Comic Sans MS` in `Titel`",
    ),
]

DATA_MISTAKES = [
    (
        drop(
            DATA_SLIDE, row("Netz", "Nutzer").partition(">")[2].partition("</a:tc>")[0] + "</a:tc>"
        ),
        f"{DATA_SLIDE}: table row 1 has 1 cells for 2 columns in `Tabelle`",
    ),
    (
        swap(DATA_SLIDE, FIRST_CELL, FIRST_CELL.replace("<a:tc", '<a:tc gridSpan="2"', 1)),
        f"{DATA_SLIDE}: table row 1 has merged cells that do not fit their gridSpan in `Tabelle`",
    ),
    (
        swap(DATA_SLIDE, FIRST_CELL, FIRST_CELL.replace("<a:tc", '<a:tc rowSpan="2"', 1)),
        f"{DATA_SLIDE}: table column 1 has merged cells that do not fit their rowSpan in `Tabelle`",
    ),
    (swap(CHART, 'axId val="11"', 'axId val="-11"'), f"{CHART}: c:axId is negative (-11)"),
    (drop(CHART, EXTERNAL_DATA), f"{CHART}: has no workbook (c:externalData)"),
    (
        swap(of(CHART), 'xlsx"', 'xlsx" TargetMode="External"'),
        f"{CHART}: its workbook ../embeddings/workbook1.xlsx is not in the file",
    ),
]

PROPERTY_MISTAKES = [
    (swap("_rels/.rels", "core-properties", "tags"), "docProps/core.xml: is not there"),
    (drop(CORE, "<dc:title>Dialoge</dc:title>"), f"{CORE}: has no title"),
    (swap(CORE, "Rednerin", "Steve Canny"), f"{CORE}: names `Steve Canny` as its author"),
    (put("docProps/thumbnail.png", PIXEL), "docProps/thumbnail.png: is a thumbnail"),
]

MISTAKES = [
    *PACKAGE_MISTAKES,
    *PRESENTATION_MISTAKES,
    *SLIDE_MISTAKES,
    *BRAND_MISTAKES,
    *DATA_MISTAKES,
    *PROPERTY_MISTAKES,
]


# --- Tests -------------------------------------------------------------------------------------


def test_a_good_package_has_no_problems(tmp_path: Path) -> None:
    assert problems(save(tmp_path / "good.pptx", good())) == []


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES, ids=[s for _, s in MISTAKES])
def test_a_mistake_is_found(mistake: Mistake, sentence: str, tmp_path: Path) -> None:
    parts = good()
    mistake(parts)
    found = problems(save(tmp_path / "bad.pptx", parts), audit=False)
    assert any(problem.startswith(sentence) for problem in found), "\n".join(found)


def test_what_the_validator_finds_is_reported(tmp_path: Path) -> None:
    parts = good()
    swap(SLIDE, "<p:spPr/>", "<p:spPr><a:unknown/></p:spPr>")(parts)
    found = problems(save(tmp_path / "bad.pptx", parts))
    assert found
    assert all(f.startswith(f"{SLIDE}: ") and f.endswith("(openxml-audit)") for f in found), found


def test_an_entry_that_stands_twice_is_found(tmp_path: Path) -> None:
    path = save(tmp_path / "bad.pptx", good())
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(zipfile.ZipInfo(SLIDE), SLIDE_XML)
    assert problems(path, audit=False) == [f"{SLIDE.lower()}: stands in the archive more than once"]


def test_entries_dated_today_are_found(tmp_path: Path) -> None:
    path = save(tmp_path / "bad.pptx", good(), year=2026)
    sentence = f"are not dated 1980-01-01, the first is {TYPES}"
    assert problems(path, audit=False) == [f"the archive: {len(good())} entries {sentence}"]


def test_a_file_that_is_no_archive_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "bad.pptx"
    path.write_bytes(b"%PDF-1.7")
    assert problems(path) == ["bad.pptx: is not a zip archive"]


@pytest.mark.parametrize(
    "harmless",
    [
        swap(SLIDE, ' descr="Ein Netz"/>', f">{MARKED}</p:cNvPr>"),
        swap(SLIDE, "<a:p>", '<a:p><a:pPr><a:buFont typeface="Wingdings"/></a:pPr>'),
        swap(SLIDE, ' lang="de-DE"/>', ' lang="de-DE"><a:latin typeface="+mn-lt"/></a:rPr>'),
        swap(SLIDE, 'name="Bild"', 'name="Bild" title="Netz"'),
        both(
            swap(DATA_SLIDE, "<a:tc>", '<a:tc gridSpan="2">'),
            swap(DATA_SLIDE, "<a:tc><", '<a:tc hMerge="1"><'),
        ),
    ],
    ids=["decorative picture", "bullet font", "theme font", "picture title", "merged cells"],
)
def test_what_is_allowed_is_no_problem(harmless: Mistake, tmp_path: Path) -> None:
    parts = good()
    harmless(parts)
    assert problems(save(tmp_path / "good.pptx", parts)) == []


def test_code_may_have_a_font_of_its_own(tmp_path: Path) -> None:
    parts = good()
    swap(SLIDE, ' lang="de-DE"/>', ' lang="de-DE"><a:latin typeface="Consolas"/></a:rPr>')(parts)
    path = save(tmp_path / "code.pptx", parts)
    assert problems(path, code_font="Consolas") == []
    assert problems(path, code_font="Courier New") == [
        f"{SLIDE}: hard-coded font `Consolas` in `Titel`"
    ]


def test_texts_are_read_in_the_order_of_the_talk(tmp_path: Path) -> None:
    assert texts(save(tmp_path / "good.pptx", good())) == [
        *("Dialoge", "Nachrichten", "Kommentare", "Langsam sprechen"),
        *("Zahlen", "Reichweite", "Video", "42", "Netz", "Nutzer", "Forum", "Viele"),
    ]
