"""Categories, campaigns and the site are TOML files; what is wrong in them is told on its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from byline.model import Campaign, Wins
from byline.registry import read_site_fields
from content_files import a_content, a_registry, told

CATEGORIES = """\
[engineering]
name = "Engineering"
description = "How things are made."

[engineering.fr]
name = "Ingénierie"
description = "Comment."
"""
WINS = {"reader": "Knows.", "author": "Tells.", "company": "Hires."}
CAMPAIGN = """\
name = "Spring"
starts = 2026-03-01
ends = "2026-05-31"
hashtags = ["#hiring"]
wins = {reader = "Knows.", author = "Tells.", company = "Hires."}
"""


def test_a_category_has_names_and_descriptions_by_language(tmp_path: Path) -> None:
    registry = a_registry(tmp_path, {"categories.toml": CATEGORIES})
    category = registry.categories["engineering"]

    assert (category.name, category.names) == ("Engineering", {"fr": "Ingénierie"})
    assert category.descriptions == {"en": "How things are made.", "fr": "Comment."}
    assert registry.findings == ()


@pytest.mark.parametrize("written", ["engineering", "Engineering", "INGÉNIERIE"])
def test_a_category_is_found_by_slug_or_by_any_name(tmp_path: Path, written: str) -> None:
    registry = a_registry(tmp_path, {"categories.toml": CATEGORIES})

    assert registry.category(written) == registry.categories["engineering"]
    assert registry.category("Enginering") is None


def test_faults_of_categories_are_told_on_their_lines(tmp_path: Path) -> None:
    text = '[Bad]\nname = "x"\n[good]\nnam = "y"\n[good.french]\nname = "z"\n[feed]\nname = "f"\n'

    assert told(a_registry(tmp_path, {"categories.toml": text}).findings) == [
        (1, "bad-slug"),
        (3, "missing-key"),
        (4, "unknown-key"),
        (5, "bad-lang"),
        (7, "bad-slug"),
    ]


def test_a_campaign_is_a_file_or_a_folder(tmp_path: Path) -> None:
    files = {
        "campaigns/spring.toml": CAMPAIGN,
        "campaigns/autumn/campaign.toml": CAMPAIGN,
        "campaigns/autumn/media/x.toml": "nothing = 1",
    }

    found = a_registry(tmp_path, files)
    named = {"autumn": "campaigns/autumn/campaign.toml", "spring": "campaigns/spring.toml"}
    days = (date(2026, 3, 1), date(2026, 5, 31))

    assert found.findings == ()
    assert found.campaigns == {
        key: Campaign(key, "Spring", *days, ("hiring",), wins=Wins(**WINS), lang="en", source=path)
        for key, path in named.items()
    }


def test_a_campaign_says_what_it_gives_to_all_three(tmp_path: Path) -> None:
    text = CAMPAIGN.replace(', company = "Hires."', "")
    registry = a_registry(tmp_path, {"campaigns/a.toml": CAMPAIGN.rpartition("wins")[0], "campaigns/b.toml": text})

    assert [(f.path[10], f.line, f.name, f.message) for f in registry.findings] == [
        ("a", 1, "missing-key", "'wins' is missing."),
        ("b", 5, "missing-key", "'company' is missing."),
    ]


def test_a_campaign_has_a_media_kit_and_a_look_back(tmp_path: Path) -> None:
    kit = """
[[media]]
file = "bench.png"
alt = "A bench"
credit = "Jane"
license = "CC BY 4.0"
pictured_until = 2026-06-30

[[media]]
url = "https://films.example.com/1"
alt = "A film"
licence = "none"
credit = "Omar"
"""
    registry = a_registry(
        tmp_path,
        {
            "campaigns/a/campaign.toml": CAMPAIGN + kit,
            "campaigns/a/bench.png": b"",
            "campaigns/a/retrospective.md": "It **went** well.\n",
        },
    )
    campaign = registry.campaigns["a"]

    assert [(one.file, one.url) for one in campaign.media] == [
        ("campaigns/a/bench.png", ""),
        ("", "https://films.example.com/1"),
    ]
    assert [campaign.media[0].usable(date(2026, month, 30)) for month in (6, 7)] == [True, False]
    assert campaign.retrospective
    assert campaign.retrospective.html == "<p>It <strong>went</strong> well.</p>"
    assert [(f.line, f.name) for f in registry.findings] == [(14, "missing-key"), (17, "unknown-key")]


def test_faults_of_campaigns_are_told(tmp_path: Path) -> None:
    files = {
        "campaigns/a.toml": CAMPAIGN,
        "campaigns/b.toml": f'id = "a"\n{CAMPAIGN}',
        "campaigns/c.toml": CAMPAIGN.replace("2026-05-31", "2026-01-31"),
        "campaigns/d.toml": "name = ",
        "campaigns/e.toml": 'name = "x"\nstarts = 1\nends = 2026-01-01T10:00:00\n',
    }
    found = a_registry(tmp_path, files).findings

    assert [(f.path[10], f.line, f.name) for f in found] == [
        ("b", 1, "duplicate-id"),
        ("c", 3, "bad-date"),
        ("d", 1, "bad-toml"),
        ("e", 1, "missing-key"),
        ("e", 2, "bad-date"),
        ("e", 3, "bad-date"),
    ]


@pytest.mark.parametrize(
    ("text", "name"), [("a = " + "[" * 5000, "bad-toml"), ("#" * 40_000, "too-large"), ("a = 1\na = 2", "bad-toml")]
)
def test_a_hostile_file_is_one_finding(tmp_path: Path, text: str, name: str) -> None:
    assert [f.name for f in a_registry(tmp_path, {"categories.toml": text}).findings] == [name]


def test_a_site_says_who_it_is(tmp_path: Path) -> None:
    text = 'siteurl = "https://blog.example.com/"\nlang = "pt-br"\ntimezone = "Europe/Paris"\nid_year = 2026\n'
    fields, findings = read_site_fields(a_content(tmp_path, {"site.toml": text}))

    assert (fields.siteurl, fields.lang, fields.id_year, findings) == ("https://blog.example.com", "pt-BR", 2026, [])


def test_a_faulty_site_is_told_and_what_is_right_stays(tmp_path: Path) -> None:
    fields, findings = read_site_fields(
        a_content(tmp_path, {"site.toml": 'name = "Blog"\nlang = "english"\nurl = "x"\n'})
    )

    assert fields.name == "Blog"
    assert sorted((f.line, f.name) for f in findings) == [(2, "bad-lang"), (3, "forbidden-key")]


def test_a_site_file_is_optional(tmp_path: Path) -> None:
    assert read_site_fields(tmp_path)[1] == []
