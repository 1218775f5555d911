"""Every finding has a name that people can look up and grade."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from byline.checks.names import elsewhere, faults, names
from byline.rules import Rule
from house.rules import PRECISION, all_rules, digest_of, explanations, reference
from house.sources import MODULES, PACKAGE, ROOT

# Functions and classes that take the name of a finding as it is written.
MAKERS = {"Finding", "Remark", "Notice", "Refused", "fault", "warn", "add", "report", "matching", "_shared", "_told"}
NAME = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def written(path: Path) -> set[str]:
    """Names of findings that a module makes."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    made = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in MAKERS]
    texts = (one.value for call in made for one in call.args if isinstance(one, ast.Constant))
    return {text for text in texts if isinstance(text, str) and NAME.fullmatch(text) and not text.startswith("x-")}


def test_every_finding_is_described() -> None:
    found = {name: path.relative_to(PACKAGE).as_posix() for path in MODULES for name in written(path)}

    assert {name: path for name, path in found.items() if name not in names()} == {}, "add it to checks/others.toml"


def test_no_finding_is_described_that_is_not_made() -> None:
    code = "".join(path.read_text("utf-8") for path in MODULES)

    assert [one.name for one in faults() if f'"{one.name}"' not in code] == []


def test_every_rule_can_be_graded() -> None:
    assert all_rules().keys() <= names()
    assert set(elsewhere()) <= all_rules().keys()


def test_no_name_is_described_twice() -> None:
    assert all_rules().keys() & {one.name for one in faults()} == set()


def test_every_rule_says_what_it_is_for() -> None:
    rules: list[Rule[...]] = list(all_rules().values())

    assert [rule.name for rule in rules if len(rule.about.split()) < 8] == []
    assert [rule.name for rule in rules if not rule.hint and rule.name != "broken-picture"] == []
    assert [rule.name for rule in rules if not NAME.fullmatch(rule.name) and rule.name != "secret"] == []


@pytest.mark.parametrize(("name", "lang"), [("checks.md", "en"), ("verifications.md", "fr")])
def test_the_documentation_is_made_from_the_rules(name: str, lang: str) -> None:
    page = (ROOT / "docs" / name).read_text("utf-8")
    made = page.split("<!-- rules: begin -->\n")[1].split("\n<!-- rules: end -->")[0]

    assert made == reference(lang), "run `make docs`"
    assert [name for name in names() if f"`{name}`" not in made] == []


def test_french_says_what_english_says() -> None:
    english = {name: rule.about for name, rule in all_rules().items()} | {one.name: one.about for one in faults()}
    french = explanations("fr")

    assert french.keys() == english.keys()
    changed = {name: about for name, about in english.items() if french[name]["about_of"] != digest_of(about)}
    assert changed == {}, "read explanations.fr.toml beside the English, then bring `about_of` up to date"


def test_every_rule_was_judged() -> None:
    judged = tomllib.loads(PRECISION.read_text("utf-8"))

    assert judged.keys() - {"corpus"} == all_rules().keys()
    for name, one in judged.items():
        if name != "corpus" and one["found"]:
            assert one["judged"] >= min(20, one["found"]), name
            assert one["right"] / one["judged"] >= 0.8 or all_rules()[name].severity == "advice", name
            assert one["right"] == one["judged"] or all_rules()[name].severity != "error", name
