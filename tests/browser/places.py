"""Where each kind of page stands, and which of a kind shows most."""

from __future__ import annotations

from pathlib import Path

# Kinds of page by where they stand below their language.
KINDS = {
    "home": "index.html",
    "article": "articles/*/index.html",
    "author": "authors/*/index.html",
    "authors": "authors/index.html",
    "category": "categories/*/index.html",
    "categories": "categories/index.html",
    "tag": "tags/*/index.html",
    "tags": "tags/index.html",
    "series": "series/*/index.html",
    "archive": "archive/index.html",
    "search": "search/index.html",
    "subscribe": "subscribe/index.html",
    "page": "pages/about/index.html",
    "legal": "pages/legal/index.html",
    "gone": "articles/gone/index.html",
    "draft": "drafts/*/index.html",
    "404": "404.html",
}
LANGS = ("en", "fr")
# The sample has no article that is no longer available; the small site in other languages has.
SAMPLE = tuple((kind, lang) for kind in KINDS for lang in LANGS if kind not in {"gone", "draft", "404"})
ONCE = (("draft", "en"), ("404", "en"))
WORLD = (*((kind, "ar") for kind in KINDS if kind not in {"draft", "404"}), ("home", "zh"), ("article", "zh"))
PLACES = SAMPLE + ONCE + WORLD


def address_of(output: Path, kind: str, lang: str = "en") -> str:
    """The address of the fullest page of a kind in a language; a built site's own language is English."""
    folder = output if lang == "en" else output / lang
    found = sorted(folder.glob(KINDS[kind]))
    assert found, f"there is no page {KINDS[kind]} in {lang}"
    fullest = max(found, key=lambda path: path.stat().st_size)
    return "/" + fullest.relative_to(output).as_posix().removesuffix("index.html")
