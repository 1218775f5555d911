"""Who answers for the site: `BYLINE_LEGAL`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import NonNegativeInt

from ..model import Site
from ..settings import setting

# What readers must be told: for France, law 2004-575 (LCEN), article 1-1; GDPR, article 13. A number of telephone is
# asked of companies there and nowhere else, so it stays theirs to give.
NEEDED = ("publisher", "address", "email", "director", "host", "host_address", "host_contact")


@dataclass(frozen=True)
class LegalSettings:
    """`BYLINE_LEGAL`: who answers for the site, all of it words as readers see them."""

    publisher: str = setting("", "who publishes; empty: the site's `organisation`. Must be said")
    form: str = setting("", "what kind of company that is, with its capital where the law asks for it")
    registration: str = setting("", "where it is registered, and under which number")
    address: str = setting("", "its registered office. Must be said")
    email: str = setting("", "an e-mail address, or the `https://` address of a form. Must be said")
    phone: str = setting(
        "",
        "a number of telephone: in France the law wants one (LCEN, article 1-1), also in `host_contact`",
    )
    director: str = setting("", "who answers for what is published, by name. Must be said")
    host: str = setting("", "who runs the server. Must be said")
    host_address: str = setting("", "the host's own address. Must be said")
    host_contact: str = setting("", "how to reach the host. Must be said")
    rights: str = setting("", "whom to ask about personal data, an e-mail address or `https://`; empty: `email`")
    log_days: NonNegativeInt = setting(0, "how many days the host keeps its logs; 0: not said")


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
