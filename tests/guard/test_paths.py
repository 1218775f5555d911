"""A picture's path stays in the content folder, whatever a person writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.paths import picture_path, safe_file

SOURCE = "articles/2026/why-we-moved/index.md"


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("rack.png", "articles/2026/why-we-moved/rack.png"),
        ("{attach}rack.png", "articles/2026/why-we-moved/rack.png"),
        ("{static}/images/rack.png", "images/rack.png"),
        ("{filename}../rack.png", "articles/2026/rack.png"),
        ("|static|/images/rack.png", "images/rack.png"),
        ("/images/my%20rack.png", "images/my rack.png"),
        ("rack.png?raw=true#top", "articles/2026/why-we-moved/rack.png"),
        ("../../../images/rack.png", "images/rack.png"),
        ("", ""),
        ("#top", ""),
        ("../../../../secret.png", None),
        ("/%2e%2e/secret.png", None),
        ("https://example.com/rack.png", None),
        ("//example.com/rack.png", None),
        ("data:image/png;base64,AAAA", None),
    ],
)
def test_what_people_write_means_a_path(target: str, path: str | None) -> None:
    assert picture_path(target, SOURCE) == path


@given(st.text(alphabet="abc./%2eE5c\\{}static:?#~ \0é", max_size=30))
def test_no_reference_leads_out_of_the_content_folder(target: str) -> None:
    path = picture_path(target, SOURCE)

    assert path is None or not (path.startswith("/") or ".." in path.split("/"))


def test_a_file_of_the_content_folder_is_safe(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")

    assert safe_file(tmp_path, "a.png") == tmp_path.resolve() / "a.png"


@pytest.mark.parametrize(
    "relative", ["", ".", "absent.png", "folder", "../outside.png", "link.png", "way/a.png", "a\0b"]
)
def test_anything_else_is_not(tmp_path: Path, relative: str) -> None:
    content = tmp_path / "content"
    (content / "folder").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(b"x")
    (content / "folder" / "a.png").write_bytes(b"x")
    (content / "link.png").symlink_to(tmp_path / "outside.png")
    (content / "way").symlink_to(content / "folder")

    assert safe_file(content, relative) is None


def test_a_content_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.png").write_bytes(b"x")
    (tmp_path / "content").symlink_to(tmp_path / "real")

    assert safe_file(tmp_path / "content", "a.png")
