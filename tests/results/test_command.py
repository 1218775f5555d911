"""`byline report` as people run it: what it writes, remembers and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from content_files import a_content
from running import Said, article, byline, site

EIGHT = [f"person-{letter}" for letter in "abcdefgh"]
GOVERNANCE = (
    'consulted = 2026-01-01\nkey_holder = "IT"\nrecipients = ["comms"]\nretention_months = 13\n'
    '[basis]\nstatistics = "legitimate-interest"\n'
)
OBJECTIVE = '[voices]\nname = "Voices"\nkpi = "{kpi}"\ntarget = 5\nstarts = 2026-01-01\nends = 2026-12-31\n'


def reported(folder: Path, people: list[str], kpi: str = "authors", *period: str) -> Said:
    texts = {f"articles/{id}.md": article(title=f"By {id}", authors=f"[{id}]", date="2026-05-02") for id in people}
    authors = {f"authors/{id}.md": f"---\nname: {id}\n---\n" for id in people}
    content = site(folder, **texts, **authors)
    programme = {f"people/{id}.toml": 'enrolled = 2026-01-01\ndepartment = "desk"\n' for id in people}
    programme |= {"governance.toml": GOVERNANCE, "objectives.toml": OBJECTIVE.format(kpi=kpi)}
    programme["departments.toml"] = '[desk]\nname = "Desk"\nheadcount = { 2026-01-01 = 40 }\n'
    a_content(folder / "programme", programme)
    return byline(
        *("report", "--content", content, "--programme", folder / "programme", "--internal", folder / "internal"),
        *("--cache", folder / "cache", *period), SOURCE_DATE_EPOCH="1782000000",
    )  # fmt: skip


def contributed(folder: Path, report: str = "") -> int:
    found = json.loads((folder / "internal" / report / "results-for-everybody.json").read_text("utf-8"))
    number: int = found["participation"][0]["contributed"]
    return number


def test_one_who_joins_between_two_reports_is_not_seen_in_any_period(tmp_path: Path) -> None:
    assert reported(tmp_path, EIGHT).code == 0
    assert contributed(tmp_path) == 8
    kept = (tmp_path / "programme/measures/shown.csv").read_bytes()

    assert reported(tmp_path, [*EIGHT, "zoe"]).code == 0
    assert reported(tmp_path, [*EIGHT, "zoe"], "authors", "--period", "2026-05").code == 0

    assert contributed(tmp_path) == contributed(tmp_path, "reports/2026-05") == 8
    assert (tmp_path / "programme/measures/shown.csv").read_bytes().startswith(kept)


def test_an_unknown_kpi_is_an_error_of_the_report_and_the_rest_is_written(tmp_path: Path) -> None:
    said = reported(tmp_path, EIGHT, "autors")

    assert said.code == 1
    assert "objectives.toml:3: unknown-kpi: 'kpi' names no KPI: 'autors'. Did you mean 'authors'?" in said.err
    assert contributed(tmp_path) == 8


@pytest.mark.parametrize("lang", ["", ".fr"])
def test_the_sample_shows_what_it_brought(shared_folder: Path, tmp_path: Path, lang: str) -> None:
    said = byline(
        "report", "--internal", tmp_path, "--cache", shared_folder / "sample/cache", SOURCE_DATE_EPOCH="1782000000"
    )
    page = (tmp_path / f"results{lang}.html").read_text("utf-8")

    assert said.code == 0, said
    assert page.count('<svg class="chart"') == 5
    assert json.loads((tmp_path / "results.json").read_text("utf-8"))["kpis"]["visits"]["value"] > 1000
