"""Layouts are data; a wrong one says file, key and what was expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from byline.cards.layers import LogoLayer, PortraitLayer, TextLayer
from byline.cards.layout import CardLayout, covers, inside, touches
from byline.cards.palette import colors
from byline.cards.reading import layout_schema, read_layouts
from byline.colors import READABLE, contrast
from byline.model import Brand
from byline.settings import SettingsError
from card_parts import ARTICLE, LAYOUTS, ROOT, THEME

NAMES = ["article", "author", "campaign", "category", "co-signed", "cover", "home", "page"]
GOOD = (THEME / "cards/article.toml").read_text("utf-8")


def fault(folder: Path, text: str) -> str:
    (folder / "mine.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as raised:
        read_layouts([folder])
    return str(raised.value)


def hexed(rgb: tuple[int, int, int]) -> str:
    return "#" + bytes(rgb).hex()


def test_the_theme_has_a_layout_for_every_kind() -> None:
    assert sorted(LAYOUTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_matters_stands_in_the_square_that_small_previews_show(name: str) -> None:
    for layer in LAYOUTS[name].layers:
        if isinstance(layer, TextLayer | PortraitLayer) and not layer.beside:
            assert inside(layer.box, (285, 0, 630, 630)), layer.name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "brand", [Brand(), Brand(accent="#ffd400"), Brand(accent="#e11d48", ink="#000000"), Brand(accent="#0f5e5a")]
)
def test_every_text_can_be_read_on_its_ground(name: str, brand: Brand) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, or 3 to 1 for large letters. A light accent that cannot be read is brand.toml's."""
    known, layout = colors(brand), LAYOUTS[name]
    for layer in layout.texts:
        if layer.color == "accent" and brand.accent == "#ffd400":
            continue
        needed = 3.0 if (layer.weight >= 700 and min(layer.sizes) >= 19) or min(layer.sizes) >= 24 else READABLE
        found = contrast(hexed(known[layer.color]), hexed(known[layout.grounds[layer.name]]))
        assert found >= needed, layer.name


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('color = "accent"', 'color = "pink"'), "cards/mine.toml: layer 'spine': color: cannot be 'pink'"),
        (('draws = "disc"', 'draws = "disk"'), "layer 'moon': draws cannot be 'disk'"),
        (('draws = "disc"', 'draws = "disk"'), "Did you mean 'disc'?"),
        (("leading = 1.08", "leeding = 1.08"), "layer 'title': unknown setting 'leeding' (known: align, beside, box"),
        (("leading = 1.08", 'leading = "wide"'), "layer 'title': leading: cannot be 'wide': write a number"),
        (("weight = 800", "weight = 8000"), "layer 'site': weight: cannot be 8000: write 900 or less"),
        (("box = [0, 0, 216, 630]", "box = [0, 0, 216]"), "layer 'spine': box.3: is missing: write it"),
        (('background = "paper"', ""), "cards/mine.toml: background: is missing: write it"),
        (('background = "paper"', 'background = "paper"\nwidht = 3'), "cards/mine.toml: unknown setting 'widht'"),
        (('name = "moon"', 'name = "spine"'), "layer 'spine': there is another of this name"),
        (("[315, 122, 570, 298]", "[200, 122, 570, 298]"), "layer 'title': box [200, 122, 570, 298] leaves the safe"),
        (("[315, 122, 570, 298]", "[315, 122, 900, 298]"), "leaves the card, which is 1200 by 630"),
        (("[84, 76", "[76, 84"), "layer 'title': sizes cannot be [76, 84"),
        (
            ("[0, 0, 216, 630]", "[0, 0, 400, 630]"),
            "layer 'title': stands half on 'spine': move it",
        ),
        (("[0, 0, 216, 630]", "[0, 0, 1200, 630]"), "layer 'site': color 'accent' stands on the same color"),
        (('takes = "about"', 'takes = "role"'), "layer 'names': takes cannot be 'role'"),
    ],
)
def test_a_wrong_layout_says_file_key_and_what_was_expected(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert change[0] in GOOD

    found = fault(tmp_path, GOOD.replace(*change, 1))

    assert said in found
    assert all(line.startswith("cards/mine.toml: ") for line in found.splitlines())


def test_every_fault_of_every_file_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("width = ", "utf-8")

    found = fault(tmp_path, GOOD.replace('color = "accent"', 'color = "pink"').replace("leading", "leeding"))

    assert [line.split(": ")[0] for line in found.splitlines()] == ["cards/mine.toml"] * 3 + ["cards/other.toml"]


def test_a_layout_of_the_own_theme_takes_the_place_of_that_which_it_extends(tmp_path: Path) -> None:
    (tmp_path / "page.toml").write_text(GOOD, "utf-8")

    assert read_layouts([tmp_path, THEME / "cards"])["page"] == ARTICLE


def test_the_color_below_a_layer_is_that_of_the_last_one_under_all_of_it() -> None:
    assert ARTICLE.grounds["title"] == "paper"
    assert ARTICLE.grounds["moon"] == "accent"
    assert LAYOUTS["cover"].grounds["title"] == "paper"


def test_a_disc_lies_under_a_box_when_all_its_corners_are_within() -> None:
    moon = next(layer for layer in ARTICLE.layers if layer.name == "moon")

    assert covers(moon, (-100, 500, 100, 100))
    assert not covers(moon, (-196, 392, 50, 50))
    assert not touches(moon, (-196, 392, 20, 20))
    assert touches(moon, (150, 560, 200, 60))


def test_a_mirrored_layout_begins_at_the_right() -> None:
    title = next(layer for layer in ARTICLE.mirrored.texts if layer.name == "title")
    spine = ARTICLE.mirrored.layers[0]

    assert title.box[0] + title.box[2] == 1200 - 315
    assert spine.box == (984, 0, 216, 630)
    assert ARTICLE.mirrored.mirrored == ARTICLE


def test_a_text_takes_the_room_of_one_that_has_nothing_to_show() -> None:
    def names(layout: CardLayout) -> int:
        return next(layer.box[3] for layer in layout.texts if layer.name == "names")

    assert names(ARTICLE.without({"about"})) > names(ARTICLE.without({"label"})) == names(ARTICLE)


def test_editors_know_what_may_stand_in_a_layout() -> None:
    schema = json.loads(layout_schema())
    kinds = schema["properties"]["layers"]["items"]["discriminator"]["mapping"]

    assert sorted(kinds) == ["box", "cover", "disc", "logo", "portraits", "text"]
    assert (ROOT / "docs/schemas/theme/card.json").read_text("utf-8") == layout_schema()
    assert all(
        file.read_text("utf-8").startswith("#:schema ../../../docs/schemas/theme/card.json\n")
        for file in (THEME / "cards").glob("*.toml")
    )


def test_every_layout_has_room_for_a_logo() -> None:
    without = {name for name, layout in LAYOUTS.items() if not any(isinstance(one, LogoLayer) for one in layout.layers)}

    assert without <= {"campaign"}
