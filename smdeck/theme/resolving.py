"""Resolving a theme: its file is decoded, its names resolved, its files found."""

from __future__ import annotations

from pathlib import Path

from smdeck.findings import Findings
from smdeck.model.decode import decode
from smdeck.model.fields import Failed, Reader
from smdeck.source import Mapping, read
from smdeck.theme.artwork import Art, Logo
from smdeck.theme.brand import is_own
from smdeck.theme.defaults import completed
from smdeck.theme.fonts import embedded_files, family_of_headings, fonts_of
from smdeck.theme.grid import page_of
from smdeck.theme.house import house_of, icon_files
from smdeck.theme.layout_names import layouts_named
from smdeck.theme.logos import HEIGHT, LAYOUTS, place_logos, read_art, read_logos
from smdeck.theme.look import Furniture, Look
from smdeck.theme.records import LogoSettings, ThemeFile
from smdeck.theme.rule_settings import asked
from smdeck.theme.scheme import Scheme, scheme_of
from smdeck.theme.template import compile_template_theme
from smdeck.theme.theme import Theme
from smdeck.theme.tones import theme_colors
from smdeck.theme.type_scale import type_scale_of
from smdeck.theme.values import BrandElements, Fonts, Taste
from smdeck.units import emu


def compile_theme(file: Path, findings: Findings, ships: bool = False) -> Theme | None:
    """Return the theme of a `theme.yaml`, or None with findings that say why not.

    `ships` says that it is one of smdeck's own, whose logos and art are known to be right.
    """
    node = read(file, findings)
    if node is None:
        return None
    if "template" in node.entries:
        return compile_template_theme(file, node, findings)
    record = _record(file, node, findings)
    if record is None:
        return None
    settings, folder = record.defaults.smdeck, file.parent
    scheme = scheme_of(record, findings)
    house = house_of(settings, scheme.slots, scheme.palette, findings)
    type, page = type_scale_of(settings.type, findings), page_of(settings.grid, findings)
    if findings.errors:
        return None
    colors = theme_colors(record, scheme, house.usage, findings)
    logos, art, fonts = _files(record, folder, findings, ships, own=is_own(node))
    if findings.errors:
        return None
    return Theme(
        (record.meta and record.meta.name) or folder.name,
        colors=colors,
        fonts=fonts,
        type=type,
        page=page,
        look=_look(record, scheme, fonts),
        branding=_branding(record, logos, art, folder, findings),
        taste=Taste(emu(settings.radius), settings.rule, settings.prefer, settings.avoid),
        asks=asked(settings, house, layouts_named(settings)),
        ships=ships,
    )


def _record(file: Path, node: Mapping, findings: Findings) -> ThemeFile | None:
    """Return what a theme's file says and what follows from it, or None with findings."""
    if not is_own(node):  # comments of others, in a file of which nothing is shown
        findings[:] = [one for one in findings if one.code != "glued-comment"]
    whole = completed(file, node, findings)
    if whole is None:
        return None
    record = decode(ThemeFile, whole, Reader(findings, file.parent), "a theme")
    return None if isinstance(record, Failed) or findings.errors else record


def _files(
    record: ThemeFile, folder: Path, findings: Findings, ships: bool, own: bool
) -> tuple[dict[str, Logo], dict[str, Art], Fonts]:
    """Return logos, art and fonts of a theme; what is wrong with files of a brand that came so, as
    it is not smdeck's `own`, is a warning."""
    settings, typography, given = record.defaults.smdeck, record.typography, len(findings)
    logos = read_logos(record.logo.medium, folder, findings, ships) if record.logo else {}
    art = read_art(settings.art, folder, findings, ships)
    before = len(findings)
    fonts = fonts_of(typography, folder, findings)
    readable = len(findings) == before
    if not own:
        findings[given:] = [
            one._replace(severity="warning", message=f"{one.message}; the talk is built without it")
            if one.severity == "error"
            else one
            for one in findings[given:]
        ]
    if settings.fonts and settings.fonts.embed and readable:
        place = settings.fonts.at("embed")
        embedded = embedded_files(fonts, typography, place, findings)
        fonts = fonts._replace(embedded=embedded)
    return logos, art, fonts


def _branding(
    record: ThemeFile,
    logos: dict[str, Logo],
    art: dict[str, Art],
    folder: Path,
    findings: Findings,
) -> BrandElements:
    """Return what stands on slides for the brand."""
    settings, place = record.defaults.smdeck, record.defaults.smdeck.logo
    if record.logo and place is None:
        place = LogoSettings(record.logo.origin, height=HEIGHT, layouts=[*LAYOUTS])
    return place_logos(place, logos, folder, findings)._replace(
        art=art,
        furniture=tuple(
            Furniture((left, top, width, height), one.fill, one.part)
            for one in settings.furniture
            for left, top, width, height in [one.box]
        ),
        photographs=settings.pictures,
        icons=icon_files(settings, folder, findings),
    )


def _look(record: ThemeFile, scheme: Scheme, fonts: Fonts) -> Look:
    """Return the look of a theme, as usual where it does not say."""
    file, look = record.defaults.smdeck.look, Look()
    if file is not None:
        values = {name: getattr(file, name) for name in Look._fields if name != "bar"}
        width, height = file.bar or look.bar
        look = Look(**values, bar=(width, height))
    silent = file is None or file.origin.get("headings") is None
    weighted = fonts.headings != family_of_headings(record.typography)  # it is as heavy by itself
    return look._replace(headings="regular") if weighted or (scheme.by_weight and silent) else look
