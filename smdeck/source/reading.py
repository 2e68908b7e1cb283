"""Reading: a YAML file becomes nodes, and all that keeps it from being YAML becomes findings."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import yaml

from smdeck.files import Refused, read_bytes
from smdeck.findings import LINE_BREAK, Findings, Place, Source, suggest_file
from smdeck.source.comments import warn_of_glued_comments
from smdeck.source.nodes import FORBIDDEN, ODD_SPACE, Mapping, Node, Scalar, Sequence

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
    foreign = _foreign(path, data)
    if foreign:
        from smdeck.source.syntax import DECK

        help = DECK
        if foreign == "a presentation":
            help += f"; a company's file is named there, as `theme: {path.name}`"
        findings.error("wrong-file", f"`{name}` is {foreign} and no deck", None, help)
        return None
    return read_data(data, name, findings)


def read_data(
    data: bytes, name: str, findings: Findings, used_by: Place | None = None
) -> Mapping | None:
    """Return the mapping that the bytes of a YAML file hold, or None with findings.

    `used_by` is where a deck uses the file.
    """
    if len(data) > MAX_BYTES:
        findings.error("too-large", *_too_large(name, f"{MAX_BYTES // 1_000_000} megabytes"))
        return None
    text = _decoded(data, name, findings, used_by)
    return None if text is None else read_text(text, name, findings, used_by)


def _foreign(path: Path, data: bytes) -> str | None:
    """Return what a file is that is no deck, by its first bytes or its name, or None."""
    suffix = path.suffix.lower()
    if suffix in (".pptx", ".potx", ".ppt"):
        return "a presentation"
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return "an office file"
    if data[:4] == b"%PDF":
        return "a PDF"
    return "Markdown" if suffix in (".md", ".markdown", ".qmd") else None


def read_text(
    text: str, name: str, findings: Findings, used_by: Place | None = None
) -> Mapping | None:
    """Return the mapping that a YAML text holds, or None with findings that say why not.

    `name` is what findings call the text, `used_by` where a deck uses it. Several documents, an
    empty text, a text that is not a mapping, duplicate keys, tags, cycles and alias bombs are
    findings too.
    """
    source = Source(name, text, used_by)
    start = Place(source, 1, 1)
    too_deep = _too_deep_at(text)
    if too_deep is not None:
        findings.error("too-deep", *_too_deep(source.place(too_deep)))
        return None
    if _has_too_many_values(text):
        findings.error("too-large", *_too_large(name, f"{MAX_VALUES:,} values"))
        return None
    warn_of_glued_comments(source, findings)
    try:
        loader = Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        from smdeck.source.syntax import report_syntax

        report_syntax(error, source, findings)
        return None
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character)
        at = max(0, source.text.find(chr(code)))
        report_character(chr(code), source.place(at), findings)
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
        if "&" in text:
            _report_unused_anchors(source, findings)
    except _TooMuch as too_much:
        findings.error(too_much.code, too_much.message, too_much.place, too_much.help)
        return None
    if any(finding.code == "yaml-syntax" for finding in findings.errors[before:]):
        return None  # it is YAML, and not what is meant: more would follow from that alone
    if isinstance(node, Mapping):
        return node
    if len(findings.errors) == before:
        from smdeck.source.syntax import no_deck_help

        findings.error("wrong-type", "the file holds no keys", start, no_deck_help(text))
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
                report_character(forbidden[0], Place(*_one_based(at)), self.findings)
            if not raw.style:
                self.look_into(raw)
            elif raw.style in "'\"" and end.line > start.line:
                self.look_for_end(raw, Place(*_one_based(at)))
            if raw.tag not in _DEFAULT_TAGS and raw.tag not in _SCALAR_TAGS:
                return Scalar(*at, f"{raw.tag} {raw.value}".strip(), False)
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

    def look_into(self, raw: yaml.ScalarNode) -> None:
        """Report lists and keys that YAML takes for a text, because a space is missing or odd."""
        start, end = raw.start_mark, raw.end_mark
        if raw.value[:1] == "-" and raw.value[1:2] in ODD_SPACE and raw.value != "-":
            self.mistyped(start.line, start.column, start.line)
        elif end.line > start.line:
            if re.match(r"-[^\W\d]", raw.value):
                self.mistyped(start.line, start.column, start.line)
                return
            for number in range(start.line + 1, end.line + 1):
                line = self.lines[number] if number < len(self.lines) else ""
                dash = re.match(
                    r"\s*-(?=[^\d-])", line[: end.column] if number == end.line else line
                )
                if dash:
                    self.mistyped(number, dash.end() - 1, start.line)
                    return

    def look_for_end(self, raw: yaml.ScalarNode, place: Place) -> None:
        """Report a text in quotes that swallows keys, because its end is that of another text."""
        from smdeck.source.mistyped import unclosed

        if unclosed(self.lines[raw.start_mark.line + 1 : raw.end_mark.line + 1]):
            self.findings.error(
                "yaml-syntax",
                "a quotation mark is opened and closed only lines below, behind other keys",
                place,
                "close the quotes where the text ends",
            )

    def mistyped(self, number: int, column: int, first: int) -> None:
        """Report a line that is not taken for what it looks like, in a text from line `first`."""
        from smdeck.source.mistyped import continued

        mistake = continued(self.lines[number], column, self.lines[first])
        place = Place(self.source, number + 1, mistake.column + 1)
        self.findings.error("yaml-syntax", mistake.message, place, mistake.help)

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
        begins = self.lines[at[1]][at[2] : at[2] + 2] if at[1] < len(self.lines) else ""
        if begins in ("{{", "? "):
            from smdeck.source.mistyped import no_text

            mistake = no_text(self.lines[at[1]], at[2])
            place = Place(*_one_based(at))
            self.findings.error("yaml-syntax", mistake.message, place, mistake.help)
            return Mapping(*at, entries)
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


def _decoded(
    data: bytes, name: str, findings: Findings, used_by: Place | None = None
) -> str | None:
    """Return the text of a file: UTF-8, or UTF-16 with its byte order mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        shown = Source(name, before + data[error.start :].decode("latin-1"), used_by)
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


def _report_unused_anchors(source: Source, findings: Findings) -> None:
    """Report anchors that no alias names: rather the first word of a text, which would be lost."""
    candidates = list(re.finditer(r"(?m)(?:^|[\s\[{,])&([^\s,\[\]{}]+)", source.text))
    if not candidates:
        return
    anchors: dict[str, Place] = {}
    for event in yaml.parse(source.text, Loader=Loader):
        name = getattr(event, "anchor", None)
        if name is None:
            continue
        if isinstance(event, yaml.AliasEvent):
            anchors.pop(name, None)
        elif mark := event.start_mark:
            anchors[name] = Place(source, mark.line + 1, mark.column + 1, len(name) + 1)
    for name, place in anchors.items():
        from smdeck.source.quoting import in_quotes

        words = source.line(place.line)[place.column - 1 :].strip()
        findings.error(
            "yaml-syntax",
            f"`&{name}` is an anchor that no alias names, and would not be shown",
            place,
            f"put the text in quotes: {in_quotes(words)}",
        )


def report_character(character: str, place: Place, findings: Findings) -> None:
    """Report a character that no part of a .pptx can hold."""
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
