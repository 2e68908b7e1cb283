"""Media: pictures and charts become parts, each picture once however often it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from smdeck.fit.fitting import every_node
from smdeck.pictures.shipped import Prepared, shipped
from smdeck.scene import Box, Chart, Picture, Playback, SlideLayout, SlideScene, Spark
from smdeck.scene.box import pixels_seen
from smdeck.theme import Theme
from smdeck.theme.folders import themes_folder
from smdeck.write.package import Package, Relations
from smdeck.write.playing import embedded_xml, online_xml
from smdeck.write.xml import crop_xml

SVG_EXTENSION = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/>'
    "</a:ext></a:extLst>"
)
"""An SVG beside its PNG ([MS-ODRAWXML] 2.3.3, svgBlip)."""

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

SCREEN = 2560, 1440
"""Width and height in pixels of the finest screen that a talk is made for."""

Needs: TypeAlias = dict[Path, tuple[int, int]]
"""How many pixels of the whole of each picture a screen can show, in its largest place."""


def pixels_needed(
    scenes: Iterable[SlideScene], slide_layouts: Iterable[SlideLayout], theme: Theme
) -> Needs:
    """Return what the pictures of slides and layouts need; a crop shows a part of them alone."""
    scale = min(SCREEN[0] / theme.width, SCREEN[1] / theme.height)
    needs: Needs = {}
    for path, box, crop in _boxes(scenes, slide_layouts):
        width, height = pixels_seen(box, crop or (0.0, 0.0, 0.0, 0.0), scale)
        before = needs.get(path, (1, 1))
        needs[path] = max(width, before[0]), max(height, before[1])
    return needs


def scaled_pictures(scenes: Iterable[SlideScene], theme: Theme) -> list[Path]:
    """Return the pictures of slides that are written smaller than their files."""
    needs = pixels_needed(scenes, (), theme)
    if not needs:
        return []
    from smdeck.pictures.files import is_scaled

    return [path for path, needed in needs.items() if is_scaled(path, needed)]


def _boxes(
    scenes: Iterable[SlideScene], slide_layouts: Iterable[SlideLayout]
) -> Iterator[tuple[Path, Box, tuple[float, float, float, float] | None]]:
    """Yield each picture file with a box that it stands in and its crop."""
    for scene in scenes:
        for node in every_node(scene.nodes):
            if isinstance(node, Picture):
                yield node.image.path, node.box, node.crop
    for slide_layout in slide_layouts:
        for picture in (*slide_layout.logos, *((slide_layout.art,) if slide_layout.art else ())):
            yield picture.file, picture.box, picture.crop


class MediaParts:
    """Adds media to a package and relates slides and layouts to them."""

    def __init__(self, package: Package, theme: Theme, lang: str, needs: Needs) -> None:
        self.package, self.theme, self.lang, self.needs = package, theme, lang, needs
        self._prepared: dict[Path, Prepared] = {}
        self._files: dict[bytes, str] = {}
        self._films: dict[Path, str] = {}

    def blip(self, path: Path, relations: Relations) -> str:
        """Return the `a:blip` of a picture file; that of an SVG has its PNG for older programs."""
        if path not in self._prepared:
            self._prepared[path] = self._prepare(path)
        ready = self._prepared[path]
        shown = self._part(ready.data, ready.suffix, relations)
        if ready.svg is None:
            return f'<a:blip r:embed="{shown}"/>'
        svg = SVG_EXTENSION.format(self._part(ready.svg, ".svg", relations))
        return f'<a:blip r:embed="{shown}">{svg}</a:blip>'

    def _prepare(self, path: Path) -> Prepared:
        if self.theme.ships and path.is_relative_to(themes_folder()):
            return shipped(path)
        from smdeck.pictures.files import prepared

        return prepared(path, self.needs.get(path, SCREEN))

    def _part(self, data: bytes, suffix: str, relations: Relations) -> str:
        """Return the relationship of a picture's part; equal pictures are one part."""
        return relations.add("image", f"/{self._named(data, 'ppt/media/image', suffix)}")

    def _named(self, data: bytes, stem: str, suffix: str) -> str:
        """Return the name of a part that holds some bytes."""
        name = self._files.get(data)
        if name is None:
            name = self._files[data] = self.package.numbered(stem, suffix)
            self.package.add(name, data)
        return name

    def picture(self, node: Picture, relations: Relations) -> tuple[str, str]:
        """Return the `a:blip` of a picture, and its `a:srcRect`."""
        return self.blip(node.image.path, relations), crop_xml(node.crop)

    def film(self, film: Playback, relations: Relations) -> str:
        """Return what makes a picture the poster of a film, whose file becomes a part."""
        if film.path is None:
            return online_xml(film, relations)
        name = self._films.get(film.path)
        if name is None:
            name = self.package.numbered("ppt/media/media", film.suffix)
            self._films[film.path] = name
            self.package.add(name, film.path.read_bytes())
        track = None
        if film.captions:
            track = self._named(film.captions.data, "ppt/media/media", ".vtt")
        return embedded_xml(film, name, track, relations)

    def chart(self, node: Chart, scene: SlideScene, relations: Relations) -> str:
        """Return the relationship of a chart's part, which brings its workbook."""
        from smdeck.write.charts import chart_parts

        chart, workbook = chart_parts(node, self.theme, scene.tone, self.lang)
        return self._chart(chart, workbook, relations)

    def spark(self, node: Spark, scene: SlideScene, relations: Relations) -> str:
        """Return the relationship of a sparkline's part, which brings its workbook."""
        from smdeck.write.sparks import spark_parts

        return self._chart(*spark_parts(node, self.theme, scene.tone, self.lang), relations)

    def _chart(self, chart: bytes, workbook: bytes, relations: Relations) -> str:
        """Return the relationship of a chart's part, once it and its workbook are in the package."""
        book = self.package.numbered("ppt/embeddings/Microsoft_Excel_Sheet", ".xlsx")
        self.package.add(book, workbook)
        own = Relations()
        own.add("package", f"/{book}")
        name = self.package.numbered("ppt/charts/chart", ".xml")
        self.package.add(name, chart, CHART_TYPE, own)
        return relations.add("chart", f"/{name}")
