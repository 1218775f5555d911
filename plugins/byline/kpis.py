"""The KPIs by name: what an objective may be about. `docs/results.md` has their formulas, `results` computes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Source = Literal["public", "measured", "people", "declared"]


@dataclass(frozen=True)
class Kpi:
    """Something that is counted.

    source       public: anybody can count it on the site; measured: tools counted it; people: how many people did
                 something, never who, and never fewer than the smallest group; declared: somebody says so
    rate         whether it is a fraction from 0 to 1
    of_campaign  whether it can be told for one campaign
    """

    id: str
    source: Source
    rate: bool = False
    of_campaign: bool = False


KPIS: Mapping[str, Kpi] = {
    one.id: one
    for one in (
        Kpi("articles", "public", of_campaign=True),
        Kpi("authors", "public", of_campaign=True),
        Kpi("new_authors", "public"),
        Kpi("languages", "public", of_campaign=True),
        Kpi("categories", "public", of_campaign=True),
        Kpi("needs", "public", of_campaign=True),
        Kpi("visits", "measured", of_campaign=True),
        Kpi("readers", "measured", of_campaign=True),
        Kpi("engaged_visits", "measured", of_campaign=True),
        Kpi("engagement_rate", "measured", rate=True, of_campaign=True),
        Kpi("conversions", "measured", of_campaign=True),
        Kpi("conversion_rate", "measured", rate=True, of_campaign=True),
        Kpi("attributed_visits", "people"),
        Kpi("visits_per_share", "people"),
        Kpi("adoption_rate", "people", rate=True),
        Kpi("activation_rate", "people", rate=True),
        Kpi("participation_rate", "people", rate=True),
        Kpi("applications", "declared", of_campaign=True),
        Kpi("leads", "declared", of_campaign=True),
        Kpi("invitations", "declared", of_campaign=True),
    )
}
OUTCOMES = ("applications", "leads", "invitations")
# What networks and people say of themselves: shown under that name, and never in one sum with what was measured.
REACH = ("reach", "likes")
