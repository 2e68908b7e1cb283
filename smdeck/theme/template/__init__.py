"""Templates: a company's own .pptx or .potx as a theme, with its layouts, colours and fonts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.files import may_read
from smdeck.findings import Findings, Place
from smdeck.source import Mapping
from smdeck.theme.house import house_of, icon_files
from smdeck.theme.rule_settings import asked
from smdeck.theme.theme import Theme

if TYPE_CHECKING:
    from smdeck.theme.template.records import TemplateSource

SUFFIXES = (".pptx", ".potx", ".pptm", ".potm", ".ppt", ".pot", ".ppsx")
"""How the names of files end that PowerPoint writes."""


def compile_template(
    file: Path,
    findings: Findings,
    place: Place | None,
    *,
    name: str | None = None,
    said: TemplateSource | None = None,
) -> Theme | None:
    """Return the theme that a template is, or None with findings that say why it can't be.

    `place` is where a deck or theme names the file; `said` is what a theme says of its layouts.
    """
    from smdeck.theme.template.following import follow
    from smdeck.theme.template.package import BROKEN, SAVE_ANEW, UNREADABLE, TemplateError
    from smdeck.theme.template.reading import Template
    from smdeck.theme.template.theme import TemplateTheme

    try:
        template = Template(file)
        if said:
            follow(template, said, findings)
        theme = TemplateTheme(template, name or file.stem, dict(said.tones) if said else {})
    except TemplateError as error:
        findings.error("unusable-template", str(error), place, error.help)
        return None
    except BROKEN:
        findings.error("unusable-template", UNREADABLE.format(file.name), place, SAVE_ANEW)
        return None
    if template.package.has_macros:
        findings.warn(
            "macros-dropped",
            f"the macros of `{file.name}` are not taken into the talk",
            place,
            "save the template as .potx to be rid of this warning",
        )
    for what in dict.fromkeys(template.left_out.active):
        findings.warn(
            "active-content",
            f"`{file.name}` holds {what}, which no talk takes over",
            place,
            "take it out in PowerPoint's slide master view, or `allow: [active-content]`",
        )
    for address in dict.fromkeys(template.left_out.fetched):
        findings.warn(
            "external-content",
            f"`{file.name}` calls for `{address}`, which is not taken into the talk",
            place,
            "embed it in the template instead of linking it",
        )
    return theme


def compile_template_theme(file: Path, node: Mapping, findings: Findings) -> Theme | None:
    """Return the theme of a `theme.yaml` with a `template`, or None with findings."""
    from smdeck.model.decode import decode
    from smdeck.model.fields import Failed, Reader
    from smdeck.theme.template.records import TemplateThemeFile

    record = decode(TemplateThemeFile, node, Reader(findings, file.parent), "a theme")
    if isinstance(record, Failed) or findings.errors:
        return None
    source = record.template
    path = file.parent / source.file
    relative = "its path is relative to the theme"
    if not may_read(path, source.file, source.at("file"), findings, relative):
        return None
    theme = compile_template(
        path,
        findings,
        source.at("file"),
        name=record.meta.name if record.meta else None,
        said=source,
    )
    settings = record.defaults and record.defaults.smdeck
    if theme and settings:
        theme.asks = asked(settings, house_of(settings, theme.colors.slots, {}, findings))
        icons = icon_files(settings, file.parent, findings)
        theme.branding = theme.branding._replace(icons=icons)
    if findings.errors:
        return None
    return theme
