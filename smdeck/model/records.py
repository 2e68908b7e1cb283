"""The records of the deck language: the deck, what all slides share, items, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from smdeck.findings import Place
from smdeck.model.address_forms import EMAIL
from smdeck.model.chart import ChartData
from smdeck.model.decode import keys
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.kinds import TRUTHS, Language, TextKind, WebAddress, text_with_colon
from smdeck.model.reuse import (
    EXCEPT,
    ONLY,
    ChosenVariants,
    SlideDefaults,
    Variables,
    Variants,
)
from smdeck.model.reveal import Reveal
from smdeck.model.sparks import SparkValues
from smdeck.model.table import TableData
from smdeck.model.text import Block, Inline, Paragraph, Run, Script, Text
from smdeck.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from smdeck.pictures.kinds import Kind

__all__ = [
    "Axis",
    "Block",
    "ChartData",
    "Client",
    "Deck",
    "Event",
    "Image",
    "Inline",
    "Item",
    "Paragraph",
    "Run",
    "Slide",
    "Speaker",
    "TableData",
    "Text",
    "Tone",
    "Transition",
]


def _named(record: type[Record], name: str, node: Node, reader: Reader) -> Any:
    """Return the record of which only one text is written, the value of the key `name`."""
    if not isinstance(node, Scalar) or (node.plain and node.text in ("true", "false")):
        return NotImplemented
    value = keys(record)[name].kind.decode(node, f"`{name}`", reader)
    if value is FAILED:
        return FAILED
    made = record(origin=node, **{name: value})
    made.decoded(reader)
    return made


TIME = r"([01]?\d|2[0-3])[:.][0-5]\d"
"""A time of the day."""

Tone = Literal["light", "dark", "brand", "accent"]
Transition = Literal["none", "fade", "push", "wipe", "cover", "morph"]


class Image(Record):
    """A picture from a file beside the deck."""

    file: str = key(
        "The PNG, JPEG, GIF, WebP, BMP, TIFF or SVG file, relative to the file that names it."
    )
    alt: str | None = key("What the picture shows, for those who don't see it.", None)
    decorative: bool = key("True for a picture that says nothing by itself.", False)
    credit: Inline | None = key("Who made it; shown small beside the picture.", None)
    focus: list[float] | None = key(
        "The point that a crop keeps, as two shares [x, y] from the top left.",
        None,
        least=2,
        most=2,
    )
    fit: Literal["cover", "contain"] | None = key(
        "`cover` fills its place and is cropped, `contain` is shown whole; default: drawings,"
        " screenshots and logos whole, photographs and pictures with a `focus` cropped.",
        None,
    )
    mask: Literal["round", "bubble", "cutout"] | None = key(
        "Its outline: a circle, a speech bubble, or that of a figure without a background, which"
        " stands at the foot of its place; default: that of the layout.",
        None,
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the picture that a lone file name stands for; what it shows is yet to be said."""
        return _named(cls, "file", node, reader)

    usual_focus: tuple[float, float] = (0.5, 0.5)
    """The point that a crop keeps where the author names none."""
    path: Path
    """The file, once it is checked."""
    size: tuple[float, float] | None = None
    """Width and height of the file, once it is checked: in pixels, of an SVG in its own units."""
    kind: Kind | None = None
    """What the file is by its content, once it is checked."""
    drawn: bool = False
    """Whether it is no photograph, once it is checked."""
    paper: bool = False
    """Whether it is drawn on white or on nothing, once it is checked."""

    @property
    def is_photograph(self) -> bool:
        """Whether it is a JPEG, by its content, or its name where there is no file."""
        if self.kind is None:
            return self.file.lower().endswith((".jpg", ".jpeg"))
        return self.kind == "JPEG"

    @property
    def whole(self) -> bool:
        """Whether it is shown whole, and not cropped to fill its place."""
        if self.fit:
            return self.fit == "contain"
        return self.drawn and not self.focus and not self.mask

    @property
    def sheet(self) -> bool:
        """Whether it is a diagram or a page: shown whole, and no words over it."""
        return self.whole and (self.paper or self.fit == "contain")

    def decoded(self, reader: Reader) -> None:
        """Have the picture's file checked, and check its focus."""
        if any(not 0 <= share <= 1 for share in self.focus or ()):
            reader.findings.error(
                "wrong-value",
                "`focus` takes two shares from 0 to 1",
                self.at("focus"),
                "0 is left or top, 0.5 the middle, 1 right or bottom",
            )
        reader.pictures.append(self)


_WITH_COLON: dict[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "propertyNames": {"pattern": "^[^a-zäöüß]| "},
    "additionalProperties": {"type": ["string", "number", "boolean"]},
}
"""The schema of a text with a colon, which is a pair to YAML: `- DSGVO: klären`."""


class Item(Record):
    """One entry of a list: a text that is its title, or these keys."""

    words: ClassVar[str] = "a text, or `title` with further keys"
    short_schema: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": ["string", "number", "boolean"]}, _WITH_COLON]
    }

    title: Inline | None = key("What the item is about, in a few words.", None)
    text: Block | None = key("A sentence more.", None)
    icon: str | None = key("The name of an icon; `smdeck icons WORD` finds one.", None)
    image: Image | None = key("A picture.", None)
    value: Inline | None = key("A figure with its unit.", None)
    unit: str | None = key("The unit shown with the value, as `%`.", None)
    decimals: int | None = key("How many decimals the value has.", None, least=0, most=10)
    format: str | None = key(
        "The number format of the value, as spreadsheets have it: `0.0%`, `#,##0`.", None
    )
    date: Inline | None = key("When it happens.", None)
    link: str | None = key("An address or the `#id` of a slide.", None)
    items: list[Item] = key("Sub-items.", list)
    featured: bool = key("Set off against the other items.", False)
    tie: Literal["strong", "weak"] = key("How close it is to the centre.", "weak")
    minutes: float | None = key("How long it takes.", None, least=0)
    trend: Literal["up", "down", "flat"] | None = key("Where the value goes.", None)
    spark: SparkValues | None = key(
        "Where the value comes from: numbers, the oldest first, shown as a small line.", None
    )
    done: bool = key("Whether it is done.", False)
    lane: str | None = key("The lane that it stands in.", None)
    start: str | None = key("When it begins: a period, or a date as 2026-12-03.", None)
    end: str | None = key("When it ends, in the same form; default: where it begins.", None)
    x: float | None = key("How far to the right it stands, from 0 to 1.", None, least=0, most=1)
    y: float | None = key("How high it stands, from 0 to 1.", None, least=0, most=1)
    only: ChosenVariants | None = key(ONLY, None)
    except_: ChosenVariants | None = key(EXCEPT, None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the item that a lone text is, or one written as `- Title: [item, item]`."""
        if isinstance(node, Scalar):
            title = TextKind().decode(node, "an item", reader)
            if title is not FAILED and title.blank:
                reader.findings.error(
                    "missing-value", "an item has no words", node.place, "write some, or remove it"
                )
                return FAILED
            return FAILED if title is FAILED else cls(origin=node, title=title)
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            return NotImplemented
        ((name, value),) = node.entries.values()
        if name.text in keys(cls):
            return NotImplemented
        if isinstance(value, Sequence):
            title = TextKind().decode(name, "an item", reader)
            items = keys(cls)["items"].kind.decode(value, f"`{name.text}`", reader)
            if title is FAILED or items is FAILED:
                return FAILED
            return cls(origin=node, title=title, items=items)
        if isinstance(value, Scalar) and not value.is_null:
            return _with_colon(node, name, value, reader)
        return NotImplemented

    def decoded(self, reader: Reader) -> None:
        """Have the link checked, and that a title is none without words; write the value."""
        if self.asks:
            self._write_value(reader)
        elif self.value:
            self.value = value_in_language(self, self.value, reader)
        if self.title and self.title.blank:
            reader.findings.error(
                "missing-value",
                "`title` has no value",
                self.title.place,
                "give it a value, or remove it",
            )
        if self.link:
            self.link = linkable(self.link, self.at("link"), reader)

    @property
    def asks(self) -> bool:
        """Whether it says how its value is written."""
        return self.decimals is not None or self.unit is not None or self.format is not None

    def _write_value(self, reader: Reader) -> None:
        from smdeck.model.table_cells import written_value

        if self.value:
            self.value = written_value(self.value, self, " as a value", reader) or self.value
            return
        name = next(one for one in ("unit", "decimals", "format") if getattr(self, one) is not None)
        reader.findings.error(
            "missing-field",
            f"the `{name}` of an item needs a `value`",
            self.at(name),
            "add `value`: the figure, or remove the line",
        )

    @property
    def place(self) -> Any:
        """Where the item begins."""
        return self.origin.place


def value_in_language(record: Record, value: Inline, reader: Reader) -> Inline:
    """Return the `value` of a record, a number of YAML with the marks of the deck's language."""
    if "." not in value.plain or not isinstance(record.origin, Mapping):
        return value
    from smdeck.model.table_cells import number_in_language

    return number_in_language(value, record.origin.get("value"), reader.language)


def _with_colon(node: Mapping, name: Scalar, value: Scalar, reader: Reader) -> Any:
    """Return the item that `- DSGVO: klären` is: a text with a colon, unless a key is meant."""
    from smdeck.data.synonyms import key_meant
    from smdeck.findings import nearest
    from smdeck.source.quoting import in_quotes

    known, text = keys(Item), text_with_colon(node)
    near = nearest(name.text, known)
    if text is not None and near is None:
        title = TextKind().decode(text, "an item", reader)
        return FAILED if title is FAILED else Item(origin=text, title=title)
    meant = key_meant(name.text, known) or near
    quoted = in_quotes(f"{_as_written(name)}: {_as_written(value)}")
    help = f"put text that holds a colon in quotes: {quoted}"
    if meant:
        help = f"did you mean `{meant}`? Or {help}"
    message = f"an item has no field `{name.text}`"
    reader.findings.error("unknown-field", message, name.place, help)
    return FAILED


def _as_written(scalar: Scalar) -> str:
    """Return a text with the quotes that it is written in."""
    if scalar.plain:
        return scalar.text
    mark = scalar.source.line(scalar.line + 1)[scalar.column : scalar.column + 1]
    return f"{mark}{scalar.text}{mark}"


class Axis(Record):
    """An axis of a diagram: what it measures, and what its ends mean."""

    words: ClassVar[str] = "a text, or `title` with `low` and `high`"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    title: Inline = key("What it measures.")
    low: Inline | None = key("What its beginning means.", None)
    high: Inline | None = key("What its end means.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the axis that a lone text is the title of."""
        return _named(cls, "title", node, reader)


class Speaker(Record):
    """Who gives the talk."""

    words: ClassVar[str] = "a name, or keys with values, such as `name` and `role`"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    name: Inline | None = key("The name.", None)
    role: Inline | None = key("What the speaker does, in a few words.", None)
    email: str | None = key("An e-mail address.", None, pattern=EMAIL, expects="an e-mail address")
    url: WebAddress | None = key("A web address.", None)
    phone: Inline | None = key("A telephone number.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the speaker that a lone name stands for."""
        return _named(cls, "name", node, reader)


class Event(Record):
    """Where and when the talk is given."""

    words: ClassVar[str] = "a name, or keys with values, such as `name` and `date`"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    name: Inline | None = key("What the event is called.", None)
    place: Inline | None = key("Where it takes place.", None)
    date: str | None = key("When: a date as 2026-12-03, or any other words.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the event that a lone name or date stands for."""
        is_date = isinstance(node, Scalar) and node.text.replace("-", "").isdigit()
        return _named(cls, "date" if is_date else "name", node, reader)

    def decoded(self, reader: Reader) -> None:
        """Report a date in digits that no calendar has."""
        if self.date and any(char.isdigit() for char in self.date):
            from smdeck.model.dates import date_problem

            wrong = date_problem(self.date)
            if wrong:
                reader.findings.error("wrong-value", wrong[0], self.at("date"), wrong[1])

    @property
    def where(self) -> str:
        """Name and place in a line."""
        return ", ".join(text.plain for text in (self.name, self.place) if text)


class ClientLogo(Record):
    """The client's logo: one for all backgrounds, or one for light and one for dark backgrounds."""

    words: ClassVar[str] = "the name of a file, or `file`, or `light` and `dark`"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    file: str | None = key("The SVG, PNG or JPEG file, relative to the deck.", None)
    light: str | None = key("The file for light backgrounds.", None)
    dark: str | None = key("The file for dark backgrounds.", None)
    alt: str | None = key("What it shows; default: the client's name.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the logo that a lone file name stands for."""
        return cls(origin=node, file=node.text) if isinstance(node, Scalar) else NotImplemented

    def decoded(self, reader: Reader) -> None:
        """Report a logo without a file."""
        if not (self.file or self.light or self.dark):
            reader.findings.error(
                "missing-field", "a logo needs the field `file`", self.origin.place
            )


class Client(Record):
    """For whom the talk is given."""

    words: ClassVar[str] = "a name, or keys with values, such as `name` and `logo`"
    short_schema: ClassVar[dict[str, Any]] = {"type": "string"}

    name: Inline = key("What the client is called.")
    logo: ClientLogo | None = key(
        "The client's logo, beside the theme's on title and closing slides.", None
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the client that a lone name stands for."""
        return _named(cls, "name", node, reader)


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
        node = self.origin.get("dated") if isinstance(self.origin, Mapping) else None
        if not (self.dated and isinstance(node, Scalar) and node.plain):
            return
        word = self.dated.casefold()
        if word in ("false", "none", "true"):
            self.dated = "auto" if word == "true" else None
        elif word in ("heute", "today", "jetzt", "now", "date", "datum"):
            reader.findings.error(
                "wrong-value",
                f"`dated` takes a date, `auto`, or other words, here is `{node.text}`",
                node.place,
                "did you mean `auto`? In quotation marks it stands as it is typed",
            )

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
        node = self.origin.get("footer") if isinstance(self.origin, Mapping) else None
        if not (self.footer and isinstance(node, Scalar) and node.plain):
            return
        word = node.text.lower()
        if word == "false":
            self.footer = Inline((), node.place)
        elif word == "true":
            self.footer = None
        elif word in TRUTHS:
            reader.findings.error(
                "wrong-value",
                f"`footer` takes a text, or `true` or `false`, here is `{node.text}`",
                node.place,
                TRUTHS[word],
            )


def linkable(target: str, place: Place, reader: Reader) -> str | None:
    """Return the address of a link; None, with a finding, where a slide can't lead there."""
    from smdeck.model.addresses import problem

    wrong = problem(target)
    if wrong:
        report = reader.findings.error if wrong.broken else reader.findings.warn
        report(wrong.code, wrong.message, place, wrong.help)
        return None
    reader.links.append((target, place))
    return target


def all_item_keys() -> tuple[str, ...]:
    """Return the names of all keys that an item may have."""
    return tuple(keys(Item))
