"""A colleague opens the hub on a phone, as files: chooses, changes, copies, saves. With a script and without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, Page

from byline.channels import shipped
from byline.counting import COUNTERS
from running import byline

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
ARTICLE = "what-makes-a-good-share"
PAGES = (
    *("index", "all", "language-fr", "need-growth", "campaigns", "people", "events", "campfires", "guides", "charter"),
    *("board", "values", "thanks", "signature", "welcome", f"articles/{ARTICLE}", f"fr/articles/{ARTICLE}", "fr/index"),
)
OpenHub = Callable[..., Page]


@pytest.fixture
def open_hub(browser: Browser, sample_site: Path) -> Iterator[OpenHub]:
    """`open_hub("index", java_script_enabled=False)`: a page of the hub, from the folder. It may ask nobody."""
    wrong: list[str] = []
    with ExitStack() as stack:

        def opened(name: str, folder: Path = sample_site / "internal/hub", **options: Any) -> Page:
            context = stack.enter_context(browser.new_context(**{**PHONE, **options}))
            context.route(lambda url: not url.startswith(("file:", "data:")), lambda route: route.abort())
            context.on("request", lambda request: wrong.extend([request.url] * request.url.startswith("http")))
            context.on("weberror", lambda error: wrong.append(str(error.error)))
            page = context.new_page()
            page.goto((folder / f"{name}.html").as_uri())
            return page

        yield opened
    assert wrong == []


@contextmanager
def intranet(folder: Path) -> Iterator[str]:
    """Any web server that has the folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_a_colleague_finds_what_is_french_and_opens_its_kit(open_hub: OpenHub, scripted: bool) -> None:
    page = open_hub("index", java_script_enabled=scripted)

    page.locator(".finder summary").tap()
    way = page.locator(".finder a", has_text="français")
    promised = int(way.locator(".count").inner_text())
    way.tap()
    page.wait_for_url("**/language-fr.html")
    titles = page.locator(".item h3 a")
    assert titles.count() == promised >= 8
    assert {one.get_attribute("lang") for one in titles.all()} == {"fr"}

    titles.first.tap()
    page.wait_for_url("**/articles/*.html")
    assert page.locator("textarea").first.input_value()


def test_a_text_is_counted_while_one_types_and_a_long_one_is_told(open_hub: OpenHub) -> None:
    page = open_hub(f"articles/{ARTICLE}")
    page.locator("#x summary").tap()
    draft = page.locator("#x .draft").first
    field, counter = draft.locator("textarea"), draft.locator(".counter")
    before = int(counter.locator("output").inner_text())

    field.press("Control+Home")
    field.type("Lu 😀 ")
    assert int(counter.locator("output").inner_text()) == before + 6
    assert not counter.locator(".over").is_visible()

    field.press("Control+Home")
    field.type("x" * 300)
    assert counter.locator(".over").is_visible()
    assert field.get_attribute("aria-invalid") == "true"


def test_what_one_typed_goes_to_the_network(open_hub: OpenHub) -> None:
    page = open_hub(f"articles/{ARTICLE}")
    page.locator("#bluesky summary").tap()
    draft = page.locator("#bluesky .draft").first

    draft.locator("textarea").fill("Mine & only mine\nhttps://blog.example.com/?a=1#b")

    assert draft.locator("a.open").get_attribute("href") == (
        "https://bsky.app/intent/compose?text=Mine%20%26%20only%20mine%0Ahttps%3A%2F%2Fblog.example.com%2F%3Fa%3D1%23b"
    )


def test_the_text_as_it_stands_is_copied(open_hub: OpenHub) -> None:
    page = open_hub(f"articles/{ARTICLE}", permissions=["clipboard-read", "clipboard-write"])
    draft = page.locator("#linkedin .draft").first
    draft.locator("textarea").fill("Mine, with é and 😀")

    draft.locator("button.copy").tap()
    page.locator("button.copy", has_text="Copied").first.wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == "Mine, with é and 😀"


def test_without_a_script_everything_but_the_extras_is_there(open_hub: OpenHub) -> None:
    page = open_hub(f"articles/{ARTICLE}", java_script_enabled=False)
    page.locator("#x summary").tap()
    draft = page.locator("#x .draft").first

    assert draft.locator("textarea").is_editable()
    assert draft.locator(".counter").inner_text().strip().endswith("of 280")
    assert (draft.locator("a.open").get_attribute("href") or "").startswith("https://x.com/intent/post?text=")
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_a_code_is_saved_from_the_folder_and_can_be_read(open_hub: OpenHub, scripted: bool, tmp_path: Path) -> None:
    page = open_hub(f"articles/{ARTICLE}", java_script_enabled=scripted, accept_downloads=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="Save the QR code").tap()
    download.value.save_as(tmp_path / "code.png")

    target = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))[0].text
    assert target.startswith(f"https://blog.example.com/articles/{ARTICLE}/?utm_source=qr&utm_medium=referral")


def test_a_card_is_saved_from_an_intranet_and_opened_from_a_folder(
    open_hub: OpenHub, browser: Browser, sample_site: Path, tmp_path: Path
) -> None:
    with intranet(sample_site / "internal/hub") as url, browser.new_context(**PHONE, accept_downloads=True) as context:
        page = context.new_page()
        page.goto(f"{url}/articles/{ARTICLE}.html")
        with page.expect_download() as download:
            page.get_by_role("link", name="Save the card").tap()
        download.value.save_as(tmp_path / "card")
    assert Image.open(tmp_path / "card").size == (1200, 630)

    page = open_hub(f"articles/{ARTICLE}")
    page.get_by_role("link", name="Save the card").tap()
    page.wait_for_url("**/cards/*")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barriers_that_a_machine_can_find(open_hub: OpenHub, name: str) -> None:
    page = open_hub(name, color_scheme="light", reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_personal_file_works_and_has_no_barriers(open_hub: OpenHub, tmp_path: Path, shared_folder: Path) -> None:
    said = byline("hub", "--for", "lena-example", "--to", tmp_path, "--mail", "--cache", shared_folder / "sample/cache",
                  SOURCE_DATE_EPOCH="1780000000")  # fmt: skip
    assert said.code == 0, said
    page = open_hub("lena-example", tmp_path, bypass_csp=True)

    page.locator("details.channel summary").first.tap()
    page.locator("textarea").first.fill("x" * 3001)
    assert page.locator(".over").first.is_visible()
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true })")
    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    assert (tmp_path / "lena-example.eml").is_file()


# --- the script counts as we do ---------------------------------------------------------------------------------------

TRICKY = (
    *(
        "",
        " ",
        "a",
        "é",
        "e\u0301",
        "ﬁ",
        "漢字",
        "ひらがな",
        "한국어",
        "العربية",
        "हिन्दी",
        "ไทย",
        "\n",
        "a\r\nb",
        "…—“”",
        "’",
    ),
    *("😀", "👍🏽", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇫🇷", "🇫", "1️⃣", "☎️", "☎", "©", "™️", "\u200d", "a\u0300\u0301\u0302"),
    *("https://a.example/x?y=z#w", "see https://a.example.", "(https://en.wikipedia.org/wiki/A_(b))", "http://x.y/é,"),
    *("example.com", "example.com/a", "a@example.com", "bit.ly/x", "foo.bar", "v1.2.3", "e.g. this", "t.co", "Ask@me"),
    *(
        "@jane@example.social hi",
        "#tag https://x.example/a https://y.example/b",
        "日本語https://a.example/日本語",
        "<b>&'\"!*()",
    ),
)


@pytest.fixture
def counts(open_hub: OpenHub) -> Callable[[str, str], int]:
    page = open_hub("index")
    return lambda text, how: page.evaluate("([text, how]) => bylineHub.counted(text, how, 0, 0)", [text, how])


@pytest.mark.parametrize("how", sorted(COUNTERS))
def test_the_script_counts_as_the_checks_do(counts: Callable[[str, str], int], how: str) -> None:
    ours = {text: COUNTERS[how](text) for text in TRICKY}  # type: ignore[index]

    assert {text: counts(text, how) for text in TRICKY} == ours


def test_the_script_counts_any_text_as_the_checks_do(counts: Callable[[str, str], int]) -> None:
    letters = st.sampled_from(
        ["a", "é", "漢", "😀", "👍🏽", "🇫🇷", "\u200d", "\u0301", " ", "\n", ".", "/", "@", "http://a.bc"]
    )

    @settings(max_examples=60, deadline=None)
    @given(st.lists(letters, max_size=12).map("".join))
    def check(text: str) -> None:
        for how, counted in COUNTERS.items():
            assert counts(text, how) == counted(text), how

    check()


def test_a_limit_of_bytes_counts_where_it_is_the_tighter_one(open_hub: OpenHub) -> None:
    bluesky = next(channel for channel in shipped() if channel.limit_bytes)
    family = "👩‍👩‍👧‍👦" * 200
    length = open_hub("index").evaluate(
        "([text, how, limit, bytes]) => bylineHub.counted(text, how, limit, bytes)",
        [family, bluesky.counts, bluesky.limit, bluesky.limit_bytes],
    )

    assert length == bluesky.length(family) > bluesky.limit
