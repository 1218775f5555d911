"""The form asks for what may be written, in words that people know, and nobody but the git host."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builders import an_edition
from byline.form.config import config_of
from byline.form.fields import EXCEPTIONS, KINDS, SPECIAL
from byline.form.page import form_files, page, policy
from byline.form.settings import FormSettings
from byline.form.words import FOLDER, words
from byline.model import Campaign, Category, Site
from byline.registry import Registry
from byline.settings import SettingsError, typed
from running import ROOT

GITLAB = FormSettings(origin="https://git.example.com", host="gitlab", repository="merrow/blog", app_id="abc")
GITHUB = FormSettings(origin="https://sign-in.example.com", repository="merrow/blog")


def a_build(lang: str = "en", root: Path = ROOT, settings: FormSettings = GITLAB) -> Any:
    """The part of a build that the form looks at."""
    registry = Registry(
        categories={"trust": Category("trust", "Trust")},
        campaigns={"spring": Campaign("spring", "Spring hiring", date(2026, 3, 1), date(2026, 5, 1))},
    )
    site = Site("A <blog>", "https://blog.example.com", lang)
    return SimpleNamespace(
        site=site,
        edition=an_edition(),
        registry=registry,
        run=SimpleNamespace(root=root),
        notes=[],
        setting=lambda _cls: settings,
    )


def config(lang: str = "en", settings: FormSettings = GITLAB) -> dict[str, Any]:
    return config_of(a_build(lang), settings)


def fields(name: str, lang: str = "en") -> dict[str, dict[str, Any]]:
    """The fields of a collection by their name."""
    [found] = [one for one in config(lang)["collections"] if one["name"] == name]
    return {field["name"]: field for field in found["fields"]}


@pytest.mark.parametrize(("collection", "kind"), [("articles", "article"), ("authors", "author"), ("pages", "page")])
def test_every_key_that_may_be_written_is_in_the_form_or_a_documented_exception(collection: str, kind: str) -> None:
    model = KINDS[kind]

    assert fields(collection).keys() - {"body"} == model.model_fields.keys() - EXCEPTIONS.keys()
    assert {name for name, one in fields(collection).items() if one["required"]} == set(model.demanded)


def test_the_exceptions_are_documented_with_their_reason() -> None:
    text = (ROOT / "docs/ways-in.md").read_text("utf-8").split("\n## A form\n")[1].split("\n## ")[0]

    assert dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE)) == dict(EXCEPTIONS)
    assert {*EXCEPTIONS, *SPECIAL} <= {key for model in KINDS.values() for key in model.model_fields}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_field_has_a_label_and_help_in_the_language_of_the_site(lang: str) -> None:
    read = tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))
    keys = {kind: {*KINDS[kind].model_fields, "body"} - EXCEPTIONS.keys() for kind in ("article", "author")}

    assert {kind: set(read[kind]) for kind in keys} == keys
    assert all(
        field["label"] and field["hint"] for name in ("articles", "authors") for field in fields(name, lang).values()
    )
    if lang == "fr":
        assert {kind: set(read["help"][kind]) for kind in keys} == keys


def test_a_language_without_words_is_asked_in_english() -> None:
    assert words("de") == words("en")
    assert words("fr-CA") == words("fr")


def test_people_choose_from_what_is_registered() -> None:
    found = fields("articles")

    assert found["category"]["options"] == [{"label": "Trust", "value": "trust"}]
    assert found["campaign"]["options"] == [{"label": "Spring hiring", "value": "spring"}]
    assert (found["authors"]["widget"], found["authors"]["collection"]) == ("relation", "authors")
    assert found["status"]["options"] == ["published", "draft", "hidden"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("date", {"widget": "datetime", "format": "YYYY-MM-DD HH:mm", "default": "{{now}}"}),
        ("tags", {"widget": "list"}),
        ("share", {"widget": "keyvalue"}),
        ("image", {"widget": "image"}),
        ("summary", {"widget": "text"}),
        ("needs", {"widget": "select", "multiple": True}),
    ],
)
def test_a_value_is_asked_for_by_its_type(key: str, expected: dict[str, object]) -> None:
    found = fields("articles")[key]

    assert {name: found.get(name) for name in expected} == expected


def test_a_day_has_no_time() -> None:
    agreed = fields("authors")["agreed"]

    assert (agreed["type"], agreed["format"]) == ("date", "YYYY-MM-DD")


def test_what_is_saved_is_a_proposal_and_never_a_change_of_the_branch() -> None:
    assert config()["publish_mode"] == "editorial_workflow"
    assert config(settings=GITHUB)["publish_mode"] == "editorial_workflow"


def test_everybody_signs_in_on_the_host_with_their_own_account() -> None:
    gitlab, github = config()["backend"], config(settings=GITHUB)["backend"]

    assert (gitlab["auth_type"], gitlab["api_root"]) == ("pkce", "https://git.example.com/api/v4")
    assert (github["base_url"], github["api_root"]) == ("https://sign-in.example.com", "https://api.github.com")
    assert "app_id" not in github


def test_the_page_may_ask_the_host_and_nobody_else() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in policy(GITHUB).split(";"))

    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self' blob: data: https://sign-in.example.com https://api.github.com"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert not [name for name, value in rules.items() if name != "connect-src" and "http" in value]
    assert "A &lt;blog&gt;" in page(a_build(), GITHUB)


def test_it_is_off_until_an_origin_is_set(tmp_path: Path) -> None:
    assert list(form_files(a_build(settings=FormSettings()))) == []


def test_it_is_for_colleagues_and_brings_all_that_it_needs(tmp_path: Path) -> None:
    program = tmp_path / ".venv/form"
    program.mkdir(parents=True)
    for name in ("index.js", "index.js.map", "LICENSE.txt"):
        (program / name).write_text(name)

    found = {file.save_as: file for file in form_files(a_build(root=tmp_path))}

    assert all(file.internal for file in found.values())
    assert found.keys() == {
        *(f"admin/{name}" for name in ("index.html", "start.js", "config.json", "_headers")),
        *(f"admin/sveltia/{name}" for name in ("index.js", "LICENSE.txt")),
    }
    assert json.loads(found["admin/config.json"].data) == config()


def test_a_form_that_is_not_installed_is_said_and_stops_nothing(tmp_path: Path) -> None:
    build = a_build(root=tmp_path)

    assert list(form_files(build)) == []
    assert build.notes == ["BYLINE_FORM has an origin, but the form is not installed: run `make form` once (needs npm)"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"origin": "git.example.com", "repository": "a/b"}, "origin 'git.example.com' is no origin"),
        ({"origin": "https://git.example.com/x", "repository": "a/b"}, "is no origin"),
        ({"origin": "https://git.example.com; x", "repository": "a/b"}, "is no origin"),
        ({"origin": "https://git.example.com"}, "repository '' names no repository"),
        ({"origin": "https://git.example.com", "host": "gitlab", "repository": "a/b"}, "app_id is missing"),
        (
            {"origin": "https://git.example.com", "host": "bitbucket", "repository": "a/b"},
            "host: cannot be 'bitbucket'",
        ),
    ],
)
def test_a_wrong_setting_says_what_to_write(given: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        typed("BYLINE_FORM", FormSettings, given)


def test_the_program_is_pinned_by_version_and_hash() -> None:
    assert re.fullmatch(
        r"@sveltia/cms@\d+\.\d+\.\d+ sha512-[\w+/]{86}==\n", (ROOT / ".ci/form.lock").read_text("utf-8")
    )


def test_another_program_than_the_pinned_one_is_not_installed(tmp_path: Path) -> None:
    npm = tmp_path / "bin/npm"
    npm.parent.mkdir()
    npm.write_text('#!/bin/sh\nfor folder in "$@"; do [ ! -d "$folder" ] || echo other >"$folder/x.tgz"; done\n')
    npm.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci/form.lock", tmp_path / ".ci")

    done = subprocess.run(
        [sys.executable, ROOT / ".ci/form"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{npm.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "is not what .ci/form.lock names" in done.stderr
    assert not (tmp_path / ".venv").exists()
