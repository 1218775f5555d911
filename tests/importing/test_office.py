"""A document of Word or LibreOffice becomes an article that passes the check, and says what it lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PIL import Image

from byline.importing import Document, ImportingError, read_document
from byline.importing import pandoc as pandocs
from byline.importing.package import open_package
from importing.documents import BOX, CHANGED, EQUATION, HOME, a_docx, an_odt, with_parts
from running import byline, check, site

DOCX = """\
## The first week

It was **very** cold in *snake_case*

- boxes
- chairs

### What it cost

| what | days |
| --- | --- |
| boxes \\| chairs | 3 |

![Boxes in \\[a\\] van](picture-1.jpg)

The end.
"""
ODT = """\
## The first week

It was cold[^1].

1. boxes
2. chairs

| what | days |
| --- | --- |
| boxes | 3 |

![Boxes in a van](picture-1.jpg)

The end.

[^1]: Minus four.
"""


def test_a_document_of_word_is_read(tmp_path: Path) -> None:
    document = read_document(a_docx(tmp_path / "a.docx"))

    assert (document.title, document.author, document.text) == ("How we moved", "Jane Doe", DOCX)


def test_a_document_of_libreoffice_is_read(tmp_path: Path) -> None:
    document = read_document(an_odt(tmp_path / "a.odt"))

    assert (document.title, document.author, document.text) == ("How we moved", "Jane Doe", ODT)


def test_pictures_forget_where_they_were_taken(tmp_path: Path) -> None:
    for document in (read_document(a_docx(tmp_path / "a.docx")), read_document(an_odt(tmp_path / "a.odt"))):
        with Image.open(BytesIO(document.pictures["picture-1.jpg"])) as picture:
            assert dict(picture.getexif()) == {}
    assert dict(HOME)


def test_what_is_lost_is_said_and_left_to_do(tmp_path: Path) -> None:
    document = read_document(a_docx(tmp_path / "a.docx", CHANGED, EQUATION, BOX))

    assert [doubt.split(".")[0] for doubt in document.doubts] == [
        "The document names Jane Doe as its author: see who signs",
        "One comment was left out",
        "2 changes were marked and nobody had accepted them",
        "There was a text box",
        "One equation stands here as code",
    ]
    assert all(f"- TODO {doubt}\n" in document.body for doubt in document.doubts)
    assert "Added words." in document.text
    assert "`x = 1`" in document.text


def test_comments_and_deletions_go_nowhere(tmp_path: Path) -> None:
    for document in (read_document(a_docx(tmp_path / "a.docx", CHANGED)), read_document(an_odt(tmp_path / "a.odt"))):
        assert "Tuesday" not in document.body
        assert "Bob" not in document.body
        assert "Deleted" not in document.body


def test_a_picture_that_stands_elsewhere_is_named_and_never_fetched(tmp_path: Path) -> None:
    relation = (
        b'<Relationship Id="rId99" TargetMode="External" Target="https://example.org/spy.png" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    file = a_docx(tmp_path / "a.docx")
    relations = a_part(file, "word/_rels/document.xml.rels").replace(b"</Relationships>", relation)

    document = read_document(with_parts(file, {"word/_rels/document.xml.rels": relations}))

    assert any("https://example.org/spy.png" in doubt for doubt in document.doubts)
    assert "spy" not in document.text


def a_part(file: Path, name: str) -> bytes:
    return open_package(file).parts[name]


def test_a_picture_that_cannot_be_used_is_left_to_do(tmp_path: Path) -> None:
    file = a_docx(tmp_path / "a.docx")
    (name,) = (name for name in open_package(file).parts if name.startswith("word/media/"))

    document = read_document(with_parts(file, {name: b"II*\0"}))

    assert document.pictures == {}
    assert "is a TIFF picture. Save it as PNG" in document.doubts[-1]


@pytest.mark.parametrize("description", ["C:\\Users\\jane\\van.jpg", "IMG_1.JPG", "A van, automatically generated", ""])
def test_what_programs_say_of_a_picture_is_no_description(tmp_path: Path, description: str) -> None:
    file = a_docx(tmp_path / "a.docx")
    main = a_part(file, "word/document.xml").replace(b"Boxes in [a] van", description.encode())

    text = read_document(with_parts(file, {"word/document.xml": main})).text

    assert "![TODO Say what the picture shows](picture-1.jpg)" in text


def test_a_document_needs_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandocs, "find_spec", lambda name: None)

    with pytest.raises(ImportingError, match=r"a.docx: reading it needs Pandoc.*make new"):
        read_document(a_docx(tmp_path / "a.docx"))


@pytest.mark.parametrize(("name", "make"), [("a.docx", a_docx), ("a.odt", an_odt)])
def test_an_article_from_a_document_passes_the_check(tmp_path: Path, name: str, make: Callable[[Path], Path]) -> None:
    content, file = site(tmp_path), make(tmp_path / name)

    said = byline("new", "article", "--from", file, "--content", content)
    checked = check(content, tmp_path)

    folder = content / "articles/2026/how-we-moved"
    assert said.code == 0, said
    assert "in doubt: One comment was left out." in said.out
    assert sorted(path.name for path in folder.iterdir()) == ["index.md", "picture-1.jpg"]
    assert 'title: "How we moved"' in (folder / "index.md").read_text("utf-8")
    assert "authors: [jane-doe]" in (folder / "index.md").read_text("utf-8")
    assert checked.code == 0, checked
    assert {line.split(": ")[1] for line in checked.err.splitlines() if "how-we-moved" in line} <= {"todo-left"}


@pytest.mark.parametrize(
    ("headings", "title", "guess"),
    [
        (("One",), "One", "its first heading"),
        (("One", "Two"), "Properties", "its properties"),
    ],
)
def test_a_title_without_its_style_is_a_guess(
    tmp_path: Path, headings: tuple[str, ...], title: str, guess: str
) -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "Properties", ""
    for heading in headings:
        word.add_heading(heading, 1)
        word.add_paragraph("Words.")
    word.save(str(tmp_path / "a.docx"))

    document = read_document(tmp_path / "a.docx")

    assert (document.title, document.doubts) == (title, (f"The title is a guess: it was {guess}.",))
    assert ("## One" in document.text) == (title != "One")


def test_a_document_that_says_nothing_of_itself_is_only_its_text() -> None:
    assert Document("Words.\n").body == "Words.\n"
