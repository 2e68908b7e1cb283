"""Starting a project: a folder with a deck, a theme and settings, ready to be written in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from smdeck.files import reason_of
from smdeck.findings import Findings, FindingsError, listing
from smdeck.projects.settings import EXTENSIONS, GITIGNORE, SETTINGS, THEMES, WORKFLOW, tasks

Kind = Literal["talk", "workshop", "pitch"]
"""What is begun."""

Language = Literal["de", "en"]
"""In which language the deck is."""

KINDS: tuple[Kind, ...] = ("talk", "workshop", "pitch")
LANGUAGES: tuple[Language, ...] = ("de", "en")

DECKS = Path(__file__).parent / "decks"

NAMES = {("talk", "de"): "vortrag"}
"""The names of decks where they are not those of their kinds."""

FIGURES = {"de": "zahlen.csv", "en": "figures.csv"}
"""The data file of a talk."""


class ProjectError(FindingsError):
    """A project that can't be started; `findings` says why."""


def start_project(folder: Path, kind: Kind, lang: Language) -> list[Path]:
    """Write a project's files into a folder, and return them, the deck first.

    Raises ProjectError, and writes nothing, where one of the files is there already; and where the
    folder can't be written.
    """
    files = project_files(kind, lang)
    called = f"`{folder.as_posix()}`"
    if folder.exists() and not folder.is_dir():
        raise _refused(f"{called} is a file", "name a folder; it is made")
    there = [name for name in files if (folder / name).exists()]
    if there:
        are = "is" if len(there) == 1 else "are"
        said = f"in {called} {listing(there, 'and')} {are} there already"
        raise _refused(said, "name another folder; nothing is written over")
    try:
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except OSError as error:
        said = f"{called} can't be written: {reason_of(error)}"
        raise _refused(said, "name another folder") from error
    return [folder / name for name in files]


def _refused(said: str, help: str) -> ProjectError:
    findings = Findings()
    findings.error("target", said, None, help)
    return ProjectError(findings)


def project_files(kind: Kind, lang: Language) -> dict[str, str]:
    """Return the texts of a project's files by their names in it, the deck first."""
    from smdeck.reference import deck_schema

    deck = NAMES.get((kind, lang), kind)
    theme, text = THEMES[lang]
    schema = json.dumps(deck_schema(), ensure_ascii=False, indent=1)
    figures = {FIGURES[lang]: _shipped(FIGURES[lang])} if kind == "talk" else {}
    return {
        f"{deck}.yaml": _shipped(f"{kind}.{lang}.yaml"),
        **figures,
        f"themes/{theme}/theme.yaml": text,
        "deck.schema.json": schema + "\n",
        ".vscode/settings.json": SETTINGS,
        ".vscode/extensions.json": EXTENSIONS,
        ".vscode/tasks.json": tasks(f"{deck}.yaml"),
        ".gitignore": GITIGNORE,
        ".github/workflows/decks.yml": WORKFLOW.replace("DECK", f"{deck}.yaml"),
    }


def _shipped(name: str) -> str:
    return (DECKS / name).read_text("utf-8")
