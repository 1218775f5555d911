"""Texts show the pictures that are published, and say in words what is not."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from builders import a_site, a_text, an_article, an_author, an_edition
from byline.markup import LinkTarget
from byline.model import Picture
from byline.pictures.bodies import bodies, missing, picture_html, shown_pictures

RACK = Picture("rack.png", 960, 640, {960: "/images/rack.b-960.webp", 480: "/images/rack.a-480.webp"})
SIZES = "100vw"


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(html)
    return found


def test_a_picture_says_all_that_a_browser_needs() -> None:
    html = picture_html(RACK, {"alt": "Our rack"}, "/preview", SIZES, lazy=True)

    assert elements(html) == [
        (
            "img",
            {
                "src": "/preview/images/rack.b-960.webp",
                "srcset": "/preview/images/rack.a-480.webp 480w, /preview/images/rack.b-960.webp 960w",
                "sizes": "100vw",
                "width": "960",
                "height": "640",
                "alt": "Our rack",
                "loading": "lazy",
                "decoding": "async",
            },
        )
    ]


def test_a_picture_is_as_wide_as_its_author_wants_and_never_wider() -> None:
    ((_, narrow),) = elements(picture_html(RACK, {"width": "75"}, "", SIZES, lazy=False))
    ((_, wide),) = elements(picture_html(RACK, {"width": "5000"}, "", SIZES, lazy=False))
    ((_, odd),) = elements(picture_html(RACK, {"width": "50%"}, "", SIZES, lazy=False))

    assert (narrow["width"], narrow["height"], narrow["sizes"]) == ("75", "50", "75px")
    assert (wide["width"], odd["width"], odd["sizes"]) == ("960", "960", SIZES)


def test_avif_comes_first_when_there_is_some() -> None:
    picture = Picture("rack.png", 480, 320, RACK.variants, {480: "/images/rack.c-480.avif"})

    assert [tag for tag, _ in elements(picture_html(picture, {}, "", SIZES, lazy=True))] == ["picture", "source", "img"]


@given(st.text(), st.text(), st.text())
def test_no_words_of_a_person_become_markup(alt: str, title: str, kind: str) -> None:
    given = {"alt": alt, "title": title, "class": kind, "onerror": "alert(1)"}

    found = elements(picture_html(RACK, given, "", SIZES, lazy=True) + missing(alt))

    assert [tag for tag, _ in found] == ["img", "span"][: 1 + bool(alt.strip())]
    assert "onerror" not in found[0][1]


def test_only_the_first_picture_of_a_text_is_loaded_at_once() -> None:
    show = shown_pictures("articles/a.md", {"rack.png": RACK}, "", SIZES)

    assert ["loading" in show("/rack.png", {}) for _ in range(3)] == [False, True, True]


def test_a_picture_that_is_not_published_is_described() -> None:
    show = shown_pictures("articles/a.md", {}, "", SIZES)

    assert show("absent.png", {"alt": "A <rack>"}) == '<span class="missing-picture">A &lt;rack&gt;</span>'
    assert show("absent.png", {"alt": ""}) == ""


def test_every_text_gets_its_body() -> None:
    html = '<p><a href="x.md">x</a> <img src="/rack.png" alt="A rack"></p>'
    jane = an_author(biographies={"en": a_text(), "fr": a_text("<p>Bonjour</p>")},
                     biography_sources={"fr": "authors/jane-doe.fr.md"})  # fmt: skip
    gone = an_article("gone", state="expired", authors=(jane,))
    edition = an_edition(an_article(body=a_text(html), authors=(jane,)), gone, site=a_site(url="https://x.org/blog"))

    late = bodies(edition, {"rack.png": RACK}, lambda source: lambda target: LinkTarget("/to/" + source, False), SIZES)
    made = {source: body.make() for source, body in late.items()}

    assert sorted(made) == ["articles/2026/why-we-moved.en.md", "authors/jane-doe.fr.md", "authors/jane-doe.md"]
    assert 'href="/to/articles/2026/why-we-moved.en.md"' in made["articles/2026/why-we-moved.en.md"]
    assert 'src="/blog/images/rack.b-960.webp"' in made["articles/2026/why-we-moved.en.md"]
