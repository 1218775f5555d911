"""Questions about the site: what is still an example, undecided or in the wrong hands?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from .diagnosis import Diagnosis

SECRET_LENGTH = 32
# RFC 2606 and RFC 6761: names that never lead to a public site.
NOT_PUBLIC = re.compile(
    r"(^|\.)(localhost|example(\.(com|net|org))?|test|invalid|local)$|^127\.|^\[?::1\]?$|^0\.0\.0\.0$"
)


def siteurl(url: str) -> Diagnosis:
    """Is the public address decided? Feeds, share links and cards carry it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host or NOT_PUBLIC.search(host):
        said = f"SITEURL is {url}, which no reader can open" if url else "SITEURL is empty"
        return Diagnosis("siteurl", False, said, "write the public address into content/site.toml: siteurl")
    if parts.scheme != "https":
        return Diagnosis("siteurl", False, f"SITEURL is {url}, not https", "serve the site over https")
    return Diagnosis("siteurl", True, f"the site is {url}")


def identity(id_domain: str, id_year: int) -> Diagnosis:
    """Are domain and year of feed entry ids in writing? When they change, every reader gets every article again."""
    missing = [name for name, value in (("id_domain", id_domain), ("id_year", id_year)) if not value]
    if not missing:
        return Diagnosis("identity", True, f"feed entries are named tag:{id_domain},{id_year}")
    return Diagnosis(
        "identity",
        False,
        f"{' and '.join(missing)} not in writing: feed ids would change with the site's address",
        "write them into content/site.toml once, and never change them",
    )


def governance(missing: Sequence[str], allowed: Sequence[str]) -> Diagnosis:
    """Is it agreed on what may be counted about persons? Until it is, nothing is; so that it may stay as it is."""
    if missing:
        said = f"governance.toml does not name {', '.join(missing)}: nothing about a person is counted"
        return Diagnosis("governance", False, said, "leave it so, or fill it in: docs/governance.md", must=False)
    return Diagnosis("governance", True, f"agreed on: {', '.join(allowed) or 'nothing about persons'}")


# Hosts that give a site no log of its requests, by a part of their domain or name.
WITHOUT_LOGS = {
    "github": "GitHub Pages",
    "gitlab": "GitLab Pages",
    "pages.dev": "Cloudflare Pages",
    "cloudflare pages": "Cloudflare Pages",
    "netlify": "Netlify, unless you pay for log drains,",
}


def measures(source: str, url: str, host: str) -> Diagnosis:
    """Is there anything to count visits by? `host` is the name of the host, as the legal notice gives it."""
    where = f"{urlsplit(url).hostname or ''} {host.casefold()}"
    silent = next((name for part, name in WITHOUT_LOGS.items() if part in where), "")
    if source == "logs" and silent:
        return Diagnosis(
            "measures",
            False,
            f"BYLINE_MEASURES counts by logs, and {silent} gives none: reports say that nothing was measured",
            "put a server of yours in front of it that writes a log, or take first-party (docs/measuring.md)",
        )
    if source == "none":
        fits = f"first-party, since {silent} gives no logs" if silent else "logs or first-party"
        return Diagnosis(
            "measures",
            False,
            "nothing says where numbers come from: reports say that nothing was measured",
            f"if visits are to be counted, set source in BYLINE_MEASURES: {fits} (docs/measuring.md)",
        )
    return Diagnosis("measures", True, f"visits are counted by {source}")


def programme(folder: str, exists: bool, public: bool) -> Diagnosis:
    """Is what concerns colleagues kept out of this repository? `public`: the folder lies inside it."""
    if exists and public:
        return Diagnosis(
            "programme",
            False,
            f"{folder} is in this repository, where only the sample may be",
            "keep the real one in a private folder and name it: BYLINE_PROGRAMME_PATH",
        )
    said = f"{folder} is outside of this repository" if exists else "no programme folder"
    return Diagnosis("programme", True, said)


def secret(value: str) -> Diagnosis:
    """Is the key of personal links long enough? The value itself is never said."""
    if not value:
        return Diagnosis("secret", True, "no BYLINE_SECRET: there are no personal links")
    if len(value) < SECRET_LENGTH:
        return Diagnosis(
            "secret",
            False,
            f"BYLINE_SECRET has fewer than {SECRET_LENGTH} characters and could be guessed",
            "make a new one: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'",
            must=True,
        )
    return Diagnosis("secret", True, "BYLINE_SECRET is long enough", must=True)
