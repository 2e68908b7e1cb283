"""The slide master, the native layouts and the notes master."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from smdeck.scene import (
    DATED,
    Box,
    Frame,
    Geometry,
    Level,
    Mark,
    NativeLayout,
    Paint,
    Shape,
    Slot,
    Style,
)
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.words import Words
from smdeck.write.foot import (
    DATE_INDEX,
    FOOTER_INDEX,
    NUMBER_INDEX,
    SLIDE_NUMBER,
    date_xml,
)
from smdeck.write.text import body_properties, level_xml, list_style
from smdeck.write.xml import (
    DECORATIVE,
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    SAME_COLOR_MAP,
    crop_xml,
    escape,
    fill_xml,
    geometry_xml,
    line_xml,
    transform_xml,
)

FIRST_BODY_INDEX = 13
"""PowerPoint numbers the placeholders of custom layouts from here; 10 to 12 are those of the foot."""


def placeholders(frames: tuple[Frame, ...], above: int = 0) -> dict[str, str]:
    """Return the `p:ph` of each frame by its name; every `idx` is used once.

    Above zero, all but titles are numbered above that, as the foot of a template has lower ones.
    """
    result, objects, bodies = {}, 0, max(0, above + 1 - FIRST_BODY_INDEX)
    for frame in frames:
        if frame.placeholder:
            result[frame.name] = frame.placeholder.xml
        elif above and frame.kind != "title" and frame.kind != "ctrTitle":
            type_ = "body" if frame.kind == "subTitle" else frame.kind
            kind = "" if frame.kind == "obj" else f' type="{type_}"'
            result[frame.name] = f'<p:ph{kind} sz="quarter" idx="{FIRST_BODY_INDEX + bodies}"/>'
            bodies += 1
        elif frame.kind in ("title", "ctrTitle"):
            result[frame.name] = f'<p:ph type="{frame.kind}"/>'
        elif frame.kind == "subTitle":
            result[frame.name] = '<p:ph type="subTitle" idx="1"/>'
        elif frame.kind == "obj":
            objects += 1
            size = ' sz="half"' if objects > 1 else ""
            result[frame.name] = f'<p:ph{size} idx="{objects}"/>'
        else:
            index = FIRST_BODY_INDEX + bodies
            bodies += 1
            result[frame.name] = f'<p:ph type="{frame.kind}" sz="quarter" idx="{index}"/>'
    return result


def color_map_override(theme: Theme, tone: str) -> str:
    """Return the `p:clrMapOvr` that flips theme colours on a ground other than the master's."""
    if tone in theme.color_maps:
        return theme.color_maps[tone]
    if theme.color_map(tone) == theme.color_map(theme.colors.base):
        return SAME_COLOR_MAP
    return f"<p:clrMapOvr><a:overrideClrMapping {color_map(theme, tone)}/></p:clrMapOvr>"


def color_map(theme: Theme, tone: str) -> str:
    """Return the attributes of a colour map: links take the accent, or the text, of the ground."""
    mapped = dict(theme.color_map(tone))
    links = {name: mapped.pop(name) for name in ("hlink", "folHlink")}
    accents = {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    return " ".join(f'{name}="{slot}"' for name, slot in {**mapped, **accents, **links}.items())


def background_xml(theme: Theme, tone: str) -> str:
    """Return the background of a master or layout: the ground, by itself or as `bg1`."""
    fill = fill_xml(theme.ground_paint(tone))
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def layout_part(
    native: NativeLayout,
    theme: Theme,
    words: Words,
    art: str,
    marks: Sequence[tuple[Mark, str]],
    footer: str,
    date: str = "",
) -> str:
    """Return a native layout: art and logos, its frames as placeholders, footer and number.

    `art` is the `a:blip` of the art, `marks` have that of each logo.
    """
    shapes = []
    id = 2
    if native.art:
        shapes.append(_picture(id, native.art.name, native.art.box, art))
        id += 1
    for mark, blip in marks:
        if mark.plate:
            shapes.append(plate_xml(id, words.shapes["shape"], *mark.plate))
            id += 1
        shapes.append(mark_xml(id, mark, blip))
        id += 1
    for shape in native.decor:
        shapes.append(decor_xml(id, shape, native.tone, theme, words))
        id += 1
    for tile in tiles_of(native):
        shapes.append(decor_xml(id, tile, native.tone, theme, words))
        id += 1
    for frame in native.frames:
        shapes.append(frame_xml(id, frame, native, theme, words))
        id += 1
    if native.footed:
        foot = native.foot
        parts = (3, 1, 1) if date and foot.w >= emu(DATED) else (4, 1)
        line, *middle, _ = foot.columns(parts, 0)
        shapes.append(_footer(id, theme, native.tone, words, FOOTER_INDEX, line, footer))
        shapes.append(_number(id + 1, theme, native.tone, words, NUMBER_INDEX, foot))
        if middle:
            shapes.append(_date(id + 2, theme, native.tone, words, DATE_INDEX, middle[0], date))
    type_ = f' type="{native.type}"' if native.type else ' userDrawn="1"'
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES}{type_} preserve="1">'
        f'<p:cSld name="{escape(native.name)}">{background_xml(theme, native.tone)}'
        f"<p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        f"{color_map_override(theme, native.tone)}</p:sldLayout>"
    )


def mark_xml(id: int, mark: Mark, blip: str) -> str:
    """Return a logo as a native layout shows it."""
    crop = crop_xml(mark.crop) if mark.crop else ""
    return _picture(id, mark.name, mark.box, blip, mark.name, crop)


def plate_xml(id: int, name: str, box: Box, slot: Slot) -> str:
    """Return the plate behind a logo that its ground would swallow."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(name)}">{DECORATIVE}'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform_xml(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill_xml(Paint(slot))}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _picture(
    id: int, name: str, box: Box, blip: str, alt: str | None = None, crop: str = ""
) -> str:
    described = f' descr="{escape(alt)}"/>' if alt else f">{DECORATIVE}</p:cNvPr>"
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="{escape(name)}"{described}'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
        f"</p:nvPicPr><p:blipFill>{blip}{crop}"
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform_xml(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


@lru_cache(maxsize=256)
def placeholders_of(native: NativeLayout) -> dict[str, str]:
    """Return the `p:ph` of each frame of a native layout by its name."""
    foot = [one.number for one in native.base.placeholders] if native.base else []
    return placeholders(native.frames, max(foot, default=0))


@lru_cache(maxsize=256)
@lru_cache(maxsize=512)
def has_unlike_bullets(native: NativeLayout) -> bool:
    """Return whether the bullets of a native layout's frames have more than one colour."""
    styles = [frame.style for frame in native.frames if frame.style]
    return len({one.bullet_color for style in styles for one in style.levels if one.bullet}) > 1


def tiles_of(native: NativeLayout) -> list[Shape]:
    """Return the tiles behind filled frames, as far as the layout draws them."""
    return [
        Shape(frame.box, frame.geometry, frame.fill, frame.line)
        for frame in native.frames
        if frame.fill and native.tiled
    ]


def frame_xml(id: int, frame: Frame, native: NativeLayout, theme: Theme, words: Words) -> str:
    """Return the placeholder of a frame, with its style and a prompt."""
    tone = native.tone
    name = escape(frame_name(frame, words))
    if frame.style:
        sizes = native.sizes.get(frame.name, frame.style.sizes[0])
        body = body_properties(frame.style) + list_style(theme, tone, frame.style, sizes)
        levels = len(frame.style.levels) if frame.kind in ("body", "obj") else 1
    else:
        body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>' + _caption_style(
            theme, tone
        )
        levels = 1
    outline = frame.geometry if frame.kind == "pic" else Geometry()
    box = frame.box if frame.kind == "pic" else frame.geometry.text_box(frame.box)
    # A template's master may fill its body, which all placeholders without a fill would have too.
    bare = "<a:noFill/><a:ln><a:noFill/></a:ln>" if not theme.owns_master else ""
    prompt = words.prompts[frame.prompt]
    paragraphs = f'<a:p><a:r><a:rPr lang="{words.lang}"/><a:t>{prompt}</a:t></a:r></a:p>'
    for level in range(1, levels):
        paragraphs += (
            f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="{words.lang}"/>'
            f"<a:t>{words.master[min(level, 4)]}</a:t></a:r></a:p>"
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholders_of(native)[frame.name]}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform_xml(box)}"
        f"{geometry_xml(outline)}{bare}</p:spPr>"
        f"<p:txBody>{body}{paragraphs}</p:txBody></p:sp>"
    )


_KINDS = {
    "title": "title",
    "ctrTitle": "title",
    "pic": "picture",
    "chart": "chart",
    "tbl": "table",
}
"""The kinds of frames that PowerPoint does not call a text."""


def frame_name(frame: Frame, words: Words) -> str:
    """Return what PowerPoint's selection pane calls a frame: its kind and its number."""
    kind = _KINDS.get(frame.kind, "text")
    number = frame.name.rsplit(" ", 1)[-1]
    return f"{words.shapes[kind]} {number}" if number.isdigit() else words.shapes[kind]


def _caption_style(theme: Theme, tone: str) -> str:
    style = Style((Level("muted"),), theme.sizes("label"), "center")
    return list_style(theme, tone, style, theme.sizes("label")[-1])


def decor_xml(id: int, shape: Shape, tone: str, theme: Theme, words: Words) -> str:
    """Return a shape that the layout itself draws: a rule, a bar, the number of a row."""
    paint = shape.fill_paint(theme.paint(shape.fill, tone)) if shape.fill else None
    fill = fill_xml(paint, shape.fade)
    line = line_xml(shape.line, theme.paint(shape.line.role, tone) if shape.line else None)
    if shape.text:
        text = shape.text
        body = body_properties(text.style, shrink=False)
        body += list_style(theme, tone, text.style, text.sizes)
        body += (
            f'<a:p><a:r><a:rPr lang="{words.lang}"/>'
            f"<a:t>{escape(text.paragraphs[0].plain)}</a:t></a:r></a:p>"
        )
    else:
        body = f'<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{words.lang}"/></a:p>'
    decorative = "/>" if shape.text else f">{DECORATIVE}</p:cNvPr>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{words.shapes["rule"]} {id}"{decorative}'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform_xml(shape.box)}'
        f"{geometry_xml(shape.geometry)}{fill}{line}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )


def _foot(
    id: int,
    theme: Theme,
    tone: str,
    name: str,
    placeholder: str,
    box: Box | None,
    align: Literal["left", "right"],
    paragraph: str,
) -> str:
    """Return footer, date or slide number; without a box it stands where the master has it."""
    style = Style((Level(theme.foot_role(tone)),), theme.sizes("foot"), align, "middle")
    shape = ""
    if box:
        shape = f'{transform_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{shape}</p:spPr><p:txBody>{body_properties(style, shrink=False)}"
        f"{list_style(theme, tone, style, theme.sizes('foot')[0])}{paragraph}</p:txBody></p:sp>"
    )


def _footer(
    id: int, theme: Theme, tone: str, words: Words, index: int, box: Box | None, text: str
) -> str:
    """Return the footer with the talk's own, so that a slide added by hand shows it too."""
    run = f'<a:r><a:rPr lang="{words.lang}"/><a:t>{escape(text)}</a:t></a:r>' if text else ""
    end = "" if text else f'<a:endParaRPr lang="{words.lang}"/>'
    return _foot(
        id,
        theme,
        tone,
        words.shapes["footer"],
        f'<p:ph type="ftr" sz="quarter" idx="{index}"/>',
        box,
        "left",
        f"<a:p>{run}{end}</a:p>",
    )


def _number(id: int, theme: Theme, tone: str, words: Words, index: int, foot: Box | None) -> str:
    box = foot.columns((4, 1), 0)[1] if foot else None
    paragraph = (
        f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="{words.lang}"/>'
        f"<a:t>‹#›</a:t></a:fld></a:p>"
    )
    return _foot(
        id,
        theme,
        tone,
        words.shapes["slide-number"],
        f'<p:ph type="sldNum" sz="quarter" idx="{index}"/>',
        box,
        "right",
        paragraph,
    )


def _date(
    id: int, theme: Theme, tone: str, words: Words, index: int, box: Box | None, date: str
) -> str:
    paragraph = date_xml(date, words.lang) if date else ""
    paragraph = paragraph or f'<a:p><a:endParaRPr lang="{words.lang}"/></a:p>'
    return _foot(
        id,
        theme,
        tone,
        words.shapes["date"],
        f'<p:ph type="dt" sz="half" idx="{index}"/>',
        box,
        "right",
        paragraph,
    )


def master_part(
    theme: Theme,
    words: Words,
    bullets: NativeLayout,
    layout_ids: Sequence[tuple[int, str]],
    footer: str,
) -> str:
    """Return the slide master: title, body and foot, and the text styles all layouts start from.

    Title and body are those of the native layout for bullets.
    """
    ids = "".join(f'<p:sldLayoutId id="{id}" r:id="{rel}"/>' for id, rel in layout_ids)
    title = next(frame for frame in bullets.frames if frame.kind == "title")
    body = next(frame.style for frame in bullets.frames if frame.kind == "obj")
    assert title.style and body
    master_body = "".join(
        f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr lang="{words.lang}"/><a:t>{text}</a:t></a:r></a:p>'
        for n, text in enumerate(words.master)
    )
    body_shape = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{words.shapes["text"]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform_xml(theme.body)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f"{body_properties(body)}<a:lstStyle/>{master_body}</p:txBody></p:sp>"
    )
    shapes = (
        frame_xml(2, title, bullets, theme, words)
        + body_shape
        + _date(4, theme, theme.colors.base, words, 2, theme.foot.columns((3, 1, 1), 0)[1], "")
        + _footer(5, theme, theme.colors.base, words, 3, theme.foot.columns((4, 1), 0)[0], footer)
        + _number(6, theme, theme.colors.base, words, 4, theme.foot)
    )
    return (
        f'{HEADER}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>{background_xml(theme, theme.colors.base)}'
        f"<p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(theme, theme.colors.base)}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        '<p:hf hdr="0" dt="0"/>'
        f"<p:txStyles>{_title_style(theme, title.style)}{_body_style(theme, body)}"
        f"{_other_style(theme, words)}</p:txStyles></p:sldMaster>"
    )


def _title_style(theme: Theme, style: Style) -> str:
    level = level_xml(theme, theme.colors.base, style.levels[0], style.sizes[0][0], "a:lvl1pPr")
    return f"<p:titleStyle>{level}</p:titleStyle>"


def _body_style(theme: Theme, style: Style) -> str:
    """Return nine levels of bullets; those past the style's last look like it, further in."""
    sizes, levels = style.sizes[0], style.levels
    written = []
    for n in range(9):
        level = levels[min(n, len(levels) - 1)]
        size = sizes[min(n, len(sizes) - 1)]
        beyond = max(0, n - len(levels) + 1)
        if beyond:
            level = level._replace(left=level.left + 20 * beyond)
        written.append(level_xml(theme, theme.colors.base, level, size, f"a:lvl{n + 1}pPr"))
    return f"<p:bodyStyle>{''.join(written)}</p:bodyStyle>"


def _other_style(theme: Theme, words: Words) -> str:
    size = theme.sizes("label")[1][0]
    levels = "".join(
        level_xml(theme, theme.colors.base, Level(), size, f"a:lvl{n}pPr") for n in range(1, 10)
    )
    default = f'<a:defPPr><a:defRPr lang="{words.lang}"/></a:defPPr>'
    return f"<p:otherStyle>{default}{levels}</p:otherStyle>"


def notes_master_part(theme: Theme, words: Words) -> str:
    """Return the notes master: the slide above, the speaker's words below, on A4-like paper."""
    line = fill_xml(theme.paint("line", "light"))
    slide = Box(emu(54), emu(54), emu(432), emu(243))
    notes = Box(emu(54), emu(315), emu(432), emu(360))
    number = Box(emu(414), emu(684), emu(72), emu(20))
    image = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{words.shapes["image"]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform_xml(slide)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="9525">{line}</a:ln></p:spPr></p:sp>'
    )
    body_style = "".join(
        level_xml(theme, "light", Level(left=14.0 * n, before=6), 12.0, f"a:lvl{n + 1}pPr")
        for n in range(9)
    )
    body = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{words.shapes["notes"]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{transform_xml(notes)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '</p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/>'
        f'<a:lstStyle/><a:p><a:r><a:rPr lang="{words.lang}"/><a:t>{words.master[0]}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )
    foot = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="{words.shapes["slide-number"]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{transform_xml(number)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle>'
        '<a:lvl1pPr algn="r"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle><a:p>'
        f'<a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="{words.lang}"/><a:t>‹#›</a:t></a:fld>'
        "</a:p></p:txBody></p:sp>"
    )
    return (
        f"{HEADER}<p:notesMaster {NAMESPACES}><p:cSld>{background_xml(theme, 'light')}"
        f"<p:spTree>{EMPTY_GROUP}{image}{body}{foot}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(theme, 'light')}/>"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{body_style}</p:notesStyle></p:notesMaster>'
    )
