"""Where the form finds the repository, and who signs people in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..settings import setting

ORIGIN = re.compile(r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.ASCII | re.IGNORECASE)
REPOSITORY = re.compile(r"[\w.-]+(/[\w.-]+)+", re.ASCII)


@dataclass(frozen=True)
class FormSettings:
    """`BYLINE_FORM`."""

    origin: str = setting(
        "",
        "who signs people in, and turns the form on: `https://gitlab.example.com`, or for GitHub the address of your "
        "Sveltia CMS Authenticator. Empty: there is no form",
    )
    host: Literal["github", "gitlab"] = setting("github", "what kind of git host it is: `github` or `gitlab`")
    repository: str = setting("", "the repository on that host: `merrow/blog`. Needed with `origin`")
    branch: str = setting("main", "the branch that proposals are for")
    app_id: str = setting("", "GitLab: the id of the application that you registered for the form")
    api: str = setting("", "where the host's API is, when it is not GitHub's own, or not `origin` with `/api/v4`")
    langs: tuple[str, ...] = setting((), "languages that the form offers besides those that the site has")

    def __post_init__(self) -> None:
        wrong = []
        if self.origin and not ORIGIN.fullmatch(self.origin):
            wrong.append(f"origin {self.origin!r} is no origin; write https://, a host and nothing after it")
        if self.origin and not REPOSITORY.fullmatch(self.repository):
            wrong.append(f"repository {self.repository!r} names no repository; write such as 'merrow/blog'")
        if self.api and not ORIGIN.match(self.api):
            wrong.append(f"api {self.api!r} is no https address")
        if self.origin and self.host == "gitlab" and not self.app_id:
            wrong.append("app_id is missing: register an application on GitLab, docs/ways-in.md says how")
        if wrong:
            raise ValueError("\n".join(wrong))

    @property
    def api_root(self) -> str:
        """The host's API."""
        return self.api or (f"{self.origin}/api/v4" if self.host == "gitlab" else "https://api.github.com")
