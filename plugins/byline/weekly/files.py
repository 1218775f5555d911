"""The files of the digest, in each language that it speaks: `internal/digest/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..brand import schemes
from ..build import Build
from ..model import File, LateFile
from ..speaking import looks, spoken_langs
from .settings import DigestSettings
from .stories import Week, last_week
from .telling import ROOM, as_chat, as_html, as_message, as_rss, as_text, told

FORMS = ("index.html", "digest.txt", "digest.eml", "chat.txt", "feed.xml")


def digest_files(build: Build) -> Iterator[File]:
    """A week without stories, or one in which everything is on hold, has no digest."""
    settings = build.setting(DigestSettings)
    langs = spoken_langs(ROOM, build.edition.langs)
    for lang in langs:
        week = last_week(build.edition, build.programme, build.now.date(), lang, settings.stories)
        folder = "digest/" if lang == langs[0] else f"digest/{lang.lower()}/"
        inputs = [looks(ROOM), week, lang, build.site, build.brand, settings]
        for name in FORMS if week.stories else ():
            yield LateFile(folder + name, [name, *inputs], partial(_told, name, build, week, lang), internal=True)


def _told(form: str, build: Build, week: Week, lang: str) -> bytes:
    """The week in one of its forms."""
    name, colors = build.brand.name or build.site.name, schemes(build.brand)[0]
    if form == "chat.txt":
        return as_chat(
            told(week, name, build.site, lang, "digest-chat", "referral"), build.setting(DigestSettings)
        ).encode()
    if form == "feed.xml":
        return as_rss(told(week, name, build.site, lang, ""), week)
    mail = told(week, name, build.site, lang)
    if form == "digest.eml":
        return as_message(mail, colors)
    return (as_text(mail) if form == "digest.txt" else as_html(mail, colors)).encode()
