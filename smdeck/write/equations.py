"""Equations: formulas as PowerPoint's own, in Office Math (ECMA-376 Part 1, 22.1)."""

from __future__ import annotations

from smdeck.model.math.reading import is_under
from smdeck.model.math.tree import (
    Accent,
    Big,
    Fence,
    Formula,
    Fraction,
    MathGrid,
    MathRow,
    MathScript,
    Root,
    Sign,
)
from smdeck.write.xml import escape

_FONT = (
    '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
)
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"


class MathWriter:
    """Writes formulas in a language, at a `size`, which is an attribute, with a fill."""

    def __init__(self, lang: str, size: str, fill: str, *, inline: bool = False) -> None:
        self.attributes, self.fill = f'lang="{lang}"{size}', fill
        self.inline = inline
        """Whether it stands among words, and is no higher than their line."""

    def paragraph(self, formula: Formula) -> str:
        """Return the `a14:m` of a formula that stands alone."""
        return (
            f'<a14:m><m:oMathPara xmlns:m="{_M}"><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>'
            f"<m:oMath>{self.xml(formula)}</m:oMath></m:oMathPara></a14:m>"
        )

    def among_words(self, formula: Formula) -> str:
        """Return the `a14:m` of a formula in a line of words."""
        return f'<a14:m><m:oMath xmlns:m="{_M}">{self.xml(formula)}</m:oMath></a14:m>'

    def xml(self, formula: Formula | None) -> str:
        """Return the elements of a formula."""
        match formula:
            case None:
                return ""
            case Sign(text, kind):
                return self._run(text, italic=kind == "letter", words=kind == "words")
            case MathRow(items):
                return "".join(self.xml(item) for item in items)
            case Fraction(above, below, bar):
                shape = "" if bar and not self.inline else "lin" if bar else "noBar"
                type = f'<m:type m:val="{shape}"/>' if shape else ""
                head = self._properties("f", type)
                return f"<m:f>{head}{self._in('num', above)}{self._in('den', below)}</m:f>"
            case Root(body, degree):
                hidden = '<m:degHide m:val="on"/>' if degree is None else ""
                head = self._properties("rad", hidden)
                return f"<m:rad>{head}{self._in('deg', degree)}{self._in('e', body)}</m:rad>"
            case MathScript():
                return self._script(formula)
            case Big():
                return self._big(formula)
            case Fence(left, right, body):
                chars = f'<m:begChr m:val="{left}"/><m:endChr m:val="{right}"/>'
                return f"<m:d>{self._properties('d', chars)}{self._in('e', body)}</m:d>"
            case MathGrid():
                return self._grid(formula)
            case Accent("¯", body):
                top = self._properties("bar", '<m:pos m:val="top"/>')
                return f"<m:bar>{top}{self._in('e', body)}</m:bar>"
            case Accent(sign, body):
                head = self._properties("acc", f'<m:chr m:val="{sign}"/>')
                return f"<m:acc>{head}{self._in('e', body)}</m:acc>"

    def _run(self, text: str, *, italic: bool, words: bool = False) -> str:
        style = "<m:rPr><m:nor/></m:rPr>" if words else ""
        if not (italic or words):
            style = '<m:rPr><m:sty m:val="p"/></m:rPr>'
        lean = ' i="1"' if italic else ' i="0"'
        return (
            f"<m:r>{style}<a:rPr {self.attributes}{lean}>{self.fill}{_FONT}</a:rPr>"
            f"<m:t>{escape(text)}</m:t></m:r>"
        )

    def _properties(self, tag: str, inner: str) -> str:
        control = f'<m:ctrlPr><a:rPr {self.attributes} i="1">{self.fill}{_FONT}</a:rPr></m:ctrlPr>'
        return f"<m:{tag}Pr>{inner}{control}</m:{tag}Pr>"

    def _in(self, tag: str, formula: Formula | None) -> str:
        inner = self.xml(formula)
        return f"<m:{tag}>{inner}</m:{tag}>" if inner else f"<m:{tag}/>"

    def _script(self, one: MathScript) -> str:
        if is_under(one.base) and one.low and not one.high and not self.inline:
            return (
                f"<m:limLow>{self._properties('limLow', '')}{self._in('e', one.base)}"
                f"{self._in('lim', one.low)}</m:limLow>"
            )
        tag = "sSubSup" if one.low and one.high else "sSub" if one.low else "sSup"
        low = self._in("sub", one.low) if one.low else ""
        high = self._in("sup", one.high) if one.high else ""
        head = self._properties(tag, "")
        return f"<m:{tag}>{head}{self._in('e', one.base)}{low}{high}</m:{tag}>"

    def _big(self, one: Big) -> str:
        place = "subSup" if self.inline or one.sign in "∫∬∭∮" else "undOvr"
        inner = f'<m:chr m:val="{one.sign}"/><m:limLoc m:val="{place}"/>'
        inner += '<m:subHide m:val="on"/>' if one.low is None else ""
        inner += '<m:supHide m:val="on"/>' if one.high is None else ""
        return (
            f"<m:nary>{self._properties('nary', inner)}{self._in('sub', one.low)}"
            f"{self._in('sup', one.high)}{self._in('e', one.body)}</m:nary>"
        )

    def _grid(self, one: MathGrid) -> str:
        many = max(len(row) for row in one.rows)
        side = "left" if one.left else "center"
        columns = (
            f'<m:mcs><m:mc><m:mcPr><m:count m:val="{many}"/><m:mcJc m:val="{side}"/></m:mcPr>'
            "</m:mc></m:mcs>"
        )
        rows = "".join(
            f"<m:mr>{''.join(self._in('e', cell) for cell in [*row, *[None] * (many - len(row))])}"
            "</m:mr>"
            for row in one.rows
        )
        return f"<m:m>{self._properties('m', columns)}{rows}</m:m>"
