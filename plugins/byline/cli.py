"""The `byline` command: it reads what was asked, runs Pelican with our plugins, and says what came of it.

Exit codes: 0 fine (warnings and advice too), 1 an error in a text or a build that failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import http.server
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.live import Live

from . import __version__, doctor, findings, scaffolds
from .build import Build
from .commit import OutputError, commit, interrupted, locked, prepare, recover
from .findings import ContentErrors
from .glue import PluginError, run_pelican
from .model import Finding
from .press.verify import VerificationError
from .settings import SettingsError
from .workplace import UsageError, Workplace, now, workplace_of

FAULTS = (SettingsError, VerificationError, OutputError, PluginError, scaffolds.ScaffoldError)
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
    main_parser = argparse.ArgumentParser(
        prog="byline", description="A blog that a company's own people write and sign."
    )
    main_parser.add_argument("--version", action="version", version=f"byline {__version__}")
    commands = main_parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, does: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=does, description=does, parents=[common, *parents])

    command("build", "check, build, verify and commit the site", site)
    serve = command("serve", "build the site and show it at a local address", site)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    check = command("check", "say everything that is wrong in any text")
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="how findings are written")
    new = command("new", "begin an article or an author's page")
    new.add_argument("what", choices=("article", "author"))
    new.add_argument("--title", default="", help="an article's title")
    new.add_argument("--name", default="", help="an author's name")
    new.add_argument("--author", default="", help="the id of who signs the article")
    new.add_argument("--lang", default="", help="the article's language, when it is not the site's")
    command("doctor", "say what is missing on this machine or unsafe in this site")
    return main_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = parser().parse_args(arguments)
    out.quiet = given.quiet
    try:
        return COMMANDS[given.command](given, workplace_of(given))
    except UsageError as error:
        err.print(f"byline: {error}", style="red")
        return 2
    except ContentErrors as error:
        _show(error.findings, workplace_of(given))
        err.print(f"nothing was changed: {findings.summary(error.findings)}", style="red")
    except FAULTS as error:
        err.print(f"byline: {error}", style="red")
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        err.print(_unexpected(error, given.verbose), style="red")
    return 1


# --- commands ---------------------------------------------------------------------------------------------------------


def build(given: argparse.Namespace, place: Workplace) -> int:
    """Build into a stage, verify it, and only then change the output."""
    begun = time.monotonic()
    with locked(place.roots):
        prepare(place.roots, never=[place.content, *(place.root / name for name in ("content", "plugins", "themes"))])
        built = _run(place)
        placed, swept = commit(place.roots)
    _show(built.judged(), place)
    _summarize(built, placed, swept, time.monotonic() - begun)
    out.print(f"public site: {_shown(place.output.output)}/index.html")
    out.print(f"for colleagues: {_shown(place.internal.output)}/")
    return 0


def serve(given: argparse.Namespace, place: Workplace) -> int:
    """Build, then answer on this machine alone until interrupted."""
    given.siteurl = given.siteurl or f"http://localhost:{given.port}"
    build(given, place)
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(place.output.output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", given.port), handler) as server:
        out.print(f"look at http://localhost:{given.port}/ (Ctrl+C ends)")
        server.serve_forever()
    return 0


def check(given: argparse.Namespace, place: Workplace) -> int:
    """Print every finding; 1 when one of them is an error."""
    if interrupted(place.roots):
        with locked(place.roots):
            recover(place.roots)
    try:
        found: Sequence[Finding] = _run(place, checking=True).judged()
    except ContentErrors as error:
        found = error.findings
    folder = _shown(place.content)
    if given.format == "json":
        sys.stdout.write(findings.as_json(found, folder) + "\n")
    elif given.format == "github":
        sys.stdout.writelines(findings.as_github(one, folder) + "\n" for one in found)
    else:
        _show(found, place)
        out.print(findings.summary(found) or "nothing to say: every text is fine")
    return int(any(finding.severity == "error" for finding in found))


def new(given: argparse.Namespace, place: Workplace) -> int:
    """Write a file to begin with, and say where it is."""
    today = now().date()
    if given.what == "author":
        path = scaffolds.author(place.content, name=given.name or _asked("What is the author's name?"), today=today)
    else:
        title = given.title or _asked("What is the article's title?")
        author = given.author or _asked("Who signs it (author id)?")
        path = scaffolds.article(place.content, title=title, author=author, today=today, lang=given.lang)
    out.print(f"begun: {_shown(path)}\nWrite, then run `byline check`.")
    return 0


def examine(_given: argparse.Namespace, place: Workplace) -> int:
    """Print what `doctor` finds; 1 when something must be mended."""
    found = doctor.diagnose(place.root, place.settings())
    for one in found:
        out.print(f"{'ok  ' if one.ok else 'mend' if one.must else 'note'}  {one.name}: {one.sentence}")
        if not one.ok:
            out.print(f"      {one.fix}")
    return int(any(one.must and not one.ok for one in found))


COMMANDS: dict[str, Callable[[argparse.Namespace, Workplace], int]] = {
    "build": build,
    "serve": serve,
    "check": check,
    "new": new,
    "doctor": examine,
}


# --- what is said -----------------------------------------------------------------------------------------------------


def _run(place: Workplace, checking: bool = False) -> Build:
    """One run of Pelican, seen in a terminal. No thread refreshes it, because the work is done in forked processes."""
    with Live(console=err, auto_refresh=False, transient=True) as live:
        seen = err.is_terminal and not place.given.quiet
        say: Callable[[str], None] = lambda doing: live.update(f"{doing} ...", refresh=True) if seen else None  # noqa: E731
        built = run_pelican(place.settings(checking), say)
    for note in built.notes:
        err.print(f"byline: {note}", style="yellow")
    return built


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Say it with an option, see `byline new --help`")
    return out.input(f"{question} ").strip()


def _shown(path: Path) -> str:
    """A path as people find it from where they are."""
    return os.path.relpath(path)


def _show(found: Iterable[Finding], place: Workplace) -> None:
    styles = {"error": "red", "warning": "yellow", "advice": "dim"}
    for finding in findings.ordered(found):
        if finding.severity == "error" or not place.given.quiet:
            err.print(findings.line(finding, _shown(place.content)), style=styles[finding.severity])


def _summarize(built: Build, placed: int, swept: int, seconds: float) -> None:
    states = ", ".join(f"{count} {state}" for state, count in sorted(built.tally.items()))
    found = findings.summary(built.judged())
    out.print(
        f"{sum(built.tally.values())} articles read ({states}); {len(built.pages)} pages; "
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
