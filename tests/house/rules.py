"""The pages about the checks, made of the rules themselves and of what was found when their findings were judged."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import byline
from byline.checks.names import faults
from byline.rules import Rule, rules_in
from byline.sentences import sentences
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


@dataclass(frozen=True)
class Say:
    """The words of a page in a language; `groups` in the order of `GROUPS`."""

    groups: tuple[str, ...]
    severity: Mapping[str, str]
    to_do: str
    faults: str
    finding: str
    none: str
    judged: str
    thousands: str


SAY = {
    "en": Say(
        tuple(GROUPS),
        {"error": "error", "warning": "warning", "advice": "advice"},
        "*What to do:*",
        "What cannot be read or published",
        "finding",
        "*Judged:* speaks of nothing in {articles} articles.",
        "*Judged:* {right} of {judged} right, of {found} findings.",
        ",",
    ),
    "fr": Say(
        (
            *("Les liens", "Les images", "Les intertitres", "Ce que montrent les autres", "Les mots"),
            *("Ce qui ne doit pas sortir de l’entreprise", "La typographie française", "Les campagnes"),
            *("Les textes à partager", "Les quasi-doublons"),
        ),
        {"error": "erreur", "warning": "avertissement", "advice": "conseil"},
        "*Que faire :*",
        "Ce qui ne peut être ni lu ni publié",
        "remarque",
        "*Jugé :* ne dit rien de {articles} articles.",
        "*Jugé :* {right} justes sur {judged}, de {found} remarques.",
        "\N{NARROW NO-BREAK SPACE}",
    ),
}


def explanations(lang: str) -> dict[str, dict[str, str]]:
    """What findings are `about` in a language, by name, and of which English (`about_of`) that is a translation."""
    return tomllib.loads(Path(__file__).with_name(f"explanations.{lang}.toml").read_text("utf-8"))


def digest_of(about: str) -> str:
    """What tells whether the English changed since somebody said it in another language: eight hexadecimal digits."""
    return sha256(" ".join(about.split()).encode()).hexdigest()[:8]


def all_rules() -> dict[str, Rule[...]]:
    """Every rule of the package by name."""
    modules = {one.name for one in pkgutil.walk_packages(byline.__path__, "byline.")} - {"byline.__main__"}
    return {rule.name: rule for name in sorted(modules) for rule in rules_in(importlib.import_module(name))}


def reference(lang: str = "en") -> str:
    """The part of `docs/checks.md`, or of its version in a language, that is made: every rule, then what none finds."""
    say, judged = SAY[lang], tomllib.loads(PRECISION.read_text("utf-8"))
    groups = zip(say.groups, GROUPS.values(), strict=True)
    parts = [f"### {title}\n\n{_group(names, judged, lang)}" for title, names in groups]
    rows = [f"| `{one.name}` | {say.severity[one.severity]} | {_said(one.name, one.about, lang)} |" for one in faults()]
    table = "\n".join([f"| {say.finding} | | |", "|---|---|---|", *rows])
    return "\n\n".join([*parts, f"### {say.faults}\n\n{table}"])


def _said(name: str, english: str, lang: str) -> str:
    return english if lang == "en" else explanations(lang)[name]["about"]


def _hint(english: str, lang: str) -> str:
    """As the table of a language has it, in which braces are written twice."""
    if lang == "en" or not english:
        return english
    return sentences(lang)[english.replace("{", "{{").replace("}", "}}")].format()


def _group(modules: tuple[str, ...], judged: Mapping[str, Any], lang: str) -> str:
    found: dict[str, Rule[...]] = {}
    for name in modules:
        found |= {rule.name: rule for rule in rules_in(importlib.import_module(name))}
    return "\n\n".join(_entry(rule, judged, lang) for rule in found.values())


def _entry(rule: Rule[...], judged: Mapping[str, Any], lang: str) -> str:
    say = SAY[lang]
    lines = [
        f"**`{rule.name}`** ({say.severity[rule.severity]})  ",
        " ".join(_said(rule.name, rule.about, lang).split()),
    ]
    if hint := _hint(rule.hint, lang):
        lines[-1] += "  "
        lines.append(f"{say.to_do} {hint}  ")
    return "\n".join([*lines, *_judged(judged.get(rule.name, {}), judged["corpus"], lang)])


def _judged(one: Mapping[str, Any], corpus: Mapping[str, Any], lang: str) -> Iterator[str]:
    """How often the rule was right when a person looked. Notes on that are in English alone."""
    say = SAY[lang]
    number = lambda value: f"{value:,}".replace(",", say.thousands)  # noqa: E731
    if one.get("found") == 0:
        yield say.none.format(articles=number(corpus["articles"]))
    elif one:
        note = f" {one['note']}" if one.get("note") and lang == "en" else ""
        yield say.judged.format(right=one["right"], judged=one["judged"], found=number(one["found"])) + note
