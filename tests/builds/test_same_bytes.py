"""Same input, same bytes: whatever the machine's hash seed, zone, locale, mask, folder or order of files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from running import ROOT, build, tree

PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
OTHER = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "fr_FR.UTF-8", "LANG": "tr_TR.UTF-8"}


def copied_backwards(content: Path, to: Path) -> Path:
    """The same files, created in the opposite order, so that a folder lists them otherwise."""
    for path in sorted(content.rglob("*"), reverse=True):
        if path.is_file():
            target = to / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return to


def test_two_builds_under_different_circumstances_are_identical(tmp_path: Path) -> None:
    here = copied_backwards(ROOT / "content", tmp_path / "here" / "content")
    there = tmp_path / "quite" / "another place" / "content"
    shutil.copytree(ROOT / "content", there)
    assert build(here, tmp_path / "a", **PLAIN).code == 0
    old = os.umask(0o077)
    try:
        assert build(there, tmp_path / "b", **OTHER).code == 0
    finally:
        os.umask(old)
    for part in ("output", "internal"):
        one, other = tree(tmp_path / "a" / part), tree(tmp_path / "b" / part)
        assert one.keys() == other.keys()
        assert [path for path in one if one[path] != other[path]] == []


def test_a_warm_build_gives_what_a_clean_one_gives(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    (content / "authors" / "extra.md").write_text("---\nname: Extra Person\n---\n")
    assert build(content, tmp_path / "warm").code == 0
    (content / "authors" / "extra.md").unlink()
    assert build(content, tmp_path / "warm").code == 0
    assert build(content, tmp_path / "clean").code == 0
    assert tree(tmp_path / "warm" / "output") == tree(tmp_path / "clean" / "output")
    assert not (tmp_path / "warm" / "output" / "authors" / "extra").exists()


def test_only_now_decides_what_is_live_and_it_is_never_printed(tmp_path: Path) -> None:
    content = ROOT / "content"
    assert build(content, tmp_path / "a", SOURCE_DATE_EPOCH="1781524800").code == 0
    assert build(content, tmp_path / "b", SOURCE_DATE_EPOCH="1781611200").code == 0
    assert tree(tmp_path / "a" / "output") == tree(tmp_path / "b" / "output")
