"""Share links: what a channel receives is what we meant."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import an_article
from byline.channels import Channel, shipped
from byline.model import Article
from byline.settings import SettingsError, typed
from byline.sharing.links import share_links, share_target, share_url, with_address, words_of
from byline.sharing.settings import SharingSettings
from examples import EXAMPLES

CHANNELS = {channel.id: channel for channel in shipped()}
FORUM: dict[str, Any] = {
    "id": "own-forum",
    "label": "Our forum",
    "url": "https://forum.example.com/new?link={url}&title={title}",
    "source": "forum",
    "medium": "referral",
    "verified": "2026-11-01",
}
PAGES = {channel.id: channel for channel in (*CHANNELS.values(), *EXAMPLES) if channel.how == "page"}
HOSTILE = (
    "\"Quotes\" and 'more' of “them”",
    "A & B &amp; C",
    "#1: why %20 is 100 % wrong",
    "+plus+ and = and ?",
    "Zero 👩‍👩‍👧‍👦 one 🇫🇷 two ✊🏿",
    "Two\nlines\n\nand a third",
    "مرحبا بالعالم: لماذا؟",
    "{url} {title} {words} {evil}",
    "</script><script>alert(1)</script>",
    "a\tb\u202ec\u2028d",
    "https://example.com/?utm_source=evil&x=1#y",
)
titles = st.text(min_size=1, max_size=300)


def link_of(channel: Channel, article: Article, text: str = "") -> str:
    """The channel's page for an article, as a public page links to it."""
    return share_url(article, channel, share_target(article, channel), text)


def received(link: str) -> dict[str, str]:
    """What the channel's own page reads: every parameter by name, decoded once. Mail writes its line ends as CRLF."""
    parts = urlsplit(link)
    given = parts.query or parts.fragment
    pairs = (pair.partition("=") for pair in given.split("&"))
    return {name: unquote(value).replace("\r\n", "\n") for name, _, value in pairs}


def test_the_channels_come_in_the_order_of_the_setting() -> None:
    settings = typed("BYLINE_SHARING", SharingSettings, {"channels": ["email", "linkedin"]})

    links = share_links(an_article(), settings.public())

    assert [(link.channel, link.label) for link in links] == [("email", "E-mail"), ("linkedin", "LinkedIn")]


def test_all_shipped_channels_are_in_kits_by_default() -> None:
    assert [channel.id for channel in SharingSettings().for_kits()] == list(CHANNELS)


def test_a_company_adds_a_channel_of_its_own() -> None:
    settings = typed("BYLINE_SHARING", SharingSettings, {"channels": ["linkedin"], "add": [FORUM]})

    assert [channel.id for channel in settings.public()] == ["linkedin", "own-forum"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"channels": ["linkdin"]}, "no channel 'linkdin'. Did you mean 'linkedin'"),
        ({"chanels": []}, r"unknown setting 'chanels' \(known: add, channels, disclosures, "),
        ({"add": [FORUM | {"urll": "x"}]}, "add.0.urll"),
        ({"add": [FORUM | {"url": "https://example.com/?u={link}"}]}, r"must hold \{url\} or \{text\}"),
        ({"add": [FORUM | {"url": "javascript:alert({url})"}]}, "must begin with https:// or mailto:"),
        ({"add": [FORUM | {"medium": "Social"}]}, "add.0.medium"),
        ({"add": [FORUM | {"source": "MS Teams"}]}, "lower-case"),
        ({"add": [{key: FORUM[key] for key in FORUM if key != "verified"}]}, "add.0.verified"),
    ],
)
def test_a_wrong_channel_is_an_error_at_start(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        typed("BYLINE_SHARING", SharingSettings, given)


def test_a_link_tells_its_channel_and_article_and_nothing_about_a_person() -> None:
    article = an_article("why", id="a-2026-0142", campaign="spring-hiring")

    shared = received(link_of(CHANNELS["linkedin"], article))["url"]

    assert shared.partition("?")[0] == article.url
    assert parse_qsl(urlsplit(shared).query) == [
        ("utm_source", "linkedin"),
        ("utm_medium", "social"),
        ("utm_campaign", "a-2026-0142"),
        ("utm_id", "spring-hiring"),
        ("utm_content", "reader"),
    ]


def test_a_mail_has_subject_and_body() -> None:
    link = link_of(CHANNELS["email"], an_article(title="Why & how?"))

    assert link.startswith("mailto:?subject=Why%20%26%20how%3F&body=Why%20%26%20how%3F%0D%0A%0D%0Ahttps%3A%2F%2F")


@pytest.mark.parametrize("channel", PAGES.values(), ids=list(PAGES))
@given(title=titles | st.sampled_from(HOSTILE))
@example(title="x" * 300)
def test_a_link_reads_back_as_the_same_title_and_address(channel: Channel, title: str) -> None:
    article = an_article("why", title=title)
    target = share_target(article, channel)

    link = link_of(channel, article)
    shown = " ".join(received(link).values())

    assert target in shown
    assert channel.accepts == "address" or title.replace("\r\n", "\n") in shown or "…" in shown
    assert link.isascii()
    assert not set(link) & set(" +\"'<>\\\n\r\t")


@pytest.mark.parametrize("channel", PAGES.values(), ids=list(PAGES))
@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60)
    | st.sampled_from(HOSTILE)
)
def test_a_link_with_a_text_reads_back_as_the_same_text_and_address(channel: Channel, text: str) -> None:
    target = share_target(an_article("why"), channel)

    given = received(share_url(an_article("why"), channel, target, text))

    expected = {"{url}": target, "{words}": words_of(text), "{text}": with_address(text, target)}
    body = {"mailto:": f"{expected['{words}']}\n\n{target}"}
    assert [*given.values()] == [
        body.get(channel.url[:7]) if "%0D" in place else expected.get(place, given[name])
        for name, place in places(channel)
    ]


@given(titles)
def test_a_mail_link_is_short_enough_for_mail_programs(title: str) -> None:
    assert len(link_of(CHANNELS["email"], an_article("why", title=title))) < 2_500


@pytest.mark.parametrize("channel", PAGES.values(), ids=list(PAGES))
@given(title=titles)
def test_a_public_link_hands_over_no_more_than_the_channel_takes(channel: Channel, title: str) -> None:
    article = an_article(title=title)
    target = share_target(article, channel)
    given = received(link_of(channel, article))
    text = " ".join(given[name] for name, place in places(channel) if place in ("{words}", "{text}"))

    assert channel.takes(text if target in text else with_address(text, target))


def places(channel: Channel) -> list[tuple[str, str]]:
    """(parameter, what stands there) of a channel's template."""
    parts = urlsplit(channel.url)
    return [(name, value) for name, _, value in (p.partition("=") for p in (parts.query or parts.fragment).split("&"))]
