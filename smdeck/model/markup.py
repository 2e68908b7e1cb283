"""Markup: the inline part of CommonMark, and its paragraphs and lists, become runs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smdeck.findings import Place
from smdeck.model.text import Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED_INLINE = re.compile(r"[*_`\[\]\\&<>\n]")
_MARKED_BLOCK = re.compile(r"[*_`\[\]\\&<>]|  \n|\n\s*\n|^\s*(?:[-+]|\d+[.)])\s", re.M)

LINK_SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")
"""What a link may begin with; a link to `#id` leads to the slide of that id."""


class MarkupError(ValueError):
    """A text whose markup asks for what a slide can't show; `help` says what can be done."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def inline(text: str) -> tuple[Run, ...]:
    """Return the runs of a text in the inline part of CommonMark.

    Raises MarkupError for a picture or a link to an unknown scheme.
    """
    text = text.strip()
    if not _MARKED_INLINE.search(text):  # most texts: spare them the parser and its import
        return (Run(text),)
    tokens = _parser().parseInline(text)
    return _runs(tokens[0].children or () if tokens else ())


def blocks(text: str, place: Place | None = None) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text at a place, with paragraphs and lists in CommonMark.

    Raises MarkupError as `inline` does.
    """
    text = text.strip("\n")
    if not _MARKED_BLOCK.search(text):
        joined = " ".join(line.strip() for line in text.split("\n")).strip()
        return (Paragraph((Run(joined),), 0, None, place),) if joined else ()
    paragraphs = []
    lists: list[bool] = []
    fresh = False
    for token in _parser().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.type == "ordered_list_open")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            fresh = True
        elif token.type == "inline":
            runs = _runs(token.children or ())
            if not lists or not fresh:  # a further paragraph of an item has no bullet of its own
                paragraphs.append(Paragraph(runs, 0, None, place))
            else:
                marker = "number" if lists[-1] else "bullet"
                level = len(lists) - 1
                paragraphs.append(Paragraph(runs, level, marker, place))  # type: ignore[arg-type]
            fresh = False
    return tuple(paragraphs)


@cache
def _parser() -> MarkdownIt:
    """Return a CommonMark parser for what texts on slides know; the rest stays as it is typed."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(
        [
            "list",
            "newline",
            "escape",
            "entity",
            "backticks",
            "emphasis",
            "link",
            "image",
            "autolink",
        ]
    )
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # checked in _link
    return parser


def _runs(tokens: Sequence[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = italic = 0
    link: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "link_open":
                link = _link(str(token.attrs.get("href", "")))
            case "link_close":
                link = None
            case "image":
                raise MarkupError(
                    "a picture can't stand inside a text", "use the key `image` or another layout"
                )
            case "softbreak":
                runs.append(Run(" ", bold > 0, italic > 0, False, link))
            case "hardbreak":
                runs.append(Run("\n", bold > 0, italic > 0, False, link))
            case _ if token.content:
                code = token.type == "code_inline"
                runs.append(Run(token.content, bold > 0, italic > 0, code, link))
    return tuple(_merged(runs))


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Return the runs with neighbours of one form joined, so that words stay whole."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            last
            and "\n" not in (last.text, run.text)
            and (last.bold, last.italic, last.code, last.link)
            == (run.bold, run.italic, run.code, run.link)
        ):
            merged[-1] = Run(last.text + run.text, run.bold, run.italic, run.code, run.link)
        else:
            merged.append(run)
    return merged


def _link(target: str) -> str:
    if target.startswith(LINK_SCHEMES):
        return target
    if not target:
        raise MarkupError("a link has no address", "write it between the parentheses")
    raise MarkupError(
        f"`{target}` is no address that a slide can link to",
        "begin it with https:// or mailto:, or with # and the `id` of a slide",
    )
