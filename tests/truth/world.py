"""A small site with everything in it, edits to it, and builds in forked processes that have loaded everything."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

from PIL import Image

from byline import cli, ledger
from byline.build import Build
from byline.cli import site
from byline.cli.running import run
from byline.workplace import Workplace
from running import ROOT, article, tree

FORK = get_context("fork")
DAY = 86_400
NOW = 1_781_524_800
THEMES = ("templates", "locale", "static", "cards", "icons", "fonts")


class World:
    """A checkout in a folder. An edit takes a number, so that whoever tries edits at random says which file it is."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now, self.version, self.count = folder, NOW, "1", 0
        self.content = folder / "content"
        shutil.copytree(ROOT / "themes", folder / "themes")
        for name in ("pelicanconf.py", "publishconf.py", "brand.toml"):
            shutil.copyfile(ROOT / name, folder / name)
        (folder / "plugins").symlink_to(ROOT / "plugins")
        for name in ("jane-doe", "omar-haddad"):
            agreed = f"agreed: 2026-01-01\nrole: Engineer\n---\n\n{name} writes."
            self.put(f"authors/{name}.md", f"---\nname: {name.title()}\n{agreed}\n")
        self.put("pages/about.md", "---\ntitle: About us\n---\n\nSee [one]({filename}/articles/one.md).\n")
        wins = '[wins]\nreader = "tea"\nauthor = "a voice"\ncompany = "talk"\n'
        self.put("campaigns/spring.toml", f'name = "Spring"\nstarts = 2026-03-01\nends = 2026-04-01\n{wins}')
        (self.content / "articles").mkdir()
        self.picture(0)
        for number, name in enumerate(("one", "two", "three", "four")):
            self.put(f"articles/{name}.md", self.text(name, 1 + number))
        self.put("articles/later.md", self.text("later", 9, date="2026-06-20"))

    # --- files -------------------------------------------------------------------------------------------------------

    def put(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def text(self, name: str, day: int, **more: str) -> str:
        fields = {"title": f"On {name}", "date": f"2026-05-{day:02d}", "category": "News", "tags": "[tea, cake]"}
        body = f"Words of {name}. [Two]({{filename}}two.md) ![A wall](wall.png)\n\n## More\n\nAnd more.\n"
        return article(body, **(fields | {"authors": "[jane-doe, omar-haddad]", "summary": f"All of {name}."} | more))

    def articles(self) -> list[Path]:
        return sorted((self.content / "articles").glob("*.md"))

    def one(self, number: int) -> Path:
        found = self.articles()
        return found[number % len(found)]

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new, 1), "utf-8")

    def key(self, number: int, name: str, value: str) -> None:
        if f"\n{name}:" not in self.one(number).read_text("utf-8"):
            self.change(self.one(number), "---\n", f"---\n{name}: {value}\n")

    def fresh(self) -> str:
        self.count += 1
        return f"n{self.count}"

    # --- edits -------------------------------------------------------------------------------------------------------

    def body(self, number: int) -> None:
        self.change(self.one(number), "Words", f"Words {self.fresh()}")

    def title(self, number: int) -> None:
        self.change(self.one(number), "title: ", f"title: {self.fresh()} ")

    def slug(self, number: int) -> None:
        self.key(number, "slug", self.fresh())

    def date(self, number: int) -> None:
        self.change(self.one(number), "date: 2026-0", f"date: 20{10 + self.count % 10}-0")

    def author_renamed(self, number: int) -> None:
        self.change(self.content / "authors" / ("jane-doe.md", "omar-haddad.md")[number % 2], "name: ", "name: Dr ")

    def picture(self, number: int) -> None:
        data = BytesIO()
        Image.new("RGB", (900, 60), (number * 40 % 256, 90, 120)).save(data, "PNG")
        (self.content / "articles/wall.png").write_bytes(data.getvalue())

    def template(self, number: int) -> None:
        name = ("article.html", "base.html", "_byline.html")[number % 3]
        path = self.folder / "themes/byline/templates" / name
        path.write_text(path.read_text("utf-8") + f"{{# {self.fresh()} #}}", "utf-8")

    def catalog(self, _number: int) -> None:
        path = self.folder / "themes/byline/locale/en/LC_MESSAGES/byline.po"
        path.write_text(
            path.read_text("utf-8").replace(
                'msgid "Archive"\nmsgstr ""', f'msgid "Archive"\nmsgstr "Old {self.fresh()}"'
            ),
            "utf-8",
        )

    def setting(self, number: int) -> None:
        path = self.folder / "pelicanconf.py"
        path.write_text(f"{path.read_text('utf-8')}\nBYLINE_LISTS = {{'per_page': {2 + number % 3}}}\n", "utf-8")

    def brand(self, number: int) -> None:
        (self.folder / "brand.toml").write_text(f'accent = "#1d4e{10 + number % 80}"\n', "utf-8")

    def other_version(self, _number: int) -> None:
        self.version = self.fresh()

    def campaign(self, number: int) -> None:
        self.change(self.content / "campaigns/spring.toml", '"Spring', f'"Spring {self.fresh()}')
        self.key(number, "campaign", "spring")

    def alias(self, number: int) -> None:
        self.key(number, "aliases", f"[/old/{self.fresh()}/]")

    def draft_or_published(self, number: int) -> None:
        path = self.one(number)
        if "status: draft\n" in path.read_text():
            self.change(path, "status: draft\n", "")
        else:
            self.change(path, "---\n", "---\nstatus: draft\n")

    def translation(self, number: int) -> None:
        path = self.one(number)
        if not path.stem.endswith(".fr"):
            path.with_name(f"{path.stem}.fr.md").write_text(self.text(f"{path.stem} en français", 12), "utf-8")

    def article_deleted(self, number: int) -> None:
        if self.one(number).name != "two.md" and len(self.articles()) > 3 and self.one(number).name != "one.md":
            self.one(number).unlink()

    def article_added(self, _number: int) -> None:
        name = self.fresh()
        self.put(f"articles/{name}.md", self.text(name, 1 + self.count % 28))

    def output_deleted(self, number: int) -> None:
        found = [path for path in (self.folder / "output").rglob("*") if path.is_file()]
        if found:
            sorted(found)[number % len(found)].unlink()

    def output_altered(self, number: int) -> None:
        found = sorted(path for path in (self.folder / "output").rglob("*") if path.is_file())
        if found:
            path = found[number % len(found)]
            path.write_bytes(b"x" * len(path.read_bytes()))

    def output_emptied(self, _number: int) -> None:
        shutil.rmtree(self.folder / "output", ignore_errors=True)

    def cache_truncated(self, number: int) -> None:
        path = self.folder / "cache/ledger.sqlite"
        if path.exists():
            path.write_bytes(path.read_bytes()[: 512 + path.stat().st_size * (number % 10) // 10])

    def cache_replaced(self, number: int) -> None:
        path = self.folder / "cache/ledger.sqlite"
        if path.exists() and number % 2:
            path.write_bytes(b"this is no database " * 1000)
        else:
            shutil.rmtree(path.parent, ignore_errors=True)

    def time_passes(self, number: int) -> None:
        self.now += (1 + number % 4) * DAY * 2

    # --- builds ------------------------------------------------------------------------------------------------------

    def build(self, *more: str) -> int:
        """Build what there is, with all that is known; returns the exit code."""
        return self._build(self.folder, *more)

    def clean(self) -> dict[str, bytes]:
        """What a build makes that knows nothing."""
        aside = self.folder / "aside"
        shutil.rmtree(aside, ignore_errors=True)
        assert self._build(aside) == 0, (self.folder / "said").read_text()
        return built(aside)

    def built(self) -> dict[str, bytes]:
        """What stands in the outputs."""
        return built(self.folder)

    @property
    def ran(self) -> bool:
        """Whether the last build did more than to look whether there is something to do."""
        return (self.folder / "ran").exists()

    def _build(self, to: Path, *more: str) -> int:
        (self.folder / "ran").unlink(missing_ok=True)
        process = FORK.Process(target=self._command, args=(command(to, *more),))
        process.start()
        process.join()
        assert process.exitcode is not None
        return process.exitcode

    def _run(self, place: Workplace) -> Build:
        (self.folder / "ran").touch()
        return run(place)

    def _command(self, arguments: list[str]) -> None:
        sys.stdout = sys.stderr = (self.folder / "said").open("w", buffering=1)
        os.chdir(self.folder)
        os.environ["SOURCE_DATE_EPOCH"] = str(self.now)
        site.run = self._run
        ledger.version = lambda _name: self.version  # type: ignore[attr-defined]
        ledger.versions.cache_clear()
        ledger._versions_hash.cache_clear()  # an earlier test of this process may have asked
        sys.exit(cli.main(arguments))


def command(to: Path, *more: str) -> list[str]:
    places = [f"--{name}={to / name}" for name in ("output", "internal", "cache")]
    return ["build", *places, "--siteurl=https://blog.example.com", *more]


def built(folder: Path) -> dict[str, bytes]:
    return {
        f"{part}/{path}": data
        for part in ("output", "internal")
        if (folder / part).is_dir()
        for path, data in tree(folder / part).items()
    }


EDITS: dict[str, Callable[[World, int], None]] = {
    edit.__name__: edit
    for edit in (
        *(World.body, World.title, World.slug, World.date, World.author_renamed, World.picture, World.template),
        *(World.catalog, World.setting, World.brand, World.other_version, World.campaign, World.alias),
        *(World.draft_or_published, World.translation, World.article_deleted, World.article_added),
        *(World.output_deleted, World.output_altered, World.output_emptied, World.cache_truncated),
        *(World.cache_replaced, World.time_passes),
    )
}
