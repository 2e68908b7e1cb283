"""The commands `preview` and `lsp`: a browser and an editor beside the deck."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from smdeck.commands.options import ROOT, file_of
from smdeck.console import say, show
from smdeck.files import reason_of


@click.command()
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

    file = file_of(deck)
    if not file.is_file():
        findings = Findings()
        findings.error("missing-file", f"there is no file `{deck}`", None)
        show(findings)
        sys.exit(1)
    session = Session(file, root)
    try:
        server = Server(session, port)
    except OSError as error:
        raise click.UsageError(f"port {port} can't be used: {reason_of(error)}") from error
    server.start()
    say(f"{server.address}\nCtrl-C ends it")
    if opens:
        import webbrowser

        webbrowser.open(server.address)
    session.follow(threading.Event().wait)


@click.command()
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


COMMANDS = (preview, lsp)
