"""What hosts and readers of old addresses get."""

from __future__ import annotations

import pytest

from builders import a_site, an_article, an_edition
from built import a_build
from byline.model import Edition, File, Page
from byline.redirects.output import redirect_output
from byline.redirects.redirects import RedirectSettings

EDITION = an_edition(an_article("why", aliases=("/2019/café/", "/2018/why.html")))


def printed(edition: Edition, **fields: object) -> tuple[list[Page], dict[str, str]]:
    values = list(redirect_output(a_build(edition, RedirectSettings(), **fields)))
    files = {value.save_as: value.data.decode() for value in values if isinstance(value, File)}
    return [value for value in values if isinstance(value, Page)], files


def rules(headers: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in headers.splitlines():
        if not line.startswith(" "):
            current = found.setdefault(line, [])
        else:
            current.append(line.strip())
    return found


def test_each_old_address_has_a_page_that_search_engines_ignore() -> None:
    pages, _ = printed(EDITION)

    assert [(p.kind, p.address, p.save_as, p.values, p.noindex) for p in pages] == [
        ("redirect", "/2018/why.html", "2018/why.html", {"target": "/articles/why/"}, True),
        ("redirect", "/2019/café/", "2019/café/index.html", {"target": "/articles/why/"}, True),
    ]


@pytest.mark.parametrize(("url", "base"), [("https://example.com", ""), ("https://example.com/blog", "/blog")])
def test_the_host_is_told_every_redirect(url: str, base: str) -> None:
    edition = an_edition(*EDITION.articles, site=a_site(url=url))

    assert printed(edition)[1]["_redirects"] == (
        f"{base}/2018/why.html {base}/articles/why/ 301\n{base}/2019/caf%C3%A9/ {base}/articles/why/ 301\n"
    )


def test_other_rooms_find_the_redirects_in_the_build() -> None:
    build = a_build(EDITION, RedirectSettings())
    list(redirect_output(build))

    assert build.redirects == {"/2018/why.html": "/articles/why/", "/2019/café/": "/articles/why/"}


def test_an_alias_that_is_in_use_is_an_error() -> None:
    archive = Page("archive", "/2018/why.html", "2018/why.html", "en")
    build = a_build(EDITION, RedirectSettings(), pages=[archive])
    list(redirect_output(build))

    assert [(f.name, f.severity) for f in build.findings] == [("alias-taken", "error")]
    assert "/2018/why.html" not in build.redirects


def test_every_page_has_the_one_content_security_policy_and_its_companions() -> None:
    everywhere = rules(printed(EDITION, production=True)[1]["_headers"])["/*"]

    assert everywhere[0] == (
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
        "img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
        "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "upgrade-insecure-requests"
    )
    assert [line.partition(":")[0] for line in everywhere[1:]] == [
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    ]


@pytest.mark.parametrize(("path", "elsewhere"), [("/cards/*", True), ("/images/*", True), ("/theme/*", False)])
def test_named_by_content_means_kept_for_good_and_pictures_may_be_shown_elsewhere(path: str, elsewhere: bool) -> None:
    said = rules(printed(EDITION)[1]["_headers"])[path]

    assert "Cache-Control: public, max-age=31536000, immutable" in said
    assert ("Cross-Origin-Resource-Policy: cross-origin" in said) is elsewhere


@pytest.mark.parametrize("production", [True, False])
def test_only_a_preview_asks_search_engines_to_stay_away(production: bool) -> None:
    headers = printed(EDITION, production=production)[1]["_headers"]

    assert ("X-Robots-Tag: noindex, nofollow" in headers) is not production
