"""How a text is called when its front matter leaves it open: ids, slugs, states. Rules: `docs/front-matter.md`."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from ..manuscript import Manuscript
from ..model import State
from ..urls import short_hash, slugify

LONGEST_ID = 100
CUT_ID = 91


def language(manuscript: Manuscript, site_lang: str) -> str:
    """What its front matter says, else its file name, else the site's."""
    return manuscript.fields.lang or manuscript.lang or site_lang


def slug_of(manuscript: Manuscript) -> str:
    """What its front matter says, else its folder's or file's name; empty when that cannot be spelled."""
    return manuscript.fields.slug or slugify(manuscript.stem)[:80].strip("-")


def translation_of(manuscript: Manuscript) -> str:
    """What the versions of a text share: as written, else the path without its language."""
    folder = manuscript.path.rpartition("/")[0]
    own_folder = folder.rpartition("/")[2] == manuscript.stem
    return manuscript.fields.translation or (folder if own_folder else f"{folder}/{manuscript.stem}")


def id_of(manuscript: Manuscript, lang: str, site_lang: str) -> str:
    """Its permanent id: as written, else derived; at most 100 characters, the cut ones ending in a hash."""
    if manuscript.fields.id:
        return str(manuscript.fields.id)
    base = slugify(manuscript.fields.translation or "") or slugify(manuscript.stem) or short_hash(manuscript.stem)
    whole = base if lang == site_lang else f"{base}-{lang.lower()}"
    return whole if len(whole) <= LONGEST_ID else f"{whole[:CUT_ID]}-{short_hash(whole)}"


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment in the site's time zone, which is also what a date without a zone means."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def state_of(status: str, date: datetime, expires: datetime | None, now: datetime) -> State:
    """What becomes of an article at a moment. An embargo is stronger than `hidden`, so nothing leaves early."""
    if status == "draft":
        return "draft"
    if date > now:
        return "scheduled"
    if expires is not None and expires <= now:
        return "expired"
    return "hidden" if status == "hidden" else "published"
