"""Sequences: who says what to whom, one message below the other."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from smdeck.findings import Findings, Place
from smdeck.mermaid.written import DiagramText, Reading, SourceLine, label_text

_MESSAGE = re.compile(
    r"(?P<from>.+?)\s*(?P<arrow><<-->>|<<->>|-->>|->>|--\)|-\)|-->|->)\s*(?P<act>[+-]?)\s*"
    r"(?P<to>[^:]+?)\s*(?::(?P<words>.*))?"
)
_LOST = re.compile(
    r"(?P<from>.+?)\s*(?P<arrow>--x|-x)\s*(?P<act>[+-]?)\s*(?P<to>[^:]+?)\s*(?::(?P<words>.*))?"
)
_NOTE = re.compile(r"(?i)note\s+(?P<side>left of|right of|over)\s+(?P<who>[^:]+):(?P<words>.*)")
_WHO = re.compile(r"(?P<kind>participant|actor)\s+(?P<name>.+?)(?:\s+as\s+(?P<words>.+))?")

_ENTITY = re.compile(r"#(\w+);")

_BLOCKS = ("loop", "alt", "opt", "par", "critical", "break")
_PARTS = {"else": "alt", "and": "par", "option": "critical"}
_PASSED = (
    *("activate", "deactivate", "create", "destroy", "links", "link", "properties", "title"),
    *("accTitle", "accDescr"),
)


class Participant(NamedTuple):
    """Who takes part."""

    name: str
    words: str
    actor: bool
    place: Place


class Message(NamedTuple):
    """What somebody says to somebody, or to themselves."""

    start: str
    end: str
    words: str
    dotted: bool
    head: bool
    place: Place
    tail: bool = False


class Note(NamedTuple):
    """What is noted at one or several of them."""

    over: tuple[str, ...]
    side: Literal["left", "right", "over"]
    words: str
    place: Place


class FragmentBound(NamedTuple):
    """The beginning of a part that repeats or may happen; a further part of one; or its end."""

    kind: str
    words: str
    place: Place


Step: TypeAlias = Message | Note | FragmentBound


class SequenceDiagram(NamedTuple):
    """A sequence of messages."""

    participants: dict[str, Participant]
    steps: tuple[Step, ...]
    numbered: bool


class _SequenceParser:
    """Reads a sequence line by line."""

    def __init__(self, written: DiagramText, findings: Findings) -> None:
        self.reading, self.written = Reading(written, findings), written
        self.participants: dict[str, Participant] = {}
        self.steps: list[Step] = []
        self.numbered = False
        self.open: list[tuple[str, SourceLine]] = []
        """The parts around the current line, with the lines that they begin on."""

    def parse(self) -> SequenceDiagram:
        """Return the sequence."""
        for line in list(self.reading.lines())[1:]:
            for text in _ENTITY.sub("#\\1\0", line.text).split(";"):
                if text.strip():
                    self._line(SourceLine(line.number, text.replace("\0", ";").strip()))
        for kind, line in self.open:
            message = f"`{kind}` has no `end`"
            self.reading.wrong(line.number, line.text, message, "write `end` below")
        self.reading.report_passed_over()
        return SequenceDiagram(self.participants, tuple(self.steps), self.numbered)

    def _line(self, line: SourceLine) -> None:
        word, _, rest = line.text.partition(" ")
        who = _WHO.fullmatch(line.text)
        if who:
            self._add(who["name"], line, who["words"], who["kind"] == "actor")
        elif word in (*_BLOCKS, "rect", "box"):
            self._begin(word, rest, line)
        elif word in _PARTS:
            self._go_on(word, rest, line)
        elif line.text == "end":
            self._end(line)
        elif word == "autonumber":
            self.numbered = True
        elif word.rstrip(":") in _PASSED:
            self.reading.pass_over(word.rstrip(":"), line.number, line.text)
        elif note := _NOTE.fullmatch(line.text):
            self._note(note, line)
        elif message := _MESSAGE.fullmatch(line.text) or _LOST.fullmatch(line.text):
            self._message(message, line)
        else:
            self.reading.wrong(
                line.number, line.text,
                f"in the diagram `{line.text[:40]}` is not understood",
                "messages are `Kunde->>Service: Frage`",
            )  # fmt: skip

    def _add(
        self, name: str, line: SourceLine, words: str | None = None, actor: bool = False
    ) -> str:
        name = re.sub(r"@\{.*\}$", "", name).strip().strip('"')
        if name not in self.participants or words:
            said = label_text(words or name)
            place = self.written.place(line.number, name)
            self.participants[name] = Participant(name, said, actor, place)
        return name

    def _begin(self, word: str, rest: str, line: SourceLine) -> None:
        self.open.append((word, line))
        if word in ("rect", "box"):
            self.reading.pass_over(word, line.number, line.text)
        else:
            self._block(word, rest, line)

    def _go_on(self, word: str, rest: str, line: SourceLine) -> None:
        if not self.open or self.open[-1][0] != _PARTS[word]:
            message = f"`{word}` belongs to no `{_PARTS[word]}`"
            self.reading.wrong(line.number, line.text, message, f"write `{_PARTS[word]}` above it")
            return
        self._block(word, rest, line)

    def _block(self, kind: str, words: str, line: SourceLine) -> None:
        place = self.written.place(line.number, line.text)
        self.steps.append(FragmentBound(kind, label_text(words), place))

    def _end(self, line: SourceLine) -> None:
        if not self.open:
            help = "remove it, or write `loop` or `alt` above"
            self.reading.wrong(line.number, line.text, "`end` ends nothing", help)
            return
        kind, _ = self.open.pop()
        if kind not in ("rect", "box"):
            self._block("end", "", line)

    def _note(self, note: re.Match[str], line: SourceLine) -> None:
        over = tuple(self._add(name.strip(), line) for name in note["who"].split(","))
        side = note["side"].lower().split()[0]
        place = self.written.place(line.number, note["words"])
        self.steps.append(Note(over, side, label_text(note["words"]), place))  # type: ignore[arg-type]

    def _message(self, message: re.Match[str], line: SourceLine) -> None:
        start, end = self._add(message["from"].strip(), line), self._add(message["to"], line)
        arrow, words = message["arrow"], label_text(message["words"] or "")
        if arrow.endswith("x"):
            self.reading.wrong(
                line.number, line.text, "a message has no cross at its end here, which says that it"
                " is lost", f"write `{arrow[:-1]}>>`, and in words what becomes of it",
            )  # fmt: skip
        if message["act"]:
            self.reading.pass_over("activate", line.number, line.text)
        place = self.written.place(line.number, message["words"] or line.text)
        self.steps.append(
            Message(
                start, end, words=words, dotted=arrow.strip("<").startswith("--"),
                head=arrow not in ("->", "-->"), place=place, tail=arrow.startswith("<"),
            )
        )  # fmt: skip


def read_sequence(written: DiagramText, findings: Findings) -> SequenceDiagram:
    """Return a sequence; findings say what is not understood."""
    return _SequenceParser(written, findings).parse()
