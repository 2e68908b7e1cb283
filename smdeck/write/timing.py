"""Transitions and click builds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from smdeck.scene import Chart, Click, Connector, Group, Icon, Node, Picture, Shape, Table

_TRANSITIONS = {
    "fade": "<p:fade/>",
    "push": '<p:push dir="u"/>',
    "wipe": '<p:wipe dir="l"/>',
    "cover": '<p:cover dir="l"/>',
}
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"

FADE = 500
"""How long a transition and the appearance of an item take, in milliseconds."""


def transition_xml(name: str) -> str:
    """Return a transition, with one for programs that don't know its duration or morph."""
    if name == "none":
        return ""
    if name == "morph":
        choice = (
            f'<mc:Choice xmlns:p159="{_P159}" Requires="p159"><p:transition spd="slow" '
            f'xmlns:p14="{_P14}" p14:dur="1000"><p159:morph option="byObject"/></p:transition>'
            "</mc:Choice>"
        )
        inner = _TRANSITIONS["fade"]
    else:
        inner = _TRANSITIONS[name]
        choice = (
            f'<mc:Choice xmlns:p14="{_P14}" Requires="p14"><p:transition spd="med" '
            f'p14:dur="{FADE}">{inner}</p:transition></mc:Choice>'
        )
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}">{choice}'
        f'<mc:Fallback><p:transition spd="med">{inner}</p:transition></mc:Fallback>'
        "</mc:AlternateContent>"
    )


def timing_xml(clicks: list[Click], ids: dict[int, int], films: Sequence[int] = ()) -> str:
    """Return the click builds of a slide: what appears with each click, all of it at once; and its
    films, which play on a click of their own."""
    if not clicks and not films:
        return ""
    numbers = count(3)
    steps = "".join(_step(list(_targets(click, ids)), numbers) for click in clicks)
    builds = "".join(dict.fromkeys(_builds(clicks, ids)))
    listed = f"<p:bldLst>{builds}</p:bldLst>" if builds else ""
    sequence = (
        '<p:seq concurrent="1" nextAc="seek">'
        f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst>'
        '</p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
        '</p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl>'
        "<p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>"
    )
    played = "".join(_film(film, next(numbers)) for film in films)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        f'nodeType="tmRoot"><p:childTnLst>{sequence if clicks else ""}{played}</p:childTnLst>'
        f"</p:cTn></p:par></p:tnLst>{listed}</p:timing>"
    )


def _film(shape: int, number: int) -> str:
    """Return that a film waits for its click."""
    return (
        f'<p:video><p:cMediaNode vol="80000"><p:cTn id="{number}" fill="hold" display="0">'
        '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst></p:cTn><p:tgtEl>'
        f'<p:spTgt spid="{shape}"/></p:tgtEl></p:cMediaNode></p:video>'
    )


def _targets(click: Click, ids: dict[int, int]) -> Iterator[tuple[str, bool]]:
    """Return the `p:spTgt` of all that appears, and whether it is built as a shape with text."""
    for node in click.nodes:
        yield f'<p:spTgt spid="{ids[id(node)]}"/>', _is_shape(node)
    if click.paragraphs:
        box, first, last = click.paragraphs
        for number in range(first, last + 1):
            yield (
                f'<p:spTgt spid="{ids[id(box)]}"><p:txEl><p:pRg st="{number}" end="{number}"/>'
                "</p:txEl></p:spTgt>",
                True,
            )


def _is_shape(node: Node) -> bool:
    return not isinstance(node, Picture | Chart | Table | Connector | Group)


def _is_painted(node: Node) -> bool:
    """Return whether a shape has a fill or a line that appears with its words."""
    return isinstance(node, Icon) or (isinstance(node, Shape) and bool(node.fill or node.line))


def _step(targets: list[tuple[str, bool]], numbers: Iterator[int]) -> str:
    outer, inner = next(numbers), next(numbers)
    effects = "".join(
        _effect(target, built, "withEffect" if n else "clickEffect", numbers)
        for n, (target, built) in enumerate(targets)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        f'</p:stCondLst><p:childTnLst><p:par><p:cTn id="{inner}" fill="hold"><p:stCondLst>'
        f'<p:cond delay="0"/></p:stCondLst><p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(target: str, built: bool, trigger: str, numbers: Iterator[int]) -> str:
    """Return one fade-in (PowerPoint's entrance effect 10)."""
    effect, show, fade = next(numbers), next(numbers), next(numbers)
    group = ' grpId="0"' if built else ""
    return (
        f'<p:par><p:cTn id="{effect}" presetID="10" presetClass="entr" presetSubtype="0" '
        f'fill="hold"{group} nodeType="{trigger}"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f'<p:childTnLst><p:set><p:cBhvr><p:cTn id="{show}" dur="1" fill="hold"><p:stCondLst>'
        f'<p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl>{target}</p:tgtEl><p:attrNameLst>'
        "<p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>"
        '<p:strVal val="visible"/></p:to></p:set><p:animEffect transition="in" filter="fade">'
        f'<p:cBhvr><p:cTn id="{fade}" dur="{FADE}"/><p:tgtEl>{target}</p:tgtEl></p:cBhvr>'
        "</p:animEffect></p:childTnLst></p:cTn></p:par>"
    )


def _builds(clicks: list[Click], ids: dict[int, int]) -> Iterator[str]:
    for click in clicks:
        if click.paragraphs:
            yield f'<p:bldP spid="{ids[id(click.paragraphs[0])]}" grpId="0" build="p"/>'
        for node in click.nodes:
            if _is_shape(node):
                painted = ' animBg="1"' * _is_painted(node)
                yield f'<p:bldP spid="{ids[id(node)]}" grpId="0"{painted}/>'
