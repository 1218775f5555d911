"""JSON Schemas of all files that people write, for editors that complete keys and mark mistakes while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from .campaign_schema import CampaignFields
from .editorial import EditorialFields
from .evidence_file import EvidenceFile
from .governance_schema import GovernanceFields
from .key_help import help_of
from .programme_aims import CostFields, ObjectiveFields
from .programme_schema import AmbassadorFields, CharterFields, DepartmentFields, HoldFields
from .recognition_schema import BadgeFields, ChallengeFields, RewardsFields
from .schema import ArticleFields, AuthorFields, CategoryFields, Fields, PageFields, SiteFields
from .taking_part_schema import (
    CampfireFields,
    EventFields,
    ForewordFields,
    GuideFields,
    IdeaFields,
    OfferedTextFields,
    ThanksFields,
    ValueFields,
)

KINDS: Mapping[str, type[Fields]] = {
    "article": ArticleFields,
    "author": AuthorFields,
    "page": PageFields,
    "category": CategoryFields,
    "campaign": CampaignFields,
    "site": SiteFields,
    "ambassador": AmbassadorFields,
    "charter": CharterFields,
    "event": EventFields,
    "campfire": CampfireFields,
    "thanks": ThanksFields,
    "idea": IdeaFields,
    "text": OfferedTextFields,
    "guide": GuideFields,
    "foreword": ForewordFields,
    "hold": HoldFields,
    "editorial": EditorialFields,
    "governance": GovernanceFields,
    "challenge": ChallengeFields,
    "rewards": RewardsFields,
}
# Files that hold nothing but tables, by name.
TABLES: Mapping[str, type[Fields]] = {
    "departments": DepartmentFields,
    "values": ValueFields,
    "objectives": ObjectiveFields,
    "costs": CostFields,
    "badges": BadgeFields,
}


def json_schemas() -> dict[str, str]:
    """JSON Schemas (draft 2020-12) by file name, for editors; `categories.json` is the whole file."""
    shapes = {kind: fields.model_json_schema() for kind, fields in KINDS.items()}
    category = shapes.pop("category")
    words = {**category, "required": []}
    category["additionalProperties"] = words
    shapes["categories"] = {"type": "object", "additionalProperties": category}
    shapes |= {
        name: {"type": "object", "additionalProperties": fields.model_json_schema()} for name, fields in TABLES.items()
    }
    shapes["evidence"] = EvidenceFile.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {f"{kind}.json": json.dumps({**head, **shape}, indent=2) + "\n" for kind, shape in sorted(shapes.items())}


def write_schemas(folder: Path) -> None:
    """Write all JSON Schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def key_table(kind: str) -> str:
    """The keys of a kind of file as a Markdown table: `docs/programme.md` is made of these."""
    fields = {**KINDS, **TABLES}[kind]
    rows = [
        f"| `{key}` | {'**required.** ' if key in fields.demanded else ''}{said} |"
        for key, said in help_of(fields).items()
    ]
    return "\n".join(["| key | meaning |", "|---|---|", *rows])
