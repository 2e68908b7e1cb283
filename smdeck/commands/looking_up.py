"""The commands that answer questions: `layouts`, `themes`, `icons`, `explain`, `schema`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from smdeck.commands.options import PAGE
from smdeck.console import say, say_json, show
from smdeck.files import reason_of


@click.command()
@click.argument("name", required=False)
def layouts(name: str | None) -> None:
    """List the layouts, or show one with its keys and an example."""
    from smdeck.reference import layout_list, layout_page

    if name is None:
        say(layout_list())
        return
    _known(name, _layout_names(), "layout")
    say(layout_page(name))


@click.command()
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


@click.command()
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


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """List the codes of all findings, or explain one."""
    from smdeck.finding_docs import codes

    if code is None:
        for name, page in codes().items():
            say(f"{name:20} {page.split('. ')[0].splitlines()[0].rstrip('.')}")
        return
    _known(code, tuple(codes()), "finding")
    say(f"{code}\n\n{codes()[code]}")


@click.command()
def schema() -> None:
    """Print the JSON Schema of decks, for editors."""
    from smdeck.reference import deck_schema

    say_json(deck_schema())


def _show_page(page: str, name: str, opens: bool, out: Path | None) -> None:
    """Write a page of HTML to a file, or to one that nobody named, and open it if asked to."""
    import tempfile
    import webbrowser

    from smdeck.findings import visible

    file = out or Path(tempfile.mkdtemp(prefix="smdeck-")) / "page.html"
    try:
        file.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{file} can't be written: {reason_of(error)}") from error
    say(f"{visible(name)} → {visible(str(file))}")
    if opens:
        webbrowser.open(file.resolve().as_uri())


def _layout_names() -> tuple[str, ...]:
    from smdeck.layouts import layout_names

    return layout_names()


def _known(name: str, names: tuple[str, ...], kind: str) -> None:
    if name not in names:
        from smdeck.findings import suggest

        help = suggest(name, names, f"{kind}s: {', '.join(names)}")
        say(f"there is no {kind} `{name}`; {help}", err=True)
        sys.exit(1)


COMMANDS = (layouts, themes, icons, explain, schema)
