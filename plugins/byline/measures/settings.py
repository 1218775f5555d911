"""Where numbers come from: `BYLINE_MEASURES`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..model import Measuring
from ..settings import setting

OWN_PATH = re.compile(r"/(?!/)[\w./~-]{1,200}", re.ASCII)
SITE = re.compile(r"[\w.-]{1,100}", re.ASCII)


@dataclass(frozen=True)
class MeasuresSettings:
    """`BYLINE_MEASURES`. With `first-party`, pages load one script, from the site's own host and no other."""

    source: Literal["none", "logs", "first-party"] = setting(
        "none",
        "where numbers come from: `logs` of the server, `first-party` for a Matomo or Plausible of your own under the "
        "site's own host, or `none`, and then reports say that nothing was measured",
    )
    tool: Literal["", "plausible", "matomo"] = setting("", "which tool it is, with `first-party`")
    script: str = setting(
        "",
        "where the tool's script stands on the site's own host: `/js/script.js` (Plausible), `/matomo/matomo.js`",
    )
    endpoint: str = setting(
        "",
        "where it sends what it counts, on the same host: `/api/event` (Plausible), `/matomo/matomo.php`",
    )
    site: str = setting("", "how the tool calls this site: its domain (Plausible) or number (Matomo)")

    def __post_init__(self) -> None:
        if wrong := [*self._wrong()]:
            raise ValueError("\n".join(wrong))

    def _wrong(self) -> Iterator[str]:
        if self.source != "first-party":
            for name in ("tool", "script", "endpoint", "site"):
                if getattr(self, name):
                    yield f"{name} goes with source 'first-party', and source is {self.source!r}: take one of them out"
            return
        if not self.tool:
            yield "source 'first-party' needs tool: plausible or matomo"
        for name in ("script", "endpoint"):
            if not OWN_PATH.fullmatch(getattr(self, name)):
                yield f"{name} must be a path on this site's own host, such as /matomo/matomo.js: pages load no other"
        if not SITE.fullmatch(self.site):
            yield "site must be the tool's name for this site: its domain, or a number"


def measuring(settings: MeasuresSettings) -> Measuring | None:
    """What pages load to be counted; None where nothing counts them but, perhaps, the server's log."""
    if settings.source != "first-party":
        return None
    return Measuring(settings.tool, settings.script, settings.endpoint, settings.site)
