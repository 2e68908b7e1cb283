"""The records of what a brand's department says: which colours, charts and icons, and which lines.

They stand under `defaults.smdeck`, in a theme of its own and in one that starts from a template.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from smdeck.model.fields import Reader, Record, key
from smdeck.model.kinds import Expanded
from smdeck.source import Mapping, Node

Use = Literal["ground", "text", "shape", "chart"]


class UsageFile(Record):
    """How the brand's colours may be used; they are named as in the palette, or by their slot."""

    only: dict[str, list[Use]] = key(
        "Colours, each with all that it may be: `ground` of slides, `text`, `shape` (areas, marks,"
        " rules and icons), `chart`.",
        dict,
    )
    never_on: dict[str, list[str]] = key(
        "Colours of words, each with those that they never stand on.", dict
    )
    unaltered: list[str] = key("Colours that are never made lighter, darker or transparent.", list)


class IconsFile(Record):
    """The brand's own icons, and which of all others it takes."""

    folder: str | None = key(
        "A folder of SVG files: each is an icon by its name, before one that smdeck has.", None
    )
    only: list[str] | None = key(
        "The only icons that are used beside those of the folder; an empty list allows none.", None
    )


class ChartsFile(Record):
    """How the brand shows figures."""

    avoid: dict[str, str] = key(
        "Types of charts that the brand does without, each with the one that it takes.", dict
    )
    series: int | None = key(
        "How many series, or slices, a chart has at the most.", None, least=1, most=12
    )


class ClassificationFile(Record):
    """How confidential a talk is: a word on each slide."""

    levels: list[str] = key("All that a talk may be.", least=1)
    usual: str | None = key("What a talk is that says nothing; default: the first level.", None)


class FixedSlide(Expanded):
    """A slide as a deck has it, which ends each talk."""

    words: ClassVar[str] = "a slide, such as `{layout: closing, title: …}`"
    described: ClassVar[dict[str, Any]] = {"type": "object"}

    def decode(self, node: Node, name: str, reader: Reader) -> Any:
        """Return the slide as it is written: the deck that it ends decodes it."""
        return node if isinstance(node, Mapping) else reader.wrong(node, name, self.words)


class WordsFile(Record):
    """Words that the brand does without."""

    avoid: dict[str, str] = key("Words, each with what the brand says instead.", dict)
    never: list[str] = key("Words that have to be said otherwise.", list)


class HouseSettings(Record):
    """What a brand asks of all its talks."""

    usage: UsageFile | None = key("How the colours may be used.", None)
    icons: IconsFile | None = key("The brand's own icons, and which others it takes.", None)
    charts: ChartsFile | None = key("Which charts it takes.", None)
    classification: ClassificationFile | None = key(
        "How confidential talks may be; each slide says so.", None
    )
    legal: str | None = key("A line that each slide has, as `© Beispiel GmbH`.", None)
    closing: FixedSlide | None = key(
        "The slide that each talk ends with, written as in a deck: `{layout: closing, title: …}`.",
        None,
    )
    words: WordsFile | None = key("Words that the brand does without.", None)
    rules: dict[str, dict[str, float]] = key(
        "The numbers of rules that the brand sets tighter, by the rule's code.", dict
    )
    allow: list[str] = key("Codes of findings that are on purpose under this theme.", list)
