"""The command `diff`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from smdeck.console import say, say_json, show
from smdeck.files import reason_of


@click.command()
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
    from smdeck.changes.sources import UnreadableSide, opened, side_of_git
    from smdeck.changes.telling import as_data, as_page, changes_as_text, lines_of_files

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
        except UnreadableSide as error:
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
        text = {"text": changes_as_text(changed), "json": data, "html": page}[style]
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
        say(f"{out} can't be written: {reason_of(error)}", err=True)
        sys.exit(1)


COMMANDS = (diff,)
