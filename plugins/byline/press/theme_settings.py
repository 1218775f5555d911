"""What a site may set about its theme: `BYLINE_THEME`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

Report = Annotated[str, Field(pattern=r"^(|(mailto:|https://)\S+)$")]
Form = Annotated[str, Field(pattern=r"^(|https://\S+)$")]


@dataclass(frozen=True)
class ThemeSettings:
    """Settings that every theme finds as values.

    report         where readers report a mistake, `mailto:` or `https://`; `{source}` in it becomes the path of the
                   page's text in the repository, `{address}` the page's full address
    newsletter     the address of the company's own newsletter form, https
    clean_address  whether a script takes campaign parameters out of the address bar once a page has loaded
    """

    report: Report = ""
    newsletter: Form = ""
    clean_address: bool = True
