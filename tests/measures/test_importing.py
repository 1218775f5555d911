"""The same visits, whichever tool counted them; the same file, however often it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from byline.at_once import apply
from byline.measures.importing import Wanted, bring_in
from byline.measures.purging import purge
from byline.measures.reading import read
from byline.measures.replacing import OverlapError
from byline.measures.telling import sentences
from byline.model import Visit
from byline.refusals import Refusal
from measures import exports
from measures.exports import HOST, KEY, ROWS, TOKEN, known

CANONICAL = {
    (date.fromisoformat(day), article, source, campaign, content, visits)
    for day, source, article, campaign, content, visits, _, _ in ROWS
}


def brought(folder: Path, tool: str, *files: Path, **more: object) -> list[str]:
    wanted = Wanted(tool, files, str(more.pop("channel", "")), bool(more.pop("again", False)))
    brought = bring_in(folder, wanted, known(**more), HOST)
    folder.mkdir(exist_ok=True)
    apply(folder, brought.files)
    return [sentence for one in brought.done for sentence in sentences(one)]


def purged(folder: Path, before: date) -> tuple[int, int]:
    done = purge(folder, before)
    apply(folder, done.files)
    return done.rows, done.months


def rows(folder: Path) -> set[tuple[object, ...]]:
    return {(v.day, v.article, v.channel, v.campaign, v.content, v.visits) for v in read(folder).visits}


def by_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "measures").iterdir())}


ONE_FILE: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "plausible": ("plausible", exports.plausible),
    "ga4": ("ga4", exports.ga4),
    "ga4 in French": ("ga4", lambda folder: exports.ga4(folder, french=True)),
    "log": ("log", exports.log),
    "log in a zip": ("log", lambda folder: exports.zipped(exports.log(folder, name="access.log"))),
    "log of Caddy": ("log", exports.caddy),
}


@pytest.mark.parametrize("name", ONE_FILE)
def test_every_tool_gives_the_same_rows(tmp_path: Path, name: str) -> None:
    tool, export = ONE_FILE[name]
    said = brought(tmp_path, tool, export(tmp_path))

    assert rows(tmp_path) == CANONICAL
    assert "  10 visits, 10 attributed, 0 unknown" in said


def test_matomo_gives_the_same_rows_channel_by_channel(tmp_path: Path) -> None:
    for source in ("linkedin", "x", "mastodon"):
        brought(tmp_path, "matomo", exports.matomo(tmp_path, source), channel=source)

    assert rows(tmp_path) == CANONICAL


def test_a_tool_says_no_more_than_it_counts(tmp_path: Path) -> None:
    def numbers(tool: str, export: Path) -> set[tuple[int | None, ...]]:
        brought(tmp_path / tool, tool, export, **({"channel": "linkedin"} if tool == "matomo" else {}))
        return {
            (one.readers, one.engaged, one.conversions)
            for one in read(tmp_path / tool).visits
            if one.content == "reader"
        }

    assert numbers("plausible", exports.plausible(tmp_path)) == {(3, 2, None)}
    assert numbers("matomo", exports.matomo(tmp_path, "linkedin")) == {(3, 2, 1)}
    assert numbers("ga4", exports.ga4(tmp_path)) == {(3, 2, 1)}
    assert numbers("log", exports.log(tmp_path)) == {(3, None, None)}


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path))
    before = by_files(tmp_path)

    assert brought(tmp_path, "plausible", exports.plausible(tmp_path)) == [
        "plausible.zip: imported before, nothing changed"
    ]
    assert by_files(tmp_path) == before


def test_the_same_files_anywhere_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        brought(tmp_path / name, "log", exports.log(tmp_path))

    assert by_files(tmp_path / "one") == by_files(tmp_path / "two")


def test_days_that_are_kept_are_refused_by_file_and_day(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path))
    before = by_files(tmp_path)

    with pytest.raises(OverlapError) as refused:
        brought(tmp_path, "ga4", exports.ga4(tmp_path))

    assert "ga4.csv: 2026-09-01 to 2026-09-03 are kept already, from plausible.zip (plausible)" in str(refused.value)
    assert by_files(tmp_path) == before


def test_days_that_are_kept_are_replaced_by_choice(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path))
    said = brought(tmp_path, "ga4", exports.ga4(tmp_path), again=True)

    assert rows(tmp_path) == CANONICAL
    assert {one.tool for one in read(tmp_path).visits} == {"ga4"}
    assert read(tmp_path).days.keys() == {date(2026, 9, day) for day in (1, 2, 3)}
    assert "  replaced: what was kept of 2026-09-01 to 2026-09-03" in said


def test_nothing_is_kept_when_one_file_is_refused(tmp_path: Path) -> None:
    good, bad = exports.plausible(tmp_path), tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", "utf-8")

    with pytest.raises(Refusal):
        brought(tmp_path, "plausible", good, bad)

    assert not (tmp_path / "measures").exists()


def test_without_what_was_agreed_on_no_row_carries_a_token(tmp_path: Path) -> None:
    brought(tmp_path, "log", exports.log(tmp_path), allowed=False)

    assert TOKEN.encode() not in b"".join(by_files(tmp_path).values())
    assert TOKEN not in {one.content for one in read(tmp_path).visits}
    assert sum(one.visits for one in read(tmp_path).visits) == 10


def test_somebody_who_no_longer_wants_it_is_some_ambassador(tmp_path: Path) -> None:
    said = brought(tmp_path, "plausible", exports.plausible(tmp_path), people={"lena-example": False})

    assert TOKEN not in {one.content for one in read(tmp_path).visits}
    assert "  10 visits, 10 attributed, 0 unknown" in said


def test_unknown_tokens_are_listed_and_their_visits_counted(tmp_path: Path) -> None:
    said = brought(tmp_path, "plausible", exports.plausible(tmp_path), people={})

    assert "  10 visits, 8 attributed, 2 unknown" in said
    assert f"    unknown: code '{TOKEN}', 2 visits" in said
    assert read(tmp_path).unknown_words == {f"code '{TOKEN}'": 2}
    assert sum(one.visits for one in read(tmp_path).visits) == 10


def test_rows_of_persons_expire_and_their_visits_stay(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path), expired=date(2026, 9, 2))

    assert TOKEN not in {one.content for one in read(tmp_path).visits}
    assert sum(one.visits for one in read(tmp_path).visits) == 10


def test_an_import_lets_older_rows_expire(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path))
    brought(tmp_path, "log", later(tmp_path), expired=date(2026, 9, 20))

    assert TOKEN not in {one.content for one in read(tmp_path).visits}


def later(folder: Path) -> Path:
    path = folder / "later.log"
    path.write_text(exports.line("2026-09-25", "203.0.113.9", "/articles/why-we-sign/"), "utf-8")
    return path


def test_purging_forgets_whose_link_it_was_and_no_sum(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path))
    before = read(tmp_path)

    assert purged(tmp_path, date(2026, 9, 2)) == (1, 1)
    after = read(tmp_path)
    assert TOKEN not in {one.content for one in after.visits}
    assert replace(after, visits=()) == replace(before, visits=())
    assert sum(one.visits for one in after.visits) == sum(one.visits for one in before.visits)
    assert purged(tmp_path, date(2026, 9, 2)) == (0, 0)


def test_purging_forgets_codes_that_nobody_knew(tmp_path: Path) -> None:
    brought(tmp_path, "plausible", exports.plausible(tmp_path), people={})
    purged(tmp_path, date(2026, 10, 1))

    assert TOKEN.encode() not in b"".join(by_files(tmp_path).values())
    assert sum(read(tmp_path).unknown_words.values()) == 2


def test_a_dashboards_export_gives_sums_alone(tmp_path: Path) -> None:
    folder = tmp_path / "visitors.csv"
    folder.write_text(
        "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n2026-09-01,30,90,40,2,50,60\n",
        "utf-8",
    )
    said = brought(tmp_path, "plausible", exports.zipped(folder))

    assert read(tmp_path).totals == {date(2026, 9, 1): 40}
    assert not read(tmp_path).measured
    assert "  40 visits, sums alone" in said
    assert any("sums were kept" in one for one in said)
    brought(tmp_path, "ga4", exports.ga4(tmp_path))
    assert rows(tmp_path) == CANONICAL


def test_what_google_put_together_is_a_warning(tmp_path: Path) -> None:
    path = exports.ga4(tmp_path)
    path.write_text(path.read_text("utf-8") + "20260904,(other),(other),(other),(other),1 240,9,9,9\n", "utf-8")
    said = brought(tmp_path, "ga4", path)

    assert "  1,250 visits, 10 attributed, 1,240 unknown" in said
    assert any("1,240 visits stand under (other)" in one for one in said)


@pytest.mark.parametrize(
    ("tool", "text", "missing"),
    [
        ("plausible", "date,visits\n2026-09-01,3\n", "no column utm_source, utm_campaign, utm_content. Export Site"),
        ("ga4", "Date,Sessions\n20260901,3\n", "no column session manual source, session manual campaign name"),
        ("matomo", "label,nb_visits\nx,3\n", "does not say of which day it is. Export Acquisition"),
        ("matomo", "date,nb_visits\n2026-09-01,3\n", "has no column label. Export Acquisition"),
        ("matomo", "", "does not say of which day"),
        ("ga4", "# only\n# comments\n", "has no column"),
    ],
)
def test_a_refusal_names_what_is_missing_and_what_to_export(tmp_path: Path, tool: str, text: str, missing: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(text, "utf-8")

    with pytest.raises(Refusal) as refused:
        brought(tmp_path, tool, path)

    assert missing in str(refused.value)


def test_a_matomo_report_of_one_day_says_it_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Campaigns 2026-09-01.csv"
    path.write_text("Libellé,Visiteurs uniques,Visites\nwhy-we-sign - x - reader,1,2\n", "utf-8")
    brought(tmp_path, "matomo", path, channel="email")

    assert rows(tmp_path) == {(date(2026, 9, 1), "why-we-sign", "email", "", "reader", 2)}


def test_the_days_between_are_measured_too(tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    days = ("2026-09-01", "2026-09-04")
    path.write_text("".join(exports.line(day, "203.0.113.1", "/articles/why-we-sign/") for day in days), "utf-8")
    brought(tmp_path, "log", path)

    assert [day.day for day in read(tmp_path).days] == [1, 2, 3, 4]


def test_an_old_key_is_still_understood(tmp_path: Path) -> None:
    from byline.tokens import Secrets

    brought(tmp_path, "plausible", exports.plausible(tmp_path), secrets=Secrets("n" * 32, (KEY,)))

    assert rows(tmp_path) == CANONICAL


def test_totals_reconcile(tmp_path: Path) -> None:
    untagged = exports.line("2026-09-02", "203.0.113.77", "/articles/why-we-sign/", referrer="https://search.example/")
    strange = exports.line("2026-09-02", "203.0.113.78", "/?utm_source=shop&utm_campaign=sale")
    brought(tmp_path, "log", exports.log(tmp_path, untagged, strange))
    found = read(tmp_path)

    assert (found.attributed, found.unknown, found.untagged) == (10, 1, 1)
    assert sum(one.visits for one in found.visits) == 11
    assert Visit(date(2026, 9, 2), "why-we-sign", visits=1, readers=1, tool="log") in found.visits
