"""Rules about headings: whoever cannot see the page, or only skims it, finds the way by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..rules import Spot, rule
from .desk import Desk
from .sheet import Sheet
from .width import width

# A sentence, or somebody who speaks in an interview.
_CRY = re.compile(r"[.!,;…。！]\s*$|[:：]|(?:\S+\s+){8,}\S+[?？]\s*$")
_BOLD_START = re.compile(r"(?<=\n\n) {0,3}(?:[-*+][ \t]+)?(?:\*\*|__)\S")
_BOLD_LINE = re.compile(r"(?:(?<=\n\n)|(?<=---\n)) {0,3}(\*\*|__)(?P<words>[^*_\n]{2,80})\1[ \t]*(?=\n\n)")


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@rule("repeated-title", "advice", "Take this heading away; the page shows the title above the text.")
def title_stands_once(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """The page shows the title already. A text that begins with the same words says them twice."""
    first = next(iter(sheet.headings), None)
    same = first and sheet.title and _letters(first.words) == _letters(sheet.title)
    if first and same and not sheet.words_in(sheet.body_start, first.start):
        yield sheet.spot(first.start, first.end, "the text begins with its own title")


@rule("empty-heading", "advice", "Give it words, or take it away.")
def headings_have_words(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """A heading without words is an entry without a name for whoever goes through the headings of a page."""
    for heading in sheet.headings:
        if not heading.words.strip("*_`# "):
            yield sheet.spot(heading.start, heading.end, "this heading says nothing")


@rule("skipped-level", "advice", "Levels go down one at a time: ## and then ###.")
def levels_follow(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """Headings are an outline. One that is two levels below the one before it leaves a gap there; Byline closes gaps in
    the page, but the text then looks different from what its author sees.
    """
    before = 0
    for heading in sheet.headings:
        if before and heading.level > before + 1:
            message = f"this heading is of level {heading.level}, and the one before it of level {before}"
            yield sheet.spot(heading.start, heading.end, message)
        before = heading.level


@rule("long-heading", "advice", "Say in a few words what follows, and the rest below it.")
def headings_are_short(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """A heading is read at a glance, in the page and in the table of contents. (`limits.heading`)"""
    limit = desk.editorial.limits.heading
    for heading in sheet.headings:
        if (long := width(sheet.seen(heading.start, heading.end))) > limit:
            yield sheet.spot(heading.start, heading.end, f"this heading has {long} characters, more than {limit}")


@rule("bold-as-heading", "advice", "Write it as a heading: ## and the words, without asterisks.")
def bold_is_no_heading(sheet: Sheet, _desk: Desk) -> Iterator[Spot]:
    """A line in bold looks like a heading and is none: who hears the page cannot jump to it (WCAG 2.2, 1.3.1).

    Only told of texts with two such lines or more, because one alone is often a cry.
    """
    lines = _BOLD_LINE.finditer(sheet.no_code, sheet.body_start)
    found = [match for match in lines if not _CRY.search(match["words"])]
    if len(found) > 1:
        yield sheet.spot(*found[0].span("words"), f"{len(found)} lines in bold stand where headings would")


@rule("unbroken-text", "advice", "A heading where the thought turns helps whoever comes back, or only skims.")
def long_texts_have_headings(sheet: Sheet, desk: Desk) -> Iterator[Spot]:
    """Most people skim before they read. Very long stretches without a heading give them nothing to hold on to.
    Paragraphs that begin in bold, as the questions of an interview do, count as a hold too. (`limits.unbroken`)
    """
    limit = desk.editorial.limits.unbroken
    bold = _BOLD_START.finditer(sheet.no_code, sheet.body_start)
    breaks = [*(heading.start for heading in sheet.headings), *(match.start() for match in bold)]
    marks = [sheet.body_start, *sorted(breaks), len(sheet.text)]
    for start, end in pairwise(marks) if sheet.kind == "article" else ():
        if (words := sheet.words_in(start, end)) > limit:
            begin = start + len(sheet.prose[start:end]) - len(sheet.prose[start:end].lstrip())
            yield sheet.spot(begin, end, f"{words:,} words follow without a heading")
