"""Share links: what a channel receives is what we meant."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import an_article
from byline.model import Article
from byline.settings import SettingsError, typed
from byline.sharing.channels import Channel, SharingSettings, chosen, shipped
from byline.sharing.links import COUNTED_ADDRESS, share_links, share_target, share_title, share_url

CHANNELS = {channel.id: channel for channel in shipped()}
TEAMS: dict[str, Any] = {
    "id": "teams",
    "label": "Teams",
    "url": "https://teams.microsoft.com/share?href={url}&msgText={title}&preview=true",
    "source": "teams",
    "medium": "referral",
    "verified": "2026-11-01",
}
titles = st.text(min_size=1, max_size=300)


def received(channel: Channel, article: Article) -> str:
    """Everything that the channel would show, decoded as its own page decodes it."""
    parts = urlsplit(share_url(article, channel))
    given = parts.query or parts.fragment
    return " ".join(unquote(pair.partition("=")[2]) for pair in given.split("&") if pair)


def test_the_channels_come_in_the_order_of_the_setting() -> None:
    settings = typed("BYLINE_SHARING", SharingSettings, {"channels": ["email", "linkedin"]})

    links = share_links(an_article(), chosen(settings))

    assert [(link.channel, link.label) for link in links] == [("email", "E-mail"), ("linkedin", "LinkedIn")]


def test_all_shipped_channels_are_shown_by_default() -> None:
    assert [channel.id for channel in chosen(SharingSettings())] == list(CHANNELS)


def test_a_company_adds_a_channel_of_its_own() -> None:
    settings = typed("BYLINE_SHARING", SharingSettings, {"channels": ["linkedin"], "add": [TEAMS]})

    assert [channel.id for channel in chosen(settings)] == ["linkedin", "teams"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"channels": ["linkdin"]}, "no channel 'linkdin'. Did you mean 'linkedin'"),
        ({"chanels": []}, r"unknown setting 'chanels' \(known: add, channels\)"),
        ({"add": [TEAMS | {"urll": "x"}]}, "add.0.urll"),
        ({"add": [TEAMS | {"url": "https://example.com/?u={link}"}]}, r"must hold \{url\} or \{text\}"),
        ({"add": [TEAMS | {"url": "javascript:alert({url})"}]}, "must begin with https:// or mailto:"),
        ({"add": [TEAMS | {"medium": "Social"}]}, "add.0.medium"),
        ({"add": [TEAMS | {"source": "MS Teams"}]}, "lower-case"),
        ({"add": [{key: TEAMS[key] for key in TEAMS if key != "verified"}]}, "add.0.verified"),
    ],
)
def test_a_wrong_channel_is_an_error_at_start(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        typed("BYLINE_SHARING", SharingSettings, given)


def test_a_link_tells_its_channel_and_article_and_nothing_about_a_person() -> None:
    article = an_article("why", id="a-2026-0142", campaign="spring-hiring")

    shared = parse_qs(urlsplit(share_url(article, CHANNELS["linkedin"])).query)["url"][0]

    assert shared.partition("?")[0] == article.url
    assert parse_qsl(urlsplit(shared).query) == [
        ("utm_source", "linkedin"),
        ("utm_medium", "social"),
        ("utm_campaign", "a-2026-0142"),
        ("utm_id", "spring-hiring"),
        ("utm_content", "reader"),
    ]


def test_a_mail_has_subject_and_body() -> None:
    link = share_url(an_article(title="Why & how?"), CHANNELS["email"])

    assert link.startswith("mailto:?subject=Why%20%26%20how%3F&body=Why%20%26%20how%3F%0D%0A%0D%0Ahttps%3A%2F%2F")


@pytest.mark.parametrize("channel", CHANNELS.values(), ids=list(CHANNELS))
@given(title=titles)
def test_a_link_reads_back_as_the_same_text_and_address(channel: Channel, title: str) -> None:
    article = an_article("why", title=title)

    link, shown = share_url(article, channel), received(channel, article)

    assert share_target(article, channel) in shown
    assert ("{title}" not in channel.url and "{text}" not in channel.url) or share_title(article, channel) in shown
    assert link.isascii()
    assert not set(link) & set(" +\"'<>\\\n\r\t")


@pytest.mark.parametrize("channel", CHANNELS.values(), ids=list(CHANNELS))
@given(title=titles)
def test_a_title_is_only_cut_when_the_channel_takes_no_more(channel: Channel, title: str) -> None:
    cut = share_title(an_article(title=title), channel)

    if cut != title:
        assert cut.endswith("…")
        assert title.startswith(cut[:-1])
        assert len(cut) + COUNTED_ADDRESS < channel.limit < 2 * len(title) + COUNTED_ADDRESS + 2


@given(titles)
def test_a_mail_link_is_short_enough_for_mail_programs(title: str) -> None:
    assert len(share_url(an_article("why", title=title), CHANNELS["email"])) < 2_500
