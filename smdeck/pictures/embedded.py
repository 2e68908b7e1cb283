"""Pictures inside an SVG: written as data, and looked at like any other picture."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from smdeck.pictures.kinds import picture_kind
from smdeck.pictures.metadata import cleaned
from smdeck.pictures.raster import picture_facts
from smdeck.pictures.reading import Unusable

_DATA = re.compile(r"\s*data:([\w/+.-]*)((?:;[\w=+.-]*)*),", re.I)


def clean_picture(address: str) -> str:
    """Return a `data:` address whose picture is decoded and has no metadata; raises Unusable."""
    head = _DATA.match(address)
    if head is None:
        raise _refused("which is written wrongly")
    payload = unquote_to_bytes(address[head.end() :])
    try:
        data = base64.b64decode(payload) if ";base64" in head[2].lower() else payload
    except binascii.Error as error:
        raise _refused("which is written wrongly") from error
    try:
        kind = picture_kind(data)
        if kind not in ("PNG", "JPEG", "GIF"):
            raise _refused("which is no PNG, JPEG or GIF")
        picture_facts(data, kind)
    except Unusable as problem:
        if problem.code == "unsafe-svg":
            raise
        raise _refused(f"which {problem.said}") from problem
    plain = base64.b64encode(cleaned(data, kind).data).decode()
    return f"data:image/{kind.lower()};base64,{plain}"


def _refused(why: str) -> Unusable:
    return Unusable(
        "unsafe-svg",
        f"is an SVG that holds a picture {why}",
        "embed pictures as PNG or JPEG, or save the whole as PNG",
    )
