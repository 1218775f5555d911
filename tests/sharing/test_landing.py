"""Where shared links land in reports: each channel in the group that it was meant for, in three tools."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import an_article
from byline.channels import Channel, shipped
from byline.sharing.links import share_target
from byline.sharing.settings import SharingSettings
from byline.tokens import token
from byline.urls import Utm, tagged
from examples import EXAMPLES
from sharing.analytics import ga4, matomo, plausible

GROUPS = {"social": "Organic Social", "email": "Email", "referral": "Referral"}
CHANNELS = (*shipped(), *EXAMPLES)
ids = [channel.id for channel in CHANNELS]


@pytest.mark.parametrize("channel", CHANNELS, ids=ids)
def test_a_visit_is_filed_where_the_channel_belongs(channel: Channel) -> None:
    url = share_target(an_article(campaign="spring-hiring"), channel)

    assert ga4(url) == plausible(url) == GROUPS[channel.medium]


@pytest.mark.parametrize("channel", CHANNELS, ids=ids)
def test_matomo_keeps_everything_that_a_link_says(channel: Channel) -> None:
    article = an_article(id="a" * 100, campaign="c" * 100)
    content = token("k" * 32, "lena", article.id, channel.id, "2026-1")

    assert matomo(share_target(article, channel, content)) == {
        "name": article.id, "source": channel.source, "medium": channel.medium, "content": content, "id": "c" * 100,
    }  # fmt: skip


@pytest.mark.parametrize("medium", ["employee-advocacy", "Social Media Post", "socials", "mail"])
def test_a_medium_of_one_s_own_would_be_lost(medium: str) -> None:
    """Why only three are allowed: what no rule knows is filed under nothing."""
    assert ga4(f"https://blog.example.com/?utm_source=own&utm_medium={medium}") == "Unassigned"


@given(
    query=st.lists(st.sampled_from(["a=1", "b=%20x", "utm_source=evil", "utm_term=x", "q=a%26b"]), max_size=4),
    fragment=st.sampled_from(["", "part", "utm_source=x"]),
)
def test_parameters_go_between_an_address_s_own_query_and_its_fragment(query: list[str], fragment: str) -> None:
    url = "https://example.com/a/" + ("?" + "&".join(query) if query else "") + ("#" + fragment if fragment else "")

    parts = urlsplit(tagged(url, Utm("x", "social", "why", "reader", "spring")))

    own = [pair for pair in query if not pair.startswith("utm_")]
    assert parts.fragment == fragment
    assert parts.query.split("&")[: len(own)] == own if own else True
    assert parse_qsl(parts.query)[len(own) :] == [
        ("utm_source", "x"), ("utm_medium", "social"), ("utm_campaign", "why"), ("utm_id", "spring"),
        ("utm_content", "reader"),
    ]  # fmt: skip


@pytest.mark.parametrize("channel", CHANNELS, ids=ids)
def test_everything_is_written_in_small_letters_that_need_no_encoding(channel: Channel) -> None:
    query = urlsplit(share_target(an_article(id="a-2026-0142", campaign="spring-hiring"), channel)).query

    assert query == query.lower()
    assert "%" not in query


def test_examples_are_channels_that_a_company_may_add() -> None:
    settings = SharingSettings(add=EXAMPLES)

    assert {one.id for one in EXAMPLES} >= {"telegram", "reddit", "xing", "viva", "newsletter", "campfire"}
    assert [one.id for one in settings.for_kits()][-len(EXAMPLES) :] == [one.id for one in EXAMPLES]
