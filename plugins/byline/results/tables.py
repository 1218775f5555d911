"""The tables beside the charts: rows of a page's language, with every number that a chart only draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..words import Words, unless
from .figures import Figures
from .overview import Results
from .personal import together
from .wording import Wording

Kinds = Sequence[tuple[str, tuple[int, ...]]]
Named = list[tuple[str, Figures]]
TOOLS = {"plausible": "Plausible", "matomo": "Matomo", "ga4": "Google Analytics", "log": "log"}


@dataclass(frozen=True)
class Tables:
    """Rows for the tables of a page. `labels`: channels by id."""

    results: Results
    words: Words
    labels: Mapping[str, str]

    @property
    def said(self) -> Wording:
        return Wording(self.words)

    def label(self, channel: str) -> str:
        """A channel's name; its id when it is none of ours any more."""
        return self.labels.get(channel, channel)

    def written(self, kinds: Kinds) -> list[list[str]]:
        """Articles of each kind in each month in which there was one, and all of them together."""
        per_month = zip(self.results.months, *(values for _, values in kinds), strict=True)
        return [[self.said.month(month), *self._counts((*numbers, sum(numbers)))] for month, *numbers in per_month]

    def sums(self, kinds: Kinds) -> list[str]:
        """Articles of each kind in all these months, and all of them together."""
        sums = [sum(values) for _, values in kinds]
        return self._counts((*sums, sum(sums)))

    def signed(self) -> list[list[str]]:
        """Per month, who signed before, who is new, and both together."""
        per_month = zip(self.results.months, self.results.signed, strict=True)
        return [[self.said.month(month), *self._counts((back, new, back + new))] for month, (new, back) in per_month]

    def needs(self, none: str) -> list[list[str]]:
        """Articles per category and need."""
        named = (
            (category.named(self.words.lang) if category else none, values) for category, values in self.results.needs
        )
        return [[name, *self._counts(values)] for name, values in named]

    def _counts(self, numbers: Iterable[int]) -> list[str]:
        return [self.words.number(number) for number in numbers]

    # --- visits -------------------------------------------------------------------------------------------------------

    def figures(self, named: Named) -> list[list[str]]:
        """What tools told of each: visits, readers, engaged visits, conversions."""
        return [[name, *self._told(one)] for name, one in named]

    def _told(self, one: Figures) -> list[str]:
        return [self.said.told(number) for number in (one.visits, one.readers, one.engaged, one.conversions)]

    def channels(self, direct: str, personal: str) -> Named:
        """Per channel, the one with most visits first; then by no share link, and by personal links."""
        found = [(self.label(id), one) for id, one in self.results.channels.items() if id]
        found.sort(key=lambda one: (-one[1].visits, one[0]))
        months = together(self.results.personal)
        found += [(personal, months.figures)] if months else []
        return found + ([(direct, self.results.channels[""])] if "" in self.results.channels else [])

    def bars(self, named: Named) -> list[tuple[str, int]]:
        """Names and visits alone."""
        return [(name, one.visits) for name, one in named]

    def categories(self, none: str) -> Named:
        """Per category, in order of name."""
        names = {category.slug: category.named(self.words.lang) for category, _ in self.results.needs if category}
        return sorted((names.get(slug, slug) or none, one) for slug, one in self.results.categories.items())

    def by_need(self, names: Mapping[str, str]) -> Named:
        """Per need, in the order in which they are named."""
        return [(name, self.results.by_need[need]) for need, name in names.items() if need in self.results.by_need]

    def articles(self) -> list[list[str]]:
        """Per article, the newest first."""
        lang = self.words.lang
        titles = {
            a.id: Markup("<span{}>{}</span>").format(unless(a.lang, lang), a.title) for a, _ in self.results.articles
        }
        return [[titles[a.id], self.words.date(a.date), *self._told(one)] for a, one in self.results.articles]

    def placed(self) -> int:
        """Visits by links that we gave out, as far as they may be shown."""
        months = together(self.results.personal)
        return sum(one.visits for id, one in self.results.channels.items() if id) + (
            months.figures.visits if months else 0
        )

    def direct(self) -> int:
        """Visits of articles by no share link."""
        return self.results.channels[""].visits if "" in self.results.channels else 0

    def personal_months(self) -> list[str]:
        """The months in which enough people shared."""
        return [self.said.month(one.month) for one in self.results.personal]

    def tools(self) -> list[str]:
        """What told of these days."""
        days = self.results.measures.days
        told = {tool for day, tools in days.items() if day in self.results.covered for tool in tools}
        return [TOOLS.get(tool, tool) for tool in sorted(told)]

    # --- people -------------------------------------------------------------------------------------------------------

    def groups(self) -> list[str]:
        """Departments by name, those that are shown as one together."""
        names = self.results.departments
        return [self.words.names(sorted(names.get(id, id) for id in one.atoms)) for one in self.results.participation]

    def participation(self, groups: Sequence[str]) -> list[list[str]]:
        """Per department: contributed, work there, and the part."""
        shown = zip(groups, self.results.participation, strict=True)
        return [[name, *self._part(one.active, one.people)] for name, one in shown]

    def everybody(self, name: str) -> list[str]:
        """All departments that are shown: the sum of the lines above."""
        groups = self.results.participation
        return [name, *self._part(sum(one.active for one in groups), sum(one.people for one in groups))]

    def _part(self, active: int, people: int) -> list[str]:
        return [*self._counts((active, people)), self.said.share(active, people)]
