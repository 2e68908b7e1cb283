"""The server: it answers its own page on this computer, and nobody else."""

from __future__ import annotations

import contextlib
import http.client
import json
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import pytest

from smdeck.desk.server import Server
from smdeck.desk.session import Session

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a small deck with a picture."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(
        "title: Talk\nslides:\n  - {layout: title}\n  - {title: a, items: [b]}\n", "utf-8"
    )
    serving = Server(Session(deck))
    serving.start()
    yield serving
    serving.shutdown()
    serving.server_close()


class Answer(NamedTuple):
    """What a server answers."""

    status: int
    headers: Message
    body: bytes


def get(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    """Return the answer to a request; of one without an end, its beginning."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with contextlib.closing(connection):
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        endless = answer.headers["Content-Type"] == "text/event-stream"
        body = b"".join(answer.readline() for _ in range(3)) if endless else answer.read()
        answer.close()
        return Answer(answer.status, answer.headers, body)


def test_it_listens_on_this_computer_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_page_may_do_nothing_but_show(server: Server) -> None:
    answer = get(server, f"/{server.token}/")
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    page = answer.body.decode()
    assert "<script>" not in page and "style=" not in page and "http" not in page


@pytest.mark.parametrize("path", ["/", "/x/", "/x/events", "/events", "//", "/{token}"])
def test_without_the_token_there_is_nothing(path: str, server: Server) -> None:
    answer = get(server, path.replace("{token}", server.token))
    assert answer.status == 404 and b"Talk" not in answer.body


@pytest.mark.parametrize(
    "path",
    ["../session.py", "..%2fsession.py", "media/../../talk.yaml", "media/talk.yaml", "talk.yaml"],
)
def test_no_file_but_those_of_the_page_is_served(path: str, server: Server) -> None:
    assert get(server, f"/{server.token}/{path}").status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "angreifer.example:80"},
        {"Host": "angreifer.example"},
        {"Host": ""},
        {"Origin": "https://angreifer.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_other_sites_are_refused_even_with_the_token(
    headers: dict[str, str], server: Server
) -> None:
    answer = get(server, f"/{server.token}/events", **headers)
    assert answer.status == 403 and b"Talk" not in answer.body


def test_its_own_page_gets_the_slides(server: Server) -> None:
    own = f"http://127.0.0.1:{server.server_port}"
    answer = get(server, f"/{server.token}/events", Origin=own, Sec_Fetch_Site="same-origin")
    assert answer.headers["Content-Type"] == "text/event-stream"
    update = json.loads(answer.body.split(b"data: ")[1])
    assert update["head"]["title"] == "Talk" and len(update["order"]) == 2
    drawing = "".join(update["drawings"].values())
    name = drawing.split('href="media/')[1].split('"')[0]
    medium = get(server, f"/{server.token}/media/{name}")
    assert medium.status == 200 and medium.headers["Content-Type"] == "image/svg+xml"


def test_only_get_and_a_choice_are_answered(server: Server) -> None:
    at = f"http://127.0.0.1:{server.server_port}"
    assert get(server, f"/{server.token}/", "PUT").status == 501
    for path, body, origin in (
        (f"/{server.token}/", "{}", at),
        ("/choose", "{}", at),
        (f"/{server.token}/choose", "{}", ""),
        (f"/{server.token}/choose", "{}", "http://evil.example"),
        (f"/{server.token}/choose", '{"theme": 1}', at),
        (f"/{server.token}/choose", '{"deck": "/etc/passwd"}', at),
        (f"/{server.token}/choose", "[" * 5000, at),
    ):
        assert post(server, path, body, origin) in (403, 404), (path, body, origin)
    assert post(server, f"/{server.token}/choose", '{"theme": "plakat"}', at) == 200


def post(server: Server, path: str, body: str, origin: str) -> int:
    """Return the status of what is sent to a server from a page."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    with contextlib.closing(connection):
        connection.request("POST", path, body, {"Origin": origin} if origin else {})
        return connection.getresponse().status


def test_each_server_has_a_token_and_a_port_of_its_own(server: Server, tmp_path: Path) -> None:
    other = Server(server.session)
    assert other.token != server.token and other.server_port != server.server_port
    assert len(server.token) >= 20
    other.server_close()
