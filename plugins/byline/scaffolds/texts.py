"""The texts of new files. Every key is explained where it stands, and what is left to write says TODO."""

from __future__ import annotations

import json
from datetime import date

from ..urls import RESERVED, short_hash, slugify

ARTICLE = """\
---
# Permanent: feeds, measures and short links hang on it. Never change it.
id: {id}
title: {title}
date: {date}
# Everybody who signs, in order.
authors: [{author}]
{lang}summary: TODO Say in one or two sentences what the reader gains.
# category: engineering
# tags: [one, another]
# One sentence: who gains what from this article?
# reader: "Colleagues who ... learn how to ..."
# Comms sees drafts in previews; readers do not. Take this line away when it is ready.
status: draft
---

{body}"""

BODY = """\
TODO Begin with what happened, or with the question that you were asked.

## TODO A heading that says what the next paragraphs answer

TODO Pictures stand beside this file. Write `![What the picture shows](picture.jpg)` to show one.
"""

AUTHOR = """\
---
name: {name}
# active, alumni, guest, partner or client
status: active
# The day on which you agreed to a public profile. Without it readers see your name and your articles, nothing else:
# what follows stays unseen until you take the # away yourself.
# agreed: {date}
# role: "What you do"
# topics: [one, another]
# links:
#   website: https://www.example.com/
# why: "Why you write here"
---
"""


def slug_for(title: str) -> str:
    """A slug for any title, even one that cannot be spelled in ASCII or is reserved."""
    slug = slugify(title)[:80].strip("-")
    return slug if slug and slug not in RESERVED else f"article-{short_hash(title)}"


def new_article(title: str, author: str, today: date, lang: str = "", body: str = "") -> tuple[str, str]:
    """Path in the content folder and text of a new article, in a folder of its own: pictures can stand beside it."""
    slug = slug_for(title)
    name = f"index.{lang}.md" if lang else "index.md"
    text = ARTICLE.format(
        id=f"{slug}-{lang.lower()}" if lang else slug,
        title=_quoted(title),
        date=today.isoformat(),
        author=author,
        lang=f"lang: {lang}\n" if lang else "",
        body=body or BODY,
    )
    return f"articles/{today.year}/{slug}/{name}", text


def new_author(name: str, author_id: str, today: date) -> tuple[str, str]:
    """Path in the content folder and text of a new author file."""
    return f"authors/{author_id}.md", AUTHOR.format(name=_quoted(name), date=today.isoformat())


def _quoted(text: str) -> str:
    """Between double quotes as YAML reads them, which is how JSON writes them."""
    return json.dumps(text, ensure_ascii=False)
