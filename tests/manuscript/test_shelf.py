"""The shelf holds everything that people wrote, and counts it; what cannot be on it is explained."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from byline.ledger import Ledger
from byline.manuscript import read_shelf
from content_files import a_content, a_shelf, article_file, front, told
from running import CORPUS


def test_an_article_is_a_file_or_a_folder(tmp_path: Path) -> None:
    shelf = a_shelf(
        tmp_path,
        {
            "articles/2026/why-we-moved/index.md": article_file(),
            "articles/2026/why-we-moved/index.pt-br.md": article_file(),
            "articles/2026/short.note.fr.md": article_file(),
            "articles/2026/why-we-moved/rack.png": b"\x89PNG",
        },
    )

    assert [(m.stem, m.lang) for m in shelf.articles] == [
        ("short.note", "fr"),
        ("why-we-moved", ""),
        ("why-we-moved", "pt-BR"),
    ]
    assert (shelf.findings, shelf.read) == ((), 3)


def test_a_text_is_rendered_and_its_remarks_have_a_place(tmp_path: Path) -> None:
    text = article_file(summary="A *few* words") + "\n<script>x</script>\n"

    shelf = a_shelf(tmp_path, {"articles/a.md": text})

    assert "<p>Some words.</p>" in shelf.articles[0].text.html
    assert shelf.articles[0].summary.html == "A <em>few</em> words"
    assert told(shelf.findings) == [(10, "removed-markup")]


def test_faults_of_front_matter_and_text_come_together(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, {"articles/a.md": front(title="A", dat="x") + "\n<script>x</script>\n"})

    assert {name for _, name in told(shelf.findings)} == {"missing-key", "unknown-key", "removed-markup"}
    assert (shelf.articles, shelf.read) == ((), 1)


def test_a_key_is_found_on_its_line_and_an_absent_one_on_the_first(tmp_path: Path) -> None:
    manuscript = a_shelf(tmp_path, {"articles/a.md": article_file()}).articles[0]

    assert (manuscript.line("date"), manuscript.line("slug")) == (3, 1)


def test_a_language_that_is_written_wins_over_the_files_name(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, {"articles/a.fr.md": article_file(lang="de")})

    assert [(f.line, f.name, f.severity) for f in shelf.findings] == [(5, "lang-conflict", "warning")]
    assert shelf.articles[0].fields.lang == "de"


@pytest.mark.parametrize("name", ["a.txt", "a.rst", "a.html", "a.markdown", "a.docx", "README", "a.MD"])
def test_a_text_that_nobody_would_read_is_an_error(tmp_path: Path, name: str) -> None:
    assert told(a_shelf(tmp_path, {f"articles/{name}": "x"}).findings) == [(1, "stray-file")]


def test_what_editors_leave_behind_is_not_seen(tmp_path: Path) -> None:
    files = {f"articles/{name}": "x" for name in (".DS_Store", "a.md~", ".a.md.swp", ".hidden/a.md")}

    assert a_shelf(tmp_path, files).findings == ()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("Title: é".encode("latin-1"), "unreadable"),
        ("---\ntitle: x\n---".encode("utf-16"), "unreadable"),
        (b"---\ntitle: x\n---\n\0", "unreadable"),
        (b"", "no-front-matter"),
        (b"---\ntitle: x\n---\n" + b"x" * 1_000_000, "too-large"),
    ],
)
def test_a_file_that_is_no_text_is_explained_and_counted(tmp_path: Path, data: bytes, name: str) -> None:
    shelf = a_shelf(tmp_path, {"articles/a.md": data, "articles/b.md": article_file()})

    assert [finding.name for finding in shelf.findings] == [name]
    assert (len(shelf.articles), shelf.read) == (1, 2)


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + article_file().replace("\n", "\r\n").encode()

    assert a_shelf(tmp_path, {"articles/a.md": data}).findings == ()


@pytest.mark.parametrize("where", ["articles/a.md", "articles/folder", "images/secret.png", "authors"])
def test_symlinks_are_not_followed(tmp_path: Path, where: str) -> None:
    outside = a_content(tmp_path / "outside", {"a.md": article_file(), "b.png": b"x"})
    link = tmp_path / "content" / where
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside / "a.md" if link.suffix else outside)

    shelf = read_shelf(tmp_path / "content", Ledger())

    assert [(finding.path, finding.name) for finding in shelf.findings] == [(where, "symlink")]
    assert shelf.articles == ()


def test_a_cover_outside_the_content_folder_is_unsafe(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, {"articles/a.md": article_file(image="../../../secret.png")})

    assert told(shelf.findings) == [(5, "unsafe-path")]


@pytest.mark.parametrize(
    ("path", "name"),
    [("authors/Jane.md", "bad-id"), ("authors/x/jane.md", "bad-id"), ("authors/con.md", "reserved-slug")],
)
def test_an_authors_file_is_called_by_its_id(tmp_path: Path, path: str, name: str) -> None:
    shelf = a_shelf(tmp_path, {path: front(name="Jane")})

    assert ([finding.name for finding in shelf.findings], shelf.authors) == ([name], ())


def test_only_an_authors_own_file_must_give_the_name(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, {"authors/jane.md": front(name="Jane"), "authors/jane.fr.md": front(role="Ingénieure")})

    assert (shelf.findings, [m.lang for m in shelf.authors]) == ((), ["fr", ""])


def test_a_page_needs_a_title_only(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, {"pages/about.fr.md": front(title="À propos")})

    assert (shelf.findings, [(m.kind, m.stem, m.lang) for m in shelf.pages]) == ((), [("page", "about", "fr")])


def test_a_content_folder_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert told(read_shelf(tmp_path / "contnet", Ledger()).findings) == [(1, "unreadable")]


def test_the_same_files_give_the_same_shelf(tmp_path: Path) -> None:
    content = a_content(tmp_path / "content", {f"articles/{n}.md": article_file(title=str(n)) for n in range(20)})
    ledger = Ledger(tmp_path / "cache")

    assert read_shelf(content, ledger) == read_shelf(content, ledger) == read_shelf(content, Ledger())


# --- real blogs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["unreadable-date/kubernetes", "same-slug/kubernetes", "same-slug/ropensci"])
def test_real_oddities_are_explained(tmp_path: Path, where: str) -> None:
    folder = CORPUS / "oddities" / where
    if not folder.is_dir():
        pytest.skip("the corpus is not here")
    shelf = a_shelf(tmp_path, {f"articles/{file.name}": file.read_bytes() for file in folder.glob("*.md")})
    by_name = Counter(finding.name for finding in shelf.findings)

    assert sum("'Translation_id'" in f.message for f in shelf.findings) == shelf.read
    assert by_name["bad-date"] == (where == "unreadable-date/kubernetes")
    assert by_name["missing-key"] == (shelf.read if where == "same-slug/kubernetes" else 0)
    assert len(shelf.articles) == shelf.read - by_name["bad-date"]
