"""Short links: rows that are only ever added, and pages that lead where the row says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, an_article, an_edition
from built import a_build
from byline.build import Build
from byline.channels import shipped
from byline.model import Ambassador, OptIn, Programme, ShortLink
from byline.sharing.issuing import IssuingError, append, missing_links
from byline.sharing.kits import Sharing
from byline.sharing.settings import SharingSettings
from byline.sharing.short_links import FILE, appended, lost, read_short_links, to_issue
from byline.sharing.short_pages import short_pages
from byline.tokens import Secrets, token

KEY = "k" * 32
TODAY = NOON.date()
HEAD = "code,article,channel,person,period,issued,revoked\n"
CHANNELS = {channel.id: channel for channel in shipped()}


def a_person(id: str = "lena", measured: date | None = date(2026, 1, 2), **fields: Any) -> Ambassador:
    given = {"name": id, "enrolled": date(2026, 1, 1), "opt_in": OptIn(measured=measured), **fields}
    return Ambassador(id=id, **given)


def a_link(code: str = "abcd2345", **fields: Any) -> ShortLink:
    return ShortLink(**{"code": code, "article": "why", "channel": "x", "person": "lena", "period": "1", **fields})


def build_with(*links: ShortLink, people: tuple[Ambassador, ...] = (a_person(),), **fields: Any) -> Build:
    articles = fields.pop("articles", (an_article("why", campaign="spring"),))
    programme = Programme(people={one.id: one for one in people})
    return a_build(
        an_edition(*articles), SharingSettings(), Secrets(KEY), short_links={one.code: one for one in links},
        channels=CHANNELS, programme=programme, **fields,
    )  # fmt: skip


def target(build: Build) -> str:
    (page,) = short_pages(build)
    return str(page.values["target"])


def read(folder: Path, text: str) -> tuple[dict[str, ShortLink], list[tuple[int, str]]]:
    (folder / FILE).write_text(text, "utf-8")
    links, findings = read_short_links(folder)
    return links, [(one.line, one.message) for one in findings]


# --- pages ------------------------------------------------------------------------------------------------------------


def test_a_page_leads_to_the_tagged_article_without_naming_anybody() -> None:
    (page,) = short_pages(build_with(a_link()))

    own = token(KEY, "lena", "why", "x", "1")
    assert (page.kind, page.address, page.noindex) == ("short", "/s/abcd2345/", True)
    assert page.save_as == "s/abcd2345/index.html"
    assert page.values["target"] == (
        f"/articles/why/?utm_source=x&utm_medium=social&utm_campaign=why&utm_id=spring&utm_content={own}"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"people": (a_person(measured=None),)},
        {"people": (a_person(left=TODAY),)},
        {"people": (a_person(paused=TODAY),)},
        {"people": ()},
        {"links": (a_link(revoked=TODAY),)},
        {"links": (a_link(person="", revoked=TODAY),)},
        {"links": (a_link(channel="gone"),)},
    ],
    ids=["no longer measured", "left", "paused", "unknown", "revoked", "revoked and nobody's", "unknown channel"],
)
def test_a_link_that_may_not_count_leads_to_the_untagged_article(fields: dict[str, Any]) -> None:
    links = fields.pop("links", (a_link(),))

    assert target(build_with(*links, **fields)) == "/articles/why/"


def test_a_link_for_everybody_says_that_it_was_an_ambassador() -> None:
    assert target(build_with(a_link(person=""))).endswith("&utm_content=ambassador")


def test_a_link_to_what_expired_or_is_gone_still_leads_somewhere() -> None:
    expired = an_article("why", state="expired")

    assert target(build_with(a_link(), articles=(expired,))) == "/articles/why/"
    assert target(build_with(a_link(), articles=(an_article("other"),))) == "/"


def test_articles_that_links_lost_are_told_once() -> None:
    found = [*lost([a_link("aaaa"), a_link("bbbb"), a_link("cccc", article="here")], {"here": an_article("here")})]

    assert [one.message for one in found] == ["no article 'why' is published: its short links lead to the home page"]


# --- the file ---------------------------------------------------------------------------------------------------------


def test_rows_are_read_with_their_days(tmp_path: Path) -> None:
    links, wrong = read(tmp_path, HEAD + "abcd,why,x,lena,1,2026-05-01,\nefgh,why,x,,,2026-05-01,2026-06-01\n")

    assert wrong == []
    assert links["abcd"] == a_link("abcd", issued=date(2026, 5, 1))
    assert links["efgh"].revoked == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("ab,why,x,lena,1,,", "'ab' is no code"),
        ("ABCD,why,x,lena,1,,", "'ABCD' is no code"),
        ("../x,why,x,lena,1,,", "'../x' is no code"),
        ("abcd,why,x,lena,1", "a row has 7 columns, this one 5"),
        ("abcd,why,x,lena,1,yesterday,", "'yesterday' under issued is no day"),
        ("good,how,x,omar,1,,", "the code 'good' was already given out above"),
    ],
)
def test_a_row_that_cannot_stand_is_told_and_the_others_hold(tmp_path: Path, row: str, sentence: str) -> None:
    links, wrong = read(tmp_path, f"{HEAD}good,why,x,lena,1,,\n{row}\n")

    assert links == {"good": a_link("good")}
    assert [(line, message.startswith(sentence)) for line, message in wrong] == [(3, True)]


def test_a_file_with_other_columns_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "code;article\n") == ({}, [(1, "its columns are not known.")])


def test_without_a_file_there_are_no_links(tmp_path: Path) -> None:
    assert read_short_links(tmp_path) == read_short_links(None) == ({}, [])


@given(st.lists(st.text("abcd\n\r\"',", max_size=12), max_size=4))
def test_what_was_there_is_never_rewritten(rows: list[str]) -> None:
    before = (HEAD + "\n".join(rows)).encode()

    after = appended(before, [a_link()])

    assert after.startswith(before)
    assert after.endswith(b"\nabcd2345,why,x,lena,1,,\n")


def test_the_first_rows_come_with_their_columns(tmp_path: Path) -> None:
    append(tmp_path, (a_link(issued=TODAY),))
    append(tmp_path, (a_link("efgh"),))

    assert (tmp_path / FILE).read_text() == HEAD + "abcd2345,why,x,lena,1,2026-06-15,\nefgh,why,x,lena,1,,\n"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


# --- giving out -------------------------------------------------------------------------------------------------------


def issue(*known: ShortLink, people: tuple[Ambassador, ...], period: str = "1") -> tuple[ShortLink, ...]:
    articles = (an_article("why"), an_article("why", lang="fr", id="why-fr"))
    by_code = {one.code: one for one in known}
    return to_issue(by_code, people, articles, ["linkedin", "x"], period, Secrets(KEY), TODAY)


def test_each_person_gets_a_link_for_each_article_and_each_channel_they_ticked() -> None:
    people = (a_person(), a_person("omar", channels=("x",), langs=("fr",)))

    found = {(one.person, one.article, one.channel) for one in issue(people=people)}

    assert found == {
        *(("lena", article, channel) for article in ("why", "why-fr") for channel in ("linkedin", "x")),
        ("omar", "why-fr", "x"),
    }


def test_what_was_given_out_is_not_given_out_again_even_when_it_was_taken_back() -> None:
    first = issue(people=(a_person(),))
    revoked = ShortLink(**{**vars(first[0]), "revoked": TODAY})

    assert issue(*first, people=(a_person(),)) == ()
    assert issue(revoked, *first[1:], people=(a_person(),)) == ()


def test_a_new_period_gives_new_codes() -> None:
    first = issue(people=(a_person(),))
    second = issue(*first, people=(a_person(),), period="2")

    assert len(second) == len(first)
    assert {one.code for one in first}.isdisjoint(one.code for one in second)


def test_a_code_that_means_something_else_is_never_taken() -> None:
    free = issue(people=(a_person(),))
    taken = [a_link(one.code, article="another", person="") for one in free]

    assert {one.code for one in issue(*taken, people=(a_person(),))}.isdisjoint(one.code for one in free)


def test_rows_come_in_an_order_that_tells_nothing_about_people() -> None:
    found = issue(people=tuple(a_person(f"p-{number}") for number in range(9)))

    assert [one.code for one in found] == sorted(one.code for one in found)


def test_links_are_given_out_for_what_is_to_share_now(tmp_path: Path) -> None:
    old = an_article("old", date=NOON.replace(year=2025))
    held = an_article("held", hold="not yet")
    build = build_with(articles=(an_article("new"), old, held, an_article("draft", state="draft")))
    build.run = type(build.run)(programme=tmp_path)

    assert {one.article for one in missing_links(build)} == {"new"}


@pytest.mark.parametrize("fault", ["programme", "secret"])
def test_nothing_is_given_out_without_programme_or_key(tmp_path: Path, fault: str) -> None:
    build = build_with()
    build.run = type(build.run)(programme=None if fault == "programme" else tmp_path)
    build.settings[Secrets] = Secrets()

    with pytest.raises(IssuingError, match="BYLINE_SECRET" if fault == "secret" else "programme"):
        missing_links(build)


# --- in kits ----------------------------------------------------------------------------------------------------------


def targets(person: str, *links: ShortLink, **fields: Any) -> dict[str, str]:
    article = an_article("why")
    people = {"lena": a_person(), "omar": a_person("omar", measured=None)}
    given = {"secrets": Secrets(KEY), "people": people, "short_links": {one.code: one for one in links}, **fields}
    kit = Sharing(an_edition(article), SharingSettings(), TODAY, **given).kit_for(article, person)
    return {link.channel: link.target for link in kit.links}


def test_a_person_s_own_kit_has_the_short_link_where_there_is_one() -> None:
    found = targets("lena", a_link(), a_link("efgh", channel="linkedin", revoked=TODAY), a_link("ijkl", period="0"))

    assert found["x"] == "https://blog.example.com/s/abcd2345/"
    assert found["linkedin"].endswith("utm_content=" + token(KEY, "lena", "why", "linkedin", "1"))


def test_nobody_else_gets_a_personal_link() -> None:
    for person in ("omar", "", "unknown"):
        assert {target.rpartition("=")[2] for target in targets(person, a_link()).values()} == {"ambassador"}


def test_without_a_key_there_are_no_personal_links() -> None:
    found = targets("lena", secrets=Secrets())

    assert {target.rpartition("=")[2] for target in found.values()} == {"ambassador"}


def test_a_link_for_everybody_is_in_every_kit() -> None:
    shared = a_link("ijkl", person="")

    assert targets("", shared)["x"] == targets("omar", shared)["x"] == "https://blog.example.com/s/ijkl/"
    assert targets("lena", shared)["x"] != "https://blog.example.com/s/ijkl/"
