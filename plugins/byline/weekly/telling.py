"""A week as people read it: an e-mail that mail programs show as it is meant, plain text, RSS, a chat message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from ..brand import Scheme
from ..mail import draft, draft_bytes
from ..model import Article, Site
from ..speaking import spoken
from ..urls import Utm, tagged
from .settings import DigestSettings
from .stories import Week

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Story:
    """An article as it is told; `url` says that whoever comes read it in the digest, and in no way who."""

    article: Article
    url: str
    names: str

    @property
    def summary(self) -> str:
        """What it is about, in plain words; empty when it does not say."""
        return self.article.summary.plain or self.article.reader


@dataclass(frozen=True)
class Digest:
    """A week told in one language."""

    name: str
    site: Site
    lang: str
    first: str
    last: str
    stories: tuple[Story, ...]

    @property
    def subject(self) -> str:
        """The title of the first story: a mail is opened for a story, not for a date."""
        return f"{self.name}: {self.stories[0].article.title}"


def told(week: Week, name: str, site: Site, lang: str, source: str = "digest", medium: str = "email") -> Digest:
    """The week in a language, with links that say where they were read."""
    words = spoken(ROOM, lang)[1]
    stories = tuple(
        Story(article, _target(article, source, medium), words.names([author.name for author in article.authors]))
        for article in week.stories
    )
    return Digest(name, site, words.lang, words.date(week.first), words.date(week.last), stories)


def _target(article: Article, source: str, medium: str) -> str:
    utm = Utm(source, medium, article.id, "ambassador", article.campaign)
    return tagged(article.url, utm) if source else article.url


def as_html(digest: Digest, colors: Scheme) -> str:
    """For mail programs: tables, styles on the elements, and nothing that would have to be fetched."""
    return spoken(ROOM, digest.lang)[0].get_template("digest.html").render(digest=digest, colors=colors)


def as_text(digest: Digest) -> str:
    """Plain text."""
    say = spoken(ROOM, digest.lang)[1].say
    rows = [digest.name, f"{digest.first} – {digest.last}", ""]
    for story in digest.stories:
        rows += [story.article.title, story.names, *filter(None, [story.summary]), story.url, ""]
    return "\n".join([*rows, "--", say("For colleagues. Pass on what you like, in your own words, or nothing."), ""])


def as_message(digest: Digest, colors: Scheme) -> bytes:
    """A draft for any mail program: both forms in one message, without sender, recipients and date."""
    text = as_text(digest)
    return draft_bytes(draft(digest.subject, text, as_html(digest, colors)), text)


def as_chat(digest: Digest, settings: DigestSettings) -> str:
    """A message for a chat, by the templates of the settings."""
    head = settings.chat_head.format(name=digest.name, first=digest.first, last=digest.last)
    stories = (
        settings.chat_story.format(title=s.article.title, names=s.names, summary=s.summary, url=s.url)
        for s in digest.stories
    )
    return "\n".join([head, *stories]) + "\n"


def as_rss(digest: Digest, week: Week) -> bytes:
    """RSS 2.0 with the articles' own addresses: a feed is read by machines, which nobody counts."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.title(f"{digest.name}: {digest.first} – {digest.last}")
    feed.link(href=f"{digest.site.url}/")
    feed.description(digest.name)
    feed.language(digest.lang)
    feed.generator("Byline")
    told_on = datetime.combine(week.last, time(), UTC)
    feed.lastBuildDate(told_on)
    for story in digest.stories:
        entry = feed.add_entry(order="append")
        entry.title(story.article.title)
        entry.link(href=story.article.url)
        entry.guid(f"{story.article.id}:{week.last}", permalink=False)
        entry.description(story.summary or story.article.title)
        entry.pubDate(told_on)
    data: bytes = feed.rss_str(pretty=True)
    return data
