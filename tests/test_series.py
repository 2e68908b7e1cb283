"""Series: a talk for each row of a table, each as if it were built alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

import smdeck
from smdeck.cli import cli
from smdeck.series import safe

pytestmark = pytest.mark.slow

DECK = """\
title: Vortrag für ${client}
event: {name: Tagung, place: Hamburg}
slides:
  - layout: title
  - {layout: statement, title: "${anrede}, ${client}!", minutes: "${dauer}"}
"""

TABLE = """\
client;event.place;anrede;dauer
Muster *& Co* KG;Köln;Guten Tag;2
Beispiel/AG: Nord;;Hallo;3
"${client}";Bonn;Na;4
"""

Folder = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Build a deck for each row of a table, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def build(table: str = TABLE, *options: str, deck: str = DECK, out: str = "{client}") -> Result:
        (tmp_path / "deck.yaml").write_text(deck, "utf-8")
        (tmp_path / "kunden.csv").write_text(table, "utf-8")
        named = ["build", "deck.yaml", "--each", "kunden.csv", "-o", f"out/{out}.pptx"]
        return CliRunner().invoke(cli, [*named, *options])

    return build


def built(folder: Path) -> list[str]:
    """Return the names of the talks in `out`."""
    return sorted(path.name for path in (folder / "out").glob("*"))


def titles(path: Path) -> list[str]:
    """Return the words of a talk's first two titles."""
    slides: Any = Presentation(str(path)).slides
    return [slide.shapes.title.text.replace("\u00a0", " ") for slide in slides]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_row_is_a_talk(run: Folder, tmp_path: Path, jobs: str) -> None:
    result = run(TABLE, "--jobs", jobs)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("deck.yaml → out/{client}.pptx: 3 talks, ")
    assert built(tmp_path) == ["${client}.pptx", "Beispiel-AG- Nord.pptx", "Muster -& Co- KG.pptx"]


def test_a_cell_is_shown_as_it_is(run: Folder, tmp_path: Path) -> None:
    """It has no markup and names no variables; without one, a key of the deck stays."""
    run()
    one, two, three = (tmp_path / "out" / name for name in reversed(built(tmp_path)))
    assert titles(one)[1] == "Guten Tag, Muster *& Co* KG!"
    assert titles(two) == ["Vortrag für Beispiel/AG: Nord", "Hallo, Beispiel/AG: Nord!"]
    assert titles(three)[1] == "Na, ${client}!"
    shown: Any = Presentation(str(two)).slides[0].shapes
    assert "Hamburg" in "\n".join(one.text_frame.text for one in shown if one.has_text_frame)


def test_no_way_of_writing_a_text_gives_a_cell_markup(run: Folder, tmp_path: Path) -> None:
    deck = """\
title: Vortrag
slides:
  - layout: bullets
    title: Vier Arten
    items: [Kunde: "${client}", {title: "${client}", text: "${client}"}, "An ${client}", Ende]
    notes: [Eins, "Für ${client}"]
  - {layout: table, title: Eine Tabelle, columns: ["${client}", B], rows: [["${client}", x]]}
"""
    assert run('client\n"*A* & **B**"\n', deck=deck, out="x{client}").exit_code == 0
    first, second = Presentation(str(tmp_path / "out" / built(tmp_path)[0])).slides
    shapes: Any = first.shapes
    texts = "\n".join(one.text_frame.text for one in shapes if one.has_text_frame)
    assert texts.replace("\u00a0", " ").count("*A* & **B**") == 4
    assert first.notes_slide.notes_text_frame.text == "Eins\nFür *A* & **B**"
    (table,) = (one.table for one in second.shapes if getattr(one, "has_table", False))
    assert [table.cell(row, 0).text for row in (0, 1)] == ["*A* & **B**"] * 2


def test_a_talk_of_a_series_has_the_bytes_of_one_that_is_built_alone(
    run: Folder, tmp_path: Path
) -> None:
    run(TABLE, "--jobs", "2")
    alone = smdeck.build(
        "deck.yaml", "allein.pptx",
        values={"client": "Muster *& Co* KG", "event.place": "Köln", "anrede": "Guten Tag",
                "dauer": "2"},
    )  # fmt: skip
    series = tmp_path / "out" / "Muster -& Co- KG.pptx"
    assert series.read_bytes() == alone.path.read_bytes()


def test_a_row_with_an_error_is_told_and_the_others_are_built(run: Folder, tmp_path: Path) -> None:
    result = run(TABLE.replace("Hallo;3", "Hallo;drei"))
    assert result.exit_code == 1
    assert "kunden.csv:3: not built\nerror[wrong-type]" in result.stderr
    assert "here is `drei`\n --> deck.yaml:5:" in result.stderr
    assert "2 talks, 1 not built" in result.stdout
    assert built(tmp_path) == ["${client}.pptx", "Muster -& Co- KG.pptx"]


def test_what_is_wrong_with_all_rows_is_told_once(run: Folder, tmp_path: Path) -> None:
    result = run(deck=DECK + "  - {layout: statement, titel: Ja}\n")
    assert result.exit_code == 1
    assert result.stderr.count("error[unknown-field]") == 1
    assert result.stderr.count("not built") == 3
    assert not (tmp_path / "out").exists()


def test_no_two_rows_are_written_to_one_file(run: Folder, tmp_path: Path) -> None:
    """Names that differ in case, in the form of an umlaut, or in what no name holds are one."""
    table = (
        "client;anrede;dauer\nMüller;Eins;1\nMU\u0308LLER;Zwei;1\nA/B;Drei;1\nA?B;Vier;1\n;Fünf;1\n"
    )
    result = run(table)
    assert result.exit_code == 1
    assert result.stderr.count("would both be written to") == 2
    assert "row 6 has no `client` that a file could be called by" in result.stderr
    assert built(tmp_path) == ["A-B.pptx", "Müller.pptx"]
    assert titles(tmp_path / "out" / "Müller.pptx")[1] == "Eins, Müller!"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ("a\\b:c*d", "a-b-c-d"),
        ("CON", "_CON"),
        ("nul.pptx", "_nul.pptx"),
        (" . ", ""),
        ("..", ""),
        ("x" * 300, "x" * 100),
        ("Zeile\neins\x00", "Zeile-eins-"),
        ("U\u0308ber", "Über"),
    ],
)
def test_names_of_files_are_safe(text: str, name: str) -> None:
    assert safe(text) == name


@pytest.mark.parametrize(
    ("table", "out", "code", "said"),
    [
        ("client;anrede\nA;B\n", "{clinet}", "unknown-name", "did you mean `client`?"),
        ("client;anrede\nA;B\n", "alle", "target", "out/{client}.pptx"),
        ("client;anrede\n", "{client}", "wrong-file", "holds no rows"),
        ("client;client\nA;B\n", "{client}", "duplicate-key", "column 1 is too"),
        ("client;\nA;B\n", "{client}", "wrong-value", "column 2 has no name"),
        ("client;1. Name\nA;B\n", "{client}", "wrong-value", "can't be called `1. Name`"),
        ('client;anrede\nA;B\nC;"D\n', "{client}", "unreadable-file", "has a quote in line 3"),
        ("slides;client\nA;B\n", "{client}", "wrong-value", "can't be set from outside"),
    ],
)
def test_a_table_that_makes_no_talks_is_a_finding(
    run: Folder, table: str, out: str, code: str, said: str, tmp_path: Path
) -> None:
    result = run(table, out=out)
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr and said in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_table_and_one_outside_of_the_root_are_findings(
    run: Folder, tmp_path: Path
) -> None:
    (tmp_path / "innen").mkdir()
    run()
    missing = ["build", "deck.yaml", "--each", "kundn.csv", "-o", "{client}.pptx"]
    result = CliRunner().invoke(cli, missing)
    assert result.exit_code == 1 and "did you mean `kunden.csv`?" in result.stderr
    result = run(TABLE, "--root", "innen")
    assert result.exit_code == 1 and "error[outside-root]" in result.stderr


def test_the_table_is_never_written_over(run: Folder, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "eins.pptx").symlink_to(tmp_path / "kunden.csv")
    table = "client;anrede;dauer\neins;Hallo;1\nzwei;Hallo;1\n"
    result = run(table)
    assert result.exit_code == 1 and "error[target]" in result.stderr
    assert (tmp_path / "kunden.csv").read_text("utf-8") == table
    assert built(tmp_path) == ["eins.pptx", "zwei.pptx"]


@pytest.mark.parametrize(
    "options", [["--all-variants"], ["--all-languages"], ["zweites.yaml"], ["--jobs", "0"]]
)
def test_what_does_not_go_with_a_table_is_wrong_usage(run: Folder, options: list[str]) -> None:
    assert run(TABLE, *options).exit_code == 2


def test_variants_and_values_hold_for_all_rows(run: Folder, tmp_path: Path) -> None:
    deck = DECK.replace("event:", "variants: {kurz: {title: 'Kurz für ${client}'}}\nevent:", 1)
    table = "client;anrede\nA;Hallo\nB;Hallo\n"
    assert run(table, "--variant", "kurz", "--set", "dauer=1", deck=deck).exit_code == 0
    assert titles(tmp_path / "out" / "B.pptx")[0] == "Kurz für B"


def test_a_series_that_is_killed_can_be_run_again(run: Folder, tmp_path: Path) -> None:
    """No file is half written, and the next run leaves nothing behind of the one before."""
    rows = "".join(f"Kunde {number};Hallo;1\n" for number in range(40))
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    (tmp_path / "kunden.csv").write_text(f"client;anrede;dauer\n{rows}", "utf-8")
    command = ["build", "deck.yaml", "--each", "kunden.csv", "-o", "out/{client}.pptx"]
    process = subprocess.Popen(
        [sys.executable, "-m", "smdeck", *command], cwd=tmp_path, start_new_session=True,
        stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    while process.poll() is None and len(list((tmp_path / "out").glob("*.pptx"))) < 5:
        time.sleep(0.01)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for path in (tmp_path / "out").glob("*.pptx"):
        assert zipfile.ZipFile(path).testzip() is None
    assert CliRunner().invoke(cli, command).exit_code == 0
    assert len(built(tmp_path)) == 40


def test_a_cell_with_what_no_talk_can_hold_is_a_finding(run: Folder, tmp_path: Path) -> None:
    result = run("client;anrede;dauer\nA;Hal\x01lo;1\nB;Hallo;1\n")
    assert result.exit_code == 1 and "error[control-character]" in result.stderr
    assert "--> kunden.csv:2:3\n" in result.stderr
    assert built(tmp_path) == ["B.pptx"]
    (tmp_path / "werte.csv").write_text("gruss;Hal\x01lo\n", "utf-8")
    deck = DECK.replace("event:", "vars: werte.csv\nevent:", 1)
    (tmp_path / "deck.yaml").write_text(deck, "utf-8")
    values = {"client": "A\uffff", "anrede": "B", "dauer": "1"}
    codes = [one.code for one in smdeck.check("deck.yaml", values=values)]
    assert codes.count("control-character") == 2
