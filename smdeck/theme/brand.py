"""The brand.yml standard: its long and short forms become the one form that themes are read in.

https://posit-dev.github.io/brand-yml: names of colours that stand for other names, `{light, dark}`
values, logos by size or name, fonts by their source. What slides have no use for is left aside, and
said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from smdeck.files import is_missing, is_outside
from smdeck.findings import Finding, Findings, listing
from smdeck.model.fields import Reader
from smdeck.source import Mapping, Node, Scalar, Sequence
from smdeck.theme.color import css_color
from smdeck.theme.fonts import first_family
from smdeck.theme.remaking import (
    Entries,
    changed,
    each,
    made,
    new_key,
    only,
    with_values,
)

SEMANTIC = ("foreground", "background", "primary", "secondary")
"""The colours that a theme asks for by name; the standard's others join the palette."""

OTHERS = ("tertiary", "success", "info", "warning", "danger", "light", "dark", "link")

HEADINGS, LINK = "headings", "link"
"""Names in the palette of the colours that `typography` gives to headings and links."""

FACES = ("base", "headings", "monospace")

USED = {
    "": ("meta", "color", "typography", "logo", "defaults", "extends"),
    "meta": ("name",),
    "color": ("palette", *SEMANTIC, *OTHERS),
    "typography": ("fonts", "link", *FACES),
    "typography.base": ("family", "weight"),
    "typography.headings": ("family", "weight", "style", "line-height", "color"),
    "typography.monospace": ("family",),
    "typography.link": ("color",),
    "typography.fonts": ("family", "source", "files"),
    "logo": ("images", "small", "medium", "large"),
}
"""The keys of each section that a talk uses."""

UNUSED = {
    "typography": ("monospace-inline", "monospace-block"),
    "typography.fonts": ("weight", "style", "display"),
    **dict.fromkeys(
        ("typography.base", "typography.headings", "typography.monospace", "typography.link"),
        ("size", "weight", "style", "line-height", "color", "background-color", "decoration"),
    ),
}
"""The standard's keys that say nothing about a slide, such as sizes of web pages."""

ALIASES = {"typography": {"font": "fonts", "with": "fonts"}, "color": {"with": "palette"},
           "logo": {"with": "images"}}  # fmt: skip
"""What keys were called in drafts of the standard."""

LOGO_SIZES = ("medium", "large", "small")
"""Which of the logos a slide shows: the first that there is."""

REMOTE = ("http://", "https://")

NEAR = 0.75
"""How like a key must be to one of the standard's to be a mistyped one (`difflib`)."""

MOST_NAMED = 8
"""So many keys that are not used are named in a finding."""

PROJECT = ("_quarto.yml", "_quarto.yaml", "_site.yml", ".git", ".git/HEAD")
"""What stands in the root of a project, from which `/logo.png` is named."""


def canonical(root: Mapping, folder: Path, findings: Findings) -> Mapping:
    """Return a brand file in the form of a theme's; files are relative to `folder`.

    A file on the web is never fetched: a warning says that it is left out. Where the brand file is
    used as it came, without settings for slides, so is a logo or font file that is missing, and a
    key that nobody knows.
    """
    brand = _Brand(folder, findings, own=is_own(root))
    whole = changed(
        brand.used(root, ""),
        meta=brand.meta,
        color=brand.color,
        typography=brand.typography,
        logo=brand.logo,
        defaults=lambda node: only(node, "smdeck"),
    )
    whole = brand.with_colors(whole)
    brand.tell()
    return whole


def is_own(root: Mapping) -> bool:
    """Return whether a file was made for slides, so that what is wrong with it is an error."""
    defaults = root.get("defaults")
    return isinstance(defaults, Mapping) and defaults.get("smdeck") is not None


class _Brand:
    """Brings the parts of a brand file into their one form."""

    def __init__(self, folder: Path, findings: Findings, own: bool) -> None:
        self.folder, self.findings = folder, findings
        self.own = own
        self.unused: dict[str, Scalar] = {}
        """The keys that a talk does not use, by their paths."""
        self.colors: Entries = {}
        """The colours that are given to headings and links."""

    def used(self, node: Mapping, section: str) -> Mapping:
        """Return a section with the keys that a talk uses; the others are taken note of.

        What is empty is left out. A key that seems to be mistyped stays, and is an error where it
        is read; so does each that the standard does not know in a file that was made for slides.
        `meta` may hold any.
        """
        entries: Entries = {}
        for written, (key, value) in node.entries.items():
            name = ALIASES.get(section, {}).get(written, written)
            path = f"{section}.{name}".lstrip(".")
            known = name in USED[section]
            if not self.own and value.is_null and _is_empty(key):
                continue
            if known or (section != "meta" and self._is_mistake(name, section)):
                entries.setdefault(name, (key, value))
            else:
                self.unused.setdefault(path, key)
        return Mapping(*node.where, entries)

    def _is_mistake(self, name: str, section: str) -> bool:
        """Return whether a key that is not used is none of the standard's, but meant as one."""
        unused = UNUSED.get(section, ())
        if name in unused:
            return False
        return self.own or _is_near(name, (*USED[section], *unused))

    def tell(self) -> None:
        """Say which keys a talk does not use."""
        if not self.unused:
            return
        paths = list(self.unused)
        named = listing(paths, "and")
        if len(paths) > MOST_NAMED:
            named = f"{', '.join(f'`{path}`' for path in paths[: MOST_NAMED - 1])}"
            named += f" and {len(paths) - MOST_NAMED + 1} more keys"
        self.findings.warn(
            "not-used",
            f"not used in a talk: {named}",
            self.unused[paths[0]].place,
            "nothing has to be changed; `allow: [not-used]` in the deck says that you know",
        )

    def meta(self, node: Node) -> Node:
        """Return `meta` with one name, the short one where there are two."""
        if not isinstance(node, Mapping):
            return node
        name = node.get("name")
        if isinstance(name, Mapping):
            name = name.get("short") or name.get("full")
        return with_values(self.used(node, "meta"), name=name)

    def color(self, node: Node) -> Node:
        """Return `color` with one value for each name; values for dark tones get `-dark`."""
        if not isinstance(node, Mapping):
            return node
        entries = dict(self.used(node, "color").entries)
        palette: Entries = {}
        given = entries["palette"][1] if "palette" in entries else None
        names = dict(given.entries) if isinstance(given, Mapping) else {}
        for name in OTHERS:
            if name in entries:
                own = entries.pop(name)
                if not (isinstance(own[1], Scalar) and own[1].text == name and name in names):
                    names[name] = own
        for name, (key, value) in names.items():
            palette.update(_by_tone(name, key, value))
        for name in SEMANTIC:
            if name in entries:
                both = _by_tone(name, *entries[name])
                entries[name] = both.pop(name)
                palette.update(both)
                value = entries[name][1]
                if isinstance(value, Scalar) and value.text == name and name in palette:
                    del entries[name]  # it names the palette's colour of the same name
        if palette or isinstance(given, Mapping):
            key = entries["palette"][0] if "palette" in entries else new_key("palette", node)
            entries["palette"] = (key, Mapping(*(given or node).where, palette))
        return Mapping(*node.where, entries)

    def with_colors(self, root: Mapping) -> Mapping:
        """Return a file with the colours of headings and links in its palette.

        A colour that nobody can tell is left out of a file that was not made for slides.
        """
        color = root.get("color")
        if not isinstance(color, Mapping):
            color = Mapping(*root.where, {}) if self.colors else None
        if color is None:
            return root
        given = color.get("palette")
        palette = dict(given.entries) if isinstance(given, Mapping) else {}
        for name, (key, value) in self.colors.items():
            own = name in palette or color.get(name) is not None
            if name.startswith(HEADINGS) or not own:
                both = _by_tone(name, key, value)
                palette.update(
                    {one: entry for one, entry in both.items() if not _names(entry, one)}
                )
        entries = dict(color.entries)
        if not self.own:
            palette, entries = self._told_colors(palette, entries)
        if palette:
            entries["palette"] = (new_key("palette", color), Mapping(*color.where, palette))
        return with_values(root, color=Mapping(*color.where, entries))

    def _told_colors(self, palette: Entries, semantic: Entries) -> tuple[Entries, Entries]:
        """Return the colours that are some, or are meant as names of others; of the rest say so."""
        names = {*palette, *semantic}

        def told(entries: Entries) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
            for name, (key, value) in entries.items():
                text = value.text if isinstance(value, Scalar) else None
                mistyped = entries is semantic and name not in (*SEMANTIC, "palette")
                known = text and (text in names or css_color(text) or _is_near(text, names))
                if name == "palette" or mistyped or known:
                    yield name, (key, value)
                    continue
                self.findings.warn(
                    "wrong-color",
                    f"`{name}` is no colour that slides can show, and is left out",
                    value.place,
                    "write it as #RRGGBB, or name a colour of the palette",
                )

        return dict(told(palette)), dict(told(semantic))

    def typography(self, node: Node) -> Node:
        """Return `typography` with the families of base, headings and code, and the fonts."""
        if not isinstance(node, Mapping):
            return node
        node = self.used(node, "typography")
        link = node.get("link")
        if isinstance(link, Mapping):
            self._note_color(LINK, self.used(link, "typography.link"))
        elif isinstance(link, Scalar):
            self.colors[LINK] = (new_key(LINK, link), link)
        faces = {face: self.face(node.get(face), face) for face in FACES if node.get(face)}
        fonts = node.get("fonts")
        if isinstance(fonts, Sequence):
            faces["fonts"] = each(fonts, self.font)
        return with_values(node, link=None, **faces)

    def face(self, node: Node | None, name: str) -> Node | None:
        """Return a typeface with the first family of its list."""
        if isinstance(node, Scalar):
            return made({"family": made(first_family(node.text), node)}, node)
        if not isinstance(node, Mapping):
            return node
        node = self.used(node, f"typography.{name}")
        if name == "headings":
            self._note_color(HEADINGS, node)
        family = node.get("family")
        if isinstance(family, Scalar):
            family = made(first_family(family.text), family)
        return with_values(node, family=family, color=None)

    def _note_color(self, name: str, node: Mapping) -> None:
        color = node.get("color")
        if color is not None:
            self.colors[name] = (new_key(name, color), color)

    def font(self, node: Node) -> Node:
        """Return a font with its files; those on the web, or missing, are left out."""
        if isinstance(node, Scalar):
            node = made({"family": node}, node)
        if not isinstance(node, Mapping):
            return node
        node = self.used(node, "typography.fonts")
        family, files = node.get("family"), node.get("files")
        if isinstance(family, Scalar):
            family = made(first_family(family.text), family)
        kept = []
        for file in files.items if isinstance(files, Sequence) else ():
            if isinstance(file, Scalar):
                file = made({"path": file}, file)
            path = file.get("path")
            if not isinstance(file, Mapping) or not isinstance(path, Scalar):
                kept.append(file)
                continue
            path = self.rooted(path)
            if not self.is_left_out(path, "font"):
                kept.append(with_values(changed(file, weight=_one, style=_one), path=path))
        return with_values(node, family=family, files=made(kept, node) if kept else None)

    def logo(self, node: Node) -> Node | None:
        """Return `logo` as the files for light and dark backgrounds, of the size that fits best."""
        if not isinstance(node, Mapping):
            return self._medium(node, {}, [node], None)
        entries = dict(node.entries)
        if not {"light", "dark", "path"} & entries.keys():
            entries = dict(self.used(node, "logo").entries)
        images = entries.pop("images", (None, None))[1]
        sizes = [entries.pop(size)[1] for size in LOGO_SIZES if size in entries]
        if {"light", "dark", "path"} & entries.keys():
            sizes, entries = [node], {}
        elif not sizes and isinstance(images, Mapping):
            sizes = [value for _, value in images]
        return self._medium(node, entries, sizes, images)

    def _medium(
        self, node: Node, entries: Entries, sizes: list[Node], images: Node | None
    ) -> Node | None:
        """Return a logo by the first of its sizes whose files are there."""
        before = len(self.findings)
        said: list[list[Finding]] = []
        for size in sizes:
            both = self.both(size, images)
            away = {name: self.is_left_out(one, "logo") for name, one in _by_file(both).items()}
            kept = {tone: file for tone, file in both.items() if not away[file.text]}
            if kept:
                del self.findings[before:]  # of sizes that come first, and are not there
                one = next(iter(kept.values()))
                files = {"light": kept.get("light", one), "dark": kept.get("dark", one)}
                return Mapping(
                    *node.where, {**entries, "medium": (new_key("medium", node), made(files, size))}
                )
            said.append(list(self.findings[before:]))
        del self.findings[before + (len(said[0]) if said else 0) :]
        return Mapping(*node.where, entries) if entries else None

    def both(self, node: Node, images: Node | None) -> dict[str, Scalar]:
        """Return the file of a logo for light and for dark backgrounds."""
        if isinstance(node, Scalar) and isinstance(images, Mapping) and images.get(node.text):
            return self.both(images.get(node.text) or node, None)
        if isinstance(node, Mapping) and node.get("path") is not None:
            if "alt" in node.entries:
                self.unused.setdefault("logo.alt", node.entries["alt"][0])
            node = node.get("path") or node
        if isinstance(node, Mapping) and {"light", "dark"} & node.entries.keys():
            files: dict[str, Scalar] = {}
            for tone in ("light", "dark"):
                value = node.get(tone)
                file = self.both(value, images).get(tone) if value is not None else None
                if file is not None:
                    files[tone] = file
            return files
        if isinstance(node, Scalar):
            file = self.rooted(node)
            return {"light": file, "dark": file}
        Reader(self.findings, self.folder).wrong(node, "a logo", "a path")
        return {}

    def rooted(self, file: Scalar) -> Scalar:
        """Return a file that is named from the root of its project, as `/logo.png`, from here."""
        if not file.text.startswith("/"):
            return file
        name = file.text.lstrip("/")
        for level, folder in enumerate((self.folder, *self.folder.resolve().parents)):
            found = Path(*[".."] * level, name)
            if is_outside(self.folder / found):
                break
            if not is_missing(self.folder / found):
                return Scalar(*file.where, found.as_posix(), True)
            if any(not is_missing(folder / mark) for mark in PROJECT):
                break
        return file if not is_missing(Path(file.text)) else Scalar(*file.where, name, True)

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


def _by_file(files: dict[str, Scalar]) -> dict[str, Scalar]:
    """Return files by their names, each once."""
    return {file.text: file for file in files.values()}


def _by_tone(name: str, key: Scalar, value: Node) -> Entries:
    """Return a colour under its name, and one for dark tones under its name and `-dark`."""
    if not isinstance(value, Mapping):
        return {name: (key, value)}
    light, dark = value.get("light"), value.get("dark")
    both = {name: (key, light or dark or value)}
    if light is not None and dark is not None:
        both[f"{name}-dark"] = (new_key(f"{name}-dark", key), dark)
    return both


def _names(entry: tuple[Scalar, Node], name: str) -> bool:
    """Return whether a colour is named by its own name."""
    return isinstance(entry[1], Scalar) and entry[1].text == name


def _is_near(text: str, known: Iterable[str]) -> bool:
    """Return whether a text seems to be one that is known, mistyped."""
    from difflib import get_close_matches

    return bool(get_close_matches(text, list(known), cutoff=NEAR))


def _is_empty(key: Scalar) -> bool:
    """Return whether nothing stands behind a key, not even a `#` that YAML takes for a comment."""
    from smdeck.model.meant import comment_after

    return comment_after(key) is None


def _one(node: Node) -> Node:
    """Return the first of several weights or styles: a file of all of them is that one, too."""
    return node.items[0] if isinstance(node, Sequence) and node.items else node
