"""JSON between builds: what digests are made from, and what the ledger keeps. Nobody else reads it.

A build tells some hundred thousand values to find that most are what they were, so a fast writer does it. What that one
refuses, such as half a character that somebody escaped in a heading, the ordinary one writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import orjson

# Ours are the values that it would write by itself; keys are also numbers, such as the widths of a picture.
TOLD = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS


def told(value: Any, default: Callable[[Any], Any] | None = None, *, ordered: bool = False) -> bytes:
    """A value as JSON. `default` makes values of JSON from others, but for dates; `ordered` sorts keys.

    Raises TypeError for what neither JSON nor `default` knows; of infinity, which JSON lacks, it makes nothing.
    """
    try:
        return orjson.dumps(value, default, TOLD | orjson.OPT_SORT_KEYS if ordered else TOLD)
    except orjson.JSONEncodeError:
        text = json.dumps(value, default=default, sort_keys=ordered, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")


def heard(data: bytes) -> Any:
    """The value of what `told` wrote; raises ValueError for what is no JSON."""
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return json.loads(data)
