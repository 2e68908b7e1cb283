"""Transitions and click builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from smdeck.scene import (
    Chart,
    ChartParts,
    Click,
    Connector,
    Group,
    Icon,
    Picture,
    Playback,
    SceneNode,
    Shape,
    Spark,
    Table,
)
from smdeck.write.playing import NOW, WAITING, begins_xml, in_time, played_xml

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


class Stage(NamedTuple):
    """What the builds of a slide need beside its clicks."""

    ids: Mapping[int, int]
    """The number of the shape of each node."""
    pieces: Mapping[tuple[int, int], Sequence[int]]
    """By table and row: the numbers of the shapes that begin with the row."""
    effect: str = "fade"
    rtl: bool = False


class EffectTarget(NamedTuple):
    """What one effect brings."""

    shape: int
    part: str = ""
    """What of the shape: paragraphs, or parts of a chart."""
    built: bool = False
    """Whether the shape stands in the list of builds."""

    @property
    def xml(self) -> str:
        """The `p:spTgt`."""
        if not self.part:
            return f'<p:spTgt spid="{self.shape}"/>'
        return f'<p:spTgt spid="{self.shape}">{self.part}</p:spTgt>'


def timing_xml(
    clicks: Sequence[Click], stage: Stage, films: Sequence[tuple[int, Playback]] = ()
) -> str:
    """Return what a slide does in time: what appears with each click, all of it at once; and its
    films, which play by a click on them or begin with the slide."""
    if not clicks and not films:
        return ""
    numbers = count(3)
    steps = "".join(begins_xml(*film, numbers) for film in films if film[1].auto)
    steps += "".join(_step(list(_targets(click, stage)), stage, numbers) for click in clicks)
    builds = "".join(dict.fromkeys(_builds(clicks, stage.ids)))
    listed = f"<p:bldLst>{builds}</p:bldLst>" if builds else ""
    sequence = (
        '<p:seq concurrent="1" nextAc="seek">'
        f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst>'
        '</p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
        '</p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl>'
        "<p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>"
    )
    played = "".join(played_xml(*film, numbers) for film in films)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        f'nodeType="tmRoot"><p:childTnLst>{sequence if steps else ""}{played}</p:childTnLst>'
        f"</p:cTn></p:par></p:tnLst>{listed}</p:timing>"
    )


def _targets(click: Click, stage: Stage) -> Iterator[EffectTarget]:
    """Yield all that appears with a click."""
    for node in click.nodes:
        yield EffectTarget(
            stage.ids[id(node)], built=_is_shape(node) or isinstance(node, Chart | Spark)
        )
    for box, first, last in click.lines:
        for number in range(first, last + 1):
            part = f'<p:txEl><p:pRg st="{number}" end="{number}"/></p:txEl>'
            yield EffectTarget(stage.ids[id(box)], part, True)
    for table, first, last in click.rows:
        for row in range(first, last + 1):
            yield from map(EffectTarget, stage.pieces.get((id(table), row), ()))
    for chart, by, first, last in click.chart_parts:
        for number in range(first, last + 1):
            yield EffectTarget(stage.ids[id(chart)], _chart_part(by, number), True)


_ALL = -4
"""What stands for all series of a category, or all categories of a series."""


def _chart_part(by: str, number: int) -> str:
    """Return what names one series of a chart, or all of a category."""
    series, category = (number, _ALL) if by == "series" else (_ALL, number)
    return (
        f'<p:graphicEl><a:chart seriesIdx="{series}" categoryIdx="{category}" '
        f'bldStep="{by}"/></p:graphicEl>'
    )


def _is_shape(node: SceneNode) -> bool:
    return not isinstance(node, Picture | Chart | Spark | Table | Connector | Group)


def _is_painted(node: SceneNode) -> bool:
    """Return whether a shape has a fill or a line that appears with its words."""
    return isinstance(node, Icon) or (isinstance(node, Shape) and bool(node.fill or node.line))


def _step(targets: list[EffectTarget], stage: Stage, numbers: Iterator[int]) -> str:
    outer, inner = next(numbers), next(numbers)
    effects = "".join(
        _effect(target, stage, "withEffect" if n else "clickEffect", numbers)
        for n, target in enumerate(targets)
    )
    return in_time(outer, in_time(inner, effects), WAITING)


def _preset(effect: str, target: EffectTarget, rtl: bool) -> tuple[int, int, str]:
    """Return PowerPoint's number of an entrance, that of its direction, and its filter.

    Words are wiped in as they are read; parts of a chart rise.
    """
    if effect == "appear":
        return 1, 0, ""
    if effect == "fade":
        return 10, 0, "fade"
    if "graphicEl" in target.part:
        return 22, 4, "wipe(down)"
    return (22, 2, "wipe(right)") if rtl else (22, 8, "wipe(left)")


def _effect(target: EffectTarget, stage: Stage, trigger: str, numbers: Iterator[int]) -> str:
    """Return one entrance."""
    effect, show = next(numbers), next(numbers)
    preset, direction, filter = _preset(stage.effect, target, stage.rtl)
    group = ' grpId="0"' if target.built else ""
    shown = f"<p:tgtEl>{target.xml}</p:tgtEl>"
    moved = ""
    if filter:
        moved = (
            f'<p:animEffect transition="in" filter="{filter}"><p:cBhvr>'
            f'<p:cTn id="{next(numbers)}" dur="{FADE}"/>{shown}</p:cBhvr></p:animEffect>'
        )
    appears = (
        f'<p:set><p:cBhvr><p:cTn id="{show}" dur="1" fill="hold">{NOW}</p:cTn>{shown}'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    attributes = (
        f'presetID="{preset}" presetClass="entr" presetSubtype="{direction}" fill="hold"{group} '
        f'nodeType="{trigger}"'
    )
    return in_time(effect, appears + moved, attributes=attributes)


def _builds(clicks: Sequence[Click], ids: Mapping[int, int]) -> Iterator[str]:
    for click in clicks:
        for lines in click.lines:
            yield f'<p:bldP spid="{ids[id(lines.box)]}" grpId="0" build="p"/>'
        for node in click.nodes:
            if isinstance(node, Chart | Spark):
                built = f'<p:bldGraphic spid="{ids[id(node)]}" grpId="0"><p:bldAsOne/>'
                yield f"{built}</p:bldGraphic>"
            elif _is_shape(node):
                painted = ' animBg="1"' * _is_painted(node)
                yield f'<p:bldP spid="{ids[id(node)]}" grpId="0"{painted}/>'
        yield from (_of_chart(part, ids) for part in click.chart_parts)


def _of_chart(part: ChartParts, ids: Mapping[int, int]) -> str:
    """Return that a chart comes in parts; its axes and its legend stand there from the beginning."""
    return (
        f'<p:bldGraphic spid="{ids[id(part.chart)]}" grpId="0"><p:bldSub>'
        f'<a:bldChart bld="{part.by}" animBg="0"/></p:bldSub></p:bldGraphic>'
    )
