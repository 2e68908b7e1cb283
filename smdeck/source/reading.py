"""Reading: a YAML file becomes nodes, and all that keeps it from being YAML becomes findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from smdeck.findings import Findings, Place, Source
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # a PyYAML without libyaml: the same result, more slowly
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 60
"""Levels of nesting. A deck needs about eight; libyaml's caller overflows the C stack far above."""

MAX_NODES = 500_000
"""Nodes of a file with its aliases expanded: far above any talk, far below an alias bomb."""

_DEFAULT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_SCALAR_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null")}

_SYNTAX_HELP = (
    # (what libyaml or PyYAML says, our message, what helps)
    (
        r"cannot start any token.*\\t|\\t.*cannot start|tab character",
        "a tab character where YAML wants spaces",
        "indent with two spaces for each level",
    ),
    (
        r"mapping values are not allowed",
        "a second `: ` on this line",
        'put text that holds a colon in quotes: "Dialog: so geht es"',
    ),
    (
        r"found unexpected end of stream.*|while scanning a quoted scalar",
        "a quotation mark is opened and never closed",
        'close the quotes; inside double quotes a quotation mark is written \\"',
    ),
    (
        r"undefined alias",
        "an alias (`*name`) without its anchor (`&name`)",
        'put text that starts with `*` in quotes, as "**fett**"',
    ),
    (
        r"could not find expected ':'|did not find expected key|expected <block end>",
        "this line does not fit the lines around it",
        "check the indentation, and that every key is followed by `: `",
    ),
    (
        r"did not find expected '-' indicator",
        "this line is neither an item (`- `) of the list above nor outside of it",
        "align it with the items of the list",
    ),
    (
        r"did not find expected ',' or '[\]}]'|expected ',' or",
        "a list in brackets is not closed, or a comma is missing",
        "separate what stands in [ ] or { } by commas; put text with commas in quotes",
    ),
    (
        r"cannot start any token",
        "a text may not begin with this character",
        "put the text in quotes",
    ),
    (
        r"unknown escape character|found unknown escape",
        "an unknown escape after a backslash in double quotes",
        "use single quotes, or write the backslash twice",
    ),
    (
        r"did not find expected alphabetic or numeric",
        "a text may not begin with `*` or `&`",
        'put it in quotes, as "**fett**"',
    ),
)


def read(path: Path, findings: Findings) -> Mapping | None:
    """Return the mapping that a YAML file holds, or None with findings that say why not."""
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        findings.error("missing-file", f"there is no file `{name}`", None, _similar_file(path))
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        findings.error("unreadable-file", f"`{name}` can't be read: {reason}", None)
        return None
    text = _decoded(data, name, findings)
    return None if text is None else read_text(text, name, findings)


def read_text(text: str, name: str, findings: Findings) -> Mapping | None:
    """Return the mapping that a YAML text holds, or None with findings that say why not.

    `name` is what findings call the text. Several documents, an empty text, a text that is
    not a mapping, duplicate keys, tags, cycles and alias bombs are findings too.
    """
    source = Source(name, text)
    start = Place(source, 1, 1)
    if _nested_too_deep(text):
        findings.error("too-deep", f"lists and keys are nested more than {MAX_DEPTH} deep", start)
        return None
    try:
        loader = Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, source, findings)
        return None
    except yaml.reader.ReaderError as error:
        _report_character(error, source, findings)
        return None
    if root is None:
        findings.error(
            "empty-file", "the file is empty", start, "a deck needs `title` and `slides`"
        )
        return None
    before = len(findings.errors)
    try:
        node = _Conversion(source, findings).node(root, ())
    except _TooMuch as too_much:
        findings.error(too_much.code, too_much.message, too_much.place, too_much.help)
        return None
    if isinstance(node, Mapping):
        return node
    if len(findings.errors) == before:
        findings.error(
            "wrong-type", "the file holds no keys", start, "begin with `title: …` and `slides:`"
        )
    return None


class _TooMuch(Exception):
    """An alias that leads into itself, or aliases that multiply beyond all measure."""

    def __init__(self, code: str, message: str, place: Place, help: str) -> None:
        super().__init__(message)
        self.code, self.message, self.place, self.help = code, message, place, help


@dataclass(slots=True)
class _Conversion:
    """Turns PyYAML's nodes into ours and collects what is wrong with them."""

    source: Source
    findings: Findings
    nodes: int = 0

    def node(self, raw: yaml.Node, ancestors: tuple[int, ...]) -> Node:
        self.nodes += 1
        start, end = raw.start_mark, raw.end_mark
        length = end.column - start.column if end.line == start.line else 1
        at = (self.source, start.line, start.column, max(1, length))
        if self.nodes > MAX_NODES:
            raise _TooMuch(
                "alias-bomb",
                f"with its aliases the file holds more than {MAX_NODES:,} values",
                Place(*_one_based(at)),
                "write the values out instead of nesting aliases",
            )
        if raw.tag not in _DEFAULT_TAGS and raw.tag not in _SCALAR_TAGS:
            tag = raw.tag.replace("tag:yaml.org,2002:", "!!")
            self.findings.error(
                "unknown-tag",
                f"the tag `{tag}` means nothing here",
                Place(*_one_based(at)),
                "remove it, or put text that starts with `!` in quotes",
            )
        if isinstance(raw, yaml.ScalarNode):
            return Scalar(*at, raw.value, not raw.style)
        if id(raw) in ancestors:
            raise _TooMuch(
                "alias-cycle",
                "an alias leads back to the value that it stands in",
                Place(*_one_based(at)),
                "write the value out instead of the alias",
            )
        inner = (*ancestors, id(raw))
        if isinstance(raw, yaml.SequenceNode):
            return Sequence(*at, [self.node(item, inner) for item in raw.value])
        assert isinstance(raw, yaml.MappingNode)
        return self.mapping(raw, at, inner)

    def mapping(
        self, raw: yaml.MappingNode, at: tuple[Source, int, int, int], inner: tuple[int, ...]
    ) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for raw_key, raw_value in raw.value:
            key = self.node(raw_key, inner)
            value = self.node(raw_value, inner)
            if not isinstance(key, Scalar):
                self.findings.error(
                    "wrong-type",
                    "a list or a mapping can't be a key",
                    key.place,
                    "put text that starts with `[` or `{` in quotes",
                )
            elif key.text in entries:
                first = entries[key.text][0]
                self.findings.error(
                    "duplicate-key",
                    f"the key `{key.text}` stands here twice",
                    key.place,
                    f"its first value is on line {first.line + 1}; keep one of them",
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(*at, entries)


def _one_based(at: tuple[Source, int, int, int]) -> tuple[Source, int, int, int]:
    source, line, column, length = at
    return source, line + 1, column + 1, length


def _decoded(data: bytes, name: str, findings: Findings) -> str | None:
    """Return the text of a file: UTF-8, or UTF-16 with its byte order mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        shown = data.decode("latin-1")
        before = shown[: error.start]
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        findings.error(
            "encoding",
            "the file is not UTF-8",
            Place(Source(name, shown), line, column),
            "save it as UTF-8 in the editor",
        )
        return None


def _nested_too_deep(text: str) -> bool:
    """Tell cheaply, before the parser recurses, whether the text nests too deep.

    Block nesting shows as a long run of indentation, dashes and question marks; flow nesting
    as brackets that stay open. Brackets inside texts count too, so a hit is looked at again.
    """
    if re.search(rf"^[ \t]*(?:[-?:][ \t]+){{{MAX_DEPTH}}}|^ {{{8 * MAX_DEPTH}}}", text, re.M):
        return True
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return _event_depth(text) > MAX_DEPTH
    return False


def _event_depth(text: str) -> int:
    depth = deepest = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                deepest = max(deepest, depth)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if deepest > MAX_DEPTH:
                break
    except yaml.YAMLError:
        pass  # reported with its place by the real parse
    return deepest


def _report_syntax(error: yaml.MarkedYAMLError, source: Source, findings: Findings) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = f"{error.context or ''} {error.problem or ''}"
    if "expected a single document" in said:
        findings.error(
            "several-documents",
            "a second document begins here",
            Place(source, line, column, 3),
            "a deck is one document: remove the line `---`, or make it a file of its own",
        )
        return
    shown = source.line(line)
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        column = shown.index("\t") + 1
        said += " \\t cannot start"
    for pattern, message, help in _SYNTAX_HELP:
        if re.search(pattern, said):
            findings.error("yaml-syntax", message, Place(source, line, column), help)
            return
    findings.error("yaml-syntax", f"this is not YAML: {said.strip()}", Place(source, line, column))


def _report_character(error: yaml.reader.ReaderError, source: Source, findings: Findings) -> None:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    position = source.text.find(chr(code))
    before = source.text[: max(0, position)]
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    findings.error(
        "control-character",
        f"the invisible character U+{code:04X} may not stand in a deck",
        Place(source, line, column),
        "delete it",
    )


def _similar_file(path: Path) -> str | None:
    from smdeck.findings import suggest

    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return None
    return suggest(path.name, names)
