"""The command line: results go to stdout, findings to stderr.

Exit codes: 0 fine, 1 findings that are errors, 2 wrong usage, 3 a fault of smdeck, 130 interrupted.
"""

from __future__ import annotations

import click

from smdeck import __version__
from smdeck.commands import building, checking, comparing, desk, handing, looking_up, writing
from smdeck.console import INTERRUPTED, say


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="smdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compile YAML decks into branded, native, editable PowerPoint talks."""


for _room in (building, checking, comparing, desk, handing, looking_up, writing):
    for _command in _room.COMMANDS:
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
