"""Results for people: a page for comms and one for everybody, on paper that all reports share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..chart_svg import STYLE
from ..kpis import KPIS
from ..reporting import Paper, named, report_langs
from ..speaking import spoken
from .drawing import Drawing
from .overview import Results
from .personal import together
from .tables import Tables
from .wording import Wording

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class View:
    """Who reads it: `stem` is the name of its file, `comms` whether costs and articles one by one are in it."""

    stem: str
    comms: bool


COMMS = View("results", comms=True)
EVERYBODY = View("results-for-everybody", comms=False)


def as_page(results: Results, view: View, paper: Paper, labels: Mapping[str, str], lang: str) -> bytes:
    """The page of a view in a language; `labels` are the names of channels by id."""
    langs = report_langs(results.site.lang)
    versions = {one: named(view.stem, one, langs, "html") for one in langs}
    words = spoken(ROOM, lang)[1]
    tables = Tables(results, words, labels)
    style = "".join(path.read_text("utf-8") for path in (STYLE, ROOM / "results.css"))
    values = {
        "results": results,
        "comms": view.comms,
        "everybody": named(EVERYBODY.stem, words.lang, langs, "html"),
        "said": Wording(words),
        "draw": Drawing(results, words, labels),
        "rows": tables,
        "groups": tables.groups(),
        "personal": together(results.personal),
        "campaigns": {one.campaign.id: one.campaign.name for one in results.efforts},
        "kpis": KPIS,
    }
    return replace(paper, style=paper.style + style).print(ROOM, "results.html", lang, values, versions)
