"""The language server, as a real client asks it over a pipe."""

from __future__ import annotations

import asyncio
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from smdeck.editing.answers import explained_at, offers_at
from smdeck.editing.context import context_at
from smdeck.editing.outline import outline_of, spot_at
from smdeck.editing.swatches import swatches_of

DECK = """\
title: Wege
slides:
  - layout: icon-grid
    id: wege
    title: 🙂 Drei Wege
    items:
      - {icon: ea, title: Hören, link: "#ende"}
      - icon: mess
  - layout: closing
    id: ende
    ton: dark
"""


TWO = "- {icon: messages, title: Zweitens}"
"""An entry that can be drawn."""


def offered(mark: str, deck: str = DECK) -> list[str]:
    """Return what is offered behind some words of a deck."""
    before = deck[: deck.index(mark) + len(mark)]
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    return [one.text for one in offers_at(deck.split("\n"), line, column, Path())]


def test_what_is_offered_depends_on_where_one_writes() -> None:
    assert "icon-grid" in offered("layout: icon") and "closing" in offered("layout: ")
    assert "ear" in offered("{icon: ea") and "messages" in offered("- icon: mess")
    assert offered('link: "#') == ["#wege", "#ende"]
    assert "plakat" in offered("theme: ", "title: A\ntheme: \nslides: []\n")
    deck = DECK + "    \n"
    assert {"tone: ", "text: ", "notes: "} <= set(offered("ton: dark\n    ", deck))
    assert "dark" in offered("tone: ", DECK.replace("ton: dark", "tone: "))
    assert "icon: " in offered(
        "items:\n      - ", "slides:\n  - layout: cards\n    items:\n      - "
    )
    assert {"title: ", "slides: ", "speaker: "} <= set(offered("t", "t"))
    assert "email: " in offered("speaker:\n  ", "speaker:\n  ")


def test_where_a_cursor_stands() -> None:
    lines = DECK.split("\n")
    assert context_at(lines, 7, 16).parents[:2] == ("items", "slides")
    assert context_at(lines, 10, 4).layout == "closing"
    assert context_at(lines, 0, 3).parents == ()


def test_layouts_keys_and_icons_are_explained() -> None:
    lines = DECK.replace("icon: ea", "icon: ear").split("\n")
    assert "```yaml" in (explained_at(lines, 2, 14) or "")
    assert (explained_at(lines, 4, 6) or "").startswith("**title**")
    assert (explained_at(lines, 6, 16) or "").startswith("**ear**")
    assert explained_at(lines, 1, 40) is None


def test_files_ids_of_other_decks_and_colours_are_offered(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "saal.jpg").touch()
    (tmp_path / "zahlen.csv").touch()
    (tmp_path / "warum.yaml").write_text(DECK, "utf-8")

    def offers(text: str) -> list[str]:
        lines = text.split("\n")
        return [one.text for one in offers_at(lines, len(lines) - 1, len(lines[-1]), tmp_path)]

    slide = "slides:\n  - layout: chart\n    "
    assert offers(f"{slide}data: ") == ["zahlen.csv", "bilder/"]
    assert offers(f"{slide}image: {{file: bilder/s") == ["bilder/saal.jpg"]
    assert offers("slides:\n  - use: warum.yaml#") == ["warum.yaml#wege", "warum.yaml#ende"]
    theme = 'color:\n  palette:\n    tanne: "#14532D"\n  primary: '
    assert offers(theme) == ["tanne"]
    assert [one.rgb for one in swatches_of(f"{theme}tanne")] == [(20, 83, 45)] * 2


def test_a_link_leads_to_its_slide_here_or_in_another_deck_and_a_name_to_its_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "warum.yaml").write_text(DECK, "utf-8")
    lines = ["slides:", "  - use: warum.yaml#ende", "  - {id: da, title: A}", '  - "#da"']
    assert spot_at(lines, 1, 22, tmp_path) == (tmp_path / "warum.yaml", 9)
    assert spot_at(["theme: warum.yaml"], 0, 9, tmp_path) == (tmp_path / "warum.yaml", 0)
    assert spot_at(lines, 3, 6, tmp_path) == (None, 2)
    assert spot_at(lines, 0, 3, tmp_path) is None


def test_the_outline_of_a_deck_is_its_slides(repository: Path) -> None:
    assert [(one.title, one.first, one.last) for one in outline_of(DECK.split("\n"))] == [
        ("🙂 Drei Wege", 2, 7), ("closing", 8, 10)
    ]  # fmt: skip
    whole = (repository / "decks" / "vortrag.yaml").read_text("utf-8").split("\n")
    assert len(outline_of(whole)) > 20


async def asked(deck: Path) -> dict[str, Any]:
    """Return what a client that shows pictures is told of a deck, and what is left of a finding."""
    client = LanguageClient("test", "1")
    told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    def published(params: types.PublishDiagnosticsParams) -> None:
        told.put_nowait(params)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)

    await client.start_io(sys.executable, "-m", "smdeck", "lsp")
    markdown = types.MarkdownClientCapabilities(parser="marked")
    general = types.GeneralClientCapabilities(markdown=markdown)
    can = types.ClientCapabilities(general=general)
    await client.initialize_async(types.InitializeParams(capabilities=can, root_uri=None))
    client.initialized(types.InitializedParams())
    uri, text = deck.as_uri(), deck.read_text("utf-8")
    here = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text))
    )
    first = await asyncio.wait_for(told.get(), 60)
    wrong = next(one for one in first.diagnostics if one.code == "unknown-field")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(here, wrong.range, types.CodeActionContext([wrong]))
    )
    place = await client.text_document_definition_async(
        types.DefinitionParams(here, types.Position(6, text.split("\n")[6].index("#ende") + 2))
    )
    hover = await client.text_document_hover_async(
        types.HoverParams(here, types.Position(2, text.split("\n")[2].index("icon-grid") + 2))
    )
    moves = await client.text_document_code_action_async(
        types.CodeActionParams(
            here, types.Range(types.Position(7, 12), types.Position(7, 12)),
            types.CodeActionContext([]),
        )
    )  # fmt: skip
    icons = await client.text_document_completion_async(
        types.CompletionParams(here, types.Position(7, 19))
    )
    assert isinstance(icons, list)
    icon = await client.completion_item_resolve_async(icons[0])
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=uri),
            [types.TextDocumentContentChangeWholeDocument(text.replace("ton:", "tone:"))],
        )
    )
    second = await asyncio.wait_for(told.get(), 60)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return {
        "wrong": wrong, "actions": actions, "place": place, "hover": hover, "moves": moves,
        "icon": icon,
        "after": [one.code for one in second.diagnostics],
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_client_gets_findings_fixes_places_and_pictures(tmp_path: Path) -> None:
    deck = tmp_path / "wege.yaml"
    text = DECK.replace("icon: ea,", "icon: ear,").replace("mess", "messages, title: Zweitens")
    deck.write_text(text.replace("- icon: messages, title: Zweitens", TWO), "utf-8")
    with ThreadPoolExecutor(1) as other:  # a browser's tests leave a loop running in this thread
        told = other.submit(lambda: asyncio.run(asked(deck))).result()
    wrong = told["wrong"]
    assert isinstance(wrong, types.Diagnostic)
    assert (wrong.range.start.line, wrong.range.start.character) == (10, 4)
    assert "did you mean `tone`?" in wrong.message
    (action,) = told["actions"]
    (edit,) = action.edit.changes[deck.as_uri()]
    assert edit.new_text == "tone" and edit.range == wrong.range
    assert told["place"].range.start.line == 9
    assert "unknown-field" not in told["after"]
    assert re.match(
        r"!\[slide 1\]\(data:image/svg\+xml;base64,\S+\|width=480\)\n\n\*\*slide 1\*\*: icon-grid",
        told["hover"].contents.value,
    )
    assert told["icon"].documentation.value.startswith("![message](data:image/svg+xml;base64,")
    (move,) = told["moves"]
    assert move.title == "move “Zweitens” into the notes"
    cut, noted = move.edit.changes[deck.as_uri()]
    assert (cut.range.start.line, cut.range.end.line, cut.new_text) == (7, 8, "")
    assert noted.new_text == "    notes: |\n      Zweitens\n"
