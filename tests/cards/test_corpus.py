"""Real titles of four blogs: every character has a glyph, and no text leaves its box."""

from __future__ import annotations

import pytest

from byline.cards.placing import place
from byline.cards.plan import Contents, Portrait
from byline.ledger import Ledger
from byline.manuscript import read_shelf
from card_parts import LAYOUTS, SITE, every_font
from cards.test_placing import check
from running import BLOGS, CORPUS

FONTS = every_font()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the blogs are not beside this checkout")
@pytest.mark.parametrize("blog", BLOGS)
def test_no_title_of_a_real_blog_leaves_its_box_or_lacks_a_glyph(blog: str) -> None:
    shelf = read_shelf(CORPUS / blog / "content", Ledger())
    names = {one.path: one.fields.name for one in shelf.authors}
    layouts = [LAYOUTS[name] for name in ("article", "co-signed", "cover")]

    missing = {text for text in (*names.values(), *(m.fields.title for m in shelf.articles)) if FONTS.missing(text)}
    for number, m in enumerate(shelf.articles):
        texts = {**SITE, "title": m.fields.title, "names": " · ".join(m.fields.authors)}
        plan = place(Contents(texts, (Portrait("A"),)), layouts[number % 3], FONTS, m.fields.lang or "en")
        check(plan, FONTS)

    assert len(shelf.articles) == BLOGS[blog]
    assert missing == set()
