"""The venue: what a talk needs where it is given, as far as its deck tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.fit.fitting import every_node
from smdeck.fonts.everywhere import EVERYWHERE
from smdeck.handing.plan import PlannedSlide, short, talk_plan, time_of_day
from smdeck.preview.markup import element, escaped
from smdeck.preview.typefaces import faces
from smdeck.scene import Picture, Shape, SlideScene, Table, TextBox

INSTALLABLE = 0x000F
"""The bits of `fsType` that limit what may be done with a font; none of them is set where it may
be installed elsewhere (OpenType 1.9, `OS/2`)."""


class VenueWords(NamedTuple):
    """The words of the list in one language; `{}` stands for what the deck tells."""

    title: str
    screen: str
    program: str
    morph: str
    presenter: str
    clicker: str
    sound: str
    network: str
    links: str
    fonts: str
    fonts_here: str
    material: str
    time: str
    files: str
    slides: str


ROOM = {
    "de": VenueWords(
        title="Checkliste für den Raum",
        screen="Beamer oder Bildschirm mit Seitenverhältnis {}",
        program="PowerPoint auf dem Rechner; sonst zeigt jeder PDF-Betrachter `{}`",
        morph="PowerPoint 2019 oder neuer: Übergänge morphen ({})",
        presenter="Referentenansicht auf einem zweiten Bildschirm: der Vortrag hat Notizen",
        clicker="Klicker mit frischer Batterie: {} Mal weiter",
        sound="Ton über die Anlage, vorher probiert: Film ({})",
        network="Internet für das Publikum: QR-Code ({})",
        links="Internet am Rechner, falls Links geöffnet werden ({})",
        fonts="Schrift installieren oder mitbringen, sonst laufen Texte anders: {}",
        fonts_here="Schriften aus dem Ordner `fonts` installieren: {}",
        material="Auf den Tischen: {}",
        time="Zeit: {}",
        files="Was in dieser Datei ist",
        slides="Folie {}",
    ),
    "en": VenueWords(
        title="Checklist for the room",
        screen="Projector or screen with an aspect ratio of {}",
        program="PowerPoint on the computer; else any PDF viewer shows `{}`",
        morph="PowerPoint 2019 or later: transitions morph ({})",
        presenter="Presenter view on a second screen: the talk has notes",
        clicker="A clicker with a fresh battery: {} times forward",
        sound="Sound over the loudspeakers, tried before: film ({})",
        network="Internet for the audience: QR code ({})",
        links="Internet on the computer, if links are opened ({})",
        fonts="Install or bring the font, or texts run differently: {}",
        fonts_here="Install the fonts in the folder `fonts`: {}",
        material="On the tables: {}",
        time="Time: {}",
        files="What is in this file",
        slides="slide {}",
    ),
}


def venue_words(lang: str) -> VenueWords:
    """Return the words of the list: German for talks in German, English for all others."""
    return ROOM["de" if lang.split("-")[0] == "de" else "en"]


def needs(compiled: Compiled, pdf: str, start: str | None = None) -> Iterator[str]:
    """Yield what a talk needs, a line each; `pdf` is the name of its PDF."""
    words, plan = venue_words(compiled.deck.lang), talk_plan(compiled)
    entries = plan.entries
    times = f"{time_of_day(0, start)} – {time_of_day(plan.minutes, start)}"
    slot = plan.slot
    yield words.time.format(times + (f" ({short(slot, compiled.deck.lang)} min)" if slot else ""))
    yield words.screen.format(_ratio(compiled))
    yield words.program.format(pdf)
    yield from _where(words.morph, words, entries, lambda scene: scene.transition == "morph")
    if any(entry.notes for entry in entries):
        yield words.presenter
    forward = len(entries) - 1 + sum(len(entry.clicks) for entry in entries)
    yield words.clicker.format(forward)
    yield from _where(words.sound, words, entries, _plays)
    qr = compiled.strings.shapes["qr"]
    yield from _where(words.network, words, entries, lambda scene: _has_code(scene, qr))
    yield from _where(words.links, words, entries, _leads_out)
    yield from _fonts(compiled, words)
    for entry in entries:
        material = getattr(entry.slide, "material", None)
        if material:
            things = ", ".join(item.title.plain for item in material if item.title)
            yield words.material.format(f"{things} ({words.slides.format(entry.number)})")


def _where(
    line: str,
    words: VenueWords,
    entries: tuple[PlannedSlide, ...],
    test: Callable[[SlideScene], object],
) -> Iterator[str]:
    """Yield a line with the slides that pass a test, if there are any."""
    numbers = [str(entry.number) for entry in entries if test(entry.scene)]
    if numbers:
        yield line.format(words.slides.format(", ".join(numbers)))


def _ratio(compiled: Compiled) -> str:
    width, height = compiled.theme.width, compiled.theme.height
    for across, down in ((16, 9), (4, 3), (16, 10)):
        if abs(width * down - height * across) < 0.01 * width * down:
            return f"{across}:{down}"
    return f"{width / height:.2f}:1"


def _plays(scene: SlideScene) -> bool:
    return any(isinstance(node, Picture) and node.film for node in scene.nodes)


def _has_code(scene: SlideScene, name: str) -> bool:
    return any(
        isinstance(node, Shape) and node.name.startswith(name) for node in every_node(scene.nodes)
    )


def _leads_out(scene: SlideScene) -> bool:
    """Return whether words of a slide lead to the web; mailboxes don't need it."""
    targets: list[str | None] = []
    for node in every_node(scene.nodes):
        if isinstance(node, TextBox | Shape | Picture):
            targets.append(node.link)
        if isinstance(node, TextBox):
            targets += [run.link for one in node.paragraphs for run in one.runs]
        if isinstance(node, Table):
            targets += [run.link for row in node.rows for cell in row for run in cell.runs]
    return any(target and target.startswith("http") for target in targets)


def passed_on(compiled: Compiled) -> dict[str, bytes]:
    """Return the fonts of the theme that may be installed elsewhere, by the names of their files.

    Raises UnusableFont where one has changed since it was read.
    """
    from smdeck.fonts.files import font_bytes, read_font

    files = {face.file: None for face in faces(compiled.theme)}
    return {
        file.name: font_bytes(file) for file in files if not read_font(file).rights & INSTALLABLE
    }


def _fonts(compiled: Compiled, words: VenueWords) -> Iterator[str]:
    theme, here = compiled.theme, passed_on(compiled)
    with_files = {face.family for face in faces(theme) if face.file.name in here}
    if with_files:
        yield words.fonts_here.format(", ".join(sorted(with_files)))
    everywhere = {font.casefold() for font in (*EVERYWHERE, *theme.fonts.embedded, *with_files)}
    used = dict.fromkeys((theme.fonts.headings, theme.fonts.body))
    missing = [font for font in used if font.casefold() not in everywhere]
    if missing:
        yield words.fonts.format(", ".join(missing))


def venue_page(compiled: Compiled, lines: Iterable[str], files: dict[str, str]) -> str:
    """Return the list as a page to print, with boxes to tick; `files` says what each file is."""
    from smdeck.desk.exporting import whole_page

    words, title = venue_words(compiled.deck.lang), compiled.deck.title.plain
    items = "".join(element("li", _coded(line)) for line in lines)
    rows = "".join(
        f"<tr><td><code>{escaped(name)}</code></td><td>{escaped(said)}</td></tr>"
        for name, said in files.items()
    )
    body = (
        f"<main><p>{escaped(title)}</p><h1>{escaped(words.title)}</h1><ul>{items}</ul>"
        f"<h2>{escaped(words.files)}</h2><table>{rows}</table></main>"
    )
    return whole_page(body, f"{words.title}: {title}", compiled.deck.lang, STYLE)


def _coded(line: str) -> str:
    """Return a line whose words in backticks are set as names of files."""
    parts = line.split("`")
    return "".join(
        f"<code>{escaped(p)}</code>" if n % 2 else escaped(p) for n, p in enumerate(parts)
    )


STYLE = """\
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; color: #1b1d20; background: #fff;
  font: 1.05rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif }
h1 { margin: 0 0 1rem; line-height: 1.2 }
p { margin: 0; color: #5a5f66 }
ul { list-style: none; padding: 0 }
li { border-top: 1px solid #c9cdd2; padding: .5rem 0 .5rem 2rem; position: relative }
li::before { content: ""; position: absolute; left: .2rem; top: .8rem; width: .9rem; height: .9rem;
  border: 1.5px solid #1b1d20; border-radius: .15rem }
td { border-top: 1px solid #c9cdd2; padding: .35rem 1rem .35rem 0; vertical-align: top }
code { font-size: .92em }
"""
