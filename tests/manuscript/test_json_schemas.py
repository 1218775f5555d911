"""Editors get the same rules as the check: the JSON Schemas in `docs/schemas/` are made from the same classes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from byline import front_matter
from byline.json_schemas import json_schemas, write_schemas
from byline.schema import ArticleFields, AuthorFields
from byline.toml_file import read_toml
from running import BLOGS, CORPUS, ROOT

KINDS = {"articles": "article", "authors": "author", "pages": "page"}
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def test_the_schemas_in_docs_are_those_of_the_code() -> None:
    written = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.json")}
    assert written.pop("preview.json")  # what Byline writes, not people: tests/preview holds it
    assert written.pop("results.json")  # tests/results holds it
    assert written.pop("signatures.json")  # tests/evidence holds it

    assert written == json_schemas(), "write them anew with byline.json_schemas.write_schemas"


def test_every_key_is_explained() -> None:
    for text in json_schemas().values():
        shape = json.loads(text)
        properties = shape.get("properties") or shape["additionalProperties"]["properties"]
        assert [key for key, value in properties.items() if not value.get("description")] == []


def test_what_must_be_there_is_required() -> None:
    required = {name: json.loads(text).get("required") for name, text in json_schemas().items()}

    assert required["article.json"] == list(ArticleFields.demanded)
    assert required["author.json"] == list(AuthorFields.demanded)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    write_schemas(tmp_path / "a")
    write_schemas(tmp_path / "b")

    assert [f.read_bytes() for f in sorted((tmp_path / "a").iterdir())] == [
        f.read_bytes() for f in sorted((tmp_path / "b").iterdir())
    ]


# --- what people wrote holds against them -----------------------------------------------------------------------------


def faults(value: Any, shape: Any, where: str = "") -> list[str]:
    """What an editor would mark, by the few words of JSON Schema that ours use."""
    if "anyOf" in shape:
        found = [faults(value, one, where) for one in shape["anyOf"]]
        return [] if [] in found else found[0]
    wrong = []
    if "type" in shape and not isinstance(value, TYPES[shape["type"]]):
        return [f"{where}: no {shape['type']}"]
    if "enum" in shape and value not in shape["enum"]:
        wrong.append(f"{where}: not in enum")
    if isinstance(value, str):
        too_long = len(value) > shape.get("maxLength", len(value))
        wrong += [f"{where}: no match"] * (too_long or not re.search(shape.get("pattern", ""), value))
    if isinstance(value, list):
        wrong += [fault for item in value for fault in faults(item, shape["items"], where)]
    if isinstance(value, dict):
        wrong += [f"{where}: misses {key}" for key in shape.get("required", []) if key not in value]
        others = shape.get("additionalProperties", True)
        for key, item in value.items():
            known = shape.get("properties", {}).get(key, others)
            wrong += [f"{where}.{key}: unknown"] * (known is False)
            wrong += faults(item, known, f"{where}.{key}") if isinstance(known, dict) else []
    return wrong


def marked(content: Path) -> list[str]:
    """All that an editor would mark in the front matter of a content folder."""
    shapes = {name.removesuffix(".json"): json.loads(text) for name, text in json_schemas().items()}
    found = []
    for folder, kind in KINDS.items():
        for file in sorted((content / folder).rglob("*.md")):
            front = front_matter.read(file.read_text("utf-8-sig"), ArticleFields.model_fields)
            given = {key: value for key, value in front.values.items() if value is not None}
            is_version = kind == "author" and file.stem.count(".")
            found += faults(given, {**shapes[kind], "required": []} if is_version else shapes[kind], str(file))
    return found


def test_the_sample_holds_against_the_schemas() -> None:
    shapes = {name: json.loads(text) for name, text in json_schemas().items()}
    for name in ("site", "categories"):
        file, _ = read_toml(ROOT / "content", f"{name}.toml")
        assert file is not None
        assert faults(file.values, shapes[f"{name}.json"]) == []
    assert marked(ROOT / "content") == []


@pytest.mark.parametrize("blog", BLOGS)
def test_real_blogs_hold_against_the_schemas(blog: str) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not here")

    assert marked(CORPUS / blog / "content") == []


def test_a_schema_marks_what_is_wrong() -> None:
    shape = json.loads(json_schemas()["article.json"])

    assert faults({"title": "A", "date": "x", "stauts": "draft", "status": "drfat"}, shape) == [
        ": misses authors",
        ".date: no match",
        ".stauts: unknown",
        ".status: not in enum",
    ]
