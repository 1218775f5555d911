"""The data protection papers say what schemas and governance.toml say, in two languages, and mark what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from lxml import html
from markdown_it import MarkdownIt

from builders import an_article, an_edition
from built import a_build
from byline.build import Build
from byline.dossier import PAPERS, dossier_files, gaps
from byline.dossier.holdings import holdings, purposes, words
from byline.governance import read_governance
from byline.held import NOBODY
from byline.model import Governance, Programme
from content_files import TODAY
from running import ROOT

SAMPLE, _ = read_governance(ROOT / "programme", TODAY)
LANGS = ("en", "fr")


def build_with(governance: Governance) -> Build:
    return a_build(an_edition(an_article()), programme=Programme(governance=governance))


def papers(governance: Governance = SAMPLE) -> Mapping[str, str]:
    return {file.save_as: file.data.decode() for file in dossier_files(build_with(governance))}


def text_of(page: str) -> str:
    return " ".join(html.fromstring(page).text_content().split())


def test_there_are_four_papers_in_two_languages_and_two_forms() -> None:
    endings = ("md", "html", "fr.md", "fr.html")

    assert papers().keys() == {f"{name}.{ending}" for name in PAPERS for ending in endings}
    assert all(file.internal for file in dossier_files(build_with(SAMPLE)))


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_about_people_has_words_for_what_it_says_why_and_how_long(lang: str) -> None:
    own = words()[lang]
    for one in holdings(lang):
        assert words()["place"].get(one.kind), f"[place] of words.toml lacks {one.kind}"
        assert own["kind"].get(one.kind), f"[{lang}.kind] of words.toml lacks {one.kind}"
        for datum in one.data:
            said = own["field"].get(one.kind, {}).get(datum.name) if lang == "fr" else datum.says
            assert said, f"[{lang}.field.{one.kind}] of words.toml lacks {datum.name}"
            assert own["purpose"].get(datum.held.purpose)
            assert own["retention"].get(datum.held.retention)


@pytest.mark.parametrize("lang", LANGS)
def test_the_data_map_names_every_field_about_people(lang: str) -> None:
    rows = MarkdownIt("gfm-like", {"linkify": False})
    page = html.fromstring(rows.render(papers()[f"data-map{'' if lang == 'en' else '.fr'}.md"]))
    tables = page.xpath("//table")

    for one, table in zip(holdings(lang), tables, strict=False):
        cells = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
        assert [row[0] for row in cells] == [datum.name for datum in one.data]
        assert all(len(row) == 4 and all(row) for row in cells)
    assert len(tables) == len(holdings(lang)) + 1


def test_fields_about_nobody_are_no_data_about_people() -> None:
    assert NOBODY not in {datum.held for one in holdings("en") for datum in one.data}
    assert "nobody" not in purposes("en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_page_has_one_title_no_gap_in_its_headings_and_no_script(name: str, lang: str) -> None:
    page = html.fromstring(papers()[f"{name}.html" if lang == "en" else f"{name}.fr.html"])
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4")]

    assert page.get("lang") == lang
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert set(levels) <= {1, 2}
    assert page.xpath("//script|//link|//img") == []


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_file_says_stands_in_the_papers(lang: str) -> None:
    ending = "html" if lang == "en" else "fr.html"
    register, note = (text_of(papers()[f"{name}.{ending}"]) for name in ("register", "note"))

    for text in (register, note):
        assert "IT security, who do not read the figures" in text
        assert "privacy@example.com" in text
        assert {"en": "February 2, 2026", "fr": "2 février 2026"}[lang] in text
    assert "13" in note


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["register", "impact-assessment", "note"])
def test_without_a_file_the_papers_mark_what_must_be_said_and_allow_nothing(name: str, lang: str) -> None:
    text = text_of(papers(Governance())[f"{name}.{'html' if lang == 'en' else 'fr.html'}"])

    assert {"en": "To be filled in: governance.toml, key_holder", "fr": "À remplir : governance.toml, key_holder"}[
        lang
    ] in text.replace("\u202f", " ").replace("\u00a0", " ")
    assert "None" not in text
    allowed = {"en": "allowed", "fr": "permis"}[lang]
    assert f" {allowed} " not in text.replace("is to be allowed", "").replace("Allowed at present", "").replace(
        "doit être permis", ""
    )


def test_gaps_are_the_keys_that_say_nothing() -> None:
    assert gaps(SAMPLE) == ()
    assert gaps(replace(SAMPLE, controller="", assessed=None)) == ("controller", "assessed")
    assert "key_holder" in gaps(Governance())


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a | b", "[x](https://evil.example)", "*b* & `c` {{ d }}"]
)
def test_words_of_the_file_are_only_words(form: str, words: str) -> None:
    governance: Any = Governance(owner=words, recipients=(words,))
    shown = papers(governance)[f"note.{form}"]
    page = html.fromstring(
        shown if form == "html" else MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(shown)
    )

    assert page.xpath("//script|//a[contains(@href, 'evil')]|//em") == []
    assert words in page.text_content().replace("\u2060", "")
