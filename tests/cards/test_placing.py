"""A plan places every text before anything is drawn; no text leaves its box, whatever it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.cards.breaking import ELLIPSIS, tidy
from byline.cards.fonts import Fonts
from byline.cards.layout import inside
from byline.cards.orders import byline
from byline.cards.placing import place
from byline.cards.plan import Contents, DrawingPlan, PlacedText, Portrait, described
from card_parts import FONTS, LAYOUTS, SITE, a_plan, every_font

GOLDEN = Path(__file__).parents[1] / "golden" / "cards"
EVERY = every_font()
SCRIPTS = {
    "latin": "abcdefghijklmnopqrstuvwxyzABCWM ÅÉŁñçẾ-:;!?«»,.’1234567890",
    "greek and cyrillic": "αβγΩΈ джЩЁ ІЇ",
    "arabic and hebrew": "مرحبا بكم في المدونة שלום עולם Byline 2.0 (،)",
    "devanagari and thai": "हिन्दी में लेख क्यों ภาษาไทยที่ดี",
    "chinese, japanese, korean": "为什么我们迁移。「なぜ」コーヒー、한국어 글",
    "emoji": "😀👩\u200d💻🇫🇷👍🏽1️⃣❤️ a b",
}
TITLES = st.one_of(st.text(alphabet=st.sampled_from(letters), max_size=220) for letters in SCRIPTS.values())
LANGS = st.sampled_from(["en", "fr", "ar", "ja", "th"])
# What people really write, and what they should not.
LONG = "A story about bread, and about everything that happens between the mill and the morning " * 3
HARD = {
    "two hundred characters": LONG[:200],
    "a word of sixty letters": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter",
    "one word": "Bread",
    "quotes": "“Why?” she asked, “and why ‘now’?”",
    "french": "Pourquoi signer ses articles : une question de confiance, et « d’élan » ?",
    "emoji": "We 🚀 shipped it 👩\u200d💻 in 🇫🇷!",
    "spaces only": "   ",
    "one letter": "i",
}


def text_of(plan: DrawingPlan, name: str = "title") -> PlacedText:
    return next(text for text in plan.texts if text.layer.name == name)


def check(plan: DrawingPlan, fonts: Fonts) -> None:
    """Every text stands in its box: lines by their widths, and by how far their letters reach up and down."""
    for text in plan.texts:
        _, top, width, height = text.layer.box
        assert text.size in text.layer.sizes
        for placed in text.runs:
            advance = fonts.advance(placed.run, plan.lang) * text.size
            assert -0.01 <= placed.x <= placed.x + advance <= width + 0.01
            if len(text.lines) > 1 or text.size > text.layer.sizes[-1]:
                assert placed.baseline - text.extent.rise * text.size >= -1
                assert placed.baseline + text.extent.drop * text.size <= height + 1
        assert top <= text.rows[0] < text.rows[1] <= top + height
    for portrait in plan.portraits:
        assert inside((*portrait.corner, portrait.layer.size, portrait.layer.size), portrait.layer.box)


@settings(max_examples=60, deadline=None)
@given(TITLES, LANGS, st.sampled_from(sorted(LAYOUTS)), st.integers(0, 7))
def test_no_text_leaves_its_box_and_no_letter_is_lost(title: str, lang: str, layout: str, people: int) -> None:
    names = byline([title[:40]] * people)
    contents = Contents({**SITE, "title": title, "names": names, "about": title, "label": title[:30]})
    contents = replace(contents, portraits=(Portrait("AB"),) * people)

    plan = place(contents, LAYOUTS[layout], EVERY, lang, from_right=lang == "ar")

    check(plan, EVERY)
    for text in plan.texts:
        if text.layer.shows == "title" and not text.lines[-1].endswith(ELLIPSIS):
            assert "".join("".join(text.lines).split()) == "".join(tidy(title).split())


@pytest.mark.parametrize("title", HARD.values(), ids=HARD)
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_hard_titles_stand_in_every_layout(title: str, layout: str) -> None:
    plan = a_plan(title, LAYOUTS[layout], fonts=EVERY)

    check(plan, EVERY)


def test_a_short_title_is_set_at_its_largest_size() -> None:
    title = text_of(a_plan("Hello"))

    assert (title.lines, title.size) == (("Hello",), max(title.layer.sizes))


def test_a_long_title_shrinks_before_it_is_cut() -> None:
    title = text_of(a_plan("A story about bread " * 8))

    assert min(title.layer.sizes) < title.size < max(title.layer.sizes)
    assert ELLIPSIS not in title.lines[-1]


def test_only_below_the_smallest_size_a_title_is_cut_after_a_whole_word() -> None:
    title = text_of(a_plan("W" * 8 + " mmmmmmmm" * 40))

    assert title.size == min(title.layer.sizes)
    assert title.lines[-1].endswith("mmmmmmmm" + ELLIPSIS)


def test_a_word_that_is_too_long_for_every_size_is_broken() -> None:
    assert len(text_of(a_plan("Donaudampfschifffahrtsgesellschaftskapitän" * 2)).lines) > 1


def test_french_signs_stay_with_their_word() -> None:
    for layout in LAYOUTS.values():
        lines = text_of(a_plan(HARD["french"], layout, "fr"), "name" if layout is LAYOUTS["author"] else "title").lines

        assert not [line for line in lines if line[0] in ":?»" or line.endswith("«")]


def test_a_text_without_words_is_not_placed() -> None:
    assert [text.layer.name for text in a_plan(" ").texts] == ["site"]


def test_capitals_with_accents_have_room_above_them() -> None:
    plain, accented = (text_of(a_plan(title)).runs[0].baseline for title in ("Eau", "Ế"))

    assert accented > plain


def test_a_language_that_is_written_from_right_to_left_begins_at_the_right() -> None:
    title = text_of(a_plan("مرحبا بكم في مدونتنا", lang="ar"))
    run = title.runs[0]

    assert title.layer.box[0] + title.layer.box[2] == 1200 - 315
    assert run.x + FONTS.advance(run.run, "ar") * title.size == pytest.approx(title.layer.box[2], abs=3)


def test_five_people_are_shown_from_the_first_in_front() -> None:
    people = tuple(Portrait(letter) for letter in "ABCDEFG")
    plan = place(Contents({**SITE, "title": "x"}, people), LAYOUTS["co-signed"], FONTS, "en")
    shown = [one.portrait.initials for one in plan.portraits]

    assert shown == ["G", "F", "E", "D", "C", "B", "A"]
    assert [one.corner[0] for one in plan.portraits] == sorted([one.corner[0] for one in plan.portraits], reverse=True)


def test_more_people_than_fit_are_left_out() -> None:
    plan = place(Contents({**SITE, "title": "x"}, (Portrait("A"),) * 20), LAYOUTS["co-signed"], FONTS, "en")

    assert len(plan.portraits) == 1 + (574 - 92) // 80


CASES = {
    "a-simple-title": ("Why we moved the whole platform to another data centre", "en"),
    "french": (HARD["french"], "fr"),
    "japanese": ("なぜ私たちは新しいデータセンターに移行したのか", "ja"),
    "arabic-with-latin": ("لماذا نقلنا منصة Byline 2.0 إلى مركز جديد", "ar"),
    "thai": ("ทำไมเราถึงย้ายระบบทั้งหมดไปยังศูนย์ข้อมูลใหม่", "th"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_plan_is_the_one_that_was_looked_at(name: str) -> None:
    """Of the theme's own fonts only, but for Japanese: those of a machine may be another version."""
    title, lang = CASES[name]
    fonts = every_font() if lang == "ja" else FONTS
    plan = a_plan(title, lang=lang, fonts=fonts, names="Jane Doe", about="Platform engineer")
    wanted = GOLDEN / f"{name}.txt"
    if not wanted.exists():
        wanted.parent.mkdir(parents=True, exist_ok=True)
        wanted.write_text(described(plan), "utf-8")
        pytest.fail(f"{wanted.name} was missing and is written now: look at it, then keep it")

    assert described(plan) == wanted.read_text("utf-8")
