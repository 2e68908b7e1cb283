"""The foot of masters and layouts: the places of footer, date and number, which slides fill."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smdeck.scene import Box, Level, Style
from smdeck.theme import Theme
from smdeck.words import Words
from smdeck.write.foot import FEET, SLIDE_NUMBER, date_xml
from smdeck.write.text import body_properties, list_style
from smdeck.write.xml import escape, transform_xml


class FootPlaces(NamedTuple):
    """The foot in a tone; `index` is what a place is numbered by, if not as on layouts."""

    theme: Theme
    words: Words
    tone: str

    def footer(self, id: int, box: Box, text: str, index: int | None = None) -> str:
        """Return the footer with the talk's own, so that a slide added by hand shows it too."""
        run = f'<a:r><a:rPr lang="{self.words.lang}"/><a:t>{escape(text)}</a:t></a:r>'
        words = f"<a:p>{run}</a:p>" if text else self._empty
        return self._place(id, "footer", index=index, box=box, paragraph=words, align="left")

    def number(self, id: int, box: Box, index: int | None = None) -> str:
        """Return the slide number."""
        words = (
            f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="{self.words.lang}"/>'
            "<a:t>‹#›</a:t></a:fld></a:p>"
        )
        return self._place(id, "number", index, box, words)

    def date(self, id: int, box: Box, text: str, index: int | None = None) -> str:
        """Return the date, with that of the talk."""
        words = date_xml(text, self.words.lang) if text else self._empty
        return self._place(id, "date", index, box, words)

    @property
    def _empty(self) -> str:
        return f'<a:p><a:endParaRPr lang="{self.words.lang}"/></a:p>'

    def _place(
        self,
        id: int,
        kind: str,
        index: int | None,
        box: Box,
        paragraph: str,
        align: Literal["left", "right"] = "right",
    ) -> str:
        """Return a placeholder with a paragraph."""
        theme = self.theme
        type_, size, usual = FEET[kind]
        name = escape(self.words.shapes["slide-number" if kind == "number" else kind])
        style = Style((Level(theme.foot_role(self.tone)),), theme.sizes("foot"), align, "middle")
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{type_}" sz="{size}" '
            f'idx="{usual if index is None else index}"/></p:nvPr></p:nvSpPr><p:spPr>'
            f'{transform_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f"<p:txBody>{body_properties(style, shrink=False)}"
            f"{list_style(theme, self.tone, style, theme.sizes('foot')[0])}{paragraph}</p:txBody>"
            "</p:sp>"
        )
