"""Every mistake in front matter becomes one sentence on its line, and all of them come at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.model import Remark
from byline.schema import ArticleFields, AuthorFields, SiteFields
from byline.validation import fields_of

GOOD: dict[str, object] = {"title": "A", "date": "2026-05-31", "authors": ["jane-doe"]}


def article(**values: object) -> tuple[Any, tuple[Remark, ...]]:
    given = {**GOOD, **values}
    return fields_of(ArticleFields, given, {key: line for line, key in enumerate(given, 2)})


def fields(**values: object) -> Any:
    found, remarks = article(**values)
    assert remarks == ()
    return found


def names(**values: object) -> list[str]:
    return [f"{remark.severity} {remark.name}" for remark in article(**values)[1]]


# --- all at once ------------------------------------------------------------------------------------------------------


def test_all_faults_of_a_file_are_told_with_their_lines() -> None:
    _, remarks = article(date="tomorrow", stauts="draft", slug="No Slug", status="drfat", tags=["x" * 81])

    assert sorted((remark.line, remark.name) for remark in remarks) == [
        (3, "bad-date"),
        (5, "unknown-key"),
        (6, "bad-slug"),
        (7, "bad-value"),
        (8, "too-long"),
    ]


def test_a_faulty_value_is_set_aside_and_the_others_stay() -> None:
    found, _ = article(image_alt=["no text"], series="Moves")

    assert (found.image_alt, found.series) == ("", "Moves")


def test_a_faulty_slug_stands_as_it_would_be_spelled_so_that_its_rivals_are_told() -> None:
    found, _ = article(slug="No_Slug")

    assert found.slug == "no-slug"


def test_nothing_is_made_of_a_text_without_a_date() -> None:
    assert fields_of(ArticleFields, {"title": "A", "authors": "b"}, {})[0] is None


@pytest.mark.parametrize("empty", [None, "", "  ", []])
def test_an_empty_key_that_must_be_there_is_missing(empty: object) -> None:
    assert names(authors=empty) == ["error missing-key"]


def test_a_key_that_could_not_be_read_is_not_called_missing() -> None:
    _, remarks = fields_of(ArticleFields, {"date": "2026-05-31", "authors": "a"}, {"title": 2, "date": 3, "authors": 4})

    assert remarks == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),
        ("Tags", "tags"),
        ("author", "authors"),
        ("description", "summary"),
        ("translation_id", "translation"),
    ],
)
def test_an_unknown_key_is_met_with_the_nearest_one(written: str, meant: str) -> None:
    _, remarks = article(**{written: "x"})

    assert [(remark.name, remark.hint) for remark in remarks] == [("unknown-key", f"Did you mean '{meant}'?")]


@pytest.mark.parametrize("key", ["save_as", "Save_as", "URL", "template"])
def test_keys_that_would_take_another_pages_place_are_refused(key: str) -> None:
    assert names(**{key: "index.html"}) == ["error forbidden-key"]


def test_what_is_left_to_write_is_a_warning() -> None:
    assert names(summary="TODO say it") == ["warning todo-left"]


@pytest.mark.parametrize("wrong", [["a", "b"], {"a": "b"}, 5])
def test_a_text_is_one_text(wrong: object) -> None:
    assert names(series=wrong) == ["error bad-value"]


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-05-31", "2026-05-31T00:00:00"),
        ("2026-05-31 14:30", "2026-05-31T14:30:00"),
        ("2026-05-31T14:30:15", "2026-05-31T14:30:15"),
        ("2026-05-31T14:30Z", "2026-05-31T14:30:00+00:00"),
        ("2026-05-31 14:30-04:00", "2026-05-31T14:30:00-04:00"),
        ("2026-05-31+02:00", "2026-05-31T00:00:00+02:00"),
    ],
)
def test_dates_are_read_as_written(written: str, moment: str) -> None:
    assert fields(date=written).date.isoformat() == moment


@pytest.mark.parametrize(
    "written",
    [
        *("10", "2026", "2026-05", "31/05/2026", "2026-5-31", "May 31, 2026", "2026-02-30", "2026-05-31 24:00", "now"),
        *("2026-05-31T14", "2026-05-31 14:30 +02:00", "2026-05-31t14:30", "2026-05-31T14:30:15.5", "2026-05-31T14:30z"),
        *("1969-12-31", "2200-01-01", "0001-01-01", "2026-05-31T13：00", "２０２６-05-31", "2026-05-31 14:30+0200"),
    ],
)
def test_nothing_else_is_a_date(written: str) -> None:
    assert names(date=written) == ["error bad-date"]


def test_full_width_signs_in_a_date_are_shown() -> None:
    _, remarks = article(date="2019-12-09T13：00：00-08：00")

    assert "Did you mean '2019-12-09T13:00:00-08:00'?" in remarks[0].hint


@given(st.text(alphabet="0123456789-: TZ+", max_size=26))
def test_no_date_raises(written: str) -> None:
    found, remarks = article(modified=written)

    assert remarks or found.modified is None or 1970 <= found.modified.year <= 2199


# --- lists, choices, addresses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "tags"),
    [("a, b", ("a", "b")), ("a, b; c", ("a, b", "c")), (["a, b", "a, b"], ("a, b",)), ("a,,", ("a",)), ("a", ("a",))],
)
def test_tags_are_a_list_or_separated(written: object, tags: tuple[str, ...]) -> None:
    assert fields(tags=written).tags == tags


def test_limits_are_those_of_the_contract() -> None:
    assert fields(title="x" * 300, summary="x" * 2000, tags=[str(n) for n in range(50)])
    assert names(title="x" * 301) == ["error too-long"]
    assert names(summary="x" * 2001) == ["error too-long"]
    assert names(tags=[str(n) for n in range(51)]) == ["error too-long"]


def test_a_status_that_is_nearly_right_is_explained() -> None:
    _, remarks = article(status="Drafts")

    assert remarks[0].hint == "Did you mean 'draft'? Known: published, draft, hidden."


@pytest.mark.parametrize("slug", ["Upper", "a--b", "-a", "a_b", "é", "../x", "a/b", "a b", "a" * 81, "a\u0000"])
def test_a_slug_has_one_form(slug: str) -> None:
    assert names(slug=slug)[0].startswith("error ")


@pytest.mark.parametrize("slug", ["page", "feed", "atom", "con", "lpt9"])
def test_reserved_slugs_are_refused(slug: str) -> None:
    assert names(slug=slug) == ["error reserved-slug"]


@pytest.mark.parametrize(("written", "lang"), [("PT-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("no", "no")])
def test_languages_are_written_one_way(written: str, lang: str) -> None:
    assert fields(lang=written).lang == lang


@pytest.mark.parametrize("written", ["english", "en_US", "xx", "e", "en-", "en/../x"])
def test_what_is_no_language_is_refused(written: str) -> None:
    assert names(lang=written) == ["error bad-lang"]


@pytest.mark.parametrize(("written", "address"), [("/old/path/", "/old/path/"), ("old/path.html", "/old/path.html")])
def test_old_addresses_lie_on_this_site(written: str, address: str) -> None:
    assert fields(aliases=written).aliases == (address,)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "../x",
            "/a/../../x",
            "/%2e%2e/x",
            "https://evil.example/",
            "//evil.example/",
            "javascript:alert(1)",
            "/a b/",
        ),
        *("/a\\b", "/a?b", "/a#b", "/", "/a//b", "/./a", "C:/x", "/<script>/", '/"/'),
    ],
)
def test_other_old_addresses_are_unsafe(written: str) -> None:
    assert names(aliases=[written]) == ["error unsafe-path"]


@pytest.mark.parametrize(
    "written", ["https://", "javascript:alert(1)", "example.com", "https://a b/", "https://u@x.de/"]
)
def test_what_no_browser_should_open_is_no_address(written: str) -> None:
    assert names(canonical=written, discussions=[written]) == ["error bad-url", "error bad-url"]


def test_an_unencrypted_address_is_a_warning_and_stays() -> None:
    found, remarks = article(canonical="http://example.com/x")

    assert (found.canonical, [remark.name for remark in remarks]) == ("http://example.com/x", ["http-link"])


@pytest.mark.parametrize("written", ["cover.jpg", "../images/x.png", "{static}/images/x.png", "/images/x.png"])
def test_a_cover_is_a_file_of_the_site(written: str) -> None:
    assert fields(image=written).image == written


@pytest.mark.parametrize("written", ["https://x.example/a.png", "//x/a.png", "a\\b.png", "data:image/png;base64,x"])
def test_a_cover_from_elsewhere_is_unsafe(written: str) -> None:
    assert names(image=written) == ["error unsafe-path"]


def test_shares_hold_one_text_or_several() -> None:
    assert fields(share={"linkedin": "one", "x": ["a", "b"]}).share == {"linkedin": ("one",), "x": ("a", "b")}


def test_a_hashtag_is_one_word() -> None:
    assert fields(hashtags="#hiring, élan").hashtags == ("hiring", "élan")
    assert names(hashtags=["two words"]) == ["error bad-value"]


def test_only_the_day_of_consent_is_a_day() -> None:
    assert fields_of(AuthorFields, {"name": "A", "agreed": "2026-05-31"}, {})[0].agreed == date(2026, 5, 31)  # type: ignore[union-attr]
    assert fields_of(AuthorFields, {"name": "A", "agreed": "yes"}, {})[0].agreed is None  # type: ignore[union-attr]


def test_a_site_has_a_zone_that_exists() -> None:
    _, remarks = fields_of(SiteFields, {"timezone": "Europe/Pari", "siteurl": "blog", "id_year": 26}, {})

    assert [remark.name for remark in remarks] == ["bad-url", "bad-value", "bad-value"]
    assert "Europe/Paris" in remarks[1].hint


# --- characters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", "\u202a\u202e\u2066\u2069\u200e\u200f\u061c\u2028\u2029\U000e0041")
def test_characters_that_reorder_a_title_are_refused(character: str) -> None:
    assert names(title=f"a{character}b", tags=[f"a{character}b"]) == ["error hidden-character"] * 2


@pytest.mark.parametrize("character", "\x00\x07\x1b\x7f\x9b\ufffe")
def test_control_characters_are_refused(character: str) -> None:
    assert names(extra={"deep": [f"a{character}"]}) == ["error control-character"]


@pytest.mark.parametrize("character", "\u200b\u00ad")
def test_invisible_characters_are_left_out_with_a_warning(character: str) -> None:
    found, remarks = article(title=f"a{character}b")

    assert (found.title, [remark.severity for remark in remarks]) == ("ab", ["warning"])


def test_an_authors_name_holds_no_invisible_character() -> None:
    _, remarks = fields_of(AuthorFields, {"name": "Ja\u200bne"}, {})

    assert [(remark.name, remark.severity) for remark in remarks] == [("hidden-character", "error")]


@pytest.mark.parametrize("title", ["می‌خواهم", "👨‍👩‍👧", "क्‍ष", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "L’été", "東京", "C\N{NO-BREAK SPACE}!"])
def test_scripts_and_emoji_that_need_joiners_stay(title: str) -> None:
    assert fields(title=title).title == title


def test_titles_are_composed() -> None:
    assert fields(title="e\u0301").title == "é"


def test_towers_of_accents_are_cut_down() -> None:
    found, remarks = article(title="x" + "\u0354" * 9)

    assert (found.title, [remark.severity for remark in remarks]) == ("x" + "\u0354" * 4, ["warning"])


TREES = st.recursive(st.none() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one), max_leaves=8)


@given(st.dictionaries(st.sampled_from(sorted(ArticleFields.model_fields)), TREES))
def test_whatever_is_given_is_used_or_explained(values: dict[str, object]) -> None:
    found, remarks = fields_of(ArticleFields, values, dict.fromkeys(values, 7))

    assert found is not None or remarks
    assert all(remark.message.endswith(".") for remark in remarks)
