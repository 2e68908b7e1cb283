"""The command line: results go to stdout, findings to stderr.

Exit codes: 0 fine, 1 findings that are errors, 2 wrong usage, 3 a fault of smdeck, 130 interrupted.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from smdeck import __version__
from smdeck.console import INTERRUPTED, say, say_json, show
from smdeck.handing.commands import COMMANDS
from smdeck.options import LANG, OUT, PAGE, ROOT, SET, STRICT, VARIANT

if TYPE_CHECKING:
    from smdeck.compiler.building import Build
    from smdeck.deck_file import Format
    from smdeck.findings import Finding
    from smdeck.projects.starting import Kind, Language
    from smdeck.version import Version


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="smdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compile YAML decks into branded, native, editable PowerPoint talks."""


for _command in COMMANDS:
    cli.add_command(_command)


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
_watch = click.option(
    "--watch", is_flag=True, help="Go on, and do it again whenever a file changes; Ctrl-C ends it."
)


@cli.command()
@_decks
@OUT
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
@VARIANT
@click.option("--all-variants", is_flag=True, help="Build the deck and each of its variants.")
@LANG
@click.option("--all-languages", is_flag=True, help="Build the deck in each of its languages.")
@SET
@click.option(
    "--each", "table", metavar="TABLE.csv",
    help="Build a talk for each row of a table; -o names columns, as out/{client}.pptx.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), help="How many processes work with --each.")
@ROOT
@STRICT
@_watch
def build(
    decks: tuple[str, ...],
    out: str | None,
    kind: Format,
    draft: bool,
    comments: bool,
    report: bool,
    explain: bool,
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
    values = values_of(given)
    if table is not None:
        if len(decks) > 1 or decks == ("-",) or out is None or all_variants or all_languages:
            raise click.UsageError("--each takes one deck, one version, and -o with a column in it")
        if report or explain or watch or draft or kind != "pptx":
            raise click.UsageError("--each writes presentations, and nothing else is asked for")
        sys.exit(_build_each(decks[0], table, out, variant, lang, values, strict, root, jobs))
    builds = [
        (deck, version)
        for deck in each_once(decks)
        for version in _versions(deck, variant, all_variants, lang, all_languages, root)
    ]
    asked = Build(tuple(builds), out, root, strict, values, report, explain, kind, draft, comments)
    try:
        written = targets_of(asked)
    except WrongUsage as wrong:
        raise click.UsageError(str(wrong)) from wrong
    if not watch:
        sys.exit(build_all(asked, written))
    ours: set[Path] = set()
    _watched(
        tuple(deck for deck, _ in builds),
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


def _watched(decks: tuple[str, ...], run: Callable[[int], object]) -> NoReturn:
    """Do something with each deck, by its place, and again when its files change, for ever."""
    from smdeck.watching import Watch, wait

    if "-" in decks:
        raise click.UsageError("standard input can't be watched; name a file")
    watches = [Watch() for _ in decks]
    changed = list(range(len(decks)))
    while True:
        for number in changed:
            with watches[number].reading():
                run(number)
        files = sum(watch.files for watch in watches)
        say(f"watching {files} file{'s' * (files != 1)}; Ctrl-C ends it", err=True)
        changed = wait(watches)


def _build_each(
    deck: str,
    table: str,
    out: str,
    variant: str | None,
    lang: str | None,
    values: dict[str, str],
    strict: bool,
    root: Path | None,
    jobs: int | None,
) -> int:
    """Build a talk for each row of a table; return the exit code.

    What is wrong with several rows alike is told once.
    """
    import time

    import smdeck
    from smdeck.findings import DeckError, visible

    start, done, failed = time.perf_counter(), 0, 0
    told: set[str] = set()
    shown = sys.stderr is not None and sys.stderr.isatty()
    try:
        for made in smdeck.build_each(
            deck, table, out, variant=variant, lang=lang, values=values, strict=strict, root=root,
            jobs=jobs,
        ):  # fmt: skip
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
    deck: str,
    variant: str | None,
    all_variants: bool,
    lang: str | None,
    all_languages: bool,
    root: Path | None,
) -> list[Version]:
    """Return the versions of a deck that are asked for."""
    import smdeck

    if not (all_variants or all_languages):
        return [smdeck.Version(variant, lang)]
    if deck == "-":
        raise click.UsageError("versions of a deck from standard input are built one by one")
    every = smdeck.versions(deck, root=root)
    variants = dict.fromkeys(one.variant for one in every) if all_variants else [variant]
    languages = dict.fromkeys(one.lang for one in every) if all_languages else [lang]
    return [smdeck.Version(name, tag) for name in variants for tag in languages]


def values_of(given: tuple[str, ...]) -> dict[str, str]:
    """Return what is set, by name."""
    from smdeck.findings import visible

    for one in given:
        if "=" not in one or not one.partition("=")[0].strip():
            raise click.UsageError(f"--set takes NAME=TEXT, here is {visible(one)}")
    return {name.strip(): text for name, _, text in (one.partition("=") for one in given)}


@cli.command()
@_decks
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    help="How findings are printed; json and github go to stdout.",
)  # fmt: skip
@VARIANT
@LANG
@SET
@ROOT
@STRICT
@_watch
def check(
    decks: tuple[str, ...],
    style: str,
    variant: str | None,
    lang: str | None,
    given: tuple[str, ...],
    root: Path | None,
    strict: bool,
    watch: bool,
) -> None:
    """Report all findings of decks, in all their versions, and write nothing.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    import smdeck
    from smdeck.compiler.building import opened
    from smdeck.deck_file import each_once

    decks, values = tuple(each_once(decks)), values_of(given)

    def checked(deck: str) -> list[Finding]:
        return smdeck.check(
            opened(deck), variant=variant, lang=lang, values=values, strict=strict, root=root
        )

    if watch:
        _watched(decks, lambda number: _tell({decks[number]: checked(decks[number])}, style))
    sys.exit(_tell({deck: checked(deck) for deck in decks}, style))


def _tell(findings: dict[str, list[Finding]], style: str) -> int:
    """Report the findings of decks, and return 1 if one is an error."""
    from smdeck.findings import visible

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
    return int(any(finding.severity == "error" for finding in every))


@cli.command()
@_decks
@VARIANT
@LANG
@SET
@ROOT
def plan(
    decks: tuple[str, ...],
    variant: str | None,
    lang: str | None,
    given: tuple[str, ...],
    root: Path | None,
) -> None:
    """Print when each slide comes, and how long the talk takes; of each variant.

    A slide takes its `minutes`, or the time that its notes take.
    """
    from smdeck.api import plans
    from smdeck.compiler.building import opened
    from smdeck.findings import DeckError, visible

    failed = False
    for deck in dict.fromkeys(decks):
        try:
            found = plans(
                opened(deck), variant=variant, lang=lang, values=values_of(given), root=root
            )
        except DeckError as error:
            show(error.findings)
            failed = True
            continue
        for version, lines in found.items():
            named = f" ({version.name})" if version.name else ""
            say("\n".join([f"{visible(deck)}{named}", *lines]))
    sys.exit(int(failed))


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
        show(findings)
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
            show(error.findings)
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
@ROOT
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
        show(findings)
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
@click.argument("deck")
@click.option(
    "--mark", is_flag=True,
    help="Accept all translations: they are made from the texts that the deck has now.",
)  # fmt: skip
@ROOT
def translate(deck: str, mark: bool, root: Path | None) -> None:
    """Say what is left to translate of a deck in several languages."""
    import smdeck
    from smdeck.findings import DeckError, visible
    from smdeck.translating import UNDONE, mark_translations

    if not mark:
        left = [one for one in smdeck.check(deck, root=root) if one.code in UNDONE]
        show(left)
        say(f"{visible(deck)}: {_count(left)}{_summary(left)}")
        sys.exit(1 if any(finding.severity == "error" for finding in left) else 0)
    try:
        marked = mark_translations(deck, root=root)
    except DeckError as error:
        show(error.findings)
        sys.exit(1)
    texts = ", ".join(f"{number} texts in {lang}" for lang, number in marked.texts.items())
    say(f"{visible(deck)} → {visible(str(marked.path))}: {texts}")


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
@click.option(
    "--open", "opens", is_flag=True,
    help="Show a template's layouts in the browser, with what fills their placeholders.",
)  # fmt: skip
@PAGE
def themes(name: str | None, opens: bool, out: Path | None) -> None:
    """List the themes that ship, or show the colours and fonts of one, or a template's layouts."""
    from smdeck.reference import theme_page
    from smdeck.theme import find_theme, shipped_themes

    if name is None:
        if opens or out:
            raise click.UsageError("--open and --out need the name of a template")
        say("\n".join(shipped_themes()))
        return
    from smdeck.findings import Findings

    findings = Findings()
    theme = find_theme(name, Path(), findings)
    show(findings.in_order())
    if theme is None:
        sys.exit(1)
    if not opens and not out:
        say(theme_page(theme))
        return
    if theme.template is None:
        raise click.UsageError(f"{name} is no template, and has no layouts of its own to show")
    from smdeck.preview.template_page import template_page

    _show_page(template_page(theme.template), theme.name, opens, out)


def _show_page(page: str, name: str, opens: bool, out: Path | None) -> None:
    """Write a page of HTML to a file, or to one that nobody named, and open it if asked to."""
    import tempfile
    import webbrowser

    file = out or Path(tempfile.mkdtemp(prefix="smdeck-")) / "page.html"
    try:
        file.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f"{file} can't be written: {reason}") from error
    from smdeck.findings import visible

    say(f"{visible(name)} → {visible(str(file))}")
    if opens:
        webbrowser.open(file.resolve().as_uri())


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--kind", type=click.Choice(["talk", "workshop", "pitch"]), default="talk",
    help="What you begin; default: a talk.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["de", "en"]), default="de", help="Its language; default: German."
)
def new(folder: Path, kind: Kind, lang: Language) -> None:
    """Start a project: a folder with a deck, a theme and settings that builds at once."""
    from smdeck.findings import visible
    from smdeck.projects.starting import ProjectError, start_project

    try:
        files = start_project(folder, kind, lang)
    except ProjectError as error:
        show(error.findings)
        sys.exit(1)
    deck = visible(files[0].as_posix())
    say(f"{visible(folder.as_posix())}: {len(files)} files; `smdeck preview {deck}` shows it")


@cli.command("new-theme")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from", "brand", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="The brand file, or the company's template, that it begins with.",
)  # fmt: skip
def new_theme(folder: Path, brand: Path) -> None:
    """Start a theme from a brand.yml or a .potx: a folder with a theme.yaml that builds at once."""
    from smdeck.starting import StartError, start_theme

    try:
        file = start_theme(folder, brand)
    except StartError as error:
        show(error.findings)
        sys.exit(1)
    say(f"{brand} → {file}; a deck in this folder takes it with `theme: {folder.as_posix()}`")


@cli.command()
@click.argument("word", nargs=-1)
@click.option(
    "--open/--no-open", "opens", default=None,
    help="Show them as pictures in the browser, or write that page and say where it is.",
)  # fmt: skip
@PAGE
def icons(word: tuple[str, ...], opens: bool | None, out: Path | None) -> None:
    """List the icons, or those that a word finds, in German or English."""
    from smdeck.data.icon_search import find_icons, icon_words, shown_name
    from smdeck.data.icons import own_names

    wanted = " ".join(word)
    names = find_icons(wanted) if wanted else sorted(map(shown_name, own_names()))
    if not names:
        say(f"no icon is found by `{wanted}`", err=True)
        sys.exit(1)
    if opens is not None or out is not None:
        from smdeck.icon_page import icon_page

        _show_page(icon_page(names, wanted), wanted or "icons", bool(opens), out)
        return
    for name in names:
        say(f"{name:24} {', '.join(icon_words(name))}" if wanted else name)


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
def lsp() -> None:
    """Talk to an editor: findings while you write, completion, explanations, quick fixes.

    It speaks the language server protocol on standard input and output.
    """
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        say("the language server needs pygls; `pip install 'smdeck[lsp]'` brings it", err=True)
        sys.exit(1)
    from smdeck.editing.server import serve

    serve()


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
        "used_by": [str(use) for use in place.source.uses] if place else [],
        "versions": list(finding.versions),
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
    if finding.versions:
        message += f" (version: {', '.join(finding.versions)})"
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
