"""The pipeline stands in one place, `PLUGINS`, and everything agrees with it."""

from __future__ import annotations

import importlib
import re
import runpy

import pytest

from house.sources import PACKAGE, ROOT

SITE = runpy.run_path(str(ROOT / "pelicanconf.py"))
PLUGINS: list[str] = SITE["PLUGINS"]


def documented_pipeline() -> list[str]:
    """The rooms that `docs/how-it-works.md` lists under "The pipeline", in order."""
    page = (ROOT / "docs/how-it-works.md").read_text("utf-8")
    block = re.search(r"^## The pipeline$.*?^```\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert block, "docs/how-it-works.md has no block of code under '## The pipeline'"
    return [line.split()[0] for line in block[1].splitlines()]


def test_every_room_with_a_plugin_is_in_the_pipeline_and_nothing_else() -> None:
    rooms = {f"byline.{path.parent.name}" for path in PACKAGE.glob("*/plugin.py")}

    assert rooms == set(PLUGINS)


def test_the_pipeline_is_documented_in_its_order() -> None:
    assert [f"byline.{room}" for room in documented_pipeline()] == PLUGINS


@pytest.mark.parametrize("plugin", PLUGINS)
def test_every_plugin_can_be_registered(plugin: str) -> None:
    assert callable(importlib.import_module(plugin).register)


def test_pelican_itself_publishes_nothing_that_byline_guards() -> None:
    assert SITE["STATIC_PATHS"] == SITE["DIRECT_TEMPLATES"] == []
    assert {name: value for name, value in SITE.items() if re.search("(^|_)FEED_", name) and value} == {}
