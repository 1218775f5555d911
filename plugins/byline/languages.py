"""Language tags: BCP 47, in the case in which everybody writes them (`pt-BR`, `zh-Hant-TW`)."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError, localedata

TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.IGNORECASE | re.ASCII,
)
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@cache
def _exists(language: str) -> bool:
    """Whether CLDR has a locale of a language, or at least a name: these are asked last, to load them takes 30 ms."""
    return localedata.exists(language) or language in Locale("en").languages


def canonical_lang(tag: str) -> str:
    """The tag in canonical case, or nothing when it is not one; its language must exist, says Unicode's CLDR."""
    match = TAG.fullmatch(tag)
    if match is None or not _exists(match["language"].lower()):
        return ""
    script, region = (match["script"] or "").title(), (match["region"] or "").upper()
    return "-".join(filter(None, (match["language"].lower(), script, region))) + match["variants"].lower()


def without_lang(stem: str) -> tuple[str, str]:
    """A file's name without its ending, as name and language: `index.pt-br` is `("index", "pt-BR")`."""
    name, dot, suffix = stem.rpartition(".")
    lang = canonical_lang(suffix) if dot else ""
    return (name, lang) if name and lang else (stem, "")


def from_right(lang: str) -> bool:
    """Whether a language is written from right to left."""
    return lang.split("-")[0].lower() in RIGHT_TO_LEFT


def babel_locale(lang: str) -> Locale:
    """Its dates, numbers and lists; those of English for a language that CLDR does not know."""
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
