"""What stands at an address: only what was built, as what it is, and pages with the script that reloads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byline.commit import Root
from byline.serving.answers import OURS, RESERVED, answer, with_script

PAGE = b"<!DOCTYPE html><html><head><title>A</title></head><body><p>A</p></body></html>"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """A built site, with something beside it that nobody may see."""
    folder = tmp_path_factory.mktemp("answers")
    (folder / "internal.html").write_text("secret")
    for name in ("index.html", "articles/a/index.html", "articles/l'été/index.html", "404.html"):
        put(folder / "output" / name, PAGE)
    for name in ("sitemap.xml", "theme/style.css", "x.woff2", "app.js", "manifest.webmanifest", "wasm.unknown.pf_meta"):
        put(folder / "output" / name, b"secret" if name.startswith("wasm") else b"data")
    (folder / ".output.byline-made").touch()
    (folder / "output/leak.html").symlink_to(folder / "internal.html")
    return Root(folder / "output")


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize("address", ["/", "/index.html", "/articles/a/", "/articles/l%27%C3%A9t%C3%A9/"])
def test_a_page_is_given_with_the_script(root: Root, address: str) -> None:
    given = answer(root, address, 7)

    assert (given.status, given.kind) == (200, "text/html; charset=utf-8")
    assert given.body == with_script(PAGE, 7)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/theme/style.css", "text/css; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"),
        ("/x.woff2", "font/woff2"),
        ("/sitemap.xml", "application/xml"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/wasm.unknown.pf_meta", "application/octet-stream"),
    ],
)
def test_a_file_is_given_as_what_it_is_and_unchanged(root: Root, address: str, kind: str) -> None:
    given = answer(root, address, 7)

    assert (given.status, given.kind) == (200, kind)
    assert given.body == (root.output / address[1:]).read_bytes()


def test_a_folder_without_its_slash_leads_to_the_page(root: Root) -> None:
    assert answer(root, "/articles/a", 7).location == "/articles/a/"
    assert answer(root, "//articles/a", 7).location == "/articles/a/"
    assert answer(root, "/articles/l'%C3%A9t%C3%A9", 7).location == "/articles/l%27%C3%A9t%C3%A9/"


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/articles/", "/articles", "/theme/", "/x.woff2/", "/%00", "/leak.html"]
)
def test_what_is_not_there_is_the_site_s_own_page_and_no_folder_is_listed(root: Root, address: str) -> None:
    given = answer(root, address, 7)

    assert (given.status, given.body) == (404, with_script(PAGE, 7))


@given(st.lists(st.sampled_from(["..", ".", "", "%2e%2e", "%2F", "\\", "internal.html", "output", "a"]), max_size=8))
def test_no_address_leads_out_of_the_site(root: Root, parts: list[str]) -> None:
    assert b"secret" not in answer(root, "/" + "/".join(parts), 7).body
    assert b"def " not in answer(root, RESERVED + "/".join(parts), 7).body


@example("x" * 300)
@given(st.text())
def test_every_address_has_an_answer(root: Root, address: str) -> None:
    assert answer(root, f"/{address}", 7).status in (200, 302, 404)


@pytest.mark.parametrize("name", sorted(path.name for path in OURS.glob("*.*s")))
def test_what_pages_load_of_ours_is_there(root: Root, name: str) -> None:
    assert answer(root, RESERVED + name, 7).body == (OURS / name).read_bytes()


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Byline construit le site"), ("en", "Byline builds"), ("de", "Byline builds")]
)
def test_who_waits_reads_why_in_the_language_of_the_site(tmp_path: Path, lang: str, said: str) -> None:
    page = answer(Root(tmp_path), "/", 7, lang).body.decode()

    assert f"<h1>{said}" in page
    assert f'data-lang="{lang}"' in page


def test_a_folder_that_no_build_of_ours_has_filled_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("private notes")
    given = answer(Root(tmp_path), "/index.html", 7)

    assert given.status == 503
    assert b"private notes" not in given.body
    assert b"/_byline/live.js" in given.body


@given(st.binary(), st.sampled_from([b"</head>", b"</HEAD >", b""]), st.binary(), st.integers(min_value=0))
def test_nothing_of_a_page_changes_but_for_the_script(before: bytes, end: bytes, after: bytes, edition: int) -> None:
    page = before + end + after
    tag = f'<script src="/_byline/live.js" data-edition="{edition}" data-lang="en" defer></script>'.encode()

    assert with_script(page, edition).replace(tag, b"", 1) == page.replace(tag, b"", 1)


def test_the_script_stands_at_the_end_of_the_head() -> None:
    assert b"defer></script></head><body>" in with_script(PAGE, 7)
