"""What changed in a text, word by word, as a reader sees it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from byline.preview.differences import Block, blocks_of, difference

WORDS = st.lists(st.sampled_from(["one", "two.", "three", "漢字", "été", "l’an", "(x)", "¶", " "]), max_size=12)
TEXTS = st.lists(WORDS.map(" ".join).map(str.strip).filter(bool), max_size=6)


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Blocks as a line each: `-gone-`, `+new+`, and `= 3` for three that did not change."""
    marks = {"same": "", "ins": "+", "del": "-"}
    return [
        "".join(f"{marks[p.kind]}{p.text.strip()}{marks[p.kind]} " for p in block.pieces).strip()
        or f"= {block.unchanged}"
        for block in blocks
    ]


def test_words_that_came_and_went_are_told_apart_from_those_that_stayed() -> None:
    found = difference(["It took three weekends and two vans."], ["It took two long weekends and two vans."])

    assert shown(found) == ["It took -three- +two long+ weekends and two vans."]


def test_passages_that_did_not_change_are_counted() -> None:
    found = difference(["a", "b", "c", "d"], ["a", "b", "x", "d"])

    assert shown(found) == ["= 2", "-c- +x+", "= 1"]


def test_a_passage_can_come_or_go_as_a_whole() -> None:
    assert shown(difference(["a", "b"], ["a"])) == ["= 1", "-b-"]
    assert shown(difference(["a"], ["new words", "a"])) == ["+new words+", "= 1"]


def test_one_word_that_stayed_in_the_middle_of_a_change_is_part_of_it() -> None:
    assert shown(difference(["old house there"], ["new house here"])) == ["-old house there- +new house here+"]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    assert shown(difference(["我们搬家了吗"], ["我们搬走了吗"])) == ["我们搬 -家- +走+ 了吗"]


def test_nothing_changed_is_nothing_to_show() -> None:
    assert difference(["a", "b"], ["a", "b"]) == ()


def test_a_very_long_passage_is_shown_as_a_whole() -> None:
    (block,) = difference(["a " * 5000], ["b " + "a " * 5000])

    assert [piece.kind for piece in block.pieces] == ["del", "ins"]


@given(old=TEXTS, new=TEXTS)
def test_both_texts_can_be_read_in_their_difference(old: list[str], new: list[str]) -> None:
    found = difference(old, new)

    def read(*kinds: str) -> str:
        return "".join("".join(p.text for p in block.pieces if p.kind in kinds) for block in found)

    def squeezed(texts: list[str]) -> str:
        return "".join("".join(texts).split())

    if not any(block.unchanged for block in found) and found:
        assert squeezed([read("same", "del")]) == squeezed(old)
        assert squeezed([read("same", "ins")]) == squeezed(new)
    assert bool(found) == (old != new)


def test_blocks_are_what_stands_apart_on_a_page() -> None:
    html = "<h2>Plan</h2><p>We <em>moved</em>,<br>at last.</p><ul><li>one<ul><li>two</li></ul></li></ul>"

    assert blocks_of(html) == ["Plan", "We moved, at last.", "one", "two"]


def test_a_picture_is_its_description() -> None:
    assert blocks_of('<p>See <img src="a.png" alt="A plan"> here.</p>') == ["See [A plan] here."]


def test_a_text_without_words_has_no_blocks() -> None:
    assert blocks_of(" ") == []
    assert blocks_of("<p></p><!-- no words -->") == []
