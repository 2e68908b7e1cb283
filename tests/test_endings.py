"""Endings: however a run ends, it says so in words, and leaves nothing half done."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from killing import DECK, is_whole, killed, left_over, raced

import smdeck
from smdeck.findings import Findings
from smdeck.internal_error import report
from smdeck.source import read_text

pytestmark = pytest.mark.slow

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")
BAD = "title: „Ähm“\nslides:\n  - {title: 漢字 →, itmes: [b], items: [c]}\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of sixty slides."""
    path = tmp_path / "vortrag.yaml"
    path.write_text(DECK, "utf-8")
    return path


def ran(
    *arguments: str | Path, shell: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line; `shell` is what a shell does with its output."""
    command: str | list[str] = [sys.executable, "-m", "smdeck", *map(str, arguments)]
    if shell:
        command = " ".join(f"'{part}'" for part in command) + shell
    return subprocess.run(
        command,
        shell=bool(shell),
        capture_output=True,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-16-le"])
def test_every_console_can_show_what_is_said(encoding: str, deck: Path) -> None:
    built = ran("build", deck, PYTHONIOENCODING=encoding)
    assert built.returncode == 0 and not built.stderr
    assert ("→" if encoding == "utf-16-le" else "->") in built.stdout.decode(encoding)
    deck.write_text(BAD, "utf-8")
    checked = ran("check", deck, PYTHONIOENCODING=encoding)
    said = checked.stderr.decode(encoding)
    assert checked.returncode == 1 and "did you mean `items`?" in said and "Traceback" not in said


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_data_is_whole_in_every_encoding(encoding: str, deck: Path) -> None:
    deck.write_text(BAD.replace("itmes", "漢\\x9b😀"), "utf-8")
    said = ran("check", deck, "--format", "json", PYTHONIOENCODING=encoding).stdout.decode(encoding)
    assert "漢" in json.loads(said)[0]["message"]
    assert "\x9b" not in said
    assert json.loads(ran("schema", PYTHONIOENCODING=encoding).stdout.decode(encoding))


@POSIX
def test_a_c_locale_is_enough(deck: Path) -> None:
    odd = deck.rename(deck.with_name("Prüfung.yaml"))
    built = ran("build", odd, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert built.returncode == 0 and not built.stderr
    assert odd.with_suffix(".pptx").is_file()


@POSIX
def test_output_that_nobody_takes_is_no_crash(deck: Path) -> None:
    for shell, code, said in (
        (" >&-", 0, b""),
        (" 2>&-", 0, b""),
        (" | true", 0, b""),
        (" >/dev/full", 1, b"standard output can't be written: no space left on device\n"),
    ):
        done = ran("build", deck, shell=shell)
        assert (done.returncode, done.stderr) == (code, said), shell
        assert is_whole(deck.with_suffix(".pptx")), shell
        deck.with_suffix(".pptx").unlink()
    several = ran("build", deck, shell=f" '{deck}' '{deck}' 2>/dev/full >/dev/full")
    assert several.returncode == 1 and is_whole(deck.with_suffix(".pptx"))


@POSIX
def test_what_a_name_or_a_deck_holds_is_not_obeyed_by_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "a\x1b[31m\x9b\u202eb.yaml"
    evil.write_text("title: a\nslides: [{title: '\u202e\x85b', items: [c], itmes: [d]}]\n", "utf-8")
    for arguments in (("build", evil), ("check", evil), ("check", evil, "--format", "github"),
                      ("check", evil, "--format", "json"), ("build", evil, "-o", f"{evil}.pdf"),
                      ("build", f"{evil}.weg"), ("layouts", "\x1b[31m"), ("explain", "\x1b[31m"),
                      ("icons", "\x1b[31m"), ("themes", "\x1b[31m"), ("\x1b[31m",),
                      ("build", evil, "--\x1b[31m")):  # fmt: skip
        done = ran(*arguments)
        said = (done.stdout + done.stderr).decode()
        assert not {"\x1b", "\x9b", "\u202e", "\x85"} & {*said} or "json" in arguments, arguments
        assert not {"\x1b", "\x9b", "\x85"} & {*said}, arguments
        assert done.returncode in (1, 2) and "Traceback" not in said, arguments


@POSIX
def test_an_interrupt_ends_at_once_and_leaves_nothing(deck: Path) -> None:
    deck.write_text(DECK + DECK.split("slides:\n")[1] * 40, "utf-8")
    target = deck.with_suffix(".pptx")
    target.write_bytes(b"alt")
    for seconds in (0.4, 0.8, 1.2):
        command = [sys.executable, "-m", "smdeck", "build", str(deck)]
        build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(seconds)
        build.send_signal(signal.SIGINT)
        said = build.communicate()[1]
        if build.returncode == 0:
            break  # faster than we are
        assert (build.returncode, said.strip()) == (130, b"")
        assert left_over(deck.parent) == []
        if target.stat().st_size != len(b"alt"):  # it was on the disk already: then all of it is
            assert zipfile.is_zipfile(target)
            break


def test_what_nobody_foresaw_is_told_in_a_few_lines(deck: Path) -> None:
    fault = "import smdeck; smdeck.check = lambda *a, **k: {}['weg\\x1b']; "
    run = (
        "import sys; from smdeck.__main__ import main; sys.argv = ['smdeck', 'check', 'a']; main()"
    )
    done = subprocess.run([sys.executable, "-c", fault + run], capture_output=True, text=True)
    assert done.returncode == 3 and not done.stdout
    lines = done.stderr.splitlines()
    assert lines[0].startswith("internal error: KeyError: ") and "\x1b" not in done.stderr
    assert "command: smdeck check a" in done.stderr and smdeck.__version__ in done.stderr
    assert "Traceback" not in done.stderr and "report" in lines[-1] and len(lines) < 8
    shown = subprocess.run(
        [sys.executable, "-c", fault + run], capture_output=True, text=True,
        env={**os.environ, "SMDECK_DEBUG": "1"},
    )  # fmt: skip
    assert shown.returncode == 3 and "Traceback" in shown.stderr


@POSIX
def test_a_kill_breaks_nothing_and_the_next_build_cleans_up(tmp_path: Path) -> None:
    found = killed(6, 4, tmp_path)
    assert found["broken"] == found["left"] == 0
    assert found["killed"] + found["killed at the move"] > 0


def test_two_threads_to_one_target_give_one_whole_file(tmp_path: Path) -> None:
    assert raced(4, tmp_path) == {"one whole file": 4, "left": 0}


@POSIX
def test_a_temporary_file_that_is_in_use_is_left_alone(deck: Path) -> None:
    import fcntl

    ours, other = deck.parent / f".smdeck-{'0' * 16}.tmp", deck.parent / ".smdeck-notes.tmp"
    other.touch()
    with ours.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        smdeck.build(deck)
        assert ours.exists()
    smdeck.build(deck)
    assert not ours.exists() and other.exists()


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root can mount")
def test_a_full_disk_leaves_the_older_file(deck: Path) -> None:
    disk = deck.parent / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount")
    try:
        target = disk / "vortrag.pptx"
        target.write_bytes(b"alt")
        done = ran("build", deck, "-o", target)
        assert done.returncode == 1 and b"no space left on device" in done.stderr
        assert target.read_bytes() == b"alt" and left_over(disk) == []
    finally:
        subprocess.run(["umount", disk], check=True)


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root can be another")
def test_another_user_is_told_what_is_not_allowed(deck: Path) -> None:
    if shutil.which("setpriv") is None:
        pytest.skip("no setpriv")
    deck.parent.chmod(0o755)
    deck.chmod(0o600)
    user = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", sys.executable]
    secret = deck.parent / "geheim.yaml"
    secret.write_text(DECK, "utf-8")
    secret.chmod(0o000)
    done = subprocess.run([*user, "-m", "smdeck", "check", str(secret)], capture_output=True)
    assert done.returncode == 1 and b"can't be read: permission denied" in done.stderr


def test_an_internal_error_names_what_was_worked_on() -> None:
    node = read_text("title: a\nslides: []\n", "vortrag.yaml", Findings())
    assert node

    def fall(slide: object) -> None:
        raise KeyError("weg")

    with pytest.raises(KeyError) as raised:
        fall(node.get("slides"))
    said = report(raised.value, ["build", "vortrag.yaml"])
    assert "on what stands at vortrag.yaml:2:9" in said
    assert "tests/test_endings.py:" in said and str(Path.home()) not in said
