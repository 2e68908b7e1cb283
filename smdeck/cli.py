"""The command line: results go to stdout, findings to stderr.

Exit codes: 0 fine, 1 findings that are errors, 2 wrong usage, 3 a fault of smdeck, 130 interrupted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smdeck import __version__
from smdeck.console import INTERRUPTED, say, say_json, show

if TYPE_CHECKING:
    from smdeck.findings import Finding


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="smdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compile YAML decks into branded, native, editable PowerPoint talks."""


def main() -> int:
    """Run the command line on the arguments of the process and return its exit code."""
    try:
        cli.main(standalone_mode=False)
        return 0
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        return _wrong_usage(error)


def _wrong_usage(error: click.ClickException) -> int:
    """Say how a command is used, without what a terminal would obey; return the exit code."""
    from smdeck.findings import visible

    if isinstance(error, click.UsageError) and error.ctx:
        say(error.ctx.get_usage(), err=True)
        say(f"Try '{error.ctx.command_path} --help' for help.\n", err=True)
    say(f"Error: {visible(error.format_message())}", err=True)
    return error.exit_code


_decks = click.argument("decks", nargs=-1, required=True, metavar="DECK…")
_strict = click.option("--strict", is_flag=True, help="Take warnings as errors.")
_root = click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR",
    help="Read nothing outside of this folder: for decks of other people.",
)  # fmt: skip


@cli.command()
@_decks
@click.option(
    "-o", "--out", metavar="OUT",
    help="The .pptx to write, or a folder, as out/; default: beside the deck.",
)  # fmt: skip
@click.option("--report", is_flag=True, help="Print a line a slide: composition, sizes, room left.")
@click.option("--explain", is_flag=True, help="Print which compositions were tried, and why one.")
@_root
@_strict
def build(
    decks: tuple[str, ...],
    out: str | None,
    report: bool,
    explain: bool,
    root: Path | None,
    strict: bool,
) -> None:
    """Compile decks. Where a deck has an error, nothing is written for it.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.building import Build, WrongUsage
    from smdeck.building import build as run

    try:
        sys.exit(run(Build(decks, out, root, strict, report, explain)))
    except WrongUsage as wrong:
        raise click.UsageError(str(wrong)) from wrong


@cli.command()
@_decks
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    help="How findings are printed; json and github go to stdout.",
)  # fmt: skip
@_root
@_strict
def check(decks: tuple[str, ...], style: str, root: Path | None, strict: bool) -> None:
    """Report all findings of decks and write nothing.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    import smdeck
    from smdeck.building import opened
    from smdeck.findings import visible

    findings = {
        deck: smdeck.check(opened(deck), strict=strict, root=root) for deck in dict.fromkeys(decks)
    }
    every = [finding for of_deck in findings.values() for finding in of_deck]
    if style == "json":
        say_json([_as_data(one, deck) for deck, of_deck in findings.items() for one in of_deck])
    else:
        if style == "github":
            say("".join(f"{_as_annotation(finding)}\n" for finding in every), nl=False)
        else:
            show(every)
        for deck, of_deck in findings.items():
            say(f"{visible(deck)}: {_count(of_deck)}{_summary(of_deck)}")
    sys.exit(1 if any(finding.severity == "error" for finding in every) else 0)


@cli.command()
@click.argument("name", required=False)
def layouts(name: str | None) -> None:
    """List the layouts, or show one with its keys and an example."""
    from smdeck.reference import layout_list, layout_page

    if name is None:
        say(layout_list())
        return
    _known(name, _layout_names(), "layout")
    say(layout_page(name))


@cli.command()
@click.argument("name", required=False)
def themes(name: str | None) -> None:
    """List the themes that ship, or show the colours and fonts of one."""
    from smdeck.reference import theme_page
    from smdeck.theme import find_theme, shipped_themes

    if name is None:
        say("\n".join(shipped_themes()))
        return
    from smdeck.findings import Findings

    findings = Findings()
    theme = find_theme(name, Path(), findings)
    show(findings.in_order())
    if theme is None:
        sys.exit(1)
    say(theme_page(theme))


@cli.command("new-theme")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from", "brand", required=True, type=click.Path(path_type=Path), metavar="BRAND.yml",
    help="The brand file that it begins with.",
)  # fmt: skip
def new_theme(folder: Path, brand: Path) -> None:
    """Start a theme from a brand.yml: a folder with a theme.yaml that builds at once."""
    from smdeck.starting import StartError, start_theme

    try:
        file = start_theme(folder, brand)
    except StartError as error:
        show(error.findings)
        sys.exit(1)
    say(f"{brand} → {file}; a deck in this folder takes it with `theme: {folder.as_posix()}`")


@cli.command()
@click.argument("word", required=False)
def icons(word: str | None) -> None:
    """List the icons, or those that a word finds, in German or English."""
    from smdeck.data.icons import find_icons, icon_names, icon_words

    names = find_icons(word) if word else sorted(icon_names())
    if not names:
        say(f"no icon is found by `{word}`", err=True)
        sys.exit(1)
    for name in names:
        say(f"{name:24} {', '.join(icon_words(name))}" if word else name)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """List the codes of all findings, or explain one."""
    from smdeck.explaining import codes

    if code is None:
        for name, page in codes().items():
            say(f"{name:20} {page.split('. ')[0].splitlines()[0].rstrip('.')}")
        return
    _known(code, tuple(codes()), "finding")
    say(f"{code}\n\n{codes()[code]}")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of decks, for editors."""
    from smdeck.reference import deck_schema

    say_json(deck_schema())


def _count(findings: list[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "no findings"
    return ", ".join(
        f"{number} {word}{'s' * (number != 1)}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    )


def _summary(findings: list[Finding]) -> str:
    """Return a line for each code: how often it is found, and on which slides; errors first."""
    slides: dict[tuple[str, str], list[int | None]] = {}
    for finding in findings:
        slides.setdefault((finding.severity, finding.code), []).append(finding.slide)
    lines = []
    for level, code in sorted(slides, key=lambda kind: (kind[0], -len(slides[kind]))):
        found = slides[level, code]
        numbers = sorted({number for number in found if number})
        where = f", slide{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
        lines.append(f"\n  {len(found):3} {level}[{code}]{where if numbers else ''}")
        if len(lines) == 1:
            explained = f"\n  `smdeck explain {code}` says why, and what to do"
    return "".join(lines) + explained if lines else ""


def _as_data(finding: Finding, deck: str) -> dict[str, object]:
    place = finding.place
    return {
        "deck": deck,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "slide": finding.slide,
        "file": place.source.name if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "length": place.length if place else None,
    }


def _as_annotation(finding: Finding) -> str:
    """Return a workflow command that GitHub shows beside the line."""
    from smdeck.findings import visible

    place = finding.place
    where = ""
    if place:
        file = _escaped(visible(place.source.name)).replace(":", "%3A").replace(",", "%2C")
        where = (
            f"file={file},line={place.line},endLine={place.line},"
            f"col={place.column},endColumn={place.column + place.length},"
        )
    message = finding.message + (f" – {finding.help}" if finding.help else "")
    return f"::{finding.severity} {where}title={finding.code}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Return a text of a workflow command; in its properties `:` and `,` are escaped, too."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _layout_names() -> tuple[str, ...]:
    from smdeck.layouts import layout_names

    return layout_names()


def _known(name: str, names: tuple[str, ...], kind: str) -> None:
    if name not in names:
        from smdeck.findings import suggest

        help = suggest(name, names, f"{kind}s: {', '.join(names)}")
        say(f"there is no {kind} `{name}`; {help}", err=True)
        sys.exit(1)
