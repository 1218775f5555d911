"""Rules about links within the site that work, and yet should be others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules import Spot, rule
from .site import Whole

_UTM = re.compile(r"[?&](utm_\w+|mtm_\w+|gclid|fbclid)=")


@rule("utm-inside", "warning", "Take away everything from the question mark on.")
def own_links_are_plain(site: Whole) -> Iterator[Spot]:
    """UTM on a link within the site starts a new visit: it hides where the reader really came from, and counts twice.

    So does what analytics tools of other makers add to links.
    """
    for path, leads in site.leads.items():
        for written, line, _ in leads:
            if match := _UTM.search(written):
                yield Spot(line, f"{written} carries {match[1]}, but leads to this site", path=path)


@rule(
    "link-to-old-address",
    "advice",
    "Write the new address, or name the text's file: ../why-we-moved/index.md",
)
def links_lead_straight(site: Whole) -> Iterator[Spot]:
    """A link to an old address works, a little slower, until somebody takes the alias away."""
    for path, leads in site.leads.items():
        for written, line, address in leads:
            new = site.redirects.get(address) or site.redirects.get(address.rstrip("/") + "/")
            if new:
                yield Spot(line, f"{written} is an old address of {new}", path=path)
