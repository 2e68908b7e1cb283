"""Company templates made for tests: German layouts, several masters, samples, no footers.

`python tests/company.py` writes the small ones that stand beside the bad decks.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
from PIL import Image
from pptx import Presentation
from pptx.util import Inches, Pt

DEFAULT = Path(pptx.__file__).parent / "templates" / "default.pptx"
"""python-pptx's own template: eleven English layouts on slides of 4:3."""

GERMAN = {
    "Title Slide": "Titelfolie",
    "Title and Content": "Titel und Inhalt",
    "Section Header": "Zwischentitel",
    "Two Content": "Zwei Spalten",
    "Comparison": "Gegenüberstellung",
    "Title Only": "Nur Titel",
    "Blank": "Leer",
}
"""The layouts that stay, under the names that a German company gives them."""

COLORS = {
    "dk2": "1B2A41", "lt2": "EEF1F4", "accent1": "0B5D3B", "accent2": "C8501E",
    "accent3": "2C7DA0", "accent4": "7A5195", "accent5": "8A6D1D", "accent6": "5C6B73",
}  # fmt: skip

Parts = dict[str, bytes]


def parts_of(file: Path | io.BytesIO) -> Parts:
    """Return the members of a zip by name."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """Return a zip of members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()


def edited(parts: Parts, names: str, edit: Callable[[str], str]) -> None:
    """Change the text of the members whose names match."""
    for name in parts:
        if re.fullmatch(names, name):
            parts[name] = edit(parts[name].decode()).encode()


def plain_parts() -> Parts:
    """Return python-pptx's template with German layouts, and colours and fonts of a company."""
    parts = parts_of(DEFAULT)
    kept = set()
    for name in [name for name in parts if re.fullmatch(r"ppt/slideLayouts/\w+\.xml", name)]:
        text = parts[name].decode()
        called = re.search(r'<p:cSld name="([^"]*)"', text)
        assert called
        if called[1] in GERMAN:
            kept.add(name)
            parts[name] = text.replace(called[1], GERMAN[called[1]], 1).encode()
        else:
            del parts[name], parts[name.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"]
    rels = parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"].decode()
    for row in re.findall(r"<Relationship [^>]*/>", rels):
        target = re.search(r'Target="\.\./(slideLayouts/[^"]*)"', row)
        id = re.search(r'Id="([^"]*)"', row)
        if target and id and f"ppt/{target[1]}" not in kept:
            rels = rels.replace(row, "")
            edited(
                parts, "ppt/slideMasters/slideMaster1.xml",
                lambda text, id=id[1]: re.sub(rf'<p:sldLayoutId [^>]*r:id="{id}"/>', "", text),  # type: ignore[misc]
            )  # fmt: skip
            full = f"ppt/{target[1]}"
            edited(
                parts, r"\[Content_Types\]\.xml",
                lambda text, full=full: re.sub(rf'<Override [^>]*"/{full}"[^>]*/>', "", text),  # type: ignore[misc]
            )  # fmt: skip
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = rels.encode()
    for slot, color in COLORS.items():
        edited(
            parts, "ppt/theme/theme1.xml",
            lambda text, slot=slot, color=color: re.sub(  # type: ignore[misc]
                rf"<a:{slot}>.*?</a:{slot}>",
                f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>', text, flags=re.S,
            ),
        )  # fmt: skip
    edited(parts, "ppt/theme/theme1.xml", lambda text: text.replace("Calibri", "Arial"))
    return parts


def without_footers(parts: Parts) -> None:
    """Take date, footer and slide number from all layouts and masters."""
    shape = r'<p:sp>(?:(?!</p:sp>).)*?<p:ph type="(?:dt|ftr|sldNum)".*?</p:sp>'
    edited(
        parts, r"ppt/slide(Layout|Master)s/\w+\.xml",
        lambda text: re.sub(shape, "", text, flags=re.S),
    )  # fmt: skip


def with_second_master(parts: Parts) -> None:
    """Add a second master, dark and with the same layouts, that no sample stands on."""
    copies = {}
    names = sorted(name for name in parts if re.fullmatch(r"ppt/slideLayouts/\w+\.xml", name))
    for number, name in enumerate(names, 51):
        copies[name] = f"ppt/slideLayouts/slideLayout{number}.xml"
    copies["ppt/slideMasters/slideMaster1.xml"] = "ppt/slideMasters/slideMaster2.xml"
    copies["ppt/theme/theme1.xml"] = "ppt/theme/theme9.xml"
    types = parts["[Content_Types].xml"].decode()
    for old, new in copies.items():
        folder, file = old.rsplit("/", 1)
        parts[new] = parts[old]
        rels = f"{folder}/_rels/{file}.rels"
        if rels in parts:
            text = parts[rels].decode()
            for one, other in copies.items():
                text = text.replace(one.split("/", 1)[1] + '"', other.split("/", 1)[1] + '"')
            parts[f"{folder}/_rels/{new.rsplit('/', 1)[1]}.rels"] = text.encode()
        override = re.search(rf'<Override [^>]*"/{old}"[^>]*/>', types)
        assert override
        types = types.replace(override[0], override[0] + override[0].replace(old, new))
    parts["[Content_Types].xml"] = types.encode()

    def darker(text: str) -> str:
        ids = iter(range(2_147_483_800, 2_147_483_900))
        text = re.sub(r'(<p:sldLayoutId id=")\d+', lambda found: found[1] + str(next(ids)), text)
        return text.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')

    edited(parts, "ppt/slideMasters/slideMaster2.xml", darker)
    edited(
        parts, "ppt/presentation.xml",
        lambda text: text.replace(
            "</p:sldMasterIdLst>",
            '<p:sldMasterId id="2147483799" r:id="rIdDark"/></p:sldMasterIdLst>',
        ),
    )  # fmt: skip
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    edited(
        parts, r"ppt/_rels/presentation\.xml\.rels",
        lambda text: text.replace(
            "</Relationships>",
            f'<Relationship Id="rIdDark" Type="{kind}" Target="slideMasters/slideMaster2.xml"/>'
            "</Relationships>",
        ),
    )  # fmt: skip


def with_samples(data: bytes, count: int = 8) -> bytes:
    """Return a template with sample slides, each with a picture of its own and notes."""
    presentation = Presentation(io.BytesIO(data))
    for number in range(count):
        layout = presentation.slide_layouts[number % 4]
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = f"Musterfolie {number}"
        picture = io.BytesIO()
        Image.new("RGB", (300, 200), (20 * number, 90, 200)).save(picture, "PNG")
        picture.seek(0)
        slide.shapes.add_picture(picture, Inches(1), Inches(1))
        slide.notes_slide.notes_text_frame.text = "Notiz des Musters"
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def with_picture_layout(data: bytes) -> bytes:
    """Return a template whose last layout has words left and a picture right of them."""
    presentation = Presentation(io.BytesIO(data))
    layout = next(one for one in presentation.slide_layouts if one.name == "Zwei Spalten")
    right = layout.placeholders[2]
    right._element.nvSpPr.nvPr.find(
        "{http://schemas.openxmlformats.org/presentationml/2006/main}ph"
    ).set("type", "pic")
    layout.name = "Text und Bild"
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def resized_slides(data: bytes, width: float, height: float) -> bytes:
    """Return a template on slides of another size in points, its placeholders moved along."""
    presentation = Presentation(io.BytesIO(data))
    across = Pt(width) / presentation.slide_width
    down = Pt(height) / presentation.slide_height
    presentation.slide_width, presentation.slide_height = Pt(width), Pt(height)
    for master in presentation.slide_masters:
        for owner in (master, *master.slide_layouts):
            for shape in owner.placeholders:
                if shape._element.spPr.xfrm is not None:
                    shape.left, shape.width = (
                        round(shape.left * across),
                        round(shape.width * across),
                    )
                    shape.top, shape.height = round(shape.top * down), round(shape.height * down)
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def company(
    *,
    samples: int = 0,
    masters: int = 1,
    footers: bool = True,
    picture: bool = False,
    size: tuple[float, float] | None = None,
) -> bytes:
    """Return a company's template; `size` is that of its slides in points."""
    parts = plain_parts()
    if not footers:
        without_footers(parts)
    if masters > 1:
        with_second_master(parts)
    data = packed(parts)
    if picture:
        data = with_picture_layout(data)
    if size:
        data = resized_slides(data, *size)
    return with_samples(data, samples) if samples else data


# --- The small ones beside the bad decks ---------------------------------------------------------


def small(*layouts: str) -> Parts:
    """Return the company's template with these layouts alone."""
    presentation = Presentation(io.BytesIO(packed(plain_parts())))
    for layout in list(presentation.slide_layouts):
        if layout.name not in layouts:
            presentation.slide_layouts.remove(layout)
    saved = io.BytesIO()
    presentation.save(saved)
    parts = parts_of(saved)
    del parts["docProps/thumbnail.jpeg"]
    edited(
        parts, r"_rels/\.rels", lambda text: re.sub(r"<Relationship [^>]*thumb[^>]*/>", "", text)
    )
    return {name: data for name, data in parts.items() if "printerSettings" not in name}


def with_pale_subtitle(layout: str) -> str:
    """Return a title layout whose subtitle is small and grey: 3.5:1 to white."""
    gray = '<a:defRPr sz="1600"><a:solidFill><a:srgbClr val="888888"/>'
    return re.sub(r'<a:defRPr><a:solidFill><a:schemeClr val="tx1">.*?</a:schemeClr>', gray, layout)


def with_fetched_picture(parts: Parts) -> Parts:
    """Return a template whose title layout shows a picture that stands in the web."""
    parts = dict(parts)
    shown = (
        '<p:pic><p:nvPicPr><p:cNvPr id="99" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:link="rIdFern"/><a:stretch/></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        "</p:pic></p:spTree>"
    )
    edited(
        parts, r"ppt/slideLayouts/slideLayout1\.xml",
        lambda text: text.replace("</p:spTree>", shown),
    )  # fmt: skip
    row = (
        '<Relationship Id="rIdFern" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="https://example.com/logo.png" TargetMode="External"/>'
    )
    edited(
        parts, r"ppt/slideLayouts/_rels/slideLayout1\.xml\.rels",
        lambda text: text.replace("</Relationships>", f"{row}</Relationships>"),
    )  # fmt: skip
    return parts


def with_script(parts: Parts) -> Parts:
    """Return a template whose title layout has a shape that runs a script when it is clicked."""
    parts = dict(parts)
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Los"><a:hlinkClick r:id="rIdSkript"/></p:cNvPr>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp></p:spTree>"
    )
    edited(
        parts, r"ppt/slideLayouts/slideLayout1\.xml",
        lambda text: text.replace("</p:spTree>", shape),
    )  # fmt: skip
    row = (
        '<Relationship Id="rIdSkript" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/hyperlink" Target="javascript:start()" TargetMode="External"/>'
    )
    edited(
        parts, r"ppt/slideLayouts/_rels/slideLayout1\.xml\.rels",
        lambda text: text.replace("</Relationships>", f"{row}</Relationships>"),
    )  # fmt: skip
    return parts


def write_small(folder: Path) -> None:
    """Write the templates that bad decks name."""
    usable = small("Titelfolie", "Titel und Inhalt", "Nur Titel")
    (folder / "firma.potx").write_bytes(packed(usable))
    (folder / "leer.potx").write_bytes(packed(small("Titel und Inhalt", "Leer")))
    pale = dict(usable)
    edited(pale, r"ppt/slideLayouts/slideLayout1\.xml", with_pale_subtitle)
    (folder / "blass.potx").write_bytes(packed(pale))
    macros = {**usable, "ppt/vbaProject.bin": b"no macro"}
    (folder / "makros.potm").write_bytes(packed(macros))
    untitled = dict(small("Leer"))
    (folder / "ohne-titel.potx").write_bytes(packed(untitled))
    empty = dict(small())
    (folder / "ohne-layouts.potx").write_bytes(packed(empty))
    (folder / "kaputt.potx").write_bytes(packed(usable)[:3000])
    (folder / "fern.potx").write_bytes(packed(with_fetched_picture(usable)))
    (folder / "aktiv.potx").write_bytes(packed(with_script(usable)))
    odd = dict(usable)
    edited(odd, r"ppt/slideLayouts/slideLayout1\.xml", lambda text: text.replace("ctrTitle", "x"))
    (folder / "verschrieben.potx").write_bytes(packed(odd))
    (folder / "gesperrt.potx").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 64)
    (folder / "alt.ppt").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 64)
    other = {name: data for name, data in usable.items() if not name.startswith("ppt/")}
    (folder / "kein-vortrag.potx").write_bytes(packed(other))


if __name__ == "__main__":
    write_small(Path(__file__).parent / "bad_decks" / "beside")
