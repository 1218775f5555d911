"""What can be asked: every command with its options."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import get_args

from .. import __version__
from ..model import Leave
from ..scaffolds.prompts import shapes

LANGS = ("en", "fr")  # what findings are told in, see `sentences`


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
    told = argparse.ArgumentParser(add_help=False)
    told.add_argument(
        "--lang", dest="told_in", default="", choices=LANGS, help="language of what is found (default: the site's)"
    )
    main_parser = argparse.ArgumentParser(
        prog="byline", description="A blog that a company's own people write and sign."
    )
    main_parser.add_argument("--version", action="version", version=f"byline {__version__}")
    commands = main_parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, does: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=does, description=does, parents=[common, *parents])

    build = command("build", "check, build, verify and commit the site", site, proposed, told)
    build.add_argument("--explain", default="", metavar="PAGE", help="say why a page, by its address, was printed")
    build.add_argument("--verify", action="store_true", help="print everything anew, and fail where files differ")
    build.add_argument("--profile", action="store_true", help="say where the time went")
    serve = command("serve", "show the site at a local address, as it is after every edit", site, told)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine; 0 is any free one (default: 8000)")
    check = command("check", "say everything that is wrong in any text", proposed, told)
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="how findings are written")
    new = command("new", "begin an article, a person's file or a campaign")
    new.add_argument("what", choices=("article", "author", "ambassador", "campaign"))
    new.add_argument("--title", default="", help="an article's title")
    new.add_argument("--name", default="", help="the name of an author, ambassador or campaign")
    new.add_argument("--author", default="", help="the id of who signs the article")
    new.add_argument("--lang", default="", help="the article's language, when it is not the site's")
    begin = new.add_mutually_exclusive_group()
    begin.add_argument("--from", type=Path, dest="document", help="a .docx, .odt, .md or .txt file to make it of")
    begin.add_argument("--shape", default="", help=f"questions to begin with: {', '.join(shapes())}")
    preview = command("preview", "one article as one page that can be sent, read on a phone and approved", told)
    preview.add_argument("file", type=Path, help="the article's file")
    preview.add_argument("--to", type=Path, required=True, help="the file to write, such as article.html")
    card = command("card", "the cards that networks show, alone: of one text, or of every page", told)
    which = card.add_mutually_exclusive_group(required=True)
    which.add_argument("file", type=Path, nargs="?", help="a text: an article, a page or an author's file")
    which.add_argument("--all", action="store_true", help="every card of the site")
    card.add_argument("--to", type=Path, help="the folder to write them to (default: cards/ in the cache)")
    proved = command("evidence", "the trusted job's part: from the git host's answers to who approved what")
    proved.add_argument("what", choices=("github", "gitlab", "keep"), help="whose answers these are; keep: signatures")
    proved.add_argument("answers", type=Path, nargs="*", help="files with its answers: the request, then its approvals")
    proved.add_argument("--to", type=Path, help="the file to write, for --evidence")
    proved.add_argument("--since", default="", metavar="REV", help="the base: keep signatures of what differs from it")
    report = command("report", "what was contributed and what it brought in a period, for colleagues")
    report.add_argument("--internal", type=Path, help="folder of pages for colleagues (default: internal/)")
    report.add_argument("--siteurl", default="", help="address of the site, such as https://blog.example.com")
    report.add_argument("--period", default="all", metavar="P", help="2026-06, 2026-Q2, 2026 or all (default: all)")
    counted = command("import", "what an analytics tool or the server's log counted, into programme/measures/")
    counted.add_argument("tool", choices=("plausible", "matomo", "ga4", "log"), help="whose export it is")
    counted.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="plain, gzip or zip; see docs/measuring.md"
    )
    counted.add_argument("--replace", action="store_true", help="take these files for days that are kept already")
    counted.add_argument("--channel", default="", metavar="ID", help="the only channel that the export is about")
    counted.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help="what counts log lines")
    counted.add_argument("--siteurl", default="", help="address of the site, such as https://blog.example.com")
    forget = command("purge", "forget whose links brought visits before a day; what was counted stays")
    forget.add_argument("--before", type=_day, required=True, metavar="DATE", help="a day: 2026-01-31")
    papers = command("dossier", "the data protection papers, in English and French, written from the schemas")
    papers.add_argument("--internal", type=Path, help="folder of pages for colleagues (default: internal/)")
    links = command("links", "short links of those who chose to be measured: give out what is missing")
    links.add_argument("what", choices=("issue",))
    handed = command("hub", "a file for each ambassador, with their own links and all that they need, to hand over")
    handed.add_argument("--for", dest="who", required=True, metavar="ID|all", help="who it is for: an id, or all")
    handed.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    handed.add_argument("--mail", action="store_true", help="write a mail for each too, ready to be sent")
    withdraw = command("withdraw", "let a person leave: show what changes, do it, say what remains elsewhere")
    withdraw.add_argument("id", metavar="ID", help="the id of an author or ambassador")
    withdraw.add_argument("--as", dest="leave", required=True, choices=get_args(Leave), help="what the person wants")
    withdraw.add_argument("--yes", action="store_true", help="do it without asking once more")
    export = command("export", "everything that a person signed, and all that is held about them, as a zip")
    export.add_argument("id", metavar="AUTHOR", help="the id of an author or ambassador")
    export.add_argument("--to", type=Path, help="the file to write (default: <id>.zip)")
    command("doctor", "say what is missing on this machine or unsafe in this site")
    return main_parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2026-01-31") from None
