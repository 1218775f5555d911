"""Rules about what search engines and networks show of an article: its title and its summary."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules import Spot, rule
from .desk import Desk
from .sheet import Sheet
from .width import cut, width


@rule("long-title", "advice", "Put what matters first, or say it shorter.")
def titles_are_shown_whole(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Networks and search engines cut a title at about 70 characters (X's card documentation; 60 to 70 elsewhere).
    (`limits.title`)
    """
    limit = desk.editorial.limits.title
    if sheet.kind == "article" and (long := width(sheet.title)) > limit:
        yield sheet.at("title", f"the title has {long} characters, and many places show: '{cut(sheet.title, limit)}'")


@rule("long-summary", "advice", "Say first what the reader gains; the rest belongs into the text.")
def summaries_are_shown_whole(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Networks show about 200 characters of a summary (X's card documentation), search engines rather fewer.
    (`limits.summary`)
    """
    limit = desk.editorial.limits.summary
    if sheet.kind == "article" and (long := width(" ".join(sheet.summary.split()))) > limit:
        yield sheet.at("summary", f"the summary has {long} characters, and networks show about {limit}")


@rule("no-summary", "advice", "Add a line `summary:` with one or two sentences: who gains what.")
def articles_have_a_summary(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """Without a summary, lists, feeds, cards and networks show how the text begins, which is rarely why to read it."""
    if sheet.kind == "article" and not sheet.summary.strip():
        yield Spot(sheet.keys.get("title", 1), "there is no summary, so others show how the text begins")
