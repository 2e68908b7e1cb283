"""Options that several commands have, each said once."""

from __future__ import annotations

from pathlib import Path

import click

OUT = click.option(
    "-o", "--out", metavar="OUT",
    help="The file to write, or a folder, as out/; default: beside the deck.",
)  # fmt: skip
PAGE = click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="PAGE.html",
    help="Write that page to a file.",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Take warnings as errors.")
ROOT = click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR",
    help="Read nothing outside of this folder: for decks of other people.",
)  # fmt: skip
VARIANT = click.option("--variant", metavar="NAME", help="The variant of the deck.")
LANG = click.option("--lang", metavar="TAG", help="The language of a deck that has several.")
SET = click.option(
    "--set", "given", multiple=True, metavar="NAME=TEXT",
    help="Set a variable or a key of the deck, as event.place=Köln; may be repeated.",
)  # fmt: skip
