"""The slide master: title, body and foot, and the text styles that all layouts start from."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.scene import Level, SlideLayout, Style
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.write.backgrounds import background_xml, color_map
from smdeck.write.foot_placeholders import FootPlaceholders
from smdeck.write.slide_layout import layout_placeholder_xml
from smdeck.write.text import body_properties, level_xml
from smdeck.write.xml import (
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    RECTANGLE,
    placeholder_xml,
    run_xml,
    transform_xml,
)


def master_part(
    theme: Theme,
    strings: Strings,
    bullets: SlideLayout,
    layout_ids: Sequence[tuple[int, str]],
    footer: str,
) -> str:
    """Return the slide master: title, body and foot, and the text styles all layouts start from.

    Title and body are those of the slide layout for bullets.
    """
    ids = "".join(f'<p:sldLayoutId id="{id}" r:id="{rel}"/>' for id, rel in layout_ids)
    title = next(spec for spec in bullets.placeholders if spec.kind == "title")
    body = next(spec.style for spec in bullets.placeholders if spec.kind == "obj")
    assert title.style and body
    foot, (line, end) = (
        FootPlaceholders(theme, strings, theme.colors.base),
        theme.foot.columns((4, 1)),
    )
    shapes = (
        layout_placeholder_xml(2, title, bullets, theme, strings)
        + _body_shape(3, theme, strings, body)
        + foot.date(4, theme.foot.columns((3, 1, 1))[1], "", index=2)
        + foot.footer(5, line, footer, index=3)
        + foot.number(6, end, index=4)
    )
    return (
        f'{HEADER}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>{background_xml(theme, theme.colors.base)}'
        f"<p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMap {color_map(theme, theme.colors.base)}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        '<p:hf hdr="0" dt="0"/>'
        f"<p:txStyles>{_title_style(theme, title.style)}{_body_style(theme, body)}"
        f"{_other_style(theme, strings)}</p:txStyles></p:sldMaster>"
    )


def _body_shape(id: int, theme: Theme, strings: Strings, style: Style) -> str:
    """Return the place of the body, with a paragraph for each level."""
    paragraphs = "".join(
        f'<a:p><a:pPr lvl="{n}"/>{run_xml(text, strings.lang)}</a:p>'
        for n, text in enumerate(strings.master)
    )
    return placeholder_xml(
        id,
        strings.shapes["text"],
        '<p:ph type="body" idx="1"/>',
        f"<p:spPr>{transform_xml(theme.body)}{RECTANGLE}</p:spPr>",
        f"{body_properties(style)}<a:lstStyle/>{paragraphs}",
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


def _other_style(theme: Theme, strings: Strings) -> str:
    size = theme.type.sizes("label")[1][0]
    levels = "".join(
        level_xml(theme, theme.colors.base, Level(), size, f"a:lvl{n}pPr") for n in range(1, 10)
    )
    default = f'<a:defPPr><a:defRPr lang="{strings.lang}"/></a:defPPr>'
    return f"<p:otherStyle>{default}{levels}</p:otherStyle>"
