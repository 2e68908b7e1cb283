"""The records of a `theme.yaml` that starts from a template."""

from __future__ import annotations

from typing import Any, ClassVar

from smdeck.model.fields import Reader, Record, key
from smdeck.model.records import Tone
from smdeck.source import Node, Scalar
from smdeck.theme.house_records import HouseSettings
from smdeck.theme.records import Meta


class LayoutUse(Record):
    """A layout of the template in the place of one of smdeck's, and what fills it."""

    words: ClassVar[str] = "the name of a layout of the template, or `use` with `fill`"

    use: str = key("The layout of the template, by its name.")
    fill: dict[str, str] = key(
        "What fills its placeholders, by their names; those that are not named stay off the slide."
        " Default: as `smdeck themes` shows.",
        dict,
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the use that a lone name stands for."""
        return cls(origin=node, use=node.text) if isinstance(node, Scalar) else NotImplemented


class BaseLayouts(Record):
    """The layouts of the template that slides are composed on, by their tone."""

    words: ClassVar[str] = "the name of a layout of the template, or names by tone"

    light: str | None = key("For slides in the usual tone.", None)
    dark: str | None = key("For slides with `tone: dark`.", None)
    brand: str | None = key("For slides with `tone: brand`.", None)
    accent: str | None = key("For slides with `tone: accent`.", None)

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the layouts that a lone name stands for."""
        return cls(origin=node, light=node.text) if isinstance(node, Scalar) else NotImplemented


class TemplateSource(Record):
    """A company's own file, and what its layouts serve as."""

    words: ClassVar[str] = "the name of a .potx or .pptx, or `file` with `layouts` and `tones`"

    file: str = key("The .potx or .pptx, relative to the theme.")
    layouts: dict[str, LayoutUse] = key(
        "The template's layout for a layout of smdeck, where its placeholders alone mislead, or"
        " `composed` where none is to serve.",
        dict,
    )
    base: BaseLayouts | None = key(
        "The template's layout that slides are composed on, or one for each tone.", None
    )
    tones: dict[str, Tone] = key(
        "The tone of a layout of smdeck that is composed and whose slide names none.", dict
    )

    @classmethod
    def from_other(cls, node: Node, reader: Reader) -> Any:
        """Return the template that a lone name stands for."""
        return cls(origin=node, file=node.text) if isinstance(node, Scalar) else NotImplemented


class TemplateSettings(HouseSettings):
    """What a brand asks of its talks; all else is the template's."""


class TemplateDefaults(Record):
    """Settings for tools."""

    smdeck: TemplateSettings | None = key("Settings for slides.", None)


class TemplateThemeFile(Record):
    """A theme that starts from a template: colours, fonts and layouts are the template's."""

    meta: Meta | None = key("What the brand is called.", None)
    template: TemplateSource = key("The template.")
    defaults: TemplateDefaults | None = key("Settings for tools.", None)
