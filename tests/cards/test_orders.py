"""Which pages get a card, in which layout, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import NOON, a_category, a_site, a_text, an_article, an_author, an_edition
from built import a_build
from byline.build import Build
from byline.cards.orders import Order, byline, orders, unknown_cards
from byline.model import Article, Author, Campaign, Card, Edition, Page, Picture, PlainPage
from card_parts import LAYOUTS

JANE = an_author(
    "jane-doe", role="Engineer", organisation="Merrow & Finch", tagline="I mend things.", agreed=NOON.date()
)
OMAR = an_author("omar-haddad")
ABOUT = PlainPage("About", "about", "en", "about", "published", "/pages/about/", "", "", "pages/about.md")
PORTRAIT = Picture("authors/jane-doe.png", 384, 384, {384: "/authors/jane-doe/portrait.0-384.webp"})
COVER = Picture("articles/racks.jpg", 900, 600, {900: "/images/racks.0-900.webp"})


def ordered(edition: Edition, default: str = "", **fields: object) -> dict[str, Order]:
    found = orders(a_build(edition, **fields), LAYOUTS, default)
    assert len({order.key for order in found}) == len(found)
    return {order.key: order for order in found}


def of(article: Article, default: str = "", **fields: object) -> Order:
    return ordered(an_edition(article, authors=article.authors), default, **fields)[article.source]


def layout(order: Order) -> str:
    return next(name for name, one in LAYOUTS.items() if one is order.layout)


def test_every_kind_of_page_has_a_card_with_words_for_those_who_cannot_see_it() -> None:
    article = an_article(authors=(JANE, OMAR), category=a_category())
    spring = Campaign("spring", "Spring hiring", date(2020, 3, 1), date(2020, 6, 15), ("hiring",))
    edition = an_edition(article, authors=(JANE, OMAR), pages=(ABOUT,), campaigns=(spring,))

    assert {(one.kind, key, one.alt) for key, one in ordered(edition).items()} == {
        ("article", article.source, "Why we moved (Jane Doe, Omar Haddad)"),
        ("author", "/authors/jane-doe/", "Jane Doe, Engineer, Merrow & Finch"),
        ("author", "/authors/omar-haddad/", "Omar Haddad"),
        ("category", "/categories/engineering/", "Engineering"),
        ("page", "pages/about.md", "About"),
        ("home", "/", edition.site.name),
        ("campaign", "campaigns/spring", "Spring hiring"),
    }


def test_each_language_has_its_own_cards() -> None:
    french = an_article("pourquoi", lang="fr", authors=(JANE,), category=a_category(names={"fr": "Technique"}))
    found = ordered(an_edition(an_article(authors=(JANE,)), french, authors=(JANE,)))

    assert {"/fr/", "/fr/authors/jane-doe/", "/fr/categories/engineering/", french.source} <= set(found)
    assert found["/fr/categories/engineering/"].contents.texts["title"] == "Technique"
    assert (found["/fr/"].slug, found["/"].slug) == ("home-fr", "home")


def test_a_card_says_who_signs_and_what_they_do() -> None:
    texts = of(an_article(authors=(JANE,))).contents.texts

    assert (texts["names"].replace("\xa0", " "), texts["about"]) == ("Jane Doe", "Engineer, Merrow & Finch")
    assert of(an_article(authors=(JANE, OMAR))).contents.texts["about"] == ""


def test_two_people_of_one_name_are_told_apart() -> None:
    twin = an_author("jane-doe-2", name="Jane Doe")
    edition = an_edition(an_article(authors=(twin,)), authors=(JANE, twin))

    (order,) = (one for one in ordered(edition).values() if one.kind == "article")

    assert order.alt == "Why we moved (Jane Doe (jane-doe-2))"


@pytest.mark.parametrize(
    ("article", "default", "wanted"),
    [
        (an_article(authors=(JANE,)), "", "article"),
        (an_article(authors=(JANE, OMAR)), "", "co-signed"),
        (an_article(authors=(JANE, OMAR), image="/articles/racks.jpg"), "", "cover"),
        (an_article(authors=(JANE, OMAR)), "article", "article"),
        (an_article(authors=(JANE,), card="campaign"), "", "campaign"),
        (an_article(authors=(JANE,), card="campaign"), "none", "campaign"),
        (an_article(authors=(JANE,), image="/articles/broken.jpg"), "", "article"),
    ],
)
def test_an_article_s_layout_follows_from_what_there_is(article: Article, default: str, wanted: str) -> None:
    """A picture that did not pass the guard is not among the build's."""
    assert layout(of(article, default, pictures={COVER.source: COVER})) == wanted


def test_portraits_and_covers_are_those_that_passed_the_guard() -> None:
    article = an_article(authors=(JANE, OMAR), image="/articles/racks.jpg")
    order = of(article, portraits={"jane-doe": PORTRAIT}, pictures={COVER.source: COVER})

    assert [(one.initials, one.picture) for one in order.contents.portraits] == [("JD", PORTRAIT.source), ("OH", "")]
    assert order.contents.cover == COVER.source
    assert order.seen == (PORTRAIT.address, COVER.address)


def test_a_theme_with_one_layout_uses_it_for_all() -> None:
    only = {"article": LAYOUTS["article"]}
    found = orders(a_build(an_edition(an_article(authors=(JANE, OMAR)), authors=(JANE,))), only, "")

    assert {order.kind for order in found} == {"article", "author", "home"}
    assert {order.layout.identity for order in found} == {only["article"].identity}


def test_a_theme_without_layouts_has_no_cards() -> None:
    assert orders(a_build(an_edition(an_article())), {}, "") == ()


def test_articles_get_cards_unless_they_want_none_or_have_expired() -> None:
    states = ("published", "hidden", "draft", "expired")
    articles = [an_article(state, state=state) for state in states] + [an_article("without", card="none")]
    found = ordered(an_edition(*articles))

    assert sorted(one.slug for one in found.values() if one.kind == "article") == ["draft", "hidden", "published"]
    assert not [one for one in ordered(an_edition(an_article()), "none").values() if one.kind == "article"]


def test_a_campaign_is_not_told_before_it_begins() -> None:
    later = Campaign("later", "Later", date(2099, 1, 1), date(2099, 2, 1))

    assert "campaigns/later" not in ordered(an_edition(campaigns=(later,)))


def test_a_page_says_how_it_begins() -> None:
    page = replace(ABOUT, summary=a_text("<p>Who writes here.</p>", plain="Who writes here."))

    assert ordered(an_edition(pages=(page,)))["pages/about.md"].contents.texts["about"] == "Who writes here."


@pytest.mark.parametrize(("count", "shown"), [(0, ""), (1, "1"), (5, "1 · 2 · 3 · 4 · 5"), (8, "1 · 2 · 3 · 4 · 5 +3")])
def test_up_to_five_authors_are_named(count: int, shown: str) -> None:
    assert byline([str(number) for number in range(1, count + 1)]).replace("\xa0", " ") == shown


def test_no_line_ends_within_a_name() -> None:
    named = byline(["Jean-Baptiste de La Salle"])

    assert " " not in named
    assert "-\N{WORD JOINER}" in named


def test_an_unknown_layout_is_an_error_that_names_the_known() -> None:
    (found,) = unknown_cards([an_article(card="artcle"), an_article("fine", card="none")], LAYOUTS)

    assert (found.name, found.severity) == ("unknown-card", "error")
    assert "Did you mean 'article'?" in found.hint


def card_of(kind: str, lang: str = "en", cards: tuple[str, ...] = (), **values: object) -> str | None:
    build: Build = a_build(an_edition(site=a_site()), cards={key: Card(key, "") for key in cards})
    found = build.card_of(Page(kind, "/x/", "x/index.html", lang, values))
    return found.address if found else None


def test_a_page_is_shared_with_its_own_card_else_with_that_of_the_home_page() -> None:
    author: Author = JANE
    known = ("/", "/fr/", "/authors/jane-doe/", "/categories/engineering/", "pages/about.md", "articles/a.md")

    assert card_of("author", cards=known, author=author) == "/authors/jane-doe/"
    assert card_of("author", "fr", cards=known, author=author) == "/fr/"
    assert card_of("category", cards=known, category=a_category()) == "/categories/engineering/"
    assert card_of("page", cards=known, page_text=ABOUT) == "pages/about.md"
    assert card_of("tags", "fr", cards=known) == "/fr/"
    assert card_of("legal", "de", cards=known) == "/"
    assert card_of("article", cards=known, article=an_article(source="articles/a.md")) == "articles/a.md"


def test_an_article_without_a_card_is_not_shared_with_another_s() -> None:
    assert card_of("article", cards=("/",), article=an_article()) is None
