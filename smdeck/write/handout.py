"""The handout master: what stands around the slides where several are printed on a page."""

from __future__ import annotations

from smdeck.scene import Box, LayoutPicture
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.theme.artwork import Logo
from smdeck.units import emu
from smdeck.write.backgrounds import background_xml, color_map
from smdeck.write.foot import ANY_NUMBER, number_field
from smdeck.write.slide_layout import layout_picture_xml, plate_xml
from smdeck.write.xml import (
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    RECTANGLE,
    escape,
    fill_xml,
    placeholder_xml,
    run_xml,
    transform_xml,
)

PAGE = emu(540), emu(720)
"""The paper, as `p:notesSz` says it."""

SIDE, TOP, HEIGHT = emu(42), emu(24), emu(20)
"""Where head and foot stand: PowerPoint has the slides between 68 and 652 pt."""

SIZE = 9.0


def handout_logo(theme: Theme) -> Logo | None:
    """Return the logo that handouts show: paper is a light background."""
    return theme.branding.logos.get("light")


def handout_master_part(
    theme: Theme, strings: Strings, logo: tuple[Logo, str] | None, header: str, footer: str
) -> str:
    """Return the handout master: logo, header and date above, footer and number below.

    `logo` comes with its `a:blip`.
    """
    width = PAGE[0] - 2 * SIDE
    foot = PAGE[1] - TOP - HEIGHT
    rule = Box(SIDE, TOP + HEIGHT + emu(6), width, emu(0.75))
    head = Box(SIDE, TOP, width - emu(120), HEIGHT)
    shapes = [plate_xml(2, strings.shapes["rule"], rule, theme.paint("accent", "light"))]
    if logo:
        size = Box(SIDE, TOP, round(HEIGHT * logo[0].ratio), HEIGHT)
        picture = LayoutPicture(logo[0].file, size, f"{strings.shapes['logo']} {theme.name}")
        shapes.append(layout_picture_xml(3, picture, logo[1]))
        left = size.right + emu(12)
        head = Box(left, TOP, head.right - left, HEIGHT)
    right = SIDE + width - emu(114)
    for id, kind, name, box, content in (
        (4, "hdr", "header", head, _run(header, strings)),
        (5, "dt", "date", Box(right, TOP, emu(114), HEIGHT), ""),
        (6, "ftr", "footer", Box(SIDE, foot, width - emu(120), HEIGHT), _run(footer, strings)),
        (7, "sldNum", "slide-number", Box(right, foot, emu(114), HEIGHT),
         number_field(ANY_NUMBER, strings.lang)),
    ):  # fmt: skip
        shapes.append(
            _placeholder(
                id,
                kind,
                name=strings.shapes[name],
                box=box,
                content=content,
                theme=theme,
                lang=strings.lang,
            )
        )
    return (
        f"{HEADER}<p:handoutMaster {NAMESPACES}><p:cSld>{background_xml(theme, 'light')}"
        f"<p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(theme, 'light')}/></p:handoutMaster>"
    )


def _run(text: str, strings: Strings) -> str:
    return run_xml(text, strings.lang) if text else ""


def _placeholder(
    id: int, kind: str, name: str, box: Box, content: str, theme: Theme, lang: str
) -> str:
    index = {"hdr": "", "dt": ' idx="1"', "ftr": ' idx="2"', "sldNum": ' idx="3"'}[kind]
    align = "r" if kind in ("dt", "sldNum") else "l"
    return placeholder_xml(
        id,
        escape(name),
        f'<p:ph type="{kind}" sz="quarter"{index}/>',
        f"<p:spPr>{transform_xml(box)}{RECTANGLE}</p:spPr>",
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"/>'
        f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="{round(100 * SIZE)}">'
        f"{fill_xml(theme.paint('muted', 'light'))}"
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p>{content}<a:endParaRPr lang="{lang}"/></a:p>',
    )
