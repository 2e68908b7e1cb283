"""Whole talks, built and rendered: the decks of this repository, a gallery, and every key once."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pptx import Presentation
from still_layouts import reveal_of

import smdeck
from smdeck.compiler.compiling import Compiled, compile_deck
from smdeck.files import access
from smdeck.findings import Findings
from smdeck.layouts import layout_names, load_layout
from smdeck.theme import shipped_themes

T = TypeVar("T")

DECKS = Path(__file__).parent.parent / "decks"
EMU_PER_POINT = 12_700

TONES = tuple(f"tone: {tone}" for tone in ("dark", "brand", "accent", "light"))
GALLERIES = {
    "gallery": ("",),
    "gallery-tones": TONES,
    "gallery-reveal": tuple(f"{tone}\nreveal: true" for tone in TONES),
}
"""Decks of every layout's example, with a line for each slide: one after the other in turn.

The first is `decks/gallery.yaml`.
"""

EVERY_KEY = "every-key"
FEW_AND_MANY = "few-and-many"
REAL = tuple(
    sorted(
        path.stem
        for path in DECKS.glob("*.yaml")
        if "." not in path.stem and path.stem not in GALLERIES
    )
)
HOUSE = "vortrag"
THEMES = tuple(shipped_themes())
NAMES = (
    *(*REAL, *GALLERIES, EVERY_KEY, FEW_AND_MANY),
    *(f"gallery-tones@{theme}" for theme in THEMES if theme != HOUSE),
)
"""Every deck under the theme of the house, and as `deck@theme` one under each of the others, where
few and many items are the corpus's.

Each theme shows the layouts in other tones than the one before it.
"""


def in_turn(theme: str, members: Sequence[T]) -> Sequence[T]:
    """Return what is looked at under a theme: all under that of the house, under the others every
    second member, these and those in turn."""
    return members if theme == HOUSE else members[THEMES.index(theme) % 2 :: 2]


@dataclass(frozen=True, eq=False)
class Talk:
    """A deck with the .pptx that was built from it."""

    name: str
    source: Path
    built: smdeck.Built

    @property
    def path(self) -> Path:
        """The .pptx."""
        return self.built.path

    @cached_property
    def yaml(self) -> dict[str, Any]:
        """The deck as plain YAML reads it: every scalar as the text that its author wrote.

        What it uses of other decks stands in its place, as the deck shows it without a variant.
        """
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return as_shown(self.source, lambda text: as_written(yaml.compose(text, loader)))

    @property
    def slides(self) -> list[dict[str, Any]]:
        """The slides of the YAML source."""
        slides: list[dict[str, Any]] = self.yaml["slides"]
        return slides

    @cached_property
    def compiled(self) -> Compiled:
        """What the .pptx was written from; nobody changes it."""
        with access():
            compiled = compile_deck(self.source, Findings())
        assert compiled
        return compiled

    def presentation(self) -> Any:
        """Return the .pptx as python-pptx reopens it, once; nobody changes it."""
        return self._reopened

    @cached_property
    def _reopened(self) -> Any:
        return Presentation(str(self.path))

    def forget(self) -> None:
        """Let go of what was read from the files; it is read again when it is asked for."""
        for name in ("yaml", "compiled", "_reopened"):
            self.__dict__.pop(name, None)


def as_written(node: yaml.Node | None) -> Any:
    """Return a YAML node as dicts, lists and the texts of its scalars, without any typing."""
    match node:
        case yaml.MappingNode():
            return {key.value: as_written(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [as_written(item) for item in node.value]
        case yaml.ScalarNode():
            return node.value
    return None


def as_shown(file: Path, read: Callable[[str], Any]) -> dict[str, Any]:
    """Return a deck with the slides that it uses and the values of its variables.

    `read` makes dicts and lists of a YAML text.
    """
    deck: dict[str, Any] = read(file.read_text("utf-8"))
    if isinstance(deck["lang"], list):
        deck["lang"] = deck["lang"][0]
    slides: list[dict[str, Any]] = []
    for slide in deck["slides"]:
        if "only" in slide:
            continue
        name, _, id = slide.get("use", "").partition("#")
        if name:
            used = read((file.parent / name).read_text("utf-8"))
            (slide_there,) = (one for one in used["slides"] if one.get("id") == id)
            slide = filled(slide_there | slide, used.get("vars", {}) | deck.get("vars", {}))
        slides.append({key: value for key, value in slide.items() if key not in ("use", "except")})
    shown: dict[str, Any] = filled({**deck, "slides": slides}, deck | deck.get("vars", {}))
    return shown


def filled(value: Any, values: dict[str, Any]) -> Any:
    """Return a value of a deck with what its variables stand for."""
    match value:
        case dict():
            return {key: filled(inner, values) for key, inner in value.items()}
        case list():
            return [filled(inner, values) for inner in value]
    if not isinstance(value, str):
        return value
    for found in re.findall(r"\$\{([\w.]+)\}", value):
        stands_for: Any = values
        for name in found.split("."):
            stands_for = stands_for[name]
        value = value.replace(f"${{{found}}}", str(stands_for))
    return value


def build(name: str, folder: Path) -> Talk:
    """Return a deck, built into `folder`; raises DeckError where smdeck finds an error."""
    source = DECKS / f"{name}.yaml"
    if name not in REAL:
        source = folder / f"{name}.yaml"
        source.write_text(_text(name), "utf-8")
        shutil.copytree(DECKS / "bilder", folder / "bilder", dirs_exist_ok=True)
        for deck in DECKS.glob("*.yaml"):  # one may use another
            shutil.copy(deck, folder)
    return Talk(name, source, smdeck.build(source, folder / f"{name}.pptx"))


def _text(name: str) -> str:
    """Return the text of a deck by its name, under the theme that the name asks for."""
    deck, _, theme = name.partition("@")
    if deck in (*REAL, "gallery"):
        text = (DECKS / f"{deck}.yaml").read_text("utf-8")
    elif deck == FEW_AND_MANY:
        text = (Path(__file__).parent / "decks" / f"{deck}.yaml").read_text("utf-8")
    else:
        turned = THEMES.index(theme or HOUSE) - THEMES.index(HOUSE)
        text = EVERY_KEY_DECK if deck == EVERY_KEY else gallery(*GALLERIES[deck], first=turned)
    assert f"theme: {HOUSE}\n" in text
    return text.replace(f"theme: {HOUSE}\n", f"theme: {theme or HOUSE}\n", 1)


def line_of(layout: str, line: str) -> str:
    """Return a line that each slide gets, as a layout takes it."""
    parts = line.split("\n")
    return "\n".join(reveal_of(layout) if one.startswith("reveal") else one for one in parts)


def gallery(*lines: str, first: int = 0) -> str:
    """Return a deck of every layout's example, each with one of the lines, which come in turn."""
    lines = lines or ("",)
    named = [
        (name, lines[(number + first) % len(lines)]) for number, name in enumerate(layout_names())
    ]
    slides = [
        f"{load_layout(name).example.strip()}\n{line_of(name, line)}".strip()
        for name, line in named
    ]
    return GALLERY_HEAD + "".join(
        "  - " + textwrap.indent(slide, "    ").lstrip() + "\n" for slide in slides
    )


GALLERY_HEAD = """\
title: Alle Layouts
subtitle: Eine Folie für jedes
lang: de-DE
theme: vortrag
speaker: {name: Social Media Vortrag, role: Beratung, email: kontakt@example.com,
          url: https://example.com, phone: "+49 221 000000"}
event: {name: Galerie, place: Köln, date: 2026-12-03}
slides:
"""

EVERY_KEY_DECK = """\
title: Jeder Schlüssel & <jedes> *Zeichen*
kind: handout
allow: [missing-source]
subtitle: Von `A` bis **Z**
lang: de-DE
theme: vortrag
minutes: 30
speaker:
  name: Dr. Ada & Söhne
  role: Beratung "für" alle
  email: ada@example.com
  url: https://example.com/ada/
  phone: +49 221 000000
event: {name: Messe <Halle>, place: Köln & Bonn, date: 2027-01-05}
footer: Fußzeile & **mehr**
transition: push
slides:
  - layout: title
    id: anfang
    minutes: 1.5
    notes: |
      Erster *Absatz*, der über
      zwei Zeilen geht.

      - ein Punkt
      - noch **ein** Punkt
        - ein Unterpunkt

      1. erstens
      2. zweitens
  - layout: title
    title: Ein zweiter Titel
    subtitle: Mit eigener Unterzeile
    image: {file: bilder/publikum.png, alt: Ein "volles" Haus & mehr, focus: [0.2, 0.8]}
  - layout: agenda
    subtitle: Drei Teile & eine Pause
    source: Unser Plan
  - layout: agenda
    title: Noch einmal, von Hand
    items:
      - {title: Ein **Anfang**, minutes: 7, link: "#teil-eins"}
      - {title: Ein Ende, link: "https://example.com/ende?a=1&b=2"}
  - layout: section
    id: teil-eins
    title: Teil & eins
    subtitle: Mit *kursiver* Zeile
    minutes: 2
  - layout: bullets
    title: Punkte mit **allem**, was sie tragen
    subtitle: Und einer Unterzeile
    lead: Mit [einem Verweis](https://example.com/davor) davor.
    image: {file: bilder/werkstatt.png, alt: Eine Werkstatt, credit: Foto *Ada*}
    items:
      - 'Erst "hier" - dann ''dort'' ... am 3. Dezember, Gesprächs|fäden'
      - {title: Mit Text, text: Ein Satz mehr}
      - Mit Unterpunkten: [links, rechts & unten]
      - {title: Mit Verweis, link: "#teil-zwei"}
    source: Ein Buch & Söhne
    reveal: true
    minutes: 3
  - layout: text
    title: Text in allen Formen
    subtitle: Und einer Unterzeile
    source: Eine Seite
    text: |
      Ein Absatz mit **fett**, *kursiv*, `code` und [Verweis](#anfang).

      - ein Punkt
      - noch einer

      1. zuerst
      2. danach
    reveal: true
  - layout: statement
    title: Ein Satz mit **Kraft** & Mut.
    by: Ein Mensch mit *Namen*
  - layout: quote
    title: Worüber er spricht
    quote: Ein Zitat mit **Fettem**
    by: Ein Redner
    role: Denker & Dichter
    image: {file: bilder/wohnzimmer.png, alt: Ein Bildnis}
  - layout: section
    id: teil-zwei
    title: Teil zwei
  - layout: two-columns
    title: Liste und Tabelle
    subtitle: Nebeneinander
    ratio: "1:2"
    left:
      title: Die **Liste**
      icon: rocket
      items: [eins, {title: zwei, text: mit Text, link: "https://example.com/zwei"}]
    right:
      title: Die Tabelle
      table: {columns: [Art, Zahl], rows: [[klein, "1,5"], ["**groß**", 2000]], highlight: 2}
    source: Gezählt
  - layout: two-columns
    title: Bild und Diagramm
    left:
      title: Das Bild
      image: {file: bilder/bruecke.png, alt: Eine Brücke, credit: Foto Bert}
    right:
      title: Das Diagramm
      chart:
        type: line
        data: {categories: [Q1, Q2 & Q3, Q4], series: {Plan: [1, 2.5, 3], Ist & Soll: [2, 2, 4]}}
        highlight: Plan
  - layout: two-columns
    title: Text und Text
    left: {title: Davor, text: "Ein Absatz mit [Verweis](https://example.com/text)."}
    right: {text: "Noch ein *Absatz*."}
    reveal: true
  - layout: comparison
    title: Zwei Seiten
    subtitle: Und eine Unterzeile
    left: {title: Alt & grau, icon: clock, text: "Ein **Absatz** hier."}
    right:
      title: Neu
      icon: rocket
      items: [eins, {title: zwei, text: mit Text}, {title: drei, items: [tiefer]}]
    source: Beobachtet
  - layout: icon-grid
    title: Symbole
    subtitle: Und eine Unterzeile
    items:
      - {icon: clock, title: Mit Verweis, text: Und Text, link: "https://example.com/symbol"}
      - {title: Ohne Symbol, text: "Mit [Verweis](mailto:x@example.com)"}
    source: Gezeichnet
  - layout: cards
    title: Karten
    subtitle: Und eine Unterzeile
    items:
      - title: Mit Bild
        image: {file: bilder/bruecke.png, alt: Die Brücke, credit: Foto Cora, focus: [0.5, 0.6]}
        text: Und Text
      - {title: Ohne alles, featured: true, link: "#anfang"}
    source: Gemischt
  - layout: cards
    title: Karten mit Unterpunkten
    items:
      - title: Mit Punkten
        icon: rocket
        items: [innen, {title: verlinkt, link: "https://example.com/innen"}]
      - {title: Mit Text innen, items: [{title: oben, text: darunter}]}
      - {title: Tief, items: [eins, zwei: [drei]]}
      - {title: Ohne Symbol, text: Nur Text}
      - {title: Mit Liste, text: "- ein Punkt\\n- noch einer"}
  - layout: process
    title: Schritte
    subtitle: Und eine Unterzeile
    items:
      - {title: Los, text: "Mit *Text*"}
      - {title: Zum Beispiel, link: "https://example.com/weiter"}
      - Ziel
    source: Erlebt
  - layout: network
    title: Netz
    subtitle: Und eine Unterzeile
    center: Mitte & Kern
    items: [{title: nah, tie: strong}, {title: fern & weit, tie: weak}, {title: "**fett**"}]
    source: Geknüpft
  - layout: chart
    title: Ein Ring
    subtitle: Und eine Unterzeile
    type: pie
    data: {categories: [Ja & Nein, Weiß nicht], series: {Stimmen: [75, 25]}}
    highlight: Ja & Nein
    unit: " %"
    takeaway: Mehr **Ja** als Nein
    source: Umfrage & Schätzung
    reveal: true
  - layout: chart
    title: Ein Streudiagramm
    type: scatter
    data: {series: {Punkte: [[1, 2], [3, 4.5]], Mehr: [[2, 1]]}}
  - layout: chart
    title: Ein Kranz
    type: doughnut
    data: {categories: [Ja, Nein], series: {Stimmen: [75, 25]}}
  - layout: chart
    title: Balken
    type: bar
    data: {categories: [Ja, Nein], series: {Damals: [-1, 25], Heute: [20, 0.5]}}
  - layout: chart
    title: Säulen
    type: column
    data: {categories: [Ja, Nein], series: {Damals: [1000, 2500]}}
    highlight: Nein
  - layout: chart
    title: Gestapelt
    type: stacked-column
    data: {categories: [Ja, Nein], series: {Damals: [1, 25], Heute: [20, 5]}}
    unit: €
  - layout: chart
    title: Fläche
    type: area
    data: {categories: [Ja, Nein], series: {Damals: [1, 25], Heute: [20, 5]}}
  - layout: table
    title: Tabelle
    subtitle: Und eine Unterzeile
    columns: [Name, "**Zahl**", Verweis]
    rows:
      - [A & B, 007, "[dort](https://example.com/dort)"]
      - ["<C>", "1.000,50", "`code`"]
    align: [left, right]
    highlight: 1
    source: Gerechnet
  - layout: image-text
    title: Bild und Punkte
    subtitle: Und eine Unterzeile
    image: {file: bilder/publikum.png, decorative: true, credit: Foto Dora}
    side: left
    ratio: "2:3"
    items: [eins, {title: zwei, text: mit Text, link: "https://example.com/punkt"}]
    source: Gesehen
  - layout: takeaways
    title: Mitnehmen
    subtitle: Und eine Unterzeile
    items:
      - {title: "Der **erste** Satz", text: Mit Zusatz}
      - {title: Der zweite Satz, link: "https://example.com/satz"}
    source: Gesagt
  - layout: questions
    id: fragen
    text: Mit [Verweis](#teil-zwei) & Text
    hidden: true
    notes: Verborgene Notiz mit <Klammern>
  - layout: contact
    title: Bitte & danke
    text: Mit **Text** und [Verweis](https://example.com/seite).
    items: [{title: Anrufen, link: "tel:+49221000000"}, schreiben]
    url: https://example.com/vortrag?x=1&y=2
    transition: none
  - layout: contact
    title: Ohne eigene Zeilen
"""


# --- Where things are ---------------------------------------------------------------------------


class Area(NamedTuple):
    """A rectangle in points from the top left of the slide."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Area, slack: float = 0.0) -> bool:
        """Return whether `other` lies inside, but for `slack` points on each side."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def __str__(self) -> str:
        return f"({', '.join(f'{edge:.0f}' for edge in self)})"


class Line(NamedTuple):
    """A line of a rendered page, or a word of it; its area is that of its ink."""

    text: str
    area: Area
    size: float
    """The largest size of its letters in points."""
    bold: bool
    color: tuple[int, int, int]
    """Red, green and blue of its first letter, from 0 to 255."""

    @property
    def middle(self) -> Area:
        """The point in the middle of its ink."""
        x, y = (self.area.left + self.area.right) / 2, (self.area.top + self.area.bottom) / 2
        return Area(x, y, x, y)


@dataclass(frozen=True)
class Frame:
    """A shape that holds words, as the .pptx has it."""

    name: str
    text: str | None
    """Its words; None for a chart, which may show any."""
    area: Area
    sizes: set[float] = field(default_factory=set)
    """The sizes in points that its words may have; empty where that is not known."""

    @cached_property
    def squeezed(self) -> str:
        """Its words without what line breaks change."""
        return squeezed(self.text or "")


MARKS = ("•", "▪", "■", "–")
"""What stands before a bullet, in a size of its own."""

ORNAMENT = 150.0
"""From this size in points on, a number is an ornament: it may run off the edge, and be faint."""


def lines(page: Any, belongs: Callable[[str], bool] = lambda text: True) -> list[Line]:
    """Return the lines of text that a page of a PDF shows, its ornaments left out.

    Words of one height may be of several shapes, which a PDF does not know: a line that does not
    `belong` together falls into what does.
    """
    return [line for spans in _lines(page) for line in _parted(spans, belongs)]


def _parted(spans: list[dict[str, Any]], belongs: Callable[[str], bool]) -> Iterator[Line]:
    """Yield spans as lines, each as long as it belongs together."""
    for end in range(len(spans), 0, -1):
        line = _line(spans[:end])
        if end == 1 or (line and belongs(line.text)):
            if line and not _is_ornament(line) and line.text.strip() not in MARKS:
                yield line
            if end < len(spans):
                yield from _parted(spans[end:], belongs)
            return


def _is_ornament(line: Line) -> bool:
    return line.size >= ORNAMENT and line.text.strip().isdigit()


def words(page: Any) -> list[Line]:
    """Return the words that a page of a PDF shows, its ornaments left out."""
    found = []
    for spans in _lines(page):
        for span in spans:
            chars: list[dict[str, Any]] = []
            for char in [*span["chars"], {"c": " "}]:
                if char["c"].isspace():
                    word = _line([{**span, "chars": chars}])
                    found += [word] if word and not _is_ornament(word) else []
                    chars = []
                else:
                    chars.append(char)
    return found


def _lines(page: Any) -> Iterator[list[dict[str, Any]]]:
    """Yield the spans of lines; words far apart, or of another size, are of several shapes."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            together: list[dict[str, Any]] = []
            end, size = None, 0.0
            for span in line["spans"]:
                start, before, size = span["bbox"][0], size, span["size"]
                unlike = before and max(size, before) > 1.15 * min(size, before)
                if end is not None and (start - end > size or unlike):
                    yield together
                    together = []
                together.append(span)
                end = span["bbox"][2]
            yield together


def _line(spans: list[dict[str, Any]]) -> Line | None:
    """Return spans as a line, None where they are but space."""
    text = "".join(char["c"] for span in spans for char in span["chars"])
    inked = [(span, char) for span in spans for char in span["chars"] if not char["c"].isspace()]
    if not inked:
        return None
    first, color = inked[0][0], inked[0][0]["color"]
    return Line(
        text,
        _around(_ink(span["size"], char) for span, char in inked),
        max(span["size"] for span, _ in inked),
        "bold" in first["font"].lower(),
        (color >> 16 & 255, color >> 8 & 255, color & 255),
    )


def _ink(size: float, char: dict[str, Any]) -> Area:
    """Return where a letter may have ink: from the height of capitals to its depth, if it has any.

    Quotation marks hang from the height of capitals.
    """
    baseline, (left, _, right, _) = char["origin"][1], char["bbox"]
    hangs = char["c"] in "“”‘’»«"
    deep = not (hangs or char["c"].isdigit() or char["c"] in STANDING)
    top, bottom = 0.72, 0.21 if deep else -0.3 if hangs else 0.02
    return Area(left, baseline - top * size, right, baseline + bottom * size)


STANDING = "ABCDEFGHIKLMNOPRSTUVWXYZÄÖÜabcdefhiklmnorstuvwxzäöü.:!?…%+–—•▪"
"""What stands on the line and has nothing below it; letters of any font are near enough."""


def _around(areas: Iterable[Area]) -> Area:
    every = list(areas)
    return Area(
        min(area.left for area in every),
        min(area.top for area in every),
        max(area.right for area in every),
        max(area.bottom for area in every),
    )


def squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and soft hyphens: what no line break changes."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad\u2011")


def frames(slide: Any) -> list[Frame]:
    """Return the shapes with words of a slide and, as far as it shows them, of its layout."""
    own = [shape for shape in slide.slide_layout.shapes if not shape.is_placeholder]
    return [*_frames(own), *_frames(slide.shapes), *_fallbacks(slide)]


def _fallbacks(slide: Any) -> Iterator[Frame]:
    """Yield what stands in the place of shapes that not every program knows, as of formulas."""
    for fallback in slide._element.iter(f"{COMPATIBILITY}Fallback"):
        for shape in fallback.iter(f"{PRESENTATION}sp"):
            place = shape.find(f"{PRESENTATION}spPr/{DRAWING}xfrm")
            left, top, wide, high = (int(value) for part in place for value in part.values())
            edges = (left, top, left + wide, top + high)
            area = Area(*(edge / EMU_PER_POINT for edge in edges))
            yield Frame("formula", None, area)


COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def _frames(shapes: Iterable[Any]) -> Iterator[Frame]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _frames(shape.shapes)
        elif getattr(shape, "has_chart", False):
            yield Frame(shape.name, None, area_of(shape))
        elif getattr(shape, "has_table", False):
            cells = [cell.text_frame for cell in shape.table.iter_cells()]
            sizes = {size for cell in cells for size in _own_sizes(cell)}
            yield Frame(shape.name, "\n".join(cell.text for cell in cells), area_of(shape), sizes)
        elif getattr(shape, "has_text_frame", False) and shape.text_frame.text.strip():
            yield Frame(shape.name, shape.text_frame.text, area_of(shape), set(sizes_of(shape)))


def area_of(shape: Any) -> Area:
    """Return where a shape stands, inherited from its layout and master where it says nothing."""
    while shape._element.x is None:
        shape = shape._base_placeholder
    left, top = shape.left, shape.top
    edges = (left, top, left + shape.width, top + shape.height)
    return Area(*(edge / EMU_PER_POINT for edge in edges))


def sizes_of(shape: Any) -> Iterator[float]:
    """Yield the size of each run of a text shape in points: its own, or that of its level."""
    inherited: dict[int, float] = {}
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            size, level = run.font.size, paragraph.level
            if size is None and level not in inherited:
                inherited[level] = _inherited_size(shape, level)
            yield inherited[level] if size is None else size.pt


def _own_sizes(text: Any) -> Iterator[float]:
    for paragraph in text.paragraphs:
        yield from (run.font.size.pt for run in paragraph.runs if run.font.size is not None)


def _inherited_size(shape: Any, level: int) -> float:
    while shape is not None:
        path = f".//a:lstStyle/a:lvl{level + 1}pPr/a:defRPr/@sz"
        found = shape._element.xpath(path)
        if found:
            return int(found[0]) / 100
        shape = getattr(shape, "_base_placeholder", None)
    raise AssertionError(f"no level {level + 1} has a size")
