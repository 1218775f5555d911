"""Front matter says what a text is, in YAML or in Pelican's own form; whatever it holds, it is read or explained."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.front_matter import FrontMatter, read

KNOWN = {"title", "date", "authors", "tags", "summary", "save_as", "translation"}


def front_matter(text: str) -> FrontMatter:
    return read(text, KNOWN)


def names(front: FrontMatter) -> list[tuple[int, str]]:
    return [(remark.line, remark.name) for remark in front.remarks]


def test_every_scalar_is_the_text_that_was_written() -> None:
    front = front_matter("---\ntitle: no\ndate: 2026-01-01\ntags: [0123, true, 1.0]\nsummary: ~\n---\n")

    assert front.values == {"title": "no", "date": "2026-01-01", "tags": ["0123", "true", "1.0"], "summary": None}


def test_keys_and_the_text_know_their_lines() -> None:
    front = front_matter("---\ntitle: A\ntags:\n- b\ndate: c\n---\nFirst\n")

    assert (front.lines, front.body_line, front.body) == ({"title": 2, "tags": 3, "date": 5}, 7, "First\n")


def test_a_quoted_null_is_a_word() -> None:
    assert front_matter("---\ntitle: 'null'\n---\n").values == {"title": "null"}


@pytest.mark.parametrize(
    "line",
    ["a: &x 1", "a: *x", "a: !!python/object:os.system x", "a: !x y", "? [a]\n: b", "<<: *a", "- a\n- b"],
)
def test_clever_yaml_is_refused(line: str) -> None:
    front = front_matter(f"---\n{line}\ntitle: kept\n---\n")

    assert front.remarks[0].name == "bad-yaml"
    assert "a" not in front.values


@pytest.mark.parametrize("bomb", ["[" * 30_000, "a: " + "[" * 30_000, "{a: " * 7_000, "- " * 15_000, "? " * 15_000])
def test_deep_nesting_is_refused_at_once(bomb: str) -> None:
    assert front_matter(f"---\n{bomb}\n---\n").remarks[0].name == "bad-yaml"


def test_one_value_that_cannot_be_read_does_not_hide_the_others() -> None:
    front = front_matter('---\ntitle: Moving: a story\nsummary: "open\ntags: [a\ndate: 2026-01-01\n---\n')

    assert names(front) == [(2, "bad-yaml"), (3, "bad-yaml"), (4, "bad-yaml")]
    assert (front.values, front.lines) == ({"date": "2026-01-01"}, {"title": 2, "summary": 3, "tags": 4, "date": 5})


def test_a_key_stands_once() -> None:
    front = front_matter("---\ntitle: A\ntags: {x: 1, x: 2}\ntitle: B\n---\n")

    assert names(front) == [(3, "duplicate-key"), (4, "duplicate-key")]
    assert front.values["title"] == "A"


def test_front_matter_over_32_kb_is_refused() -> None:
    front = front_matter(f"---\ntitle: {'x' * 33_000}\n---\n")

    assert (front.found, names(front)) == (False, [(1, "too-large")])


def test_a_control_character_is_shown_where_it_stands() -> None:
    front = front_matter("---\ntitle: A\ndate: 2026\x1b-01\nsummary: a\u2028b\n---\n")

    assert names(front) == [(3, "control-character"), (4, "hidden-character")]
    assert front.lines["summary"] == 4


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Just prose.\n", "---\ntitle: never ends\n", "Note: this is prose\n\nMore."]
)
def test_a_text_without_front_matter_is_told_so(text: str) -> None:
    front = front_matter(text)

    assert (front.found, [name for _, name in names(front)]) == (False, ["no-front-matter"])


# --- Pelican's classic header -----------------------------------------------------------------------------------------


def test_a_classic_header_is_read() -> None:
    front = front_matter("Title: A: b\nDATE: 2026-01-01\nAuthor: Jane\nSummary: one\n    two\nTags:\n\nText\n")

    assert front.values == {
        "title": "A: b",
        "date": "2026-01-01",
        "authors": "Jane",
        "summary": "one\ntwo",
        "tags": None,
    }
    assert (front.lines["summary"], front.body.strip(), front.body_line) == (4, "Text", 7)


def test_an_unknown_classic_key_keeps_its_spelling() -> None:
    assert "Translation_id" in front_matter("Title: A\nTranslation_id: b\n\nText").values


def test_author_and_authors_are_one_key() -> None:
    assert names(front_matter("Title: A\nAuthor: b\nAuthors: c\n\nText")) == [(3, "duplicate-key")]


def test_a_line_without_a_key_in_a_classic_header_is_reported() -> None:
    assert names(front_matter("Title: A\nand so on\nDate: 2026-01-01\n\nText")) == [(2, "bad-line")]


@given(st.text())
def test_any_text_is_read_or_explained(text: str) -> None:
    front = front_matter(text)

    assert front.found or front.remarks


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'&*!|>#%@`? \t\n"), max_size=60))
def test_any_yaml_is_read_or_explained(text: str) -> None:
    front = front_matter(f"---\n{text}\n---\nBody")
    lines = text.count("\n") + 3

    assert all(1 <= remark.line <= lines for remark in front.remarks)
    assert all(isinstance(value, str | list | dict | None) for value in front.values.values())


@given(st.dictionaries(st.sampled_from(sorted(KNOWN)), st.text("abc é1'", min_size=1).map(lambda t: "x" + t)))
def test_what_is_written_between_quotes_comes_back(values: dict[str, str]) -> None:
    header = "".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in values.items())

    assert front_matter(f"---\n{header}---\n").values == values
