"""The texts of new files. Every key is explained where it stands, and what is left to write says TODO."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ..urls import RESERVED, short_hash, slugify

BLANKS = Path(__file__).parent / "blanks"
FALLBACK = "en"


def blank(name: str, lang: str) -> str:
    """A file to fill in, with `{name}` for what is known already, in a language; in English where there is none."""
    files = (BLANKS / f"{name}.{one}.txt" for one in (lang.split("-")[0].lower(), FALLBACK))
    return next(file for file in files if file.is_file()).read_text("utf-8")


def slug_for(title: str) -> str:
    """A slug for any title, even one that cannot be spelled in ASCII or is reserved."""
    slug = slugify(title)[:80].strip("-")
    return slug if slug and slug not in RESERVED else f"article-{short_hash(title)}"


def new_article(
    title: str, author: str, today: date, lang: str = "", body: str = "", spoken: str = FALLBACK
) -> tuple[str, str]:
    """Path in the content folder and text of a new article, in a folder of its own: pictures can stand beside it.

    What explains it is in the language that is `spoken`.
    """
    slug = slug_for(title)
    name = f"index.{lang}.md" if lang else "index.md"
    text = blank("article", spoken).format(
        id=f"{slug}-{lang.lower()}" if lang else slug,
        title=_quoted(title),
        date=today.isoformat(),
        author=author,
        lang=f"lang: {lang}\n" if lang else "",
        body=body or blank("questions", spoken),
    )
    return f"articles/{today.year}/{slug}/{name}", text


def new_author(name: str, author_id: str, today: date, spoken: str = FALLBACK) -> tuple[str, str]:
    """Path in the content folder and text of a new author file."""
    text = blank("author", spoken).format(name=_quoted(name), date=today.isoformat())
    return f"authors/{author_id}.md", text


def _quoted(text: str) -> str:
    """Between double quotes as YAML reads them, which is how JSON writes them."""
    return json.dumps(text, ensure_ascii=False)
