"""An article's page knows people and articles by the ids that its author wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from builders import NOON, an_article, an_author, an_edition
from built import a_build
from byline.edition.texts import article_page
from byline.model import Article, Series
from byline.registry import Registry

ORIGINAL = an_article("why-we-sign")
FRENCH = an_article("why-we-sign", lang="fr")


@pytest.mark.parametrize(("lang", "found"), [("en", ORIGINAL), ("fr", FRENCH), ("de", ORIGINAL)])
def test_what_an_article_takes_further_is_found_by_its_id_in_the_language_of_the_reader(
    lang: str, found: Article
) -> None:
    article = an_article("two-names", lang=lang, remix_of="why-we-sign")
    build = a_build(an_edition(article, ORIGINAL, FRENCH))

    assert article_page(build, article).values["remixed"] == found.listed


def test_a_page_sees_the_words_of_its_own_article_and_none_of_others() -> None:
    older, newer = (
        an_article("older", date=NOON - timedelta(days=1)),
        an_article("newer", date=NOON + timedelta(days=1)),
    )
    article = an_article(series=Series("moving", "Moving"))
    values = article_page(a_build(an_edition(article, older, newer)), article).values

    assert values["article"].body.words
    others = (values["older"], values["newer"], *values["in_series"])
    assert [(one.title, one.body.words) for one in others] == [("Older", 0), ("Newer", 0), (article.title, 0)]


@pytest.mark.parametrize("written", ["", "a talk in 2019", "old-prices"])
def test_a_text_that_is_no_published_article_is_not_linked(written: str) -> None:
    article = an_article(remix_of=written)
    build = a_build(an_edition(article, an_article("old-prices", state="draft")))

    assert article_page(build, article).values["remixed"] is None


@pytest.mark.parametrize(("key", "value"), [("reviewed_by", "reviewers"), ("helped_by", "helpers")])
def test_who_is_credited_is_found_by_id_or_by_name_and_others_stay_as_written(key: str, value: str) -> None:
    omar, ada = an_author("omar-haddad"), an_author("ada-long")
    article = an_article(**{key: ("omar-haddad", "Ada Long", "the legal team")})
    build = a_build(replace(an_edition(article), authors=(ada, omar, *article.authors)))
    build.registry = Registry({"omar-haddad": omar, "ada-long": ada})
    values = article_page(build, article).values

    assert values[value] == (omar, ada, "the legal team")
    assert values["people"]["omar-haddad"] == "/authors/omar-haddad/"
