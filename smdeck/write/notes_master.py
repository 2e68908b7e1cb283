"""The notes master: the slide above, the words of the speaker below."""

from __future__ import annotations

from smdeck.scene import Box, Level
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.backgrounds import background_xml, color_map
from smdeck.write.foot import ANY_NUMBER, number_field
from smdeck.write.text import level_xml
from smdeck.write.xml import (
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    RECTANGLE,
    fill_xml,
    placeholder_xml,
    run_xml,
    transform_xml,
)


def notes_master_part(theme: Theme, strings: Strings) -> str:
    """Return the notes master: the slide above, the speaker's words below, on A4-like paper."""
    line = fill_xml(theme.paint("line", "light"))
    slide = Box(emu(54), emu(54), emu(432), emu(243))
    notes = Box(emu(54), emu(315), emu(432), emu(360))
    number = Box(emu(414), emu(684), emu(72), emu(20))
    image = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{strings.shapes["image"]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform_xml(slide)}{RECTANGLE}<a:noFill/>"
        f'<a:ln w="9525">{line}</a:ln></p:spPr></p:sp>'
    )
    body_style = "".join(
        level_xml(theme, "light", Level(left=14.0 * n, before=6), 12.0, f"a:lvl{n + 1}pPr")
        for n in range(9)
    )
    body = placeholder_xml(
        3,
        strings.shapes["notes"],
        '<p:ph type="body" sz="quarter" idx="3"/>',
        f"<p:spPr>{transform_xml(notes)}{RECTANGLE}</p:spPr>",
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/><a:lstStyle/>'
        f"<a:p>{run_xml(strings.master[0], strings.lang)}</a:p>",
    )
    foot = placeholder_xml(
        4,
        strings.shapes["slide-number"],
        '<p:ph type="sldNum" sz="quarter" idx="5"/>',
        f"<p:spPr>{transform_xml(number)}{RECTANGLE}</p:spPr>",
        '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle>'
        '<a:lvl1pPr algn="r"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{number_field(ANY_NUMBER, strings.lang)}</a:p>",
    )
    return (
        f"{HEADER}<p:notesMaster {NAMESPACES}><p:cSld>{background_xml(theme, 'light')}"
        f"<p:spTree>{EMPTY_GROUP}{image}{body}{foot}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(theme, 'light')}/>"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{body_style}</p:notesStyle></p:notesMaster>'
    )
