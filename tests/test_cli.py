"""The command line: what stands on stdout and stderr, and how it exits."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import smdeck
from smdeck.cli import cli
from smdeck.layouts import layout_names

GOOD = "title: Vom Monolog\nslides:\n  - {title: a, items: [b], minutes: 2}\n"
BAD = "title: a\nslides:\n  - {title: a, itmes: [b], items: [c]}\n"
COMMANDS = ("build", "check", "diff", "fmt", "preview", "layouts", "themes", "icons", "schema")


def run(*arguments: str | Path) -> Result:
    """Run the command line and return its result."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a deck and return its path."""

    def deck(text: str = GOOD, name: str = "vortrag.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return deck


Write = Callable[..., Path]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_all_commands(option: str) -> None:
    result = run(option)
    assert result.exit_code == 0 and not result.stderr
    assert all(command in result.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout and "." in result.stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"smdeck {smdeck.__version__}\n"


def test_a_build_says_what_it_wrote(write: Write) -> None:
    deck = write()
    result = run("build", deck)
    assert result.exit_code == 0 and not result.stderr
    target = deck.with_suffix(".pptx")
    assert target.is_file()
    assert result.stdout.startswith(f"{deck} → {target}: 1 slide, 2 minutes, ")
    assert result.stdout.count("\n") == 1


def test_another_theme_may_be_asked_for_by_its_name_or_a_file(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is one of the working directory, wherever the deck is."""
    deck = write(name="tief/vortrag.yaml")
    (tmp_path / "eigen.yaml").write_text("extends: buehne\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    talks = set()
    for theme in ("schlicht", "plakat", "eigen.yaml"):
        assert run("build", deck, "--theme", theme, "-o", "neu.pptx").exit_code == 0
        talks.add((tmp_path / "neu.pptx").read_bytes())
    assert len(talks) == 3
    result = run("check", deck, "--theme", "plakta")
    assert result.exit_code == 1 and "did you mean `plakat`?" in result.stderr


def test_out_may_name_a_file(write: Write, tmp_path: Path) -> None:
    assert run("build", write(), "-o", tmp_path / "neu.pptx").exit_code == 0
    assert (tmp_path / "neu.pptx").is_file()


def test_out_may_name_a_folder_that_is_made(write: Write, tmp_path: Path) -> None:
    assert run("build", write(), "--out", f"{tmp_path}/neu/").exit_code == 0
    assert (tmp_path / "neu" / "vortrag.pptx").is_file()


def test_several_decks_go_into_a_folder(write: Write, tmp_path: Path) -> None:
    one, two = write(name="eins.yaml"), write(name="zwei.yaml")
    result = run("build", one, two, "-o", f"{tmp_path}/neu/")
    assert result.exit_code == 0 and result.stdout.count("→") == 2
    assert sorted(path.name for path in (tmp_path / "neu").iterdir()) == ["eins.pptx", "zwei.pptx"]


def test_a_deck_that_is_named_twice_is_built_once(write: Write) -> None:
    deck = write()
    assert run("build", deck, deck).stdout.count("→") == 1


def test_several_decks_do_not_fit_into_one_file(write: Write, tmp_path: Path) -> None:
    one, two = write(name="eins.yaml"), write(name="zwei.yaml")
    result = run("build", one, two, "-o", tmp_path / "neu.pptx")
    assert result.exit_code == 2 and not result.stdout
    assert "-o names a folder" in result.stderr


def test_two_decks_of_one_name_do_not_fit_into_one_folder(write: Write, tmp_path: Path) -> None:
    one, two = write(name="a/vortrag.yaml"), write(name="b/vortrag.yaml")
    result = run("build", one, two, "-o", f"{tmp_path}/neu/")
    assert result.exit_code == 2
    assert "two decks would be written to" in result.stderr
    assert not (tmp_path / "neu").exists()


def test_a_presentation_is_no_deck(write: Write) -> None:
    deck = write(name="vortrag.pptx")
    result = run("build", deck)
    assert result.exit_code == 2 and "is a presentation and no deck" in result.stderr
    assert deck.read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("check",), ("biuld", "a"), ("check", "a", "--format", "xml"),
     ("build", "a", "--fast"), ("schema", "a")],
)  # fmt: skip
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and not result.stdout
    assert "Usage:" in result.stderr


def test_an_error_goes_to_stderr_and_nothing_is_written(write: Write) -> None:
    deck = write(BAD)
    result = run("build", deck)
    assert result.exit_code == 1 and not result.stdout
    assert result.stderr.startswith("error[unknown-field]: a `bullets` slide has no field `itmes`")
    assert f"--> {deck.as_posix()}:3:16" in result.stderr
    assert "= help: did you mean `items`?" in result.stderr
    assert not deck.with_suffix(".pptx").exists()


def test_a_good_deck_is_built_beside_a_bad_one(write: Write) -> None:
    good, bad = write(name="gut.yaml"), write(BAD, "schlecht.yaml")
    result = run("build", bad, good)
    assert result.exit_code == 1
    assert good.with_suffix(".pptx").is_file() and not bad.with_suffix(".pptx").exists()
    assert result.stdout.count("→") == 1 and "error[unknown-field]" in result.stderr


def test_a_missing_deck_is_a_finding(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nichts.yaml")
    assert result.exit_code == 1 and "error[missing-file]" in result.stderr


def test_a_check_of_a_good_deck_says_so(write: Write) -> None:
    deck = write()
    result = run("check", deck)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{deck}: no findings\n", "")
    assert not deck.with_suffix(".pptx").exists()


def test_a_check_shows_findings_on_stderr_and_counts_on_stdout(write: Write) -> None:
    good, bad = write(), write(BAD, "schlecht.yaml")
    result = run("check", good, bad)
    assert result.exit_code == 1
    assert result.stdout == (
        f"{good}: no findings\n{bad}: 1 error\n    1 error[unknown-field], slide 1\n"
        "  `smdeck explain unknown-field` says why, and what to do\n"
    )
    assert result.stderr.startswith("error[unknown-field]")


def test_a_strict_run_takes_warnings_as_errors(write: Write) -> None:
    """Without it the same deck is built; the summary says what is on which slides."""
    left = "title: a\nslides:\n  - {layout: statement, title: Dialog}\n"
    left += "  - {layout: statement, title: Nähe, notes: TODO}\n"
    left += "  - {layout: statement, title: Blog, notes: TODO}\n"
    deck = write(left)
    assert run("check", deck).stdout == (
        f"{deck}: 2 warnings\n"
        "    2 warning[leftovers], slides 2, 3\n"
        "  `smdeck explain leftovers` says why, and what to do\n"
    )
    strict = run("check", deck, "--strict")
    assert strict.exit_code == 1 and strict.stdout.startswith(f"{deck}: 2 errors\n")
    assert run("build", deck, "--strict").exit_code == 1
    assert not deck.with_suffix(".pptx").exists()
    assert run("build", deck).exit_code == 0


def test_a_code_is_explained() -> None:
    assert "**What to do:**" in run("explain", "words").stdout
    assert "**What to do:**" in run("explain", "unknown-icon").stdout
    assert "repeated-title" in run("explain").stdout
    unknown = run("explain", "wrods")
    assert unknown.exit_code == 1 and "did you mean `words`?" in unknown.stderr


def test_a_check_as_json_is_data(write: Write) -> None:
    deck = write(BAD)
    result = run("check", deck, "--format", "json")
    assert result.exit_code == 1 and not result.stderr
    assert json.loads(result.stdout) == [
        {
            "deck": str(deck),
            "code": "unknown-field",
            "severity": "error",
            "message": "a `bullets` slide has no field `itmes`",
            "help": "did you mean `items`?",
            "slide": 1,
            "file": deck.as_posix(),
            "line": 3,
            "column": 16,
            "length": 5,
            "used_by": [],
            "versions": [],
        }
    ]
    assert json.loads(run("check", write(), "--format", "json").stdout) == []


def test_json_has_no_place_where_there_is_none(tmp_path: Path) -> None:
    (finding,) = json.loads(run("check", tmp_path / "nichts.yaml", "--format", "json").stdout)
    assert (finding["code"], finding["line"]) == ("missing-file", None)


def test_a_check_for_github_is_a_workflow_command(write: Write) -> None:
    deck = write(BAD)
    result = run("check", deck, "--format", "github")
    assert result.exit_code == 1 and not result.stderr
    assert result.stdout == (
        f"::error file={deck.as_posix()},line=3,endLine=3,col=16,endColumn=21,title=unknown-field::"
        "a `bullets` slide has no field `itmes` – did you mean `items`?\n"
        f"{deck}: 1 error\n"
        "    1 error[unknown-field], slide 1\n"
        "  `smdeck explain unknown-field` says why, and what to do\n"
    )


def test_a_workflow_command_escapes_what_would_end_it(write: Write) -> None:
    deck = write("title: a\nslides: [{title: a, items: [b], minutes: 5%}]\n")
    deck = deck.rename(deck.with_name("100 %, neu: eins.yaml"))
    said = run("check", deck, "--format", "github").stdout.splitlines()[0]
    level, written, message = re.fullmatch("::(.+?) (.+?)::(.+)", said).groups()  # type: ignore[union-attr]
    properties = dict(pair.split("=") for pair in written.split(","))
    assert level == "error" and properties["title"] == "wrong-type"
    assert properties["file"].endswith("/100 %25%2C neu%3A eins.yaml")
    assert "`5%25`" in message


def test_the_layouts_are_listed() -> None:
    result = run("layouts")
    assert result.exit_code == 0 and not result.stderr
    listed = {line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")}
    assert listed == set(layout_names())


@pytest.mark.parametrize("name", layout_names())
def test_a_layout_has_a_page_with_keys_and_an_example(name: str) -> None:
    result = run("layouts", name)
    assert result.exit_code == 0 and not result.stderr
    assert result.stdout.startswith(f"{name}\n")
    assert "Keys (* required)" in result.stdout and f"  layout: {name}\n" in result.stdout


def test_an_unknown_layout_suggests_the_right_one() -> None:
    result = run("layouts", "bulets")
    assert result.exit_code == 1 and not result.stdout
    assert result.stderr == "there is no layout `bulets`; did you mean `bullets`?\n"


BESIDE = Path(__file__).parent / "bad_decks" / "beside"


def test_a_template_is_shown_with_what_its_layouts_serve() -> None:
    result = run("themes", str(BESIDE / "firma.potx"))
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "Titel und Inhalt  serves `bullets`, `table`, `chart`" in lines
    shown = (
        "obj      Content Placeholder 2: 648 × 356 pt at 36, 126, 32 pt  shows items, table, chart"
    )
    assert shown in lines
    assert "composed on `Nur Titel`" in lines
    lacks = "sections, two columns, two columns with titles, three columns, words beside a picture"
    assert f"no layout of its own for: {lacks}" in lines


@pytest.mark.parametrize("name", ["kaputt.potx", "gesperrt.potx", "alt.ppt", "ohne-titel.potx"])
def test_a_template_that_can_t_serve_is_said_to_be_one(name: str) -> None:
    result = run("themes", str(BESIDE / name))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error[unusable-template]: ")
    assert "help: " in result.stderr


def test_the_themes_are_listed() -> None:
    assert "vortrag" in run("themes").stdout.splitlines()


def test_a_theme_has_a_page_with_its_colours() -> None:
    result = run("themes", "vortrag")
    assert result.exit_code == 0 and not result.stderr
    assert "headings Arial, body Arial" in result.stdout
    assert "#C2401C" in result.stdout and ":1 on the background" in result.stdout


def test_an_unknown_theme_is_a_finding() -> None:
    result = run("themes", "vortag")
    assert result.exit_code == 1 and not result.stdout
    assert "did you mean `vortrag`?" in result.stderr


def test_the_icons_are_listed() -> None:
    names = run("icons").stdout.split()
    assert names == sorted(names) and "rocket" in names


@pytest.mark.parametrize("word", ["rocket", "Rakete", "rakete"])
def test_an_icon_is_found_in_both_languages(word: str) -> None:
    result = run("icons", word)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split()[0] == "rocket"


def test_a_page_of_icons_is_written(tmp_path: Path) -> None:
    page = tmp_path / "icons.html"
    result = run("icons", "Rakete", "--no-open", "-o", str(page))
    assert result.exit_code == 0 and str(page) in result.stdout
    assert 'data-name="rocket"' in page.read_text("utf-8")


def test_a_word_that_finds_no_icon_says_so() -> None:
    result = run("icons", "qqqq")
    assert result.exit_code == 1 and not result.stdout
    assert "no icon is found by `qqqq`" in result.stderr


def test_the_schema_is_printed_as_json() -> None:
    result = run("schema")
    assert result.exit_code == 0 and not result.stderr
    schema = json.loads(result.stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["required"] == ["title", "slides"]


def process(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m smdeck` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "smdeck", *map(str, arguments)],
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip


def test_the_package_can_be_run(write: Write) -> None:
    deck = write()
    done = process("build", deck)
    assert (done.returncode, done.stderr) == (0, "")
    assert deck.with_suffix(".pptx").is_file()
    assert "→" in done.stdout and "\033" not in done.stdout


def test_a_process_exits_as_the_commands_say(write: Write) -> None:
    assert process("check", write(BAD)).returncode == 1
    assert process("build").returncode == 2
    assert process("--version").stdout == f"smdeck {smdeck.__version__}\n"


def test_nothing_is_coloured_where_nobody_looks(write: Write) -> None:
    assert "\033" not in process("check", write(BAD)).stderr


def test_a_reader_that_goes_away_is_no_crash() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m smdeck schema | head -n 1', shell=True,
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "{" and "Traceback" not in done.stderr


def test_a_preview_of_no_file_says_so(tmp_path: Path) -> None:
    result = run("preview", tmp_path / "fehlt.yaml", "--no-open")
    assert result.exit_code == 1 and "error[missing-file]" in result.stderr


def test_a_preview_on_a_port_that_is_taken_says_so(write: Write) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("preview", write(), "--no-open", "--port", str(port))
    assert result.exit_code == 2 and f"port {port} can't be used" in result.stderr
