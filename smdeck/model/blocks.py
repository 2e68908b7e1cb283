"""Blocks: what stands in a column or on the grid, each with a title and one kind of content."""

from __future__ import annotations

from typing import Any, ClassVar

from smdeck.findings import Findings, listing
from smdeck.model.asked_look import DECIMALS, FORMAT, UNIT, AskedLook
from smdeck.model.chart import ChartData
from smdeck.model.code_lines import HIGHLIGHT, check_code, check_steps, spans_of
from smdeck.model.decode import keys
from smdeck.model.fields import FAILED, Reader, Record, key
from smdeck.model.items import Image, Item, value_shown
from smdeck.model.kinds import WebAddress
from smdeck.model.reuse import EXCEPT, ONLY, ChosenVariants
from smdeck.model.table import TableData
from smdeck.model.text import Block, Inline
from smdeck.patterns import pattern
from smdeck.source import Mapping, Node, Scalar, Sequence

GRID_COLUMNS, GRID_ROWS = 12, 8
"""How many columns and rows the grid of a slide has."""

SPAN = r"\s*\d+\s*((-|–|—|\.\.|:|bis|to)\s*\d+\s*)?"
"""From which column or row to which one, as people write it."""


class Holder(Record):
    """What holds one of `items`, `text`, `image`, `chart` or `table`; its kinds have the keys."""

    contents: ClassVar[tuple[str, ...]] = ("items", "text", "image", "chart", "table")

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the holder that a lone text or list is."""
        name = {Scalar: "text", Sequence: "items"}.get(type(node))
        if name is None:
            return NotImplemented
        value = keys(cls)[name].kind.decode(node, f"`{name}`", reader)
        return FAILED if value is FAILED else cls(origin=node, **{name: value})

    @property
    def given(self) -> list[str]:
        """Which of the contents it has."""
        return [name for name in self.contents if getattr(self, name)]


class Column(Holder, AskedLook):
    """A column of a slide: a title, and one kind of content."""

    contents: ClassVar[tuple[str, ...]] = (
        *Holder.contents, "value", "quote", "code", "link",
    )  # fmt: skip
    words: ClassVar[str] = "`title` and one content, as `items`, `text`, `image` or `chart`"
    short_schema: ClassVar[dict[str, Any] | None] = {
        "type": ["string", "number", "boolean", "array"]
    }

    title: Inline | None = key("What it is about.", None)
    icon: str | None = key("An icon beside the title.", None)
    items: list[Item] = key("Bullets.", list, most=7, shows="title text items link")
    text: Block | None = key("Paragraphs.", None)
    image: Image | None = key("A picture.", None)
    chart: ChartData | None = key("A chart.", None)
    table: TableData | None = key("A table.", None)
    value: Inline | None = key("A figure with its unit, set very large.", None)
    quote: Inline | None = key("Somebody's words; the quotation marks are set anyway.", None)
    code: str | None = key("Lines of code, as they are.", None)
    link: WebAddress | None = key("An address, as a QR code and in words.", None)
    label: Inline | None = key(
        "What the value counts; the words below a picture; those for the address of a link.", None
    )
    unit: str | None = UNIT
    decimals: int | None = DECIMALS
    format: str | None = FORMAT
    by: Inline | None = key("Who said or wrote what is quoted.", None)
    language: str | None = key("The language that colours code, as `python` or `json`.", None)
    highlight: str | None = key(
        "The lines of code that are set off, as `5-6, 9`.",
        None,
        pattern=HIGHLIGHT,
        expects="lines such as `5-6, 9`",
    )
    steps: str | None = key(
        "The lines of code that appear with each click, as `1-3, 4, 5-8`; others are there from the"
        " beginning.",
        None,
        pattern=HIGHLIGHT,
        expects="lines such as `1-3, 4, 5-8`",
    )
    only: ChosenVariants | None = key(ONLY, None)
    except_: ChosenVariants | None = key(EXCEPT, None)

    def decoded(self, reader: Reader) -> None:
        """Have the number of items checked, what needs another key, and the value written."""
        most = int(keys(Column)["items"].most or 0)
        if len(self.items) > most:
            reader.findings.error(
                "item-count",
                f"a column takes up to {most} items, here are {len(self.items)}",
                self.at("items"),
                "split the slide",
            )
        written = self.origin.entries if isinstance(self.origin, Mapping) else {}
        for name, of in OF.items():
            if getattr(self, name) is not None and written.keys().isdisjoint(of):
                reader.findings.error(
                    "missing-field",
                    f"`{name}` needs {listing(of)} beside it",
                    self.at(name),
                    f"add {listing(of)}, or remove the line",
                )
        if self.value:
            self.value = value_shown(self, self.value, reader)

    @property
    def content(self) -> str | None:
        """Which of the contents it holds, or None."""
        return next(iter(self.given), None)

    def check(self, findings: Findings, called: str = "a column") -> None:
        """Report what it holds none or several of, and an icon without a title to stand beside."""
        if self.icon and not self.title:
            findings.error(
                "unshown-key",
                f"{called} without a title can't show its `icon`",
                self.at("icon"),
                "add `title`, which it stands beside",
            )
        given = self.given
        if len(given) != 1:
            findings.error(
                "column-content",
                f"{called} holds one of {listing(self.contents)}, here are {listing(given, 'and')}"
                if given
                else f"{called} needs content",
                self.origin.place,
                "leave one of them, or make two slides of it"
                if given
                else f"add one of {listing(self.contents)}",
            )
        if self.code:
            check_code(self, findings)
            check_steps(self, spans_of(self.steps), findings)


OF: dict[str, tuple[str, ...]] = {
    "label": ("value", "link", "image"),
    "unit": ("value",), "decimals": ("value",), "format": ("value",),
    "by": ("quote",), "language": ("code",), "highlight": ("code",),
    "steps": ("code",),
}  # fmt: skip
"""What says more about a content, and about which."""


class Side(Column):
    """A side of two that are set against each other: a title, and items or text."""

    words: ClassVar[str] = "`title` and `items` or `text`"
    refused: ClassVar[tuple[str, ...]] = tuple(
        name for name in (*Column.contents, *OF) if name not in ("items", "text")
    )
    """Keys that a column has and a side can't show."""


class Cells(Record):
    """Where a block stands on the grid of a slide, which has 12 columns and 8 rows."""

    words: ClassVar[str] = "`columns` and `rows` of the grid, as `{columns: 1-6, rows: 1-4}`"

    columns: str = key(
        "From which of 12 columns to which one: `1-6`, or one alone.",
        f"1-{GRID_COLUMNS}",
        pattern=SPAN,
        expects="columns of the grid, as `1-6`",
    )
    rows: str = key(
        "From which of 8 rows to which one: `1-4`, or one alone.",
        f"1-{GRID_ROWS}",
        pattern=SPAN,
        expects="rows of the grid, as `1-4`",
    )

    across: tuple[int, int] = (1, GRID_COLUMNS)
    """The first and the last column, once they are checked."""
    down: tuple[int, int] = (1, GRID_ROWS)
    """The first and the last row, once they are checked."""

    def decoded(self, reader: Reader) -> None:
        """Have the numbers read, and those that are not on the grid reported."""
        self.across = self._span("columns", GRID_COLUMNS, reader)
        self.down = self._span("rows", GRID_ROWS, reader)

    def _span(self, name: str, most: int, reader: Reader) -> tuple[int, int]:
        numbers = [int(one) for one in pattern(r"\d+").findall(getattr(self, name))]
        first, last = numbers[0], numbers[-1]
        if 1 <= first <= last <= most:
            return first, last
        inside = sorted(min(max(number, 1), most) for number in (first, last))
        near = f"{inside[0]}-{inside[1]}"
        wrong = (
            f"from {first} to {last} runs backwards"
            if first > last
            else f"has numbers from 1 to {most}, here is `{getattr(self, name)}`"
        )
        reader.findings.error(
            "wrong-value", f"`{name}` {wrong}", self.at(name), f"did you mean `{near}`?"
        )
        return inside[0], inside[1]

    @property
    def cells(self) -> frozenset[tuple[int, int]]:
        """The cells that it takes, each with its column and its row."""
        (left, right), (top, bottom) = self.across, self.down
        return frozenset(
            (column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)
        )

    @property
    def shown(self) -> str:
        """Where it is, in words: `columns 1-6, rows 1-4`."""
        return f"columns {self.across[0]}-{self.across[1]}, rows {self.down[0]}-{self.down[1]}"


class Placed(Column):
    """A block on the grid: where it stands, a title, and one kind of content."""

    words: ClassVar[str] = "`at` with `columns` and `rows`, and one content, as `text` or `chart`"
    short_schema: ClassVar[dict[str, Any] | None] = None

    at_: Cells = key("Where it stands on the grid of 12 columns and 8 rows.")

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return nothing: a lone text does not say where it stands."""
        return NotImplemented
