"""What networks, search engines and other machines read in the head of a page."""

from __future__ import annotations

import re

import pytest

from builders import an_article, an_author
from byline.model import Link
from theme.printing import Print, attributes, texts


def test_networks_read_each_author_and_the_card_with_its_size_and_words(printed: Print) -> None:
    html = printed("article", article=an_article(authors=(an_author("jane-doe"), an_author("omar-haddad"))))
    properties = dict(re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', html))

    assert attributes(html, "meta[name=author]", "content") == ["Jane Doe", "Omar Haddad"]
    assert attributes(html, "meta[property='article:author']", "content") == [
        "https://blog.example.com/authors/jane-doe/",
        "https://blog.example.com/authors/omar-haddad/",
    ]
    assert properties["og:image"] == "https://blog.example.com/cards/article/why-we-moved.0.png"
    assert (properties["og:image:width"], properties["og:image:height"]) == ("1200", "630")
    assert properties["og:image:alt"] == "Why we moved, by Jane Doe and Omar Haddad"
    assert (properties["og:type"], properties["og:locale"]) == ("article", "en_US")


@pytest.mark.parametrize(
    ("url", "creator"),
    [
        ("https://social.example/@jane", ["@jane@social.example"]),
        ("https://social.example/users/jane", []),
        ("https://social.example", []),
    ],
)
def test_the_lead_author_s_mastodon_account_is_the_creator(printed: Print, url: str, creator: list[str]) -> None:
    article = an_article(authors=(an_author(links=(Link("mastodon", url),)),))

    assert attributes(printed("article", article=article), "meta[name='fediverse:creator']", "content") == creator


def test_an_article_published_first_elsewhere_says_so_to_people_and_machines(printed: Print) -> None:
    html = printed("article", article=an_article(canonical="https://elsewhere.example/why/"))

    assert attributes(html, "link[rel=canonical]", "href") == ["https://elsewhere.example/why/"]
    assert "https://elsewhere.example/why/" in attributes(html, ".credits a", "href")


def test_languages_point_to_each_other_and_the_site_s_own_is_the_default(printed: Print) -> None:
    html = printed("home", "fr", page={"alternates": (("en", "/"), ("fr", "/fr/"))})
    named = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)

    site = "https://blog.example.com"
    assert named == [("en", f"{site}/"), ("fr", f"{site}/fr/"), ("x-default", f"{site}/")]
    assert texts(html, ".languages a") == ["English"]


def test_a_page_that_search_engines_should_leave_out_says_so(printed: Print) -> None:
    assert attributes(printed("article", page={"noindex": True}), "meta[name=robots]", "content") == ["noindex"]
    assert not attributes(printed("article"), "meta[name=robots]", "content")


def test_later_pages_of_a_list_have_a_title_of_their_own(printed: Print) -> None:
    assert texts(printed("tag"), "title") == ["rust, page 2 – Example Blog"]
