"""Who sees which badge: each their own, colleagues those of whoever chose it, nobody before it is agreed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from builders import NOON, all_agreed, an_article, an_author, an_edition
from byline.activities import activities
from byline.badges import badge_rules
from byline.build import Build
from byline.hub.handing_over import hand_over
from byline.model import Ambassador, BadgeRule, Challenge, Goal, Governance, OptIn, Programme, Reward, Rewards, Visit
from byline.recognition.recognizing import recognition
from byline.recognition.remarks import demanded, remarks
from byline.registry import Registry
from byline.tokens import Meaning
from hub_parts import a_hub_build, hub_files, people

TODAY = NOON.date()
SHOWN = OptIn(statistics=TODAY)
SIGNED = Rewards("Head of HR", TODAY, given=(Reward("jane-doe", "A book", TODAY),))
TWO = Challenge("two", "Two stories", date(2026, 6, 1), date(2026, 6, 30), Goal(count="articles", at_least=2))


def a_site(opt_in: OptIn = SHOWN, governance: Governance | None = None, **programme: Any) -> Build:
    """Jane takes part and signed an article; Omar signed another and takes no part."""
    jane, omar = an_author("jane-doe"), an_author("omar-haddad")
    colleague = Ambassador("jane-doe", "Jane Doe", enrolled=TODAY, opt_in=opt_in)
    given = {"people": people(colleague), "badges": badge_rules({})[0], "governance": governance or all_agreed()}
    edition = an_edition(an_article(authors=(jane,)), an_article("second", authors=(omar,)))
    build = a_hub_build(edition, Programme(**{**given, **programme}))
    build.recognize = partial(recognition, build)
    build.registry = Registry()
    return build


def own_file(build: Build) -> str:
    return hand_over(build, "jane-doe")[0].page.decode()


def test_each_sees_their_own_badges_and_can_save_them() -> None:
    page = own_file(a_site(OptIn()))

    assert "First article" in page
    assert 'download="first-article.svg" href="data:image/svg+xml;base64,' in page
    assert "Nobody else sees them" in page


def test_colleagues_see_those_of_whoever_chose_it() -> None:
    assert "Jane Doe" in hub_files(a_site())["hub/badges.html"].decode()


def test_colleagues_see_nobody_who_did_not_choose_it() -> None:
    files = hub_files(a_site(OptIn(), challenges=(TWO,)))

    assert "First article" in files["hub/badges.html"].decode()
    assert not any(name in files[f"hub/{page}.html"].decode() for page in ("badges", "challenges")
                   for name in ("Jane Doe", "Omar Haddad"))  # fmt: skip


def test_whoever_takes_no_part_has_no_badges() -> None:
    assert [*recognition(a_site()).earned] == ["jane-doe"]
    away = Ambassador("jane-doe", "Jane Doe", enrolled=TODAY, paused=TODAY, opt_in=SHOWN)
    assert recognition(a_site(people=people(away))).earned == {}


def test_before_it_is_agreed_on_there_are_no_badges() -> None:
    build = a_site(governance=Governance())

    assert "hub/badges.html" not in hub_files(build)
    assert "First article" not in own_file(build)


def test_a_challenge_stands_in_the_hub_with_its_progress_in_both_languages() -> None:
    build = a_site(challenges=(replace(TWO, goal=Goal(count="articles", at_least=5), names={"fr": "Deux récits"}),))
    files = hub_files(build)

    assert '<progress id="progress-two" max="5" value="2">' in files["hub/challenges.html"].decode()
    assert "of 5 articles" in files["hub/index.html"].decode()


def test_a_challenge_that_is_reached_says_when() -> None:
    page = hub_files(a_site(challenges=(TWO,)))["hub/challenges.html"].decode()

    assert "Reached on June 15, 2026" in page
    assert "Jane Doe" in page


def test_a_badge_for_sharing_needs_to_know_whose_links_brought_visits() -> None:
    passed_on = BadgeRule("passed-on", "Passed on", "Shared.", Goal(of=("share",)))
    build = a_site(badges=(passed_on,))
    came = Visit(date(2026, 6, 10), "why-we-moved", content="abcdefghij", visits=2)
    acts = activities(build, [came], {"abcdefghij": Meaning("jane-doe", "why-we-moved", "linkedin", "")})

    assert build.recognize().earned == {}
    assert [one.day for one in build.recognize(acts).earned["jane-doe"]] == [date(2026, 6, 10)]


def test_what_somebody_received_stands_in_their_own_file_alone() -> None:
    build = a_site(rewards=SIGNED)

    assert "A book" in own_file(build)
    assert not any(b"A book" in data for data in hub_files(build).values())


def test_without_a_register_nobody_is_asked_anything() -> None:
    assert [*demanded(a_site())] == []


def test_a_register_that_is_signed_off_and_agreed_on_is_fine() -> None:
    assert [*demanded(a_site(rewards=SIGNED))] == []


@pytest.mark.parametrize(
    "rewards", [Rewards(), Rewards("Head of HR"), Rewards("", TODAY), Rewards("Head of HR", date(2030, 1, 1))]
)
def test_a_register_that_nobody_answers_for_stops_the_build_and_says_what_to_do(rewards: Rewards) -> None:
    (found,) = demanded(a_site(rewards=rewards))

    assert (found.name, found.severity, found.path) == ("rewards-unsigned", "error", "../programme/rewards.toml")
    assert "signed_off_by" in found.hint


def test_a_register_that_was_not_agreed_on_stops_the_build() -> None:
    basis = {"statistics": "consent"}

    assert [one.name for one in demanded(a_site(rewards=SIGNED, governance=all_agreed(basis=basis)))] == [
        "rewards-not-agreed"
    ]


def test_names_that_nobody_knows_are_told_with_the_nearest() -> None:
    rules = badge_rules({})[0]
    voices = replace(rules[0], id="voices", goal=Goal(category="voice"))
    other = replace(rules[0], id="other", challenge="tow")
    rewards = replace(SIGNED, given=(Reward("jane", "B", TODAY),))
    build = a_site(badges=(voices, other), challenges=(TWO,), rewards=rewards)

    assert [(one.path, one.name, one.hint) for one in remarks(build)] == [
        ("badges.toml", "unknown-category", ""),
        ("badges.toml", "unknown-challenge", "Did you mean 'two'?"),
        ("rewards.toml", "unknown-person", "Did you mean 'jane-doe'?"),
    ]
