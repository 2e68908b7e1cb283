"""A presentation: what the slides of a .pptx say, read from its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smdeck.changes.facts import (
    ChartFigure,
    ParagraphFacts,
    SlideFacts,
    TalkFacts,
    full_number,
    squeezed,
)

if TYPE_CHECKING:
    from smdeck.theme.template.package import PptxPackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_UNSEEN = f"{_C}spPr/{_A}ln/{_A}noFill"
"""What a line has that is not drawn."""

_FOOT = ("FOOTER", "SLIDE_NUMBER", "DATE", "HEADER")
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
    for count, slide in enumerate(_opened(package).slides, 1):
        words: list[ParagraphFacts] = []
        figures: dict[str, ChartFigure] = {}
        title = slide.shapes.title
        for shape in _each(slide.shapes):
            if shape.is_placeholder and shape.placeholder_format.type.name in _FOOT:
                continue
            words += [ParagraphFacts("words", line, line) for line in _words(shape)]
            if shape.has_chart:
                figures |= _figures(shape.chart._chartSpace)
        yield SlideFacts(
            count,
            None,
            title=" ".join(_words(title)) if title is not None else "",
            words=tuple(words),
            notes=_notes(slide),
            figures=figures,
            hidden=slide._element.get("show") in ("0", "false"),
        )


def _opened(package: PptxPackage) -> Any:
    """Return a package as python-pptx opens it, which takes no templates."""
    from pptx import Presentation

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in package.parts.items():
            if name == "[Content_Types].xml":
                for form in (b"template", b"slideshow"):
                    content = content.replace(b"." + form + b".main", b".presentation.main")
            archive.writestr(name, content)
    return Presentation(file)


def _each(shapes: Iterable[Any]) -> Iterator[Any]:
    """Yield shapes in their order, those of groups with them."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _each(shape.shapes)
        else:
            yield shape


def _words(shape: Any) -> Iterator[str]:
    """Yield the paragraphs of a shape, the rows of a table."""
    if shape.has_table:
        for row in shape.table.rows:
            yield " | ".join(" ".join(_paragraphs(cell.text_frame)) for cell in row.cells)
    elif shape.has_text_frame:
        yield from _paragraphs(shape.text_frame)


def _paragraphs(frame: Any) -> Iterator[str]:
    for paragraph in frame.paragraphs:
        if text := squeezed(paragraph.text):
            yield text


def _notes(slide: Any) -> tuple[ParagraphFacts, ...]:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return (
        tuple(ParagraphFacts("notes", line, line) for line in _paragraphs(frame)) if frame else ()
    )


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
                value = f"({full_number(float(across[key]))}; {full_number(float(y))})"
                found[f"{name}, point {n}"] = ChartFigure(None, value)
            continue
        categories = _points(series, "cat")
        for key, value in sorted(_points(series, "val").items()):
            found[f"{name}, {categories.get(key, key + 1)}"] = ChartFigure(
                None, full_number(float(value))
            )
    return found


def _points(series: Any, tag: str) -> dict[int, str]:
    return {
        int(point.get("idx")): point.findtext(f"{_C}v") or ""
        for point in series.iterfind(f"{_C}{tag}//{_C}pt")
    }
