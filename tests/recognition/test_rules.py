"""The language of rules: what a company may write, and what it is told when it wrote something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import NOON, a_site
from byline.badges import own_rules
from byline.ledger import Ledger
from byline.model import Goal, Programme, Rewards
from byline.programme import read_programme
from content_files import a_content

CHALLENGE = 'name = "A"\nstarts = 2026-05-01\nends = 2026-05-31\nat_least = 3\n'


def read(folder: Path, **files: str) -> tuple[Programme, list[str]]:
    """A programme of these files (`badges_toml` is `badges.toml`), and the sentences about them."""
    paths = {name.replace("__", "/").replace("_toml", ".toml"): text for name, text in files.items()}
    programme, findings = read_programme(a_content(folder, paths), {}, a_site(), Ledger(), NOON.date())
    return programme, [f"{one.path}:{one.line}: {one.name}: {one.message} {one.hint}".strip() for one in findings]


def test_the_rules_that_come_with_byline_are_there_without_a_file(tmp_path: Path) -> None:
    programme, said = read(tmp_path, values_toml="")

    assert [rule.id for rule in programme.badges] == [*own_rules()]
    assert said == []


def test_a_rule_of_ours_is_changed_without_copying_it(tmp_path: Path) -> None:
    programme, said = read(tmp_path, badges_toml='[five-categories]\nat_least = 3\nname = "Three themes"\n')
    rule = next(one for one in programme.badges if one.id == "five-categories")

    assert said == []
    assert (rule.name, rule.named("fr")) == ("Three themes", "Cinq thèmes")
    assert rule.goal == Goal(count="categories", at_least=3)
    assert rule.symbol == "compass"


def test_a_rule_of_ours_can_be_off_and_new_ones_come_last(tmp_path: Path) -> None:
    programme, said = read(
        tmp_path, badges_toml='[five-articles]\noff = true\n[voices]\nname = "A voice"\nmeans = "Told."\n'
    )

    assert said == []
    assert "five-articles" not in {one.id for one in programme.badges}
    assert programme.badges[-1].id == "voices"


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ('of = ["articel"]', "3: bad-value: 'of' cannot be 'articel'. Did you mean 'article'? Known: article,"),
        ('of = ["commit"]', "3: bad-value: 'of' cannot be 'commit'. Known: article, translation, review, remix,"),
        ('count = "category"', "3: bad-value: 'count' cannot be 'category'. Did you mean 'categories'?"),
        ('count = "people"', "3: bad-value: 'count' cannot be 'people'."),
        ('symbol = "glases"', "3: bad-value: 'symbol' cannot be 'glases'. Did you mean 'glasses'?"),
        ("at_least = 0", "3: bad-value: 'at_least' must be a whole number from 1 to 100,000."),
        ("atleast = 2", "3: unknown-key: 'atleast' is no key that is known. Did you mean 'at_least'?"),
        ('off = "yes"', "3: bad-value: 'off' must be true or false, without quotes."),
        ('names = { klingon5 = "x" }', "3: bad-lang: 'names' holds what is no language: 'klingon5'."),
    ],
)
def test_what_a_rule_cannot_say_is_told_on_its_line_with_what_it_can(tmp_path: Path, table: str, sentence: str) -> None:
    programme, said = read(tmp_path, badges_toml=f'[mine]\nname = "Mine"\n{table}\nmeans = "Did it."\n')

    assert [one[: len("badges.toml:") + len(sentence)] for one in said] == [f"badges.toml:{sentence}"]
    assert [rule.id for rule in programme.badges] == [*own_rules()]


def test_a_new_badge_needs_a_name_and_a_meaning(tmp_path: Path) -> None:
    programme, said = read(tmp_path, badges_toml='[mine]\nof = ["review"]\n')

    assert "mine" not in {one.id for one in programme.badges}
    assert said == [
        "badges.toml:1: missing-key: 'mine' has no name, or does not say what it means. "
        "Write `name` and `means` below it."
    ]


def test_a_challenge_is_read_and_one_with_an_error_is_not_there(tmp_path: Path) -> None:
    good, said = read(tmp_path / "a", challenges__a_toml=CHALLENGE + 'count = "people"\n')
    bad, told = read(tmp_path / "b", challenges__a_toml=CHALLENGE + 'count = "clicks"\n')

    assert said == []
    assert good.challenges[0].goal == Goal(count="people", at_least=3)
    assert bad.challenges == ()
    assert "cannot be 'clicks'" in told[0]


def test_a_challenge_ends_after_it_starts(tmp_path: Path) -> None:
    _, said = read(tmp_path, challenges__a_toml=CHALLENGE.replace("05-31", "04-01"))

    assert "challenges/a.toml:3:" in said[0]


def test_a_register_that_is_signed_off_holds_what_was_given(tmp_path: Path) -> None:
    programme, said = read(
        tmp_path,
        rewards_toml='signed_off_by = "Head of HR"\nsigned_off = 2026-02-01\n'
        '[[reward]]\nto = "lena"\nwhat = "A book"\nday = 2026-03-01\nworth = 29.90\n',
    )

    assert said == []
    assert programme.rewards is not None
    assert [(one.to, str(one.worth)) for one in programme.rewards.given] == [("lena", "29.9")]


def test_a_register_without_sign_off_is_there_and_holds_nothing(tmp_path: Path) -> None:
    programme, said = read(tmp_path, rewards_toml='[[reward]]\nto = "lena"\nwhat = "A book"\nday = 2026-03-01\n')

    assert programme.rewards == Rewards()
    assert {one.split(": ")[1] for one in said} == {"missing-key"}


def test_without_a_file_there_is_no_register(tmp_path: Path) -> None:
    assert read(tmp_path, values_toml="")[0].rewards is None
