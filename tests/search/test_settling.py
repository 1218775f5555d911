"""An index does not depend on the order in which Pagefind's hash maps fall."""

from __future__ import annotations

import gzip
import json
from typing import Any

import cbor2
from hypothesis import given
from hypothesis import strategies as st

from byline.search.settling import settled

AUTHORS = (("Jane Doe", [0, 2]), ("Omar Haddad", [1]), ("Zoé", [1, 2]))
FILTERS = ("author", "category", "year")
LANGS = ("en", "fr", "pt-br")


def cbor(value: Any) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def opened(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


def an_index(
    values: tuple[Any, ...] = AUTHORS, filters: tuple[str, ...] = FILTERS, langs: tuple[str, ...] = LANGS, run: int = 0
) -> dict[str, bytes]:
    """The files of an index as one run of Pagefind may write them, with names of that run."""
    files = {"pagefind.js": b"code", "fragment/en_1.pf_fragment": b"text", "index/en_2.pf_index": b"words"}
    languages = {}
    for lang in langs:
        hashes = [[name, f"{lang}_{name}{run}"] for name in filters]
        for name, hashed in hashes:
            files[f"filter/{hashed}.pf_filter"] = cbor([name, [list(value) for value in values]])
        languages[lang] = {"hash": f"{lang}_{run}", "wasm": None, "page_count": 3}
        files[f"pagefind.{lang}_{run}.pf_meta"] = cbor(
            ["1.5.2", [["en_1", 7]], [["a", "z", "en_2"]], hashes, [], ["title"]]
        )
    return {**files, "pagefind-entry.json": json.dumps({"version": "1.5.2", "languages": languages}).encode()}


@given(st.permutations(AUTHORS), st.permutations(FILTERS), st.permutations(LANGS), st.integers(0, 9))
def test_whatever_the_order_the_bytes_are_the_same(
    values: list[Any], filters: list[str], langs: list[str], run: int
) -> None:
    assert settled(an_index(tuple(values), tuple(filters), tuple(langs), run)) == settled(an_index())


def test_what_the_index_says_stays() -> None:
    files = settled(an_index())
    entry = json.loads(files["pagefind-entry.json"])
    meta = opened(files[f"pagefind.{entry['languages']['fr']['hash']}.pf_meta"])
    names = dict(meta[3])

    assert entry["languages"].keys() == set(LANGS)
    assert meta[:3] == ["1.5.2", [["en_1", 7]], [["a", "z", "en_2"]]]
    assert names.keys() == set(FILTERS)
    assert opened(files[f"filter/{names['author']}.pf_filter"]) == ["author", [list(value) for value in AUTHORS]]
    assert files["fragment/en_1.pf_fragment"] == b"text"


def test_nothing_is_left_that_no_one_asks_for() -> None:
    files = settled(an_index(run=5))

    assert [name for name in files if name.endswith(("5.pf_meta", "5.pf_filter")) and name in an_index(run=5)] == []
    assert len(files) == len(an_index())
