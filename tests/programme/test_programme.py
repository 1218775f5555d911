"""The programme folder becomes values for colleagues; what is wrong in it is told with file and line, to them alone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import a_site, an_author
from byline.json_schemas import json_schemas
from byline.ledger import Ledger
from byline.model import Finding, OptIn, Programme
from byline.programme import read_programme
from byline.programme_schema import DepartmentFields
from byline.tables import read_fields, read_tables
from byline.taking_part_schema import EventFields
from byline.toml_file import read_toml
from content_files import AGREED, a_content
from manuscript.test_json_schemas import faults
from running import ROOT, article, byline, site

DAY = date(2026, 6, 15)


def read(folder: Path, **files: str) -> tuple[Programme, list[Finding]]:
    """A programme of these files: `people__jane_toml` is `people/jane.toml`."""
    paths = {
        name.replace("__", "/").replace("_toml", ".toml").replace("_md", ".md"): text for name, text in files.items()
    }
    authors = {"jane-doe": an_author(name="Jane Doe")}
    return read_programme(a_content(folder, paths), authors, a_site(timezone="Europe/Paris"), Ledger(), DAY)


def told(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.name) for one in findings]


def test_without_a_folder_there_is_no_programme(tmp_path: Path) -> None:
    assert read_programme(None, {}, a_site(), Ledger(), DAY) == (Programme(), [])
    assert read_programme(tmp_path / "none", {}, a_site(), Ledger(), DAY) == (Programme(), [])


# --- people -----------------------------------------------------------------------------------------------------------


def test_a_person_is_called_as_the_file_says_else_as_the_author_else_by_the_id(tmp_path: Path) -> None:
    programme, findings = read(
        tmp_path,
        **{
            "people__jane-doe_toml": "enrolled = 2026-01-01",
            "people__lena_toml": 'enrolled = 2026-01-01\nname = "Lena"',
            "people__x-1_toml": "enrolled = 2026-01-01",
        },
    )

    assert {id: one.name for id, one in programme.people.items()} == {
        "jane-doe": "Jane Doe",
        "lena": "Lena",
        "x-1": "x-1",
    }
    assert findings == []


def test_what_is_not_chosen_is_a_no(tmp_path: Path) -> None:
    person = "enrolled = 2026-01-01\n[opt_in]\nmeasured = 2026-05-01\n"
    programme, _ = read(tmp_path, people__a_toml=person, governance_toml=AGREED)

    assert programme.people["a"].opt_in == OptIn(measured=date(2026, 5, 1))
    assert programme.people["a"].measured(DAY)
    assert not programme.people["a"].measured(date(2026, 4, 30))


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("enrolled = 2026-06-15", True),
        ("enrolled = 2026-06-16", False),
        ("enrolled = 2026-01-01\npaused = 2026-06-15", False),
        ("enrolled = 2026-01-01\nleft = 2026-06-16", True),
        ("enrolled = 2026-01-01\nleft = 2026-06-01", False),
    ],
)
def test_a_person_takes_part_from_enrolment_until_a_pause_or_the_end(tmp_path: Path, text: str, active: bool) -> None:
    assert read(tmp_path, people__a_toml=text)[0].people["a"].active(DAY) is active


def test_whoever_has_a_faulty_file_is_left_out_until_it_is_mended(tmp_path: Path) -> None:
    programme, findings = read(
        tmp_path,
        people__a_toml='enrolled = 2026-01-01\nlfet = 2026-02-01\n[opt_in]\nmeasured = "yes"\n',
        people__b_toml='enrolled = 2026-01-01\nemails = ["not an address"]\n',
        people__c_toml="name = ",
        **{"people__D D_toml": "enrolled = 2026-01-01"},
    )

    assert programme.people == {}
    assert told(findings) == [
        ("people/D D.toml", 1, "bad-id"),
        ("people/a.toml", 2, "unknown-key"),
        ("people/a.toml", 4, "bad-date"),
        ("people/b.toml", 2, "bad-value"),
        ("people/c.toml", 1, "bad-toml"),
    ]


def test_departments_have_headcounts_by_date_and_no_names(tmp_path: Path) -> None:
    lab = '[lab]\nname = "Lab"\n[lab.headcount]\n2026-04-01 = 8\n2026-01-01 = 7\n'
    shop = '[shop]\nname = "Shop"\nheadcount = {x = 1}\n'
    programme, findings = read(tmp_path, departments_toml=lab + shop)

    assert programme.departments["lab"].headcount == {date(2026, 1, 1): 7, date(2026, 4, 1): 8}
    assert told(findings) == [("departments.toml", 8, "bad-value")]


# --- what everybody may read ------------------------------------------------------------------------------------------


def test_a_hold_stops_everything_even_when_it_cannot_be_read(tmp_path: Path) -> None:
    assert read(tmp_path / "a", hold_toml='reason = "A colleague died."')[0].hold == "A colleague died."
    assert read(tmp_path / "b", hold_toml="reason = ")[0].hold
    assert read(tmp_path / "c")[0].hold == ""


def test_a_charter_says_what_changed_since_the_version_that_one_accepted(tmp_path: Path) -> None:
    front = 'version: "3"\nchanges: {"1": First., "2": Pay., "3": Leaving.}\ncse_consulted: 2026-02-02'
    text = f"---\n{front}\n---\n\n**You** choose.\n"
    programme, findings = read(tmp_path, charter_md=text, **{"charter.fr_md": text.replace("You", "Vous")})
    charter = programme.charters["en"]

    assert findings == []
    assert charter.since("1") == {"2": "Pay.", "3": "Leaving."}
    assert charter.since("3") == {}
    assert list(charter.since("none")) == ["1", "2", "3"]
    assert [programme.charters[lang].body.plain for lang in ("en", "fr")] == ["You choose.", "Vous choose."]


def test_an_event_has_a_time_in_the_sites_zone_or_is_on_whole_days(tmp_path: Path) -> None:
    programme, findings = read(
        tmp_path,
        events__b_toml='title = "B"\nstarts = 2026-06-18T12:30:00\n',
        events__a_toml='title = "A"\nstarts = 2026-06-18\nends = 2026-06-19\n',
        events__c_toml='title = "C"\nstarts = 2026-06-18\nends = 2026-06-17\n',
    )

    assert [(one.id, one.whole_days) for one in programme.events] == [("a", True), ("c", True), ("b", False)]
    assert programme.events[2].starts.astimezone(UTC) == datetime(2026, 6, 18, 10, 30, tzinfo=UTC)
    assert told(findings) == [("events/c.toml", 3, "bad-date")]


def test_a_campfire_has_no_members_and_no_link_that_counts(tmp_path: Path) -> None:
    text = 'name = "Fire"\nabout = "Frost."\nurl = "https://forum.example.org/?utm_source=x"\nmembers = ["a"]\n'
    programme, findings = read(tmp_path, campfires__frost_toml=text)

    assert programme.campfires[0].url == "https://forum.example.org/"
    assert told(findings) == [("campfires/frost.toml", 3, "tracked-link"), ("campfires/frost.toml", 4, "unknown-key")]


def test_guides_are_read_by_language(tmp_path: Path) -> None:
    texts = {"guides__a_md": "---\ntitle: A\n---\n\nB.\n", "guides__a.fr_md": "---\ntitle: Â\n---\n\nB.\n"}

    guides = read(tmp_path, **texts)[0].guides
    assert {lang: one.title for lang, one in guides["a"].items()} == {"en": "A", "fr": "Â"}


def test_a_file_without_what_it_needs_is_told_and_left_out(tmp_path: Path) -> None:
    programme, findings = read(tmp_path, thanks__a_toml='to = "x"\n', ideas__b_toml="", guides__c_md="No title.\n")

    assert (programme.thanks, programme.ideas, programme.guides) == ((), (), {})
    assert {(path, name) for path, _, name in told(findings)} == {
        ("thanks/a.toml", "missing-key"),
        ("ideas/b.toml", "missing-key"),
        ("guides/c.md", "no-front-matter"),
    }


# --- tables in tables -------------------------------------------------------------------------------------------------


def test_tables_that_are_none_are_told_where_they_stand(tmp_path: Path) -> None:
    folder = a_content(tmp_path, {"a.toml": "lab = 1\n", "b.toml": 'title = ["x"]\n'})

    assert told(read_tables(folder, "a.toml", DepartmentFields)[1]) == [("a.toml", 1, "bad-value")]
    assert told(read_fields(folder, "b.toml", EventFields)[1]) == [
        ("b.toml", 1, "missing-key"),
        ("b.toml", 1, "bad-value"),
    ]


# --- the sample, and what stays inside --------------------------------------------------------------------------------


def test_the_sample_programme_is_right_and_holds_against_the_schemas() -> None:
    folder = ROOT / "programme"
    programme, findings = read_programme(folder, {}, a_site(), Ledger(), DAY)
    shapes = {name.removesuffix(".json"): json.loads(text) for name, text in json_schemas().items()}

    assert findings == []
    assert programme.people
    for path in sorted(folder.rglob("*.toml")):
        named = path.read_text("utf-8").partition("\n")[0]
        if path.name == "editorial.toml":
            continue
        kind = Path(named.removeprefix("#:schema ")).stem
        assert (path.parent / named.removeprefix("#:schema ")).is_file(), path
        file, _ = read_toml(folder, path.relative_to(folder).as_posix())
        assert file
        assert faults(json.loads(json.dumps(file.values, default=str)), shapes[kind]) == []


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_check_tells_what_is_wrong_in_the_programme(tmp_path: Path, form: str) -> None:
    content = site(tmp_path, **{"articles/a.md": article()})
    a_content(tmp_path / "programme", {"people/sentinel-person.toml": 'name = "Sentinel"\nenrolld = 1\n'})
    said = byline("check", "--content", content, "--programme", tmp_path / "programme", "--cache", tmp_path / "cache",
                  "--format", form)  # fmt: skip

    assert said.code == 0, said
    assert "entinel" not in said.out + said.err
