"""Compares fit with LibreOffice on the corpus and prints the figures of each theme.

python -m benchmarks.corpus [--slides 200] [--write docs/fit.md] [--show]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus.judging import Figures, Verdict, figures, judge
from benchmarks.corpus.slides import REPOSITORY, WORD_LIST, corpus
from smdeck.layouts import layout_names
from smdeck.theme import shipped_themes

MARK, END = "<!-- corpus -->", "<!-- end -->"
HEAD = """\
| theme | slides | errors | outside | broken words | false alarms | same lines | of several lines |
|---|---|---|---|---|---|---|---|
"""


def theme_figures(
    layouts: Mapping[str, Sequence[str]], slides: int, office: str, folder: Path, seed: int = 2
) -> list[Figures]:
    """Return what the corpus shows under each theme that has some layouts, in so many slides for
    all of them and fewer for some; `folder` takes the files."""
    shutil.copytree(REPOSITORY / "decks" / "bilder", folder / "bilder", dirs_exist_ok=True)
    decks = []
    counts = [slides * len(some) // len(layout_names()) for some in layouts.values()]
    for (theme, some), count in zip(layouts.items(), counts, strict=True):
        decks.append(folder / f"{theme}.yaml")
        decks[-1].write_text(_one_slide_a_line(corpus(count, theme, tuple(some), seed)), "utf-8")
    judged = judge(decks, office, folder)
    return [figures(verdicts, count) for verdicts, count in zip(judged, counts, strict=True)]


def _one_slide_a_line(deck: dict[str, object]) -> str:
    """Return a deck as flow YAML, whose every slide has lines of its own."""
    return json.dumps(deck, ensure_ascii=False, indent=1)


def main() -> None:
    """Run the comparison; exit with 1 where a text is outside of its box or a word is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, default=200, help="slides for each theme")
    parser.add_argument("--theme", action="append", help="only this theme")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--show", action="store_true", help="list what is not as it should be")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    parser.add_argument("--write", type=Path, help="put the figures into this page")
    options = parser.parse_args()
    office = shutil.which("soffice")
    if office is None or not WORD_LIST.is_file():
        sys.exit("the corpus needs LibreOffice and the word list of Debian's package wngerman")
    found = {}
    for theme in options.theme or shipped_themes():
        folder = options.keep / theme if options.keep else Path(tempfile.mkdtemp())
        folder.mkdir(parents=True, exist_ok=True)
        layouts = {theme: layout_names()}
        (found[theme],) = theme_figures(layouts, options.slides, office, folder, options.seed)
        print(row(theme, found[theme]), flush=True)
        if options.show:
            show(found[theme])
    if options.write:
        write_rows(options.write, [row(theme, one) for theme, one in found.items()])
    sys.exit(any(one.misses or one.broken for one in found.values()))


def write_rows(page: Path, rows: list[str]) -> None:
    """Put rows into the table of a page that stands between its two marks."""
    text = page.read_text("utf-8")
    head, _, rest = text.partition(MARK)
    _, _, tail = rest.partition(END)
    page.write_text(f"{head}{MARK}\n\n{HEAD}{chr(10).join(rows)}\n\n{END}{tail}", "utf-8")


def row(theme: str, one: Figures) -> str:
    """Return the figures of a theme as a row of a Markdown table."""
    return (
        f"| `{theme}` | {one.slides} | {one.errors} | {len(one.misses)} | "
        f"{len(one.broken)} | {len(one.false_alarms)} ({one.alarm_share:.1%}) | "
        f"{one.counted - len(one.disagreeing)} of {one.counted} ({one.agreement:.1%}) | "
        f"{1 - len(one.disagreeing) / max(1, one.longer):.1%} of {one.longer} |"
    )


def show(one: Figures) -> None:
    """Print the texts that are not as they should be."""
    for title, verdicts in (
        ("outside", one.misses), ("broken", one.broken), ("lines", one.disagreeing[:40])
    ):  # fmt: skip
        for verdict in verdicts:
            print(f"{title}: {_told(verdict)}")
    print(f"false alarms on slides {[number + 1 for number in one.false_alarms]}")


def _told(one: Verdict) -> str:
    return (
        f"slide {one.slide + 1} {one.layout} {one.name}: {one.outside:.1f} pt, "
        f"{one.expected} lines for {len(one.lines)}: {' / '.join(one.lines)[:150]}"
    )


if __name__ == "__main__":
    main()
