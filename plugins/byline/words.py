"""The words of the interface, dates, numbers and lists of names, in the language of a page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from markupsafe import Markup

from .languages import babel_locale, from_right


@dataclass(frozen=True)
class Words:
    """The words for one language of pages. `lang` is the language they are really in: English without a catalog, and
    where `missing`, the number of words that a catalog which was begun does not hold yet, is not 0.
    """

    lang: str
    locale: Locale
    translations: NullTranslations
    missing: int = 0

    def date(self, value: date) -> str:
        """A day as people write it."""
        return _day(value.year, value.month, value.day, self.locale)

    def say(self, text: str) -> str:
        """Words of the templates."""
        return self.translations.gettext(text)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return _number(value, self.locale)

    def names(self, names: Sequence[str]) -> str:
        """Names as a sentence lists them."""
        return format_list(list(names), locale=self.locale) if names else ""


@lru_cache(maxsize=1 << 14)
def _day(year: int, month: int, day: int, locale: Locale) -> str:
    """Days and numbers stand on every page, and are the same ones: those of lists are written often."""
    said = format_date(date(year, month, day), "long", locale=locale)
    # French counts the first of a month and no other day: 1er mars, 2 mars.
    return said.replace("1 ", "1er ", 1) if locale.language == "fr" and day == 1 else said


@lru_cache(maxsize=1 << 14)
def _number(value: float, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


def words_for(lang: str, *folders: Path) -> Words:
    """Words from `<folder>/<lang>/LC_MESSAGES/byline.po`, of the language itself, else without its region.

    What one catalog lacks is looked for in the next, and in the next folder's. When one of the words that the themes'
    English catalogs list is in none of them, all are English: a page in two languages could say neither which is which.
    """
    catalogs = _catalogs(folders, dict.fromkeys((lang, lang.replace("-", "_"), lang.split("-")[0])))
    said = {message.id for catalog in catalogs for message in catalog if _said(message)}
    wanted = {message.id for catalog in _catalogs(folders, ("en",)) for message in catalog if message.id}
    missing = len(wanted - said) if catalogs and lang.split("-")[0] != "en" else 0
    if missing or not catalogs:
        return Words("en", babel_locale("en"), NullTranslations(), missing)
    found = [_translations(catalog) for catalog in catalogs]
    for one, following in pairwise(found):
        one.add_fallback(following)
    return Words(lang, babel_locale(lang), found[0])


def _catalogs(folders: Iterable[Path], names: Iterable[str]) -> list[Catalog]:
    """Those that exist, folder by folder."""
    files = [folder / name / "LC_MESSAGES" / "byline.po" for folder in folders for name in names]
    return [_catalog(file) for file in files if file.is_file()]


def _catalog(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.parent.name.replace("-", "_"))


def _said(message: Message) -> bool:
    """Whether a word is translated, in each of its forms, and nobody doubts it."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return not message.fuzzy and all(forms)


def _translations(catalog: Catalog) -> Translations:
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)


def direction(lang: str) -> str:
    """`rtl` or `ltr`: the direction in which a language is written."""
    return "rtl" if from_right(lang) else "ltr"


def language(lang: str) -> str:
    """A language's own name for itself, with its script and region where the tag names them: `português (Brasil)`."""
    locale = babel_locale(lang)
    known = locale.language == lang.split("-")[0].lower()
    return str(locale.get_display_name(locale) or lang) if known else lang


def unless(lang: str, page_lang: str) -> Markup:
    """Attributes that mark words in a language, unless the page is in it anyway; for words of an unknown one, none."""
    if not lang or lang == page_lang:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(lang, direction(lang))


def og_locale(lang: str) -> str:
    """Language and territory as Open Graph wants them, the likeliest territory where none is given: `fr_FR`."""
    likely = str(get_global("likely_subtags").get(lang.replace("-", "_"), lang.replace("-", "_"))).split("_")
    return f"{likely[0]}_{likely[-1]}" if len(likely) > 1 else likely[0]


def isodate(value: date | datetime) -> str:
    """RFC 3339, for machines."""
    return value.isoformat()
