"""Following: what a theme says of a template's layouts, in place of what matching finds.

What can't be followed is an error with its reason, and never passed over.
"""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.findings import Findings, Place, listing, suggest
from smdeck.scene.template import TemplateLayout
from smdeck.source import Mapping
from smdeck.theme.scheme import TONES
from smdeck.theme.template.reading import Template
from smdeck.theme.template.records import BaseLayouts, LayoutUse, TemplateSource
from smdeck.theme.template.serving import PURPOSES, assigned, filled

COMPOSED = "composed"
"""What stands in the place of a layout's name where none of the template is to serve."""


def follow(template: Template, said: TemplateSource, findings: Findings) -> None:
    """Let a template serve as a theme says; findings say what it can't."""
    if said.base:
        _compose_on(template, said.base, findings)
    written = said.origin.get("layouts")
    entries = written.entries if isinstance(written, Mapping) else {}
    for name, use in said.layouts.items():
        _serve(template, name, use, entries[name][0].place, findings)


def _compose_on(template: Template, base: BaseLayouts, findings: Findings) -> None:
    """Take the layouts to compose on that a theme names."""
    for tone in TONES:
        called: str | None = getattr(base, tone)
        if called is None:
            continue
        place = base.at(tone)
        found = _named(template, called, place, findings)
        if found is None:
            continue
        if found.title is None:
            findings.error(
                "unusable-template",
                f"nothing can be composed on `{called}`: it has no placeholder for a title",
                place,
                f"these have one: {_listed(one for one in template.layouts if one.title)}",
            )
        elif tone == "light":
            template.plain = found
        else:
            template.bases[tone] = found


def _serve(template: Template, name: str, use: LayoutUse, place: Place, findings: Findings) -> None:
    """Let a layout of the template that a theme names serve one of smdeck's."""
    if name not in PURPOSES:
        findings.error(
            "wrong-value",
            f"`{name}` is no layout that a template can serve",
            place,
            suggest(name, PURPOSES, f"these are: {', '.join(PURPOSES)}"),
        )
        return
    if use.use == COMPOSED and template.named(COMPOSED) is None:
        template.composed.add(name)
        return
    found = _named(template, use.use, use.at("use"), findings)
    if found is None:
        return
    if use.fill:
        written = use.origin.get("fill")
        entries = written.entries if isinstance(written, Mapping) else {}
        fill = {label: (key, entries[label][1].place) for label, key in use.fill.items()}
        match = filled(name, found, fill, use.at("use"), findings)
    else:
        match = assigned(name, found, template.canvas)
        if match is None:
            findings.error(
                "unusable-template",
                f"the layout `{use.use}` lacks placeholders that `{name}` needs",
                use.at("use"),
                f"`smdeck themes {template.path.name}` lists them",
            )
    if match:
        template.forced[name] = match


def _named(
    template: Template, called: str, place: Place, findings: Findings
) -> TemplateLayout | None:
    found = template.named(called)
    if found is None:
        findings.error(
            "unknown-layout",
            f"the template has no layout `{called}`",
            place,
            suggest(called, template.names, f"it has {listing(template.names, 'and')}"),
        )
    return found


def _listed(layouts: Iterable[TemplateLayout]) -> str:
    return listing(dict.fromkeys(layout.name for layout in layouts), "and")
