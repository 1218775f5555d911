"""How many people take part: counted truly, shown as `privacy` allows, remembered for the next report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..activities import Activity
from ..model import Department, Programme
from .memory import Memory
from .privacy import Counted, Group, Shown, published

# Each of these speaks of people of the next: their differences are people too.
CHAIN = ("participation", "activated", "enrolled")


@dataclass(frozen=True)
class Crowd:
    """The people of a programme, for reports: whoever asks gets numbers that may be shown, and that are remembered."""

    programme: Programme
    acts: Sequence[Activity]
    today: date
    memory: Memory

    @property
    def k(self) -> int:
        """The smallest group."""
        return self.programme.governance.smallest_group

    @property
    def allowed(self) -> bool:
        """Whether the company agreed on counting what people do."""
        return self.programme.governance.allows("statistics")

    def participation(self, first: date, last: date) -> tuple[Group, ...]:
        """By department: people who contributed between two days, of all who work there."""
        acting = {one.person for one in self.acts if first <= one.day <= last}
        counts = {
            one.id: Counted(_headcount(one, min(last, self.today)), self._working(one, acting))
            for one in self.programme.departments.values()
        }
        counts = {place: count for place, count in counts.items() if count.people}
        return self._shown("participation", f"{first.isoformat()}/{last.isoformat()}", counts)

    def adoption(self, last: date) -> Fraction | None:
        """The part of all who work here that is enrolled on a day."""
        enrolled = self._enrolled(last)
        people = self.people(last)
        return Fraction(enrolled, people) if enrolled else None

    def activation(self, last: date) -> Fraction | None:
        """The part of the enrolled that ever contributed, until a day."""
        there = {one.id for one in self.programme.people.values() if one.active(min(last, self.today))}
        acting = {one.person for one in self.acts if one.day <= last} & there
        enrolled = self._enrolled(last)
        activated = self._whole("activated", last, Counted(len(there), len(acting))) if enrolled else None
        return Fraction(activated, enrolled) if activated and enrolled else None

    def people(self, last: date) -> int:
        """Everybody who works here, by the departments' headcounts."""
        return sum(_headcount(one, min(last, self.today)) for one in self.programme.departments.values())

    def _enrolled(self, last: date) -> int | None:
        there = sum(one.active(min(last, self.today)) for one in self.programme.people.values())
        return self._whole("enrolled", last, Counted(self.people(last), there))

    def _working(self, department: Department, acting: Iterable[str]) -> int:
        people = (self.programme.people.get(id) for id in acting)
        return sum(one is not None and one.department == department.id for one in people)

    def _whole(self, table: str, last: date, count: Counted) -> int | None:
        groups = self._shown(table, last.isoformat(), {"all": count})
        return groups[0].active if groups else None

    def _shown(self, table: str, period: str, counts: Mapping[str, Counted]) -> tuple[Group, ...]:
        """The groups of a table as they may be shown; none while nothing was agreed on."""
        if not self.allowed:
            return ()
        groups = published(counts, period, self.memory.of(table), self.k)
        if not groups or not self._apart(table, sum(group.active for group in groups)):
            return ()
        self.memory.add(Shown(table, period, groups))
        return groups

    def _apart(self, table: str, number: int) -> bool:
        """Whether a number is at least `k` away from every other that speaks of the same people, or of some of them."""
        others = (one for name in CHAIN if name != table for one in self.memory.of(name))
        return all(abs(sum(group.active for group in one.groups) - number) >= self.k for one in others)


def _headcount(department: Department, day: date) -> int:
    """The number that holds on a day: the last one before it."""
    held = [number for since, number in sorted(department.headcount.items()) if since <= day]
    return held[-1] if held else 0
