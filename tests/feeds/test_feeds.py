"""Feeds as feed readers see them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builders import NOON, a_category, a_site, a_tag, a_text, an_article, an_author, an_edition
from built import a_build
from byline.feeds.subscriptions import FeedSettings, feed_files
from byline.model import Card, Edition

JANE, OMAR = an_author("jane-doe"), an_author("omar-haddad")
DC = "{http://purl.org/dc/elements/1.1/}"


def feeds(edition: Edition, *, items: int = 20, **fields: Any) -> dict[str, bytes]:
    return {file.save_as: file.data for file in feed_files(a_build(edition, FeedSettings(items), **fields))}


def titles(data: bytes) -> list[str]:
    return [entry.title for entry in feedparser.parse(data).entries]


def test_all_languages_each_language_each_author_and_each_category_have_feeds() -> None:
    french = an_article("pourquoi", lang="fr", authors=(OMAR,))
    english = an_article("why", authors=(JANE,), category=a_category("engineering"))

    found = feeds(an_edition(english, french))

    assert set(found) == {
        *("feed.xml", "atom.xml", "feed.json"),
        *("en/feed.xml", "en/atom.xml", "en/feed.json"),
        *("fr/feed.xml", "fr/atom.xml", "fr/feed.json"),
        *("authors/jane-doe/feed.xml", "authors/omar-haddad/feed.xml", "categories/engineering/feed.xml"),
    }
    assert sorted(titles(found["feed.xml"])) == ["Pourquoi", "Why"]
    assert titles(found["fr/atom.xml"]) == ["Pourquoi"]
    assert titles(found["categories/engineering/feed.xml"]) == ["Why"]


def test_a_co_signed_article_is_in_both_authors_feeds_and_names_both() -> None:
    found = feeds(an_edition(an_article("why", authors=(JANE, OMAR))))

    for author in ("jane-doe", "omar-haddad"):
        data = found[f"authors/{author}/feed.xml"]
        assert [node.text for node in etree.fromstring(data).iter(f"{DC}creator")] == ["Jane Doe", "Omar Haddad"]
    entry = feedparser.parse(found["atom.xml"]).entries[0]
    assert [(a.name, a.href) for a in entry.authors] == [
        ("Jane Doe", "https://blog.example.com/authors/jane-doe/"),
        ("Omar Haddad", "https://blog.example.com/authors/omar-haddad/"),
    ]
    assert [a["name"] for a in json.loads(found["feed.json"])["items"][0]["authors"]] == ["Jane Doe", "Omar Haddad"]


def test_two_authors_of_one_name_are_told_apart() -> None:
    twin = replace(OMAR, name=JANE.name)

    data = feeds(an_edition(an_article("why", authors=(JANE, twin))))["feed.xml"]

    named = [node.text for node in etree.fromstring(data).iter(f"{DC}creator")]
    assert named == ["Jane Doe (jane-doe)", "Jane Doe (omar-haddad)"]


def test_a_registered_author_without_articles_has_an_empty_feed() -> None:
    data = feeds(an_edition(authors=(JANE,)))["authors/jane-doe/feed.xml"]
    channel = feedparser.parse(data)

    assert channel.entries == []
    assert channel.feed.title == "Jane Doe – Example Blog"
    assert channel.feed.updated == "Thu, 01 Jan 2026 00:00:00 +0000"


@pytest.mark.parametrize("state", ["draft", "hidden", "scheduled", "expired"])
def test_only_published_articles_are_in_feeds(state: str) -> None:
    found = feeds(an_edition(an_article("secret-plan", state=state, category=a_category())))

    assert not [name for name, data in found.items() if b"secret-plan" in data]


def test_the_newest_come_first_and_older_ones_are_left_out() -> None:
    articles = [an_article(f"day-{day}", date=NOON + timedelta(days=day)) for day in range(5)]

    found = feeds(an_edition(*articles), items=3)

    for name in ("feed.xml", "atom.xml", "authors/jane-doe/feed.xml"):
        assert titles(found[name]) == ["Day 4", "Day 3", "Day 2"]


def test_an_entrys_id_survives_another_host_slug_and_date() -> None:
    before = an_article("why", id="kept")
    after = replace(before, slug="how", url="https://new.example.org/how/", date=NOON + timedelta(days=9))
    moved = a_site(url="https://new.example.org")

    for edition in (an_edition(before), an_edition(after, site=moved)):
        found = feeds(edition)
        ids = [feedparser.parse(found[name]).entries[0].id for name in ("feed.xml", "atom.xml")]
        ids.append(json.loads(found["feed.json"])["items"][0]["id"])
        assert set(ids) == {"tag:blog.example.com,2026:articles/kept"}


def test_rss_is_complete() -> None:
    article = an_article(
        "why",
        body=a_text('<p><a href="#x">x</a> &amp; more</p>'),
        summary=a_text(plain="In short."),
        modified=NOON + timedelta(days=2),
        category=a_category("engineering"),
        tags=(a_tag("git"), a_tag("tests")),
    )
    card = Card("/cards/article/why.12345678.png", "Why")

    data = feeds(an_edition(article), cards={article.source: card})["feed.xml"]
    parsed, tree = feedparser.parse(data), etree.fromstring(data)
    entry = parsed.entries[0]

    assert not parsed.bozo
    assert (parsed.feed.language, parsed.feed.updated) == ("en", "Wed, 17 Jun 2026 12:00:00 +0000")
    assert tree.find("channel/item/guid").get("isPermaLink") == "false"
    assert entry.published == "Mon, 15 Jun 2026 12:00:00 +0000"
    assert entry.summary == "In short."
    assert entry.content[0].value == '<p><a href="https://blog.example.com/articles/why/#x">x</a> &amp; more</p>'
    assert [tag.term for tag in entry.tags] == ["Engineering", "git", "tests"]
    assert entry.media_content == [
        {
            "url": "https://blog.example.com/cards/article/why.12345678.png",
            "type": "image/png",
            "medium": "image",
            "width": "1200",
            "height": "630",
        }
    ]
    own = tree.find("channel/{http://www.w3.org/2005/Atom}link")
    assert dict(own.attrib) == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": "https://blog.example.com/feed.xml",
    }
    assert tree.findtext("channel/link") == "https://blog.example.com/"


def test_atom_is_complete() -> None:
    article = an_article("why", modified=NOON + timedelta(days=2), summary=a_text(plain="In short."))

    parsed = feedparser.parse(feeds(an_edition(article))["en/atom.xml"])
    entry = parsed.entries[0]

    assert not parsed.bozo
    assert (parsed.feed.title, parsed.feed.id) == ("Example Blog (en)", "tag:blog.example.com,2026:en/atom.xml")
    assert parsed.feed.updated == entry.updated == "2026-06-17T12:00:00+00:00"
    assert {(link.rel, link.type, link.href) for link in parsed.feed.links} == {
        ("self", "application/atom+xml", "https://blog.example.com/en/atom.xml"),
        ("alternate", "text/html", "https://blog.example.com/"),
    }
    assert entry.content[0].type == "text/html"
    assert entry.link == article.url


def test_json_feed_is_complete() -> None:
    article = an_article("pourquoi", lang="fr", tags=(a_tag("git"),), summary=a_text(plain="En bref."))
    card = Card("/cards/article/pourquoi.12345678.png", "Pourquoi")

    document = json.loads(feeds(an_edition(article), cards={article.source: card})["fr/feed.json"])

    assert document == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example Blog (fr)",
        "home_page_url": "https://blog.example.com/fr/",
        "feed_url": "https://blog.example.com/fr/feed.json",
        "language": "fr",
        "items": [
            {
                "id": "tag:blog.example.com,2026:articles/pourquoi-fr",
                "url": "https://blog.example.com/fr/articles/pourquoi/",
                "title": "Pourquoi",
                "language": "fr",
                "summary": "En bref.",
                "content_html": "<p>Some words.</p>",
                "image": "https://blog.example.com/cards/article/pourquoi.12345678.png",
                "date_published": "2026-06-15T12:00:00+00:00",
                "date_modified": "2026-06-15T12:00:00+00:00",
                "authors": [{"name": "Jane Doe", "url": "https://blog.example.com/fr/authors/jane-doe/"}],
                "tags": ["git"],
            }
        ],
    }


def test_a_blogs_own_address_pattern_keeps_feeds_beside_its_pages() -> None:
    build = a_build(an_edition(authors=(JANE,)), FeedSettings())
    patterns = {**build.addresses.patterns, "AUTHOR_URL": "author/{slug}.html"}

    found = [file.save_as for file in feed_files(replace(build, addresses=replace(build.addresses, patterns=patterns)))]

    assert "author/jane-doe/feed.xml" in found


@given(title=st.text(), body=st.text())
def test_any_text_makes_well_formed_feeds(title: str, body: str) -> None:
    found = feeds(an_edition(an_article("why", title=f"Why {title}", body=a_text(f"<p>{body}</p>"))))

    for name in ("feed.xml", "atom.xml"):
        assert len(etree.fromstring(found[name]).findall(".//{*}title")) >= 1
    assert len(json.loads(found["feed.json"])["items"]) == 1


def test_the_same_edition_gives_the_same_bytes_in_any_process_zone_and_hash_order() -> None:
    program = (
        "import sys, hashlib; sys.path[:0] = ['plugins', 'tests'];"
        "from builders import *; from built import a_build;"
        "from byline.feeds.subscriptions import FeedSettings, feed_files;"
        "a = an_article('why', authors=(an_author('b'), an_author('a')), tags=tuple(map(a_tag, 'xyz')));"
        "print(hashlib.sha256(b''.join(f.data for f in feed_files(a_build(an_edition(a), FeedSettings()))))"
        ".hexdigest())"
    )

    def digest(seed: str, zone: str) -> str:
        env = {"PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run(
            [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
        ).stdout

    assert digest("1", "UTC") == digest("2", "Asia/Tokyo")


def test_a_feed_names_the_theme_s_style_sheet_for_whoever_opens_it_in_a_browser() -> None:
    site = a_site(url="https://example.com/preview/pr-7")

    found = feeds(an_edition(an_article("why"), site=site), assets={"feed.css": "/theme/feed.0.css"})

    for name in ("feed.xml", "atom.xml", "authors/jane-doe/feed.xml"):
        before = etree.fromstring(found[name]).getprevious()
        assert (before.target, dict(before.attrib)) == (
            "xml-stylesheet",
            {"type": "text/css", "href": "/preview/pr-7/theme/feed.0.css"},
        )
        assert titles(found[name]) == ["Why"]


def test_a_theme_without_that_style_sheet_changes_nothing_else() -> None:
    plain, styled = (feeds(an_edition(an_article("why")), assets=given) for given in ({}, {"feed.css": "/f.css"}))

    without = {
        name: b"\n".join(line for line in data.split(b"\n") if b"<?xml-s" not in line) for name, data in styled.items()
    }
    assert without == plain


def test_a_feed_says_its_language() -> None:
    found = feeds(an_edition(an_article("pourquoi", lang="fr")))

    for name in ("fr/feed.xml", "fr/atom.xml"):
        assert etree.fromstring(found[name]).get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
