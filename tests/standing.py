"""Standing: what stands where on a compiled slide, for tests of layouts."""

from __future__ import annotations

from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.compose import Room
from smdeck.fit.fitting import every_node
from smdeck.scene import Shape, SlideScene, TextBox


class Text(NamedTuple):
    """A text as it stands on a slide."""

    said: str
    room: Room
    """Its box in points."""
    sizes: tuple[float, ...]
    box: TextBox


def only(compiled: Compiled) -> SlideScene:
    """Return the only slide of a talk."""
    (scene,) = compiled.scenes
    return scene


def texts(scene: SlideScene) -> dict[str, Text]:
    """Return the texts of a slide by the names of their placeholders, in reading order."""
    return {
        node.placeholder.name: Text(
            "\n".join(paragraph.plain for paragraph in node.paragraphs), Room.of(node.box),
            node.sizes, node,
        )
        for node in every_node(scene.nodes)
        if isinstance(node, TextBox) and node.placeholder
    }  # fmt: skip


def drawn(scene: SlideScene, fill: str | None = None) -> list[Room]:
    """Return where shapes stand: those that the slide layout draws, then those on the slide."""
    own = [node for node in every_node(scene.nodes) if isinstance(node, Shape)]
    shapes = (*scene.slide_layout.decor, *own)
    return [Room.of(one.box) for one in shapes if fill is None or one.fill == fill]


def written(layout: str, *items: str, **keys: str) -> str:
    """Return a deck with one slide of a layout: its items in YAML, its keys as they are written."""
    lines = [f"layout: {layout}", *(f"{name}: {value}" for name, value in keys.items())]
    if "title" not in keys:
        lines.append("title: Dialog")
    if items:
        lines += ["items:", *(f"  - {item}" for item in items)]
    first, *rest = lines
    return "\n".join(["title: Vortrag", "slides:", f"  - {first}", *(f"    {one}" for one in rest)])
