"""The charts of a page, in its language. Each has its table beside it, in the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..chart_svg import svg
from ..charts import COLORS, Bar, Series, bars, columns, grid
from ..model import Category
from ..words import Words
from .overview import Compared, Results
from .wording import Wording


@dataclass(frozen=True)
class Drawing:
    """Draws what a page asks for; titles and descriptions come from its template. `labels`: channels by id."""

    results: Results
    words: Words
    labels: Mapping[str, str]

    @property
    def wording(self) -> Wording:
        return Wording(self.words)

    def kinds(self, none: str, others: str) -> list[tuple[str, tuple[int, ...]]]:
        """Categories and their articles month by month; of more than can be told apart, the rest as one."""
        named = [(self._named(category, none), values) for category, values in self.results.written]
        if len(named) <= COLORS:
            return named
        rest = [values for _, values in named[COLORS - 1 :]]
        return [*named[: COLORS - 1], (others, tuple(map(sum, zip(*rest, strict=True))))]

    def _named(self, category: Category | None, none: str) -> str:
        return category.named(self.words.lang) if category else none

    def written(self, title: str, about: str, kinds: Sequence[tuple[str, tuple[int, ...]]]) -> Markup:
        """Articles per month, by category."""
        return self._columns("written", title, about, kinds)

    def signed(self, title: str, about: str, names: tuple[str, str]) -> Markup:
        """Who signs per month: those who signed before, and on top those who are new."""
        new, back = (tuple(pair[one] for pair in self.results.signed) for one in (0, 1))
        return self._columns("signed", title, about, ((names[0], back), (names[1], new)))

    def _columns(self, id: str, title: str, about: str, kinds: Sequence[tuple[str, tuple[int, ...]]]) -> Markup:
        along = self.wording.short_months(self.results.months)
        return svg(columns(title, about, along, [Series(*kind) for kind in kinds]), id)

    def needs(self, title: str, about: str, names: Sequence[str], none: str) -> Markup:
        """Which category answers which need, with the holes."""
        rows = [(self._named(category, none), values) for category, values in self.results.needs]
        return svg(grid(title, about, rows, names), "needs")

    def brought(self, title: str, about: str, rows: Sequence[tuple[str, int]]) -> Markup:
        """Visits by channel."""
        shown = [Bar(name, number, self.words.number(number)) for name, number in rows]
        return svg(bars(title, about, shown), "brought")

    def participation(self, title: str, about: str, names: Sequence[str]) -> Markup:
        """How many contributed, of all who work in a department."""
        rows = zip(names, self.results.participation, strict=True)
        shown = [Bar(name, one.active / one.people, f"{one.active} / {one.people}") for name, one in rows]
        return svg(bars(title, about, shown, most=1), "participation")

    def objectives(self, title: str, about: str) -> Markup:
        """How much of each target is there."""
        return svg(bars(title, about, [self._bar(one) for one in self.results.objectives]), "objectives")

    def _bar(self, one: Compared) -> Bar:
        kpi = one.objective.kpi
        told, wanted = self.wording.value(kpi, one.value), self.wording.wanted(kpi, one.objective.target)
        shown = f"{told} / {wanted}"
        return Bar(one.objective.named(self.words.lang), min(1.5, float(one.reached or 0)), shown, aim=1)
