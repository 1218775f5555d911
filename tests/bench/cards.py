"""Share cards against the social plugin of Material for MkDocs: how many a core draws in a second, and their size.

    python tests/bench/cards.py [--cards 300] [--rounds 3]

Each side is a whole command in a fresh process, with an empty cache and every file written; what the same command takes
without cards is taken away.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sides import Side, in_turn, machine, memory_folder, replace_section

ROOT = Path(__file__).parents[2]
THEME, CONTENT = ROOT / "themes" / "byline", ROOT / "content"
PAGE = ROOT / "docs" / "performance.md"
MATERIAL = ("mkdocs>=1.6,<2", "mkdocs-material[imaging]>=9.7,<10")
FONTS = Path("/usr/share/fonts/truetype/noto")
WORDS = """why how what we they our moved built learned from with about and the a of to in platform database release
team customers mistakes numbers tests garden morning bridge signals maps letters readers engineers second first small
large quiet honest better together again without before after between forty twelve questions answers years weeks"""
PEOPLE = "en-with-portraits"
SHAPED = {
    "ar": "لماذا نقلنا منصتنا كلها إلى مركز بيانات جديد وماذا تعلمنا من ذلك في سنة واحدة".split(),
    "hi": "हमने अपना पूरा मंच नए केंद्र में क्यों स्थानांतरित किया और इससे क्या सीखा".split(),
    "th": "ทำไม เรา ถึง ย้าย ระบบ ทั้งหมด ไป ยัง ศูนย์ ข้อมูล ใหม่ และ ได้ เรียนรู้ อะไร".split(),
}
MKDOCS = """site_name: Notes
site_url: https://blog.example.com/
theme: {name: material, font: false}
plugins: """
SOCIAL = "{social: {cache_dir: .cache, cards_layout_options: {font_family: Noto Sans}}}"


def titles(words: list[str], number: int) -> list[str]:
    """As many different titles of three to eleven words, the same at every run."""

    def numbers() -> Iterator[int]:
        state = 12345
        while True:
            state = (state * 1103515245 + 12345) % 2**31
            yield state >> 8

    chosen = numbers()
    found: dict[str, None] = {}
    while len(found) < number:
        picked = [words[next(chosen) % len(words)] for _ in range(3 + next(chosen) % 9)]
        found[" ".join(picked).capitalize()] = None
    return list(found)


def draw(number: int, lang: str, folder: Path) -> None:
    """The part of Byline's side that is timed: orders, drawing, the ledger, files. It runs in a process of its own."""
    from byline.cards.faces import identity, system_fonts, theme_fonts
    from byline.cards.fonts import Fonts
    from byline.cards.orders import Order
    from byline.cards.plan import Contents, Portrait
    from byline.cards.reading import read_layouts
    from byline.cards.share_cards import Studio, card, drawn_cards
    from byline.ledger import Ledger
    from byline.model import Brand

    own, system = theme_fonts([THEME / "fonts"]), system_fonts(["/usr/share/fonts"])
    layouts = read_layouts([THEME / "cards"])
    studio = Studio(layouts, Brand(), Fonts(own, system), identity(own, system), CONTENT)
    people = [path.stem for path in sorted((CONTENT / "authors").glob("*.png"))]
    ordered = []
    for place, title in zip(range(number), titles(SHAPED.get(lang, WORDS.split()), number), strict=True):
        name = people[place % len(people)]
        texts = {"title": title, "names": name.replace("-", " ").title(), "about": "Engineer", "site": "Notes"}
        portrait = f"authors/{name}.png" if lang == PEOPLE else ""
        contents = Contents(texts, (Portrait("XX", portrait),))
        key = f"articles/{place}.md"
        ordered.append(
            Order(key, "article", str(place), lang.partition("-")[0], layouts["article"], contents, title, key)
        )
    for order, drawn in zip(ordered, drawn_cards(ordered, studio, Ledger(folder / "cache"), 1), strict=True):
        assert not drawn.missing, (order.contents.texts["title"], drawn.missing)
        _, file = card(order, drawn)
        path = folder / file.save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


def material(folder: Path) -> Path:
    """Material for MkDocs in an environment of its own; its Python."""
    python = folder / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *quiet, *MATERIAL], check=True, stderr=subprocess.DEVNULL)
    return python


def sites(folder: Path, number: int) -> Iterable[Path]:
    """The same pages for Material twice: with cards, and without."""
    for name, plugins in (("with", SOCIAL), ("without", "")):
        docs = folder / name / "docs"
        docs.mkdir(parents=True)
        (folder / name / "mkdocs.yml").write_text(f"{MKDOCS}[{plugins}]\n", "utf-8")
        fonts = folder / name / ".cache" / "fonts" / "Noto Sans"
        fonts.mkdir(parents=True)
        for style in ("Regular", "Bold"):
            shutil.copy(FONTS / f"NotoSans-{style}.ttf", fonts / f"{style}.ttf")
        for place, title in enumerate(titles(WORDS.split(), number)):
            (docs / f"{place}.md").write_text(f"# {title}\n\nSome words.\n", "utf-8")
        (docs / "index.md").write_text("# Notes\n", "utf-8")
        yield folder / name


def kib(files: Iterable[Path]) -> tuple[float, float]:
    """Median and maximum, in KiB."""
    sizes = [file.stat().st_size / 1024 for file in files]
    return statistics.median(sizes), max(sizes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--draw", nargs=3, metavar=("NUMBER", "LANG", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.draw:
        draw(int(given.draw[0]), given.draw[1], Path(given.draw[2]))
        return
    with TemporaryDirectory(dir=memory_folder()) as name:
        text = measured(Path(name), given.cards, given.rounds)
    sys.stdout.write(text + "\n")
    replace_section(PAGE, "cards", text)


def measured(folder: Path, number: int, rounds: int) -> str:
    """The table, as Markdown."""
    python = material(folder)
    with_cards, without = sites(folder / "mkdocs", number)
    mkdocs = [str(python), "-m", "mkdocs", "build", "--quiet", "--site-dir"]

    def ours(key: str, drawn: int, lang: str) -> Side:
        to = folder / key
        command = [sys.executable, __file__, "--draw", str(drawn), lang, str(to)]
        return Side(key, command, ROOT, before=lambda _: shutil.rmtree(to, ignore_errors=True))

    def theirs(key: str, site: Path) -> Side:
        def fresh(_: int) -> None:
            shutil.rmtree(folder / key, ignore_errors=True)
            shutil.rmtree(site / ".cache" / "assets", ignore_errors=True)
            (site / ".cache" / "manifest.json").unlink(missing_ok=True)

        return Side(key, [*mkdocs, str(folder / key)], site, before=fresh)

    more = [ours(f"byline {lang}", number, lang) for lang in (PEOPLE, *SHAPED)]
    found = in_turn(
        [
            ours("byline", number, "en"),
            theirs("material", with_cards),
            ours("nothing", 0, "en"),
            theirs("material without", without),
            *more,
        ],
        rounds,
    )
    names = {
        "byline": "Byline, Latin letters",
        f"byline {PEOPLE}": "Byline, Latin letters and portraits",
        "byline ar": "Byline, Arabic",
        "byline hi": "Byline, Devanagari",
    }
    names |= {"byline th": "Byline, Thai", "material": "Material for MkDocs, Latin letters"}
    each = {key: (found[key].cpu - found["nothing"].cpu) / number for key in names if key != "material"}
    each["material"] = (found["material"].cpu - found["material without"].cpu) / number
    rows = [
        f"| {said} | {1 / each[key]:.0f} | {each[key] * 1000:.1f} | {median:.1f} | {largest:.1f} | "
        f"{each['material'] / each[key]:.0f} |"
        for key, said in names.items()
        for median, largest in [kib((folder / key).rglob("*.png") if key != "material" else cards_of(folder / key))]
    ]
    head = "| | cards a second, one core | ms each | KiB, median | KiB, maximum | times Material |"
    foot = f"{number} cards; medians of {rounds} rounds; {machine()}."
    return "\n".join([head, "|---|---|---|---|---|---|", *rows, "", foot])


def cards_of(site: Path) -> list[Path]:
    """The pictures that Material made."""
    found = sorted((site / "assets" / "images" / "social").rglob("*.png"))
    assert found, f"Material made no cards in {site}"
    return found


if __name__ == "__main__":
    main()
