"""Playing: films and sounds, as what makes a picture their poster and as what a slide does in time.

As PowerPoint writes them: the extensions are those of [MS-PPTX] 2.2.4, captions are a part of
their own (2.1, Track Part).
"""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.scene import Captions, Playback
from smdeck.write.package import Relations
from smdeck.write.xml import escape

MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"
TRACK = "http://schemas.microsoft.com/office/2017/04/relationships/track"
"""Kinds of relationships: a film that travels in the talk, and its captions."""

_EMBEDDED = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_TRACKS = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P173 = "http://schemas.microsoft.com/office/powerpoint/2017/3/main"


def online_xml(film: Playback, relations: Relations) -> str:
    """Return what makes a picture the poster of a film on the web."""
    return f'<a:videoFile r:link="{relations.add("video", film.address, True)}"/>'


def embedded_xml(film: Playback, name: str, track: str | None, relations: Relations) -> str:
    """Return what makes a picture the poster of a film: by the names of its parts."""
    kind = "audio" if film.sound else "video"
    link, media = relations.add(kind, f"/{name}"), relations.add(MEDIA, f"/{name}")
    inner = ""
    if any(film.trim):
        inner += "<p14:trim" + "".join(
            f' {side}="{cut}"' for side, cut in zip(("st", "end"), film.trim, strict=True) if cut
        )
        inner += "/>"
    if film.captions and track:
        inner += _tracks(film.captions, relations.add(TRACK, f"/{track}"))
    opened = f'<p14:media xmlns:p14="{_P14}" r:embed="{media}"'
    return (
        f'<a:{kind}File r:link="{link}"/><p:extLst><p:ext uri="{_EMBEDDED}">'
        + (f"{opened}>{inner}</p14:media>" if inner else f"{opened}/>")
        + "</p:ext></p:extLst>"
    )


def _tracks(captions: Captions, relation: str) -> str:
    from hashlib import sha256

    digits = sha256(captions.data).hexdigest().upper()
    id = "-".join(digits[a:b] for a, b in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32)))
    return (
        f'<p14:extLst><p:ext uri="{_TRACKS}"><p173:tracksInfo xmlns:p173="{_P173}" '
        f'displayLoc="media"><p173:trackLst><p173:track id="{{{id}}}" '
        f'label="{escape(captions.label)}" lang="{captions.lang}" r:embed="{relation}"/>'
        "</p173:trackLst></p173:tracksInfo></p:ext></p14:extLst>"
    )


NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
WAITING = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
"""When something begins: with what it is in, or when somebody clicks."""


def in_time(number: int, inner: str, begins: str = NOW, attributes: str = 'fill="hold"') -> str:
    """Return a step in time, in which all begin together (`p:par`)."""
    return (
        f'<p:par><p:cTn id="{number}" {attributes}>{begins}<p:childTnLst>{inner}</p:childTnLst>'
        "</p:cTn></p:par>"
    )


def begins_xml(shape: int, film: Playback, numbers: Iterator[int]) -> str:
    """Return that a film begins with its slide: a step of the main sequence that waits for none."""
    outer, middle, effect, played = (next(numbers) for _ in range(4))
    with_slide = '<p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond></p:stCondLst>'
    begins = WAITING.replace("</p:stCondLst>", with_slide)
    command = _command("playFrom(0.0)", played, film.length or 1, shape)
    called = in_time(effect, command, attributes=_effect_of(1, "afterEffect"))
    return in_time(outer, in_time(middle, called), begins)


def _effect_of(preset: int, kind: str) -> str:
    """Return the attributes of an effect that calls a film."""
    called = f'presetID="{preset}" presetClass="mediacall" presetSubtype="0"'
    return f'{called} fill="hold" nodeType="{kind}"'


def _command(name: str, number: int, length: int, shape: int) -> str:
    return (
        f'<p:cmd type="call" cmd="{name}"><p:cBhvr><p:cTn id="{number}" dur="{length}" '
        f'fill="hold"/>{_target(shape)}</p:cBhvr></p:cmd>'
    )


def played_xml(shape: int, film: Playback, numbers: Iterator[int]) -> str:
    """Return a film in the time of its slide: how loud it is, and that a click on it plays it."""
    return _node(shape, film, next(numbers)) + _toggled(shape, numbers)


def _node(shape: int, film: Playback, number: int) -> str:
    kind = "audio" if film.sound else "video"
    loud = 'vol="80000"' + ' mute="1"' * film.mute
    again = ' repeatCount="indefinite"' * film.loop
    ends = ""
    if film.sound:
        ends = (
            '<p:endCondLst><p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
            "</p:cond></p:endCondLst>"
        )
    return (
        f'<p:{kind}><p:cMediaNode {loud}><p:cTn id="{number}"{again} fill="hold" display="0">'
        f"{WAITING}{ends}</p:cTn>{_target(shape)}"
        f"</p:cMediaNode></p:{kind}>"
    )


def _toggled(shape: int, numbers: Iterator[int]) -> str:
    """Return that each click on a film lets it go on or stand still."""
    sequence, outer, middle, effect, played = (next(numbers) for _ in range(5))
    clicked = f'<p:cond evt="onClick" delay="0">{_target(shape)}</p:cond>'
    command = _command("togglePause", played, 1, shape)
    called = in_time(effect, command, attributes=_effect_of(2, "clickEffect"))
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" restart="whenNotActive" '
        f'fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{clicked}'
        '</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>'
        f"<p:childTnLst>{in_time(outer, in_time(middle, called))}</p:childTnLst></p:cTn>"
        f"<p:nextCondLst>{clicked}</p:nextCondLst></p:seq>"
    )


def _target(shape: int) -> str:
    return f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
