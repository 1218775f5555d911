"""Rules about what must not leave the company: keys, hosts of its own network, and how to reach people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from ..credentials import credentials, passwords
from ..rules import Spot, rule
from .desk import Desk
from .sheet import Sheet

_HOST = re.compile(r"(?i)(?<![\w.@-])(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}(?![\w-]|\.\w)")
_BARE = re.compile(r"(?i)\bhttps?://(?P<host>[a-z][a-z0-9-]*)(?=[:/\s)\"'>]|$)")
# Names that are reserved for networks of one's own (RFC 6762 appendix G, RFC 8375, RFC 9476), but for those that
# everybody's documentation uses.
_OWN_ENDINGS = re.compile(r"(?i)\.(?:corp|home\.arpa|intra|intranet|lan|private|internal)$")
_EVERYBODYS = re.compile(
    r"(?i)(?:^|\.)(?:docker|google|compute|ec2|cluster|k8s|kubernetes|example|test)\.internal$|\.compute\.internal$"
)
_MAIL = re.compile(
    r"(?<![\w.+/@:-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?![\w@/:-])"
)
# What documentation writes, what only looks like an address (`icon@2x.png`, `git@github.com:...`), and mailboxes that
# are there to be known (RFC 2142).
_NO_MAIL = re.compile(
    r"(?i)[.@]example(?:\.\w+)?$|\.(?:example|test|invalid|localhost|local|png|jpe?g|gif|svg|webp|js|css|md)$|^git@"
    r"|^(?:no-?reply|donotreply|abuse|contact|events|hello|help|info|jobs|legal|press|presse|privacy|sales|security)@"
    r"|^(?:support|webmaster|user|username|you|your[\w.-]*|name|someone|john\.?doe|jane\.?doe|foo|bar)@"
    r"|@(?:domain|company|email|host|server|foo|bar)\.\w+$|gserviceaccount\.com$|users\.noreply"
)
_PHONE = re.compile(
    r"(?<![\w.,/+=#$€£-])(?:\+\d{1,3}[ .-]?(?:\(0\))?[ .-]?\(?\d{1,4}\)?(?:[ .-]\d{2,8}){1,4}|\+\d{9,14}"
    r"|0[1-9](?:[ .-]\d{2}){4}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w/-]|[.,]\d)"
)
# Numbers that nobody has: North America's 555-01xx, and those that ARCEP keeps for films.
_NOBODYS = re.compile(
    r"55501\d\d$|^(?:\+33|0)(?:19900|26191|35301|46571|53649|63998)\d{4}$|^(?:1?123456|0?123456|000|1?555|999999)"
)
ASK = "Ask the person, or lead to a contact page; `confidential.public` lists what is public."


def _public(text: str, desk: Desk) -> bool:
    """Whether the programme lists it, perhaps as `*@example.com`, as something that may be published."""
    return any(fnmatchcase(text.lower(), listed.lower()) for listed in desk.editorial.confidential.public)


@rule("secret", "error", "Take it out, and have it replaced at once: whoever reads the repository's history has it.")
def secrets_stay_secret(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Keys and tokens of well-known makers, told by their form; where the maker put a checksum into them, by that too.

    What manuals show instead of a secret is none. A finding shows its first four characters, never more. Whatever
    stands in a repository has been copied: a secret is replaced, not only deleted.
    (`confidential.public` lists what is no secret although it looks like one)
    """
    for found in credentials(sheet.text):
        if not _public(sheet.text[found.start : found.end], desk):
            yield sheet.spot(found.start, found.end, f"this looks like {found.kind}: {found.shown}")


@rule(
    "possible-secret",
    "warning",
    "If it opens anything, take it out and have it replaced; else show an obvious example.",
)
def passwords_stay_secret(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """A value drawn by lot that is given to something called password, secret or key, and passwords in addresses."""
    for found in passwords(sheet.text):
        if not _public(sheet.text[found.start : found.end], desk):
            yield sheet.spot(found.start, found.end, f"this looks like {found.kind}: {found.shown}")


@rule("internal-host", "warning", "Leave it out, or write a host of example.com.")
def hosts_stay_inside(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Names of machines in the company's own network help whoever attacks it, and no reader.

    Those that the programme lists, names under endings that are kept for such networks (`.corp`, `.lan`, `.intranet`,
    `.internal` ...), and links to a name without a dot, as only an intranet has them. (`confidential.hosts`)
    """
    listed = [host.lower() for host in desk.editorial.confidential.hosts]
    seen: set[str] = set()
    for match in (*_HOST.finditer(sheet.text), *_BARE.finditer(sheet.no_code)):
        bare = "host" in match.groupdict()
        host = match["host"] if bare else match[0]
        name = host.lower()
        own = any(fnmatchcase(name, one) for one in listed)
        inside = (
            name not in ("localhost", "http", "https")
            if bare
            else bool(_OWN_ENDINGS.search(name) and not _EVERYBODYS.search(name))
        )
        if (own or inside) and name not in seen and not _public(name, desk):
            seen.add(name)
            yield sheet.spot(*(match.span("host") if bare else match.span()), f"{host} is a name inside a network")


@rule("email-address", "warning", ASK)
def addresses_are_not_collected(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """An e-mail address on a page is collected by robots within days, and belongs to a person who may not know."""
    seen: set[str] = set()
    for match in _MAIL.finditer(sheet.no_code):
        address = match[0]
        if address.lower() in seen or _NO_MAIL.search(address) or _public(address, desk):
            continue
        seen.add(address.lower())
        yield sheet.spot(*match.span(), f"{address} is an e-mail address")


@rule("phone-number", "warning", ASK)
def numbers_are_not_collected(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """A telephone number is a person's own, and stays in copies of the page when it changes.

    Numbers as they are written with their country, in France and in North America; those that nobody has, and films
    use, are none.
    """
    for match in _PHONE.finditer(sheet.prose, sheet.body_start):
        digits = re.sub(r"[^\d+]", "", match[0].replace("(0)", ""))
        if 9 <= len(digits) <= 16 and not _NOBODYS.search(digits) and not _public(match[0], desk):
            yield sheet.spot(*match.span(), f"{match[0]} is a telephone number")
