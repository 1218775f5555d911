"""Reports stand beside what a build made: all of one or none, and no build sweeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.commit import OutputError, Root, commit, prepare
from byline.model import File
from byline.period import period
from byline.reporting import folder_of, named, put_reports, report_langs


def put(folder: Path, at: str, **files: str) -> list[str]:
    given = [File(name.replace("_", "."), text.encode(), internal=True) for name, text in files.items()]
    internal = Root(folder / "internal")
    return [path.relative_to(internal.output).as_posix() for path in put_reports(folder, internal, at, given)]


def built(folder: Path, **files: str) -> None:
    root = Root(folder / "internal")
    prepare([root], never=())
    for name, text in files.items():
        (root.stage / name.replace("_", ".")).write_text(text, "utf-8")
    commit([root])


def standing(folder: Path) -> dict[str, str]:
    internal = folder / "internal"
    return {path.relative_to(internal).as_posix(): path.read_text("utf-8") for path in internal.rglob("*.*")}


@pytest.mark.parametrize(
    ("name", "folder"),
    [("all", ""), ("2026", "reports/2026/"), ("2026-Q2", "reports/2026-Q2/"), ("2026-06", "reports/2026-06/")],
)
def test_a_period_has_its_folder_and_all_time_the_top(name: str, folder: str) -> None:
    assert folder_of(period(name)) == folder


def test_files_are_put_where_nothing_was_built_yet(tmp_path: Path) -> None:
    assert put(tmp_path, "reports/2026/", a_json="{}") == ["reports/2026/a.json"]
    assert standing(tmp_path) == {"reports/2026/a.json": "{}"}


def test_no_build_sweeps_a_report(tmp_path: Path) -> None:
    put(tmp_path, "", results_html="1")
    put(tmp_path, "reports/2026/", results_html="2")
    built(tmp_path, b_html="3")
    built(tmp_path, c_html="4")

    assert standing(tmp_path) == {"results.html": "1", "reports/2026/results.html": "2", "c.html": "4"}


def test_a_later_report_takes_away_what_the_earlier_one_left_in_its_own_folder(tmp_path: Path) -> None:
    put(tmp_path, "", a_html="1", b_html="2")
    put(tmp_path, "reports/2026/", b_html="3")
    put(tmp_path, "", a_html="4")

    assert standing(tmp_path) == {"a.html": "4", "reports/2026/b.html": "3"}


def test_what_did_not_change_keeps_its_date(tmp_path: Path) -> None:
    put(tmp_path, "", a_html="1", b_html="2")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "internal").iterdir()}
    put(tmp_path, "", a_html="1", b_html="3")
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "internal").iterdir()}

    assert [path.name for path in before if before[path] != after[path]] == ["b.html"]


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "internal").mkdir()
    (tmp_path / "internal/mine.txt").write_text("mine", "utf-8")

    with pytest.raises(OutputError, match="holds files that Byline did not make"):
        put(tmp_path, "", a_html="1")


def test_reports_speak_english_and_french_and_the_sites_own_language_first() -> None:
    assert report_langs("en") == ("en", "fr")
    assert report_langs("fr-CA") == ("fr", "en")
    assert report_langs("pt-BR") == ("en", "fr")
    assert [named("results", lang, ("fr", "en"), "html") for lang in ("fr", "en")] == [
        "results.html",
        "results.en.html",
    ]
