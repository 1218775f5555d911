"""Four papers: register entry, data map, outline of an impact assessment, note for employee representatives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from .. import inert_markdown, markup
from ..build import Build
from ..findings import CONTROLS
from ..model import PURPOSES, File, Governance
from ..reporting import named, paper_of, report_langs
from ..speaking import PAPER, environment
from ..typography import typeset_text
from ..words import Words, words_for
from .holdings import holdings, purposes, words

ROOM = Path(__file__).parent
MARKS = re.compile(r"[!-/:-@\[-`{-~]")  # every sign of ASCII
EMPTY_HEAD = re.compile(r"<thead>\s*<tr>\s*(<th[^>]*></th>\s*)+</tr>\s*</thead>")
PAPERS = ("register", "data-map", "impact-assessment", "note")
# What a paper asks for and `governance.toml` may say.
ASKED = ("controller", "owner", "data_protection_officer", "consulted", "assessed", "key_holder", "recipients",
         "processors", "retention_months")  # fmt: skip


def gaps(governance: Governance) -> tuple[str, ...]:
    """The keys of `governance.toml` that the papers ask for and that say nothing yet."""
    return tuple(name for name in ASKED if not getattr(governance, name))


def dossier_files(build: Build) -> Iterator[File]:
    """Each paper as Markdown and as a page, in each language."""
    langs, paper = report_langs(build.site.lang), paper_of(build)
    for name in PAPERS:
        versions = {lang: named(name, lang, langs, "html") for lang in langs}
        for lang in langs:
            page = paper.print(ROOM, "paper.html", lang, _in_html(written(name, build, lang, "html"), lang), versions)
            yield File(named(name, lang, langs, "md"), written(name, build, lang).encode(), internal=True)
            yield File(versions[lang], page, internal=True)


def _in_html(text: str, lang: str) -> dict[str, Any]:
    """Title and body of a paper; what is wider than the window is pushed along."""
    head, _, rest = text.partition("\n")
    body = typeset_text(markup.render(rest.replace("\n## ", "\n# "), 1), lang).html
    body = EMPTY_HEAD.sub("", body).replace("<table>", '<div class="scroll" tabindex="0"><table>')
    title = Markup(head.removeprefix("# "))  # noqa: S704  escaped where it was written
    return {"title": title, "body": Markup(body.replace("</table>", "</table></div>"))}  # noqa: S704  sanitized


def written(name: str, build: Build, lang: str, form: str = "md") -> str:
    """A paper as Markdown: to be read as it is, or (`html`) to be made a page of."""
    made, said = _spoken(lang, form)
    own, governance = words()[lang], build.programme.governance
    months = governance.retention_months
    values: dict[str, Any] = {
        "governance": governance,
        "gaps": gaps(governance),
        "name": build.brand.name or build.site.name,
        "controller": governance.controller or build.site.organisation,
        "holdings": holdings(lang),
        "purposes": purposes(lang),
        "bases": {purpose: own["basis"].get(governance.basis.get(purpose, ""), "") for purpose in PURPOSES},
        "allowed": [purpose for purpose in PURPOSES if governance.allows(purpose)],
        "counting": own["counting"],
        "retention": {key: Markup(text).format(months=months or "…") for key, text in own["retention"].items()},  # noqa: S704  our own words
        "of_kind": {one.kind: own["kind"].get(one.kind, one.kind) for one in holdings(lang)},
        "consulted": said.date(governance.consulted) if governance.consulted else "",
        "assessed": said.date(governance.assessed) if governance.assessed else "",
    }
    return made.get_template(f"{lang}/{name}.md").render(**values)


@cache
def _spoken(lang: str, form: str) -> tuple[Environment, Words]:
    said = words_for(lang, PAPER / "locale")
    escaped = inert_markdown.escaped if form == "md" else _as_entities
    made = environment(FileSystemLoader(ROOM / "templates"), said, escapes=False, finalize=escaped)
    made.filters |= {"code": inert_markdown.code, "or_gap": partial(_or_gap, escaped, words()[lang]["gap"])}
    return made, said


def _as_entities(value: object) -> Markup:
    """Words as they are, in which neither Markdown nor HTML finds anything."""
    if isinstance(value, Markup):
        return value
    line = " ".join(CONTROLS.sub(" ", str(value)).split())
    return Markup(MARKS.sub(lambda mark: f"&#{ord(mark[0])};", line))  # noqa: S704  escaped just now


def _or_gap(escaped: Callable[[object], Markup], gap: str, value: object, key: str) -> Markup:
    """A value, or in bold that somebody must say it, and where."""
    if value:
        return escaped("; ".join(map(str, value)) if isinstance(value, tuple) else value)
    return Markup("**{}** ").format(escaped(gap)) + inert_markdown.code(key)
