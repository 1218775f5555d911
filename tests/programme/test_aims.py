"""Objectives, costs and declared outcomes: what can be read of them, and each fault with its line and what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from byline.aims import read_aims
from byline.model import Aims, Cost, Finding, Objective, Outcome
from content_files import a_content

VISITS = '[more]\nname = "More readers"\nkpi = "visits"\ntarget = 1200\nstarts = 2026-03-01\nends = 2026-06-15\n'
HEAD = "day,campaign,kind,number,source\n"


def read(folder: Path, **files: str) -> tuple[Aims, list[Finding]]:
    """Aims of these files: `costs_toml` is `costs.toml`."""
    return read_aims(a_content(folder, {name.replace("_", "."): text for name, text in files.items()}), "en")


def test_what_is_absent_is_not_missed(tmp_path: Path) -> None:
    assert read(tmp_path) == (Aims(), [])


def test_an_objective_is_read(tmp_path: Path) -> None:
    aims, findings = read(tmp_path, objectives_toml=VISITS + 'campaign = "spring-hiring"\n')
    days = (date(2026, 3, 1), date(2026, 6, 15))

    assert findings == []
    assert aims.objectives == (Objective("more", "More readers", "visits", 1200, *days, "en", "spring-hiring"),)


def test_an_objective_has_names_in_other_languages(tmp_path: Path) -> None:
    aims, findings = read(tmp_path, objectives_toml=VISITS + 'names = { fr = "Plus de lecture" }\n')

    assert findings == []
    assert [(one.named("fr"), one.named("de"), one.speaks("de")) for one in aims.objectives] == [
        ("Plus de lecture", "More readers", "en")
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('kpi = "visists"', ("unknown-kpi", 3, "Did you mean 'visits'?")),
        ('kpi = "Participation rate"', ("unknown-kpi", 3, "Did you mean 'participation_rate'?")),
        ('kpi = "mood"', ("unknown-kpi", 3, "Known: articles, authors")),
    ],
)
def test_an_unknown_kpi_is_an_error_with_the_nearest_known_one(
    tmp_path: Path, line: str, found: tuple[str, int, str]
) -> None:
    aims, findings = read(tmp_path, objectives_toml=VISITS.replace('kpi = "visits"', line))
    name, number, hint = found

    assert aims.objectives == ()
    assert [(one.name, one.line, one.severity) for one in findings] == [(name, number, "error")]
    assert findings[0].hint.startswith(hint)


@pytest.mark.parametrize("target", ["0", "-1", '"many"', "true", "inf", "nan"])
def test_a_target_is_a_number_above_zero(tmp_path: Path, target: str) -> None:
    aims, findings = read(tmp_path, objectives_toml=VISITS.replace("1200", target))

    assert aims.objectives == ()
    assert [(one.name, one.line) for one in findings] == [("bad-value", 4)]


def test_an_objective_that_ends_before_it_starts_is_none(tmp_path: Path) -> None:
    aims, findings = read(tmp_path, objectives_toml=VISITS.replace("2026-06-15", "2026-01-15"))

    assert aims.objectives == ()
    assert [one.message for one in findings] == ["'ends' is before 'starts'."]


def test_costs_are_of_campaigns_and_of_nobody(tmp_path: Path) -> None:
    aims, findings = read(tmp_path, costs_toml='[spring]\nhours = 46\neuros = 1250.5\n[autumn]\nperson = "jane"\n')

    assert aims.costs == {"spring": Cost("spring", 46, 1250.5), "autumn": Cost("autumn")}
    assert [(one.name, one.line) for one in findings] == [("unknown-key", 5)]


def test_outcomes_are_read_in_order_of_day(tmp_path: Path) -> None:
    rows = "2026-05-04,spring,applications,7,\n\n2026-04-01, spring ,reach,1200,our page on LinkedIn\n"
    aims, findings = read(tmp_path, outcomes_csv="\ufeff" + HEAD + rows)

    assert findings == []
    assert aims.outcomes == (
        Outcome(date(2026, 4, 1), "spring", "reach", 1200, "our page on LinkedIn"),
        Outcome(date(2026, 5, 4), "spring", "applications", 7),
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-05-04,spring,aplications,7,", "Did you mean 'applications'?"),
        ("4 May,spring,leads,7,", "Write such as: 2026-05-04"),
        ("2026-05-04,spring,leads,-7,", "Write such as: 2026-05-04"),
        ("2026-05-04,spring,leads,7.5,", "Write such as: 2026-05-04"),
        ("2026-05-04,spring,leads,٣,", "Write such as: 2026-05-04"),
        ("2026-05-04,spring,leads", "Write such as: 2026-05-04"),
        ("2026-05-04,spring,=1+1,7,", "Known: applications, leads"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    aims, findings = read(tmp_path, outcomes_csv=f"{HEAD}2026-05-03,spring,leads,1,\n{row}\n")

    assert len(aims.outcomes) == 1
    assert [(one.name, one.line, one.severity) for one in findings] == [("bad-outcome", 3, "error")]
    assert findings[0].hint.startswith(said)


def test_other_columns_are_refused_as_a_whole(tmp_path: Path) -> None:
    aims, findings = read(tmp_path, outcomes_csv="date;kind\n1;2\n")

    assert aims.outcomes == ()
    assert [one.hint for one in findings] == ["The first line is: day,campaign,kind,number,source"]
