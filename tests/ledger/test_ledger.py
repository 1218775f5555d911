"""What was made from the same inputs is not made again, and a damaged cache costs time, never correctness."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.ledger import Ledger, fingerprint, packed, unpacked


def counting(data: bytes) -> tuple[Callable[[], bytes], list[int]]:
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return data

    return make, calls


def test_the_same_inputs_are_made_once(tmp_path: Path) -> None:
    make, calls = counting(b"card")
    assert Ledger(tmp_path).remember("card", "a", ["title", 1], make) == b"card"
    assert Ledger(tmp_path).remember("card", "a", ["title", 1], make) == b"card"
    assert len(calls) == 1


def test_other_inputs_or_another_kind_are_made_anew(tmp_path: Path) -> None:
    make, calls = counting(b"x")
    ledger = Ledger(tmp_path)
    for kind, inputs in [("card", ["a"]), ("card", ["b"]), ("text", ["a"])]:
        ledger.remember(kind, "key", inputs, make)
    assert len(calls) == 3


def test_an_altered_entry_is_made_again(tmp_path: Path) -> None:
    make, calls = counting(b"right")
    Ledger(tmp_path).remember("card", "a", ["x"], make)
    with sqlite3.connect(tmp_path / "ledger.sqlite") as database:
        database.execute("UPDATE entries SET data = ?", (b"wrong",))
    assert Ledger(tmp_path).remember("card", "a", ["x"], make) == b"right"
    assert len(calls) == 2


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough to be read as one" * 100])
def test_a_file_that_is_no_ledger_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(damage)
    make, _ = counting(b"right")
    assert Ledger(tmp_path).remember("card", "a", ["x"], make) == b"right"


def test_a_truncated_ledger_still_gives_the_right_bytes(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for number in range(200):
        ledger.remember("text", "t", [number], lambda number=number: b"%d" % number * 100)
    file = tmp_path / "ledger.sqlite"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    again = Ledger(tmp_path)
    for number in range(200):
        assert again.remember("text", "t", [number], lambda number=number: b"%d" % number * 100) == b"%d" % number * 100


def test_a_cache_that_cannot_be_made_is_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way")
    make, _ = counting(b"right")
    assert Ledger(tmp_path / "file" / "cache").remember("card", "a", ["x"], make) == b"right"
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_many_are_made_in_processes_and_come_back_in_order(tmp_path: Path) -> None:
    items = [(str(n), [n]) for n in range(50)]
    made = Ledger(tmp_path).remember_all("square", items, lambda n: b"%d" % (n * n), processes=2)
    assert made == [b"%d" % (n * n) for n in range(50)]


def test_what_is_no_plain_value_is_no_input() -> None:
    with pytest.raises(TypeError, match="not an input: object"):
        fingerprint(object())


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_packing_loses_nothing(parts: list[bytes]) -> None:
    assert unpacked(packed(parts)) == parts


def names(folder: Path) -> int:
    with sqlite3.connect(folder / "ledger.sqlite") as database:
        return int(database.execute("SELECT count(*) FROM entries").fetchone()[0])


def test_what_no_build_names_for_a_month_is_forgotten(tmp_path: Path) -> None:
    def build(today: int, *inputs: str) -> int:
        """How many of the inputs had to be made."""
        ledger, made = Ledger(tmp_path), list[int]()
        items = [(one, [one]) for one in inputs]
        ledger.remember_all("card", items, lambda index: made.append(index) or b"x" * 9000, processes=1)  # type: ignore[func-returns-value]
        ledger.prune(today)
        return len(made)

    assert build(1, "kept", "gone") == 2
    assert build(20, "kept") == 0
    assert build(32, "kept") == 0
    assert names(tmp_path) == 1
    assert build(33, "kept", "gone") == 1


def test_a_ledger_is_looked_through_once_a_day_and_shrinks(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for number in range(50):
        ledger.remember("card", "a", [number], lambda: b"x" * 9000)
    ledger.prune(1)
    size = (tmp_path / "ledger.sqlite").stat().st_size

    later = Ledger(tmp_path)
    later.remember("card", "a", [1], lambda: b"never")
    later.prune(40)
    later.prune(40)

    assert names(tmp_path) == 1
    assert (tmp_path / "ledger.sqlite").stat().st_size < size / 4
    assert later.remember("card", "a", [1], lambda: b"never") == b"x" * 9000


def test_what_is_only_named_stays(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    name = ledger.name("text", ["a"])
    ledger.write("text", {name: b"words"})
    ledger.prune(1)

    later = Ledger(tmp_path)
    later.still([name])
    later.prune(40)

    assert later.read([name]) == {name: b"words"}


def test_a_ledger_of_before_is_taken_over(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as database:
        database.execute("CREATE TABLE entries (name TEXT PRIMARY KEY, kind TEXT, sum TEXT, data BLOB)")
    make, calls = counting(b"card")

    for _ in range(2):
        ledger = Ledger(tmp_path)
        assert ledger.remember("card", "a", ["x"], make) == b"card"
        ledger.prune(1)

    assert len(calls) == 1
