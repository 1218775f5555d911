"""A blog and a month of its access log, invented and the same at every run: readers, share links, machines, styles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

HOST = "blog.example.com"
ARTICLES = 300
CHANNELS = ("linkedin", "x", "facebook", "whatsapp", "email", "mastodon")
SHARERS = ("reader", "ambassador", "account")
READERS = 60_000
BROWSERS = tuple(
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{number}.0 Safari/537.36"
    for number in range(110, 142)
)
MACHINES = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "curl/8.5.0",
)
BEGUN = datetime(2026, 9, 1)  # noqa: DTZ001  the zone is written beside it


def blog(folder: Path) -> Path:
    """Articles by their ids, and who signs them."""
    (folder / "articles").mkdir(parents=True)
    (folder / "authors").mkdir()
    (folder / "authors" / "jane-doe.md").write_text("---\nname: Jane Doe\n---\n", "utf-8")
    for number in range(ARTICLES):
        keys = f"title: Article {number}\nid: {name(number)}\nslug: {name(number)}\ndate: 2026-01-01"
        text = f"---\n{keys}\nauthors: [jane-doe]\n---\n\nWords.\n"
        (folder / "articles" / f"{name(number)}.md").write_text(text, "utf-8")
    return folder


def name(number: int) -> str:
    """An article's id."""
    return f"what-we-learned-from-project-{number}"


def write_log(path: Path, number: int) -> Path:
    """As many lines as asked for, in the combined format."""
    lines = _lines(random.Random(7), timedelta(days=30) / number)
    with path.open("w", encoding="utf-8") as file:
        while number > 0:
            file.writelines(islice(lines, min(number, 50_000)))
            number -= 50_000
    return path


def _lines(chance: random.Random, step: timedelta) -> Iterator[str]:
    readers = [".".join(str(chance.randint(1, 254)) for _ in range(4)) for _ in range(READERS)]
    moment = BEGUN
    while True:
        article = name(int(ARTICLES * chance.random() ** 2))
        place = int(READERS * chance.random() ** 2)
        target, referrer, status = _asked(chance, article)
        agent = chance.choice(MACHINES) if chance.random() < 0.2 else BROWSERS[place % len(BROWSERS)]
        yield (
            f'{readers[place]} - - [{moment:%d/%b/%Y:%H:%M:%S} +0000] "GET {target} HTTP/1.1" {status} '
            f'{chance.randint(200, 60_000)} "{referrer}" "{agent}"\n'
        )
        moment += step


def _asked(chance: random.Random, article: str) -> tuple[str, str, int]:
    """Half of all lines are files of pages; of the others most are articles, and of those half came by a share link."""
    page, which = f"/articles/{article}/", chance.random()
    if which < 0.5:
        return chance.choice(("/theme/style.css", "/theme/byline.js", "/favicon.ico")), f"https://{HOST}{page}", 200
    if which < 0.58:
        return "/", "-", 200
    if which < 0.62:
        return "/wp-login.php", "-", 404
    if chance.random() < 0.45:
        return page, "-", 304 if chance.random() < 0.05 else 200
    source, sharer = chance.choice(CHANNELS), chance.choice(SHARERS)
    click = f"&fbclid=Iw{chance.getrandbits(60):x}" if source == "facebook" else ""
    medium = "email" if source == "email" else "social"
    query = f"utm_source={source}&utm_medium={medium}&utm_campaign={article}&utm_content={sharer}{click}"
    return f"{page}?{query}", f"https://www.{source}.com/" if source != "email" else "-", 200
