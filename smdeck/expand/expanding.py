"""Expanding a deck: files, versions and variables are put in, always in the same order.

1. The variant's keys take the place of the deck's, and what is set from outside that of both.
2. Of texts in several languages the one that is wanted is taken.
3. Uses become the slides that they stand for; slides that the variant has not are left out.
4. Variables are filled in, keys that a slide lacks come from `defaults`, then those of its uses
   take their places.

What is decoded afterwards is a deck without any of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from smdeck.expand import OF_DECK
from smdeck.expand.budget import Budget, TooMuch
from smdeck.expand.files import DeckFiles
from smdeck.expand.languages import Languages, languages_of
from smdeck.expand.marks import check_marks, read_marks
from smdeck.expand.overlay import overlay_of, slide_texts, split_texts
from smdeck.expand.overriding import Entry, overridden
from smdeck.expand.unused import check_defaults, check_given, check_variables, check_variants
from smdeck.expand.using import DeckFile, SlideFinder, WrittenSlide, deck_file
from smdeck.expand.values import layers_of
from smdeck.expand.variables import FilledScalar, ScopeLayer, VariableScope, literal_markup
from smdeck.expand.variants import VariantChoice, declared, report_unknown
from smdeck.expand.walking import DeckContext, Walk
from smdeck.expand.wanted import Wanted
from smdeck.findings import Findings, Place, suggest
from smdeck.source.nodes import FORBIDDEN, Mapping, Node, Scalar, Sequence
from smdeck.source.parsing import report_character


class ExpandedDeck(NamedTuple):
    """A deck that takes nothing more from elsewhere."""

    root: Mapping
    dropped: dict[str, Place]
    """The ids of slides that this version leaves out, and where they are written."""
    languages: Languages | None = None
    """The languages of the deck, with the translations that were taken."""


def expand(
    root: Mapping,
    wanted: Wanted,
    deck_keys: Iterable[str],
    layouts: Iterable[str],
    findings: Findings,
) -> ExpandedDeck | None:
    """Return the deck that a version of it is, or None with findings where there is no such one.

    `deck_keys` and `layouts` are the names that the deck language knows.
    """
    variants = declared(root, findings)
    if wanted.variant is not None and wanted.variant not in variants:
        node = root.get("variants") or root
        report_unknown(wanted.variant, variants, node.place, findings)
        return None
    files = DeckFiles(findings)
    own = variants[wanted.variant][1].get("lang") if wanted.variant else None
    own = next((text for name, text, _ in reversed(wanted.values) if name.text == "lang"), own)
    languages = languages_of(root, own, wanted.lang, findings)
    if wanted.lang is not None and languages is None:
        return None
    overlay = overlay_of(root, languages, files) if languages else None
    if languages and overlay:
        texts = languages.translated(root, overlay.without(("slides", "lang")))
        assert isinstance(texts, Mapping)
        root, variants = texts, declared(texts, Findings())  # told already
    choice = VariantChoice(wanted.variant, variants, findings)
    context = DeckContext(files, choice, languages, Budget(), findings)
    try:
        expansion = _Expansion(root, wanted, variants, set(deck_keys), context)
        expansion.slide_texts = slide_texts(overlay, findings) if overlay else {}
        expanded = expansion.done(set(layouts))
    except TooMuch as error:
        help = "use each file and each variable as often as the talk needs it"
        findings.error(error.code, str(error), root.place, help)
        return None
    if languages and languages.translates and expanded:
        deck = Path(root.source.name)
        marks = read_marks(deck, root.entries["lang"][1].place, findings)
        check_marks(languages, marks, deck.name, findings)
    return expanded


class _Expansion:
    """A deck while it is expanded."""

    def __init__(
        self,
        root: Mapping,
        wanted: Wanted,
        variants: dict[str, tuple[Scalar, Mapping]],
        deck_keys: set[str],
        context: DeckContext,
    ) -> None:
        self.wanted, self.variants, self.context = wanted, variants, context
        self.findings = context.findings
        self.slide_texts: dict[str, Mapping] = {}
        """The translations of slides by their ids."""
        self.given: dict[str, Entry] = {}
        """The variables that are set from outside."""
        self.root = self._of_version(root, deck_keys)
        self._known_layers: dict[str, tuple[ScopeLayer, ...]] = {}
        given = ScopeLayer(Mapping(*self.root.where, self.given), is_markup=False)
        layers = (given, *self._layers(deck_file(self.root)))
        self.variables = VariableScope(layers, self.context.budget, self.findings)

    def _of_version(self, root: Mapping, deck_keys: set[str]) -> Mapping:
        """Return the deck with the keys of its variant, and with what is set from outside."""
        if self.wanted.variant is not None:
            own = self.variants[self.wanted.variant][1]
            merged = (_merged(root, entry) for entry in own)
            root = overridden(root, merged, self.findings)
        for name, text, optional in self.wanted.values:
            forbidden = FORBIDDEN.search(text.text)
            if forbidden:
                report_character(forbidden[0], text.place, self.findings)
                text = Scalar(*text.where, FORBIDDEN.sub("", text.text), text.plain)
            first = name.text.partition(".")[0]
            if first in {"slides", *OF_DECK}:
                message = f"`{first}` can't be set from outside"
                self.findings.error("wrong-value", message, name.place, "name a variable")
            elif first not in deck_keys or _is_variable(root, first):
                self.given[name.text] = name, text
            elif text.text.strip() or not optional:
                shown = FilledScalar(text, text.text, literal_markup(text.text), text.plain)
                root = overridden(root, [(name, shown)], self.findings)
        return root

    def _layers(self, file: DeckFile) -> tuple[ScopeLayer, ...]:
        """Return the values that a file brings: its variables, and its keys."""
        if file.path not in self._known_layers:
            walk = Walk(self.context, None, file.root.source)
            layers = layers_of(file.root.get("vars"), self.context.files, self.findings)
            layers = (*layers, ScopeLayer(file.root.without(("slides", *OF_DECK))))
            self._known_layers[file.path] = tuple(
                layer._replace(values=walk.in_language(layer.values)) for layer in layers
            )
        return self._known_layers[file.path]

    def done(self, layouts: set[str]) -> ExpandedDeck | None:
        """Return the deck with all in its place; None where errors leave no slide of it."""
        before = len(self.findings)
        entries: dict[str, Entry] = {}
        walk = Walk(self.context, self.variables, self.root.source)
        for name, (key, value) in self.root.entries.items():
            if name not in (*OF_DECK, "slides"):
                walk.key = name
                entries[name] = key, walk.node(value, (name,))
        lang = self.root.entries.get("lang")
        if lang and isinstance(lang[1], Sequence):
            wanted = self.context.languages.wanted if self.context.languages else "de-DE"
            entries["lang"] = lang[0], Scalar(*lang[1].where, wanted, True)
        slides = self.root.entries.get("slides")
        dropped: dict[str, Place] = {}
        if slides and isinstance(slides[1], Sequence):
            written = SlideFinder(self.context.files, self.findings).of(deck_file(self.root))
            self._check_ids(written)
            shown, dropped = self._slides(written)
            if slides[1].items and not shown and self.findings.failed_since(before):
                return None
            entries["slides"] = slides[0], Sequence(*slides[1].where, shown)
        elif slides:
            entries["slides"] = slides
        slides_shown = entries.get("slides", (None, None))[1]
        check_defaults(self.root.get("defaults"), slides_shown, layouts, self.findings)
        check_variables(self.root.get("vars"), self.variables, self.findings)
        check_given(self.wanted.values, self.given, self.variables, self.findings)
        check_variants(self.variants, self.context.choice, self.findings)
        return ExpandedDeck(Mapping(*self.root.where, entries), dropped, self.context.languages)

    def _slides(self, written: list[WrittenSlide]) -> tuple[list[Node], dict[str, Place]]:
        """Return the slides of the version, and the ids of those that it leaves out."""
        shown: list[Node] = []
        dropped: dict[str, Place] = {}
        section: Node | None = None
        lost = filled = 0
        for one in [*written, None]:
            slide = self._slide(one) if one else None
            begins = one is None or one.is_section
            if begins and section is not None and lost and not filled:
                self._report_empty(section)
            if begins:
                section, lost, filled = slide, 0, 0
            elif slide is None:
                lost += 1
            else:
                filled += 1
            if slide is not None:
                shown.append(slide)
            elif one and (name := one.key("id")):
                dropped[name] = one.node.place
        ids = {id.text for one in shown if isinstance(one, Mapping)
               and isinstance(id := one.get("id"), Scalar)}  # fmt: skip
        return shown, {id: place for id, place in dropped.items() if id not in ids}

    def _report_empty(self, section: Node) -> None:
        title = section.get("title")
        called = f"the section `{title.text}`" if isinstance(title, Scalar) else "the section"
        self.findings.warn(
            "empty-section",
            f"{called} has no slides left",
            section.place,
            "leave it out too, with the same `only` or `except`",
        )

    def _slide(self, written: WrittenSlide) -> Node | None:
        """Return a slide as the version has it, or None where it leaves it out."""
        source, variables = self.root.source, self.variables
        outer: list[Walk] = []
        for n, use in reversed([*enumerate(written.uses)]):  # from the deck inwards
            walk = Walk(self.context, variables, source, _own_variants(use.file))
            outer.insert(0, walk)
            if not walk.has(use.entry):
                return None
            file = written.uses[n - 1].file if n else written.file
            given, *others = variables.layers
            layers = (given, *walk.layers(use.entry.get("vars")), *others, *self._layers(file))
            variables = variables.of(layers)
            place = use.named.place._replace(source=source)
            source = file.root.source._replace(used_by=place)
        walk = Walk(self.context, variables, source, _own_variants(written.file))
        if not walk.has(written.node):
            return None
        node, changes = self._translated(written)
        slide = walk.node(node)
        if not isinstance(slide, Mapping):
            return slide
        slide = self._with_defaults(slide, written.file, walk)
        for own, walk in zip(changes, outer, strict=True):
            shown = walk.node(own)
            assert isinstance(shown, Mapping)
            slide = overridden(slide, shown, self.findings)
        return slide

    def _translated(self, written: WrittenSlide) -> tuple[Node, list[Mapping]]:
        """Return a slide and the changes of its uses, with their texts of the translation.

        A text is translated where it is written: in the outermost use that has it, or the slide.
        """
        changes = [use.changes for use in written.uses]
        node = _uncovered(written.node, changes)
        texts = self.slide_texts.get(written.key("id") or "")
        languages = self.context.languages
        if texts is None or languages is None:
            return node, changes
        for n in reversed(range(len(changes))):
            here, texts = split_texts(texts, changes[n])
            changed = languages.translated(changes[n], here, "the use")
            assert isinstance(changed, Mapping)
            changes[n] = changed
        return languages.translated(node, texts, "the slide"), changes

    def _check_ids(self, written: list[WrittenSlide]) -> None:
        """Report translations of slides that there are not."""
        ids = {one.key("id") for one in written}
        for id, texts in self.slide_texts.items():
            if id not in ids:
                known = [one for one in ids if one]
                message = f"no slide of the deck has the id `{id}`"
                help = suggest(id, known, "translations stand below the ids of the slides")
                self.findings.error("unknown-id", message, texts.place, help)

    def _with_defaults(self, slide: Mapping, file: DeckFile, walk: Walk) -> Mapping:
        """Return a slide with the keys that its own file gives all slides of its layout."""
        defaults = file.root.get("defaults")
        given = defaults and defaults.get(slide.text_of("layout", "bullets"))
        if not isinstance(given, Mapping):
            return slide
        more = walk.node(given)
        assert isinstance(more, Mapping)
        return Mapping(*slide.where, {**more.entries, **slide.entries})


def _own_variants(file: DeckFile) -> set[str]:
    """Return the variants that a file has for itself."""
    node = file.root.get("variants")
    return {*node.entries} if isinstance(node, Mapping) else set()


def _uncovered(node: Node, changes: list[Mapping]) -> Node:
    """Return a slide without the keys that its uses have otherwise: nobody sees their values."""
    covered = {name for one in changes for name in one.entries} - {"layout"}
    if not isinstance(node, Mapping) or covered.isdisjoint(node.entries):
        return node
    return node.without(covered)


def _merged(root: Mapping, entry: Entry) -> Entry:
    """Return an entry of a variant; variables and defaults are put to those of the deck."""
    key, value = entry
    before = root.get(key.text)
    if key.text not in ("vars", "defaults") or before is None:
        return entry
    if key.text == "vars":
        both = [*(before.items if isinstance(before, Sequence) else [before]), value]
        return key, Sequence(*value.where, both)
    if isinstance(before, Mapping) and isinstance(value, Mapping):
        return key, Mapping(*value.where, {**before.entries, **value.entries})
    return entry


def _is_variable(root: Mapping, name: str) -> bool:
    node = root.get("vars")
    parts = node.items if isinstance(node, Sequence) else [node]
    return any(isinstance(part, Mapping) and name in part.entries for part in parts)
