"""Facts: what a talk says and shows, as far as people speak of it, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from smdeck.compiler.compiling import Compiled
from smdeck.desk.cards import numbered_slides
from smdeck.figures.showing import serial, shown
from smdeck.fit.fitting import every_node
from smdeck.model.chart import ChartData
from smdeck.model.sparks import SparkCell
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.page import Layout
from smdeck.scene import Chart, Icon, Picture, SlideScene, Spark, Table, TextBox

ORNAMENT = "ornament"
"""Where words stand that only decorate, as the number of a section: it counts what is there."""


class ParagraphFacts(NamedTuple):
    """A paragraph: where it stands, with its markup, and without."""

    where: str
    marked: str
    plain: str


class ChartFigure(NamedTuple):
    """A value of a chart: how it is shown, None where that is not known, and what it is."""

    shown: str | None
    value: str


class SlideFacts(NamedTuple):
    """What a slide says and shows."""

    number: int
    """Its place in the talk, from 1."""
    id: str | None
    title: str
    words: tuple[ParagraphFacts, ...] = ()
    notes: tuple[ParagraphFacts, ...] = ()
    figures: dict[str, ChartFigure] = {}  # noqa: RUF012 -- read, never changed
    pictures: tuple[str, ...] = ()
    properties: dict[str, str] = {}  # noqa: RUF012
    """Its layout, tone and the like: whatever has a name and one value."""
    hidden: bool = False

    @property
    def content(self) -> tuple[object, ...]:
        """All of it but its place and its ornaments."""
        said = tuple(line for line in self.words if line.where != ORNAMENT)
        return (*self[1:3], said, self.notes, *sorted(self.figures.items()), *self[6:])


class TalkFacts(NamedTuple):
    """What a talk says and shows."""

    slides: list[SlideFacts]
    properties: dict[str, str]
    whole: bool = True
    """Whether all is known that a deck says: of a .pptx, only what it shows."""


def deck_facts(compiled: Compiled) -> TalkFacts:
    """Return the facts of a deck."""
    deck = compiled.deck
    slides = [
        _slide_facts(number, scene, slide, deck.lang)
        for number, (_, scene, slide) in enumerate(numbered_slides(compiled), 1)
    ]
    named = {
        "title": deck.title.plain,
        "lang": deck.lang,
        "theme": Path(deck.theme).name,
        "minutes": f"{deck.minutes:g}" if deck.minutes else "",
        "footer": deck.footer.plain if deck.footer else "",
        "transition": deck.transition,
    }
    return TalkFacts(slides, {name: value for name, value in named.items() if value})


def _slide_facts(number: int, scene: SlideScene, slide: Layout, lang: str) -> SlideFacts:
    words: list[ParagraphFacts] = []
    figures: dict[str, ChartFigure] = {}
    pictures: list[str] = []
    for node in every_node(scene.nodes):
        match node:
            case TextBox() if node.kind in ("text", ORNAMENT):
                where = ORNAMENT if node.kind == ORNAMENT else node.name or "text"
                words += _words(where, node.set_paragraphs)
            case Table():
                words += _rows(node)
            case Chart():
                figures |= facts_of_chart(node.data, lang)
            case Spark():
                words.append(ParagraphFacts("sparkline", node.alt, node.alt))
            case Picture():
                image = node.image
                alt = "decorative" if image.decorative else image.alt or ""
                pictures.append(f"{image.path.name} ({alt}) {_digest(image.path)}")
            case Icon():
                pictures.append(f"icon {node.icon}")
    properties = {
        "layout": slide.layout,
        "tone": slide.tone or "",
        "transition": slide.transition or "",
        "clicks": str(len(scene.clicks)) if scene.clicks else "",
        "minutes": f"{slide.minutes:g}" if slide.minutes else "",
        "section": scene.section or "",
        "type of chart": ", ".join(n.data.type for n in scene.nodes if isinstance(n, Chart)),
    }
    notes = scene.notes.paragraphs if scene.notes else ()
    return SlideFacts(
        number,
        scene.id,
        title=scene.title or slide.layout,
        words=tuple(words),
        notes=tuple(_words("notes", notes, addresses=True)),
        figures=figures,
        pictures=tuple(pictures),
        properties={name: value for name, value in properties.items() if value},
        hidden=scene.hidden,
    )


def facts_of_chart(chart: ChartData, lang: str) -> dict[str, ChartFigure]:
    """Return the figures of a chart by series and category."""
    found: dict[str, ChartFigure] = {}
    data = chart.data
    names = [f"{serial(day):g}" for day in data.dates] if data.dates else data.categories
    for series, row in data.series.items():
        for name, value in zip(names, row, strict=True):
            if value is not None:
                words = shown(value, chart.codes[series], lang)
                found[f"{series}, {name}"] = ChartFigure(words, full_number(value))
    for series, pairs in data.points.items():
        for n, (x, y) in enumerate(pairs, 1):
            point = f"({full_number(x)}; {full_number(y)})"
            found[f"{series}, point {n}"] = ChartFigure(point, point)
    return found


def full_number(value: float) -> str:
    """Return a number with all digits that count."""
    return f"{value:.12g}"


def squeezed(text: str) -> str:
    """Return a text with single spaces, whatever holds its words together or may break them."""
    return " ".join(text.replace("\u00ad", "").split())


def _words(
    where: str, paragraphs: Iterable[Paragraph], *, addresses: bool = False
) -> Iterator[ParagraphFacts]:
    for paragraph in paragraphs:
        marked = squeezed("".join(_marked(run) for run in paragraph.runs))
        plain = "".join(_with_address(run) if addresses else run.text for run in paragraph.runs)
        if marked:
            yield ParagraphFacts(where, marked, squeezed(plain))


def _with_address(run: Run) -> str:
    """Return the words of a run as notes on paper have them: with the address of their link."""
    if run.link and not run.link.startswith("#") and run.link != run.text:
        return f"{run.text} ({run.link})"
    return run.text


def _marked(run: Run) -> str:
    """Return the words of a run in Markdown."""
    text = run.text
    for on, mark in ((run.code, "`"), (run.italic, "*"), (run.bold, "**"), (run.strike, "~~")):
        text = f"{mark}{text}{mark}" if on else text
    if run.baseline:
        text = f"{'^' if run.baseline > 0 else '~'}{text}"
    return f"[{text}]({run.link})" if run.link else text


def _rows(table: Table) -> Iterator[ParagraphFacts]:
    for row, cells in enumerate(table.fitted.cells):
        sparks = _sparks(table.rows[row - 1]) if row and table.sparks else {}
        marked = [squeezed("".join(map(_marked, cell.runs))) for cell in cells]
        plain = [squeezed(cell.plain) for cell in cells]
        for column, numbers in sparks.items():
            marked[column] = plain[column] = numbers
        yield ParagraphFacts("table", " | ".join(marked), " | ".join(plain))


def _sparks(cells: Iterable[Inline]) -> dict[int, str]:
    """Return the numbers of the sparklines in a row, by the numbers of their columns."""
    return {
        column: " ".join("–" if value is None else f"{value:g}" for value in cell.spark.values)
        for column, cell in enumerate(cells)
        if isinstance(cell, SparkCell)
    }


def _digest(path: Path) -> str:
    """Return what changes with the content of a picture."""
    from smdeck.pictures.reading import Unusable, read_picture

    try:
        return blake2b(read_picture(path), digest_size=4).hexdigest()
    except (OSError, Unusable):
        return "missing"
