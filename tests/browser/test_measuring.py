"""A tool of the site's own counts a page under the strict policy, with the link that was followed, and no cookie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from browser.conftest import Served
from checkouts import a_checkout, put, run
from hosting import hosted
from running import article, site

MATOMO = """
BYLINE_MEASURES = {
    "source": "first-party", "tool": "matomo", "site": "1",
    "script": "/matomo/matomo.js", "endpoint": "/matomo/matomo.php",
}
"""
# What stands in for the tool: it shows what it was told, and sends it where it was told to.
TOOL = """
const told = Object.fromEntries(window._paq.map(([name, ...more]) => [name, more[0] ?? true]));
document.documentElement.dataset.told = JSON.stringify(told);
fetch(told.setTrackerUrl);
"""


def test_a_page_is_counted_on_the_sites_own_host(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    a_checkout(checkout)
    put(checkout, "pelicanconf.py", MATOMO)
    content = site(tmp_path, **{"articles/found.md": article(title="Found")})
    options = ["--production", "--siteurl", "https://blog.example.com", "--content", str(content)]
    said = run(checkout, "build", *options)
    assert said.code == 0, said
    output = checkout / "output"
    (output / "matomo").mkdir()
    (output / "matomo" / "matomo.js").write_text(TOOL, "utf-8")
    (output / "matomo" / "matomo.php").write_text("", "utf-8")

    with hosted(output) as url:
        page = open_page("/articles/found/?utm_source=linkedin&utm_content=reader", Served(output, url))
        page.wait_for_function("document.documentElement.dataset.told")
        told = page.evaluate("JSON.parse(document.documentElement.dataset.told)")
        page.wait_for_function("!location.search")  # the address is clean by now, and was counted before

        assert told["setCustomUrl"] == f"{url}/articles/found/?utm_source=linkedin&utm_content=reader"
        assert (told["setTrackerUrl"], told["setSiteId"]) == ("/matomo/matomo.php", "1")
        assert told["disableCookies"]
        assert page.context.cookies() == []
        privacy = open_page("/pages/privacy/", Served(output, url))
        assert privacy.get_by_role("heading", name="How visits are counted").is_visible()
