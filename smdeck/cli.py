"""The command line: results go to stdout, findings to stderr.

Exit codes: 0 fine, 1 findings that are errors, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smdeck import __version__

if TYPE_CHECKING:
    from smdeck.findings import Finding

SLOW_DECK = 200
"""From so many slides on, a terminal is told how far the build is."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="smdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compile YAML decks into branded, native, editable PowerPoint talks."""


def main() -> None:
    """Run the command line as a process of its own."""
    try:
        cli()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


_decks = click.argument("decks", nargs=-1, required=True, metavar="DECK…")
_strict = click.option("--strict", is_flag=True, help="Take warnings as errors.")


@cli.command()
@_decks
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="OUT",
    help="The .pptx to write, or a folder for several; default: beside the deck.",
)  # fmt: skip
@_strict
def build(decks: tuple[str, ...], out: Path | None, strict: bool) -> None:
    """Compile decks. Where a deck has an error, nothing is written for it."""
    import smdeck
    from smdeck.findings import DeckError

    targets = _targets(decks, out)
    failed = False
    for deck, target in targets.items():
        try:
            built = smdeck.build(deck, target, strict=strict, progress=_progress(deck))
        except DeckError as error:
            failed = True
            _show(error.findings)
            continue
        _show(built.findings)
        minutes = f", {built.minutes:g} minutes" if built.minutes else ""
        slides = "1 slide" if built.slides == 1 else f"{built.slides} slides"
        scaled = f", {_pictures(built.scaled)} scaled down" if built.scaled else ""
        click.echo(f"{deck} → {built.path}: {slides}{minutes}{scaled}, {built.seconds:.2f} s")
    sys.exit(1 if failed else 0)


@cli.command()
@_decks
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
    help="How findings are printed; json and github go to stdout.",
)  # fmt: skip
@_strict
def check(decks: tuple[str, ...], style: str, strict: bool) -> None:
    """Report all findings of decks and write nothing."""
    import smdeck

    findings = {deck: smdeck.check(deck, strict=strict) for deck in decks}
    every = [finding for of_deck in findings.values() for finding in of_deck]
    if style == "json":
        import json

        data = [_as_data(one, deck) for deck, of_deck in findings.items() for one in of_deck]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        if style == "github":
            click.echo("".join(f"{_as_annotation(finding)}\n" for finding in every), nl=False)
        else:
            _show(every)
        for deck, of_deck in findings.items():
            click.echo(f"{deck}: {_count(of_deck)}{_summary(of_deck)}")
    sys.exit(1 if any(finding.severity == "error" for finding in every) else 0)


@cli.command()
@click.argument("name", required=False)
def layouts(name: str | None) -> None:
    """List the layouts, or show one with its keys and an example."""
    from smdeck.reference import layout_list, layout_page

    if name is None:
        click.echo(layout_list())
        return
    _known(name, _layout_names(), "layout")
    click.echo(layout_page(name))


@cli.command()
@click.argument("name", required=False)
def themes(name: str | None) -> None:
    """List the themes that ship, or show the colours and fonts of one."""
    from smdeck.reference import theme_page
    from smdeck.theme import find_theme, shipped_themes

    if name is None:
        click.echo("\n".join(shipped_themes()))
        return
    from smdeck.findings import Findings

    findings = Findings()
    theme = find_theme(name, Path(), findings)
    _show(findings.in_order())
    if theme is None:
        sys.exit(1)
    click.echo(theme_page(theme))


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
    click.echo(
        f"{brand} → {file}; a deck in this folder takes it with `theme: {folder.as_posix()}`"
    )


@cli.command()
@click.argument("word", required=False)
def icons(word: str | None) -> None:
    """List the icons, or those that a word finds, in German or English."""
    from smdeck.data.icons import find_icons, icon_names, icon_words

    names = find_icons(word) if word else sorted(icon_names())
    if not names:
        click.echo(f"no icon is found by `{word}`", err=True)
        sys.exit(1)
    for name in names:
        click.echo(f"{name:24} {', '.join(icon_words(name))}" if word else name)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """List the codes of all findings, or explain one."""
    from smdeck.explaining import codes

    if code is None:
        for name, page in codes().items():
            click.echo(f"{name:20} {page.split('. ')[0].splitlines()[0].rstrip('.')}")
        return
    _known(code, tuple(codes()), "finding")
    click.echo(f"{code}\n\n{codes()[code]}")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of decks, for editors."""
    import json

    from smdeck.reference import deck_schema

    click.echo(json.dumps(deck_schema(), ensure_ascii=False, indent=2))


def _targets(decks: tuple[str, ...], out: Path | None) -> dict[str, Path]:
    """Return the file to write for each deck."""
    if out is not None and out.suffix == ".pptx" and len(decks) > 1:
        raise click.UsageError("with several decks, -o names a folder")
    targets: dict[str, Path] = {}
    for deck in dict.fromkeys(decks):
        beside = Path(deck).with_suffix(".pptx")
        if beside == Path(deck):
            raise click.UsageError(
                f"{deck} is a presentation and no deck, which is a .yaml file; a company's file is "
                f"named there, as theme: {beside.name}"
            )
        target = beside if out is None else out if out.suffix == ".pptx" else out / beside.name
        if target in targets.values():
            raise click.UsageError(f"two decks would be written to {target}")
        targets[deck] = target
    return targets


def _pictures(number: int) -> str:
    return "1 picture" if number == 1 else f"{number} pictures"


def _progress(deck: str) -> Callable[[int, int], None] | None:
    if not sys.stderr.isatty():
        return None

    def tell(done: int, slides: int) -> None:
        if slides >= SLOW_DECK:
            end = "" if done < slides else "\r\033[K"
            click.echo(f"\r{deck}: {done} of {slides} slides{end}", err=True, nl=False)

    return tell


def _show(findings: list[Finding]) -> None:
    for finding in findings:
        text = str(finding)
        head, _, rest = text.partition(":")
        color = "red" if finding.severity == "error" else "yellow"
        click.echo(click.style(head, fg=color, bold=True) + ":" + rest + "\n", err=True)


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
    place = finding.place
    where = ""
    if place:
        file = _escaped(place.source.name).replace(":", "%3A").replace(",", "%2C")
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
        click.echo(f"there is no {kind} `{name}`; {help}", err=True)
        sys.exit(1)
