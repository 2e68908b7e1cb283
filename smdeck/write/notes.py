"""The notes slide: what the speaker says, below a picture of the slide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from smdeck.model.text import Text
from smdeck.strings import Strings
from smdeck.write.foot import number_field
from smdeck.write.links import Links
from smdeck.write.text import plain_paragraphs
from smdeck.write.xml import (
    EMPTY_GROUP,
    HEADER,
    NAMESPACES,
    SAME_COLOR_MAP,
    escape,
    placeholder_xml,
)


def notes_part(
    notes: Text,
    strings: Strings,
    lang: str,
    number: int,
    placeholders: Mapping[str, int],
    *,
    links: Links,
    code_font: str,
) -> str:
    """Return the notes slide of slide `number`; `placeholders` are those of its master."""
    head, end = _around(
        strings.shapes["image"], strings.shapes["notes"], tuple(placeholders.items())
    )
    foot = (
        _number(strings, lang, number, placeholders["sldNum"]) if "sldNum" in placeholders else ""
    )
    said = plain_paragraphs(notes.paragraphs, lang, links, code_font)
    return f"{head}{said}</p:txBody></p:sp>{foot}{end}"


@lru_cache(maxsize=16)
def _around(image: str, body: str, placeholders: tuple[tuple[str, int], ...]) -> tuple[str, str]:
    """Return what stands before and behind the words of all notes slides."""
    at = dict(placeholders)
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}"
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{escape(image)}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldImg" idx="{at.get("sldImg", 2)}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{escape(body)}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" sz="quarter" idx="{at.get("body", 3)}"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>",
        f"</p:spTree></p:cSld>{SAME_COLOR_MAP}</p:notes>",
    )


def _number(strings: Strings, lang: str, number: int, place: int) -> str:
    return placeholder_xml(
        4,
        escape(strings.shapes["slide-number"]),
        f'<p:ph type="sldNum" sz="quarter" idx="{place}"/>',
        "<p:spPr/>",
        f"<a:bodyPr/><a:lstStyle/><a:p>{number_field(str(number), lang)}</a:p>",
    )
