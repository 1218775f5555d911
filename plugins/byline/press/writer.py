"""Pelican's writer, which only collects: articles and pages become values like those of our own rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.writers import Writer

from ..build import Build
from ..model import Article, Author, Edition, Page, PlainPage
from ..paths import picture_path
from ..registry import find_author


class Collector(Writer):  # type: ignore[misc]
    """Takes what Pelican's generators print. A page of somebody else's plugin keeps its own template and context."""

    def write_file(self, name: str, template: Any, context: Mapping[str, Any], *_: Any, **given: Any) -> None:
        if not name:
            return
        build: Build = self.settings["byline"]
        record = getattr(given.get("article") or given.get("page"), "record", None)
        if isinstance(record, Article):
            build.pages.append(article_page(build, record))
        elif isinstance(record, PlainPage):
            build.pages.append(plain_page(build, record))
        else:
            values = {"template": template, "context": {**context, **given, "output_file": name}}
            build.pages.append(Page("foreign", f"/{name}", name, build.site.lang, values))


def article_page(build: Build, article: Article) -> Page:
    """An article with all that stands around it."""
    edition = build.edition
    newer, older = edition.neighbors(article)
    versions = tuple(a for a in edition.versions(article) if a is not article)
    reviewers = tuple(find_author(build.registry, written) or written for written in article.reviewed_by)
    people = (*article.authors, *(one for one in reviewers if isinstance(one, Author)))
    values = {
        "article": article,
        "body": build.bodies.get(article.source, article.body.html),
        "versions": versions,
        "newer": newer,
        "older": older,
        "related": build.related.get(article.source, ()),
        "in_series": edition.in_series(article),
        "share_links": build.share_links.get(article.source, ()) if article.state == "published" else (),
        "card": build.cards.get(article.source),
        "cover": build.pictures.get(picture_path(article.image, article.source) or ""),
        "people": {author.id: _profile(build, author, article.lang) for author in people},
        "reviewers": reviewers,
        "remixed": _remixed(edition, article),
    }
    listed = article.state == "published"
    alternates = tuple((a.lang, a.address) for a in edition.versions(article)) if listed and versions else ()
    return Page(
        "article",
        article.address,
        article.save_as,
        article.lang,
        values,
        alternates,
        noindex=article.state != "published",
    )


def _remixed(edition: Edition, article: Article) -> Article | None:
    """The published article whose id `remix_of` is, in the language of this article if it can be."""
    if not article.remix_of:
        return None
    found = next((a for a in edition.published if a.id == article.remix_of), None)
    versions = edition.versions(found) if found else ()
    return next((a for a in versions if a.lang == article.lang), found)


def _profile(build: Build, author: Author, lang: str) -> str:
    """The author's page in this language, else in the site's: an unpublished article gives its author no page."""
    return build.addresses.author(author.id, lang if lang in build.edition.langs_of(author) else build.site.lang)


def plain_page(build: Build, page: PlainPage) -> Page:
    """A plain page and its versions in other languages."""
    versions = [p for p in build.edition.pages if p.translation == page.translation and p.state == "published"]
    alternates = tuple((p.lang, p.address) for p in versions) if len(versions) > 1 else ()
    values = {"page_text": page, "body": build.bodies.get(page.source, page.body.html)}
    hidden = page.state != "published"
    return Page("page", page.address, page.save_as, page.lang, values, () if hidden else alternates, noindex=hidden)
