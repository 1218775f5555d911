"""A month in memory that has one of everything: what a bulletin tells is all there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from builders import NOON, a_category, a_text, all_agreed, an_article, an_author, an_edition
from built import a_build
from byline.badges import badge_rules
from byline.build import Build
from byline.bulletin import report_files
from byline.model import (
    Aims,
    Ambassador,
    Challenge,
    Event,
    Foreword,
    Goal,
    Measures,
    Objective,
    OptIn,
    Programme,
    Thanks,
)
from byline.period import period
from byline.recognition.recognizing import recognition

TODAY = NOON.date()
LATER = datetime(2026, 7, 9, 9, tzinfo=UTC)
NO, UNMEASURED = OptIn(), Measures()
JANE, OMAR = an_author("jane-doe"), an_author("omar-haddad")


def a_person(id: str, opt_in: OptIn = NO) -> Ambassador:
    """Somebody who takes part."""
    return Ambassador(id, id.replace("-", " ").title(), enrolled=date(2026, 1, 1), opt_in=opt_in)


def a_month(**programme: Any) -> Build:
    """June: Jane and Omar published, of whom Jane chose to be seen."""
    people = {
        one.id: one for one in (a_person("jane-doe", OptIn(statistics=date(2026, 1, 1))), a_person("omar-haddad"))
    }
    given = {
        "people": people,
        "governance": all_agreed(),
        "badges": badge_rules({})[0],
        "challenges": (
            Challenge("two", "Two stories", date(2026, 6, 1), date(2026, 6, 30), Goal(count="articles", at_least=5)),
            Challenge("next", "The next one", date(2026, 7, 1), date(2026, 7, 31), Goal(at_least=5)),
        ),
        "thanks": (
            Thanks("a", "jane-doe", "omar-haddad", "For the reply.", TODAY, "en", agreed=TODAY),
            Thanks("b", "omar-haddad", "jane-doe", "Not yet agreed.", TODAY, "en"),
        ),
        "aims": Aims(
            (Objective("more", "A quarter takes part", "participation_rate", 0.25, TODAY, LATER.date(), "en"),)
        ),
        "events": (Event("bench", "Open bench", LATER, LATER, False, "en"),),
        "forewords": {"2026-06": {"en": Foreword("en", "A <good> month", "omar-haddad", a_text("<p>Own words.</p>"))}},
        **programme,
    }
    edition = an_edition(
        an_article(authors=(JANE,), category=a_category(), summary=a_text(plain="Why, and what it took.")),
        an_article(lang="fr", authors=(JANE,), title="Pourquoi"),
        an_article("second", authors=(OMAR,), title='Two & <b>"more"</b>'),
        an_article("may", authors=(OMAR,), date=datetime(2026, 5, 2, tzinfo=UTC)),
    )
    build = a_build(edition, programme=Programme(**given))
    build.recognize = partial(recognition, build)
    return build


def bulletin_of(build: Build, measures: Measures = UNMEASURED, month: str = "2026-06") -> dict[str, bytes]:
    """The files of a bulletin, by name."""
    return {file.save_as: file.data for file in report_files(build, measures, {}, period(month))}
