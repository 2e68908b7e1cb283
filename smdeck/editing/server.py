"""The server: what `smdeck lsp` says to an editor, over standard input and output."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from smdeck import __version__
from smdeck.editing.answers import (
    Fix,
    Offer,
    explained_at,
    fixes_of,
    looked_at,
    offers_at,
    shown_at,
    word_at,
)
from smdeck.editing.context import context_at
from smdeck.editing.moving import TOO_MUCH, Move, move_at
from smdeck.editing.outline import outline_of, spot_at
from smdeck.editing.pictures import SlidePictures, icon_picture, image
from smdeck.editing.swatches import Swatch, swatches_of
from smdeck.findings import Finding

PAUSE = 0.15
"""Seconds without a key before a deck is looked at again."""

_KINDS = {
    "key": types.CompletionItemKind.Property,
    "layout": types.CompletionItemKind.Class,
    "icon": types.CompletionItemKind.Constant,
    "slide": types.CompletionItemKind.Reference,
    "file": types.CompletionItemKind.File,
    "folder": types.CompletionItemKind.Folder,
    "color": types.CompletionItemKind.Color,
}

_PICTURE_PARSER = "marked"
"""The Markdown parser of Visual Studio Code and its kin, which show pictures in what they tell."""


def serve() -> None:
    """Talk to an editor until it says that it is enough."""
    made().start_io()


def made() -> LanguageServer:
    """Return a server that knows what to answer."""
    server = LanguageServer("smdeck", __version__)
    desk = _Desk(server)
    when = server.feature
    when(types.INITIALIZE)(lambda params: desk.greeted(params))
    when(types.TEXT_DOCUMENT_DID_OPEN)(lambda params: desk.look(params.text_document.uri))
    when(types.TEXT_DOCUMENT_DID_SAVE)(lambda params: desk.look(params.text_document.uri))
    when(types.TEXT_DOCUMENT_DID_CLOSE)(lambda params: desk.forget(params.text_document.uri))

    @when(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await desk.changed(params.text_document.uri, params.text_document.version)

    asked = types.CompletionOptions(trigger_characters=[" ", "#", ":", "/"], resolve_provider=True)
    when(types.TEXT_DOCUMENT_COMPLETION, asked)(lambda params: desk.completed(params))
    when(types.COMPLETION_ITEM_RESOLVE)(lambda params: desk.resolved(params))
    when(types.TEXT_DOCUMENT_HOVER)(lambda params: desk.hovered(params))
    when(types.TEXT_DOCUMENT_DEFINITION)(lambda params: desk.defined(params))
    when(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(lambda params: desk.outlined(params))
    when(types.TEXT_DOCUMENT_DOCUMENT_COLOR)(lambda params: desk.colored(params))
    when(types.TEXT_DOCUMENT_COLOR_PRESENTATION)(lambda params: [_presented(params.color)])
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite]
    offered = types.CodeActionOptions(code_action_kinds=kinds)
    when(types.TEXT_DOCUMENT_CODE_ACTION, offered)(lambda params: desk.fixed(params))
    return server


class _Desk:
    """The decks that are open, and what is said of them."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.found: dict[str, list[Finding]] = {}
        self.slides: dict[str, SlidePictures] = {}
        self.pictures = False

    def greeted(self, params: types.InitializeParams) -> None:
        """See whether the editor shows pictures: it says so, or has a parser that does."""
        asked, general = params.initialization_options, params.capabilities.general
        parser = general.markdown.parser if general and general.markdown else ""
        own = asked.get("pictures") if isinstance(asked, dict) else None
        self.pictures = parser == _PICTURE_PARSER if own is None else bool(own)

    def text(self, uri: str) -> str:
        """Return a document as it is written now."""
        return self.server.workspace.get_text_document(uri).source

    def look(self, uri: str) -> None:
        """Tell the findings of a document."""
        text, path = self.text(uri), _path(uri)
        try:
            self.found[uri], compiled = looked_at(text, path)
            if compiled is not None:
                self.slides[uri] = SlidePictures(compiled, path.as_posix())
        except Exception:  # whatever it is, the editor goes on
            self.found[uri] = []
        told = [_diagnostic(one, text.split("\n")) for one in self.found[uri]]
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def forget(self, uri: str) -> None:
        """Keep nothing of a document that is closed."""
        self.found.pop(uri, None)
        self.slides.pop(uri, None)

    async def changed(self, uri: str, version: int) -> None:
        """Tell them again once nobody types."""
        await asyncio.sleep(PAUSE)
        if self.server.workspace.get_text_document(uri).version == version:
            self.look(uri)

    def completed(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        """Return what can be written at a cursor."""
        lines, line, column = _cursor(self.server, params)
        uri, position = params.text_document.uri, params.position
        offers = offers_at(lines, line, column, _path(uri).parent)
        return [_item(offer, position, uri) for offer in offers]

    def resolved(self, item: types.CompletionItem) -> types.CompletionItem:
        """Return an offer with its picture, where the editor shows some."""
        uri = item.data if isinstance(item.data, str) else ""
        picture = ""
        if self.pictures and item.detail == "icon":
            picture = icon_picture(item.label)
        elif self.pictures and item.detail == "tone" and uri in self.slides:
            picture = self.slides[uri].tone(item.label)
        if picture:
            told = item.documentation if isinstance(item.documentation, str) else ""
            shown = f"{image(picture, item.label)}\n\n{told}"
            item.documentation = types.MarkupContent(types.MarkupKind.Markdown, shown)
        return item

    def hovered(self, params: types.HoverParams) -> types.Hover | None:
        """Return what stands under a cursor: the slide, and what is to be known of the word."""
        lines, line, column = _cursor(self.server, params)
        told = [explained_at(lines, line, column)]
        first, slides = shown_at(lines, line, column), self.slides.get(params.text_document.uri)
        if first is not None and slides is not None:
            told.insert(0, slides.told(first, self.pictures))
        word = word_at(lines, line, column)
        if self.pictures and told[-1] and word and _is_icon(lines, line, word.end()):
            told.insert(0, image(icon_picture(word[0]), word[0]))
        said = "\n\n".join(filter(None, told))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said)) if said else None

    def defined(self, params: types.DefinitionParams) -> types.Location | None:
        """Return the slide that a link leads to, here or in another deck, or the file named."""
        uri = params.text_document.uri
        spot = spot_at(*_cursor(self.server, params), _path(uri).parent)
        if spot is None:
            return None
        start = types.Position(spot.line, 0)
        there = from_fs_path(str(spot.file)) if spot.file else uri
        return types.Location(there or uri, types.Range(start, start))

    def outlined(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """Return the slides as the outline of a deck."""
        lines = self.text(params.text_document.uri).split("\n")
        symbols = []
        for entry in outline_of(lines):
            end = types.Position(entry.last, _units(lines[entry.last]))
            whole = types.Range(types.Position(entry.first, 0), end)
            kind = types.SymbolKind.Module if entry.layout == "section" else types.SymbolKind.Class
            head = types.Range(whole.start, types.Position(entry.first, _units(lines[entry.first])))
            symbols.append(types.DocumentSymbol(entry.title, kind, whole, head, entry.layout))
        return symbols

    def colored(self, params: types.DocumentColorParams) -> list[types.ColorInformation]:
        """Return the colours of a theme's file."""
        text = self.text(params.text_document.uri)
        lines = text.split("\n")
        return [
            types.ColorInformation(
                _range(lines[one.line], one.line, one.start, one.end),
                _color(one),
            )
            for one in swatches_of(text)
        ]

    def fixed(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return what puts findings right on some lines, and what can be moved into the notes."""
        uri, asked = params.text_document.uri, params.range
        text, found = self.text(uri), self.found.get(uri, [])
        lines = text.split("\n")
        here = [
            one for one in found
            if one.place and asked.start.line <= one.place.line - 1 <= asked.end.line
        ]  # fmt: skip
        actions = [_fix_action(fix, lines, uri) for fix in fixes_of(here)]
        much = next((one for one in here if one.code in TOO_MUCH), None)
        line, column = asked.start.line, _characters(lines, asked.start)
        move = move_at(text, line, column)
        if move is None and much is not None:
            move = move_at(text, line)
        if move is not None:
            actions.append(_move_action(move, much, lines, uri, text))
        return actions


def _item(offer: Offer, position: types.Position, uri: str) -> types.CompletionItem:
    """Return an offer as an editor takes it."""
    item = types.CompletionItem(
        offer.text.strip(" :") if offer.what == "key" else offer.text,
        kind=_KINDS.get(offer.what, types.CompletionItemKind.Value),
        detail=offer.what,
        documentation=offer.doc or None,
        insert_text=offer.text,
        data=uri,
    )
    if offer.begun:
        start = types.Position(position.line, position.character - _units(offer.begun))
        item.text_edit = types.TextEdit(types.Range(start, position), offer.text)
        item.filter_text = offer.text
    return item


def _fix_action(fix: Fix, lines: list[str], uri: str) -> types.CodeAction:
    at = _diagnostic(fix.finding, lines)
    return types.CodeAction(
        f"did you mean `{fix.text}`?",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[at],
        edit=types.WorkspaceEdit(changes={uri: [types.TextEdit(at.range, fix.text)]}),
        is_preferred=True,
    )


def _move_action(
    move: Move, much: Finding | None, lines: list[str], uri: str, text: str
) -> types.CodeAction:
    """Return the moving of words into the notes: a quick fix where there are too many of them."""
    edits = [
        types.TextEdit(types.Range(_position(text, one.start), _position(text, one.end)), one.text)
        for one in move.edits
    ]
    first = move.words.split("\n")[0]
    shown = first if len(first) <= 40 else first[:39].rstrip() + "…"
    kind = types.CodeActionKind.QuickFix if much else types.CodeActionKind.RefactorRewrite
    return types.CodeAction(
        f"move “{shown}” into the notes",
        kind=kind,
        diagnostics=[_diagnostic(much, lines)] if much else None,
        edit=types.WorkspaceEdit(changes={uri: edits}),
    )


def _is_icon(lines: list[str], line: int, column: int) -> bool:
    return context_at(lines, line, column).key == "icon"


def _color(one: Swatch) -> types.Color:
    red, green, blue = (channel / 255 for channel in one.rgb)
    return types.Color(red, green, blue, 1.0)


def _presented(color: types.Color) -> types.ColorPresentation:
    digits = "".join(f"{round(255 * one):02X}" for one in (color.red, color.green, color.blue))
    return types.ColorPresentation(f"#{digits}")


def _path(uri: str) -> Path:
    return Path(to_fs_path(uri) or "deck.yaml")


def _cursor(server: LanguageServer, params: Any) -> tuple[list[str], int, int]:
    """Return the lines of a document, and where in them a cursor stands, in characters."""
    lines = server.workspace.get_text_document(params.text_document.uri).source.split("\n")
    return lines, params.position.line, _characters(lines, params.position)


def _characters(lines: list[str], position: types.Position) -> int:
    """Return the column of a position in characters; an editor counts UTF-16 units."""
    text = lines[position.line] if position.line < len(lines) else ""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * position.character]
    return len(before.decode("utf-16-le", "ignore"))


def _position(text: str, index: int) -> types.Position:
    """Return where a character of a text stands, as an editor counts."""
    line = text.count("\n", 0, index)
    return types.Position(line, _units(text[text.rfind("\n", 0, index) + 1 : index]))


def _range(text: str, line: int, first: int, last: int) -> types.Range:
    return types.Range(
        types.Position(line, _units(text[:first])), types.Position(line, _units(text[:last]))
    )


def _diagnostic(finding: Finding, lines: list[str]) -> types.Diagnostic:
    """Return a finding as an editor shows it; columns are UTF-16 units there."""
    place = finding.place
    line = place.line - 1 if place else 0
    first = place.column - 1 if place else 0
    last = first + (place.length if place else 0)
    help = f"\n{finding.help}" if finding.help else ""
    return types.Diagnostic(
        _range(lines[line] if line < len(lines) else "", line, first, last),
        f"{finding.message}{help}",
        severity=types.DiagnosticSeverity.Error
        if finding.severity == "error"
        else types.DiagnosticSeverity.Warning,
        code=finding.code,
        source="smdeck",
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
