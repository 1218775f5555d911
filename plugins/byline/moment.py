"""The moment of a build, which knows until when everything that was asked of it would be answered in the same way."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import Any


class Moment(datetime):
    """A moment that remembers what it was held against: `until` is the first at which an answer could differ.

    Who asks for its day is told the same until midnight; who compares it, until what it was compared with; whoever asks
    for more, such as the minute, may be told something else at any other moment.
    """

    _plain: datetime
    _noted: list[datetime]
    _shift: timedelta

    @classmethod
    def of(cls, moment: datetime) -> Moment:
        """The same moment, of which nothing was asked yet."""
        return cls._like(moment, [], timedelta())

    @classmethod
    def _like(cls, moment: datetime, noted: list[datetime], shift: timedelta) -> Moment:
        parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond)
        made = cls(*parts, tzinfo=moment.tzinfo, fold=moment.fold)
        made._plain = datetime(*parts, tzinfo=moment.tzinfo, fold=moment.fold)
        made._noted, made._shift = noted, shift
        return made

    @property
    def until(self) -> datetime | None:
        """The first later moment at which something would be answered otherwise; None where there is none."""
        return min(self._noted, default=None)

    def plain(self) -> datetime:
        """The moment without its memory; nothing that is asked of it counts."""
        return self._plain

    def _note(self, other: Any) -> None:
        if isinstance(other, datetime):
            plain = other.plain() if isinstance(other, Moment) else other
            if plain >= self._plain:
                self._noted.append(plain - self._shift)

    def __lt__(self, other: Any) -> bool:
        self._note(other)
        return super().__lt__(other)

    def __le__(self, other: Any) -> bool:
        self._note(other)
        return super().__le__(other)

    def __gt__(self, other: Any) -> bool:
        self._note(other)
        return super().__gt__(other)

    def __ge__(self, other: Any) -> bool:
        self._note(other)
        return super().__ge__(other)

    def date(self) -> date:
        """Its day."""
        day = self.plain().date()
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.tzinfo) + timedelta(days=1)
        self._noted.append(midnight - self._shift)
        return day

    @property
    def year(self) -> int:
        """Of its day."""
        return self.date().year

    @property
    def month(self) -> int:
        """Of its day."""
        return self.date().month

    @property
    def day(self) -> int:
        """Of its day."""
        return self.date().day

    def weekday(self) -> int:
        """Of its day."""
        return self.date().weekday()

    def isocalendar(self) -> Any:
        """Of its day."""
        return self.date().isocalendar()

    def toordinal(self) -> int:
        """Of its day."""
        return self.date().toordinal()

    def astimezone(self, tz: tzinfo | None = None) -> Moment:
        """The same moment, and memory, in another time zone."""
        return self._like(self.plain().astimezone(tz), self._noted, self._shift)

    def __eq__(self, other: object) -> bool:
        self._note(other)
        return super().__eq__(other)

    __hash__ = datetime.__hash__

    def __add__(self, other: timedelta) -> Moment:
        return self._like(self.plain() + other, self._noted, self._shift + other)

    __radd__ = __add__

    def __rsub__(self, other: datetime) -> timedelta:
        return other - self._told()

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        return self._told() - other

    def _told(self) -> datetime:
        """The moment for somebody who wants to know it exactly."""
        self._noted.append(self.plain() - self._shift)
        return self.plain()

    @property
    def hour(self) -> int:
        """Asks for all of it."""
        return self._told().hour

    @property
    def minute(self) -> int:
        """Asks for all of it."""
        return self._told().minute

    @property
    def second(self) -> int:
        """Asks for all of it."""
        return self._told().second

    def isoformat(self, *given: Any, **named: Any) -> str:
        """All of it."""
        return self._told().isoformat(*given, **named)

    def timestamp(self) -> float:
        """All of it."""
        return self._told().timestamp()

    def strftime(self, format: str) -> str:
        """All of it."""
        return self._told().strftime(format)

    def timetuple(self) -> Any:
        """All of it."""
        return self._told().timetuple()

    def time(self) -> Any:
        """All of it."""
        return self._told().time()

    def replace(self, *given: Any, **named: Any) -> Any:
        """All of it."""
        return self._told().replace(*given, **named)
