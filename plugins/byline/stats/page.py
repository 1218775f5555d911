"""The contribution report for people: a page and Markdown, with sums that a reader can follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader

from .. import inert_markdown
from ..reporting import Paper, named, report_langs
from ..speaking import environment, spoken
from ..words import Words, language, words_for
from .contributions import ContributionReport, Contributor, plain

ROOM = Path(__file__).parent
LONGEST = 20_000  # characters of a cell: a blog of many years has many months
MOST_MONTHS = 24  # more are told by year, with the months of each beside it


@dataclass(frozen=True)
class Row:
    """A line of a table: its number of articles, the same as a part of the largest one in percent, and more words."""

    label: str
    articles: int
    width: float
    more: str = ""


def as_page(report: ContributionReport, paper: Paper, lang: str) -> bytes:
    """The report as a page without script, for screens and paper."""
    langs = report_langs(report.site.lang)
    versions = {one: named("contributions", one, langs, "html") for one in langs}
    words = spoken(ROOM, lang)[1]
    return paper.print(ROOM, "contributions.html", lang, _shown(report, words), versions)


def as_markdown(report: ContributionReport, paper: Paper, lang: str) -> bytes:
    """The report as Markdown, for a wiki or a chat."""
    made, words = _plain(lang)
    return made.get_template("contributions.md").render(paper=paper, **_shown(report, words)).encode()


def compile_ahead(lang: str) -> None:
    """Compile what every change of a text asks for, in a process that has time until then."""
    for one in report_langs(lang):
        for templates, ending in ((spoken(ROOM, one)[0], "html"), (_plain(one)[0], "md")):
            for name in templates.list_templates([ending]):
                templates.get_template(name)


@cache
def _plain(lang: str) -> tuple[Environment, Words]:
    words = words_for(lang, ROOM / "locale")
    loader = FileSystemLoader(ROOM / "templates")
    return environment(loader, words, escapes=False, finalize=partial(inert_markdown.escaped, longest=LONGEST)), words


def _shown(report: ContributionReport, words: Words) -> dict[str, Any]:
    """What both templates show."""
    counts = report.counts
    return {
        "report": report,
        "authors": [(one, _about(one, report, words)) for one in report.by_name],
        "months": _months(counts.by_month, words),
        "categories": _rows(_named(counts.by_category, report, words)),
        "uncategorized": report.articles - sum(counts.by_category.values()),
        "langs": _rows({language(lang): number for lang, number in counts.by_lang.items()}),
        "of_many": sum(one.co_signed for one in report.authors),
    }


def _about(one: Contributor, report: ContributionReport, words: Words) -> dict[str, str]:
    """Categories, languages and months of an author, as words."""
    langs = {language(lang): number for lang, number in one.counts.by_lang.items()}
    return {
        "categories": _listed(_named(one.counts.by_category, report, words), words),
        "langs": _listed(langs, words),
        "months": " · ".join(f"{year}: {months}" for year, _, months in _years(one.counts.by_month, words)),
    }


def _named(by_category: Mapping[str, int], report: ContributionReport, words: Words) -> dict[str, int]:
    named = Counter[str]()
    for slug, number in by_category.items():  # two may have one name in a language
        named[report.categories[slug].named(words.lang)] += number
    return {name: named[name] for name in sorted(named, key=plain)}


def _listed(counted: Mapping[str, int], words: Words) -> str:
    """`Engineering 3, Culture 1`: by name, as everything is here."""
    return ", ".join(f"{name}\N{NO-BREAK SPACE}{words.number(counted[name])}" for name in sorted(counted, key=plain))


def _months(by_month: Mapping[str, int], words: Words) -> list[Row]:
    if len(by_month) <= MOST_MONTHS:
        return _rows({_month(month, "LLLL yyyy", words): number for month, number in by_month.items()})
    years = list(_years(by_month, words))
    rows = _rows({year: number for year, number, _ in years})
    return [Row(row.label, row.articles, row.width, months) for row, (_, _, months) in zip(rows, years, strict=True)]


def _years(by_month: Mapping[str, int], words: Words) -> Iterable[tuple[str, int, str]]:
    """Each year with its number and its months: `Feb, Mar (2)`."""
    for year, found in groupby(sorted(by_month), key=lambda month: month[:4]):
        months = list(found)
        said = [
            _month(month, "LLL", words) + (f" ({by_month[month]})" if by_month[month] > 1 else "") for month in months
        ]
        yield year, sum(by_month[month] for month in months), ", ".join(said)


def _month(month: str, form: str, words: Words) -> str:
    return _month_in(month, form, words.locale)


@cache
def _month_in(month: str, form: str, locale: Locale) -> str:
    """Every author wrote in some of the same months."""
    return format_date(date.fromisoformat(f"{month}-01"), form, locale=locale)


def _rows(counted: Mapping[str, int]) -> list[Row]:
    most = max(counted.values(), default=1)
    return [Row(label, number, round(100 * number / most, 1)) for label, number in counted.items()]
