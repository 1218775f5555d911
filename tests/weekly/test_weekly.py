"""The digest: stories chosen by rules, told in forms that mail programs, readers and chats take as they are."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import feedparser
import pytest

from builders import a_text, an_article, an_author, an_edition
from built import a_build
from byline.brand import schemes
from byline.model import Article, Brand, Campaign, Programme
from byline.settings import SettingsError, typed
from byline.weekly.files import digest_files
from byline.weekly.settings import DigestSettings
from byline.weekly.stories import last_week
from byline.weekly.telling import Digest, as_chat, as_html, as_message, as_rss, as_text, told

MONDAY = date(2026, 6, 15)
LIGHT, _ = schemes(Brand())
HOSTILE = 'Fish & <b>"chips"</b>\u2028 %s {url} 😀 العربية'


def on(day: int, slug: str, **fields: object) -> Article:
    return an_article(slug, date=datetime(2026, 6, day, 9, tzinfo=UTC), **fields)


def chosen(*articles: Article, lang: str = "en", most: int = 5, today: date = MONDAY, **more: object) -> list[str]:
    edition = an_edition(*articles, campaigns=more.get("campaigns", ()))
    week = last_week(edition, more.get("programme", Programme()), today, lang, most)  # type: ignore[arg-type]
    return [article.slug for article in week.stories]


def a_digest(*articles: Article, lang: str = "en") -> Digest:
    edition = an_edition(*articles)
    return told(last_week(edition, Programme(), MONDAY, lang, 5), "Example", edition.site, lang)


# --- which stories ----------------------------------------------------------------------------------------------------


def test_a_week_is_the_one_that_has_ended_on_every_day_of_the_next() -> None:
    articles = [on(day, f"day-{day}", authors=(an_author(f"a{day}"),)) for day in (7, 8, 14, 15)]

    for later in range(7):
        assert chosen(*articles, today=MONDAY + timedelta(days=later)) == ["day-14", "day-8"]


def test_a_running_campaign_comes_first_then_whoever_says_who_gains_what() -> None:
    spring = Campaign("spring", "Spring", date(2026, 6, 1), date(2026, 6, 30))
    articles = [
        on(14, "plain", authors=(an_author("a"),)),
        on(9, "clear", authors=(an_author("b"),), reader="You.", summary=a_text()),
        on(8, "running", authors=(an_author("c"),), campaign="spring"),
    ]

    assert chosen(*articles, campaigns=(spring,)) == ["running", "clear", "plain"]


def test_nobody_signs_two_while_somebody_else_has_none() -> None:
    jane, omar = an_author("jane"), an_author("omar")
    articles = [on(14, "one", authors=(jane,)), on(13, "two", authors=(jane,)), on(12, "three", authors=(omar,))]

    assert chosen(*articles) == ["one", "three", "two"]
    assert chosen(*articles, most=2) == ["one", "three"]


def test_a_work_is_told_once_in_the_readers_language() -> None:
    english, french = on(9, "a"), on(9, "b", lang="fr", translation="a")

    assert chosen(english, french) == ["a"]
    assert chosen(english, french, lang="fr") == ["b"]
    assert chosen(english, lang="fr") == ["a"]


def test_a_quiet_week_gets_old_articles_whose_turn_it_is() -> None:
    shelf = [an_article(f"old-{n}", date=datetime(2020, 1, 1, tzinfo=UTC)) for n in range(300)]

    assert len(chosen(*shelf)) == 3
    assert chosen(on(9, "new"), *shelf)[0] == "new"
    assert len(chosen(on(9, "new"), *shelf)) == 3


def test_what_is_held_back_is_not_told_and_a_stop_leaves_no_digest() -> None:
    assert chosen(on(9, "held", hold="Wait.")) == []
    assert chosen(on(9, "free"), programme=Programme(hold="Stop.")) == []
    stopped = a_build(an_edition(on(9, "free")), DigestSettings(), programme=Programme(hold="Stop."))
    assert list(digest_files(stopped)) == []


# --- the e-mail -------------------------------------------------------------------------------------------------------


def test_python_reads_the_mail_as_it_was_meant() -> None:
    digest = a_digest(on(9, "a", title=HOSTILE))
    message = email.message_from_bytes(as_message(digest, LIGHT), policy=email.policy.default)

    assert message.defects == []
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert message["subject"] == f"Example: {HOSTILE}".replace("\u2028", "")
    plain, html = (part.get_content() for part in message.iter_parts())
    assert HOSTILE in plain.replace("\r\n", "\n")
    assert html.replace("\r\n", "\n").strip() == as_html(digest, LIGHT).strip()
    assert (message["from"], message["to"], message["date"]) == (None, None, None)


def test_the_mail_is_the_same_on_every_day_of_the_week() -> None:
    assert as_message(a_digest(on(9, "a")), LIGHT) == as_message(a_digest(on(9, "a")), LIGHT)


class Tags(HTMLParser):
    """What a mail program would have to do for a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_mail_program_has_nothing_to_fetch_run_or_look_up() -> None:
    page = as_html(a_digest(on(9, "a", title=HOSTILE), on(10, "b")), LIGHT)
    tags = Tags(page).found

    assert {tag for tag, _ in tags} <= set("html head meta title body div table tr td h1 h2 p a span br".split())
    assert not {name for _, given in tags for name in given} & {"src", "srcset", "background", "class", "id", "onclick"}
    assert "url(" not in page
    assert "@import" not in page
    assert {urlsplit(given["href"] or "").scheme for tag, given in tags if tag == "a"} == {"https"}
    assert all(given.get("role") == "presentation" for tag, given in tags if tag == "table")
    assert len(page.encode()) < 100_000  # beyond that, a large mail service cuts it off


def test_links_say_that_they_were_in_the_digest_and_nothing_about_a_person() -> None:
    page = as_html(a_digest(on(9, "a", campaign="spring")), LIGHT)
    links = {given["href"] or "" for tag, given in Tags(page).found if tag == "a"}

    assert [parse_qs(urlsplit(link).query) for link in links] == [
        {
            "utm_source": ["digest"],
            "utm_medium": ["email"],
            "utm_campaign": ["a"],
            "utm_id": ["spring"],
            "utm_content": ["ambassador"],
        }
    ]


# --- text, feed, message ----------------------------------------------------------------------------------------------


def test_text_and_message_hold_what_the_mail_does() -> None:
    digest = a_digest(on(9, "a", title="One", summary=a_text(plain="About one.")))

    assert "One\nJane Doe\nAbout one.\nhttps://" in as_text(digest)
    assert as_chat(digest, DigestSettings()).startswith(
        "Example: June 8, 2026 – June 14, 2026\n• One, Jane Doe\n  https"
    )
    custom = DigestSettings(chat_head="Hi", chat_story="{{{title}}}: {summary}")
    assert as_chat(digest, custom) == "Hi\n{One}: About one.\n"


@pytest.mark.parametrize(("name", "text"), [("chat_head", "{title}"), ("chat_story", "{who}"), ("chat_story", "{")])
def test_a_template_with_a_place_that_is_not_known_is_told(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=name):
        typed("BYLINE_DIGEST", DigestSettings, {name: text})


def test_the_feed_has_the_articles_own_addresses() -> None:
    edition = an_edition(on(9, "a", title=HOSTILE.replace("\u2028", "")))
    week = last_week(edition, Programme(), MONDAY, "en", 5)
    feed = feedparser.parse(as_rss(told(week, "Example", edition.site, "en", ""), week))

    assert not feed.bozo
    assert [(one.title, one.link) for one in feed.entries] == [
        (HOSTILE.replace("\u2028", ""), "https://blog.example.com/articles/a/")
    ]


def test_each_language_has_a_digest_of_its_own() -> None:
    build = a_build(an_edition(on(9, "a"), on(9, "b", lang="fr", translation="a")), DigestSettings())
    files = {file.save_as: file for file in digest_files(replace(build, now=datetime(2026, 6, 16, tzinfo=UTC)))}

    assert sorted(files) == [
        *(f"digest/{name}" for name in ("chat.txt", "digest.eml", "digest.txt", "feed.xml")),
        *(f"digest/fr/{name}" for name in ("chat.txt", "digest.eml", "digest.txt", "feed.xml", "index.html")),
        "digest/index.html",
    ]
    assert all(file.internal for file in files.values())
    assert re.search('<html lang="fr"', files["digest/fr/index.html"].data.decode())
