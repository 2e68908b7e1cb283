"""Typesetting: pages in the language of Typst, and the PDF that becomes of them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from smdeck.write.saving import TargetError

if TYPE_CHECKING:
    from smdeck.handing.typefaces import Typefaces


def check_typst() -> None:
    """Raise TargetError where PDF can't be written, since its library is not installed."""
    if find_spec("typst") is None:
        said = "PDF is set by Typst, which is not installed"
        raise TargetError(said, "install it: `pip install 'smdeck[pdf]'`, or `pip install typst`")


def typst_string(words: str) -> str:
    """Return words as a string of Typst."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def pt(length: float) -> str:
    """Return a length in points, to the thousandth."""
    return f"{round(length, 3):g}pt" if abs(length) < 1e5 else "0pt"


def document(title: str, author: str, lang: str) -> str:
    """Return the head of a document; a date would make each build another file."""
    language, _, region = lang.partition("-")
    place = f", region: {typst_string(region[-2:])}" if len(region) >= 2 else ""
    by = f", author: {typst_string(author)}" if author else ""
    return (
        f"#set document(title: {typst_string(title)}, date: none{by})\n"
        f"#set text(lang: {typst_string(language)}{place})\n"
    )


def pdf_of(source: str, fonts: Typefaces) -> bytes:
    """Return the PDF of a text in Typst, tagged, for all to read (PDF/UA-1, ISO 14289-1).

    Where that can't be, as with signs that no font of the computer has, it is a tagged PDF that
    does not call itself so.
    """
    import typst

    try:
        return typst.compile(source.encode(), font_paths=fonts.fonts, pdf_standards="ua-1")
    except typst.TypstError:
        return typst.compile(source.encode(), font_paths=fonts.fonts)
