"""The command line: results go to stdout, findings to stderr.

Exit codes: 0 fine, 1 findings that are errors, 2 wrong usage, 3 a fault of smdeck, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import click

from smdeck import __version__
from smdeck.console import finish, prepare, say, say_json

if TYPE_CHECKING:
    from smdeck.desk.exporting import Format
    from smdeck.findings import Finding

SLOW_DECK = 200
"""From so many slides on, a terminal is told how far the build is."""

INTERRUPTED = 130
"""The exit code of what the user broke off: 128 and the number of the signal."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="smdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compile YAML decks into branded, native, editable PowerPoint talks."""


def main() -> int:
    """Run the command line as a process of its own and return its exit code.

    Whatever happens is said in lines for people; SMDECK_DEBUG=1 lets exceptions through.
    """
    prepare()
    try:
        cli.main(standalone_mode=False)
        return finish(0)
    except SystemExit as end:
        return finish(end.code if isinstance(end.code, int) else int(end.code is not None))
    except click.Abort:
        return finish(INTERRUPTED)
    except click.ClickException as error:
        return finish(_wrong_usage(error))
    except Exception as error:
        if os.environ.get("SMDECK_DEBUG"):
            import traceback

            say(traceback.format_exc(), err=True)
        from smdeck.internal_error import CODE, report

        say(report(error, sys.argv[1:]), err=True)
        return finish(CODE)


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
_watch = click.option(
    "--watch", is_flag=True, help="Go on, and do it again whenever a file changes; Ctrl-C ends it."
)


@cli.command()
@_decks
@click.option(
    "-o", "--out", metavar="OUT",
    help="The file to write, or a folder, as out/; default: beside the deck.",
)  # fmt: skip
@click.option(
    "--format", "kind", type=click.Choice(["pptx", "html", "svg", "png"]), default="pptx",
    help="A presentation, one page for browsers, or a folder of pictures.",
)  # fmt: skip
@_root
@_strict
@_watch
def build(
    decks: tuple[str, ...],
    out: str | None,
    kind: Format,
    root: Path | None,
    strict: bool,
    watch: bool,
) -> None:
    """Compile decks. Where a deck has an error, nothing is written for it.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.deck_file import WrongUsage, targets

    try:
        written = targets(decks, out, {"pptx": ".pptx", "html": ".html"}.get(kind, f"-{kind}"))
    except WrongUsage as wrong:
        raise click.UsageError(str(wrong)) from wrong
    if watch:
        ours: set[Path] = set()
        _watched(
            tuple(written),
            lambda deck: _build_beside(deck, written[deck], ours, kind, root, strict),
        )
    done = [_build(deck, target, kind, root, strict) for deck, target in written.items()]
    sys.exit(0 if all(done) else 1)


def _build(
    deck: str,
    target: Path | None,
    kind: Format,
    root: Path | None,
    strict: bool,
    errors: list[str] | None = None,
) -> bool:
    """Compile a deck, say what became of it, and return whether it was written.

    The codes of errors are added to `errors`.
    """
    import smdeck
    from smdeck.findings import DeckError, visible

    try:
        built = smdeck.build(
            _opened(deck),
            target,
            format=kind,
            strict=strict,
            root=root,
            progress=_progress(deck),
        )
    except DeckError as error:
        _show(error.findings)
        if errors is not None:
            errors += [one.code for one in error.findings if one.severity == "error"]
        return False
    _show(built.findings)
    minutes = f", {built.minutes:g} minutes" if built.minutes else ""
    slides = "1 slide" if built.slides == 1 else f"{built.slides} slides"
    scaled = f", {_pictures(built.scaled)} scaled down" if built.scaled else ""
    done = f"{slides}{minutes}{scaled}, {built.seconds:.2f} s"
    say(f"{visible(deck)} → {visible(str(built.path))}: {done}")
    return True


def _build_beside(
    deck: str,
    target: Path | None,
    ours: set[Path],
    kind: Format,
    root: Path | None,
    strict: bool,
) -> None:
    """Compile a deck; where its target can't be written, as it is open, into a file beside it.

    `ours` are the files that were written so: they may be written again, but no others.
    """
    from smdeck.deck_file import free_beside
    from smdeck.findings import visible

    tried: list[str] = []
    if _build(deck, target, kind, root, strict, tried) or not target or tried != ["target"]:
        return
    other = free_beside(target, ours)
    say(f"{visible(other.name)} is written in its place", err=True)
    ours.add(other)
    _build(deck, other, kind, root, strict)


def _watched(decks: tuple[str, ...], run: Callable[[str], object]) -> NoReturn:
    """Do something with each deck, and again with those whose files change, for ever."""
    from smdeck.watching import Watch, wait

    if "-" in decks:
        raise click.UsageError("standard input can't be watched; name a file")
    watches = [Watch() for _ in decks]
    changed = list(range(len(decks)))
    while True:
        for number in changed:
            with watches[number].reading():
                run(decks[number])
        files = sum(watch.files for watch in watches)
        say(f"watching {files} file{'s' * (files != 1)}; Ctrl-C ends it", err=True)
        changed = wait(watches)


@cli.command()
@_decks
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    help="How findings are printed; json and github go to stdout.",
)  # fmt: skip
@_root
@_strict
@_watch
def check(decks: tuple[str, ...], style: str, root: Path | None, strict: bool, watch: bool) -> None:
    """Report all findings of decks and write nothing.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    decks = tuple(dict.fromkeys(decks))
    if watch:
        _watched(decks, lambda deck: _check((deck,), style, root, strict))
    sys.exit(_check(decks, style, root, strict))


def _check(decks: tuple[str, ...], style: str, root: Path | None, strict: bool) -> int:
    """Report the findings of decks, and return 1 if one is an error."""
    import smdeck
    from smdeck.findings import visible

    findings = {deck: smdeck.check(_opened(deck), strict=strict, root=root) for deck in decks}
    every = [finding for of_deck in findings.values() for finding in of_deck]
    if style == "json":
        say_json([_as_data(one, deck) for deck, of_deck in findings.items() for one in of_deck])
    else:
        if style == "github":
            say("".join(f"{_as_annotation(finding)}\n" for finding in every), nl=False)
        else:
            _show(every)
        for deck, of_deck in findings.items():
            say(f"{visible(deck)}: {_count(of_deck)}{_summary(of_deck)}")
    return int(any(finding.severity == "error" for finding in every))


@cli.command()
@_decks
@click.option("--check", "only", is_flag=True, help="Change nothing; exit with 1 if it would.")
def fmt(decks: tuple[str, ...], only: bool) -> None:
    """Bring decks into one style. Nothing but white space changes.

    DECK is a file, a folder with one deck in it, or - for standard input, which goes to standard
    output.
    """
    from smdeck.findings import visible
    from smdeck.formatting import Unformattable, decoded, format_file, formatted

    failed = False
    for deck in dict.fromkeys(decks):
        try:
            if deck == "-":
                text = decoded(sys.stdin.buffer.read())
                done = formatted(text, "<stdin>")
                failed |= only and done != text
                if not only:
                    say(done, nl=False)
            elif format_file(_file_of(deck), write=not only):
                failed |= only
                say(f"{visible(deck)}: {'would be changed' if only else 'changed'}")
        except Unformattable as error:
            failed = True
            say(f"{visible(deck)} stays as it is: {visible(str(error))}", err=True)
        except OSError as error:
            failed = True
            reason = (error.strerror or str(error)).lower()
            say(f"{visible(deck)} can't be written: {reason}", err=True)
    sys.exit(1 if failed else 0)


def _file_of(deck: str) -> Path:
    """Return the file that a deck is named by: of a folder, the only deck in it."""
    from smdeck.deck_file import deck_in
    from smdeck.findings import Findings

    findings = Findings()
    file = deck_in(Path(deck), findings)
    if file is None:
        _show(findings)
        sys.exit(1)
    return file


@cli.command()
@click.argument("sides", nargs=-1, required=True, metavar="BEFORE AFTER")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "html"]), default="text",
    help="Lines to read, data, or a page with both pictures of each slide.",
)  # fmt: skip
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT",
    help="The file to write; default: standard output.",
)  # fmt: skip
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 if they differ.")
def diff(sides: tuple[str, ...], style: str, out: Path | None, tells: bool) -> None:
    """Tell what differs between two talks, slide by slide.

    BEFORE and AFTER are decks, presentations (.pptx), or states of a deck in git, as
    HEAD~1:talk.yaml.
    """
    from contextlib import ExitStack

    from smdeck.changes.comparing import compare
    from smdeck.changes.sources import Unreadable, opened, side_of_git
    from smdeck.changes.telling import as_data, as_page, as_text, lines_of_files

    by_git = len(sides) >= GIT_ARGUMENTS  # see gitattributes(5)
    with ExitStack() as stack:
        try:
            if by_git:
                path = Path(sides[0])
                before, after = (side_of_git(path, file) for file in (sides[1], sides[4]))
            elif len(sides) == 2:
                before, after = (stack.enter_context(opened(side)) for side in sides)
            else:
                raise click.UsageError("name two talks: BEFORE AFTER")
        except Unreadable as error:
            if by_git:  # it gives up where a program fails; and there are files of other kinds
                say(lines_of_files(sides[0], sides[1], sides[4]), nl=False)
                sys.exit(0)
            _show(error.findings)
            sys.exit(1)
        changed = compare(before.facts, after.facts)
        page = as_page(changed, before, after) if style == "html" else ""
    if style == "json" and out is None:
        say_json(as_data(changed))
    else:
        import json

        data = json.dumps(as_data(changed), ensure_ascii=False, indent=2) + "\n"
        text = {"text": as_text(changed), "json": data, "html": page}[style]
        _give(text, out)
    sys.exit(int(tells and bool(changed)))


GIT_ARGUMENTS = 7
"""How many arguments git gives a program that shows differences: path, old file, its object and
mode, new file, its object and mode."""


def _give(text: str, out: Path | None) -> None:
    """Print a text, or write it into a file."""
    if out is None:
        say(text, nl=False)
        return
    try:
        out.write_text(text, "utf-8", "replace", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        say(f"{out} can't be written: {reason}", err=True)
        sys.exit(1)


@cli.command()
@click.argument("deck", metavar="DECK")
@click.option("--open/--no-open", "opens", default=True, help="Open it in the browser, or not.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=0, metavar="N",
    help="The port; default: any that is free.",
)  # fmt: skip
@_root
def preview(deck: str, opens: bool, port: int, root: Path | None) -> None:
    """Show a deck in the browser, and again whenever it changes; Ctrl-C ends it.

    DECK is a file, or a folder with one deck in it. The page is for this computer alone.
    """
    from smdeck.desk.server import Server
    from smdeck.desk.session import Session
    from smdeck.findings import Findings

    file = _file_of(deck)
    if not file.is_file():
        findings = Findings()
        findings.error("missing-file", f"there is no file `{deck}`", None)
        _show(findings)
        sys.exit(1)
    session = Session(file, root)
    try:
        server = Server(session, port)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.UsageError(f"port {port} can't be used: {reason}") from error
    server.start()
    say(f"{server.address}\nCtrl-C ends it")
    if opens:
        import webbrowser

        webbrowser.open(server.address)
    session.follow(threading.Event().wait)


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
    _show(findings.in_order())
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
        _show(error.findings)
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


def _opened(deck: str) -> str | BinaryIO:
    """Return a deck's file, or standard input for `-`."""
    return sys.stdin.buffer if deck == "-" else deck


def _pictures(number: int) -> str:
    return "1 picture" if number == 1 else f"{number} pictures"


def _progress(deck: str) -> Callable[[int, int], None] | None:
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    from smdeck.findings import visible

    shown = visible(deck)

    def tell(done: int, slides: int) -> None:
        if slides >= SLOW_DECK:
            end = "" if done < slides else "\r\033[K"
            say(f"\r{shown}: {done} of {slides} slides{end}", err=True, nl=False)

    return tell


def _show(findings: list[Finding]) -> None:
    for finding in findings:
        text = str(finding)
        head, _, rest = text.partition(":")
        color = "red" if finding.severity == "error" else "yellow"
        say(click.style(head, fg=color, bold=True) + ":" + rest + "\n", err=True)


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
