"""Commands for who writes: what is wrong in a text, and what to begin with."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from .. import findings
from ..sentences import in_language, said_in
from ..workplace import Workplace, now
from .running import run
from .telling import asked, language, out, show, shown


def check(given: argparse.Namespace, place: Workplace) -> int:
    """Print every finding; 1 when one of them is an error."""
    gc.disable()  # a check is over before there is much to collect, and somebody waits for it
    built = run(place, checking=True)
    found = built.judged()
    folder, lang = shown(place.content), language(place, built.site.lang)
    if given.format == "json":  # for machines, which know what we say in English, unless somebody asks for more
        told = (in_language(one, given.told_in or "en") for one in found)
        sys.stdout.write(findings.as_json(told, folder) + "\n")
    elif given.format == "github":
        sys.stdout.writelines(f"{line}\n" for line in findings.as_github(found, folder, lang))
    else:
        show(found, place, built.site.lang, excerpts=True)
        out.print(findings.summary(found, lang) or said_in("nothing to say: every text is fine", lang))
    return int(any(finding.severity == "error" for finding in found))


def new(given: argparse.Namespace, place: Workplace) -> int:
    """Write a file to begin with, and say where it is."""
    from .. import scaffolds

    if given.what != "article":
        name = given.name or asked(f"What is the {given.what}'s name?")
        folder = place.programme if given.what == "ambassador" else place.content
        path = scaffolds.BY_NAME[given.what](folder, name=name, today=now().date())
    else:
        path = _new_article(given, place)
    out.print(f"begun: {shown(path)}\nWrite, then run `byline check`.")
    return 0


def _new_article(given: argparse.Namespace, place: Workplace) -> Path:
    """An article that begins with a document, with the questions of a shape, or with ours; says what is in doubt."""
    from .. import importing, scaffolds

    document = importing.read_document(given.document) if given.document else importing.Document()
    body = scaffolds.shape(given.shape, given.lang or place.lang) if given.shape else document.body
    known = scaffolds.known_author(place.content, document.author)
    path = scaffolds.article(
        place.content,
        title=given.title or document.title or asked("What is the article's title?"),
        author=given.author or known or asked("Who signs it (author id)?"),
        today=now().date(),
        lang=given.lang,
        body=body,
        pictures=document.pictures,
    )
    for doubt in document.doubts:
        out.print(f"in doubt: {doubt}")
    return path
