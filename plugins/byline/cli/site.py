"""Commands that make the site, or a part of it."""

from __future__ import annotations

import argparse
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import receipt
from ..build import Build
from ..commit import Plan, commit, commit_folder, locked, prepare
from ..findings import ContentErrors
from ..ledger import Ledger
from ..model import File
from ..press.verify import VerificationError
from ..sentences import said_in
from ..standing import keep_standing, unnoticed
from ..workplace import UsageError, Workplace
from .running import run, source_of
from .telling import explain, language, out, repeat, show, shown, summarize

if TYPE_CHECKING:
    from .. import serving

DAY = 86_400  # seconds
REPORT = "preview"  # the folder of `internal/` that holds the report on what is proposed


def build(_given: argparse.Namespace, place: Workplace) -> int:
    """Build the site, and say where it is."""
    _, lang = _build(place)
    out.print(said_in(f"public site: {shown(place.output.output)}/index.html", lang))
    out.print(said_in(f"for colleagues: {shown(place.internal.output)}/", lang))
    if place.given.since:
        out.print(said_in(f"preview report: {shown(place.internal.output / REPORT)}/index.html", lang))
    return 0


def _build(place: Workplace) -> tuple[int, str]:
    """Build into a stage, verify it, and only then change the output; returns how many files changed, and in which
    language to go on.
    """
    begun = time.monotonic()
    with locked(place.roots):
        settings = place.settings()
        digest = receipt.asked(settings)
        if said := receipt.answered(place.roots, Ledger(place.cache), digest, settings["BYLINE_RUN"]["now"]):
            repeat(said, place, time.monotonic() - begun)
            return 0, language(place, said.lang)
        prepare(place.roots, never=[place.content, *(place.root / name for name in ("content", "plugins", "themes"))])
        try:
            built = run(place)
        except ContentErrors as error:
            # The site stays as it was; what says why it must not go out is for those who decide.
            if commit_folder(place.roots, place.internal, REPORT):
                report = f"preview report: {shown(place.internal.output / REPORT)}/index.html"
                out.print(said_in(report, language(place, error.lang)))
            raise
        plans = commit(place.roots, built.kept, built.standing.seen)
        receipt.keep_receipt(built, digest, keep_standing(built, plans))
        built.ledger.prune(int(time.time() // DAY))
    show(built.judged(), place, built.site.lang)
    summarize(built, plans, place, time.monotonic() - begun)
    _compare(built, plans)
    changed = sum(len(plan.place) + len(plan.sweep) for plan in plans)
    return changed, language(place, built.site.lang)


def serve(given: argparse.Namespace, place: Workplace) -> int:
    """Show the site on this machine alone, and build it at every edit, until interrupted."""
    from .. import serving

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    plugins = place.root / "plugins"
    edited = [place.content, plugins, place.root / "themes", *filter(None, [place.programme])]
    made = [place.cache, *(root.output for root in place.roots)]
    lang = language(place, place.lang).split("-")[0]
    with suppress(KeyboardInterrupt), serving.opened(place.output, given.port, lang) as site:
        given.siteurl = given.siteurl or site.url
        out.print(said_in(f"look at {site.url}/ (Ctrl+C ends)", lang))
        for outcome in serving.outcomes(
            serving.changes(place.root, edited, made), plugins, partial(rebuild, place), partial(ahead, place)
        ):
            site.tell(outcome)
    return 0


def ahead(place: Workplace) -> None:
    """What the next build for `serve` will do in any case, while nobody waits: it compiles templates and what reads
    Markdown.
    """
    from .. import markup
    from ..manuscripts.opening import open_build
    from ..press.theme import load_theme
    from ..stats.page import compile_ahead

    settings = place.settings()
    built = open_build(settings)
    langs = {one.lang or one.fields.lang or built.site.lang for one in built.shelf.articles}
    load_theme(Path(settings["THEME"]), built.brand, place.root).compile(langs, built.site)
    compile_ahead(built.site.lang)
    markup.render("Words, *more* words, and [a link](https://example.com).", 1)


def rebuild(place: Workplace) -> serving.Outcome:
    """A build for `serve`, in a process of its own: what is wrong is said here, and returned for the browsers."""
    from .. import serving

    out.quiet = place.given.quiet
    try:
        return serving.Outcome(_build(place)[0])
    except Exception as error:
        return serving.Outcome(faults=explain(error, place))


def preview(given: argparse.Namespace, place: Workplace) -> int:
    """Build the site aside, and write one of its pages with all that it shows inside."""
    from .. import onepage

    if not given.to.parent.is_dir():
        raise UsageError(f"there is no folder {given.to.parent}: --to names the file to write")
    with TemporaryDirectory() as folder:
        aside = place.aside(Path(folder))
        prepare(aside.roots, never=())
        built = run(aside)
        source = source_of(given.file, place)
        record = next((one for one in built.edition.records if one.source == source), None)
        if not record:
            raise UsageError(f"{given.file} is no article or page in {shown(place.content)}")
        page = onepage.one_page(record, built.cards.get(source), built.site, aside.output.stage)
    given.to.write_text(page, "utf-8")
    show((one for one in built.judged() if one.path == source), place, built.site.lang)
    out.print(said_in(f"one page: {shown(given.to)}", language(place, built.site.lang)))
    return 0


def card(given: argparse.Namespace, place: Workplace) -> int:
    """Draw cards and nothing else, also of texts beside which others have errors."""
    source = "" if given.all else source_of(given.file, place)
    to, written = given.to or place.cache, list[Path]()

    def take(file: File) -> None:
        path = to / file.save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        written.append(path)

    try:
        built = run(place, checking=True, cards=(source, take))
        found, lang = built.judged(), built.site.lang
    except ContentErrors as error:
        found, lang = [*error.findings], error.lang
    mine = [one for one in found if not source or one.path == source]
    show(mine, place, lang)
    if not written:
        raise UsageError(f"{given.file or 'this site'} has no card: {shown(place.content)} has no such page")
    for path in written:
        out.print(shown(path))
    return int(any(one.severity == "error" for one in mine))


def _compare(built: Build, plans: Sequence[Plan]) -> None:
    """After `--verify`: raises `VerificationError` where a build that trusts what is known would have kept a file."""
    if built.run.verify and (wrong := unnoticed(built, plans)):
        shown = "\n".join(f"  {path}" for path in wrong[:20])
        raise VerificationError(
            f"{len(wrong)} files were not what their inputs make, and nothing told; they are now:\n{shown}"
        )
