"""Cards of whole builds: every page's picture is there, and what is broken keeps no other card from being made."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from checkouts import put, run


def test_a_broken_portrait_is_told_with_its_file_and_the_others_are_drawn(checkout: Path) -> None:
    (checkout / "content" / "authors" / "jane-doe.jpg").write_bytes(b"\xff\xd8\xff broken")
    put(
        checkout,
        "content/authors/jane-doe.md",
        "---\nname: Jane Doe\nagreed: 2026-01-01\nportrait: jane-doe.jpg\nportrait_alt: Jane\n---\n",
    )
    said = run(checkout, "card", "--all", "--to", str(checkout / "cards"))

    assert said.code == 1
    assert "content/authors/jane-doe.md" in said.err
    assert "broken-picture" in said.err
    drawn = sorted((checkout / "cards").rglob("*.png"))
    assert {path.parent.name for path in drawn} >= {"article", "author", "home"}
    assert {Image.open(path).size for path in drawn} == {(1200, 630)}


def test_a_text_s_card_is_drawn_alone(checkout: Path) -> None:
    source = next(path for path in sorted((checkout / "content" / "articles").rglob("*.md")))
    said = run(checkout, "card", str(source.relative_to(checkout)), "--to", str(checkout / "cards"))

    assert said.code == 0, said
    assert len(list((checkout / "cards").rglob("*.png"))) == len(said.out.splitlines()) == 1


def test_a_wrong_layout_stops_the_build_and_says_where(checkout: Path) -> None:
    layout = checkout / "themes" / "byline" / "cards" / "article.toml"
    layout.write_text(layout.read_text("utf-8").replace("leading", "leeding"), "utf-8")
    said = run(checkout, "build")

    assert said.code == 1
    assert "cards/article.toml: layer 'title': unknown setting 'leeding'" in said.err


def test_the_gallery_is_for_colleagues_only(checkout: Path) -> None:
    assert run(checkout, "build").code == 0

    assert (checkout / "internal" / "preview" / "cards" / "index.html").is_file()
    assert not (checkout / "output" / "preview").exists()
