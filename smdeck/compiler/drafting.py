"""Drafts: talks that are built although something is missing or wrong, and that say where.

A slide that can't be read has another in its place, a picture that is not there a box with its
name, and each slide with findings a mark.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.compiler.slides import decode_slide
from smdeck.findings import Finding, Findings
from smdeck.fit.measure import LINE_HEIGHT, text_width
from smdeck.model.fields import Failed, Reader
from smdeck.model.text import Paragraph, Run
from smdeck.page import Layout
from smdeck.scene import (
    Box,
    Chart,
    Fitted,
    Geometry,
    Group,
    Level,
    Line,
    Picture,
    SceneNode,
    Shape,
    SlideScene,
    Style,
    Table,
    TextBox,
)
from smdeck.source import Mapping, Scalar
from smdeck.source import Node as Written
from smdeck.theme import Theme
from smdeck.units import emu, points

if TYPE_CHECKING:
    from smdeck.compiler.compiling import Compiled
    from smdeck.theme.template.reading import Template

KEPT = ("id", "notes", "minutes", "hidden", "only", "except")
"""What a slide in another's place takes over; the title as well."""

TOLD = 3
"""How many findings stand on it."""

_MARKUP = re.compile(r"([\\*_\[\]<>~^|])")

MARK, LABEL = 11.0, 16.0
"""The sizes of the words on a mark and in a box, in points."""

PLATE = Level("ground", bold=True)
"""How they are set."""

WORDS = {"de": ("Entwurf", "fehlt"), "en": ("Draft", "missing")}
"""What stands on marks and in boxes: German in German talks, English in all others."""


class Drafting:
    """The draft of one deck while it is compiled."""

    def __init__(self) -> None:
        self._instead: list[Layout] = []
        self._known: set[tuple[str, str]] = set()

    def decode(
        self, node: Written, reader: Reader, template: Template | None = None
    ) -> Layout | Failed:
        """Return the slide of a node as `decode_slide` does, another where that can't be read."""
        before, pictures = len(reader.findings), len(reader.pictures)
        slide = decode_slide(node, reader, template)
        if not isinstance(slide, Failed):
            return slide
        del reader.pictures[pictures:]
        found = reader.findings[before:]
        self._known |= {(one.code, one.message) for one in found}
        instead = _instead(node, reader, found)
        if isinstance(instead, Layout):
            self._instead.append(instead)
        return instead

    def finish(self, compiled: Compiled, findings: Findings) -> None:
        """Label what is missing on the slides, and mark those with findings.

        What is found on slides that stand in place of others is no finding of the author's.
        """
        from smdeck.desk.cards import numbered_slides

        slides = [*numbered_slides(compiled)]
        instead = {number for number, _, slide in slides if slide in self._instead}
        findings[:] = [
            one for one in findings
            if one.slide not in instead or (one.code, one.message) in self._known
        ]  # fmt: skip
        draft, missing = WORDS["de" if compiled.deck.lang.split("-")[0] == "de" else "en"]
        codes: dict[int, list[str]] = {}
        for one in findings:
            if one.slide:
                codes.setdefault(one.slide, []).append(one.code)
        for number, scene, slide in slides:
            _label(scene, slide, compiled, missing, number in instead)
            if number in codes:
                told = " · ".join(dict.fromkeys(codes[number]))
                _mark(scene, compiled.theme, f"{draft} · {told}")


def as_warnings(findings: list[Finding]) -> list[Finding]:
    """Return findings as those of a draft: no error keeps it from being written."""
    return [one._replace(severity="warning") for one in findings]


def _instead(node: Written, reader: Reader, found: list[Finding]) -> Layout | Failed:
    """Return a slide that says what is wrong with another."""
    entries = node.entries if isinstance(node, Mapping) else {}
    scratch = Reader(Findings(), reader.folder, reader.slides, language=reader.language)

    def scalar(text: str) -> Scalar:
        return Scalar(*node.where, text, False)

    layout, title = (entries.get(name, (None, None))[1] for name in ("layout", "title"))
    named = layout.text if isinstance(layout, Scalar) else "?"
    texts = [_as_markup(one.message) for one in found if one.severity == "error"][:TOLD]
    made: dict[str, tuple[Scalar, Written]] = {
        "layout": (scalar("layout"), scalar("text")),
        "title": (scalar("title"), title if _usable(title) and title else scalar(named)),
        "text": (scalar("text"), scalar("\n\n".join(texts) or "?")),
    }
    tries = [{**made, **{name: entries[name] for name in KEPT if name in entries}}, made]
    slide: Layout | Failed = Failed()
    for keys in tries:  # what is taken over may be what is wrong
        before = len(scratch.findings)
        slide = decode_slide(Mapping(*node.where, keys), scratch)
        if isinstance(slide, Layout) and not scratch.findings.failed_since(before):
            break
    if isinstance(slide, Layout):
        slide.written = node
    return slide


def _usable(title: Written | None) -> bool:
    return isinstance(title, Scalar) and bool(title.text.strip()) and "\n" not in title.text


def _as_markup(message: str) -> str:
    """Return a message whose words in backticks are code, and whose other signs are no markup."""
    parts = message.split("`")
    return "`".join(part if n % 2 else _MARKUP.sub(r"\\\1", part) for n, part in enumerate(parts))


def _label(
    scene: SlideScene, slide: Layout, compiled: Compiled, missing: str, instead: bool
) -> None:
    """Put boxes in the place of what is missing on a slide."""
    theme, shapes = compiled.theme, compiled.strings.shapes
    changed: dict[int, SceneNode] = {}
    plates: list[SceneNode] = []
    for node in scene.nodes:
        if isinstance(node, Picture) and node.image.size is None:
            path: Path = node.image.path
            label = f"{shapes['picture']} {missing}: {path.name}"
            changed[id(node)] = _box(node.box, label)
            plates.append(_plate(node.box, label, theme, points(node.box.w)))
    if changed:
        scene.nodes = [changed.get(id(node), node) for node in scene.nodes]
        scene.clicks = [
            click._replace(nodes=tuple(changed.get(id(one), one) for one in click.nodes))
            for click in scene.clicks
        ]
    if slide.layout in ("table", "chart") and not instead and not _has_figures(scene.nodes):
        placeholders = [
            one for one in scene.slide_layout.placeholders if one.kind in ("tbl", "chart", "obj")
        ]
        box = placeholders[0].box if placeholders else _body(theme)
        label = f"{shapes[slide.layout]} {missing}"
        scene.nodes.append(_box(box, label))
        plates.append(_plate(box, label, theme, points(box.w)))
    scene.nodes += plates
    if instead:
        texts = (node for node in scene.nodes if isinstance(node, TextBox) and node.placeholder)
        words = next(
            (one for one in texts if one.placeholder and one.placeholder.kind == "body"), None
        )
        box = words.box if words else _body(theme)
        dashed = Line("accent", 2, dashed=True)
        scene.nodes.insert(0, Shape(box.inset(-90_000, -90_000, -90_000, -90_000), line=dashed))


def _has_figures(nodes: list[SceneNode]) -> bool:
    return any(
        isinstance(node, Table | Chart) or (isinstance(node, Group) and _has_figures(node.children))
        for node in nodes
    )


def _body(theme: Theme) -> Box:
    width, height = theme.width, theme.height
    return Box(width // 12, height // 4, width - width // 6, height * 5 // 8)


def _box(box: Box, label: str) -> Shape:
    """Return a dashed box with a name."""
    return Shape(box, fill="surface", line=Line("accent", 2, dashed=True), name=label)


def _plate(box: Box, label: str, theme: Theme, most: float) -> Shape:
    """Return words in the middle of a box, on a plate of their own: above all, even a scrim."""
    size = LABEL
    while size > MARK and text_width(label, size, theme, PLATE) > most - 20:
        size -= 1
    while len(label) > 1 and text_width(label, size, theme, PLATE) > most - 20:
        label = f"{label[:-2].rstrip()}…"
    wide, high = emu(text_width(label, size, theme, PLATE) + 20), emu(size * 1.7)
    return _lettered(box.centered(wide, high), label, size)


def _mark(scene: SlideScene, theme: Theme, label: str) -> None:
    """Put a mark into the corner of a slide."""
    most = points(theme.width) * 0.6
    while text_width(label, MARK, theme, PLATE) > most:
        label = f"{label[:-2].rstrip()}…"
    wide = emu(text_width(label, MARK, theme, PLATE) + 20)
    box = Box(theme.width - wide - emu(6), emu(5), wide, emu(19))
    scene.nodes.append(_lettered(box, label, MARK))


def _lettered(box: Box, label: str, size: float) -> Shape:
    """Return a plate with words. What stands out on the background is read in reverse, too."""
    words = _words(label, box, size)
    return Shape(box, Geometry("roundRect"), "accent", text=words, name=label)


def _words(label: str, box: Box, size: float) -> TextBox:
    style = Style((PLATE,), ((size,),), align="center", anchor="middle")
    fitted = Fitted((size,))
    fitted.lines, fitted.height = ((label,),), LINE_HEIGHT * size
    return TextBox(
        (Paragraph((Run(label),)),),
        style,
        box=box,
        place=None,
        name=label,
        fitted=fitted,
        kind="ornament",
    )
