"""The words of the interface, dates, numbers and lists of names, in the language of a page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from markupsafe import Markup

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True)
class Words:
    """The words for one language of pages. `lang` is the language they are really in: English without a catalog."""

    lang: str
    locale: Locale
    translations: NullTranslations

    def date(self, value: date) -> str:
        """A day as people write it."""
        return format_date(value, "long", locale=self.locale)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return format_decimal(value, locale=self.locale)

    def names(self, names: Sequence[str]) -> str:
        """Names as a sentence lists them."""
        return format_list(list(names), locale=self.locale) if names else ""


def words_for(lang: str, *folders: Path) -> Words:
    """Words from `<folder>/<lang>/LC_MESSAGES/byline.po`, of the language itself, else without its region.

    What one catalog lacks is looked for in the next, and in the next folder's; what none has is English.
    """
    names = dict.fromkeys((lang, lang.replace("-", "_"), lang.split("-")[0]))
    files = [folder / name / "LC_MESSAGES" / "byline.po" for folder in folders for name in names]
    found = [_catalog(file) for file in files if file.is_file()]
    if not found:
        return Words("en", _locale("en"), NullTranslations())
    for catalog, following in pairwise(found):
        catalog.add_fallback(following)
    return Words(lang, _locale(lang), found[0])


def _catalog(file: Path) -> Translations:
    compiled = io.BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=file.parent.parent.name.replace("-", "_")))
    compiled.seek(0)
    return Translations(compiled)


def direction(lang: str) -> str:
    """`rtl` or `ltr`: the direction in which a language is written."""
    return "rtl" if lang.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def language(lang: str) -> str:
    """A language's own name for itself, with its script and region where the tag names them: `português (Brasil)`."""
    locale = _locale(lang)
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


def _locale(lang: str) -> Locale:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
