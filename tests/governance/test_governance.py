"""Nothing about a person is counted before it is agreed on, whatever people chose."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from builders import a_site
from byline.governance import PURPOSES, Governance, read_governance
from byline.json_schemas import json_schemas
from byline.ledger import Ledger
from byline.model import Finding, OptIn, Programme
from byline.programme import read_programme
from byline.toml_file import read_toml
from content_files import AGREED, TODAY, a_content
from manuscript.test_json_schemas import faults
from running import ROOT

CHOSEN = "enrolled = 2026-01-01\n[opt_in]\nmeasured = 2026-01-02\nstatistics = 2026-01-03\nranking = 2026-01-04\n"
DEMANDED = ("consulted", "key_holder", "recipients", "retention_months")


def governance(folder: Path, text: str) -> tuple[Governance, list[Finding]]:
    return read_governance(a_content(folder, {"governance.toml": text}), TODAY)


def programme(folder: Path, text: str | None) -> tuple[Programme, list[Finding]]:
    files = {"people/lena.toml": CHOSEN} | ({} if text is None else {"governance.toml": text})
    return read_programme(a_content(folder, files), {}, a_site(), Ledger(), TODAY)


def without(key: str) -> str:
    return "".join(row for row in AGREED.splitlines(keepends=True) if not row.startswith(key))


def test_without_a_file_nothing_is_allowed(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        found, findings = read_governance(folder, TODAY)

        assert [purpose for purpose in PURPOSES if found.allows(purpose)] == []
        assert findings == []


def test_a_file_that_says_all_allows_what_has_a_legal_basis(tmp_path: Path) -> None:
    found, findings = governance(tmp_path, AGREED)

    assert findings == []
    assert found.missing == ()
    assert [purpose for purpose in PURPOSES if found.allows(purpose)] == [*PURPOSES]
    assert (found.consulted, found.retention_months, found.smallest_group) == (date(2026, 1, 1), 13, 5)


@pytest.mark.parametrize("key", DEMANDED)
def test_one_part_that_is_missing_turns_everything_off(tmp_path: Path, key: str) -> None:
    found, _ = governance(tmp_path, without(key))

    assert found.missing == (key,)
    assert not any(found.allows(purpose) for purpose in PURPOSES)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_purpose_without_a_legal_basis_is_off_and_no_other(tmp_path: Path, purpose: str) -> None:
    found, _ = governance(tmp_path, without(f"{purpose} ="))

    assert {one: found.allows(one) for one in PURPOSES} == {one: one != purpose for one in PURPOSES}


def test_a_consultation_that_is_still_to_come_is_none(tmp_path: Path) -> None:
    found, _ = governance(tmp_path, AGREED.replace("2026-01-01", "2026-06-16"))

    assert found.missing == ("consulted",)


@pytest.mark.parametrize(
    "fault", ["retention_months = 26", 'retention_months = "13"', "consulted = 2026-13-01", "unknown = 1", "x = "]
)
def test_a_file_with_an_error_allows_nothing(tmp_path: Path, fault: str) -> None:
    key = fault.partition(" ")[0]
    found, findings = governance(tmp_path, f"{fault}\n{without(key)}")

    assert [one.severity for one in findings] == ["error"]
    assert not any(found.allows(purpose) for purpose in PURPOSES)


def test_a_legal_basis_that_the_law_does_not_know_is_an_error(tmp_path: Path) -> None:
    found, findings = governance(tmp_path, AGREED.replace('ranking = "consent"', 'ranking = "consnt"'))

    assert [(one.line, one.hint.split("?")[0]) for one in findings] == [(8, "Did you mean 'consent'")]
    assert not found.allows("measured")


def test_asking_for_an_unknown_purpose_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="no purpose 'mesured'"):
        Governance().allows("mesured")


# --- what people chose ------------------------------------------------------------------------------------------------


def test_what_people_chose_has_no_effect_until_it_is_agreed_on(tmp_path: Path) -> None:
    found, _ = programme(tmp_path, None)

    assert found.people["lena"].opt_in == OptIn()
    assert not found.people["lena"].measured(TODAY)


def test_what_people_chose_holds_for_the_purposes_that_are_agreed_on(tmp_path: Path) -> None:
    found, _ = programme(tmp_path, without("ranking ="))

    assert found.people["lena"].opt_in == OptIn(measured=date(2026, 1, 2), statistics=date(2026, 1, 3))
    assert found.governance.allows("measured")


def test_one_advice_says_what_is_missing_and_names_nobody(tmp_path: Path) -> None:
    _, findings = programme(tmp_path, without("key_holder").replace('ranking = "consent"\n', ""))

    (advice,) = findings
    assert (advice.path, advice.name, advice.severity) == ("governance.toml", "not-agreed", "advice")
    assert "key_holder, basis.ranking" in advice.message
    assert "lena" not in advice.message


def test_nothing_is_said_while_nobody_chose_anything(tmp_path: Path) -> None:
    folder = a_content(tmp_path, {"people/lena.toml": "enrolled = 2026-01-01\n"})

    assert read_programme(folder, {}, a_site(), Ledger(), TODAY)[1] == []


# --- the sample -------------------------------------------------------------------------------------------------------


def test_the_sample_is_complete_and_holds_against_its_schema() -> None:
    found, findings = read_governance(ROOT / "programme", TODAY)
    file, _ = read_toml(ROOT / "programme", "governance.toml")

    assert findings == []
    assert found.missing == ()
    assert file
    assert faults(json.loads(json.dumps(file.values, default=str)), json.loads(json_schemas()["governance.json"])) == []
