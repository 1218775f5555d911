"""Each claim has one owner; every file of a group that shares one is named."""

from __future__ import annotations

from builders import an_article
from byline.edition.rivals import rivals


def test_two_articles_with_one_slug_are_told_in_both_files() -> None:
    one, other = (an_article("same", id=str(n), translation=str(n), source=f"articles/{n}.md") for n in (1, 2))
    found = list(rivals([one, other]))
    assert [(f.path, f.name) for f in found] == [
        ("articles/1.md", "duplicate-slug"),
        ("articles/2.md", "duplicate-slug"),
    ]
    assert "articles/2.md" in found[0].message


def test_the_same_slug_in_two_languages_is_no_rivalry() -> None:
    assert not list(rivals([an_article("same"), an_article("same", lang="fr")]))


def test_addresses_that_differ_only_by_case_are_rivals() -> None:
    one = an_article("one", save_as="articles/One/index.html", source="a.md")
    other = an_article("two", save_as="articles/one/index.html", source="b.md")
    assert {f.name for f in rivals([one, other])} == {"duplicate-address"}


def test_two_versions_in_one_language_are_told() -> None:
    one = an_article("one", translation="both", source="a.md")
    other = an_article("two", translation="both", source="b.md")
    assert {f.name for f in rivals([one, other])} == {"duplicate-translation"}


def test_one_id_for_two_articles_is_told_with_the_way_out() -> None:
    one, other = an_article("one", id="x", source="a.md"), an_article("two", id="x", source="b.md")
    assert {f.hint for f in rivals([one, other])} == {"Give one of them its own `id:`."}
