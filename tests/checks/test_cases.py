"""Every rule has texts that it speaks of, and texts that it must leave alone. Add a case without Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.reading import CASES, found_in, read_case
from house.rules import all_rules

FILES = sorted(CASES.glob("*.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_rule_finds_what_the_case_says(file: Path, tmp_path: Path) -> None:
    case = read_case(file)

    assert found_in(case, tmp_path) == sorted(case.expected)


def test_every_case_is_about_a_rule() -> None:
    assert {read_case(file).rule for file in FILES} <= all_rules().keys()


@pytest.mark.parametrize("rule", sorted(all_rules()))
def test_every_rule_has_a_positive_and_a_negative_case(rule: str) -> None:
    cases = [case for case in map(read_case, FILES) if case.rule == rule]

    assert {case.positive for case in cases} == {True, False}
