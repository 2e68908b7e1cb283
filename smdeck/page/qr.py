"""QR codes as one native shape."""

from __future__ import annotations

from functools import lru_cache

from smdeck.findings import Findings, Place
from smdeck.page.page import Page
from smdeck.scene import Box, Geometry, Role, Shape

CODE_HOLDS = 2_900
"""The most that a QR code holds, in bytes: 2,953 with the least correction (ISO/IEC 18004, 7.3),
less what says that they are UTF-8."""


def qr_holds(url: str) -> bool:
    """Return whether a QR code holds an address."""
    return len(url.encode()) <= CODE_HOLDS


def put_code(page: Page, url: str, box: Box, fill: Role) -> Shape:
    """Put the QR code of an address, which one holds, on the slide; a click leads there, too."""
    from smdeck.model.addresses import uri

    name = page.strings.shapes["qr"]
    return page.shape(box, qr_geometry(uri(url)), fill=fill, name=name, link=url)


def report_long(url: str | None, place: Place, findings: Findings, name: str = "url") -> None:
    """Report an address that no QR code holds."""
    if url and not qr_holds(url):
        findings.error(
            "wrong-value",
            f"`{name}` has {len(url.encode()):,} bytes, a QR code holds {CODE_HOLDS:,}",
            place,
            "take a short address that leads there",
        )


@lru_cache(maxsize=64)  # one address stands on several slides
def qr_geometry(address: str) -> Geometry:
    """Return the QR code of an address as a path: its dark modules, joined row by row.

    Error correction M (ISO/IEC 18004) survives a projector; an address that is too long for it has
    L. The quiet zone is the card's.
    """
    import segno

    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        code = segno.make(address, error="l", micro=False)
    rows = [list(row) for row in code.matrix]
    pieces = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            end = x
            while end < len(row) and row[end]:
                end += 1
            pieces.append(f"M{10 * x} {10 * y}L{10 * end} {10 * y} {10 * end} {10 * y + 10}")
            pieces.append(f" {10 * x} {10 * y + 10}Z")
            x = end
    size = 10 * len(rows)
    return Geometry(path="".join(pieces), grid=(size, size))
