"""The contribution report in all its forms: for machines, as a page and as Markdown, in English and French."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from ..build import Build
from ..made import Made
from ..model import File, LateFile
from ..period import ALL, Period
from ..reporting import Paper, named, paper_of, report_langs
from ..speaking import looks
from .contributions import contribution_report
from .forms import as_json, as_table
from .page import ROOM, as_markdown, as_page, shown_in

STEM = "contributions"


def report_output(build: Build) -> Iterator[File]:
    """The report over all time, as every build prints it."""
    return report_files(build, (), ALL)


def report_files(build: Build, _visits: Iterable[object], period: Period) -> Iterator[File]:
    """The report on a period: `contributions.json`, `.csv`, and `.html` and `.md` in each language."""
    report, paper, langs = contribution_report(build.edition, period), paper_of(build), report_langs(build.site.lang)
    shown = Made(langs, partial(shown_in, report))
    for ending, write in (("json", as_json), ("csv", as_table)):
        yield LateFile(f"{STEM}.{ending}", [report], partial(write, report), internal=True)
    for lang in langs:
        for ending, make in (("html", as_page), ("md", as_markdown)):
            yield LateFile(
                named(STEM, lang, langs, ending),
                [looks(ROOM), report, paper, lang],
                partial(_printed, make, shown, paper, lang),
                internal=True,
            )


def _printed(
    make: Callable[[Mapping[str, Any], Paper, str], bytes],
    shown: Mapping[str, Mapping[str, Any]],
    paper: Paper,
    lang: str,
) -> bytes:
    return make(shown[lang], paper, lang)
