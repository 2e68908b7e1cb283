"""Parsing: PyYAML's nodes of a text become ours, and what is wrong with them becomes findings."""

from __future__ import annotations

import re
from itertools import islice

import yaml

from smdeck.findings import Findings, Place, Source, split_lines
from smdeck.patterns import pattern
from smdeck.source.comments import warn_of_glued_comments
from smdeck.source.nodes import ODD_SPACE, Mapping, Node, Scalar, Sequence, forbidden_in
from smdeck.source.reading import MAX_VALUES, too_large
from smdeck.source.usual import MOST_INDENT

# Without libyaml the result is the same, and comes more slowly.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MAX_DEPTH = 60
"""Levels of nesting. A deck needs about eight; libyaml's caller overflows the C stack far above."""

MAX_REPEATED = 50_000
"""Values that aliases repeat: far above any talk, far below an alias bomb."""

MAX_REPEATED_CHARACTERS = 1_000_000
"""Characters of texts that aliases repeat: each is measured and written as often as it is shown."""

_DEEP_BLOCK = pattern(rf"[ \t]*(?:[-?:][ \t]+){{{MAX_DEPTH}}}| {{{MOST_INDENT}}}")

_DEFAULT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_SCALAR_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null")}


def parsed(source: Source, findings: Findings) -> Mapping | None:
    """Return the mapping that a text holds, or None with findings that say why not."""
    text, before = source.text, len(findings.errors)
    root = _root(source, findings)
    if root is None:
        return None
    try:
        node = _Conversion(source, findings).node(root, ())
        if "&" in text:
            _report_unused_anchors(source, findings)
    except _TooMuch as too_much:
        findings.error(*too_much.args)
        return None
    errors = findings.errors[before:]
    if any(finding.code == "yaml-syntax" for finding in errors):
        return None  # it is YAML, and not what is meant: more would follow from that alone
    if isinstance(node, Mapping):
        return node
    if not errors:
        from smdeck.source.syntax import no_deck_help

        place = Place(source, 1, 1)
        findings.error("wrong-type", "the file holds no keys", place, no_deck_help(text))
    return None


def _root(source: Source, findings: Findings) -> yaml.Node | None:
    """Return PyYAML's node of a text, or None with findings that say why there is none."""
    text = source.text
    too_deep = _too_deep_at(text)
    if too_deep is not None:
        findings.error("too-deep", *_too_deep(source.place(too_deep)))
        return None
    if _has_too_many_values(text):
        findings.error("too-large", *too_large(source.name, f"{MAX_VALUES:,} values"))
        return None
    warn_of_glued_comments(source, findings)
    try:
        root: yaml.Node | None = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        from smdeck.source.slips import report_slips

        report_slips(error, source, Loader, findings)
        return None
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character)
        at = max(0, text.find(chr(code)))
        report_character(chr(code), source.place(at), findings)
        return None
    if root is None:
        empty = "holds nothing but comments" if text.strip() else "is empty"
        help = "a deck begins with `title: …` and `slides:`, a theme with `meta:` or `color:`"
        findings.error("empty-file", f"the file {empty}", Place(source, 1, 1), help)
    return root


class _TooMuch(Exception):
    """An alias that leads into itself, or aliases that multiply beyond all measure: code, message,
    place and help of the finding."""


class _Conversion:
    """Turns PyYAML's nodes into ours and collects what is wrong with them."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.lines = split_lines(source.text)
        self.seen: set[int] = set()
        self.repeated = self.repeated_characters = 0

    def node(self, raw: yaml.Node, ancestors: tuple[int, ...]) -> Node:
        start, end = raw.start_mark, raw.end_mark
        if id(raw) in self.seen:
            self.see_repeated(raw)
        elif type(raw) is yaml.ScalarNode and start.line == end.line:  # most of them
            value = raw.value
            if raw.tag in _DEFAULT_TAGS and value[:1] != "-" and not forbidden_in(value):
                self.seen.add(id(raw))
                return Scalar(*self.where(raw), text=value, plain=not raw.style)
        self.seen.add(id(raw))
        known = raw.tag in _DEFAULT_TAGS or raw.tag in _SCALAR_TAGS
        if not known:
            tag = raw.tag.replace("tag:yaml.org,2002:", "!!")
            help = "remove it, or put text that starts with `!` in quotes"
            message = f"the tag `{tag}` means nothing here"
            self.findings.error("unknown-tag", message, self.place(raw), help)
        if isinstance(raw, yaml.ScalarNode):
            self.see_scalar(raw)
            if known:
                return Scalar(*self.where(raw), raw.value, not raw.style)
            return Scalar(*self.where(raw), f"{raw.tag} {raw.value}".strip(), False)
        if id(raw) in ancestors:
            message = "an alias leads back to the value that it stands in"
            help = "write the value out instead of the alias"
            raise _TooMuch("alias-cycle", message, self.place(raw), help)
        inner = (*ancestors, id(raw))
        if len(inner) > MAX_DEPTH:
            raise _TooMuch("too-deep", *_too_deep(self.place(raw)))
        if isinstance(raw, yaml.SequenceNode):
            return Sequence(*self.where(raw), [self.node(item, inner) for item in raw.value])
        assert isinstance(raw, yaml.MappingNode)
        return self.mapping(raw, inner)

    def where(self, raw: yaml.Node) -> tuple[Source, int, int, int]:
        """Return where a value begins, and how long it is on its first line, in characters."""
        start, end = raw.start_mark, raw.end_mark
        last = end.column if end.line == start.line else len(self.line(start.line).rstrip())
        return self.source, start.line, start.column, max(1, last - start.column)

    def place(self, raw: yaml.Node) -> Place:
        """Return where a value begins, for a finding."""
        source, line, column, length = self.where(raw)
        return Place(source, line + 1, column + 1, length)

    def line(self, number: int) -> str:
        """Return a line, from 0; "" past the last one."""
        return self.lines[number] if number < len(self.lines) else ""

    def see_repeated(self, raw: yaml.Node) -> None:
        """Count a value that an alias repeats. Raises _TooMuch."""
        self.repeated += 1
        self.repeated_characters += len(raw.value) if isinstance(raw, yaml.ScalarNode) else 0
        much = f"{MAX_REPEATED_CHARACTERS:,} characters"
        if self.repeated > MAX_REPEATED:
            much = f"{MAX_REPEATED:,} values"
        elif self.repeated_characters <= MAX_REPEATED_CHARACTERS:
            return
        message = f"the aliases of this file repeat more than {much}"
        help = "write the values out instead of nesting aliases"
        raise _TooMuch("alias-bomb", message, self.place(raw), help)

    def see_scalar(self, raw: yaml.ScalarNode) -> None:
        """Report what a text can't hold, and what it is not meant to."""
        forbidden = forbidden_in(raw.value)
        if forbidden:
            report_character(forbidden, self.place(raw), self.findings)
        if not raw.style:
            self.look_into(raw)
        elif raw.style in "'\"" and raw.end_mark.line > raw.start_mark.line:
            self.look_for_end(raw)

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
                line = self.line(number)
                line = line[: end.column] if number == end.line else line
                dash = re.match(r"\s*-(?=[^\d-])", line)
                if dash:
                    self.mistyped(number, dash.end() - 1, start.line)
                    return

    def look_for_end(self, raw: yaml.ScalarNode) -> None:
        """Report a text in quotes that swallows keys, because its end is that of another text."""
        from smdeck.source.mistyped import unclosed

        if unclosed(self.lines[raw.start_mark.line + 1 : raw.end_mark.line + 1]):
            message = "a quotation mark is opened and closed only lines below, behind other keys"
            help = "close the quotes where the text ends"
            self.findings.error("yaml-syntax", message, self.place(raw), help)

    def mistyped(self, number: int, column: int, first: int) -> None:
        """Report a line that is not taken for what it looks like, in a text from line `first`."""
        from smdeck.source.mistyped import continued

        mistake = continued(self.lines[number], column, self.lines[first])
        place = Place(self.source, number + 1, mistake.column + 1)
        self.findings.error("yaml-syntax", mistake.message, place, mistake.help)

    def mapping(self, raw: yaml.MappingNode, inner: tuple[int, ...]) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        start, line = raw.start_mark, self.line(raw.start_mark.line)
        if line[start.column : start.column + 2] in ("{{", "? "):
            from smdeck.source.mistyped import no_text

            mistake = no_text(line, start.column)
            self.findings.error("yaml-syntax", mistake.message, self.place(raw), mistake.help)
            return Mapping(*self.where(raw), entries)
        for raw_key, raw_value in raw.value:
            key = self.node(raw_key, inner)
            value = self.node(raw_value, inner)
            if not isinstance(key, Scalar):
                message = "a list or a mapping can't be a key"
                help = "put text that starts with `[` or `{` in quotes"
                self.findings.error("wrong-type", message, key.place, help)
            elif key.text in entries:
                first = entries[key.text][0]
                message = f"the key `{key.text}` stands here twice"
                help = f"its first value is on line {first.line + 1}; keep one of them"
                self.findings.error("duplicate-key", message, key.place, help)
            else:
                entries[key.text] = (key, value)
        return Mapping(*self.where(raw), entries)


def _too_deep(place: Place) -> tuple[str, Place, str]:
    return (
        f"lists and keys are nested more than {MAX_DEPTH} deep",
        place,
        "a deck needs eight levels: are brackets or indentation out of control?",
    )


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
    start = 0
    for line in text.split("\n"):
        if len(line) >= 2 * MAX_DEPTH and _DEEP_BLOCK.match(line):
            return start
        start += len(line) + 1
    if "[" not in text and "{" not in text:
        return None
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
