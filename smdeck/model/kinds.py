"""Kinds: what the value of a key may be, from texts and addresses to numbers and choices."""

from __future__ import annotations

import re
from typing import Any, ClassVar, NamedTuple, NewType

from smdeck.findings import listing
from smdeck.model.fields import FAILED, Failed, Kind, Reader, report_empty
from smdeck.model.markup import MarkupProblem, blocks, inline, is_suspect, script
from smdeck.model.text import Block, Inline, Paragraph, Script
from smdeck.model.typography import needs_typesetting, typeset
from smdeck.source import Mapping, Node, Scalar, Sequence

_WHOLE = r"[+-]?[0-9]{1,15}"
_DECIMAL = r"[+-]?([0-9]{1,15}(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?"
"""NumberKind in writing: as many digits as a float keeps, and none that is infinite."""

_NO_LIST = {
    "[": "put text that begins with `[` in quotes",
    "-": "remove the `- ` before it, or put text that begins with `- ` in quotes",
}
"""What helps where a text begins as a list does."""


def _report(problems: list[MarkupProblem], node: Scalar, reader: Reader) -> None:
    """Report what is wrong with the markup of a text; all the same it is fitted and checked."""
    for one in problems:
        report = reader.findings.error if one.severity == "error" else reader.findings.warn
        report(one.code, one.message, node.place_of(one.words, one.start), one.help)


def _as_text(node: Node, block: bool) -> Scalar | None:
    """Return the text that a list or a pair stands for where a text is wanted, or None.

    `- DSGVO: klären` is a text with a colon, which YAML takes for a key with its value. A list of
    texts is one in a text that has lists.
    """
    if isinstance(node, Mapping):
        return text_with_colon(node)
    if not (block and isinstance(node, Sequence) and node.items):
        return None
    in_brackets = node.source.line(node.line + 1)[node.column : node.column + 1] == "["
    if in_brackets and len(node.items) == 1:
        return None  # `[x]` is rather a text without quotes
    points = [text_with_colon(one) if isinstance(one, Mapping) else one for one in node.items]
    if not all(isinstance(point, Scalar) and not point.is_null for point in points):
        return None
    texts = (point.as_markup().text for point in points)  # type: ignore[union-attr]
    lines = ("- " + text.strip().replace("\n", "\n  ") for text in texts)
    return Scalar(*node.where, "\n".join(lines), False)


def text_with_colon(node: Mapping) -> Scalar | None:
    """Return the text that a pair of plain words is, as in `- DSGVO: klären`, or None.

    What stands in braces or quotes, or begins with a small letter as keys do, is meant as a key.
    """
    if len(node.entries) != 1:
        return None
    ((key_node, value),) = node.entries.values()
    line = node.source.line(node.line + 1)
    one_line = isinstance(value, Scalar) and value.line == key_node.line and not value.is_null
    if not one_line or not key_node.plain or line[node.column : node.column + 1] == "{":
        return None
    if key_node.text[:1].islower() and " " not in key_node.text.strip():
        return None
    assert isinstance(value, Scalar)
    words = f"{key_node.as_markup().text}: {value.as_markup().text}"
    return Scalar(*node.where, words, False)


_BY_LANGUAGE: dict[str, Any] = {
    "propertyNames": {"pattern": r"^[a-z]{2,3}(-\w+)*$"},
    "minProperties": 1,
}
"""The schema of a text in several languages: `{de: …, en: …}`."""


class TextKind(NamedTuple):
    """An inline text, or one with paragraphs and lists."""

    block: bool = False
    spoken: bool = False
    """Whether it is read aloud, and has stage directions."""

    @property
    def words(self) -> str:
        return "a text"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            written = _as_text(node, self.block)
            if written is None:
                return self._no_text(node, name, reader)
            node = written
        node = node.as_markup()
        place = node.place
        problems: list[MarkupProblem] = []
        if self.block:
            paragraphs = (script if self.spoken else blocks)(node.text, place, problems)
        else:
            paragraphs = (Paragraph(inline(node.text, problems), 0, None, place),)
        if is_suspect(node.text) or (not self.block and "\n" in node.text):
            from smdeck.model.unknown_markup import odd_characters, unknown_markup

            problems += unknown_markup(node.text, self.block, self.spoken)
            problems += odd_characters(node.text)
        if problems:
            _report(problems, node, reader)
        if reader.lang and needs_typesetting(node.text, reader.lang):
            paragraphs = tuple(
                paragraph
                if paragraph.code
                else paragraph._replace(runs=typeset(paragraph.runs, reader.lang))
                for paragraph in paragraphs
            )
        kind = Script if self.spoken else Block if self.block else Inline
        text = kind(paragraphs, place)
        if "](#" in node.text:
            runs = (run for paragraph in text.paragraphs for run in paragraph.runs)
            reader.links += [(run.link, text.place) for run in runs if run.link]
        return text

    def _no_text(self, node: Node, name: str, reader: Reader) -> Failed:
        """Report a list or a mapping that stands where a text is wanted."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            ((key_node, value),) = node.entries.values()
            if isinstance(value, Scalar) and key_node.plain:
                from smdeck.source.quoting import in_quotes

                text = in_quotes(f"{key_node.text}: {value.text}")
                if value.is_null:
                    return reader.wrong(node, name, self.words, "put text in braces in quotes")
                reader.findings.error(
                    "wrong-type",
                    f"{name} takes a text, here is a key with a value",
                    node.place,
                    f"put text that holds a colon in quotes: {text}",
                )
                return FAILED
        if isinstance(node, Mapping) and len(node.entries) > 1 and all(map(_is_tag, node.entries)):
            return reader.wrong(node, name, self.words, _BY_TAG)
        begins = node.source.line(node.line + 1)[node.column : node.column + 1]
        return reader.wrong(node, name, self.words, _NO_LIST.get(begins))

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        # NumberKind and truths are texts too where a text is wanted: `title: 2026`.
        text = {"type": ["string", "number", "boolean", "object"], **_BY_LANGUAGE}
        return {"anyOf": [text, {"type": "array", "items": text}]} if self.block else text


_BY_TAG = (
    "texts in several languages have the names that the deck's `lang` lists, as "
    "`lang: [de-DE, en-GB]`"
)


def _is_tag(word: str) -> bool:
    """Return whether a word may be the name of a language."""
    return len(word.split("-")[0]) in (2, 3) and word.replace("-", "").isalpha()


_WRITTEN = {
    "an address with https://": "write it whole, as https://example.com/seite",
    "an e-mail address": "write it whole, as kim@example.com",
    "the name or the path of a theme": "colours and fonts stand in a theme's own file: "
    "`smdeck new-theme marke` begins one, `theme: themes/marke` takes it",
}
"""What helps where a value can't be guessed, by what a key expects."""


class StringKind(NamedTuple):
    """A string without markup, as a name, a file or an address."""

    pattern: str | None = None
    expects: str | None = None

    @property
    def words(self) -> str:
        return self.expects or "a word"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words, _WRITTEN.get(self.expects or ""))
        if not node.text.strip():
            return report_empty(name, node, reader)
        if self.pattern and not re.fullmatch(self.pattern, node.text):
            help = self._meant(node.text, self.pattern)
            return reader.wrong(node, name, self.words, help, code="wrong-value")
        return node.text

    def _meant(self, text: str, pattern: str) -> str | None:
        """Return what a text may stand for that nearly matches: `Start Seite`, `example.com`."""
        from smdeck.model.address_forms import address_meant, spelled

        options = (spelled(text), address_meant(text) or "")
        near = next((one for one in options if one and re.fullmatch(pattern, one)), None)
        return f"did you mean `{near}`?" if near else _WRITTEN.get(self.expects or "")

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if not self.pattern:
            return {"type": ["string", "number", "boolean"]}
        digit = re.fullmatch(self.pattern, "1")  # which is a number in YAML
        type_ = ["string", "integer"] if digit else "string"
        return {"type": type_, "pattern": f"^(?:{self.pattern})$"}


Language = NewType("Language", str)
"""A language tag (BCP 47)."""


class LanguageKind:
    """A language by its tag."""

    words = "a language tag such as `de-DE`"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        from smdeck.model.language import is_tag, meant

        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if is_tag(node.text):
            return node.text
        tag = meant(node.text)
        help = f"did you mean `{tag}`?" if tag else "name language and region: `de-AT`, `en-GB`"
        return reader.wrong(node, name, self.words, help, code="wrong-value")

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        from smdeck.model.language import TAG

        tag = {"type": "string", "pattern": f"^(?:{TAG})$"}
        return {"anyOf": [tag, {"type": "array", "minItems": 1, "items": tag}]}


WebAddress = NewType("WebAddress", str)
"""The address of a page: https:// or http://."""


class WebAddressKind:
    """The address of a page, as a browser takes it."""

    words = "an address with https://"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        from smdeck.model.addresses import problem

        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if not node.text.strip():
            return report_empty(name, node, reader)
        wrong = problem(node.text)
        if wrong and wrong.broken:
            reader.findings.error(wrong.code, wrong.message, node.place, wrong.help)
            return FAILED
        if not node.text.lower().startswith(("https://", "http://")):
            help = self._help(node.text)
            return reader.wrong(node, name, self.words, help, code="wrong-value")
        return node.text

    def _help(self, text: str) -> str | None:
        """Return the address that may be meant, or what else helps."""
        from smdeck.model.addresses import problem

        near = f"https://{text}"
        if "@" in text and ":" not in text:
            return "write the page's address; an e-mail address stands under `email`"
        return None if ":" in text or problem(near) else f"did you mean `{near}`?"

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "string", "pattern": "^(?:[Hh][Tt][Tt][Pp][Ss]?://\\S+)$"}


def or_variable(type_: str) -> dict[str, Any]:
    """Return the schema of a value that is no text, and that a variable may stand for."""
    return {"type": [type_, "string"], "pattern": r"^\$\{[^{}]+\}$"}


class NumberKind(NamedTuple):
    """A number, whole or with decimals, within bounds."""

    whole: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def words(self) -> str:
        kind = "a whole number" if self.whole else "a number"
        if self.least is not None and self.most is not None:
            return f"{kind} from {self.least:g} to {self.most:g}"
        return f"{kind} of at least {self.least:g}" if self.least is not None else kind

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if not re.fullmatch(_WHOLE if self.whole else _DECIMAL, node.text):
            from smdeck.model.meant import number_help

            return reader.wrong(node, name, self.words, number_help(node.text, self.whole))
        value = int(node.text) if self.whole else float(node.text)
        too_small = self.least is not None and value < self.least
        if too_small or (self.most is not None and value > self.most):
            return reader.wrong(node, name, self.words, code="wrong-value")
        return value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        schema = or_variable("integer" if self.whole else "number")
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


TRUTHS = {
    **dict.fromkeys(("ja", "yes", "y", "on", "wahr", "1", "true"), "did you mean `true`?"),
    **dict.fromkeys(("nein", "no", "n", "off", "falsch", "0", "false"), "did you mean `false`?"),
}
"""What other words for the truth mean."""


class BoolKind:
    """`true` or `false`."""

    words = "`true` or `false`"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        help = TRUTHS.get(node.text.lower()) if isinstance(node, Scalar) else None
        return reader.wrong(node, name, self.words, help)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return or_variable("boolean")


class ChoiceKind(NamedTuple):
    """One of a few words."""

    values: tuple[str, ...]

    @property
    def words(self) -> str:
        return listing(self.values)

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Scalar):
            return reader.wrong(node, name, self.words)
        if node.text not in self.values:
            from smdeck.model.meant import value_help

            help = value_help(node.text, self.values, f"it takes {self.words}")
            message = f"{name} can't be `{node.text}`"
            reader.findings.error("wrong-value", message, node.place, help)
            return FAILED
        return node.text

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"enum": list(self.values)}


class Expanded:
    """What is put in before a deck is decoded, and is gone then: only described here."""

    words: ClassVar[str]
    described: ClassVar[dict[str, Any]]
    """Its JSON Schema."""

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        return FAILED  # it stands alone in an item: what that lacks is told

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return self.described


class MapKind(NamedTuple):
    """Names of the author's choice, each with a value of one kind."""

    member: Kind

    @property
    def words(self) -> str:
        return "names with values"

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        if not isinstance(node, Mapping):
            return reader.wrong(node, name, self.words)
        values = {
            key.text: self.member.decode(value, f"`{key.text}`", reader) for key, value in node
        }
        return FAILED if any(value is FAILED for value in values.values()) else values

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.member.schema(definitions)}
