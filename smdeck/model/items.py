"""Items and pictures: the entries of lists, images and axes, as decks write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from smdeck.findings import Place
from smdeck.model.asked_look import DECIMALS, FORMAT, UNIT, AskedLook
from smdeck.model.decode import keys, short_form
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.kinds import TextKind, text_with_colon
from smdeck.model.reuse import EXCEPT, ONLY, ChosenVariants
from smdeck.model.sparks import SparkValues
from smdeck.model.text import Block, Inline
from smdeck.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from smdeck.pictures.kinds import Kind


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
        return short_form(cls, "file", node, reader)

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


class Item(AskedLook):
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
    unit: str | None = UNIT
    decimals: int | None = DECIMALS
    format: str | None = FORMAT
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
        if self.value:
            self.value = value_shown(self, self.value, reader)
        elif self.asks:
            name = next(one for one in _ASKED if getattr(self, one) is not None)
            reader.findings.error(
                "missing-field",
                f"the `{name}` of an item needs a `value`",
                self.at(name),
                "add `value`: the figure, or remove the line",
            )
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
    def place(self) -> Any:
        """Where the item begins."""
        return self.origin.place


_ASKED = ("unit", "decimals", "format")
"""What says how a value is shown, as people would name it first."""


def value_shown(record: AskedLook, value: Inline, reader: Reader) -> Inline:
    """Return the `value` of a record as its author asks for it, or in the deck's language."""
    if not record.asks:
        return value_in_language(record, value, reader)
    from smdeck.model.table_cells import written_value

    return written_value(value, record, reader) or value


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
        return short_form(cls, "title", node, reader)


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
