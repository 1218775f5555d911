"""Plain texts and Markdown from elsewhere become articles, with the pictures beside them and no other file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.importing import ImportingError, read_document
from byline.importing.texts import paragraphs_of
from byline.markup import render
from content_files import a_content
from picture_files import a_picture


def test_a_short_first_line_is_taken_for_the_title_of_a_text(tmp_path: Path) -> None:
    a_content(tmp_path, {"a.txt": "How we moved\n\n# 1 of us\nwas *there*.\n"})

    document = read_document(tmp_path / "a.txt")

    assert (document.title, document.text) == ("How we moved", "\\# 1 of us was \\*there\\*.\n")
    assert document.doubts == ("The title is a guess: it was its first line.",)


@settings(deadline=None)
@given(st.text(st.sampled_from("*_`#->1. \n<&[]|:a\\~{}"), max_size=40))
def test_a_text_says_what_it_said(text: str) -> None:
    shown = "\n\n".join(paragraphs_of(text))

    assert render(shown, 1).plain.split() == text.split()


def test_markdown_keeps_its_marks_and_its_heading_becomes_the_title(tmp_path: Path) -> None:
    a_content(tmp_path, {"a.md": "# How *we* moved #\n\nIt was **cold**.\n"})

    document = read_document(tmp_path / "a.md")

    assert (document.title, document.text) == ("How we moved", "It was **cold**.\n")


def test_front_matter_from_elsewhere_gives_title_and_author(tmp_path: Path) -> None:
    a_content(tmp_path, {"a.md": "---\ntitle: How we moved\nauthors: [Jane Doe]\nlayout: post\n---\nIt was cold.\n"})

    document = read_document(tmp_path / "a.md")

    assert (document.title, document.author, document.text) == ("How we moved", "Jane Doe", "It was cold.\n")


def test_pictures_beside_a_text_come_along_and_no_other_file_does(tmp_path: Path) -> None:
    a_picture(tmp_path / "in/pics/the van.png")
    a_picture(tmp_path / "private.png")
    (tmp_path / "in/link.png").symlink_to(tmp_path / "private.png")
    body = "![A van](pics/the%20van.png)\n![x](../private.png)\n![y](link.png)\n![z](a.md)\n![w](https://e.org/w.png)\n"
    a_content(tmp_path, {"in/a.md": body})

    document = read_document(tmp_path / "in/a.md")

    assert list(document.pictures) == ["picture-1.png"]
    assert document.text.startswith("![A van](picture-1.png)\n")
    named = ("A picture stood on another site", "../private.png", "link.png", "a.md")
    assert len(document.doubts) == len(named)
    assert [one for one, doubt in zip(named, document.doubts, strict=True) if one not in doubt] == []


def test_an_address_in_the_words_is_not_taken_for_a_picture(tmp_path: Path) -> None:
    a_picture(tmp_path / "van.png")
    a_content(tmp_path, {"a.md": '![A van](van.png "The van") is in van.png, <img src="van.png" alt="again">\n'})

    text = read_document(tmp_path / "a.md").text

    assert text == '![A van](picture-1.png "The van") is in van.png, <img src="picture-1.png" alt="again">\n'


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"%PDF", r"cannot be read: a.pdf. Save it as one of .docx, .odt, .md, .txt"),
        ("a.txt", b"\xff\xfe\x00", "not written in UTF-8"),
        ("a.md", b" \n", "it is empty"),
        ("a.txt", b"x" * 1_000_001, "larger than 1,000 kB"),
    ],
)
def test_what_cannot_be_read_is_explained(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    a_content(tmp_path, {name: data})

    with pytest.raises(ImportingError, match=sentence):
        read_document(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportingError, match="there is no such file"):
        read_document(tmp_path / "a.docx")
