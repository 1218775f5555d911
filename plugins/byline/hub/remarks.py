"""What is wrong with the programme as a whole, for colleagues' eyes only: a page of findings in `internal/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..build import Build
from ..findings import line, ordered, summary, unknown
from ..model import Aims, Edition, File, Finding, Programme
from ..sentences import in_language, said_in
from ..typography import typeset
from .shelf import Shelf, shelf_of

PAGE = "programme.md"


def remarks_output(build: Build) -> Iterator[File]:
    """The page, and a word about it, which a check has too."""
    if build.run.programme:
        found = [*build.programme_findings, *remarks(shelf_of(build))]
        yield File(PAGE, remarks_page(found, build.site.lang), internal=True)
        if found:
            build.notes.append(f"the programme's files: {len(found)} remarks for colleagues in internal/{PAGE}")


def remarks(shelf: Shelf) -> Iterator[Finding]:
    """What files say of each other and of articles that does not hold. Names that nobody knows stay what they are."""
    programme, edition = shelf.programme, shelf.edition
    known = {key for article in edition.articles for key in (article.id, article.translation)}
    listed = [
        *((f"events/{one.id}.toml", one.articles) for one in programme.events),
        *((f"campfires/{one.id}.toml", one.articles) for one in programme.campfires),
        *(("values.toml", one.articles) for one in programme.values),
    ]
    for path, ids in listed:
        yield from unknown(path, "article", ids, known)
    yield from _people(programme, shelf)
    yield from _aims(programme.aims, {one.id for one in edition.campaigns})
    for value in programme.values:
        if not {a.id for a in edition.published} & {*value.articles}:
            message = f"no published article shows the value '{value.name}'."
            yield Finding("values.toml", 1, "value-without-proof", message, "advice", "Name one, or ask for a story.")
    yield from _media(edition, shelf)


def _aims(aims: Aims, campaigns: Iterable[str]) -> Iterator[Finding]:
    """What is wanted of, spent on or said to come of a campaign that there is not."""
    named = {
        "objectives.toml": {one.campaign for one in aims.objectives} - {""},
        "costs.toml": aims.costs.keys(),
        "outcomes.csv": {one.campaign for one in aims.outcomes} - {""},
    }
    for path, ids in named.items():
        yield from unknown(path, "campaign", sorted(ids), campaigns)


def _people(programme: Programme, shelf: Shelf) -> Iterator[Finding]:
    for one in programme.people.values():
        yield from unknown(one.source, "department", [one.department] if one.department else [], programme.departments)
        yield from unknown(one.source, "channel", one.channels, shelf.channels)
        versions = {version for charter in programme.charters.values() for version in charter.changes}
        if one.charter and versions and one.charter not in versions:
            message = f"there is no version '{one.charter}' of the charter."
            yield Finding(
                one.source, 1, "unknown-charter", message, "warning", f"Known: {', '.join(sorted(versions))}."
            )


def _media(edition: Edition, shelf: Shelf) -> Iterator[Finding]:
    """Pictures of campaigns that are not over, whose time is: they are offered to nobody."""
    for campaign in edition.campaigns:
        for one in campaign.media:
            if campaign.ends >= shelf.today and not one.usable(shelf.today):
                message = f"'{one.file or one.url}' may no longer be used, so that nobody is offered it."
                hint = "Take it out, or ask for more time."
                yield Finding(f"../content/{campaign.source}", 1, "media-expired", message, "warning", hint)


def remarks_page(found: Iterable[Finding], lang: str = "en") -> bytes:
    """The findings in a language, as a page that is read in any editor; those of one file stand together."""
    findings = ordered(found)
    title = said_in("What to mend in the programme", lang)
    whose = said_in("For whoever runs it. Nothing of this stands in a check or a log.", lang)
    count = summary(findings, lang) or said_in("Nothing.", lang)
    rows = (_row(in_language(one, lang), lang) for one in findings)
    text = "\n".join([f"# {title}\n", f"{whose}\n", f"{count}\n", *rows])
    return f"{text.rstrip()}\n".encode()


def _row(finding: Finding, lang: str) -> str:
    place, _, sentence = line(finding).partition(" ")
    colon = typeset(" :", lang).lstrip(" ")
    return f"- {said_in(finding.severity, lang)}{colon} `{place}` {sentence}"
