"""The bulletin tells a month to all staff: what was published and brought, thanks by choice, and what comes next."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date

import pytest

from builders import JUNE_15, a_visit
from bulletin_parts import a_month, a_person, bulletin_of
from byline.model import Aims, Foreword, Governance, Measures, Objective, OptIn

DAYS = {JUNE_15: ("plausible",)}


def page(lang: str = "", **programme: object) -> str:
    return bulletin_of(a_month(**programme))[f"bulletin{lang}.html"].decode()


def parts(data: bytes) -> tuple[str, str, str]:
    """Subject, plain text and HTML of a mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert html
    return str(message["Subject"]), plain.get_content(), html.get_content()


def brought(measures: Measures) -> str:
    text = bulletin_of(a_month(), measures)["bulletin.html"].decode()
    return text.partition('id="brought"')[2].partition("</section>")[0]


def test_a_month_has_a_page_and_a_mail_in_english_and_french() -> None:
    assert [*bulletin_of(a_month())] == ["bulletin.html", "bulletin.eml", "bulletin.fr.html", "bulletin.fr.eml"]


@pytest.mark.parametrize("other", ["all", "2026", "2026-Q2"])
def test_what_is_no_month_has_no_bulletin(other: str) -> None:
    assert bulletin_of(a_month(), month=other) == {}


def test_it_tells_each_work_of_the_month_once_in_the_reader_s_language() -> None:
    english, french = page(), page(".fr")

    assert [title in english for title in ("Why we moved", "Pourquoi", ">May<")] == [True, False, False]
    assert [title in french for title in ("Why we moved", "Pourquoi")] == [False, True]
    assert "Why, and what it took." in english


def test_links_say_that_they_were_read_in_the_bulletin_and_not_by_whom() -> None:
    files = bulletin_of(a_month())
    on_page = set(re.findall(r"utm_[a-z]+=[a-z-]+", files["bulletin.html"].decode()))

    assert {"utm_source=bulletin", "utm_medium=referral", "utm_content=ambassador"} <= on_page
    assert "utm_medium=email" in parts(files["bulletin.eml"])[1]


def test_not_measured_is_said_and_is_not_zero() -> None:
    assert "Not measured this month" in brought(Measures())
    assert "Not measured this month" in brought(Measures(days={date(2026, 5, 1): ("plausible",)}))
    assert "<dd>0</dd>" in brought(Measures(days=DAYS))


def test_it_tells_visits_of_the_month_but_those_by_personal_links() -> None:
    visits = (
        a_visit(visits=7, content="reader", engaged=3),
        a_visit(visits=5, content=""),
        a_visit(date(2026, 5, 31), visits=100),
        a_visit(visits=40, content="abcdefghij"),
    )

    told = brought(Measures(visits, DAYS))

    assert re.findall(r"<dd>(\d+)</dd>", told) == ["12", "3"]
    assert "visits that led to something" not in told


def test_an_objective_is_named_in_the_language_of_the_page_and_of_both_bodies_of_the_mail() -> None:
    begin = date(2026, 6, 1), date(2026, 12, 31)
    named = Objective("more", "Readers come", "visits", 1000, *begin, "en", names={"fr": "On vient lire"})
    files = bulletin_of(a_month(aims=Aims((named,))))

    english = [files["bulletin.html"].decode(), *parts(files["bulletin.eml"])[1:]]
    french = [files["bulletin.fr.html"].decode(), *parts(files["bulletin.fr.eml"])[1:]]
    assert [("Readers come" in one, "On vient lire" in one) for one in english] == [(True, False)] * 3
    assert [("Readers come" in one, "On vient lire" in one) for one in french] == [(False, True)] * 3


def test_thanks_name_whoever_chose_it_and_nobody_else() -> None:
    thanks = page().partition('id="thanks"')[2].partition("</section>")[0]

    assert "Thank you, Jane Doe, and thank you to all who like to stay unnamed." in thanks
    assert "For the reply." in thanks
    assert "Not yet agreed." not in thanks
    assert "First article" in thanks


def test_when_nobody_chose_to_be_named_nobody_is() -> None:
    people = {"jane-doe": a_person("jane-doe", OptIn()), "omar-haddad": a_person("omar-haddad")}
    thanks = page(people=people, thanks=()).partition('id="thanks"')[2].partition("</section>")[0]

    assert "nobody is named who did not choose it" in thanks
    assert "Jane" not in thanks
    assert "Omar" not in thanks


def test_before_it_is_agreed_on_nobody_earns_a_badge() -> None:
    assert "First article" not in page(governance=Governance())


def test_it_tells_how_far_challenges_are_at_the_end_of_the_month() -> None:
    assert '<progress id="progress-two" max="5" value="3">' in page()
    assert "3 sur 5" in page(".fr")


def test_it_says_what_comes_next() -> None:
    coming = page().partition('id="next"')[2]

    assert "A quarter takes part" in coming
    assert "25\u00a0% (until July 9, 2026)" in coming
    assert "The next one (from July 1, 2026)" in coming
    assert "Open bench" in coming


def test_own_words_stand_above_signed_and_marked_where_they_are_in_another_language() -> None:
    assert "<h1>A &lt;good&gt; month</h1>" in page()
    assert "<p>Own words.</p>" in page()
    assert '<h1 lang="en" dir="ltr">A &lt;good&gt; month</h1>' in page(".fr")
    french = {"2026-06": {"en": Foreword("en", "A"), "fr": Foreword("fr", "Un mois")}}
    assert "<h1>Un mois</h1>" in page(".fr", forewords=french)


def test_without_own_words_the_month_stands_above() -> None:
    assert "<h1>June 2026</h1>" in page(forewords={})
    assert "<h1>Juin 2026</h1>" in page(".fr", forewords={})


def test_what_people_write_is_escaped() -> None:
    files = bulletin_of(a_month())
    subject, plain, html = parts(files["bulletin.eml"])

    assert subject == "Example Blog: A <good> month"
    assert 'Two & <b>"more"</b>' in plain
    assert "Two &amp; &lt;b&gt;" in html
    assert "Two &amp; &lt;b&gt;" in files["bulletin.html"].decode()


def test_nothing_is_fetched_from_anywhere() -> None:
    files = bulletin_of(a_month())
    for html in (files["bulletin.html"].decode(), parts(files["bulletin.eml"])[2]):
        assert not re.search(r"<(script|link|iframe|object)\b|url\(|@import", html)
        assert {source[:5] for source in re.findall(r'src="([^"]*)', html)} <= {"data:"}


def test_the_same_month_gives_the_same_bytes() -> None:
    assert bulletin_of(a_month()) == bulletin_of(a_month())


def test_the_mail_is_a_draft_with_both_forms() -> None:
    data = bulletin_of(a_month())["bulletin.fr.eml"]

    assert b"X-Unsent: 1" in data
    assert "Ce que nous avons publié" in parts(data)[1]
    assert "Ce que nous avons publié" in parts(data)[2]
