"""A presentation: what the slides of a .pptx say, read from its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smdeck.changes.facts import (
    ChartFigure,
    ParagraphFacts,
    SlideFacts,
    TalkFacts,
    number,
    squeezed,
)

if TYPE_CHECKING:
    from smdeck.theme.template.package import PptxPackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_UNSEEN = f"{_C}spPr/{_A}ln/{_A}noFill"
"""What a line has that is not drawn."""

_FOOT = ("ftr", "sldNum", "dt", "hdr", "sldImg")
"""Placeholders that say nothing of a slide's own."""


def presentation_facts(file: Path) -> TalkFacts:
    """Return what a .pptx says; raises TemplateError where it can't be read."""
    from smdeck.theme.template.package import BROKEN, UNREADABLE, TemplateError, read_package

    package = read_package(file)
    try:
        return TalkFacts(list(_slides(package)), {}, whole=False)
    except BROKEN as error:
        raise TemplateError(UNREADABLE.format(file.name)) from error


def _slides(package: PptxPackage) -> Iterator[SlideFacts]:
    presentation = package.related("", "officeDocument")[0]
    relations = package.relations(presentation)
    ids = _parsed(package, presentation).iter(f"{_P}sldId")
    for count, node in enumerate(ids, 1):
        part = relations[node.get(f"{_R}id")].target
        root = _parsed(package, part)
        title, words = "", []
        figures: dict[str, ChartFigure] = {}
        for shape in _shapes(root.find(f"{_P}cSld/{_P}spTree")):
            kind = _placeholder(shape)
            if kind in _FOOT:
                continue
            found = list(_words(shape))
            if kind in ("title", "ctrTitle") and not title:
                title = " ".join(found)
            words += [ParagraphFacts("words", line, line) for line in found]
            for chart in shape.iter(f"{_C}chart"):
                target = package.relations(part)[chart.get(f"{_R}id")].target
                figures |= _figures(_parsed(package, target))
        hidden = root.get("show") in ("0", "false")
        yield SlideFacts(
            count,
            None,
            title=title,
            words=tuple(words),
            notes=_notes(package, part),
            figures=figures,
            hidden=hidden,
        )


def _parsed(package: PptxPackage, part: str) -> Any:
    from smdeck.theme.template.package import parse

    return parse(package.parts[part])


def _shapes(tree: Any) -> Iterator[Any]:
    """Yield the shapes of a tree in their order, those of groups with them."""
    for node in tree:
        if node.tag == f"{_P}grpSp":
            yield from _shapes(node)
        elif node.tag in (f"{_P}sp", f"{_P}graphicFrame", f"{_P}pic"):
            yield node


def _placeholder(shape: Any) -> str | None:
    found = next(shape.iter(f"{_P}ph"), None)
    return None if found is None else found.get("type", "obj")


def _words(shape: Any) -> Iterator[str]:
    """Yield the paragraphs of a shape, the rows of a table."""
    rows = list(shape.iter(f"{_A}tr"))
    for row in rows:
        cells = row.iter(f"{_A}tc")
        yield " | ".join(" ".join(_paragraphs(cell)) for cell in cells)
    if not rows:
        yield from _paragraphs(shape)


def _paragraphs(node: Any) -> Iterator[str]:
    for paragraph in node.iter(f"{_A}p"):
        text = "".join(
            " " if part.tag == f"{_A}br" else part.text or ""
            for part in paragraph.iter(f"{_A}t", f"{_A}br")
        )
        if squeezed(text):
            yield squeezed(text)


def _notes(package: PptxPackage, part: str) -> tuple[ParagraphFacts, ...]:
    for target in package.related(part, "notesSlide"):
        tree = _parsed(package, target).find(f"{_P}cSld/{_P}spTree")
        lines = [
            line
            for shape in _shapes(tree)
            if _placeholder(shape) == "body"
            for line in _paragraphs(shape)
        ]
        return tuple(ParagraphFacts("notes", line, line) for line in lines)
    return ()


def _figures(chart: Any) -> dict[str, ChartFigure]:
    """Return the figures of a chart by series and category, from what it keeps of its workbook."""
    found: dict[str, ChartFigure] = {}
    for series in chart.iter(f"{_C}ser"):
        if series.getparent().tag == f"{_C}lineChart" and series.find(_UNSEEN) is not None:
            continue  # its labels are the sums of a stack
        name = "".join(node.text or "" for node in series.iterfind(f"{_C}tx//{_C}v"))
        across = _points(series, "xVal")
        if across:
            for n, (key, y) in enumerate(sorted(_points(series, "yVal").items()), 1):
                value = f"({number(float(across[key]))}; {number(float(y))})"
                found[f"{name}, point {n}"] = ChartFigure(None, value)
            continue
        categories = _points(series, "cat")
        for key, value in sorted(_points(series, "val").items()):
            found[f"{name}, {categories.get(key, key + 1)}"] = ChartFigure(
                None, number(float(value))
            )
    return found


def _points(series: Any, tag: str) -> dict[int, str]:
    return {
        int(point.get("idx")): point.findtext(f"{_C}v") or ""
        for point in series.iterfind(f"{_C}{tag}//{_C}pt")
    }
