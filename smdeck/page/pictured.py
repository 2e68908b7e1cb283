"""What layouts of pictures share: which items need one, and what a crop of a face keeps."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.findings import Findings
from smdeck.model.items import Image, Item
from smdeck.page.layout import Layout

FACE = (0.5, 0.38)
"""The point that a crop of a portrait keeps where its author names none: faces are up there."""


def need_images(slide: Layout, findings: Findings) -> None:
    """Report the items that have no picture, where pictures are what the slide shows."""
    items: Sequence[Item] = getattr(slide, "items", ())
    for item in items:
        if item.image is None:
            findings.error(
                "missing-field",
                f"an item of `{slide.layout}` needs the field `image`",
                item.place,
                "add `image: {file: …, alt: …}`, or take a layout of words as `cards`",
            )


UPRIGHT = 0.85
"""Up to what ratio of width to height a picture is a high one."""


def shape_of(images: Sequence[Image], broad: float) -> frozenset[str]:
    """Return what all pictures are: `broad` from a ratio of width to height on, or `upright`."""
    ratios = [image.size[0] / image.size[1] for image in images if image.size]
    if len(ratios) < len(images):
        return frozenset()
    kinds = {"broad": min(ratios) >= broad, "upright": max(ratios) <= UPRIGHT}
    return frozenset(kind for kind, holds in kinds.items() if holds)


def keep_faces(pictures: Sequence[Image]) -> None:
    """Let crops of portraits keep their upper part where no author says what has to stay."""
    for picture in pictures:
        picture.usual_focus = FACE
