"""The theme part: the brand's colours and fonts as PowerPoint knows them, and the table style."""

from __future__ import annotations

from smdeck.scene import Paint
from smdeck.theme import Theme
from smdeck.theme.color import hex_digits
from smdeck.units import emu
from smdeck.write.xml import HEADER, color_xml, escape, fill_xml

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TABLE_STYLE = "{5F3B6E0C-2B1D-4C7A-9E43-7A51C0D6B802}"
"""The id of the branded table style, the default of every table drawn by hand."""


def theme_part(theme: Theme) -> str:
    """Return the theme: colours, fonts, flat formats, defaults of drawn shapes, brand colours."""
    name = escape(theme.name)
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{hex_digits(color)}"/></a:{slot}>'
        for slot, color in theme.colors.slots.items()
    )
    return (
        f'{HEADER}<a:theme {A} name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("major", theme.fonts.headings)}'
        f"{_font('minor', theme.fonts.body)}</a:fontScheme>"
        f'<a:fmtScheme name="{name}">{_flat_formats()}</a:fmtScheme></a:themeElements>'
        f"<a:objectDefaults>{_object_defaults(theme)}</a:objectDefaults><a:extraClrSchemeLst/>"
        f"{_custom_colors(theme)}</a:theme>"
    )


_SCRIPT_FONTS = {
    "Jpan": "游ゴシック", "Hang": "맑은 고딕", "Hans": "微软雅黑", "Hant": "微軟正黑體",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Leelawadee UI", "Deva": "Nirmala UI",
}  # fmt: skip
"""The fonts of scripts that the brand's own lack, by their names in Windows and Office for Mac: as
in Office's own themes, the language of a text chooses among them."""


def _font(kind: str, family: str) -> str:
    others = "".join(
        f'<a:font script="{script}" typeface="{font}"/>' for script, font in _SCRIPT_FONTS.items()
    )
    return (
        f'<a:{kind}Font><a:latin typeface="{escape(family)}"/><a:ea typeface=""/>'
        f'<a:cs typeface=""/>{others}</a:{kind}Font>'
    )


def _flat_formats() -> str:
    """Return a format scheme without gradients, shadows and bevels."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )


def _object_defaults(theme: Theme) -> str:
    """Return how a shape, a line and a text box look that somebody draws by hand."""
    label = theme.type.sizes("label")[1][0]
    brand = fill_xml(theme.paint("brand", theme.colors.base))
    words = fill_xml(theme.paint("inverse", theme.colors.base))
    width = emu(theme.taste.rule)
    return (
        f"<a:spDef><a:spPr>{brand}<a:ln><a:noFill/></a:ln></a:spPr>"
        '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle><a:defPPr algn="ctr">'
        f'<a:defRPr sz="{round(label * 100)}">{words}</a:defRPr></a:defPPr></a:lstStyle></a:spDef>'
        f'<a:lnDef><a:spPr><a:ln w="{width}">{brand}</a:ln></a:spPr><a:bodyPr/><a:lstStyle/></a:lnDef>'
        '<a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" '
        'bIns="0" rtlCol="0"><a:spAutoFit/></a:bodyPr><a:lstStyle><a:defPPr>'
        f'<a:defRPr sz="{round(label * 100)}"/></a:defPPr></a:lstStyle></a:txDef>'
    )


def _custom_colors(theme: Theme) -> str:
    """Return the palette by its own names, which PowerPoint's colour picker shows."""
    colors = "".join(
        f'<a:custClr name="{escape(name)}"><a:srgbClr val="{hex_digits(color)}"/></a:custClr>'
        for name, color in theme.colors.palette.items()
    )
    return f"<a:custClrLst>{colors}</a:custClrLst>" if colors else ""


def table_styles_part(theme: Theme) -> str:
    """Return the table styles: one, the brand's, with a header row and rules."""
    name = escape(theme.name)
    text, accent = Paint("tx1"), Paint(theme.table_header())
    rule, line = emu(max(3.0, theme.taste.rule)), emu(1.5)
    muted = theme.paint("line", theme.colors.base)
    surface = theme.paint("surface", theme.colors.base)

    def border(side: str, width: int, paint: Paint | None) -> str:
        inner = fill_xml(paint)
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{inner}</a:ln></a:{side}>'

    def part(tag: str, style: str, borders: str, fill: Paint | None = None, bold: str = "") -> str:
        words = f'<a:tcTxStyle{bold}><a:fontRef idx="minor"/>{style}</a:tcTxStyle>' if style else ""
        return (
            f"<a:{tag}>{words}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>"
            f"<a:fill>{fill_xml(fill)}</a:fill></a:tcStyle></a:{tag}>"
        )

    none = "".join(border(side, line, None) for side in ("left", "right"))
    inside = border("insideH", line, muted)
    whole = part("wholeTbl", color_xml(text), none + border("bottom", line, muted) + inside)
    header = part("firstRow", color_xml(accent), border("bottom", rule, accent), None, ' b="on"')
    last = part("lastRow", color_xml(text), border("top", rule, accent), None, ' b="on"')
    first = part("firstCol", color_xml(text), "", None, ' b="on"')
    corner = part("nwCell", color_xml(accent), border("bottom", rule, accent), None, ' b="on"')
    band = part("band1H", "", "", surface)
    return (
        f'{HEADER}<a:tblStyleLst {A} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{name}">'
        f"{whole}{band}{first}{last}{header}{corner}</a:tblStyle></a:tblStyleLst>"
    )
