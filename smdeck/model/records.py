"""The records of the deck language: the deck, and what all slides share."""

from __future__ import annotations

from typing import ClassVar, Literal

from smdeck.model.fields import Reader, Record, key
from smdeck.model.kinds import TRUTHS, Language
from smdeck.model.people import Client, Event, Speaker
from smdeck.model.reuse import (
    EXCEPT,
    ONLY,
    ChosenVariants,
    SlideDefaults,
    Variables,
    Variants,
)
from smdeck.model.reveal import Reveal
from smdeck.model.text import Block, Inline, Script
from smdeck.source import Scalar

TIME = r"([01]?\d|2[0-3])[:.][0-5]\d"
"""A time of the day."""

Tone = Literal["light", "dark", "brand", "accent"]
Transition = Literal["none", "fade", "push", "wipe", "cover", "morph"]


class Slide(Record):
    """What every slide can have; each layout adds its own keys."""

    is_slide: ClassVar[bool] = True

    layout: str = key("How the slide looks; `smdeck layouts` lists what there is.", "bullets")
    id: str | None = key(
        "A name for links to this slide.",
        None,
        pattern=r"[a-z0-9][a-z0-9-]*",
        expects="lower-case letters, digits and hyphens",
    )
    title: Inline | None = key("The slide's message.", None)
    subtitle: Inline | None = key("A line below the title.", None)
    notes: Script | None = key("What the speaker says; shown in presenter view only.", None)
    minutes: float | None = key("How long the slide stays on screen.", None, least=0)
    tone: Tone | None = key("The tone of the slide; without it the theme chooses by layout.", None)
    reveal: Reveal | None = key(
        "What comes by clicks: `true` for one click an item, groups as `[[1], [2, 3]]`, or keys.",
        None,
    )
    transition: Transition | None = key("How the slide comes in.", None)
    hidden: bool = key("True keeps the slide in the file and skips it on stage.", False)
    cut: bool = key("Whether it can be skipped when it is late; its notes say so.", False)
    backup: bool = key(
        "Whether this slide and all that follow are kept back for questions: they have no number"
        " and no time.",
        False,
    )
    comment: Block | None = key(
        "A to-do or question for who reads the file; written with `--comments` alone.", None
    )
    source: Inline | None = key("Where the slide's facts are from; shown small at the foot.", None)
    allow: list[str] = key("Codes of findings that are on purpose on this slide.", list)
    only: ChosenVariants | None = key(ONLY, None)
    except_: ChosenVariants | None = key(EXCEPT, None)

    @property
    def beside_words(self) -> float:
        """How long it takes beside what is said, in minutes, where its author does not say."""
        return 0.0


class Deck(Record):
    """A talk."""

    title: Inline = key("The title of the talk.")
    subtitle: Inline | None = key("The title's second line.", None)
    lang: Language = key(
        "The language of the talk as a BCP 47 tag, or a list of several, the first of which the"
        " others are translated from; it also picks the generated words.",
        "de-DE",
    )
    theme: str = key(
        "A theme that ships, or the path of a theme's folder.",
        "schlicht", expects="the name or the path of a theme",
    )  # fmt: skip
    minutes: float | None = key("How long the talk may take.", None, least=0)
    pace: float | None = key(
        "How many words a minute are said, for slides that have notes and no `minutes`; default:"
        " 110.",
        None, least=40, most=300,
    )  # fmt: skip
    clock: str | None = key(
        "When the talk begins, as `10:00`: the notes of each slide then say what time it is.",
        None, pattern=TIME, expects="a time such as `10:45`",
    )  # fmt: skip
    speaker: Speaker | None = key("Who gives the talk.", None)
    event: Event | None = key("Where and when the talk is given.", None)
    client: Client | None = key("For whom the talk is given.", None)
    transition: Transition = key("How slides come in, unless they say otherwise.", "none")
    agenda: Literal["once", "repeat"] = key(
        "Whether the agenda comes again before each section, which is set off in it.", "once"
    )
    footer: Inline | None = key(
        "The line at the foot, or `false`; default: title and event, the title alone where it is"
        " narrow.",
        None,
    )
    numbers: Literal["plain", "total", "none"] = key(
        "The numbers of slides: `3`, `3 / 24`, or none.", "plain"
    )
    dated: str | None = key(
        "The date at the foot: `auto` is the day on which the file is opened, or any words.", None
    )
    classification: str | None = key(
        "How confidential the talk is: one of the levels that the theme names; default: its usual"
        " one.",
        None,
    )
    back: bool = key(
        "Whether the number of a slide leads back to the agenda, and a backup slide to where one"
        " came from.",
        False,
    )
    menu: bool = key(
        "Whether the foot names the sections in place of the footer, each a link to jump there.",
        False,
    )
    typography: bool = key(
        "Whether plain typing becomes the language's quotation marks, dashes and spaces.", True
    )
    fit: Literal["deck", "slide"] = key(
        "Whether texts of one kind have one size all over the deck, or each slide its own.", "deck"
    )
    kind: Literal["talk", "workshop", "lecture", "handout"] = key(
        "What the deck is for: a talk to a hall, a workshop in a room, where type may be smaller,"
        " a lecture, whose slides are read again, or a handout that is read.",
        "talk",
    )
    allow: list[str] = key("Codes of findings that are on purpose all over the deck.", list)
    vars: Variables | None = key(
        "Values that texts name as `${name}`: names with values, a .yaml or .csv file, or a list of"
        " these.",
        None,
    )
    defaults: SlideDefaults | None = key(
        "Keys that all slides of a layout have unless they say otherwise: `{chart: {unit: …}}`.",
        None,
    )
    variants: Variants | None = key(
        "Versions of the talk by name, each with the keys of the deck that it has otherwise.", None
    )
    slides: list[Slide] = key("The slides, in order.", least=1, most=10_000)

    def decoded(self, reader: Reader) -> None:
        """Take `false` and `true` for what they say of footer and date."""
        self._read_footer(reader)
        self._read_date(reader)

    def _read_date(self, reader: Reader) -> None:
        """Take `false` for no date and `true` for that of the day, and report a word for that."""
        node = self.origin.get("dated")
        if not (self.dated and isinstance(node, Scalar) and node.plain):
            return
        word = self.dated.casefold()
        if word in ("false", "none", "true"):
            self.dated = "auto" if word == "true" else None
        elif word in ("heute", "today", "jetzt", "now", "date", "datum"):
            words = "a date, `auto`, or other words"
            help = "did you mean `auto`? In quotation marks it stands as it is typed"
            reader.wrong(node, "`dated`", words, help, code="wrong-value")

    def _read_footer(self, reader: Reader) -> None:
        """Report a link in the footer: its words are those of the slide layouts, which have none.

        `false` is no footer, `true` the usual one.
        """
        links = [run.link for run in self.footer.runs if run.link] if self.footer else []
        if links:
            reader.findings.warn(
                "link-left-out",
                f"the footer can't link to `{links[0]}`: the words stand without a link",
                self.at("footer"),
                "put the link on a slide, as on `contact`",
            )
        node = self.origin.get("footer")
        if not (self.footer and isinstance(node, Scalar) and node.plain):
            return
        word = node.text.lower()
        if word == "false":
            self.footer = Inline((), node.place)
        elif word == "true":
            self.footer = None
        elif word in TRUTHS:
            words = "a text, or `true` or `false`"
            reader.wrong(node, "`footer`", words, TRUTHS[word], code="wrong-value")
