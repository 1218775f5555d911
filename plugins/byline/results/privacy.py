"""How many people did something, published so that no sum, difference or comparison speaks of fewer than `k`.

Three promises, for every number that ever leaves this module (`docs/results.md` says them for everybody):

1. At least `k` people of a group did it, and at least `k` did not. Where that is not so, the smallest places are put
   together until it is. What is hidden can be had from no total: a total is the sum of what is shown.
2. Any two numbers that were ever shown about the same people are equal, or differ by at least `k`. Whoever joins or
   leaves between two reports is one of at least `k`, whichever periods the reports are about.
3. Any two groups that were ever shown lie one in the other, or have nobody in common.

What was shown is known from a file (`shown`), not computed again: whoever leaves the programme leaves the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Atoms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many people there are somewhere, and how many of them did something: true, and never shown as such."""

    people: int
    active: int

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.people + other.people, self.active + other.active)

    def holds(self, k: int) -> bool:
        """Whether neither those who did nor those who did not are fewer than `k`."""
        return k <= self.active <= self.people - k


@dataclass(frozen=True, slots=True)
class Group:
    """Places that are shown as one, with the number of people there who did it, as it is shown."""

    atoms: Atoms
    people: int
    active: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What one report showed of one table: its groups. `period` is that of the report."""

    table: str
    period: str
    groups: tuple[Group, ...]


def published(counts: Mapping[str, Counted], period: str, past: Sequence[Shown], k: int) -> tuple[Group, ...]:
    """The groups to show, by their places, given all that was shown of this table before, the oldest first.

    The finest that keep the promises; none where none do.
    """
    for parts in _candidates(counts, past):
        if not all(_sum(part, counts).holds(k) for part in parts):
            continue
        groups = tuple(_group(part, counts, period, past, k) for part in parts)
        if groups and all(_kept(group, past, k) for group in groups) and _consistent(groups, past, k):
            return tuple(sorted(groups, key=lambda group: sorted(group.atoms)))
    return ()


def _candidates(counts: Mapping[str, Counted], past: Sequence[Shown]) -> list[tuple[Atoms, ...]]:
    """Places by themselves, as last shown, as ever shown; and each coarser, the smallest two as one. Finest first.

    Sizes alone decide what is put together, as everybody knows them. Were it those that cannot be shown, whoever knows
    this rule would know of two places that neither can be shown, and could tell from their sum what each is.
    """
    whole = frozenset(counts)
    alone = [frozenset([place]) for place in sorted(counts)]
    latest = [group.atoms & whole for one in past[-1:] for group in one.groups]
    ever = [group.atoms & whole for one in past for group in one.groups]
    begun = (alone, _joined([*alone, *latest]), _joined([*alone, *ever]))
    return sorted((parts for one in begun for parts in _coarser(one, counts)), key=len, reverse=True)


def _coarser(parts: Sequence[Atoms], counts: Mapping[str, Counted]) -> Iterator[tuple[Atoms, ...]]:
    """These parts, then the same with the smallest two as one, until all are one."""
    left = sorted(parts, key=lambda part: _size(part, counts))
    while left:
        yield tuple(left)
        merged = [left[0] | left[1]] if len(left) > 1 else []
        left = sorted([*merged, *left[2:]], key=lambda part: _size(part, counts))


def _size(part: Atoms, counts: Mapping[str, Counted]) -> tuple[int, list[str]]:
    return _sum(part, counts).people, sorted(part)


def _sum(part: Atoms, counts: Mapping[str, Counted]) -> Counted:
    return sum((counts[place] for place in part), Counted(0, 0))


def _joined(parts: Iterable[Atoms]) -> list[Atoms]:
    """The finest parts that hold each of these whole."""
    found: list[Atoms] = []
    for part in parts:
        touching = [one for one in found if one & part]
        found = [one for one in found if one not in touching] + [part.union(*touching)]
    return [part for part in found if part]


def _group(part: Atoms, counts: Mapping[str, Counted], period: str, past: Sequence[Shown], k: int) -> Group:
    """A part with the number to show: one that was shown before, unless `k` people or more make the difference."""
    true = _sum(part, counts)
    before = [(one.period, number) for one in past if (number := _number_in(one, part)) is not None]
    again = [number for of, number in before if of == period][-1:]
    known = sorted({number for _, number in before}, key=lambda number: (abs(number - true.active), number))
    near = (number for number in (*again, *(number for _, number in before[-1:]), *known))
    return Group(part, true.people, next((one for one in near if abs(one - true.active) < k), true.active))


def _number_in(shown: Shown, part: Atoms) -> int | None:
    """What a report said of exactly the people of a part, as far as they were there; None when it said nothing."""
    touching = [group for group in shown.groups if group.atoms & part]
    inside = bool(touching) and all(group.atoms <= part for group in touching)
    return sum(group.active for group in touching) if inside else None


def _kept(group: Group, past: Sequence[Shown], k: int) -> bool:
    """Promise 1 of the number that is shown, and promise 3."""
    nested = all(
        group.atoms <= other.atoms or other.atoms <= group.atoms or not group.atoms & other.atoms
        for one in past
        for other in one.groups
    )
    return nested and Counted(group.people, group.active).holds(k)


def _consistent(groups: Sequence[Group], past: Sequence[Shown], k: int) -> bool:
    """Promise 2, of the smallest sums that can be made of the same people now and then, and of the whole."""
    return all(difference == 0 or difference >= k for one in past for difference in _differences(groups, one.groups))


def _differences(now: Sequence[Group], then: Sequence[Group]) -> Iterator[int]:
    whole = frozenset[str]().union(*(group.atoms for group in (*now, *then)))
    for part in (*_joined(group.atoms for group in (*now, *then)), whole):
        sums = [sum(group.active for group in groups if group.atoms <= part) for groups in (now, then)]
        if all(any(group.atoms <= part for group in groups) for groups in (now, then)):
            yield abs(sums[0] - sums[1])
