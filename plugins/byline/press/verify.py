"""What is printed is looked at as a whole before anything of it is committed."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from ..build import Build
from ..model import File, Finding, Page
from ..refusals import Refusal

UNRESERVED = re.compile(rb"[A-Za-z0-9._~-]+")  # RFC 3986, 2.3
# Each begins with plain bytes, which are found several times as fast as one of several words after white space.
ADDRESS = [re.compile(rb'%s(?<=\s%s)="(/[^/"][^"]*|/)"' % (name, name)) for name in (b"href", b"src", b"poster")]
ADDRESSES = re.compile(rb'srcset(?<=\ssrcset)="([^"]*)"')


class VerificationError(Refusal):
    """The house's own fault: what was about to be committed is not right. Nothing was changed."""


def one_owner(values: Iterable[Page | File]) -> Iterable[Finding]:
    """Every file that two pages or files claim, as file systems without case or composition see it."""
    owners: dict[tuple[bool, str], str] = {}
    for value in values:
        place = (value.internal, unicodedata.normalize("NFC", value.save_as.casefold()))
        source = _source(value)
        if place in owners:
            message = f"{value.save_as} is also the address of {owners[place]}"
            yield Finding(source, 1, "duplicate-address", message, "error", "Give one of them another `slug:`.")
        owners.setdefault(place, source)


def _source(value: Page | File) -> str:
    """The file that a person wrote for this page, else its own name."""
    if isinstance(value, Page):
        for name in ("article", "page_text", "author"):
            if value.kind in (name, "gone", "page") and (source := getattr(value.values.get(name), "source", "")):
                return str(source)
    return value.save_as


def addresses_in(page: bytes) -> set[str]:
    """Every address on this site that a page names, without query and fragment."""
    found = {address for pattern in ADDRESS for address in pattern.findall(page)}
    for many in ADDRESSES.findall(page):
        found |= {part.split()[0] for part in many.split(b",") if part.strip().startswith(b"/")}
    return {_path(address) for address in found}


@lru_cache(maxsize=1 << 16)  # most pages lead to the same places
def _path(address: bytes) -> str:
    """An address as it stands in a page, without what was encoded in it, query and fragment."""
    return unquote(urlsplit(html.unescape(address.decode())).path)


def signs_of(addresses: Iterable[str]) -> set[bytes]:
    """For each address bytes that stand in any page that names it, however it is encoded there: the longest part of it
    that never is. A page without any of them need not be looked at.
    """
    return {max(UNRESERVED.findall(address.encode()), key=len, default=b"") for address in addresses}


def counted(build: Build) -> None:
    """Articles read are articles accounted for; raises `VerificationError`."""
    told = sum(build.tally.values())
    if build.shelf.read != told:  # what was reported has stopped the build before
        raise VerificationError(f"{build.shelf.read} articles were found, but only {told} are accounted for")
    printed = sum(page.kind in ("article", "gone") for page in build.pages)
    if printed != len(build.edition.articles):
        raise VerificationError(f"{len(build.edition.articles)} articles are to be printed, but {printed} were")


def dead_links(named: Mapping[str, set[str]], known: Set[str], base: str, forgiven: Set[str]) -> None:
    """No page of ours leads nowhere, but where a person wrote so. `named`: addresses by page."""
    answered, dead = known | forgiven, {}
    for page, addresses in named.items():
        for address in addresses:
            bare = address[len(base) :] if address.startswith(base + "/") else None
            if bare is None or answered.isdisjoint((bare, bare + "/", bare.removesuffix("index.html"))):
                dead[address] = page
    if dead:
        lines = [f"{page} leads to {address}, which does not exist" for address, page in sorted(dead.items())]
        raise VerificationError("\n".join(lines[:20]))


def private_strings(build: Build) -> tuple[bytes, ...]:
    """What must be in no public byte: where this site is built."""
    return (str(build.content.resolve()).encode(),)
