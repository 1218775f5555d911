"""Pelican's writer, which only collects what plugins of other people print: texts are pages of our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.writers import Writer

from ..build import Build
from ..model import Page


class Collector(Writer):  # type: ignore[misc]
    """Takes what Pelican's generators print. A page of somebody else's plugin keeps its own template and context."""

    def write_file(self, name: str, template: Any, context: Mapping[str, Any], *_: Any, **given: Any) -> None:
        text = given.get("article") or given.get("page")
        if name and not hasattr(text, "record"):
            build: Build = self.settings["byline"]
            values = {"template": template, "context": {**context, **given, "output_file": name}}
            build.pages.append(Page("foreign", f"/{name}", name, build.site.lang, values))
