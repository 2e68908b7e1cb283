"""Using: `- use: datei.yaml#id` stands for slides of another file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from smdeck.expand.budget import MAX_LOOKUPS, MAX_SLIDES, TooMuch
from smdeck.expand.files import DeckFiles
from smdeck.findings import Findings, suggest
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

OF_USE = ("use", "vars", "whole", "only", "except")
"""The keys of a use itself; all others are keys of the slide that it stands for."""


class DeckFile(NamedTuple):
    """A file with slides: the deck itself, or one that is used."""

    path: str
    """In full and without links, so that files can be told apart."""
    root: Mapping

    @property
    def slides(self) -> list[Node]:
        """Its entries, those that stand for slides of other files included."""
        return self.root.listed("slides")


class SlideUse(NamedTuple):
    """An entry that stands for a slide of another file."""

    entry: Mapping
    named: Scalar
    """The file with the id behind it, as it is written."""
    file: DeckFile
    """The file that the entry stands in."""

    @property
    def changes(self) -> Mapping:
        """The keys that the slide has otherwise."""
        return self.entry.without(OF_USE)


class WrittenSlide(NamedTuple):
    """A slide where it is written, and by which entries it came into the deck."""

    node: Node
    file: DeckFile
    uses: tuple[SlideUse, ...] = ()
    """The nearest first; the last one stands in the deck."""

    def key(self, name: str) -> str | None:
        """Return the text of a key, as the uses leave it."""
        for node in (*(use.entry for use in reversed(self.uses)), self.node):
            value = node.get(name)
            if value is not None:
                return value.text if isinstance(value, Scalar) else None
        return None

    @property
    def is_section(self) -> bool:
        """Whether the slide begins a section."""
        return self.key("layout") == "section"


class SlideFinder:
    """Finds all slides of a deck, each where it is written."""

    def __init__(self, files: DeckFiles, findings: Findings) -> None:
        self.files, self.findings = files, findings
        self._found: dict[str, list[WrittenSlide]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        """By file and id, which slide has it."""
        self.number = 0

    def of(self, file: DeckFile, within: tuple[DeckFile, ...] = ()) -> list[WrittenSlide]:
        """Return the slides of a file, in order; `within` are the files that are being read."""
        if file.path not in self._found:
            inner = (*within, file)
            found: list[WrittenSlide] = []
            for entry in file.slides:
                found += self._of_entry(entry, file, inner)
                if self.number + len(found) > MAX_SLIDES:
                    message = f"the files that are used bring more than {MAX_SLIDES:,} slides"
                    raise TooMuch("too-large", message)
            self.number += len(found)
            self._found[file.path] = found
        return self._found[file.path]

    def _of_entry(
        self, entry: Node, file: DeckFile, within: tuple[DeckFile, ...]
    ) -> Iterator[WrittenSlide]:
        """Yield the slides that an entry stands for: itself, or those that it uses."""
        value = entry.get("use")
        if value is None or not isinstance(entry, Mapping):
            yield WrittenSlide(entry, file)
            return
        listed = value.items if isinstance(value, Sequence) else [value]
        uses: list[WrittenSlide] = []
        for named in listed:
            if not isinstance(named, Scalar) or not named.text.partition("#")[0]:
                self.findings.error(
                    "wrong-type",
                    "`use` takes the name of a file, or a list of them",
                    named.place,
                    "write `use: datei.yaml`, or `use: datei.yaml#id` for one slide of it",
                )
                continue
            use = SlideUse(entry, named, file)
            uses += [
                one._replace(uses=(*one.uses, use))
                for one in self._used(use, within, _is_false(entry.get("whole")))
            ]
        if len(uses) > 1:
            self._report_overrides(entry, len(uses))
        yield from uses

    def _used(self, use: SlideUse, within: tuple[DeckFile, ...], alone: bool) -> list[WrittenSlide]:
        """Return the slides that a use names: all of a file, a section, or one."""
        name, number_sign, id = use.named.text.partition("#")
        read = self.files.read(Scalar(*use.named.where, name, use.named.plain))
        if read is None:
            return []
        file = _file(*read)
        if len(within) > MAX_LOOKUPS:
            message = f"more than {MAX_LOOKUPS} files use one another"
            help = "name the file itself that has the slides"
            self.findings.error("too-deep", message, use.named.place, help)
            return []
        if any(file.path == one.path for one in within):
            names = [*(Path(one.path).name for one in within), Path(file.path).name]
            self.findings.error(
                "use-cycle",
                f"`{name}` is used by itself: {' → '.join(names)}",
                use.named.place,
                "put the slides that several files use into a file of their own",
            )
            return []
        if not file.slides:
            message = f"`{name}` holds no slides"
            help = "a file with slides has `slides:`, and below it each slide"
            self.findings.error("wrong-file", message, use.named.place, help)
            return []
        slides = self.of(file, within)
        if not number_sign:
            return slides
        start = self._ids(file, slides).get(id)
        if start is None:
            self._report_missing(use, name, id, slides)
            return []
        if alone or not slides[start].is_section:
            return [slides[start]]
        end = next((n for n, one in enumerate(slides) if n > start and one.is_section), len(slides))
        return slides[start:end]

    def _ids(self, file: DeckFile, slides: list[WrittenSlide]) -> dict[str, int]:
        """Return which slide of a file has an id: the first of several."""
        if file.path not in self._numbers:
            ids = [(one.key("id"), number) for number, one in enumerate(slides)]
            self._numbers[file.path] = {id: number for id, number in reversed(ids) if id}
        return self._numbers[file.path]

    def _report_missing(
        self, use: SlideUse, name: str, id: str, slides: list[WrittenSlide]
    ) -> None:
        ids = [known for one in slides if (known := one.key("id"))]
        help = f"its ids: {', '.join(ids)}" if ids else f"give the slide in `{name}` an `id`"
        message = f"no slide of `{name}` has the id `{id}`"
        if not id:
            message = f"no id of `{name}` stands behind the `#`"
            help = "leave it out for all slides" + (f", or name one: {', '.join(ids)}" * bool(ids))
        place = use.named.place_of(f"#{id}")
        self.findings.error("unknown-id", message, place, suggest(id, ids, help))

    def _report_overrides(self, entry: Mapping, number: int) -> None:
        """Report keys of a slide where a use stands for several of them."""
        for key, _ in entry:
            if key.text not in OF_USE:
                self.findings.error(
                    "several-slides",
                    f"`{key.text}` can't be set here: the use stands for {number} slides",
                    key.place,
                    "name one of them behind `#`; `whole: false` takes a section's own slide alone",
                )


def deck_file(root: Mapping) -> DeckFile:
    """Return the deck itself as a file with slides."""
    return _file(Path(root.source.name), root)


def _file(path: Path, root: Mapping) -> DeckFile:
    return DeckFile(os.path.realpath(path), root)


def _is_false(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.text == "false"
