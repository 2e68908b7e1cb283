"""Starting a project: a folder with a deck, a theme and settings, ready to be written in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from smdeck.files import reason_of
from smdeck.findings import Finding, Findings, listing
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


class ProjectError(Exception):
    """A project that can't be started; `findings` says why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n\n".join(map(str, findings)))
        self.findings = findings


def start_project(folder: Path, kind: Kind, lang: Language) -> list[Path]:
    """Write a project's files into a folder, and return them, the deck first.

    Raises ProjectError, and writes nothing, where one of the files is there already; and where the
    folder can't be written.
    """
    files = project_files(kind, lang)
    findings = Findings()
    if folder.exists() and not folder.is_dir():
        said = f"`{folder.as_posix()}` is a file"
        findings.error("target", said, None, "name a folder; it is made")
        raise ProjectError(findings.in_order())
    there = [name for name in files if (folder / name).exists()]
    if there:
        are = "is" if len(there) == 1 else "are"
        said = f"in `{folder.as_posix()}` {listing(there, 'and')} {are} there already"
        findings.error("target", said, None, "name another folder; nothing is written over")
        raise ProjectError(findings.in_order())
    try:
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except OSError as error:
        said = f"`{folder.as_posix()}` can't be written: {reason_of(error)}"
        findings.error("target", said, None, "name another folder")
        raise ProjectError(findings.in_order()) from error
    return [folder / name for name in files]


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
