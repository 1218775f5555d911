"""What browsers are told: an edition that grows with what changed, and faults, whatever they hold."""

from __future__ import annotations

import json
import time
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from byline.serving import Outcome
from byline.serving.news import Board, News


def test_a_build_that_changed_something_is_a_new_edition() -> None:
    assert News(7).after(Outcome(changed=3)) == News(8)


def test_a_build_that_changed_nothing_mends_what_was_wrong_and_reloads_nothing() -> None:
    assert News(7, ("a.md:1: wrong",)).after(Outcome()) == News(7)


def test_a_build_that_failed_leaves_the_edition() -> None:
    assert News(7).after(Outcome(faults=("a.md:1: wrong",))) == News(7, ("a.md:1: wrong",))


@given(st.lists(st.text()))
def test_a_fault_is_one_event_whatever_it_holds(faults: list[str]) -> None:
    event = News(7, tuple(faults)).event().decode()
    retry, data, end, rest = event.split("\n")

    assert retry.startswith("retry: ")
    assert json.loads(data.removeprefix("data: ")) == {"edition": 7, "faults": faults}
    assert (end, rest) == ("", "")
    assert "\r" not in event


def test_a_later_server_is_always_newer() -> None:
    first = Board()
    first.post(Outcome(changed=1))
    time.sleep(0.01)  # a build takes longer

    assert Board().news.edition > first.news.edition


def test_whoever_knows_nothing_is_told_at_once_and_whoever_knows_waits() -> None:
    board = Board()
    known = board.wait(None, seconds=0)

    assert known == board.news
    assert board.wait(known, seconds=0) == known


def test_everybody_who_waits_is_told() -> None:
    board = Board()
    known = board.news
    heard: list[News] = []
    readers = [Thread(target=lambda: heard.append(board.wait(known, seconds=30))) for _ in range(20)]
    for reader in readers:
        reader.start()
    board.post(Outcome(changed=1))
    for reader in readers:
        reader.join()

    assert heard == [News(known.edition + 1)] * 20
