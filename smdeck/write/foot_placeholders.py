"""The foot of masters and layouts: the placeholders of footer, date and number, which slides fill."""

from __future__ import annotations

from typing import Literal, NamedTuple

from smdeck.scene import Box, Level, Style
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.write.foot import ANY_NUMBER, FEET, date_xml, number_field
from smdeck.write.text import body_properties, list_style
from smdeck.write.xml import RECTANGLE, escape, placeholder_xml, run_xml, transform_xml


class FootPlaceholders(NamedTuple):
    """The foot in a tone; `index` is what a placeholder is numbered by, if not as on layouts."""

    theme: Theme
    strings: Strings
    tone: str

    def footer(self, id: int, box: Box, text: str, index: int | None = None) -> str:
        """Return the footer with the talk's own, so that a slide added by hand shows it too."""
        words = f"<a:p>{run_xml(text, self.strings.lang)}</a:p>" if text else self._empty
        return self._placeholder(id, "footer", index=index, box=box, paragraph=words, align="left")

    def number(self, id: int, box: Box, index: int | None = None) -> str:
        """Return the slide number."""
        words = f"<a:p>{number_field(ANY_NUMBER, self.strings.lang)}</a:p>"
        return self._placeholder(id, "number", index, box, words)

    def date(self, id: int, box: Box, text: str, index: int | None = None) -> str:
        """Return the date, with that of the talk."""
        words = date_xml(text, self.strings.lang) if text else self._empty
        return self._placeholder(id, "date", index, box, words)

    @property
    def _empty(self) -> str:
        return f'<a:p><a:endParaRPr lang="{self.strings.lang}"/></a:p>'

    def _placeholder(
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
        name = escape(self.strings.shapes["slide-number" if kind == "number" else kind])
        role, sizes = theme.foot_role(self.tone), theme.type.sizes("foot")
        style = Style((Level(role),), sizes, align, "middle")
        idx = usual if index is None else index
        return placeholder_xml(
            id,
            name,
            f'<p:ph type="{type_}" sz="{size}" idx="{idx}"/>',
            f"<p:spPr>{transform_xml(box)}{RECTANGLE}</p:spPr>",
            f"{body_properties(style, shrink=False)}"
            f"{list_style(theme, self.tone, style, sizes[0])}{paragraph}",
        )
