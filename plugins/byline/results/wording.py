"""Figures in words: as a page shows them, in its language. What is not known is said, never shown as zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from ..kpis import KPIS
from ..words import Words
from .values import Value

# Each is in a template too, so that catalogs know it.
WHY = {
    "not-measured": "not measured",
    "not-told": "not told",
    "nobody": "nothing yet",
    "few": "too few people",
    "off": "not agreed on",
}


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    words: Words

    def value(self, kpi: str, value: Value) -> str:
        """A KPI, or why there is none."""
        if value.number is None:
            return self.words.say(WHY[value.why])
        return self.percent(value.number) if KPIS[kpi].rate else self.amount(value.number)

    def wanted(self, kpi: str, target: float) -> str:
        """A target as its KPI is shown."""
        return self.value(kpi, Value(Fraction(target).limit_denominator(10**6)))

    def told(self, number: int | Fraction | None) -> str:
        """A number that a tool may not say."""
        return self.words.say(WHY["not-told"]) if number is None else self.amount(Fraction(number))

    def amount(self, number: Fraction | float) -> str:
        """A number with at most one decimal."""
        return str(format_decimal(round(float(number), 1), locale=self.words.locale))

    def percent(self, number: Fraction) -> str:
        """A part of 1 in percent, with a decimal below ten."""
        pattern = str(self.words.locale.percent_formats[None].pattern)
        fine = pattern.replace("#,##0", "#,##0.#") if abs(number) < Fraction(1, 10) else pattern
        return str(format_percent(float(number), format=fine, locale=self.words.locale))

    def share(self, part: int, whole: int) -> str:
        """A part of a whole in percent."""
        return self.percent(Fraction(part, whole)) if whole else self.words.say(WHY["nobody"])

    def month(self, name: str) -> str:
        """`2026-06` as people say it."""
        return str(format_date(_first(name), "LLLL y", locale=self.words.locale))

    def short_months(self, names: tuple[str, ...]) -> list[str]:
        """Months as an axis names them, with the year below the first and each January."""
        found = []
        for place, name in enumerate(names):
            said = format_date(_first(name), "LLL", locale=self.words.locale)
            found.append(f"{said}\n{name[:4]}" if place == 0 or name.endswith("-01") else said)
        return found


def _first(name: str) -> date:
    return date(int(name[:4]), int(name[5:]), 1)
