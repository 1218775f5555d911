"""What a site is made of: plain values, frozen once they are read.

Nothing here reads a file, asks the clock or knows Pelican. Times are aware datetimes in the site's time zone;
paths of sources are POSIX and relative to the content folder; addresses are paths on the site, with a leading slash.
"""

from .edition import Article, Edition, Line, PlainPage, Record, State
from .measures import Measures, Measuring, Visit
from .pages import Card, File, Late, LateFile, Page, Picture, made
from .programme import (
    PURPOSES,
    Ambassador,
    Campfire,
    Charter,
    Department,
    Event,
    Governance,
    Guide,
    Idea,
    Leave,
    OfferedText,
    OptIn,
    Programme,
    Thanks,
    Value,
)
from .proposal import Change, Evidence
from .results import Aims, Cost, Objective, Outcome, OwnFigures, OwnLine
from .sharing import ShareKit, ShareLink, ShareText, ShortLink
from .site import COLOR, Author, Brand, Campaign, Category, Link, Media, Series, Site, Tag, Wins, initials
from .texts import Finding, Heading, Reference, Remark, Severity, Text

__all__ = [
    "COLOR",
    "PURPOSES",
    "Aims",
    "Ambassador",
    "Article",
    "Author",
    "Brand",
    "Campaign",
    "Campfire",
    "Card",
    "Category",
    "Change",
    "Charter",
    "Cost",
    "Department",
    "Edition",
    "Event",
    "Evidence",
    "File",
    "Finding",
    "Governance",
    "Guide",
    "Heading",
    "Idea",
    "Late",
    "LateFile",
    "Leave",
    "Line",
    "Link",
    "Measures",
    "Measuring",
    "Media",
    "Objective",
    "OfferedText",
    "OptIn",
    "Outcome",
    "OwnFigures",
    "OwnLine",
    "Page",
    "Picture",
    "PlainPage",
    "Programme",
    "Record",
    "Reference",
    "Remark",
    "Series",
    "Severity",
    "ShareKit",
    "ShareLink",
    "ShareText",
    "ShortLink",
    "Site",
    "State",
    "Tag",
    "Text",
    "Thanks",
    "Value",
    "Visit",
    "Wins",
    "initials",
    "made",
]
