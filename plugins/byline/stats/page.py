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


def as_page(shown: Mapping[str, Any], paper: Paper, lang: str) -> bytes:
    """The report as a page without script, for screens and paper."""
    langs = report_langs(shown["report"].site.lang)
    versions = {one: named("contributions", one, langs, "html") for one in langs}
    return paper.print(ROOM, "contributions.html", lang, shown, versions)


def as_markdown(shown: Mapping[str, Any], paper: Paper, lang: str) -> bytes:
    """The report as Markdown, for a wiki or a chat."""
    return _plain(lang).get_template("contributions.md").render(paper=paper, **shown).encode()


def compile_ahead(lang: str) -> None:
    """Compile what every change of a text asks for, in a process that has time until then."""
    for one in report_langs(lang):
        for templates, ending in ((spoken(ROOM, one)[0], "html"), (_plain(one), "md")):
            for name in templates.list_templates([ending]):
                templates.get_template(name)


@cache
def _plain(lang: str) -> Environment:
    words = words_for(lang, ROOM / "locale")
    loader = FileSystemLoader(ROOM / "templates")
    return environment(loader, words, escapes=False, finalize=partial(inert_markdown.escaped, longest=LONGEST))


def shown_in(report: ContributionReport, lang: str) -> dict[str, Any]:
    """What both templates show, in a language."""
    counts, words = report.counts, spoken(ROOM, lang)[1]
    names = _Names(
        {slug: one.named(words.lang) for slug, one in report.categories.items()},
        {one: language(one) for one in counts.by_lang},
        {month: _month(month, "LLL", words) for month in counts.by_month},
        words,
    )
    return {
        "report": report,
        "authors": [(one, names.about(one)) for one in report.by_name],
        "months": _months(counts.by_month, names),
        "categories": _rows(names.counted(counts.by_category, names.categories)),
        "uncategorized": report.articles - sum(counts.by_category.values()),
        "langs": _rows({names.langs[lang]: number for lang, number in counts.by_lang.items()}),
        "of_many": sum(one.co_signed for one in report.authors),
    }


@dataclass(frozen=True)
class _Names:
    """What categories, languages and months are called, each found once for all authors."""

    categories: Mapping[str, str]
    langs: Mapping[str, str]
    months: Mapping[str, str]
    words: Words

    def about(self, one: Contributor) -> dict[str, str]:
        """Categories, languages and months of an author, as words."""
        counts = one.counts
        return {
            "categories": self._listed(self.counted(counts.by_category, self.categories)),
            "langs": self._listed(self.counted(counts.by_lang, self.langs)),
            "months": " · ".join(f"{year}: {months}" for year, _, months in self.years(counts.by_month)),
        }

    def counted(self, numbers: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
        """By name, as everything is here; two may have one name in a language."""
        named = Counter[str]()
        for key, number in numbers.items():
            named[names[key]] += number
        return {name: named[name] for name in sorted(named, key=plain)}

    def _listed(self, counted: Mapping[str, int]) -> str:
        """`Culture 1, Engineering 3`."""
        return ", ".join(f"{name}\N{NO-BREAK SPACE}{self.words.number(number)}" for name, number in counted.items())

    def years(self, by_month: Mapping[str, int]) -> Iterable[tuple[str, int, str]]:
        """Each year with its number and its months: `Feb, Mar (2)`."""
        for year, found in groupby(sorted(by_month), key=lambda month: month[:4]):
            months = list(found)
            said = [self.months[month] + (f" ({by_month[month]})" if by_month[month] > 1 else "") for month in months]
            yield year, sum(by_month[month] for month in months), ", ".join(said)


def _months(by_month: Mapping[str, int], names: _Names) -> list[Row]:
    if len(by_month) <= MOST_MONTHS:
        return _rows({_month(month, "LLLL yyyy", names.words): number for month, number in by_month.items()})
    years = list(names.years(by_month))
    rows = _rows({year: number for year, number, _ in years})
    return [Row(row.label, row.articles, row.width, months) for row, (_, _, months) in zip(rows, years, strict=True)]


def _month(month: str, form: str, words: Words) -> str:
    return format_date(date.fromisoformat(f"{month}-01"), form, locale=words.locale)


def _rows(counted: Mapping[str, int]) -> list[Row]:
    most = max(counted.values(), default=1)
    return [Row(label, number, round(100 * number / most, 1)) for label, number in counted.items()]
