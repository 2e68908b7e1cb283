"""Document properties: the talk's title, its speaker and its date, and nobody else's."""

from __future__ import annotations

from smdeck.model.records import Deck
from smdeck.model.text import Text
from smdeck.write.xml import HEADER, escape

APP_VERSION = "16.0000"
"""The PowerPoint that a file is written as, in the form that readers know (22.2.2.3); LibreOffice
says in the same way which one it takes after."""


def core_part(deck: Deck, lang: str) -> str:
    """Return the core properties (ECMA-376 Part 2, 11). The only date is that of the event:
    the time of a build would make two builds differ."""
    speaker = deck.speaker
    author = (speaker and (speaker.name or speaker.role)) or None
    date = deck.event.date if deck.event else None
    rows = [f"<dc:title>{_property(deck.title)}</dc:title>"]
    if deck.subtitle:
        rows.append(f"<dc:subject>{_property(deck.subtitle)}</dc:subject>")
    creator = _property(author) if author else ""
    rows.append(f"<dc:creator>{creator}</dc:creator>")
    rows.append(f"<dc:language>{lang}</dc:language>")
    rows.append(f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>")
    if date and _is_date(date):
        for tag in ("created", "modified"):
            rows.append(
                f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:{tag}>'
            )
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(rows)}'
        "</cp:coreProperties>"
    )


def _property(text: Text) -> str:
    """Return a text as a property: with plain spaces, which a search finds."""
    return escape(text.plain.replace("\u00a0", " "))


def app_part(slides: int, notes: int, hidden: int, ratio: float) -> str:
    """Return the extended properties (ECMA-376 Part 1, 22.2); `ratio` is a slide's, width by height."""
    formats = {1.33: "On-screen Show (4:3)", 1.78: "Widescreen", 1.6: "On-screen Show (16:10)"}
    shown = formats.get(round(ratio, 2), "Custom")
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><TotalTime>0</TotalTime><Application>smdeck</Application>'
        f"<PresentationFormat>{shown}</PresentationFormat><Slides>{slides}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides><MMClips>0</MMClips>"
        "<ScaleCrop>false</ScaleCrop><LinksUpToDate>false</LinksUpToDate>"
        "<SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>"
        f"<AppVersion>{APP_VERSION}</AppVersion></Properties>"
    )


def _is_date(text: str) -> bool:
    import datetime

    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
