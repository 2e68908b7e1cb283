"""Native slide layouts: art and logos, placeholders with prompts, and the foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count

from smdeck.scene import (
    DATED,
    Box,
    Geometry,
    LayoutPicture,
    Level,
    Paint,
    PlaceholderSpec,
    Shape,
    SlideLayout,
    Style,
)
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.units import emu
from smdeck.write.backgrounds import background_xml, color_map_override
from smdeck.write.foot_placeholders import FootPlaceholders
from smdeck.write.text import body_properties, list_style
from smdeck.write.xml import (
    DECORATIVE,
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    RECTANGLE,
    crop_xml,
    escape,
    fill_xml,
    geometry_xml,
    line_xml,
    placeholder_xml,
    run_xml,
    transform_xml,
)


def layout_part(
    slide_layout: SlideLayout,
    theme: Theme,
    strings: Strings,
    art: str,
    logos: Sequence[tuple[LayoutPicture, str]],
    footer: str,
    date: str = "",
) -> str:
    """Return a slide layout: art and logos, placeholders, footer and number.

    `art` is the `a:blip` of the art, `logos` have that of each logo.
    """
    shapes, ids, tone = [], count(2), slide_layout.tone
    if slide_layout.art:
        shapes.append(_picture(next(ids), slide_layout.art.name, slide_layout.art.box, art))
    for logo, blip in logos:
        if logo.plate:
            box, slot = logo.plate
            shapes.append(plate_xml(next(ids), strings.shapes["shape"], box, Paint(slot)))
        shapes.append(layout_picture_xml(next(ids), logo, blip))
    shapes += [decor_xml(next(ids), one, tone, theme, strings) for one in slide_layout.drawn]
    shapes += [
        layout_placeholder_xml(next(ids), spec, slide_layout, theme, strings)
        for spec in slide_layout.placeholders
    ]
    if slide_layout.footed:
        foot = slide_layout.foot
        parts = (3, 1, 1) if date and foot.w >= emu(DATED) else (4, 1)
        line, *middle, _ = foot.columns(parts)
        foot_placeholders = FootPlaceholders(theme, strings, tone)
        shapes.append(foot_placeholders.footer(next(ids), line, footer))
        shapes.append(foot_placeholders.number(next(ids), foot.columns((4, 1))[1]))
        if middle:
            shapes.append(foot_placeholders.date(next(ids), middle[0], date))
    type_ = f' type="{slide_layout.type}"' if slide_layout.type else ' userDrawn="1"'
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES}{type_} preserve="1">'
        f'<p:cSld name="{escape(slide_layout.name)}">{background_xml(theme, tone)}'
        f"<p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        f"{color_map_override(theme, tone)}</p:sldLayout>"
    )


def layout_picture_xml(id: int, logo: LayoutPicture, blip: str) -> str:
    """Return a logo as a slide layout shows it."""
    crop = crop_xml(logo.crop) if logo.crop else ""
    return _picture(id, logo.name, box=logo.box, blip=blip, alt=logo.name, crop=crop)


def plate_xml(id: int, name: str, box: Box, paint: Paint) -> str:
    """Return a plain rectangle, as the plate behind a logo that its ground would swallow."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(name)}">{DECORATIVE}'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform_xml(box)}'
        f"{RECTANGLE}{fill_xml(paint)}"
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
        f"{RECTANGLE}</p:spPr></p:pic>"
    )


FIRST_BODY_INDEX = 13
"""PowerPoint numbers the placeholders of custom layouts from here; 10 to 12 are those of the foot."""


@lru_cache(maxsize=256)
def placeholders_of(slide_layout: SlideLayout) -> dict[str, str]:
    """Return the `p:ph` of each placeholder of a slide layout by its name."""
    foot = [one.number for one in slide_layout.base.placeholders] if slide_layout.base else []
    return ph_of(slide_layout.placeholders, max(foot, default=0))


def ph_of(placeholders: tuple[PlaceholderSpec, ...], above: int = 0) -> dict[str, str]:
    """Return the `p:ph` of each placeholder by its name; every `idx` is used once.

    Above zero, all but titles are numbered above that, as the foot of a template has lower ones.
    """
    result, objects, bodies = {}, 0, max(0, above + 1 - FIRST_BODY_INDEX)
    for spec in placeholders:
        if spec.of_template:
            result[spec.name] = spec.of_template.xml
        elif above and spec.kind != "title" and spec.kind != "ctrTitle":
            type_ = "body" if spec.kind == "subTitle" else spec.kind
            kind = "" if spec.kind == "obj" else f' type="{type_}"'
            result[spec.name] = f'<p:ph{kind} sz="quarter" idx="{FIRST_BODY_INDEX + bodies}"/>'
            bodies += 1
        elif spec.kind in ("title", "ctrTitle"):
            result[spec.name] = f'<p:ph type="{spec.kind}"/>'
        elif spec.kind == "subTitle":
            result[spec.name] = '<p:ph type="subTitle" idx="1"/>'
        elif spec.kind == "obj":
            objects += 1
            size = ' sz="half"' if objects > 1 else ""
            result[spec.name] = f'<p:ph{size} idx="{objects}"/>'
        else:
            index = FIRST_BODY_INDEX + bodies
            bodies += 1
            result[spec.name] = f'<p:ph type="{spec.kind}" sz="quarter" idx="{index}"/>'
    return result


@lru_cache(maxsize=256)
def has_unlike_bullets(slide_layout: SlideLayout) -> bool:
    """Return whether the bullets of a slide layout's placeholders have more than one colour."""
    styles = [spec.style for spec in slide_layout.placeholders if spec.style]
    return len({one.bullet_color for style in styles for one in style.levels if one.bullet}) > 1


def layout_placeholder_xml(
    id: int, spec: PlaceholderSpec, slide_layout: SlideLayout, theme: Theme, strings: Strings
) -> str:
    """Return a placeholder as XML, with its style and a prompt."""
    tone = slide_layout.tone
    name = escape(placeholder_name(spec, strings))
    if spec.style:
        sizes = slide_layout.sizes.get(spec.name, spec.style.sizes[0])
        body = body_properties(spec.style) + list_style(theme, tone, spec.style, sizes)
        levels = len(spec.style.levels) if spec.kind in ("body", "obj") else 1
    else:
        body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>' + _caption_style(
            theme, tone
        )
        levels = 1
    outline = spec.geometry if spec.kind == "pic" else Geometry()
    box = spec.box if spec.kind == "pic" else spec.geometry.text_box(spec.box)
    # A template's master may fill its body, which all placeholders without a fill would have too.
    bare = "<a:noFill/><a:ln><a:noFill/></a:ln>" if not theme.owns_master else ""
    paragraphs = f"<a:p>{run_xml(strings.prompts[spec.prompt], strings.lang)}</a:p>"
    for level in range(1, levels):
        run = run_xml(strings.master[min(level, 4)], strings.lang)
        paragraphs += f'<a:p><a:pPr lvl="{level}"/>{run}</a:p>'
    return placeholder_xml(
        id,
        name,
        placeholders_of(slide_layout)[spec.name],
        f"<p:spPr>{transform_xml(box)}{geometry_xml(outline)}{bare}</p:spPr>",
        body + paragraphs,
    )


_KINDS = {
    "title": "title",
    "ctrTitle": "title",
    "pic": "picture",
    "chart": "chart",
    "tbl": "table",
}
"""The kinds of placeholders that PowerPoint does not call a text."""


def placeholder_name(spec: PlaceholderSpec, strings: Strings) -> str:
    """Return what PowerPoint's selection pane calls a placeholder: its kind and its number."""
    kind = _KINDS.get(spec.kind, "text")
    number = spec.name.rsplit(" ", 1)[-1]
    return f"{strings.shapes[kind]} {number}" if number.isdigit() else strings.shapes[kind]


def _caption_style(theme: Theme, tone: str) -> str:
    style = Style((Level("muted"),), theme.type.sizes("label"), "center")
    return list_style(theme, tone, style, theme.type.sizes("label")[-1])


def decor_xml(id: int, shape: Shape, tone: str, theme: Theme, strings: Strings) -> str:
    """Return a shape that the layout itself draws: a rule, a bar, the number of a row."""
    paint = shape.fill_paint(theme.paint(shape.fill, tone)) if shape.fill else None
    fill = fill_xml(paint, shape.fade)
    line = line_xml(shape.line, theme.paint(shape.line.role, tone) if shape.line else None)
    if shape.text:
        text = shape.text
        body = body_properties(text.style, shrink=False)
        body += list_style(theme, tone, text.style, text.sizes)
        body += f"<a:p>{run_xml(text.paragraphs[0].plain, strings.lang)}</a:p>"
    else:
        body = f'<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{strings.lang}"/></a:p>'
    decorative = "/>" if shape.text else f">{DECORATIVE}</p:cNvPr>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{strings.shapes["rule"]} {id}"{decorative}'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform_xml(shape.box)}'
        f"{geometry_xml(shape.geometry)}{fill}{line}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )
