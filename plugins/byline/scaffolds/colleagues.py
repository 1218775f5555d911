"""New files of the programme and of campaigns: checked before they are written, and never over another."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path

from ..schema import Fields
from ..tables import checked
from ..urls import ID, RESERVED, slugify
from .files import ScaffoldError
from .texts import blank


def ambassador(programme: Path | None, *, name: str, today: date, spoken: str = "en") -> Path:
    """Write a colleague's file and return its path; raises `ScaffoldError`. Every choice in it is still a no."""
    from ..programme_schema import AmbassadorFields

    if programme is None:
        raise ScaffoldError("these texts have no programme. Name its folder with --programme.")
    text = blank("ambassador", spoken).format(name=_quoted(name.strip()), today=today.isoformat())
    return _begun(programme / "people" / f"{_id(name)}.toml", text, AmbassadorFields)


def campaign(content: Path, *, name: str, today: date, spoken: str = "en") -> Path:
    """Write a campaign's file, in a folder for its media kit, and return its path; raises `ScaffoldError`."""
    from ..campaign_schema import CampaignFields

    days = {"today": today, "later": today + timedelta(days=90), "open_until": today + timedelta(days=14)}
    text = blank("campaign", spoken).format(id=_id(name), name=_quoted(name.strip()), **days)
    return _begun(content / "campaigns" / _id(name) / "campaign.toml", text, CampaignFields)


def _id(name: str) -> str:
    found = slugify(name)[:100].strip("-")
    if not ID.fullmatch(found) or found in RESERVED:
        raise ScaffoldError(f"'{name}' gives no id. Take another name: its letters a-z and digits become the id.")
    return found


def _begun(file: Path, text: str, model: type[Fields]) -> Path:
    wrong = [one for one in checked(text, model) if one.severity == "error"]
    if wrong:
        raise ScaffoldError("\n".join(f"{one.message} {one.hint}".strip() for one in wrong))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(text.encode())
    except FileExistsError:
        place = f"{file.parent.name}/{file.name}"
        raise ScaffoldError(f"{place} is already there. Nothing was changed.") from None
    except OSError as error:
        raise ScaffoldError(f"{file} cannot be written: {error.strerror}.") from None
    return file


def _quoted(text: str) -> str:
    """Between double quotes as TOML reads them."""
    written = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    tomllib.loads(f"x = {written}")
    return written
