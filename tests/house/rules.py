"""The page about the checks, made of the rules themselves and of what was found when their findings were judged."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import byline
from byline.checks.names import faults
from byline.rules import Rule, rules_in
from house.sources import ROOT

PRECISION = ROOT / "docs" / "precision.toml"
# Modules in the order of the page, with what their rules are about.
GROUPS = {
    "Links": ("byline.links", "byline.checks.addresses", "byline.redirects.chains"),
    "Pictures": ("byline.pictures.checking", "byline.checks.files"),
    "Headings": ("byline.checks.headings",),
    "What others show": ("byline.checks.lengths",),
    "Words": ("byline.checks.vocabulary",),
    "What must not leave the company": ("byline.checks.confidentiality",),
    "French typography": ("byline.checks.french",),
    "Campaigns": ("byline.checks.campaigns",),
    "Texts to share": ("byline.sharing.checking",),
    "Near duplicates": ("byline.checks.duplicates",),
}


def all_rules() -> dict[str, Rule[...]]:
    """Every rule of the package by name."""
    modules = {one.name for one in pkgutil.walk_packages(byline.__path__, "byline.")} - {"byline.__main__"}
    return {rule.name: rule for name in sorted(modules) for rule in rules_in(importlib.import_module(name))}


def reference() -> str:
    """The part of `docs/checks.md` that is made: every rule, then what no rule finds."""
    judged = tomllib.loads(PRECISION.read_text("utf-8"))
    parts = [f"### {title}\n\n{_group(names, judged)}" for title, names in GROUPS.items()]
    rows = [f"| `{one.name}` | {one.severity} | {one.about} |" for one in faults()]
    table = "\n".join(["| finding | | |", "|---|---|---|", *rows])
    return "\n\n".join([*parts, f"### What cannot be read or published\n\n{table}"])


def _group(modules: tuple[str, ...], judged: Mapping[str, Any]) -> str:
    found: dict[str, Rule[...]] = {}
    for name in modules:
        found |= {rule.name: rule for rule in rules_in(importlib.import_module(name))}
    return "\n\n".join(_entry(rule, judged) for rule in found.values())


def _entry(rule: Rule[...], judged: Mapping[str, Any]) -> str:
    lines = [f"**`{rule.name}`** ({rule.severity})  ", f"{' '.join(rule.about.split())}"]
    if rule.hint:
        lines[-1] += "  "
        lines.append(f"*What to do:* {rule.hint}  ")
    return "\n".join([*lines, *_judged(judged.get(rule.name, {}), judged["corpus"])])


def _judged(one: Mapping[str, Any], corpus: Mapping[str, Any]) -> Iterator[str]:
    """How often the rule was right when a person looked."""
    if one.get("found") == 0:
        yield f"*Judged:* speaks of nothing in {corpus['articles']:,} articles."
    elif one:
        note = f" {one['note']}" if one.get("note") else ""
        yield f"*Judged:* {one['right']} of {one['judged']} right, of {one['found']:,} findings.{note}"
