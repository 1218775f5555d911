"""What a site may set about its theme: `BYLINE_THEME`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from ..settings import setting


def _starting(*schemes: str) -> AfterValidator:
    """Nothing, or an address without spaces that begins in one of these ways."""

    def check(value: str) -> str:
        rest = next((value.removeprefix(scheme) for scheme in schemes if value.startswith(scheme)), "")
        if value and (not rest or re.search(r"\s", rest)):
            raise ValueError(f"{value!r} is no address: begin with {' or '.join(schemes)}, and use no spaces")
        return value

    return AfterValidator(check)


Report = Annotated[str, _starting("mailto:", "https://")]
Form = Annotated[str, _starting("https://")]


@dataclass(frozen=True)
class ThemeSettings:
    """`BYLINE_THEME`: what every theme finds as values."""

    report: Report = setting(
        "",
        "where readers report a mistake: `mailto:blog@example.com?subject={address}`, or "
        "`https://git.example.com/blog/edit/main/{source}`. `{source}` becomes the path of the page's "
        "text in the repository, `{address}` the page's full address; empty: no such link",
    )
    newsletter: Form = setting(
        "",
        "the address of your own newsletter form, `https://`; empty: only feeds are offered",
    )
    clean_address: bool = setting(
        True,
        "a script takes campaign parameters out of the address bar once a page has loaded, so that "
        "readers do not pass them on",
    )
    policy_meta: bool = setting(
        False,
        "every page says itself what a host without headers (GitHub Pages, GitLab Pages) cannot: the security policy "
        "and, unless the site is the public one, that search engines stay away",
    )
