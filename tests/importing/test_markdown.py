"""Whatever a document says is said by the article too, and nothing in it is taken for markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.importing.markdown import Writer, plain
from byline.markup import render

Node = dict[str, Any]

NO_NAMES = ["", [], []]
# What Markdown, HTML or one of our extensions could stumble over.
TRICKS = [
    *"*_`~#+-=|>:!<&{}[]()\\/.1^$@\"' aé",
    *("**", "__", "~~", "```", "---", "1.", "- ", "&amp;", "&#35;", "<b>", "</p>", "[^1]", "![x](y)"),
    *("{: #x }", "{.y}", "# ", "http:", "www", "[x]: y", "*[HTML]: x", "~~~", "[!NOTE]", "<!--", "word", "snake_case"),
]
texts = st.lists(st.sampled_from(TRICKS), min_size=1, max_size=8).map("".join)


def words(text: str) -> list[Node]:
    """Inlines as Pandoc cuts them: words, and the spaces between."""
    nodes: list[Node] = []
    for word in text.split():
        nodes += [{"t": "Space"}, {"t": "Str", "c": word}]
    return nodes[1:]


def para(*inlines: Node) -> Node:
    return {"t": "Para", "c": list(inlines)}


def heading(level: int, text: str) -> Node:
    return {"t": "Header", "c": [level, NO_NAMES, words(text)]}


def cell(text: str, rows: int = 1, columns: int = 1) -> list[Any]:
    return [NO_NAMES, {"t": "AlignDefault"}, rows, columns, [para(*words(text))]]


def table(*rows: list[list[Any]], width: int) -> Node:
    body = [[NO_NAMES, 0, [], [[NO_NAMES, row] for row in rows]]]
    column = [{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]
    return {"t": "Table", "c": [NO_NAMES, [None, []], [column] * width, [NO_NAMES, []], body, [NO_NAMES, []]]}


def written(*blocks: Node) -> str:
    return Writer(lambda target, description: "").document(blocks)


def read(markdown: str) -> str:
    """The words that one sees."""
    return render(markdown, 1).plain


runs = st.tuples(st.sampled_from(["Str", "Emph", "Strong", "Strikeout", "Underline"]), texts)


def run(kind: str, text: str) -> list[Node]:
    return words(text) if kind == "Str" else [{"t": kind, "c": words(text)}]


@settings(deadline=None)
@given(st.lists(runs, min_size=1, max_size=4))
def test_every_word_of_a_paragraph_stays_as_it_was(parts: list[tuple[str, str]]) -> None:
    inlines = [node for kind, text in parts for node in run(kind, text)]

    assert read(written(para(*inlines))) == plain(inlines)


@settings(deadline=None)
@given(texts)
def test_every_word_of_a_list_a_quotation_and_a_table_stays_as_it_was(text: str) -> None:
    item = [para(*words(text))]
    nested = {"t": "BulletList", "c": [[*item, {"t": "OrderedList", "c": [[1, {}, {}], [item]]}]]}
    row = [cell(text), cell("second")]
    seen = plain(words(text))

    assert read(written(nested)) == " ".join([seen, seen]).strip()
    assert read(written({"t": "BlockQuote", "c": item})) == seen
    assert read(written(table(row, row, width=2))) == " ".join(f"{seen} second {seen} second".split())


@settings(deadline=None)
@given(texts)
def test_every_word_of_a_heading_and_of_a_footnote_stays_as_it_was(text: str) -> None:
    note = {"t": "Note", "c": [para(*words(text))]}

    assert read(written(heading(1, text))) == plain(words(text))
    assert read(written(para(*words("See"), note))) == f"See {plain(words(text))}".strip()


@pytest.mark.parametrize(("levels", "marks"), [((1, 2, 3), "## ### ####"), ((3, 4), "## ###"), ((2, 6), "## ######")])
def test_headings_begin_at_the_second_level(levels: tuple[int, ...], marks: str) -> None:
    text = written(*(heading(level, "A") for level in levels))

    assert " ".join(line.split()[0] for line in text.split("\n") if line) == marks


def test_a_link_keeps_its_address_unless_readers_cannot_follow_it() -> None:
    writer = Writer(lambda target, description: "")

    def link(target: str) -> Node:
        return para({"t": "Link", "c": [NO_NAMES, words("there, see"), [target, ""]]}, *words("and then"))

    text = writer.document([link("https://example.com/a (b)"), link("file:///C:/secret.doc"), link("#bookmark")])

    assert render(text, 1).references[0].target == "https://example.com/a%20%28b%29"
    assert text.count("](") == 1
    assert "secret" not in text
    assert writer.lost["link"] == 1


def test_a_table_of_contents_is_left_to_byline() -> None:
    line = {"t": "Link", "c": [NO_NAMES, words("Costs 7"), ["#_Toc12", ""]]}

    assert written(para(line), para(*words("Words."))) == "Words.\n"


def test_merged_cells_leave_empty_ones_and_are_counted() -> None:
    writer = Writer(lambda target, description: "")
    merged = table([cell("tall", rows=2), cell("a")], [cell("b")], [cell("wide", columns=2)], width=2)

    assert writer.document([merged]) == "| tall | a |\n| --- | --- |\n|  | b |\n| wide |  |\n"
    assert writer.lost["merged-cells"] == 2


def test_a_frame_around_a_text_is_a_quotation() -> None:
    assert written(table([cell("Mind the gap.")], width=1)) == "> Mind the gap.\n"


def test_a_second_list_begins_to_count_anew() -> None:
    numbered = {"t": "OrderedList", "c": [[1, {}, {}], [[para(*words("x"))], [para(*words("y"))]]]}

    assert render(written(numbered, numbered), 1).html.count("<ol>") == 2


def test_code_keeps_every_character() -> None:
    inlines = [{"t": "Code", "c": [NO_NAMES, "a ` | <b> *"]}]
    block = {"t": "CodeBlock", "c": [NO_NAMES, "```\nx"]}

    assert read(written(para(*inlines))) == "a ` | <b> *"
    assert read(written(block)) == "``` x"
