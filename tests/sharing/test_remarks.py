"""Sharing that is rewarded has somebody who answers for it."""

from __future__ import annotations

import pytest

from byline.model import Rewards
from byline.sharing.remarks import unanswered
from byline.sharing.settings import SharingSettings


def test_sharing_that_is_rewarded_without_a_register_says_what_to_do() -> None:
    (found,) = unanswered(SharingSettings(rewarded=True), None)

    assert (found.path, found.name, found.severity) == ("../pelicanconf.py", "rewards-without-register", "warning")
    assert "signed_off_by" in found.hint
    assert "rewards.toml" in found.hint


@pytest.mark.parametrize(("rewarded", "rewards"), [(False, None), (True, Rewards()), (False, Rewards())])
def test_nobody_is_asked_where_nothing_is_given_or_a_register_asks_already(
    rewarded: bool, rewards: Rewards | None
) -> None:
    assert [*unanswered(SharingSettings(rewarded=rewarded), rewards)] == []
