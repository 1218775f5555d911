"""How a company shares: which channels, since when, and in which words people say that they work there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from ..channels import PLACE, WORD, Channel, known_channels
from ..settings import nearest, setting

PUBLIC = ("linkedin", "x", "facebook", "bluesky", "mastodon", "threads", "whatsapp", "email", "device")
KITS = (*PUBLIC[:-1], "teams", "slack", "qr", "device")
OFFER_PLACES = {"title", "body", "article"}

Standing = Literal["active", "alumni", "guest", "partner", "client", "rewarded"]


@dataclass(frozen=True)
class SharingSettings:
    """`BYLINE_SHARING`. Channels that are added follow the same rules as those that are shipped."""

    channels: tuple[str, ...] = setting(PUBLIC, "which channels an article offers its readers, in this order")
    kits: tuple[str, ...] = setting(KITS, "which channels colleagues find in the hub, in this order")
    add: tuple[Channel, ...] = setting(
        (),
        "channels of your own, shown after the others unless `channels` and `kits` name them; one with the id of a "
        "shipped channel replaces it",
    )
    periods: tuple[str, ...] = setting(
        ("1",),
        "names of the periods of personal links, the current one last. Add one every half year or so: nobody can then "
        "join a person's links across periods. Those before are still counted",
    )
    rewarded: bool = setting(
        False, "whether people get something for sharing: then every text begins by saying so, as the law asks"
    )
    disclosures: Mapping[str, Mapping[Standing, str]] = setting(
        dict,
        "your own words for how a sharer belongs to the company, by language: "
        '`{"en": {"active": "I work at {organisation}."}}`; also alumni, guest, partner, client, rewarded',
    )
    offer: str = setting(
        "",
        "the address under which colleagues offer their own words, with the places {title}, {body} and {article}: "
        "`https://github.com/you/blog/issues/new?title={title}&body={body}`, or `mailto:you@example.com?subject=...`",
    )

    def __post_init__(self) -> None:
        if wrong := [*self._unknown(), *self._unfit()]:
            raise ValueError("\n".join(wrong))

    def _unknown(self) -> Iterator[str]:
        known = known_channels(self.add)
        for id in dict.fromkeys((*self.channels, *self.kits)):
            if id not in known:
                meant = nearest(id, known)
                hint = f"Did you mean {meant!r}?" if meant else f"Known: {', '.join(sorted(known))}"
                yield f"no channel {id!r}. {hint}"

    def _unfit(self) -> Iterator[str]:
        if not self.periods or not all(map(WORD.fullmatch, self.periods)) or len({*self.periods}) < len(self.periods):
            yield "periods must be one or more different words of lower-case letters, digits, - and _"
        if self.offer and not self.offer.startswith(("https://", "mailto:")):
            yield "offer must begin with https:// or mailto:"
        if {*PLACE.findall(self.offer)} - OFFER_PLACES:
            yield f"offer may hold {', '.join(f'{{{name}}}' for name in sorted(OFFER_PLACES))} and no other place"
        for lang, lines in self.disclosures.items():
            for standing, line in lines.items():
                if not _formats(line):
                    yield f"disclosures: {lang}: {standing} may hold the place {{organisation}} and no other braces"

    def public(self) -> tuple[Channel, ...]:
        """What pages show readers, in order: those that are named, then those that were only added."""
        return self._chosen(self.channels)

    def for_kits(self) -> tuple[Channel, ...]:
        """What the hub shows colleagues, in order."""
        return self._chosen(self.kits)

    def _chosen(self, named: tuple[str, ...]) -> tuple[Channel, ...]:
        known = known_channels(self.add)
        elsewhere = {*self.channels, *self.kits}
        only_added = (channel.id for channel in self.add if channel.id not in elsewhere)
        return tuple(known[id] for id in dict.fromkeys((*named, *only_added)))


def _formats(line: str) -> bool:
    try:
        return {name for _, name, _, _ in Formatter().parse(line) if name is not None} <= {"organisation"}
    except ValueError:
        return False
