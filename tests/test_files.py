"""Files: none that a talk is made from is written over, and none outside of the root is read."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import smdeck
from smdeck import DeckError, Finding
from smdeck.cli import cli
from smdeck.deck_file import STANDARD_INPUT
from smdeck.write.saving import is_reserved

pytestmark = pytest.mark.slow

COMPANY = Path(__file__).parent / "bad_decks" / "beside" / "firma.potx"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")

DECK = """\
title: Vom Monolog
theme: {theme}
slides:
  - layout: image-text
    title: Ein Saal
    image: {{file: {picture}, alt: Leute in einem Saal, credit: Beispiel}}
    text: Alle reden.
  - {{layout: chart, type: bar, title: Umsatz steigt, data: {data}, source: Beispiel}}
"""

THEME = """\
extends: vortrag
logo: {medium: {light: logo.png, dark: logo.png}}
defaults:
  smdeck: {art: {section: {file: art.png, box: [0, 0, 90, 90]}}}
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A deck with files of all kinds: a picture, data, a theme with logo and art."""
    folder = tmp_path / "talk"
    (folder / "marke").mkdir(parents=True)
    (folder / "marke" / "theme.yaml").write_text(THEME, "utf-8")
    for name in ("marke/logo.png", "marke/art.png", "saal.png"):
        Image.new("RGB", (1920, 1080), (20, 80, 120)).save(folder / name)
    (folder / "umsatz.csv").write_text("Jahr;Umsatz\n2024;12\n2025;14\n", "utf-8")
    deck = folder / "vortrag.yaml"
    deck.write_text(DECK.format(theme="marke", picture="saal.png", data="umsatz.csv"), "utf-8")
    return deck


INPUTS = ("vortrag.yaml", "saal.png", "umsatz.csv", "marke/theme.yaml", "marke/logo.png",
          "marke/art.png")  # fmt: skip
"""All that the talk is made from."""


def refused(deck: Path, target: Path) -> Finding:
    """Build where nothing may be written, and return the finding that says so."""
    with pytest.raises(DeckError) as error:
        smdeck.build(deck, target)
    (finding,) = [one for one in error.value.findings if one.code == "target"]
    return finding


def test_the_talk_is_fine(talk: Path) -> None:
    assert [one for one in smdeck.check(talk) if one.severity == "error"] == []


@POSIX
@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_no_file_that_a_talk_is_made_from_is_written_over(
    link: Callable[[Path, Path], None], talk: Path
) -> None:
    for number, name in enumerate(INPUTS):
        file = talk.parent / name
        before, target = file.read_bytes(), talk.parent / f"ziel{number}.pptx"
        link(target, file)
        finding = refused(talk, target)
        assert "made from" in finding.message and name in str(finding.help), name
        assert file.read_bytes() == before
    ran = CliRunner().invoke(cli, ["build", str(talk), "-o", str(talk.parent / "ziel1.pptx")])
    assert ran.exit_code == 1 and "error[target]" in ran.stderr


def test_a_template_is_not_written_over_by_its_own_talk(tmp_path: Path) -> None:
    template, deck = tmp_path / "firma.pptx", tmp_path / "firma.yaml"
    shutil.copyfile(COMPANY, template)
    deck.write_text("title: a\ntheme: firma.pptx\nslides: [{title: b, items: [c]}]\n", "utf-8")
    before = template.read_bytes()
    for _ in range(2):  # the second time, the theme is known already
        assert "made from" in refused(deck, template).message
    for target in ([], ["-o", str(template)], ["-o", str(tmp_path)]):
        ran = CliRunner().invoke(cli, ["build", str(deck), *target])
        assert ran.exit_code == 1 and "made from" in ran.stderr
    assert template.read_bytes() == before
    assert smdeck.build(deck, tmp_path / "anders.pptx").slides == 1


def test_a_target_in_the_way_is_told_with_all_other_findings(talk: Path) -> None:
    talk.write_text(talk.read_text("utf-8") + "  - {layout: quotte}\n", "utf-8")
    with pytest.raises(DeckError) as error:
        smdeck.build(talk, talk)
    assert {"unknown-layout", "target"} <= {one.code for one in error.value.findings}


def fifo(path: Path) -> None:
    """Make a pipe: reading it would wait for ever."""
    os.mkfifo(path)


def to_device(path: Path) -> None:
    """Make a link to a device that has no end."""
    path.symlink_to("/dev/zero")


def bound(path: Path) -> None:
    """Make a socket."""
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(here)


def loop(path: Path) -> None:
    """Make a link that leads to itself."""
    path.symlink_to(path.name)


@POSIX
@pytest.mark.parametrize("make", [fifo, to_device, bound, loop, Path.mkdir])
def test_what_is_no_file_is_a_finding_wherever_a_file_is_named(
    make: Callable[[Path], None], talk: Path
) -> None:
    for name in INPUTS:
        file = talk.parent / name
        aside = file.rename(file.with_name("aside"))
        make(file)
        codes = {one.code for one in smdeck.check(talk) if one.severity == "error"}
        if name == "marke/theme.yaml":
            assert codes == {"unknown-theme"}
        else:
            assert codes == {"unreadable-file"}, name
        file.rmdir() if file.is_dir() else file.unlink()
        aside.rename(file)


@POSIX
def test_a_device_or_a_pipe_is_no_target(talk: Path) -> None:
    fifo(talk.parent / "rohr.pptx")
    assert "a pipe" in refused(talk, talk.parent / "rohr.pptx").message


@POSIX
def test_a_link_stays_one_and_its_file_is_written(talk: Path) -> None:
    real = talk.parent / "ablage" / "echt.pptx"
    real.parent.mkdir()
    real.write_bytes(b"alt")
    real.chmod(0o640)
    link = talk.parent / "ziel.pptx"
    link.symlink_to(real)
    assert smdeck.build(talk, link).path == link
    assert link.is_symlink() and real.read_bytes()[:2] == b"PK"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    real.unlink()
    smdeck.build(talk, link)  # a link to what is not there yet
    assert real.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("name", ["vortrag.pdf", "vortrag", "vortrag.pptx.bak"])
def test_a_name_that_is_no_pptx_is_an_error(name: str, talk: Path) -> None:
    assert "does not end in .pptx" in refused(talk, talk.parent / name).message
    ran = CliRunner().invoke(cli, ["build", str(talk), "-o", str(talk.parent / name)])
    assert ran.exit_code == 2 and "neither a .pptx nor a folder" in ran.stderr
    assert not (talk.parent / name).exists()


def test_a_folder_that_is_there_needs_no_slash(talk: Path) -> None:
    (talk.parent / "fertig").mkdir()
    assert (
        CliRunner().invoke(cli, ["build", str(talk), "-o", str(talk.parent / "fertig")]).exit_code
        == 0
    )
    assert (talk.parent / "fertig" / "vortrag.pptx").is_file()


def test_names_that_differ_in_case_are_one_target(talk: Path) -> None:
    other = talk.parent / "b" / "VORTRAG.yaml"
    other.parent.mkdir()
    shutil.copyfile(talk, other)
    ran = CliRunner().invoke(cli, ["build", str(talk), str(other), "-o", f"{talk.parent}/neu/"])
    assert ran.exit_code == 2 and "two decks" in ran.stderr


def test_a_folder_means_the_deck_in_it(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (talk.parent / "_brand.yml").write_text("meta: {name: Marke}\n", "utf-8")
    monkeypatch.chdir(talk.parent)
    ran = CliRunner().invoke(cli, ["build", "."])
    assert ran.exit_code == 0 and ". → vortrag.pptx: 2 slides" in ran.stdout
    assert smdeck.build(talk.parent).path == talk.with_suffix(".pptx")
    shutil.copyfile(talk, talk.with_name("zweiter.yaml"))
    ran = CliRunner().invoke(cli, ["build", "."])
    assert ran.exit_code == 1
    assert "a folder of 2 decks" in ran.stderr and "`zweiter.yaml`" in ran.stderr


def test_a_deck_comes_from_standard_input(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(talk.parent)
    text = talk.read_bytes()
    ran = CliRunner().invoke(cli, ["build", "-", "-o", "neu.pptx"], input=text)
    assert ran.exit_code == 0 and "- → neu.pptx: 2 slides" in ran.stdout
    smdeck.build(talk, "alt.pptx")
    assert Path("neu.pptx").read_bytes() == Path("alt.pptx").read_bytes()
    without = CliRunner().invoke(cli, ["build", "-"], input=text)
    assert without.exit_code == 2 and "needs -o" in without.stderr
    bad = CliRunner().invoke(
        cli, ["check", "-"], input=text.replace(b"layout: chart", b"layout: cart")
    )
    assert bad.exit_code == 1 and f"--> {STANDARD_INPUT}:8:" in bad.stderr


def codes(deck: Path, root: Path) -> set[str]:
    """Return the codes of the errors of a deck that may read one folder."""
    return {one.code for one in smdeck.check(deck, root=root) if one.severity == "error"}


def test_all_of_a_talk_may_lie_in_the_root(talk: Path) -> None:
    assert codes(talk, talk.parent) == set()
    ran = CliRunner().invoke(cli, ["build", str(talk), "--root", str(talk.parent)])
    assert ran.exit_code == 0
    for theme in ("buehne", "vortrag"):  # those that ship may be read from everywhere
        talk.write_text(DECK.format(theme=theme, picture="saal.png", data="umsatz.csv"), "utf-8")
        assert codes(talk, talk.parent) == set()


def test_nothing_outside_of_the_root_is_read(talk: Path) -> None:
    """Neither by a path, nor by one in full; whether it is there can't be told."""
    away = talk.parent.parent / "fern"
    shutil.copytree(talk.parent, away)
    for before in ("../fern", str(away), "../nichts"):
        for key in ("theme", "picture", "data"):
            named = {"theme": "marke", "picture": "saal.png", "data": "umsatz.csv"}
            named[key] = f"{before}/{named[key]}"
            talk.write_text(DECK.format(**named), "utf-8")
            assert codes(talk, talk.parent) == {"outside-root"}, named
    assert codes(away / "vortrag.yaml", talk.parent) == {"outside-root"}


@POSIX
def test_links_out_of_the_root_are_followed_before_they_are_judged(talk: Path) -> None:
    away = talk.parent.parent / "fern"
    shutil.copytree(talk.parent, away)
    for name in INPUTS:
        file = talk.parent / name
        file.unlink()
        file.symlink_to(away / name)
        assert codes(talk, talk.parent) == {"outside-root"}, name
        file.unlink()
        shutil.copyfile(away / name, file)
    assert codes(talk, talk.parent) == set()
    shutil.rmtree(talk.parent / "marke")
    (talk.parent / "marke").symlink_to(away / "marke")
    assert codes(talk, talk.parent) == {"outside-root"}
    assert smdeck.check(talk) == []  # without a root, all of them may be read


@POSIX
def test_a_png_that_stands_for_an_svg_lies_in_the_root_too(talk: Path) -> None:
    (talk.parent / "saal.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9z"/></svg>'
    )
    away = talk.parent.parent / "fern.png"
    (talk.parent / "saal.png").rename(away)
    (talk.parent / "saal.png").symlink_to(away)
    talk.write_text(DECK.format(theme="vortrag", picture="saal.svg", data="umsatz.csv"), "utf-8")
    assert codes(talk, talk.parent) == {"outside-root"}


@POSIX
def test_a_theme_extends_nothing_outside_of_the_root(talk: Path) -> None:
    away = talk.parent.parent / "fern"
    shutil.copytree(talk.parent / "marke", away)
    (talk.parent / "marke" / "theme.yaml").write_text("extends: ../../fern\n", "utf-8")
    assert codes(talk, talk.parent) == {"outside-root"}


@POSIX
def test_a_link_in_the_root_is_no_way_to_write_outside_of_it(talk: Path) -> None:
    away = talk.parent.parent / "fern.pptx"
    away.write_bytes(b"alt")
    talk.with_suffix(".pptx").symlink_to(away)
    with pytest.raises(DeckError, match="leads out of"):
        smdeck.build(talk, root=talk.parent)
    assert away.read_bytes() == b"alt"
    assert smdeck.build(talk, away, root=talk.parent).path == away  # whoever says so may


def test_two_threads_with_two_roots_do_not_mix(talk: Path) -> None:
    away = talk.parent.parent / "fern"
    shutil.copytree(talk.parent, away)
    found: dict[str, set[str]] = {}

    def judge(name: str, root: Path) -> None:
        found[name] = set().union(*(codes(talk, root) for _ in range(5)))

    threads = [
        threading.Thread(target=judge, args=("inside", talk.parent)),
        threading.Thread(target=judge, args=("outside", away)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"inside": set(), "outside": {"outside-root"}}


def test_names_that_windows_keeps_for_devices_are_known() -> None:
    kept = [
        "CON",
        "con.pptx",
        "NUL.tar.gz",
        "aux .pptx",
        "LPT1.pptx",
        "COM².pptx",
        "ende.",
        "ende ",
    ]
    free = ["CONTO.pptx", "vortrag.pptx", "com.pptx", "LPT10.pptx", "nul-punkt.pptx"]
    assert [name for name in kept if not is_reserved(name)] == []
    assert [name for name in free if is_reserved(name)] == []


def test_a_deck_with_the_line_ends_of_windows_is_the_same_deck(talk: Path) -> None:
    one = smdeck.build(talk, talk.parent / "eins.pptx").path.read_bytes()
    talk.write_bytes(talk.read_bytes().replace(b"\n", b"\r\n"))
    data = talk.parent / "umsatz.csv"
    data.write_bytes(data.read_bytes().replace(b"\n", b"\r\n"))
    assert smdeck.build(talk, talk.parent / "zwei.pptx").path.read_bytes() == one


def test_long_and_odd_names_are_no_crash(talk: Path) -> None:
    longest = "b" * 250 + ".pptx"  # 255 bytes, the most that file systems take
    assert smdeck.build(talk, talk.parent / longest).path.is_file()
    assert "can't be written" in refused(talk, talk.parent / ("b" * 251 + ".pptx")).message
    for name in ("x" * 300, "x/" * 3000, "a\\0b", "~", "..", "/", "CON", "saal.png/innen.png"):
        named = DECK.format(theme="vortrag", picture=f'"{name}.png"', data="umsatz.csv")
        talk.write_text(named, "utf-8")
        found = {one.code for one in smdeck.check(talk) if one.severity == "error"}
        wanted = {"missing-file", "unreadable-file", "wrong-file", "control-character"}
        assert found and found <= wanted, name
