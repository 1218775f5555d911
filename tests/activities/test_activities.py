"""What people did: credits of published articles and attributed visits, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from builders import a_category, all_agreed, an_article, an_author, an_edition
from built import a_build
from byline.activities import Activity, activities
from byline.model import Ambassador, Edition, Governance, Idea, OfferedText, Programme

JANE, OMAR, INES = an_author("jane-doe"), an_author("omar-haddad"), an_author("ines-valcourt")
DAY = date(2026, 6, 15)


@dataclass(frozen=True)
class Came:
    """A visit, as far as activities look at it."""

    day: date
    content: str
    article: str = "why-we-moved"
    visits: int | None = 3


@dataclass(frozen=True)
class Owner:
    person: str


def acts(edition: Edition, **programme: Any) -> list[tuple[str, str, str]]:
    """Person, kind and article of everything that a build knows where all is agreed on."""
    found = activities(a_build(edition, programme=Programme(**{"governance": all_agreed(), **programme})))
    return [(one.person, one.kind, one.article) for one in found]


def test_everybody_who_signs_an_article_did_so_on_its_day_and_under_its_category() -> None:
    article = an_article(authors=(JANE, OMAR), category=a_category())

    found = activities(a_build(an_edition(article)))

    assert found == (
        Activity("jane-doe", "article", DAY, "why-we-moved", "engineering", "en"),
        Activity("omar-haddad", "article", DAY, "why-we-moved", "engineering", "en"),
    )


def test_a_translation_is_the_act_of_who_did_not_sign_the_article_itself() -> None:
    french = an_article(lang="fr", authors=(JANE, INES), date=datetime(2026, 6, 15, 13, tzinfo=UTC))

    assert acts(an_edition(an_article(authors=(JANE,)), french)) == [
        ("ines-valcourt", "translation", "why-we-moved-fr"),
        ("jane-doe", "article", "why-we-moved"),
    ]


def test_who_translates_their_own_article_translated_it() -> None:
    edition = an_edition(an_article(), an_article(lang="fr"))

    assert ("jane-doe", "translation", "why-we-moved-fr") in acts(edition)


def test_the_version_that_came_first_is_the_article_whatever_its_language() -> None:
    french = an_article(lang="fr", authors=(INES,), date=datetime(2026, 5, 1, tzinfo=UTC))

    assert acts(an_edition(an_article(), french)) == [
        ("ines-valcourt", "article", "why-we-moved-fr"),
        ("jane-doe", "translation", "why-we-moved"),
    ]


def test_taking_an_article_further_is_a_remix() -> None:
    assert acts(an_edition(an_article(remix_of="your-first-article"))) == [("jane-doe", "remix", "why-we-moved")]


def test_a_review_counts_where_it_is_credited_by_id_or_by_exact_name() -> None:
    edition = an_edition(
        an_article(reviewed_by=("omar-haddad",)),
        an_article("second", reviewed_by=("Lena Example",)),
        authors=(JANE, OMAR),
    )
    people = {"lena-example": Ambassador("lena-example", "Lena Example")}

    reviews = [one for one in acts(edition, people=people) if one[1] == "review"]

    assert reviews == [("lena-example", "review", "second"), ("omar-haddad", "review", "why-we-moved")]


def test_nobody_reviews_their_own_text_and_a_name_that_two_people_have_means_nobody() -> None:
    namesake = an_author("jane-doe-2", name="Jane Doe")
    edition = an_edition(
        an_article(reviewed_by=("jane-doe", "Jane Doe", "Nobody Known")), authors=(JANE, namesake, OMAR)
    )

    assert acts(edition) == [("jane-doe", "article", "why-we-moved")]


def test_help_counts_where_it_is_credited_once_and_never_with_an_own_text() -> None:
    edition = an_edition(an_article(helped_by=("omar-haddad", "Omar Haddad", "jane-doe")), authors=(JANE, OMAR))

    assert ("omar-haddad", "help", "why-we-moved") in acts(edition)
    assert [one for one in acts(edition) if one[1] == "help"] == [("omar-haddad", "help", "why-we-moved")]


def test_words_to_share_and_ideas_count_on_the_day_that_their_files_name() -> None:
    edition = an_edition(an_article(category=a_category()), authors=(JANE, OMAR))
    words = (
        OfferedText("one", "why-we-moved", "linkedin", "Read it.", "omar-haddad", date(2026, 6, 15)),
        OfferedText("two", "why-we-moved", "linkedin", "Read it.", "omar-haddad"),
    )
    ideas = (
        Idea("three", "Why?", "en", proposed_by="Omar Haddad", day=date(2026, 6, 1)),
        Idea("four", "Why not?", "en", proposed_by="omar-haddad"),
        Idea("five", "When?", "en", proposed_by="omar-haddad", day=date(2026, 7, 1)),
    )
    programme = Programme(texts=words, ideas=ideas, governance=all_agreed())

    found = [one for one in activities(a_build(edition, programme=programme)) if one.person == "omar-haddad"]

    assert found == [
        Activity("omar-haddad", "idea", date(2026, 6, 1), lang="en"),
        Activity("omar-haddad", "text", date(2026, 6, 15), "why-we-moved", "engineering", "en"),
    ]


def test_before_it_is_agreed_on_only_what_anybody_can_count_is_known() -> None:
    edition = an_edition(an_article(reviewed_by=("omar-haddad",), helped_by=("omar-haddad",)), authors=(JANE, OMAR))
    ideas = (Idea("three", "Why?", "en", proposed_by="omar-haddad", day=date(2026, 6, 1)),)

    assert acts(edition, ideas=ideas, governance=Governance()) == [("jane-doe", "article", "why-we-moved")]


def test_what_is_not_published_is_no_act_yet() -> None:
    assert acts(an_edition(an_article(state="draft"), an_article("later", state="scheduled"))) == []


def test_a_share_is_a_link_of_a_measured_person_that_brought_somebody_once_on_its_first_day() -> None:
    visits = [
        Came(date(2026, 6, 12), "aaaa"),
        Came(date(2026, 6, 10), "aaaa"),
        Came(date(2026, 6, 9), "aaaa", visits=0),
        Came(date(2026, 6, 9), "unknown"),
        Came(date(2026, 6, 9), "reader"),
        Came(date(2026, 6, 9), "bbbb", visits=None),
    ]
    edition = an_edition(an_article(category=a_category()))

    found = activities(a_build(edition), visits, {"aaaa": Owner("lena-example"), "bbbb": Owner("lena-example")})

    shares = [one for one in found if one.kind == "share"]
    assert shares == [Activity("lena-example", "share", date(2026, 6, 10), "why-we-moved", "engineering", "en")]


def test_without_knowing_whose_links_they_are_there_are_no_shares() -> None:
    found = activities(a_build(an_edition(an_article())), [Came(date(2026, 6, 10), "aaaa")])

    assert {one.kind for one in found} == {"article"}


def test_acts_stand_in_order_of_day_then_person() -> None:
    early = an_article("early", authors=(OMAR, JANE), date=datetime(2026, 1, 2, tzinfo=UTC))

    assert acts(an_edition(an_article(authors=(INES,)), early)) == [
        ("jane-doe", "article", "early"),
        ("omar-haddad", "article", "early"),
        ("ines-valcourt", "article", "why-we-moved"),
    ]
