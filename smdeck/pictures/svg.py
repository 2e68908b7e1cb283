"""SVGs: read as a stream, within limits, and written anew with nothing but what is drawn.

An SVG is a document that can nest without end, multiply itself, run scripts and call for other
files. Only its own elements are taken over; what reaches beyond the file is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

from smdeck.pictures.css import families_in, references, weighty
from smdeck.pictures.embedded import clean_picture
from smdeck.pictures.kinds import LARGEST_SVG
from smdeck.pictures.reading import Unusable
from smdeck.pictures.svg_cost import DEEPEST, MOST_ELEMENTS, Cost, Element, too_deep, too_many
from smdeck.pictures.svg_size import size_of

SVG, XLINK, XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)

_SCRIPTS = ("script", "handler", "listener")
_MOTION = ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard")
_UNSEEN = ("metadata", "title", "desc", "foreignObject", *_MOTION)
"""Elements that add nothing to a still picture. Words in a `foreignObject` would be shown by
browsers alone."""

_LOADING = ("src", "srcset", "data", "poster", "action", "formaction", "background")
"""Attributes of HTML that load something. They mean nothing in an SVG."""

_PICTURES = ("image", "feImage")

_STYLED = {"style", "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start",
           "marker-mid", "marker-end", "opacity", "stroke-dasharray", "cursor", "color-profile",
           "font", "font-family", "mix-blend-mode"}  # fmt: skip
"""Attributes that take style, and so may refer to something or take long to draw."""

_NO_ELEMENT, _UNCLOSED = 3, 5
"""Numbers of expat's errors: the text ended before the root did."""

_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit",
            "ui-serif", "ui-sans-serif", "ui-monospace", "initial", "unset", "math", "emoji",
            "-apple-system", "blinkmacsystemfont"}  # fmt: skip


class SvgDrawing(NamedTuple):
    """What is read from an SVG."""

    text: str
    """The SVG itself, written anew without all that is not drawn."""
    size: tuple[float, float]
    """Width and height in CSS pixels, or in the units of its viewBox."""
    weight: int
    """How many of its parts take long to draw, as blurs and masks, each as often as it is drawn."""
    words: bool
    """Whether it draws words, for which fonts are needed."""
    fonts: tuple[tuple[str, ...], ...]
    """The families that its words ask for: lists of which one is enough."""
    lost_words: str
    """Words that are written as HTML, and so not drawn."""


def read_svg(data: bytes) -> SvgDrawing:
    """Return the drawing of an SVG's bytes; raises Unusable."""
    from xml.parsers import expat

    if len(data) > LARGEST_SVG:
        raise Unusable(
            "unreadable-file",
            f"is an SVG of {len(data) // 2**20} megabytes, more than {LARGEST_SVG // 2**20}",
            "save it as PNG, or draw it simpler",
        )
    text = _decoded(data)
    reading = _Reading()
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.characters
    parser.EntityDeclHandler = parser.ElementDeclHandler = _refuse_definitions
    parser.AttlistDeclHandler = parser.NotationDeclHandler = _refuse_definitions
    parser.ProcessingInstructionHandler = _check_instruction
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        cut = error.code in (_NO_ELEMENT, _UNCLOSED)
        why = "it is cut off" if cut else expat.errors.messages[error.code]
        said = f"is no readable SVG: {why}, line {error.lineno}"
        raise Unusable("unreadable-file", said) from error
    return reading.drawing()


class _Reading:
    """An SVG while it is read: what is kept of it, and what it needs."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.unclosed = False
        """Whether the tag that was begun last may still be that of an empty element."""
        self.elements: list[Element] = []
        self.ids: dict[str, int] = {}
        self.open: list[tuple[str, int]] = []
        """The elements around the place that is read: their names, and their numbers."""
        self.families: list[tuple[str, ...]] = []
        self.size: tuple[float, float] | None = None
        self.skipped: list[str] = []
        """The elements around that are left out."""
        self.html: list[str] = []
        self.drawn: list[str] = []
        self.fonts: Counter[tuple[str, ...]] = Counter()
        self.faces = ""
        """What the style sheets say."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take up an element; raises Unusable where it is more than a drawing."""
        space, _, local = name.rpartition(" ")
        if len(self.open) + len(self.skipped) >= DEEPEST:
            raise too_deep()
        if local in _SCRIPTS:
            raise _scripted(f"<{local}>")
        if not self.elements and (local, space) != ("svg", SVG):
            raise Unusable(
                "unreadable-file",
                "is no readable SVG: its root is no `svg` of the namespace of SVGs",
                f'begin it with <svg xmlns="{SVG}">',
            )
        for key, value in attributes.items():
            _check_attribute(local, key, value)
        if self.skipped or space != SVG or local in _UNSEEN:
            self.skipped.append(local)
            if local == "foreignObject":
                self.html.append("")
            return
        if not self.elements:
            self.size = size_of(attributes)
        elif local == "image" and self.open[-1][0] == "switch" and self.html:
            self.html[-1] = ""  # draw.io puts a picture beside it for those who can't show HTML
        self._write(f"<{local}{self._kept(local, attributes)}")
        self.unclosed = True
        self._count(local, attributes)
        self.open.append((local, len(self.elements) - 1))
        self.families.append(_family(attributes) or (self.families[-1] if self.families else ()))

    def end(self, name: str) -> None:
        """Close an element."""
        if self.skipped:
            self.skipped.pop()
            return
        local, _ = self.open.pop()
        self.families.pop()
        if self.unclosed:
            self.out.append("/>")
            self.unclosed = False
        else:
            self.out.append(f"</{local}>")

    def characters(self, text: str) -> None:
        """Take over words and style sheets."""
        if self.skipped:
            if self.skipped[0] == "foreignObject" and self.skipped[-1] != "style":
                self.html[-1] += text
            return
        within = {local for local, _ in self.open}
        if "style" in within:
            self.faces += text
        elif within & {"text", "tspan"} and text.strip():
            self.drawn.append(text)
            self.fonts[self.families[-1]] += 1
        if "style" in within or "text" in within:
            self._write(_escaped(text))

    def _write(self, xml: str) -> None:
        """Write what stands inside of the element that was begun last."""
        if self.unclosed:
            self.out.append(">")
            self.unclosed = False
        self.out.append(xml)

    def drawing(self) -> SvgDrawing:
        """Return what was read, once its cost is known; raises Unusable."""
        assert self.size, "a root that is read has a size"
        check_style(self.faces)
        weight = Cost(self.elements, self.ids).weight() + weighty(self.faces)
        if "url(" in self.faces:
            weight = max(weight, 1000)  # which elements a sheet makes heavy is not known
        asked = dict.fromkeys(fonts for fonts in self.fonts if fonts)
        if self.drawn:
            asked |= dict.fromkeys(map(_listed, families_in(self.faces)))
        body = "".join(self.out).removeprefix("<svg")
        linked = f' xmlns:xlink="{XLINK}"' if " xlink:href=" in body else ""
        return SvgDrawing(
            f'<svg xmlns="{SVG}"{linked}{body}',
            self.size,
            weight=weight,
            words=bool(self.drawn),
            fonts=tuple(asked),
            lost_words=self._lost(),
        )

    def _lost(self) -> str:
        """Return the words that stand in HTML, and are not drawn for others beside it."""
        drawn = " ".join(" ".join(self.drawn).split())
        lost = (" ".join(words.split()) for words in self.html)
        return " ".join(words for words in lost if words and words not in drawn)

    def _kept(self, local: str, attributes: dict[str, str]) -> str:
        """Return the attributes that are taken over, as XML."""
        kept = []
        for key, value in attributes.items():
            space, _, name = key.rpartition(" ")
            if name == "href" and space in ("", XLINK):
                if local == "a":
                    continue  # nobody clicks into a picture
                data = value.strip().startswith("data:") and local in _PICTURES
                value = clean_picture(value) if data else value
                kept.append(f' {"xlink:" if space else ""}href="{_escaped(value)}"')
            elif space == XML and name in ("space", "lang"):
                kept.append(f' xml:{name}="{_escaped(value)}"')
            elif not space and name != "content" and not name.startswith("data-"):
                kept.append(f' {name}="{_escaped(value)}"')
        return "".join(kept)

    def _count(self, local: str, attributes: dict[str, str]) -> None:
        """Note an element's cost and what it refers to."""
        number = len(self.elements)
        if number >= MOST_ELEMENTS:
            raise too_many()
        found: list[str] = []
        weight = 0
        for key, value in attributes.items():
            if key.endswith("href") and value.startswith("#") and local != "a":
                found.append(value[1:])
            elif key in _STYLED:
                found += [one.target[1:] for one in references(value) if one.target[:1] == "#"]
                weight += weighty(value if key == "style" else f"{key}:{value}")
        if self.open:
            self.elements[self.open[-1][1]].children.append(number)
        self.elements.append(Element([], found, weight))
        if "id" in attributes:
            self.ids.setdefault(attributes["id"], number)


def _check_attribute(element: str, key: str, value: str) -> None:
    """Raise Unusable where an attribute runs a script or reaches beyond the file."""
    space, _, name = key.rpartition(" ")
    if not space and name[:2] == "on" and name.isalpha():
        raise _scripted(name)
    if space == XML and name == "base":
        raise _external(value)
    if name == "href" or (name in _LOADING and element not in _PICTURES):
        target = re.sub(r"[\s\x00-\x1f]+", "", value)
        if target.lower().startswith(("javascript:", "vbscript:")):
            raise _scripted(target)
        if element == "a" or not target or target[0] == "#":
            return
        if not (element in _PICTURES and target.startswith("data:")):
            raise _external(value)
    elif name in _STYLED:
        check_style(value)


def check_style(css: str) -> None:
    """Raise Unusable where style calls for another file."""
    for one in references(css):
        if not one.inside:
            raise _external(one.target)


def _check_instruction(target: str, data: str) -> None:
    if target == "xml-stylesheet":
        raise _external(data)


def _refuse_definitions(*declared: Any) -> None:
    raise Unusable(
        "unsafe-svg",
        "is an SVG that defines entities of its own",
        "export it as plain SVG, without a DTD of the program that drew it",
    )


def _external(target: str) -> Unusable:
    shown = " ".join(target.split())
    return Unusable(
        "unsafe-svg",
        f"is an SVG that calls for another file: `{shown}`",
        "embed pictures in the SVG, turn words into paths, and export it as plain SVG",
    )


def _scripted(what: str) -> Unusable:
    return Unusable(
        "unsafe-svg",
        f"is an SVG with a script: `{what}`",
        "export it as a still picture, without interaction",
    )


def _decoded(data: bytes) -> str:
    """Return the text of an SVG, without the declaration of another encoding."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            text = data.decode("utf-16")
            return re.sub(r"^<\?xml[^>]*\?>", "", text)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(
            "unreadable-file", "is no readable SVG: it is not UTF-8", "save it as UTF-8"
        ) from error
    return text


def _family(attributes: dict[str, str]) -> tuple[str, ...]:
    """Return the families that an element asks for."""
    styled = families_in(attributes.get("style", ""))
    return _listed(styled[-1] if styled else attributes.get("font-family", ""))


def _listed(families: str) -> tuple[str, ...]:
    """Return the families of a list; nothing where it is content with any font of a kind."""
    names = (name.strip().strip("'\"").strip() for name in families.split(","))
    return tuple(name for name in names if name and name.casefold() not in _GENERIC)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;",
     "\t": "&#9;"}
)  # fmt: skip
