"""Accidents: what happens to files on their way, to bytes, to lines, to YAML, inside a zip.

Each function takes a good file and a source of chance; the same seed, the same accident.
"""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from lxml import etree

# -- bytes ----------------------------------------------------------------------------------


def cut_off(data: bytearray, chance: random.Random) -> None:
    """Leave the end out."""
    del data[chance.randrange(len(data)) :]


def flip(data: bytearray, chance: random.Random) -> None:
    """Change some bits, most of them near the beginning, where headers are."""
    for _ in range(chance.choice([1, 4, 40])):
        data[int(len(data) * chance.random() ** 3)] ^= 1 << chance.randrange(8)


def extreme(data: bytearray, chance: random.Random) -> None:
    """Write a number that is larger or smaller than any that is meant."""
    number = chance.choice([b"\0" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f"])
    at = int(len(data) * chance.random() ** 3)
    size = chance.choice([1, 2, 4])
    data[at : at + size] = number[:size]


def blank(data: bytearray, chance: random.Random) -> None:
    """Write over a stretch."""
    at = chance.randrange(len(data))
    length = min(chance.choice([8, 64, 512]), len(data) - at)
    data[at : at + length] = bytes([chance.randrange(256)]) * length


def double(data: bytearray, chance: random.Random) -> None:
    """Have a stretch twice."""
    at, length = chance.randrange(len(data)), chance.choice([4, 64, 1024])
    data[at:at] = data[at : at + length]


def leave_out(data: bytearray, chance: random.Random) -> None:
    """Leave a stretch out."""
    at = chance.randrange(len(data))
    del data[at : at + chance.choice([1, 4, 64])]


def swap(data: bytearray, chance: random.Random) -> None:
    """Let two stretches change places."""
    length = min(64, len(data) // 2)
    one, other = (chance.randrange(len(data) - length + 1) for _ in range(2))
    data[one : one + length], data[other : other + length] = (
        data[other : other + length],
        data[one : one + length],
    )


BYTES = (cut_off, flip, flip, extreme, extreme, blank, double, leave_out, swap)


def to_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a file after one to three accidents."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        if changed:
            chance.choice(BYTES)(changed, chance)
    return bytes(changed)


# -- lines ----------------------------------------------------------------------------------

ODD = ("\t", ":", ": ", "- ", "'", '"', "[", "]", "{", "}", "*", "&a ", "*a", "!", "|", ">", "#",
       "%", "@", "`", ",", "\\", "\x00", "\x1b", "\u2028", "\x85", "\ufeff", "ß", "漢", "<", "](x)",
       "~", "null", "true", "-1", "1e999", "0,5", "9" * 40, "[[1, 2]]", "{a: b}", "?", "\r", "\n",
       "[x](#y)", "![x](y.png)", "Donaudampfschifffahrt" * 9, ";", ";;", '""', "\ufffe",
       "$x^2$", "<br>", "&#0;", "\u202e", "سلام", "🎉", "e\u0301" * 9)  # fmt: skip
"""What is put into a text to break it."""


def drop_lines(lines: list[str], chance: random.Random) -> None:
    """Delete some lines."""
    first = chance.randrange(len(lines))
    del lines[first : first + chance.randint(1, 3)]


def double_line(lines: list[str], chance: random.Random) -> None:
    """Write a line twice, the second time anywhere."""
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def swap_lines(lines: list[str], chance: random.Random) -> None:
    """Let two lines change places."""
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def insert(lines: list[str], chance: random.Random) -> None:
    """Put something odd into a line."""
    number = chance.randrange(len(lines))
    at = chance.randint(0, len(lines[number]))
    lines[number] = lines[number][:at] + chance.choice(ODD) + lines[number][at:]


def indent(lines: list[str], chance: random.Random) -> None:
    """Move a line to the left or to the right."""
    number = chance.randrange(len(lines))
    lines[number] = " " * chance.randint(0, 12) + lines[number].lstrip()


def change_value(lines: list[str], chance: random.Random) -> None:
    """Give a key a value of another kind."""
    keyed = [number for number, line in enumerate(lines) if re.match(r"[ -]*[\w-]+:", line)]
    if keyed:
        number = chance.choice(keyed)
        lines[number] = lines[number].split(":")[0] + ": " + chance.choice(ODD)


def delete_key(lines: list[str], chance: random.Random) -> None:
    """Take the key from a line and leave its value."""
    number = chance.randrange(len(lines))
    lines[number] = re.sub(r"[\w-]+: ?", "", lines[number], count=1)


def rename_layout(lines: list[str], chance: random.Random) -> None:
    """Show a slide's content in another layout."""
    named = [number for number, line in enumerate(lines) if "layout:" in line]
    if named:
        number = chance.choice(named)
        layout = chance.choice([lines[other].split(":")[1] for other in named])
        lines[number] = lines[number].split(":")[0] + ":" + layout


LINES: tuple[Callable[[list[str], random.Random], None], ...] = (
    drop_lines, double_line, swap_lines, insert, insert, indent, change_value, delete_key,
    rename_layout,
)  # fmt: skip


def to_lines(text: str, chance: random.Random) -> str:
    """Return a text with one to four things gone wrong in its lines."""
    lines = text.split("\n")
    for _ in range(chance.choice([1, 1, 2, 4])):
        if lines:
            chance.choice(LINES)(lines, chance)
    return "\n".join(lines)


def to_text(data: bytes, chance: random.Random) -> bytes:
    """Return a text in whatever encoding after accidents, to its lines or to its bytes."""
    codes = ("utf-8", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "cp1252")
    for code in codes if chance.random() < 0.6 else ():
        try:
            return to_lines(data.decode(code), chance).encode(code, "replace")
        except UnicodeDecodeError:
            pass
    return to_bytes(data, chance)


# -- YAML -----------------------------------------------------------------------------------

VALUES: tuple[Any, ...] = (
    None, True, -3, 0, 1e9, 1e-9, 2.5, 10**25, float("nan"), [], {}, [[]], [None], {"": ""},
    {"title": "x"}, [{"text": "x"}, "b"], "", " ", "x", "x y", "W" + "o" * 98 + "t", "x " * 2000,
    "- a\n- b", "**", "# x", "1. a\n\n2. b", "#ff0000", "#y", "https://example.com", "../x.png",
    "a\n\n\nb", "2026-13-40", "99:99", "1.234,5", "12,5 %", "=1+1", "\u202eab", "ab\u00ad",
    "\u0600", "漢字" * 40, "سلام " * 9, "a" * 30 + "\u200b" * 9,
)  # fmt: skip
"""What a value is exchanged for."""


def to_tree(tree: Any, others: list[Any], chance: random.Random) -> Any:
    """Return YAML's data with values deleted, repeated, exchanged, or of other files."""
    tree = copy.deepcopy(tree)
    for _ in range(chance.choice([1, 1, 2, 4])):
        found = list(branches(tree))
        if not found:
            break
        branch, key = chance.choice(found)
        if chance.random() < 0.5:
            branch[key] = alike(branch[key], chance)
            continue
        match chance.randrange(7):
            case 0:
                del branch[key]
            case 1 | 2:
                branch[key] = copy.deepcopy(chance.choice(VALUES))
            case 3:
                branch[key] = [branch[key]] * chance.choice([1, 2, 20])
            case 4:
                branch[key] = f"{branch[key]} " * chance.choice([1, 9, 90])
            case 5:
                other, of_other = chance.choice(list(branches(chance.choice(others))))
                branch[key] = copy.deepcopy(other[of_other])
            case _:
                other, of_other = chance.choice(list(branches(chance.choice(others))))
                if isinstance(branch, dict) and isinstance(of_other, str):
                    branch[of_other] = copy.deepcopy(other[of_other])
                elif isinstance(branch, list):
                    branch.insert(chance.randrange(len(branch) + 1), copy.deepcopy(other[of_other]))
    return tree


def alike(value: Any, chance: random.Random) -> Any:
    """Return another value of the same kind, which is more often good enough to be shown."""
    match value:
        case bool():
            return not value
        case int() | float():
            return chance.choice([0, 1, -1, value * 1000, value / 7, 1e15, 10**20, 3e-12])
        case str():
            at = chance.randint(0, len(value))
            odd = chance.choice([*ODD, *(one for one in VALUES if isinstance(one, str))])
            return chance.choice([odd, value[:at], value[:at] + odd + value[at:], value.upper()])
        case list():
            return chance.choice(
                [value[::-1], value[:1], value[1:], value * 2, [*value, *value[-1:]]]
            )
        case dict():
            return dict(reversed(list(value.items())))
    return value


def branches(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each list or mapping inside a tree with each of its keys."""
    if isinstance(tree, list | dict):
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            yield tree, key
            yield from branches(tree[key])


def to_yaml(text: str, others: list[Any], chance: random.Random) -> str:
    """Return YAML after accidents: to its lines, or to its data, which is then good YAML."""
    if chance.random() < 0.25:
        return to_lines(text, chance)
    try:
        tree = yaml.load(text, _LOADER)
    except (yaml.YAMLError, ValueError):
        return to_lines(text, chance)
    dumped = yaml.dump(to_tree(tree, others, chance), Dumper=_DUMPER, allow_unicode=True,
                       sort_keys=False)  # fmt: skip
    return str(dumped)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


# -- zips of XML ----------------------------------------------------------------------------

NUMBERS = ("", "-1", "0", "1", "x", "99999999999", "1e9", "NaN", "true", "rId99", "tx1", "FFFFFF",
           "A1:XFD1048576", "../x", "http://example.com/x", "\u00e4 " * 50)  # fmt: skip
"""What an attribute is given."""


def to_xml(data: bytes, chance: random.Random) -> bytes:
    """Return XML that is well formed, some of its elements and attributes gone or changed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return to_bytes(data, chance)
    for _ in range(chance.randint(1, 3)):
        nodes = [node for node in root.iter() if isinstance(node.tag, str)]
        node, other = chance.choice(nodes), chance.choice(nodes)
        parent = node.getparent()
        kind = chance.randrange(6)
        if kind == 0 and parent is not None:
            parent.remove(node)
        elif kind == 1 and parent is not None:
            parent.insert(parent.index(node), copy.deepcopy(node))
        elif kind == 2 and node.attrib:
            del node.attrib[chance.choice(sorted(node.attrib))]
        elif kind == 3:
            node.append(copy.deepcopy(other)) if other is not root else None
        elif kind == 4 and node.text:
            node.text = chance.choice(NUMBERS)
        elif node.attrib:
            node.set(chance.choice(sorted(node.attrib)), chance.choice(NUMBERS))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def to_zip(data: bytes, chance: random.Random) -> bytes:
    """Return a zip after an accident: to its bytes, or to some of what it holds."""
    if chance.random() < 0.2:
        return to_bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice([1, 1, 2])):
        name = chance.choice(sorted(parts))
        match chance.randrange(10):
            case 0:
                del parts[name]
            case 1:
                parts[name] = parts[chance.choice(sorted(parts))]
            case 2 | 3:
                parts[name] = to_bytes(parts[name], chance)
            case _:
                parts[name] = to_xml(parts[name], chance)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip of parts, packed quickly."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return written.getvalue()
