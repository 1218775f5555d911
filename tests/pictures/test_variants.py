"""Pictures are made once, at each width, and named by what they hold."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from byline.ledger import Ledger
from byline.pictures.settings import PictureSettings
from byline.pictures.variants import Variant, packed, pictures, unpacked
from byline.settings import SettingsError, typed
from picture_files import a_picture

SMALL = PictureSettings(widths=(20, 40))


def test_a_picture_is_offered_at_each_width(tmp_path: Path) -> None:
    a_picture(tmp_path / "images/My Räck.png", (80, 60))

    made, files = pictures(tmp_path, ["images/My Räck.png"], Ledger(), SMALL)

    picture = made["images/My Räck.png"]
    assert (picture.width, picture.height, list(picture.variants)) == (40, 30, [20, 40])
    assert re.fullmatch(r"/images/my-rack\.[0-9a-f]{8}-40\.webp", picture.address)
    assert [Image.open(BytesIO(file.data)).size for file in files] == [(20, 15), (40, 30)]
    assert [f"/{file.save_as}" for file in files] == list(picture.variants.values())


def test_avif_is_offered_when_it_is_wanted(tmp_path: Path) -> None:
    a_picture(tmp_path / "rack.png")

    made, files = pictures(tmp_path, ["rack.png"], Ledger(), PictureSettings(widths=(20, 40), avif=True))

    assert list(made["rack.png"].avif) == [20, 40]
    assert len(files) == 4


def test_a_reserved_or_empty_name_becomes_picture(tmp_path: Path) -> None:
    for name in ("con.png", "!.png"):
        a_picture(tmp_path / name)

    made, _ = pictures(tmp_path, ["con.png", "!.png"], Ledger(), SMALL)

    assert all(picture.address.startswith("/images/picture.") for picture in made.values())


def test_one_picture_in_two_places_is_printed_once(tmp_path: Path) -> None:
    a_picture(tmp_path / "a/rack.png")
    a_picture(tmp_path / "b/rack.png")

    made, files = pictures(tmp_path, ["a/rack.png", "b/rack.png"], Ledger(), SMALL)

    assert (len(made), len(files)) == (2, 2)


def test_a_picture_that_was_made_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_picture(tmp_path / "rack.png")
    ledger = Ledger(tmp_path / "cache")
    first = pictures(tmp_path, ["rack.png"], ledger, SMALL)

    monkeypatch.setattr("byline.pictures.variants.open_picture", lambda _: pytest.fail("opened again"))

    assert pictures(tmp_path, ["rack.png"], Ledger(tmp_path / "cache"), SMALL) == first


def test_other_settings_make_other_pictures(tmp_path: Path) -> None:
    a_picture(tmp_path / "rack.png")
    ledger = Ledger()

    low, high = (
        pictures(tmp_path, ["rack.png"], ledger, PictureSettings(widths=(40,), quality=quality)) for quality in (10, 95)
    )

    assert low[0]["rack.png"].address != high[0]["rack.png"].address


@given(
    st.lists(
        st.builds(Variant, st.integers(1, 4096), st.integers(1, 4096), st.sampled_from(["webp", "avif"]), st.binary()),
        max_size=6,
    )
)
def test_the_ledger_gives_back_what_it_got(variants: list[Variant]) -> None:
    assert unpacked(packed(variants)) == tuple(variants)


@pytest.mark.parametrize("given", [{"widths": []}, {"widths": [1]}, {"quality": 0}, {"widht": [480]}])
def test_a_wrong_setting_teaches(given: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match="BYLINE_PICTURES"):
        typed("BYLINE_PICTURES", PictureSettings, given)
