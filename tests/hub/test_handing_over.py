"""One file for one person: everything inside, their own links, and a mail that carries it."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from builders import NOON, an_article, an_edition
from byline.build import Build
from byline.hub.handing_over import UnknownPerson, hand_over
from byline.model import Ambassador, Card, Charter, File, OptIn, Programme
from hub_parts import a_hub_build, hub_files, people

TODAY = NOON.date()
LENA = Ambassador("lena", "Lena É.", ("lena@example.com",), enrolled=TODAY, charter="1", source="people/lena.toml")
SAMIR = Ambassador("samir", "Samir", enrolled=TODAY, opt_in=OptIn(measured=TODAY), channels=("x",), langs=("fr", "en"))
AWAY = Ambassador("away", "Away", enrolled=TODAY, paused=TODAY)
CHARTER = Charter("2", "en", changes={"1": "First.", "2": "Second."})
PROGRAMME = Programme(people=people(LENA, SAMIR, AWAY), charters={"en": CHARTER})


def a_site(programme: Programme = PROGRAMME) -> Build:
    article = an_article("why", title='Why "we" & <moved>')
    build = a_hub_build(
        an_edition(article, an_article("pourquoi", lang="fr")),
        programme,
        cards={article.source: Card("/cards/a.png", "")},
    )
    build.files.append(File("cards/a.png", b"PNG"))
    return build


def contents(page: bytes) -> set[str]:
    """Every `utm_content` in a page."""
    return set(re.findall(r"utm_content=([a-z0-9]+)", page.decode().replace("%3D", "=")))


def test_everybody_who_takes_part_gets_a_file() -> None:
    assert [one.id for one in hand_over(a_site(), "all")] == ["lena", "samir"]


@pytest.mark.parametrize(("who", "says"), [("lenna", "Did you mean 'lena'"), ("zz", "byline new"), ("away", "no part")])
def test_nobody_else_does(who: str, says: str) -> None:
    with pytest.raises(UnknownPerson, match=says):
        hand_over(a_site(), who)


def test_a_file_needs_nothing_that_is_not_in_it() -> None:
    page = hand_over(a_site(), "lena")[0].page.decode()

    assert not re.search(r"<(script|link|img|iframe)[^>]* (src|href)=\"(?!data:)", page)
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "data:image/png;base64,UE5H" in page


def test_who_chose_to_be_measured_has_links_of_their_own_one_for_each_article_and_channel() -> None:
    samir = contents(hand_over(a_site(), "samir")[0].page)
    shared = {one for name, data in hub_files(a_site()).items() if name.endswith(".html") for one in contents(data)}

    assert contents(hand_over(a_site(), "lena")[0].page) == {"ambassador"} == shared
    assert len(samir) == 2  # two articles on one channel
    assert all(len(one) == 10 for one in samir)


def test_a_file_has_the_channels_and_languages_that_the_person_ticked() -> None:
    page = hand_over(a_site(), "samir")[0].page.decode()

    assert '<html lang="fr"' in page
    assert set(re.findall(r'<details class="channel" id="n\d-(\w+)"', page)) == {"x"}


def test_whoever_accepted_an_older_charter_reads_what_changed() -> None:
    assert "Second." in hand_over(a_site(), "lena")[0].page.decode()
    assert "Second." not in hand_over(a_site(), "samir")[0].page.decode()


def test_people_see_what_is_held_about_them() -> None:
    page = hand_over(a_site(), "lena")[0].page.decode()

    for held in ("Lena É.", "lena@example.com", "June 15, 2026", "Links may be counted"):
        assert held in page


def test_a_hold_leaves_a_file_that_says_why_there_is_nothing() -> None:
    page = hand_over(a_site(Programme(people=people(LENA), hold="Not today.")), "lena")[0].page.decode()

    assert "Not today." in page
    assert "textarea" not in page.split("<style>")[0] + page.split("</style>")[1].split("<script>")[0]


def test_python_reads_the_mail_and_finds_the_file_in_it() -> None:
    handed = hand_over(a_site(), "lena")[0]
    message = email.message_from_bytes(handed.mail, policy=email.policy.default)
    (attached,) = message.iter_attachments()
    text = message.get_body(("plain",))

    assert message.defects == []
    assert (message["to"], message["subject"]) == ("lena@example.com", "Example Blog: What to share now")
    assert attached.get_filename() == "lena.html"
    assert attached.get_content().replace("\r\n", "\n").rstrip() == handed.page.decode().rstrip()
    assert text
    links = re.findall(r"https://\S+", text.get_content())
    assert [parse_qs(urlsplit(link).query)["utm_source"] for link in links] == [["linkedin"], ["linkedin"]]
    assert message["date"] is None


def test_the_same_site_gives_the_same_files() -> None:
    assert hand_over(a_site(), "all") == hand_over(a_site(), "all")


def test_a_person_may_come_and_go_by_the_day() -> None:
    gone = Ambassador("gone", "Gone", enrolled=date(2026, 1, 1), left=TODAY)

    with pytest.raises(UnknownPerson):
        hand_over(a_site(Programme(people=people(gone))), "gone")
