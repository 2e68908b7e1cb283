"""Edit to screen: how long after a save the browser shows it, in a preview of forty slides.

`python -m benchmarks.edit_to_screen` prints the table of `docs/preview.md`; it needs Chromium and
the package playwright. Time goes from the moment before the file is written to the first frame that
is painted with the new words; the clock of the browser is that of the computer.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.content import slides
from smdeck.desk.server import Server
from smdeck.desk.session import Session
from smdeck.layouts import layout_names, load_layout

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLIDES, EDITS = 40, 30

PAINTED = """
window.painted = {};
new MutationObserver(() => {
  const found = /Stand (\\d+)/.exec(document.querySelector("#stage")?.textContent ?? "");
  if (!found || found[1] in window.painted) return;
  window.painted[found[1]] = 0;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      window.painted[found[1]] = performance.timeOrigin + performance.now();
    };
    channel.port2.postMessage(null);
  });
}).observe(document, { subtree: true, childList: true });
"""
"""Notes when the words of an edit have been painted: a message comes in after the frame."""

Deck = Callable[[int], str]


def bullets(state: int) -> str:
    """Return a deck of bullets and notes, as the other benchmarks have it, after some edits."""
    entries = []
    for number, slide in enumerate(slides(SLIDES), 1):
        title = f"Stand {state}" if number == SLIDES // 2 else slide.title
        items = "".join(f"      - {bullet}\n" for bullet in slide.items)
        entries.append(f"  - title: {title}\n    items:\n{items}    notes: {slide.notes}\n")
    return "title: Messung\nslides:\n" + "".join(entries)


def gallery(state: int) -> str:
    """Return a deck of every layout's example, in turn, after some edits."""
    examples = [load_layout(name).example.strip() for name in layout_names()]
    shown = [examples[n % len(examples)] for n in range(SLIDES - 1)]
    shown.insert(SLIDES // 2, f"title: Stand {state}\nitems: [Eins, Zwei]")
    entries = ("  - " + textwrap.indent(slide, "    ").lstrip() for slide in shown)
    head = "title: Messung\nspeaker: {name: Erika Muster, email: a@example.com}\n"
    return head + "slides:\n" + "\n".join(entries) + "\n"


def measured(deck: Deck, folder: Path) -> list[float]:
    """Return the milliseconds of each edit, in a preview with the slide in sight."""
    from playwright.sync_api import sync_playwright

    file = folder / "deck.yaml"
    pictures = Path(__file__).parent.parent / "decks" / "bilder"
    shutil.copytree(pictures, folder / "bilder", dirs_exist_ok=True)
    file.write_text(deck(0), "utf-8")
    session = Session(file)
    server, stop = Server(session), threading.Event()
    server.start()
    following = threading.Thread(target=session.follow, args=(stop.wait,))
    following.start()
    taken = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1300, "height": 900})
            page.add_init_script(PAINTED)
            page.goto(f"{server.address}#{SLIDES // 2 + (deck is gallery)}")
            page.locator("#stage text", has_text="Stand 0").wait_for()
            for state in range(1, EDITS + 1):
                text = deck(state)
                time.sleep(0.25)
                start = time.time()
                file.write_text(text, "utf-8")
                taken.append(_painted(page, state) - 1000 * start)
            browser.close()
    finally:
        stop.set()
        following.join()
        server.shutdown()
        server.server_close()
    return taken


def _painted(page: Page, state: int) -> float:
    """Return when an edit was painted, in milliseconds; looking for it earlier would disturb it."""
    for _ in range(20):
        time.sleep(0.5)
        painted = page.evaluate(f"window.painted[{state}]")
        if painted:
            return float(painted)
    raise TimeoutError(f"edit {state} was not painted")


def main() -> int:
    """Print a row for each deck."""
    print("| deck of 40 slides | edits | median | 9 of 10 within | most |")
    print("|---|---|---|---|---|")
    for name, deck in (("four bullets and notes each", bullets), ("all layouts", gallery)):
        with tempfile.TemporaryDirectory() as folder:
            taken = sorted(measured(deck, Path(folder)))
        middle, late = statistics.median(taken), taken[int(0.9 * len(taken))]
        print(f"| {name} | {EDITS} | {middle:.0f} ms | {late:.0f} ms | {taken[-1]:.0f} ms |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
