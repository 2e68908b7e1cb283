"""Unused names: what is set in a deck or from outside, and nothing asks for."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.expand.overriding import Entry
from smdeck.expand.variables import NAME, VariableScope
from smdeck.expand.variants import VariantChoice
from smdeck.expand.wanted import Value
from smdeck.findings import Findings, listing, suggest
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence


def check_defaults(
    defaults: Node | None, slides: Node | None, layouts: set[str], findings: Findings
) -> None:
    """Report defaults of layouts that there are not, or that no slide has."""
    if defaults is None:
        return
    if not isinstance(defaults, Mapping):
        help = 'write `defaults: {chart: {unit: "%"}}`'
        message = "`defaults` takes names of layouts, each with keys of a slide"
        findings.error("wrong-type", message, defaults.place, help)
        return
    used = _layouts(slides)
    for key, value in defaults:
        if not isinstance(value, Mapping):
            message = f"the defaults of `{key.text}` are keys with values"
            help = f"write `{key.text}: {{reveal: true}}`"
            findings.error("wrong-type", message, value.place, help)
        elif key.text not in layouts | used:
            message = f"there is no layout `{key.text}`"
            near = suggest(key.text, layouts, "`smdeck layouts` lists what there is")
            findings.error("unknown-layout", message, key.place, near)
        elif key.text not in used:
            message = f"the defaults of `{key.text}` are for no slide of this deck"
            findings.warn("unused-name", message, key.place, "remove them")


def _layouts(slides: Node | None) -> set[str]:
    """Return the layouts that slides have."""
    found = set()
    for slide in slides.items if isinstance(slides, Sequence) else ():
        found.add(slide.text_of("layout", "bullets"))
    return found


def check_variables(node: Node | None, variables: VariableScope, findings: Findings) -> None:
    """Report variables of a deck that nothing names."""
    for part in node.items if isinstance(node, Sequence) else [node]:
        for key, _ in part if isinstance(part, Mapping) else ():
            if NAME.fullmatch(key.text) and key.text not in variables.used:
                message = f"nothing names the variable `{key.text}`"
                findings.warn("unused-name", message, key.place, "remove it")


def check_given(
    values: Iterable[Value], given: dict[str, Entry], variables: VariableScope, findings: Findings
) -> None:
    """Report what is set from outside, and is nothing that the deck knows."""
    known = [key for layer in variables.layers[1:] for key in layer.values.entries]
    for name, _, optional in values:
        first = name.text.partition(".")[0]
        if name.text in given and not optional and first not in {*variables.used, *known}:
            message = f"nothing in the deck is called `{name.text}`"
            help = suggest(name.text, known, f"it has {listing(known, 'and')}")
            findings.error("unknown-name", message, name.place, help)


def check_variants(
    variants: dict[str, tuple[Scalar, Mapping]], choice: VariantChoice, findings: Findings
) -> None:
    """Report variants that are like the deck itself."""
    for name, (key, own) in variants.items():
        if not own.entries and name not in choice.named:
            message = f"the variant `{name}` is the deck as it stands"
            help = f"give it keys of its own, or slides with `only: [{name}]`"
            findings.warn("unused-name", message, key.place, help)
