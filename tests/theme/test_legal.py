"""The law's pages as the theme prints them."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from byline.legal.pages import KINDS
from byline.legal.settings import NEEDED, LegalSettings
from theme.printing import Print, attributes, texts

WHOLE = LegalSettings(**dict.fromkeys(NEEDED, "Somebody"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_gap_is_seen_and_says_where_to_fill_it(printed: Print, kind: str) -> None:
    empty = {"legal": LegalSettings(), "gaps": NEEDED}

    assert all("BYLINE_LEGAL" in text for text in texts(printed(kind, **empty), "mark"))
    assert texts(printed(kind, **empty), "mark")
    assert not texts(printed(kind, legal=WHOLE, gaps=()), "mark")


def test_the_notice_shows_whatever_is_set(printed: Print) -> None:
    given = {
        field.name: f"<{field.name}>" for field in fields(LegalSettings) if field.name not in ("rights", "log_days")
    }
    shown = texts(printed("legal", legal=LegalSettings(**given), gaps=()), "dd")

    assert shown == list(given.values())


def test_addresses_of_people_are_links_and_other_words_are_not(printed: Print) -> None:
    legal = LegalSettings(email="a&b@example.com", host_contact="https://host.example/help", phone="+33 1 23")
    html = printed("legal", legal=legal, gaps=())

    assert attributes(html, "dd a", "href") == ["mailto:a%26b@example.com", "https://host.example/help"]


def test_privacy_says_only_what_is_so(printed: Print) -> None:
    plain = printed("privacy", newsletter="", clean_address=False, legal=WHOLE, gaps=())
    full = printed("privacy", legal=replace(WHOLE, log_days=1), gaps=())

    assert "Newsletter" not in texts(plain, "h2")
    assert "address bar" not in plain
    assert "Newsletter" in texts(full, "h2")
    assert "kept for 1 day." in full


@pytest.mark.parametrize("kind", KINDS)
def test_a_language_without_a_catalog_gets_english_that_says_so(printed: Print, kind: str) -> None:
    assert attributes(printed(kind, "ar"), "main > article", "lang") == ["en"]
    assert attributes(printed(kind, "fr"), "main > article", "lang") == [""]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_sentences_do_not_run_into_each_other(printed: Print, kind: str, lang: str) -> None:
    said = [*texts(printed(kind, lang), "p"), *texts(printed(kind, lang, legal=WHOLE, gaps=()), "p")]

    assert [text for text in said if re.search("[.:][A-ZÀÉ]", text)] == []
