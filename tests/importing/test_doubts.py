"""Doubts are sentences for people, whatever a document calls itself."""

from __future__ import annotations

from byline.importing import Document
from byline.importing.doubts import LOST, doubts


def test_one_and_several_are_told_apart() -> None:
    for kind, (one, several) in LOST.items():
        assert doubts("", "", {kind: 1}, (), ()) == (one,)
        assert doubts("", "", {kind: 3}, (), ()) == (several(3),)
        assert "3" in several(3)


def test_nothing_is_in_doubt_when_nothing_was_lost() -> None:
    assert doubts("", "", {"comment": 0}, (), ()) == ()


def test_what_a_document_says_cannot_write_over_a_terminal_or_begin_a_line() -> None:
    (doubt,) = doubts("", "Eve\x1b[2K\n## All is well", {}, (), ())

    assert doubt == "The document names Eve[2K ## All is well as its author: see who signs."
    assert Document("x\n", doubts=("The picture *a_b* is broken.",)).body == (
        "- TODO The picture \\*a_b\\* is broken.\n\nx\n"
    )
