"""The slide part: every node of a scene as the shape that PowerPoint itself would have written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smdeck.fit.chart_values import FEW_TOLD, told
from smdeck.model.text import Paragraph
from smdeck.scene import (
    Box,
    Chart,
    Connector,
    EquationBox,
    Geometry,
    Group,
    Icon,
    Paint,
    Picture,
    Playback,
    SceneNode,
    Shape,
    SlideScene,
    Spark,
    Table,
    TextBox,
)
from smdeck.scene.box import around
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.write.connectors import connector_shape
from smdeck.write.foot import FEET
from smdeck.write.links import Links
from smdeck.write.media import MediaParts
from smdeck.write.package import Relations
from smdeck.write.slide_layout import (
    has_unlike_bullets,
    placeholder_name,
    placeholders_of,
)
from smdeck.write.text import Typesetter, body_properties
from smdeck.write.timing import Stage, timing_xml, transition_xml
from smdeck.write.xml import (
    DECORATIVE,
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    RECTANGLE,
    SAME_COLOR_MAP,
    color_xml,
    escape,
    fill_xml,
    geometry_xml,
    line_xml,
    placeholder_xml,
    resized,
    transform_xml,
)

_PLAYS = '<a:hlinkClick r:id="" action="ppaction://media"/>'

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/"


def _with_maths(equation: str, plain: str) -> str:
    """Return a shape with Office Math, and as it is for programs that know none.

    LibreOffice takes what requires `a14` alone and shows nothing of it; PowerPoint knows both
    (ECMA-376 Part 3, 7.6: `Requires` is a list).
    """
    from smdeck.write.equations import A14

    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:a14="{A14}" '
        f'xmlns:p14="{_P14}" Requires="a14 p14">{equation}</mc:Choice><mc:Fallback>{plain}'
        "</mc:Fallback></mc:AlternateContent>"
    )


class SlideWriter:
    """Writes one slide."""

    def __init__(
        self,
        scene: SlideScene,
        typesetter: Typesetter,
        strings: Strings,
        relations: Relations,
        slides: dict[str, str],
        media: MediaParts,
    ) -> None:
        self.scene, self.slide_layout, self.typesetter = scene, scene.slide_layout, typesetter
        self.ph = placeholders_of(scene.slide_layout)
        self.own_bullets = has_unlike_bullets(scene.slide_layout)
        self.theme: Theme = typesetter.theme
        self.strings = strings
        self.relations, self.media = relations, media
        self.links = Links(relations, slides)
        self.ids: dict[int, int] = {}
        self.pieces: dict[tuple[int, int], list[int]] = {}
        """By table and row: the shapes that begin with the row, where rows appear by clicks."""
        self._next = 2

    def xml(self) -> str:
        """Return the slide part."""
        nodes = list(self.scene.nodes)
        self._number(nodes)  # before writing: connectors and clicks name shapes that come later
        shapes = "".join([self._node(node) for node in nodes])
        hidden = ' show="0"' if self.scene.hidden else ""
        stage = Stage(self.ids, self.pieces, self.scene.effect, self.typesetter.rtl)
        written = (
            f"{HEADER}<p:sld {NAMESPACES}{hidden}><p:cSld><p:spTree>{EMPTY_GROUP}{shapes}"
            f"</p:spTree></p:cSld>{SAME_COLOR_MAP}"
            f"{transition_xml(self.scene.transition)}"
            f"{timing_xml(self.scene.clicks, stage, self._films())}</p:sld>"
        )
        return resized(written, self.theme.enlarged)

    def _films(self) -> list[tuple[int, Playback]]:
        """Return the films on the slide, each with the number of its shape."""
        return [
            (self.ids[id(node)], node.film)
            for node in self.scene.nodes
            if isinstance(node, Picture) and node.film
        ]

    def _number(self, nodes: list[SceneNode]) -> None:
        for node in nodes:
            self.ids[id(node)] = self._next
            self._next += 1
            if isinstance(node, Group):
                self._number(node.children)

    def _node(self, node: SceneNode) -> str:
        match node:
            case TextBox():
                return self._in_both_ways(lambda: self._text(node), node.paragraphs)
            case Shape():
                words = node.text.paragraphs if node.text else ()
                return self._in_both_ways(lambda: self._shape(node), words)
            case Icon():
                return self._icon(node)
            case EquationBox():
                return self._equation(node)
            case Picture():
                return self._picture(node)
            case Chart():
                return self._chart(node)
            case Spark():
                return self._spark(node)
            case Table():
                return self._table(node)
            case Connector():
                return self._connector(node)
            case Group():
                return self._group(node)

    def _in_both_ways(self, write: Callable[[], str], words: Sequence[Paragraph]) -> str:
        """Return what is written; one with formulas among its words with these as Office Math, and
        as words for programs that know none."""
        plain = write()
        if not any(run.math for one in words for run in one.runs):
            return plain
        self.typesetter.maths = True
        maths = write()
        self.typesetter.maths = False
        return _with_maths(maths, plain)

    def _name(self, node: SceneNode, usual: str) -> str:
        """Return what a shape is called: as its like on a neighbouring slide that it moves to."""
        return escape(self.scene.moving.get(id(node), usual))

    def _text(self, node: TextBox) -> str:
        shape_id = self.ids[id(node)]
        if node.kind in FEET:
            return self._foot(node, shape_id)
        said = node.paragraphs[0].plain  # what the selection pane calls a text of no placeholder
        name = self._name(
            node, placeholder_name(node.placeholder, self.strings) if node.placeholder else said
        )
        if node.placeholder:
            inherited = self.slide_layout.sizes[node.placeholder.name]
            return placeholder_xml(
                shape_id,
                name,
                self.ph[node.placeholder.name],
                "<p:spPr/>",
                f"<a:bodyPr/>{self.typesetter.further_levels(node)}"
                f"{self.typesetter.paragraphs(node, self.links, inherited, self.own_bullets)}",
                inner=self._click(node),
            )
        return _text_box(shape_id, name, node.box, self._own_text(node))

    def _click(self, node: TextBox | Shape | Picture) -> str:
        """Return where a click on a shape leads."""
        return self.links.click(node.link) if node.link else ""

    def _own_text(self, node: TextBox) -> str:
        """Return the words of a shape that is no placeholder, with all of their style."""
        return (
            f"<p:txBody>{body_properties(node.style, shrink=False)}"
            f"{self.typesetter.list_style(node.style, node.sizes)}"
            f"{self.typesetter.paragraphs(node, self.links)}</p:txBody>"
        )

    def _foot(self, node: TextBox, shape_id: int) -> str:
        kind, size, index = FEET[node.kind]
        own = self.slide_layout.base.first(kind) if self.slide_layout.base else None
        ph = own.xml if own else f'<p:ph type="{kind}" sz="{size}" idx="{index}"/>'
        name = escape(self.strings.shapes[node.name])
        return placeholder_xml(
            shape_id,
            name,
            ph,
            "<p:spPr/>",
            f"<a:bodyPr/><a:lstStyle/>{self.typesetter.paragraphs(node, self.links)}",
            inner=self._click(node),
        )

    def _shape(self, node: Shape) -> str:
        inner = self._click(node) + ("" if node.text else DECORATIVE)
        name = self._name(node, node.name)
        properties = f'<p:cNvPr id="{self.ids[id(node)]}" name="{name}"'
        properties += f">{inner}</p:cNvPr>" if inner else "/>"
        paint = node.fill_paint(self.typesetter.paint(node.fill)) if node.fill else None
        fill = fill_xml(paint, node.fade)
        line = line_xml(node.line, self.typesetter.paint(node.line.role) if node.line else None)
        words = self._own_text(node.text) if node.text else self._no_text()
        return (
            f"<p:sp><p:nvSpPr>{properties}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform_xml(node.box)}{geometry_xml(node.geometry)}{fill}{line}</p:spPr>"
            f"{words}</p:sp>"
        )

    def _no_text(self) -> str:
        return (
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/>'
            f'<a:endParaRPr lang="{self.typesetter.lang}"/></a:p></p:txBody>'
        )

    def _icon(self, node: Icon) -> str:
        from smdeck.data.icons import GRID, icon_path

        path = node.outline or icon_path(node.icon)
        geometry = Geometry(path=path, grid=(GRID, GRID))
        name = self.scene.moving.get(id(node), node.name)
        shape = Shape(node.box, geometry, node.fill, name=name)
        self.ids[id(shape)] = self.ids[id(node)]
        return self._shape(shape)

    def _equation(self, node: EquationBox) -> str:
        """Return formulas as Office Math, and in one line each for programs that know none."""
        from smdeck.model.math.tree import pieces
        from smdeck.write.equations import MathWriter

        fill = fill_xml(self.typesetter.paint(node.role))
        lang = self.typesetter.lang
        writer = MathWriter(lang, f' sz="{round(100 * node.size)}"', fill)
        maths = "".join(f"<a:p>{writer.paragraph(one)}</a:p>" for one in node.formulas)
        size = f'lang="{lang}" sz="{round(100 * node.size)}"'
        lines = "".join(
            f"<a:p>{''.join(_plain_piece(*one, size, fill) for one in pieces(formula))}</a:p>"
            for formula in node.formulas
        )
        return _with_maths(*(self._boxed(node, words) for words in (maths, lines)))

    def _boxed(self, node: EquationBox, paragraphs: str) -> str:
        words = (
            '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
            f'anchor="ctr"/><a:lstStyle/>{paragraphs}</p:txBody>'
        )
        return _text_box(self.ids[id(node)], escape(node.name), node.box, words)

    def _picture(self, node: Picture) -> str:
        blip, crop = self.media.picture(node, self.relations)
        treatment = self._treatment(node)
        if treatment:
            blip = blip.replace("/>", f">{treatment}</a:blip>", 1)
        image = node.image
        inner = self._click(node)
        described = "" if image.decorative else f' descr="{escape(image.alt or "")}"'
        inner += DECORATIVE * image.decorative
        described += f">{inner}</p:cNvPr>" if inner else "/>"
        ph = self.ph[node.placeholder.name] if node.placeholder else ""
        if node.film:
            ph += self.media.film(node.film, self.relations)
            described = described.removesuffix("/>") + f">{_PLAYS}</p:cNvPr>"
        geometry = ""
        if node.placeholder is None or node.placeholder.box != node.box:
            geometry = transform_xml(node.box)
        if node.placeholder is None or node.outline != Geometry():
            geometry += geometry_xml(node.outline)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self.ids[id(node)]}" name="{self._name(node, node.name)}"'
            f'{described}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{ph}</p:nvPr></p:nvPicPr><p:blipFill>{blip}"
            f"{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{geometry}</p:spPr>"
            "</p:pic>"
        )

    def _treatment(self, node: Picture) -> str:
        """Return the effect that the theme has for photographs; a film keeps its colours."""
        theme = self.theme
        logos = self.scene.slide_layout.layout == "logos"
        photograph = node.image.is_photograph and not node.film and not logos
        if theme.branding.photographs == "as-they-are" or not photograph:
            return ""
        if theme.branding.photographs == "grey":
            return "<a:grayscl/>"
        dark, light = theme.duotone
        return f"<a:duotone>{color_xml(Paint(dark))}{color_xml(Paint(light))}</a:duotone>"

    def _chart(self, node: Chart) -> str:
        relation = self.media.chart(node, self.scene, self.relations)
        figures = told(node.data, self.typesetter.lang, FEW_TOLD)
        alt = f"{node.name}: {self.scene.title} – {figures}"
        ph = self.ph[node.placeholder.name] if node.placeholder else ""
        return self._graph(node, relation, alt, ph)

    def _spark(self, node: Spark) -> str:
        relation = self.media.spark(node, self.scene, self.relations)
        return self._graph(node, relation, node.alt)

    def _graph(self, node: Chart | Spark, relation: str, alt: str, ph: str = "") -> str:
        """Return the graphic frame of a chart whose part has a relationship."""
        uri, name = f"{_GRAPHIC}chart", self._name(node, node.name)
        content = f'<c:chart xmlns:c="{uri}" r:id="{relation}"/>'
        return _graphic_frame(
            self.ids[id(node)], name, alt=alt, box=node.box, ph=ph, uri=uri, content=content
        )

    def _table(self, node: Table) -> str:
        """Return a table: one graphic frame, or several where its rows appear by clicks.

        PowerPoint lets no row of a table appear by itself.
        """
        from smdeck.write.tables import pieces_of

        columns = [" ".join(column.plain.split()) for column in node.columns]
        alt = f"{node.name}: {', '.join(filter(None, columns))}"
        written = ""
        for first, last in pieces_of(node, self.scene.clicks):
            if first == 0:
                shape = self.ids[id(node)]
            else:
                shape, self._next = self._next, self._next + 1
                alt = f"{node.name}: {node.fitted.cells[first][0].plain}"
            self.pieces[id(node), first] = [shape]
            written += self._rows(node, first, last, alt)
        return written

    def _rows(self, node: Table, first: int, last: int, alt: str) -> str:
        """Return the graphic frame of some rows of a table, with the bars and sparklines over them."""
        from smdeck.write.tables import table_xml

        heights = node.fitted.heights
        box = Box(
            node.box.x,
            node.box.y + sum(heights[:first]),
            sum(node.fitted.widths),
            sum(heights[first : last + 1]),
        )
        (shape,) = self.pieces[id(node), first]
        ph = self.ph[node.placeholder.name] if node.placeholder and first == 0 else ""
        usual = node.name if first == 0 else f"{node.name} {first + 1}"
        name = self._name(node, usual) if first == 0 else escape(usual)

        def rows() -> str:
            table = table_xml(node, self.typesetter, self.links, first, last)
            return _graphic_frame(
                shape, name, alt=alt, box=box, ph=ph, uri=f"{_GRAPHIC}table", content=table
            )

        cells = [cell for row in node.fitted.cells[first : last + 1] for cell in row]
        written = self._in_both_ways(rows, cells)
        for what, every in self._over(node):
            written += self._grouped(
                node, first, [n for row, n in every if first <= row <= last], what
            )
        return written

    def _over(self, node: Table) -> Iterator[tuple[str, Sequence[tuple[int, SceneNode]]]]:
        """Yield what stands over the cells of a table, with the rows: bars, sparklines."""
        from smdeck.fit.sparks import cell_sparks
        from smdeck.fit.tables import bar_shapes

        bar, spark = self.strings.shapes["bar"], self.strings.shapes["spark"]
        if node.bars:
            yield bar, bar_shapes(node, self.theme, self.scene.tone, bar)
        if node.sparks:
            lang = self.typesetter.lang
            yield spark, cell_sparks(node, self.theme, self.scene.tone, spark, lang)

    def _grouped(self, node: Table, first: int, nodes: list[SceneNode], name: str) -> str:
        """Return what stands over rows of a table, the first of them `first`, as one group."""
        if not nodes:
            return ""
        group = Group(nodes, name)
        self._number([group])
        self.pieces[id(node), first].append(self.ids[id(group)])
        return self._group(group)

    def _connector(self, node: Connector) -> str:
        box, flip, geometry = connector_shape(node)
        line = line_xml(node.line, self.typesetter.paint(node.line.role))
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{self.ids[id(node)]}" name="{self._name(node, node.name)}">'
            f"{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr>"
            f'<a:stCxn id="{self.ids[id(node.start)]}" idx="{node.start_site}"/>'
            f'<a:endCxn id="{self.ids[id(node.end)]}" idx="{node.end_site}"/></p:cNvCxnSpPr>'
            f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform_xml(box, flip)}"
            f"{geometry}{line}</p:spPr></p:cxnSp>"
        )

    def _group(self, node: Group) -> str:
        box = around(_boxes(node.children))
        inner = "".join([self._node(child) for child in node.children])
        described = f' descr="{escape(node.alt)}"' if node.alt else ""
        return (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{self.ids[id(node)]}" name="{self._name(node, node.name)}"{described}/>'
            "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>'
            f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/></a:xfrm>'
            f"</p:grpSpPr>{inner}</p:grpSp>"
        )


def _text_box(shape: int, name: str, box: Box, words: str) -> str:
    """Return a shape that is nothing but its words."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform_xml(box)}{RECTANGLE}<a:noFill/></p:spPr>{words}</p:sp>"
    )


def _graphic_frame(
    shape: int, name: str, alt: str, box: Box, ph: str, uri: str, content: str
) -> str:
    """Return the `p:graphicFrame` of a chart or table."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape}" '
        f'name="{name}" descr="{escape(alt)}"/><p:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{ph}</p:nvPr>'
        f"</p:nvGraphicFramePr>{transform_xml(box, tag='p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def _plain_piece(text: str, raised: int, size: str, fill: str) -> str:
    """Return a piece of a formula as words."""
    baseline = {0: "", 1: ' baseline="30000"', -1: ' baseline="-25000"'}[raised]
    run = f"<a:r><a:rPr {size}{baseline}>{fill}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
    return run if text else ""


def _boxes(nodes: list[SceneNode]) -> list[Box]:
    boxes = []
    for node in nodes:
        if isinstance(node, Group):
            boxes.append(around(_boxes(node.children)))
        elif isinstance(node, Connector):
            (x1, y1), (x2, y2) = node.ends
            boxes.append(Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)))
        else:
            boxes.append(node.box)
    return boxes
