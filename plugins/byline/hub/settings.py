"""What a site may set about its hub: `BYLINE_HUB`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ..settings import setting


@dataclass(frozen=True)
class HubSettings:
    """`BYLINE_HUB`."""

    offered: Annotated[int, Field(ge=1, le=10_000)] = setting(
        200, "how many articles one can look through, the newest; what is to share now is always among them"
    )
    personal: Annotated[int, Field(ge=1, le=100)] = setting(
        12, "how many articles a personal file holds at the most, each with its card"
    )
