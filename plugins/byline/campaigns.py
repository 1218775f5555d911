"""Campaigns: `campaigns/<id>.toml`, or a folder with `campaign.toml`, a media kit and, once it is over, a look back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from . import markup
from .campaign_schema import CampaignFields, MediaFields
from .model import Campaign, Finding, Media, Text, Wins
from .paths import picture_path
from .sources import read_text
from .tables import placed, read_fields
from .typography import typeset_text

RETROSPECTIVE = "retrospective.md"
AS_WRITTEN = ("name", "starts", "ends", "hashtags", "sponsor", "note", "proposed_by", "open_until", "hold")


def read_campaigns(content: Path, paths: Sequence[str], lang: str, findings: list[Finding]) -> dict[str, Campaign]:
    """All campaigns by id. `paths` are the files of the content folder; `lang` is the site's."""
    found: dict[str, Campaign] = {}
    for path in filter(_is_campaign, paths):
        if campaign := _campaign(content, path, set(paths), lang, findings):
            if campaign.id in found:
                message = f"the campaign '{campaign.id}' is already in {found[campaign.id].source}."
                findings.append(Finding(path, 1, "duplicate-id", message, "error", "Give one of them another `id`."))
            found.setdefault(campaign.id, campaign)
    return {key: found[key] for key in sorted(found)}


def _is_campaign(path: str) -> bool:
    if not path.startswith("campaigns/"):
        return False
    place = PurePosixPath(path)
    folders = place.parts[:-1]
    if len(folders) == 2:
        return folders[0] == "campaigns" and place.name == "campaign.toml"
    return folders == ("campaigns",) and place.suffix == ".toml"


def _campaign(content: Path, path: str, paths: set[str], lang: str, findings: list[Finding]) -> Campaign | None:
    fields, faults = read_fields(content, path, CampaignFields)
    findings += faults
    if fields is None:
        return None
    place = PurePosixPath(path)
    folder = place.parent if place.name == "campaign.toml" else place.with_suffix("")
    told = (folder / RETROSPECTIVE).as_posix()
    own_lang = fields.lang or lang
    return Campaign(
        id=fields.id or folder.name,
        lang=own_lang,
        wins=Wins(**fields.wins.model_dump()),
        media=tuple(filter(None, (_media(path, one, paths, findings) for one in fields.media))),
        retrospective=_retrospective(content, told, own_lang, findings) if told in paths else None,
        source=path,
        **{name: getattr(fields, name) for name in AS_WRITTEN},
    )


def _media(path: str, fields: MediaFields, paths: set[str], findings: list[Finding]) -> Media | None:
    """One piece of the kit with its path in the content folder; a picture that is not there is left out."""
    given = fields.model_dump()
    if bool(fields.file) == bool(fields.url):
        message = "a piece of the media kit is either a `file` or a `url`."
        findings.append(Finding(path, 1, "bad-value", message, "error", "Write one of the two."))
        return None
    given["file"] = picture_path(fields.file, path) or ""
    if fields.file and given["file"] not in paths:
        message = f"the picture '{fields.file}' is not there."
        findings.append(Finding(path, 1, "missing-picture", message, "warning", "Put it beside the campaign."))
        return None
    return Media(**given)


def _retrospective(content: Path, path: str, lang: str, findings: list[Finding]) -> Text | None:
    text, faults = read_text(content, path)
    findings += faults
    if text is None:
        return None
    made = markup.render(text, 1)
    findings += placed(path, made.remarks)
    return typeset_text(made, lang)
