"""What GitLab's API answers: `ask`, `ask_all` and `tell`. The token is BYLINE_TOKEN, of a project access token."""

import json
import os
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def project() -> str:
    return f"projects/{os.environ['CI_PROJECT_ID']}"


def ask(path: str, **query: object) -> Any:
    """One answer of `GET path`."""
    return _answer("GET", f"{path}?{urlencode(query)}")[0]


def ask_all(path: str, **query: object) -> list[Any]:
    """All pages of a list."""
    found, page = [], "1"
    while page:
        items, page = _answer("GET", f"{path}?{urlencode({**query, 'per_page': 100, 'page': page})}")
        found += items
    return found


def tell(method: str, path: str, **what: str) -> None:
    _answer(method, path, what)


def _answer(method: str, path: str, what: dict[str, str] | None = None) -> tuple[Any, str]:
    """The answer and the number of the next page."""
    request = Request(  # noqa: S310  GitLab says where its API is
        f"{os.environ['CI_API_V4_URL']}/{path}",
        data=json.dumps(what).encode() if what is not None else None,
        headers={"PRIVATE-TOKEN": os.environ["BYLINE_TOKEN"], "Content-Type": "application/json"},
        method=method,
    )
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer), answer.headers.get("X-Next-Page", "")
