"""One key of somebody's text changes; every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline import front_matter
from byline.leaving.keys import UnclearText, with_list, with_word, without_keys
from byline.schema import ArticleFields

KNOWN = ArticleFields.model_fields
BODY = "\n\nBy jane-doe, authors: [jane-doe]\n"


@pytest.mark.parametrize(
    "written",
    [
        "authors: [jane-doe, omar]",
        "authors: jane-doe, omar",
        "authors:\n  - jane-doe\n  - omar",
        "authors:\n- jane-doe\n# who helped\n- omar",
        "authors: [jane-doe,\n  omar]",
        'authors: ["jane-doe", "omar"]  # both',
    ],
)
def test_a_list_is_replaced_however_it_is_written(written: str) -> None:
    text = f"---\ntitle: A  # kept\n{written}\n# kept too\ndate: 2026-01-01\n---{BODY}"

    assert with_list(text, "authors", ["omar"], KNOWN) == (
        f"---\ntitle: A  # kept\nauthors: [omar]\n# kept too\ndate: 2026-01-01\n---{BODY}"
    )


def test_a_classic_header_stays_classic() -> None:
    text = f"Title: A\nAuthors: Jane Doe; Omar H.\nDate: 2026-01-01{BODY}"

    assert (
        with_list(text, "authors", ["Omar H.", "Li"], KNOWN)
        == f"Title: A\nAuthors: Omar H.; Li\nDate: 2026-01-01{BODY}"
    )


def test_an_empty_list_takes_its_key_along() -> None:
    text = f"---\ntitle: A\nreviewed_by: [jane-doe]\ndate: 2026-01-01\n---{BODY}"

    assert with_list(text, "reviewed_by", [], KNOWN) == f"---\ntitle: A\ndate: 2026-01-01\n---{BODY}"


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12), min_size=1, max_size=4))
def test_any_name_can_be_written(names: list[str]) -> None:
    text = f"---\ntitle: A\nauthors: [x]\ndate: 2026-01-01\n---{BODY}"

    assert front_matter.read(with_list(text, "authors", names, KNOWN), KNOWN).values["authors"] == names


def test_what_cannot_be_changed_without_harm_is_refused() -> None:
    with pytest.raises(UnclearText, match="there is no line 'authors'"):
        with_list("---\ntitle: A\n---\n", "authors", ["x"], KNOWN)
    with pytest.raises(UnclearText, match="without harm"):
        with_list("---\n{authors: [a], title: b}\n---\n", "authors", ["x"], KNOWN)


def test_a_word_is_replaced() -> None:
    assert with_word("---\nname: A\nstatus: active # yet\n---\n", "status", "alumni", ["name", "status"]) == (
        "---\nname: A\nstatus: alumni\n---\n"
    )


def test_a_key_of_a_toml_file_goes_with_all_its_lines() -> None:
    text = '# head\ntitle = "A"\nproposed_by = "jane"\nabout = """\nB\n"""\n[x]\nproposed_by = 2\n'

    assert without_keys(text, ["proposed_by"]) == text.replace('proposed_by = "jane"\n', "")
    assert without_keys(text, ["about"]) == text.replace('about = """\nB\n"""\n', "")


def test_a_toml_file_in_which_a_text_looks_like_the_key_is_refused() -> None:
    with pytest.raises(UnclearText, match="without harm"):
        without_keys('proposed_by = "jane"\nabout = """\nproposed_by = 1\n"""\n', ["proposed_by"])
