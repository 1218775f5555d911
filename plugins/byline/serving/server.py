"""A web server for the browsers of this machine alone, which also tells them when to look again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from ..commit import Root
from ..refusals import Refusal
from .answers import RESERVED, Answer, answer
from .building import Outcome
from .news import Board, News

HERE = "127.0.0.1"
NAMES = {HERE, "localhost"}
EVENTS = f"{RESERVED}events"
PATIENCE = 15.0  # seconds after which a reader that hears nothing gets a sign of life


class PortError(Refusal):
    """The port cannot be used; the text says why and what to do."""


class Site(ThreadingHTTPServer):
    """Shows an output folder at a port of this machine; 0 is any free one. Raises `PortError`.

    `lang` is the language of what we say ourselves.
    """

    def __init__(self, root: Root, port: int, lang: str) -> None:
        self.root, self.board, self.lang = root, Board(), lang
        try:
            super().__init__((HERE, port), _Handler)
        except (OSError, OverflowError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            message = f"port {port} cannot be used ({why}): choose another with --port, or end what uses it"
            raise PortError(message) from None

    @property
    def url(self) -> str:
        """Where people find it, without a slash at the end."""
        return f"http://localhost:{self.server_port}"

    def tell(self, outcome: Outcome) -> None:
        """Tell all browsers what came of a build."""
        self.board.post(outcome)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show what went wrong here; a browser that leaves in the middle of an answer is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def opened(root: Root, port: int, lang: str) -> Iterator[Site]:
    """The site while it answers, each request in a thread. Raises `PortError`."""
    with Site(root, port, lang) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        try:
            yield site
        finally:
            site.shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        address = urlsplit(self.path).path
        if urlsplit(f"//{self.headers['Host']}").hostname not in NAMES:
            # Another site could give its own name our address, and then read drafts as if they were its pages.
            self._give(Answer(421, body=f"Ask for {self.server.url}/ instead.".encode()))
        elif address == EVENTS and self.command == "GET":
            self._tell()
        else:
            self._give(answer(self.server.root, address, self.server.board.news.edition, self.server.lang))

    do_HEAD = do_GET

    def _give(self, given: Answer) -> None:
        self._begin(given.status, given.kind)
        if given.location:
            self.send_header("Location", given.location)
        self.send_header("Content-Length", str(len(given.body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(given.body)

    def _tell(self) -> None:
        self._begin(200, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        known: News | None = None
        while True:
            news = self.server.board.wait(known, PATIENCE)
            self.wfile.write(b":\n\n" if news == known else news.event())
            known = news

    def _begin(self, status: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what builds say."""
