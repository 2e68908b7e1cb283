"""Defaults: a theme is read with all that it extends, and what it leaves out is derived."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from smdeck.files import may_read
from smdeck.findings import Findings, suggest
from smdeck.model.decode import keys
from smdeck.source import Mapping, Node, Scalar, read
from smdeck.theme.brand import canonical
from smdeck.theme.folders import outside_theme, shipped_themes, theme_file
from smdeck.theme.fonts import BOLD_FROM, weight_of
from smdeck.theme.records import TypeFile
from smdeck.theme.remaking import anchored, changed, made_mapping, merged, without

SCALE = [
    10.5, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 34, 36, 40, 44, 48, 54, 60, 66, 72, 80, 96, 115,
    138, 166, 200,
]  # fmt: skip

BOUNDS = {
    "title": (34, 28), "display": (54, 36), "statement": (80, 40), "quote": (40, 24),
    "body": (32, 18), "cell": (28, 18), "label": (20, 14), "small": (14, 12),
    "number": (166, 96), "foot": (10.5, 10.5),
}  # fmt: skip
"""The largest and the smallest size of each kind of text, in points."""

_OF_LOOK = dict.fromkeys(("style", "line-height"), lambda node: None)
"""What a brand says of headings, and a theme as its look."""

LEADING = 1.2
"""PowerPoint's line height in em, of which its line spacing is a share."""

LEAST_LEADING, MOST_LEADING = 0.8, 1.1
"""How near and how far the lines of headings are set; pages in the web have more room."""


def completed(file: Path, node: Mapping, findings: Findings) -> Mapping | None:
    """Return a theme with all settings; None with findings where it extends what can't be read."""
    whole = _extended(file, node, findings, (file.resolve(),))
    if whole is None or findings.errors:
        return None
    settings = _at(whole, "defaults", "smdeck")
    if not isinstance(settings, Mapping):
        settings = made_mapping({}, whole)
    left_out = made_mapping(_left_out(whole, settings), whole.get("color") or whole)
    usual: dict[str, Any] = {"color": {}, "typography": {"base": {}}}
    every = {"defaults": {"smdeck": merged(left_out, settings)}}
    whole = changed(
        merged(made_mapping(usual, whole), whole),
        typography=lambda node: changed(node, headings=lambda face: changed(face, **_OF_LOOK)),
    )
    return merged(whole, made_mapping(every, whole))


def _left_out(whole: Mapping, settings: Mapping) -> dict[str, Any]:
    """Return the look and the sizes that a theme leaves out: a brand's, and usual ones."""
    look, type = _look_of_headings(whole), settings.get("type")
    needed = {name for name, key in keys(TypeFile).items() if key.required}
    whole_scale = isinstance(type, Mapping) and needed <= type.entries.keys()
    return {**({"look": look} if look else {}), **({} if whole_scale else {"type": _usual_type()})}


def _usual_type() -> dict[str, Any]:
    """Return the type scale of a theme that names none."""
    kinds = {
        kind: {"largest": largest, "smallest": smallest}
        for kind, (largest, smallest) in BOUNDS.items()
    }
    return {"scale": list(SCALE), **kinds, "tracking": -0.01}


def _look_of_headings(whole: Mapping) -> dict[str, Any]:
    """Return what a brand says of its headings, in the keys of a theme's look."""
    look: dict[str, Any] = {}
    face = _at(whole, "typography", "headings")
    if face is None:
        return look
    number = weight_of(face.text_of("weight"))
    if number is not None and number < BOLD_FROM:
        look["headings"] = "regular"
    if face.text_of("style") in ("italic", "oblique"):
        look["italic"] = True
    share = _leading(face.text_of("line-height"))
    if share is not None:
        look["leading"] = round(min(MOST_LEADING, max(LEAST_LEADING, share / LEADING)), 2)
    return look


def _leading(height: str) -> float | None:
    """Return a line height of a style sheet in em, or None for one that is none."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(%|em|rem)?\s*", height)
    return float(found[1]) / (100 if found[2] == "%" else 1) if found else None


def _at(node: Node | None, *path: str) -> Node | None:
    """Return the node at a path of keys, or None."""
    for name in path:
        node = node and node.get(name)
    return node


def _extended(
    file: Path, node: Mapping, findings: Findings, seen: tuple[Path, ...]
) -> Mapping | None:
    """Return a theme in its one form, on top of the theme that it extends."""
    base = node.get("extends")
    own = canonical(without(node, ("extends",)), file.parent, findings)
    if base is None:
        return own
    if not isinstance(base, Scalar):
        findings.error("wrong-type", "`extends` takes the name or path of a theme", base.place)
        return None
    found = theme_file(base.text, file.parent)
    outside = outside_theme(base.text, file.parent)
    if found is None and outside is not None:
        may_read(outside, base.text, base.place, findings)  # says so
        return None
    if found is None or found.suffix.lower() not in (".yaml", ".yml"):
        findings.error(
            "unknown-theme",
            f"there is no theme `{base.text}` to extend",
            base.place,
            suggest(base.text, shipped_themes(), "name a theme that ships, or the path of one"),
        )
        return None
    if found.resolve() in seen:
        findings.error(
            "theme-cycle",
            f"`{base.text}` extends the theme that extends it",
            base.place,
            "remove `extends` in one of the two",
        )
        return None
    below = read(found, findings)
    if below is None:
        return None
    whole = _extended(found, below, findings, (*seen, found.resolve()))
    if whole is None:
        return None
    return merged(anchored(whole, found.parent.resolve()), own)
