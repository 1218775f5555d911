"""What a search engine shows of a text."""

from __future__ import annotations

import pytest

from builders import a_text, an_article
from byline.model import Text
from byline.preview.snippets import DESCRIPTION_ROOM, TITLE_ROOM, cut, snippet


def test_a_summary_describes_a_text() -> None:
    found = snippet(an_article(summary=Text(plain="In short.")))

    assert (found.title, found.description) == ("Why we moved", "In short.")
    assert not found.title_cut
    assert not found.description_cut


def test_without_a_summary_its_first_words_do() -> None:
    assert snippet(an_article(body=a_text(plain="Some words."))).description == "Some words."


def test_what_is_too_long_is_cut_between_words_and_says_how_long_it_is() -> None:
    found = snippet(an_article(title="word " * 20, summary=Text(plain="word " * 60)))

    assert (len(found.title), found.title[-6:], found.title_length) == (55, " word…", 100)
    assert len(found.description) <= DESCRIPTION_ROOM
    assert found.title_cut
    assert found.description_cut


@pytest.mark.parametrize("length", [TITLE_ROOM - 1, TITLE_ROOM, TITLE_ROOM + 1])
def test_a_text_fits_its_room(length: int) -> None:
    assert len(cut("x" * length, TITLE_ROOM)) == min(length, TITLE_ROOM)
