"""What a site may set about its theme: `BYLINE_THEME`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ..settings import setting

Report = Annotated[str, Field(pattern=r"^(|(mailto:|https://)\S+)$")]
Form = Annotated[str, Field(pattern=r"^(|https://\S+)$")]


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
