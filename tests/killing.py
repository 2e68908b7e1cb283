"""Killing: builds are killed at any moment, and what they leave behind is looked at.

`python tests/killing.py` does it 300 times at random moments and 40 times at the move, and 60 times
two threads build to one target; `docs/files.md` has its figures.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import threading
import time
import zipfile
from collections import Counter
from pathlib import Path

import smdeck

DECK = "title: Vom Monolog\nslides:\n" + "".join(
    f"  - {{title: Folie {number}, items: [eins, zwei, drei]}}\n" for number in range(60)
)


def is_whole(file: Path) -> bool:
    """Return whether a .pptx can be read to its end."""
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def left_over(folder: Path) -> list[str]:
    """Return the temporary files in a folder."""
    return sorted(path.name for path in folder.glob(".smdeck-*"))


def begun(deck: Path, target: Path) -> int:
    """Return the process of a build that has just begun: a copy of this one, which has smdeck."""
    process = os.fork()
    if process == 0:
        try:
            smdeck.build(deck, target)
        finally:
            os._exit(0)
    return process


def kill_at(seconds: float, deck: Path, target: Path) -> str:
    """Kill a build after so many seconds; return "killed", or "done" where it was faster."""
    process = begun(deck, target)
    time.sleep(seconds)
    return _ended(process)


def kill_at_move(deck: Path, target: Path) -> str:
    """Kill a build as soon as its temporary file is there."""
    process = begun(deck, target)
    while (
        not left_over(target.parent)
        and os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    ):
        pass
    return _ended(process)


def _ended(process: int) -> str:
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return "killed" if os.WIFSIGNALED(status) else "done"


def killed(times: int, at_move: int, folder: Path, seed: int = 1) -> Counter[str]:
    """Kill builds at random moments and at the move; return how often what was found.

    `broken` counts talks that can't be read to their end or are gone, `left` what a later build
    leaves of a killed one's temporary files.
    """
    chance, found = random.Random(seed), Counter[str]()
    deck, target = folder / "vortrag.yaml", folder / "vortrag.pptx"
    deck.write_text(DECK, "utf-8")
    smdeck.build(deck, target)  # what this process knows now, its copies know as well
    start = time.perf_counter()
    os.waitpid(begun(deck, target), 0)
    longest = time.perf_counter() - start
    for number in range(times + at_move):
        if number < times:
            found[kill_at(chance.uniform(0, longest), deck, target)] += 1
        else:
            found[kill_at_move(deck, target) + " at the move"] += 1
        found["broken"] += not is_whole(target)
        found["temporary files"] += len(left_over(folder))
        smdeck.build(deck, target)
        found["left"] += len(left_over(folder))
    return found


def raced(times: int, folder: Path) -> Counter[str]:
    """Let two threads build two decks to one target; return how often that gave what."""
    found = Counter[str]()
    decks = [folder / "eins.yaml", folder / "zwei.yaml"]
    target = folder / "beide.pptx"
    wanted = []
    for number, deck in enumerate(decks):
        deck.write_text(DECK.replace("Folie", f"Seite {number}"), "utf-8")
        wanted.append(smdeck.build(deck, folder / f"{deck.stem}.pptx").path.read_bytes())
    for _ in range(times):
        threads = [threading.Thread(target=smdeck.build, args=(deck, target)) for deck in decks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found["one whole file" if target.read_bytes() in wanted else "broken"] += 1
    found["left"] = len(left_over(folder))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print("kills:", dict(killed(300, 40, Path(name))))
        print("races:", dict(raced(60, Path(name))))
