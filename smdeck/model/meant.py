"""What is meant: the key, value or text that an author had in mind where decoding finds another.

Nothing here is imported as long as a deck is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from smdeck.data.synonyms import advice, is_key, key_meant, keys_meant, value_meant
from smdeck.findings import QUOTED_WIDTH, listing, nearest, suggest
from smdeck.source import Mapping, Node, Scalar, Sequence
from smdeck.source.quoting import SHOWN, in_quotes

if TYPE_CHECKING:
    from smdeck.model.decode import Key
    from smdeck.model.fields import Reader, Record

_GLUED = re.compile(r"([A-Za-zÄÖÜäöüß_-]+)[:=](?!//)(\S.*)")
"""A key with its value and no space between: `layout:bullets`."""

_BELOW_SLIDES = "slides stand below `slides:`, each begins with `- layout: …`"

_NUMBER = r"[+-]?\d+(?:[.,]\d+)?"


class Meant(NamedTuple):
    """What an unknown key stands for: the name of a key or None, its value, and what helps."""

    name: str | None
    value: Node
    help: str

    def lacking(self, known: Iterable[str]) -> set[str]:
        """Return the keys that seem to be missing, and whose way in is said here."""
        named = set(re.findall(r"`([a-z-]+)[:`]", self.help)) & set(known)
        return {*named, self.name} if self.name else named


def unknown_key(
    record: type[Record], node: Mapping, key_node: Scalar, value: Node, reader: Reader
) -> Meant:
    """Return what is meant by a key that a record does not have."""
    from smdeck.model.decode import keys

    word, known = key_node.text, keys(record)
    empty = value.is_null
    glued = _GLUED.fullmatch(word) if empty else None
    if glued and (name := _name_meant(glued[1], known)):
        return Meant(name, _part(key_node, glued), f"write `{name}: {glued[2].rstrip(',')}`")
    if empty and (cut := _cut_off(key_node)):
        return Meant(None, value, cut)
    if "title" in known and _begins_entry(node, key_node):
        if empty:
            line = key_node.source.line(key_node.line + 1)[key_node.column :]
            comment = re.search(r": +(#.*)", line)
            as_text = in_quotes(f"{word}: {comment[1]}" if comment else f"{word}:")
            said = f"sub-items follow indented below it; as a text write {as_text}"
            return Meant("title", Scalar(*key_node.where, word, False), said)
        if isinstance(value, Mapping):
            return Meant("title", Scalar(*key_node.where, word, False), _below_title(word, value))
    name = _likeliest(word, value, node, known)
    if not name and isinstance(value, Sequence) and "items" in known and _means_text(word):
        name = "items" if "items" not in node.entries else None
    if isinstance(value, Sequence) and name == "data" and key_meant(word, ("series",)):
        return Meant(None, value, _series_help(value))
    if not name and isinstance(value, Scalar) and _means_text(word):
        name = _text_lacking(node, known)
    if sides := _sides_help(word, value, known):
        return Meant(None, value, sides)
    help = f"did you mean `{name}`?" if name else None
    numbered = re.fullmatch(r"(.*?)[ _-]*\d+", word)
    if numbered and key_meant(numbered[1], known) == "slides":
        return Meant(None, value, _BELOW_SLIDES)
    if not name and not (help := advice(word) or _elsewhere(key_node, value, known, reader)):
        name = nearest(word, known)
        help = f"did you mean `{name}`?" if name else None
    if "title" in known and _is_text_with_colon(node, key_node, value):
        assert isinstance(value, Scalar)
        text = f"{word}: {value.text}"
        begins = f"{help} A" if help else "a"
        help = f"{begins} text that holds a colon is written `title: {in_quotes(text)}`"
        return Meant("title", Scalar(*key_node.where, text, False), help)
    if not help and reader.layouts_with and (inner := key_meant(word, _OF_SPEAKER)):
        help = f"it stands in the deck, above the slides: `speaker: {{{inner}: {_short(value)}}}`"
    if not help and reader.layouts_with and (others := reader.layouts_with(word)):
        help = f"layouts with `{word}`: {', '.join(others)}"
    return Meant(name, value, help or f"it has {listing(known, 'and')}")


def _sides_help(word: str, value: Node, known: dict[str, Key]) -> str | None:
    """Return what helps where columns are written as blocks or as a list, or blocks as columns."""
    if "blocks" in known and key_meant(word, ("left", "middle", "right", "columns")):
        return "`blocks` has the columns, each with its place: `- {at: {columns: 1-6}, text: …}`"
    if not {"left", "right"} <= known.keys():
        lists = [name for name, field in known.items() if field.shows]
        lists += [name for name in ("pros", "cons") if name in known]
        if len(lists) > 1 and "items" not in known and key_meant(word, ("items",)):
            return f"write {listing(lists, 'and')}, each a list"
        return None
    if not key_meant(word, ("columns", "items", "blocks")):
        return None
    if "middle" in known:
        return "write `left`, `middle` and `right`, each with its `title` and `items`"
    if isinstance(value, Sequence) and len(value.items) == 3:
        return "`three-columns` shows three of them, as `left`, `middle` and `right`"
    return "write `left` and `right`, each with its `title` and `items`"


def _likeliest(word: str, value: Node, node: Mapping, known: dict[str, Key]) -> str | None:
    """Return the key that a word stands for: one that is not there yet, and takes such a value."""
    from smdeck.model.decode import ListKind

    names = keys_meant(word, known)
    if isinstance(value, Scalar) and re.fullmatch(r"\d{1,2}[:.]\d\d(?:\D*)", value.text):
        names = [name for name in names if name != "minutes"]  # a time of the day, no length

    def rank(name: str) -> tuple[bool, bool]:
        listed = isinstance(known[name].kind, ListKind)
        return name in node.entries, listed != isinstance(value, Sequence)

    return min(names, key=rank, default=None)


def value_help(text: str, values: Iterable[str], otherwise: str) -> str:
    """Return what helps where a text is none of a few words."""
    near = next((one for one in values if one == text.casefold()), None)
    near = near or value_meant(text, values)
    if {"light", "dark", "brand"} <= set(values):
        otherwise += "; which colours they are is for the theme to say"
    return f"did you mean `{near}`?" if near else suggest(text, values, otherwise) or otherwise


def number_help(text: str, whole: bool) -> str | None:
    """Return the number that a text with a comma, a unit or minutes and seconds stands for."""
    clock = re.fullmatch(r"(\d+):([0-5]\d)", text)
    if clock and not whole:
        return f"write it as a number: {round(int(clock[1]) + int(clock[2]) / 60, 2):g}"
    if between := re.fullmatch(rf"{_NUMBER}\s*(?:[-–—]|bis|to)\s*({_NUMBER})(?:\D*)", text):
        return f"write one number, as {between[1].replace(',', '.')}"
    if re.fullmatch(r"[+-]?\d+,\d+", text):
        return None if whole else f"write the decimal point: {text.replace(',', '.')}"
    if not re.search(r"\d", text):
        return "write it in digits, as 20"
    with_unit = re.fullmatch(rf"({_NUMBER})\s*([^\W\d_]+\.?|[%€$'′])", text)
    if with_unit and (not whole or with_unit[1].isdigit()):
        return f"write the number alone: {with_unit[1].replace(',', '.')}"
    return None


def list_help(node: Node, of: str) -> str:
    """Return what helps where a list of slides, items, rows or words is wanted."""
    dashed = {
        "slides": "begin each slide with `- `, as in `- layout: bullets`",
        "items": "write each one on a line of its own, as `- {title: Eins, text: Mehr dazu}`",
        "rows": "write each row as a list: `- [Nord, 12]`",
        "blocks": "write each one on a line of its own, as `- {at: {columns: 1-6}, text: Eins}`",
    }
    if of == "numbers":
        return "write numbers in square brackets, as [0.5, 0.2]"
    if isinstance(node, Mapping):
        if all(one.is_null for _, one in node) and node.entries:
            return f"a list stands in square brackets: [{', '.join(node.entries)}]"
        values = [one.text for _, one in node if isinstance(one, Scalar)]
        if values and of in ("items", "words") and all(key.isdigit() for key in node.entries):
            return f"begin each line with `- `, not with its number: `- {values[0]}`"
        if of == "words" and len(values) == len(node.entries) and len(", ".join(values)) < SHOWN:
            return f"write the values alone: [{', '.join(values)}]"
        if of == "rows" and values and len(values) == len(node.entries):
            return f"write each row as a list: `- [{next(iter(node.entries))}, {values[0]}]`"
        return dashed.get(of, "write each entry on a line of its own after `- `")
    if isinstance(node, Scalar):
        if table := _table_help(node.text, of):
            return table
        lines = [line.strip() for line in node.text.strip().splitlines()]
        if node.source.line(node.line + 1)[node.column :][:1] in "|>" and lines:
            if all(line[:2] == "- " for line in lines):
                return "remove the `|`: the entries follow on the lines below"
            return "remove the `|`, and begin each line with `- `"
        bullet = re.match(r"[*+•·‣▪–—]|--+|\d+[.)]", node.text)
        if bullet and of != "slides":
            return f"begin each line with `- `, not with `{bullet[0]}`"
        first = _first_of_lines(node)
        if first and of in ("words", "items"):
            return f"begin each line with `- `: `- {first}`"
        if of in ("words", "items") and len(node.text) < SHOWN:
            words = node.text.strip(" ()").replace(";", ",")
            return f"write [{words}], or each entry on a line of its own after `- `"
    return dashed.get(of, "write each entry on a line of its own after `- `, or [eins, zwei]")


def one_of(node: Sequence) -> str | None:
    """Return what helps where a list stands for one record: `- - Eins`, `speaker: [Kim, Robin]`."""
    values = [
        next(iter(one.entries.values()))[1] if isinstance(one, Mapping) and one.entries else one
        for one in node.items
    ]
    texts = [one.text for one in values if isinstance(one, Scalar)]
    if not texts or len(texts) < len(values):
        return None
    line = node.source.line(node.line + 1)
    if len(texts) == 1 and re.match(r"\s*-\s+$", line[: node.column]):
        return f"remove one of the dashes: `- {texts[0]}`"
    return f"write one text: {in_quotes(', '.join(texts))}"


def _table_help(text: str, of: str) -> str | None:
    """Return how the rows are written that stand there as a table of Markdown."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.strip().splitlines()
        if "|" in line and not re.fullmatch(r"[\s|:-]+", line)
    ]
    if of != "rows" or not rows:
        return None
    head, *body = (f"[{', '.join(row)}]" for row in rows)
    if not body:
        return f"write each row as a list: `- {head}`"
    return f"write `columns: {head}`, and each row as a list: `- {body[0]}`"


def _first_of_lines(node: Scalar) -> str | None:
    """Return the first line of a text without quotes that goes on over several, or None."""
    first = node.source.line(node.line + 1)[node.column :].strip()
    goes_on = node.text.strip() != first and node.text.strip().startswith(f"{first} ")
    return first if goes_on and first else None


def comment_after(node: Node) -> str | None:
    """Return what helps where a value is missing because a comment stands in its place."""
    line = node.source.line(node.line + 1)[node.column :]
    comment = re.match(r"(?:[\w-]+:|-)?\s+(#+\s*\S.*)", line)
    if not comment:
        return None
    text = in_quotes(comment[1])
    return f"a `#` after a space begins a comment; as text it stands in quotes: {text}"


def slide_help(node: Node, layouts: Iterable[str]) -> str:
    """Return what helps where a slide is a text or a list, and no keys with values."""
    if isinstance(node, Sequence):
        return "a slide begins with one `- `, and its keys follow below: `- layout: bullets`"
    text = node.text.strip() if isinstance(node, Scalar) else ""
    glued = _GLUED.match(text) or re.match(r"(layout)\s+=?\s*(\S+)", text)
    if glued:
        value = glued[2].split()[0].rstrip(",")
        return f"write `{glued[1]}: {value}`, and each key on a line of its own"
    if text in layouts:
        return f"write `- layout: {text}`, and its other keys below"
    if not text or len(text) > QUOTED_WIDTH - 10:
        return "a slide is written as `- layout: bullets`, and its other keys below"
    return f"write `- layout: statement`, and below it `title: {text}`"


def _name_meant(word: str, known: dict[str, Key]) -> str | None:
    return word if word in known else key_meant(word, known) or nearest(word, known)


def _part(key_node: Scalar, glued: re.Match[str]) -> Scalar:
    """Return the value of a key that is glued to it."""
    value, at = glued[2].rstrip(","), key_node.column + glued.start(2)
    return Scalar(
        key_node.source, key_node.line, column=at, length=len(value), text=value, plain=True
    )


def _cut_off(key_node: Scalar) -> str | None:
    """Return what helps where a key is half of a text: `{text: one, two}` has a key `two`."""
    line = key_node.source.line(key_node.line + 1)
    end = key_node.column + key_node.length
    if line[end:].lstrip().startswith(":"):
        return None
    before = re.search(r"\d+,$", line[: key_node.column])
    if before and key_node.text.isdigit():
        return f"write the decimal point: {before[0][:-1]}.{key_node.text}"
    curly = re.search(r"[“„«‚‘].*$", line[: key_node.column])
    if curly and key_node.text[-1:] in "”“»’‘":
        return 'put the text in straight quotes: "Eins, zwei"'
    return "inside { }, put text that holds a comma in quotes"


def _elsewhere(key_node: Scalar, value: Node, known: dict[str, Key], reader: Reader) -> str | None:
    """Return how a key is written that belongs into a value of one of the known ones."""
    word = key_node.text
    shown = _short(value)
    for fits in (_has, key_meant):
        for outer, inner, listed in _nested(word, known, fits):
            pair = f"{{{inner}: {shown}}}"
            return f"write `{outer}: [{pair}]`" if listed else f"write `{outer}: {pair}`"
    if "slides" in known and reader.layouts_with and reader.layouts_with(word):
        if word == "layout":
            return _BELOW_SLIDES
        return f"`{word}` is a key of slides: indent it by four spaces, below `- layout: …`"
    return None


_OF_SPEAKER = ("email", "phone")
"""Keys of the speaker that people look for on a slide."""


def _short(value: Node) -> str:
    """Return a value as a help shows it."""
    short = isinstance(value, Scalar) and 0 < len(value.text) < SHOWN and "\n" not in value.text
    return value.text if short and isinstance(value, Scalar) else "…"


def _text_lacking(node: Mapping, known: dict[str, Key]) -> str | None:
    """Return the one text that a record needs and does not have, or None."""
    from smdeck.model.kinds import TextKind

    lacking = [
        name
        for name, field in known.items()
        if field.required and name not in node.entries and isinstance(field.kind, TextKind)
    ]
    return lacking[0] if len(lacking) == 1 else None


def _means_text(word: str) -> bool:
    return key_meant(word, ("text", "items")) is not None


def _series_help(value: Sequence) -> str:
    """Return how figures are written that stand on a slide as a list."""
    values = [one.text for one in value.items if isinstance(one, Scalar)]
    shown = ", ".join(values) if len(values) == len(value.items) else "1, 2"
    return f"write `data: {{categories: [A, B], series: {{Name: [{shown}]}}}}`"


def _has(word: str, known: Iterable[str]) -> str | None:
    return word if word in known else None


def _nested(
    word: str, known: dict[str, Key], fits: Callable[[str, dict[str, Key]], str | None]
) -> Iterator[tuple[str, str, bool]]:
    """Yield the keys whose records have a key, its name there, and whether they are lists."""
    from smdeck.model.decode import ListKind, RecordKind, keys

    for name, field in known.items():
        kind = field.kind.member if isinstance(field.kind, ListKind) else field.kind
        if isinstance(kind, RecordKind):
            shown = field.shows or tuple(keys(kind.type))
            refused = getattr(kind.type, "refused", ())
            inner = {key: of for key, of in keys(kind.type).items() if key in {*shown} - {*refused}}
            if found := fits(word, inner):
                yield name, found, isinstance(field.kind, ListKind)


def _below_title(word: str, value: Mapping) -> str:
    """Return what helps where keys stand below the title of an item: `- Start: {text: …}`."""
    first = next(iter(value.entries), "text")
    if is_key(first):
        return f"write `title: {word}`, and `{first}` in line with it"
    return "its sub-items are a list: begin each of them with `- `"


def _is_text_with_colon(node: Mapping, key_node: Scalar, value: Node) -> bool:
    """Return whether a text with a colon begins the keys of an item: `- Termin: 3. Mai`."""
    is_text = isinstance(value, Scalar) and not value.is_null
    return is_text and _begins_entry(node, key_node)


def _begins_entry(node: Mapping, key_node: Scalar) -> bool:
    """Return whether a key begins an entry of a list, in capitals as no key is."""
    first = next(iter(node.entries.values()))[0]
    line = key_node.source.line(key_node.line + 1)
    in_list = re.fullmatch(r"[ -]*- +", line[: key_node.column]) is not None
    return first is key_node and in_list and key_node.text[:1].isupper()
