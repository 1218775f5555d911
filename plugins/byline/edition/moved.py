"""Files that moved since the base: an id that was never written down hangs on the file's name, and is lost with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..changes import Since
from ..manuscript import Manuscript, stem_and_lang
from ..model import Finding
from . import naming


def moved_without_id(articles: Iterable[Manuscript], since: Since, site_lang: str) -> Iterable[Finding]:
    """A warning for each article that moved and does not say its id, with the one that it had."""
    by_path = {m.path: m for m in articles}
    for change in since.changes:
        m = by_path.get(change.path)
        if change.kind == "renamed" and m and not m.fields.id:
            stem, lang = stem_and_lang(change.was)
            before = replace(m, path=change.was, stem=stem, lang=lang)
            had = naming.id_of(before, naming.language(before, site_lang), site_lang)
            message = f"this file was {change.was}, and feeds and links know its text by an id made of that name."
            hint = f"Write `id: {had}` above it, so that nobody sees it as a new text."
            yield Finding(m.path, m.line("title"), "moved-without-id", message, "warning", hint)
