"""Scaffold of a theme: a folder that begins with a brand file, ready to be built and changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.files import reason_of
from smdeck.findings import Findings, FindingsError
from smdeck.source import Mapping, Node, Scalar, Sequence, read
from smdeck.theme import find_theme
from smdeck.theme.template import SUFFIXES

if TYPE_CHECKING:
    from smdeck.theme.template.reading import Template

SETTINGS = """
# What slides need beyond brand.yml. All of it is derived from the colours above until you say
# otherwise; `smdeck themes FOLDER` shows what that gives. Remove the # to change a setting.
#
#     base: light              # the usual tone: light, dark, brand or accent
#     layouts: {section: accent, quote: dark, title: brand}
#     radius: 8                # of cards, in points
#     look: {cards: framed, marks: square, numbers: plain}
#     logo: {height: 27, position: top-left, layouts: [title, closing, contact]}
#
# They stand under `defaults.smdeck`; docs/themes.md lists every key.
"""

LONGEST_NAME = 200
"""Characters of a text that may name a file: file systems refuse to look for names above 255 bytes,
and brand files hold long rules of CSS."""


class StartError(FindingsError):
    """A theme that can't be started; `findings` says why."""


def start_theme(folder: Path, brand: Path) -> Path:
    """Write a theme's folder that begins with a brand file or template; return its `theme.yaml`.

    The files that the brand file names are copied where they are there. Raises StartError where
    the folder holds a theme already, or where the file makes no theme.
    """
    findings = Findings()
    target = folder / "theme.yaml"
    if target.exists():
        findings.error(
            "target", f"`{target.as_posix()}` is there already", None, "name another folder"
        )
        raise StartError(findings)
    if folder.exists() and not folder.is_dir():
        findings.error(
            "target", f"`{folder.as_posix()}` is a file", None, "name a folder; it is made"
        )
        raise StartError(findings)
    template = brand.suffix.lower() in SUFFIXES
    node = None if template else read(brand, findings)
    theme = find_theme(brand.name, brand.parent, findings) if node or template else None
    if theme is None or findings.errors:
        raise StartError(findings.in_order())
    try:
        if theme.template:
            _spell_out(target, theme.template)
        elif node:
            _write(target, node, brand)
    except OSError as error:
        findings.error(
            "target",
            f"`{folder.as_posix()}` can't be written: {reason_of(error)}",
            None,
            "name another folder",
        )
        raise StartError(findings) from error
    return target


def _spell_out(target: Path, template: Template) -> None:
    """Write the folder of a theme that starts from a template: the file, and what is in it."""
    from smdeck.theme.template.spelled_out import spelled_out

    folder = target.parent
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / template.path.name
    if not copy.exists() or not copy.samefile(template.path):
        shutil.copyfile(template.path, copy)
    target.write_text(spelled_out(template, folder.as_posix()), "utf-8", newline="\n")


def _write(target: Path, node: Mapping, brand: Path) -> None:
    """Write a theme's folder: its `theme.yaml`, and the files that the brand file names."""
    folder = target.parent
    folder.mkdir(parents=True, exist_ok=True)
    for name in _named_files(node):
        copy, original = folder / name, brand.parent / name
        inside = copy.resolve().is_relative_to(folder.resolve())
        if inside and original.is_file() and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(original, copy)
    text = node.source.text.rstrip() + "\n" + SETTINGS
    target.write_text(text, "utf-8", newline="\n")


def _named_files(node: Node) -> list[str]:
    """Return the texts of a brand file that may name files beside it."""
    if isinstance(node, Scalar):
        named = "." in node.text and "://" not in node.text and len(node.text) <= LONGEST_NAME
        return [node.text] if named else []
    values = node.items if isinstance(node, Sequence) else []
    if isinstance(node, Mapping):
        values = [value for _, value in node]
    return [name for value in values for name in _named_files(value)]
