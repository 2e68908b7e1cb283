"""The pipeline from end to end: a deck's file becomes scenes, and scenes become a .pptx."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from smdeck.findings import Findings, Place, count, listing, suggest
from smdeck.fit import fit, fit_footer, level_sizes, share_sizes
from smdeck.layouts import Layout, Page, Talk, layout_names, load_layout
from smdeck.layouts._page import Part
from smdeck.model.decode import FAILED, Failed, Reader, decode, keys
from smdeck.model.records import Deck, Image, Item, all_item_keys
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.scene import NativeLayout, SlideScene
from smdeck.source import Mapping, Node, Scalar, read
from smdeck.theme import Theme, find_theme
from smdeck.words import Words, words_for

Progress = Callable[[int, int], None]


class Compiled:
    """A deck with its scenes: all that writing needs."""

    def __init__(
        self,
        path: Path,
        deck: Deck,
        theme: Theme,
        words: Words,
    ) -> None:
        self.path = path
        self.deck = deck
        self.theme = theme
        self.words = words
        self.scenes: list[SlideScene] = []
        self.natives: list[NativeLayout] = []

    @property
    def minutes(self) -> float:
        """How long the slides take that say so, in minutes."""
        return sum(slide.minutes or 0 for slide in self.deck.slides if not slide.hidden)


def compile_deck(
    path: Path, findings: Findings, progress: Progress | None = None
) -> Compiled | None:
    """Return the scenes of a deck, as far as they can be made; `findings` says what can't.

    `progress` is told the number of slides done and of all.
    """
    node = read(path, findings)
    if node is None:
        return None
    reader = Reader(findings, path.parent, decode_slide, lang=_typography(node))
    deck = decode(Deck, node, reader, "a deck")
    if isinstance(deck, Failed):
        return None
    theme = find_theme(deck.theme, path.parent, findings, deck.at("theme"))
    if theme is None:
        return None
    compiled = Compiled(path, deck, theme, words_for(deck.lang))
    _draw_all(compiled, reader.links, findings, progress)
    return compiled


def _typography(node: Mapping) -> str | None:
    """Return the language whose typography texts are given, or None if that is switched off."""
    switch, lang = node.get("typography"), node.get("lang")
    if isinstance(switch, Scalar) and switch.text == "false":
        return None
    return lang.text if isinstance(lang, Scalar) else "de-DE"


def decode_slide(node: Node, reader: Reader) -> Layout | Failed:
    """Return the slide of a node, decoded by its layout's keys."""
    findings = reader.findings
    if not isinstance(node, Mapping):
        return reader.wrong(node, "a slide", "keys with values, such as `layout` and `title`")
    named = node.get("layout")
    name = named.text if isinstance(named, Scalar) else "bullets"
    if named is not None and name not in layout_names():
        findings.error(
            "unknown-layout",
            f"there is no layout `{name}`",
            named.place,
            suggest(name, layout_names(), f"layouts: {', '.join(layout_names())}"),
        )
        return FAILED
    layout = load_layout(name)
    before, pictures = len(findings.errors), len(reader.pictures)
    slide = decode(layout, node, reader, f"{'an' if name[0] in 'aeiou' else 'a'} `{name}` slide")
    for image in reader.pictures[pictures:]:
        _check_picture(image, reader)
    if isinstance(slide, Failed):
        return FAILED
    slide.pictures = tuple(reader.pictures[pictures:])
    countable = _has_right_counts(slide, name, findings)
    _check_items(slide, name, findings)
    if not countable:
        return FAILED  # its regions are made for as many items as it takes
    if len(findings.errors) == before:
        slide.check(findings)
    return slide


def _has_right_counts(slide: Layout, name: str, findings: Findings) -> bool:
    """Report a list of items that is too short or too long; return whether there is none."""
    field_ = keys(type(slide)).get("items")
    number = len(getattr(slide, "items", ()))
    if field_ is None or (not number and not field_.required):
        return True
    if (field_.least or 0) <= number <= (field_.most or number):
        return True
    findings.error(
        "item-count",
        f"`{name}` takes {field_.least or 0:g} to {field_.most:g} items, "
        f"here {'is' if number == 1 else 'are'} {number or 'none'}",
        slide.at("items"),
        _layouts_for(number) if number else None,
    )
    return False


def _check_items(slide: Layout, name: str, findings: Findings) -> None:
    """Report keys of items that would not be shown."""
    for field_ in keys(type(slide)).values():
        if field_.shows:
            for item in getattr(slide, field_.name) or ():
                _check_item(item, name, field_.shows, findings)
    for side in ("left", "right"):
        column = getattr(slide, side, None)
        if isinstance(getattr(column, "items", None), list):
            for item in column.items:  # type: ignore[union-attr]
                _check_item(item, name, ("title", "text", "items", "link"), findings)


def _check_item(item: Item, name: str, shows: tuple[str, ...], findings: Findings) -> None:
    if isinstance(item.origin, Mapping):
        for key_node, _ in item.origin:
            if key_node.text in all_item_keys() and key_node.text not in shows:
                others = [
                    other for other in layout_names()
                    if "items" in keys(load_layout(other))
                    and key_node.text in keys(load_layout(other))["items"].shows
                ]  # fmt: skip
                findings.error(
                    "unshown-key",
                    f"`{name}` can't show the `{key_node.text}` of an item",
                    key_node.place,
                    f"{listing(others, 'and')} can"
                    if others
                    else f"it shows {listing(shows, 'and')}",
                )
    if item.title is None and "title" in shows and not item.image:
        findings.error(
            "missing-field",
            "an item needs the field `title`",
            item.origin.place,
            "add `title`: what the item is about",
        )
    in_short = not isinstance(item.origin, Mapping) or "items" not in item.origin.entries
    if item.items and "items" not in shows and in_short:
        findings.error(
            "unshown-key",
            f"`{name}` can't show the sub-items of an item",
            item.origin.place,
            "`bullets` can",
        )
    for sub in item.items:
        _check_item(sub, name, ("title", "text", "items", "link"), findings)


def _layouts_for(number: int) -> str | None:
    """Return which layouts take so many items."""
    fitting = []
    for name in layout_names():
        field_ = keys(load_layout(name)).get("items")
        if field_ and field_.required and (field_.least or 0) <= number <= (field_.most or 0):
            fitting.append(name)
    if not fitting:
        return "split the slide"
    take = "takes" if len(fitting) == 1 else "take"
    return f"{listing(fitting, 'and')} {take} {count(number, 'item')}"


def _check_picture(image: Image, reader: Reader) -> None:
    findings = reader.findings
    path = reader.folder / image.file
    place = image.at("file")
    if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        findings.error(
            "wrong-file",
            f"`{image.file}` is neither a PNG nor a JPEG file",
            place,
            "export it as PNG" if path.suffix.lower() == ".svg" else None,
        )
    elif not os.path.isfile(path):  # noqa: PTH113 -- unlike Path's, it bears any name
        folder = path.parent
        files = folder.glob("*") if os.path.isdir(folder) else ()  # noqa: PTH112
        near = [file.name for file in files if file.is_file()]
        findings.error(
            "missing-file",
            f"there is no file `{image.file}`",
            place,
            suggest(path.name, near, "its path is relative to the deck"),
        )
    else:
        from PIL import Image as PillowImage
        from PIL import UnidentifiedImageError

        try:
            with PillowImage.open(path) as opened:
                opened.verify()
        except (UnidentifiedImageError, OSError, SyntaxError, PillowImage.DecompressionBombError):
            findings.error("unreadable-file", f"`{image.file}` is no readable picture", place)
    if not image.alt and not image.decorative:
        findings.error(
            "missing-alt",
            "a picture needs the field `alt`",
            image.origin.place,
            "say what it shows, or write `decorative: true`",
        )


def _draw_all(
    compiled: Compiled,
    links: list[tuple[str, Place]],
    findings: Findings,
    progress: Progress | None,
) -> None:
    deck, theme, words = compiled.deck, compiled.theme, compiled.words
    talk = Talk(deck, theme, words, compiled.path.parent, findings)
    slides: list[Layout] = deck.slides  # type: ignore[assignment]
    for name in layout_names():
        talk.natives.add_usual(name, load_layout(name))
    _name_slides(slides, talk, links)
    footer = _footer(deck)
    for number, slide in enumerate(slides, 1):
        part = next((part for part in talk.parts if part.slide == number), None)
        talk.current = part or talk.current
        compiled.scenes.append(_draw(slide, number, talk, part, footer))
        if progress and (number % 50 == 0 or number == len(slides)):
            progress(number, len(slides))
    footed = next((scene for scene in compiled.scenes if scene.footer), None)
    if footed:
        fit_footer(footed, theme, findings)
    compiled.natives = talk.natives.all()
    if deck.fit == "deck":
        level_sizes(compiled.scenes, theme)
    share_sizes(compiled.natives, compiled.scenes)


def _name_slides(slides: list[Layout], talk: Talk, links: list[tuple[str, Place]]) -> None:
    """Number the sections, fill agendas from them, and check ids and links."""
    ids: dict[str, Layout] = {}
    for slide in slides:
        if slide.id and slide.id in ids:
            talk.findings.error(
                "duplicate-id",
                f"the id `{slide.id}` stands here twice",
                slide.at("id"),
                f"line {ids[slide.id].origin.line + 1} has it too",
            )
        elif slide.id:
            ids[slide.id] = slide
    for number, slide in enumerate(slides, 1):
        if slide.layout == "section" and slide.title:
            slide.id = slide.id or f"section-{len(talk.parts) + 1}"
            ids[slide.id] = slide
            talk.parts.append(
                Part(len(talk.parts) + 1, slide.title, number, slide.id, _minutes(slides, number))
            )
    entries = [_entry(part, slides) for part in talk.parts]
    for slide in slides:
        if slide.layout == "agenda":
            slide.complete(entries)  # type: ignore[attr-defined]
            if not 2 <= len(slide.items) <= 10:  # type: ignore[attr-defined]
                talk.findings.error(
                    "item-count",
                    f"`agenda` takes 2 to 10 items, the deck has {count(len(entries), 'section')}",
                    slide.origin.place,
                    "add `section` slides, or write `items`",
                )
    for target, place in links:
        _check_target(target, place, ids, talk.findings)


def _minutes(slides: list[Layout], start: int) -> float | None:
    """Return the minutes of the slides from a section to the next."""
    total = 0.0
    for slide in slides[start - 1 :]:
        if slide.layout == "section" and slide is not slides[start - 1]:
            break
        if not slide.hidden:
            total += slide.minutes or 0
    return total or None


def _entry(part: Part, slides: list[Layout]) -> Item:
    return Item(
        origin=slides[part.slide - 1].origin,
        title=part.title,
        minutes=part.minutes,
        link=f"#{part.id}",
    )


def _check_target(target: str, place: Place, ids: dict[str, Layout], findings: Findings) -> None:
    from smdeck.model.markup import LINK_SCHEMES

    if not target.startswith(LINK_SCHEMES):
        findings.error(
            "markup",
            f"`{target}` is no address that a slide can link to",
            place,
            "begin it with https:// or mailto:, or with # and the `id` of a slide",
        )
    elif target.startswith("#") and target[1:] not in ids:
        findings.error(
            "unknown-id",
            f"no slide has the id `{target[1:]}`",
            place,
            suggest(target[1:], ids, "give the slide an `id`"),
        )


def _footer(deck: Deck) -> str:
    if deck.footer is not None:
        return deck.footer.plain
    event = deck.event
    where = [text.plain for text in (event.name, event.place) if text] if event else []
    return " · ".join([deck.title.plain, *([", ".join(where)] if where else [])])


def _draw(slide: Layout, number: int, talk: Talk, part: Part | None, footer: str) -> SlideScene:
    page = Page(slide, talk)
    scene = page.scene
    if slide.headed:
        page.text("title", slide.title or _default_title(slide, talk))
        page.text("subtitle", slide.subtitle)
    elif slide.subtitle and "subtitle" not in page.frames:
        talk.findings.error(
            "unshown-key",
            f"`{slide.layout}` can't show a `subtitle`",
            slide.at("subtitle"),
            "put it into `notes`, or into the title",
        )
    slide.draw(page)
    _finish(page, slide, number, talk, footer)
    scene.id, scene.notes, scene.hidden = slide.id, slide.notes, slide.hidden
    scene.transition = slide.transition or talk.deck.transition
    scene.section = part.title.plain if part else None
    scene.title = slide.title.plain if slide.title else talk.deck.title.plain
    fit(scene, talk.theme, talk.findings)
    return scene


def _default_title(slide: Layout, talk: Talk) -> Inline | str | None:
    return {"agenda": talk.words.agenda, "takeaways": talk.words.takeaways}.get(slide.layout)


def _finish(page: Page, slide: Layout, number: int, talk: Talk, footer: str) -> None:
    """Put source, footer and number on the page: last in the reading order."""
    credits = [image.credit for image in slide.pictures if image.credit]
    if slide.source or credits:
        if "source" not in page.frames:
            talk.findings.error(
                "unshown-key",
                f"`{slide.layout}` can't show a `source`",
                slide.at("source"),
                "put it into `notes`",
            )
        else:
            runs: list[Run] = [Run(f"{talk.words.source}: ")]
            for n, text in enumerate([*([slide.source] if slide.source else []), *credits]):
                runs += [Run(" · ")] * (n > 0) + list(text.runs)
            place = slide.source.place if slide.source else slide.origin.place
            page.text("source", [Paragraph(tuple(runs))], place=place)
    if slide.footed:
        page.foot(footer, number)
