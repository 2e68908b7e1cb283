"""Media: pictures and charts become parts, each picture once however often it is shown."""

from __future__ import annotations

from pathlib import Path

from smdeck.model.picture_files import is_svg, picture_bytes, png_of
from smdeck.scene import Chart, Picture, SlideScene
from smdeck.theme import Theme
from smdeck.write.package import Package, Relations
from smdeck.write.xml import crop_xml

SVG_EXTENSION = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/>'
    "</a:ext></a:extLst>"
)
"""An SVG beside its PNG ([MS-ODRAWXML] 2.3.3, svgBlip)."""

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


class MediaParts:
    """Adds media to a package and relates slides and layouts to them."""

    def __init__(self, package: Package, theme: Theme, lang: str) -> None:
        self.package, self.theme, self.lang = package, theme, lang
        self._files: dict[bytes, str] = {}

    def blip(self, path: Path, relations: Relations) -> str:
        """Return the `a:blip` of a picture file; that of an SVG has its PNG for older programs."""
        if not is_svg(path):
            suffix = path.suffix.lower().replace(".jpeg", ".jpg")
            return f'<a:blip r:embed="{self._part(picture_bytes(path), suffix, relations)}"/>'
        png = self._part(png_of(path), ".png", relations)
        svg = SVG_EXTENSION.format(self._part(path.read_bytes(), ".svg", relations))
        return f'<a:blip r:embed="{png}">{svg}</a:blip>'

    def _part(self, data: bytes, suffix: str, relations: Relations) -> str:
        """Return the relationship of a picture's part; equal pictures are one part."""
        name = self._files.get(data)
        if name is None:
            name = self._files[data] = self.package.numbered("ppt/media/image", suffix)
            self.package.add(name, data)
        return relations.add("image", f"/{name}")

    def picture(self, node: Picture, relations: Relations) -> tuple[str, str]:
        """Return the `a:blip` of a picture, and its `a:srcRect`."""
        return self.blip(node.image.path, relations), crop_xml(node.crop)

    def chart(self, node: Chart, scene: SlideScene, relations: Relations) -> str:
        """Return the relationship of a chart's part, which brings its workbook."""
        from smdeck.write.charts import chart_parts

        chart, workbook = chart_parts(node, self.theme, scene.tone, self.lang)
        book = self.package.numbered("ppt/embeddings/Microsoft_Excel_Sheet", ".xlsx")
        self.package.add(book, workbook)
        own = Relations()
        own.add("package", f"/{book}")
        name = self.package.numbered("ppt/charts/chart", ".xml")
        self.package.add(name, chart, CHART_TYPE, own)
        return relations.add("chart", f"/{name}")
