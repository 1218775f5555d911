"""What networks, search engines and other machines read in the head of a page."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from builders import NOON, an_article, an_author
from byline.model import Card, Link
from byline.policy import PAGE_POLICY
from byline.press.trail import NAMES
from theme.printing import Print, attributes, parsed, texts
from theme.test_catalogs import catalog
from theme.test_templates import KINDS


def test_networks_read_each_author_and_the_card_with_its_size_and_words(printed: Print) -> None:
    html = printed("article", article=an_article(authors=(an_author("jane-doe"), an_author("omar-haddad"))))
    properties = meta(html)

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


def test_breadcrumbs_speak_the_words_of_the_templates() -> None:
    assert set(NAMES.values()) <= {message.id for message in catalog("fr")}


def test_each_author_s_mastodon_account_is_named_in_signing_order_once_they_agreed(printed: Print) -> None:
    signers = tuple(
        an_author(name, agreed=agreed, links=(Link("Mastodon", f"https://social.example/@{name}"),))
        for name, agreed in (("omar", NOON.date()), ("private", None), ("jane", NOON.date()))
    )
    html = printed("article", article=an_article(authors=signers))

    assert attributes(html, "meta[name='fediverse:creator']", "content") == [
        "@omar@social.example",
        "@jane@social.example",
    ]


def test_a_profile_is_shared_as_a_person(printed: Print) -> None:
    properties = meta(printed("author", card=Card("/cards/author/jane-doe.0.png", "Jane Doe, Engineer")))

    assert (properties["og:type"], properties["profile:username"]) == ("profile", "jane-doe")
    assert properties["og:image"] == "https://blog.example.com/cards/author/jane-doe.0.png"
    assert properties["og:image:alt"] == "Jane Doe, Engineer"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_shared_with_one_picture(printed: Print, kind: str) -> None:
    html = printed(kind)

    found = [attributes(html, f"meta[property='og:image{part}']", "content") for part in ("", ":width", ":type")]

    card = "article/why-we-moved" if kind == "article" else "home/home"
    assert found == [[f"https://blog.example.com/cards/{card}.0.png"], ["1200"], ["image/png"]]


@pytest.mark.parametrize("kind", ["home", "author", "tag"])
def test_a_site_without_cards_is_shared_with_its_icon(printed: Print, kind: str) -> None:
    html = printed(kind, card=None)

    assert meta(html)["og:image"] == "https://blog.example.com/icons/icon-512.png"
    assert attributes(html, "meta[name='twitter:card']", "content") == ["summary"]


def test_an_article_that_wants_no_card_is_shared_without_a_picture(printed: Print) -> None:
    html = printed("article", card=None)

    assert "og:image" not in meta(html)
    assert attributes(html, "meta[name='twitter:card']", "content") == ["summary"]


def test_a_page_in_one_language_names_no_version(printed: Print) -> None:
    assert not attributes(printed("home", page={"alternates": (("en", "/"),)}), "link[hreflang]", "href")


def test_without_the_room_that_draws_icons_a_page_names_none(printed: Print) -> None:
    assert not attributes(printed("home", icons={}), "link[rel~=icon], link[rel=manifest]", "href")


def test_structured_data_stands_in_a_script_that_is_only_data(printed: Print) -> None:
    html = printed("article", structured=Markup('{"name":"<b>"}'))

    assert attributes(html, "script[type]", "type") == ["application/ld+json"]
    assert '<script type="application/ld+json">{"name":"<b>"}</script>' in html
    assert "ld+json" not in printed("404", structured=Markup(""))


def test_the_page_for_unknown_addresses_has_none_of_its_own(printed: Print) -> None:
    assert not attributes(printed("404"), "link[rel=canonical]", "href")


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"gone", "page"}))
def test_every_page_says_what_it_is_about(printed: Print, kind: str) -> None:
    (description,) = attributes(printed(kind), "meta[name=description]", "content")

    assert description


def meta(html: str) -> dict[str, str]:
    """Open Graph's properties; the last of each name."""
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))


def test_a_page_carries_its_security_policy_before_anything_that_it_loads(printed: Print) -> None:
    html = printed("article", policy=PAGE_POLICY)
    head = parsed(html).query("head > *")

    assert [element.attrs for element in head[:1]] == [
        {"http-equiv": "Content-Security-Policy", "content": PAGE_POLICY},
    ]
    assert html.encode().index(b"charset") < 1024
    assert "frame-ancestors" not in PAGE_POLICY
    assert "http-equiv" not in printed("article")


def test_a_preview_keeps_search_engines_away_itself_where_the_host_cannot(printed: Print) -> None:
    assert attributes(printed("home", preview=True), "meta[name=robots]", "content") == ["noindex"]
    assert attributes(printed("home"), "meta[name=robots]", "content") == []
