"""Contributions add up."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import byline
from builders import NOON, a_category, a_text, an_article, an_author, an_edition
from built import a_build
from byline.model import Article, File, Page
from byline.period import period
from byline.stats.contributions import contribution_report
from byline.stats.report import as_csv, as_json, report_output

JANE, OMAR, LI = an_author("jane-doe"), an_author("omar-haddad"), an_author("li-na", status="guest")


def document(*articles: Article) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json(contribution_report(an_edition(*articles))))
    return found


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    people = [an_author(f"author-{number}") for number in range(6)]
    teams = draw(st.lists(st.lists(st.sampled_from(people), min_size=1, unique_by=lambda one: one.id), max_size=12))
    return [
        an_article(
            f"article-{number}",
            authors=tuple(team),
            body=a_text(words=draw(st.integers(0, 5_000))),
            date=NOON + timedelta(days=draw(st.integers(-400, 400))),
            category=draw(st.sampled_from([None, a_category("a"), a_category("b")])),
            lang=draw(st.sampled_from(["en", "fr"])),
        )
        for number, team in enumerate(teams)
    ]


@given(articles())
def test_credits_sum_to_exactly_the_number_of_articles(written: list[Article]) -> None:
    found = document(*written)

    assert sum((Fraction(author["credit"]) for author in found["authors"]), Fraction()) == len(written)
    assert found["totals"]["articles"] == len(written) == int(found["totals"]["credit"])


@given(articles())
def test_every_authors_numbers_reconcile(written: list[Article]) -> None:
    found = document(*written)

    assert found["totals"]["words"] == sum(article.body.words for article in written)
    assert found["totals"]["authors"] == len(found["authors"])
    for author in found["authors"]:
        mine = [article for article in written if author["id"] in [a.id for a in article.authors]]
        assert author["articles"] == len(mine) == author["solo"] + author["co_signed"]
        assert author["words"] == sum(article.body.words for article in mine)
        assert sum(author["by_month"].values()) == sum(author["by_lang"].values()) == len(mine)
        assert sum(author["by_category"].values()) == sum(article.category is not None for article in mine)
        assert (author["first"], author["last"]) == (str(min(days := _days(mine))), str(max(days)))


def _days(written: list[Article]) -> list[date]:
    return [article.date.date() for article in written]


def test_the_contract_is_kept_to_the_letter() -> None:
    alone = an_article("alone", authors=(JANE,), category=a_category("engineering"), body=a_text(words=100))
    together = an_article(
        "together", lang="fr", authors=(JANE, LI), body=a_text(words=30), date=NOON + timedelta(days=20)
    )

    assert document(alone, together) == {
        "schema": "byline.contributions/1",
        "site": {"name": "Example Blog", "url": "https://blog.example.com"},
        "period": {"id": "all", "from": "2026-06-15", "to": "2026-07-05"},
        "totals": {"articles": 2, "authors": 2, "credit": "2", "words": 130},
        "authors": [
            {
                "id": "jane-doe",
                "name": "Jane Doe",
                "status": "active",
                "articles": 2,
                "solo": 1,
                "co_signed": 1,
                "credit": "3/2",
                "credit_decimal": 1.5,
                "words": 130,
                "first": "2026-06-15",
                "last": "2026-07-05",
                "by_month": {"2026-06": 1, "2026-07": 1},
                "by_category": {"engineering": 1},
                "by_lang": {"en": 1, "fr": 1},
            },
            {
                "id": "li-na",
                "name": "Li Na",
                "status": "guest",
                "articles": 1,
                "solo": 0,
                "co_signed": 1,
                "credit": "1/2",
                "credit_decimal": 0.5,
                "words": 30,
                "first": "2026-07-05",
                "last": "2026-07-05",
                "by_month": {"2026-07": 1},
                "by_category": {},
                "by_lang": {"fr": 1},
            },
        ],
    }


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "hidden"])
def test_what_is_not_published_does_not_count(state: str) -> None:
    found = document(an_article("seen"), an_article("unseen", state=state, authors=(OMAR,)))

    assert [author["id"] for author in found["authors"]] == ["jane-doe"]


def test_a_month_is_that_of_the_sites_own_clock() -> None:
    tokyo = datetime(2026, 7, 1, 1, tzinfo=timezone(timedelta(hours=9)))

    assert tokyo.astimezone(UTC).month == 6
    assert document(an_article(date=tokyo))["authors"][0]["by_month"] == {"2026-07": 1}


def test_a_period_counts_its_own_articles_and_keeps_its_ends() -> None:
    edition = an_edition(
        an_article("june", authors=(JANE,)), an_article("july", authors=(OMAR,), date=NOON + timedelta(30))
    )

    report = contribution_report(edition, period("2026-06"))

    assert [one.author for one in report.authors] == [JANE]
    assert (report.period.first, report.period.last) == (date(2026, 6, 1), date(2026, 6, 30))


def test_an_empty_blog_has_an_empty_report() -> None:
    found = document()

    assert found["totals"] == {"articles": 0, "authors": 0, "credit": "0", "words": 0}
    assert found["period"] == {"id": "all", "from": "2026-01-01", "to": "2026-01-01"}


def test_a_table_has_one_row_per_author() -> None:
    edition = an_edition(an_article(authors=(JANE, OMAR), body=a_text(words=7)))

    assert as_csv(contribution_report(edition)).decode() == (
        "id,name,status,articles,solo,co_signed,credit,credit_decimal,words,first,last\r\n"
        "jane-doe,Jane Doe,active,1,0,1,1/2,0.5,7,2026-06-15,2026-06-15\r\n"
        "omar-haddad,Omar Haddad,active,1,0,1,1/2,0.5,7,2026-06-15,2026-06-15\r\n"
    )


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_no_cell_is_a_formula_and_names_read_back(name: str) -> None:
    edition = an_edition(an_article(authors=(an_author("-x", name=name),)))

    rows = list(csv.reader(io.StringIO(as_csv(contribution_report(edition)).decode(), newline="")))

    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[1][1].removeprefix("'") == name.removeprefix("'")


def test_a_build_prints_the_report_for_colleagues_only() -> None:
    printed = list(report_output(a_build(an_edition(an_article()))))

    assert [value.save_as for value in printed] == [
        "contributions.json",
        "contributions.csv",
        "contributions.html",
    ]
    assert all(value.internal for value in printed)
    files = [value for value in printed if isinstance(value, File)]
    assert files[0].data.endswith(b"}\n")


def test_the_page_escapes_names_and_shows_totals_that_reconcile() -> None:
    hostile = an_author("mallory", name="<script>alert(1)</script>")
    edition = an_edition(an_article("a", authors=(hostile, JANE)), an_article("b", authors=(JANE,)))
    page = next(value for value in report_output(a_build(edition)) if isinstance(value, Page))
    folder = Path(byline.__file__).parent / "press/templates"
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)

    html = environment.get_template("contributions.html").render(page=page, site=edition.site, **page.values)

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "3 signatures on 2" in html
    assert html.index("&lt;script") < html.index(">Jane Doe<")
