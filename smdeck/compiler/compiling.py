"""The pipeline from end to end: a deck's file becomes scenes, and scenes become a .pptx."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from smdeck.checking import (
    PROSE,
    bullets_at_once,
    check,
    leave_out_allowed,
    number_of_fitted_words,
    number_slides,
    words_at_once,
)
from smdeck.compiler.ending import with_closing
from smdeck.compiler.morphing import let_move, name_pairs
from smdeck.compiler.outline import outline
from smdeck.compiler.slides import decode_slide, layouts_with, report_unknown_layouts
from smdeck.compiler.splitting import can_split, split
from smdeck.compiler.stage import (
    count_slides,
    keep_back,
    look_at_foot,
    name_agenda,
    open_menu,
    sections_of,
    slide_number,
    tell_time,
    with_returns,
)
from smdeck.compose.choice import WHOLE
from smdeck.expand import AS_IT_STANDS, Wanted, needs_expanding
from smdeck.findings import Findings, Place
from smdeck.fit import fit, fit_footers, level_parts, level_sizes, share_sizes
from smdeck.layouts import layout_names, load_layout
from smdeck.model.decode import decode, keys
from smdeck.model.fields import Failed, Reader
from smdeck.model.records import Deck
from smdeck.model.schedule import schedule
from smdeck.model.scripts import written_rtl
from smdeck.model.text import Paragraph, Run
from smdeck.page import DrawContext, Layout, Page
from smdeck.page.builds import arrange
from smdeck.page.composed import Composed, compose_all
from smdeck.page.extras import draw_kicker
from smdeck.page.foot import put_foot, put_progress, put_way_back
from smdeck.page.page import TalkSection, dotted
from smdeck.scene import SlideLayout, SlideScene
from smdeck.source import Mapping, Node, Scalar, Sequence, read
from smdeck.strings import Strings, strings_for
from smdeck.theme import Theme, find_theme

if TYPE_CHECKING:
    from smdeck.compiler.drafting import Drafting

Progress = Callable[[int, int], None]


class Compiled:
    """A deck with its scenes: all that writing needs."""

    def __init__(
        self,
        path: Path,
        deck: Deck,
        theme: Theme,
        strings: Strings,
    ) -> None:
        self.path = path
        self.deck = deck
        self.theme = theme
        self.strings = strings
        self.drawn: list[Layout] = []
        """The slides that could be drawn, one for each scene."""
        self.scenes: list[SlideScene] = []
        self.slide_layouts: list[SlideLayout] = []

    @property
    def minutes(self) -> float:
        """How long the slides take by what they say or their notes, in minutes."""
        return round(schedule(self.deck.slides, self.deck).minutes, 1)

    @property
    def slide_places(self) -> list[Place]:
        """Where its slides are written, those with errors included."""
        return [node.place for node in self.deck.origin.listed("slides")]


def compile_deck(
    path: Path,
    findings: Findings,
    progress: Progress | None = None,
) -> Compiled | None:
    """Return the scenes of a deck's file, as far as they can be made; `findings` says what can't.

    `progress` is told the number of slides done and of all.
    """
    node = read(path, findings)
    return None if node is None else compile_node(node, path, findings, progress)


def compile_node(
    node: Mapping,
    path: Path,
    findings: Findings,
    progress: Progress | None = None,
    wanted: Wanted = AS_IT_STANDS,
    drafting: Drafting | None = None,
) -> Compiled | None:
    """Return the scenes of a version of a deck that was read from a file, as `compile_deck`.

    With `drafting`, slides that can't be read have others in their places.
    """
    dropped: dict[str, Place] = {}
    if needs_expanding(node, wanted):
        from smdeck.expand.expanding import expand

        expanded = expand(node, wanted, keys(Deck), layout_names(), findings)
        if expanded is None:
            return None
        node, dropped = expanded.root, expanded.dropped
    decoding = drafting.decode if drafting else decode_slide
    theme_of_deck = _theme(node, path.parent)
    node = with_closing(node, theme_of_deck)
    template = theme_of_deck.template if theme_of_deck else None
    slides = partial(decoding, template=template)
    reader = Reader(findings, path.parent, slides, lang=_typography(node), language=_language(node))
    reader.layouts_with = layouts_with
    reader.astray = _astray(node)
    deck = decode(Deck, node, reader, "a deck")
    if isinstance(deck, Failed):
        return None
    theme = find_theme(deck.theme, path.parent, findings, deck.at("theme"))
    if theme is None:
        return None
    if not theme.mirrors and written_rtl(deck.lang):
        findings.error(
            "right-to-left",
            f"a talk in `{deck.lang}` runs from right to left, and a company's template can't be "
            "mirrored",
            deck.at("lang"),
            "take a theme that ships, or one of your own with the company's colours and fonts",
        )
        return None
    if deck.kind == "lecture":
        theme = theme.for_lecture()
    report_unknown_layouts(theme.asks.layouts_named, findings)
    compiled = Compiled(path, deck, theme, strings_for(deck.lang))
    written = deck.origin.get("slides")
    lost = _lost(written, deck)
    drawn = _draw_all(
        compiled, reader.links, lost=lost, dropped=dropped, findings=findings, progress=progress
    )
    _check(compiled, drawn, written, findings)
    if drafting:
        drafting.finish(compiled, findings)
    return compiled


def _astray(node: Mapping) -> set[str]:
    """Return the keys that stand among those of the deck and are none of them.

    Where a slide stands there, `slides` is no further mistake.
    """
    found = {name for name in node.entries if name not in keys(Deck)}
    return {*found, "slides"} if "layout" in found else found


def _lost(written: Node | None, deck: Deck) -> list[Node]:
    """Return the slides that could not be decoded."""
    nodes = written.items if isinstance(written, Sequence) else []
    if len(nodes) == len(deck.slides):
        return []
    decoded = {id(slide.written) for slide in deck.slides}  # type: ignore[attr-defined]
    return [node for node in nodes if id(node) not in decoded]


def _check(
    compiled: Compiled, drawn: list[Layout], written: Node | None, findings: Findings
) -> None:
    """Add what breaks the rules; leave out what slides, deck and theme allow.

    Slides are numbered as they stand in the file: those that can't be drawn count, too.
    """
    nodes = written.items if isinstance(written, Sequence) else []
    numbers = {id(node): number for number, node in enumerate(nodes, 1)}
    numbered = [(numbers[id(slide.written)], slide) for slide in drawn]
    slides = [(*one, scene) for one, scene in zip(numbered, compiled.scenes, strict=True)]
    check(compiled.deck, compiled.theme, slides, findings)
    number_slides(findings, written)
    leave_out_allowed(findings, compiled.deck, compiled.theme, numbered)


def _theme(node: Mapping, folder: Path) -> Theme | None:
    """Return the theme that a deck names: it may end its talks, and its template have layouts.

    What is wrong with it is said when it is asked for with its place.
    """
    named = node.get("theme")
    return find_theme(named.text, folder, Findings()) if isinstance(named, Scalar) else None


def _typography(node: Mapping) -> str | None:
    """Return the language whose typography texts are given, or None if that is switched off."""
    switch = node.get("typography")
    if isinstance(switch, Scalar) and switch.text == "false":
        return None
    return _language(node)


def _language(node: Mapping) -> str:
    """Return the language of a deck, or the one that is meant; decoding says what is wrong."""
    from smdeck.model.language import is_tag, meant

    lang = node.get("lang")
    if not isinstance(lang, Scalar) or not lang.text:
        return "de-DE"
    return lang.text if is_tag(lang.text) else meant(lang.text) or "de-DE"


def _draw_all(
    compiled: Compiled,
    links: list[tuple[str, Place]],
    lost: list[Node],
    dropped: dict[str, Place],
    findings: Findings,
    progress: Progress | None,
) -> list[Layout]:
    """Draw and fit all slides; return those that could be drawn, one for each scene."""
    deck, theme, strings = compiled.deck, compiled.theme, compiled.strings
    context = DrawContext(deck, theme, strings, compiled.path.parent, findings)
    written: list[Layout] = deck.slides  # type: ignore[assignment]
    keep_back(written)
    slides = with_returns(written, deck, findings)
    name_agenda(slides, deck)
    for name in layout_names():
        context.slide_layouts.add_usual(load_layout(name))
    empty = outline(slides, context, links, lost, dropped)
    open_menu(slides, context, bool(lost))
    _place(slides, context)
    collecting = {slide for slide in slides if slide.collects}
    slides = _split(slides, context, empty | collecting)
    slides = _collect(slides, context, empty, collecting, bool(lost))
    deck.slides = list(slides)
    count_slides(slides, context)
    let_move(slides, deck.transition)
    compose_all([slide for slide in slides if slide not in empty], theme, findings)
    sections = {one.slide: one for one in context.sections}
    footer = _footer(deck, theme)
    for number, slide in enumerate(slides, 1):
        if slide in empty:
            continue
        section = sections.get(slide)
        context.current = section or context.current
        compiled.scenes.append(_draw(slide, number, context, section, footer))
        if progress and (number % 50 == 0 or number == len(slides)):
            progress(number, len(slides))
    shorter = (deck.title.plain,) if deck.footer is None else None
    fit_footers(compiled.scenes, theme, findings, shorter)
    look_at_foot(compiled.scenes, context)
    compiled.slide_layouts = context.slide_layouts.all()
    if deck.fit == "deck":
        level_sizes(compiled.scenes, theme)
    drawn = compiled.drawn = [slide for slide in slides if slide not in empty]
    names = sections_of(drawn, strings)
    for slide, scene in zip(drawn, compiled.scenes, strict=True):
        scene.section = names.get(slide, scene.section)
    name_pairs(compiled.scenes)
    tell_time(drawn, compiled.scenes, deck, strings)
    for parted in _parted(drawn, compiled.scenes):
        level_parts(parted, theme)
    share_sizes(compiled.slide_layouts, compiled.scenes)
    if any(slide.layout == "image" for slide in drawn):
        from smdeck.compiler.scrims import ease_scrims

        ease_scrims(drawn, compiled.scenes, theme)
    return drawn


def _place(slides: list[Layout], context: DrawContext) -> None:
    """Let each slide know its context, and the section that it stands in."""
    sections, current = {one.slide: one for one in context.sections}, None
    for slide in slides:
        current = None if slide.backup else sections.get(slide, current)
        slide.context = context
        slide.section = sections.get(slide.ahead) if slide.ahead else current


def _split(slides: list[Layout], context: DrawContext, empty: set[Layout]) -> list[Layout]:
    """Return the slides, those in parts that ask for it and hold too much."""
    if not any(getattr(slide, "split", False) for slide in slides):
        return slides
    trial = DrawContext(context.deck, context.theme, context.strings, context.folder, Findings())
    sections = {one.slide: one for one in context.sections}

    bullets = bullets_at_once(context.deck, context.theme)
    most = words_at_once(context.deck, context.theme)

    def tried(slide: Layout, findings: Findings) -> None:
        trial.findings = findings
        scene = _draw(slide, 1, trial, None, "")
        if slide.layout not in PROSE and number_of_fitted_words(scene) > most:
            findings.error("words", "", slide.origin.place)

    done: list[Layout] = []
    for slide in slides:
        trial.current = sections.get(slide, trial.current)
        splits = getattr(slide, "split", False) and slide not in empty
        done += split(slide, context.strings, tried, bullets) if splits else [slide]
    return done


def _collect(
    slides: list[Layout],
    context: DrawContext,
    empty: set[Layout],
    collecting: set[Layout],
    lost: bool,
) -> list[Layout]:
    """Return the slides, those filled that show what stands on the others, and shared out anew.

    That is known last: parts of a slide have numbers of their own. Nothing is said of what lacks
    because slides are `lost`, or because what is written in its place has errors.
    """
    for slide in slides:
        if slide not in collecting - empty or slide.collect(slides):
            continue
        empty.add(slide)
        written = slide.origin.get("items")
        if not lost and (written is None or (isinstance(written, Sequence) and not written.items)):
            context.findings.error(
                "item-count",
                f"`{slide.layout}` has nothing to show: no slide has a `source`",
                slide.origin.place,
                "write `items`, or remove the slide",
            )
    return _split(slides, context, empty | ({*slides} - collecting)) if collecting else slides


def _parted(slides: list[Layout], scenes: list[SlideScene]) -> list[list[SlideScene]]:
    """Return the scenes of each slide that is split."""
    parts: dict[int, list[SlideScene]] = {}
    for slide, scene in zip(slides, scenes, strict=True):
        if slide.part is not WHOLE:
            parts.setdefault(id(slide.origin), []).append(scene)
    return list(parts.values())


def _footer(deck: Deck, theme: Theme) -> str:
    if deck.footer is not None:
        return deck.footer.plain
    if not theme.owns_foot:
        return deck.title.plain  # the place for it may be small
    return dotted([deck.title.plain, deck.event.where if deck.event else ""])


def _draw(
    slide: Layout, number: int, context: DrawContext, section: TalkSection | None, footer: str
) -> SlideScene:
    """Return the scene of a slide.

    Where its words do not fit the layout of a template, it is drawn on one that is composed.
    """
    if not context.slide_layouts.declines:
        return _drawn(slide, number, context, section, footer)
    findings, context.findings = context.findings, Findings()
    scene = _drawn(slide, number, context, section, footer)
    while context.findings.errors and context.slide_layouts.decline(slide, scene.slide_layout):
        context.findings = Findings()
        scene = _drawn(slide, number, context, section, footer)
    findings.extend(context.findings.in_order())
    context.findings = findings
    return scene


def _drawn(
    slide: Layout, number: int, context: DrawContext, section: TalkSection | None, footer: str
) -> SlideScene:
    page = Page(slide, context)
    scene = page.scene
    if "title" in page.placeholders and page.heads:
        title = slide.title or slide.usual_title(context.strings)
        page.text("title", title, start=slide.starts("title"))
    if page.heads and "subtitle" in page.placeholders:
        page.text("subtitle", slide.subtitle, start=slide.starts("subtitle"))
    elif slide.subtitle and "subtitle" not in page.placeholders:
        context.findings.error(
            "unshown-key",
            f"`{slide.layout}` can't show a `subtitle`",
            slide.at("subtitle"),
            "put it into `notes`, or into the title",
        )
    slide.draw(page)
    if page.heads and "kicker" in page.placeholders:
        draw_kicker(page, slide)
    if slide.reveal:
        arrange(page, slide.sides())
    _finish(page, slide, number, context, footer)
    context.standing.put_over(scene)
    if getattr(slide, "split", False):
        scene.remedy = "split it in two"
    elif hasattr(slide, "split") and can_split(slide):
        scene.remedy = "write `split: true`"
    scene.id, scene.notes, scene.hidden = slide.id, slide.notes, slide.hidden
    scene.transition = slide.transition or context.deck.transition
    scene.comment = slide.comment.plain if slide.comment else ""
    scene.section = section.title.plain if section else None
    scene.title = slide.title.plain if slide.title else slide.usual_title(context.strings) or ""
    fit(scene, context.theme, context.findings)
    if page.parted or (isinstance(slide, Composed) and slide.parts):
        _tell_parted(scene, context.findings, not page.parted)
    return scene


def _tell_parted(scene: SlideScene, findings: Findings, every: bool) -> None:
    """Say which words of a slide, of its title if not of `every` text, are parted, although their
    author gave no place for it."""
    from smdeck.compose.parting import broken_words

    for node, word, as_set in broken_words(scene):
        if not every and node.name != "title":
            continue
        place = next((one.place for one in node.paragraphs if word in one.plain), None)
        findings.warn(
            "parted-word",
            f"in the {node.name} the word `{word}` is parted: in one piece it would not fit",
            place or node.place or scene.place,
            f"use a shorter word, or write `|` where it may break: `{as_set.replace('-', '|')}`",
        )


def _finish(page: Page, slide: Layout, number: int, context: DrawContext, footer: str) -> None:
    """Put source, footer and number on the page: last in the reading order."""
    scene = page.scene
    if slide.sources:
        if "source" not in page.placeholders:
            credited = next((image for image in slide.pictures if image.credit), None)
            context.findings.error(
                "unshown-key",
                f"`{slide.layout}` can't show a `source`"
                if slide.source or not credited
                else f"`{slide.layout}` can't show the `credit` of a picture",
                slide.at("source") if slide.source or not credited else credited.at("credit"),
                "put it into `notes`",
            )
        else:
            runs: list[Run] = [Run(f"{context.strings.source} ")]
            for n, text in enumerate(slide.sources):
                runs += [Run(" · ")] * (n > 0) + list(text.runs)
            place = slide.source.place if slide.source else slide.origin.place
            page.text("source", [Paragraph(tuple(runs))], place=place)
    if scene.slide_layout.footed:
        put_foot(page, footer, *slide_number(slide, number, context))
        if not slide.backup:
            put_progress(page, number)
        if slide.backup and context.deck.back:
            put_way_back(page)
