"""A programme in memory: people who chose to be measured, their links, and what tools counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from builders import an_article, an_author, an_edition
from built import a_build
from byline.build import Build
from byline.model import Aims, Ambassador, Department, Edition, Governance, Measures, OptIn, Programme, Visit
from byline.tokens import Meaning

MAY = date(2026, 5, 4)
NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
AGREED = Governance(
    consulted=date(2026, 1, 1), key_holder="IT", recipients=("comms",), retention_months=13,
    basis={"measured": "consent", "statistics": "legitimate-interest"},
)  # fmt: skip


def a_person(id: str, department: str = "desk", **fields: Any) -> Ambassador:
    chosen = OptIn(measured=date(2026, 1, 2))
    return Ambassador(
        **{"id": id, "name": id, "department": department, "enrolled": date(2026, 1, 2), "opt_in": chosen, **fields}
    )


def a_programme(people: Iterable[Ambassador], governance: Governance = AGREED, **headcounts: int) -> Programme:
    """`a_programme(people, desk=40)`."""
    departments = {
        id: Department(id, id.title(), {date(2026, 1, 1): n}) for id, n in (headcounts or {"desk": 40}).items()
    }
    return Programme(people={one.id: one for one in people}, departments=departments, governance=governance)


def token(person: str) -> str:
    """A code of ten letters, as links of measured people have it."""
    return (person.replace("-", "") + "aaaaaaaaaa")[:10]


def by_link(person: str, visits: int = 3, day: date = MAY, article: str = "why-we-moved") -> Visit:
    return Visit(day, article, "linkedin", "", token(person), visits, visits, visits, 0, "plausible")


def by_readers(visits: int = 10, day: date = MAY, **fields: Any) -> Visit:
    given = {"article": "why-we-moved", "channel": "linkedin", "content": "reader", "readers": visits, "engaged": 4}
    return Visit(**{**given, "day": day, "visits": visits, "conversions": 1, "tool": "plausible", **fields})


def measured(*visits: Visit) -> Measures:
    """Everything from March to the middle of June was measured."""
    days = (date(2026, 3, 1) + timedelta(number) for number in range(106))
    return Measures(
        visits=visits, days=dict.fromkeys(days, ("plausible",)), attributed=sum(one.visits for one in visits)
    )


def owners(people: Iterable[str]) -> Mapping[str, Meaning]:
    return {token(person): Meaning(person, "why-we-moved", "linkedin", "p1") for person in people}


def a_results_build(programme: Programme, edition: Edition | None = None, **fields: Any) -> Build:
    signed = tuple(an_author(id) for id in ("jane-doe", "omar-haddad"))
    edition = edition or an_edition(an_article("why-we-moved", authors=signed, date=datetime(2026, 5, 2, tzinfo=UTC)))
    return a_build(edition, programme=programme, now=NOW, **fields)


def with_aims(programme: Programme, aims: Aims) -> Programme:
    return replace(programme, aims=aims)
