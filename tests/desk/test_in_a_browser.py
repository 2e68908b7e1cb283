"""The page in a real browser: what an author sees and does, and what a hostile deck can't do."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import smdeck
from smdeck.desk.server import Server
from smdeck.desk.session import Session

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

HEAD = "title: Vom Monolog\nfooter: false\nslides:\n"
ONE = """\
  - title: Eins
    items: [Erster Punkt, Zweiter Punkt]
    minutes: 2
    notes: Sagen, was ist.
"""
TWO = "  - {title: Zwei, items: [Dritter Punkt], reveal: true, id: zwei}\n"
PHONE = {"width": 390, "height": 800}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; on continuous integration it may not be missing."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        found = None
    if not found:
        what = "not installed: chromium or the package playwright"
        pytest.fail(what) if os.environ.get("CI") == "true" else pytest.skip(what)
    with sync_playwright() as playwright:
        shown = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield shown
        shown.close()


class Desk:
    """A preview of a deck, and the page that shows it."""

    def __init__(self, browser: Browser, deck: Path) -> None:
        self.deck = deck
        session = Session(deck)
        self.server = Server(session)
        self.server.start()
        self._stop = threading.Event()
        self._following = threading.Thread(target=session.follow, args=(self._stop.wait,))
        self._following.start()
        self._context = browser.new_context(viewport={"width": 1300, "height": 900})
        self.page: Page = self._context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(f"dialog {dialog.message}"))
        self.page.goto(self.server.address)

    def write(self, text: str) -> None:
        """Save the deck."""
        self.deck.write_text(text, "utf-8")

    def shows(self, words: str) -> None:
        """Wait until the slide holds some words."""
        self.page.locator("#stage text", has_text=words).first.wait_for(timeout=15_000)

    @property
    def opened(self) -> str:
        """What was opened in the editor."""
        return self.page.locator("#editor").get_attribute("href") or ""

    def close(self) -> None:
        """End the preview."""
        self._context.close()
        self._stop.set()
        self._following.join()
        self.server.shutdown()
        self.server.server_close()


Open = Callable[..., Desk]


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the preview of a deck; the page asks for nothing elsewhere, and has no errors."""
    opened: list[Desk] = []

    def show(text: str = HEAD + ONE + TWO) -> Desk:
        deck = tmp_path / "Mein Vortrag.yaml"
        deck.write_text(text, "utf-8")
        opened.append(Desk(browser, deck))
        return opened[-1]

    yield show
    for one in opened:
        one.close()
        assert all(url.startswith((one.server.address, "data:", "vscode:")) for url in one.asked)
        assert not [said for said in one.said if "vscode" not in said]


def test_a_save_is_seen_without_asking(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    seen.write(HEAD + ONE.replace("Erster", "Neuer") + TWO)
    seen.shows("Neuer Punkt")
    assert seen.page.title() == "Vom Monolog – smdeck preview"


def test_the_page_goes_to_the_slide_that_is_edited(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    seen.write(HEAD + ONE + TWO.replace("Dritter", "Vierter"))
    seen.shows("Vierter Punkt")


def test_an_error_keeps_the_slides_and_says_what_helps(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    seen.write(HEAD + ONE + "  - {titel: 'Zwei\n")
    problem = seen.page.locator("#problem")
    problem.locator("text=These are the last good slides").wait_for()
    assert "error[" in problem.inner_text() and "Mein Vortrag.yaml:8" in problem.inner_text()
    seen.shows("Erster Punkt")
    seen.write(HEAD + ONE + TWO)
    problem.wait_for(state="hidden")
    assert seen.page.locator("#status").inner_text() == "no findings"


def test_a_finding_stands_on_its_slide_with_its_help(desk: Open) -> None:
    seen = desk(HEAD + ONE + TWO.replace("Dritter Punkt", "'TODO: hier fehlt etwas'"))
    seen.page.locator(".thumb .badge").wait_for()
    seen.page.keyboard.press("End")
    found = seen.page.locator("#findings li")
    assert "warning[leftovers]" in found.inner_text()
    assert found.locator(".help").count() == 1
    assert seen.page.locator("#stage rect.flag.warning").count() == 1
    found.locator("button").click()
    assert re.search(r"Mein%20Vortrag\.yaml:8:\d+$", seen.opened)


def test_a_click_on_words_opens_their_line(desk: Open) -> None:
    seen = desk()
    seen.page.locator("#stage text", has_text="Zweiter Punkt").click()
    assert seen.opened.startswith("vscode://file/")
    assert seen.opened.endswith("/Mein%20Vortrag.yaml:5:27")


def test_a_click_beside_the_words_opens_the_line_of_the_slide(desk: Open) -> None:
    """In a page of its own: after a click the browser may still look for an editor to open."""
    seen = desk()
    seen.shows("Erster Punkt")
    seen.page.locator("#stage").click(position={"x": 5, "y": 5})
    assert seen.opened.endswith("/Mein%20Vortrag.yaml:4:5")


def test_overview_and_outline_lead_to_the_slides(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    seen.page.keyboard.press("o")
    thumbs = seen.page.locator("#grid .thumb .slide > svg")
    thumbs.nth(1).wait_for()
    assert thumbs.count() == 2
    seen.page.locator("#grid .thumb").nth(1).click()
    seen.shows("Dritter Punkt")
    seen.page.keyboard.press("l")
    assert "2 slides, 2 minutes planned" in seen.page.locator("#plan").inner_text()
    seen.page.locator("#lines li").first.press("Enter")
    seen.shows("Erster Punkt")


def test_keys_go_through_the_slides_and_a_reload_stays(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    seen.page.keyboard.press("ArrowRight")
    seen.shows("Dritter Punkt")
    assert seen.page.url.endswith("#2")
    assert seen.page.locator("#stage").get_attribute("aria-label") == "Slide 2 of 2: Zwei"
    seen.page.reload()
    seen.shows("Dritter Punkt")
    seen.page.keyboard.press("Home")
    seen.shows("Erster Punkt")


def test_a_rehearsal_records_how_long_slides_take(desk: Open) -> None:
    seen = desk()
    seen.page.clock.install()
    seen.page.reload()
    seen.shows("Erster Punkt")
    seen.page.keyboard.press("r")
    assert "Sagen, was ist." in seen.page.locator("#said").inner_text()
    seen.page.keyboard.press("p")
    seen.page.clock.run_for(130_000)
    seen.page.keyboard.press("ArrowRight")
    later = seen.page.locator("#now .later")
    assert "Dritter Punkt" in (later.first.text_content() or "")
    seen.page.keyboard.press("ArrowRight")  # the click that reveals it
    assert later.count() == 0
    seen.page.clock.run_for(65_000)
    assert seen.page.locator("#total").inner_text().startswith("3:1")
    seen.page.locator("#finish").click()
    rows = seen.page.locator("#results tbody tr")
    assert "2:00" in rows.nth(0).inner_text() and "2:1" in rows.nth(0).inner_text()
    minutes = seen.page.locator("#minutes").input_value()
    assert "minutes: 2  # slide 1: Eins" in minutes and "minutes: 1  # slide 2: Zwei" in minutes


def test_another_theme_is_seen(desk: Open) -> None:
    seen = desk()
    background = seen.page.locator("#stage > svg > rect").first
    before = background.get_attribute("fill")
    seen.write("theme: buehne\n" + HEAD + ONE + TWO)
    seen.page.locator(f"#stage > svg > rect:not([fill='{before}'])").first.wait_for()


def test_dark_light_and_the_width_of_a_phone(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    root = seen.page.locator("html")
    before = root.get_attribute("data-tone")
    seen.page.keyboard.press("d")
    assert root.get_attribute("data-tone") != before
    seen.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for key in "solr":
        seen.page.keyboard.press(key)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_thousand_slides(desk: Open) -> None:
    many = "".join(f"  - {{title: Nummer {n}, items: [Punkt {n}]}}\n" for n in range(1, 1001))
    seen = desk(HEAD + many)
    seen.shows("Punkt 1")
    seen.page.keyboard.press("End")
    seen.shows("Punkt 1000")
    seen.write(HEAD + many.replace("[Punkt 1000]", "[Der letzte Punkt]"))
    seen.shows("Der letzte Punkt")
    assert seen.page.locator("#strip .thumb svg").count() < 100  # only those in sight are drawn


HOSTILE = """\
title: "<img src=x onerror=alert(1)></title><script>alert(1)</script>"
footer: "</text></svg><script>alert(2)</script>"
speaker: {name: "<iframe src=javascript:alert(3)>", email: a@example.com}
slides:
  - title: "<script>alert(4)</script>"
    items:
      - "[klick](javascript:alert(5))"
      - "<a href='javascript:alert(6)' onclick='alert(6)'>x</a>"
      - title: "\\"><svg onload=alert(7)>"
        text: "{{constructor.constructor('alert(8)')()}}"
      - "<style>@import url(https://angreifer.example/x.css)</style>"
    notes: "<img src=https://angreifer.example/x.png onerror=alert(9)> **b** `<script>`"
  - {layout: title, title: "<foreignObject><body onload=alert(10)>"}
"""


def test_a_hostile_deck_runs_nothing(desk: Open) -> None:
    seen = desk(HOSTILE)
    seen.page.locator("#stage svg").wait_for()
    for key in ("o", "l", "r", "ArrowRight", "ArrowRight", "ArrowRight", "s", "Home", "d"):
        seen.page.keyboard.press(key)
    seen.page.locator("#stage").click()
    for element in ("#stage script", "main iframe", "foreignObject", "main img", "main a[href]"):
        assert seen.page.locator(element).count() == 0, element
    running = "[onclick], [onload], [onerror], [href^='javascript']"
    assert seen.page.locator(running).count() == 0
    assert "<script>alert(4)</script>" in (seen.page.locator("#stage").text_content() or "")


def test_the_command_opens_a_page_that_tells_when_it_ends(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(HEAD + ONE, "utf-8")
    command = [sys.executable, "-m", "smdeck", "preview", "talk.yaml", "--no-open"]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert running.stdout
    with running.stdout:
        page = browser.new_page()
        page.goto(running.stdout.readline().strip())
        page.locator("#stage text", has_text="Erster Punkt").wait_for()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
    page.locator("#status", has_text="the preview has ended").wait_for()
    page.close()


def test_a_page_to_send_goes_click_by_click(browser: Browser, tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_text(HEAD + ONE + TWO, "utf-8")
    page, said = browser.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(smdeck.build(deck, format="html").path.as_uri())
    page.locator(".now text", has_text="Erster Punkt").wait_for()
    page.keyboard.press("n")
    assert page.locator(".now aside").inner_text() == "Sagen, was ist."
    page.keyboard.press("ArrowRight")
    point = page.locator(".now text", has_text="Dritter Punkt")
    assert page.locator(".now .later").count() == 1 and not point.is_visible()
    page.keyboard.press("ArrowRight")
    assert point.is_visible()
    page.keyboard.press("Home")
    assert page.url.endswith("#1") and not said
    page.close()


def test_themes_are_chosen_and_the_grid_is_drawn(desk: Open) -> None:
    seen = desk()
    seen.shows("Erster Punkt")
    before = seen.page.locator("#stage > svg").inner_html()
    assert seen.page.locator("#choices select").count() == 1  # one version, several themes
    seen.page.select_option("#choose-theme", "plakat")
    seen.page.wait_for_function("(b) => document.querySelector('#stage > svg').innerHTML !== b",
                                arg=before)  # fmt: skip
    seen.page.locator("#stage").focus()
    seen.page.keyboard.press("g")
    assert seen.page.locator("#stage .over.grid").count() == 12
    assert seen.page.locator("#stage .full").first.text_content()
    seen.page.keyboard.press("g")
    assert seen.page.locator("#stage .over").count() == 0
