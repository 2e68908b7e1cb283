"""The slide: every node of a fitted scene as SVG, in points from the top left.

Elements carry `data-at`, the number of their place in the source, and `data-click`, the click with
which they appear; both are for pages that show them. Nothing in a drawing can run.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any, NamedTuple
from zlib import crc32

from smdeck.data.icons import GRID, icon_path
from smdeck.findings import Place
from smdeck.fit.tables import bar_shapes
from smdeck.preview.arrows import pointed
from smdeck.preview.charts import chart_svg
from smdeck.preview.equations import equation_svg
from smdeck.preview.lines import TextToSet
from smdeck.preview.markup import Attribute, box_attributes, element, escaped, number
from smdeck.preview.outlines import outline
from smdeck.preview.sparks import spark_svg
from smdeck.preview.tables import cells_of, rules_of
from smdeck.preview.typefaces import CssColors, Pictures, css_family, pixels_shown
from smdeck.preview.words import WordsLook, line_svg, linked_svg, text_svg
from smdeck.scene import (
    Box,
    Chart,
    Connector,
    EquationBox,
    Fade,
    Geometry,
    Group,
    Icon,
    LayoutPicture,
    Line,
    Paint,
    Picture,
    Role,
    SceneNode,
    Shape,
    SlideScene,
    Spark,
    Table,
    TextBox,
)
from smdeck.theme import Theme
from smdeck.units import points


class SvgSlide(NamedTuple):
    """A slide as SVG."""

    svg: str
    places: tuple[Place, ...]
    """Where in the source its elements stand, by the number in `data-at`."""
    clicks: int
    """With how many clicks all of it is there."""


def draw_slide(
    scene: SlideScene,
    theme: Theme,
    lang: str,
    pictures: Pictures,
    *,
    linked: Callable[[str], str | None] | None = None,
    css: str = "",
) -> SvgSlide:
    """Return a fitted slide as SVG.

    `pictures` gives the address of each picture. Words that lead to the web are links, to another
    slide where `linked` gives an address for its `id`; without `linked` there are no links. `css`
    holds the fonts, for a drawing that stands by itself.
    """
    return SlideDrawing(scene, theme, lang=lang, pictures=pictures, linked=linked, css=css).drawn()


class SlideDrawing:
    """One slide while it is drawn."""

    def __init__(
        self,
        scene: SlideScene,
        theme: Theme,
        lang: str,
        pictures: Pictures,
        linked: Callable[[str], str | None] | None,
        css: str,
    ) -> None:
        from smdeck.model.scripts import written_rtl

        self.scene, self.theme, self.lang = scene, theme, lang
        self.pictures, self.css = pictures, css
        self.rtl = written_rtl(lang)
        self.colors = CssColors(theme, scene.tone)
        self.look = WordsLook(theme, scene.tone, self.rtl, linked)
        self.places: dict[Place, int] = {}
        self.definitions: list[str] = []
        self.clicks: dict[int, int] = {}
        self.part_clicks: dict[tuple[int, int], int] = {}
        """By text and paragraph, or table and row: the click that it appears with."""
        self.mark_clicks: dict[int, dict[tuple[str, int], int]] = {}
        """By chart, and by series or category: the click that it appears with."""
        for n, click in enumerate(scene.clicks, 1):
            self.clicks |= {id(node): n for node in click.nodes}
            for holder, first, last in (*click.lines, *click.rows):
                self.part_clicks |= {(id(holder), one): n for one in range(first, last + 1)}
            for chart, by, first, last in click.chart_parts:
                known = self.mark_clicks.setdefault(id(chart), {})
                known |= {(by, one): n for one in range(first, last + 1)}

    def drawn(self) -> SvgSlide:
        """Return the slide as SVG, with what its elements refer to."""
        style = element("style", _for_style(self.css)) if self.css else ""
        svg = self._whole(style + self.content())
        return SvgSlide(svg, tuple(self.places), len(self.scene.clicks))

    def content(self) -> str:
        """Return what is drawn, from the background up."""
        slide_layout, theme = self.scene.slide_layout, self.theme
        width, height = points(theme.width), points(theme.height)
        background, _ = self.colors.css(Paint("bg1"))
        content = [
            element("rect", width=width, height=height, fill=background),
            self._template_backdrop(),
        ]
        if slide_layout.art:
            content.append(self._layout_picture(slide_layout.art, flipped=self.rtl))
        for logo in slide_layout.logos:
            if logo.plate:
                box, slot = logo.plate
                fill = self.colors.fill(Paint(slot))
                content.append(element("rect", **box_attributes(self._seen(box)), **fill))
            content.append(self._layout_picture(logo))
        content += [self._shape(shape) for shape in slide_layout.drawn]
        content += [self._node(node) for node in self.scene.nodes]
        return "".join(content)

    def _whole(self, drawn: str) -> str:
        """Return a drawing of a slide's size."""
        width, height = points(self.theme.width), points(self.theme.height)
        return element(
            "svg",
            self._defined(drawn),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(width)} {number(height)}",
            lang=self.lang,
            xml__space="preserve",
            aria_label=self.scene.title or None,
        )

    def _define(self, tag: str, content: str, **attributes: str | float | None) -> str:
        """Keep what elements refer to, a fade or an outline to cut at; return how they do."""
        id = str(len(self.definitions))
        self.definitions.append(element(tag, content, id=id, **attributes))
        return f"url(#{id})"

    def _defined(self, drawn: str) -> str:
        """Return a drawing with what its elements refer to.

        Its names are its own: several drawings may stand on a page. They can't be taken for words,
        in which quotes are escaped.
        """
        if not self.definitions:
            return drawn
        drawn = element("defs", "".join(self.definitions)) + drawn
        own = f"d{crc32(drawn.encode()):08x}-"
        return drawn.replace(' id="', f' id="{own}').replace('="url(#', f'="url(#{own}')

    # -- backdrop -------------------------------------------------------------------------------

    def _template_backdrop(self) -> str:
        """Return what a company's template paints behind all else: a small picture of it."""
        base = self.scene.slide_layout.base
        picture = self.theme.backdrop_picture(base) if base else None
        if picture is None:
            return ""
        href = picture_address(picture)
        box = Box(0, 0, self.theme.width, self.theme.height)
        return element("image", href=href, preserveAspectRatio="none", **box_attributes(box))

    def _layout_picture(self, picture: LayoutPicture, *, flipped: bool = False) -> str:
        crop = picture.crop or (0.0, 0.0, 0.0, 0.0)
        href = self.pictures(picture.file, pixels_shown(picture.box, crop, self.theme))
        if not flipped:
            return self._cropped(href, self._seen(picture.box), crop, "")
        width = number(points(self.theme.width))
        inner = self._cropped(href, picture.box, crop, "")
        return element("g", inner, transform=f"translate({width} 0) scale(-1 1)")

    # -- nodes ------------------------------------------------------------------------------

    def _node(self, node: SceneNode) -> str:
        drawn = self._inside(node)
        at = _place_of(node)
        return self._marked(drawn, at, self.clicks.get(id(node)))

    def _marked(self, drawn: str, at: Place | None, click: int | None) -> str:
        """Return a drawing that knows where it comes from, and when it appears."""
        if at is None and click is None:
            return drawn
        spot = None if at is None else self.places.setdefault(at, len(self.places))
        return element("g", drawn, data_at=spot, data_click=click)

    def _inside(self, node: SceneNode) -> str:
        match node:
            case TextBox():
                return self._text(node)
            case Shape():
                return self._shape(node)
            case Icon():
                path = node.outline or icon_path(node.icon)
                geometry = Geometry(path=path, grid=(GRID, GRID))
                return self._outline(node.box, geometry, node.fill, None)
            case EquationBox():
                return equation_svg(node, self._seen(node.box), self.colors)
            case Picture():
                return self._picture(node)
            case Chart():
                box = self._seen(node.box)
                clicks = self.mark_clicks.get(id(node))
                return chart_svg(node, box, self.colors, self.lang, rtl=self.rtl, clicks=clicks)
            case Spark():
                return spark_svg(node, self._seen(node.box), self.colors, rtl=self.rtl)
            case Table():
                return self._table(node)
            case Connector():
                return self._connector(node)
            case Group():
                inner = "".join(self._node(child) for child in node.children)
                if not node.alt:
                    return inner
                return element("g", inner, role="group", aria_label=node.alt)

    def _seen(self, box: Box) -> Box:
        """Return where a box is seen: on the other side in a deck from right to left."""
        return box._replace(x=self.theme.width - box.right) if self.rtl else box

    def _shape(self, node: Shape) -> str:
        paint = node.fill_paint(self.colors.paint(node.fill)) if node.fill else None
        drawn = self._outline(node.box, node.geometry, paint, node.line, node.fade)
        if node.text:
            drawn += self._marked(self._text(node.text), node.text.place, None)
        return linked_svg(drawn, node.link, self.look) if node.link else drawn

    def _outline(
        self,
        box: Box,
        geometry: Geometry,
        fill: Role | Paint | None,
        line: Line | None,
        fade: Fade | None = None,
    ) -> str:
        if fill is None and line is None:
            return ""
        directed = geometry.preset in ("homePlate", "chevron", "rightArrow") or geometry.sites
        flips = self.rtl and bool(directed or (fade and geometry == Geometry()))
        shape = element(
            "path",
            d=outline(geometry, box if flips else self._seen(box)),
            fill_rule="evenodd" if geometry.path else None,
            **(self._fading(fill, fade) if fill and fade else self.colors.fill(fill)),
            **self._stroke(line),
        )
        if not flips:
            return shape
        width = number(points(self.theme.width))
        return element("g", shape, transform=f"translate({width} 0) scale(-1 1)")

    def _fading(self, fill: Role | Paint, fade: Fade) -> dict[str, Attribute]:
        """Return the attributes of a fill whose opacity changes over the shape."""
        css, opacity = self.colors.css(fill)
        stops = "".join(
            element("stop", offset=place, stop_color=css, stop_opacity=(opacity or 1.0) * share)
            for place, share in fade.stops
        )
        if fade.way == "out":  # it ends at the corners, as far out as PowerPoint's circle
            return {"fill": self._define("radialGradient", stops, r=sqrt(0.5))}
        down = {"x2": 0, "y2": 1} if fade.way == "down" else {}
        return {"fill": self._define("linearGradient", stops, **down)}

    def _stroke(self, line: Line | None) -> dict[str, str | float | None]:
        if line is None:
            return {}
        stroke = self.colors.stroke(line.role, line.width)
        if line.dotted:
            stroke |= {"stroke_dasharray": f"0 {number(4 * line.width)}", "stroke_linecap": "round"}
        elif line.dashed:
            stroke["stroke_dasharray"] = f"{number(4 * line.width)} {number(3 * line.width)}"
        return stroke

    def _connector(self, node: Connector) -> str:
        start, end = node.ends
        path = [
            (points(self.theme.width - x if self.rtl else x), points(y))
            for x, y in (start, *node.corners, end)
        ]
        heads = ""
        if node.line.head or node.line.tail:
            path, tips = pointed(path, node.line)
            heads = element("path", d="".join(tips), **self.colors.fill(node.line.role))
        d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in path)
        return element("path", d=d, fill="none", **self._stroke(node.line)) + heads

    def _picture(self, node: Picture) -> str:
        box = self._seen(node.box)
        if node.image.size is None:  # there is a finding
            return self._missing(box, node.image.path.name)
        href = self.pictures(node.image.path, pixels_shown(node.box, node.crop, self.theme))
        if not href:
            return self._missing(box, node.image.path.name)
        alt = "" if node.image.decorative else node.image.alt or ""
        drawn = self._cropped(href, box, node.crop, alt)
        photograph = node.image.is_photograph and not node.film
        treated = photograph and self.scene.slide_layout.layout != "logos"
        if self.theme.branding.photographs != "as-they-are" and treated:
            drawn = element("g", drawn, filter=self._define("filter", self._treated()))
        geometry = node.outline
        if geometry != Geometry():
            edge = self._define("clipPath", element("path", d=outline(geometry, box)))
            drawn = element("g", drawn, clip_path=edge)
        return linked_svg(drawn, node.link, self.look) if node.link else drawn

    def _treated(self) -> str:
        """Return the parts of the filter that photographs have under the theme."""
        grey = element("feColorMatrix", type="saturate", values="0")
        if self.theme.branding.photographs == "grey":
            return grey
        dark, light = (self.theme.colors.slots[slot] for slot in self.theme.duotone)
        ends = zip("RGB", dark, light, strict=True)
        parts = (
            element(f"feFunc{name}", type="table", tableValues=f"{a / 255:.3f} {b / 255:.3f}")
            for name, a, b in ends
        )
        return grey + element("feComponentTransfer", "".join(parts))

    def _missing(self, box: Box, name: str) -> str:
        """Return what stands for a picture that can't be shown: a box with its name."""
        line = self._stroke(Line("line", 2, dashed=True))
        outline = element("rect", **box_attributes(box), **self.colors.fill("surface"), **line)
        x, y = box.middle
        size = self.theme.type.sizes("label")[-1][0]
        words = element(
            "text",
            escaped(name),
            x=points(x),
            y=points(y),
            text_anchor="middle",
            font_family=css_family(self.theme.fonts.body),
            font_size=size,
            **self.colors.fill("text"),
        )
        return outline + words

    def _cropped(
        self, href: str, box: Box, crop: tuple[float, float, float, float], alt: str
    ) -> str:
        """Return a picture of which shares are cut off, in a window of its own."""
        left, top, right, bottom = crop
        w, h = points(box.w), points(box.h)
        whole = {"width": w / (1 - left - right), "height": h / (1 - top - bottom)}
        image = element(
            "image",
            element("title", escaped(alt)) if alt else "",
            href=href,
            x=-left * whole["width"],
            y=-top * whole["height"],
            preserveAspectRatio="none",
            **whole,
            role="img" if alt else None,
            aria_label=alt or None,
            aria_hidden=None if alt else "true",
        )
        return element("svg", image, **box_attributes(box), viewBox=f"0 0 {number(w)} {number(h)}")

    # -- words ------------------------------------------------------------------------------

    def _text(self, node: TextBox) -> str:
        text_color = node.of_template.text_color if node.of_template else None
        drawn = ""
        for n, words in enumerate(text_svg(TextToSet.of(node), self.look, text_color)):
            at = node.set_paragraphs[n].place
            at = at if at != node.place else None
            drawn += self._marked(words, at, self.part_clicks.get((id(node), n)))
        return linked_svg(drawn, node.link, self.look) if node.link else drawn

    # -- tables -----------------------------------------------------------------------------

    def _table(self, node: Table) -> str:
        drawn = []
        for cell in cells_of(node, self.theme, self.scene.tone, rtl=self.rtl):
            click = self.part_clicks.get((id(node), cell.row))
            if cell.fill:
                fill = self.colors.fill(cell.fill)
                behind = element("rect", **box_attributes(cell.box), **fill)
                drawn.append(self._marked(behind, None, click))
            words = [line_svg(line, self.look, cell.text_color) for line in cell.lines]
            drawn.append(self._marked("".join(words), cell.place, click))
        for row, rule in enumerate(rules_of(node, self.theme, rtl=self.rtl)):
            ends = {"x1": rule.left, "x2": rule.right, "y1": rule.y, "y2": rule.y}
            color = self.theme.paint("line", self.theme.colors.base)
            if rule.header:
                color = Paint(self.theme.table_header())
            line = element("line", **ends, **self.colors.stroke(color, rule.width))
            drawn.append(self._marked(line, None, self.part_clicks.get((id(node), row))))
        for row, bar in bar_shapes(node, self.theme, self.scene.tone, "") if node.bars else ():
            click = self.part_clicks.get((id(node), row))
            drawn.append(self._marked(self._shape(bar), None, click))
        for row, spark in self._sparks(node) if node.sparks else ():
            click = self.part_clicks.get((id(node), row))
            drawn.append(self._marked(self._inside(spark), None, click))
        return "".join(drawn)

    def _sparks(self, node: Table) -> list[tuple[int, Spark]]:
        from smdeck.fit.sparks import cell_sparks

        return cell_sparks(node, self.theme, self.scene.tone, "", self.lang)


def picture_address(image: Any) -> str:
    """Return a `data:` address of a picture that is in no file."""
    from smdeck.pictures.encoding import encoded

    return data_address(*encoded(image, False))


def data_address(data: bytes, suffix: str) -> str:
    """Return a `data:` address for a picture or font of a kind."""
    from base64 import b64encode

    return f"data:{MEDIA_TYPES[suffix]};base64,{b64encode(data).decode('ascii')}"


MEDIA_TYPES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml",
    ".ttf": "font/ttf", ".otf": "font/otf",
}  # fmt: skip
"""What pictures and fonts are, by suffix."""


def _place_of(node: SceneNode) -> Place | None:
    """Return where a node stands in the source, as far as it knows."""
    match node:
        case TextBox() | Table():
            return node.place
        case Chart():
            return node.data.origin.place
        case Picture():
            return node.image.origin.place
    return None


def _for_style(css: str) -> str:
    """Return rules that can't end the element that they stand in."""
    return css.replace("<", "\\3c ")
