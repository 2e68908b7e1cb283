"""Languages side by side: of `{de: …, en: …}`, or of a file beside the deck, one is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from smdeck.findings import Findings, Place, count, listing, suggest
from smdeck.source.comments import WITHOUT_WORDS
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

SAME_EVERYWHERE = WITHOUT_WORDS | {
    *("name", "by", "email", "url", "phone", "link", "date", "place", "credit", "role", "unit"),
    *("decimals", "format", "decimal", "ratio", "side", "only", "except", "use", "value"),
    *("speaker", "event", "client"),
}
"""Keys whose values may well be the same in each language: names, figures, and what is no text."""

MOST = 20
"""How many languages a deck may have: `check` compiles each of them."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""What a language may look like; which there are is known where a deck is decoded."""

_WORDS = re.compile(r"[^\W\d]{2,}[^\n]*\s[^\n]*[^\W\d]{2,}")
"""Two words at least: a name or a term alone is the same in many languages."""


class Pair(NamedTuple):
    """A text in the deck's first language, and in the one that is wanted."""

    source: str
    translation: str
    place: Place
    """Where the translation stands."""


class Languages:
    """The languages of a deck, and the one that is wanted."""

    def __init__(self, tags: list[str], wanted: str, findings: Findings) -> None:
        self.tags, self.wanted, self.findings = tags, wanted, findings
        self.names = {name: tag for tag in tags for name in (_short(tag), tag)}
        """What a text may call each language by: its tag, or the first part of it."""
        self.pairs: list[Pair] = []
        """The translations that were taken."""
        self.overlay: str | None = None
        """The name of the file with the translations, if there is one."""

    @property
    def translates(self) -> bool:
        """Whether another language is wanted than the first, which the others are made from."""
        return self.wanted != self.tags[0]

    def chosen(self, node: Node) -> Node:
        """Return the text of the language that is wanted, where a node has one for each."""
        if not isinstance(node, Mapping) or not node.entries:
            return node
        if not node.entries.keys() <= self.names.keys():
            return node
        by_tag = {self.names[name]: value for name, (_, value) in node.entries.items()}
        taken = by_tag.get(self.wanted)
        if taken is None:
            self.findings.error(
                "missing-translation",
                f"this text is not there in `{self.wanted}`",
                node.place,
                f"add `{_short(self.wanted)}: …`",
            )
            return next(iter(by_tag.values()))
        if self.translates and self.tags[0] in by_tag:
            self.pairs.append(Pair(_text(by_tag[self.tags[0]]), _text(taken), taken.place))
        return taken

    def check_text(self, node: Scalar, key: str) -> None:
        """Warn of a text of some words that no translation was taken for."""
        other = self.translates and key not in SAME_EVERYWHERE
        if other and node.source.name != self.overlay and _WORDS.search(node.text):
            self.findings.warn(
                "untranslated",
                f"this text is the same in `{self.wanted}`",
                node.place,
                f"write `{{{_short(self.tags[0])}: …, {_short(self.wanted)}: …}}`",
            )

    def translated(self, base: Node, own: Node, called: str = "the deck") -> Node:
        """Return a value with the texts of its translation, which is built as it is.

        `~` in a translation, and what it leaves out, is that of the first language. `called` is
        what findings call the value.
        """
        if isinstance(own, Scalar):
            return self._with_text(base, own)
        if isinstance(own, Sequence):
            return self._with_entries(base, own, called)
        assert isinstance(own, Mapping)
        return self._with_keys(base, own, called)

    def _with_text(self, base: Node, own: Scalar) -> Node:
        if own.is_null:
            return base
        if isinstance(base, Mapping) and "title" in base.entries:  # an item in short
            key, title = base.entries["title"]
            return Mapping(*base.where, {**base.entries, "title": (key, self._pair(title, own))})
        return self._pair(base, own)

    def _with_entries(self, base: Node, own: Sequence, called: str) -> Node:
        if isinstance(base, Mapping):  # the names of series
            keys = [key for key, _ in base]
            values = [value for _, value in base]
            if self._is_as_long(len(keys), own, called):
                named = [self._pair(*pair) for pair in zip(keys, own.items, strict=True)]
                entries = {key.text: (key, value) for key, value in zip(named, values, strict=True)
                           if isinstance(key, Scalar)}  # fmt: skip
                return Mapping(*base.where, entries)
            return base
        if not isinstance(base, Sequence):
            return self._pair(base, own)
        if not self._is_as_long(len(base.items), own, called):
            return base
        pairs = zip(base.items, own.items, strict=True)
        return Sequence(*base.where, [self.translated(*pair, called) for pair in pairs])

    def _with_keys(self, base: Node, own: Mapping, called: str) -> Node:
        if not isinstance(base, Mapping):
            return self._pair(base, own)
        entries = dict(base.entries)
        if len(own.entries) == len(entries) == 1 and own.entries.keys() != entries.keys():
            ((key, value),) = base  # `- Title: [item, item]`
            ((own_key, own_value),) = own
            self._pair(key, own_key)
            inner = self.translated(value, own_value, called)
            return Mapping(*base.where, {own_key.text: (own_key, inner)})
        for name, (key, value) in own.entries.items():
            if name in entries:
                inner = self.translated(entries[name][1], value, f"`{name}`")
                entries[name] = entries[name][0], inner
            elif name != "id":
                message = f"the translation has `{name}`, and {called} has not"
                help = suggest(name, entries, f"it has {listing(entries, 'and')}")
                self.findings.error("other-translation", message, key.place, help)
        return Mapping(*base.where, entries)

    def _is_as_long(self, number: int, own: Sequence, called: str) -> bool:
        if number == len(own.items):
            return True
        entries = count(number, "entry", "entries")
        self.findings.error(
            "other-translation",
            f"{called} has {entries}, its translation {len(own.items)}",
            own.place,
            "translate each of them; `~` leaves one as it is",
        )
        return False

    def _pair(self, base: Node, own: Node) -> Node:
        if own.is_null:
            return base
        self.pairs.append(Pair(_text(base), _text(own), own.place))
        return own


def languages_of(
    deck: Mapping, own: Node | None, wanted: str | None, findings: Findings
) -> Languages | None:
    """Return the languages of a deck; None where it has one.

    `own` is the one that its variant names. Findings say what is wrong.
    """
    written = deck.get("lang")
    _check_tags(deck, findings)
    tags = tags_of(written)
    tag = None
    if wanted is not None and (tag := _tag(wanted, tags)) is None:
        place = (written or deck).place
        otherwise = f"it has {listing(tags, 'and')}" if tags else "`lang` lists those of the deck"
        help = suggest(wanted, tags, otherwise)
        findings.error("unknown-language", f"the deck has no language `{wanted}`", place, help)
        return None
    if not isinstance(written, Sequence) or not tags:
        return None
    said = own.text if isinstance(own, Scalar) else tags[0]
    return Languages(tags, tag or _tag(said, tags) or said, findings)


def tags_of(written: Node | None) -> list[str]:
    """Return the languages that a deck names, as far as they are tags; each once."""
    listed = written.items if isinstance(written, Sequence) else [written]
    tags = (one.text for one in listed if isinstance(one, Scalar))
    return [*dict.fromkeys(tag for tag in tags if _TAG.fullmatch(tag))][:MOST]


def _check_tags(deck: Mapping, findings: Findings) -> None:
    """Report what is no tag in a list of languages; the one that is wanted is looked at later."""
    for one in deck.listed("lang"):
        if not isinstance(one, Scalar) or not _TAG.fullmatch(one.text):
            shown = f", here is `{one.text}`" if isinstance(one, Scalar) else ""
            message = f"`lang` takes language tags such as `de-DE`{shown}"
            findings.error("wrong-value", message, one.place, "write `lang: [de-DE, en-GB]`")
    written = deck.get("lang")
    number = len(written.items) if isinstance(written, Sequence) else 1
    if written and not 0 < number <= MOST:
        message = f"`lang` takes 1 to {MOST} languages, here are {number or 'none'}"
        findings.error("item-count", message, written.place, "write `lang: [de-DE, en-GB]`")


def _tag(name: str, tags: Iterable[str]) -> str | None:
    """Return the tag of a language that is called by it, or by its first part."""
    return next((tag for tag in tags if name in (tag, _short(tag))), None)


def _short(tag: str) -> str:
    return tag.split("-")[0]


def _text(node: Node) -> str:
    """Return the texts of a node, a line for each."""
    return "\n".join(_texts(node))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for key, value in node:
            yield key.text
            yield from _texts(value)
