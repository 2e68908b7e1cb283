"""Markup: the inline part of CommonMark, and its paragraphs, lists and code, become runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from smdeck.findings import Place
from smdeck.model.text import Paragraph, Run, merged_runs
from smdeck.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKED = pattern(r"[*_`\[\]\\&<>~^$]")
_LINE = pattern(r"\s*(?:[-+]|\d+[.)])\s|    ")
_LINES = pattern(rf"  \n|\n\s*\n|^(?:{_LINE.pattern})", re.M)
"""What begins a list or code, and what breaks a line or parts paragraphs."""

DIRECTION = pattern(r"^[ \t]{0,3}>", re.M)
"""What a stage direction begins with."""
_AFTER = pattern(r"^[ \t]{0,3}>[^\n]*\n(?![ \t]{0,3}>|[ \t]*\n)", re.M)
"""A direction with its line break, if what follows is spoken."""

ODD = pattern("[\u202a-\u202e\u2066-\u2069\ufffc\ufffd\ue000-\uf8ff]")
"""Characters that are seldom meant: marks of direction, stand-ins, those of one font alone."""

_SUSPECT = pattern(  # it begins with a class of characters: Python then skips all others
    r"[-<$\[{=\\&:#>|*_`~]"
    r"(?:(?<=[<$\[{])|(?<===)|(?<=\\)[a-z]+\{|(?<=&)#|(?<=:)\w+:|(?<!\S:)(?<=:)[: ]"
    r"|(?<!\S[#>])(?<=[#>])|(?<![^\s:-]\|)(?<=\|)"
    r"|(?<=-)[ ]?-[ ]?-|(?<=\*)[ ]?\*[ ]?\*|(?<=_)[ ]?_[ ]?_|(?<=`)``\w|(?<=~)~~\w)"
)
"""What markup that slides don't know begins with: `unknown_markup` says of which kind it is."""

SUBSCRIPT, SUPERSCRIPT = -25, 30
"""How far PowerPoint lowers and raises what its own buttons lower and raise, in percent."""

MOST_NUMBER = 32_767
"""The largest number of a native list; the smallest is 1 (ECMA-376 Part 1, 20.1.10.85)."""

_BREAK = pattern(r"<br\s*/?>[ \n]*", re.I)
"""The break that everybody means by it, and the white space behind."""

_SCRIPT = pattern(r"(?<=[\w)\]}*`])([~^])((?:\\.|(?!\1)[^\s\\])+)\1(?!\1)")
"""What is lowered or raised behind a character, `H~2~O` and `x^2^`: without spaces, so that
`~5 bis ~10` stays as it is."""

MATHS = pattern(
    r"(?<![\w\\$])(?:\$\$(?!\s*\$)[\s\S]+?\$\$"
    r"|\$(?=[^\s$])(?!\d[\d.,]*(?:\s|[-–]\$?\d|$))[^$\n]*?[^\s$\\]\$(?![\w$]))"
)
"""A formula in dollar signs, which is no price: `$5 and $6`, `$5-$6`. Its stars and strokes
multiply and divide."""

PATH = pattern(
    r"(?:(?<=\b[A-Za-z]:)\\|(?<!\S)\\\\(?=[\w.-]+\\))(?:[^\s\\<>|\"*?`)\],;]*\\)*[\w.$%-]*"
)
"""A path of Windows behind its drive, or from its server on, where nothing is escaped."""

_DAY = pattern(r"\s*\d{1,2}\.\s+(?:Jan|Jän|Feb|März|April|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\b")
"""A date in words at the beginning of a line, which Markdown would take for an item."""

_UNCLOSED = pattern(r"(?<=[^\W\d])(?:\*\*|~~)|(?:\*\*|~~)(?=[^\W\d]|(?<=\*\*) [^\W\d][^*\n]* \*\*)")
"""Signs of emphasis at a letter, or a space from it on both sides; between numbers they
calculate."""

_NO_LINK = pattern(r"\[[^\[\]]+\]\(([^()]*\s[^()]*)\)")


class MarkupProblem(NamedTuple):
    """What is wrong with a text's markup: the code of the finding, what it says, and where."""

    code: str
    message: str
    help: str
    words: str
    """The words of the text that it is about."""
    severity: Literal["error", "warning"]
    start: int | None = None
    """Where in the text they stand, if that is known."""


def is_suspect(text: str) -> bool:
    """Return whether a text may hold markup that slides don't know, or an odd character."""
    if _SUSPECT.search(text):
        return True
    odd = not text.replace("\n", "").isprintable() or "\ufffc" in text or "\ufffd" in text
    return odd and ODD.search(text) is not None


def inline(text: str, problems: list[MarkupProblem] | None = None) -> tuple[Run, ...]:
    """Return the runs of a text in the inline part of CommonMark.

    What is wrong with its markup is added to `problems`.
    """
    text = text.strip()
    if "\n" not in text and not _MARKED.search(text):  # most texts: spare them the parser
        return (Run(text),)
    tokens = _parser().parseInline(text)
    return _runs((tokens[0].children if tokens else None) or (), problems)


def blocks(
    text: str, place: Place | None = None, problems: list[MarkupProblem] | None = None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text at a place, with paragraphs, lists and code in CommonMark."""
    text = text.strip("\n")
    if not _is_marked(text):
        joined = " ".join(line.strip() for line in text.split("\n")).strip()
        return (Paragraph((Run(joined),), 0, None, place),) if joined else ()
    return tuple(_paragraphs(_parser().parse(text), place, problems))


def _is_marked(text: str) -> bool:
    """Return whether a text may hold markup, paragraphs, lists or lines of code."""
    if _MARKED.search(text):
        return True
    return bool(_LINES.search(text) if "\n" in text else _LINE.match(text))


def script(
    text: str, place: Place | None = None, problems: list[MarkupProblem] | None = None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of notes, as `blocks` does; lines behind `> ` are stage directions.

    Other than in CommonMark, a direction ends with its line: what follows is spoken.
    """
    if not DIRECTION.search(text):
        return blocks(text, place, problems)
    parted = _AFTER.sub(r"\g<0>\n", text.strip("\n"))
    return tuple(_paragraphs(_parser(quotes=True).parse(parted), place, problems))


class _List:
    """A list while it is read: its kind and the number of its last item."""

    def __init__(self, start: int | None) -> None:
        self.number = None if start is None else start - 1

    def count(self, typed: str) -> None:
        """Go on to the next item: by the number that is typed, if that is not behind."""
        if self.number is not None:
            self.number = max(self.number + 1, int(typed or 0))


def _paragraphs(
    tokens: Iterable[Token], place: Place | None, problems: list[MarkupProblem] | None
) -> Iterator[Paragraph]:
    lists: list[_List] = []
    fresh, quoted = False, 0
    for token in tokens:
        match token.type:
            case "blockquote_open" | "blockquote_close":
                quoted += token.nesting
            case "bullet_list_open":
                lists.append(_List(None))
            case "ordered_list_open":
                lists.append(_List(int(token.attrs.get("start", 1))))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                lists[-1].count(token.info)
                fresh = True
            case "fence" | "code_block":
                if token.content.strip():
                    number = lists[-1].number if lists else None
                    yield Paragraph(
                        _lines(token.content),
                        0,
                        marker=None,
                        place=place,
                        depth=len(lists),
                        number=number,
                        code=True,
                    )
            case "inline":
                runs = _runs(token.children or (), problems)
                one = _paragraph(directed(runs) if quoted else runs, lists, fresh, place)
                yield one._replace(direction=True) if quoted else one
                fresh = False


def _paragraph(
    runs: tuple[Run, ...], lists: list[_List], fresh: bool, place: Place | None
) -> Paragraph:
    """Return a paragraph in lists; a further one of an item, not `fresh`, has no mark."""
    if not lists:
        return Paragraph(runs, 0, None, place)
    number = lists[-1].number
    if fresh and number is not None and not 1 <= number <= MOST_NUMBER:
        runs, fresh = (Run(f"{number}. "), *runs), False
    marker: Literal["bullet", "number"] = "bullet" if number is None else "number"
    level = len(lists) - 1
    return Paragraph(
        runs, level, marker=marker if fresh else None, place=place, depth=len(lists), number=number
    )


def directed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the words of a stage direction: in italics and brackets, so that nobody reads them."""
    return tuple(merged_runs(run._replace(italic=True) for run in (Run("["), *runs, Run("]"))))


def _lines(code: str) -> tuple[Run, ...]:
    """Return lines of code as runs, their spaces as they are typed."""
    runs: list[Run] = []
    for number, line in enumerate(code.strip("\n").expandtabs(4).split("\n")):
        runs += [Run("\n")] * (number > 0)
        runs += [Run(line)] * bool(line)
    return tuple(runs)


@cache
def _parser(quotes: bool = False) -> MarkdownIt:
    """Return a CommonMark parser for what texts on slides know; the rest stays as it is typed.

    In notes, `quotes` are stage directions.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(
        [
            "list",
            "code",
            "fence",
            "newline",
            "escape",
            "entity",
            "backticks",
            "emphasis",
            "strikethrough",
            "link",
            "image",
            "autolink",
            *(["blockquote"] if quotes else []),
        ]
    )
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # see `addresses`
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    rules = parser.inline.ruler
    rules.before("emphasis", "stars", _stars)
    rules.before("strikethrough", "script", _rule(_SCRIPT, _script))
    rules.before("autolink", "break", _rule(_BREAK, _break))
    rules.before("escape", "maths", _rule(MATHS, _maths))
    rules.before("escape", "path", _rule(PATH, _path))
    parser.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    return parser


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a list, unless what looks like its number is the day of a month."""
    from markdown_it.rules_block import list_block

    if _DAY.match(state.getLines(start, start + 1, 0, False)):
        return False
    return list_block(state, start, end, silent)


def _stars(state: StateInline, silent: bool) -> bool:
    """Take stars inside of words and numbers as they are: `2*3`, `Kolleg*innen`.

    Two or three between letters set off a part of a word: `**Social**Media`.
    """
    if state.src[state.pos] != "*" or silent:
        return False
    length = state.scanDelims(state.pos, True).length
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[state.pos + length : state.pos + length + 1]
    if length > 1 and after.isalnum() and before.strip() and not before.isalnum():
        return _closing_stars(state, length)
    if not (before.isalnum() and after.isalnum()):
        return False
    if length > 1 and before.isalpha() and after.isalpha():
        return False
    state.pending += "*" * length
    state.pos += length
    return True


def _closing_stars(state: StateInline, length: int) -> bool:
    """Let stars between a sign and a letter close what is open: `**Achtung:**bitte`, `**重。**次`.

    CommonMark takes them for opening ones alone, which nobody means behind others.
    """
    stars = [one for one in state.delimiters if one.marker == ord("*")]
    still_open = n = 0
    while n < len(stars):
        closes = stars[n].close and (still_open > 0 or not stars[n].open)
        still_open = max(0, still_open + stars[n].length * (-1 if closes else 1))
        n += stars[n].length
    if still_open < length:
        return False
    from markdown_it.rules_inline.state_inline import Delimiter

    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = "*"
        last, star = len(state.tokens) - 1, ord("*")
        closing = Delimiter(star, length, token=last, end=-1, open=False, close=True)
        state.delimiters.append(closing)
    state.pos += length
    return True


def _rule(
    of: re.Pattern[str], take: Callable[[StateInline, re.Match[str]], None]
) -> Callable[[StateInline, bool], bool]:
    """Return a rule of the parser that takes what a pattern finds."""

    def rule(state: StateInline, silent: bool) -> bool:
        found = of.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        if not silent:
            take(state, found)
        state.pos = found.end()
        return True

    return rule


def _script(state: StateInline, found: re.Match[str]) -> None:
    token = state.push("script", "", 0)
    token.content = re.sub(r"\\([^\w\s])", r"\1", found[2])
    token.markup = found[1]


def _break(state: StateInline, _: re.Match[str]) -> None:
    state.pending = state.pending.rstrip(" ")
    state.push("hardbreak", "br", 0)


def _maths(state: StateInline, found: re.Match[str]) -> None:
    state.push("maths", "", 0).content = found[0].replace("\n", " ")


def _path(state: StateInline, found: re.Match[str]) -> None:
    state.pending += found[0]


def holdable(text: str) -> str:
    """Return a text with a sign in the place of what no slide can hold: an entity may stand for
    such a character. That is an error; a draft shows where."""
    from smdeck.source.nodes import FORBIDDEN

    return FORBIDDEN.sub("\ufffd", text)


def _runs(tokens: Sequence[Token], problems: list[MarkupProblem] | None) -> tuple[Run, ...]:
    runs: list[Run] = []
    form = Run("")
    bold = italic = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
                form = form._replace(bold=bold > 0)
            case "em_open" | "em_close":
                italic += token.nesting
                form = form._replace(italic=italic > 0)
            case "s_open" | "s_close":
                form = form._replace(strike=token.nesting > 0)
            case "link_open":
                form = form._replace(link=_link(str(token.attrs.get("href", "")), problems))
            case "link_close":
                form = form._replace(link=None)
            case "image":
                _report_picture(token, problems)
                runs.append(form._replace(text=token.content))
            case "softbreak":
                runs.append(form._replace(text=" "))
            case "hardbreak":
                runs.append(form._replace(text="\n"))
            case "script":
                baseline = SUBSCRIPT if token.markup == "~" else SUPERSCRIPT
                runs.append(form._replace(text=token.content, baseline=baseline))
            case "code_inline":
                runs.append(form._replace(text=token.content, code=True))
            case "maths":
                runs += _formula(token.content, form, problems)
            case _ if token.content:
                runs.append(form._replace(text=holdable(token.content)))
    whole = tuple(merged_runs(runs))
    if problems is not None:
        problems += _left_over(whole)
    return whole


def _formula(typed: str, form: Run, problems: list[MarkupProblem] | None) -> list[Run]:
    """Return a formula in dollar signs as runs; as it is typed where it is none."""
    from smdeck.model.math.inline import formula_of, is_words, runs_of_formula, tall

    text = typed.strip("$").strip()
    formula = None if is_words(text) else formula_of(text)
    if formula is not None and not tall(formula):
        return list(runs_of_formula(text, formula, form))
    if problems is not None:
        problems.append(_no_formula(typed, text, formula is not None))
    return [form._replace(text=typed)]


def _no_formula(typed: str, text: str, high: bool) -> MarkupProblem:
    """Return what is wrong with what stands in dollar signs."""
    from smdeck.model.math.inline import is_words
    from smdeck.model.math.reading import read_formula

    if high:
        message = f"`{typed}` is higher than a line of text"
        return MarkupProblem(
            "math", message, "show it on a slide of its own: `equation`", typed, "error"
        )
    if is_words(text):
        help = "to show dollar signs, write `\\$`"
        message = f"`{typed}` is not set as a formula"
        return MarkupProblem("markup-as-typed", message, help, typed, "warning")
    said: list[tuple[str, int, str, str | None]] = []
    read_formula(text, lambda *one: said.append(one))
    message, _, words, help_ = said[0]
    return MarkupProblem("math", message, help_ or "mend it, or write it in words", words, "error")


def _link(target: str, problems: list[MarkupProblem] | None) -> str | None:
    """Return what a link leads to, or None where a slide can't lead there."""
    from smdeck.model.addresses import problem

    wrong = problem(target)
    if wrong and problems is not None:
        severity: Literal["error", "warning"] = "error" if wrong.broken else "warning"
        problems.append(
            MarkupProblem(wrong.code, wrong.message, wrong.help, target or "]()", severity)
        )
    return None if wrong else target


def _report_picture(token: Token, problems: list[MarkupProblem] | None) -> None:
    if problems is not None:
        message = "a picture can't stand inside a text"
        help = "use the key `image` or another layout"
        problems.append(MarkupProblem("markup", message, help, f"![{token.content}](", "error"))


def _left_over(runs: Iterable[Run]) -> Iterator[MarkupProblem]:
    """Yield the signs of markup that opened or closed nothing, and stand as they are typed."""
    from smdeck.model.addresses import problem

    for run in runs:
        if run.code or run.math:
            continue
        if sign := _UNCLOSED.search(run.text):
            message = f"`{sign[0]}` has no counterpart, and stands as it is typed"
            escaped = "".join(rf"\{one}" for one in sign[0])
            help = f"no space stands between it and the words; to show the signs, write {escaped}"
            yield MarkupProblem("markup-as-typed", message, help, sign[0], "warning")
        if link := _NO_LINK.search(run.text):
            wrong = problem(link[1])
            if wrong and wrong.broken:
                yield MarkupProblem(wrong.code, wrong.message, wrong.help, link[1], "error")
            elif wrong:
                message = f"`{link[0]}` is no link, and stands as it is typed"
                number = re.fullmatch(r"[+\d][\d /-]+", link[1])
                called = re.sub(r"[^+\d]", "", link[1])
                help = f"write the number as `tel:{called}`" if number else wrong.help
                yield MarkupProblem("markup-as-typed", message, help, link[0], "warning")
