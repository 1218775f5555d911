"""Plain texts and Markdown from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .. import front_matter, markup
from ..characters import CONTROL
from ..guard import PictureError, read_within_limit
from ..paths import picture_path, safe_file
from ..schema import ArticleFields
from ..sources import read_text
from .album import Album
from .document import Document
from .doubts import doubts
from .marks import begun, escaped
from .refusal import ImportingError

REMOTE = re.compile(r"""(?:!\[[^\]]*\]\(<?|<img\b[^>]*?\bsrc=["'])(https?://[^)\s>"']+)""", re.IGNORECASE)
LONGEST_TITLE = 120
HEADING = re.compile(r"\A\s*# +(?P<words>.+?)(?: #+)?[ \t]*(?:\n|\Z)")


def read_plain(path: Path) -> Document:
    """The document in a .txt file: paragraphs between blank lines. A short first line by itself is its title."""
    text = _text(path)
    first, _, rest = text.strip().partition("\n\n")
    is_title = rest and "\n" not in first and len(first) <= LONGEST_TITLE and not first.endswith((".", ":", ",", ";"))
    title = first if is_title else ""
    body = "\n\n".join(paragraphs_of(rest if title else text)) + "\n"
    return Document(body, title, doubts=doubts("its first line" if title else "", "", {}, (), ()))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain text as Markdown that says the same."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return [begun(escaped(part)) for part in parts if part]


def read_markdown(path: Path) -> Document:
    """The document in a .md file: its text as it is, with the pictures that lie beside it or below."""
    source = _text(path)
    front = front_matter.read(source, ArticleFields.model_fields)
    body = front.body if front.found else source
    title, guess = _line(front.values.get("title")), ""
    if not title and (heading := HEADING.match(body)):
        title, guess = markup.render_inline(heading["words"], 1).plain, "its first heading"
        body = body[heading.end() :]
    author = _line(front.values.get("authors") or front.values.get("author"))
    album, faults = Album(), list[str]()
    remote = dict.fromkeys(REMOTE.findall(body))
    for target in _pictures(body):
        if name := _taken(path, target, album, faults):
            body = _renamed(body, target, name)
    return Document(body.strip() + "\n", title, author, album.pictures, doubts(guess, author, {}, remote, faults))


def _text(path: Path) -> str:
    text, faults = read_text(path.parent, path.name)
    if text is None or not text.strip():
        sentence = f"{faults[0].message} {faults[0].hint}" if faults else "it is empty."
        raise ImportingError(sentence)
    return str(CONTROL.sub("", text))


def _line(value: object) -> str:
    """A value of somebody's front matter in one line, whatever it is."""
    values: Iterable[Any] = value if isinstance(value, (list, tuple)) else [value] if value else []
    return ", ".join(" ".join(str(one).split()) for one in values)


def _pictures(body: str) -> list[str]:
    references = markup.render(body, 1, highlight=False).references
    return list(dict.fromkeys(one.target for one in references if one.kind == "picture"))


def _taken(path: Path, target: str, album: Album, faults: list[str]) -> str:
    """The new name of a picture; none for one that cannot be used, or lies elsewhere: nothing else is ever read."""
    relative = picture_path(target, path.name)
    file = safe_file(path.parent, relative) if relative else None
    if file is None:
        faults.append(f"The picture {target[:100]} is not beside the document.")
        return ""
    try:
        return album.add(target, read_within_limit(file))
    except PictureError as error:
        faults.append(f"{target[:100]} {error}")
        return ""


def _renamed(body: str, target: str, name: str) -> str:
    """The text with a picture's new name wherever Markdown, or HTML, gives an address."""
    written = re.compile(rf"""(?<=\()<?{re.escape(target)}>?(?=[)\s])|(?<=["'=]){re.escape(target)}(?=["'\s>])""")
    return written.sub(name, body)
