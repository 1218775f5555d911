"""A note to each author whose article has just gone live."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import NOON, an_article, an_author, an_edition
from built import a_build
from byline.model import Article, Card, ShareKit, ShareLink, ShareText
from byline.preview.notes import note_files


def a_text(text: str, **fields: Any) -> ShareText:
    given = {"channel": "linkedin", "lang": "en", "text": text, "length": 9, "limit": 0, "origin": "rules"}
    return ShareText(**{**given, "label": "LinkedIn", **fields})


def notes(*articles: Article, texts: tuple[ShareText, ...] = ()) -> dict[str, str]:
    links = {a.source: (ShareLink("linkedin", "LinkedIn", f"https://linkedin.example/?{a.slug}"),) for a in articles}
    cards = {a.source: Card(f"/cards/article/{a.slug}.0.png", "A card") for a in articles}
    kits = {a.source: ShareKit(a, texts) for a in articles}
    build = a_build(an_edition(*articles), share_links=links, cards=cards, kits=kits)
    return {file.save_as: file.data.decode() for file in note_files(build) if file.internal}


def test_a_note_holds_all_that_an_author_needs() -> None:
    jane, omar = an_author("jane-doe"), an_author("omar-haddad")
    said = a_text("We moved. Ask me how: {url}", origin="prepared")

    (text,) = notes(an_article(authors=(jane, omar)), texts=(said, a_text("Made by rules"))).values()

    assert text.startswith("Hello Jane Doe and Omar Haddad,\n\nyour article “Why we moved” is online:\n")
    for part in (
        "https://blog.example.com/articles/why-we-moved/",
        "LinkedIn:\nWe moved. Ask me how: https://blog.example.com/articles/why-we-moved/\n",
        "https://linkedin.example/?why-we-moved",
        "https://blog.example.com/cards/article/why-we-moved.0.png",
        "Thank you.",
        "you need not",
    ):
        assert part in text
    assert "Made by rules" not in text


def test_without_words_of_their_own_each_text_that_can_be_said_stands_once() -> None:
    said = (a_text("Why we moved"), a_text("Why we moved", label="X"), a_text("Another"))

    (text,) = notes(an_article(), texts=said).values()

    assert "LinkedIn, X:\nWhy we moved\n" in text
    assert "LinkedIn:\nAnother\n" in text


def test_a_colleague_s_words_are_for_the_hub() -> None:
    (text,) = notes(an_article(), texts=(a_text("Theirs", origin="colleague", credit="Omar"),)).values()

    assert "Theirs" not in text


def test_a_note_speaks_the_article_s_language() -> None:
    (text,) = notes(an_article(lang="fr", title="Pourquoi partir")).values()

    assert text.startswith("Bonjour Jane Doe,\n\nvotre article «\u202fPourquoi partir\u202f» est en ligne\u00a0:\n")


def test_only_what_went_live_in_the_last_two_weeks_has_a_note() -> None:
    fresh = an_article("fresh", date=NOON - timedelta(days=13))
    old = an_article("old", date=NOON - timedelta(days=15))
    draft = an_article("draft", state="draft")

    assert list(notes(fresh, old, draft)) == ["notes/fresh.txt"]


def test_signs_of_a_title_stay_as_they_were_written() -> None:
    (text,) = notes(an_article(title="<b> & *co*")).values()

    assert "“<b> & *co*”" in text
