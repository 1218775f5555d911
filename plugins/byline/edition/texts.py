"""A page for each text: an article with all that stands around it, a plain page with its other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..build import Build
from ..model import Article, Author, Edition, Late, Page, PlainPage, Record
from ..paths import picture_path
from ..registry import find_author


def text_pages(build: Build) -> Iterator[Page]:
    """Every article and plain page that has an address of its own; `lists` answers for articles that expired."""
    standing = [article for article in build.edition.articles if article.state != "expired"]
    yield from (article_page(build, article) for article in standing if article.save_as)
    versions: dict[str, list[PlainPage]] = {}
    for page in build.edition.pages:
        versions.setdefault(page.translation, []).append(page)
    yield from (plain_page(build, page, versions[page.translation]) for page in build.edition.pages if page.save_as)


def article_page(build: Build, article: Article) -> Page:
    """An article with all that stands around it."""
    edition = build.edition
    newer, older = (one and one.listed for one in edition.neighbors(article))
    published = edition.versions(article)
    versions = tuple(a.listed for a in published if a is not article)
    reviewers, helpers = _credited(build, article.reviewed_by), _credited(build, article.helped_by)
    people = (*article.authors, *(one for one in reviewers + helpers if isinstance(one, Author)))
    values = {
        "article": article,
        "body": _body(build, article),
        "versions": versions,
        "newer": newer,
        "older": older,
        "related": tuple(one.listed for one in build.related.get(article.source, ())),
        "in_series": tuple(one.listed for one in edition.in_series(article)),
        "share_links": build.share_links.get(article.source, ()) if article.state == "published" else (),
        "card": build.cards.get(article.source),
        "cover": build.pictures.get(picture_path(article.image, article.source) or ""),
        "people": {author.id: _profile(build, author, article.lang) for author in people},
        "signed": build.signed.get(article.source, ()),
        "reviewers": reviewers,
        "helpers": helpers,
        "remixed": _remixed(edition, article),
    }
    listed = article.state == "published"
    alternates = tuple((a.lang, a.address) for a in published) if listed and versions else ()
    return Page(
        "article",
        article.address,
        article.save_as,
        article.lang,
        values,
        alternates,
        noindex=article.state != "published",
    )


def _credited(build: Build, names: Sequence[str]) -> tuple[Author | str, ...]:
    """Those whom an article names, as the registry knows them."""
    return tuple(find_author(build.registry, written) or written for written in names) if names else ()


def _body(build: Build, record: Record) -> Late | str:
    """Its final HTML. Nobody reads it in a check, which is spared restoring every text."""
    return build.bodies.get(record.source) or ("" if build.run.checking else record.body.html)


def _remixed(edition: Edition, article: Article) -> Article | None:
    """The published article whose id `remix_of` is, in the language of this article if it can be."""
    if not article.remix_of:
        return None
    found = edition.by_id.get(article.remix_of)
    versions = edition.versions(found) if found else ()
    one = next((a for a in versions if a.lang == article.lang), found)
    return one and one.listed


def _profile(build: Build, author: Author, lang: str) -> str:
    """The author's page in this language, else in the site's: an unpublished article gives its author no page."""
    return build.addresses.author(author.id, lang if lang in build.edition.langs_of(author) else build.site.lang)


def plain_page(build: Build, page: PlainPage, versions: Sequence[PlainPage]) -> Page:
    """A plain page; `versions` are all of its languages, itself included."""
    published = [p for p in versions if p.state == "published"]
    alternates = tuple((p.lang, p.address) for p in published) if len(published) > 1 else ()
    values = {"page_text": page, "body": _body(build, page)}
    hidden = page.state != "published"
    return Page("page", page.address, page.save_as, page.lang, values, () if hidden else alternates, noindex=hidden)
