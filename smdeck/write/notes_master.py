"""The notes master: the slide above, the words of the speaker below."""

from __future__ import annotations

from smdeck.scene import Box, Level
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.words import Words
from smdeck.write.backgrounds import background_xml, color_map
from smdeck.write.foot import SLIDE_NUMBER
from smdeck.write.text import level_xml
from smdeck.write.xml import EMPTY_GROUP, HEADER, NAMESPACES, fill_xml, transform_xml


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
