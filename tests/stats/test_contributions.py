"""Contributions add up."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from builders import NOON, a_category, a_site, a_text, an_article, an_author, an_edition
from built import a_build
from byline.model import Article
from byline.period import period
from byline.stats.contributions import contribution_report
from byline.stats.forms import as_json, as_table
from byline.stats.report import report_files, report_output

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
        "totals": {
            "articles": 2,
            "authors": 2,
            "credit": "2",
            "words": 130,
            "signatures": 3,
            "solo": 1,
            "co_signed": 1,
            "by_month": {"2026-06": 1, "2026-07": 1},
            "by_category": {"engineering": 1},
            "by_lang": {"en": 1, "fr": 1},
        },
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

    numbers = ("articles", "authors", "words", "signatures", "solo", "co_signed")
    assert {found["totals"][name] for name in numbers} == {0}
    assert found["totals"]["credit"] == "0"
    assert found["period"] == {"id": "all", "from": "2026-01-01", "to": "2026-01-01"}


def test_a_table_has_one_row_per_author() -> None:
    edition = an_edition(an_article(authors=(JANE, OMAR), body=a_text(words=7)))

    assert as_table(contribution_report(edition)).decode() == (
        "id,name,status,articles,solo,co_signed,credit,credit_decimal,words,first,last\r\n"
        "jane-doe,Jane Doe,active,1,0,1,1/2,0.5,7,2026-06-15,2026-06-15\r\n"
        "omar-haddad,Omar Haddad,active,1,0,1,1/2,0.5,7,2026-06-15,2026-06-15\r\n"
    )


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_no_cell_is_a_formula_and_names_read_back(name: str) -> None:
    edition = an_edition(an_article(authors=(an_author("-x", name=name),)))

    rows = list(csv.reader(io.StringIO(as_table(contribution_report(edition)).decode(), newline="")))

    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[1][1].removeprefix("'") == name.removeprefix("'")


@given(articles())
def test_the_sites_own_sums_reconcile(written: list[Article]) -> None:
    found = document(*written)
    totals, authors = found["totals"], found["authors"]

    assert totals["solo"] + totals["co_signed"] == totals["articles"]
    assert totals["solo"] == sum(author["solo"] for author in authors)
    assert totals["signatures"] == sum(author["articles"] for author in authors)
    assert sum(totals["by_month"].values()) == sum(totals["by_lang"].values()) == totals["articles"]
    assert sum(totals["by_category"].values()) == sum(article.category is not None for article in written)


def test_nobody_is_ranked_and_an_accent_sends_nobody_to_the_end() -> None:
    names = ("Zoé Arc", "Élise Brun", "Eva Cole", "édith Dor", "Adam Eck")
    people = [an_author(f"a-{number}", name=name) for number, name in enumerate(names)]
    written = [an_article(f"n-{n}", authors=tuple(people[: n + 1])) for n in range(len(people))]

    found = contribution_report(an_edition(*written)).by_name

    assert [one.author.name for one in found] == ["Adam Eck", "édith Dor", "Élise Brun", "Eva Cole", "Zoé Arc"]


# --- forms ------------------------------------------------------------------------------------------------------------


def printed(*written: Article, name: str = "all", **site: Any) -> dict[str, str]:
    build = a_build(an_edition(*written, site=a_site(**site)))
    files = list(report_files(build, (), period(name)))
    assert all(file.internal for file in files)
    return {file.save_as: file.data.decode() for file in files}


def numbers(page: str, what: str) -> list[list[str]]:
    """The cells of a table, row by row, without its head."""
    (table,) = html.fromstring(page).xpath(f"//table[@data-what='{what}']")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.xpath("tbody/tr|tfoot/tr")]


def test_a_build_prints_the_report_for_colleagues_only() -> None:
    found = list(report_output(a_build(an_edition(an_article()))))

    assert [file.save_as for file in found] == [
        *("contributions.json", "contributions.csv", "contributions.html", "contributions.md"),
        *("contributions.fr.html", "contributions.fr.md"),
    ]
    assert all(file.internal for file in found)


def test_the_sites_own_language_has_the_plain_name() -> None:
    found = printed(an_article(), lang="fr")

    assert 'lang="fr"' in found["contributions.html"]
    assert 'lang="en"' in found["contributions.en.html"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_hostile_name_is_only_a_name(form: str) -> None:
    hostile = an_author("mallory", name="<script>alert(1)</script> | [x](https://evil.example) @team")
    found = printed(an_article("a", authors=(hostile, JANE)), an_article("b", authors=(JANE,)))

    shown = found[f"contributions.{form}"]
    rendered = shown if form == "html" else MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(shown)
    page = html.fromstring(rendered)

    assert page.xpath("//script|//a[contains(@href, 'evil')]|//img") == []
    assert "<script>alert(1)</script> | [x](https://evil.example) @" in page.text_content().replace("\u2060", "")


@given(articles())
def test_every_table_of_the_page_adds_up(written: list[Article]) -> None:
    page = printed(*written)["contributions.html"]
    if not written:
        assert "No article was published in this period." in page
        return
    count = lambda cell: int(cell.replace(",", ""))  # noqa: E731
    for what in ("month", "category", "lang"):
        *rows, total = numbers(page, what)
        assert sum(count(row[1]) for row in rows) == count(total[1]) == len(written)
    *rows, total = numbers(page, "authors")
    for column in (1, 2, 3, 5):
        assert sum(count(row[column]) for row in rows) == count(total[column])
    assert sum(Fraction(row[4]) for row in rows) == Fraction(total[4]) == len(written)


def test_many_months_are_told_by_year_with_each_month_beside() -> None:
    days = [datetime(2020 + n // 12, n % 12 + 1, 5, tzinfo=UTC) for n in range(25)]
    written = [an_article(f"n-{n}", date=day) for n, day in enumerate([*days, days[0]])]

    rows = numbers(printed(*written)["contributions.html"], "month")

    assert [row[:2] for row in rows] == [
        ["2020 Jan (2), Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec", "13"],
        ["2021 Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec", "12"],
        ["2022 Jan", "1"],
        ["Total", "26"],
    ]


def test_markdown_says_the_same_as_the_page() -> None:
    written = [an_article("a", authors=(JANE, OMAR), category=a_category("engineering")), an_article("b", lang="fr")]
    found = printed(*written)
    rendered = html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(found["contributions.md"]))
    tables = [table.xpath(".//tr")[1:] for table in rendered.xpath("//table")]
    cells = [[[" ".join(cell.text_content().split()) for cell in row] for row in table] for table in tables]

    for table, what, width in zip(cells, ("authors", "month", "category", "lang"), (9, 2, 2, 2), strict=True):
        assert table == [row[:width] for row in numbers(found["contributions.html"], what)]


def test_a_period_without_articles_says_so_and_lists_nobody() -> None:
    page = printed(an_article(), name="2020")["contributions.html"]

    assert "No article was published in this period." in page
    assert "Jane Doe" not in page


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_page_has_no_script_and_asks_nobody_for_anything(lang: str) -> None:
    page = html.fromstring(printed(an_article(), lang=lang)["contributions.html"])

    assert page.xpath("//script|//link|//img|//iframe") == []
    assert all(address.startswith(("#", "contributions.")) for address in page.xpath("//a/@href"))
