"""The outline: sections, ids and links over all slides of a talk."""

from __future__ import annotations

from collections.abc import Iterable

from smdeck.findings import Findings, Place, count, suggest
from smdeck.layouts import layout_names
from smdeck.model.address_forms import spelled
from smdeck.model.items import Item
from smdeck.page import DrawContext, Layout
from smdeck.page.page import TalkSection
from smdeck.source import Node, Scalar, Sequence


def outline(
    slides: list[Layout],
    context: DrawContext,
    links: list[tuple[str, Place]],
    lost: Iterable[Node] = (),
    dropped: dict[str, Place] | None = None,
) -> set[Layout]:
    """Number the sections, fill agendas from them, check ids and links.

    Nothing is said of what lacks only because of slides that are `lost`: those with errors. The ids
    of slides that this version leaves out are `dropped`. Returns the slides that can't be drawn:
    agendas without entries.
    """
    ids: dict[str, Layout] = {}
    for slide in slides:
        if slide.id and slide.id in ids:
            context.findings.error(
                "duplicate-id",
                f"the id `{slide.id}` stands here twice",
                slide.at("id"),
                _other_of(ids[slide.id], slide),
            )
        elif slide.id:
            ids[slide.id] = slide
    for slide in slides:
        if slide.layout == "section" and slide.title and not slide.backup:
            slide.id = slide.id or f"section-{len(context.sections) + 1}"
            ids[slide.id] = slide
            context.sections.append(
                TalkSection(
                    len(context.sections) + 1, slide.title, slide, slide.id, _minutes(slides, slide)
                )
            )
    empty: set[Layout] = set()
    entries = [_entry(section) for section in context.sections]
    for slide in slides:
        if not slide.complete(entries):
            empty.add(slide)
            written = slide.origin.get("items")
            wrong = written is not None and not (
                isinstance(written, Sequence) and not written.items
            )
            if wrong or any(_may_be_section(node) for node in lost):
                continue  # its items or the sections have errors, which are reported
            context.findings.error(
                "item-count",
                f"`{slide.layout}` takes 2 to 10 items, the deck has "
                f"{count(len(entries), 'section')}",
                slide.origin.place,
                "add `section` slides, or write `items`",
            )
    hidden = {id for node in lost for id in _ids(node)}
    for target, place in links:
        left_out = (dropped or {}).get(target[1:]) if target.startswith("#") else None
        if left_out and target[1:] not in ids:
            context.findings.error(
                "left-out",
                f"the slide `{target[1:]}` that the link leads to is left out",
                place,
                f"`{left_out.source.name}:{left_out.line}` is the slide; leave the link out with "
                "it, by the same `only` or `except`",
            )
        elif target.removeprefix("#") not in hidden:
            _check_target(target, place, ids, context.findings)
    return empty


def _other_of(first: Layout, slide: Layout) -> str:
    """Return where the first slide stands that has an id, and what to do if it is this one."""
    other, place, own = first.origin.place, slide.at("id"), slide.origin.place
    if (other.source.name, other.line, other.column) == (own.source.name, own.line, own.column):
        return "the slide is used twice: give one of the uses an `id` of its own"
    same = other.source.name == place.source.name
    line = f"line {other.line}" if same else f"`{other.source.name}:{other.line}`"
    return f"{line} has it too"


def _may_be_section(node: Node) -> bool:
    """Return whether a slide with errors is a section, or of a layout that there is not."""
    named = node.text_of("layout", "bullets")
    return named == "section" or named not in layout_names()


def _ids(node: Node) -> list[str]:
    """Return the id of a slide with errors, as it is written and as it may be meant."""
    id = node.get("id")
    return [id.text, spelled(id.text)] if isinstance(id, Scalar) else []


def _minutes(slides: list[Layout], section: Layout) -> float | None:
    """Return the minutes of the slides from a section to the next."""
    total = 0.0
    for slide in slides[slides.index(section) :]:
        if slide.layout == "section" and slide is not section:
            break
        if not (slide.hidden or slide.backup):
            total += slide.minutes or 0
    slot: float | None = getattr(section, "slot", None)
    return total or None if slot is None else slot


def _entry(section: TalkSection) -> Item:
    return Item(
        origin=section.slide.origin,
        title=section.title,
        minutes=section.minutes,
        link=f"#{section.id}",
    )


def _check_target(target: str, place: Place, ids: dict[str, Layout], findings: Findings) -> None:
    if target.startswith("#") and target[1:] not in ids:
        findings.error(
            "unknown-id",
            f"no slide has the id `{target[1:]}`",
            place,
            suggest(target[1:], ids, "give the slide an `id`"),
        )
