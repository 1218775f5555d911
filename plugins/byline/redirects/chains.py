"""Rules about old addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..rules import Spot, rule


@rule("alias-chain", "advice", "Let it lead to the last address at once, so that nobody has to follow the others.")
def chains_are_short(source: str, steps: Mapping[str, str]) -> Iterator[Spot]:
    """An old address that leads to another old address. Byline sends readers to the end of the chain, but whoever takes
    one of its links away breaks all that lead through it. (`BYLINE_REDIRECTS`, and `aliases` of texts)
    """
    for old, new in steps.items():
        if new in steps:
            yield Spot(1, f"{old} leads to {new}, which leads to {steps[new]}", path=source)
