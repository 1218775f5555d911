"""Texts from many hands: nothing that somebody writes runs in a reader's browser, even without a policy."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from running import article, build, site

MARK = "window.pwned=1"
HOSTILE = [
    f"<script>{MARK}</script>",
    f"<img src=x onerror={MARK}>",
    f"<svg onload={MARK}><script>{MARK}</script></svg>",
    f"<svg><animate onbegin={MARK} attributeName=x dur=1s></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    f"<iframe src='javascript:parent.{MARK}'></iframe>",
    f"<a id=click href='javascript:{MARK}'>click</a>",
    f"[click](javascript:{MARK})",
    f"[click](JaVaScRiPt&colon;{MARK})",
    f"<a href='data:text/html,<script>{MARK}</script>'>click</a>",
    f"<form action='javascript:{MARK}'><button>click</button></form>",
    f"<details open ontoggle={MARK}><summary>x</summary></details>",
    f"<video><source onerror={MARK}></video>",
    f"<body onload={MARK}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={MARK}></style></mglyph></table></mtext></math>",
    f"<noscript><p title='</noscript><img src=x onerror={MARK}>'></noscript>",
    f"<style>@import 'javascript:{MARK}';</style>",
    f"<p style='background:url(javascript:{MARK})'>x</p>",
    f"![x](x.png\"onerror=\"{MARK})",
    f"`<img src=x onerror={MARK}>`",
    f"```html\n<script>{MARK}</script>\n```",
    f"| a |\n|---|\n| <img src=x onerror={MARK}> |",
    f"Text[^1]\n\n[^1]: <img src=x onerror={MARK}>",
    f"# x {{: onclick=\"{MARK}\" }}",
    f"<object data='data:text/html,<script>parent.{MARK}</script>'></object>",
    f"<embed src='javascript:{MARK}'><base href='https://evil.example/'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{MARK}'>",
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose every text is an attack, served without any policy."""
    to = tmp_path_factory.mktemp("hostile")
    title = f"'\"</title><script>{MARK}</script>"
    words = {"title": _quoted(title), "summary": _quoted(HOSTILE[1]), "tags": f"[{_quoted(HOSTILE[0])}]"}
    person = (
        f"---\nname: Jane Doe\nagreed: 2026-01-01\nrole: {_quoted(HOSTILE[1])}\nwhy: {_quoted(HOSTILE[0])}\n---\n\n"
    )
    content = site(
        to,
        **{
            "articles__a.md": article(
                "\n\n".join(HOSTILE), **words, category=_quoted(HOSTILE[0]), series=_quoted(title)
            )
        },
        **{"authors__jane-doe.md": person + "\n\n".join(HOSTILE)},
    )
    said = build(content, to)
    assert said.code == 0, said
    handler = functools.partial(Quiet, directory=str(to / "output"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("address", ["/articles/a/", "/", "/authors/jane-doe/", "/authors/", "/archive/", "/tags/"])
def test_nothing_runs(browser: Browser, hostile_site: str, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(hostile_site + address)
    page.wait_for_load_state("networkidle")
    for link in page.query_selector_all("main a, main button, main summary"):
        link.dispatch_event("click") if "javascript" in (link.get_attribute("href") or "") else None

    assert page.evaluate("window.pwned") is None
    assert [url for url in asked if not url.startswith(hostile_site)] == []
    assert page.query_selector("main iframe, main object, main embed, main form[action^=javascript], base") is None
    assert page.query_selector("[href^='javascript' i], [src^='javascript' i]") is None
    page.close()
