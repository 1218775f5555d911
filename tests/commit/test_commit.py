"""A commit leaves every file wholly old or wholly new, and whoever comes next completes what was interrupted."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline import commit
from byline.commit import OutputError, Root, files_below

NAMES = st.sampled_from(["a.html", "b/index.html", "b", "c/d/e.png", "sitemap.xml", "c"])
TREES = st.dictionaries(NAMES, st.binary(max_size=3), max_size=6)


def write(folder: Path, tree: dict[str, bytes]) -> dict[str, bytes]:
    """Write what can stand together: of a file and a folder of one name, the first wins."""
    written = {}
    for path, data in tree.items():
        if not any(one.startswith(path + "/") or path.startswith(one + "/") for one in written):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
            written[path] = data
    return written


def earlier(root: Root, tree: dict[str, bytes]) -> None:
    """What an earlier build left: the files, and the sign that they are ours."""
    write(root.output, tree)
    root.beside("made").touch()


def read(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_below(folder)}


@given(old=TREES, new=TREES)
@settings(max_examples=60, deadline=None)
def test_the_output_becomes_what_was_staged(tmp_path_factory: pytest.TempPathFactory, old: dict, new: dict) -> None:
    folder = tmp_path_factory.mktemp("site")
    root = Root(folder / "output")
    earlier(root, old)
    commit.prepare([root], never=[])
    staged = write(root.stage, new)

    commit.commit([root])

    assert read(root.output) == staged if root.output.exists() else not staged
    assert [path.name for path in folder.iterdir() if path != root.output] == [".output.byline-made"]


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    root = Root(tmp_path / "output")
    earlier(root, {"sitemap.xml": b"same", "old.html": b"old"})
    os.utime(root.output / "sitemap.xml", (1, 1))
    commit.prepare([root], never=[])
    write(root.stage, {"sitemap.xml": b"same", "new.html": b"new"})

    (plan,) = commit.commit([root])

    assert (plan.place, plan.sweep) == (("new.html",), ("old.html",))
    assert (root.output / "sitemap.xml").stat().st_mtime == 1


@pytest.mark.parametrize("stop_after", range(7))
def test_an_interrupted_commit_is_completed_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    public, internal = Root(tmp_path / "output"), Root(tmp_path / "internal")
    earlier(public, {"sitemap.xml": b"1", "gone/index.html": b"1", "was-a-file": b"1"})
    commit.prepare([public, internal], never=[])
    new = {"sitemap.xml": b"2", "was-a-file/index.html": b"2", "more.html": b"2"}
    write(public.stage, new)
    write(internal.stage, {"mark": b"2"})
    steps = iter(range(stop_after))

    def until_killed(real):
        def step(*given):
            if next(steps, None) is None:
                raise KeyboardInterrupt
            return real(*given)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(commit, "_put", until_killed(commit._put))
        patch.setattr(commit, "_sweep", until_killed(commit._sweep))
        try:
            commit.commit([public, internal])
        except KeyboardInterrupt:
            assert public.beside("journal").is_file()
    commit.recover([public, internal])

    assert read(public.output) == new
    assert read(internal.output) == {"mark": b"2"}
    assert not public.beside("journal").exists()


def test_a_folder_that_is_not_ours_is_never_swept(tmp_path: Path) -> None:
    root = Root(tmp_path / "documents")
    write(root.output, {"thesis.txt": b"years of work", "sitemap.xml": b"another site's"})

    with pytest.raises(OutputError, match="did not make"):
        commit.prepare([root], never=[])
    assert "thesis.txt" in read(root.output)


@pytest.mark.parametrize("output", ["", "content", "content/articles"])
def test_an_output_that_holds_or_lies_in_the_texts_is_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(OutputError, match="choose another folder"):
        commit.prepare([Root(tmp_path / output)], never=[tmp_path / "content"])


def test_a_stage_that_was_left_behind_is_begun_anew(tmp_path: Path) -> None:
    root = Root(tmp_path / "output")
    write(root.stage, {"half.html": b"<p>"})
    commit.prepare([root], never=[])
    assert files_below(root.stage) == []
    shutil.rmtree(root.stage)


def test_a_journal_that_cannot_be_read_is_told_and_nothing_is_touched(tmp_path: Path) -> None:
    root = Root(tmp_path / "output")
    root.beside("journal").write_text("")

    with pytest.raises(OutputError, match="Delete it and build again"):
        commit.recover([root])


def test_builds_that_share_one_output_wait_for_each_other(tmp_path: Path) -> None:
    internal = Root(tmp_path / "internal")
    with (
        commit.locked([Root(tmp_path / "one"), internal]),
        internal.beside("lock").open("w") as lock,
        pytest.raises(BlockingIOError),
    ):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_one_folder_can_be_put_in_place_while_all_else_stays(tmp_path: Path) -> None:
    public, internal = roots = (Root(tmp_path / "output"), Root(tmp_path / "internal"))
    earlier(public, {"preview/index.html": b"a page of that name", "a.html": b"old"})
    earlier(internal, {"preview/old.png": b"old", "preview/index.html": b"old", "other.html": b"old"})
    commit.prepare(roots, never=[])
    write(public.stage, {"a.html": b"new"})
    write(internal.stage, {"preview/index.html": b"new", "other.html": b"new"})

    assert commit.commit_folder(roots, internal, "preview")

    assert read(public.output) == {"preview/index.html": b"a page of that name", "a.html": b"old"}
    assert read(internal.output) == {"preview/index.html": b"new", "other.html": b"old"}
    assert not internal.stage.exists()
    assert not commit.interrupted(roots)


def test_a_folder_that_was_not_made_is_not_taken_away(tmp_path: Path) -> None:
    roots = (Root(tmp_path / "output"), Root(tmp_path / "internal"))
    earlier(roots[1], {"preview/index.html": b"old"})
    commit.prepare(roots, never=[])

    assert not commit.commit_folder(roots, roots[1], "preview")
    assert read(roots[1].output) == {"preview/index.html": b"old"}


def test_what_is_kept_is_neither_staged_nor_swept(tmp_path: Path) -> None:
    root = Root(tmp_path / "output")
    earlier(root, {"kept.html": b"kept", "old.html": b"old"})
    commit.prepare([root], never=[])
    write(root.stage, {"new.html": b"new"})

    commit.commit([root], [{"kept.html"}])

    assert read(root.output) == {"kept.html": b"kept", "new.html": b"new"}


def test_every_commit_that_changes_something_has_a_sign_of_its_own(tmp_path: Path) -> None:
    root, signs = Root(tmp_path / "output"), set[str]()
    for data in (b"one", b"two", b"two"):
        commit.prepare([root], never=[])
        write(root.stage, {"a.html": data})
        commit.commit([root])
        signs.add(root.sign)

    assert len(signs) == 2
    assert "" not in signs


def test_an_interrupted_commit_leaves_no_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Root(tmp_path / "output")
    commit.prepare([root], never=[])
    write(root.stage, {"a.html": b"one"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "a.html")

    monkeypatch.setattr(commit, "_put", full)
    with pytest.raises(OutputError, match="only partly in place"):
        commit.commit([root])
    monkeypatch.undo()
    commit.recover([root])

    assert (read(root.output), root.sign) == ({"a.html": b"one"}, "")
