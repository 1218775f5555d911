"""What a reader's device fetches for an article, pictures aside: bytes after gzip, as a host sends them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from pages import Seen, loaded, read_pages
from running import Blog

KIB = 1024
MOST = 40 * KIB
USUAL = 25 * KIB
# What somebody writes at greater length weighs what it weighs.
LONG = 20 * KIB


def weight(output: Path, page: Seen) -> int:
    """Bytes over the wire: the page, its styles, scripts, icons and fonts."""
    files = [output / page.address.lstrip("/") / "index.html", *sorted(loaded(output, page))]
    return sum(len(gzip.compress(file.read_bytes(), 6, mtime=0)) for file in files)


def weights(output: Path) -> dict[str, int]:
    """Articles that are not long, by address."""
    articles = (page for page in read_pages(output) if "/articles/" in page.address)
    return {page.address: weight(output, page) for page in articles if len(page.text.encode()) < LONG}


def test_an_article_is_light(sample_site: Path) -> None:
    weighed = weights(sample_site / "output")

    assert weighed
    assert {address: size for address, size in weighed.items() if size > USUAL} == {}


def test_articles_of_a_real_blog_are_light(built_blog: Callable[[str], Blog]) -> None:
    weighed = weights(built_blog("ropensci-to-2020").folder / "output")

    assert len(weighed) > 50
    assert {address: size for address, size in weighed.items() if size > MOST} == {}
    assert median(weighed.values()) < USUAL


@pytest.mark.parametrize("site", ["sample", "ropensci-to-2020"])
def test_a_page_has_one_script_at_most(site: str, sample_site: Path, built_blog: Callable[[str], Blog]) -> None:
    folder = sample_site if site == "sample" else built_blog(site).folder
    run = {
        page.address: [script for script in page.scripts if script.get("type") != "application/ld+json"]
        for page in read_pages(folder / "output")
    }

    assert run
    assert [address for address, scripts in run.items() if len(scripts) > 1] == []
    assert [address for address, scripts in run.items() if not all(script.get("src") for script in scripts)] == []
