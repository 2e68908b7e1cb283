"""Templates: a company's own .pptx or .potx as a theme, with its layouts, colours and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.findings import Findings, Place, listing, suggest
from smdeck.theme.theme import Theme

if TYPE_CHECKING:
    from smdeck.theme.template.reading import Template

SUFFIXES = (".pptx", ".potx", ".pptm", ".potm", ".ppt", ".pot", ".ppsx")
"""How the names of files end that PowerPoint writes."""


def compile_template(
    file: Path,
    findings: Findings,
    place: Place | None,
    *,
    name: str | None = None,
    layouts: Mapping[str, tuple[str, Place]] | None = None,
    tones: dict[str, str] | None = None,
) -> Theme | None:
    """Return the theme that a template is, or None with findings that say why it can't be.

    `place` is where a deck or theme names the file; `layouts` are the template's that serve
    layouts of smdeck whatever their placeholders say, and `tones` the grounds of layouts.
    """
    from smdeck.theme.template.package import TemplateError
    from smdeck.theme.template.reading import Template
    from smdeck.theme.template.theme import TemplateTheme

    try:
        template = Template(file)
    except TemplateError as error:
        findings.error("unusable-template", str(error), place, error.help)
        return None
    if template.package.has_macros:
        findings.warn(
            "macros-dropped",
            f"the macros of `{file.name}` are not taken into the talk",
            place,
            "save the template as .potx to be rid of this warning",
        )
    for layout, (called, at) in (layouts or {}).items():
        _force(template, layout, called, at, findings)
    return TemplateTheme(template, name or file.stem, tones or {})


def _force(template: Template, layout: str, called: str, place: Place, findings: Findings) -> None:
    """Let a layout of the template that a theme names serve one of smdeck's."""
    from smdeck.theme.template.matching import FRAMES, assigned

    found = template.named(called)
    if layout not in FRAMES:
        findings.error(
            "wrong-value",
            f"`{layout}` is no layout that a template can serve",
            place,
            suggest(layout, FRAMES, f"these are: {', '.join(FRAMES)}"),
        )
    elif found is None:
        findings.error(
            "unknown-layout",
            f"the template has no layout `{called}`",
            place,
            suggest(called, template.names, f"it has {listing(template.names, 'and')}"),
        )
    else:
        match = assigned(layout, found)
        if match is None:
            findings.error(
                "unusable-template",
                f"the layout `{called}` lacks placeholders that `{layout}` needs",
                place,
                f"`smdeck themes {template.path.name}` lists them",
            )
        else:
            template.forced[layout] = match
