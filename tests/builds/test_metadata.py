"""What machines read of the built sample, by a parser that is not ours, is what its people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import extruct
import pytest
import yaml
from lxml import etree, html

from checkouts import put, run
from running import ROOT

CONTENT = ROOT / "content"
SITE = "https://blog.example.com"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def front_matter(path: Path) -> dict[str, Any]:
    """What a person wrote between the lines of dashes."""
    fields: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return fields


def bare(text: str) -> str:
    """A text without its spaces: French typography changes them."""
    return "".join(text.split())


REGISTRY = {path.stem: front_matter(path) for path in CONTENT.glob("authors/*.md") if "." not in path.stem}
WRITTEN = {bare(fields["title"]): fields for fields in map(front_matter, CONTENT.glob("articles/**/*.md"))}


def names_of(fields: dict[str, Any]) -> list[str]:
    """The names of those who sign, in their order, from the registry."""
    return [REGISTRY[author]["name"] for author in fields["authors"]]


@dataclass(frozen=True)
class Printed:
    """A page, and what extruct reads in it."""

    address: str
    text: str

    @cached_property
    def head(self) -> html.HtmlElement:
        return html.fromstring(self.text)

    @cached_property
    def data(self) -> dict[str, list[Any]]:
        syntaxes = ["json-ld", "microformat", "opengraph"]
        read: dict[str, list[Any]] = extruct.extract(self.text, SITE + self.address, syntaxes=syntaxes)
        return read

    @property
    def lang(self) -> str:
        return str(self.head.get("lang"))

    @property
    def indexed(self) -> bool:
        return not self.head.xpath("//meta[@name='robots' or @http-equiv='refresh']")

    @property
    def canonical(self) -> list[str]:
        return [str(address) for address in self.head.xpath("//link[@rel='canonical']/@href")]

    def things(self, kind: str) -> list[dict[str, Any]]:
        """What JSON-LD tells of a kind."""
        return [node for one in self.data["json-ld"] for node in one["@graph"] if node["@type"] == kind]

    def cards(self, kind: str) -> list[dict[str, list[Any]]]:
        """What microformats tell of a kind: the properties of each."""
        return [card["properties"] for card in self.data["microformat"] if kind in card["type"]]

    def network(self, name: str) -> list[str]:
        """What Open Graph tells under a name."""
        return [value for one in self.data["opengraph"] for key, value in one["properties"] if key == name]


@pytest.fixture(scope="module")
def pages(sample_site: Path) -> list[Printed]:
    output = sample_site / "output"
    paths = sorted(output.rglob("*.html"))
    return [
        Printed(f"/{path.relative_to(output).as_posix()}".removesuffix("index.html"), path.read_text("utf-8"))
        for path in paths
    ]


@pytest.fixture(scope="module")
def articles(pages: list[Printed]) -> list[Printed]:
    """The articles that search engines should find."""
    return [page for page in pages if page.indexed and page.things("BlogPosting")]


@pytest.fixture(scope="module")
def profiles(pages: list[Printed]) -> list[Printed]:
    """Every page of every author, in each language."""
    return [page for page in pages if page.things("ProfilePage")]


def test_every_page_that_search_engines_find_gives_its_own_address(pages: list[Printed]) -> None:
    indexed = [page for page in pages if page.indexed]

    assert len(indexed) > 30
    assert {page.address: page.canonical for page in indexed if page.canonical != [SITE + page.address]} == {}


def test_the_sitemap_lists_these_pages_and_their_versions_and_no_other(pages: list[Printed], sample_site: Path) -> None:
    urls = etree.parse(sample_site / "output" / "sitemap.xml").findall("s:url", SITEMAP)
    told = {url.findtext("s:loc", None, SITEMAP): alternates(url.findall("x:link", SITEMAP)) for url in urls}

    assert told == {
        SITE + page.address: alternates(page.head.xpath("//link[@hreflang]")) for page in pages if page.indexed
    }


def alternates(links: Iterable[Any]) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in links}


def test_the_sitemap_says_when_an_article_last_changed(articles: list[Printed], sample_site: Path) -> None:
    urls = etree.parse(sample_site / "output" / "sitemap.xml").findall("s:url", SITEMAP)
    changed = {url.findtext("s:loc", None, SITEMAP): url.findtext("s:lastmod", None, SITEMAP) for url in urls}

    assert {page.address: changed[SITE + page.address] for page in articles} == {
        page.address: page.things("BlogPosting")[0]["dateModified"] for page in articles
    }
    assert not [address for address, day in changed.items() if day and not re.search("/(articles|pages)/", address)]


def test_every_article_names_exactly_those_who_signed_it_in_every_format(articles: list[Printed]) -> None:
    assert len(articles) >= 10
    for page in articles:
        posting, (entry,) = page.things("BlogPosting")[0], page.cards("h-entry")
        signed = names_of(WRITTEN[bare(posting["headline"])])
        people = {person["@id"]: person for person in page.things("Person")}
        signers = [people[author["@id"]] for author in posting["author"]]

        assert [person["name"] for person in signers] == signed, page.address
        assert [card["properties"]["name"] for card in entry["author"]] == [[name] for name in signed]
        assert page.head.xpath("//meta[@name='author']/@content") == signed
        profiles = [person["url"] for person in signers]
        assert page.network("article:author") == profiles
        assert [card["properties"]["url"] for card in entry["author"]] == [[url] for url in profiles]


def test_the_formats_agree_on_title_dates_subject_and_tags(articles: list[Printed]) -> None:
    for page in articles:
        posting, (entry,) = page.things("BlogPosting")[0], page.cards("h-entry")
        written = WRITTEN[bare(posting["headline"])]

        assert entry["name"] == page.network("og:title") == [posting["headline"]]
        assert page.network("article:published_time") == [posting["datePublished"]]
        assert datetime.fromisoformat(entry["published"][0]) == datetime.fromisoformat(posting["datePublished"])
        assert page.network("article:modified_time") == [posting["dateModified"]]
        assert page.network("article:tag") == posting.get("keywords", []) == written.get("tags", [])
        assert entry["category"] == [posting["articleSection"], *posting["keywords"]]
        assert page.network("article:section") == [posting["articleSection"]]


def test_every_time_has_its_zone(articles: list[Printed]) -> None:
    times = [page.things("BlogPosting")[0][name] for page in articles for name in ("datePublished", "dateModified")]

    assert [time for time in times if datetime.fromisoformat(time).tzinfo is None] == []


def test_the_picture_that_networks_are_given_exists(pages: list[Printed], sample_site: Path) -> None:
    pictures = [(page.address, address) for page in pages if page.indexed for address in page.network("og:image")]

    assert {address for address, _ in pictures} == {
        page.address for page in pages if page.indexed and page.network("og:title")
    }
    missing = [one for one in pictures if not (sample_site / "output" / one[1].removeprefix(f"{SITE}/")).is_file()]
    assert missing == []


def test_every_author_has_a_profile_that_says_what_the_registry_says(profiles: list[Printed]) -> None:
    assert {page.network("profile:username")[0] for page in profiles} == set(REGISTRY)
    for page in profiles:
        author = said(page.network("profile:username")[0], page.lang)
        (person,), (card,) = page.things("Person"), page.cards("h-card")
        agreed = author if "agreed" in author else {}

        assert person["name"] == author["name"]
        assert page.things("ProfilePage")[0]["mainEntity"] == {"@id": person["@id"]}
        assert card["name"] == page.network("og:title") == [author["name"]]
        assert person.get("jobTitle") == agreed.get("role")
        assert bare(person.get("description", "")) == bare(agreed.get("tagline", ""))
        assert person.get("worksFor", {}).get("name") == agreed.get("organisation")
        assert person.get("sameAs", []) == card.get("url", []) == list(agreed.get("links", {}).values())
        assert ("image" in person) is ("photo" in card)


def said(author: str, lang: str) -> dict[str, Any]:
    """What an author's files say in a language, the words of a translation before the others."""
    translation = CONTENT / "authors" / f"{author}.{lang}.md"
    words = front_matter(translation) if translation.is_file() else {}
    return {**REGISTRY[author], **words}


def test_a_person_is_one_person_wherever_they_are_named(articles: list[Printed], profiles: list[Printed]) -> None:
    found = {(person["name"], person["@id"]) for page in [*articles, *profiles] for person in page.things("Person")}

    assert len(found) == len({name for name, _ in found}) == len({id for _, id in found})


def test_every_reference_of_structured_data_leads_somewhere(pages: list[Printed]) -> None:
    nodes = [(page, node) for page in pages for one in page.data["json-ld"] for node in one["@graph"]]
    named = {node["@id"] for _, node in nodes}

    assert {reference for _, node in nodes for reference in references(node)} <= named


def references(value: Any) -> set[str]:
    """Every `@id` that stands alone: it names a thing that is told elsewhere."""
    if isinstance(value, dict):
        own = {value["@id"]} if value.keys() == {"@id"} else set()
        return own.union(*(references(part) for part in value.values()))
    return set().union(*(references(part) for part in value)) if isinstance(value, list) else set()


def test_breadcrumbs_lead_to_pages_that_exist(pages: list[Printed]) -> None:
    crumbs = {
        item["item"] for page in pages for one in page.things("BreadcrumbList") for item in one["itemListElement"]
    }

    assert crumbs
    assert crumbs <= {SITE + page.address for page in pages if page.indexed}


def test_what_is_not_to_be_found_tells_machines_nothing(pages: list[Printed]) -> None:
    assert [page.address for page in pages if not page.indexed and page.data["json-ld"]] == []


def test_whom_to_tell_of_a_weakness_is_published_where_people_look(checkout: Path) -> None:
    put(
        checkout,
        "pelicanconf.py",
        f"BYLINE_IDENTITY = {{'security_contact': '{SITE}/', 'security_expires': '2027-01-01'}}\n",
    )
    said = run(checkout, "build")

    assert said.code == 0, said
    lines = (checkout / "output" / ".well-known" / "security.txt").read_text("utf-8").splitlines()
    assert lines[:2] == [f"Contact: {SITE}/", "Expires: 2027-01-01T00:00:00Z"]


def test_a_date_that_has_passed_is_told_and_stops_nothing(checkout: Path) -> None:
    put(
        checkout,
        "pelicanconf.py",
        f"BYLINE_IDENTITY = {{'security_contact': '{SITE}/', 'security_expires': '2026-01-01'}}\n",
    )
    said = run(checkout, "build")

    assert said.code == 0, said
    assert "pelicanconf.py:1: security-expired: security.txt is not published: it expired on 2026-01-01" in said.err
    assert not (checkout / "output" / ".well-known").exists()
