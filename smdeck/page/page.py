"""The page: what a layout draws on, and what it may know about the talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from smdeck.compose.paragraphs import EXPLAINS, leveled
from smdeck.compose.parting import with_whole_title
from smdeck.findings import Findings, Place, listing, suggest
from smdeck.fit.tables import LOW_TABLE
from smdeck.model.chart import ChartData
from smdeck.model.items import Image
from smdeck.model.records import Deck
from smdeck.model.table import TableData, table_problems
from smdeck.model.text import Inline, Paragraph, Run, Text, merged_runs
from smdeck.page.branding import Branding
from smdeck.page.lists import with_lists
from smdeck.page.slide_layouts import SlideLayouts, slide_layouts_on
from smdeck.page.standing import StandingLine, standing_words
from smdeck.scene import (
    Box,
    Chart,
    Click,
    Connector,
    Fade,
    Fitted,
    FittedTable,
    Geometry,
    Group,
    Icon,
    Line,
    Lines,
    Paint,
    Picture,
    PlaceholderSpec,
    Playback,
    Role,
    SceneNode,
    Shape,
    SlideScene,
    Spark,
    Style,
    Table,
    TextBox,
)
from smdeck.strings import Strings
from smdeck.theme import Theme
from smdeck.units import emu

if TYPE_CHECKING:
    from smdeck.page.layout import Layout

Node_T = TypeVar("Node_T", TextBox, Shape, Icon, Picture, Chart, Spark, Table, Connector, Group)


class TalkSection(NamedTuple):
    """A section of the talk: its number, its slide and how long it takes."""

    number: int
    title: Inline
    slide: Layout
    id: str
    minutes: float | None


class DrawContext:
    """What layouts may know beyond their slide."""

    def __init__(
        self,
        deck: Deck,
        theme: Theme,
        strings: Strings,
        folder: Path,
        findings: Findings,
    ) -> None:
        self.deck = deck
        self.theme = theme
        self.strings = strings
        self.folder = folder
        self.findings = findings
        self.slide_layouts: SlideLayouts = slide_layouts_on(theme, strings)
        self.slide_layouts.branding = Branding(theme, strings, deck.client, folder, findings)
        self.standing = StandingLine(standing_words(deck, theme, findings), theme, findings)
        self.slide_layouts.standing = self.standing
        self.sections: list[TalkSection] = []
        self.current: TalkSection | None = None
        """The section that the slide stands in."""
        self.last = 0
        """The number of the last slide that is not kept back."""
        self.agenda: str | None = None
        """The id of the agenda, where slides lead back to it."""
        self.reserve: str | None = None
        """The id of the first slide that is kept back, where the menu leads there."""


class Page:
    """A slide while it is drawn. Every method puts a node on it and returns the node."""

    def __init__(self, slide: Layout, context: DrawContext) -> None:
        self.slide, self.context = slide, context
        self.theme, self.strings = context.theme, context.strings
        tone = context.theme.tone_of(slide.layout, slide.tone)
        slide_layout = slide.slide_layout(context.slide_layouts, tone)
        self.placeholders = {spec.name: spec for spec in slide_layout.placeholders}
        self.scene = SlideScene(slide_layout, slide.origin.place)
        self.heads = slide.headed
        """Whether title and subtitle are put there for all layouts alike."""
        self.parted = False
        """Whether a long word of the title may be parted, which fits no other way."""
        self._tiles: dict[int, Shape] = {}

    def text(
        self,
        placeholder: str,
        text: Text | Sequence[Paragraph] | str | None,
        *,
        group: str = "",
        place: Place | None = None,
        link: str | None = None,
        start: tuple[float, ...] = (),
    ) -> TextBox | None:
        """Fill a placeholder with a text; nothing is put where there is none.

        Words that are measured already `start` at the sizes that they fit.
        """
        if not text:
            return None
        spec = self.placeholders[placeholder]
        assert spec.style, f"the placeholder {placeholder} holds no text"
        paragraphs, place = self._paragraphs(text, place)
        if spec.of_template:  # a template's levels are one below the other
            style, paragraphs = spec.style, tuple(map(_below, paragraphs))
        else:
            style, paragraphs = with_lists(spec.style, paragraphs)
        tile = self._tile(spec)
        node = TextBox(
            paragraphs,
            style,
            box=spec.box,
            place=place,
            name=placeholder.rsplit(" ", 1)[0],
            fitted=Fitted(start=() if spec.of_template else start),
            placeholder=spec,
            group=group,
            inside=spec.geometry,
            link=link,
            kind="ornament" if spec.ornament else "text",
        )
        if placeholder == "title":
            whole = with_whole_title(node, self.theme, self.context.deck.lang)
            self.parted, node = whole is not node, whole
        box = self.put(node)
        if tile:
            self._tiles[id(box)] = tile
        return box

    def _tile(self, spec: PlaceholderSpec) -> Shape | None:
        """Draw the tile behind a placeholder where the slide layout does not."""
        if spec.fill is None or self.scene.slide_layout.tiled:
            return None
        name = f"{self.strings.shapes['shape']} {spec.name.rsplit(' ', 1)[-1]}"
        return self.put(
            Shape(spec.box, spec.geometry, fill=spec.fill, line=spec.line, text=None, name=name)
        )

    def label(
        self,
        box: Box,
        text: Text | Sequence[Paragraph] | str,
        style: Style,
        *,
        group: str = "",
        name: str = "text",
        place: Place | None = None,
    ) -> TextBox:
        """Put a text into a box of its own, which no placeholder of the layout holds."""
        paragraphs, place = self._paragraphs(text, place)
        style, paragraphs = with_lists(style, paragraphs)
        return self.put(
            TextBox(
                paragraphs, style, box=box, place=place, name=name, fitted=Fitted(), group=group
            )
        )

    def shape(
        self,
        box: Box,
        preset: Geometry,
        *,
        fill: Role | Paint | None = None,
        line: Line | None = None,
        text: Text | Sequence[Paragraph] | str | None = None,
        style: Style | None = None,
        group: str = "",
        name: str | None = None,
        link: str | None = None,
        fade: Fade | None = None,
        place: Place | None = None,
        called: str | None = None,
    ) -> Shape:
        """Put a shape on the slide, with words in its middle where a text is given.

        Findings about the words say where they stand, and how they are `called`.
        """
        words = None
        if text and style:
            paragraphs, place = self._paragraphs(text, place)
            style, paragraphs = with_lists(style, paragraphs)
            words = TextBox(
                paragraphs,
                style,
                box=box,
                place=place,
                name=called or name or "text",
                fitted=Fitted(),
                group=group,
                inside=preset,
            )
        shown = name or (words.paragraphs[0].plain if words else self.strings.shapes["shape"])
        return self.put(
            Shape(box, preset, fill=fill, line=line, text=words, name=shown, link=link, fade=fade)
        )

    def icon(self, name: str, box: Box, fill: Role, place: Place) -> Icon | None:
        """Put an icon on the slide; an unknown name is a finding."""
        from smdeck.data.icons import is_icon

        shown = f"{self.strings.shapes['icon']} {name}"
        own = self.theme.branding.icons.get(name)
        if own:
            outline = self._own_icon(own, place)
            return self.put(Icon(name, box, fill, shown, outline)) if outline else None
        if not is_icon(name):
            message = f"there is no icon `{name}`"
            self.context.findings.error("unknown-icon", message, place, _icon_help(name))
            return None
        return self.put(Icon(name, box, fill, shown))

    def _own_icon(self, file: Path, place: Place) -> str:
        """Return the outline of an icon of the theme's own; "" with a finding where it has none."""
        from smdeck.pictures.outlines import icon_outline
        from smdeck.pictures.reading import Unusable

        try:
            return icon_outline(file)
        except Unusable as problem:
            message = f"the icon `{file.name}` {problem.said}"
            self.context.findings.error(problem.code, message, place, problem.help)
            return ""

    def picture(
        self,
        image: Image,
        placeholder: str,
        *,
        fills: bool = False,
        share: float = 0.0,
        link: str | None = None,
    ) -> Picture:
        """Put a picture into a placeholder, cropped to fill it, or whole where it is drawn.

        Where it `fills` that, it is whole only if its author says so; with a `share` of it, it is
        whole on that.
        """
        spec = self.placeholders[placeholder]
        box, name = spec.box, self.strings.shapes["picture"]
        if image.mask and image.size:
            from smdeck.page.masks import masked

            box, mask = masked(image, image.mask, box, self.theme)
            return self.put(Picture(image, box, name, spec, link, mask=mask))
        if share:
            box = _contained(box, image, share)
        elif image.size and (image.fit == "contain" if fills else image.whole):
            box = self._whole(image, image.size, box)
        return self.put(Picture(image, box, name, spec, link))

    def _whole(self, image: Image, size: tuple[float, float], box: Box) -> Box:
        """Return where a picture is whole in a box: in the body it begins where the words beside it
        do; at the edges of a slide it stands on a surface, a sheet of paper with a margin."""
        wide, high = _scaled(size, box)
        if box.x > 0 and box.y > 0 and box.right < self.theme.width:
            return box._replace(w=wide, h=high)
        if box.w - wide > box.w // 50 or box.h - high > box.h // 50:
            name = self.strings.shapes["shape"]
            self.put(Shape(box, Geometry(), fill="surface", line=None, text=None, name=name))
            if image.sheet:
                wide, high = _scaled(size, box.inset(MARGIN, MARGIN, MARGIN, MARGIN))
        return box.centered(wide, high)

    def film(self, poster: Image, box: Box, film: Playback) -> Picture:
        """Put a film or a sound on the slide, its poster standing for it until it plays."""
        name = self.strings.shapes["sound" if film.sound else "video"]
        return self.put(Picture(poster, box, name, film=film))

    def poster(self, image: Image, box: Box, link: str) -> Picture:
        """Put a picture on the slide that leads to a page where a film plays."""
        return self.put(Picture(image, box, self.strings.shapes["video"], link=link))

    def chart(
        self, data: ChartData, placeholder: str, *, keyed: bool = False, free: Box | None = None
    ) -> Chart | None:
        """Put a chart into a placeholder, with the words that stand in it; if `keyed`, the slide
        names its slices; `free` is what its bars leave to words."""
        from smdeck.page.charting import put_chart

        return put_chart(self, data, placeholder, keyed=keyed, free=free)

    def table(self, data: TableData, placeholder: str) -> Table | None:
        """Put a table into a placeholder."""
        if not table_problems(data, self.context.findings):
            return None
        spec = self.placeholders[placeholder]
        columns = dict(enumerate(data.columns))
        bars = frozenset(n for n, column in columns.items() if column.bar)
        numbers = [n for n, side in enumerate(data.aligned) if side == "right" and n not in bars]
        cells = tuple(size for size, *_ in self.theme.type.sizes("cell"))
        body = (size for size, *_ in self.theme.type.sizes("body"))
        larger = tuple(size for size in body if size > cells[0] and len(data.rows) <= LOW_TABLE)
        return self.put(
            Table(
                data.header,
                data.rows,
                align=data.aligned,
                highlight=data.highlight,
                box=spec.box,
                name=self.strings.shapes["table"],
                place=data.origin.place,
                sizes=cells,
                fitted=FittedTable(),
                placeholder=spec,
                whole=data.all_rows,
                strong=frozenset({0, *(numbers if len(numbers) == 1 else ())}),
                bars=bars,
                ratings=frozenset(n for n, column in columns.items() if column.rating),
                sparks=frozenset(n for n, column in columns.items() if column.spark),
                larger=larger,
            )
        )

    def connect(
        self,
        start: tuple[Shape, int],
        end: tuple[Shape, int],
        line: Line,
        *,
        bend: Literal["", "middle", "corner", "across"] = "",
        way: tuple[tuple[int, int], ...] = (),
    ) -> Connector:
        """Put a line between two shapes, glued to a connection site of each."""
        name = f"{self.strings.shapes['tie']} {start[0].name} – {end[0].name}"
        ends = start[0].site(start[1]), end[0].site(end[1])
        return self.put(
            Connector(*start, *end, line=line, ends=ends, name=name, bend=bend, way=way)
        )

    def group(self, children: Iterable[SceneNode | None], name: str, alt: str = "") -> Group:
        """Join nodes that are on the slide into a group that moves as one."""
        members = [child for child in children if child is not None]
        grouped = {id(member) for member in members}
        self.scene.nodes = [node for node in self.scene.nodes if id(node) not in grouped]
        return self.put(Group(members, name, alt))

    def click(self, *nodes: SceneNode | None) -> None:
        """Let nodes appear with one click, if the slide reveals its items one by one."""
        if self.slide.reveal:
            shown = [node for node in nodes if node is not None]
            tiles = [self._tiles[id(node)] for node in shown if id(node) in self._tiles]
            self.scene.clicks.append(Click((*tiles, *shown)))

    def click_paragraphs(self, box: TextBox | None) -> None:
        """Let the top-level paragraphs of a text appear one by one."""
        if not self.slide.reveal or box is None:
            return
        levels = [paragraph.level for paragraph in box.paragraphs]
        heads = [n for n, level in enumerate(levels) if level == min(levels)]
        for head, following in pairwise([*heads, len(box.paragraphs)]):
            self.scene.clicks.append(Click(lines=(Lines(box, head, following - 1),)))

    def put(self, node: Node_T) -> Node_T:
        """Put a node on the slide that is made already."""
        self.scene.nodes.append(node)
        return node

    def _paragraphs(
        self, text: Text | Sequence[Paragraph] | str, place: Place | None
    ) -> tuple[tuple[Paragraph, ...], Place | None]:
        if isinstance(text, Text):
            return leveled(text.paragraphs), text.place
        if isinstance(text, str):
            return (Paragraph((Run(text),)),), place or self.slide.origin.place
        return tuple(text), place or self.slide.origin.place


MARGIN = emu(20)
"""What is left around a sheet on a surface at the least."""

WIDEST, HIGHEST = 0.84, 0.64
"""The shares of its placeholder that a picture which is shown whole has at the most."""


def _scaled(size: tuple[float, float], box: Box) -> tuple[int, int]:
    """Return a size as large as a box holds it."""
    scale = min(box.w / size[0], box.h / size[1])
    return round(size[0] * scale), round(size[1] * scale)


def _contained(box: Box, image: Image, share: float) -> Box:
    """Return where a picture stands in a box that covers a share of it, whatever its shape."""
    if not image.size:
        return box
    ratio = image.size[0] / image.size[1]
    wide = min((share * box.w * box.h * ratio) ** 0.5, WIDEST * box.w, HIGHEST * box.h * ratio)
    return box.centered(round(wide), round(wide / ratio))


def _icon_help(name: str) -> str:
    """Return which icons may be meant by a name that none has: a word of German or English."""
    from smdeck.data.icon_search import meant_icons
    from smdeck.data.icons import icon_names, is_icon

    word = re.sub(r"^(fa[bsr]?|ti|bi|mdi|icon|lucide|tabler)[-: ]+", "", name.strip(), flags=re.I)
    found = [word] if is_icon(word) else meant_icons(word)
    if found:
        return f"did you mean {listing(found)}?"
    return suggest(name, icon_names(), None) or "`smdeck icons WORD` finds one"


def _below(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph at its level of a template, where lists stand below their text."""
    level = 1 if paragraph.level == EXPLAINS else paragraph.level
    return paragraph._replace(level=level + paragraph.depth)


def minutes_as_number(value: float, lang: str) -> str:
    """Return a number of minutes as it is written in a language."""
    if value == int(value):
        return str(int(value))
    from smdeck.figures.showing import shown

    return shown(value, "General", lang)


def in_a_line(parts: Iterable[Sequence[Run]], between: str = " · ") -> tuple[Run, ...]:
    """Return texts in a line, each with its own markup."""
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(between)] if runs and part else ()), *part]
    return tuple(merged_runs(runs))


def dotted(parts: Iterable[str]) -> str:
    """Return parts in a line, a dot between them."""
    return " · ".join(part for part in parts if part)
