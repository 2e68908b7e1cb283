"""The notes slide: what the speaker says, below a picture of the slide."""

from __future__ import annotations

from collections.abc import Mapping

from smdeck.model.text import Text
from smdeck.words import Words
from smdeck.write.text import Links, plain_paragraphs
from smdeck.write.xml import EMPTY_GROUP, HEADER, NAMESPACES, escape


def notes_part(
    notes: Text,
    words: Words,
    lang: str,
    number: int,
    places: Mapping[str, int],
    *,
    links: Links,
    code_font: str,
) -> str:
    """Return the notes slide of slide `number`; `places` are the placeholders of its master."""
    image, body = places.get("sldImg", 2), places.get("body", 3)
    foot = _number(words, lang, number, places["sldNum"]) if "sldNum" in places else ""
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}"
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{escape(words.shapes["image"])}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldImg" idx="{image}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{escape(words.shapes["notes"])}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" sz="quarter" idx="{body}"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        f"{plain_paragraphs(notes.paragraphs, lang, links, code_font)}</p:txBody></p:sp>"
        f"{foot}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _number(words: Words, lang: str, number: int, place: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="{escape(words.shapes["slide-number"])}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldNum" sz="quarter" idx="{place}"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
