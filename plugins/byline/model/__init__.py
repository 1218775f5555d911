"""What a site is made of: plain values, frozen once they are read.

Nothing here reads a file, asks the clock or knows Pelican. Times are aware datetimes in the site's time zone;
paths of sources are POSIX and relative to the content folder; addresses are paths on the site, with a leading slash.
"""

from .articles import NO_WORDS, Article, Line, PlainPage, Record, State, reading_time
from .edition import Edition
from .measures import Measures, Measuring, Visit
from .pages import Card, File, Late, LateFile, Page, Picture, made
from .programme import PURPOSES, Ambassador, Charter, Department, Governance, Leave, OptIn, Programme
from .proposal import Change, Evidence
from .recognition import (
    COUNTS,
    SIGNED,
    SYMBOLS,
    Act,
    Badge,
    BadgeRule,
    Challenge,
    Goal,
    Place,
    Recognition,
    Reward,
    Rewards,
    Standing,
)
from .results import Aims, Cost, Objective, Outcome, OwnFigures, OwnLine
from .sharing import ShareKit, ShareLink, ShareText, ShortLink
from .site import COLOR, Author, Brand, Campaign, Category, Link, Media, Series, Site, Tag, Wins, initials
from .taking_part import Campfire, Event, Foreword, Guide, Idea, OfferedText, Thanks, Value
from .texts import Finding, Heading, Reference, Remark, Severity, Text

__all__ = [
    "COLOR",
    "COUNTS",
    "NO_WORDS",
    "PURPOSES",
    "SIGNED",
    "SYMBOLS",
    "Act",
    "Aims",
    "Ambassador",
    "Article",
    "Author",
    "Badge",
    "BadgeRule",
    "Brand",
    "Campaign",
    "Campfire",
    "Card",
    "Category",
    "Challenge",
    "Change",
    "Charter",
    "Cost",
    "Department",
    "Edition",
    "Event",
    "Evidence",
    "File",
    "Finding",
    "Foreword",
    "Goal",
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
    "Place",
    "PlainPage",
    "Programme",
    "Recognition",
    "Record",
    "Reference",
    "Remark",
    "Reward",
    "Rewards",
    "Series",
    "Severity",
    "ShareKit",
    "ShareLink",
    "ShareText",
    "ShortLink",
    "Site",
    "Standing",
    "State",
    "Tag",
    "Text",
    "Thanks",
    "Value",
    "Visit",
    "Wins",
    "initials",
    "made",
    "reading_time",
]
