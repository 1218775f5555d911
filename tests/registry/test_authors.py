"""Authors are known by their files; without consent nothing but their name is shown, and no name passes for another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.look_alikes import mixed_script_word, skeleton
from byline.model import Author, Link
from byline.registry import find_author, nearest_author
from content_files import a_registry, front

EVERYTHING = {
    "name": "Jane Doe",
    "status": "alumni",
    "agreed": "2026-01-01",
    "role": "Engineer",
    "organisation": "Elsewhere",
    "tagline": "Cables",
    "topics": "[racks]",
    "pronouns": "she",
    "links": "{website: https://jane.example/}",
    "portrait_alt": "Jane",
    "why": "Because",
    "helps_with": "[cables]",
    "reply": "By mail",
    "moved_to": "https://new.example/",
    "signing_keys": "[ssh-ed25519 AAAA]",
}
FILES = {"authors/jane-doe.jpg": b"x", "authors/jane-doe.fr.md": front(role="Ingénieure")}


def test_who_agreed_is_shown_in_full(tmp_path: Path) -> None:
    jane = a_registry(tmp_path, {"authors/jane-doe.md": front(**EVERYTHING), **FILES}).authors["jane-doe"]

    assert (jane.role, jane.portrait, jane.topics) == ("Engineer", "authors/jane-doe.jpg", ("racks",))
    assert jane.links == (Link("website", "https://jane.example/"),)
    assert [jane.biography_source(lang) for lang in jane.biographies] == [
        "authors/jane-doe.md",
        "authors/jane-doe.fr.md",
    ]


def test_an_author_speaks_the_languages_of_their_files_and_else_the_sites(tmp_path: Path) -> None:
    french = front(role="Ingénieure", why="Pourquoi pas ?")
    files = {"authors/jane-doe.md": front(**EVERYTHING), "authors/jane-doe.fr.md": french}
    jane = a_registry(tmp_path, files).authors["jane-doe"]

    assert (jane.lang, jane.role, jane.speaking("de")) == ("en", "Engineer", jane)
    assert (jane.speaking("fr").lang, jane.speaking("fr").role) == ("fr", "Ingénieure")
    assert jane.speaking("fr").why == "Pourquoi pas\N{NARROW NO-BREAK SPACE}?"
    assert jane.speaking("fr").tagline == "Cables"


def test_without_consent_nobody_speaks_any_language(tmp_path: Path) -> None:
    files = {"authors/jane-doe.md": front(name="Jane Doe"), "authors/jane-doe.fr.md": front(role="Ingénieure")}

    assert a_registry(tmp_path, files).authors["jane-doe"].speaking("fr").role == ""


@pytest.mark.parametrize("agreed", ["", "2026-06-16", "yes", "true", "2099-01-01", "31/12/2025", "~"])
def test_without_consent_only_the_name_is_known(tmp_path: Path, agreed: str) -> None:
    text = front(**{**EVERYTHING, "agreed": agreed})

    jane = a_registry(tmp_path, {"authors/jane-doe.md": text, **FILES}, today=date(2026, 6, 15)).authors["jane-doe"]

    assert jane == Author("jane-doe", "Jane Doe", status="alumni", source="authors/jane-doe.md")


def test_consent_counts_from_its_day_on(tmp_path: Path) -> None:
    files = {"authors/jane-doe.md": front(name="Jane", agreed="2026-06-15", role="Engineer")}

    assert a_registry(tmp_path, files, today=date(2026, 6, 15)).authors["jane-doe"].role == "Engineer"


def test_a_link_is_kept_when_a_browser_can_open_it(tmp_path: Path) -> None:
    links = "{a: https://a.example/, b: http://b.example/, c: 'javascript:alert(1)', d: /here, e: 0000-0001}"
    registry = a_registry(tmp_path, {"authors/jane.md": front(name="Jane", agreed="2026-01-01", links=links)})

    assert [link.name for link in registry.authors["jane"].links] == ["a", "b"]
    assert [(f.name, f.severity) for f in registry.findings] == [
        ("http-link", "warning"),
        *[("unusable-link", "warning")] * 3,
    ]


def test_a_portrait_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {"authors/jane.md": front(name="Jane", agreed="2026-01-01", portrait="me.png")})

    assert [(f.name, f.severity) for f in registry.findings] == [("missing-picture", "warning")]
    assert registry.authors["jane"].portrait == ""


def test_a_biography_alone_can_register_its_author(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {"authors/team.en.md": front(name="The team")})

    assert (registry.authors["team"].name, registry.findings) == ("The team", ())


def test_somebody_must_say_the_name(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {"authors/team.en.md": front(role="Everything")})

    assert [(f.path, f.name, f.severity) for f in registry.findings] == [("authors/team.en.md", "missing-key", "error")]


# --- names ------------------------------------------------------------------------------------------------------------


def named(tmp_path: Path, **names: str) -> list[tuple[str, str, str]]:
    files = {f"authors/{key.replace('_', '-')}.md": front(name=name) for key, name in names.items()}
    return [(f.path[8:-3], f.name, f.severity) for f in a_registry(tmp_path, files).findings]


def test_two_people_may_have_one_name(tmp_path: Path) -> None:
    assert named(tmp_path, a="Jane Doe", b="Jane Doe") == [("a", "same-name", "warning"), ("b", "same-name", "warning")]


@pytest.mark.parametrize(
    "other", ["José Nunez", "Jose Núñez", "JOSE NUNEZ", "Jose  Nunez", "Jose-Nunez", "Ｊｏｓｅ Nunez", "J0se Nunez"]
)
def test_names_that_look_alike_are_pointed_out(tmp_path: Path, other: str) -> None:
    found = {name for _, name, _ in named(tmp_path, a="Jose Nunez", b=other)}

    assert found in ({"look-alike-name"}, {"same-name"})


def test_ids_that_look_alike_are_pointed_out(tmp_path: Path) -> None:
    assert named(tmp_path, bill="Bill", bi11="William") == [
        ("bi11", "look-alike-name", "warning"),
        ("bill", "look-alike-name", "warning"),
    ]


def test_different_names_are_left_alone(tmp_path: Path) -> None:
    assert named(tmp_path, a="李伟", b="李炜", c="Анна", d="Anna", e="かな", f="がな") == []


@pytest.mark.parametrize("name", ["J\u0430ne Doe", "Οmar", "P\u0430\u0443\u0440al"])
def test_a_word_of_two_scripts_is_refused(tmp_path: Path, name: str) -> None:
    assert ("a", "mixed-script-name", "error") in named(tmp_path, a=name)


@pytest.mark.parametrize(
    "name", ["東京 太郎", "Łukasz Жук", "O'Brien", "Αθηνά Papadopoulou", "山田タロウ", "ดารา", "18F"]
)
def test_names_of_all_scripts_are_welcome(name: str) -> None:
    assert mixed_script_word(name) == ""


@given(st.text())
def test_a_skeleton_survives_case_and_accents(name: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)


# --- finding somebody -------------------------------------------------------------------------------------------------


def test_an_author_is_found_by_id_or_exact_name(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {"authors/jose.md": front(name="José"), "authors/omar.md": front(name="Omar")})

    assert find_author(registry, "jose") == find_author(registry, "Jose\u0301") == registry.authors["jose"]
    assert find_author(registry, "jose ") is find_author(registry, "JOSÉ") is find_author(registry, "Jose") is None


def test_a_name_that_two_people_have_names_nobody(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {f"authors/{key}.md": front(name="Jane Doe") for key in ("jane", "jane-2")})

    assert find_author(registry, "Jane Doe") is None
    assert find_author(registry, "jane-2") == registry.authors["jane-2"]


@pytest.mark.parametrize("word", ["jane-deo", "Jane-Doe", "Jane Do"])
def test_the_nearest_author_is_told_by_id(tmp_path: Path, word: str) -> None:
    registry = a_registry(tmp_path, {"authors/jane-doe.md": front(name="Jane Doe")})

    assert nearest_author(registry, word) == "jane-doe"
    assert nearest_author(registry, "zzz") == ""
