"""The documentation names what exists, and only that."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
from jinja2 import Environment

from byline.campaign_schema import CampaignFields
from byline.cli import parser
from byline.json_schemas import KINDS, TABLES, key_table
from byline.model import Site
from byline.press.theme import load_theme
from byline.schema import (
    ArticleFields,
    AuthorFields,
    CategoryFields,
    Fields,
    PageFields,
    SiteFields,
)
from byline.settings import table
from house.sources import GROUND_FLOOR, PACKAGE, ROOT, settings_by_name

Commands = dict[str, set[str]]
PACKAGED = {"target"}  # what only templates inside the package see


def sections(page: str) -> dict[str, str]:
    """The text under each `## ...` heading that names something in back-ticks, by that name."""
    parts = (ROOT / "docs" / page).read_text("utf-8").split("\n## ")[1:]
    titled = (part.partition("\n") for part in parts)
    return {match[1]: text for title, _, text in titled if (match := re.search("`(.+?)`", title))}


def options(command: argparse.ArgumentParser) -> set[str]:
    """The long options of a command and of the commands below it, but for `--help`."""
    found: set[str] = set()
    for action in command._actions:
        found.update(option for option in action.option_strings if option.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            found.update(*(options(below) for below in action.choices.values()))
    return found - {"--help"}


def commands() -> Commands:
    """What the command line knows: options by command."""
    found = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return {f"byline {name}": options(command) for name, command in found.choices.items()}


def documented_commands() -> Commands:
    """What `docs/commands.md` knows; its section on common options counts for every command."""
    named = {title: set(re.findall(r"`(--[a-z][a-z-]*)", text)) for title, text in sections("commands.md").items()}
    return {name: found for name, found in named.items() if name.startswith("byline ")}


def common_options() -> set[str]:
    text = (ROOT / "docs/commands.md").read_text("utf-8").split("## Common options", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"`(--[a-z][a-z-]*)", text))


def test_the_reference_of_settings_is_made_from_the_settings() -> None:
    written = {
        name: text[text.index("| setting |") :].split("\n\n")[0].strip()
        for name, text in sections("settings.md").items()
        if "| setting |" in text
    }

    assert written == {name: table(cls) for name, cls in settings_by_name().items()}, "run `make docs`"


@pytest.mark.parametrize(
    ("section", "model"),
    [
        ("An article", ArticleFields),
        ("A page", PageFields),
        ("An author", AuthorFields),
        ("Categories", CategoryFields),
        ("A campaign", CampaignFields),
        ("The site", SiteFields),
    ],
)
def test_every_key_that_people_may_write_is_documented(section: str, model: type[Fields]) -> None:
    page = (ROOT / "docs/front-matter.md").read_text("utf-8")
    text = page.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| .*? \| (.*) \|$", text, re.MULTILINE))

    assert rows.keys() == model.model_fields.keys()
    assert {key for key, meaning in rows.items() if meaning.startswith("**required.**")} == set(model.demanded)


def test_every_key_of_the_programme_is_documented() -> None:
    page = (ROOT / "docs/programme.md").read_text("utf-8")
    written = dict(re.findall(r"<!-- (\w+) -->\n(.*?)(?=\n\n|\n?\Z)", page, re.DOTALL))
    elsewhere = ("byline.schema", "byline.campaign_schema", "byline.editorial")  # docs/front-matter.md, docs/checks.md
    schemas = {kind: fields for kind, fields in {**KINDS, **TABLES}.items() if fields.__module__ not in elsewhere}

    assert written == {kind: key_table(kind) for kind in schemas}, "run `make docs`"


def test_every_name_and_filter_of_a_template_is_documented() -> None:
    theme = load_theme(ROOT / "themes/byline")
    environment, _ = theme.environment("en", Site("A", "https://example.com", "en"))
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", (ROOT / "docs/theme.md").read_text("utf-8"), re.MULTILINE)
    own = environment.filters.keys() - Environment(extensions=["jinja2.ext.i18n"]).filters.keys()
    seen = {name for kind in theme.kinds.values() for name in kind.sees} - PACKAGED

    assert {name for row in rows for name in re.findall(r"\w+", row)} == own | seen


def test_every_command_is_documented() -> None:
    assert documented_commands().keys() == commands().keys()


def test_every_option_is_documented_where_it_exists() -> None:
    common = common_options()
    written = {name: found | (common & commands()[name]) for name, found in documented_commands().items()}

    assert written == commands()


def test_common_options_exist_everywhere() -> None:
    assert common_options() <= set.intersection(*commands().values())


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)[#)]", prose(page))]
    dead = [f"{page.relative_to(ROOT)}: {link}" for page, link in links if not (page.parent / link).exists()]

    assert dead == []


def prose(page: Path) -> str:
    """A page without its blocks of code, which may show links of an imagined article."""
    return re.sub(r"^ *```.*?^ *```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def test_every_make_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(
        re.findall(
            r"`make ([a-z-]+)", "".join((ROOT / page).read_text("utf-8") for page in ("README.md", "CONTRIBUTING.md"))
        )
    )

    assert named
    assert named <= targets


def test_every_module_of_the_ground_floor_is_on_the_tour() -> None:
    tour = (
        (ROOT / "docs/how-it-works.md")
        .read_text("utf-8")
        .split("The **ground floor**")[1]
        .split("\n\nThe **first floor**")[0]
    )

    modules = {path.stem for path in GROUND_FLOOR if path.parent == PACKAGE} - {"__init__"}

    assert set(re.findall(r"`(\w+)`", tour)) >= modules
