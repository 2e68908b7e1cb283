"""A first talk: what `docs/first-talk.md` says, done in a fresh environment, with its time.

`python -m benchmarks.first_talk` prints the table of that page; it needs Chromium, the package
playwright and what pip installs from. A person reads and types in between; that is not in it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "Scripts" if sys.platform == "win32" else "bin"
OLD, NEW = "Wer nur sendet, **erfährt nichts.**", "Wer nur sendet, **verpasst alles.**"


class Watch:
    """A stop-watch that keeps what was done and how long it took."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, float]] = []

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Keep how long what is done within takes."""
        start = time.perf_counter()
        yield
        self.rows.append((what, time.perf_counter() - start))


def measured(folder: Path) -> list[tuple[str, float]]:
    """Return the steps, each with its seconds."""
    watch, environment = Watch(), folder / ".venv"
    with watch.timed("`python3 -m venv`, `pip install`"):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        pip = [str(environment / FOLDER / "pip"), "install", "--quiet", str(ROOT)]
        subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
    smdeck = str(environment / FOLDER / "smdeck")
    with watch.timed("`smdeck new mein-vortrag`"):
        subprocess.run([smdeck, "new", "mein-vortrag"], cwd=folder, check=True, capture_output=True)
    project = folder / "mein-vortrag"
    _previewed(watch, smdeck, project)
    with watch.timed("`smdeck build vortrag.yaml`"):
        subprocess.run([smdeck, "build", "vortrag.yaml"], cwd=project, check=True)
    return watch.rows


def _previewed(watch: Watch, smdeck: str, project: Path) -> None:
    """Look at the talk in a browser, edit it, make a mistake, and put it right."""
    from playwright.sync_api import sync_playwright

    deck = project / "vortrag.yaml"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        with watch.timed("`smdeck preview vortrag.yaml`, until the browser shows the talk"):
            command = [smdeck, "preview", "vortrag.yaml", "--no-open"]
            process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True)
            assert process.stdout
            page.goto(f"{process.stdout.readline().strip()}#2")
            page.locator("#stage text", has_text="erfährt").first.wait_for()
        try:
            _edited(watch, page, deck)
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()
            browser.close()


def _edited(watch: Watch, page: Page, deck: Path) -> None:
    text = deck.read_text("utf-8")

    def seen(what: str, saved: str, shown: Callable[[], None]) -> None:
        with watch.timed(what):
            deck.write_text(saved, "utf-8")
            shown()

    edited = text.replace(OLD, NEW)
    words = page.locator("#stage text", has_text="verpasst").first
    seen("a title is changed: from the save until it is seen", edited, words.wait_for)
    wrong = page.get_by_text(re.compile("there is no icon")).first
    misspelt = edited.replace("icon: ear", "icon: eer")
    seen("an icon is misspelt: until the page says so", misspelt, wrong.wait_for)
    gone = page.get_by_text(re.compile("there is no icon"))
    seen("it is put right: until it is gone", edited, lambda: gone.first.wait_for(state="hidden"))


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        rows = measured(Path(folder))
    print("| | seconds |\n|---|---|")
    for what, seconds in rows:
        print(f"| {what} | {seconds:.1f} |")
    print(f"| all of it | {sum(seconds for _, seconds in rows):.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
