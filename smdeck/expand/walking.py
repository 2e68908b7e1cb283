"""Walking: nodes of a file are taken over as one version of a deck shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from smdeck.expand.budget import Budget, TooMuch
from smdeck.expand.files import DeckFiles
from smdeck.expand.languages import Languages
from smdeck.expand.overriding import Entry
from smdeck.expand.values import layers_of
from smdeck.expand.variables import FilledScalar, ScopeLayer, VariableScope
from smdeck.expand.variants import KEYS, VariantChoice
from smdeck.findings import Findings, Source
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence
from smdeck.source.parsing import MAX_DEPTH


class DeckContext(NamedTuple):
    """What holds for all files of a deck."""

    files: DeckFiles
    choice: VariantChoice
    languages: Languages | None
    budget: Budget
    findings: Findings


class Walk:
    """Takes nodes over from a file: one language, one variant, values in place of variables."""

    def __init__(
        self,
        context: DeckContext,
        variables: VariableScope | None,
        source: Source,
        foreign: Iterable[str] = (),
    ) -> None:
        self.context, self.variables = context, variables
        self.source, self.foreign = source, foreign
        self.depth = 0
        self.key = ""
        """The key whose value is walked through."""
        self.translations = 0
        """In how many texts with several languages the walk is."""

    def node(self, node: Node, names: tuple[str, ...] = (), free: bool = False) -> Node:
        """Return a node as it is shown; `names` are the variables that it is the value of.

        The keys of a mapping that is `free` are names of the author's choice.
        """
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooMuch("too-deep", f"variables nest values more than {MAX_DEPTH} deep")
        if names or self.source.used_by:
            self.context.budget.take()
        chosen = self._chosen(node)
        self.translations += chosen is not node
        if isinstance(chosen, Scalar):
            shown = self._scalar(chosen, names)
        elif isinstance(chosen, Sequence):
            items = [self.node(item, names) for item in chosen.items if self.has(item)]
            shown = Sequence(*self._where(chosen), items)
        else:
            assert isinstance(chosen, Mapping)
            shown = self._mapping(chosen, names, free)
        self.translations -= chosen is not node
        self.depth -= 1
        return shown

    def _mapping(self, node: Mapping, names: tuple[str, ...], free: bool) -> Mapping:
        entries: dict[str, Entry] = {}
        languages = self.context.languages
        for name, (key, value) in node.entries.items():
            if not free and ((name in KEYS and len(node.entries) > 1) or not self.has(value)):
                continue
            shown = self._text(key, names)
            if shown.text in entries:
                message = f"the key `{shown.text}` stands here twice"
                help = "keep one of them"
                self.context.findings.error("duplicate-key", message, shown.place, help)
            if languages and not self.translations:
                languages.check_text(shown, "")  # of an item in short, or of a series
            around, self.key = self.key, name
            entries[shown.text] = shown, self.node(value, names, name == "series")
            self.key = around
        return Mapping(*self._where(node), entries)

    def layers(self, node: Node | None) -> tuple[ScopeLayer, ...]:
        """Return the values that a use gives to the variables of its slides."""
        given = node and self.node(node, free=True)
        return layers_of(given, self.context.files, self.context.findings)

    def has(self, node: Node) -> bool:
        """Return whether a slide, an item or a column is part of the variant."""
        if not isinstance(node, Mapping) or node.entries.keys().isdisjoint(KEYS):
            return True
        return len(node.entries) < 2 or self.context.choice.has(node, self.foreign)

    def in_language(self, node: Mapping) -> Mapping:
        """Return values whose texts are in one language, their variables not filled yet."""
        entries = {
            name: (key, self._in_language(value)) for name, (key, value) in node.entries.items()
        }
        return Mapping(*node.where, entries)

    def _in_language(self, node: Node) -> Node:
        node = self._chosen(node)
        if isinstance(node, Sequence):
            return Sequence(*node.where, [self._in_language(item) for item in node.items])
        return self.in_language(node) if isinstance(node, Mapping) else node

    def _chosen(self, node: Node) -> Node:
        return self.context.languages.chosen(node) if self.context.languages else node

    def _scalar(self, node: Scalar, names: tuple[str, ...]) -> Node:
        if self.variables and "${" in node.text and not isinstance(node, FilledScalar):
            found = self.variables.standing_for(node, names)
            if found:
                return self.node(found[1], (*names, found[0]))
        languages = self.context.languages
        text = self._text(node, names)
        if languages and not self.translations:
            languages.check_text(text, self.key)
        return text

    def _text(self, node: Scalar, names: tuple[str, ...]) -> Scalar:
        if isinstance(node, FilledScalar):
            return node
        stamped = Scalar(*self._where(node), node.text, node.plain)
        if self.variables is None or "${" not in node.text:
            return stamped
        return self.variables.filled(stamped, names)

    def _where(self, node: Node) -> tuple[Source, int, int, int]:
        """Return where a node stands, and by which use its file came into the deck."""
        same = node.source.name == self.source.name
        return (self.source if same else node.source), node.line, node.column, node.length
