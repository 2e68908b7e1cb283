"""The commands `script`, `handout` and `pack`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smdeck.commands.options import LANG, OUT, ROOT, SET, STRICT, VARIANT, values_of
from smdeck.commands.telling import showing_findings
from smdeck.console import say, show

if TYPE_CHECKING:
    from smdeck.api import Built
    from smdeck.handing.handout import Form
    from smdeck.handing.making import Pages, Sheets

_deck = click.argument("deck", metavar="DECK")
_start = click.option(
    "--start", metavar="HH:MM", help="When the talk begins; default: the deck's `clock`, or 0:00."
)


def _of_a_version(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which version of a deck is meant."""
    for option in (STRICT, ROOT, SET, LANG, VARIANT):
        command = option(command)
    return command


@click.command()
@_deck
@OUT
@click.option(
    "--format", "kind", type=click.Choice(["pdf", "html", "docx", "md"]), default="pdf",
    help="Pages for one hand, a page for phone or tablet, a Word document, or Markdown.",
)  # fmt: skip
@_start
@_of_a_version
def script(deck: str, out: str | None, kind: Sheets, start: str | None, **version: Any) -> None:
    """Write what the speaker holds: clock, pictures, clicks and notes.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.handing.making import script

    _made(script, deck, out, f"-script.{kind}", version, format=kind, start=_time(start))


@click.command()
@_deck
@OUT
@click.option(
    "--format", "kind", type=click.Choice(["pdf", "html"]), default="pdf",
    help="Pages to print, or one page for browsers.",
)  # fmt: skip
@click.option(
    "--as", "form", type=click.Choice(["pages", "slides", "article"]), default="pages",
    help="Slides with their notes: two on a page, or each on its own; or text with pictures.",
)  # fmt: skip
@_of_a_version
def handout(deck: str, out: str | None, kind: Pages, form: Form, **version: Any) -> None:
    """Write what the audience takes home: slides with notes, or an article.

    DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.handing.making import handout

    _made(handout, deck, out, f"-handout.{kind}", version, format=kind, form=form)


@click.command()
@_deck
@OUT
@_start
@_of_a_version
def pack(deck: str, out: str | None, start: str | None, **version: Any) -> None:
    """Put all that another computer needs into one zip.

    It holds the .pptx, the PDF, the script, fonts that may be passed on, films, a list for the room
    and checksums. DECK is a file, a folder with one deck in it, or - for standard input.
    """
    from smdeck.handing.making import pack

    _made(pack, deck, out, ".zip", version, start=_time(start))


def _time(start: str | None) -> str | None:
    """Return a time of the day, as a deck's `clock` has it."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d\d)", start or "0:00")
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        from smdeck.findings import visible

        raise click.UsageError(f"--start takes a time as 9:30, here is {visible(start or '')}")
    return f"{found[1]}:{found[2]}" if start is not None else None


def _made(
    make: Callable[..., Built],
    deck: str,
    out: str | None,
    ending: str,
    version: dict[str, Any],
    **options: object,
) -> None:
    """Make something of a deck, say what becomes of it, and end with the exit code."""
    from smdeck.compiler.building import opened
    from smdeck.findings import visible

    given = version.pop("given")
    target = _target(deck, out, ending, version["variant"], version["lang"])
    with showing_findings():
        built = make(opened(deck), target, values=values_of(given), **version, **options)
    show(built.findings)
    slides = "1 slide" if built.slides == 1 else f"{built.slides} slides"
    say(f"{visible(deck)} → {visible(str(built.path))}: {slides}, {built.seconds:.2f} s")


def _target(
    deck: str, out: str | None, ending: str, variant: str | None, lang: str | None
) -> Path | None:
    """Return the file to write, None where it stands beside the deck."""
    from smdeck.deck_file import deck_in
    from smdeck.files import is_folder
    from smdeck.findings import Findings
    from smdeck.version import Version

    suffix = Path(f"x{ending}").suffix
    if out is not None and not (out.endswith(("/", os.sep)) or is_folder(Path(out))):
        if Path(out).suffix.lower() != suffix:
            raise click.UsageError(f"{out} does not end in {suffix}; for a folder write {out}/")
        return Path(out)
    if deck == "-":
        raise click.UsageError(f"a deck from standard input needs -o FILE{Path(ending).suffix}")
    if out is None:
        return None
    file = deck_in(Path(deck), Findings())
    stem = file.stem if file else "deck"
    return Path(out) / f"{stem}{Version(variant, lang).ending}{ending}"


COMMANDS = (script, handout, pack)
"""What the command line takes up."""
