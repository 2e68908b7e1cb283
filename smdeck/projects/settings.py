"""Settings of a project: its theme, and what editors, git and CI are told."""

from __future__ import annotations

import json

THEMES = {
    "de": (
        "eigen",
        """\
# Ihr Theme: es hat alles von `schlicht`, bis Sie hier etwas anderes sagen. Die Farben heißen wie
# dort. `smdeck themes themes/eigen` zeigt, was daraus wird, mit den Kontrasten; alle Schlüssel
# stehen in docs/themes.md von smdeck.
extends: schlicht
meta: {name: Eigen}
color:
  palette:
    blau: "#1A56A8"    # die Farbe, die für Sie steht
    himmel: "#8DB8F0"  # ihre hellere Schwester, auf dunklem Hintergrund
typography:
  base: Arial          # eine Schrift, die jeder Rechner hat
  headings: Arial
""",
    ),
    "en": (
        "own",
        """\
# Your theme: it has all of `schlicht` until you say otherwise here. Colours are called as there:
# `blau` is blue, `himmel` sky. `smdeck themes themes/own` shows what comes of them, with the
# contrasts; docs/themes.md of smdeck has all keys.
extends: schlicht
meta: {name: Own}
color:
  palette:
    blau: "#1A56A8"    # the colour that stands for you
    himmel: "#8DB8F0"  # its lighter sister, on a dark background
typography:
  base: Arial          # a font that every computer has
  headings: Arial
""",
    ),
}
"""Name and text of the theme, by language."""

SETTINGS = """\
{
  "editor.tabSize": 2,
  "editor.insertSpaces": true,
  "editor.wordWrap": "on",
  "editor.quickSuggestions": {"strings": "on"},
  "yaml.completion": true,
  "yaml.hover": true,
  "yaml.validate": true,
  "yaml.format.enable": false,
  "files.exclude": {"**/~$*.pptx": true}
}
"""
"""Completion and messages by the schema; `smdeck fmt` formats, not the editor."""

EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'

GITIGNORE = """\
# What is built, and what PowerPoint leaves while a file is open.
*.pptx
*.pdf
out/
~$*
.~lock.*
"""

WORKFLOW = """\
# Checks the deck with each push, and keeps what is built from it.
name: decks
on: [push, pull_request]
permissions: {contents: read}
jobs:
  build:
    runs-on: ubuntu-latest
    env:
      # Where pip finds smdeck: a package, a wheel, or git+https://… of the repository you use.
      SMDECK: smdeck
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install "$SMDECK"
      - run: smdeck check DECK --format github
      - run: smdeck build DECK -o out/
      - uses: actions/upload-artifact@v4
        with: {name: decks, path: out/}
"""


def tasks(deck: str) -> str:
    """Return the tasks of an editor: to show, check and build a deck."""
    commands = {"preview": f"smdeck preview {deck}", "check": f"smdeck check {deck}",
                "build": f"smdeck build {deck}"}  # fmt: skip
    listed: list[dict[str, object]] = [
        {"label": f"smdeck {name}", "type": "shell", "command": command, "problemMatcher": []}
        for name, command in commands.items()
    ]
    listed[0]["isBackground"] = True
    listed[2]["group"] = {"kind": "build", "isDefault": True}
    return json.dumps({"version": "2.0.0", "tasks": listed}, indent=2) + "\n"
