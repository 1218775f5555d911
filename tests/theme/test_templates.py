"""Pages as the theme prints them: correct, readable by everybody, complete about who signed, silent about the rest."""

from __future__ import annotations

import itertools
import re
import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import NOON, a_site, a_text, an_article, an_author
from byline.model import Heading, Link
from byline.press.theme import load_theme
from theme.printing import THEME, Print, a_pagination, attributes, parsed, texts

KINDS = sorted(tomllib.loads((THEME / "pages.toml").read_text("utf-8")).keys() - {"frame"})
OUR_SCRIPT = f"/{load_theme(THEME).assets['byline.js'].save_as}"
LANGS = ("en", "fr", "ar")
# What people put into front matter: anything but control characters, which the reader of manuscripts refuses.
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=40).filter(str.strip)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [*KINDS, "redirect"])
def test_every_page_is_valid_and_has_one_title_and_one_first_heading(printed: Print, kind: str, lang: str) -> None:
    html = printed(kind, lang)

    assert len(texts(html, "title")) == len(texts(html, "h1")) == len(texts(html, "main")) == 1
    assert attributes(html, "html", "lang") == [lang]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_never_skip_a_level(printed: Print, kind: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", printed(kind))]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_script_of_ours_and_nothing_inline(printed: Print, kind: str) -> None:
    elements = parsed(printed(kind)).query("*")
    scripts = [element.attrs or {} for element in elements if element.name == "script"]

    assert [script["src"] for script in scripts if script.get("type") != "application/ld+json"] == [OUR_SCRIPT]
    assert not {element.name for element in elements} & {"style", "iframe", "object", "embed"}
    assert all(action.startswith("/") for action in attributes(printed(kind), "form", "action"))
    assert not [name for e in elements for name in (e.attrs or {}) if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_loads_anything_from_another_host(printed: Print, kind: str) -> None:
    html = printed(kind)
    loaded = attributes(html, "[src]", "src") + attributes(html, "link[rel=stylesheet]", "href")
    srcsets = [part.split()[0] for value in attributes(html, "[srcset]", "srcset") for part in value.split(",")]

    assert loaded
    assert all(re.match(r"/[^/]", address) for address in loaded + srcsets)


@pytest.mark.parametrize("kind", [*KINDS, "redirect"])
def test_every_address_stands_under_the_site_s_own_path(printed: Print, kind: str) -> None:
    html = printed(kind, site=a_site(url="https://example.com/preview/pr-7"))
    addresses = attributes(html, "[href]", "href") + attributes(html, "[src]", "src")

    assert all(a.startswith(("/preview/pr-7/", "https://", "mailto:", "#")) for a in addresses)


@pytest.mark.parametrize("kind", ["home", "article", "author", "category", "tag", "series", "archive"])
def test_every_co_author_is_named_in_signing_order(printed: Print, kind: str) -> None:
    names = texts(printed(kind), ".byline .p-name")

    assert names[:2] == ["Jane Doe", "Omar Haddad"]


def test_a_byline_leads_to_the_profile_in_the_language_of_the_page(printed: Print) -> None:
    html = printed("home", "fr")

    assert attributes(html, ".byline a", "href")[0] == "/fr/authors/jane-doe/"


def test_who_has_no_portrait_is_shown_by_initials(printed: Print) -> None:
    html = printed("article")

    assert attributes(html, "header .byline img", "width") == ["48"]
    assert texts(html, "header .byline .initials") == ["OH"]


@pytest.mark.parametrize("kind", ["home", "article"])
def test_two_people_with_one_name_are_told_apart_by_their_ids(printed: Print, kind: str) -> None:
    assert texts(printed(kind, same_names={"Jane Doe"}), ".byline .p-name")[:2] == [
        "Jane Doe (jane-doe)",
        "Omar Haddad",
    ]


def test_the_home_page_shows_who_writes_before_what(printed: Print) -> None:
    html = printed("home", recent_authors=(an_author(role="Engineer"), an_author("omar-haddad", agreed=None, role="X")))

    assert texts(html, ".faces a") == ["Jane Doe", "Omar Haddad"]
    assert texts(html, ".faces .role") == ["Engineer"]
    assert html.index('class="faces"') < html.index('class="entry')


def test_later_pages_of_the_home_page_go_straight_to_the_articles(printed: Print) -> None:
    html = printed("home", pagination=a_pagination(2))

    assert texts(html, "h1") == ["Latest articles"]
    assert not texts(html, ".faces, .lead, .featured")


@pytest.mark.parametrize(("count", "shown"), [(2, 0), (3, 1)])
def test_a_table_of_contents_comes_with_three_headings(printed: Print, count: int, shown: int) -> None:
    headings = (*(Heading(2, f"part-{n}", f"Part {n}") for n in range(count)), Heading(4, "detail", "Detail"))
    html = printed("article", article=an_article(body=a_text(headings=headings)))

    assert len(texts(html, "details.toc")) == shown
    assert attributes(html, ".toc a", "href") == ["#part-0", "#part-1", "#part-2"] * shown


def test_an_article_ends_with_those_who_signed_it_and_how_to_answer_them(printed: Print) -> None:
    jane = an_author(role="Engineer", why="To be asked.", reply="Write to me at https://example.com/jane")
    html = printed("article", article=an_article(authors=(jane, an_author("omar-haddad", agreed=None, why="PRIVATE"))))

    assert texts(html, ".signer h3") == ["Jane Doe", "Omar Haddad"]
    assert attributes(html, ".signer h3 a", "href") == ["/authors/jane-doe/", "/authors/omar-haddad/"]
    assert texts(html, ".signer blockquote") == ["To be asked."]
    assert attributes(html, ".signer .reply a", "href") == ["https://example.com/jane"]
    assert "PRIVATE" not in html


def test_sharing_is_one_named_group_that_a_keyboard_can_skip(printed: Print) -> None:
    html = printed("article")
    (skip,) = attributes(html, ".share .skip", "href")

    assert attributes(html, "section.share", "aria-labelledby") == attributes(html, ".share h2", "id")
    assert skip.removeprefix("#") in attributes(html, "[id]", "id")
    assert texts(html, ".share a svg") == [""]
    assert attributes(html, ".share li[hidden] button", "type") == ["button", "button"]


def test_what_needs_a_script_is_hidden_until_there_is_one(printed: Print) -> None:
    html = printed("article")

    assert len(texts(html, "button")) == len(texts(html, "button[hidden], [hidden] button"))


@pytest.mark.parametrize("clean", [True, False])
def test_the_address_is_cleaned_only_where_the_site_wants_it(printed: Print, clean: bool) -> None:
    assert ("data-clean-address" in printed("home", clean_address=clean)) is clean


def test_mistakes_are_reported_only_where_somebody_reads_reports(printed: Print) -> None:
    assert attributes(printed("article"), ".report a", "href") == ["mailto:blog@example.com"]
    assert not texts(printed("article", report=""), ".report")


def test_the_styles_of_code_come_with_code_alone(printed: Print) -> None:
    code = '<div class="highlight"><pre><code>x</code></pre></div>'

    assert "theme/code." in printed("article", body=code)
    assert "theme/code." not in printed("article")


def test_titles_in_another_language_than_the_page_say_which(printed: Print) -> None:
    html = printed("author")

    assert attributes(html, ".entry-title a[lang]", "lang") == ["fr"]
    assert attributes(html, ".entry-title a[lang]", "hreflang") == ["fr"]


def test_an_interface_in_english_is_marked_on_a_page_in_another_language(printed: Print) -> None:
    html = printed("article", "ar")

    assert attributes(html, "html", "dir") == ["rtl"]
    assert attributes(html, "nav.menu", "lang") == ["en"]
    assert attributes(html, "nav.menu", "dir") == ["ltr"]
    assert not attributes(printed("article", "fr"), "nav.menu[lang]", "lang")


def test_an_article_that_is_in_no_list_links_to_none(printed: Print) -> None:
    article = an_article(state="hidden", tags=(), authors=(an_author(),))
    hidden = printed("article", article=article, in_series=(), versions=(), newer=None, older=None)

    assert not [a for a in attributes(hidden, "main a", "href") if a.startswith(("/tags/", "/categories/", "/series/"))]


def test_why_an_article_is_held_back_is_never_printed(printed: Print) -> None:
    assert "lawsuit" not in printed("article", article=an_article(hold="the lawsuit is not over"))


def test_a_page_about_what_is_gone_does_not_repeat_its_title(printed: Print) -> None:
    html = printed("gone", article=an_article("the-old-price-list"), newer=None, older=None)

    assert "old price list" not in html.casefold()
    assert "June 15, 2026" in html


def test_without_consent_a_profile_shows_name_articles_and_feed_only(printed: Print) -> None:
    private: dict[str, Any] = {
        "role": "PRIVATE-role",
        "tagline": "PRIVATE-tag",
        "why": "PRIVATE-why",
        "status": "alumni",
    }
    author = an_author(agreed=None, links=(Link("github", "https://github.example/jane"),), **private)
    profile = printed("author", author=author, biography="", portrait=None, articles=())
    pages = [
        profile,
        printed("article", article=an_article(authors=(author,))),
        printed("authors", authors=((author, 1),)),
    ]

    assert texts(profile, "h1") == ["Jane Doe"]
    assert attributes(profile, "main a", "href") == ["/f.xml", "/previous/", "/next/"]
    assert not [page for page in pages if "PRIVATE" in page or "github" in page]


def test_only_a_profile_says_that_a_link_is_the_same_person(printed: Print) -> None:
    author = an_author(links=(Link("github", "https://github.example/jane"),))

    assert attributes(printed("author", author=author), "a[rel=me]", "href") == ["https://github.example/jane"]
    assert not attributes(printed("article", article=an_article(authors=(author,))), "a[rel=me]", "href")


@pytest.mark.parametrize(("status", "word"), [("alumni", "Ancien·ne collègue"), ("guest", "Invité·e"), ("active", "")])
def test_a_profile_says_in_words_how_a_person_belongs(printed: Print, status: str, word: str) -> None:
    assert texts(printed("author", "fr", author=an_author(status=status)), ".status") == ([word] if word else [])


@pytest.mark.parametrize(("agreed", "said"), [(NOON.date(), ["Guest"]), (None, [])])
def test_an_article_says_which_of_its_signers_is_no_colleague(
    printed: Print, agreed: date | None, said: list[str]
) -> None:
    article = an_article(authors=(an_author(role="Engineer"), an_author("ada", status="guest", agreed=agreed)))
    html = printed("article", article=article, reviewers=())

    assert texts(html, ".opening .byline .belonging") == texts(html, ".signer .status") == said


def test_reviewers_and_what_an_article_takes_further_are_links_where_the_site_has_them(printed: Print) -> None:
    article = an_article(reviewed_by=("omar-haddad", "A colleague"), remix_of="why-we-sign")
    remixed = an_article("why-we-sign", title="Why we sign")
    html = printed("article", article=article, remixed=remixed)

    assert texts(html, ".credits dd") == ["Why we sign", "Omar Haddad , A colleague"]
    assert attributes(html, ".credits a", "href") == ["/articles/why-we-sign/", "/authors/omar-haddad/"]
    assert texts(printed("article", article=article, remixed=None), ".credits dd")[0] == "why-we-sign"


def test_who_helped_is_credited_below_the_article(printed: Print) -> None:
    article = an_article(helped_by=("omar-haddad", "The legal team"))
    html = printed("article", "fr", article=article, helpers=(an_author("omar-haddad"), "The legal team"))

    assert texts(html, ".credits dt") == ["Avec l’aide de"]
    assert texts(html, ".credits dd") == ["Omar Haddad , The legal team"]


def test_a_list_says_in_which_other_language_an_article_is(printed: Print) -> None:
    assert texts(printed("author"), ".entry-lang") == ["français"]
    assert texts(printed("author", "fr"), ".entry-lang") == ["English", "English"]


def test_the_page_for_unknown_addresses_speaks_every_language_of_the_site(printed: Print) -> None:
    html = printed("404", languages=(("fr", "/fr/"), ("ar", "/ar/")))

    assert texts(html, "section[lang=fr] h2") == ["Page introuvable"]
    assert attributes(html, ".lost .button", "href") == ["/", "/fr/"]


def test_dates_of_results_are_marked_as_being_in_the_language_of_the_interface(printed: Print) -> None:
    assert '<time lang="en" dir="ltr"></time>' in printed("search", "ar")
    assert "<time></time>" in printed("search", "fr")


def test_that_a_link_was_copied_is_said_beside_the_list(printed: Print) -> None:
    html = printed("article")

    assert len(texts(html, ".share > [role=status]")) == 1
    assert not texts(html, "button [role=status], button [aria-live]")


def test_every_picture_has_a_description_or_stands_beside_the_same_words(printed: Print) -> None:
    article = an_article(image="a.jpg", image_alt="Boxes in an empty room")

    assert attributes(printed("article", article=article), ".cover img", "alt") == ["Boxes in an empty room"]
    assert attributes(printed("author"), "img.large", "alt") == ["Jane Doe"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=WORDS, name=WORDS, summary=WORDS)
def test_whatever_people_write_in_front_matter_stays_text(printed: Print, title: str, name: str, summary: str) -> None:
    article = an_article(title=title, authors=(an_author(name=name),), summary=a_text(plain=summary))
    html = printed("article", article=article, body="<p>Words.</p>")

    assert len(texts(html, "script")) == 2
    assert [" ".join(heading.split()) for heading in texts(html, "h1")] == [" ".join(title.split())]
    assert attributes(html, "meta[name=author]", "content") == [name]


def test_the_device_s_own_sheet_gets_the_tagged_address(printed: Print) -> None:
    assert attributes(printed("article"), ".share [data-share]", "data-share") == [
        "https://blog.example.com/?utm_source=device"
    ]
