"""The `byline` command: it reads what was asked, runs Pelican with our plugins, and says what came of it.

Exit codes: 0 fine (warnings and advice too), 1 an error in a text or a build that failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import os
import pstats
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args

from rich.console import Console
from rich.live import Live

from . import __version__, checks, findings, leaving, scaffolds
from .build import Build
from .commit import Plan, commit, commit_folder, interrupted, locked, prepare, recover
from .findings import ContentErrors
from .glue import run_pelican
from .model import File, Finding
from .press.verify import VerificationError
from .refusals import Refusal, WrongUse
from .standing import keep_standing, unnoticed
from .touched import told_of
from .workplace import UsageError, Workplace, now, workplace_of

if TYPE_CHECKING:
    from . import serving

REPORT = "preview"  # the folder of `internal/` that holds the report on what is proposed
Command = Callable[[argparse.Namespace, Workplace], int]
out = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--content", type=Path, help="folder of texts (default: content/ beside pelicanconf.py)")
    common.add_argument("--programme", type=Path, help="folder for colleagues only (default: programme/)")
    common.add_argument("--cache", type=Path, help="folder of what need not be made again (default: .cache/byline/)")
    common.add_argument("--verbose", action="store_true", help="say more; show tracebacks")
    common.add_argument("--quiet", action="store_true", help="say nothing but errors")
    site = argparse.ArgumentParser(add_help=False)
    site.add_argument("--output", type=Path, help="folder of the public site (default: output/)")
    site.add_argument("--internal", type=Path, help="folder of pages for colleagues (default: internal/)")
    site.add_argument("--siteurl", default="", help="address of the site, such as https://blog.example.com")
    site.add_argument("--production", action="store_true", help="the public site: publishconf.py, nothing unpublished")
    site.add_argument("--search", action="store_true", help="make the search index too, as --production always does")
    proposed = argparse.ArgumentParser(add_help=False)
    proposed.add_argument("--since", default="", metavar="REV", help="the base: look at what differs from it")
    proposed.add_argument("--evidence", type=Path, metavar="FILE", help="who approved what, as the trusted job says")
    main_parser = argparse.ArgumentParser(
        prog="byline", description="A blog that a company's own people write and sign."
    )
    main_parser.add_argument("--version", action="version", version=f"byline {__version__}")
    commands = main_parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, does: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=does, description=does, parents=[common, *parents])

    build = command("build", "check, build, verify and commit the site", site, proposed)
    build.add_argument("--explain", default="", metavar="PAGE", help="say why a page, by its address, was printed")
    build.add_argument("--verify", action="store_true", help="print everything anew, and fail where files differ")
    build.add_argument("--profile", action="store_true", help="say where the time went")
    serve = command("serve", "show the site at a local address, as it is after every edit", site)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine; 0 is any free one (default: 8000)")
    check = command("check", "say everything that is wrong in any text", proposed)
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="how findings are written")
    new = command("new", "begin an article, a person's file or a campaign")
    new.add_argument("what", choices=("article", "author", "ambassador", "campaign"))
    new.add_argument("--title", default="", help="an article's title")
    new.add_argument("--name", default="", help="the name of an author, ambassador or campaign")
    new.add_argument("--author", default="", help="the id of who signs the article")
    new.add_argument("--lang", default="", help="the article's language, when it is not the site's")
    begin = new.add_mutually_exclusive_group()
    begin.add_argument("--from", type=Path, dest="document", help="a .docx, .odt, .md or .txt file to make it of")
    begin.add_argument("--shape", default="", help=f"questions to begin with: {', '.join(scaffolds.shapes())}")
    preview = command("preview", "one article as one page that can be sent, read on a phone and approved")
    preview.add_argument("file", type=Path, help="the article's file")
    preview.add_argument("--to", type=Path, required=True, help="the file to write, such as article.html")
    card = command("card", "the cards that networks show, alone: of one text, or of every page")
    which = card.add_mutually_exclusive_group(required=True)
    which.add_argument("file", type=Path, nargs="?", help="a text: an article, a page or an author's file")
    which.add_argument("--all", action="store_true", help="every card of the site")
    card.add_argument("--to", type=Path, help="the folder to write them to (default: cards/ in the cache)")
    told = command("evidence", "the trusted job's part: from the git host's answers to who approved what")
    told.add_argument("what", choices=("github", "gitlab", "keep"), help="whose answers these are; keep: signatures")
    told.add_argument("answers", type=Path, nargs="*", help="files with its answers: the request, then its approvals")
    told.add_argument("--to", type=Path, help="the file to write, for --evidence")
    told.add_argument("--since", default="", metavar="REV", help="the base: keep signatures of what differs from it")
    links = command("links", "short links of those who chose to be measured: give out what is missing")
    links.add_argument("what", choices=("issue",))
    handed = command("hub", "a file for each ambassador, with their own links and all that they need, to hand over")
    handed.add_argument("--for", dest="who", required=True, metavar="ID|all", help="who it is for: an id, or all")
    handed.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    handed.add_argument("--mail", action="store_true", help="write a mail for each too, ready to be sent")
    withdraw = command("withdraw", "let a person leave: show what changes, do it, say what remains elsewhere")
    withdraw.add_argument("id", metavar="ID", help="the id of an author or ambassador")
    withdraw.add_argument(
        "--as", dest="leave", required=True, choices=get_args(leaving.Leave), help="what the person wants"
    )
    withdraw.add_argument("--yes", action="store_true", help="do it without asking once more")
    export = command("export", "everything that a person signed, and all that is held about them, as a zip")
    export.add_argument("id", metavar="AUTHOR", help="the id of an author or ambassador")
    export.add_argument("--to", type=Path, help="the file to write (default: <id>.zip)")
    command("doctor", "say what is missing on this machine or unsafe in this site")
    return main_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = parser().parse_args(arguments)
    out.quiet = given.quiet
    try:
        place = workplace_of(given)
        _complete(place)
        return _profiled(COMMANDS[given.command], given, place)
    except WrongUse as error:
        err.print(f"byline: {error}", style="red")
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        _explain(error, workplace_of(given))
        return 1


def _profiled(command: Command, given: argparse.Namespace, place: Workplace) -> int:
    """Run a command; with `--profile` say in which of our functions, and those that they call, the time went."""
    if not getattr(given, "profile", False):
        return command(given, place)
    profile = cProfile.Profile()
    code = profile.runcall(command, given, place)
    pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(40)
    return code


def _complete(place: Workplace) -> None:
    """Whatever is asked, a commit that was interrupted is completed first, and so is a person's leaving."""
    leaving.complete(place.root)
    if interrupted(place.roots):
        with locked(place.roots):
            recover(place.roots)


# --- commands: each loads what it alone needs, so that `check` answers at once ----------------------------------------


def build(_given: argparse.Namespace, place: Workplace) -> int:
    """Build the site, and say where it is."""
    _build(place)
    out.print(f"public site: {_shown(place.output.output)}/index.html")
    out.print(f"for colleagues: {_shown(place.internal.output)}/")
    if place.given.since:
        out.print(f"preview report: {_shown(place.internal.output / REPORT)}/index.html")
    return 0


def _build(place: Workplace) -> int:
    """Build into a stage, verify it, and only then change the output; returns how many files changed."""
    begun = time.monotonic()
    with locked(place.roots):
        prepare(place.roots, never=[place.content, *(place.root / name for name in ("content", "plugins", "themes"))])
        try:
            built = _run(place)
        except ContentErrors:
            # The site stays as it was; what says why it must not go out is for those who decide.
            if commit_folder(place.roots, place.internal, REPORT):
                out.print(f"preview report: {_shown(place.internal.output / REPORT)}/index.html")
            raise
        plans = commit(place.roots, built.kept, [built.standing.paths(root) for root in (0, 1)])
        keep_standing(built, plans)
    _show(built.judged(), place)
    _summarize(built, plans, time.monotonic() - begun)
    _compare(built, plans)
    return sum(len(plan.place) + len(plan.sweep) for plan in plans)


def serve(given: argparse.Namespace, place: Workplace) -> int:
    """Show the site on this machine alone, and build it at every edit, until interrupted."""
    from . import serving

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    plugins = place.root / "plugins"
    edited = [place.content, plugins, place.root / "themes", *filter(None, [place.programme])]
    made = [place.cache, *(root.output for root in place.roots)]
    with suppress(KeyboardInterrupt), serving.opened(place.output, given.port) as site:
        given.siteurl = given.siteurl or site.url
        out.print(f"look at {site.url}/ (Ctrl+C ends)")
        for outcome in serving.outcomes(serving.changes(place.root, edited, made), plugins, partial(rebuild, place)):
            site.tell(outcome)
    return 0


def rebuild(place: Workplace) -> serving.Outcome:
    """A build for `serve`, in a process of its own: what is wrong is said here, and returned for the browsers."""
    from . import serving

    out.quiet = place.given.quiet
    try:
        return serving.Outcome(_build(place))
    except Exception as error:
        return serving.Outcome(faults=_explain(error, place))


def check(given: argparse.Namespace, place: Workplace) -> int:
    """Print every finding; 1 when one of them is an error."""
    gc.disable()  # a check is over before there is much to collect, and somebody waits for it
    built = _run(place, checking=True)
    found = told_of(built.judged(), built)
    folder = _shown(place.content)
    if given.format == "json":
        sys.stdout.write(findings.as_json(found, folder) + "\n")
    elif given.format == "github":
        sys.stdout.writelines(f"{line}\n" for line in findings.as_github(found, folder))
    else:
        _show(found, place, excerpts=True)
        out.print(findings.summary(found) or "nothing to say: every text is fine")
    return int(any(finding.severity == "error" for finding in found))


def new(given: argparse.Namespace, place: Workplace) -> int:
    """Write a file to begin with, and say where it is."""
    if given.what != "article":
        name = given.name or _asked(f"What is the {given.what}'s name?")
        folder = place.programme if given.what == "ambassador" else place.content
        path = scaffolds.BY_NAME[given.what](folder, name=name, today=now().date())
    else:
        path = _new_article(given, place)
    out.print(f"begun: {_shown(path)}\nWrite, then run `byline check`.")
    return 0


def preview(given: argparse.Namespace, place: Workplace) -> int:
    """Build the site aside, and write one of its pages with all that it shows inside."""
    from . import onepage

    if not given.to.parent.is_dir():
        raise UsageError(f"there is no folder {given.to.parent}: --to names the file to write")
    with TemporaryDirectory() as folder:
        aside = place.aside(Path(folder))
        prepare(aside.roots, never=())
        built = _run(aside)
        source = _source(given.file, place)
        record = next((one for one in built.edition.records if one.source == source), None)
        if not record:
            raise UsageError(f"{given.file} is no article or page in {_shown(place.content)}")
        page = onepage.one_page(record, built.cards.get(source), built.site, aside.output.stage)
    given.to.write_text(page, "utf-8")
    _show((one for one in built.judged() if one.path == source), place)
    out.print(f"one page: {_shown(given.to)}")
    return 0


def card(given: argparse.Namespace, place: Workplace) -> int:
    """Draw cards and nothing else, also of texts beside which others have errors."""
    source = "" if given.all else _source(given.file, place)
    to, written = given.to or place.cache, list[Path]()

    def take(file: File) -> None:
        path = to / file.save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        written.append(path)

    try:
        found: Sequence[Finding] = _run(place, checking=True, cards=(source, take)).judged()
    except ContentErrors as error:
        found = error.findings
    mine = [one for one in found if not source or one.path == source]
    _show(mine, place)
    if not written:
        raise UsageError(f"{given.file or 'this site'} has no card: {_shown(place.content)} has no such page")
    for path in written:
        out.print(_shown(path))
    return int(any(one.severity == "error" for one in mine))


def evidence(given: argparse.Namespace, place: Workplace) -> int:
    """Write who approved what. Only this reads accounts, so nothing is printed but how many there are."""
    if given.what == "keep":
        return _keep(given, place)
    if not given.to:
        raise UsageError("--to names the file to write, for `byline check --evidence`")
    from .evidence.accounts import approvals_of
    from .evidence.hosts import request_of
    from .evidence_file import write_evidence

    request = request_of(given.what, given.answers)
    approvals = approvals_of(request, place.programme, now().date())
    given.to.write_text(write_evidence(request.head, approvals), "utf-8")
    counted = sum(one.commit == request.head for one in approvals)
    out.print(f"evidence: {_shown(given.to)}: {counted} of {len(approvals)} approvals are of {request.head[:12]}")
    return 0


def _keep(given: argparse.Namespace, place: Workplace) -> int:
    """Write the signatures of what differs from a base into the content folder."""
    if not given.since:
        raise UsageError("--since names the base: signatures of what differs from it are kept")
    from .evidence.keeping import kept

    notes = dict(kept(_run(place, checking=True)))
    for path, text in notes.items():
        (place.content / path).parent.mkdir(exist_ok=True)
        (place.content / path).write_text(text, "utf-8")
        out.print(f"kept: {_shown(place.content / path)}")
    out.print("Commit this, in the same pull request." if notes else "nothing to keep: no changed article is signed")
    return 0


def links(_given: argparse.Namespace, place: Workplace) -> int:
    """Give out the short links that are missing; the next build prints their pages."""
    from .sharing import issuing

    with issuing.alone(place.programme):
        missing = issuing.missing_links(_run(place, checking=True))
        if not missing or place.programme is None:
            out.print("nothing is missing: everybody who chose to be measured has short links for what to share now")
            return 0
        path = issuing.append(place.programme, missing)
    people, articles = ({getattr(one, name) for one in missing} for name in ("person", "article"))
    whom = "one person" if len(people) == 1 else f"{len(people)} people"
    out.print(f"{_shown(path)}: {len(missing)} short links for {whom} and {len(articles)} articles")
    out.print("Keep the file with the programme: the next build prints their pages.")
    return 0


def hand_over(given: argparse.Namespace, place: Workplace) -> int:
    """Write one file and one calendar per person, and a mail that carries the file; nothing else is printed."""
    from . import hub

    folder = given.to.absolute()
    if any(folder.is_relative_to(one) for one in (place.output.output, place.content)):
        raise UsageError(f"{given.to} is published: personal files go to a folder of their own")
    built = _run(place, checking=True)
    findings.stop_at_errors(built.judged())
    folder.mkdir(parents=True, exist_ok=True)
    for one in hub.hand_over(built, given.who):
        made = {"html": one.page, "ics": built.calendars.get(one.id, b""), "eml": one.mail if given.mail else b""}
        for name, data in ((f"{one.id}.{ending}", data) for ending, data in made.items() if data):
            (folder / name).write_bytes(data)
            out.print(f"to hand over: {_shown(folder / name)}")
    return 0


def withdraw(given: argparse.Namespace, place: Workplace) -> int:
    """Show what changes when a person leaves, do it once somebody said yes, and say what remains."""
    found = leaving.withdrawal(place.content, place.programme, given.id, given.leave, now().date(), place.lang)
    out.print(leaving.shown(found, _shown))
    if not given.yes and not (sys.stdin.isatty() and _asked("\nDo it? (yes or no)").lower() in ("y", "yes")):
        out.print("\nnothing was changed; --yes does it")
        return 0
    leaving.apply(place.root, found.changes)
    out.print(f"\ndone: {len(found.changes)} files\n\n{leaving.REMAINS}")
    return 0


def export(given: argparse.Namespace, place: Workplace) -> int:
    """Write all that is a person's, or about them, into one file."""
    data = leaving.export(place.content, place.programme, given.id, now().date(), place.lang)
    to = given.to or Path(f"{given.id}.zip")
    if not to.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {to.parent}: --to names the file to write")
    to.write_bytes(data)
    out.print(f"everything of and about {given.id}: {_shown(to)}")
    return 0


def examine(_given: argparse.Namespace, place: Workplace) -> int:
    """Print what `doctor` finds; 1 when something must be mended."""
    from . import doctor
    from .cards.forewarning import unwritable

    settings = place.settings()
    found = doctor.diagnose(place.root, settings, unwritable=unwritable(place.content, settings))
    for one in found:
        out.print(f"{'ok  ' if one.ok else 'mend' if one.must else 'note'}  {one.name}: {one.sentence}")
        if not one.ok:
            out.print(f"      {one.fix}")
    return int(any(one.must and not one.ok for one in found))


COMMANDS: dict[str, Command] = {
    "build": build,
    "serve": serve,
    "check": check,
    "new": new,
    "preview": preview,
    "card": card,
    "evidence": evidence,
    "links": links,
    "hub": hand_over,
    "withdraw": withdraw,
    "export": export,
    "doctor": examine,
}


# --- what is said -----------------------------------------------------------------------------------------------------


def _run(place: Workplace, checking: bool = False, **more: object) -> Build:
    """One run of Pelican, seen in a terminal. No thread refreshes it, because the work is done in forked processes."""
    with Live(console=err, auto_refresh=False, transient=True) as live:
        seen = err.is_terminal and not place.given.quiet
        say: Callable[[str], None] = lambda doing: live.update(f"{doing} ...", refresh=True) if seen else None  # noqa: E731
        settings = place.settings(checking)
        settings["BYLINE_RUN"] |= more
        built = run_pelican(settings, say)
    for note in built.notes:
        err.print(f"byline: {note}", style="yellow")
    return built


def _explain(error: Exception, place: Workplace) -> tuple[str, ...]:
    """Say why a command did not do its work; returns the same in sentences."""
    if isinstance(error, ContentErrors):
        _show(error.findings, place, excerpts=True)
        err.print(f"nothing was changed: {findings.summary(error.findings)}", style="red")
        wrong = (one for one in findings.ordered(error.findings) if one.severity == "error")
        return tuple(findings.line(one, _shown(place.content)) for one in wrong)
    expected = isinstance(error, Refusal)
    sentence = f"byline: {error}" if expected else _unexpected(error, place.given.verbose)
    err.print(sentence, style="red")
    return (sentence,)


def _new_article(given: argparse.Namespace, place: Workplace) -> Path:
    """An article that begins with a document, with the questions of a shape, or with ours; says what is in doubt."""
    from . import importing

    document = importing.read_document(given.document) if given.document else importing.Document()
    body = scaffolds.shape(given.shape, given.lang or place.lang) if given.shape else document.body
    known = scaffolds.known_author(place.content, document.author)
    path = scaffolds.article(
        place.content,
        title=given.title or document.title or _asked("What is the article's title?"),
        author=given.author or known or _asked("Who signs it (author id)?"),
        today=now().date(),
        lang=given.lang,
        body=body,
        pictures=document.pictures,
    )
    for doubt in document.doubts:
        out.print(f"in doubt: {doubt}")
    return path


def _source(file: Path, place: Workplace) -> str:
    """A text's path in the content folder; the path as it was given for one that is elsewhere."""
    path = file.resolve()
    inside = path.is_relative_to(place.content.resolve())
    return path.relative_to(place.content.resolve()).as_posix() if inside else str(file)


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Say it with an option, see `byline new --help`")
    return out.input(f"{question} ").strip()


def _shown(path: Path) -> str:
    """A path as people find it from where they are."""
    return os.path.relpath(path)


def _show(found: Iterable[Finding], place: Workplace, excerpts: bool = False) -> None:
    """Findings for people, with the line that each speaks of when there is something to do about them now."""
    styles = {"error": "red", "warning": "yellow", "advice": "cyan"}
    said = [one for one in findings.ordered(found) if one.severity == "error" or not place.given.quiet]
    for told in checks.told(said, place.content, _shown(place.content)):
        err.print(told.sentence, style=styles[told.finding.severity])
        for line in told.excerpt if excerpts else ():
            err.print(line, style="dim")


def _compare(built: Build, plans: Sequence[Plan]) -> None:
    """After `--verify`: raises `VerificationError` where a build that trusts what is known would have kept a file."""
    if built.run.verify and (wrong := unnoticed(built, plans)):
        shown = "\n".join(f"  {path}" for path in wrong[:20])
        raise VerificationError(
            f"{len(wrong)} files were not what their inputs make, and nothing told; they are now:\n{shown}"
        )


def _summarize(built: Build, plans: Sequence[Plan], seconds: float) -> None:
    states = ", ".join(f"{count} {state}" for state, count in sorted(built.tally.items()))
    found = findings.summary(built.judged())
    kept = sum(map(len, built.kept))
    printed = sum(map(len, built.made)) - kept
    placed, swept = sum(len(plan.place) for plan in plans), sum(len(plan.sweep) for plan in plans)
    out.print(
        f"{sum(built.tally.values())} articles read ({states}); {printed} pages and files printed, {kept} kept; "
        f"{placed} files changed, {swept} removed; {seconds:.1f} s" + (f"; {found}" if found else "")
    )


def _unexpected(error: Exception, verbose: bool) -> str:
    """A fault of ours in one sentence: what, and in which file of code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{_shown(Path(frame.filename))}:{frame.lineno}"
    if verbose:
        return "".join(traceback.format_exception(error))
    return (
        f"byline: {place}: {type(error).__name__}: {error}\nNothing was changed. --verbose shows how it came to this."
    )
