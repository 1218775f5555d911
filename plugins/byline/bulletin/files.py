"""The files of a bulletin, in each language of reports: `bulletin.html` and a draft of a mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..activities import Owner, activities
from ..brand import schemes
from ..build import Build
from ..model import File, Measures
from ..period import Period
from ..reporting import named, paper_of, report_langs
from ..urls import data_url
from .month import Month, month_of, told_in
from .telling import as_mail, as_page, bulletin

STEM = "bulletin"


def report_files(build: Build, measures: Measures, whose: Mapping[str, Owner], period: Period) -> Iterator[File]:
    """The bulletin of a month; of a quarter, a year or all time there is none. `whose`: tokens of measured people."""
    if period.id.count("-") != 1 or "Q" in period.id:
        return
    known = activities(build, measures.visits, whose)
    # As it was on the last day, so that a month told later is told alike.
    acts = [act for act in known if act.day <= period.last]
    month = month_of(build, measures, acts, period)
    langs = report_langs(build.site.lang)
    for lang in langs:
        tell = partial(bulletin, month, told_in(month, lang, build), lang, build.brand.name or build.site.name)
        versions = {one: named(STEM, one, langs, "html") for one in langs}
        page = as_page(tell("bulletin", "referral"), paper_of(build), versions, _pictures(build, month, lang))
        yield File(versions[lang], page, internal=True)
        mail = as_mail(tell("bulletin", "email"), schemes(build.brand)[0])
        yield File(named(STEM, lang, langs, "eml"), mail, internal=True)


def _pictures(build: Build, month: Month, lang: str) -> dict[str, str]:
    """The badges that are told, as addresses that hold them."""
    draw = build.recognize(()).draw
    rules = {rule.id: rule for _, earned in month.earned for rule in earned}
    return {id: data_url(draw(rule, lang).encode(), "image/svg+xml") for id, rule in rules.items()}
