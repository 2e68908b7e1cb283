"""The command `build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smdeck.commands import options
from smdeck.commands.watching import watched
from smdeck.console import say, show

if TYPE_CHECKING:
    from smdeck.compiler.building import Build
    from smdeck.deck_file import Format
    from smdeck.version import Version


@click.command()
@options.DECKS
@options.OUT
@click.option(
    "--format", "kind", type=click.Choice(["pptx", "pdf", "html", "svg", "png"]),
    default="pptx", help="A presentation, pages, one page for browsers, or a folder of pictures.",
)  # fmt: skip
@click.option(
    "--draft", is_flag=True,
    help="Build in spite of errors on slides: with boxes for what is missing, and marks.",
)  # fmt: skip
@click.option(
    "--comments", is_flag=True, help="Write what slides have under `comment` as comments."
)
@click.option("--report", is_flag=True, help="Print a line a slide: composition, sizes, room left.")
@click.option("--explain", is_flag=True, help="Print which compositions were tried, and why one.")
@options.THEME
@options.VARIANT
@click.option("--all-variants", is_flag=True, help="Build the deck and each of its variants.")
@options.LANG
@click.option("--all-languages", is_flag=True, help="Build the deck in each of its languages.")
@options.SET
@click.option(
    "--each", "table", metavar="TABLE.csv",
    help="Build a talk for each row of a table; -o names columns, as out/{client}.pptx.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), help="How many processes work with --each.")
@options.ROOT
@options.STRICT
@options.WATCH
def build(
    decks: tuple[str, ...],
    out: str | None,
    kind: Format,
    draft: bool,
    comments: bool,
    report: bool,
    explain: bool,
    theme: str | None,
    variant: str | None,
    all_variants: bool,
    lang: str | None,
    all_languages: bool,
    given: tuple[str, ...],
    table: str | None,
    jobs: int | None,
    root: Path | None,
    strict: bool,
    watch: bool,
) -> None:
    """Compile decks. Where a deck has an error, nothing is written for it.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.compiler.building import Build, WrongUsage, build_all, targets_of
    from smdeck.deck_file import each_once

    if (variant and all_variants) or (lang and all_languages):
        raise click.UsageError("one version is named, and all are asked for")
    if draft and strict:
        raise click.UsageError("--draft lets errors pass, and --strict makes more of them")
    values = options.values_of(given, theme)
    if table is not None:
        if len(decks) > 1 or decks == ("-",) or out is None or all_variants or all_languages:
            raise click.UsageError("--each takes one deck, one version, and -o with a column in it")
        if report or explain or watch or draft or kind != "pptx":
            raise click.UsageError("--each writes presentations, and nothing else is asked for")
        each = {"variant": variant, "lang": lang, "strict": strict, "root": root, "jobs": jobs}
        sys.exit(_build_each(decks[0], table, out, values=values, **each))
    asked = Build(
        tuple(
            (deck, version)
            for deck in each_once(decks)
            for version in _versions(deck, variant, lang, root, (all_variants, all_languages))
        ),
        out,
        root=root,
        strict=strict,
        values=values,
        report=report,
        explain=explain,
        format=kind,
        draft=draft,
        comments=comments,
    )
    try:
        written = targets_of(asked)
    except WrongUsage as wrong:
        raise click.UsageError(str(wrong)) from wrong
    if not watch:
        sys.exit(build_all(asked, written))
    ours: set[Path] = set()
    watched(
        tuple(deck for deck, _ in asked.decks),
        lambda number: _build_beside(asked, number, written[number], ours),
    )


def _build_beside(asked: Build, number: int, target: Path | None, ours: set[Path]) -> None:
    """Compile a deck; where its target can't be written, as it is open, into a file beside it.

    `ours` are the files that were written so: they may be written again, but no others.
    """
    from smdeck.compiler.building import build_one
    from smdeck.deck_file import free_beside
    from smdeck.findings import visible

    failed = build_one(asked, number, target)
    if not target or failed != ["target"]:
        return
    other = free_beside(target, ours)
    say(f"{visible(other.name)} is written in its place", err=True)
    ours.add(other)
    build_one(asked, number, other)


def _build_each(deck: str, table: str, out: str, **asked: Any) -> int:
    """Build a talk for each row of a table, as `smdeck.build_each` does; return the exit code.

    What is wrong with several rows alike is told once.
    """
    import time

    import smdeck
    from smdeck.findings import DeckError, visible

    start, done, failed = time.perf_counter(), 0, 0
    told: set[str] = set()
    shown = sys.stderr is not None and sys.stderr.isatty()
    try:
        for made in smdeck.build_each(deck, table, out, **asked):
            done += 1
            failed += made.built is None
            if made.built is None:
                say(f"{visible(table)}:{made.number}: not built", err=True)
            new = [one for one in made.findings if str(one) not in told]
            told.update(map(str, new))
            show(new)
            if shown:
                bar = "█" * (20 * done // made.rows)
                say(f"\r\033[K{bar:░<20} {done} of {made.rows} talks", err=True, nl=False)
    except DeckError as error:
        show(error.findings)
        return 1
    finally:
        if shown:
            say("\r\033[K", err=True, nl=False)
    seconds = f"{time.perf_counter() - start:.2f} s"
    not_built = f", {failed} not built" if failed else ""
    talks = "1 talk" if done - failed == 1 else f"{done - failed} talks"
    say(f"{visible(deck)} → {visible(out)}: {talks}{not_built}, {seconds}")
    return 1 if failed else 0


def _versions(
    deck: str, variant: str | None, lang: str | None, root: Path | None, every: tuple[bool, bool]
) -> list[Version]:
    """Return the versions of a deck that are asked for: one, or `every` variant or language."""
    import smdeck

    all_variants, all_languages = every
    if not (all_variants or all_languages):
        return [smdeck.Version(variant, lang)]
    if deck == "-":
        raise click.UsageError("versions of a deck from standard input are built one by one")
    known = smdeck.versions(deck, root=root)
    variants = dict.fromkeys(one.variant for one in known) if all_variants else [variant]
    languages = dict.fromkeys(one.lang for one in known) if all_languages else [lang]
    return [smdeck.Version(name, tag) for name in variants for tag in languages]


COMMANDS = (build,)
