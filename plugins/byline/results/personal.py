"""What came by personal links: all together, month by month, where enough people's links brought somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

from ..model import Governance, Visit
from .figures import Figures, figures_of
from .memory import Memory
from .privacy import Counted, Group, Shown

TABLE = "personal"


@dataclass(frozen=True)
class PersonalMonth:
    """What came by the personal links of all who chose to be measured, in one month; `shares` are links that brought
    somebody.
    """

    month: str
    shares: int
    figures: Figures


@dataclass(frozen=True)
class Links:
    """The personal links of those who are measured: `whose` has the person of each token, `measured` their number."""

    visits: Sequence[Visit]
    whose: Mapping[str, str]
    measured: int
    governance: Governance
    today: date
    memory: Memory

    def months(self, first: date, last: date) -> tuple[PersonalMonth, ...]:
        """The months that lie between two days whole, are over, and may be shown.

        A month that is not over would differ from itself tomorrow by what one person shared today.
        """
        names = sorted({f"{one.day:%Y-%m}" for one in self.visits if one.content in self.whose})
        over = (name for name in names if first <= _first(name) and _last(name) <= min(last, self.today - timedelta(1)))
        return tuple(month for name in over if (month := self._month(name)))

    def _month(self, month: str) -> PersonalMonth | None:
        mine = [one for one in self.visits if one.content in self.whose and f"{one.day:%Y-%m}" == month and one.visits]
        people = len({self.whose[one.content] for one in mine})
        shares = len({(one.content, one.article, one.channel) for one in mine})
        now = PersonalMonth(month, shares, sum(map(figures_of, mine), Figures()))
        count = Counted(max(self.measured, people), people)
        before = self.memory.of(TABLE, month)
        k = self.governance.smallest_group
        if before and abs(before[-1].groups[0].active - people) < k:
            return self._again(month)  # what a later import adds could be what one person brought
        if not self.governance.allows("measured") or not count.holds(k):
            return None
        for shown in _shown(now, count):
            self.memory.add(shown)
        return now

    def _again(self, month: str) -> PersonalMonth:
        """A month as it was shown."""
        known = {one.table: one.groups[0].active for one in self.memory.past if one.period == month}
        known |= {one.table: one.groups[0].active for one in self.memory.new if one.period == month}
        readers, engaged, conversions = (known.get(f"{TABLE}-{name}") for name in ("readers", "engaged", "conversions"))
        figures = Figures(known[f"{TABLE}-visits"], readers, engaged, conversions)
        return PersonalMonth(month, known[f"{TABLE}-shares"], figures)


def _shown(month: PersonalMonth, count: Counted) -> Iterator[Shown]:
    numbers = {"shares": month.shares} | {one.name: getattr(month.figures, one.name) for one in fields(Figures)}
    for name, number in {"": count.active, **numbers}.items():
        if number is not None:
            groups = (Group(frozenset({"all"}), count.people, number),)
            yield Shown(f"{TABLE}-{name}".rstrip("-"), month.month, groups)


def together(months: Iterable[PersonalMonth]) -> PersonalMonth | None:
    """All months as one; None where there are none."""
    found = tuple(months)
    figures = sum((one.figures for one in found), Figures())
    return PersonalMonth("", sum(one.shares for one in found), figures) if found else None


def _first(name: str) -> date:
    return date(int(name[:4]), int(name[5:]), 1)


def _last(name: str) -> date:
    return (_first(name) + timedelta(31)).replace(day=1) - timedelta(1)
