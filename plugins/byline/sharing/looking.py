"""What the rules about texts look at: every text that somebody wrote, as it would be shared."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Build
from ..editorial import EditorialFields
from ..model import Article
from .checking import Shared, Told
from .kits import Sharing


def shared_texts(build: Build, sharing: Sharing) -> Shared:
    """All texts to share of a build, those of texts that are not published yet included."""
    editorial = build.settings.get(EditorialFields, EditorialFields())
    lines = {one.path: one.lines.get("share", 1) for one in build.shelf.articles} if build.shelf else {}
    having = tuple((one, lines.get(one.source, 1)) for one in build.edition.articles if one.share)
    return Shared(
        texts=(*_prepared(build, sharing, having), *_offered(build, sharing)),
        articles=having,
        channels=build.channels,
        campaigns={one.id: one for one in build.edition.campaigns},
        blocked={lang: fields.blocked for lang, fields in editorial.words.items()},
        today=build.now.date(),
    )


def _prepared(build: Build, sharing: Sharing, having: tuple[tuple[Article, int], ...]) -> Iterator[Told]:
    for article, line in having:
        for name, texts in article.share.items():
            channel = build.channels.get(name)
            for words in texts if channel and channel.how != "code" else ():
                assert channel
                yield Told(article.source, line, article, words, sharing.prepared(article, channel, words))


def _offered(build: Build, sharing: Sharing) -> Iterator[Told]:
    articles = {article.id: article for article in build.edition.articles}
    for one in build.programme.texts:
        article, channel = articles.get(one.article), build.channels.get(one.channel)
        if article and channel and channel.how != "code" and not one.withdrawn:
            text = sharing.prepared(article, channel, one.text)
            yield Told(f"texts/{one.id}.toml", 1, article, one.text, text, private=True)
