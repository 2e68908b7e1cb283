"""The PDF of a talk: its slides as pages, with bookmarks, links and tags."""

from __future__ import annotations

from collections.abc import Iterator

from smdeck.compiler.compiling import Compiled
from smdeck.desk.media import addresses
from smdeck.handing.slide_pages import PRELUDE, PrintedSlide
from smdeck.handing.typefaces import Typefaces
from smdeck.handing.typesetting import document, pdf_of, pt
from smdeck.scene import SlideScene
from smdeck.units import points


def slides_pdf(compiled: Compiled) -> bytes:
    """Return a talk as PDF, a page for each slide that is not hidden."""
    fonts = Typefaces(compiled.theme)
    deck, theme = compiled.deck, compiled.theme
    speaker = deck.speaker.name.plain if deck.speaker and deck.speaker.name else ""
    width, height = pt(points(theme.width)), pt(points(theme.height))
    head = document(deck.title.plain, speaker, deck.lang)
    size = f"#set page(width: {width}, height: {height})\n"
    pages = "#pagebreak()\n".join(page for _, page in slide_pages(compiled, fonts))
    return pdf_of(f"{head}{PRELUDE}{size}{pages}", fonts)


def slide_pages(
    compiled: Compiled, fonts: Typefaces, *, bare: bool = False
) -> Iterator[tuple[SlideScene, str]]:
    """Yield the slides that are shown, each with its page in Typst.

    Sections are headings of the first level, and slides in them of the second. With `bare` they
    are no headings, and links lead to labels that stand elsewhere: `s1` is that of the first slide.
    """
    shown = [scene for scene in compiled.scenes if not scene.hidden]
    labels = {scene.id: f"s{n}" for n, scene in enumerate(shown, 1) if scene.id}
    address = addresses(compiled.theme)
    within = False
    for number, scene in enumerate(shown, 1):
        within = within or bool(scene.section)
        level = 0 if bare else 2 if within and not scene.section else 1
        page = PrintedSlide(
            scene,
            compiled.theme,
            lang=compiled.deck.lang,
            pictures=address,
            linked=labels.get,
            fonts=fonts,
            level=level,
        )
        yield scene, page.page("" if bare else f"s{number}")
