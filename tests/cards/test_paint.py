"""Painting: small, the same every time, and nothing outside of its box. No pixel is compared with a picture on disk."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from byline.cards.canvas import LARGEST
from byline.cards.paint import Painter
from byline.cards.palette import Palette, between, colors
from byline.cards.placing import place
from byline.cards.plan import Contents, DrawingPlan, Portrait
from byline.cards.sprites import Sprites
from byline.model import Brand
from card_parts import ARTICLE, COLORS, CONTENT, FONTS, LAYOUTS, SITE, a_plan, every_font

EVERY = every_font()
COVER = "articles/2026/from-the-orchard/orchard.png"
FACES = tuple(Portrait("XY", f"authors/{name}.png") for name in ("awa-lindqvist", "dawit-perreault", "tom-ashgrove"))
TITLES = st.text(alphabet=st.sampled_from("abgjpqyWÅẾ ,.’»()ABCđЖΩمشפל中「あ한हि😀🇫🇷"), max_size=80)


def painter(content: Path = CONTENT, brand: Brand | None = None, logo: Path | None = None) -> Painter:
    return Painter(colors(brand or Brand()), EVERY, Sprites(content, EVERY, logo))


PAINTER = painter()


def painted(plan: DrawingPlan, by: Painter = PAINTER) -> Image.Image:
    data, _ = by.paint(plan)
    with Image.open(BytesIO(data)) as opened:
        return opened.convert("RGB")


def shown(title: str, layout: str = "article", people: tuple[Portrait, ...] = (), cover: str = "") -> DrawingPlan:
    texts = {**SITE, "title": title, "names": "Jane Doe", "about": "Engineer", "label": "May"}
    return place(Contents(texts, people, cover), LAYOUTS[layout], EVERY, "en")


@settings(max_examples=40, deadline=None)
@given(TITLES, st.sampled_from(["article", "category", "campaign"]))
def test_nothing_is_drawn_outside_of_the_box(title: str, layout: str) -> None:
    left, top, width, height = next(one.box for one in LAYOUTS[layout].texts if one.shows == "title")

    drawn = ImageChops.difference(painted(shown("", layout)), painted(shown(title, layout))).getbbox()

    if drawn:
        assert left <= drawn[0] <= drawn[2] <= left + width
        assert top <= drawn[1] <= drawn[3] <= top + height


@settings(max_examples=25, deadline=None)
@given(TITLES.filter(str.strip))
def test_no_letter_is_cut_by_the_edge_of_its_box(title: str) -> None:
    """The same text in a box that is larger on all sides shows the same."""
    plan = a_plan(title, fonts=EVERY)
    texts = [text for text in plan.texts if text.layer.shows == "title" and len(text.lines) > 1]
    for text in texts:
        left, top, width, height = text.layer.box
        more = replace(text.layer, box=(left - 20, top - 20, width + 40, height + 40))
        runs = tuple(replace(one, x=one.x + 20, baseline=one.baseline + 20) for one in text.runs)
        roomy = replace(plan, texts=(replace(text, layer=more, runs=runs),))

        assert painted(roomy) == painted(replace(plan, texts=(text,)))


def test_the_same_plan_gives_the_same_bytes_from_another_painter() -> None:
    plan = shown("Why we moved 🚀", "co-signed", FACES)

    assert PAINTER.paint(plan) == painter().paint(plan)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_card_has_few_colors_and_few_bytes(layout: str) -> None:
    data, kind = PAINTER.paint(shown("Why we moved the whole platform", layout))

    with Image.open(BytesIO(data)) as card:
        assert (kind, card.format, card.mode, card.size) == ("image/png", "PNG", "P", (1200, 630))
    assert len(data) < 24_000


def test_a_photograph_fills_a_jpeg() -> None:
    data, kind = PAINTER.paint(shown("Seen from the orchard", "cover", FACES[:1], COVER))

    with Image.open(BytesIO(data)) as card:
        assert (kind, card.format, card.mode, card.size) == ("image/jpeg", "JPEG", "RGB", (1200, 630))
    assert len(data) < LARGEST


def test_the_noisiest_photograph_stays_below_what_networks_take(tmp_path: Path) -> None:
    Image.merge("RGB", [Image.effect_noise((1600, 900), 120) for _ in range(3)]).save(tmp_path / "noise.png")

    data, _ = painter(tmp_path).paint(shown("Noise", "cover", cover="noise.png"))

    assert len(data) <= LARGEST


def test_a_picture_that_cannot_be_used_leaves_initials(tmp_path: Path) -> None:
    (tmp_path / "jane.jpg").write_bytes(b"\xff\xd8\xff broken")
    by = painter(tmp_path)

    assert painted(shown("Why", people=(Portrait("JD", "jane.jpg"),)), by).getpixel((361, 455)) == COLORS["accent"]
    assert by.paint(shown("Why", "cover", cover="jane.jpg"))[1] == "image/png"


def test_a_portrait_is_a_disc_on_the_ground_of_the_card() -> None:
    card = painted(shown("Why", people=FACES[:1]))
    left, top, side, _ = next(layer.box for layer in ARTICLE.layers if layer.name == "portrait")

    assert card.getpixel((left, top)) == COLORS["paper"]
    assert len({card.getpixel((left + 20 + x, top + 46)) for x in range(side - 40)}) > 3


def test_the_logo_of_the_brand_is_on_the_card(tmp_path: Path) -> None:
    Image.new("RGBA", (60, 30), (255, 0, 0, 255)).save(tmp_path / "logo.png")
    with_logo, without = painted(shown("Why"), painter(logo=tmp_path / "logo.png")), painted(shown("Why"))
    box = next(layer.box for layer in ARTICLE.layers if layer.name == "logo")

    assert ImageChops.difference(with_logo, without).getbbox() == (58, 83, 158, 133)
    assert with_logo.getpixel((box[0] + 50, box[1] + 50)) == (255, 0, 0)


def test_a_card_has_the_colors_of_the_brand() -> None:
    card = painted(shown("Why"), painter(brand=Brand(accent="#e11d48")))

    assert card.getpixel((10, 10)) == (0xE1, 0x1D, 0x48)


def test_a_full_palette_takes_the_nearest_color() -> None:
    palette = Palette()
    places = [palette.place((number, number, number)) for number in range(256)]

    assert places == list(range(256))
    assert palette.place((7, 7, 9)) == palette.place((8, 8, 8))


def test_a_color_between_two_is_either_at_its_ends() -> None:
    assert (between((0, 0, 0), (9, 9, 9), 0), between((0, 0, 0), (9, 9, 9), 1)) == ((0, 0, 0), (9, 9, 9))


def test_parentheses_in_hebrew_are_mirrored() -> None:
    """Drawn by the font of the Latin text, which knows nothing of Hebrew."""
    plan = a_plan("שלום (עולם)", lang="he", fonts=FONTS)
    runs = [placed.run for text in plan.texts for placed in text.runs if "(" in placed.run.text]

    assert [(run.level % 2, run.is_simple) for run in runs] == [(1, False)] * len(runs) != []
