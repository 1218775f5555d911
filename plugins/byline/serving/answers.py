"""What stands at an address of the live preview: a file of the site, Byline's own script, or the page for neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote

from ..commit import Root
from ..paths import safe_file

RESERVED = "/_byline/"
OURS = Path(__file__).parent / "browser"
# Written down, because what Python knows of types is what the machine says, and machines differ.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
END_OF_HEAD = re.compile(rb"</head\s*>", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What a browser gets; `location` is where it should ask instead."""

    status: int
    kind: str = TYPES[".txt"]
    body: bytes = b""
    location: str = ""


def answer(root: Root, address: str, edition: int, lang: str = "en") -> Answer:
    """What stands at the path of an address. Nothing outside the output folder is ever given, nor a list of it.

    `lang` is the language of what we say ourselves.
    """
    path = unquote(address, errors="replace").lstrip("/")
    if address.startswith(RESERVED):
        return _file(OURS, address.removeprefix(RESERVED)) or Answer(404, body=b"There is nothing here.")
    if not root.beside("made").exists():  # a folder that no build of ours has filled is nobody's to see
        waiting = _file(OURS, f"waiting.{lang}.html") or Answer(503, body=(OURS / "waiting.en.html").read_bytes())
        return _with_script(503, waiting.body, edition, lang)
    if found := _page(root.output, path):
        return _with_script(200, found.body, edition, lang) if found.kind == TYPES[".html"] else found
    if safe_file(root.output, f"{path}/index.html"):
        return Answer(302, location=f"/{quote(path)}/")
    missing = _file(root.output, "404.html") or Answer(404, body=b"There is no page here.")
    return _with_script(404, missing.body, edition, lang)


def with_script(page: bytes, edition: int, lang: str = "en") -> bytes:
    """A page with the script that reloads it, in its head where there is one. A policy of `'self'` lets it run."""
    tag = (
        f'<script src="{RESERVED}live.js" data-edition="{edition}" data-lang="{escape(lang)}" defer></script>'.encode()
    )
    head = END_OF_HEAD.search(page)
    at = head.start() if head else len(page)
    return page[:at] + tag + page[at:]


def _with_script(status: int, page: bytes, edition: int, lang: str) -> Answer:
    return Answer(status, TYPES[".html"], with_script(page, edition, lang))


def _page(output: Path, path: str) -> Answer | None:
    return _file(output, f"{path}index.html" if path.endswith("/") or not path else path)


def _file(folder: Path, path: str) -> Answer | None:
    found = safe_file(folder, path)
    return Answer(200, TYPES.get(found.suffix, "application/octet-stream"), found.read_bytes()) if found else None
