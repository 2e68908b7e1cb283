"""Variants: versions of one talk, each with keys of its own, slides more and slides less."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smdeck.expand.wanted import BASE
from smdeck.findings import Findings, Place, listing, suggest
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What a variant may be called: it is part of the name of a file."""

MOST = 50
"""How many variants a deck may have: `check` compiles each of them."""

KEYS = ("only", "except")
"""The keys that tie a slide, an item or a column to variants."""


def declared(root: Mapping, findings: Findings) -> dict[str, tuple[Scalar, Mapping]]:
    """Return the variants of a deck by name: each with its key, and what it has otherwise."""
    node = root.get("variants")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        findings.error(
            "wrong-type",
            "`variants` takes names with keys of the deck",
            node.place,
            "write `variants: {kurz: {minutes: 20}}`",
        )
        return {}
    found: dict[str, tuple[Scalar, Mapping]] = {}
    if len(node.entries) > MOST:
        message = f"a deck has up to {MOST} variants, here are {len(node.entries)}"
        findings.error("item-count", message, node.place, "a series is made by `--each`")
        return {}
    for key, value in node:
        if not NAME.fullmatch(key.text):
            findings.error(
                "wrong-value",
                f"a variant can't be called `{key.text}`",
                key.place,
                "its name takes lower-case letters, digits and hyphens",
            )
        elif key.text == BASE:
            findings.error(
                "wrong-value",
                f"a variant can't be called `{BASE}`",
                key.place,
                "that is the deck as it stands, without a variant",
            )
        elif isinstance(value, Mapping):
            found[key.text] = key, _of_deck(value, findings)
        elif value.is_null:
            found[key.text] = key, Mapping(*value.where, {})
        else:
            findings.error(
                "wrong-type",
                f"the variant `{key.text}` takes keys of the deck",
                value.place,
                f"write `{key.text}: {{minutes: 20}}`, or `{key.text}: {{}}`",
            )
    return found


def _of_deck(value: Mapping, findings: Findings) -> Mapping:
    """Return the keys of a variant without those that it can't have."""
    refused = ("slides", "variants")
    for name in refused:
        if name in value.entries:
            key, _ = value.entries[name]
            help = "slides of a variant stand among the others, with `only: [name]`"
            findings.error("unknown-field", f"a variant has no field `{name}`", key.place, help)
    return value.without(refused)


class VariantChoice:
    """The variant that is wanted, and which slides and items it has."""

    def __init__(self, variant: str | None, known: Iterable[str], findings: Findings) -> None:
        self.variant, self.findings = variant, findings
        self.known = set(known)
        self.named: set[str] = set()
        """The variants that something in the deck names."""

    def has(self, node: Node, foreign: Iterable[str] = ()) -> bool:
        """Return whether a slide, an item or a column is part of the variant.

        `foreign` are names of variants that the node's own file has, and that the deck has not:
        they choose nothing.
        """
        if not isinstance(node, Mapping):
            return True
        only, but = (self._names(node, name, foreign) for name in KEYS)
        return (only is None or self.variant in only) and (but is None or self.variant not in but)

    def _names(self, node: Mapping, name: str, foreign: Iterable[str]) -> set[str] | None:
        """Return the variants that a key names; None where there is no such key, or only others."""
        value = node.get(name)
        if value is None:
            return None
        listed = value.items if isinstance(value, Sequence) else [value]
        names = [one for one in listed if isinstance(one, Scalar) and not one.is_null]
        if len(names) < len(listed) or not listed:
            message = f"`{name}` takes the names of variants"
            self.findings.error(
                "wrong-type", message, value.place, f"write `{name}: [kurz]`, or remove it"
            )
            return None
        own = [one for one in names if one.text in self.known or one.text not in foreign]
        for one in own:
            if one.text not in self.known:
                report_unknown(one.text, self.known, one.place, self.findings)
        self.named.update(one.text for one in own)
        good = {one.text for one in own if one.text in self.known}
        return good if good or (own and name == "only") else None


def report_unknown(
    name: str, known: Iterable[str], place: Place | None, findings: Findings
) -> None:
    """Report a variant that the deck has not."""
    names = sorted(known)
    otherwise = f"it has {listing(names, 'and')}" if names else f"add `variants: {{{name}: {{}}}}`"
    help = suggest(name, names, otherwise)
    findings.error("unknown-variant", f"the deck has no variant `{name}`", place, help)
