"""Syntax: what keeps a text from being YAML, in the terms of whoever typed it.

A parser stops where it can't go on, which is often a line or two after the mistake. So the lines
around that place are looked at for what people get wrong, before the parser's own words are taken.
Nothing here is imported as long as a file is YAML.
"""

from __future__ import annotations

import re

import yaml

from smdeck.data.synonyms import is_key
from smdeck.findings import Findings, Place, Source, count, suggest
from smdeck.source.mistyped import BEFORE, Mistake, of_line, other_bullet
from smdeck.source.quoting import SHOWN, in_quotes, unwrapped

DECK = (
    "a deck is YAML: `title: Mein Vortrag`, then `slides:`, and below it for each slide "
    "`  - title: Drei Punkte` and `    items: [eins, zwei, drei]`"
)
"""How a deck is written, on one line."""

LOOKED_BACK = 4
"""How many lines before the one where a parser stops are looked at."""

_SAID = (
    # (what libyaml or PyYAML says, our message, what helps)
    (
        r"scanning a quoted scalar",
        "a quotation mark is opened and never closed",
        'close the quotes; inside double quotes a quotation mark is written \\"',
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
        r"',' or '[\]}]'|expected ',' or|while parsing a flow",
        "a comma or the closing bracket is missing",
        "separate what stands in [ ] or { } by commas; put text with commas or colons in quotes",
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
        r"escape|hexdecimal|hexadecimal",
        "an unknown escape after a backslash in double quotes",
        "write paths with `/`; other text with a backslash stands in single quotes",
    ),
)

_IN_BRACKETS = r"a flow (sequence|mapping|node)"
"""What the parser says inside of brackets, where lines and indentation mean nothing."""

_BEGINS = (
    (r"scanning an alias|scanning an anchor", "`*` or `&`"),
    (r"block scalar", "`|` or `>`"),
    (
        r"(scanning|parsing) a (tag|directive)|incompatible YAML|duplicate %|undefined tag handle",
        "`!` or `%`",
    ),
    (r"cannot start any token|expected node content|mapping keys are not allowed", ""),
)
"""What a text may not begin with: what the parser says, and the characters, if it is not one."""


def report_syntax(error: yaml.MarkedYAMLError, source: Source, findings: Findings) -> None:
    """Report what keeps a text from being YAML, where the author got it wrong."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark, opened = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "expected a single document" in said:
        place = Place(source, line + 1, column + 1, 3)
        findings.error(
            "several-documents", "a second document begins here", place, _one_document(place)
        )
        return
    if "undefined alias" in said:
        name = source.line(line + 1)[column + 1 :]
        _report_alias(Place(source, line + 1, column + 1), name, findings)
        return
    if opened and "scanning a simple key" in said:
        line, column = opened.line, opened.column
    first = max(opened.line if opened else 0, line - LOOKED_BACK)
    at, mistake = _hidden(source, opened.line if opened else line, line, said)
    if not mistake and not re.search(_IN_BRACKETS, said):
        at, mistake = _typed_wrong(source, line, column, first, said)
    if mistake is None:
        at, mistake = _as_said(source, said, line=line, column=column, opened=opened, mark=mark)
    place = Place(source, at + 1, mistake.column + 1)
    findings.error("yaml-syntax", mistake.message, place, mistake.help)


def _typed_wrong(
    source: Source, line: int, column: int, first: int, said: str
) -> tuple[int, Mistake | None]:
    """Return what is wrong with the line where a parser stops, or one before, down to `first`."""
    shown = source.line(line + 1)
    mistake = other_bullet(shown) or _of_value(source, line, column, said)
    if mistake:
        return line, mistake
    for at in range(line, max(-1, first - 2), -1):
        mistake = of_line(source.line(at + 1))
        if mistake:
            return at, mistake
    return _of_indentation(source, line, said)


def _hidden(source: Source, first: int, line: int, said: str) -> tuple[int, Mistake | None]:
    """Return that a comment, which was meant as text, hides a bracket or ends a text.

    A bracket may have been opened some lines above; a text goes on below the comment.
    """
    if not re.search(_IN_BRACKETS, said):
        if line and re.search(r"expected ':'|expected key", said):
            comment = _COMMENT.search(_masked(source.line(line)))
            if comment:
                message = "a `#` behind a space begins a comment, which ends the text"
                help = f"put the whole text in quotes, with `{comment[1].split()[0]}` in it"
                return line - 1, Mistake(comment.start(1), message, help)
        return line, None
    for at in range(max(0, first - LOOKED_BACK), line + 1):
        shown = source.line(at + 1)
        comment = _COMMENT.search(_masked(shown))
        if comment is None or not re.search(r"[\]}]", comment[1]):
            continue
        before = _masked(shown)[: comment.start()]
        if len(re.findall(r"[\[{]", before)) > len(re.findall(r"[\]}]", before)):
            begins = max(found.end() for found in re.finditer(r"[\[{]|[,:] ", f"{before} "))
            words = shown[begins : comment.start(1)] + re.split(r"[,\]}]", comment[1])[0]
            message = "a `#` behind a space begins a comment, which hides the closing bracket"
            help = f"put the text in quotes: {in_quotes(words)}"
            return at, Mistake(comment.start(1), message, help)
    return line, None


_COMMENT = re.compile(r"(?<=\S)[ \t]+(#[^\s#!].*)")


def _masked(line: str) -> str:
    """Return a line whose texts in quotes hold nothing that counts."""
    return re.sub(r"\"(?:\\.|[^\"\\])*\"|'[^']*'", lambda found: "_" * len(found[0]), line)


def no_deck_help(text: str) -> str:
    """Return what helps where a file is YAML and holds no keys: a list, or one text."""
    lines = [line for line in text.splitlines() if line.strip()]
    if re.match(r"- +\w+:", next((line for line in lines if line[0] != "#"), "")):
        return "write `title: …` and `slides:` above the list of slides"
    for line in lines:
        mistake = of_line(line)
        if mistake:
            return mistake.help
    return DECK


def _of_value(source: Source, line: int, column: int, said: str) -> Mistake | None:
    """Return what is wrong with the text after a key or dash that the parser stumbles in."""
    shown = source.line(line + 1)
    before, rest = shown[:column].rstrip(), shown[column:]
    start = re.match(BEFORE + r"(?:[^\s\"'\[{][^:\"'\[{]*:\s+)?", shown)
    begins = start.end() if start else 0
    value = shown[begins:].strip()
    quoted = f": {in_quotes(unwrapped(value))}" if value and value[0] != "{" else ""
    if "scanning an a" in said:  # `'Eins' & mehr`: no anchor, no alias
        before = re.sub(r"\s*[&*]$", "", before)
    if before[begins:] and before[-1] in "'\"]}" and re.search(_GOES_ON, said):
        return _goes_on(before[-1], column, rest.strip(), value, quoted)
    if "mapping values are not allowed" in said and (": " in before or before.endswith(":")):
        straight = "straight " if value[:1] in "“„«»‚‘”" and value else ""
        help = f"put text that holds a colon in {straight}quotes{quoted or _SAMPLE_COLON}"
        return Mistake(column, SECOND_COLON, help)
    return _of_beginning(shown, begins, column, said, value)


def _goes_on(ends: str, column: int, rest: str, value: str, quoted: str) -> Mistake:
    """Return that a text goes on after the quotation mark or bracket that ends it."""
    if rest in (",", ";"):
        mark = "comma" if rest == "," else "semicolon"
        return Mistake(column, f"a {mark} at the end of the line", "remove it")
    if ends in "'\"":
        return Mistake(
            column, GOES_ON_QUOTED, f"put the whole text in quotes{quoted or _SAMPLE_QUOTED}"
        )
    if ends == "}" and len(value) < SHOWN:
        quoted = f": {in_quotes(value)}"
    help = f"put the whole text in quotes{quoted}" if quoted else _BRACKETS
    return Mistake(column, "the text goes on after its closing bracket", help)


SECOND_COLON = "a second `: ` on this line"
GOES_ON_QUOTED = "the text goes on after its closing quotation mark"
TEXT_BEGINS = "a text may not begin with "
"""What is said, and what the last begins with, of a text that wants quotes."""

_GOES_ON = r"expected key|expected <block end>|'-' indicator|block sequence entries|scanning an a"
"""What the parser says where a text goes on."""

_SAMPLE_QUOTED = ": 'Ein \"Like\" genügt'"
_SAMPLE_COLON = ': "Dialog: so geht es"'
_BRACKETS = "put text that begins with `[` or `{` in quotes"


def _of_beginning(shown: str, begins: int, column: int, said: str, value: str) -> Mistake | None:
    """Return that a text begins with a character that YAML has another use for."""
    for pattern, named in _BEGINS:
        if not re.search(pattern, said):
            continue
        mark = shown[begins : begins + 1]
        if not named and shown[column : column + 1] == "\t":
            return None  # told by the line
        if mark not in tuple("*&!%@`|>?,") or not value:
            begins, mark = column, shown[column : column + 1]
            value = ""
        message = f"{TEXT_BEGINS}{named or f'`{mark}`'}".replace("```", "a backtick")
        help = "put the text in quotes"
        picture = re.fullmatch(r"!\[(.*?)\]\(\s*(\S+?)\s*\)", value)
        if picture:
            help = f"write `image: {{file: {picture[2]}, alt: {picture[1] or '…'}}}`"
        elif value:
            help += f": {in_quotes(value)}"
        if mark and mark in "|>":
            quoted = f": {in_quotes(value)}" if value else ""
            help = f"put it in quotes{quoted}; after a `>` alone, the text begins on the next line"
            if mark == "|":
                help = "begin the text on the line below the `|`, indented; or remove the sign"
        return Mistake(begins, message, help)
    return None


def _of_indentation(source: Source, line: int, said: str) -> tuple[int, Mistake | None]:
    """Return what is wrong with a line, seen from the lines above, and with which line."""
    shown = source.line(line + 1)
    indent = len(shown) - len(shown.lstrip())
    above = next((n for n in range(line, 0, -1) if source.line(n).strip()), 0)
    before = source.line(above)
    block = _block_above(source, line, indent)
    if block:
        return line, block
    if shown.lstrip().startswith("- "):
        return line, _misaligned_dash(source, line, indent)
    key = re.match(r"\s*([\w-]+):(\s|$)", shown)
    if key and re.fullmatch(rf" {{{indent}}}[^\s:\"'-][^:]*", before):
        return above - 1, _no_key(before.strip(), indent)
    if key:
        goes_on = _goes_on_below(source, line, indent, key[1])
        return line, goes_on or _misaligned(source, line, indent, key[1])
    if "expected ':'" not in said:
        return line, None
    if re.match(rf" {{{indent}}}- ", before):
        help = "begin it with `- `, or make it the value of a key"
        return line, Mistake(indent, "a text between the entries of a list", help)
    named = (re.match(BEFORE + r"([\w-]+):", source.line(n)) for n in range(line, 0, -1))
    name = next((found[2] for found in named if found and is_key(found[2])), "text")
    help = f"write `key: value`; a text of several lines begins with `{name}: |`, and is indented"
    return line, Mistake(indent, "a text where a key with its value is wanted", help)


def _goes_on_below(source: Source, line: int, indent: int, name: str) -> Mistake | None:
    """Return that a text goes on over lines, and holds a colon on one of them."""
    if is_key(name):
        return None
    for n in range(line, 0, -1):
        above = re.match(BEFORE + r"([\w-]+):\s+[^\s|>\[{\"'#]", source.line(n))
        if above and len(above[1]) < indent:
            message = "a `: ` in a text that goes on over several lines"
            help = f"begin it with `{above[2]}: |`, and write all of it below, indented"
            column = source.line(line + 1).index(":")
            return Mistake(column, message, help)
        if len(source.line(n)) - len(source.line(n).lstrip()) < indent:
            return None
    return None


def _no_key(text: str, column: int) -> Mistake:
    """Return that a text stands above a key, and is none itself."""
    if text.startswith("//"):
        return Mistake(column, "a comment begins with `#`", f"write `# {text[2:].strip()}`")
    help = f"write `title: {text}`" if len(text) < SHOWN else "write `key: value`"
    return Mistake(column, "a text where a key with its value is wanted", help)


def _block_above(source: Source, line: int, indent: int) -> Mistake | None:
    """Return that a line of a text after `|` is indented too little."""
    for n in range(line, 0, -1):
        key = re.match(BEFORE + r"[\w-]+:\s+([|>])[+-]?\s*$", source.line(n))
        if key:
            least = len(key[1]) + 2
            message = f"this line is indented less than the text after `{key[2]}`"
            if n == line:
                message = f"the text after `{key[2]}` is not indented"
            else:
                first = source.line(n + 1)
                least = max(least, len(first) - len(first.lstrip()))
            return Mistake(indent, message, f"indent it by {least} spaces, as all of the text")
        if source.line(n).strip() and not source.line(n).startswith(" " * (indent + 1)):
            return None
    return None


def _misaligned(source: Source, line: int, indent: int, name: str) -> Mistake | None:
    """Return that a key is in line with none of the keys above it."""
    if any(
        source.line(n).startswith(" " * indent + "- ") for n in range(max(1, line - 9), line + 1)
    ):
        help = f"begin it with `- `, or indent it by {indent + 2} spaces, to the entry above"
        return Mistake(indent, f"`{name}` is in line with the dashes of the list above", help)
    columns: dict[int, tuple[str, int]] = {}
    for n in range(max(1, line - 9), line + 1):
        key = re.match(BEFORE + r"([\w-]+):(?:\s|$)", source.line(n))
        if key:
            columns[len(key[1])] = key[2], n
    if not columns or indent in columns:
        return None
    nearest = min(columns, key=lambda column: (abs(column - indent), -columns[column][1]))
    other, number = columns[nearest]
    spaces = f"by {count(nearest, 'space')}" if nearest else "not at all"
    return Mistake(
        indent,
        f"`{name}` is in line with none of the keys above",
        f"indent it {spaces}, as `{other}` on line {number} is",
    )


def _misaligned_dash(source: Source, line: int, indent: int) -> Mistake | None:
    """Return that a dash is in line with none of those above it."""
    for n in range(line, max(0, line - 9), -1):
        dash = re.match(r"( *)- ", source.line(n))
        if dash and dash.end(1) != indent:
            spaces = f"by {dash.end(1)} spaces" if dash[1] else "not at all"
            help = f"indent it {spaces}, as that on line {n} is"
            return Mistake(indent, "this dash is in line with none of those above", help)
    return None


def _as_said(
    source: Source,
    said: str,
    line: int,
    column: int,
    opened: yaml.Mark | None,
    mark: yaml.Mark | None,
) -> tuple[int, Mistake]:
    """Return what the parser says, in our words, and on which line."""
    shown = source.line(line + 1)
    in_flow = re.search(_IN_BRACKETS, said)
    if opened and in_flow and opened.line < line and not _closes(source.text, opened.index):
        line, column = opened.line, opened.column
        said += " never closed"
    elif "a flow" in said and not source.text[mark.index if mark else 0 :].strip():
        end = source.place(len(source.text.rstrip()) - 1)
        line, column = end.line - 1, end.column - 1
        said += " never closed"
    elif opened and re.search(r"while scanning an? (quoted|alias|anchor|block|simple|tag)", said):
        line, column = opened.line, opened.column
    elif "mapping values are not allowed" in said or "did not find expected key" in said:
        column = len(shown) - len(shown.lstrip())
    if (
        in_flow
        and re.search(r"[\"']$", shown[:column].rstrip())
        and re.match(r"\w", shown[column:])
    ):
        return line, Mistake(
            column, GOES_ON_QUOTED, 'inside double quotes a quotation mark is written \\"'
        )
    for pattern, message, help in _SAID:
        if re.search(pattern, said):
            return line, Mistake(column, message, help)
    return line, Mistake(column, f"this is not YAML: {said.strip()}", DECK)


def _closes(text: str, start: int) -> bool:
    """Return whether the bracket at a position is closed, texts in quotes left out."""
    depth = 0
    for found in re.finditer(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|[\[\]{}]", text[start:]):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return True
    return False


def _one_document(place: Place) -> str:
    """Return what helps where `---` begins a second document: a deck is one."""
    lines = place.source.text.splitlines()[place.line :]
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first:
        return "remove the line `---`: nothing follows it"
    if not re.match(r"[\w-]+:(\s|$)|-\s+\w+:", first):
        return f"what follows is no YAML; {DECK}"
    return "remove the line `---`: slides stand below `slides:`, each begins with `- layout: …`"


def _report_alias(place: Place, after: str, findings: Findings) -> None:
    """Report an alias without its anchor, which most often is a text that begins with a star."""
    name = (re.match(r"[\w-]*", after) or [""])[0]
    anchors = re.findall(r"&([\w-]+)", place.source.text)
    near = suggest(name, anchors, None)
    text = in_quotes(f"*{after}") if len(after) < SHOWN else '"*…"'
    findings.error(
        "yaml-syntax",
        f"the alias `*{name}` has no anchor `&{name}`",
        Place(place.source, place.line, place.column, len(name) + 1),
        near.replace("`", "`*", 1) if near else f"put text that starts with `*` in quotes: {text}",
    )
