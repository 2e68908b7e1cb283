"""A template on a page: each of its layouts as a picture, with what its placeholders show."""

from __future__ import annotations

from smdeck.preview.markup import box_attributes, element, escaped, number
from smdeck.preview.slide import picture_address
from smdeck.scene.template import FOOT, TITLES, TemplateLayout, TemplatePlaceholder
from smdeck.theme.template.described import Described, described, lacking, rankings
from smdeck.theme.template.reading import Template
from smdeck.units import points

PIXELS = 640
"""How wide the backgrounds of layouts are drawn."""

COLORS = {"title": "#1d4ed8", "content": "#047857", "foot": "#64748b", "none": "#9f1239"}
"""The colours of the outlines: of titles, of what slides fill, of the foot, of what stays empty."""

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
       color: #0f172a; background: #f8fafc; }
h1 { font-size: 1.6rem; margin: 0; } p { margin: .3rem 0 1rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(30rem, 1fr)); gap: 1.6rem; }
figure { margin: 0; } figcaption { margin-bottom: .4rem; } figcaption b { font-size: 1.05rem; }
svg { width: 100%; height: auto; display: block; border: 1px solid #cbd5e1; border-radius: 4px; }
code { font: .92em ui-monospace, monospace; background: #e2e8f0; padding: 0 .3em;
       border-radius: 3px; }
table { border-collapse: collapse; margin: 0 0 1.6rem; } td { padding: .15rem 1.2rem .15rem 0; }
.serves { color: #047857; } .other { opacity: .72; }
"""


def template_page(template: Template) -> str:
    """Return a page of HTML that stands by itself: a picture of each layout, those first that
    serve, with the scores."""
    serving = template.serving
    order = sorted(template.layouts, key=lambda one: not _matters(template, one))
    rows = "".join(
        element("tr", element("td", escaped(called)) + element("td", _quoted(ranked)))
        for called, ranked in rankings(template)
    )
    lacks = lacking(template)
    title = escaped(template.path.name)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>"
        f"<h1>{title}</h1><p>{_legend()}</p><table>{rows}</table>"
        + (element("p", escaped(f"no layout of its own for: {', '.join(lacks)}")) if lacks else "")
        + "<main>"
        + "".join(_figure(template, one, serving.get(one.part, [])) for one in order)
        + "</main></body></html>\n"
    )


def _matters(template: Template, layout: TemplateLayout) -> bool:
    return layout.part in template.serving or layout in (template.plain, *template.bases.values())


def _legend() -> str:
    return " · ".join(
        f'<span style="color:{COLORS[kind]}">▭</span> {told}'
        for kind, told in (
            ("title", "title"),
            ("content", "filled by the deck"),
            ("foot", "foot"),
            ("none", "stays off the slide"),
        )
    )


def _quoted(text: str) -> str:
    """Return a text whose words in backticks are set as code."""
    pieces = escaped(text).split("`")
    return "".join(element("code", piece) if n % 2 else piece for n, piece in enumerate(pieces))


def _figure(template: Template, layout: TemplateLayout, serves: list[str]) -> str:
    told = [f"serves {', '.join(f'`{name}`' for name in serves)}"] if serves else []
    if layout is template.plain:
        told.append("what has no layout of its own is composed on it")
    told += [
        f"composed on where the tone is {tone}"
        for tone, one in template.bases.items()
        if one is layout
    ]
    caption = element("b", escaped(layout.name)) + (
        f' <span class="serves">{_quoted("; ".join(told))}</span>' if told else ""
    )
    drawn = layout_svg(template, layout)
    return element(
        "figure", element("figcaption", caption) + drawn, class_=None if told else "other"
    )


def layout_svg(template: Template, layout: TemplateLayout) -> str:
    """Return a layout as SVG: its background and art, and its placeholders with what they show."""
    width, height = (points(side) for side in template.canvas)
    background = picture_address(template.picture(layout.part, width=PIXELS))
    content = element(
        "image", href=background, x=0, y=0, width=width, height=height, preserveAspectRatio="none"
    )
    boxes = sorted(described(template, layout), key=lambda one: -_area(one.placeholder))
    content += "".join(_outline(one) for one in boxes)
    return element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=layout.name,
    )


def _outline(one: Described) -> str:
    """Return a placeholder as a dashed box with a tag: what it shows, or its name."""
    color = COLORS[_kind(one)]
    box = one.placeholder.box
    drawn = element(
        "rect", **box_attributes(box), fill=color, fill_opacity=0.07, stroke=color,
        stroke_width=1.6, stroke_dasharray=None if one.shows else "6 4",
    )  # fmt: skip
    size = one.placeholder.style.sizes[0][0] if one.placeholder.style else 0
    said = " · ".join(one.shows) or "–"
    name = f"{one.label}, {number(round(size))} pt" if size else one.label
    high = min(15.0, max(8.0, points(box.h) * 0.7))
    x, y = points(box.x), points(box.y)
    wide = high * (0.62 * len(said) + 0.48 * len(name) + 1.2)
    drawn += element("rect", x=x, y=y, width=wide, height=1.35 * high, fill="#ffffff",
                     fill_opacity=0.88)  # fmt: skip
    return drawn + element(
        "text",
        element("tspan", escaped(said), font_weight=700)
        + element("tspan", escaped(name), dx=0.5 * high, font_size=0.8 * high),
        x=x + 4,
        y=y + high,
        fill=color,
        font_size=high,
        font_family="system-ui, sans-serif",
    )


def _kind(one: Described) -> str:
    if one.placeholder.type in FOOT:
        return "foot"
    if not one.shows:
        return "none"
    return "title" if one.placeholder.type in TITLES else "content"


def _area(one: TemplatePlaceholder) -> int:
    return one.box.w * one.box.h
