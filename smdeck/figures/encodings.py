"""Encodings: the bytes of a .csv file become text, and what is guessed is said."""

from __future__ import annotations

import codecs
import re

from smdeck.figures.report import Report, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does, and so comes before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HELP = "save it as UTF-8; Excel calls it “CSV UTF-8”"

_LETTER = r"[^\W\d_]"
_IMPLAUSIBLE = re.compile(
    rf"[\x00-\x08\x0e-\x1f]|{_LETTER}[†‡‰‹›‚„”“™§¡¢£¤¥¦¨©«¬¯±¶¸¹³»¼½¾¿]{_LETTER}"
    rf"|[À-ÖØ-öø-ÿ]{{3}}|[a-zß-ÿ][ŠŸŽŒ]|{_LETTER}[ŠŸŽŒ][a-zß-ÿ]|£[a-zß-ÿ]"
)
"""What no text in a western language has: signs in a word, three accents in a row, capitals in it.

So look texts of DOS, old Macs and other alphabets that are read as Windows-1252.
"""

_DAMAGED = re.compile(r"\ufffd|Ã[\x80-\xbfŒœŠšŸ„–†‚‡ˆ‰]|â€[™œ“”¦\x9d]")
"""A UTF-8 text that was read as Windows-1252 once before, or lost its letters."""

_AROUND = 50_000
"""How many bytes to either side of one that is not UTF-8 show whether the others are."""

_HIGH = re.compile(r"[^\x00-\x7f]")


def decoded(content: bytes, report: Report) -> str:
    """Return the text of a .csv file, without a byte order mark; line breaks are newlines.

    Raises Unreadable where no encoding fits. What was guessed is a warning.
    """
    text = _decoded(content, report)
    damaged = _DAMAGED.search(text)
    if damaged:
        report.warn(
            f"{report.called} holds `{_word(text, damaged.start())}`, which looks like a text "
            "that was read in a wrong encoding",
            f"export it again and {_HELP}",
            code="encoding",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, report: Report) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding)
    wide = _wide(content)
    if wide:
        return _strict(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(content, error.start, report)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "replace").count("\n") + 1
        called = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise _unknown(f"is not {called}:", line, content, error.start) from error


def _wide(content: bytes) -> str | None:
    """Return the UTF-16 that a text without a mark is in: every other byte of it is 0."""
    head = content[:4096]
    pairs = len(head) // 2
    if pairs < 4:
        return None
    first, second = head[0::2].count(0), head[1::2].count(0)
    if second > 0.6 * pairs and first < 0.1 * pairs:
        return "utf-16-le"
    if first > 0.6 * pairs and second < 0.1 * pairs:
        return "utf-16-be"
    return None


def _western(content: bytes, position: int, report: Report) -> str:
    """Return a text that is not UTF-8 as Windows-1252, in which older programs write."""
    line = content[:position].count(b"\n") + 1
    around = content[max(0, position - _AROUND) : position + _AROUND]
    as_utf8 = around.decode("utf-8", "replace")
    if len(_HIGH.findall(as_utf8)) > 2 * as_utf8.count("\ufffd"):
        raise _unknown("is UTF-8 in other places, but not here:", line, content, position)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _unknown("is neither UTF-8 nor Windows-1252:", line, content, error.start) from error
    if _IMPLAUSIBLE.search(text):
        raise _unknown("is neither UTF-8 nor plausible as Windows-1252:", line, content, position)
    first = _HIGH.search(text)
    sample = f", as `{_word(text, first.start())}`" if first else ""
    report.warn(
        f"{report.called} is not UTF-8, and was read as Windows-1252{sample}",
        f"look at the letters on the slide; to be sure, {_HELP}",
        code="encoding",
    )
    return text


def _word(text: str, position: int) -> str:
    """Return the word that a character stands in, at most 20 characters to either side."""
    before = re.search(r"[^\s;,|\"]*\Z", text[max(0, position - 20) : position])
    behind = re.match(r"[^\s;,|\"]*", text[position + 1 : position + 20])
    return (before[0] if before else "") + text[position] + (behind[0] if behind else "")


def _unknown(what: str, line: int, content: bytes, position: int) -> Unreadable:
    return Unreadable(
        f"{what} line {line} holds the byte {content[position]:02X}", _HELP, code="encoding"
    )
