"""A talk on a company's template: its masters, layouts, themes and media kept, its samples dropped."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

from smdeck.pictures.raster import without_metadata
from smdeck.scene import PlaceholderSpec, SlideLayout, TemplateLayout
from smdeck.scene.template import FOOT
from smdeck.theme.template.normalizing import placeholder_shapes, placeholder_type
from smdeck.theme.template.package import RELATIONS, Relation, find, parse, tag, written
from smdeck.theme.template.reading import Template
from smdeck.theme.template.taking_over import KEPT, is_named, taken_over
from smdeck.write.notes_master import notes_master_part
from smdeck.write.package import DEFAULT_TYPES, Relations
from smdeck.write.presentation import PresentationWriter
from smdeck.write.slide_layout import decor_xml, layout_placeholder_xml
from smdeck.write.theme import TABLE_STYLE, table_styles_part
from smdeck.write.xml import NAMESPACES, resized

_SAMPLES = ("sldIdLst", "custShowLst", "photoAlbum", "custDataLst", "smartTags", "modifyVerifier",
            "extLst")  # fmt: skip
"""What belongs to the samples in `presentation.xml`: slides, shows, sections, a password."""

LEAST_ID = 2_147_483_648
"""The first id of a master or layout (ECMA-376 Part 1, 19.7.3 and 19.7.14); some files have none."""
_NUMBERS = re.compile(r"\d+")


class TemplateWriter(PresentationWriter):
    """One file while it is put together on a template."""

    def prepare(self) -> None:
        """Take over what the template's presentation needs, and name what is composed."""
        template = self.theme.template
        assert template
        self.template: Template = template
        own = template.package.relations(template.presentation)
        self.relations = Relations(max((_number(id) for id in own), default=0))
        kept = [
            (name, relation)
            for name, relation in own.items()
            if relation.kind in KEPT and relation.target in template.package.parts
        ]
        for name, relation in kept:
            self.relations.keep(name, relation.type, f"/{relation.target}")
        self._keep(taken_over(template.package, template.presentation))
        self.layout_names = {
            id(slide_layout): self.package.numbered("ppt/slideLayouts/slideLayout", ".xml")
            if slide_layout.composed
            else _base(slide_layout).part
            for slide_layout in self.slide_layouts
        }
        found = template.package.related(template.presentation, "notesMaster")
        self.notes_master = found[0] if found else "ppt/notesMasters/notesMaster1.xml"
        self.own_notes_master = not found
        self.notes_master_relation = self.relations.add("notesMaster", f"/{self.notes_master}")
        if found:
            shapes = reversed(placeholder_shapes(parse(template.package.parts[found[0]])))
            self.notes_placeholders = {
                placeholder_type(shape): int(next(shape.iter(tag("p:ph"))).get("idx", "0"))
                for shape in shapes
            }

    def _keep(self, parts: Iterable[str]) -> None:
        """Add parts of the template, and what they lead to."""
        package = self.template.package
        for part in parts:
            data, picture = package.parts[part], package.content_type(part).startswith("image/")
            self.package.add(part, without_metadata(data) if picture else data)
            suffix, kind = part.rsplit(".", 1)[-1].lower(), package.content_type(part)
            if DEFAULT_TYPES.get(suffix) != kind:
                self.package.types[part] = kind
            relations = package.relations(part)
            if relations:
                self.package.relate(part, _kept(relations))

    def _master_and_layouts(self) -> None:
        composed = [slide_layout for slide_layout in self.slide_layouts if slide_layout.composed]
        if composed:
            self._compose(composed)
        if self.own_notes_master:
            notes = Relations()
            theme = self.package.numbered("ppt/theme/theme", ".xml")
            notes.add("theme", f"/{theme}")
            master = self.template.plain.master
            source = self.template.package.related(master, "theme")[0]
            self.package.add(
                theme,
                self.package.parts[source],
                self.template.package.content_type(source),
                _kept(self.template.package.relations(source)),
            )
            xml = notes_master_part(self.theme, self.strings)
            self._add(self.notes_master, "notesMaster", xml, notes)

    def _compose(self, slide_layouts: list[SlideLayout]) -> None:
        """Add composed layouts, and name them in the masters that they belong to."""
        free = self._free_id()
        by_master: dict[str, list[SlideLayout]] = {}
        for slide_layout in slide_layouts:
            by_master.setdefault(_base(slide_layout).master, []).append(slide_layout)
        for master, own in by_master.items():
            self._compose_on(master, own, free)
            free += len(own)

    def _compose_on(self, master: str, slide_layouts: list[SlideLayout], free: int) -> None:
        """Add the composed layouts of a master; `free` is the first id that nothing has."""
        tree = copy.deepcopy(self.template.trees[master])
        relations = self.template.package.relations(master)
        rows = _kept(relations, max(map(_number, relations), default=0))
        listed = find(tree, "p:sldLayoutIdLst")
        if listed is None:  # the schema allows it; the layouts are known by the relationships
            listed = tree.makeelement(tag("p:sldLayoutIdLst"))
            find(tree, "p:clrMap").addnext(listed)
        for number, slide_layout in enumerate(slide_layouts, free):
            name = self.layout_names[id(slide_layout)]
            entry = listed.makeelement(tag("p:sldLayoutId"), {"id": str(number)})
            entry.set(tag("r:id"), rows.add("slideLayout", f"/{name}"))
            listed.append(entry)
            data = self._composed(slide_layout)
            own = self.template.package.relations(_base(slide_layout).part)
            used = {id: one for id, one in own.items() if is_named(one, id, data)}
            self._add(name, "slideLayout", data, _kept(used))
        self.package.add(master, written(tree), self.package.types[master], rows)

    def _composed(self, slide_layout: SlideLayout) -> bytes:
        """Return a layout part: its base without content, and our placeholders."""
        base = _base(slide_layout)
        root = copy.deepcopy(self.template.trees[base.part])
        root.attrib.pop("type", None)
        root.attrib.pop("matchingName", None)
        root.set("userDrawn", "1")
        root.set("preserve", "1")
        slide = find(root, "p:cSld")
        slide.set("name", slide_layout.name)
        for node in (find(root, "p:timing"), find(root, "p:extLst"), find(slide, "p:extLst")):
            if node is not None:
                node.getparent().remove(node)
        kept = {
            (one.type, one.number): spec
            for spec in slide_layout.placeholders
            if (one := spec.of_template)
        }
        for shape in placeholder_shapes(root):
            kind, number = (
                placeholder_type(shape),
                int(next(shape.iter(tag("p:ph"))).get("idx", "0")),
            )
            if (kind, number) in kept:
                _move(shape, kept[kind, number], self.theme.enlarged)
            elif kind not in FOOT:
                shape.getparent().remove(shape)
        tree = find(slide, "p:spTree")
        first = 1 + max(int(node.get("id", "0")) for node in tree.iter(tag("p:cNvPr")))
        for shape in self._shapes(slide_layout, first):
            tree.append(shape)
        self._map_colors(root, slide_layout)
        return written(root)

    def _shapes(self, slide_layout: SlideLayout, first: int) -> list[Any]:
        """Return what a composed layout has beside its base: decor, tiles and placeholders."""
        theme, strings = self.theme, self.strings
        placeholders = [spec for spec in slide_layout.placeholders if not spec.of_template]
        pieces = slide_layout.drawn
        shapes = [
            decor_xml(first + n, shape, slide_layout.tone, theme, strings)
            for n, shape in enumerate(pieces)
        ] + [
            layout_placeholder_xml(first + len(pieces) + n, spec, slide_layout, theme, strings)
            for n, spec in enumerate(placeholders)
        ]  # fmt: skip
        xml = f"<p:spTree {NAMESPACES}>{resized(''.join(shapes), theme.enlarged)}</p:spTree>"
        return list(parse(xml.encode()))

    def _map_colors(self, root: Any, slide_layout: SlideLayout) -> None:
        """Put the colour map of a tone on a composed layout."""
        mapped = parse(
            self.theme.color_maps[slide_layout.tone].replace(">", f" {NAMESPACES}>", 1).encode()
        )
        own = find(root, "p:clrMapOvr")
        if own is not None:
            root.replace(own, mapped)
        else:
            root.insert(root.index(find(root, "p:cSld")) + 1, mapped)

    def _free_id(self) -> int:
        """Return the first id that no master and no layout has."""
        trees = [self.template.root, *(self.template.trees[one] for one in self.template.masters)]
        names = (tag("p:sldMasterId"), tag("p:sldLayoutId"))
        ids = (int(node.get("id", "0")) for tree in trees for node in tree.iter(*names))
        return max(LEAST_ID, 1 + max(ids, default=0))

    def _presentation(self) -> None:
        root = copy.deepcopy(self.template.root)
        for name in _SAMPLES:
            node = find(root, f"p:{name}")
            if node is not None:
                root.remove(node)
        self._drop_missing(root)
        self._add_properties()
        self._add_table_styles()
        after = find(root, "p:sldMasterIdLst")
        if find(root, "p:notesMasterIdLst") is None:  # python-pptx leaves it out
            after.addnext(self._parsed(
                f'<p:notesMasterIdLst><p:notesMasterId r:id="{self.notes_master_relation}"/>'
                "</p:notesMasterIdLst>"
            ))  # fmt: skip
        for name in ("notesMasterIdLst", "handoutMasterIdLst"):
            node = find(root, f"p:{name}")
            after = after if node is None else node
        after.addnext(self._parsed(self._listed_slides()))
        if find(root, "p:defaultTextStyle") is None:
            find(root, "p:notesSz").addnext(self._parsed(self._default_text_style()))
        sections = self._sections()
        if sections:
            root.append(self._parsed(sections))
        self._add("ppt/presentation.xml", "presentation.main", written(root), self.relations)

    def _drop_missing(self, root: Any) -> None:
        """Take out of `presentation.xml` what leads to parts that the talk does not take over."""
        relations = self.template.package.relations(self.template.presentation)
        own = self.template.package.parts
        for node in list(root.iter()):
            for name, id in node.attrib.items():
                missing = id not in relations or relations[id].target not in own
                if name.startswith(f"{{{RELATIONS}}}") and missing:
                    node.getparent().remove(node)
                    break

    def _parsed(self, xml: str) -> Any:
        return parse(xml.replace(">", f" {NAMESPACES}>", 1).encode())

    def _add_table_styles(self) -> None:
        """Add our table style, made of the template's colours, where it has none of its own."""
        if self.theme.table_style:
            return
        ours = table_styles_part(self.theme)
        found = self.template.package.related(self.template.presentation, "tableStyles")
        if not found:
            self.relations.add("tableStyles", "/ppt/tableStyles.xml")
            self._add("ppt/tableStyles.xml", "tableStyles", ours)
            return
        root = parse(self.package.parts[found[0]])
        root.set("def", TABLE_STYLE)
        root.append(parse(ours.encode())[0])
        self.package.parts[found[0]] = written(root)


def _base(slide_layout: SlideLayout) -> TemplateLayout:
    assert slide_layout.base
    return slide_layout.base


def _kept(relations: Mapping[str, Relation], start: int = 0) -> Relations:
    """Return relationships of a template under the ids that they have there."""
    kept = Relations(start)
    for id, relation in relations.items():
        target = relation.target if relation.external else f"/{relation.target}"
        kept.keep(id, relation.type, target, relation.external)
    return kept


def _number(id: str) -> int:
    return max((int(number[:9]) for number in _NUMBERS.findall(id)), default=0)


def _move(shape: Any, spec: PlaceholderSpec, factor: float) -> None:
    """Put a title where a composed layout has it, if not where its base does."""
    if spec.inherited:
        return
    properties, box = find(shape, "p:spPr"), spec.box
    frame_of = find(properties, "a:xfrm")
    if frame_of is not None:
        properties.remove(frame_of)
    x, y, w, h = (round(length * factor) for length in box)
    properties.insert(0, parse(
        f'<a:xfrm xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'.encode()
    ))  # fmt: skip
