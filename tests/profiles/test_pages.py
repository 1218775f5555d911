"""Profiles: one page for each author, in every language in which the author is present."""

from __future__ import annotations

from datetime import timedelta

from builders import NOON, a_text, an_article, an_author, an_edition
from built import a_build
from byline.model import Author, Edition, Page
from byline.profiles.pages import ProfileSettings, profile_pages

JANE, OMAR = an_author("jane-doe"), an_author("omar-haddad")


def profiles(edition: Edition, author: Author, **settings: int) -> list[Page]:
    pages = profile_pages(a_build(edition, ProfileSettings(**settings)))
    return [page for page in pages if page.kind == "author" and page.values["author"] == author]


def test_a_co_signed_article_is_on_both_pages() -> None:
    edition = an_edition(an_article("why", authors=(OMAR, JANE)))
    for author in (JANE, OMAR):
        assert [a.slug for a in profiles(edition, author)[0].values["articles"]] == ["why"]


def test_who_only_wrote_a_translation_has_a_page_in_both_languages() -> None:
    edition = an_edition(an_article("why"), an_article("why", lang="fr", authors=(OMAR,)))
    assert [page.address for page in profiles(edition, OMAR)] == ["/authors/omar-haddad/", "/fr/authors/omar-haddad/"]


def test_the_page_in_the_sites_language_shows_all_and_the_other_only_its_own() -> None:
    edition = an_edition(an_article("why"), an_article("why", lang="fr"))
    main, french = profiles(edition, JANE)
    assert {a.lang for a in main.values["articles"]} == {"en", "fr"}
    assert {a.lang for a in french.values["articles"]} == {"fr"}
    assert main.alternates == french.alternates == (("en", main.address), ("fr", french.address))


def test_a_biography_gives_a_page_in_its_language() -> None:
    inès = an_author("ines", biographies={"fr": a_text()}, biography_sources={"fr": "authors/ines.fr.md"})
    other = an_edition(an_article(authors=(JANE, inès)), an_article("x", lang="fr"))
    assert [page.lang for page in profiles(other, inès)] == ["en", "fr"]
    assert [page.lang for page in profiles(an_edition(an_article(authors=(inès,))), inès)] == ["en", "fr"]


def test_a_registered_author_without_articles_has_a_page_too() -> None:
    edition = an_edition(an_article(), authors=(JANE, OMAR))
    assert [page.values["count"] for page in profiles(edition, OMAR)] == [0]


def test_a_long_list_goes_on_at_page_2_and_the_first_page_alone_has_other_languages() -> None:
    many = [an_article(f"a{n}", date=NOON - timedelta(days=n)) for n in range(5)]
    pages = profiles(an_edition(*many), JANE, per_page=2)
    assert [page.address for page in pages] == [f"/authors/jane-doe/{rest}" for rest in ("", "page/2/", "page/3/")]
    assert [len(page.values["articles"]) for page in pages] == [2, 2, 1]
    assert pages[1].values["pagination"].previous == "/authors/jane-doe/"
    assert pages[2].values["pagination"].next == ""
    assert [bool(page.alternates) for page in pages] == [True, False, False]


def test_the_list_of_authors_is_in_order_of_name() -> None:
    edition = an_edition(an_article(authors=(an_author("b", name="álvaro"), an_author("a", name="Zoé"))))
    listed = next(page for page in profile_pages(a_build(edition, ProfileSettings())) if page.kind == "authors")
    assert [author.name for author, _ in listed.values["authors"]] == ["Zoé", "álvaro"]
