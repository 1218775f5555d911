"""What a site may set about its digest: `BYLINE_DIGEST`."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import Annotated

from pydantic import Field

from ..settings import setting

HEAD = {"name", "first", "last"}
STORY = {"title", "names", "url", "summary"}


@dataclass(frozen=True)
class DigestSettings:
    """`BYLINE_DIGEST`."""

    stories: Annotated[int, Field(ge=1, le=20)] = setting(5, "how many stories a week has at the most")
    chat_head: str = setting(
        "{name}: {first} – {last}",
        "the first line of the message for chats, with the places {name}, {first} and {last}",
    )
    chat_story: str = setting(
        "• {title}, {names}\n  {url}",
        "each story in it, with the places {title}, {names}, {summary} and {url}",
    )

    def __post_init__(self) -> None:
        for name, text, known in (("chat_head", self.chat_head, HEAD), ("chat_story", self.chat_story, STORY)):
            try:
                named = {place for _, place, _, _ in Formatter().parse(text) if place is not None}
            except ValueError as error:
                raise ValueError(f"{name}: {error}: write {{{{ and }}}} for braces") from None
            if unknown := sorted(named - known):
                places = ", ".join(f"{{{place}}}" for place in sorted(known))
                raise ValueError(f"{name} has no place {{{unknown[0]}}}: it may hold {places}")
