"""What is published, and what never leaves: drafts, embargoes, hidden and expired articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Said, article, build, byline, check, site, tree

SENTINEL = "Xanthippe"


def secret(**fields: str) -> str:
    """An article that carries the sentinel everywhere a text can stand."""
    named = {"title": SENTINEL, "summary": SENTINEL, "category": SENTINEL, "tags": f"[{SENTINEL}]", "series": SENTINEL}
    return article(f"## {SENTINEL}\n\n![{SENTINEL}]({SENTINEL.lower()}.png)\n", **(named | fields))


def picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    data = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(data, "PNG")
    return data.getvalue()


def published(tmp_path: Path, *more: str, **files: str | bytes) -> tuple[Said, dict[str, bytes]]:
    content = site(tmp_path, **files)
    said = build(content, tmp_path, "--siteurl", "https://blog.example.com", *more)
    assert said.code == 0, said
    return said, tree(tmp_path / "output")


def names(files: dict[str, bytes], word: str = SENTINEL) -> list[str]:
    """Files that hold the word, in their bytes or in their own name."""
    low = word.lower()
    return [path for path, data in files.items() if low in path.lower() or low.encode() in data.lower()]


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"date": "2099-01-01"}, {"date": "2099-01-01", "status": "hidden"}]
)
def test_in_production_nothing_of_an_unpublished_article_is_in_any_byte(tmp_path: Path, fields: dict) -> None:
    files = {"articles__secret.md": secret(**fields), "articles__open.md": article()}
    said, out = published(tmp_path, "--production", **files, **{f"articles__{SENTINEL.lower()}.png": picture()})
    assert names(out) == []
    assert names(tree(tmp_path / "internal")) == []
    assert "2 articles read (1 " in said.out


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"date": "2099-01-01"}])
def test_before_that_it_has_a_page_of_its_own_and_no_place_in_lists(tmp_path: Path, fields: dict) -> None:
    _, out = published(tmp_path, **{"articles__secret.md": secret(id="the-id", **fields)})
    assert b"noindex" in out["drafts/the-id/index.html"]
    listing = {
        "index.html",
        "feed.xml",
        "atom.xml",
        "feed.json",
        "sitemap.xml",
        "archive/index.html",
        "authors/jane-doe/index.html",
    }
    assert listing.isdisjoint(names(out))


def test_a_hidden_article_has_a_page_and_is_in_no_list(tmp_path: Path) -> None:
    _, out = published(tmp_path, "--production", **{"articles__secret.md": secret(status="hidden")})
    pages = [path for path in names(out) if path.endswith((".html", ".xml", ".json"))]
    assert pages == ["articles/secret/index.html"]
    assert b"noindex" in out["articles/secret/index.html"]


def test_an_expired_article_says_so_at_its_address(tmp_path: Path) -> None:
    files = {"articles__old.md": article(SENTINEL, expires="2026-06-01"), "articles__new.md": article(title="New one")}
    _, out = published(tmp_path, "--production", **files)
    gone = out["articles/old/index.html"].decode()
    assert "noindex" in gone
    assert "/articles/new/" in gone
    assert names(out) == []


def test_a_link_to_an_unpublished_article_is_a_warning_and_no_link(tmp_path: Path) -> None:
    files = {"articles__a.md": article("See [that]({filename}b.md)."), "articles__b.md": article(status="draft")}
    said, out = published(tmp_path, "--production", **files)
    assert "a.md:7: link-to-unpublished: " in said.err
    assert b"that" in out["articles/a/index.html"]
    assert b"drafts" not in out["articles/a/index.html"]


def test_old_addresses_lead_to_the_article_without_chains(tmp_path: Path) -> None:
    files = {"articles__a.md": article(aliases="[/2019/old/, /old.html]")}
    _, out = published(tmp_path, **files)
    assert out["_redirects"] == b"/2019/old/ /articles/a/ 301\n/old.html /articles/a/ 301\n"
    assert b"/articles/a/" in out["2019/old/index.html"]
    assert b"/articles/a/" in out["old.html"]


def test_production_demands_an_address_and_permanent_ids_in_writing(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    said = build(content, tmp_path, "--production")
    assert said.code == 1
    assert "--production needs siteurl" in said.err
    assert not (tmp_path / "output").exists()


def test_who_has_not_agreed_is_shown_by_name_alone(tmp_path: Path) -> None:
    person = f"---\nname: Omar Haddad\nrole: {SENTINEL}\nwhy: {SENTINEL}\nlinks: {{website: https://{SENTINEL}.example}}\n---\n\n{SENTINEL}\n"
    files = {"authors__omar.md": person, "articles__a.md": article(authors="[omar]"), "authors__omar.jpg": picture()}
    _, out = published(tmp_path, **files)
    assert names(out) == []
    assert b"Omar Haddad" in out["authors/omar/index.html"]
    assert not [path for path in out if "portrait" in path]


def test_files_that_are_no_texts_never_leave(tmp_path: Path) -> None:
    planted = {
        "articles__.env": SENTINEL,
        "articles__notes~": SENTINEL,
        "articles__a__raw.json": SENTINEL,
        "pages__.draft.md": SENTINEL,
        "authors__jane-doe.toml": SENTINEL,
        "secret.csv": SENTINEL,
        "articles__unused-xanthippe.png": picture(),
    }
    links = "[a](a/raw.json) [b]({static}/secret.csv) [c](../authors/jane-doe.toml) [d]({attach}.env)\n"
    said, out = published(tmp_path, **{**planted, "articles__a.md": article(links)})
    assert names(out) == []
    assert said.err.count(": dead-link: ") == 4


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.png").write_bytes(picture())
    content = site(tmp_path, **{"articles__a.md": article("![x](x.png)")})
    (content / "articles" / "x.png").symlink_to(tmp_path / "outside.png")
    said = check(content, tmp_path)
    assert said.code == 1
    assert "articles/x.png:1: symlink: " in said.err


def test_what_the_camera_wrote_into_a_picture_is_gone(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    place, data = Image.Exif(), BytesIO()
    place.get_ifd(0x8825)[1] = "N"
    place[0x010E] = SENTINEL
    Image.new("RGB", (900, 600), "teal").save(data, "JPEG", exif=place)
    _, out = published(tmp_path, **{"articles__a.md": article("![x](x.jpg)"), "articles__x.jpg": data.getvalue()})
    assert names(out) == []
    assert [path for path in out if path.startswith("images/x.")]
    assert not any(b"Exif" in data for path, data in out.items() if path.startswith("images/"))


def test_two_sources_for_one_address_are_told_in_both(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article(slug="same"), "articles__b.md": article(slug="same")})
    said = check(content, tmp_path)
    assert said.code == 1
    for one, other in (("a.md", "b.md"), ("b.md", "a.md")):
        assert any(f"articles/{one}:" in line and f"articles/{other}" in line for line in said.err.splitlines())


def test_a_translator_alone_has_page_feed_and_credit(tmp_path: Path) -> None:
    files = {
        "authors__omar.md": "---\nname: Omar Haddad\n---\n",
        "articles__a__index.md": article(lang="en"),
        "articles__a__index.fr.md": article(authors="[omar]", title="Un titre"),
    }
    _, out = published(tmp_path, **files)
    for path in ("authors/omar/index.html", "authors/omar/feed.xml", "fr/authors/omar/index.html", "fr/feed.xml"):
        assert b"Un titre" in out[path], path
    assert b'hreflang="fr"' in out["articles/a/index.html"]


def test_the_command_says_wrong_use_with_exit_code_2(tmp_path: Path) -> None:
    assert byline("build", "--content", tmp_path / "nowhere").code == 2
    assert byline("check", cwd=tmp_path).code == 2
    assert byline("bild").code == 2
    assert byline("build", SOURCE_DATE_EPOCH="yesterday").code == 2


def test_what_is_for_colleagues_can_never_lie_in_the_site(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    for internal, cache in (("o/internal", "c"), ("o", "c"), (".", "c"), ("i", "o/cache"), ("i", "i")):
        places = [
            f"--{name}={tmp_path / path}" for name, path in zip(("internal", "cache"), (internal, cache), strict=True)
        ]
        said = byline("build", "--content", content, "--output", tmp_path / "o", *places)
        assert said.code == 2, (internal, cache, said)
        assert "folders apart" in said.err


@pytest.mark.parametrize(
    "url",
    [
        "example.com",
        "//x.org",
        "http://",
        "javascript:alert(1)",
        "https://x.org/?a=b",
        "https://x.org:99999",
        'https://x"y.org',
        "/blog",
    ],
)
def test_a_site_stands_at_a_web_address(tmp_path: Path, url: str) -> None:
    said = build(site(tmp_path, **{"articles__a.md": article()}), tmp_path, "--siteurl", url)
    assert said.code == 2
    assert "is no site's address" in said.err


def test_one_translation_does_not_decide_the_sites_language(tmp_path: Path) -> None:
    texts = {f"articles__a{n}.md": article(title=f"Number {n}") for n in range(3)}
    _, out = published(tmp_path, **texts, **{"articles__a0.fr.md": article(title="Le premier")})
    assert b'<html lang="en"' in out["articles/a0/index.html"]
    assert b'<html lang="fr"' in out["fr/articles/a0/index.html"]


def test_drafts_decide_nothing_about_the_public_site(tmp_path: Path) -> None:
    drafts = {f"articles__d{n}.fr.md": article(status="draft", date="1999-01-01", title=f"D {n}") for n in range(4)}
    _, out = published(tmp_path, "--production", **drafts, **{"articles__a.md": article()})
    assert b"tag:blog.example.com,2026:articles/a" in out["feed.xml"]
    assert b'<html lang="en"' in out["index.html"]


@pytest.mark.parametrize("fields", [{"date": "2099-01-01"}, {"status": "draft"}])
@pytest.mark.parametrize("production", [(), ("--production",)])
def test_an_alias_cannot_take_the_address_of_a_text_that_is_yet_to_come(
    tmp_path: Path, fields: dict, production: tuple
) -> None:
    files = {"articles__a.md": article(aliases="[/articles/b/]"), "articles__b.md": article(**fields)}
    content = site(tmp_path, **files)
    said = build(content, tmp_path, "--siteurl", "https://blog.example.com", *production)
    assert said.code == 1
    assert "a.md:5: alias-taken: /articles/b/ is the address of articles/b.md." in said.err


TAKEN = (
    *("/feed.xml/", "/Archive/", "/archive/index.html", "/Feed.XML", "/favicon.ico", "/pagefind/pagefind.js"),
    *("/theme/x/", "/Articles/B/"),
)


@pytest.mark.parametrize("alias", TAKEN)
def test_an_alias_that_is_taken_is_told_in_its_own_file(tmp_path: Path, alias: str) -> None:
    files = {"articles__a.md": article(aliases=f"[{alias}]"), "articles__b.md": article()}
    said = check(site(tmp_path, **files), tmp_path)
    assert said.code == 1
    assert "articles/a.md:5: alias-taken: " in said.err


def test_texts_that_nobody_reads_are_told(tmp_path: Path) -> None:
    files = {"x.md": article(), "posts__y.md": article(), "articles__2024.bak__index.md": article()}
    said, _ = published(tmp_path, **files)
    assert "1 articles read" in said.out
    assert said.err.count(": stray-file: ") == 2


def test_a_link_to_a_good_text_is_the_only_one_to_blame(tmp_path: Path) -> None:
    content = site(tmp_path, **{"articles__a.md": article()})
    (content / "articles" / "b.md").symlink_to(content / "articles" / "a.md")
    said = check(content, tmp_path)
    assert set(re.findall(r"^\S+:\d+: ([a-z-]+): ", said.err, re.M)) - {"no-summary"} == {"symlink"}
