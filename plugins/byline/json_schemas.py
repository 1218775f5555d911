"""JSON Schemas of all files that people write, for editors that complete keys and mark mistakes while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .schema import ArticleFields, AuthorFields, CampaignFields, CategoryFields, Fields, PageFields, SiteFields

KINDS: Mapping[str, type[Fields]] = {
    "article": ArticleFields,
    "author": AuthorFields,
    "page": PageFields,
    "category": CategoryFields,
    "campaign": CampaignFields,
    "site": SiteFields,
}


def json_schemas() -> dict[str, str]:
    """JSON Schemas (draft 2020-12) by file name, for editors; `categories.json` is the whole file."""
    shapes = {kind: _shape(fields) for kind, fields in KINDS.items()}
    category = shapes.pop("category")
    words = {**category, "required": []}
    category["additionalProperties"] = words
    shapes["categories"] = {"type": "object", "additionalProperties": category}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {f"{kind}.json": json.dumps({**head, **shape}, indent=2) + "\n" for kind, shape in sorted(shapes.items())}


def _shape(fields: type[Fields]) -> dict[str, Any]:
    title = fields.__name__.removesuffix("Fields")
    return {**fields.model_json_schema(), "title": title, "required": list(fields.demanded)}


def write_schemas(folder: Path) -> None:
    """Write all JSON Schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
