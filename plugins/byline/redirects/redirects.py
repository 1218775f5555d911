"""Old addresses and where they lead: `aliases` of texts, and what the whole site moved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from ..model import Edition, Finding
from ..settings import setting
from .chains import chains_are_short

PATH = re.compile(r'(/(?!\.)[^/\x00-\x1f\x7f\\:?#*"<>|%]+)+/?')
FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
# What other rooms, or the press, print after this one was asked.
MADE_LATER = ("/favicon.ico", "/manifest.webmanifest", "/sitemap.xml", "/robots.txt", "/_headers", "/_redirects")
OURS = ("/cards/", "/icons/", "/images/", "/pagefind/", "/theme/")
SETTINGS = "../pelicanconf.py"  # findings stand in the content folder, and this file beside it


@dataclass(frozen=True)
class RedirectSettings:
    """`BYLINE_REDIRECTS`."""

    moved: Mapping[str, str] = setting(
        dict,
        'old address to new one, for what is no article: `{"/rss/": "/feed.xml"}`. An article names its '
        "own old addresses in `aliases`",
    )

    def __post_init__(self) -> None:
        steps = {old_address(old): new for old, new in self.moved.items()}
        for old, new in steps.items():
            if not new.startswith("/"):
                raise ValueError(f"{old} leads to {new!r}; write an address on this site, with a leading slash")
        for start in steps:
            end, seen = start, set[str]()
            while end in steps and end not in seen:
                seen.add(end)
                end = slashed(steps[end])
            if end in seen:
                raise ValueError(f"{start} leads back to itself; let it lead to a page")


@dataclass(frozen=True)
class Claim:
    """Somebody says that an address was theirs: the file that says so, the address as written, where it leads now."""

    source: str
    alias: str
    target: str


def redirects(
    edition: Edition,
    taken: Collection[str] = (),
    moved: Mapping[str, str] | None = None,
    claims: Mapping[str, str] | None = None,
) -> tuple[dict[str, str], list[Finding]]:
    """Old address to final address, by old address, and what is wrong with the claims.

    `taken` are addresses of other pages and files of the site. `claims` are those of texts of every state: nothing may
    begin to fail on the day on which a scheduled article goes live. An old address always leads to the end of a chain.
    """
    said = [*_aliases(edition), *(Claim(SETTINGS, old, new) for old, new in sorted((moved or {}).items()))]
    owners = _owners(edition, taken, claims or {}) if said else {}
    accepted: dict[str, Claim] = {}
    findings = []
    for claim in said:
        try:
            old = _free(claim, owners, accepted)
            accepted.setdefault(_alike(old), replace(claim, alias=old))
        except Refused as refused:
            findings.append(Finding(claim.source, 1, *refused.args))
    targets = {claim.alias: claim.target for claim in accepted.values()}
    findings += chains_are_short.findings(SETTINGS, SETTINGS, {old: slashed(new) for old, new in targets.items()})
    return {old: _end(targets[old], targets) for old in sorted(targets)}, findings


class Refused(ValueError):
    """A claim that cannot stand: the finding's name and message."""


def _owners(edition: Edition, taken: Collection[str], claims: Mapping[str, str]) -> dict[str, str]:
    """Whose each address is: a text's file, or in a few words another page's."""
    owners = {_alike(address): "another page of this site" for address in (*taken, *MADE_LATER)}
    owners |= {_alike(text.address): text.source for text in sorted(edition.records, key=lambda text: text.source)}
    return owners | {_alike(address): source for address, source in claims.items()}


def _aliases(edition: Edition) -> Iterator[Claim]:
    texts = (text for text in edition.records if text.aliases and text.state in ("published", "hidden", "expired"))
    for text in sorted(texts, key=lambda text: text.source):
        yield from (Claim(text.source, alias, text.address) for alias in text.aliases)


def _free(claim: Claim, owners: Mapping[str, str], accepted: Mapping[str, Claim]) -> str:
    """The old address of a claim; raises `Refused` when it is unsafe or belongs to somebody else."""
    old = old_address(claim.alias)
    if old.casefold().startswith(OURS):
        raise Refused(
            "alias-taken", f"{claim.alias} lies where the site keeps files of its own. Remove it from aliases"
        )
    # A file and a folder of one name cannot both be: what lies below `/feed.xml` is taken with it.
    above = [f"{parent}" for parent in PurePosixPath(old).parents if FILE.search(f"{parent}")]
    for address in map(_alike, (old, *above)):
        if address in owners:
            raise Refused("alias-taken", f"{claim.alias} is the address of {owners[address]}. Remove it from aliases")
        if address in accepted and (accepted[address].source != claim.source or address != _alike(old)):
            other = accepted[address].source
            raise Refused("duplicate-alias", f"{claim.alias} is also an alias of {other}. Keep it in one of the two")
    return old


def _end(target: str, targets: Mapping[str, str]) -> str:
    while slashed(target) in targets:
        target = targets[slashed(target)]
    return target


def old_address(alias: str) -> str:
    """An address that somebody wrote, as we store it: decoded, a folder with its slash; raises `Refused` if unsafe."""
    path = "/" + unquote(alias).removeprefix("/")
    if not PATH.fullmatch(path) or any(len(part.encode()) > 200 for part in path.split("/")):
        raise Refused("unsafe-alias", f"'{alias}' is no address on this site. Write its path, such as /2019/old-title/")
    return slashed(path)


def _alike(address: str) -> str:
    """An address as a file system sees it that ignores case and composition; `/feed.xml/` would stand where it does."""
    plain = unicodedata.normalize("NFC", address.casefold())
    return slashed(plain.rstrip("/") if FILE.search(plain.rstrip("/")) else plain).removesuffix("index.html")


def slashed(address: str) -> str:
    """`/old` and `/old/` are one address; `/old.html` is a file."""
    return address if address.endswith("/") or FILE.search(address) else f"{address}/"
