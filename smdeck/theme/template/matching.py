"""Matching: which layouts of a template serve which of smdeck's, by placeholders and geometry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from smdeck.scene.template import Placeholder, TemplateLayout

Part = Literal["title", "section", "content", "two", "headed two", "picture", "plain"]
"""What a layout of a template can serve as."""

PARTS: tuple[Part, ...] = get_args(Part)

CALLED: dict[Part, str] = {
    "title": "the title",
    "section": "sections",
    "content": "content",
    "two": "two columns",
    "headed two": "two columns with titles",
    "picture": "words beside a picture",
    "plain": "a title alone",
}
"""What each of them is called."""

TYPES: dict[Part, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "content": ("obj", "tx"),
    "two": ("twoObj",),
    "headed two": ("twoTxTwoObj",),
    "picture": ("picTx",),
    "plain": ("titleOnly",),
}
"""PowerPoint's own type of such a layout: it decides between layouts that fit alike."""

WORDS = ("obj", "body")
PICTURES = ("pic", "clipArt", "media")

LARGE = 0.2
"""A placeholder for the content of a slide covers at least this share of it."""

ASIDE = 0.12
"""Words beside a picture cover at least this share of the slide; less is a caption."""


class Match(NamedTuple):
    """A layout of the template in the place of one of smdeck's."""

    layout: TemplateLayout
    frames: dict[str, Placeholder]
    """The placeholder that each frame is."""


def best_for(part: Part, layouts: Iterable[TemplateLayout], area: int) -> Match | None:
    """Return the layout that serves a part best, or None; `area` is the slide's in square EMU."""
    found: list[tuple[bool, Match]] = []
    for layout in layouts:
        frames = fits(part, layout, area)
        if frames is not None:
            found.append((layout.type in TYPES[part], Match(layout, frames)))
    return next((match for typed, match in sorted(found, key=lambda one: not one[0])), None)


def fits(part: Part, layout: TemplateLayout, area: int) -> dict[str, Placeholder] | None:
    """Return the placeholder of each frame where a layout can serve as a part, else None."""
    title = layout.title
    if title is None:
        return None
    frames = {"title": title}
    content = sorted(layout.content, key=lambda one: (one.box.x, one.box.y))
    pictures = [one for one in content if one.type in PICTURES]
    words = [one for one in content if one.type in WORDS]
    if part == "plain":
        return frames if not content else None
    if part == "picture":
        return _beside_picture(frames, pictures, words, content, area)
    if pictures:
        return None
    match part:
        case "title":
            subtitle = layout.first("subTitle")
            others = [one for one in content if one is not subtitle]
            if subtitle is None or any(_share(one, area) > ASIDE for one in others):
                return None
            return {**frames, "subtitle": subtitle}
        case "section":
            lone = len(content) == 1 and content[0].type == "body"
            small = lone and (layout.type == "secHead" or _share(content[0], area) < LARGE)
            above = lone and content[0].box.bottom <= title.box.y + title.box.h // 4
            if not lone or not (small or above) or layout.type == "vertTx":
                return None
            return {**frames, "subtitle": content[0]}
        case "content":
            if len(content) != 1 or content[0].type not in WORDS or layout.type == "secHead":
                return None
            lower = content[0].box.y >= title.box.y + title.box.h // 2
            large = _share(content[0], area) >= LARGE
            return {**frames, "content": content[0]} if lower and large else None
        case "two":
            if len(content) != 2 or len(words) != 2 or not _beside(content[0], content[1], area):
                return None
            return {**frames, "left": content[0], "right": content[1]}
        case "headed two":
            if len(content) != 4 or len(words) != 4:
                return None
            left_head, left, right_head, right = content
            paired = _aligned(left_head, left) and _aligned(right_head, right)
            if not paired or not _beside(left, right, area) or left_head.box.h > left.box.h // 2:
                return None
            return {**frames, "left title": left_head, "left": left,
                    "right title": right_head, "right": right}  # fmt: skip
    return None


def _beside_picture(
    frames: dict[str, Placeholder],
    pictures: list[Placeholder],
    words: list[Placeholder],
    content: list[Placeholder],
    area: int,
) -> dict[str, Placeholder] | None:
    """Return the frames of a picture with words beside it; words below one are its caption."""
    if len(pictures) != 1 or len(words) != 1 or len(content) != 2:
        return None
    picture, body = pictures[0], words[0]
    beside = body.box.right <= picture.box.x or picture.box.right <= body.box.x
    if not beside or _share(body, area) < ASIDE or _share(picture, area) < ASIDE:
        return None
    return {**frames, "picture": picture, "body": body}


def _share(one: Placeholder, area: int) -> float:
    return one.box.w * one.box.h / area


def _aligned(above: Placeholder, below: Placeholder) -> bool:
    return abs(above.box.x - below.box.x) < below.box.w // 10 and above.box.y < below.box.y


def _beside(left: Placeholder, right: Placeholder, area: int) -> bool:
    """Return whether two placeholders stand beside each other, of one height and in full."""
    same = abs(left.box.y - right.box.y) < left.box.h // 8
    alike = abs(left.box.h - right.box.h) < left.box.h // 8
    large = _share(left, area) + _share(right, area) >= LARGE
    return same and alike and large and left.box.right <= right.box.x + left.box.w // 20


FRAMES: dict[str, tuple[tuple[Part, dict[str, str]], ...]] = {
    "title": (("title", {"title": "title", "subtitle": "subtitle"}),),
    "closing": (("title", {"title": "title", "text": "subtitle"}),),
    "section": (
        ("section", {"title": "title", "subtitle": "subtitle"}),
        ("title", {"title": "title", "subtitle": "subtitle"}),
    ),
    "bullets": (("content", {"title": "title", "items": "content"}),),
    "table": (("content", {"title": "title", "table": "content"}),),
    "chart": (("content", {"title": "title", "chart": "content"}),),
    "two-columns": (
        ("two", {"title": "title", "left": "left", "right": "right"}),
        ("headed two", {name: name for name in
                        ("title", "left title", "left", "right title", "right")}),
    ),
    "image-text": (("picture", {"title": "title", "picture": "picture", "body": "body"}),),
}  # fmt: skip
"""For each layout of smdeck that a template can serve: the parts that may, the best first, and
which of their placeholders each of its frames is."""

DISPENSABLE = ("number", "speaker")
"""Frames that a template's layout may lack: the layouts of smdeck do without."""


def assigned(name: str, layout: TemplateLayout) -> Match | None:
    """Return a layout that a theme names for one of smdeck's, or None where it has too few frames.

    Placeholders of words are taken from the left, then from the top.
    """
    content = sorted(layout.content, key=lambda one: (one.box.x, one.box.y))
    pictures = [one for one in content if one.type in PICTURES]
    words = [one for one in content if one.type not in PICTURES]
    for _, names in reversed(FRAMES[name]):
        free = {"picture": list(pictures), "title": [layout.title] if layout.title else []}
        frames: dict[str, Placeholder] = {}
        rest = list(words)
        for frame in names:
            found = free.get(frame, rest)
            if found:
                frames[frame] = found.pop(0)
        if names.keys() - frames.keys() <= {"subtitle", "text"}:
            return Match(layout, frames)
    return None
