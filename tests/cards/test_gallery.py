"""The gallery shows each card as networks do, and can be handed on as a folder."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from builders import a_site
from byline.cards.gallery import NETWORKS, Shown, chosen, gallery
from byline.model import Card, File
from card_parts import an_order


def shown(title: str, number: int = 0) -> Shown:
    order = replace(an_order(title), source=f"articles/{number}.md")
    card = Card(f"/cards/article/{number}.0.png", f"{title} (Jane Doe)")
    return Shown(order, card, File(card.address[1:], b"png"))


def files(*cards: Shown, lang: str = "en") -> dict[str, bytes]:
    found = list(gallery(cards, 9, a_site(lang=lang), "blog.example.com"))
    assert all(file.internal for file in found)
    return {file.save_as: file.data for file in found}


def test_every_card_is_seen_on_every_network_in_light_and_in_dark() -> None:
    page = BeautifulSoup(files(shown("Why <b>we</b> moved"))["preview/cards/index.html"], "html.parser")

    for scheme in ("light", "dark"):
        figures = page.select(f".{scheme} figure")
        assert [figure.figcaption.text for figure in figures] == [name for names in NETWORKS.values() for name in names]
        assert {figure.strong.text for figure in figures} == {"Why <b>we</b> moved"}
        assert {figure.select_one(".words span").text for figure in figures} == {"blog.example.com"}
    images = page.select("img")
    assert {image["src"] for image in images} == {"article-0.0.png"}
    assert [image["alt"] for image in images if image["alt"]] == ["Why <b>we</b> moved (Jane Doe)"]


def test_the_folder_holds_everything_that_its_page_shows() -> None:
    found = files(shown("Why"), shown("How", 1))

    assert set(found) == {
        f"preview/cards/{name}" for name in ("index.html", "gallery.css", "article-0.0.png", "article-1.0.png")
    }
    assert b'lang="fr"' in files(lang="fr")["preview/cards/index.html"]


def test_only_cards_of_texts_that_differ_from_the_base_are_shown() -> None:
    cards = [shown(str(number), number) for number in range(5)]

    assert chosen(cards, {"articles/3.md", "articles/9.md"}, 2) == [cards[3]]
    assert chosen(cards, None, 2) == cards[:2]
    assert chosen(cards, (), 2) == []
