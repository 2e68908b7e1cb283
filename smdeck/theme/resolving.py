"""Resolving a theme: its file is decoded, its names resolved, its files found."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, get_args

from smdeck.findings import Findings
from smdeck.fonts.everywhere import NAMED_WEIGHTS
from smdeck.model.decode import decode
from smdeck.model.fields import Failed, Reader
from smdeck.scene.box import Box
from smdeck.source import Mapping, read
from smdeck.theme.brand import is_own
from smdeck.theme.defaults import completed
from smdeck.theme.fonts import BOLD_FROM, checked_font, embedded_files, weight_of
from smdeck.theme.grid import Grid
from smdeck.theme.house import house_of, icon_files
from smdeck.theme.layout_names import layouts_named
from smdeck.theme.logos import place_logos, read_logo
from smdeck.theme.look import Furniture, Look
from smdeck.theme.marks import Art, Logo
from smdeck.theme.records import SmdeckDefaults, ThemeFile, Typography
from smdeck.theme.rule_settings import asked
from smdeck.theme.scheme import Scheme, scheme_of
from smdeck.theme.template import compile_template_theme
from smdeck.theme.theme import Sizes, Theme
from smdeck.theme.tones import theme_colors
from smdeck.theme.values import CODE_FONT, MARGIN, Fonts, SlidePage, Taste, TypeScale
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
    settings = record.defaults.smdeck
    scheme = scheme_of(record, findings)
    house = house_of(settings, scheme.slots, scheme.palette, findings)
    _check_sizes(settings, findings)
    _check_grid(settings, findings)
    if findings.errors:
        return None
    colors = theme_colors(record, scheme, house.usage, findings)
    given = len(findings)
    logos = _logos(record, file.parent, findings, ships)
    art = _art(settings, file.parent, findings, ships)
    before = len(findings)
    fonts = _font_files(record, file.parent, findings)
    readable = len(findings) == before
    if not is_own(node):
        _pass_over(findings, given)
    faces = _faces(record.typography)
    embedded = {}
    if settings.fonts and settings.fonts.embed and readable:
        place = settings.fonts.at("embed")
        embedded = embedded_files(faces.used, fonts, place, findings)
    if findings.errors:
        return None
    marks = place_logos(settings.logo, logos, file.parent, findings)
    icons = icon_files(settings, file.parent, findings)
    return Theme(
        (record.meta and record.meta.name) or file.parent.name,
        colors=colors,
        fonts=Fonts(faces.headings, faces.body, faces.code, files=fonts, embedded=embedded),
        type=_type_scale(settings),
        page=_page(settings),
        look=_look(settings, faces, scheme),
        branding=marks._replace(
            art=art, furniture=_furniture(settings), photographs=settings.pictures, icons=icons
        ),
        taste=Taste(
            emu(settings.radius), settings.rule, dict(settings.prefer), dict(settings.avoid)
        ),
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


def _type_scale(settings: SmdeckDefaults) -> TypeScale:
    """Return the sizes of type that a theme has."""
    type = settings.type
    kinds = [kind for kind in get_args(Sizes) if getattr(type, kind) is not None]
    spread = type.tracking if type.display_tracking is None else type.display_tracking
    bounds = {kind: _bounds(settings, kind) for kind in kinds}
    return TypeScale(tuple(type.scale), bounds, type.tracking, spread)


def _page(settings: SmdeckDefaults) -> SlidePage:
    """Return where the parts of slides stand."""
    margin = emu(settings.grid.margin) if settings.grid else emu(MARGIN)
    grid = _grid(settings)
    return SlidePage(grid, margin=margin) if grid else SlidePage.usual(margin)


def _furniture(settings: SmdeckDefaults) -> tuple[Furniture, ...]:
    """Return the shapes that stand on all slides."""
    return tuple(
        Furniture((box[0], box[1], box[2], box[3]), piece.fill, piece.part)
        for piece in settings.furniture
        for box in [piece.box]
    )


class _Faces(NamedTuple):
    """The families that a theme sets its words in."""

    headings: str
    body: str
    code: str
    used: list[str]
    """Those that it names, each once."""
    weighted: bool
    """Whether that of headings is as heavy as it is to be by itself."""


def _faces(typography: Typography) -> _Faces:
    """Return the families of a theme: of a weight that Office has a font of, that font."""
    base, titles, code = typography.base, typography.headings, typography.monospace
    family = base.family or "Arial"
    heading_family = (titles and titles.family) or family
    body = _of_weight(family, base.weight)
    headings = _of_weight(heading_family, titles.weight if titles else None)
    code_font = (code and code.family) or CODE_FONT
    used = list(dict.fromkeys((headings, body, *([code_font] if code else []))))
    return _Faces(headings, body, code_font, used, headings != heading_family)


def _of_weight(family: str, weight: str | None) -> str:
    """Return the name of a family in a weight, where it has one of its own."""
    return NAMED_WEIGHTS.get(family, {}).get(weight_of(weight or "") or 0, family)


def _pass_over(findings: Findings, start: int) -> None:
    """Make warnings of errors from a place on: what is wrong with files of a brand that came so."""
    findings[start:] = [
        one._replace(severity="warning", message=f"{one.message}; the talk is built without it")
        if one.severity == "error"
        else one
        for one in findings[start:]
    ]


def _grid(settings: SmdeckDefaults) -> Grid | None:
    """Return where the theme has the parts of a slide, or None where it does not say."""
    if settings.grid is None:
        return None
    return Grid(*(Box(*map(emu, getattr(settings.grid, part))) for part in Grid._fields))


def _check_grid(settings: SmdeckDefaults, findings: Findings) -> None:
    """Report parts of the grid that words can't be read in: small ones and those off the slide."""
    for part in Grid._fields if settings.grid else ():
        left, top, width, height = getattr(settings.grid, part)
        off = left < 0 or top < 0 or left + width > 960 or top + height > 540
        if off or width < 96 or height < 10:
            findings.error(
                "wrong-value",
                f"the place of `{part}` reaches beyond the slide"
                if off
                else f"the place of `{part}` is too small for words",
                settings.grid.at(part),  # type: ignore[union-attr]
                "write left, top, width and height; the slide is 960 × 540 pt, "
                "and a line of words takes 96 × 10 pt at the least",
            )


def _look(settings: SmdeckDefaults, faces: _Faces, scheme: Scheme) -> Look:
    """Return the look of a theme, as usual where it does not say."""
    file = settings.look
    look = Look()
    if file is not None:
        values = {name: getattr(file, name) for name in Look._fields if name != "bar"}
        width, height = file.bar or look.bar
        look = Look(**values, bar=(width, height))
    silent = file is None or file.node_at("headings") is None
    regular = faces.weighted or (scheme.by_weight and silent)
    return look._replace(headings="regular") if regular else look


def _check_sizes(settings: SmdeckDefaults, findings: Findings) -> None:
    """Report a type scale that does not ascend, and kinds of text that find no size on it.

    Sizes of a theme that is extended give way to the scale that is put in its place.
    """
    scale, own = settings.type.scale, settings.type.at("scale").source
    if not scale or scale != sorted(set(scale)):
        findings.error(
            "wrong-value",
            "the type scale is empty or does not ascend",
            settings.type.at("scale"),
            "list all sizes in points, the smallest first",
        )
        return
    for kind in get_args(Sizes):
        sizes = getattr(settings.type, kind)
        if sizes is None:
            continue
        for name in ("largest", "smallest"):
            size = getattr(sizes, name)
            if size not in scale and sizes.at(name).source is not own:
                setattr(sizes, name, min(scale, key=lambda step: abs(step - size)))
            elif size not in scale:
                findings.error(
                    "wrong-value",
                    f"the {name} size of `{kind}` is no step of the scale",
                    sizes.at(name),
                    "name a size of `scale`, or add it there",
                )
        if sizes.largest < sizes.smallest:
            findings.error(
                "wrong-value",
                f"the largest size of `{kind}` is below its smallest",
                sizes.at("largest"),
            )


def _bounds(settings: SmdeckDefaults, kind: str) -> tuple[float, float]:
    sizes = getattr(settings.type, kind)
    return sizes.largest, sizes.smallest


def _logos(record: ThemeFile, folder: Path, findings: Findings, ships: bool) -> dict[str, Logo]:
    logos = {}
    if record.logo:
        for name in ("light", "dark"):
            place = record.logo.medium.at(name)
            logo = read_logo(folder, getattr(record.logo.medium, name), place, findings, ships)
            if logo:
                logos[name] = logo
    return logos


def _art(settings: SmdeckDefaults, folder: Path, findings: Findings, ships: bool) -> dict[str, Art]:
    art = {}
    for layout, file in settings.art.items():
        picture = read_logo(folder, file.file, file.at("file"), findings, ships)
        if picture:
            art[layout] = Art(picture.file, Box(*(emu(length) for length in file.box)))
    return art


def _font_files(record: ThemeFile, folder: Path, findings: Findings) -> dict[str, dict[str, Path]]:
    """Return the files of each family: of several weights the ones nearest to regular and bold."""
    families: dict[str, dict[str, Path]] = {}
    nearest: dict[tuple[str, str], int] = {}
    for font in record.typography.fonts:
        for file in font.files:
            path = folder / file.path
            if checked_font(path, file.path, file.at("path"), findings) is None:
                continue
            weight = weight_of(file.weight) or 400
            bold, italic = weight >= BOLD_FROM, file.style in ("italic", "oblique")
            style = {
                (False, False): "regular",
                (True, False): "bold",
                (False, True): "italic",
                (True, True): "bold-italic",
            }[bold, italic]
            far = abs(weight - (700 if bold else 400))
            if far < nearest.get((font.family, style), 1000):
                nearest[font.family, style] = far
                families.setdefault(font.family, {})[style] = path
    return families
