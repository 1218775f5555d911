"""Same pages, same bytes: Pagefind writes names and values in the order in which its hash maps happen to hold them.

An index is an entry file (JSON) that names a `pf_meta` for each language, which names a `pf_filter` for each filter;
both are gzipped CBOR after a signature, and every name holds a hash. What is put in order is named anew, from the
inside out.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

import cbor2

from ..urls import short_hash

ENTRY = "pagefind-entry.json"
SIGNATURE = b"pagefind_dcd"
FILTERS = 3  # the place of the list of (filter, name of its file) in a `pf_meta`


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same index with everything in a fixed order. `files` are those of one index, by name."""
    kept = {name: data for name, data in files.items() if not name.endswith((".pf_meta", ".pf_filter"))}
    entry = json.loads(files[ENTRY])
    for lang, about in entry["languages"].items():
        meta = _read(files[f"pagefind.{about['hash']}.pf_meta"])
        for one in meta[FILTERS]:
            name, values = _read(files[f"filter/{one[1]}.pf_filter"])
            data = _written([name, sorted([value, sorted(pages)] for value, pages in values)])
            one[1] = f"{lang}_{short_hash(data)}"
            kept[f"filter/{one[1]}.pf_filter"] = data
        meta[FILTERS].sort()
        data = _written(meta)
        about["hash"] = f"{lang}_{short_hash(data)}"
        kept[f"pagefind.{about['hash']}.pf_meta"] = data
    kept[ENTRY] = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return kept


def _read(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(SIGNATURE))


def _written(value: Any) -> bytes:
    return gzip.compress(SIGNATURE + cbor2.dumps(value), mtime=0)
