"""French spaces: where they belong, nowhere else, and never one that the author did not type."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_text
from byline.markup import render
from byline.model import Heading
from byline.typography import typeset, typeset_html, typeset_text

MARKS = st.text(st.sampled_from("ab «»;:!?\n\u00a0\u202f&<>"), max_size=60)
PIECES = st.sampled_from(
    ["oui !", " : ", "« a »", "<p>", "</p>", "<code>", "</code>", "<em>", "</em>", '<a href="/x ?a=b ;c">', "</a>",
     '<i lang="en">', "</i>", "&amp;", "<pre>", "</pre>", "<br>", '<img alt="quoi ?" lang="en">', "a\n; b"]
)  # fmt: skip
HTML = st.lists(PIECES, max_size=20).map("".join)
SPACES = re.compile(r"[ \t\n\u00a0\u202f]+")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("Enfin !", "Enfin\u202f!"),
        ("oui ; non", "oui\u202f; non"),
        ("La suite : demain", "La suite\u00a0: demain"),
        ("Le mot « byline »", "Le mot «\u202fbyline\u202f»"),
        ("« Vraiment ? »", "«\u202fVraiment\u202f?\u202f»"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("deux  espaces  !", "deux  espaces\u202f!"),
        ("Pourquoi? À 10:30, https://example.com/?a=b", "Pourquoi? À 10:30, https://example.com/?a=b"),
        ("déjà\u00a0! et\u202f? et «\u00a0ici\u00a0»", "déjà\u00a0! et\u202f? et «\u00a0ici\u00a0»"),
    ],
)
def test_ordinary_spaces_become_those_that_french_wants(typed: str, shown: str) -> None:
    assert typeset(typed, "fr") == typeset(typed, "fr-CA") == shown


@given(MARKS)
def test_nothing_but_spaces_changes_and_a_second_time_changes_nothing(text: str) -> None:
    once = typeset(text, "fr")

    assert SPACES.sub(" ", once) == SPACES.sub(" ", text)
    assert typeset(once, "fr") == once
    assert not re.search(r"[ \t\n][;:!?»]|«[ \t\n]", once)


@given(HTML, st.sampled_from(["en", "pt-BR", "zh-Hant", "ar", "fro"]))
def test_other_languages_stay_as_they_were_typed(html: str, lang: str) -> None:
    assert typeset(html, lang) == typeset_html(html, lang) == html


@given(HTML)
def test_tags_and_the_number_of_words_stay(html: str) -> None:
    once = typeset_html(html, "fr")

    assert re.findall("<[^>]*>", once) == re.findall("<[^>]*>", html)
    assert SPACES.sub(" ", once) == SPACES.sub(" ", html)
    assert typeset_html(once, "fr") == once


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>a ? b : c</code></p>",
        "<pre><code><span>x !</span> : <span>y</span></code></pre>",
        "<kbd>Ctrl ;</kbd>",
        '<p><span lang="en">Really ?</span></p>',
        '<blockquote lang="en"><blockquote><p>Why !</p></blockquote> : so</blockquote>',
        '<img alt="Vraiment ?" src="a ;b">',
    ],
)
def test_code_attributes_and_other_languages_are_left_alone(html: str) -> None:
    assert typeset_html(html, "fr") == html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p><strong>Attention</strong> : oui</p>", "<p><strong>Attention</strong>\u00a0: oui</p>"),
        ("<p>« <em>oui</em> »</p>", "<p>«\u202f<em>oui</em>\u202f»</p>"),
        ("<p><code>a ?</code> Et toi ?</p>", "<p><code>a ?</code> Et toi\u202f?</p>"),
        ("<p>Un mot\n: deux</p>", "<p>Un mot\u00a0: deux</p>"),
        ('<p lang="fr-CA">Oui !</p>', '<p lang="fr-CA">Oui\u202f!</p>'),
        ('<p><img alt="" lang="en">Oui !</p>', '<p><img alt="" lang="en">Oui\u202f!</p>'),
    ],
)
def test_text_beside_tags_is_typeset(html: str, shown: str) -> None:
    assert typeset_html(html, "fr") == shown


@pytest.mark.parametrize(("kind", "word"), [("NOTE", "Remarque"), ("TIP", "Astuce"), ("IMPORTANT", "Important"),
                                            ("WARNING", "Attention"), ("CAUTION", "Prudence")])  # fmt: skip
def test_an_alert_without_a_title_is_named_in_the_language_of_its_text(kind: str, word: str) -> None:
    text = render(f"> [!{kind}]\n> Lisez.\n", 1)

    assert f'title">{word}</p>' in typeset_text(text, "fr").html
    assert typeset_text(text, "en") == text


def test_an_alert_keeps_the_title_that_its_author_gave() -> None:
    text = render("> [!WARNING] Une marche !\n> Elle est haute.\n", 1)

    assert "Une marche\u202f!</p>" in typeset_text(text, "fr").html


@pytest.mark.parametrize(("lang", "said"), [("en", "Done To do"), ("fr", "Fait À faire"), ("ar", "☑ ☐")])
def test_boxes_of_tasks_are_named_by_words_where_the_language_is_known(lang: str, said: str) -> None:
    html = typeset_text(render("- [x] lu\n- [ ] écrit\n", 1), lang).html

    assert " ".join(re.findall('aria-label="([^"]+)"', html)) == said


def test_headings_and_plain_text_are_typeset_too() -> None:
    text = a_text("<h2>Et après ?</h2>", plain="Et après ?", headings=(Heading(2, "et-apres", "Et après ?"),))
    shown = typeset_text(text, "fr")

    assert (shown.plain, shown.headings[0].text, shown.headings[0].id) == (
        "Et après\u202f?", "Et après\u202f?", "et-apres",
    )  # fmt: skip
