"""What people may write to meet, thank, offer and help, in files of the programme: every key, its type and its help."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from .field_formats import Day, EndMoment, Lang, Moment, Url
from .field_types import Block, Line, Lines, Names, warn
from .held import CREDIT, NOBODY, OFFERED, THANKS, because
from .schema import Fields


def _untracked(value: str, info: ValidationInfo) -> str:
    """A place of colleagues is no channel: whoever follows the link must not be counted."""
    if re.search(r"[?&#](utm_|mtm_)", value):
        hint = "Write the address without them: nobody is counted there."
        warn(info, "tracked-link", "carries campaign parameters", hint)
        return value.split("?")[0].split("#")[0]
    return value


UntrackedUrl = Annotated[Url, AfterValidator(_untracked)]


class EventFields(Fields):
    """Something to go to. Nobody notes who came."""

    demanded = ("title", "starts")
    held = because({NOBODY: "title starts ends lang place url summary articles"})

    title: Line = ""
    """What it is."""
    starts: Moment | None = None
    """When it begins: a day, or a day with its time."""
    ends: EndMoment | None = None
    """When it ends; a day without a time is its last day."""
    lang: Lang = ""
    """Its language; without it, the site's."""
    place: Line = ""
    """Where it is."""
    url: Url = ""
    """Where there is more about it."""
    summary: Block = ""
    """What happens there, in a sentence or two."""
    articles: Names = ()
    """Ids of articles that go with it."""


class CampfireFields(Fields):
    """A place where people talk, pointed out by a colleague. No list of members, and no link that counts."""

    demanded = ("name", "about")
    held = because(
        {
            CREDIT: "pointed_out_by",
            NOBODY: "name url lang about rules listen articles",
        }
    )

    name: Line = ""
    """What it is called."""
    url: UntrackedUrl = ""
    """Where it is, if it has an address."""
    lang: Lang = ""
    """The language that is spoken there; without it, the site's."""
    about: Block = ""
    """What is talked about, and by whom."""
    pointed_out_by: Line = ""
    """The id of the colleague who knows it, or a name."""
    rules: Lines = ()
    """The house rules there."""
    listen: Line = ""
    """What to listen to first, before one says a word."""
    articles: Names = ()
    """Ids of articles that help there, when somebody asks."""


class ValueFields(Fields):
    """What the company says of itself, and the articles that show it."""

    demanded = ("name", "promise")
    held = because({NOBODY: "name promise lang articles"})

    name: Line = ""
    """The value in a word or two."""
    promise: Line = ""
    """What it means here, as a sentence that one can be held to."""
    lang: Lang = ""
    """Its language; without it, the site's."""
    articles: Names = ()
    """Ids of articles that show it."""


class ThanksFields(Fields):
    """A note of thanks. It is shown once its recipient agrees, and never counted."""

    demanded = ("to", "by", "text", "day")
    held = because(
        {
            THANKS: "to by text day agreed",
            NOBODY: "lang",
        }
    )

    to: Line = ""
    """Who is thanked: the id of an author or ambassador."""
    by: Line = ""
    """Who says thank you: an id, or a name."""
    text: Block = ""
    """The note."""
    day: Day | None = None
    """The day of the note."""
    lang: Lang = ""
    """Its language; without it, the site's."""
    agreed: Day | None = None
    """The day on which the recipient agreed that colleagues may read it."""


class OfferedTextFields(Fields):
    """Words in which a colleague shares an article: comms accepts them by putting this file here."""

    demanded = ("article", "channel", "text", "by")
    held = because(
        {
            OFFERED: "by text day withdrawn",
            NOBODY: "article channel",
        }
    )

    article: Line = ""
    """The id of the article."""
    channel: Line = ""
    """The channel they are for, such as linkedin."""
    text: Block = ""
    """The words; {url} where the address belongs, {disclosure} where it is said who shares."""
    by: Line = ""
    """Whose words they are: the id of an author or ambassador, or a name."""
    day: Day | None = None
    """The day on which it was accepted; without it, it earns no badge and counts in no challenge."""
    withdrawn: Day | None = None
    """From this day on nobody is offered them: whoever wrote them takes them back."""


class IdeaFields(Fields):
    """An article that somebody should write."""

    demanded = ("title",)
    held = because(
        {
            CREDIT: "proposed_by taken_by day",
            NOBODY: "title lang about reader",
        }
    )

    title: Line = ""
    """The question or the subject."""
    lang: Lang = ""
    """Its language; without it, the site's."""
    about: Block = ""
    """What one would want to know."""
    reader: Line = ""
    """Who would gain what from it."""
    proposed_by: Line = ""
    """Whose idea it is: an id, or a name."""
    taken_by: Line = ""
    """Who writes it: the id of an author or ambassador, or a name."""
    day: Day | None = None
    """The day on which it was proposed; without it, it earns no badge and counts in no challenge."""


class ForewordFields(Fields):
    """The own words of whoever writes the bulletin of a month: the text stands below."""

    held = because({CREDIT: "by", NOBODY: "title lang"})

    title: Line = ""
    """What stands above the bulletin; without it, the month."""
    by: Line = ""
    """Who signs these words: an id, or a name."""
    lang: Lang = ""
    """Its language; without it, from the file's name, else the site's."""


class GuideFields(Fields):
    """A page of advice for colleagues: the text stands below."""

    demanded = ("title",)
    held = because({NOBODY: "title lang summary"})

    title: Line = ""
    """What it helps with."""
    lang: Lang = ""
    """Its language; without it, from the file's name, else the site's."""
    summary: Line = ""
    """What one knows after reading it."""
