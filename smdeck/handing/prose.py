"""Prose: notes as they are written in Typst and in Markdown."""

from __future__ import annotations

import re

from smdeck.handing.typesetting import typst_string
from smdeck.model.addresses import problem, uri
from smdeck.model.text import Paragraph, Run

_MARKED = re.compile(r"([\\`*_\[\]<>~^|])")
_AT_START = re.compile(r"^(\s*)(#{1,6} |[-+] |\d+[.)] |> )")


def notes_typst(notes: tuple[Paragraph, ...], mono: str) -> str:
    """Return notes as content of Typst, a paragraph each; `mono` is the family of code."""
    return "".join(_paragraph(one, mono) for one in notes)


def _paragraph(one: Paragraph, mono: str) -> str:
    words = " + ".join(_run(run, one.code, mono) for run in one.runs) or '""'
    if not one.depth:
        return f"#par({words})\n"
    return f"#note-item({one.depth}, {typst_string(one.mark)}, {words})\n"


def _run(run: Run, code: bool, mono: str) -> str:
    words = " + linebreak() + ".join(f"text({typst_string(line)})" for line in run.text.split("\n"))
    if run.code or code:
        words = f"text(font: {typst_string(mono)}, {words})"
    if run.bold:
        words = f"strong({words})"
    if run.italic:
        words = f"emph({words})"
    if run.strike:
        words = f"strike({words})"
    if run.link and not run.link.startswith("#") and problem(run.link) is None:
        words = f"link({typst_string(uri(run.link))}, underline({words}))"
    return words


def notes_markdown(notes: tuple[Paragraph, ...]) -> str:
    """Return notes as Markdown, a paragraph each, with an empty line between."""
    lines: list[str] = []
    before: Paragraph | None = None
    for one in notes:
        tight = before is not None and before.depth and one.depth
        lines += [] if tight or not lines else [""]
        lines.append(_markdown(one))
        before = one
    return "\n".join(lines)


def _markdown(one: Paragraph) -> str:
    words = "".join(_markdown_run(run, one.code) for run in one.runs).replace("\n", "  \n")
    if not one.depth:
        return _AT_START.sub(r"\1\\\2", words)
    mark = f"{one.mark.replace('•', '-')} " if one.mark else "   "
    return f"{'   ' * (one.depth - 1)}{mark}{words}"


def _markdown_run(run: Run, code: bool) -> str:
    if run.code or code:
        return f"`{run.text}`"
    words = escaped_markdown(run.text)
    around = "**" * run.bold + "*" * run.italic + "~~" * run.strike
    inner = words.strip()
    if around and inner:
        words = words.replace(inner, f"{around}{inner}{around[::-1]}", 1)
    link = run.link if run.link and not run.link.startswith("#") else None
    return f"[{words}]({uri(link)})" if link and problem(link) is None else words


def escaped_markdown(words: str) -> str:
    """Return words that Markdown takes for nothing else."""
    return _MARKED.sub(r"\\\1", words)
