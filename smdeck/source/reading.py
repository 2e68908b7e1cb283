"""Reading: a YAML file becomes nodes, and all that keeps it from being YAML becomes findings."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import yaml

from smdeck.files import Refused, read_bytes
from smdeck.findings import LINE_BREAK, Findings, Place, Source, suggest, suggest_file
from smdeck.source.nodes import FORBIDDEN, Mapping, Node, Scalar, Sequence

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # a PyYAML without libyaml: the same result, more slowly
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 60
"""Levels of nesting. A deck needs about eight; libyaml's caller overflows the C stack far above."""

MAX_REPEATED = 50_000
"""Values that aliases repeat: far above any talk, far below an alias bomb."""

MAX_REPEATED_CHARACTERS = 1_000_000
"""Characters of texts that aliases repeat: each is measured and written as often as it is shown."""

MAX_VALUES = 500_000
"""Values of a file: fifty for each slide of the longest deck. Each takes half a kilobyte."""

MAX_BYTES = 20_000_000
"""How large a file may be. A talk of an hour has about 30,000."""

_DEFAULT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_SCALAR_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null")}

_SYNTAX = (
    # (what libyaml or PyYAML says, our message, what helps)
    (
        r"tab character",
        "a tab character where YAML wants spaces",
        "indent with two spaces for each level",
    ),
    (
        r"colon after a value",
        "a second `: ` on this line",
        'put text that holds a colon in quotes: "Dialog: so geht es"',
    ),
    (
        r"scanning a quoted scalar",
        "a quotation mark is opened and never closed",
        'close the quotes; inside double quotes a quotation mark is written \\"',
    ),
    (
        r"text after a quotation",
        "the text goes on after its closing quotation mark",
        "put the whole text in quotes: 'Ein \"Like\" genügt'",
    ),
    (
        r"text after a bracket",
        "the text goes on after its closing bracket",
        "put text that begins with `[` or `{` in quotes",
    ),
    (
        r"scanning an alias|scanning an anchor",
        "a text may not begin with `*` or `&`",
        'put it in quotes, as "**fett**"',
    ),
    (
        r"block scalar",
        "a text may not begin with `|` or `>`",
        "put it in quotes; after a `|` alone, the text begins on the next line",
    ),
    (
        r"(scanning|parsing) a (tag|directive)|incompatible YAML|duplicate %|undefined tag handle",
        "a text may not begin with `!` or `%`",
        "put the text in quotes",
    ),
    (
        r"block sequence entries",
        "a list may not begin on the line of its key",
        "write the items below the key, or in brackets: [eins, zwei]",
    ),
    (
        r"flow (sequence|mapping|node).*never closed",
        "a bracket is opened and never closed",
        "close it; put text that begins with `[` or `{` in quotes",
    ),
    (
        r"',' or '[\]}]'|expected ',' or",
        "a comma or the closing bracket is missing",
        "separate what stands in [ ] or { } by commas; put text with commas in quotes",
    ),
    (
        r"document start",
        "a text after the end of the document",
        "remove the line `...` before it",
    ),
    (
        r"could not find expected ':'",
        "a text where a key with its value is wanted",
        "write `key: value`; text of several lines begins with `|` or stands in quotes",
    ),
    (
        r"expected '-' indicator",
        "this line is neither an item (`- `) of the list above nor outside of it",
        "align it with the items of the list",
    ),
    (
        r"did not find expected key|expected <block end>|mapping values are not allowed",
        "this line does not fit the lines around it",
        "check the indentation, and that every key is followed by `: `",
    ),
    (
        r"escape",
        "an unknown escape after a backslash in double quotes",
        "use single quotes, or write the backslash twice",
    ),
    (
        r"hexdecimal|hexadecimal",
        "an unknown escape after a backslash in double quotes",
        "use single quotes, or write the backslash twice",
    ),
    (
        r"cannot start any token|expected node content|mapping keys are not allowed",
        "a text may not begin with this character",
        "put the text in quotes",
    ),
)


def read(path: Path, findings: Findings) -> Mapping | None:
    """Return the mapping that a YAML file holds, or None with findings that say why not."""
    name = path.as_posix()
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileNotFoundError:
        findings.error("missing-file", f"there is no file `{name}`", None, _similar_file(path))
        return None
    except Refused as refused:
        findings.error(refused.code, f"`{name}` {refused.said}", None, refused.help)
        return None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        findings.error("unreadable-file", f"`{name}` can't be read: {reason}", None)
        return None
    return read_data(data, name, findings)


def read_data(data: bytes, name: str, findings: Findings) -> Mapping | None:
    """Return the mapping that the bytes of a YAML file hold, or None with findings."""
    if len(data) > MAX_BYTES:
        findings.error("too-large", *_too_large(name, f"{MAX_BYTES // 1_000_000} megabytes"))
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
    too_deep = _too_deep_at(text)
    if too_deep is not None:
        findings.error("too-deep", *_too_deep(source.place(too_deep)))
        return None
    if _has_too_many_values(text):
        findings.error("too-large", *_too_large(name, f"{MAX_VALUES:,} values"))
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
        code = error.character if isinstance(error.character, int) else ord(error.character)
        at = max(0, source.text.find(chr(code)))
        _report_character(chr(code), source.place(at), findings)
        return None
    if root is None:
        empty = "holds nothing but comments" if text.strip() else "is empty"
        findings.error(
            "empty-file",
            f"the file {empty}",
            start,
            "a deck begins with `title: …` and `slides:`, a theme with `meta:` or `color:`",
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


class _Conversion:
    """Turns PyYAML's nodes into ours and collects what is wrong with them."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.lines = LINE_BREAK.split(source.text)
        self.seen: set[int] = set()
        self.repeated = self.repeated_characters = 0

    def node(self, raw: yaml.Node, ancestors: tuple[int, ...]) -> Node:
        if id(raw) in self.seen:
            self.repeated += 1
            self.repeated_characters += len(raw.value) if isinstance(raw, yaml.ScalarNode) else 0
        self.seen.add(id(raw))
        start, end = raw.start_mark, raw.end_mark
        at = (self.source, start.line, start.column, self.length(start, end))
        too_often = self.repeated > MAX_REPEATED
        if too_often or self.repeated_characters > MAX_REPEATED_CHARACTERS:
            much = (
                f"{MAX_REPEATED:,} values"
                if too_often
                else f"{MAX_REPEATED_CHARACTERS:,} characters"
            )
            raise _TooMuch(
                "alias-bomb",
                f"the aliases of this file repeat more than {much}",
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
            forbidden = FORBIDDEN.search(raw.value)
            if forbidden:
                _report_character(forbidden[0], Place(*_one_based(at)), self.findings)
            return Scalar(*at, raw.value, not raw.style)
        if id(raw) in ancestors:
            raise _TooMuch(
                "alias-cycle",
                "an alias leads back to the value that it stands in",
                Place(*_one_based(at)),
                "write the value out instead of the alias",
            )
        inner = (*ancestors, id(raw))
        if len(inner) > MAX_DEPTH:
            raise _TooMuch("too-deep", *_too_deep(Place(*_one_based(at))))
        if isinstance(raw, yaml.SequenceNode):
            return Sequence(*at, [self.node(item, inner) for item in raw.value])
        assert isinstance(raw, yaml.MappingNode)
        return self.mapping(raw, at, inner)

    def length(self, start: yaml.Mark, end: yaml.Mark) -> int:
        """Return how long a value is on its first line, in characters."""
        if end.line == start.line:
            return max(1, end.column - start.column)
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        return max(1, len(line.rstrip()) - start.column)

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
        before = data[: error.start].decode(encoding)
        shown = Source(name, before + data[error.start :].decode("latin-1"))
        findings.error(
            "encoding",
            "the file is not UTF-8",
            shown.place(len(before)),
            "save it as UTF-8 in the editor",
        )
        return None


def _too_deep(place: Place) -> tuple[str, Place, str]:
    return (
        f"lists and keys are nested more than {MAX_DEPTH} deep",
        place,
        "a deck needs eight levels: are brackets or indentation out of control?",
    )


def _too_large(name: str, much: str) -> tuple[str, None, str]:
    return f"`{name}` holds more than {much}", None, "a talk is made of several decks, or of less"


def _has_too_many_values(text: str) -> bool:
    """Return whether a text holds too many values: counted before any is kept."""
    if len(text) < 2 * MAX_VALUES:  # each takes a character and one that parts it from the next
        return False
    events = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)
    try:
        found = (event for event in yaml.parse(text, Loader=Loader) if isinstance(event, events))
        return next(islice(found, MAX_VALUES, None), None) is not None
    except yaml.YAMLError:
        return False  # reported with its place by the real parse


def _too_deep_at(text: str) -> int | None:
    """Return where a text nests too deep, cheaply and before the parser recurses, or None.

    Block nesting shows as a long run of indentation, dashes and question marks; flow nesting
    as brackets that stay open. Brackets inside texts count too, so a hit is looked at again.
    """
    run = re.search(rf"^[ \t]*(?:[-?:][ \t]+){{{MAX_DEPTH}}}|^ {{{8 * MAX_DEPTH}}}", text, re.M)
    if run:
        return run.start()
    still_open: list[int] = []
    for bracket in re.finditer(r"[\[\]{}]", text):
        if bracket[0] in "[{":
            still_open.append(bracket.start())
        elif still_open:
            still_open.pop()
        if len(still_open) > MAX_DEPTH:
            return _too_deep_event(text, still_open[MAX_DEPTH - 1])
    return None


def _too_deep_event(text: str, bracket: int) -> int | None:
    """Return where YAML nests too deep; about at a bracket, where the parser looks no further."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return event.start_mark.index if event.start_mark else 0
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:  # reported with its place by the real parse
        return bracket if "nesting depth" in str(error) else None  # libyaml's own limit
    return None


def _report_syntax(error: yaml.MarkedYAMLError, source: Source, findings: Findings) -> None:
    said = f"{error.context or ''} {error.problem or ''}"
    mark, opened = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    shown = source.line(line + 1)
    before = shown[:column].rstrip()
    indent = len(shown) - len(shown.lstrip())
    if "expected a single document" in said:
        findings.error(
            "several-documents",
            "a second document begins here",
            Place(source, line + 1, column + 1, 3),
            "a deck is one document: remove the line `---`, or make it a file of its own",
        )
        return
    if "undefined alias" in said:
        _report_alias(Place(source, line + 1, column + 1), shown[column + 1 :], findings)
        return
    if "\t" in shown[:indent]:
        column = shown.index("\t")
        said = "tab character"
    elif "mapping values are not allowed" in said and (": " in before or before.endswith(":")):
        said = "colon after a value"
    elif "did not find expected key" in said and before.endswith(("'", '"')):
        said = "text after a quotation"
    elif "did not find expected key" in said and before.endswith(("]", "}")):
        said = "text after a bracket"
    elif "mapping values are not allowed" in said or "did not find expected key" in said:
        column = indent
    elif opened and re.search(r"a flow (sequence|mapping|node)", said) and opened.line < line:
        line, column = opened.line, opened.column
        said += " never closed"
    elif "a flow" in said and not source.text[mark.index if mark else 0 :].strip():
        end = source.place(len(source.text.rstrip()) - 1)
        line, column = end.line - 1, end.column - 1
        said += " never closed"
    elif opened and re.search(r"while scanning an? (quoted|alias|anchor|block|simple|tag)", said):
        line, column = opened.line, opened.column
    for pattern, message, help in _SYNTAX:
        if re.search(pattern, said):
            findings.error("yaml-syntax", message, Place(source, line + 1, column + 1), help)
            return
    findings.error(
        "yaml-syntax", f"this is not YAML: {said.strip()}", Place(source, line + 1, column + 1)
    )


def _report_alias(place: Place, after: str, findings: Findings) -> None:
    """Report an alias without its anchor, which most often is a text that begins with a star."""
    name = (re.match(r"[\w-]*", after) or [""])[0]
    anchors = re.findall(r"&([\w-]+)", place.source.text)
    near = suggest(name, anchors, None)
    findings.error(
        "yaml-syntax",
        f"the alias `*{name}` has no anchor `&{name}`",
        Place(place.source, place.line, place.column, len(name) + 1),
        near.replace("`", "`*", 1) if near else 'put text that starts with `*` in quotes: "*…"',
    )


def _report_character(character: str, place: Place, findings: Findings) -> None:
    findings.error(
        "control-character",
        f"the invisible character U+{ord(character):04X} may not stand in a deck",
        place,
        "delete it",
    )


def _similar_file(path: Path) -> str | None:
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return None
    return suggest_file(path.name, names)
