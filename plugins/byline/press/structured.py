"""Structured data: what search engines read about a page, as one JSON-LD `@graph`.

Types and properties are schema.org's, those that developers.google.com/search/docs/appearance/structured-data asks for.
An `@id` is the same on every page and in every language, so that what many pages say of a person is about one person.
Nothing is said that the site does not show, and of a person nothing that they did not agree to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ..build import Build
from ..model import Article, Author, Page, Site
from .trail import Trail, trail

Node = dict[str, Any]

LISTS = ("home", "archive", "authors", "categories", "category", "tags", "tag", "series")
TYPES = {"author": "ProfilePage", **dict.fromkeys(LISTS, "CollectionPage")}
LOGO = 512


def structured_data(build: Build, page: Page, nav: Mapping[str, str], say: Callable[[str], str]) -> Markup:
    """The page's graph, to stand in a script element; empty for a page that search engines leave out.

    `nav` are the addresses of lists by kind, `say` translates a word of the templates.
    """
    if page.noindex or page.internal or build.run.preview:
        return Markup("")
    crumbs = trail(build, page, nav, say)
    nodes = [_organization(build), _website(build), _web_page(build, page, crumbs)]
    if page.kind == "article":
        nodes += _signed(build, page)
    elif page.kind == "author":
        nodes.append(_profiled(build, page))
    if len(crumbs) > 1:
        nodes.append(_breadcrumbs(build.site, page, crumbs))
    return serialized({"@context": "https://schema.org", "@graph": nodes})


def serialized(data: Mapping[str, Any]) -> Markup:
    """JSON in which nothing can end the script element around it: `<` is written as `\\u003c`."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  without that character there is no markup


# --- the site ---------------------------------------------------------------------------------------------------------


def _node(kind: str, **facts: Any) -> Node:
    """A thing with its facts; what is empty is not said. `id` becomes `@id`."""
    said = {("@id" if name == "id" else name): value for name, value in facts.items() if value}
    return {"@type": kind, **said}


def _reference(url: str, part: str) -> Node:
    return {"@id": f"{url}#{part}"}


def _organization(build: Build) -> Node:
    """Who publishes. A blog does not know the company's own address, so it gives none."""
    site = build.site
    logo = _image(site, build.icons[LOGO], LOGO, LOGO) if LOGO in build.icons else {}
    return _node("Organization", id=site.absolute("/#organization"), name=site.organisation or site.name, logo=logo)


def _website(build: Build) -> Node:
    home = build.site.absolute("/")
    return _node(
        "WebSite",
        id=f"{home}#website",
        url=home,
        name=build.site.name,
        inLanguage=list(build.edition.langs),
        publisher=_reference(home, "organization"),
    )


def _web_page(build: Build, page: Page, crumbs: Trail) -> Node:
    url = build.site.absolute(page.address)
    return _node(
        TYPES.get(page.kind, "WebPage"),
        id=url,
        url=url,
        name=crumbs[-1][0] if len(crumbs) > 1 or page.kind == "home" else "",
        inLanguage=page.lang,
        isPartOf=_reference(build.site.absolute("/"), "website"),
        breadcrumb=_reference(url, "breadcrumb") if len(crumbs) > 1 else {},
        mainEntity=_main_entity(build, page),
        **_span(build, page),
    )


def _span(build: Build, page: Page) -> Node:
    """Since when a profile stands, and when it last changed: with its person's first article, and their last."""
    signed = build.edition.by(page.values["author"]) if page.kind == "author" else ()
    if not signed:
        return {}
    first, last = min(article.date for article in signed), max(article.updated for article in signed)
    return {"dateCreated": first.isoformat(), "dateModified": last.isoformat()}


def _main_entity(build: Build, page: Page) -> Node:
    """What the page is there for: its article, its person, or the articles that it lists."""
    if page.kind == "article":
        return _reference(page.values["article"].url, "article")
    if page.kind == "author":
        return _person(build, page.values["author"])
    articles: Sequence[Article] = page.values.get("articles", ()) if page.kind in LISTS else ()
    listed = [(article.title, article.address) for article in articles]
    return _node("ItemList", itemListElement=_numbered(build.site, listed, "url")) if listed else {}


def _breadcrumbs(site: Site, page: Page, crumbs: Trail) -> Node:
    url = site.absolute(page.address)
    return _node("BreadcrumbList", id=f"{url}#breadcrumb", itemListElement=_numbered(site, crumbs, "item"))


def _numbered(site: Site, places: Sequence[tuple[str, str]], key: str) -> list[Node]:
    return [
        _node("ListItem", position=number, name=name, **{key: site.absolute(address)})
        for number, (name, address) in enumerate(places, 1)
    ]


def _image(site: Site, address: str, width: int, height: int) -> Node:
    return _node("ImageObject", url=site.absolute(address), width=width, height=height)


# --- articles and the people who sign them ----------------------------------------------------------------------------


def _signed(build: Build, page: Page) -> list[Node]:
    """The article, and each of its authors in signing order."""
    article: Article = page.values["article"]
    people: Mapping[str, str] = page.values["people"]
    return [_posting(build, page, article), *(_signer(build, a, people[a.id]) for a in article.authors)]


def _posting(build: Build, page: Page, article: Article) -> Node:
    home = build.site.absolute("/")
    # The cover, which readers see, then the card, which networks show.
    pictures = [picture for picture in (page.values["cover"], page.values["card"]) if picture]
    return _node(
        "BlogPosting",
        id=f"{article.url}#article",
        url=article.url,
        mainEntityOfPage={"@id": article.url},
        sameAs=article.canonical,
        headline=article.title,
        description=article.summary.plain,
        inLanguage=article.lang,
        datePublished=article.date.isoformat(),
        dateModified=article.updated.isoformat(),
        author=[_person(build, author) for author in article.authors],
        publisher=_reference(home, "organization"),
        isPartOf=_reference(home, "website"),
        image=[_image(build.site, picture.address, picture.width, picture.height) for picture in pictures],
        articleSection=article.category.named(article.lang) if article.category else "",
        keywords=[tag.name for tag in article.tags],
        wordCount=article.body.words,
        license=article.license if article.license.startswith("https://") else "",
        **_versions(article, page.values["versions"]),
    )


def _versions(article: Article, others: Sequence[Article]) -> Node:
    """The version that was published first is the original, the others are its translations."""
    original = min((article, *others), key=lambda a: (a.date, a.lang))
    if original is not article:
        return {"translationOfWork": _reference(original.url, "article")}
    return {"workTranslation": [_reference(other.url, "article") for other in others]}


def _person(build: Build, author: Author) -> Node:
    """A reference to a person, by their profile in the site's own language: everybody has that one."""
    return _reference(build.site.absolute(build.addresses.author(author.id, build.site.lang)), "person")


def _signer(build: Build, author: Author, profile: str, **more: Any) -> Node:
    """A person as a byline shows them. In `name` there is nothing but the name."""
    return _node(
        "Person",
        id=_person(build, author)["@id"],
        name=author.name,
        url=build.site.absolute(profile),
        **({"jobTitle": author.role, **more} if author.agreed else {}),
    )


def _profiled(build: Build, page: Page) -> Node:
    """A person as their own page shows them."""
    author: Author = page.values["author"]
    portrait = build.portraits.get(author.id)
    return _signer(
        build,
        author,
        page.address,
        identifier=author.id,
        description=author.tagline,
        worksFor=_node("Organization", name=author.organisation) if author.organisation else {},
        knowsAbout=list(author.topics),
        sameAs=[link.url for link in author.links],
        image=_image(build.site, portrait.address, portrait.width, portrait.height) if portrait else {},
    )
