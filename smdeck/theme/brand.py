"""The brand.yml standard: its long and short forms become the one form that themes are read in.

https://posit-dev.github.io/brand-yml: names of colours that stand for other names, `{light, dark}`
values, logos by size or name, fonts by their source. What slides have no use for is left aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from smdeck.files import is_missing
from smdeck.findings import Findings
from smdeck.model.decode import Reader
from smdeck.source import Mapping, Node, Scalar, Sequence

N = TypeVar("N", bound=Node)

SEMANTIC = ("foreground", "background", "primary", "secondary")
"""The colours that a theme asks for by name; the standard's others join the palette."""

OTHERS = ("tertiary", "success", "info", "warning", "danger", "light", "dark")

UNUSED = {
    "meta": ("link",),
    "typography": ("monospace-inline", "monospace-block", "link"),
    "typeface": ("size", "line-height", "style", "color", "background-color",
                 "decoration"),
    "font": ("weight", "style", "display"),
}  # fmt: skip
"""Keys of the standard that say nothing about a slide: sizes of web pages, colours of links."""

LOGO_SIZES = ("medium", "large", "small")
"""Which of the logos a slide shows: the first that there is."""

REMOTE = ("http://", "https://")


def canonical(root: Mapping, folder: Path, findings: Findings) -> Mapping:
    """Return a brand file in the form of a theme's; files are relative to `folder`.

    A file on the web is never fetched: a warning says that it is left out. So is a logo or font
    file that is missing, where the brand file is used as it came, without settings for slides.
    """
    brand = _Brand(folder, findings, own=_settings(root) is not None)
    return _changed(
        root,
        meta=brand.meta,
        color=brand.color,
        typography=brand.typography,
        logo=brand.logo,
        defaults=lambda node: _only(node, "smdeck"),
    )


def made(value: Any, at: Node) -> Node:
    """Return a Python value as nodes that stand at the place of another node."""
    where = (at.source, at.line, at.column, at.length)
    if isinstance(value, Node):
        return value
    if isinstance(value, dict):
        entries = {
            name: (Scalar(*where, name, True), made(inner, at)) for name, inner in value.items()
        }
        return Mapping(*where, entries)
    if isinstance(value, list | tuple):
        return Sequence(*where, [made(inner, at) for inner in value])
    return Scalar(*where, str(value).lower() if isinstance(value, bool) else str(value), True)


def merged(base: Mapping, over: Mapping) -> Mapping:
    """Return a mapping with all keys of both; where both have a mapping these are merged too."""
    entries = dict(base.entries)
    for name, (key, value) in over.entries.items():
        below = base.get(name)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = merged(below, value)
        entries[name] = (key, value)
    return _mapping(over, entries)


def anchored(root: Mapping, folder: Path) -> Mapping:
    """Return a canonical theme whose files are named from anywhere, not only from its folder."""

    def absolute(node: Node) -> Node:
        if not isinstance(node, Scalar):
            return node
        return made(str((folder / node.text).resolve()), node)

    def file_of(key: str) -> Callable[[Node], Node]:
        return lambda node: _changed(node, **{key: absolute})

    def smdeck(node: Node) -> Node:
        return _changed(node, art=lambda art: _each(art, file_of("file")))

    def font(node: Node) -> Node:
        return _changed(node, files=lambda files: _each(files, file_of("path")))

    return _changed(
        root,
        logo=lambda node: _changed(node, medium=lambda size: _each(size, absolute)),
        typography=lambda node: _changed(node, fonts=lambda fonts: _each(fonts, font)),
        defaults=lambda node: _changed(node, smdeck=smdeck),
    )


class _Brand:
    """Brings the parts of a brand file into their one form."""

    def __init__(self, folder: Path, findings: Findings, own: bool) -> None:
        self.folder, self.findings = folder, findings
        self.own = own
        """Whether the file was made for slides, so that what is missing is an error."""

    def meta(self, node: Node) -> Node:
        """Return `meta` with one name, the short one where there are two."""
        if not isinstance(node, Mapping):
            return node
        name = node.get("name")
        if isinstance(name, Mapping):
            name = name.get("short") or name.get("full")
        kept = _without(node, (*UNUSED["meta"], "name"))
        return _with(kept, name=name)

    def color(self, node: Node) -> Node:
        """Return `color` with one value for each name; values for dark grounds get `-dark`."""
        if not isinstance(node, Mapping):
            return node
        entries = dict(node.entries)
        palette: dict[str, tuple[Scalar, Node]] = {}
        given = node.get("palette")
        names = dict(given.entries) if isinstance(given, Mapping) else {}
        for name in OTHERS:
            if name in entries:
                names.setdefault(name, entries.pop(name))
        for name, (key, value) in names.items():
            palette.update(_by_ground(name, key, value))
        for name in SEMANTIC:
            if name in entries:
                both = _by_ground(name, *entries[name])
                entries[name] = both.pop(name)
                palette.update(both)
                own = entries[name][1]
                if isinstance(own, Scalar) and own.text == name and name in palette:
                    del entries[name]  # it names the palette's colour of the same name
        if palette or isinstance(given, Mapping):
            key = entries["palette"][0] if "palette" in entries else _key("palette", node)
            entries["palette"] = (key, _mapping(given or node, palette))
        return _mapping(node, entries)

    def typography(self, node: Node) -> Node:
        """Return `typography` with the families of base and headings, and the fonts."""
        if not isinstance(node, Mapping):
            return node
        node = _without(node, UNUSED["typography"])
        return _changed(
            node,
            base=lambda face: _without(face, UNUSED["typeface"]),
            headings=lambda face: _without(face, UNUSED["typeface"]),
            monospace=lambda face: _without(face, UNUSED["typeface"]),
            fonts=lambda fonts: _each(fonts, self.font),
        )

    def font(self, node: Node) -> Node:
        """Return a font with its files; those on the web, or missing, are left out."""
        if not isinstance(node, Mapping):
            return node
        files = node.get("files")
        kept = []
        for file in files.items if isinstance(files, Sequence) else ():
            if isinstance(file, Scalar):
                file = made({"path": file}, file)
            path = file.get("path") if isinstance(file, Mapping) else None
            if isinstance(path, Scalar) and self.is_left_out(path, "font"):
                continue
            kept.append(_changed(file, weight=_weight))
        bare = _without(node, UNUSED["font"])
        return _with(bare, files=made(kept, node) if kept else None) if files else bare

    def logo(self, node: Node) -> Node | None:
        """Return `logo` as the files for light and for dark grounds, of the size that fits best."""
        entries = dict(node.entries) if isinstance(node, Mapping) else {}
        images = entries.pop("images", (None, None))[1]
        sizes = [entries.pop(size)[1] for size in LOGO_SIZES if size in entries]
        if not isinstance(node, Mapping):
            sizes = [node]
        elif not sizes and isinstance(images, Mapping):
            sizes = [value for _, value in images][:1]
        both = self.both(sizes[0], images) if sizes else {}
        kept = {name: file for name, file in both.items() if not self.is_left_out(file, "logo")}
        if not kept:
            return _mapping(node, entries) if entries else None
        one = next(iter(kept.values()))
        files = {"light": kept.get("light", one), "dark": kept.get("dark", one)}
        return _mapping(node, {**entries, "medium": (_key("medium", node), made(files, sizes[0]))})

    def both(self, node: Node, images: Node | None) -> dict[str, Scalar]:
        """Return the file of a logo for light and for dark grounds."""
        if isinstance(node, Mapping) and node.get("path") is not None:
            node = node.get("path") or node
        elif isinstance(node, Mapping):
            grounds = {ground: node.get(ground) for ground in ("light", "dark")}
            files = {
                ground: self.both(value, images).get(ground)
                for ground, value in grounds.items()
                if value is not None
            }
            if files:
                return {ground: file for ground, file in files.items() if file is not None}
        if isinstance(node, Scalar) and isinstance(images, Mapping):
            named = images.get(node.text)
            if isinstance(named, Mapping):
                named = named.get("path")
            node = named or node
        if isinstance(node, Scalar):
            return {"light": node, "dark": node}
        Reader(self.findings, self.folder).wrong(node, "a logo", "a path")
        return {}

    def is_left_out(self, file: Scalar, what: str) -> bool:
        """Say that a file on the web, or one that is missing, is left out; return whether it is."""
        if file.text.startswith(REMOTE):
            self.findings.warn(
                "not-fetched",
                f"the {what} `{file.text}` is on the web and is left out",
                file.place,
                "save it beside the brand file and name it here",
            )
            return True
        if self.own or not is_missing(self.folder / file.text):
            return False
        self.findings.warn(
            "missing-file",
            f"there is no {what} `{file.text}`; the talk is built without it",
            file.place,
            "its path is relative to the brand file",
        )
        return True


def _settings(root: Mapping) -> Node | None:
    defaults = root.get("defaults")
    return defaults.get("smdeck") if isinstance(defaults, Mapping) else None


def _by_ground(name: str, key: Scalar, value: Node) -> dict[str, tuple[Scalar, Node]]:
    """Return a colour under its name, and one for dark grounds under its name and `-dark`."""
    if not isinstance(value, Mapping):
        return {name: (key, value)}
    light, dark = value.get("light"), value.get("dark")
    both = {name: (key, light or dark or value)}
    if light is not None and dark is not None:
        both[f"{name}-dark"] = (_key(f"{name}-dark", key), dark)
    return both


def _weight(node: Node) -> Node:
    """Return the weight of a font file as regular or bold: all that PowerPoint knows."""
    text = node.text if isinstance(node, Scalar) else "400"
    heavy = text in ("bold", "semi-bold", "extra-bold", "black") or (
        text.isdigit() and int(text) >= 600
    )
    return made("bold" if heavy else "regular", node)


def _key(name: str, at: Node) -> Scalar:
    return Scalar(at.source, at.line, at.column, at.length, name, True)


def _mapping(at: Node, entries: dict[str, tuple[Scalar, Node]]) -> Mapping:
    return Mapping(at.source, at.line, at.column, at.length, entries)


def _without(node: Node, names: Iterable[str]) -> Node:
    if not isinstance(node, Mapping):
        return node
    return _mapping(node, {name: one for name, one in node.entries.items() if name not in names})


def _only(node: Node, *names: str) -> Node | None:
    if not isinstance(node, Mapping):
        return node
    entries = {name: one for name, one in node.entries.items() if name in names}
    return _mapping(node, entries) if entries else None


def _with(node: Node, **values: Node | None) -> Node:
    """Return a mapping with further keys; those without a value are left out."""
    if not isinstance(node, Mapping):
        return node
    entries = dict(node.entries)
    for name, value in values.items():
        entries.pop(name, None)
        if value is not None:
            entries[name] = (_key(name, value), value)
    return _mapping(node, entries)


def _changed(node: N, **changes: Callable[[Node], Node | None]) -> N:
    """Return a mapping whose values of some keys are changed; a key without a value is left out."""
    if not isinstance(node, Mapping):
        return node
    entries: dict[str, tuple[Scalar, Node]] = {}
    for name, (key, value) in node.entries.items():
        new = changes[name](value) if name in changes else value
        if new is not None:
            entries[name] = (key, new)
    return cast("N", _mapping(node, entries))


def _each(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a list or mapping with each of its values changed."""
    if isinstance(node, Sequence):
        return made([change(item) for item in node.items], node)
    if isinstance(node, Mapping):
        entries = {name: (key, change(value)) for name, (key, value) in node.entries.items()}
        return _mapping(node, entries)
    return node
