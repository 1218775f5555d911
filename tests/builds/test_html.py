"""Every page of the sample and of a real blog is right to the letter, and sound in its structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pages import Seen, read_pages
from running import Blog

Pages = tuple[Seen, ...]


@pytest.fixture(scope="module", params=["sample", "ropensci-to-2020"])
def pages(request: pytest.FixtureRequest, sample_site: Path, built_blog: Callable[[str], Blog]) -> Pages:
    folder = sample_site if request.param == "sample" else built_blog(request.param).folder
    found = read_pages(folder / "output")
    assert len(found) > 30
    return found


def test_every_page_passes_a_strict_parser(pages: Pages) -> None:
    assert {page.address: page.errors for page in pages if page.errors} == {}


def test_every_page_has_one_title_and_leaves_no_level_of_headings_out(pages: Pages) -> None:
    assert [page.address for page in pages if page.levels.count(1) != 1] == []
    gaps = {page.address: page.levels for page in pages if skips(page.levels)}
    assert gaps == {}


def skips(levels: tuple[int, ...]) -> bool:
    return any(below > above + 1 for above, below in zip((0, *levels), levels, strict=False))


def test_every_page_is_in_the_language_that_its_address_says(pages: Pages) -> None:
    default = next(page.lang for page in pages if page.address == "/")
    assert [page.address for page in pages if page.lang != (page.prefix or default)] == []


def test_every_id_is_there_once(pages: Pages) -> None:
    twice = {page.address: [id for id, count in Counter(page.ids).items() if count > 1] for page in pages}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_picture_has_a_description_and_keeps_its_place_free(pages: Pages) -> None:
    shown = [(page.address, image) for page in pages for image in page.images]
    assert shown
    assert [one for one in shown if not {"alt", "width", "height"} <= one[1].keys()] == []


def test_versions_of_a_page_name_each_other_and_themselves(pages: Pages) -> None:
    told = {page.canonical: page.alternates for page in pages if page.alternates}
    assert told
    for address, versions in told.items():
        assert address in versions.values()
        assert "x-default" in versions
        for version in versions.values():
            assert told.get(version) == versions, f"{address} names {version}, which does not answer in kind"
