"""Edit to screen: how long after a save the browser shows it, in previews of forty slides.

`python -m benchmarks.edit_to_screen` prints the table of `docs/preview.md`; it needs Chromium and
the package playwright. Slidev and Marp are measured beside smdeck where they are installed
(`npm ci --prefix benchmarks/previews`). Each is the command that its users type, with the slide in
sight. Time goes from the moment before the file is written to the first frame that is painted with
the new words; the clock of the browser is that of the computer.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import urlopen

from benchmarks.content import slides
from smdeck.layouts import layout_names, load_layout

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLIDES, EDITS = 40, 30
EDITED = SLIDES // 2
"""The slide that is edited, from 1."""

PEERS = Path(__file__).parent / "previews" / "node_modules"

PAINTED = """
window.painted = {};
new MutationObserver(() => {
  const found = /Stand (\\d+)/.exec(document.querySelector("SLIDE")?.textContent ?? "");
  if (!found || found[1] in window.painted) return;
  window.painted[found[1]] = 0;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      window.painted[found[1]] = performance.timeOrigin + performance.now();
    };
    channel.port2.postMessage(null);
  });
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""Notes when the words of an edit have been painted: a message comes in after the frame."""

Deck = Callable[[int], str]
"""A deck after so many edits."""


class Preview(NamedTuple):
    """What is measured: a command and its page."""

    name: str
    deck: Deck
    file: str
    command: Callable[[Path, int], list[str]]
    """What is typed for a file, on a port."""
    address: str
    """The page on which the slide is in sight; `{port}` and `{first}`, the line that is printed."""
    slide: str
    """What finds the slide on it."""


def bullets(state: int) -> str:
    """Return a deck of bullets and notes, as the other benchmarks have it, after some edits."""
    entries = []
    for number, slide in enumerate(slides(SLIDES), 1):
        title = f"Stand {state}" if number == EDITED else slide.title
        items = "".join(f"      - {bullet}\n" for bullet in slide.items)
        entries.append(f"  - title: {title}\n    items:\n{items}    notes: {slide.notes}\n")
    return "title: Messung\nslides:\n" + "".join(entries)


def markdown(state: int) -> str:
    """Return the same slides as Slidev and Marp read them."""
    entries = []
    for number, slide in enumerate(slides(SLIDES), 1):
        title = f"Stand {state}" if number == EDITED else slide.title
        items = "".join(f"- {bullet}\n" for bullet in slide.items)
        entries.append(f"# {title}\n\n{items}\n<!--\n{slide.notes}\n-->\n")
    return "---\ntheme: default\n---\n\n" + "\n---\n\n".join(entries)


def gallery(state: int) -> str:
    """Return a deck of every layout's example, in turn, after some edits."""
    examples = [load_layout(name).example.strip() for name in layout_names()]
    shown = [examples[n % len(examples)] for n in range(SLIDES - 1)]
    shown.insert(EDITED - 1, f"title: Stand {state}\nitems: [Eins, Zwei]")
    entries = ("  - " + textwrap.indent(slide, "    ").lstrip() for slide in shown)
    head = "title: Messung\nspeaker: {name: Erika Muster, email: a@example.com}\n"
    return head + "slides:\n" + "\n".join(entries) + "\n"


def _smdeck(file: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "smdeck", "preview", str(file), "--no-open", "--port", str(port)]


def _slidev(file: Path, port: int) -> list[str]:
    program = PEERS / "@slidev" / "cli" / "bin" / "slidev.mjs"
    return ["node", str(program), str(file), "--port", str(port)]


def _marp(file: Path, port: int) -> list[str]:
    program = PEERS / "@marp-team" / "marp-cli" / "marp-cli.js"
    return ["node", str(program), "--server", str(file.parent)]


PREVIEWS = (
    Preview("smdeck, four bullets and notes each", bullets, "deck.yaml", _smdeck,
            f"{{first}}#{EDITED}", "#stage"),
    Preview("smdeck, all layouts", gallery, "deck.yaml", _smdeck,
            f"{{first}}#{EDITED}", "#stage"),
    Preview("Slidev, four bullets and notes each", markdown, "slides.md", _slidev,
            f"http://localhost:{{port}}/{EDITED}", f".slidev-page-{EDITED}"),
    Preview("Marp, four bullets and notes each", markdown, "deck.md", _marp,
            f"http://localhost:{{port}}/deck.md#{EDITED}", f"section[id='{EDITED}']"),
)  # fmt: skip


def measured(preview: Preview, folder: Path) -> list[float]:
    """Return the milliseconds of each edit, with the slide in sight."""
    from playwright.sync_api import sync_playwright

    file = folder / preview.file
    pictures = Path(__file__).parent.parent / "decks" / "bilder"
    shutil.copytree(pictures, folder / "bilder", dirs_exist_ok=True)
    file.write_text(preview.deck(0), "utf-8")
    taken = []
    with _running(preview, file) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.add_init_script(PAINTED.replace("SLIDE", preview.slide))
        page.goto(address, timeout=120_000)
        page.locator(preview.slide, has_text="Stand 0").first.wait_for(timeout=120_000)
        time.sleep(3)  # until what is made ready beside it is done
        for state in range(1, EDITS + 1):
            text = preview.deck(state)
            time.sleep(0.25)
            start = time.time()
            file.write_text(text, "utf-8")
            taken.append(_painted(page, state) - 1000 * start)
        browser.close()
    return taken


@contextmanager
def _running(preview: Preview, file: Path) -> Iterator[str]:
    """Start a preview, and end it afterwards; what is given is the address of its page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = preview.command(file, port)
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env={**os.environ, "PORT": str(port)}, cwd=Path(__file__).parent.parent,
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            first = process.stdout.readline().strip() if "{first}" in preview.address else ""
            address = preview.address.format(port=port, first=first)
            _wait_for(address)
            yield address
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    """Wait until a server answers, a minute at most."""
    for _ in range(120):
        try:
            urlopen(address, timeout=20).close()
            return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"{address} does not answer")


def _painted(page: Page, state: int) -> float:
    """Return when an edit was painted, in milliseconds; looking for it earlier would disturb it."""
    from playwright.sync_api import Error

    for _ in range(20):
        time.sleep(0.5)
        try:
            painted = page.evaluate(f"window.painted[{state}]")
        except Error:  # the page is loaded anew just now
            continue
        if painted:
            return float(painted)
    raise TimeoutError(f"edit {state} was not painted")


def main() -> int:
    """Print a row for each preview that is installed."""
    print("| preview of 40 slides | edits | median | 9 of 10 within | most |")
    print("|---|---|---|---|---|")
    for preview in PREVIEWS:
        if preview.deck is markdown and not PEERS.is_dir():
            print(f"| {preview.name} | not installed | | | |")
            continue
        with tempfile.TemporaryDirectory() as folder:
            taken = sorted(measured(preview, Path(folder)))
        middle, late = statistics.median(taken), taken[int(0.9 * len(taken))]
        print(
            f"| {preview.name} | {EDITS} | {middle:.0f} ms | {late:.0f} ms | {taken[-1]:.0f} ms |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
