"""The sample is a guide that a company keeps: enough people and articles, in two languages, and nothing to remark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from byline.edition.naming import translation_of
from byline.ledger import Ledger
from byline.manuscript import Manuscript, read_shelf
from byline.registry import read_registry
from byline.schema import ArticleFields, AuthorFields, Fields
from house.sources import ROOT
from running import byline

CONTENT = ROOT / "content"
SHELF = read_shelf(CONTENT, Ledger())
CAMPAIGNS = read_registry(CONTENT, SHELF, date(2026, 6, 15), "en").campaigns
PEOPLE = {one.stem: one.fields for one in SHELF.authors if not one.lang}
PICTURES = [path for ending in ("png", "jpg") for path in sorted(CONTENT.rglob(f"*.{ending}"))]
LARGEST_PICTURE = 60 * 1024
LONGEST_SUMMARY = 160  # more is cut off where search engines and networks show it

PUBLISHED = [one for one in SHELF.articles if one.fields.status == "published" and one.fields.date.year < 2099]


def versions() -> dict[str, list[Manuscript]]:
    """The published articles as works: all languages of one together, English first."""
    works: dict[str, list[Manuscript]] = defaultdict(list)
    for one in sorted(PUBLISHED, key=lambda one: one.lang):
        works[translation_of(one)].append(one)
    return dict(works)


PAIRS = [works for works in versions().values() if len(works) > 1]


def path_of(one: Manuscript) -> str:
    return one.path


def test_there_are_ten_articles_by_six_people() -> None:
    signers = {author for one in PUBLISHED for author in one.fields.authors}

    assert len(versions()) >= 10
    assert len(signers) >= 6
    assert signers <= PEOPLE.keys()


def test_colleagues_and_others_write() -> None:
    signers = {author for one in PUBLISHED for author in one.fields.authors}

    assert {PEOPLE[author].status for author in signers} == {"active", "alumni", "guest", "partner", "client"}


def test_whoever_shows_a_profile_speaks_both_languages() -> None:
    french = {one.stem.removesuffix(".fr") for one in SHELF.authors if one.lang == "fr"}

    assert sorted(key for key, fields in PEOPLE.items() if fields.agreed and key not in french) == []


def test_at_least_five_articles_stand_in_english_and_french() -> None:
    assert len(PAIRS) >= 5
    assert {tuple(one.lang for one in pair) for pair in PAIRS} == {("", "fr")}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].stem)
def test_the_versions_of_an_article_agree_on_what_has_no_language(pair: Sequence[Manuscript]) -> None:
    english, french = (one.fields for one in pair)

    for name in ("date", "category", "image", "campaign", "needs"):
        assert getattr(english, name) == getattr(french, name), name
    assert french.authors[: len(english.authors)] == english.authors or set(french.authors) <= set(english.authors)
    assert french.title != english.title
    assert french.slug


def test_a_series_has_three_parts_in_each_language() -> None:
    parts: dict[str, list[datetime]] = defaultdict(list)
    for one in PUBLISHED:
        if one.fields.series:
            parts[one.lang].append(one.fields.date)

    assert {lang: len(set(dates)) >= 3 for lang, dates in parts.items()} == {"": True, "fr": True}


def test_a_campaign_holds_articles() -> None:
    campaigns = {path.parent.name for path in (CONTENT / "campaigns").glob("*/campaign.toml")}

    assert {one.fields.campaign for one in PUBLISHED} - {""} == campaigns


def test_every_case_that_readers_and_writers_meet_is_there() -> None:
    found = [one.fields for one in SHELF.articles]

    assert [fields.status for fields in found].count("draft") == 1
    assert [fields.date.year for fields in found].count(2099) == 1
    assert any(fields.aliases and fields.modified for fields in found)
    assert any(fields.remix_of for fields in found)
    assert any(fields.reviewed_by for fields in found)
    assert [name for name, fields in PEOPLE.items() if fields.agreed is None] == ["ravi-kestrel"]


@pytest.mark.parametrize("one", PUBLISHED, ids=path_of)
def test_an_article_says_what_networks_and_readers_need(one: Manuscript) -> None:
    assert 0 < len(one.fields.summary) <= LONGEST_SUMMARY
    assert 450 <= one.text.words <= 1000
    assert one.fields.id
    assert one.fields.category
    assert one.fields.tags
    assert one.fields.reader
    assert one.fields.needs
    assert one.fields.share["linkedin"]


def test_every_picture_is_described() -> None:
    covers = [(one.path, one.fields.image_alt) for one in SHELF.articles if one.fields.image]
    inside = [(one.path, ref.alt) for one in SHELF.articles for ref in one.text.references if ref.kind == "picture"]
    portraits = [(path.name, PEOPLE[path.stem].portrait_alt) for path in PICTURES if path.parent.name == "authors"]

    assert len(portraits) >= 6
    assert [place for place, alt in covers + inside + portraits if not alt] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_used(picture: Path) -> None:
    used = {Path(one.path).parent / one.fields.image for one in SHELF.articles if one.fields.image}
    used |= {Path(one.path).parent / ref.target for one in SHELF.articles for ref in one.text.references}
    used |= {Path("authors", f"{name}{picture.suffix}") for name in PEOPLE}
    used |= {Path(one.file) for campaign in CAMPAIGNS.values() for one in campaign.media}

    assert picture.relative_to(CONTENT) in used
    assert picture.stat().st_size <= LARGEST_PICTURE


def test_the_check_has_nothing_to_say(tmp_path: Path) -> None:
    said = byline("check", "--cache", tmp_path)

    assert (said.code, said.out + said.err) == (0, "nothing to say: every text is fine\n")


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "CONTRIBUTING.fr.md"])
@pytest.mark.parametrize(("section", "fields"), [(0, ArticleFields), (1, AuthorFields)], ids=["article", "author"])
def test_writers_find_every_key_explained(page: str, section: int, fields: type[Fields]) -> None:
    tables = re.findall(r"(?:^\|.*\n)+", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    rows: Any = re.findall(r"^\| (`.*?) \|", tables[section], re.MULTILINE)

    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == set(fields.model_fields)
