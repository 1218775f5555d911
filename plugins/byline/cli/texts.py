"""Commands for who writes: what is wrong in a text, and what to begin with."""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import replace
from pathlib import Path

from .. import findings
from ..sentences import in_language, said_in
from ..workplace import Workplace, now
from .running import run
from .telling import asked, language, out, show, shown

NAMES = {
    "author": "What is the author's name?",
    "ambassador": "What is the ambassador's name?",
    "campaign": "What is the campaign's name?",
}


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

    lang = place.lang
    if given.what != "article":
        name = given.name or asked(said_in(NAMES[given.what], lang), lang)
        folder = place.programme if given.what == "ambassador" else place.content
        path = scaffolds.BY_NAME[given.what](folder, name=name, today=now().date(), spoken=lang)
    else:
        path = _new_article(given, place, lang)
    out.print(said_in(f"begun: {shown(path)}", lang))
    out.print(said_in("Write, then run `byline check`.", lang))
    return 0


def _new_article(given: argparse.Namespace, place: Workplace, lang: str) -> Path:
    """An article that begins with a document, with the questions of a shape, or with ours; says what is in doubt."""
    from .. import importing, scaffolds

    document = importing.read_document(given.document) if given.document else importing.Document()
    document = replace(document, doubts=tuple(said_in(one, given.lang or lang) for one in document.doubts))
    body = scaffolds.shape(given.shape, given.lang or lang) if given.shape else document.body
    known = scaffolds.known_author(place.content, document.author)
    path = scaffolds.article(
        place.content,
        title=given.title or document.title or asked(said_in("What is the article's title?", lang), lang),
        author=given.author or known or asked(said_in("Who signs it (author id)?", lang), lang),
        today=now().date(),
        lang=given.lang,
        body=body,
        pictures=document.pictures,
        spoken=given.lang or lang,
    )
    for doubt in document.doubts:
        out.print(said_in(f"in doubt: {doubt}", lang))
    return path
