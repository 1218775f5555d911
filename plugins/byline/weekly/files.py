"""The files of the digest, in each language that it speaks: `internal/digest/`."""

from __future__ import annotations

from collections.abc import Iterator

from ..brand import schemes
from ..build import Build
from ..model import File
from .settings import DigestSettings
from .stories import last_week
from .telling import as_chat, as_html, as_message, as_rss, as_text, spoken, told


def digest_files(build: Build) -> Iterator[File]:
    """A week without stories, or one in which everything is on hold, has no digest."""
    settings = build.setting(DigestSettings)
    name = build.brand.name or build.site.name
    light, _ = schemes(build.brand)
    langs = [lang for lang in build.edition.langs if spoken(lang)[1].lang == lang] or [build.site.lang]
    for lang in langs:
        week = last_week(build.edition, build.programme, build.now.date(), lang, settings.stories)
        if not week.stories:
            continue
        mail = told(week, name, build.site, lang)
        chat = told(week, name, build.site, lang, "digest-chat", "referral")
        feed = told(week, name, build.site, lang, "")
        texts = {
            "index.html": as_html(mail, light).encode(),
            "digest.txt": as_text(mail).encode(),
            "digest.eml": as_message(mail, light),
            "chat.txt": as_chat(chat, settings).encode(),
            "feed.xml": as_rss(feed, week),
        }
        folder = "digest/" if lang == langs[0] else f"digest/{lang.lower()}/"
        yield from (File(folder + path, data, internal=True) for path, data in texts.items())
