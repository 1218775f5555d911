"""Every article gets its card, and people learn what could not be drawn."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from builders import a_site, an_article, an_author, an_edition
from byline.cards.layout import read_layouts
from byline.cards.settings import CardSettings
from byline.cards.share_cards import (
    Drawn,
    byline,
    card,
    draw,
    drawn_cards,
    missing_glyphs,
    orders,
    unknown_cards,
)
from byline.ledger import Ledger
from byline.model import Article, Brand
from byline.settings import SettingsError, typed
from card_parts import LAYOUTS, THEME, a_studio

JANE, OMAR = an_author("jane-doe"), an_author("omar-haddad")


def drawn(*articles: Article, brand: Brand | None = None) -> list[Drawn]:
    return drawn_cards(orders(an_edition(*articles), LAYOUTS, "article"), a_studio(brand), Ledger())


def test_an_article_gets_a_card_that_names_title_and_authors() -> None:
    article = an_article("why-we-moved", title="Why we moved", authors=(JANE, OMAR))
    (one,) = drawn(article)

    shown, file = card(article, "en", one.png)

    assert re.fullmatch(r"/cards/article/why-we-moved\.[0-9a-f]{8}\.png", shown.address)
    assert (shown.alt, file.save_as) == ("Why we moved (Jane Doe, Omar Haddad)", shown.address[1:])
    assert Image.open(BytesIO(file.data)).size == (shown.width, shown.height) == (1200, 630)


def test_the_card_of_another_language_is_named_after_it() -> None:
    shown, _ = card(an_article("why-we-moved", lang="pt-BR"), "en", b"png")

    assert shown.address.startswith("/cards/article/why-we-moved-pt-br.")


def test_a_changed_title_changes_the_name_of_the_card() -> None:
    first, second = (an_article(title=title) for title in ("Why we moved", "Why we stayed"))

    names = {card(article, "en", one.png)[0].address for article in (first, second) for one in drawn(article)}

    assert len(names) == 2


@pytest.mark.parametrize(("count", "shown"), [(1, "1"), (5, "1 · 2 · 3 · 4 · 5"), (8, "1 · 2 · 3 · 4 · 5 +3")])
def test_up_to_five_authors_are_named(count: int, shown: str) -> None:
    authors = [an_author(name=str(number)) for number in range(1, count + 1)]

    assert byline(authors).replace("\xa0", " ") == shown


def test_no_line_ends_within_a_name() -> None:
    named = byline([an_author(name="Jean-Baptiste de La Salle")])

    assert " " not in named
    assert "-\N{WORD JOINER}" in named


def test_articles_get_cards_unless_they_want_none_or_have_expired() -> None:
    states = ("published", "hidden", "draft", "expired")
    articles = [an_article(state, state=state) for state in states] + [an_article("without", card="none")]

    ordered = orders(an_edition(*articles), LAYOUTS, "article")

    assert sorted(order.article.slug for order in ordered) == ["draft", "hidden", "published"]


def test_a_site_may_have_no_cards_at_all() -> None:
    assert orders(an_edition(an_article()), LAYOUTS, "none") == ()


def test_an_unknown_layout_is_an_error_that_names_the_known() -> None:
    (found,) = unknown_cards(an_edition(an_article(card="artcle"), an_article("fine", card="none")), LAYOUTS)

    assert (found.name, found.severity) == ("unknown-card", "error")
    assert "Did you mean 'article'?" in found.hint


def test_a_character_without_glyph_is_named_and_the_card_shows_no_title() -> None:
    article = an_article(title="Why 中文 matters")
    (one,) = drawn(article)
    (found,) = missing_glyphs(article, one)

    assert (found.name, found.severity, found.path) == ("glyph-missing", "warning", article.source)
    assert "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D" in found.message
    # The same card whatever the title says: nothing of it is drawn.
    assert drawn(replace(article, title="中文"))[0].png == one.png


def test_a_name_without_glyphs_counts_like_a_title() -> None:
    assert drawn(an_article(authors=(an_author(name="王小明"),)))[0].missing


def test_a_site_whose_name_cannot_be_drawn_has_cards_all_the_same() -> None:
    edition = an_edition(an_article(title="中文"), site=a_site(name="博客"))

    (one,) = drawn_cards(orders(edition, LAYOUTS, "article"), a_studio(), Ledger())

    assert {color for _, color in Image.open(BytesIO(one.png)).convert("RGB").getcolors()} == {
        (29, 78, 216),
        (255, 255, 255),
    }


def test_the_brand_changes_the_card() -> None:
    assert drawn(an_article())[0].png != drawn(an_article(), brand=Brand(accent="#e11d48"))[0].png


def test_a_card_that_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ordered = orders(an_edition(an_article(), an_article("x", title="中")), LAYOUTS, "article")
    first = drawn_cards(ordered, a_studio(), Ledger(tmp_path))

    monkeypatch.setattr("byline.cards.share_cards.draw", lambda *_: pytest.fail("drawn again"))
    monkeypatch.setattr("byline.cards.fonts.TTFont", lambda *_, **__: pytest.fail("a font was opened"))

    assert drawn_cards(ordered, a_studio(), Ledger(tmp_path)) == first


@given(st.binary(), st.text(max_size=5))
def test_the_ledger_gives_back_what_it_got(png: bytes, missing: str) -> None:
    assert Drawn.unpacked(Drawn(png, missing).packed()) == Drawn(png, missing)


def digest_of_a_card() -> str:
    (order,) = orders(an_edition(an_article(title="Pourquoi signer : une question ?")), LAYOUTS, "article")
    return hashlib.sha256(draw(order, a_studio()).png).hexdigest()


def test_another_process_draws_the_same_bytes() -> None:
    paths = ["plugins", "tests", "tests/cards"]
    code = f"import sys; sys.path[:0] = {paths}; import test_share_cards as t; print(t.digest_of_a_card())"

    ran = subprocess.run([sys.executable, "-c", code], cwd=THEME.parents[1], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == digest_of_a_card()


def test_a_wrong_layout_teaches(tmp_path: Path) -> None:
    good = (THEME / "cards/article.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(good.replace('color = "accent"', 'color = "pink"', 1), "utf-8")

    with pytest.raises(SettingsError, match=r"mine\.toml: shapes\.0\.color"):
        read_layouts(tmp_path)


def test_a_layout_that_is_no_toml_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("width = ", "utf-8")

    with pytest.raises(SettingsError, match=r"mine\.toml: this is not TOML"):
        read_layouts(tmp_path)


def test_a_wrong_setting_lists_the_known() -> None:
    with pytest.raises(SettingsError, match="known: folder, layout, system_fonts"):
        typed("BYLINE_CARDS", CardSettings, {"layuot": "article"})
