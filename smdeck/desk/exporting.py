"""Exporting: a talk as PDF, as one HTML page to send, or as pictures of its slides."""

from __future__ import annotations

import os
import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.compiler.compiling import Compiled
from smdeck.deck_file import Format
from smdeck.desk.cards import lines_data
from smdeck.desk.media import addresses, font_bytes
from smdeck.files import Access, is_folder, reason_of, replacing
from smdeck.fonts.installed import families_here
from smdeck.handing.typesetting import check_typst
from smdeck.model.text import Paragraph
from smdeck.preview import Pictures, draw_slide
from smdeck.preview.markup import element, escaped
from smdeck.preview.slide import data_address
from smdeck.preview.typefaces import face_css, faces
from smdeck.scene import SlideScene
from smdeck.series import processors
from smdeck.units import points
from smdeck.write.saving import TargetError

if TYPE_CHECKING:
    from smdeck.theme import Theme

PAGE = Path(__file__).parent / "page"

WIDE = 1920
"""How wide pictures of slides are, in pixels."""

_OURS = re.compile(r"\d{2,}\.(svg|png)")
"""The names of the pictures in a folder."""

_LINE = re.compile(r"<text\b.*?</text>", re.S)
_FAMILIES = re.compile(r'font-family="([^"]*)"')
_STRETCHED = re.compile(r' textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"')
_SPACED = re.compile(r' letter-spacing="[-\d.]+"')
_TEXT = re.compile("(<text[^>]*>)(.*)(</text>)", re.S)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_FOR_RTL = "DejaVu Sans"
"""A font with Latin, Hebrew and Arabic that most computers have which lack Arial."""

_SMOOTH = '<image style="image-rendering:smooth" '
"""Lets resvg draw pictures, which are about as large as they are shown, in half the time."""

_WORDS = {"b": "strong", "i": "em", "c": "code"}


def check_export(kind: Format, target: Path, access: Access) -> None:
    """Raise TargetError where a file or a folder of pictures can't be written."""
    if kind == "pdf":
        check_typst()
    if kind in ("html", "pdf"):
        check_file(f"talk.{kind}", target, access)
    elif is_folder(target):
        others = [file.name for file in target.iterdir() if not _OURS.fullmatch(file.name)]
        if others:
            said = f"the folder `{target}` holds other files: `{min(others)}`"
            raise TargetError(said, "name another folder with -o, or move them")
    elif target.exists():
        raise TargetError(f"`{target}` is no folder", "name another folder with -o")


def check_file(example: str, target: Path, access: Access) -> None:
    """Raise TargetError where a file can't be written, or was read; `example` is a name for one."""
    if is_folder(target):
        raise TargetError(f"`{target}` is a folder", f"name a file, as {example}")
    same = access.same_as(target)
    if same:
        said = f"`{target}` is a file that the talk is made from"
        raise TargetError(said, f"name another file with -o: `{same}` would be lost")


def export(kind: Format, compiled: Compiled, target: Path) -> int:
    """Write a talk as a page or as pictures, whole or not at all; hidden slides are left out.

    Returns 0: no picture is counted. Raises TargetError where the target can't be written.
    """
    if kind == "html":
        write_file(html_page(compiled).encode("utf-8", "xmlcharrefreplace"), target)
    elif kind == "pdf":
        from smdeck.handing.slides_pdf import slides_pdf

        write_file(slides_pdf(compiled), target)
    else:
        _export_pictures(compiled, target, kind)
    return 0


def write_file(data: bytes, target: Path) -> None:
    """Write a file, whole or not at all; raises TargetError."""
    with _may_fail(target), replacing(target) as temporary:
        temporary.write_bytes(data)


@contextmanager
def _may_fail(target: Path) -> Iterator[None]:
    """Make the folder of a target; what the system refuses is a TargetError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        said = f"`{target}` can't be written: {reason_of(error)}"
        raise TargetError(said, "close it if it is open, or name another with -o") from error


def _temporary(target: Path) -> Path:
    return target.with_name(f".smdeck-{os.urandom(8).hex()}.tmp")


def _export_pictures(compiled: Compiled, target: Path, kind: Format) -> None:
    temporary = _temporary(target)
    try:
        with _may_fail(target):
            _write_pictures(compiled, temporary, kind)
            _replace_folder(temporary, target)
    finally:
        shutil.rmtree(temporary, True)


def slide_drawings(
    compiled: Compiled, linked: Callable[[str], str | None] | None = None, css: str = ""
) -> Iterator[tuple[SlideScene, str]]:
    """Yield the slides that are shown, each with its drawing, which needs no other file."""
    address = addresses(compiled.theme)
    for scene in compiled.scenes:
        if not scene.hidden:
            yield scene, slide_drawing(scene, compiled, address, linked, css)


def slide_drawing(
    scene: SlideScene,
    compiled: Compiled,
    address: Pictures,
    linked: Callable[[str], str | None] | None = None,
    css: str = "",
) -> str:
    """Return a slide as SVG that needs no other file, its pictures at their `data:` addresses."""
    lang = compiled.deck.lang
    drawn = draw_slide(scene, compiled.theme, lang, address, linked=linked, css=css)
    return re.sub(r' data-at="\d+"', "", drawn.svg)


def html_page(compiled: Compiled) -> str:
    """Return a talk as one page, with builds, links and notes; it asks for nothing elsewhere.

    Without its script it shows all slides one below the other, as on paper.
    """
    numbers: dict[str, int] = {}
    for number, scene in enumerate((s for s in compiled.scenes if not s.hidden), 1):
        if scene.id:
            numbers[scene.id] = number

    def linked(id: str) -> str | None:
        return f"#{numbers[id]}" if id in numbers else None

    slides = "".join(
        element(
            "section",
            element("div", svg) + notes_html(scene.notes.paragraphs if scene.notes else ()),
            class_="slide",
            id=str(number),
            aria_label=f"{number}: {scene.title}",
        )
        for number, (scene, svg) in enumerate(slide_drawings(compiled, linked), 1)
    )
    ratio = f"{compiled.theme.width} / {compiled.theme.height}"
    style = (
        f"{fonts_css(compiled)}:root{{--ratio:{ratio}}}\n{(PAGE / 'talk.css').read_text('utf-8')}"
    )
    script = (PAGE / "talk.js").read_text("utf-8")
    title = compiled.deck.title.plain
    return whole_page(f"<main>{slides}</main>", title, compiled.deck.lang, style, script)


def whole_page(body: str, title: str, lang: str, style: str, script: str = "") -> str:
    """Return a page of HTML whose policy lets nothing through but its own style and script."""
    scripts = f"script-src {_hash(script)}; " if script else ""
    policy = (
        f"default-src 'none'; img-src data:; font-src data:; style-src {_hash(style)}; "
        f"{scripts}base-uri 'none'; form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escaped(title)}</title><style>{style}</style>"
    ).replace("&#39;", "'")
    run = f"<script>{script}</script>" if script else ""
    return (
        f'<!doctype html>\n<html lang="{escaped(lang)}"><head>{head}</head>'
        f"<body>{body}{run}</body></html>\n"
    )


def notes_html(notes: tuple[Paragraph, ...]) -> str:
    """Return notes as paragraphs, "" for none."""
    lines = []
    for line in lines_data(notes):
        words = f"{line['mark']} " if line["mark"] else ""
        for text, form in line["runs"]:
            run = escaped(text)
            for letter in form:
                run = f"<{_WORDS[letter]}>{run}</{_WORDS[letter]}>"
            words += run
        lines.append(f"<p>{words}</p>")
    return element("aside", "".join(lines), lang=None) if lines else ""


def _hash(text: str) -> str:
    """Return the source of a policy that lets one script or style through (CSP Level 3)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def fonts_css(compiled: Compiled) -> str:
    """Return the rules of the fonts that may travel: those that the theme embeds."""
    theme = compiled.theme
    return "".join(
        face_css(face, data_address(*font_bytes(face))) for face in faces(theme, travelling=True)
    )


def slide_pictures(compiled: Compiled, wide: int) -> list[bytes]:
    """Return the slides that are shown as PNG, so many pixels wide."""
    from concurrent.futures import ThreadPoolExecutor

    drawings = [svg for _, svg in slide_drawings(compiled)]
    with ThreadPoolExecutor(processors()) as pool:  # resvg lets other threads run meanwhile
        return [*pool.map(lambda svg: slide_picture(svg, compiled.theme, wide), drawings)]


def slide_picture(svg: str, theme: Theme, wide: int) -> bytes:
    """Return the drawing of a slide as PNG, so many pixels wide."""
    from smdeck.pictures.drawing import draw

    fonts = tuple(face.file for face in faces(theme))
    high = round(wide * points(theme.height) / points(theme.width))
    own = frozenset(name.casefold() for name in theme.fonts.files)
    svg = _LINE.sub(lambda line: _for_resvg(line[0], own), svg).replace("<image ", _SMOOTH)
    return draw(svg, wide, height=high, words=True, weight=0, fonts=fonts)


def _for_resvg(line: str, own: frozenset[str]) -> str:
    """Return a line of words as resvg has to be told it; `own` are the fonts that it is given.

    Where it stretches words, it adds the spacing of letters to the width. A font that is at hand is
    as wide as it was measured by itself; another one is stretched, and not spaced.
    """
    here = own | families_here()
    if ' direction="rtl"' in line:
        line = _from_the_right(line, here)
    if "letter-spacing" not in line:
        return line
    at_hand = all(any(name in here for name in names) for names in _families(line))
    return (_STRETCHED if at_hand else _SPACED).sub("", line)


def _families(line: str) -> list[list[str]]:
    """Return the lists of fonts that a line names, in lower case."""
    named = (unescape(names).split(",") for names in _FAMILIES.findall(line))
    return [[name.strip(" '").casefold() for name in names] for names in named]


def _from_the_right(line: str, here: frozenset[str]) -> str:
    """Return a line from right to left without `direction`, which resvg does not know.

    Its Hebrew or Arabic is embedded (UAX #9, X2), and in one font with its Latin: resvg takes any
    font for a line of which a letter lacks, the first that it finds, and that may be a bold one.
    """
    line = line.replace(' direction="rtl"', ' text-anchor="end"')
    if not _RTL.search(line):
        return line
    if not any(names[0] in here for names in _families(line)):
        line = line.replace(' font-family="', f' font-family="&#39;{_FOR_RTL}&#39;, ')
    return _TEXT.sub("\\1\u202b\\2\u202c\\3", line)


def _write_pictures(compiled: Compiled, folder: Path, kind: Format) -> None:
    folder.mkdir()
    if kind == "png":
        pictures = slide_pictures(compiled, WIDE)
    else:
        shown = slide_drawings(compiled, css=fonts_css(compiled))
        pictures = [svg.encode() for _, svg in shown]
    digits = max(2, len(str(len(pictures))))
    for n, data in enumerate(pictures, 1):
        (folder / f"{n:0{digits}}.{kind}").write_bytes(data)


def _replace_folder(made: Path, target: Path) -> None:
    """Put a folder in the place of an older one, which is gone only when the new one is there."""
    if not target.exists():
        made.rename(target)
        return
    old = _temporary(target)
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
