"""Whom to tell of a weakness: `/.well-known/security.txt`. Rules: RFC 9116."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from ..model import Finding, Site
from ..settings import setting

SCHEMES = ("https", "mailto", "tel")
SETTINGS = "../pelicanconf.py"  # findings stand in the content folder, and this file beside it
YEAR = timedelta(days=365)
HINT = "Check that somebody still reads what arrives there, then write a date less than a year ahead."


@dataclass(frozen=True)
class IdentitySettings:
    """`BYLINE_IDENTITY`."""

    security_contact: str = setting(
        "",
        "where to report a weakness of the site: `mailto:security@example.com`, or the `https` address of"
        " a page. With it there is a `/.well-known/security.txt` (RFC 9116)",
    )
    security_expires: date | None = setting(
        None,
        'the first day on which that is no longer to be trusted, less than a year ahead: `"2027-06-30"`. '
        "Needed with `security_contact`; after it, or with a later one, the file is not published, and every build "
        "says so",
    )

    def __post_init__(self) -> None:
        contact = self.security_contact
        if contact and (urlsplit(contact).scheme not in SCHEMES or not contact.isprintable() or " " in contact):
            raise ValueError(
                f"security_contact {contact!r} is no address; write mailto:security@example.com or https://..."
            )
        if contact and not self.security_expires:
            raise ValueError("security_contact needs security_expires: a date less than a year ahead (RFC 9116)")

    @property
    def moment(self) -> datetime | None:
        """When it expires."""
        return datetime.combine(self.security_expires, time(), UTC) if self.security_expires else None

    def valid(self, now: datetime) -> bool:
        """Whether there is somebody to tell: after its date, or with one too far ahead, people are sent to nobody."""
        return bool(self.security_contact and self.moment and now < self.moment < now + YEAR)


def security_txt(settings: IdentitySettings, site: Site, langs: Sequence[str]) -> bytes:
    """The file, its fields in the order in which people read them."""
    assert settings.moment
    lines = [
        f"Contact: {settings.security_contact}",
        f"Expires: {settings.moment:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(langs)}",
    ]
    if site.url.startswith("https://"):
        lines.append(f"Canonical: {site.absolute('/.well-known/security.txt')}")
    return "".join(f"{line}\n" for line in lines).encode()


def lapsing(settings: IdentitySettings, now: datetime) -> Iterator[Finding]:
    """A warning when the file is out of date, or promises more than anybody can."""
    if not settings.security_contact or not settings.moment:
        return
    day = settings.security_expires
    if settings.moment <= now:
        message = f"security.txt is not published: it expired on {day}"
        yield Finding(SETTINGS, 1, "security-expired", message, "warning", HINT)
    elif settings.moment >= now + YEAR:
        message = f"security.txt is not published: {day} is a year ahead or more"
        yield Finding(SETTINGS, 1, "security-far", message, "warning", HINT)
