"""What is kept of visits: a month in two files that belong together."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from builders import a_visit
from byline.at_once import apply, complete
from byline.measures.rows import Rows, database, merged
from byline.measures.store import Counted, Import, Month, StoreError, files_of, load, months
from byline.model import Visit

JUNE = date(2026, 6, 15)
DB = database(threads=1)


def an_import(**fields: object) -> Import:
    given = {"files": {"a" * 64: "export.csv"}, "tool": "plausible", "days": {JUNE: Counted(2, 1, 0)}}
    return Import(**{**given, **fields})  # type: ignore[arg-type]


def kept(folder: Path, visits: Iterable[Visit] = (a_visit(),), *imports: Import) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    apply(folder, files_of(folder, "2026-06", Month((Rows.of(DB, visits),), imports or (an_import(),))))
    return {path.name: path.read_bytes() for path in sorted((folder / "measures").iterdir())}


def test_a_month_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    visits = (a_visit(visits=3, readers=2, engaged=None, conversions=0),)
    entry = an_import(
        channel="linkedin",
        unknown={"code 'abc'": 1},
        rejected={"of a day that has not come yet": 2},
        previews={(JUNE.replace(day=1), "why-we-moved", "linkedin"): 4},
    )
    kept(tmp_path, visits, entry)
    month = load(tmp_path, "2026-06", DB)

    assert tuple(merged(month.visits)) == visits
    assert month.imports == (entry,)
    assert months(tmp_path) == ("2026-06",)


def test_the_same_rows_in_any_order_are_the_same_bytes(tmp_path: Path) -> None:
    visits = [a_visit(article=name) for name in ("b", "a", "c")]
    imports = [an_import(files={letter * 64: "export.csv"}) for letter in "ba"]

    assert kept(tmp_path / "one", visits, *imports) == kept(tmp_path / "two", visits[::-1], *imports[::-1])


def test_nothing_in_the_files_tells_who_wrote_them_when(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    kept(tmp_path)

    assert pq.read_metadata(tmp_path / "measures" / "visits-202606.parquet").metadata is None


def test_the_ledger_can_be_read_by_people(tmp_path: Path) -> None:
    said = json.loads(kept(tmp_path)["visits-202606.json"])["imports"][0]

    assert said["days"] == {"2026-06-15": {"visits": 3, "attributed": 2, "unknown": 1, "untagged": 0}}


def test_a_month_without_imports_leaves(tmp_path: Path) -> None:
    kept(tmp_path)
    apply(tmp_path, files_of(tmp_path, "2026-06", Month()))

    assert not (tmp_path / "measures").exists()
    assert load(tmp_path, "2026-06", DB) == Month()


def test_rows_and_ledger_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    kept(tmp_path)
    other = kept(tmp_path / "other", [a_visit(visits=9)])
    (tmp_path / "measures" / "visits-202606.parquet").write_bytes(other["visits-202606.parquet"])

    with pytest.raises(StoreError, match="is not the file that it speaks of"):
        load(tmp_path, "2026-06", DB)


def test_what_breaks_off_between_the_two_files_is_ended_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path)
    put, done = os.replace, list[object]()

    def breaks_off(new: Path, path: Path) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(put(new, path))

    monkeypatch.setattr(os, "replace", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path, [a_visit(visits=9)])
    with pytest.raises(StoreError):
        load(tmp_path, "2026-06", DB)
    monkeypatch.undo()
    complete(tmp_path)

    assert [one.visits for one in merged(load(tmp_path, "2026-06", DB).visits)] == [9]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema": "byline.measures/9"}', '{"schema": "byline.measures/1"}'])
def test_a_broken_ledger_says_what_to_do(tmp_path: Path, text: str) -> None:
    kept(tmp_path)
    (tmp_path / "measures" / "visits-202606.json").write_text(text, "utf-8")

    with pytest.raises(StoreError, match="import again"):
        load(tmp_path, "2026-06", DB)


def test_rows_of_one_kind_are_summed() -> None:
    one, other = a_visit(visits=2, readers=2, engaged=1), a_visit(visits=3, readers=None, engaged=2)

    assert [*merged([Rows.of(DB, [one, other])])] == [a_visit(visits=5, readers=None, engaged=3)]
    assert [*merged([Rows.of(DB, [one]), Rows.of(DB, [other])])] == [a_visit(visits=5, readers=None, engaged=3)]


def test_days_overlap_when_two_files_tell_of_the_same_links() -> None:
    everything, linkedin, x = an_import(), an_import(channel="linkedin"), an_import(channel="x")

    assert everything.overlap(linkedin) == linkedin.overlap(everything) == (JUNE,)
    assert linkedin.overlap(x) == everything.overlap(an_import(total=True)) == ()
