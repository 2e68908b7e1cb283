"""The backgrounds of master, layouts and notes: what their colours map to, and what is behind all."""

from __future__ import annotations

from smdeck.theme import Theme
from smdeck.write.xml import SAME_COLOR_MAP, fill_xml


def color_map_override(theme: Theme, tone: str) -> str:
    """Return the `p:clrMapOvr` that flips theme colours in a tone other than the master's."""
    if tone in theme.color_maps:
        return theme.color_maps[tone]
    if theme.color_map(tone) == theme.color_map(theme.colors.base):
        return SAME_COLOR_MAP
    return f"<p:clrMapOvr><a:overrideClrMapping {color_map(theme, tone)}/></p:clrMapOvr>"


def color_map(theme: Theme, tone: str) -> str:
    """Return the attributes of a colour map: links take the accent, or the text, of the tone."""
    mapped = dict(theme.color_map(tone))
    links = {name: mapped.pop(name) for name in ("hlink", "folHlink")}
    accents = {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    return " ".join(f'{name}="{slot}"' for name, slot in {**mapped, **accents, **links}.items())


def background_xml(theme: Theme, tone: str) -> str:
    """Return the background of a master or layout: its colour, by itself or as `bg1`."""
    fill = fill_xml(theme.background_paint(tone))
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
