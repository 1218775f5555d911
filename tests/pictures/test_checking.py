"""What people are told about the pictures that they use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import a_site, a_text, an_article, an_author, an_edition
from byline.ledger import Ledger
from byline.model import Edition, Finding, PlainPage, Reference
from byline.pictures import check
from byline.pictures.checking import picture_findings, verdicts
from byline.pictures.uses import Use, uses
from picture_files import a_picture


def showing(target: str, alt: str = "A rack", **fields: Any) -> Edition:
    body = a_text(references=(Reference("picture", target, 7, alt),))
    return an_edition(an_article(source="articles/2026/why/index.md", body=body, **fields))


def findings(content: Path, edition: Edition) -> list[Finding]:
    return check(content, edition, Ledger())


def test_a_described_picture_that_is_there_is_fine(tmp_path: Path) -> None:
    a_picture(tmp_path / "articles/2026/why/rack.png")

    assert findings(tmp_path, showing("rack.png")) == []


@pytest.mark.parametrize(
    ("target", "name", "severity"),
    [
        ("absent.png", "missing-picture", "warning"),
        ("", "missing-picture", "warning"),
        (f"{300 * 'x'}.png", "missing-picture", "warning"),
        ("drawing.svg", "svg-picture", "warning"),
        ("broken.png", "broken-picture", "error"),
        ("paper.pdf", "broken-picture", "error"),
        ("../../../../secret.png", "unsafe-path", "error"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_line(
    tmp_path: Path, target: str, name: str, severity: str
) -> None:
    folder = tmp_path / "articles/2026/why"
    folder.mkdir(parents=True)
    for file in ("drawing.svg", "broken.png", "paper.pdf"):
        (folder / file).write_bytes(b"%PDF")

    (found,) = findings(tmp_path, showing(target))

    assert (found.name, found.severity, found.line, found.path) == (name, severity, 7, "articles/2026/why/index.md")


def test_the_message_says_what_the_file_is_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "rack.png").write_bytes(b"%PDF-1.7")

    (found,) = findings(tmp_path, showing("/rack.png"))

    assert found.message == "/rack.png cannot be shown: it is a PDF. Save it as PNG, JPEG, WebP or GIF."


def test_a_picture_without_description_is_a_warning(tmp_path: Path) -> None:
    a_picture(tmp_path / "rack.png")

    assert [(f.name, f.severity) for f in findings(tmp_path, showing("/rack.png", alt=" "))] == [
        ("picture-without-description", "warning")
    ]


def test_a_cover_is_checked_like_a_picture(tmp_path: Path) -> None:
    edition = an_edition(an_article(image="cover.png"))

    assert [f.name for f in findings(tmp_path, edition)] == ["missing-picture", "picture-without-description"]


def test_pages_and_biographies_are_checked_too(tmp_path: Path) -> None:
    text = a_text(references=(Reference("picture", "/absent.png", 3, "x"),))
    page = PlainPage("About", "about", "en", "about", "published", "/pages/about/", "x", "x", "pages/about.md", text)
    jane = an_author(biographies={"en": text})
    shy = an_author("shy", agreed=None, biographies={"en": text})

    edition = an_edition(an_article(authors=(jane, shy)), pages=(page,))

    assert [f.path for f in findings(tmp_path, edition)] == ["pages/about.md", "authors/jane-doe.md"]


def test_what_has_expired_shows_no_picture(tmp_path: Path) -> None:
    assert findings(tmp_path, showing("absent.png", state="expired", image="absent.png")) == []


def test_a_picture_on_another_host_is_not_ours() -> None:
    assert uses(showing("https://example.com/a.png")) == ()


def test_a_link_to_a_picture_of_ours_is_a_use_that_needs_no_description(tmp_path: Path) -> None:
    (tmp_path / "large.png").write_bytes(b"%PDF")
    links = tuple(Reference("link", target, 4) for target in ("/large.png", "/absent.png", "/articles/x/"))

    edition = an_edition(an_article(body=a_text(references=links)))

    assert [f.name for f in findings(tmp_path, edition)] == ["broken-picture"]


def test_a_picture_that_was_judged_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_picture(tmp_path / "rack.png")
    ledger, used = Ledger(), uses(showing("/rack.png"))
    first = verdicts(tmp_path, used, ledger)

    monkeypatch.setattr("byline.pictures.checking.check_picture", lambda _: pytest.fail("opened again"))

    assert verdicts(tmp_path, used, ledger) == first == {"rack.png": ""}


def test_a_linked_picture_without_a_verdict_is_left_to_those_who_check_links() -> None:
    use = Use("absent.png", "articles/a.md", 1, "absent.png", linked=True)

    assert list(picture_findings([use], {})) == []


def test_findings_need_no_site_of_their_own(tmp_path: Path) -> None:
    assert check(tmp_path, Edition(a_site()), Ledger()) == []
