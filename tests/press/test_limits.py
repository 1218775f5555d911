"""A text that a reader of Markdown chokes on is a finding with its name, not a build that hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from byline.ledger import Ledger
from byline.manuscript import read_shelf
from byline.workers import Exceeded, Limits, begun, within
from content_files import article_file

# What took Python-Markdown long, as other people's reports and our own measurements tell.
SLOW = {
    "cdata": "<![CDATA[" * 2000,
    "definitions": "a\n: " * 8000,
    "brackets and ticks": "[`" * 6000,
    "abbreviations": "".join(f"*[a{n}]: b\n" for n in range(4000)),
    "tags": "<a " * 8000,
    "pictures": "![" * 6000,
    "footnote marks": "[^" * 6000,
    "links": "[](" * 6000,
    "brackets": "[" * 8000,
    "footnotes": "".join(f"[^{n}]: b\n" for n in range(8000)),
    "tabs": "\t" * 8000,
    "fences": "```" + " " * 8000,
    "lists": "* " * 1000 + "x",
    "quotes": ">" * 8000,
    "divisions": "<div>" * 20_000,
}


def test_every_known_slow_text_is_read_or_named_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    (folder / "fine.md").write_text(article_file())
    for name, text in SLOW.items():
        (folder / f"{name.replace(' ', '-')}.md").write_text(article_file() + f"\n{text}\n")

    shelf = read_shelf(tmp_path / "content", Ledger(), Limits(seconds=1))

    named = {finding.path for finding in shelf.findings if finding.severity == "error"}
    read = {one.path for one in shelf.articles}
    assert read | named == {path.relative_to(tmp_path / "content").as_posix() for path in folder.iterdir()}
    assert "articles/fine.md" in read - named
    complex_ones = [finding for finding in shelf.findings if finding.name == "too-complex"]
    assert "articles/cdata.md" in {finding.path for finding in complex_ones}
    assert all("takes more than 1 s" in finding.message for finding in complex_ones)


def test_what_takes_too_much_memory_is_cut_off() -> None:
    sizes = [1, 1 << 28]

    found = within(Limits(memory=1 << 26), lambda index: len(bytearray(sizes[index])), [0, 1])

    assert found[0] == 1
    assert isinstance(found[1], Exceeded)


def test_a_worker_that_is_killed_takes_nothing_else_with_it() -> None:
    def work(index: int) -> int:
        while index == 7:
            pass
        return index * index

    found = within(Limits(seconds=0), work, range(40))

    assert isinstance(found[7], Exceeded)
    assert [one for one in found if not isinstance(one, Exceeded)] == [n * n for n in range(40) if n != 7]


def test_an_error_in_a_worker_is_raised_here() -> None:
    def work(index: int) -> int:
        raise LookupError(f"no {index}")

    with pytest.raises(LookupError, match="no 3"):
        within(Limits(), work, [3])


def test_work_goes_on_while_nobody_waits_for_it_yet(tmp_path: Path) -> None:
    with begun(Limits(), lambda index: (tmp_path / str(index)).write_text("done"), [0, 1]) as found:
        _until(lambda: all((tmp_path / name).exists() for name in "01"))

        assert found() == [4, 4]


def test_work_that_nobody_waits_for_leaves_no_process_behind(tmp_path: Path) -> None:
    def work(_index: int) -> None:
        (tmp_path / "worker").write_text(str(os.getpid()))
        while True:
            pass

    with begun(Limits(), work, [0]):
        _until(lambda: (tmp_path / "worker").exists() and bool((tmp_path / "worker").read_text()))

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "worker").read_text()), 0)


def _until(true: Callable[[], bool]) -> None:
    """Wait for a process to get there, but not for ever."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)
