"""A page that was printed becomes one file that asks nobody for anything."""

from __future__ import annotations

import re
from pathlib import Path

from justhtml import JustHTML

from builders import a_site, an_article
from byline.model import Article, Card, Text
from byline.onepage import one_page
from content_files import a_content
from picture_files import a_picture

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Why</title>
<meta name="viewport" content="width=device-width">
<meta property="og:image" content="https://example.com/x.png"><meta http-equiv="refresh" content="1">
<link rel="canonical" href="https://example.com/articles/why/"><link rel="icon" href="/icon.png">
<link rel="stylesheet" href="/theme/style.css">
<link rel="stylesheet" href="https://fonts.example.org/x.css" media="print">
<script src="/theme/x.js"></script></head>
<body onload="x()"><main><article>
<h1>Why &amp; how</h1><a href="#end">end</a> <a href="/articles/why/#end">end</a> <a href="/about/">us</a>
<a href="https://example.org/">them</a>
<picture><source srcset="/images/a.avif">
<img src="/images/a.png" srcset="/images/a.png 1x" alt="A &quot;view&quot;"></picture>
<img src="https://example.org/pixel.png" alt="far"><img src="../../images/a.png" alt="near">
<img src="/../secret.png" alt="">
<form action="/search/"><button>go</button></form><iframe src="https://example.org"></iframe>
</article></main></body></html>
"""
STYLE = '@import url(https://example.org/x.css);\nbody { background: url("back.png") } i { content: "</style>" }'


def printed(folder: Path, page: str = PAGE) -> tuple[Article, Path]:
    """An article and the folder of the site that was printed around it."""
    article = an_article("why", address="/articles/why/", save_as="articles/why/index.html", summary=Text(plain="So!"))
    a_content(folder / "site", {article.save_as: page, "theme/style.css": STYLE})
    for name in ("images/a.png", "theme/back.png", "cards/why.png", "../secret.png"):
        a_picture(folder / "site" / name, (4, 3))
    return article, folder / "site"


def shown(folder: Path, card: Card | None = None, page: str = PAGE) -> str:
    article, public = printed(folder, page)
    return one_page(article, card, a_site(url="https://example.com"), public)


def test_whatever_a_page_shows_is_inside(tmp_path: Path) -> None:
    text = shown(tmp_path)

    begun = [source[:22] for source in re.findall(r'<img src="([^"]*)"', text)]

    assert begun == ["data:image/png;base64,"] * 2
    assert "<span>far</span>" in text
    assert 'url("data:image/png;base64,' in text
    assert "alt='A \"view\"'" in text


def test_nothing_is_left_that_a_browser_would_load_or_run(tmp_path: Path) -> None:
    text = shown(tmp_path)

    assert re.findall(r"<(?:script|link|iframe|form|button|source|base)\b|@import|srcset|onload|og:image", text) == []
    assert re.findall(r'(?:src|url\()="?(?:https?:)?/', text) == []
    assert 'http-equiv="refresh"' not in text
    assert "default-src 'none'" in text
    assert "noindex" in text
    assert text.count("</style>") == text.count("<style")


def test_links_lead_where_they_can_be_followed(tmp_path: Path) -> None:
    links = re.findall(r'<a href="([^"]*)"', shown(tmp_path))

    assert links == ["#end", "#end", "https://example.com/about/", "https://example.org/"]


def test_a_card_is_shown_as_networks_show_it(tmp_path: Path) -> None:
    text = shown(tmp_path, Card("/cards/why.png", 'Why "now"'))
    figure = text[text.index("<figure") : text.index("</figure>")]

    assert "data:image/png;base64," in figure
    assert re.sub("<[^>]+>", " ", figure).split() == ["example.com", "Why", "So!"]
    assert text.index("</h1>") < text.index("<figure") < text.index("</article>")


def test_without_a_card_there_is_none(tmp_path: Path) -> None:
    assert "<figure" not in shown(tmp_path)


def test_the_page_is_whole_and_the_same_again(tmp_path: Path) -> None:
    card = Card("/cards/why.png", "Why")

    assert JustHTML(shown(tmp_path, card), strict=False).to_text().startswith("Why")
    assert shown(tmp_path, card) == shown(tmp_path, card)


def test_a_page_under_a_path_finds_its_files(tmp_path: Path) -> None:
    article, public = printed(tmp_path, '<html><head></head><body><img src="/pr-7/images/a.png" alt=""></body></html>')

    assert "data:image/png" in one_page(article, None, a_site(url="https://example.com/pr-7"), public)
