"""A picture that nobody touched since it was read is known without reading it."""

from __future__ import annotations

from pathlib import Path

import pytest

from byline.ledger import Ledger
from byline.pictures.contents import hashes, there

FILES = "byline.pictures.contents.read_within_limit"


def test_a_picture_with_the_mark_that_it_had_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, files = Ledger(), a_file(tmp_path, b"one")
    first = hashes(tmp_path, files, ledger, {"rack.png": "a mark"})
    monkeypatch.setattr(FILES, lambda _: pytest.fail("read again"))

    assert hashes(tmp_path, files, ledger, {"rack.png": "a mark"}) == first


@pytest.mark.parametrize("mark", ["another mark", ""])
def test_one_that_was_touched_or_has_no_mark_is_read(tmp_path: Path, mark: str) -> None:
    ledger = Ledger()
    first = hashes(tmp_path, a_file(tmp_path, b"one"), ledger, {"rack.png": "a mark"})

    assert hashes(tmp_path, a_file(tmp_path, b"two"), ledger, {"rack.png": mark}) != first


def test_without_marks_everything_is_read(tmp_path: Path) -> None:
    ledger = Ledger()
    first = hashes(tmp_path, a_file(tmp_path, b"one"), ledger, {"rack.png": "a mark"})

    assert hashes(tmp_path, a_file(tmp_path, b"two"), ledger, {}) != first


def test_what_is_known_of_other_pictures_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, marks = Ledger(), {"rack.png": "a mark", "other.png": "its mark"}
    (tmp_path / "other.png").write_bytes(b"three")
    other = there(tmp_path, ["other.png"], marks)
    first = hashes(tmp_path, other, ledger, marks)
    hashes(tmp_path, a_file(tmp_path, b"one"), ledger, marks)
    monkeypatch.setattr(FILES, lambda _: pytest.fail("read again"))

    assert hashes(tmp_path, other, ledger, marks) == first


def test_a_picture_that_was_not_found_with_the_others_is_looked_for_with_care(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    content = tmp_path / "content"
    content.mkdir()
    (content / "link.png").symlink_to(tmp_path / "secret.png")
    (content / ".hidden.png").write_bytes(b"x")

    assert [*there(content, [".hidden.png", "absent.png", "link.png"], {"rack.png": "a mark"})] == [".hidden.png"]


def a_file(content: Path, data: bytes) -> dict[str, Path]:
    (content / "rack.png").write_bytes(data)
    return {"rack.png": content / "rack.png"}
