"""The same topic under another word in another language."""

from __future__ import annotations

from builders import an_article
from byline.lists.pairs import families
from byline.model import Article


def place(*translations: str, lang: str) -> list[Article]:
    return [an_article(f"{one}-{lang}", lang=lang, translation=one) for one in translations]


def test_one_slug_in_two_languages_is_one_topic() -> None:
    found = {("git", "en"): place("a", lang="en"), ("git", "fr"): place("b", lang="fr")}
    assert families(found, by_versions=True)["git", "fr"] == {"en": "git", "fr": "git"}


def test_topics_that_list_the_same_articles_are_one() -> None:
    found = {("moves", "en"): place("a", "b", lang="en"), ("voyages", "fr"): place("a", "b", lang="fr")}
    assert families(found, by_versions=True)["moves", "en"] == {"en": "moves", "fr": "voyages"}
    assert families(found, by_versions=False)["moves", "en"] == {"en": "moves"}


def test_two_candidates_tell_nothing() -> None:
    found = {
        ("moves", "en"): place("a", lang="en"),
        ("x", "fr"): place("a", lang="fr"),
        ("y", "fr"): place("a", lang="fr"),
    }
    assert families(found, by_versions=True)["moves", "en"] == {"en": "moves"}


def test_every_member_names_the_whole_family() -> None:
    found = {
        ("reviewer", "en"): place("c", lang="en"),
        ("reviewer", "pt"): place("a", lang="pt"),
        ("revisores", "es"): place("a", lang="es"),
    }
    family = families(found, by_versions=True)
    assert family["reviewer", "en"] == family["reviewer", "pt"] == family["revisores", "es"]
    assert family["revisores", "es"] == {"en": "reviewer", "es": "revisores", "pt": "reviewer"}
