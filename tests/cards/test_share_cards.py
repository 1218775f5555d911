"""Cards are drawn once, named after what they show, and people learn what could not be drawn."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.cards.fonts import Fonts
from byline.cards.orders import Order
from byline.cards.settings import CardSettings
from byline.cards.share_cards import Drawn, Kept, Studio, card, draw, drawn_cards, missing_glyphs, planned
from byline.ledger import Ledger
from byline.model import Brand
from byline.settings import SettingsError, typed
from byline.urls import short_hash
from card_parts import CONTENT, FILES, FONTS, LAYOUTS, ROOT, a_studio, an_order

ORDERS = [replace(an_order(title), key=f"articles/{number}.md") for number, title in enumerate(("Why", "How", "中"))]


def pictures(kept: list[Kept]) -> list[Drawn]:
    return [one.drawn() for one in kept]


def kept(drawn: Drawn) -> Kept:
    return Kept(drawn.type, drawn.missing, short_hash(drawn.data), lambda: drawn)


def drawings(ordered: list[Order], studio: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many cards are drawn."""
    drawn = []
    monkeypatch.setattr("byline.cards.share_cards.draw", lambda order, by: drawn.append(order.key) or draw(order, by))
    drawn_cards(ordered, studio, Ledger(folder), processes=1)
    return len(drawn)


def test_a_second_build_draws_none_and_opens_no_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawings(ORDERS, a_studio(), tmp_path, monkeypatch) == 3
    first = pictures(drawn_cards(ORDERS, a_studio(), Ledger(tmp_path)))
    monkeypatch.setattr("fontTools.ttLib.TTFont", lambda *_, **__: pytest.fail("a font was opened"))
    monkeypatch.setattr("PIL.ImageFont.truetype", lambda *_, **__: pytest.fail("a font was opened"))

    assert drawings(ORDERS, a_studio(), tmp_path, monkeypatch) == 0
    assert pictures(drawn_cards(ORDERS, a_studio(), Ledger(tmp_path))) == first


def test_one_changed_title_draws_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings(ORDERS, a_studio(), tmp_path, monkeypatch)

    assert drawings([an_order("Who"), *ORDERS[1:]], a_studio(), tmp_path, monkeypatch) == 1


def test_a_changed_logo_color_or_font_draws_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def studio(logo: bytes = b"1", accent: str = "#1d4ed8", fonts: str = "a") -> Studio:
        (tmp_path / "logo.png").write_bytes(logo)
        return Studio(LAYOUTS, Brand(accent=accent), Fonts(FILES), [fonts], CONTENT, tmp_path / "logo.png")

    assert drawings(ORDERS, studio(), tmp_path, monkeypatch) == 3
    assert drawings(ORDERS, studio(), tmp_path, monkeypatch) == 0
    assert drawings(ORDERS, studio(logo=b"2"), tmp_path, monkeypatch) == 3
    assert drawings(ORDERS, studio(accent="#e11d48"), tmp_path, monkeypatch) == 3
    assert drawings(ORDERS, studio(fonts="b"), tmp_path, monkeypatch) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"lang": "fr"},
        {"layout": LAYOUTS["co-signed"]},
        {"seen": ("/authors/jane-doe/portrait.1-384.webp",)},
    ],
)
def test_whatever_is_seen_on_a_card_is_one_of_its_inputs(
    change: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawings([an_order()], a_studio(), tmp_path, monkeypatch)

    assert drawings([replace(an_order(), **change)], a_studio(), tmp_path, monkeypatch) == 1


def test_a_text_that_the_layout_does_not_show_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings([an_order()], a_studio(), tmp_path, monkeypatch)

    assert drawings([an_order(label="Engineering")], a_studio(), tmp_path, monkeypatch) == 0


def test_a_card_is_named_after_its_page_and_what_it_shows() -> None:
    order = an_order()
    shown, file = card(order, kept(draw(order, a_studio())))

    assert re.fullmatch(r"/cards/article/x\.[0-9a-f]{8}\.png", shown.address)
    assert (shown.alt, shown.width, shown.height, shown.type) == ("Why we moved", 1200, 630, "image/png")
    assert file.save_as == shown.address[1:]
    assert (
        card(an_order("Why we stayed"), kept(draw(an_order("Why we stayed"), a_studio())))[0].address != shown.address
    )


def test_a_title_without_glyphs_is_replaced_by_the_name_of_the_site() -> None:
    plan, missing = planned(an_order("Why 中文 matters"), FONTS)
    title = next(text for text in plan.texts if text.layer.name == "title")

    assert missing == "中文"
    assert " ".join(title.lines) == "Notes from Merrow & Finch"


def test_a_sign_without_a_glyph_is_left_out() -> None:
    plan, missing = planned(an_order("We 🚀 shipped it"), FONTS)
    title = next(text for text in plan.texts if text.layer.name == "title")

    assert missing == "🚀"
    assert " ".join(" ".join(title.lines).split()) == "We shipped it"


def test_a_name_without_glyphs_is_left_out_alone() -> None:
    plan, missing = planned(an_order(names="王小明"), FONTS)

    assert missing == "小明王"
    assert {text.layer.name for text in plan.texts} == {"site", "title"}


def test_a_site_whose_name_cannot_be_drawn_has_cards_all_the_same() -> None:
    plan, _ = planned(an_order("中", site="博客"), FONTS)

    assert plan.texts == ()
    assert draw(an_order("中", site="博客"), a_studio()).data


def test_what_is_missing_is_said_with_the_file_and_the_package() -> None:
    order = an_order("中文")
    (found,) = missing_glyphs(order, "中文", shaping=True)

    assert (found.path, found.name, found.severity) == ("articles/x.md", "glyph-missing", "warning")
    assert "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D, U+6587" in found.message
    assert "apt-get install fonts-noto-cjk" in found.hint
    assert list(missing_glyphs(order, "", shaping=True)) == []


@given(st.binary(), st.text(max_size=5))
def test_the_ledger_gives_back_what_it_got(data: bytes, missing: str) -> None:
    assert Drawn.unpacked(Drawn(data, "image/jpeg", missing).packed()) == Drawn(data, "image/jpeg", missing)


def digest_of_cards() -> str:
    titles = ("Pourquoi signer : une question ?", "مرحبا بكم (2026)", "ทำไมเรา")
    cards = [draw(an_order(title, layout), a_studio()).data for title in titles for layout in LAYOUTS]
    return hashlib.sha256(b"".join(cards)).hexdigest()


def test_another_process_draws_the_same_bytes() -> None:
    paths = ["plugins", "tests", "tests/cards"]
    code = f"import sys; sys.path[:0] = {paths}; import test_share_cards as t; print(t.digest_of_cards())"

    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == digest_of_cards()


def test_workers_draw_the_same_bytes() -> None:
    many = [replace(an_order(f"Number {number}"), key=str(number)) for number in range(20)]

    alone, shared = (pictures(drawn_cards(many, a_studio(), Ledger(), processes)) for processes in (1, 2))

    assert alone == shared


def test_a_wrong_setting_lists_the_known() -> None:
    with pytest.raises(SettingsError, match="known: folder, gallery, layout, system_fonts"):
        typed("BYLINE_CARDS", CardSettings, {"layuot": "article"})
