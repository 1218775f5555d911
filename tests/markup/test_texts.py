"""What a text says about itself: headings, references with their lines, plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.markup import LinkTarget, count_words, from_json, render, render_inline, resolve, to_json
from byline.model import Heading, Reference, Text


def references(source: str, first_line: int = 1) -> list[tuple[str, str, int, str]]:
    return [(r.kind, r.target, r.line, r.alt) for r in render(source, first_line).references]


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("", 0),
        ("- … — !?", 0),
        ("We can't stop, won't stop.", 5),
        ("L’été d’où vient 3,14 et l'e-mail", 7),
        ("2026-06-15 at 10:30", 6),
        ("我们搬家了。", 5),
        ("Kubernetes 1.9 发布", 4),
        ("東京タワー", 3),
        ("ひらがな", 4),
        ("한국어 단어 셋", 3),
        ("snake_case and __init__", 3),
        ("🎉 yes 🎉", 1),
    ],
)
def test_words_are_counted_in_any_script(plain: str, words: int) -> None:
    assert count_words(plain) == words


@given(st.lists(st.sampled_from(["one", "can't", "3.14", "été", "слово"]), max_size=30))
def test_words_between_spaces_are_counted_one_by_one(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


def test_plain_text_is_what_one_sees() -> None:
    text = render("# A *title*\n\nWords &amp; `code`.[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n", 1)

    assert text.plain == "A title Words & code. a b c d A note."
    assert text.words == 10


def test_code_counts_as_words() -> None:
    assert render("```python\nprint('two')\n```\n", 1).words == 2


def test_headings_are_listed_with_unique_ids_as_they_stand_on_the_page() -> None:
    text = render("# One\n\n## Same\n\n## Same\n\n### Third\n\n##### Deep\n", 1)

    same = Heading(3, "same", "Same"), Heading(3, "same-1", "Same")
    assert text.headings == (Heading(2, "one", "One"), *same, Heading(4, "third", "Third"))


def test_a_raw_heading_may_name_itself_but_not_take_a_name_twice() -> None:
    html = render('<h2 id="here">A</h2>\n<h2 id="here">B</h2>\n', 1).html

    assert html == '<h2 id="here">A</h2>\n<h2 id="b">B</h2>'


def test_references_stand_as_they_were_written_with_their_lines() -> None:
    source = (
        "[a]({filename}../x.md#p)\n\n![Our office]({static}/images/a%20b.png)\n[b](/articles/z/?a=1&b=2)\n[e](#here)\n"
    )

    assert references(source, 10) == [
        ("link", "{filename}../x.md#p", 10, ""),
        ("picture", "{static}/images/a%20b.png", 12, "Our office"),
        ("link", "/articles/z/?a=1&b=2", 13, ""),
    ]


def test_the_second_of_two_equal_targets_has_its_own_line() -> None:
    assert [line for _, _, line, _ in references("[a](x.md)\n\n[b](x.md)\n\n[c](x.md/y)\n\n[d](x.md)")] == [1, 3, 5, 7]


def test_a_target_in_code_is_no_place() -> None:
    assert references("```\n[a](x.md)\n```\n\n`(x.md)` and\n[a](x.md)") == [("link", "x.md", 6, "")]


def test_links_that_markdown_makes_have_a_line_too() -> None:
    source = "Words\nwww.example.org\n<jane@example.org>\n[a][1]\n\n[1]: /y/\n"

    assert [(target, line) for _, target, line, _ in references(source)] == [
        ("https://www.example.org", 2),
        ("mailto:jane@example.org", 3),
        ("/y/", 6),
    ]


def test_a_picture_without_description_says_so() -> None:
    assert references('![](a.png) <img src="b.png" alt=""> <img src="c.png">') == [
        ("picture", "a.png", 1, ""),
        ("picture", "b.png", 1, ""),
        ("picture", "c.png", 1, ""),
    ]


def test_a_summary_is_one_line_without_blocks() -> None:
    assert render_inline("A *short*\n[one](/d/).", 3).html == 'A <em>short</em> <a href="/d/">one</a>.'
    assert render_inline("## Head\n\n- a\n- b", 3).html == "Head a b"
    assert [r.name for r in render_inline("![p](p.png)", 3).remarks] == ["removed-markup"]


def test_links_and_pictures_find_their_place() -> None:
    html = render('[in](x.md "T") [out](https://e.org/?a&b) [dead](gone.md) [here](#h) ![P](p.png){ width=9 }', 1).html
    places = {"x.md": LinkTarget("/x/"), "https://e.org/?a&b": LinkTarget("https://e.org/?a&b", external=True)}

    resolved = resolve(html, places.get, lambda src, attributes: f"<b>{src} {sorted(attributes.items())}</b>")

    assert resolved == (
        '<p><a href="/x/" title="T">in</a> <a href="https://e.org/?a&amp;b" rel="noopener noreferrer">out</a> '
        "<a>dead</a> <a href=\"#h\">here</a> <b>p.png [('alt', 'P'), ('width', '9')]</b></p>"
    )


@given(st.text("ab<>&\"' /{}%#?=.:é", min_size=1))
def test_resolving_asks_for_the_same_targets_that_the_references_name(target: str) -> None:
    text = render(f"[a](<{target}>) and ![b](<{target}>) and <a href='{target}'>c</a>", 1)
    asked: list[str] = []

    def link(written: str) -> LinkTarget:
        asked.append(written)
        return LinkTarget(written)

    def picture(src: str, attributes: object) -> str:
        asked.append(src)
        return ""

    resolve(text.html, link, picture)
    assert [r.target for r in text.references] == [one for one in asked if not one.startswith("#")]


def test_a_text_survives_the_ledger() -> None:
    text = render("# T\n\n[a](x.md) ![b](c.png) <script>x</script>", 4)

    assert from_json(to_json(text)) == text
    assert from_json(to_json(Text())) == Text()
    assert text.references == (Reference("link", "x.md", 6), Reference("picture", "c.png", 6, "b"))
