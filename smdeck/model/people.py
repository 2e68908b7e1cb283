"""People: who gives the talk, where and when, and for whom."""

from __future__ import annotations

from typing import Any, ClassVar

from smdeck.model.address_forms import EMAIL, short_address
from smdeck.model.decode import short_form
from smdeck.model.fields import Reader, Record, key
from smdeck.model.kinds import WebAddress
from smdeck.model.text import Inline, Paragraph, Run
from smdeck.source import Node, Scalar


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
        return short_form(cls, "name", node, reader)


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
        return short_form(cls, "date" if is_date else "name", node, reader)

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
        return short_form(cls, "name", node, reader)


def contact_lines(speaker: Speaker | None) -> list[Paragraph]:
    """Return the ways to reach a speaker, a line each."""
    if not speaker:
        return []
    lines: list[tuple[Run, ...]] = []
    if speaker.email:
        lines.append((Run(speaker.email, link=f"mailto:{speaker.email}"),))
    if speaker.phone:
        lines.append(speaker.phone.runs)
    if speaker.url:
        lines.append((Run(short_address(speaker.url), link=speaker.url),))
    return [Paragraph(runs) for runs in lines]
