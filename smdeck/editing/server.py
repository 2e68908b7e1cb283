"""The server: what `smdeck lsp` says to an editor, over standard input and output."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from smdeck import __version__
from smdeck.editing.answers import (
    explained_at,
    findings_of,
    fixes_of,
    offers_at,
    place_of,
)
from smdeck.findings import Finding

PAUSE = 0.15
"""Seconds without a key before a deck is looked at again."""

_KINDS = {
    "key": types.CompletionItemKind.Property,
    "layout": types.CompletionItemKind.Class,
    "icon": types.CompletionItemKind.Constant,
    "slide": types.CompletionItemKind.Reference,
}


def serve() -> None:
    """Talk to an editor until it says that it is enough."""
    made().start_io()


def made() -> LanguageServer:
    """Return a server that knows what to answer."""
    server = LanguageServer("smdeck", __version__)
    desk = _Desk(server)
    when = server.feature
    when(types.TEXT_DOCUMENT_DID_OPEN)(lambda params: desk.look(params.text_document.uri))
    when(types.TEXT_DOCUMENT_DID_SAVE)(lambda params: desk.look(params.text_document.uri))

    @when(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await desk.changed(params.text_document.uri, params.text_document.version)

    asked = types.CompletionOptions(trigger_characters=[" ", "#", ":"])
    when(types.TEXT_DOCUMENT_COMPLETION, asked)(lambda params: desk.completed(params))
    when(types.TEXT_DOCUMENT_HOVER)(lambda params: desk.hovered(params))
    when(types.TEXT_DOCUMENT_DEFINITION)(lambda params: desk.defined(params))
    when(types.TEXT_DOCUMENT_CODE_ACTION)(lambda params: desk.fixed(params))
    return server


class _Desk:
    """The decks that are open, and what is said of them."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.found: dict[str, list[Finding]] = {}

    def text(self, uri: str) -> str:
        """Return a document as it is written now."""
        return self.server.workspace.get_text_document(uri).source

    def look(self, uri: str) -> None:
        """Tell the findings of a document."""
        text = self.text(uri)
        try:
            self.found[uri] = findings_of(text, _path(uri))
        except Exception:  # whatever it is, the editor goes on
            self.found[uri] = []
        told = [_diagnostic(one, text.split("\n")) for one in self.found[uri]]
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    async def changed(self, uri: str, version: int) -> None:
        """Tell them again once nobody types."""
        await asyncio.sleep(PAUSE)
        if self.server.workspace.get_text_document(uri).version == version:
            self.look(uri)

    def completed(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        """Return what can be written at a cursor."""
        lines, line, column = _cursor(self.server, params)
        return [
            types.CompletionItem(
                offer.text.strip(" :") if offer.what == "key" else offer.text,
                kind=_KINDS.get(offer.what, types.CompletionItemKind.Value),
                detail=offer.what,
                documentation=offer.doc or None,
                insert_text=offer.text,
            )
            for offer in offers_at(lines, line, column, _path(params.text_document.uri).parent)
        ]

    def hovered(self, params: types.HoverParams) -> types.Hover | None:
        """Return what stands under a cursor."""
        told = explained_at(*_cursor(self.server, params))
        if told is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told))

    def defined(self, params: types.DefinitionParams) -> types.Location | None:
        """Return the slide that a link leads to."""
        line = place_of(*_cursor(self.server, params))
        if line is None:
            return None
        start = types.Position(line, 0)
        return types.Location(params.text_document.uri, types.Range(start, start))

    def fixed(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return what puts findings right on some lines."""
        uri, asked = params.text_document.uri, params.range
        lines, actions = self.text(uri).split("\n"), []
        for fix in fixes_of(self.found.get(uri, [])):
            at = _diagnostic(fix.finding, lines)
            if asked.start.line <= at.range.start.line <= asked.end.line:
                changes = {uri: [types.TextEdit(at.range, fix.text)]}
                actions.append(
                    types.CodeAction(
                        f"did you mean `{fix.text}`?",
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=[at],
                        edit=types.WorkspaceEdit(changes=changes),
                        is_preferred=True,
                    )
                )
        return actions


def _path(uri: str) -> Path:
    return Path(to_fs_path(uri) or "deck.yaml")


def _cursor(server: LanguageServer, params: Any) -> tuple[list[str], int, int]:
    """Return the lines of a document, and where in them a cursor stands, in characters."""
    lines = server.workspace.get_text_document(params.text_document.uri).source.split("\n")
    line, units = params.position.line, params.position.character
    text = lines[line] if line < len(lines) else ""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return lines, line, len(before.decode("utf-16-le", "ignore"))


def _diagnostic(finding: Finding, lines: list[str]) -> types.Diagnostic:
    """Return a finding as an editor shows it; columns are UTF-16 units there."""
    place = finding.place
    line = place.line - 1 if place else 0
    text = lines[line] if line < len(lines) else ""
    first = place.column - 1 if place else 0
    last = first + (place.length if place else 0)
    help = f"\n{finding.help}" if finding.help else ""
    return types.Diagnostic(
        types.Range(
            types.Position(line, _units(text[:first])), types.Position(line, _units(text[:last]))
        ),
        f"{finding.message}{help}",
        severity=types.DiagnosticSeverity.Error
        if finding.severity == "error"
        else types.DiagnosticSeverity.Warning,
        code=finding.code,
        source="smdeck",
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
