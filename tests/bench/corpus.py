"""A blog for measuring, the same on every machine, written three times: for Byline, for plain Pelican and for Hugo.

About 700 words an article with headings, lists, quotes, code, tables, footnotes and links to each other; 200 people, of
whom few write much; 30 themes, 120 tags, six years.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

SEED = 20261101
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo ker lan mor nes pil tur von wex".split()
SMALL = "the of and to a in we our is that for it with as on you are this by from at or can what when how not".split()
FIRST = "Ada Bela Cora Dino Elsa Finn Gita Hans Ivy Juan Kira Liam Mona Nils Olga Pia Raul Sven Tove Uma".split()
LAST = "Abel Borg Cruz Dahl Egan Faro Gold Haas Ibsen Jones".split()
PEOPLE = tuple(f"{first} {last}" for first in FIRST for last in LAST)
SITES = ("byline", "pelican", "hugo")
CODE = """```python
def {0}({1}, limit={2}):
    \"\"\"Every {0} of {1} that is small enough.\"\"\"
    return [one for one in {1} if one.value < limit]
```"""


@dataclass(frozen=True)
class Piece:
    """An article before it is written for somebody: the text names others by number, as `@@n@@`."""

    number: int
    title: str
    slug: str
    date: datetime
    people: tuple[str, ...]
    theme: str
    tags: tuple[str, ...]
    summary: str
    text: str

    def file(self, site: str) -> str:
        """Where it stands in a site's folder."""
        folder, name = ("articles", self.slug) if site == "byline" else ("posts", f"{self.number:05d}")
        return f"content/{folder}/{self.date.year}/{name}.md"


class Writer:
    """Words, sentences and paragraphs from a seed."""

    def __init__(self, seed: int, words: tuple[str, ...]) -> None:
        self.dice, self.words = random.Random(seed), words

    def word(self) -> str:
        return self.dice.choice(SMALL) if self.dice.random() < 0.45 else self.dice.choice(self.words)

    def title(self) -> str:
        return " ".join(self.word() for _ in range(self.dice.randint(4, 9))).capitalize()

    def sentence(self, others: tuple[int, ...] = ()) -> str:
        words = [self.word() for _ in range(self.dice.randint(8, 22))]
        place, luck = self.dice.randrange(len(words)), self.dice.random()
        if luck < 0.12:
            words[place] = f"**{words[place]}**"
        elif luck < 0.22:
            words[place] = f"*{words[place]}*"
        elif luck < 0.29:
            words[place] = f"`{words[place]}_{self.dice.randint(1, 99)}`"
        elif luck < 0.38:
            words[place] = (
                f"[{words[place]}](https://example.com/{self.dice.choice(self.words)}?q={self.dice.randint(1, 999)})"
            )
        elif others and luck < 0.41:
            words[place] = f"[{words[place]}](@@{self.dice.choice(others)}@@)"
        return " ".join(words).capitalize() + "."

    def paragraph(self, others: tuple[int, ...] = ()) -> str:
        return " ".join(self.sentence(others) for _ in range(self.dice.randint(3, 6)))

    def text(self, others: tuple[int, ...]) -> str:
        blocks, notes = [self.paragraph(others)], list[str]()
        while sum(len(block.split()) for block in blocks) < 640:
            blocks.append(f"## {self.title()}")
            for _ in range(self.dice.randint(1, 2)):
                note = ""
                if self.dice.random() < 0.1:
                    notes.append(f"[^{len(notes) + 1}]: {self.sentence()}")
                    note = f"[^{len(notes)}]"
                blocks.append(self.paragraph(others) + note)
            blocks += self.special(others)
        return "\n\n".join(blocks + notes) + "\n"

    def special(self, others: tuple[int, ...]) -> list[str]:
        luck = self.dice.random()
        if luck < 0.22:
            return ["\n".join(f"- {self.sentence(others)}" for _ in range(self.dice.randint(3, 6)))]
        if luck < 0.3:
            return ["\n".join(f"{n}. {self.sentence()}" for n in range(1, self.dice.randint(4, 6)))]
        if luck < 0.38:
            return [f"> {self.sentence()}\n> {self.sentence()}"]
        if luck < 0.48:
            return [CODE.format(self.dice.choice(self.words), self.dice.choice(self.words), self.dice.randint(2, 99))]
        if luck < 0.55:
            rows = [[self.word(), self.word(), str(self.dice.randint(1, 9999))] for _ in range(self.dice.randint(3, 7))]
            table = [[self.word().title() for _ in range(3)], ["---"] * 3, *rows]
            return ["\n".join(f"| {' | '.join(row)} |" for row in table)]
        return []


def vocabulary() -> tuple[str, ...]:
    dice = random.Random(SEED)
    return tuple(
        sorted({"".join(dice.choice(SYLLABLES) for _ in range(dice.choice((1, 2, 2, 3, 3, 4)))) for _ in range(2600)})
    )


def pieces(count: int) -> list[Piece]:
    """The articles of a blog of this size, oldest first."""
    words = vocabulary()
    dice = random.Random(SEED + 1)
    themes = [f"Theme {word.title()}" for word in dice.sample([w for w in words if len(w) > 5], 30)]
    tags = dice.sample([w for w in words if 5 < len(w) < 10], 120)
    return [_piece(number, count, Writer(SEED + 7919 * number, words), themes, tags) for number in range(count)]


def _piece(number: int, count: int, writer: Writer, themes: list[str], tags: list[str]) -> Piece:
    dice, title = writer.dice, f"{writer.title()} {number}"
    minutes = number * (6 * 365 * 24 * 60) // count + dice.randint(0, 30)
    first = PEOPLE[int(len(PEOPLE) * dice.random() ** 1.6)]  # few people write much
    second = dice.choice(PEOPLE) if dice.random() < 0.3 else first
    others = tuple(dice.randrange(count) for _ in range(3))
    return Piece(
        number=number,
        title=title,
        slug=f"{'-'.join(title.lower().split())[:70].rstrip('-')}-{number}",
        date=datetime(2020, 10, 1, 8, 0, tzinfo=UTC) + timedelta(minutes=minutes),
        people=tuple(dict.fromkeys((first, second))),
        theme=themes[int(len(themes) * dice.random() ** 1.3)],
        tags=tuple(sorted(dice.sample(tags, dice.randint(2, 4)))),
        summary=f"{writer.sentence()} {writer.sentence()}" if dice.random() < 0.5 else "",
        text=writer.text(others),
    )


def author_id(name: str) -> str:
    return name.lower().replace(" ", "-")


def write(count: int, folder: Path) -> list[Piece]:
    """Write the blog for each of the three into `folder/<site>/content`; returns its articles, oldest first."""
    blog = pieces(count)
    forms = {"byline": _for_byline, "pelican": _for_pelican, "hugo": _for_hugo}
    for site, form in forms.items():
        for piece in blog:
            _put(folder / site / piece.file(site), form(piece, blog))
    for name in PEOPLE:
        _put(
            folder / f"byline/content/authors/{author_id(name)}.md", f"---\nname: {name}\n---\n\n{name} writes here.\n"
        )
    _put(folder / "hugo/content/authors/_index.md", "---\ntitle: Authors\ncascade:\n  outputs: [html, rss]\n---\n")
    return blog


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _linked(piece: Piece, blog: list[Piece], form: str) -> str:
    parts = piece.text.split("@@")
    parts[1::2] = [form.format(blog[int(number)], file=blog[int(number)].file) for number in parts[1::2]]
    return "".join(parts)


def _yaml(piece: Piece, people: list[str], theme: str) -> str:
    said = {"title": piece.title, "date": piece.date.isoformat(), "authors": people, "tags": list(piece.tags)}
    said |= {"summary": piece.summary} if piece.summary else {}
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in said.items()) + theme + "---\n\n"


def _for_byline(piece: Piece, blog: list[Piece]) -> str:
    head = _yaml(piece, [author_id(name) for name in piece.people], f"category: {json.dumps(piece.theme)}\n")
    return head + _linked(piece, blog, "{{filename}}/articles/{0.date.year}/{0.slug}.md")


def _for_hugo(piece: Piece, blog: list[Piece]) -> str:
    head = _yaml(piece, list(piece.people), f"categories: [{json.dumps(piece.theme)}]\nslug: {piece.slug}\n")
    return head + _linked(piece, blog, "/{0.slug}/")


def _for_pelican(piece: Piece, blog: list[Piece]) -> str:
    lines = {"Title": piece.title, "Slug": piece.slug, "Date": f"{piece.date:%Y-%m-%d %H:%M}"}
    lines |= {"Authors": "; ".join(piece.people), "Category": piece.theme, "Tags": ", ".join(piece.tags)}
    lines |= {"Summary": piece.summary} if piece.summary else {}
    head = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return head + "\n" + _linked(piece, blog, "{{filename}}/posts/{0.date.year}/{0.number:05d}.md")
