"""Links: where words and shapes of a slide lead, as relationships of its part."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.scene import CAME_FROM
from smdeck.write.package import Relations

_OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""Makes a link as its text is coloured, not as the theme colours links ([MS-ODRAWXML] 2.38)."""

_LAST_SEEN = "ppaction://hlinkshowjump?jump=lastslideviewed"
"""The action that goes back to the slide which was shown before this one."""


class Links(NamedTuple):
    """Turns the links of a slide into relationships."""

    relations: Relations
    slides: dict[str, str]
    """The parts of slides, by their ids."""

    def click(self, target: str, *, own_color: bool = False) -> str:
        """Return the `a:hlinkClick` for an address or the `#id` of a slide.

        The words keep their `own_color` where that of links would not be readable. It is "" for a
        slide that is not there, as a draft may have it.
        """
        if target.startswith("#") and target[1:] not in self.slides:
            return ""
        color = _OWN_COLOR if own_color else ""
        if target == CAME_FROM:
            return f'<a:hlinkClick r:id="" action="{_LAST_SEEN}">{color}</a:hlinkClick>'
        if target.startswith("#"):
            id = self.relations.add("slide", self.slides[target[1:]])
            return (
                f'<a:hlinkClick r:id="{id}" action="ppaction://hlinksldjump">{color}</a:hlinkClick>'
            )
        from smdeck.model.addresses import uri

        id = self.relations.add("hyperlink", uri(target), True)
        return f'<a:hlinkClick r:id="{id}">{color}</a:hlinkClick>'
