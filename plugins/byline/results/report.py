"""The reports of results on a period, in both views, and what they must remember for the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..activities import Owner, activities
from ..build import Build
from ..model import File, Finding, Measures, OwnFigures
from ..period import Period
from ..reporting import named, paper_of, report_langs
from .as_json import as_json
from .figures import rows
from .memory import Memory, recall
from .overview import Results, overview
from .own import own_figures
from .page import COMMS, EVERYBODY, as_page
from .people import Crowd
from .personal import Links
from .values import Book

AIMS = ("objectives.toml", "costs.toml", "outcomes.csv")


@dataclass(frozen=True)
class Reported:
    """The files of a report, and `programme/measures/shown.csv` as it is after it, empty when nothing is new.

    `faults` are errors in the files that results are held against: of no person.
    """

    files: tuple[File, ...]
    memory: bytes
    faults: tuple[Finding, ...] = ()


def results_report(build: Build, measures: Measures, whose: Mapping[str, Owner], period: Period) -> Reported:
    """Results of a period for comms and for everybody, in each language.

    `measures` are over all time, because objectives and campaigns have days of their own; `whose` has the owners of the
    tokens in them, of people who are measured. Raises `LostMemory` when what was shown before cannot be read.
    """
    memory = recall(build.run.programme)
    results = overview(
        book_of(build, measures, whose, memory), build.programme.aims, measures, period, _departments(build)
    )
    faults = tuple(one for one in build.programme_findings if one.path in AIMS and one.severity == "error")
    return Reported(tuple(_files(build, results)), memory.written() if memory.new else b"", faults)


def own_of(build: Build, measures: Measures, whose: Mapping[str, Owner]) -> dict[str, OwnFigures]:
    """What each person who takes part sees of themselves, by id."""
    acts = activities(build, measures.visits, whose)
    articles = {article.id: article for article in build.edition.published}
    labels = {id: channel.label for id, channel in build.channels.items()}
    return {id: own_figures(id, acts, measures, whose, articles, labels) for id in build.programme.people}


def book_of(build: Build, measures: Measures, whose: Mapping[str, Owner], memory: Memory) -> Book:
    """All that results are computed from."""
    edition, programme, today = build.edition, build.programme, build.now.date()
    acts = activities(build, measures.visits, whose)
    owners = {token: owner.person for token, owner in whose.items()}
    measured = sum(one.opt_in.measured is not None for one in programme.people.values())
    return Book(
        edition=edition,
        rows=rows(measures.visits, {article.id: article for article in edition.articles}),
        covered=frozenset(measures.days),
        crowd=Crowd(programme, acts, today, memory),
        links=Links(measures.visits, owners, measured, programme.governance, today, memory),
        outcomes=programme.aims.outcomes,
        categories=tuple(build.registry.categories.values()) if build.registry else edition.categories,
    )


def _departments(build: Build) -> dict[str, str]:
    return {id: one.name for id, one in build.programme.departments.items()}


def _files(build: Build, results: Results) -> Iterator[File]:
    paper, langs = paper_of(build), report_langs(build.site.lang)
    labels = {id: channel.label for id, channel in build.channels.items()}
    for view in (COMMS, EVERYBODY):
        yield File(f"{view.stem}.json", as_json(results, view), internal=True)
        for lang in langs:
            page = as_page(results, view, paper, labels, lang)
            yield File(named(view.stem, lang, langs, "html"), page, internal=True)
