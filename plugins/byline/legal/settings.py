"""Who answers for the site: `BYLINE_LEGAL`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import NonNegativeInt

from ..model import Site

# What readers must be told: for France, law 2004-575 (LCEN), article 1-1; GDPR, article 13. A number of telephone is
# asked of companies there and nowhere else, so it stays theirs to give.
NEEDED = ("publisher", "address", "email", "director", "host", "host_address", "host_contact")


@dataclass(frozen=True)
class LegalSettings:
    """Settings of the room, all of them words as readers see them.

    publisher     who publishes; empty: the site's organisation
    form          what kind of company that is, and its capital where the law asks for it
    registration  where it is registered, and under which number
    address       its registered office
    email, phone  how to reach it
    director      who answers for what is published
    host, host_address, host_contact  who runs the server, where, and how to reach them
    rights        whom to ask about personal data, an e-mail address or `https://`; empty: `email`
    log_days      how many days the host keeps its logs; 0: not said
    """

    publisher: str = ""
    form: str = ""
    registration: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    director: str = ""
    host: str = ""
    host_address: str = ""
    host_contact: str = ""
    rights: str = ""
    log_days: NonNegativeInt = 0


def completed(settings: LegalSettings, site: Site) -> LegalSettings:
    """The settings with what the site itself says already."""
    return replace(
        settings,
        publisher=settings.publisher or site.organisation,
        rights=settings.rights or settings.email,
    )


def gaps(settings: LegalSettings) -> tuple[str, ...]:
    """The names of what readers must be told and nobody has written yet."""
    return tuple(name for name in NEEDED if not getattr(settings, name).strip())


def gaps_note(settings: LegalSettings, site: Site) -> str:
    """The sentence that names what is missing, and where to write it; empty when nothing is."""
    missing = gaps(completed(settings, site))
    if not missing:
        return ""
    return f"the legal notice lacks {', '.join(missing)}: write them into BYLINE_LEGAL in pelicanconf.py"
