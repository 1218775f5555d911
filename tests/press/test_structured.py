"""What search engines read about a page: all who signed, nothing they did not agree to, nothing that breaks out."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from justhtml import JustHTML

from builders import NOON, a_category, a_site, a_tag, a_text, an_article, an_author, an_edition
from built import a_build
from byline.edition.texts import article_page
from byline.model import Article, Author, Card, Edition, Link, Page, Picture
from byline.press.structured import serialized, structured_data

NAV = {name: f"/{name}/" for name in ("archive", "authors", "categories", "tags", "subscribe")} | {"home": "/"}
FRENCH = {"Authors": "Auteurs", "Archive": "Archives"}
SITE = "https://blog.example.com"
JSON = st.recursive(
    st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def graph(page: Page, edition: Edition, **fields: Any) -> list[dict[str, Any]]:
    """The things that a page tells of, in their order."""
    said = structured_data(a_build(edition, **fields), page, NAV, lambda word: FRENCH.get(word, word))
    return list(json.loads(said)["@graph"]) if said else []


def one(kind: str, nodes: list[dict[str, Any]]) -> dict[str, Any]:
    (found,) = [node for node in nodes if node["@type"] == kind]
    return found


def of_article(article: Article, *others: Article, **fields: Any) -> list[dict[str, Any]]:
    edition = an_edition(article, *others, site=fields.pop("site", a_site()))
    return graph(article_page(a_build(edition, **fields), article), edition, **fields)


def of_author(
    author: Author, lang: str = "en", signed: tuple[Article, ...] = (), **fields: Any
) -> list[dict[str, Any]]:
    page = Page("author", f"/authors/{author.id}/", "x", lang, {"author": author, "articles": ()})
    return graph(page, an_edition(*signed, authors=(author,)), **fields)


def test_an_article_names_all_its_authors_in_signing_order_with_their_profiles() -> None:
    nodes = of_article(an_article(authors=(an_author("omar-haddad"), an_author("jane-doe"))))
    people = [node for node in nodes if node["@type"] == "Person"]

    assert [(person["name"], person["url"]) for person in people] == [
        ("Omar Haddad", f"{SITE}/authors/omar-haddad/"),
        ("Jane Doe", f"{SITE}/authors/jane-doe/"),
    ]
    assert one("BlogPosting", nodes)["author"] == [{"@id": person["@id"]} for person in people]


def test_an_article_says_what_its_page_shows() -> None:
    article = an_article(
        title="Why we moved",
        category=a_category(),
        tags=(a_tag("rust"), a_tag("boxes")),
        summary=a_text(plain="A short story."),
        modified=NOON + timedelta(days=2),
        body=a_text(words=321),
    )
    card = Card("/cards/article/why.0.png", "Why we moved")
    posting = one("BlogPosting", of_article(article, cards={article.source: card}))

    assert posting["headline"] == "Why we moved"
    assert posting["description"] == "A short story."
    assert (posting["datePublished"], posting["dateModified"]) == (
        "2026-06-15T12:00:00+00:00",
        "2026-06-17T12:00:00+00:00",
    )
    assert (posting["articleSection"], posting["keywords"], posting["wordCount"]) == (
        "Engineering",
        ["rust", "boxes"],
        321,
    )
    assert [(image["url"], image["width"]) for image in posting["image"]] == [(f"{SITE}{card.address}", 1200)]
    assert (posting["inLanguage"], posting["isPartOf"]["@id"]) == ("en", f"{SITE}/#website")


def test_the_version_that_came_first_is_the_original() -> None:
    english = an_article("why-we-moved", translation="why", date=NOON + timedelta(days=1))
    french = an_article("pourquoi", lang="fr", translation="why")

    assert one("BlogPosting", of_article(english, french))["translationOfWork"] == {"@id": f"{french.url}#article"}
    assert one("BlogPosting", of_article(french, english))["workTranslation"] == [{"@id": f"{english.url}#article"}]


def test_a_person_is_the_same_one_in_every_language_and_on_every_page() -> None:
    jane = an_author("jane-doe")
    articles = [an_article("why", authors=(jane,)), an_article("pourquoi", lang="fr", authors=(jane,))]
    found = [of_article(article) for article in articles] + [of_author(jane), of_author(jane, "fr")]

    assert {one("Person", nodes)["@id"] for nodes in found} == {f"{SITE}/authors/jane-doe/#person"}


def test_a_profile_says_what_the_person_agreed_to_show() -> None:
    jane = an_author(
        role="Engineer",
        organisation="Example",
        tagline="I move things.",
        topics=("boxes",),
        links=(Link("github", "https://github.example/jane"),),
    )
    portrait = Picture("authors/jane-doe.jpg", 384, 384, {384: "/authors/jane-doe/portrait.0-384.webp"})
    nodes = of_author(jane, portraits={jane.id: portrait})
    person = one("Person", nodes)

    assert one("ProfilePage", nodes)["mainEntity"] == {"@id": person["@id"]}
    assert (person["jobTitle"], person["worksFor"]["name"], person["description"]) == (
        "Engineer",
        "Example",
        "I move things.",
    )
    assert (person["sameAs"], person["knowsAbout"]) == (["https://github.example/jane"], ["boxes"])
    assert person["image"]["url"] == f"{SITE}/authors/jane-doe/portrait.0-384.webp"


def test_a_profile_stands_since_its_person_s_first_article_and_changes_with_their_last() -> None:
    jane = an_author("jane-doe")
    first = an_article("first", authors=(jane,), modified=NOON + timedelta(days=9))
    second = an_article("second", authors=(jane,), date=NOON + timedelta(days=2))
    nodes = of_author(jane, signed=(second, first))
    profile = one("ProfilePage", nodes)

    assert (profile["dateCreated"], profile["dateModified"]) == (
        "2026-06-15T12:00:00+00:00",
        "2026-06-24T12:00:00+00:00",
    )
    assert one("Person", nodes)["identifier"] == "jane-doe"
    assert "dateCreated" not in one("ProfilePage", of_author(jane))


def test_without_consent_a_person_is_a_name_and_an_address() -> None:
    private = ("role", "organisation", "tagline", "why", "reply", "pronouns")
    author = an_author(agreed=None, topics=("PRIVATE",), **dict.fromkeys(private, "PRIVATE"))
    on_profile, on_article = one("Person", of_author(author)), one("Person", of_article(an_article(authors=(author,))))

    assert on_profile == on_article
    assert on_profile.keys() == {"@type", "@id", "name", "url"}


def test_breadcrumbs_lead_from_the_home_page_in_the_words_of_the_menu() -> None:
    article = an_article(category=a_category(names={"en": "How we build"}))
    crumbs = [
        [(item["name"], item["item"]) for item in one("BreadcrumbList", nodes)["itemListElement"]]
        for nodes in (of_article(article), of_author(an_author()))
    ]

    assert crumbs == [
        [
            ("Example Blog", f"{SITE}/"),
            ("How we build", f"{SITE}/categories/engineering/"),
            ("Why we moved", f"{SITE}/articles/why-we-moved/"),
        ],
        [
            ("Example Blog", f"{SITE}/"),
            ("Auteurs", f"{SITE}/authors/"),
            ("Jane Doe", f"{SITE}/authors/jane-doe/"),
        ],
    ]


def test_a_list_names_its_articles_in_their_order() -> None:
    articles = (an_article("second"), an_article("first"))
    nodes = graph(Page("home", "/", "index.html", "en", {"articles": articles}), an_edition(*articles))
    listed = one("CollectionPage", nodes)["mainEntity"]["itemListElement"]

    assert [(item["position"], item["url"]) for item in listed] == [(1, articles[0].url), (2, articles[1].url)]
    assert [node["@type"] for node in nodes] == ["Organization", "WebSite", "CollectionPage"]


def test_a_company_publishes_under_its_own_name_and_icon() -> None:
    publisher = one(
        "Organization", of_article(an_article(), site=a_site(organisation="Example Inc."), icons={512: "/i"})
    )

    assert (publisher["name"], publisher["logo"]["url"]) == ("Example Inc.", f"{SITE}/i")


def test_a_page_of_a_kind_that_only_a_theme_knows_is_a_page() -> None:
    nodes = graph(Page("jobs", "/jobs/", "x", "en"), an_edition())

    assert [node["@type"] for node in nodes] == ["Organization", "WebSite", "WebPage"]
    assert "name" not in one("WebPage", nodes)


@pytest.mark.parametrize("state", ["draft", "scheduled", "hidden"])
def test_what_search_engines_leave_out_says_nothing(state: str) -> None:
    assert of_article(an_article(state=state)) == []


@given(JSON)
@example("</script><p id='after'>")
@example(["<!--", "<script>", "</SCRIPT >"])
def test_whatever_people_write_ends_up_in_the_script_and_comes_back_as_it_was(value: Any) -> None:
    page = JustHTML(
        f'<!doctype html><title>x</title><script>{serialized({"x": value})}</script><p id="after">', sanitize=False
    )
    script, after = page.query("script"), page.query("#after")

    assert json.loads(script[0].to_text(strip=False)) == {"x": value}
    assert len(script) == len(after) == 1
