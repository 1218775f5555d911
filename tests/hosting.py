"""A host that does what `_headers` asks of it: policy and other headers, gzip, and a page for what is not there."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

Rules = tuple[tuple[str, tuple[str, ...]], ...]
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".xml": "application/xml",
}
SMALLER = ("text/", *(f"application/{kind}" for kind in ("atom", "json", "feed", "manifest", "rss", "xml")))


def read_rules(text: str) -> Rules:
    """The rules of a `_headers` file in its order: a pattern of addresses, and the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, text.splitlines()):
        if line[0].isspace():
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return tuple((pattern, tuple(lines)) for pattern, lines in found)


def headers_of(address: str, rules: Rules) -> dict[str, str]:
    """What an answer carries: rules that match add up, `! Name` takes back what came before."""
    headers: dict[str, str] = {}
    for line in (line for pattern, lines in rules if fnmatchcase(address, pattern) for line in lines):
        name, _, value = line.partition(": ")
        if line.startswith("! "):
            headers.pop(line[2:], None)
        else:
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


class Host(SimpleHTTPRequestHandler):
    """Serves a built site without a line for each request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A file, a folder's `index.html`, or the site's own page for what is not there."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path if path.is_file() else Path(self.directory) / "404.html"
        rules = read_rules((Path(self.directory) / "_headers").read_text("utf-8"))
        kind = TYPES.get(found.suffix) or self.guess_type(found)
        headers = {"Content-Type": kind, **headers_of(urlsplit(self.path).path, rules)}
        data = found.read_bytes()
        if headers["Content-Type"].startswith(SMALLER) or found.suffix == ".svg":
            data = gzip.compress(data, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self.send_response(200 if found is path else 404)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers until its context ends."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show what went wrong here; a browser that leaves in the middle of an answer is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def hosted(output: Path, port: int = 0) -> Iterator[str]:
    """Where a built site is served meanwhile, without a slash at the end."""
    server = Server(("127.0.0.1", port), partial(Host, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
