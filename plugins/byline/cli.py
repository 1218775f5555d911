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
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from pelican.settings import read_settings
from rich.console import Console
from rich.live import Live

from . import __version__, doctor, findings, scaffolds
from .build import Build
from .findings import ContentErrors
from .glue import PluginError, run_pelican
from .model import Finding
from .press.commit import OutputError, Root, commit, locked, prepare, recover
from .press.verify import VerificationError
from .settings import SettingsError

FAULTS = (SettingsError, VerificationError, OutputError, PluginError, scaffolds.ScaffoldError)
out = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


class UsageError(Exception):
    """The command cannot be understood; the text says what to do."""


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
        return COMMANDS[given.command](given)
    except UsageError as error:
        err.print(f"byline: {error}", style="red")
        return 2
    except ContentErrors as error:
        _show(error.findings, given)
        err.print(f"nothing was changed: {findings.summary(error.findings)}", style="red")
    except FAULTS as error:
        err.print(f"byline: {error}", style="red")
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        err.print(_unexpected(error, given.verbose), style="red")
    return 1


# --- commands ---------------------------------------------------------------------------------------------------------


def build(given: argparse.Namespace) -> int:
    """Build into a stage, verify it, and only then change the output."""
    begun = time.monotonic()
    root = _root()
    roots = _roots(given, root)
    with locked(roots):
        prepare(
            roots, never=[root / name for name in ("themes", "plugins", "content", ".git")] + [_content(given, root)]
        )
        built = _run(given, root, roots[0].stage, roots[1].stage)
        placed, swept = commit(roots)
    _summarize(built, placed, swept, time.monotonic() - begun)
    out.print(f"public site: {_shown(roots[0].output)}/index.html\nfor colleagues: {_shown(roots[1].output)}/")
    return 0


def serve(given: argparse.Namespace) -> int:
    """Build, then answer on this machine alone until interrupted."""
    given.siteurl = given.siteurl or f"http://localhost:{given.port}"
    build(given)
    folder = str(_roots(given, _root())[0].output)
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", given.port), handler) as server:
        out.print(f"look at http://localhost:{given.port}/ (Ctrl+C ends)")
        server.serve_forever()
    return 0


def check(given: argparse.Namespace) -> int:
    """Print every finding; 1 when one of them is an error."""
    root = _root()
    roots = _roots(given, root)
    recover(roots)
    try:
        found: Iterable[Finding] = _run(given, root, roots[0].stage, roots[1].stage, checking=True).judged()
    except ContentErrors as error:
        found = error.findings
    if given.format == "json":
        sys.stdout.write(findings.as_json(found, _folder(given)) + "\n")
    elif given.format == "github":
        sys.stdout.writelines(findings.as_github(one, _folder(given)) + "\n" for one in findings.ordered(found))
    else:
        _show(found, given)
        out.print(findings.summary(found) or "nothing to say: every text is fine")
    return int(any(finding.severity == "error" for finding in found))


def new(given: argparse.Namespace) -> int:
    """Write a file to begin with, and say where it is."""
    content, today = _content(given, _root()), _now().date()
    if given.what == "author":
        path = scaffolds.author(content, name=given.name or _asked("What is the author's name?"), today=today)
    else:
        title = given.title or _asked("What is the article's title?")
        path = scaffolds.article(
            content,
            title=title,
            author=given.author or _asked("Who signs it (author id)?"),
            today=today,
            lang=given.lang,
        )
    out.print(f"begun: {_shown(path)}\nWrite, then run `byline check`.")
    return 0


def examine(given: argparse.Namespace) -> int:
    """Print what `doctor` finds; 1 when something must be mended."""
    root = _root()
    found = doctor.diagnose(root, _settings(given, root))
    for one in found:
        out.print(
            f"{'ok  ' if one.ok else 'mend'}  {one.name}: {one.sentence}" + ("" if one.ok else f"\n      {one.fix}")
        )
    return int(any(one.must and not one.ok for one in found))


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "serve": serve,
    "check": check,
    "new": new,
    "doctor": examine,
}


# --- what they share --------------------------------------------------------------------------------------------------


def _root() -> Path:
    """The nearest folder, here or above, that holds a `pelicanconf.py`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "pelicanconf.py").is_file():
            return folder
    raise UsageError("there is no pelicanconf.py here or in any folder above: go to the site's folder first")


def _content(given: argparse.Namespace, root: Path) -> Path:
    content = (given.content or root / "content").absolute()
    if not content.is_dir():
        raise UsageError(f"there is no folder {content}: --content names the folder of texts")
    return Path(content)


def _is_own(given: argparse.Namespace, root: Path) -> bool:
    """Whether the texts are this checkout's own."""
    return _content(given, root).resolve() == (root / "content").resolve()


def _programme(given: argparse.Namespace, root: Path) -> Path | None:
    """The programme that goes with the texts: other texts have none, unless it is named."""
    if given.programme:
        if not given.programme.is_dir():
            raise UsageError(f"there is no folder {given.programme}: --programme names the folder for colleagues")
        return Path(given.programme).absolute()
    return (
        Path(os.environ.get("BYLINE_PROGRAMME_PATH") or root / "programme").absolute() if _is_own(given, root) else None
    )


def _roots(given: argparse.Namespace, root: Path) -> tuple[Root, Root]:
    output = getattr(given, "output", None) or root / "output"
    internal = getattr(given, "internal", None) or root / "internal"
    return Root(output.absolute(), "sitemap.xml"), Root(internal.absolute(), "contributions.json")


def _run(given: argparse.Namespace, root: Path, public: Path, internal: Path, checking: bool = False) -> Build:
    """One run of Pelican with everything that this command decides."""
    settings = _settings(given, root)
    settings["OUTPUT_PATH"] = str(public)
    settings["BYLINE_RUN"] = {
        "now": _now(),
        "cache": (given.cache or root / ".cache" / "byline").absolute(),
        "internal": internal,
        "programme": _programme(given, root),
        "siteurl": getattr(given, "siteurl", ""),
        "own": _is_own(given, root),
        "checking": checking,
        "search": getattr(given, "search", False),
        "root": root,
    }
    # Without a refreshing thread, because the work is done in forked processes.
    with Live(console=err, auto_refresh=False, transient=True) as live:
        seen = err.is_terminal and not given.quiet
        built = run_pelican(settings, lambda doing: live.update(f"{doing} ...", refresh=True) if seen else None)
    for note in built.notes:
        err.print(f"byline: {note}", style="yellow")
    if not checking:
        _show(built.judged(), given)
    return built


def _settings(given: argparse.Namespace, root: Path) -> dict[str, Any]:
    name = "publishconf.py" if getattr(given, "production", False) else "pelicanconf.py"
    settings: dict[str, Any] = read_settings(str(root / name), override={"PATH": str(_content(given, root))})
    return settings


def _now() -> datetime:
    """`SOURCE_DATE_EPOCH` if it is set, else the clock to the minute."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).replace(second=0, microsecond=0)
    if not epoch.isdigit():
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}: it must be a number of seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Say it with an option, see `byline new --help`")
    return out.input(f"{question} ").strip()


def _folder(given: argparse.Namespace) -> str:
    """How the content folder is written before a finding's path."""
    return _shown(_content(given, _root()))


def _shown(path: Path) -> str:
    """A path as people find it from where they are."""
    return os.path.relpath(path)


def _show(found: Iterable[Finding], given: argparse.Namespace) -> None:
    styles = {"error": "red", "warning": "yellow", "advice": "dim"}
    for finding in findings.ordered(found):
        if finding.severity == "error" or not given.quiet:
            err.print(findings.line(finding, _folder(given)), style=styles[finding.severity])


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
