"""A colleague's file and a campaign begin right: only what says TODO is left, and every choice is still a no."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import a_site
from byline.ledger import Ledger
from byline.model import OptIn
from byline.programme import read_programme
from byline.scaffolds import BY_NAME, ScaffoldError
from content_files import a_registry, told
from running import article, byline, site

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_a_new_ambassador_is_enrolled_and_has_chosen_nothing(tmp_path: Path, spoken: str) -> None:
    BY_NAME["ambassador"](tmp_path, name='Léa "L" Exämple', today=TODAY, spoken=spoken)
    programme, findings = read_programme(tmp_path, {}, a_site(), Ledger(), TODAY)
    lea = programme.people["lea-l-example"]

    assert findings == []
    assert (lea.name, lea.enrolled, lea.opt_in) == ('Léa "L" Exämple', TODAY, OptIn())
    assert lea.active(TODAY)
    assert not lea.measured(TODAY)


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_a_new_campaign_passes_but_for_its_todos(tmp_path: Path, spoken: str) -> None:
    path = BY_NAME["campaign"](tmp_path, name="Spring hiring", today=TODAY, spoken=spoken)
    registry = a_registry(tmp_path, {})

    assert path == tmp_path / "campaigns/spring-hiring/campaign.toml"
    assert registry.campaigns["spring-hiring"].runs(TODAY)
    assert [name for _, name in told(registry.findings)] == ["todo-left"] * 3


@pytest.mark.parametrize("what", ["ambassador", "campaign"])
def test_nothing_is_written_over(tmp_path: Path, what: str) -> None:
    BY_NAME[what](tmp_path, name="One", today=TODAY)

    with pytest.raises(ScaffoldError, match="already there"):
        BY_NAME[what](tmp_path, name="One", today=TODAY)


@pytest.mark.parametrize("name", ["", "🙂", "con"])
def test_a_name_that_gives_no_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ScaffoldError, match="gives no id"):
        BY_NAME["ambassador"](tmp_path, name=name, today=TODAY)


def test_texts_without_a_programme_have_no_ambassadors() -> None:
    with pytest.raises(ScaffoldError, match="--programme"):
        BY_NAME["ambassador"](None, name="Jane", today=TODAY)


def test_the_command_writes_both(tmp_path: Path) -> None:
    content, programme = site(tmp_path, **{"articles/a.md": article()}), tmp_path / "programme"
    programme.mkdir()
    for what in ("ambassador", "campaign"):
        said = byline("new", what, "--name", "Spring", "--content", content, "--programme", programme)
        assert said.code == 0, said

    assert (programme / "people/spring.toml").is_file()
    assert (content / "campaigns/spring/campaign.toml").is_file()
