"""The foot of a slide: footer, date and number, as placeholders and as fields."""

from __future__ import annotations

from smdeck.write.xml import escape, run_xml

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
    if not auto:
        return f"<a:p>{run_xml(text, lang)}</a:p>"
    return f"<a:p>{_field(DATE, 'datetime1', text, lang)}</a:p>"


def number_xml(text: str, lang: str) -> str:
    """Return the paragraph of a slide's number: `3`, or `3 / 24`, of which the 3 is a field."""
    number, slash, total = text.partition(" / ")
    return f"<a:p>{number_field(number, lang)}{run_xml(slash + total, lang) if total else ''}</a:p>"


def number_field(number: str, lang: str) -> str:
    """Return the field of a slide's number, which shows `number` until it is filled in."""
    return _field(SLIDE_NUMBER, "slidenum", number, lang)


def _field(id: str, kind: str, text: str, lang: str) -> str:
    return f'<a:fld id="{id}" type="{kind}"><a:rPr lang="{lang}"/><a:t>{escape(text)}</a:t></a:fld>'


ANY_NUMBER = "‹#›"
"""What PowerPoint shows for the number of a slide where there is no slide."""
