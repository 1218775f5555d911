"""The reports: what they say, what they do not know, and what nobody can find in them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from builders import a_category, an_article, an_author, an_edition
from byline.build import Build
from byline.kpis import KPIS
from byline.model import Aims, Campaign, Cost, Measures, Objective, Outcome, Text, Wins
from byline.period import ALL, Period, period
from byline.results.memory import FILE, LostMemory, recall
from byline.results.report import Reported, own_of, results_report
from byline.results.shape import SHAPE, schema_file
from byline.results.values import FORMULAS
from results.worlds import (
    AGREED,
    MAY,
    a_person,
    a_programme,
    a_results_build,
    by_link,
    by_readers,
    measured,
    owners,
    with_aims,
)
from running import ROOT

EIGHT = [f"person-{letter}" for letter in "abcdefgh"]
SIXTEEN = [f"person-{letter}" for letter in "abcdefghijklmnop"]
SPRING = Campaign("spring", "Spring hiring", date(2026, 3, 1), date(2026, 5, 31), wins=Wins("readers", "", "company"))


NOTHING = Measures()
NO_AIMS = Aims()


def reported(build: Build, measures: Measures = NOTHING, of: Period = ALL, people: Any = ()) -> Reported:
    return results_report(build, measures, owners(people), of)


def files(report: Reported) -> dict[str, str]:
    return {file.save_as: file.data.decode() for file in report.files}


def comms(report: Reported) -> dict[str, Any]:
    return shaped(files(report)["results.json"])


def everybody(report: Reported) -> dict[str, Any]:
    return shaped(files(report)["results-for-everybody.json"])


def shaped(text: str) -> dict[str, Any]:
    """What a file holds; every test that reads one holds it against the shape that `docs/schemas` tells of."""
    found: dict[str, Any] = json.loads(text)
    assert SHAPE.validate_json(text) == found
    return found


def a_build_with(people: Any = (), aims: Aims = NO_AIMS, **fields: Any) -> Build:
    return a_results_build(with_aims(a_programme(map(a_person, people)), aims), **fields)


def test_programs_are_told_the_shape_of_results() -> None:
    """`make docs` writes it."""
    assert (ROOT / "docs/schemas/results.json").read_text("utf-8") == schema_file()


# --- what is measured, and what is not --------------------------------------------------------------------------------


def test_what_was_not_measured_is_not_zero() -> None:
    report = reported(a_build_with())

    assert comms(report)["kpis"]["visits"] == {"source": "measured", "value": None, "why": "not-measured"}
    assert "Visits were not measured in this period" in files(report)["results.html"]
    assert "Les visites n’ont pas été mesurées" in files(report)["results.fr.html"]


def test_what_was_measured_and_brought_nobody_is_zero() -> None:
    assert comms(reported(a_build_with(), measured()))["kpis"]["visits"]["value"] == 0


def test_a_number_that_one_tool_does_not_tell_is_not_told() -> None:
    found = comms(reported(a_build_with(), measured(by_readers(), by_readers(5, conversions=None, channel="x"))))

    assert found["kpis"]["visits"]["value"] == 15
    assert found["kpis"]["conversions"] == {"source": "measured", "value": None, "why": "not-told"}


def test_days_outside_of_the_period_do_not_count() -> None:
    measures = measured(by_readers(10), by_readers(7, day=date(2026, 4, 30)))

    assert comms(reported(a_build_with(), measures, period("2026-05")))["kpis"]["visits"]["value"] == 10
    assert comms(reported(a_build_with(), measures, period("2025")))["kpis"]["visits"]["why"] == "not-measured"


def test_sums_by_day_article_channel_and_category_are_all_visits() -> None:
    edition = an_edition(
        an_article("a", category=a_category("trust"), needs=("growth", "voice")),
        an_article("b", category=a_category("work")),
    )
    measures = measured(
        by_readers(3, article="a"), by_readers(4, article="b", channel=""), by_readers(5, article="a", channel="x")
    )
    found = comms(reported(a_build_with(edition=edition), measures))

    assert sum(row["visits"] for row in found["rows"]) == found["kpis"]["visits"]["value"] == 12
    assert {name: one["visits"] for name, one in found["channels"].items()} == {"": 4, "linkedin": 3, "x": 5}
    assert {name: one["visits"] for name, one in found["categories"].items()} == {"trust": 8, "work": 4}
    assert {name: one["visits"] for name, one in found["by_need"].items()} == {"growth": 8, "voice": 8}
    assert {name: one["visits"] for name, one in found["articles"].items()} == {"a": 8, "b": 4}


def test_what_networks_say_of_themselves_is_labelled_and_added_to_nothing() -> None:
    edition = replace(an_edition(an_article(campaign="spring")), campaigns=(SPRING,))
    told = Aims(outcomes=(Outcome(MAY, "spring", "reach", 90_000, "a network"), Outcome(MAY, "spring", "likes", 800)))
    with_it = comms(reported(a_build_with(edition=edition, aims=told), measured(by_readers())))
    without = comms(reported(a_build_with(edition=edition), measured(by_readers())))

    assert with_it["campaigns"][0].pop("declared") == {"reach": 90_000, "likes": 800}
    assert without["campaigns"][0].pop("declared") == {}
    assert with_it == without
    assert "Reach, as networks tell it" in files(reported(a_build_with(edition=edition, aims=told)))["results.html"]


def test_every_kpi_has_a_formula_in_code_on_the_page_and_in_the_documentation() -> None:
    labels = (ROOT / "plugins/byline/results/templates/_labels.html").read_text("utf-8")
    page = (ROOT / "docs/results.md").read_text("utf-8")

    assert list(FORMULAS) == list(KPIS)
    assert [name for name in KPIS if labels.count(f'"{name}": ') < 2] == []
    assert [name for name in KPIS if f"| `{name}` |" not in page] == []


# --- objectives, costs, campaigns -------------------------------------------------------------------------------------


def an_objective(kpi: str, target: float, **fields: Any) -> Objective:
    days = {"starts": date(2026, 3, 1), "ends": date(2026, 5, 31)}
    return Objective(**{"id": "one", "name": "One", "kpi": kpi, "target": target, "lang": "en", **days, **fields})


@pytest.mark.parametrize(
    ("objective", "reached", "said"),
    [
        (an_objective("visits", 10), 1.0, "reached"),
        (an_objective("visits", 40), 0.25, "missed: 25% of the target"),
        (an_objective("engagement_rate", 0.8), 0.5, "missed: 50% of the target"),
        (an_objective("visits", 40, ends=date(2026, 12, 31)), 0.25, "on the way: 25% of the target"),
        (an_objective("applications", 3), None, "nobody knows"),
    ],
)
def test_an_objective_is_compared_over_its_own_days(objective: Objective, reached: float | None, said: str) -> None:
    report = reported(a_build_with(aims=Aims(objectives=(objective,))), measured(by_readers(10)), period("2026"))

    assert comms(report)["objectives"][0]["reached"] == reached
    assert said in files(report)["results.html"]


def test_an_objective_is_named_in_the_language_of_the_report() -> None:
    both = an_objective("visits", 10, name="Readers come", names={"fr": "On vient lire"})
    alone = an_objective("visits", 10, id="two", name="They stay")
    shown = files(reported(a_build_with(aims=Aims(objectives=(both, alone)))))

    assert "<span>Readers come</span>" in shown["results.html"]
    assert "<span>On vient lire</span>" in shown["results.fr.html"]
    assert "Readers come" not in shown["results.fr.html"]
    assert '<span lang="en" dir="ltr">They stay</span>' in shown["results.fr.html"]


def test_a_campaign_says_which_of_its_wins_and_that_its_look_back_was_forgotten() -> None:
    edition = replace(an_edition(an_article(campaign="spring")), campaigns=(SPRING,))
    report = reported(a_build_with(edition=edition))

    assert comms(report)["campaigns"][0]["forgotten"] == ["author", "retrospective"]
    assert files(report)["results.html"].count("Forgotten: ") == 2

    whole = replace(
        SPRING, wins=Wins("a", "b", "c"), retrospective=Text("<p>It went <em>well</em>.</p>", "It went well.")
    )
    report = reported(a_build_with(edition=replace(edition, campaigns=(whole,))))
    assert comms(report)["campaigns"][0]["forgotten"] == []
    assert "<em>well</em>" in files(report)["results-for-everybody.html"]


def test_a_cost_per_outcome_is_for_comms_alone() -> None:
    edition = replace(an_edition(an_article(campaign="spring")), campaigns=(SPRING,))
    aims = Aims(costs={"spring": Cost("spring", 46, 1150)}, outcomes=(Outcome(MAY, "spring", "applications", 23),))
    report = reported(a_build_with(edition=edition, aims=aims))

    assert comms(report)["campaigns"][0]["cost"]["each"] == {"applications": {"euros": 50.0, "hours": 2.0}}
    assert "1150" not in files(report)["results-for-everybody.json"]
    assert "What it took" not in files(report)["results-for-everybody.html"]


def test_a_view_for_everybody_holds_no_line_of_an_article() -> None:
    found = everybody(reported(a_build_with(), measured(by_readers())))

    assert found["channels"]["linkedin"]["visits"] == 10
    assert {"rows", "articles"} & found.keys() == set()


# --- people -----------------------------------------------------------------------------------------------------------


def test_what_the_links_of_too_few_bring_changes_no_byte_of_any_report() -> None:
    """Whoever calculates with everything that is shown finds nothing: it is not in it."""
    build = a_build_with(SIXTEEN)
    four = tuple(by_link(person, 9, day=day) for person in SIXTEEN[:4] for day in (MAY, date(2026, 5, 20)))

    def shown(*visits: Any) -> tuple[dict[str, str], bytes]:
        report = reported(build, measured(by_readers(), *visits), people=SIXTEEN)
        return files(report), report.memory

    assert shown(*four) == shown(*(by_link(person, 1) for person in SIXTEEN[:4]))


def test_what_the_links_of_all_bring_is_not_shown_either() -> None:
    build = a_build_with(EIGHT)
    found = comms(reported(build, measured(*map(by_link, EIGHT)), people=EIGHT))

    assert found["personal"] == []
    assert found["kpis"]["attributed_visits"] == {"source": "people", "value": None, "why": "few"}


def test_what_the_links_of_enough_people_bring_is_shown_for_a_month_that_is_over() -> None:
    june = [by_link(person, 5, day=date(2026, 6, 3)) for person in EIGHT]
    report = reported(a_build_with(SIXTEEN), measured(*map(by_link, EIGHT), *june), people=SIXTEEN)

    assert comms(report)["personal"] == [
        {"month": "2026-05", "shares": 8, "visits": 24, "readers": 24, "engaged": 24, "conversions": 0}
    ]
    assert comms(report)["kpis"]["visits_per_share"]["value"] == 3
    assert comms(report)["rows"] == []


def test_a_month_that_was_shown_does_not_tell_what_one_more_brought(tmp_path: Path) -> None:
    build = a_build_with(SIXTEEN)
    build.run = replace(build.run, programme=tmp_path)
    visits = tuple(map(by_link, EIGHT))
    first = reported(build, measured(*visits), people=SIXTEEN)
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(first.memory)

    later = reported(build, measured(*visits, by_link(SIXTEEN[9], 70)), people=SIXTEEN)

    assert comms(later)["personal"] == comms(first)["personal"]
    assert later.memory == b""


def contributing(people: list[str], department: str = "desk", **headcounts: int) -> Build:
    """People who each sign an article of May."""

    articles = [
        an_article(f"by-{id}", authors=(an_author(id),), date=datetime(2026, 5, 2, tzinfo=UTC)) for id in people
    ]
    programme = a_programme([a_person(id, department) for id in people], **headcounts)
    return a_results_build(programme, an_edition(*articles))


def test_participation_is_shown_by_department() -> None:
    report = reported(contributing(EIGHT, desk=40))

    assert everybody(report)["participation"] == [{"departments": ["desk"], "people": 40, "contributed": 8}]
    assert "8 / 40" in files(report)["results-for-everybody.html"]


@pytest.mark.parametrize(("people", "headcount"), [(EIGHT[:4], 40), (EIGHT, 8), (EIGHT, 12)])
def test_participation_of_few_of_all_and_of_all_but_few_is_not_shown(people: list[str], headcount: int) -> None:
    report = reported(contributing(people, desk=headcount))

    assert comms(report)["participation"] == []
    assert comms(report)["kpis"]["participation_rate"]["why"] == "few"
    assert report.memory == b""


def test_one_who_joins_between_two_reports_is_in_neither(tmp_path: Path) -> None:
    before = contributing(EIGHT, desk=40)
    first = reported(before)
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(first.memory)
    after = contributing([*EIGHT, "zoe"], desk=40)
    after.run = replace(after.run, programme=tmp_path)

    for of in (ALL, period("2026-05"), period("2026-Q2"), period("2026")):
        assert everybody(reported(after, of=of))["participation"] == everybody(first)["participation"]


def test_that_two_of_those_who_take_part_did_nothing_cannot_be_told() -> None:
    """8 contributed, 10 take part: the difference is two people."""
    build = contributing(EIGHT, desk=40)
    idle = {id: a_person(id) for id in ("idle-one", "idle-two")}
    build.programme = replace(build.programme, people={**build.programme.people, **idle})
    found = comms(reported(build))["kpis"]

    assert found["participation_rate"]["value"] == 0.2
    assert found["adoption_rate"]["value"] is None
    assert found["activation_rate"]["value"] is None


def test_nothing_about_people_is_counted_before_it_was_agreed_on() -> None:
    build = contributing(EIGHT, desk=40)
    build.programme = replace(build.programme, governance=replace(AGREED, consulted=None))
    report = reported(build, measured(*map(by_link, EIGHT)), people=())

    assert comms(report)["kpis"]["participation_rate"]["why"] == "off"
    assert comms(report)["kpis"]["attributed_visits"]["why"] == "off"
    assert "Nobody has agreed on it yet" in files(report)["results.html"]
    assert report.memory == b""


def test_a_person_sees_their_own_figures_and_nobody_else_s() -> None:
    build = contributing(EIGHT, desk=40)
    visits = measured(by_link(EIGHT[0], 3, article="by-person-a"), by_link(EIGHT[1], 70, article="by-person-a"))
    own = own_of(build, visits, owners(EIGHT))[EIGHT[0]]

    assert (own.signed, own.visits, [line.title for line in own.lines]) == (1, 3, ["By person a"])


def test_without_a_choice_to_be_measured_a_person_has_no_visits() -> None:
    own = own_of(contributing(EIGHT, desk=40), measured(by_link(EIGHT[0], 3, article="by-person-a")), {})[EIGHT[0]]

    assert (own.measured, own.lines) == (True, ())


# --- what is remembered, and files ------------------------------------------------------------------------------------


def test_what_was_shown_is_remembered_without_any_name(tmp_path: Path) -> None:
    memory = reported(contributing(EIGHT, desk=40)).memory
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(memory)

    assert memory.splitlines()[0] == b"report,table,period,places,people,number"
    assert b"person" not in memory
    assert [(one.table, one.groups[0].active) for one in recall(tmp_path).past] == [("participation", 8)]


@pytest.mark.parametrize(
    "damaged", ["report,table\n", "report,table,period,places,people,number\n1,participation,all,desk,x,8\n"]
)
def test_a_damaged_memory_stops_the_report(tmp_path: Path, damaged: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(damaged)

    with pytest.raises(LostMemory, match="Put it back as it was"):
        recall(tmp_path)


def test_the_same_input_gives_the_same_bytes() -> None:
    made = [
        files(reported(a_build_with(SIXTEEN), measured(by_readers(), *map(by_link, EIGHT)), people=SIXTEEN))
        for _ in "ab"
    ]

    assert made[0] == made[1]


def test_what_a_stranger_wrote_is_text() -> None:
    evil = '<script>alert(1)</script>"'
    edition = an_edition(an_article(title=evil, category=a_category("evil", name=evil)))
    measures = replace(measured(by_readers()), unknown=1, unknown_words={f"channel '{evil}'": 1}, rejected={evil: 1})
    aims = Aims(objectives=(an_objective("visits", 1, name=evil),))

    for name, text in files(reported(a_build_with(edition=edition, aims=aims), measures)).items():
        assert name.endswith(".json") or "<script" not in text
