"""What browsers are told: which edition of the site is out, and what is wrong with the texts since."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from threading import Condition

from .building import Outcome

RETRY = 500  # milliseconds after which a browser asks again for a server that ended


@dataclass(frozen=True)
class News:
    """`edition` grows with every build that changed something; `faults` are what keeps the next one from coming out."""

    edition: int
    faults: tuple[str, ...] = ()

    def after(self, outcome: Outcome) -> News:
        """The news when a build has ended."""
        return replace(self, edition=self.edition + bool(outcome.changed), faults=outcome.faults)

    def event(self) -> bytes:
        """As a server-sent event (HTML Living Standard, 9.2.6)."""
        return f"retry: {RETRY}\ndata: {json.dumps(asdict(self))}\n\n".encode()


class Board:
    """Where the news are posted, and any number of readers wait for them."""

    def __init__(self) -> None:
        # By the clock, so that pages of an earlier server, which a browser still shows, are older than all of ours.
        self.news = News(time.time_ns() // 1_000_000)
        self._posted = Condition()

    def post(self, outcome: Outcome) -> None:
        """Tell everybody what came of a build."""
        with self._posted:
            self.news = self.news.after(outcome)
            self._posted.notify_all()

    def wait(self, known: News | None, seconds: float) -> News:
        """The news as soon as they differ from what is known; what is known when that takes longer."""
        with self._posted:
            self._posted.wait_for(lambda: self.news != known, seconds)
            return self.news
