"""Pages that were kept are looked at again only where they may name an address that is gone."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.press.verify import addresses_in, signs_of

PARTS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/?#%\\\t\r\n "), min_size=1), min_size=1)


@given(PARTS)
def test_whoever_names_an_address_holds_its_sign(parts: list[str]) -> None:
    address = f"/{'/'.join(parts)}/"
    for written in (quote(address), escape(address)):
        page = f'<a href="{written}">x</a>'.encode()
        if address in addresses_in(page):
            assert all(sign in page for sign in signs_of([address]))


@pytest.mark.parametrize("address", ["/cards/article/why.0a1b2c3d.png", "/été/", "/"])
def test_a_sign_is_as_telling_as_an_address_lets_it_be(address: str) -> None:
    signs = {"/cards/article/why.0a1b2c3d.png": b"why.0a1b2c3d.png", "/été/": b"t", "/": b""}

    assert signs_of([address]) == {signs[address]}
