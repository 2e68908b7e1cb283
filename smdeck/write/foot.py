"""The foot of a slide: footer, date and number, as placeholders and as fields."""

from __future__ import annotations

from smdeck.write.xml import escape

DATE_INDEX, FOOTER_INDEX, NUMBER_INDEX = 10, 11, 12
FEET = {
    "date": ("dt", "half", DATE_INDEX),
    "today": ("dt", "half", DATE_INDEX),
    "footer": ("ftr", "quarter", FOOTER_INDEX),
    "number": ("sldNum", "quarter", NUMBER_INDEX),
}
"""What stands at the foot: the type, size and index of its placeholder."""

DATE = "{5BC7A9D1-1D2C-4B52-9F0E-6C8E5A1F7B44}"
SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""What PowerPoint knows these fields by."""


def date_xml(text: str, lang: str, auto: bool = False) -> str:
    """Return the paragraph of a date; one that is `auto` is filled in where the file is opened."""
    words = f'<a:rPr lang="{lang}"/><a:t>{escape(text)}</a:t>'
    if not auto:
        return f"<a:p><a:r>{words}</a:r></a:p>"
    return f'<a:p><a:fld id="{DATE}" type="datetime1">{words}</a:fld></a:p>'


def number_xml(text: str, lang: str) -> str:
    """Return the paragraph of a slide's number: `3`, or `3 / 24`, of which the 3 is a field."""
    number, slash, total = text.partition(" / ")
    of = f'<a:r><a:rPr lang="{lang}"/><a:t>{escape(slash + total)}</a:t></a:r>' if total else ""
    return (
        f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>{escape(number)}</a:t></a:fld>{of}</a:p>"
    )
