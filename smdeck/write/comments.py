"""Comments: what an author says to those who read the file, beside the slides."""

from __future__ import annotations

from collections.abc import Sequence

from smdeck.model.records import Deck
from smdeck.scene import SlideScene
from smdeck.write.package import PRESENTATIONML, Package, Relations
from smdeck.write.xml import HEADER, NAMESPACES, escape

AUTHORS = "ppt/commentAuthors.xml"

USUAL = "smdeck"
"""Who says it where the deck names no speaker."""

_AT = '<p:pos x="10" y="10"/>'
"""The top left corner of the slide; the unit is an eighth of a point (ECMA-376 Part 1, 19.4.4)."""


def add_authors(
    scenes: Sequence[SlideScene], deck: Deck, package: Package, relations: Relations
) -> None:
    """Add the part that names who says all comments, if there are some."""
    many = sum(bool(scene.comment) for scene in scenes)
    if not many:
        return
    name = deck.speaker.name.plain if deck.speaker and deck.speaker.name else USUAL
    initials = "".join(word[0] for word in name.split())[:3].upper()
    relations.add("commentAuthors", f"/{AUTHORS}")
    package.add(
        AUTHORS,
        f"{HEADER}<p:cmAuthorLst {NAMESPACES}>"
        f'<p:cmAuthor id="0" name="{escape(name)}" initials="{escape(initials)}" '
        f'lastIdx="{many}" clrIdx="0"/></p:cmAuthorLst>',
        f"{PRESENTATIONML}commentAuthors+xml",
    )


def add_comment(
    comment: str, slide: int, index: int, package: Package, relations: Relations
) -> None:
    """Add the comment of a slide, the `index`th of its author, and tell the slide's relations."""
    name = f"ppt/comments/comment{slide}.xml"
    relations.add("comments", f"/{name}")
    package.add(
        name,
        f"{HEADER}<p:cmLst {NAMESPACES}>"
        f'<p:cm authorId="0" idx="{index}">{_AT}<p:text>{escape(comment)}</p:text></p:cm>'
        "</p:cmLst>",
        f"{PRESENTATIONML}comments+xml",
    )
