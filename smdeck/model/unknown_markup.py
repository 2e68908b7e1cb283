"""Unknown markup: what Markdown has and slides don't, found before it stands there as it is typed.

Each kind is a pattern with what helps. A table in a text would be nonsense, a picture or a comment
would be lost: these are errors. The rest is true as it stands, and a warning names the way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from smdeck.model.markup import MATHS, ODD, MarkupProblem

_HTML = (
    "a|abbr|b|big|blockquote|button|center|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|"
    "font|footer|form|h[1-6]|header|hr|i|input|ins|kbd|li|mark|nav|ol|p|pre|q|s|"
    "samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|"
    "th|thead|tr|tt|u|ul|var|wbr"
)
_WAYS = {
    **dict.fromkeys(("b", "strong"), "write **words**"),
    **dict.fromkeys(("i", "em"), "write *words*"),
    **dict.fromkeys(("s", "del", "strike"), "write ~~words~~"),
    **dict.fromkeys(("code", "kbd", "tt", "samp", "pre"), "write the words between backticks"),
    "a": "write [words](https://example.com)",
    "table": "use the layout `table`",
    "sub": "write H~2~O",
    "sup": "write x^2^",
    "u": "write **words**",
}
"""What is written in place of a tag."""

_AS_IT_IS = "; what shall be shown as it is goes between backticks"


class _Kind(NamedTuple):
    """A kind of markup: its pattern, what it is, and what helps."""

    pattern: re.Pattern[str]
    what: str
    help: str
    error: bool = False
    among: Literal["all", "lines", "blocks"] = "all"
    """Whether it is looked for in texts of one line alone, such as titles and cells, or in blocks
    alone."""


def _kind(
    pattern: str,
    what: str,
    help: str,
    error: bool = False,
    among: Literal["all", "lines", "blocks"] = "all",
) -> _Kind:
    return _Kind(re.compile(pattern, re.M), what, help, error, among)


_FORMULA = "put a formula in dollar signs, as `$\\frac{1}{2}$`, or take the layout `equation`"

_QUOTATION = "is no quotation inside a text"

_KINDS = (
    _kind(
        r"(?:^.*\|.*\n)?^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$"
        r"|^[ \t]*\|[^|\n]+\|[^|\n]+\|[^\n]*$",
        "a table can't stand inside a text",
        "use the layout `table`",
        error=True,
    ),
    _kind(
        r"<!--[\s\S]*?(?:-->|\Z)",
        "a comment of HTML would stand on the slide",
        "remove it, or write it behind `# ` at the beginning of a line of the deck",
        error=True,
    ),
    _kind(
        r"<(?:style|script)\b[^>]*>(?:[\s\S]*?</(?:style|script)>)?",
        "styles and scripts of HTML can't stand inside a text",
        "remove them: how slides look is for the theme to say",
        error=True,
    ),
    _kind(
        r"<(?:img|video|iframe|svg|object)\b[^>]*>",
        "a picture can't stand inside a text",
        "use the key `image` or another layout",
        error=True,
    ),
    _kind(rf"</?(?:{_HTML})(?=[\s/>])[^<>]*>", "is HTML, which slides don't know", ""),
    _kind(
        r"^[ \t]*#{1,6}[ \t]+\S.*$",
        "is no heading inside a text",
        r"write a `title`, or set the words in bold: **words**; to show the sign, write \#",
        among="blocks",
    ),
    _kind(
        r"\A#{2,6}[ \t]+\S.*",
        "is no heading inside a text",
        r"write the words alone: a title is set as one; to show the signs, write \##",
        among="lines",
    ),
    _kind(
        r"^[ \t]*>[ \t]*(?![\s\d=€$.,+-])\S.*$",
        _QUOTATION,
        r"use the layout `quote`, or quotation marks; to show the sign, write \>",
    ),
    _kind(
        r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$",
        "draws no line inside a text",
        "remove it, or write two slides",
        among="blocks",
    ),
    _kind(
        r"(?<=\S\n)[ \t]*={3,}[ \t]*$",
        "makes no heading of the line above",
        "write a `title`, or set the words in bold: **words**",
        among="blocks",
    ),
    _kind(
        r"^[ \t]*(?:[-+*]|\d+[.)])[ \t]+\[[ xX]\][ \t]|\A\[[ xX]\][ \t]",
        "is no task that can be ticked",
        "write ☐ or ☑ in its place",
    ),
    _kind(
        r"\[\^[^\]\s]+\]:?",
        "is no footnote",
        "write what it says into `source`, or the sign alone: x^1^",
    ),
    _kind(
        r"\\(?:[a-z]+\{[^}\n]*\}(?:\{[^}\n]*\})?)",
        "is LaTeX, which slides don't know",
        _FORMULA,
    ),
    _kind(
        r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$",
        "is no address that a text refers to",
        "write the address where the link stands: [words](https://example.com)",
        among="blocks",
    ),
    _kind(
        r"(?<=\S\n):[ \t]+\S.*$",
        "defines no word",
        "write **word**: and what it means in one line",
        among="blocks",
    ),
    _kind(
        r"(?<![\w:/\]])(?<!\d):(?:[a-z][a-z0-9_-]{1,30}|[+-]1):(?![\w:/])",
        "is no emoji",
        "write the sign itself",
    ),
    _kind(
        r"!?\[\[[^\[\]\n]+\]\]",
        "links to nothing",
        "write [words](#id) for the slide of that `id`, or [words](https://example.com)",
    ),
    _kind(r"==(?=[^\s=])[^=\n]*[^\s=]==", "is not set off", "write **words**"),
    _kind(r"^[ \t]*:{3,}.*$", "makes no block of its own", "remove the line", among="blocks"),
    _kind(
        r"\{:?[ ]?[.#][A-Za-z][^{}\n]*\}",
        "gives the words no look of their own",
        "remove it: how words look is for the theme to say",
    ),
    _kind(
        r"\[@[\w:.-]+[^\]\n]*\](?!\()",
        "names no source",
        "write who said it, or the key `source` of the slide",
    ),
)

_LISTED = re.compile(r"(?<=\n)[ \t]*(?:[-+*]|\d+[.)])[ \t]+\S.*")
_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));")
_DIAGRAM = re.compile(r"^[ \t]*(?:```|~~~)\s*(mermaid|plantuml|dot|graphviz|math|latex)\b.*$", re.M)

_VERBATIM = re.compile(
    r"(?P<fence>^[ \t]*(?P<f>```+|~~~+)[^\n]*\n[\s\S]*?(?:^[ \t]*(?P=f)[`~]*[ \t]*$|\Z))"
    r"|(?P<lines>(?:\A|(?<=\n\n))(?: {4}[^\n]*(?:\n(?=    |\n    )|\Z|$)\n?)+)"
    r"|(?P<code>(?<!`)(?P<t>`+)(?!`)[\s\S]+?(?<!`)(?P=t)(?!`))"
    r"|\\[^\w\s]",
    re.M,
)
"""Code, and signs behind a backslash: they mean what they are."""


def unknown_markup(text: str, block: bool, spoken: bool = False) -> Iterator[MarkupProblem]:
    """Yield what a text has of Markdown that slides don't know, the first of each kind.

    `block` says that it is a text of paragraphs and lists, and not of one line; in one that is
    `spoken`, what looks like a quotation is a stage direction.
    """
    seen = _VERBATIM.sub(_blank, text) if "`" in text or "\\" in text or "    " in text else text
    seen = MATHS.sub(_blank, seen)
    for kind in _KINDS:
        if kind.among == ("lines" if block else "blocks") or (spoken and kind.what is _QUOTATION):
            continue
        for found in kind.pattern.finditer(seen):
            if found[0].strip():
                yield _problem(kind, text[found.start() : found.end()], found.start())
                break
    yield from _forbidden(text)
    if not block and (item := _LISTED.search(seen)):
        message = f"`{item[0].strip()}` is no item of a list in a text of one line"
        help = "write `items`, or a key that takes paragraphs and lists, such as `text`"
        yield MarkupProblem("markup-as-typed", message, help, item[0].strip(), "warning")
    if block and (diagram := _DIAGRAM.search(text)):
        message = f"`{diagram[1]}` is shown as code, not drawn"
        help = "draw it with its own program, and show the picture"
        yield MarkupProblem("markup-as-typed", message, help, diagram[0].strip(), "warning")


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0]) if found[0][0] != "\\" else "\0\0"


def _problem(kind: _Kind, words: str, start: int) -> MarkupProblem:
    """Return what is said of words of a kind, at their first line."""
    start += len(words) - len(words.lstrip())
    line = words.strip().split("\n")[0].rstrip()
    shown = " ".join(words.split()).replace("`", "'")
    if kind.error:
        return MarkupProblem(
            "markup", kind.what, help=kind.help, words=line, severity="error", start=start
        )
    help = kind.help
    if kind.what.startswith("is HTML"):
        name = re.sub(r"\W.*", "", line.lstrip("</"), flags=re.S).lower()
        help = _WAYS.get(name, "remove it") + _AS_IT_IS
    message = f"`{shown}` {kind.what}, and stands as it is typed"
    return MarkupProblem(
        "markup-as-typed", message, help=help, words=line, severity="warning", start=start
    )


def _forbidden(text: str) -> Iterator[MarkupProblem]:
    """Yield the entities that stand for what no slide can hold."""
    from smdeck.source.nodes import FORBIDDEN

    for found in _ENTITY.finditer(text):
        code = int(found[1], 16) if found[1] else int(found[2])
        if code > 0x10FFFF or FORBIDDEN.search(chr(code)):
            message = f"`{found[0]}` stands for a character that may not stand in a deck"
            at = found.start()
            yield MarkupProblem(
                "control-character",
                message,
                help="delete it",
                words=found[0],
                severity="error",
                start=at,
            )


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefc]")


def odd_characters(text: str) -> Iterator[MarkupProblem]:
    """Yield the first character that stands for a lost one, or that nobody sees and words obey."""
    found = ODD.search(text)
    if found is None:
        return
    character, number = found[0], f"U+{ord(found[0]):04X}"
    if character in "\ufffc\ufffd":
        message = f"a character was lost where {number} stands"
        help = "type the character anew"
    elif "\ue000" <= character <= "\uf8ff":
        message = f"the sign {number} is one that a single font has; others show a box"
        help = "write a usual sign, or use an icon"
    elif _RIGHT_TO_LEFT.search(text):
        return
    else:
        message = f"the invisible character {number} turns the direction of the words behind it"
        help = "delete it"
    yield MarkupProblem(
        "odd-character",
        message,
        help=help,
        words=character,
        severity="warning",
        start=found.start(),
    )
