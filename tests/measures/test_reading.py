"""What reports are told of visits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import a_visit
from byline.at_once import apply
from byline.measures.reading import read, whose
from byline.measures.rows import Rows, database
from byline.measures.store import Counted, Import, Month, files_of
from byline.model import Measures
from byline.period import period
from byline.tokens import Secrets, token

KEY = "k" * 32
JUNE, JULY = date(2026, 6, 15), date(2026, 7, 1)
TOKEN = token(KEY, "lena-example", "why-we-moved", "linkedin", "1")


def kept(folder: Path) -> Path:
    """June with a personal row and an unknown word, July with nothing but a tool's own total."""
    june = Import(
        {"a" * 64: "june.csv"}, "plausible", days={JUNE: Counted(3, 1, 2)}, unknown={"code 'zzzz'": 1},
        rejected={"too short": 1}, previews={(JUNE.replace(day=1), "why-we-moved", "x"): 2},
    )  # fmt: skip
    july = Import({"b" * 64: "july.zip"}, "plausible", total=True, days={JULY: Counted(untagged=9)})
    db = database(threads=1)
    personal = [a_visit(visits=2), a_visit(content=TOKEN, visits=1)]
    kept = files_of(folder, "2026-06", Month((Rows.of(db, personal),), (june,)))
    apply(folder, kept | files_of(folder, "2026-07", Month((Rows.of(db, []),), (july,))))
    return folder


def test_a_period_is_told_with_all_that_it_leaves_out(tmp_path: Path) -> None:
    found = read(kept(tmp_path), period("2026-06"))

    assert found.days == {JUNE: ("plausible",)}
    assert (found.attributed, found.unknown, found.untagged) == (3, 1, 2)
    assert found.unknown_words == {"code 'zzzz'": 1}
    assert found.rejected == {"too short": 1}
    assert found.previews == {("why-we-moved", "x"): 2}
    assert sum(one.visits for one in found.visits) == 3


def test_what_nothing_covers_is_not_measured(tmp_path: Path) -> None:
    assert read(None) == read(tmp_path) == Measures()
    assert not read(kept(tmp_path), period("2026-05")).measured


def test_totals_stand_beside_the_rows(tmp_path: Path) -> None:
    found = read(kept(tmp_path), period("2026-07"))

    assert found.totals == {JULY: 9}
    assert not found.measured
    assert found.visits == ()


def test_a_row_that_has_expired_is_some_ambassadors(tmp_path: Path) -> None:
    kept(tmp_path)

    assert [one.content for one in read(tmp_path).visits] == [TOKEN, "reader"]
    assert [one.content for one in read(tmp_path, expired=JULY).visits] == ["ambassador", "reader"]


def test_tokens_are_told_of_the_people_asked_for_alone(tmp_path: Path) -> None:
    visits = read(kept(tmp_path)).visits

    assert whose(visits, ["samir-example"], Secrets(KEY), ["1"]) == {}
    assert whose(visits, ["lena-example"], Secrets(), ["1"]) == {}
    assert whose(visits, ["lena-example"], Secrets(KEY), ["1"])[TOKEN].person == "lena-example"
    assert whose(visits, ["lena-example"], Secrets("n" * 32, (KEY,)), ["1"])[TOKEN].channel == "linkedin"
