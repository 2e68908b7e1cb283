"""The server: pages and what they show, on this computer alone.

It listens on 127.0.0.1, and answers only who knows its token and was not sent by another site: a
page elsewhere can neither read a talk, nor ask for it under a name that leads here (DNS rebinding).
"""

from __future__ import annotations

import json
import secrets
import sys
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from smdeck.desk.choosing import Chosen
from smdeck.desk.media import TYPES
from smdeck.desk.session import Session, Viewer

PAGE = Path(__file__).parent / "page"

FILES = {
    "": ("index.html", "text/html; charset=utf-8"),
    "desk.js": ("desk.js", "text/javascript; charset=utf-8"),
    "rehearsal.js": ("rehearsal.js", "text/javascript; charset=utf-8"),
    "desk.css": ("desk.css", "text/css; charset=utf-8"),
}
"""The files of the page, by what a browser asks for."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types slides"
)
"""What the page may do: nothing but show what this server gives it (CSP Level 3)."""

LONGEST_REQUEST = 2000
"""Bytes that a page may send."""

HEARTBEAT = 15.0
"""Seconds after which a page that nothing was sent to is sent a sign of life."""

ENDING = 0.02
"""Seconds after which a server that shall end does."""


class Server(ThreadingHTTPServer):
    """Serves one session."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # where it would let others have the port, too

    def __init__(self, session: Session, port: int = 0) -> None:
        """Listen on a port of this computer, 0 for any that is free.

        Raises OSError where another program has the port.
        """
        self.session = session
        self.token = secrets.token_urlsafe(16)
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def start(self) -> threading.Thread:
        """Serve in a thread of its own, and return it."""
        thread = threading.Thread(target=self.serve_forever, args=(ENDING,), daemon=True)
        thread.start()
        return thread

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a page that went away while it was answered."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after the other of a connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing: what a page asks for is of no interest."""

    def version_string(self) -> str:
        return "smdeck"

    def do_GET(self) -> None:
        if not self._is_from_here():
            self._send(403, b"this preview is for this computer alone", "text/plain")
            return
        name = self._asked()
        if name is None:
            self._send(404, b"there is nothing here", "text/plain")
        elif name == "events":
            self._events()
        elif name in FILES:
            file, kind = FILES[name]
            self._send(200, _page_file(file), kind)
        elif name.startswith("media/") and (held := self.server.session.media.get(name[6:])):
            self._send(200, held.data, TYPES[held.suffix], kept=True)
        else:
            self._send(404, b"there is nothing here", "text/plain")

    def do_POST(self) -> None:
        """Let another version be shown, which the page asks for; nothing else can be changed."""
        asked = self._asked() if self._is_from_here() and self.headers.get("Origin") else None
        length = self.headers.get("Content-Length", "")
        chosen = None
        if asked == "choose" and length.isdecimal() and int(length) <= LONGEST_REQUEST:
            chosen = _chosen(self.rfile.read(int(length)))
        if chosen is None:
            self.close_connection = True
            self._send(404, b"there is nothing here", "text/plain")
            return
        self.server.session.choose(chosen)
        self._send(200, b"{}", "application/json")

    def _is_from_here(self) -> bool:
        """Return whether a request names this server, and comes from its own page or a person."""
        port = self.server.server_port
        hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        return (
            host in hosts
            and (origin is None or origin == f"http://{host}")
            and site in ("none", "same-origin")
        )

    def _asked(self) -> str | None:
        """Return what is asked for below the token, or None without it."""
        path = self.path.partition("?")[0]
        first, slash, rest = path.removeprefix("/").partition("/")
        known = secrets.compare_digest(first.encode(), self.server.token.encode())
        return rest if known and slash else None

    def _send(self, status: int, data: bytes, kind: str, *, kept: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "no-store")
        self._secure()
        self.end_headers()
        self.wfile.write(data)

    def _secure(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")

    def _events(self) -> None:
        """Send what is new, as long as the page listens (server-sent events, HTML 9.2)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self._secure()
        self.end_headers()
        reader = Viewer(self.server.session)
        self.wfile.write(b"retry: 500\n\n")
        while True:
            update = reader.update(HEARTBEAT)
            text = f"data: {update.data}\n\n" if update else ": still here\n\n"
            self.wfile.write(text.encode("utf-8", "replace"))


def _chosen(data: bytes) -> Chosen | None:
    """Return what a page asks for; None where that is nothing that can be."""
    try:
        return Chosen.of(json.loads(data))
    except ValueError:
        return None


@cache
def _page_file(name: str) -> bytes:
    return (PAGE / name).read_bytes()
