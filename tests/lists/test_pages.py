"""Lists: what stands between readers and articles, in each language."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, a_category, a_tag, an_article, an_author, an_edition
from built import a_build
from byline.lists.pages import ListSettings, by_year, featured_series, feed_lists, list_pages, recent_authors
from byline.model import Article, Page, Series

NEWS = a_category("news")


def pages(*articles: Article, **settings: int) -> dict[str, Page]:
    return {page.address: page for page in list_pages(a_build(an_edition(*articles), ListSettings(**settings)))}


def slugs(page: Page) -> list[str]:
    return [article.slug for article in page.values["articles"]]


def test_every_list_in_a_language_shows_that_languages_articles() -> None:
    tagged = {"category": NEWS, "tags": (a_tag("git"),)}
    found = pages(an_article("one", **tagged), an_article("deux", lang="fr", **tagged))
    for address in ("/", "/categories/news/", "/tags/git/"):
        assert slugs(found[address]) == ["one"], address
        assert slugs(found[f"/fr{address}"]) == ["deux"], address
        assert found[address].alternates == (("en", address), ("fr", f"/fr{address}"))


def test_a_topic_has_no_page_in_a_language_without_articles() -> None:
    found = pages(an_article("one"), an_article("deux", lang="fr", category=NEWS))
    assert "/categories/news/" not in found
    assert found["/fr/categories/news/"].alternates == (("fr", "/fr/categories/news/"),)
    assert found["/categories/"].values["categories"] == ()


def test_a_series_and_a_tag_lead_to_their_other_words_where_articles_tell_which_these_are() -> None:
    english, french = Series("first-steps", "First steps"), Series("premiers-pas", "Premiers pas")
    found = pages(
        an_article("one", translation="1", series=english, tags=(a_tag("trust"),)),
        an_article("un", translation="1", lang="fr", series=french, tags=(a_tag("confiance"),)),
        an_article("two", translation="2", series=english),
        an_article("trois", translation="3", lang="fr", series=french),
    )

    assert found["/series/first-steps/"].alternates == (
        ("en", "/series/first-steps/"),
        ("fr", "/fr/series/premiers-pas/"),
    )
    assert ("en", "/series/first-steps/") in found["/fr/series/premiers-pas/"].alternates
    assert ("fr", "/fr/tags/confiance/") in found["/tags/trust/"].alternates


def test_tags_that_could_each_be_the_other_are_not_paired() -> None:
    found = pages(
        an_article("one", translation="1", tags=(a_tag("trust"), a_tag("figures"), a_tag("git"))),
        an_article("un", translation="1", lang="fr", tags=(a_tag("confiance"), a_tag("chiffres"), a_tag("git"))),
    )

    assert found["/tags/trust/"].alternates == (("en", "/tags/trust/"),)
    assert found["/tags/git/"].alternates == (("en", "/tags/git/"), ("fr", "/fr/tags/git/"))


def test_drafts_hidden_and_scheduled_articles_are_in_no_list() -> None:
    kept = [an_article(state, state=state, category=NEWS) for state in ("draft", "hidden", "scheduled", "expired")]
    found = pages(an_article("shown", category=NEWS), *kept)
    listed = {article.slug for page in found.values() for article in page.values.get("articles", ())}
    assert listed == {"shown"}


def test_a_series_is_read_from_its_first_part() -> None:
    series = Series("moves", "Moves")
    parts = [an_article(f"part-{n}", date=NOON + timedelta(days=n), series=series) for n in range(3)]
    assert slugs(pages(*parts)["/series/moves/"]) == ["part-0", "part-1", "part-2"]


def test_what_has_expired_says_so_at_its_address_with_its_neighbors() -> None:
    old = an_article("old", state="expired", date=NOON)
    newer, older = (
        an_article("newer", date=NOON + timedelta(days=1)),
        an_article("older", date=NOON - timedelta(days=1)),
    )
    gone = pages(old, newer, older)["/articles/old/"]
    assert gone.kind == "gone"
    assert gone.noindex
    assert (gone.values["newer"].slug, gone.values["older"].slug) == ("newer", "older")


def test_the_archive_holds_every_article_under_its_year() -> None:
    dates = [NOON, NOON - timedelta(days=400), NOON - timedelta(days=401)]
    articles = an_edition(*(an_article(f"a{n}", date=date) for n, date in enumerate(dates))).published
    assert [(year, len(group)) for year, group in by_year(articles)] == [(2026, 1), (2025, 2)]


@given(count=st.integers(0, 60), per_page=st.integers(1, 25))
def test_pages_of_a_list_hold_each_article_once_in_order(count: int, per_page: int) -> None:
    articles = [an_article(f"a{n}", date=NOON - timedelta(days=n)) for n in range(count)]
    found = [page for page in pages(*articles, per_page=per_page).values() if page.kind == "home"]
    assert [slug for page in found for slug in slugs(page)] == [f"a{n}" for n in range(count)]
    assert {page.values["pagination"].total for page in found} == {len(found)}


def test_the_home_page_names_who_signed_last_each_once_and_eight_at_most() -> None:
    jane, omar = an_author("jane-doe"), an_author("omar-haddad")
    both = an_article("new", authors=(omar, jane), date=NOON)
    others = [
        an_article(f"a{n}", authors=(an_author(f"p{n}"), jane), date=NOON - timedelta(days=n + 1)) for n in range(9)
    ]
    shown = [author.id for author in recent_authors([both, *others])]
    assert shown == ["omar-haddad", "jane-doe", *(f"p{n}" for n in range(6))]


def test_the_home_page_features_series_of_two_parts_the_last_continued_first() -> None:
    old, new, lone = (Series(name, name) for name in ("old", "new", "lone"))
    days = enumerate((lone, new, old, new, old))
    edition = an_edition(*(an_article(f"a{n}", series=one, date=NOON - timedelta(days=n)) for n, one in days))
    found = featured_series(edition, "en")
    assert [(series.slug, [a.slug for a in parts]) for series, parts in found] == [
        ("new", ["a3", "a1"]),
        ("old", ["a4", "a2"]),
    ]


def test_feeds_are_offered_by_language_when_there_is_more_than_one() -> None:
    assert [lang for lang, _ in feed_lists(("en",))] == [""]
    assert [(lang, feeds[0][0]) for lang, feeds in feed_lists(("en", "pt-BR"))] == [
        ("", "/feed.xml"),
        ("en", "/en/feed.xml"),
        ("pt-BR", "/pt-br/feed.xml"),
    ]
