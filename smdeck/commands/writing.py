"""The commands that write what authors write: `fmt`, `translate`, `new`, `new-theme`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smdeck.commands.options import DECKS, ROOT, file_of
from smdeck.commands.telling import in_short, showing_findings
from smdeck.console import say, show
from smdeck.files import reason_of

if TYPE_CHECKING:
    from smdeck.projects.starting import Kind, Language


@click.command()
@DECKS
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
            elif format_file(file_of(deck), write=not only):
                failed |= only
                say(f"{visible(deck)}: {'would be changed' if only else 'changed'}")
        except Unformattable as error:
            failed = True
            say(f"{visible(deck)} stays as it is: {visible(str(error))}", err=True)
        except OSError as error:
            failed = True
            say(f"{visible(deck)} can't be written: {reason_of(error)}", err=True)
    sys.exit(1 if failed else 0)


@click.command()
@click.argument("deck")
@click.option(
    "--mark", is_flag=True,
    help="Accept all translations: they are made from the texts that the deck has now.",
)  # fmt: skip
@ROOT
def translate(deck: str, mark: bool, root: Path | None) -> None:
    """Say what is left to translate of a deck in several languages."""
    import smdeck
    from smdeck.findings import visible
    from smdeck.translating import UNDONE, mark_translations

    if not mark:
        left = [one for one in smdeck.check(deck, root=root) if one.code in UNDONE]
        show(left)
        say(f"{visible(deck)}: {in_short(left)}")
        sys.exit(1 if any(finding.severity == "error" for finding in left) else 0)
    with showing_findings():
        marked = mark_translations(deck, root=root)
    texts = ", ".join(f"{number} texts in {lang}" for lang, number in marked.texts.items())
    say(f"{visible(deck)} → {visible(str(marked.path))}: {texts}")


@click.command()
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
    from smdeck.projects.starting import start_project

    with showing_findings():
        files = start_project(folder, kind, lang)
    deck = visible(files[0].as_posix())
    say(f"{visible(folder.as_posix())}: {len(files)} files; `smdeck preview {deck}` shows it")


@click.command("new-theme")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from", "brand", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="The brand file, or the company's template, that it begins with.",
)  # fmt: skip
def new_theme(folder: Path, brand: Path) -> None:
    """Start a theme from a brand.yml or a .potx: a folder with a theme.yaml that builds at once."""
    from smdeck.scaffold import start_theme

    with showing_findings():
        file = start_theme(folder, brand)
    say(f"{brand} → {file}; a deck in this folder takes it with `theme: {folder.as_posix()}`")


COMMANDS = (fmt, translate, new, new_theme)
