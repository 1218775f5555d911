"""What the file of a campaign may say."""

from __future__ import annotations

from .field_formats import Day, EndDay, Lang, OwnFile, Url
from .field_types import Block, Hashtags, Id, Line
from .held import CREDIT, NOBODY, PICTURED, because
from .schema import Fields


class WinsFields(Fields):
    """What a campaign gives: whoever cannot say it for all three has no campaign yet."""

    demanded = ("reader", "author", "company")
    held = because({NOBODY: "reader author company"})

    reader: Line = ""
    """What readers gain."""
    author: Line = ""
    """What those gain who write and share."""
    company: Line = ""
    """What the company gains."""


class MediaFields(Fields):
    """A picture or film that colleagues may use with the campaign."""

    demanded = ("alt", "credit", "license")
    held = because(
        {
            CREDIT: "credit",
            PICTURED: "file url alt pictured_until",
            NOBODY: "license expires",
        }
    )

    file: OwnFile = ""
    """A picture beside the campaign's file."""
    url: Url = ""
    """Where a film stands, when it is no file."""
    alt: Line = ""
    """What it shows, for those who cannot see it."""
    credit: Line = ""
    """Who made it."""
    license: Line = ""
    """What may be done with it."""
    expires: Day | None = None
    """The last day on which it may be used."""
    pictured_until: Day | None = None
    """The last day to which the people in it agreed."""


class CampaignFields(Fields):
    """An effort run by comms between two dates."""

    demanded = ("name", "starts", "ends", "wins")
    held = because(
        {
            CREDIT: "sponsor note proposed_by",
            NOBODY: "name starts ends wins id lang hashtags open_until hold media",
        }
    )

    name: Line
    """What colleagues call it."""
    starts: Day
    """Its first day."""
    ends: EndDay
    """Its last day."""
    wins: WinsFields = WinsFields()
    """What reader, author and company gain: all three."""
    id: Id = ""
    """Stands in links that are counted; without it, the file's or folder's name."""
    lang: Lang = ""
    """The language in which the campaign is described; without it, the site's."""
    hashtags: Hashtags = ()
    """Words for networks, with or without #."""
    sponsor: Line = ""
    """Who in the management stands behind it."""
    note: Block = ""
    """The sponsor's own words, in the first person."""
    proposed_by: Line = ""
    """Whose idea it was: the id of an author or ambassador, or a team's name."""
    open_until: Day | None = None
    """The last day on which colleagues can still change it by their comments."""
    hold: Line = ""
    """Why nobody should share it at the moment: stops hub, digest and planning at once."""
    media: tuple[MediaFields, ...] = ()
    """Pictures and films to use, one `[[media]]` each."""
