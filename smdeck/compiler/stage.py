"""The stage: the agenda's returns, what is kept back for questions, and the clock in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from smdeck.findings import Findings
from smdeck.fit.fitting import every_node
from smdeck.model.markup import directed
from smdeck.model.records import Deck
from smdeck.model.schedule import Slot, minutes_shown, schedule, time_of
from smdeck.model.text import Paragraph, Run, Script
from smdeck.page import DrawContext, Layout
from smdeck.scene import SlideScene, TextBox
from smdeck.strings import Strings


def keep_back(slides: Sequence[Layout]) -> None:
    """Let all slides from the first backup on be kept back for questions."""
    kept = False
    for slide in slides:
        kept |= slide.backup
        slide.backup = kept


def with_returns(slides: Sequence[Layout], deck: Deck, findings: Findings) -> list[Layout]:
    """Return the slides, with the agenda once more before each section where the deck says so."""
    if deck.agenda != "repeat":
        return list(slides)
    agenda = next((slide for slide in slides if slide.layout == "agenda"), None)
    if agenda is None:
        findings.error(
            "missing-field",
            "the deck has no `agenda` slide to repeat",
            deck.at("agenda"),
            "add `- layout: agenda` before the first section",
        )
        return list(slides)
    done: list[Layout] = []
    for slide in slides:
        begins = slide.layout == "section" and not slide.backup and agenda in done
        if begins and done[-1].layout != "agenda":
            done.append(_return(agenda, slide))
        done.append(slide)
    return done


def _return(agenda: Layout, section: Layout) -> Layout:
    """Return the agenda as it comes again: without notes, and with the coming section set off."""
    again = copy(agenda)
    again.renew()
    again.id, again.notes, again.minutes, again.ahead = None, None, None, section
    return again


AGENDA = "agenda"
"""The id of an agenda that has none of its own and is led back to."""


def name_agenda(slides: Sequence[Layout], deck: Deck) -> None:
    """Let the agenda have an id, where slides lead back to it."""
    agenda = next((slide for slide in slides if slide.layout == "agenda"), None)
    if deck.back and agenda and not agenda.id and AGENDA not in {slide.id for slide in slides}:
        agenda.id = AGENDA


RESERVE = "reserve"
"""The id of the first slide that is kept back, if it has none of its own and is led to."""


def open_menu(slides: Sequence[Layout], context: DrawContext, lost: bool) -> None:
    """Let the first slide that is kept back have an id for the menu, which needs sections.

    Nothing is said of sections where slides are `lost`, which may be some.
    """
    deck = context.deck
    if not deck.menu:
        return
    if deck.footer and deck.footer.plain:
        context.findings.error(
            "wrong-value",
            "the foot has room for a `footer` or for the `menu`, not for both",
            deck.at("menu"),
            "take one of the two out",
        )
    if not context.sections and not lost:
        context.findings.error(
            "missing-field",
            "the deck has no sections for the `menu`",
            deck.at("menu"),
            "add `- {layout: section, title: …}` where each part begins",
        )
    kept = next((slide for slide in slides if slide.backup), None)
    if kept:
        kept.id = kept.id or RESERVE
        context.reserve = kept.id


def count_slides(slides: Sequence[Layout], context: DrawContext) -> None:
    """Let the talk know which number is its last, and where its agenda stands."""
    context.last = sum(not slide.backup for slide in slides)
    if context.deck.back:
        context.agenda = next((one.id for one in slides if one.layout == "agenda" and one.id), None)


_AT_FOOT = {"dated": ("date", "today"), "menu": ("menu",)}
"""Kinds of the texts that show keys of the deck at the foot."""


def look_at_foot(scenes: Sequence[SlideScene], context: DrawContext) -> None:
    """Report what a template has no place for at the foot of any slide."""
    if context.theme.owns_foot or not (context.deck.dated or context.deck.menu):
        return
    shown = {
        node.kind
        for scene in scenes
        for node in every_node(scene.nodes)
        if isinstance(node, TextBox)
    }
    for field, kinds in _AT_FOOT.items():
        if getattr(context.deck, field) and shown.isdisjoint(kinds):
            part = "date" if field == "dated" else "footer"
            context.findings.warn(
                "unshown-key",
                f"the layouts of the template have no place for `{field}`",
                context.deck.at(field),
                f"take `{field}` out, or put a {part} on the layouts of the template",
            )


def slide_number(slide: Layout, number: int, context: DrawContext) -> tuple[str, str | None]:
    """Return the number of a slide as its foot shows it, and where it leads."""
    numbers = context.deck.numbers
    if slide.backup or numbers == "none":
        return "", None
    leads = context.agenda if slide.layout != "agenda" else None
    shown = f"{number} / {context.last}" if numbers == "total" else str(number)
    return shown, leads and f"#{leads}"


def sections_of(slides: Sequence[Layout], strings: Strings) -> dict[Layout, str]:
    """Return the name of the native section that begins with a slide kept back, where one does."""
    names: dict[Layout, str] = {}
    kept = False
    for slide in slides:
        if slide.backup and slide.layout == "section" and slide.title:
            names[slide] = slide.title.plain
        elif slide.backup and not kept:
            names[slide] = strings.labels["backup"]
        kept = slide.backup
    return names


def tell_time(
    drawn: Sequence[Layout], scenes: Sequence[SlideScene], deck: Deck, strings: Strings
) -> None:
    """Begin the notes of each slide with its time, if the deck has a clock, and with what can go.

    They are stage directions, which nobody says.
    """
    plan = schedule(drawn, deck)
    for slot in plan.slots:
        said = [*([_time(slot, deck, strings)] if deck.clock else []), *_cut(slot, strings)]
        if not said:
            continue
        scene = scenes[slot.number - 1]
        line = Paragraph(directed((Run(" · ".join(said)),)), direction=True)
        notes = scene.notes.paragraphs if scene.notes else ()
        scene.notes = Script((line, *notes), slot.slide.origin.place)


def _time(slot: Slot, deck: Deck, strings: Strings) -> str:
    """Return when a slide comes, as `10:20 – Minute 18 / 45`."""
    assert deck.clock
    of = f" / {deck.minutes:g}" if deck.minutes else ""
    minute = f"{strings.whole_minutes[0].capitalize()} {int(slot.start + 1e-9)}{of}"
    return f"{time_of(deck.clock, slot.start)} – {minute}"


def _cut(slot: Slot, strings: Strings) -> list[str]:
    """Return that a slide can be left out, and what that saves."""
    if not slot.slide.cut:
        return []
    saved = f": {minutes_shown(slot.minutes)} {strings.minutes}" if slot.minutes else ""
    return [f"{strings.labels['cut']}{saved}"]
