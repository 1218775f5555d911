"""Badges as pictures: the same every time, in the brand's colors, readable without seeing them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from byline.badges import badge_rules
from byline.brand import schemes
from byline.model import SYMBOLS, BadgeRule, Brand, Goal
from byline.recognition.drawing import badge_svg, rim

SVG = "{http://www.w3.org/2000/svg}"
BRAND = Brand("Merrow & Finch", accent="#0f5e5a")


def drawn(lang: str = "en", **fields: object) -> ET.Element:
    rule = BadgeRule(**{"id": "mine", "name": "Mine", "means": "Did it.", **fields})  # type: ignore[arg-type]
    return ET.fromstring(badge_svg(rule, lang, BRAND))


def test_it_says_its_name_and_meaning_in_the_reader_s_language() -> None:
    picture = drawn("fr", names={"fr": "À moi"}, meanings={"fr": "L’a fait."})

    assert picture.get("role") == "img"
    ids = str(picture.get("aria-labelledby")).split()
    assert [next(e.text for e in picture if e.get("id") == id) for id in ids] == ["À moi", "L’a fait."]


def test_what_people_write_stays_text() -> None:
    picture = drawn(name="<script>alert(1)</script>", means='"&<>')

    assert picture.findtext(f"{SVG}title") == "<script>alert(1)</script>"
    assert {element.tag for element in picture.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "path", "circle", "g", "rect", "text")
    }


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_symbol_can_be_drawn(symbol: str) -> None:
    assert re.fullmatch(
        r"M[-\d. MLHVASCaclhsvz]+", str(drawn(symbol=symbol).findall(f".//{SVG}g/{SVG}path")[0].get("d"))
    )


def test_more_than_one_stands_on_it_as_a_number() -> None:
    assert drawn(goal=Goal(at_least=25)).findtext(f"{SVG}text") == "25"
    assert drawn().find(f"{SVG}text") is None


def test_the_same_badge_is_drawn_alike_and_two_differ() -> None:
    rules = badge_rules({})[0]
    pictures = [badge_svg(rule, "en", BRAND) for rule in rules]

    assert pictures == [badge_svg(rule, "en", BRAND) for rule in rules]
    assert len({*pictures}) == len(rules)


def test_it_takes_the_brand_s_colors_in_both_schemes_and_fetches_nothing() -> None:
    text = badge_svg(badge_rules({})[0][0], "en", BRAND)
    light, dark = schemes(BRAND)

    assert all(color in text for scheme in (light, dark) for color in (scheme.accent, scheme.ink, scheme.paper))
    assert "prefers-color-scheme: dark" in text
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("lobes", [12, 15, 18, 21])
def test_the_rim_closes_and_stays_inside_its_field(lobes: int) -> None:
    numbers = [float(one) for one in re.findall(r"[\d.]+", rim(lobes))]

    assert rim(lobes).count("A") == lobes
    assert rim(lobes).endswith("z")
    assert max(numbers) <= 120
