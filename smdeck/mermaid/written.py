"""Written: the lines of a diagram, each of which knows its place in a deck or a file of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from smdeck.findings import Findings, Place, Source, listing
from smdeck.source import Scalar


class DiagramText:
    """The text of a diagram, and where it stands."""

    def __init__(self, text: str, place: Place, first: int | None = None) -> None:
        self.text, self.start = text, place
        self._first = first
        """The line of the source that the text begins on, from 1; None if that can't be told."""

    @classmethod
    def in_deck(cls, node: Scalar) -> DiagramText:
        """Return the text of a node; in a block scalar it begins on the line below."""
        source, head = node.source, node.source.line(node.line + 1)[node.column :]
        block = head[:1] in ("|", ">")
        first = node.line + 2 if block else node.line + 1
        lines = node.text.split("\n")
        held = (
            not line.strip() or line.strip() in source.line(first + n)
            for n, line in enumerate(lines)
        )
        return cls(node.text, node.place, first if all(held) else None)

    @classmethod
    def in_file(cls, name: str, text: str, used_by: Place) -> DiagramText:
        """Return the text of a file that a deck uses."""
        source = Source(name, text, used_by)
        return cls(text, Place(source, 1, 1), 1)

    def place(self, line: int, words: str = "", column: int | None = None) -> Place:
        """Return where words of a line stand, the line from 0; without words all of it."""
        if self._first is None:
            return self.start
        source, number = self.start.source, self._first + line
        whole = source.line(number)
        own = self.text.split("\n")[line]
        indent = max(0, whole.find(own.strip()) - (len(own) - len(own.lstrip())))
        sought = words.strip() or own.strip()
        at = own.find(sought) if column is None else column
        return Place(source, number, indent + max(0, at) + 1, max(1, len(sought)))


class SourceLine(NamedTuple):
    """A line that says something: its number in the text, and what stands there."""

    number: int
    text: str


class Reading:
    """What all parsers share: the lines, and what is said of those that are not shown."""

    def __init__(self, written: DiagramText, findings: Findings) -> None:
        self.written, self.findings = written, findings
        self.passed_over: dict[str, Place] = {}
        """What has no place on a slide, by its name, with where it stands first."""

    def lines(self) -> Iterator[SourceLine]:
        """Yield the lines that are no comments, without the head of the file before them."""
        head = described = False
        for number, text in enumerate(self.written.text.split("\n")):
            stripped = text.strip()
            if described or (stripped.startswith("accDescr") and stripped.endswith("{")):
                described = not stripped.endswith("}")
                continue
            if stripped == "---" and (head or not self._begun(number)):
                head = not head
                continue
            if head or not stripped:
                continue
            if stripped.startswith("%%{"):
                self.pass_over("%%{…}%%", number, stripped)
            elif not stripped.startswith("%%"):
                yield SourceLine(number, text.rstrip())

    def _begun(self, number: int) -> bool:
        before = self.written.text.split("\n")[:number]
        return any(line.strip() and line.strip() != "---" for line in before)

    def pass_over(self, name: str, line: int, words: str) -> None:
        """Note what is left out: all of it is one warning."""
        self.passed_over.setdefault(name, self.written.place(line, words))

    def wrong(self, line: int, words: str, message: str, help: str | None) -> None:
        """Report what is not understood."""
        self.findings.error("diagram-syntax", message, self.written.place(line, words), help)

    def report_passed_over(self) -> None:
        """Report what was left out."""
        if self.passed_over:
            names = listing(list(self.passed_over), "and")
            self.findings.warn(
                "diagram-ignored",
                f"{names} of the diagram {'has' if len(self.passed_over) == 1 else 'have'} no "
                "effect: its look is that of the theme",
                next(iter(self.passed_over.values())),
                "remove it; `highlight: NAME` sets a node off",
            )


_TAGS = re.compile(r"</?(?:b|i|u|s|em|strong|code|small|big|sub|sup|span|center|p|div)\b[^>]*>")
_BREAK = re.compile(r"\s*(?:<br\s*/?>|\\n)\s*")
_ICON = re.compile(r"\bfa[bsrlk]?:fa-[\w-]+\s*")
_CODE = re.compile(r"#(\w+);")


def label_text(text: str) -> str:
    """Return the words of a label: breaks as line ends, entities as characters, tags left out."""
    said = text.strip()
    if len(said) > 1 and said[0] == said[-1] == '"':
        said = said[1:-1]
    if len(said) > 1 and said[0] == said[-1] == "`":
        said = re.sub(r"[*_]{1,2}(\S.*?)[*_]{1,2}", r"\1", said[1:-1])
    said = _BREAK.sub("\n", _ICON.sub("", said))
    said = _CODE.sub(lambda code: f"&{'#' * code[1].isdigit()}{code[1]};", said)
    said = html.unescape(_TAGS.sub("", said))
    lines = (" ".join(line.split()) for line in said.split("\n"))
    return "\n".join(line for line in lines if line)
