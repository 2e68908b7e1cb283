"""Strict Open XML: a file that PowerPoint saved as “Strict” is brought into its usual form.

Both forms say the same (ISO/IEC 29500, parts 1 and 4). Strict has namespaces of its own, and writes
percentages and lengths with their units.
"""

from __future__ import annotations

import re

STRICT = b"http://purl.oclc.org/ooxml/"

_NAMESPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_METADATA = re.compile(rb"http://purl\.oclc\.org/ooxml/officeDocument/relationships/(metadata/)")
_CONFORMANCE = re.compile(rb'\sconformance="strict"')
_CHART_SHARE = re.compile(rb'(<c:\w+ val="-?\d+)%"')
_SHARE = re.compile(rb'(\s(?!name|descr|title|typeface)\w+=")(-?\d+(?:\.\d+)?)%"')
_LENGTH = re.compile(
    rb'(\s(?:x|y|cx|cy|w|h|marL|marR|indent|defTabSz|pos|[ltrb]Ins)=")(-?\d+(?:\.\d+)?)'
    rb'(mm|cm|in|pt|pc|pi)"'
)

_EMU = {b"mm": 36_000, b"cm": 360_000, b"in": 914_400, b"pt": 12_700,
        b"pc": 152_400, b"pi": 152_400}  # fmt: skip
"""How many EMU a unit is (ISO/IEC 29500-1, 22.9.2.15)."""


def is_strict(part: bytes) -> bool:
    """Return whether a part is written in the namespaces of Strict Open XML."""
    return STRICT in part[:2000]


def transitional(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Strict file as PowerPoint usually writes them."""
    return {
        name: _converted(data) if name.endswith((".xml", ".rels")) else data
        for name, data in parts.items()
    }


def _converted(data: bytes) -> bytes:
    if STRICT not in data:
        return data
    data = _METADATA.sub(rb"http://schemas.openxmlformats.org/package/2006/relationships/\1", data)
    data = _NAMESPACE.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
    data = _CONFORMANCE.sub(b"", data)
    data = _CHART_SHARE.sub(rb'\1"', data)
    data = _SHARE.sub(lambda found: b'%s%d"' % (found[1], round(float(found[2]) * 1000)), data)
    return _LENGTH.sub(
        lambda found: b'%s%d"' % (found[1], round(float(found[2]) * _EMU[found[3]])), data
    )
